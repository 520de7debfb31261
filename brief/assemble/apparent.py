"""What is no disagreement: what only sounds like one, and later counts of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from brief.assemble.disagreements import KIND, quoted_words
from brief.assemble.few_words import spoken
from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.assemble.weighing import Weighing
from brief.schema import ApparentRow, Contradiction, Evidence, Line, Part, Side, Update, UpdateRow
from brief.sections import DISAGREEMENTS, section

MOST_WORDS = 2
"""Pieces of evidence printed for one side; all are in the record."""

MOST_ROWS = 12
"""Rows printed in each of the two tables; all are in the record."""

_BOTH_HOLD = "The two speak of different things."


def apparent_rows(
    contradictions: Sequence[Contradiction], weighing: Weighing, register: Register
) -> tuple[ApparentRow, ...]:
    """Return a row for each contradiction that only looks like one, with why both sides can hold."""
    found = [c for c in contradictions if c.status == "apparent"]
    return tuple(_apparent(item, weighing, register) for item in found[:MOST_ROWS])


def _apparent(item: Contradiction, weighing: Weighing, register: Register) -> ApparentRow:
    place = section(DISAGREEMENTS)
    sides = [_printed(side) for side in (item.a, item.b)]
    a, b = (tuple(quoted_words(e, register, place) for e in printed) for printed in sides)
    keys = [part for printed in sides for part in register.cite(printed[0], place)]
    why = Part(kind="text", text=f"{item.note or item.differs or _BOTH_HOLD} ")
    return ApparentRow(
        kind=KIND[item.kind],
        a=weighing.voice(item.a).name,
        a_words=a,
        b=weighing.voice(item.b).name,
        b_words=b,
        why=Line(parts=(why, *dict.fromkeys(keys))),
    )


def _printed(side: Side) -> tuple[Evidence, ...]:
    """Return the words of a side that are printed, spoken ones before the text's own."""
    return tuple(sorted(side.evidence, key=lambda item: spoken(item) == (item,))[:MOST_WORDS])


def update_rows(
    updates: Sequence[Update], weighing: Weighing, register: Register, material: Material
) -> tuple[UpdateRow, ...]:
    """Return a row for each later count; what rests on a text that is not fit to quote is left out."""
    fit = [u for u in updates if all(e.article not in material.unfit for s in (u.earlier, u.later) for e in s.evidence)]
    return tuple(
        UpdateRow(
            earlier=_count(update.earlier, weighing, register),
            later=_count(update.later, weighing, register),
            what=_with_keys(update.differs, update.basis, register),
        )
        for update in fit[:MOST_ROWS]
    )


def _count(side: Side, weighing: Weighing, register: Register) -> Line:
    told = f"{side.value}, " if side.value else ""
    return _with_keys(f"{told}{weighing.voice(side).name}", side.evidence[:1], register)


def _with_keys(text: str, items: Sequence[Evidence], register: Register) -> Line:
    keys = [part for item in items for part in register.cite(item, section(DISAGREEMENTS))]
    return Line(parts=(Part(kind="text", text=f"{text} "), *dict.fromkeys(keys)))
