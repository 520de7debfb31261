"""Which articles of a set are copies of another one, and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Literal

from brief.copies.differing import differences
from brief.copies.grouping import Groups
from brief.copies.reading import Reading, read
from brief.schema import Article, Copy

AS_FULL = 0.98
"""Texts of at least this share of the longest one's words are as full: an altered word decides nothing."""


LEAST_SHARED = 0.1
"""A near copy has at least this share of its sentences in the very article that is kept, not only in the group."""


def find_copies(articles: Sequence[Article], unfit: Container[str] = ()) -> tuple[Copy, ...]:
    """Return the articles that repeat another one of the set, in the order of the set.

    Exact copies have the same words (white space, case and the kind of quotation mark or dash aside); near ones
    nearly all the same sentences, or are an excerpt; a re-scrape is another state of a page at one address. Kept is
    the fullest of them, then the earliest published, then the earliest in the set; one of the `unfit` ids, whose words
    can't be quoted, only where no other is there. An article of the same affair in other words, or that shares a
    statement or a paragraph with another one, is no copy; nor is an empty one.
    """
    place = {article.id: n for n, article in enumerate(articles)}
    found: list[Copy] = []
    for group in grouped(articles).found:
        fit = [r for r in group.members if r.article.id not in unfit] or group.members
        most = max(len(r.words) for r in fit)
        full = [r for r in fit if len(r.words) >= AS_FULL * most]
        kept = min(full, key=lambda r: (_date(r), place[r.article.id]))
        repeating = (_copy(reading, kept) for reading in group.members if reading is not kept)
        found.extend(copy for copy in repeating if copy.kind != "near" or copy.shared >= LEAST_SHARED)
    return tuple(sorted(found, key=lambda copy: place[copy.article]))


def grouped(articles: Iterable[Article]) -> Groups:
    """Return the groups of a set; an article that has no copy is a group of one, an empty one is in none."""
    readings = [reading for reading in map(read, articles) if reading.keys]
    groups = Groups(Counter(sentence for reading in readings for sentence in reading.weights))
    for reading in sorted(readings, key=lambda r: -len(r.words)):
        groups.place(reading)
    return groups


def origins(articles: Iterable[Article], copies: Iterable[Copy]) -> Mapping[str, str]:
    """Return for each article's id the id of the article that stands for its group: its own when it is no copy."""
    kept = {copy.article: copy.of for copy in copies}
    return {article.id: kept.get(article.id, article.id) for article in articles}


def _date(reading: Reading) -> str:
    """Return a date to sort by: a day comes before the month or year that holds it, and no date is last."""
    return f"{reading.article.published or ''}~"


def _copy(reading: Reading, kept: Reading) -> Copy:
    same = reading.words == kept.words
    found = differences(reading, kept)
    kind: Literal["exact", "near", "rescrape"] = "near"
    if same and not found:
        kind = "exact"
    elif reading.address and reading.address == kept.address:
        kind = "rescrape"
    return Copy(
        article=reading.article.id,
        of=kept.article.id,
        kind=kind,
        shared=1.0 if same else sum(k in kept.weights for k in reading.keys) / len(reading.keys),
        differences=found,
    )
