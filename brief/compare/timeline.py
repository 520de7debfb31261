"""Events of all articles in one order, the same event once with its other tellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from brief.compare.denial import NEGATION
from brief.compare.order import Place, places
from brief.compare.words import content_stems
from brief.schema import Article, Event, Evidence, TimelineEntry, VerifiedSummary

_SAME = 0.6  # share of the shorter telling's words that two tellings of one event have in common
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MOST_TELLINGS = 40  # tellings under one date that a new one is held against
_FEWEST, _FEWEST_UNDATED = 3, 5  # words that a telling needs to be compared, with a date and with a weekday only


@dataclass
class _Told:
    article: Article
    event: Event
    place: Place
    words: frozenset[str]
    numbers: frozenset[str]
    negated: bool
    other: dict[str, Evidence] = field(default_factory=dict)


def build_timeline(articles: Sequence[Article], summaries: Sequence[VerifiedSummary]) -> tuple[TimelineEntry, ...]:
    """Dated events first, in the order of `brief.compare.order`, then those of each article that states no date.

    Two tellings are one event when they have one date and most words in common, no other number and no other "not";
    the earliest article's telling stands for both, and the others stand beside it as further evidence.
    """
    by_id = {a.id: a for a in articles}
    rank = {a.id: n for n, a in enumerate(articles)}
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    events: list[_Told] = []
    for summary in sorted(summaries, key=lambda s: (by_id[s.article].published or "9999", rank[s.article])):
        article = by_id[summary.article]
        told_here = summary.timeline or summary.events
        for event, place in zip(told_here, places(article, told_here, rank[article.id]), strict=True):
            text = event.what.text
            words, numbers = frozenset(content_stems(text)), frozenset(_NUMBER.findall(text))
            new = _Told(article, event, place, words, numbers, NEGATION.search(text) is not None)
            date = event.date or (event.when.text.lower() if event.when else "")
            same = next((o for o in told[date][-_MOST_TELLINGS:] if date and _one(new, o)), None)
            if same is None:
                told[date].append(new)
                events.append(new)
            elif same.article.id != article.id:
                same.other.setdefault(article.id, _evidence(article, event.sentence, *_bounds(event)))
    events.sort(key=lambda t: (t.place.first is None, rank[t.article.id] if t.place.first is None else 0, t.place.key))
    return tuple(_entry(one) for one in events)


def _one(new: _Told, other: _Told) -> bool:
    shorter = min(len(new.words), len(other.words))
    fewest = _FEWEST if new.event.date else _FEWEST_UNDATED
    if new.numbers != other.numbers and new.numbers and other.numbers:
        return False
    if new.negated != other.negated or (new.article.id == other.article.id and new.words != other.words):
        return False
    return shorter >= fewest and len(new.words & other.words) / shorter >= _SAME


def _entry(told: _Told) -> TimelineEntry:
    article, event = told.article, told.event
    when = None
    if event.when is not None and event.when.spans:
        when = _evidence(article, event.sentence, *event.when.spans[0])
    return TimelineEntry(
        date=event.date,
        when=when,
        basis=event.basis,
        planned=event.planned,
        evidence=_evidence(article, event.sentence, *_bounds(event)),
        placed=told.place.placed,
        days=told.place.days,
        other=tuple(told.other.values()),
    )


def _bounds(event: Event) -> tuple[int, int]:
    return event.what.spans[0].start, event.what.spans[-1].end


def _evidence(article: Article, sentence: int, start: int, end: int) -> Evidence:
    return Evidence(
        article=article.id, field="text", sentence=sentence, start=start, end=end, text=article.text[start:end]
    )
