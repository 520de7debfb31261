"""Pairs worth a look: passages that share most, of articles found near by an inverted index; never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from brief.compare.pairs.reading import Reading
from brief.compare.pairs.table import Shares, Table
from brief.compare.passages import Passage
from brief.compare.weights import Weights

MOST_PASSAGES_PER_WORD = 60
NEAR_ARTICLES = 5
ALL_NEAR = 9
"""In a set of at most so many articles each is near every other."""

LEAST_OF_TWO = 60
"""Pairs of passages of two articles that are looked at, at least."""

_PARTNERS = 3  # pairs for each passage of two long articles
_SPEAKER, _QUOTED = 0.7, 0.5  # what a speaker and a quotation are worth, in words shared
_MOST_OF_A_BODY = 80  # passages of an article that its headline is held against


def candidates(readings: Sequence[Reading], weights: Weights) -> Iterator[tuple[Table, list[tuple[int, int]]]]:
    """Yield for each two near articles, and each headline with its body, the table and the places worth a look.

    Which articles are near is found through the words they share; each has at most `NEAR_ARTICLES` such neighbours, so
    the number of pairs grows with the number of passages.
    """
    of_article: defaultdict[int, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.stems:
            of_article[reading.passage.article].append(reading)
    near = near_articles([r.passage for r in readings], weights)
    for article in sorted(of_article):
        own = of_article[article]
        for other in sorted(near[article]):
            if other > article and of_article.get(other):
                table = Table(own, of_article[other], weights.between(article, other))
                yield table, _best(table)
        headlines = [r for r in own if r.passage.headline]
        body = [r for r in own if not r.passage.headline][:_MOST_OF_A_BODY]
        if headlines and body:
            table = Table(headlines, body, weights.between(article, article))
            yield table, [(i, j) for i in range(len(headlines)) for j in range(len(body))]


def _best(table: Table) -> list[tuple[int, int]]:
    most = max(LEAST_OF_TWO, _PARTNERS * (len(table.rows) + len(table.columns)))
    worth = table.shared / 2 + _voiced(table.rows)[:, None] + _voiced(table.columns)[None, :]
    order = np.argsort(-worth, axis=None, kind="stable")[:most]
    rows, columns = np.unravel_index(order, worth.shape)
    return sorted((int(i), int(j)) for i, j in zip(rows, columns, strict=True))


def _voiced(readings: Sequence[Reading]) -> Shares:
    worth = [_SPEAKER * (r.passage.speaker is not None) + _QUOTED * r.passage.quoted for r in readings]
    return np.array(worth, dtype=np.float32)


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
    few = len(words) <= ALL_NEAR
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
