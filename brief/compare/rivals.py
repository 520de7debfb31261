"""How far a pair stands out among the other pairs of its two passages: a passage has seldom two contradictions."""

from __future__ import annotations

from brief.compare.pair import Pair

NAMES = ("ahead_of_two_least", "ahead_of_two_most", "ahead_least", "ahead_most")
"""Among the pairs of the same two articles, and of all; the lesser and the greater lead of the two passages."""

_MOST = 8.0  # a greater lead says no more
_NONE = -99.0
_ALL = -1

Key = tuple[int, int]


class Rivals:
    """Remembers for each passage the best two of its pairs, with each article and with all."""

    def __init__(self) -> None:
        self._best: dict[Key, tuple[float, float]] = {}

    def add(self, pair: Pair, odds: float) -> None:
        """Note the log-odds of a pair."""
        for key in _keys(pair):
            first, second = self._best.get(key, (_NONE, _NONE))
            if odds > first:
                self._best[key] = odds, first
            elif odds > second:
                self._best[key] = first, odds

    def leads(self, pair: Pair, odds: float) -> tuple[float, ...]:
        """Return by how much a pair is ahead of the next best one of its passages, in the order of `NAMES`."""
        ahead = []
        for key in _keys(pair):
            first, second = self._best[key]
            ahead.append(max(-_MOST, min(_MOST, odds - (second if odds == first else first))))
        return min(ahead[:2]), max(ahead[:2]), min(ahead[2:]), max(ahead[2:])


def _keys(pair: Pair) -> tuple[Key, ...]:
    a, b = pair.a, pair.b
    return (a.index, b.article), (b.index, a.article), (a.index, _ALL), (b.index, _ALL)
