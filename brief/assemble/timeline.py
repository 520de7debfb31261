"""The timeline: which events are printed, in which rows, and what the place of each rests on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median_low

from brief.assemble.chronology import chronology
from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.assemble.statements import content_words
from brief.intervals import interval, names_part_of_year, stretch, weekday_in, written
from brief.schema import Line, Part, Span, TimelineEntry, TimelinePanel, TimelineRow
from brief.sections import TIMELINE, section

MOST_EVENTS = 16
SHORTEST_GAP = 7
"""Days without a dated event that are worth a line, when they are also `LONG` times the usual stretch."""
LONG = 3
MOST_TELLINGS = 5
"""Other texts whose telling of an event is cited beside it."""
SAYING = 0.5
"""Share of an event's words that are somebody's statement, from which on it is a saying rather than a happening."""

_DASH = "—"
_DAY = len("2026-03-09")


def timeline(
    entries: Sequence[TimelineEntry], register: Register, material: Material
) -> tuple[tuple[TimelineRow, ...], tuple[TimelinePanel, ...]]:
    """Return the rows in order and the figure's facts.

    Of many events those are kept that share most words with other texts, happenings before sayings. Dated events come
    first, with a line where a long stretch has none; then, article by article, those that state no date.
    """
    fit = [told for entry in entries if (told := _from_fit_text(entry, material)) is not None]
    kept = _kept(fit, material)
    gaps = _gaps(fit)
    rows: list[TimelineRow] = []
    numbered: list[tuple[int, TimelineEntry]] = []
    block: str | None = None
    reached = 0
    for entry in kept:
        days = interval(entry.date) if entry.date else None
        here = None if days or entry.placed in ("sequence", "article_date") else entry.evidence.article
        if here is not None and here != block:
            rows.append(_heading(entry, material, first=block is None))
        block = here
        if days:
            passed = [length for after, length in gaps if reached and reached <= after < days[0]]
            rows.extend(_gap_row(length) for length in passed)
            reached = max(reached, days[1])
        numbered.append((len(numbered) + 1, entry))
        rows.append(_row(len(numbered), entry, register, material))
    left = sum(map(_worth, fit)) - len(kept)
    if left > 0:
        more = f"{left} further event{'s' if left > 1 else ''} with a time: in the record, not in this table."
        rows.append(_between("More", more, _DASH, _DASH))
    return tuple(rows), chronology(numbered, dict(gaps), material)


def _from_fit_text(entry: TimelineEntry, material: Material) -> TimelineEntry | None:
    """Return the entry told by an article that is fit to quote: another telling of it when its own is not."""
    if entry.evidence.article not in material.unfit:
        return entry
    fit = [other for other in entry.other if other.article not in material.unfit]
    if not fit or entry.date is None:
        return None
    return entry.model_copy(update={"evidence": fit[0], "when": None, "other": tuple(fit[1:])})


def _kept(entries: Sequence[TimelineEntry], material: Material) -> list[TimelineEntry]:
    spread = Counter(word for article in material.used for word in content_words(article.text))
    said: defaultdict[str, list[Span]] = defaultdict(list)
    for summary in material.summaries:
        for statement in summary.attributions:
            said[summary.article] += statement.content.spans

    def weight(position: int) -> float:
        entry = entries[position]
        words = content_words(entry.evidence.text)
        shared = sum(spread[word] - 1 for word in words if spread[word]) / (len(words) + 5)
        told = entry.evidence
        spoken = sum(max(0, min(s.end, told.end) - max(s.start, told.start)) for s in said[told.article])
        dated = 1.5 if entry.date and len(entry.date) == _DAY else 1
        return dated * (shared + len(entry.other)) * (0.5 if spoken >= SAYING * (told.end - told.start) else 1)

    worth = [n for n, e in enumerate(entries) if _worth(e)]
    best = sorted(sorted(worth, key=weight, reverse=True)[:MOST_EVENTS])
    return [entries[n] for n in best]


def _worth(entry: TimelineEntry) -> bool:
    return entry.when is not None or entry.placed == "sequence" or bool(entry.other)


def _gaps(entries: Sequence[TimelineEntry]) -> list[tuple[int, int]]:
    """Return the long stretches without a dated event in any text: the last day before each, and its days."""
    days = sorted(found for e in entries if e.date and (found := interval(e.date)))
    gaps: list[tuple[int, int]] = []
    reached = days[0][1] if days else 0
    for _, (first, last) in pairwise(days):
        if first > reached + 1:
            gaps.append((reached, first - reached - 1))
        reached = max(reached, last)
    usual = median_low(length for _, length in gaps) if len(gaps) > 1 else 0
    return [(after, length) for after, length in gaps if length >= max(SHORTEST_GAP, LONG * usual)]


def _gap_row(length: int) -> TimelineRow:
    return _between(stretch(length), "No text has an event with a date in this time.", _DASH, "Gap")


def _heading(entry: TimelineEntry, material: Material, *, first: bool) -> TimelineRow:
    source = f"S{material.number(entry.evidence.article)}"
    why = f"{source} states no date. "
    if first:
        why += "Its days stand in an order of their own; how they lie beside those of other texts is not known."
    else:
        why += "Its days stand in an order of their own."
    return _between(f"Days of {source}", why, source, "Unknown")


def _between(when: str, what: str, sources: str, basis: str) -> TimelineRow:
    return TimelineRow(
        when=Line(parts=(Part(kind="text", text=when),)),
        what=Line(parts=(Part(kind="text", text=what),)),
        sources=sources,
        basis=basis,
    )


def _row(number: int, entry: TimelineEntry, register: Register, material: Material) -> TimelineRow:
    place = section(TIMELINE)
    when: list[Part] = []
    if entry.date is not None:
        when.append(Part(kind="bold", text=written(entry.date)))
    if entry.when is not None:
        if when:
            when.append(Part(kind="text", text=" "))
        when.extend(part for part in register.quote(entry.when, place) if part.kind == "quote")
    keys = (key for other in entry.other[:MOST_TELLINGS] for key in register.cite(other, place))
    told = dict.fromkeys(material.number(e.article) for e in (entry.evidence, *entry.other))
    basis = _basis(entry, material)
    return TimelineRow(
        number=number,
        when=Line(parts=tuple(when) or (Part(kind="text", text=_DASH),)),
        what=Line(parts=(*register.quote(entry.evidence, place), *keys)),
        sources=_sources(told),
        basis=f"{basis}; planned" if entry.planned else basis,
    )


def _sources(numbers: Iterable[int]) -> str:
    order = sorted(numbers)
    more = len(order) - MOST_TELLINGS - 1
    return ", ".join(f"S{number}" for number in order[: MOST_TELLINGS + 1]) + (f" and {more} more" if more > 0 else "")


def _basis(entry: TimelineEntry, material: Material) -> str:
    source = f"S{material.number(entry.evidence.article)}"
    if entry.date is not None and entry.basis == "stated":
        return "Stated"
    if entry.when is not None and entry.date is not None:
        return f"Inferred from {source}’s date"
    if entry.placed == "sequence":
        return "Inferred from words of order or the hour"
    if entry.date is not None:
        return f"Inferred from the days {source} tells of"
    if entry.when is None:
        return "Unknown"
    if entry.days is not None:
        counted = weekday_in(entry.when.text) is None
        return f"Counted from {source}’s own day" if counted else f"Weekday of {source}’s own week"
    published = material.article[entry.evidence.article].published
    missing = "day" if published else "year" if names_part_of_year(entry.when.text) else "date"
    return f"Unknown: {source} states no {missing}"
