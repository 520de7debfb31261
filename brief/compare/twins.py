"""Twins: two passages in nearly the same words that fill one place differently: a number, a day, a side, a not."""

from __future__ import annotations

from brief.compare.later_time import is_update
from brief.compare.opposites import opposed, other_day, turned_round
from brief.compare.pairs.model import Row
from brief.compare.passages import Passage
from brief.compare.values import unequal_counts
from brief.schema import ContradictionKind

_ONE_COVERED, _OTHER_COVERED = 0.75, 0.6  # share of the words of either side that stand on the other
_NEGATED = 0.9


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
    if opposed(a, b):
        kinds.add("place")
    if turned_round(a, b):
        kinds.add("date_or_sequence")
    if row["one_negated"] and row["negated_cover"] >= _NEGATED:
        kinds.add("reversal" if row["same_speaker"] else "direct_denial")
    if len(kinds) != 1 or (counts is not None and is_update(a, b)):
        return None
    return kinds.pop()
