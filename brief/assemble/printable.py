"""Which stretches of a source's words can stand between quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from brief.schema import Span

_MARKS = '"“”„«»「」『』'
_SINGLE = "'‘’‚‹›`´"
_SEPARATORS = ",;:"


def printable(text: str) -> tuple[Span, ...]:
    """Return the stretches of a source's words that are printed in quotation marks, in order.

    Outer quotation marks that enclose the whole are left off, and commas and white space with them; a leading
    `that` too. Double marks inside stay where they are balanced; where they are not, and at line breaks, the words
    are cut into several stretches.
    """
    found: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        whole = _opened(text, at, at + len(line))
        at += len(line)
        if whole is None:
            continue
        marked = text[whole.start] in _MARKS and text[whole.end - 1] in _MARKS
        if _balanced(text[whole.start : whole.end]) and not marked:
            found.append(whole)
        else:
            found.extend(_between_marks(text, whole))
    return tuple(found)


def _opened(text: str, start: int, end: int) -> Span | None:
    start, end = _bare(text, start, end)
    if text[start:end].lower().startswith("that "):
        start, end = _bare(text, start + 5, end)
    while start < end:
        first, last = text[start], text[end - 1]
        opens = first in _MARKS + _SINGLE and not _closes_within(text, start, end)
        closes = last in _MARKS + _SINGLE and not _opens_within(text, start, end)
        if not opens and not closes:
            break
        start, end = _bare(text, start + opens, end - closes)
    return Span(start, end) if any(char.isalnum() for char in text[start:end]) else None


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in _SEPARATORS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _SEPARATORS):
        end -= 1
    return start, end


def _closes_within(text: str, start: int, end: int) -> bool:
    """Tell whether a mark before the last character closes the one at the start."""
    return any(
        text[at] in _MARKS + _SINGLE and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()
        for at in range(start + 1, end - 1)
    )


def _opens_within(text: str, start: int, end: int) -> bool:
    """Tell whether a mark after the first character opens what the last one closes."""
    return any(
        text[at] in _MARKS + _SINGLE and text[at - 1] in " \t(—–" and text[at + 1 : at + 2].isalnum()
        for at in range(start + 1, end - 1)
    )


def _balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "“") - (char == "”")
        if depth < 0:
            return False
    return depth == 0 and text.count('"') % 2 == 0


def _between_marks(text: str, whole: Span) -> Iterator[Span]:
    start = whole.start
    for at in range(whole.start, whole.end + 1):
        if at == whole.end or text[at] in _MARKS:
            low, high = _bare(text, start, at)
            if any(char.isalnum() for char in text[low:high]):
                yield Span(low, high)
            start = at + 1


def fragments(text: str) -> tuple[Span, ...]:
    """Return the stretches of at least two words that the source itself puts in quotation marks, without the marks."""
    found: list[Span] = []
    start: int | None = None
    for at, char in enumerate(text):
        if char not in _MARKS + _SINGLE:
            continue
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if start is None and after.isalnum() and (not before or before.isspace() or before in "(—–"):
            start = at + 1
        elif start is not None and not before.isspace() and not after.isalnum():
            low, high = _bare(text, start, at)
            if " " in text[low:high]:
                found.append(Span(low, high))
            start = None
    return tuple(found)
