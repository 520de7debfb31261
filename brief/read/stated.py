"""Metadata values as files state them, reduced to what `Metadata` holds."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])")
_SURROGATE = re.compile("[\ud800-\udfff]")


def iso_date(stated: str) -> str | None:
    """Return the ISO day, month or year that a stated time begins with (or an RFC 5322 date), else None."""
    stated = stated.strip()
    iso = _ISO.match(stated)
    if iso:
        year, month, day = iso.groups()
        try:
            datetime.date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            return None
        return "-".join(part for part in (year, month, day) if part)
    try:
        return parsedate_to_datetime(stated[:100]).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def web_address(stated: str) -> str | None:
    """Return the address if it is http or https and one plain word, else None."""
    stated = stated.strip()
    plain = stated.isprintable() and not any(c in stated for c in " <>\"'")
    return stated if plain and stated.lower().startswith(("http://", "https://")) else None


def whole(text: str) -> str:
    """Return a text with lone surrogates, which no encoding can hold, as replacement characters."""
    return _SURROGATE.sub("\ufffd", text)


def plain(stated: object) -> str | None:
    """Return a stated value as one line of text: a string, a list of them, or an object with a name; else None."""
    if isinstance(stated, str):
        return " ".join(whole(stated).split()) or None
    if isinstance(stated, dict):
        return plain(next((stated[key] for key in ("name", "title", "value") if stated.get(key)), None))
    if isinstance(stated, list):
        return ", ".join(part for part in map(plain, stated[:20]) if part) or None
    return None


def language_code(stated: str | None) -> str | None:
    """Return the ISO 639-1 code that a language tag (en, en-GB, en_US) begins with, else None."""
    code = re.match(r"([A-Za-z]{2})(?:$|[-_])", (stated or "").strip())
    return code[1].lower() if code else None
