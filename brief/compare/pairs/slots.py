"""Signals of one place in both passages that is filled differently: a count, or what one side negates."""

from __future__ import annotations

import numpy as np

from brief.compare.pair import Pair
from brief.compare.pairs.reading import Reading
from brief.compare.pairs.vectors import Matrix
from brief.compare.quantities import around, head, same

Both = tuple[Matrix, Matrix]


def counts(pair: Pair, a: Reading, b: Reading, words: Matrix) -> dict[str, float]:
    """How much the words around two unequal numbers of one sort have in common, and how many numbers are equal."""
    clash = ratio = alike = 0.0
    equal = 0
    for x in a.passage.quantities:
        for y in b.passage.quantities:
            if x.kind != y.kind or (x.unit or "") != (y.unit or ""):
                continue
            if same(x, y):
                equal += 1
            elif x.kind not in ("clock", "year"):
                counted = _alike(head(a.passage.text, x), head(b.passage.text, y), a, b, words)
                near = around(a.passage.text, x) & around(b.passage.text, y)
                strength = 0.5 * pair.weights.total(near) + 2 * counted
                alike = max(alike, counted)
                if strength > clash:
                    bigger = max(x.low, y.low)
                    clash, ratio = strength, float(min(x.low, y.low) / bigger) if bigger > 0 else 0.0
    return {"count_clash": clash, "count_ratio": ratio, "count_head": alike, "counts_equal": equal}


def _alike(one: frozenset[str], other: frozenset[str], a: Reading, b: Reading, words: Matrix) -> float:
    if one & other:
        return 1.0
    rows = [n for n, s in enumerate(a.stems) if s in one]
    columns = [n for n, s in enumerate(b.stems) if s in other]
    return float(words[np.ix_(rows, columns)].max()) if rows and columns else 0.0


def negation(a: Reading, b: Reading, weights: Both, best: Both) -> dict[str, float]:
    """How far what one side negates stands on the other side, where only one of them negates anything."""
    one = bool(a.negated) != bool(b.negated)
    side = 0 if a.negated else 1
    denying = (a, b)[side]
    places = [n for n, s in enumerate(denying.stems) if s in denying.negated] if one else []
    if not places:
        return {"one_negated": one, "negated_cover": 0.0, "negated_strength": 0.0}
    weight, matched = weights[side][places], best[side][places]
    strength = float(weight @ matched)
    return {"one_negated": one, "negated_cover": strength / float(weight.sum()), "negated_strength": strength}
