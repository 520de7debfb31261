"""The facts of the timeline's figure: days in columns, events as marks, one panel for each calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from brief.assemble.material import Material
from brief.intervals import WEEKDAY_NAMES, interval, label_and_year, stretch, weekday_in
from brief.schema import TimelineColumn, TimelineEntry, TimelineMark, TimelinePanel

FEWEST_MARKS = 3
"""Events with a day or period below which no figure is drawn."""

MOST_LANES = 12
"""Texts that have a lane of their own among the dates, when they only tell again what another text tells."""

Numbered = Sequence[tuple[int, TimelineEntry]]


def chronology(rows: Numbered, gaps: Mapping[int, int], material: Material) -> tuple[TimelinePanel, ...]:
    """Return the panels of the figure, none when fewer than `FEWEST_MARKS` of the rows have a day.

    `rows` are the printed events by number; `gaps` maps the last day before a long stretch without an event to its
    length in days.
    """
    dated = [(number, entry) for number, entry in rows if entry.date and interval(entry.date)]
    own: defaultdict[str, list[tuple[int, TimelineEntry]]] = defaultdict(list)
    for number, entry in rows:
        if entry.date is None and entry.days is not None:
            own[entry.evidence.article].append((number, entry))
    if len(dated) + sum(map(len, own.values())) < FEWEST_MARKS:
        return ()
    panels = [_dated(dated, gaps, material)] if dated else []
    return (*panels, *(_own_week(article, told, material) for article, told in own.items()))


def _dated(rows: Numbered, gaps: Mapping[int, int], material: Material) -> TimelinePanel:
    spans = {entry.date: days for _, entry in rows if entry.date and (days := interval(entry.date))}
    order = sorted(spans, key=lambda iso: (spans[iso], iso))
    columns = []
    reached = 0
    for iso in order:
        first, last = spans[iso]
        long = [length for after, length in gaps.items() if reached and reached <= after < first]
        label, year = label_and_year(iso)
        columns.append(TimelineColumn(label=label, year=year, gap=stretch(max(long)) if long else None))
        reached = max(reached, last)
    first_told = {material.number(entry.evidence.article) for _, entry in rows}
    again = {material.number(other.article) for _, entry in rows for other in entry.other} - first_told
    lanes = first_told | set(sorted(again)[: max(0, MOST_LANES - len(first_told))])
    marks = []
    for number, entry in rows:
        if entry.date in spans:
            first, last = spans[entry.date]
            column = order.index(entry.date)
            until = max(n for n, iso in enumerate(order) if n >= column and spans[iso][0] <= last)
            mark = _mark(number, entry, column, until, first < last, material)
            marks.append(mark.model_copy(update={"sources": tuple(s for s in mark.sources if s in lanes)}))
    return TimelinePanel(undated=None, columns=tuple(columns), marks=tuple(marks))


def _own_week(article: str, rows: Numbered, material: Material) -> TimelinePanel:
    days = sorted({entry.days for _, entry in rows if entry.days is not None})
    known = next(
        (
            (weekday - entry.days) % 7
            for _, entry in rows
            if entry.when is not None and entry.days is not None
            if (weekday := weekday_in(entry.when.text)) is not None
        ),
        None,
    )
    labels = [_day_number(day) if known is None or abs(day) > 6 else WEEKDAY_NAMES[(known + day) % 7] for day in days]
    return TimelinePanel(
        undated=material.number(article),
        columns=tuple(TimelineColumn(label=label, year="") for label in labels),
        marks=tuple(
            _mark(number, entry, days.index(entry.days), days.index(entry.days), False, material)
            for number, entry in rows
            if entry.days is not None
        ),
    )


def _day_number(day: int) -> str:
    if day == 0:
        return "its day"
    count = "1 day" if abs(day) == 1 else f"{abs(day)} days"
    return f"{count} {'before' if day < 0 else 'after'}"


def _mark(number: int, entry: TimelineEntry, column: int, until: int, period: bool, material: Material) -> TimelineMark:
    told = {material.number(evidence.article) for evidence in (entry.evidence, *entry.other)}
    stated = entry.basis == "stated" if entry.date else True
    return TimelineMark(
        number=number,
        sources=tuple(sorted(told)),
        column=column,
        until=until,
        period=period,
        stated=stated,
        planned=entry.planned,
    )
