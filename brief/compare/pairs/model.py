"""How alike a pair of passages is to the labelled contradictions: fitted weights, and the kind that it is most like.

Fitted by benchmarks/fit_contradictions.py on tests/affairs: a logistic regression over all signals; for the pairs that
it does not rule out a forest of randomised trees (Geurts, Ernst and Wehenkel, 2006) over the signals, its result, and
how far a pair is ahead of the other pairs of its passages; and a logistic regression that tells the kinds apart.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
import numpy.typing as npt

from brief.schema import ContradictionKind

_OPEN_KIND = 0.6  # how much an open kind counts against a pair: 0 not at all, 1 in full
CROWD = 400
"""Pairs that were looked at in a labelled affair, on average."""

Floats = npt.NDArray[np.float64]
Row = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Linear:
    """Logistic regression over standardised signals; one row of weights for each outcome."""

    mean: Floats
    scale: Floats
    weights: Floats
    intercepts: Floats

    def log_odds(self, rows: Floats) -> Floats:
        """Return the log-odds of each row, one column for each outcome."""
        found: Floats = (rows - self.mean) / self.scale @ self.weights.T + self.intercepts
        return found


@dataclass(frozen=True, slots=True)
class Forest:
    """Decision trees in one list of nodes: a node without a signal is a leaf and holds a share of contradictions."""

    roots: npt.NDArray[np.int32]
    signal: npt.NDArray[np.int16]
    """Column that decides; -1 for a leaf."""
    threshold: npt.NDArray[np.float32]
    """Up to it the way goes left; of a leaf its share."""
    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]

    def share(self, rows: Floats) -> Floats:
        """Return the mean share of contradictions among the leaves that each row comes to, from 0 to 1."""
        values = rows.astype(np.float32)
        total = np.zeros(len(values))
        for root in self.roots:
            at = np.full(len(values), root, dtype=np.int32)
            inner = np.flatnonzero(self.signal[at] >= 0)
            while inner.size:
                nodes = at[inner]
                goes_left = values[inner, self.signal[nodes]] <= self.threshold[nodes]
                at[inner] = np.where(goes_left, self.left[nodes], self.right[nodes])
                inner = inner[self.signal[at[inner]] >= 0]
            total += self.threshold[at]
        return total / len(self.roots)


@dataclass(frozen=True, slots=True)
class PairModel:
    """The fitted model."""

    names: tuple[str, ...]
    first: Linear
    least: float
    """Log-odds of the first regression below which a pair is no contradiction."""
    forest: Forest
    least_score: float
    """Score from which a pair is reported."""
    kinds: tuple[ContradictionKind, ...]
    kind: Linear

    def odds(self, rows: Sequence[Row]) -> list[float]:
        """Return the log-odds of each pair by the first regression."""
        return [float(x) for x in self.first.log_odds(self.columns(rows))[:, 0]] if rows else []

    def chances(self, pairs: Sequence[tuple[Row, float, Sequence[float]]]) -> list[float]:
        """Return for each pair how alike it is to the labelled contradictions: 0 for ruled out, up to 1.

        Each comes with its log-odds by the first regression, and with its leads over its rivals.
        """
        found = np.zeros(len(pairs))
        kept = [n for n, (_, odds, _) in enumerate(pairs) if odds > self.least]
        if kept:
            rows, odds, leads = zip(*(pairs[n] for n in kept), strict=True)
            found[kept] = self.forest.share(np.hstack([self.columns(rows), np.array(odds)[:, None], np.array(leads)]))
        return [float(x) for x in found]

    def likeness(self, row: Row) -> dict[ContradictionKind, float]:
        """Return for each kind how alike a contradiction is to the labelled ones of that kind; they add up to 1."""
        odds = self.kind.log_odds(self.columns([row]))[0]
        shares = np.exp(odds - odds.max())
        return dict(zip(self.kinds, (float(s) for s in shares / shares.sum()), strict=True))

    def kind_of(self, row: Row, *, same_article: bool) -> tuple[ContradictionKind, float]:
        """Return the kind that a pair is most like, among those that its form allows, and its share of these."""
        likeness = self.likeness(row)
        allowed = [kind for kind in likeness if (kind == "headline_vs_body") == same_article]
        excluded: set[ContradictionKind] = {"reversal" if row["two_speakers"] else "policy_split"}
        if not row["count_clash"]:
            excluded.add("number")
        if row["same_speaker"] or not row["cue_negation"]:
            excluded.add("direct_denial")
        left = [kind for kind in allowed if kind not in excluded]
        best = max(left, key=lambda kind: likeness[kind])
        return best, likeness[best] / sum(likeness[kind] for kind in left)

    def columns(self, rows: Sequence[Row]) -> Floats:
        """Return the signals as columns in the order of the model."""
        return np.array([[row[name] for name in self.names] for row in rows], dtype=np.float64)


@cache
def pair_model() -> PairModel:
    """Return the fitted model that comes with the program."""
    package = files("brief.compare.pairs")
    told = json.loads((package / "pair_weights.json").read_text(encoding="utf-8"))
    trees = np.load(BytesIO((package / "pair_trees.npz").read_bytes()), allow_pickle=False)
    return PairModel(
        names=tuple(told["names"]),
        first=_linear(told["first"]),
        least=told["least"],
        forest=Forest(*(trees[name] for name in ("roots", "signal", "threshold", "left", "right"))),
        least_score=told["least_score"],
        kinds=tuple(told["kinds"]),
        kind=_linear(told["kind"]),
    )


def score(chance: float, share: float, crowd: int) -> float:
    """Return what pairs are ranked by: how alike to a contradiction, less where its kind is open or the crowd great.

    `crowd` is the number of pairs that were looked at with one of the two articles. Two articles hold few
    contradictions however many pairs there are, so beyond `CROWD` pairs the odds fall with their number.
    """
    odds = chance / max(1 - chance, 1e-6) * min(1.0, CROWD / crowd)
    return odds / (1 + odds) * float(share**_OPEN_KIND)


def _linear(told: Mapping[str, list[float]]) -> Linear:
    return Linear(*(np.array(told[name]) for name in ("mean", "scale", "weights", "intercepts")))
