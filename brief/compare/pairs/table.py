"""Two articles' passages held against each other at once: which words match which, and who is whose best partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from brief.compare.pairs.reading import Reading
from brief.compare.pairs.vectors import Matrix
from brief.compare.weights import Weights

ALIKE = 0.45
"""Least cosine of two words that are used alike."""

SAME = 0.99
"""Likeness from which two words are one word."""

_NEAR = 0.8  # a near word counts for less than the same word
_LEAST_WEIGHT = 0.3
_SAYING = frozenset(("say", "said"))
_SAYING_WEIGHT = 0.1

Shares = npt.NDArray[np.float32]


class Table:
    """The words of the passages of one article (rows) against those of another, or of a headline against its body."""

    def __init__(self, rows: Sequence[Reading], columns: Sequence[Reading], weights: Weights) -> None:
        self.rows, self.columns = rows, columns
        self.row_weights = [_weighed(r, weights) for r in rows]
        self.column_weights = [_weighed(r, weights) for r in columns]
        self._row_ends = np.cumsum([0, *(len(r.stems) for r in rows)])
        self._column_ends = np.cumsum([0, *(len(r.stems) for r in columns)])
        self._likeness = _likeness(rows, columns)
        seen = Counter(s for r in (*rows, *columns) for s in r.stems)
        self.holders = seen
        """In how many of the passages each stem stands."""
        self.shared = self._shared()
        """Weight of what each two passages share, of both."""
        self.row_ranks, self.row_parts = _ranked(self.shared)
        """For each row, the rank of each column among its partners, and its share of the best one."""
        column_ranks, column_parts = _ranked(self.shared.T)
        self.column_ranks, self.column_parts = column_ranks.T, column_parts.T

    def words(self, i: int, j: int) -> Matrix:
        """Likeness of each word of row `i` with each word of column `j`: 1 the same word, 0 unlike."""
        rows = slice(self._row_ends[i], self._row_ends[i + 1])
        return self._likeness[rows, self._column_ends[j] : self._column_ends[j + 1]]

    def _shared(self) -> Shares:
        found = np.zeros((len(self.rows), len(self.columns)), dtype=np.float32)
        for i, row in enumerate(self.row_weights):
            for j, column in enumerate(self.column_weights):
                words = self.words(i, j)
                if words.size:
                    found[i, j] = row @ words.max(axis=1) + column @ words.max(axis=0)
        return found


def _weighed(reading: Reading, weights: Weights) -> npt.NDArray[np.float32]:
    return np.array(
        [_SAYING_WEIGHT if s in _SAYING else max(_LEAST_WEIGHT, weights.of(s)) for s in reading.stems],
        dtype=np.float32,
    )


def _likeness(rows: Sequence[Reading], columns: Sequence[Reading]) -> Matrix:
    a, b = np.concatenate([r.vectors for r in rows]), np.concatenate([r.vectors for r in columns])
    likeness = np.clip(a @ b.T, 0, 1)
    likeness[likeness < ALIKE] = 0
    likeness *= _NEAR
    numbers: dict[str, int] = {}
    one, other = (
        np.array([numbers.setdefault(s, len(numbers)) for r in side for s in r.stems], dtype=np.int32)
        for side in (rows, columns)
    )
    likeness[one[:, None] == other[None, :]] = 1
    found: Matrix = likeness
    return found


def _ranked(shared: Shares) -> tuple[npt.NDArray[np.intp], Shares]:
    order = np.argsort(-shared, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.broadcast_to(np.arange(shared.shape[1]), shared.shape), axis=1)
    best = np.maximum(shared.max(axis=1, keepdims=True), 0.01)
    return ranks, shared / best
