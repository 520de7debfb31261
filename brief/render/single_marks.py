"""What stands between single typographic or angle marks in a printed text, and whether a source has it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from brief.render.quotations import MOST_CLOSING_MARKS

_OPENING = re.compile(r"(?<!\w)[‘‹](?=\S)")
_CLOSING = {"‘": re.compile(r"(?<=\S)’(?!\w)"), "‹": re.compile(r"(?<=\S)›(?!\w)")}
_DOUBLE = '“”„‟«»"'


def between_single_marks(
    text: str, quotations: Iterable[str], holds: Callable[[str], bool], longest: int
) -> Iterator[tuple[str, bool]]:
    """Each stretch of two words or more between ‘ ’ or ‹ › in a text, and whether it holds.

    `quotations` are the texts between double marks, in reading order: nothing inside them is looked at. A mark without
    partner is an apostrophe. Of several closing marks the last whose text holds is taken, else the first. No text of
    more than `longest` characters can hold.
    """
    for piece in _outside(text, quotations):
        closing = {mark: [match.start() for match in found.finditer(piece)] for mark, found in _CLOSING.items()}
        at = 0
        while opening := _OPENING.search(piece, at):
            start = at = opening.end()
            places = closing[opening.group()]
            first = bisect_left(places, start)
            ends = places[first : first + MOST_CLOSING_MARKS]
            near = (end for end in reversed(ends) if end - start <= longest)
            good = next((end for end in near if _several(piece[start:end]) and holds(piece[start:end])), None)
            if good is not None:
                yield piece[start:good], True
                at = good
            elif ends:
                at = ends[0]
                if _several(piece[start:at]):
                    yield piece[start:at], False


def _several(words: str) -> bool:
    return len(words.split(maxsplit=1)) > 1


def _outside(text: str, quotations: Iterable[str]) -> Iterator[str]:
    at = 0
    for quoted in quotations:
        start = text.find(quoted, at + 1)
        while start > 0 and text[start - 1] not in _DOUBLE:
            start = text.find(quoted, start + 1)
        if start > 0:
            yield text[at : start - 1]
            at = start + len(quoted) + 1
    yield text[at:]
