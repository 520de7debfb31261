"""Characters that steer a display and carry no text."""

from __future__ import annotations

import re

# C0 but tab and line breaks, DEL, C1, zero-width and bidi marks, BOM, lone surrogates, noncharacters.
# The joiners U+200C and U+200D shape Arabic, Indic and emoji text: they go only beside a Latin, Greek or Cyrillic
# character.
_CONTROL = re.compile(
    "(?:[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
    "|(?<=[\x00-\u058f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\u058f]))+"
)

# Every control character is one of these: a search for them alone is many times faster.
_CANDIDATE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff"
    "\ufff9-\uffff]"
)
_UNSEEN = re.compile(rf"(?:\s|{_CONTROL.pattern})+")


def find_controls(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches (start, end) of a text that hold only control characters."""
    first = _CANDIDATE.search(text)
    return tuple(m.span() for m in _CONTROL.finditer(text, first.start())) if first else ()


def without_controls(text: str) -> str:
    """Return the text as it reads, without control characters."""
    return _CONTROL.sub("", text)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of text[start:end] without white space at its ends."""
    piece = text[start:end]
    rest = piece.lstrip()
    start = end - len(rest)
    return start, start + len(rest.rstrip())


def visible_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of text[start:end] without white space and control characters at its ends."""
    lead = _UNSEEN.match(text, start, end)
    start = lead.end() if lead else start
    while start < end and (text[end - 1].isspace() or _CONTROL.fullmatch(text, end - 1, end)):
        end -= 1
    return start, end
