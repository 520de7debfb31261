"""Pairs worth comparing: passages that share rare words, found through an inverted index, never all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import log

from brief.compare.passages import Passage

MOST_WEIGHT = 4.0
FEWEST_PASSAGES = 30  # fewer passages say little about rarity: they weigh as if there were so many
MOST_PASSAGES_PER_WORD = 60
MOST_PARTNERS = 12
MOST_OF_AN_ASPECT = 6
TOLD_IN_ONE = "joint"  # the aspect whose two sides one article may report
NEAR_ARTICLES = 8


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


def find_pairs(
    passages: Sequence[Passage], weights: Weights, aspects: Callable[[Passage], Sequence[str]]
) -> list[Pair]:
    """Pairs of passages of near articles that share words, best partners first, and each headline with its own body.

    A passage has at most `MOST_PARTNERS` partners and a word brings together at most `MOST_PASSAGES_PER_WORD`, so
    that the
    number of pairs grows with the number of passages.
    """
    near = near_articles(passages, weights)
    index: defaultdict[str, list[int]] = defaultdict(list)
    for p in passages:
        for s in p.stems:
            index[s].append(p.index)
    by_index = {p.index: p for p in passages}
    of_article: defaultdict[int, list[Passage]] = defaultdict(list)
    for p in passages:
        of_article[p.article].append(p)
    keys: set[tuple[int, int]] = set()
    for p in passages:
        scores: defaultdict[int, float] = defaultdict(float)
        for s in sorted(p.stems):
            holders = index[s]
            if len(holders) <= MOST_PASSAGES_PER_WORD:
                weight = weights.of(s)
                for other in holders:
                    scores[other] += weight
        partners = [
            other
            for other in scores
            if other != p.index
            and (by_index[other].article != p.article and by_index[other].article in near[p.article])
        ]
        partners.sort(key=lambda other: (-scores[other], other))
        keys |= {(min(p.index, o), max(p.index, o)) for o in partners[:MOST_PARTNERS]}
        if p.headline:
            keys |= {(p.index, o.index) for o in of_article[p.article][:80] if o.index > p.index}
    keys |= _of_one_aspect(passages, near, aspects)
    return [Pair(by_index[i], by_index[j], weights) for i, j in sorted(keys)]


def _of_one_aspect(
    passages: Sequence[Passage], near: dict[int, frozenset[int]], aspects: Callable[[Passage], Sequence[str]]
) -> set[tuple[int, int]]:
    """Pairs of passages of near articles with cue words for one aspect; they may share no word at all."""
    bearers: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for p in passages:
        for aspect in aspects(p):
            if len(bearers[p.article, aspect]) < MOST_OF_AN_ASPECT:
                bearers[p.article, aspect].append(p.index)
    keys: set[tuple[int, int]] = set()
    for (article, aspect), own in bearers.items():
        if aspect == TOLD_IN_ONE:
            keys |= {(min(i, j), max(i, j)) for i in own for j in own if i != j}
        for other in near[article]:
            keys |= {(min(i, j), max(i, j)) for i in own for j in bearers.get((other, aspect), ())}
    return keys


def near_articles(passages: Sequence[Passage], weights: Weights) -> dict[int, frozenset[int]]:
    """For each article the few articles that share most rare words with it."""
    words: defaultdict[int, set[str]] = defaultdict(set)
    for p in passages:
        words[p.article] |= p.stems
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for article in sorted(words):
        for s in words[article]:
            holders[s].append(article)
    near: dict[int, frozenset[int]] = {}
    few = len(words) <= NEAR_ARTICLES + 1
    for article in sorted(words):
        if few:
            near[article] = frozenset(words) - {article}
            continue
        scores: defaultdict[int, float] = defaultdict(float)
        for s in sorted(words[article]):
            if len(holders[s]) <= MOST_PASSAGES_PER_WORD:
                weight = weights.of(s)
                for other in holders[s]:
                    scores[other] += weight
        ranked = sorted((o for o in scores if o != article), key=lambda o: (-scores[o], o))
        near[article] = frozenset(ranked[:NEAR_ARTICLES])
    return near
