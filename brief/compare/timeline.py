"""Events of all articles in one order, the same event once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from brief.compare.words import content_stems
from brief.schema import Article, Event, Evidence, TimelineEntry, VerifiedSummary

_SAME = 0.6  # share of the shorter telling's words that two tellings of one event have in common
_MOST_TELLINGS = 40  # tellings under one date that a new one is held against


def build_timeline(articles: Sequence[Article], summaries: Sequence[VerifiedSummary]) -> tuple[TimelineEntry, ...]:
    """Events ordered by date, then by the day their article came out, then in reading order.

    An undated event stands at its article's day.
    Two tellings are one event when they have one date and most words in common; the earliest telling stands for both.
    """
    by_id = {a.id: a for a in articles}
    rows: list[tuple[tuple[str, str, int, int], TimelineEntry]] = []
    told: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    place = {a.id: n for n, a in enumerate(articles)}
    for summary in sorted(summaries, key=lambda s: (by_id[s.article].published or "", place[s.article])):
        article = by_id[summary.article]
        for event in summary.events:
            words = frozenset(content_stems(event.what.text))
            date = event.date or ""
            if date and any(_one(words, other) for other in told[date][-_MOST_TELLINGS:]):
                continue
            told[date].append(words)
            start = event.what.spans[0].start
            key = (date.split("/")[0] or article.published or "9999", article.published or "", place[article.id], start)
            rows.append((key, _entry(article, event)))
    rows.sort(key=lambda row: row[0])
    return tuple(entry for _, entry in rows)


def _one(words: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(words), len(other))
    return shorter >= 3 and len(words & other) / shorter >= _SAME


def _entry(article: Article, event: Event) -> TimelineEntry:
    when = None
    if event.when is not None and event.when.spans:
        when = _evidence(article, event.sentence, *event.when.spans[0])
    start, end = event.what.spans[0].start, event.what.spans[-1].end
    return TimelineEntry(
        date=event.date,
        when=when,
        basis=event.basis,
        planned=event.planned,
        evidence=_evidence(article, event.sentence, start, end),
    )


def _evidence(article: Article, sentence: int, start: int, end: int) -> Evidence:
    return Evidence(
        article=article.id, field="text", sentence=sentence, start=start, end=end, text=article.text[start:end]
    )
