"""Which statements of one actor are one utterance: an inverted index on their words, then a check of each pair."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from math import log

from brief.copies.aligning import word_pairs
from brief.utterances.reading import Occasion, Saying, Told
from brief.utterances.words import steps

MOST_DAYS = 7
"""Two articles that tell one utterance appear within so many days."""

MOST_DAYS_ALTERED = 2
"""The same when a number or a negation differs: what is counted anew the week after is another utterance."""

LONG = 12
"""Words of a verbatim quotation from which on it is one utterance however late it is printed again."""

_RECENT = 6  # sentences that a word leads back to
_PARTNERS = 10  # sentences that are looked at closely
_FEWEST_TOLD = 30  # fewer sentences say little about how rare a word is
_LEAST_WEIGHT = 0.1
_SCATTERED = 1.6  # a quotation with words left out reaches over so many times its words


class Weights:
    """How rare a stem is among the sentences of a set, from `_LEAST_WEIGHT` (in all) to 1 (in one)."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._seen: Counter[str] = Counter()
        number = 0
        for one in told:
            self._seen.update(one.known)
            number += 1
        self._number = max(number, _FEWEST_TOLD)

    def total(self, stems: Iterable[str]) -> float:
        """Return the sum of the weights."""
        most = log(1 + self._number)
        return sum(max(_LEAST_WEIGHT, log((1 + self._number) / (self._seen[s] or 1)) / most) for s in sorted(stems))


class Shared:
    """What two sentences have in common."""

    def __init__(self, a: Told, b: Told, weights: Weights) -> None:
        self.a, self.b = a, b
        self.stems = a.known & b.known
        common, in_a, in_b = map(weights.total, (self.stems, a.known, b.known))
        self.contained = common / max(min(in_a, in_b), _LEAST_WEIGHT)
        """Weighted share of the poorer sentence's stems."""
        self.alike = common / max(in_a + in_b - common, _LEAST_WEIGHT)
        """Weighted share of all stems."""
        self.same_numbers = not a.numbers or not b.numbers or a.numbers <= b.numbers or b.numbers <= a.numbers
        self.same_polarity = bool(a.negatives) == bool(b.negatives)

    def verbatim(self) -> float:
        """Return the share of the shorter sentence's words, and of the words replaced by others, that are equal.

        Words that only the longer one has were left out in the other and don't count; but a few words scattered over
        a long sentence are no rendering of it.
        """
        walk = steps(self.a.words, self.b.words)
        same = sum(step.a[1] - step.a[0] for step in walk if step.equal)
        if not same:
            return 0.0
        lengths = [(step.a[1] - step.a[0], step.b[1] - step.b[0]) for step in walk if not step.equal]
        replaced = sum(max(pair) for pair in lengths if all(pair))
        inner = [step for step in walk if step.equal]
        reach = max(inner[-1].a[1] - inner[0].a[0], inner[-1].b[1] - inner[0].b[0])
        shorter = min(len(self.a.words), len(self.b.words))
        return same / max(same + replaced, shorter, reach / _SCATTERED)

    def in_order(self) -> float:
        """Return the share of the shared stems that come in one order."""
        a = [s for s in self.a.stems if s in self.stems]
        b = [s for s in self.b.stems if s in self.stems]
        return len(word_pairs(a, b)) / max(min(len(a), len(b)), 1)


def is_one(shared: Shared, *, within: bool, apart: int) -> bool:
    """Tell whether two sentences of one actor are one utterance; `within` one article, or `apart` some days."""
    a, b = shared.a, shared.b
    shorter = min(len(a.words), len(b.words))
    if a.quoted and b.quoted:
        if shorter < 4 or len(shared.stems) < 2:
            return False
        verbatim = shared.verbatim()
        telling = len(shared.stems) >= 3 or not within
        if verbatim >= 0.8 and telling and (shorter >= 5 or verbatim == 1.0):
            if shared.same_numbers and shared.same_polarity:
                return apart <= MOST_DAYS or (shorter >= LONG and verbatim >= 0.9)
            return not within and shorter >= 6 and apart <= MOST_DAYS_ALTERED
        return (
            not within
            and _agree(shared)
            and apart <= MOST_DAYS
            and _as_another_wording(shared)
            and shared.in_order() >= 0.6
        )
    if not _agree(shared) or apart > MOST_DAYS or len(shared.stems) < (4 if within else 3):
        return False
    if a.quoted or b.quoted:
        return shared.contained >= 0.6 and shared.alike >= 0.3
    return not within and shared.contained >= 0.65 and shared.alike >= 0.5


def _as_another_wording(shared: Shared) -> bool:
    if len(shared.stems) >= 4:
        return shared.contained >= 0.5 and shared.alike >= 0.3
    return len(shared.stems) == 3 and shared.contained >= 0.75 and shared.alike >= 0.5


def _agree(shared: Shared) -> bool:
    return shared.same_numbers and shared.same_polarity


def group(sayings: Sequence[Saying]) -> list[list[int]]:
    """Return the groups of two or more statements that are one utterance, each in the order given."""
    return _Groups(sayings).found()


class _Groups:
    """Joins statements; time grows with the number of sentences, not with its square."""

    def __init__(self, sayings: Sequence[Saying]) -> None:
        self._sayings = sayings
        self._weights = Weights(told for saying in sayings for told in saying.told)
        self._parent = list(range(len(sayings)))
        self._occasion: list[Occasion] = [saying.occasion for saying in sayings]
        self._recent: defaultdict[tuple[str, str], deque[Told]] = defaultdict(lambda: deque(maxlen=_RECENT))
        self._same: dict[tuple[str, bool, tuple[str, ...]], Told] = {}

    def found(self) -> list[list[int]]:
        for saying in self._sayings:
            for told in saying.told:
                self._place(told, saying.actor)
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for n in range(len(self._sayings)):
            groups[self._root(n)].append(n)
        return [members for members in groups.values() if len(members) > 1]

    def _place(self, told: Told, actor: str) -> None:
        key = (actor, told.quoted, told.keys)
        twin = self._same.get(key)
        self._same[key] = told
        if twin is not None and self._join(twin, told):
            return
        likely: Counter[int] = Counter()
        places: dict[int, Told] = {}
        for stem in sorted(told.known):
            recent = self._recent[actor, stem]
            for other in recent:
                likely[id(other)] += 1
                places[id(other)] = other
            recent.append(told)
        for one, count in likely.most_common(_PARTNERS):
            if count > 1:
                self._join(places[one], told)

    def _join(self, one: Told, other: Told) -> bool:
        a, b = self._root(one.saying), self._root(other.saying)
        if a == b:
            return True
        left, right = self._sayings[one.saying], self._sayings[other.saying]
        within = left.article.id == right.article.id
        if self._occasion[a].is_other(self._occasion[b]) or (within and _overlap(left, right)):
            return False
        apart = self._occasion[a].apart(self._occasion[b])
        if not is_one(Shared(one, other, self._weights), within=within, apart=apart):
            return False
        first, last = min(a, b), max(a, b)
        self._occasion[first] = self._occasion[a].joined(self._occasion[b])
        self._parent[last] = first
        return True

    def _root(self, n: int) -> int:
        while self._parent[n] != n:
            self._parent[n] = self._parent[self._parent[n]]
            n = self._parent[n]
        return n


def _overlap(a: Saying, b: Saying) -> bool:
    return any(
        x.start < y.end and y.start < x.end for x in a.statement.content.spans for y in b.statement.content.spans
    )
