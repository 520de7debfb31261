"""How much a shared word tells: the rarer among the passages, the more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log

from brief.compare.passages import Passage

MOST_WEIGHT = 4.0
FEWEST_PASSAGES = 30  # fewer passages say little about rarity: they weigh as if there were so many


class Weights:
    """How much a shared stem tells: the rarer among the passages, the more.

    From 0 (in all of them) to `MOST_WEIGHT` (in none).
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._of_article: defaultdict[int, Counter[str]] = defaultdict(Counter)
        self._passages: Counter[int] = Counter()
        for p in passages:
            self._of_article[p.article].update(p.stems)
            self._passages[p.article] += 1
        self._seen: Counter[str] = Counter()
        for counts in self._of_article.values():
            self._seen.update(counts)
        self._all = sum(self._passages.values())
        self._known: dict[str, float] = {}
        self._between: dict[tuple[int, int], Weights] = {}

    def of(self, stem: str) -> float:
        """Weight of one stem: the logarithm of its rarity as a share of the greatest possible one."""
        known = self._known.get(stem)
        if known is None:
            number = max(self._all, FEWEST_PASSAGES)
            known = max(0.0, MOST_WEIGHT * log((1 + number) / (1 + self._seen[stem])) / log(2 + number))
            self._known[stem] = known
        return known

    def total(self, stems: frozenset[str]) -> float:
        """Sum of the weights."""
        return sum(map(self.of, sorted(stems)))

    def between(self, one: int, other: int) -> Weights:
        """The weights among the passages of two articles alone, whatever else the set holds."""
        key = (min(one, other), max(one, other))
        if key not in self._between:
            local = Weights(())
            for article in set(key):
                local._seen.update(self._of_article[article])
                local._all += self._passages[article]
            self._between[key] = local
        return self._between[key]
