"""Whether the texts of a set tell of one affair or of several that have nothing to do with each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from brief.lexicon.function_words import DAYS, MONTHS
from brief.number_words import FUNCTION_WORDS
from brief.schema import Actor, Article

SHARED_NAMES = 2
"""Two texts that share so many names belong together; with one name they also share topic words."""

SHARED_TOPIC = 2

OFTEN = 2
"""A text's topic words are those that it uses at least so often."""

LOOKED_BACK = 20
"""Texts with a word that a text is held against, so that the work grows with the number of texts."""

COMMON_SUBJECT = 2 / 3
"""A set has a common subject when at least this share of its texts belong together."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*[^\W_]")
_LEAST = 4


@dataclass(frozen=True)
class Affairs:
    """The texts of a set in groups that share no actor, no two names and hardly a topic word."""

    groups: tuple[tuple[str, ...], ...]
    """Ids of the articles, each group in the order of the sources, the group of the first source first."""

    @property
    def several(self) -> bool:
        """True when the set has no common subject."""
        sizes = [len(group) for group in self.groups]
        return len(sizes) > 1 and max(sizes) < COMMON_SUBJECT * sum(sizes)

    def of(self, article: str) -> tuple[str, ...]:
        """Return the group that an article stands in."""
        return self._group_of.get(article, ())

    def together(self, articles: Iterable[str]) -> bool:
        """Tell whether some articles stand in one group."""
        return len({self.of(article) for article in articles}) == 1

    @cached_property
    def _group_of(self) -> Mapping[str, tuple[str, ...]]:
        return {article: group for group in self.groups for article in group}


def find_affairs(articles: Sequence[Article], actors: Iterable[Actor]) -> Affairs:
    """Return the articles in groups; `actors` are the set's, with the articles that they are members of."""
    order = {article.id: n for n, article in enumerate(articles)}
    tree = {name: name for name in order}

    def root(name: str) -> str:
        while tree[name] != name:
            tree[name] = tree[tree[name]]
            name = tree[name]
        return name

    def join(a: str, b: str) -> None:
        first, second = sorted((root(a), root(b)), key=order.__getitem__)
        tree[second] = first

    for actor in actors:
        inside = [a for a in dict.fromkeys(m.rpartition("/")[0] for m in actor.members) if a in order]
        if actor.kind in ("person", "body") and actor.name[:1].isupper() and not actor.name.startswith("The "):
            for other in inside[1:]:
                join(inside[0], other)
    for a, b in _sharing(articles):
        join(a, b)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        groups[root(article.id)].append(article.id)
    return Affairs(tuple(map(tuple, groups.values())))


def _sharing(articles: Sequence[Article]) -> Iterable[tuple[str, str]]:
    words = {article.id: _words(article) for article in articles}
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        names, topic = words[article.id]
        near = Counter(other for name in names for other in by_name[name][-LOOKED_BACK:])
        for other, shared in near.items():
            if shared >= SHARED_NAMES or len(topic & words[other][1]) >= SHARED_TOPIC:
                yield other, article.id
        for name in names:
            by_name[name].append(article.id)


def _words(article: Article) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of an article that mostly have a capital, and those that it uses often."""
    text = f"{article.title or ''}\n{article.text}"
    names: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for m in _WORD.finditer(text):
        word = _stem(m.group())
        if len(word) < _LEAST or word in DAYS or word in MONTHS or word in FUNCTION_WORDS:
            continue
        every[word] += 1
        names[word] += -1 if m.group()[0].islower() else 1
    often = (word for word, n in every.items() if n >= OFTEN)
    return frozenset(word for word, n in names.items() if n > 0), frozenset(often)


def _stem(word: str) -> str:
    word = word.lower().replace("’", "'").removesuffix("'s")
    return word[:-1] if len(word) > _LEAST and word.endswith("s") and not word.endswith("ss") else word
