"""What a model and the rules tell together: the model's events with the days that the rules read, and the rules' own.

A model finds the happenings of an article better than the rules; the rules know better on which day a sentence is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from brief.schema import Article, Event, Sentence, Span, Words
from brief.sentences import split_sentences
from brief.summarise.events import find_days

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def joint_events(article: Article, told: Sequence[Event], ruled: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events of an article for the timeline, in reading order, numbered anew.

    `told` are the model's, `ruled` the rules'. What both tell of one day in a sentence is one event, as widely as the
    rules tell it; an event that stands alone in its sentence has the whole of it. Events of the model whose words were
    not found are left out.
    """
    sentences = split_sentences(article.text)
    days = find_days(article, sentences)
    by_rules: defaultdict[int, list[Event]] = defaultdict(list)
    for event in ruled:
        by_rules[event.sentence].append(event)
    by_model: defaultdict[int, list[Event]] = defaultdict(list)
    for event in told:
        if event.what.spans:
            by_model[event.sentence].append(event)
    joint: list[Event] = []
    for number in sorted({*by_rules, *by_model}):
        own = [_dated(event, by_rules[number], days) for event in by_model[number]]
        joint += _of_sentence(article, sentences[number - 1], own, by_rules[number])
    joint.sort(key=lambda e: (e.what.spans[0].start, e.what.spans[-1].end))
    return tuple(event.model_copy(update={"id": f"e{n}"}) for n, event in enumerate(joint, start=1))


def _of_sentence(article: Article, sentence: Sentence, own: Sequence[Event], ruled: Sequence[Event]) -> list[Event]:
    """The events of one sentence, each once; `own` are the model's with their days."""
    found: list[Event] = []
    rest = list(own)
    for event in ruled:
        same = [o for o in rest if _common(o, event) and event.date in (None, o.date)]
        found.append(same[0].model_copy(update={"what": event.what}) if same else event)
        rest = [o for o in rest if o not in same or o.date != same[0].date]
    if not ruled and len(rest) == 1:
        span = Span(sentence.start, sentence.end)
        whole = Words(spans=(span,), text=article.text[span.start : span.end])
        return [rest[0].model_copy(update={"what": whole})]
    return found + rest


def _dated(event: Event, ruled: Sequence[Event], days: Mapping[int, str]) -> Event:
    """The event with the date of the rules' event at its place, where its own words do not say better."""
    same = max(ruled, key=lambda r: (_holds(event, r.when), _common(event, r), -_length(r)), default=None)
    if same is None or not _common(event, same):
        same = None
    elif event.date and same.when is not None and _holds(event, event.when) and not _holds(event, same.when):
        return event
    if same is not None and same.date is not None and (same.when is not None or not event.planned):
        return event.model_copy(
            update={"date": same.date, "basis": same.basis, "when": same.when, "planned": same.planned}
        )
    if event.date is not None:
        return event
    year = _YEAR.search(event.when.text) if event.when is not None else None
    if year is not None:
        return event.model_copy(update={"date": year.group(), "basis": "stated"})
    day = None if same is not None or event.planned else days.get(event.sentence)
    return event if day is None else event.model_copy(update={"date": day, "basis": "inferred", "when": None})


def _common(one: Event, other: Event) -> int:
    """Characters that two events have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.what.spans for b in other.what.spans)


def _holds(event: Event, words: Words | None) -> bool:
    """True when words stand within an event's."""
    return words is not None and all(
        any(s.start <= w.start and w.end <= s.end for s in event.what.spans) for w in words.spans
    )


def _length(event: Event) -> int:
    return sum(s.end - s.start for s in event.what.spans)
