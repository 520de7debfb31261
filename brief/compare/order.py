"""The place of an event among the events of a set: its days, its hour, the words that put it before or after another.

Dates come first. Within one day the hour of the clock decides, then words such as "before that" and "later", then tense
(what had happened before what happened, what is planned last), then the day the article came out and the order of
reading. An article that states no date has a calendar of its own, in which only distances from its news day are known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from brief.date_words import RELATIVE
from brief.dates import find_dates
from brief.intervals import interval, weekday_in
from brief.schema import Article, Event
from brief.schema.comparison import Placed

_CLOCK = re.compile(
    r"\b(?P<h>[01]?\d|2[0-3])[:.h](?P<m>[0-5]\d)\b(?:\s?(?P<half>[ap])\.?m\b)?"
    r"|\b(?P<h2>1[0-2]|[1-9])\s?(?P<half2>[ap])\.?m\b|\b(?P<h3>[01]?\d|2[0-3])\s?Uhr\b"
    r"|\b(?P<part>dawn|morning|noon|midday|afternoon|dusk|evening|tonight|night)\b",
    re.IGNORECASE,
)
_PARTS = {
    "dawn": 330, "morning": 540, "noon": 720, "midday": 720, "afternoon": 900, "dusk": 1140, "evening": 1140,
    "night": 1320, "tonight": 1320,
}  # fmt: skip
_BEFORE = re.compile(
    r"^\W*(?:before that|earlier|previously|beforehand|antes|anteriormente|auparavant|plus tôt|zuvor|vorher|davor)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\W*(?:then|after that|afterwards?|later|thereafter|shortly after|soon after|subsequently|finally|"
    r"(?:\w+\s){0,2}(?:minutes?|hours?) (?:later|afterwards?)|entonces|después|luego|más tarde|puis|ensuite|plus tard|"
    r"dann|danach|später|anschließend)\b",
    re.IGNORECASE,
)
_HAD = re.compile(
    r"\b(?:had|había|habían|avait|avaient|hatte|hatten)\s+(?:\w+ly\s+|already\s+|been\s+|ya\s+|déjà\s+|bereits\s+)?\w{3,}",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r'["“”„«»]|\b(?:said|says|told|according to|dijo|según|a dit|selon|sagte|laut)\b',
    re.IGNORECASE,
)
_MONDAYS = (date(2001, 1, 1), date(2001, 7, 16))
"""Two Mondays in different months: words that count from the day of telling give one distance from both."""

_FIRST_NAMED = 1.5  # days by which the first weekday named may lie further from the others
_DAY_WORDS = frozenset(words for words, (unit, _) in RELATIVE.items() if unit == "day")


@dataclass(frozen=True)
class Place:
    """Where an event stands: sort by `key`, dated events apart from those of articles without a date."""

    first: int | None
    last: int | None
    days: int | None
    placed: Placed
    key: tuple[float, ...]


def places(article: Article, events: Sequence[Event], rank: int) -> list[Place]:
    """The place of each event of one article, in its order of reading; `rank` numbers the article in the set."""
    published = interval(article.published) if article.published else None
    today = _news_day(events)
    found: list[Place] = []
    before: Place | None = None
    for number, event in enumerate(events):
        text = event.what.text
        days = interval(event.date) if event.date else None
        own = None if days or published else _distance(event, today)
        placed: Placed = "date" if event.when is not None and days else "week" if own is not None else "reading"
        back, on = _BEFORE.search(text) is not None, _AFTER.search(text) is not None
        minute: float | None = _minute(text)
        same = before is not None and (days is None or days == (before.first, before.last))
        if days is None and own is None:
            if (
                event.when is None
                and (back or on)
                and before is not None
                and before.first is not None
                and before.last is not None
            ):
                days, placed = (before.first, before.last), "sequence"
            elif published:
                days, placed = published, "article_date"
        elif event.when is None:
            placed = "sequence" if back or on or minute is not None else "article_date" if days == published else placed
        step = 0.0
        if same and before is not None and minute is None:
            minute = None if before.key[3] < 0 else before.key[3]
            if back or (event.when is None and _HAD.search(text) and not _SPEECH.search(text)):
                step = before.key[6] - number - 0.5
        at = days or (0, 0)
        near = before.key[0] if before is not None and before.first is None else 0
        before = Place(
            first=days[0] if days else None,
            last=days[1] if days else None,
            days=own,
            placed=placed,
            key=(
                at[0] if days else own if own is not None else near if event.when is None or _near(event) else -10_000,
                at[1],
                event.planned,
                -1 if minute is None else minute,
                published[0] if published else 0,
                rank,
                number + step,
            ),
        )
        found.append(before)
    return found


def _minute(text: str) -> int | None:
    """Minutes after midnight of the first hour of the clock in the words."""
    m = _CLOCK.search(text)
    if m is None:
        return None
    if m.group("part"):
        return _PARTS[m.group("part").lower()]
    hour = int(m.group("h") or m.group("h2") or m.group("h3"))
    half = (m.group("half") or m.group("half2") or "").lower()
    return (hour % 12 + 12 * (half == "p") if half and hour <= 12 else hour) * 60 + int(m.group("m") or 0)


def _near(event: Event) -> bool:
    """True when the date words are of a day, such as yesterday, and not of a week, month or year."""
    return event.when is not None and event.when.text.lower() in _DAY_WORDS


def _news_day(events: Sequence[Event]) -> int | None:
    """The weekday that an undated article's past days end with; null when it names none.

    Days told as past lie close together, and the first one named is more often the day of the news.
    """
    named = (weekday_in(e.when.text) for e in events if e.when is not None and not e.planned)
    days = list(dict.fromkeys(day for day in named if day is not None))
    spans = {day: max((day - other) % 7 for other in days) - _FIRST_NAMED * (day == days[0]) for day in days}
    return min(days, key=lambda day: spans[day], default=None)


def _distance(event: Event, news_day: int | None) -> int | None:
    """Days from the article's news day, for a weekday; in an article without weekdays, for other days counted from it.

    The two are never counted together: nothing says which weekday the day was that "yesterday" counts from.
    """
    if event.when is None or (weekday_in(event.when.text) is None and news_day is not None):
        return None
    at = event.when.spans[0].start - event.what.spans[0].start
    found = set()
    for monday in _MONDAYS:
        today = monday + timedelta(days=news_day or 0)
        dates = [d.date for d in find_dates(event.what.text, today.isoformat()) if d.start == at and d.date]
        days = interval(dates[0]) if dates else None
        found.add(days[0] - today.toordinal() if days and days[0] == days[1] else None)
    return found.pop() if len(found) == 1 else None
