"""Days, months, years and stretches of them: their first and last day, and the words they are printed in."""

from __future__ import annotations

import calendar
import re
from datetime import date

from brief.date_words import MONTHS, SEASONS, WEEKDAYS

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_NAMES = "January February March April May June July August September October November December".split()
_WORD = re.compile(r"\w+")


def interval(iso: str) -> tuple[int, int] | None:
    """First and last day of an ISO day, month, year or `from/to` as ordinals; null for what is no such thing."""
    ends = [_ends(part) for part in iso.split("/")]
    if len(ends) > 2 or None in ends:
        return None
    days = [day for end in ends if end is not None for day in end]
    return (days[0], days[-1]) if days[0] <= days[-1] else None


def weekday_in(words: str) -> int | None:
    """The weekday that date words name, Monday 0; null when they name none."""
    return next((WEEKDAYS[word] for word in _WORD.findall(words.lower()) if word in WEEKDAYS), None)


def names_part_of_year(words: str) -> bool:
    """True when date words name a month or a season: 21 February, in the spring."""
    return any(word in MONTHS or word in SEASONS for word in _WORD.findall(words.lower()))


def written(iso: str) -> str:
    """An ISO day, month, year or `from/to` in words: 9 March 2026; 28 February to 1 March 2026."""
    label, year = label_and_year(iso, short=False)
    return f"{label} {year}".strip()


def label_and_year(iso: str, *, short: bool = True) -> tuple[str, str]:
    """The same in two parts, days and months before the year; `short` cuts months to three letters for a figure."""
    parts = [_parts(part, short) for part in iso.split("/")]
    to = "–" if short else " to "
    (first, first_year), (last, last_year) = parts[0], parts[-1]
    if len(parts) == 1:
        return first, first_year
    if first_year != last_year:
        return f"{first} {first_year}".strip() + to + last, last_year
    shared = first.rpartition(" ")
    if shared[1] and last.endswith(f" {shared[2]}"):
        first = shared[0]
    return f"{first}{to}{last}" if first or last else "", last_year


def stretch(days: int) -> str:
    """A number of days in words: 12 days, about 8 months, about 3 years."""
    if days < 90:
        return f"{days} days"
    return f"about {round(days / 30.4)} months" if days < 730 else f"about {round(days / 365.25)} years"


def _ends(iso: str) -> tuple[int, int] | None:
    try:
        year, month, day = _numbers(iso)
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()


def _numbers(iso: str) -> tuple[int, int, int]:
    numbers = [int(part) for part in iso.split("-", 2)]
    return numbers[0], numbers[1] if numbers[1:] else 0, numbers[2] if numbers[2:] else 0


def _parts(iso: str, short: bool) -> tuple[str, str]:
    year, month, day = _numbers(iso)
    name = "" if not month else _MONTH_NAMES[month - 1][: 3 if short else None]
    return f"{day} {name}" if day else name, str(year)
