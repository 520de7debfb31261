"""Every pair of passages that is looked at, and how alike each is to a contradiction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brief.compare.candidates import candidates
from brief.compare.pair import Pair
from brief.compare.pairs.model import Row, pair_model
from brief.compare.pairs.reading import read
from brief.compare.pairs.signals import signals
from brief.compare.passages import Passage
from brief.compare.rivals import Rivals
from brief.compare.twins import alike
from brief.compare.weights import Weights

_AT_ONCE = 4096  # pairs that the model weighs together


@dataclass(frozen=True, slots=True)
class Look:
    """A pair that was looked at."""

    pair: Pair
    row: Row
    chance: float
    """How alike it is to the labelled contradictions, from 0 to 1."""
    crowd: int
    """Pairs that were looked at with one of its two articles."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The pairs that were not ruled out at once, in the order of the passages, and how many were looked at."""

    kept: tuple[Look, ...]
    number: int


class Crowds:
    """Counts the pairs that were looked at, by article."""

    def __init__(self) -> None:
        self.number = 0
        self._with: Counter[int] = Counter()
        self._between: Counter[tuple[int, int]] = Counter()

    def add(self, pair: Pair) -> None:
        """Count one pair."""
        self.number += 1
        self._with.update({pair.a.article, pair.b.article})
        self._between[pair.a.article, pair.b.article] += 1

    def of(self, pair: Pair) -> int:
        """Return the number of pairs with one of a pair's articles."""
        a, b = pair.a.article, pair.b.article
        return self._with[a] if a == b else self._with[a] + self._with[b] - self._between[a, b]


def pairs_of(passages: Sequence[Passage], weights: Weights) -> Iterator[tuple[Pair, Row]]:
    """Yield each pair worth a look with its signals; the passage that stands first in the set comes first."""
    for table, places in candidates([read(p) for p in passages], weights):
        for i, j in places:
            pair = Pair(table.rows[i].passage, table.columns[j].passage, weights)
            yield pair, signals(table, i, j, pair)


def look(passages: Sequence[Passage], weights: Weights) -> Looks:
    """Look at the passages of a set, pair by pair; time and pairs grow with the number of near articles."""
    model = pair_model()
    kept: list[tuple[Pair, Row, float]] = []
    waiting: list[tuple[Pair, Row]] = []
    crowds, rivals = Crowds(), Rivals()

    def weigh() -> None:
        for (pair, row), odds in zip(waiting, model.odds([row for _, row in waiting]), strict=True):
            rivals.add(pair, odds)
            if odds > model.least or alike(row):
                kept.append((pair, row, odds))
        waiting.clear()

    for found in pairs_of(passages, weights):
        waiting.append(found)
        crowds.add(found[0])
        if len(waiting) == _AT_ONCE:
            weigh()
    weigh()
    kept.sort(key=lambda k: (k[0].a.index, k[0].b.index))
    chances = model.chances([(row, odds, rivals.leads(pair, odds)) for pair, row, odds in kept])
    looked = zip(kept, chances, strict=True)
    return Looks(tuple(Look(pair, row, chance, crowds.of(pair)) for (pair, row, _), chance in looked), crowds.number)
