"""Twins: two passages in nearly the same words that fill one place differently: a number, a day, a side, a not."""

from __future__ import annotations

import re

from brief.compare.pairs.model import Row
from brief.compare.passages import Passage
from brief.compare.quantities import is_update
from brief.compare.values import unequal_counts
from brief.schema import ContradictionKind

_ONE_COVERED, _OTHER_COVERED = 0.75, 0.6  # share of the words of either side that stand on the other
_NEGATED = 0.9
_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|\bmittwoch\b|"
    r"\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\bdimanche\b|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b",
    re.IGNORECASE,
)
_OPPOSITES = tuple(
    (re.compile(rf"\b(?:{x})\b", re.IGNORECASE), re.compile(rf"\b(?:{y})\b", re.IGNORECASE))
    for x, y in (
        (r"north(?:ern)?|norte|nord|norden|nördlich\w*", r"south(?:ern)?|sur|sud|süden|südlich\w*"),
        (r"east(?:ern)?|este|est|osten|östlich\w*", r"west(?:ern)?|oeste|ouest|westen|westlich\w*"),
        (r"left|izquierda|gauche|links", r"right|derecha|droite|rechts"),
        (r"inside|within|dentro|innerhalb", r"outside|fuera|außerhalb|hors"),
        (r"upstream", r"downstream"),
    )
)
_BEFORE = re.compile(r"\b(?:before|antes|avant|bevor|vor)\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|once|después|après|nachdem|nach)\b", re.IGNORECASE)


def alike(row: Row) -> bool:
    """Whether two passages, by their signals, are nearly the same words."""
    return row["cover_max"] >= _ONE_COVERED and row["cover_min"] >= _OTHER_COVERED


def twin_kind(a: Passage, b: Passage, row: Row) -> ContradictionKind | None:
    """Return what two passages in nearly the same words of two articles differ in; None where it is not one thing."""
    if a.article == b.article or not alike(row) or a.hedged or b.hedged or a.elsewhere != b.elsewhere:
        return None
    counts = unequal_counts(a, b) if row["count_head"] == 1 and not row["counts_equal"] else None
    kinds: set[ContradictionKind] = set()
    if counts is not None:
        kinds.add("number")
    if other_day(a, b):
        kinds.add("date_or_sequence")
    if any(_opposed(x, y, a.text, b.text) for x, y in _OPPOSITES):
        kinds.add("place")
    if _opposed(_BEFORE, _AFTER, a.text, b.text):
        kinds.add("date_or_sequence")
    if row["one_negated"] and row["negated_cover"] >= _NEGATED:
        kinds.add("reversal" if row["same_speaker"] else "direct_denial")
    if len(kinds) != 1 or (counts is not None and is_update(a, b)):
        return None
    return kinds.pop()


def other_day(a: Passage, b: Passage) -> bool:
    """Whether both passages name days, and none that both name."""
    days = [{d.date for d in p.dates if d.date} for p in (a, b)]
    if all(days):
        return not days[0] & days[1]
    names = [{m.group().lower() for m in _DAY.finditer(p.text)} for p in (a, b)]
    return all(names) and not names[0] & names[1]


def _opposed(x: re.Pattern[str], y: re.Pattern[str], one: str, other: str) -> bool:
    """Whether one text has only the first word of two and the other only the second."""
    return any(
        x.search(s) is not None and y.search(t) is not None and not y.search(s) and not x.search(t)
        for s, t in ((one, other), (other, one))
    )
