"""What stands inside a body and is none of it: credits, pointers to other articles, offers, repetitions."""

from __future__ import annotations

from collections.abc import Sequence

from brief.clean.lines import Line
from brief.schema import Label

_LINK_LIST = 3
_LINK = 6
_UNSPACED_LINK = 2


def label_inside(body: Sequence[Line]) -> list[Label | None]:
    """Label the lines of a body: None for the article's own."""
    labels: list[Label | None] = [_label(line) for line in body]
    seen: set[str] = set()
    pointing = False
    for i, line in enumerate(body):
        if labels[i] is not None:
            pointing = labels[i] == "related" and line.size <= _LINK
            continue
        if line.repeated and line.size >= 4:
            if not line.ends or line.text.casefold() in seen:
                labels[i] = "repeated"
            seen.add(line.text.casefold())
        elif pointing and not line.ends and not line.prose:
            labels[i] = "related"
        else:
            pointing = False
    for first, last in _link_lists(body, labels):
        labels[first:last] = ["related"] * (last - first)
    return labels


def _label(line: Line) -> Label | None:
    if line.strong:
        return line.strong
    if line.caption:
        return "caption"
    if line.weak and not line.ends and not line.prose:
        return line.weak
    if line.menu:
        return "related"
    return None if line.words or line.size else "navigation"


def _link_lists(body: Sequence[Line], labels: Sequence[Label | None]) -> list[tuple[int, int]]:
    """Return the runs of three or more headlines in a row: long lines without an end that are no list of the text."""
    runs: list[tuple[int, int]] = []
    first = 0
    for i in range(len(body) + 1):
        if i < len(body) and labels[i] is None and _like_link(body[i]):
            continue
        if i - first >= _LINK_LIST:
            runs.append((first, i))
        first = i + 1
    return runs


def _like_link(line: Line) -> bool:
    return (
        line.size >= (_UNSPACED_LINK if line.unspaced else _LINK)
        and not (line.ends or line.bullet or line.prose)
        and line.text[-1] not in ":;,"
    )
