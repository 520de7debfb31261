"""What stands between quotation marks in a printed text, and whether a source has it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

MOST_CLOSING_MARKS = 12
MOST_PLACES = 1000

_CLOSING = {"“": "”", "‟": "”", "„": "“”", "«": "»", '"': '"'}
_MARK = re.compile('[“”„‟«»"]')
_WRITTEN_WITHOUT_SPACES = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0xA4CF), (0xAC00, 0xFAFF))


def stands_in(words: str, text: str) -> bool:
    """Whether a text holds these characters, and holds them as whole words: “not” does not stand in “nothing”."""
    at = text.find(words)
    for _ in range(MOST_PLACES):
        if at < 0:
            return False
        if not _inside_a_word(text, at) and not _inside_a_word(text, at + len(words)):
            return True
        at = text.find(words, at + 1)
    return False


def _inside_a_word(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    return all(
        char.isalnum() and not any(low <= ord(char) <= high for low, high in _WRITTEN_WITHOUT_SPACES)
        for char in (text[at - 1], text[at])
    )


def between_marks(text: str, holds: Callable[[str], bool], longest: int) -> Iterator[tuple[str | None, bool]]:
    """Each text between quotation marks, and whether it holds; None for a mark without partner.

    Quotation marks inside a quotation belong to it: the longest text that holds is taken, and where none does, the
    text up to the mark that balances the first. No text of more than `longest` characters can hold.
    """
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text)]
    places: dict[str, list[int]] = {}
    for number, (_, mark) in enumerate(marks):
        places.setdefault(mark, []).append(number)
    at = 0
    while at < len(marks):
        start, opening = marks[at]
        ends = _next_places(places, _CLOSING.get(opening, ""), at)
        near = [n for n in ends if marks[n][0] - start - 1 <= longest]
        good = next((n for n in reversed(near) if holds(text[start + 1 : marks[n][0]])), None)
        if good is not None:
            yield text[start + 1 : marks[good][0]], True
            at = good + 1
        elif ends:
            end = _balancing(marks, at, ends)
            yield text[start + 1 : marks[end][0]], False
            at = end + 1
        else:
            yield None, False
            at += 1


def _next_places(places: dict[str, list[int]], closing: str, after: int) -> list[int]:
    found: list[int] = []
    for mark in closing:
        every = places.get(mark, [])
        first = bisect_right(every, after)
        found += every[first : first + MOST_CLOSING_MARKS]
    return sorted(found)[:MOST_CLOSING_MARKS]


def _balancing(marks: Sequence[tuple[int, str]], first: int, ends: Sequence[int]) -> int:
    opening = marks[first][1]
    if opening in _CLOSING[opening]:
        return ends[0]
    depth = 0
    for n in range(first, ends[-1] + 1):
        if marks[n][1] == opening:
            depth += 1
        elif marks[n][1] in _CLOSING[opening]:
            depth -= 1
            if depth == 0:
                return n
    return ends[0]
