"""Two passages and what they share."""

from __future__ import annotations

from brief.compare.passages import Passage
from brief.compare.weights import Weights


class Pair:
    """Two passages and what they share."""

    __slots__ = ("a", "b", "central", "context", "cosine", "likeness", "shared", "touching", "weight", "weights")

    def __init__(self, a: Passage, b: Passage, weights: Weights) -> None:
        self.a, self.b = a, b
        weights = self.weights = weights.between(a.article, b.article)
        self.shared = a.stems & b.stems
        self.weight = weights.total(self.shared)
        self.context = weights.total(a.context & b.context)
        whole_a, whole_b = weights.total(_words(a) | self.shared), weights.total(_words(b) | self.shared)
        smaller = min(whole_a, whole_b)
        self.cosine = self.weight / smaller if smaller else 0.0
        self.likeness = self.weight / (whole_a * whole_b) ** 0.5 if smaller else 0.0
        self.touching = bool(a.context & b.context & (a.lead | b.lead)) or bool(a.actors & b.actors)
        self.central = bool((self.shared & (a.lead | b.lead)) or (a.actors & b.actors))


def _words(p: Passage) -> frozenset[str]:
    """The stems without the numerals, which two passages need not share."""
    return frozenset(s for s in p.stems if s[0] != "#")
