"""What two passages differ in, as values: two counts of one thing, two hours, two days."""

from __future__ import annotations

from brief.compare.passages import Passage
from brief.compare.quantities import around, head, same, shown
from brief.numbers import Quantity
from brief.schema import ContradictionKind

Values = tuple[str, str] | None


def values(kind: ContradictionKind, a: Passage, b: Passage) -> Values:
    """Return the two values that a contradiction of this kind is about, or None where the texts do not show them."""
    if kind == "number":
        found = unequal_counts(a, b)
        return (shown(found[0]), shown(found[1])) if found else None
    return _times(a, b) if kind == "date_or_sequence" else None


def unequal_counts(a: Passage, b: Passage) -> tuple[Quantity, Quantity] | None:
    """Return the two numbers of one sort that do not agree and whose words agree most; none whose words all differ."""
    best: tuple[int, Quantity, Quantity] | None = None
    for x in a.quantities:
        for y in b.quantities:
            if x.kind != y.kind or (x.unit or "") != (y.unit or "") or x.kind in ("clock", "year") or same(x, y):
                continue
            common = len(around(a.text, x) & around(b.text, y)) + 2 * len(head(a.text, x) & head(b.text, y))
            if best is None or common > best[0]:
                best = (common, x, y)
    return best[1:] if best is not None and (best[0] or best[1].unit) else None


def _times(a: Passage, b: Passage) -> Values:
    clocks = [[q for q in p.quantities if q.kind == "clock"] for p in (a, b)]
    if all(len(found) == 1 for found in clocks) and clocks[0][0].low != clocks[1][0].low:
        one, other = (int(found[0].low) for found in clocks)
        return f"{one // 60:02d}:{one % 60:02d}", f"{other // 60:02d}:{other % 60:02d}"
    days = [list(dict.fromkeys(d.date for d in p.dates if d.date)) for p in (a, b)]
    if all(len(found) == 1 for found in days) and days[0] != days[1]:
        return days[0][0], days[1][0]
    return None
