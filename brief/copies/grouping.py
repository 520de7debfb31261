"""Which articles tell one text. Every article is looked up by its sentences, never compared with all others."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from brief.copies.aligning import likeness
from brief.copies.differing import align
from brief.copies.reading import Reading, key

VERBATIM = 0.35
"""A copy has at least this share of its words in sentences that stand word for word in the other article."""

COVERED = 0.75
"""It has at least this share of its words in sentences that stand there word for word or a little altered."""

TOLD = 0.6
"""The same for its own sentences, quotations aside: two articles may quote one statement at length."""

_SLIGHT = 0.8
"""A sentence is a little altered when it keeps this share of its words; a rewriting machine keeps fewer."""

_HEAD = 0.15
"""A candidate has at least this share of the copy's words in common with it, the set's commonest sentences aside."""

_TRIED = 8
"""So many groups, those with most in common, are compared sentence by sentence; beyond them lies only a made-up set."""

_LEAST = 100
"""Characters below which only the very same words make a copy: anybody writes `He declined to comment.`"""

_TELLING = 30
"""Characters from which on a sentence in common shows that two states of an address are one article."""


@dataclass(slots=True)
class Group:
    """Articles that tell one text, the fullest first."""

    members: list[Reading] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """The sentences of all members."""
    titles: set[str] = field(default_factory=set)

    @property
    def fullest(self) -> Reading:
        """The article that all others were compared with."""
        return self.members[0]


class Groups:
    """The groups of a set of articles, which are placed one by one, the fullest first."""

    def __init__(self, spread: Mapping[str, int]) -> None:
        """Begin without articles; `spread` tells in how many articles of the set each sentence stands."""
        self.found: list[Group] = []
        self.compared = 0
        """Pairs of an article and a group that were compared."""
        self._spread = spread
        self._by_words: dict[bytes, int] = {}
        self._by_address: dict[str, int] = {}
        self._by_sentence: defaultdict[str, list[int]] = defaultdict(list)

    def place(self, reading: Reading) -> None:
        """Put an article into its group, or a new one."""
        digest = hashlib.sha256(reading.words.encode("utf-8", "surrogatepass")).digest()
        number = self._find(reading, digest)
        if number is None:
            number = len(self.found)
            self.found.append(Group())
        group = self.found[number]
        group.members.append(reading)
        group.titles.add(key(reading.article.title or ""))
        self._by_words.setdefault(digest, number)
        if reading.address:
            self._by_address.setdefault(reading.address, number)
        for sentence in reading.weights:
            if sentence not in group.known:
                group.known.add(sentence)
                self._by_sentence[sentence].append(number)

    def _find(self, reading: Reading, digest: bytes) -> int | None:
        number = self._by_words.get(digest)
        if number is not None:
            self.compared += 1
            return number
        number = self._by_address.get(reading.address or "")
        if number is not None:
            self.compared += 1
            if _one_page(reading, self.found[number]):
                return number
        best: tuple[float, int] | None = None
        candidates = self._candidates(reading)
        self.compared += len(candidates)
        likely = [n for n in candidates if _share(reading, self.found[n].known) >= VERBATIM]
        for number in sorted(likely, key=lambda n: -_share(reading, self.found[n].known))[:_TRIED]:
            covered = _covered(reading, self.found[number])
            if covered is not None and (best is None or covered > best[0]):
                best = (covered, number)
        return best[1] if best else None

    def _candidates(self, reading: Reading) -> list[int]:
        """Return the groups that have enough of the article's rarer sentences, in the order they were begun.

        The commonest sentences, together too short to make up for `VERBATIM` less `_HEAD`, are not looked up: no
        group that passes is missed, and a paragraph that all articles share leads nowhere.
        """
        total = sum(reading.weights.values())
        if total < _LEAST:
            return []
        common: Counter[int] = Counter()
        left = total
        for sentence in sorted(reading.weights, key=lambda k: self._spread[k]):
            if left <= (VERBATIM - _HEAD) * total:
                break
            left -= reading.weights[sentence]
            for number in self._by_sentence.get(sentence, ()):
                common[number] += reading.weights[sentence]
        return sorted(number for number, weight in common.items() if weight + left >= VERBATIM * total)


def _one_page(reading: Reading, group: Group) -> bool:
    """Whether two texts of one address are one article: a page of changing articles has nothing in common."""
    title = key(reading.article.title or "")
    if title and title in group.titles:
        return True
    return any(k in group.known for k in reading.weights if len(k) >= _TELLING) or bool(
        align(reading, group.fullest).altered
    )


def _covered(reading: Reading, group: Group) -> float | None:
    """Return the share of an article's words that the group has; None when that is too little for a copy."""
    total = sum(reading.weights.values())
    part = {k: 1.0 for k in reading.weights if k in group.known}
    for i, j in align(reading, group.fullest).altered:
        alike = likeness(reading.keys[i], group.fullest.keys[j])
        if alike >= _SLIGHT:
            part.setdefault(reading.keys[i], alike)
    covered = sum(share * reading.weights[k] for k, share in part.items()) / total
    told = sum(reading.weights[k] for k in reading.told)
    own = sum(share * reading.weights[k] for k, share in part.items() if k in reading.told) / told if told else 1.0
    return covered if covered >= COVERED and own >= TOLD else None


def _share(reading: Reading, known: set[str]) -> float:
    return sum(w for k, w in reading.weights.items() if k in known) / sum(reading.weights.values())
