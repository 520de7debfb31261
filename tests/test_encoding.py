"""Decoding of any bytes."""

from __future__ import annotations

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st

from brief.read.encoding import NotText, decode


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """Decoding never fails in another way, and what it gives can be hashed."""
    try:
        text, encoding = decode(data)
    except NotText:
        return
    assert encoding
    assert hashlib.sha256(text.encode("utf-8"))


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_utf8_comes_back_unchanged(text: str) -> None:
    """Text without many control characters is stored code point by code point (a leading mark aside)."""
    if sum(char < " " for char in text) <= 8 and not text.startswith("\ufeff"):
        assert decode(b"Text: " + text.encode())[0] == "Text: " + text
