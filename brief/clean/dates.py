"""Dates and times as single lines above an article write them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from brief.date_words import (
    AGO_AFTER,
    AGO_BEFORE,
    HEADER_DAYS,
    HEADER_MONTHS,
    HEADER_NUMBERS,
    HEADER_UNITS,
    HEADER_WEEKDAYS,
)
from brief.dates import calendar_day

_YEAR = re.compile(r"\d{4}")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_POINTS = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|º|er)?\s+(?:de\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_EAST_ASIAN = re.compile(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_MONTH_YEAR = re.compile(r"(?<![^\W\d_])(?<!\d )(?<!\d\. )([^\W\d_]{3,10})\.?\s+(?:de\s+)?(\d{4})(?!\d)")
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3])[:.]([0-5]\d)(?!\.?\d)(?:\s?([ap])\.?m\b)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ICON = re.compile(r"\W*[^\W\d_]{2,12}(?=\d)")
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)*")
_ORDINAL = re.compile(r"(\d) (st|nd|rd|th|er)\b")
_EAST_ASIAN_AGO = re.compile(r"(\d{1,3})\s?([日天週間周주时時小个個か月ヶ개월年년分钟鐘시간일분]{1,2})\s?[前전]")
_ON = frozenset("on el le am op på den na".split())
_UNIT_WORDS = frozenset(word for word in HEADER_UNITS if len(word) > 1)
_AGO_WORDS = frozenset("ago vor il y a hace há fa geleden sedan siden назад".split())


class Moment(NamedTuple):
    """A day, and the minute of it where that is known: when a page was saved."""

    day: date
    minute: int | None = None


def stated_date(line: str) -> tuple[str, tuple[int, int]] | None:
    """Return the first date of a line as ISO day or month, with its place in the line; None without one.

    A date written 3/4/2025 is read only when one number can't be a month, else as its year. Relative words are no date.
    """
    if not _YEAR.search(line):
        return None
    for pattern, order in ((_ISO, "ymd"), (_EAST_ASIAN, "ymd"), (_POINTS, "dmy"), (_DAY_FIRST, "dmy")):
        for found in pattern.finditer(line):
            day = _day(**dict(zip(order, found.groups(), strict=True)))
            if day:
                return day, found.span()
    for found in _MONTH_FIRST.finditer(line):
        month, number, year = found.groups()
        day = _day(y=year, m=month, d=number)
        if day:
            return day, found.span()
    for found in _SLASHES.finditer(line):
        first, second, year = found.groups()
        if int(first) > 12 or first == second:
            day = _day(y=year, m=second, d=first)
        elif int(second) > 12:
            day = _day(y=year, m=first, d=second)
        else:
            return year, found.span()
        if day:
            return day, found.span()
    for found in _MONTH_YEAR.finditer(line):
        month_number = HEADER_MONTHS.get(found[1].lower())
        if month_number and 1800 <= int(found[2]) <= 2199:
            return f"{found[2]}-{month_number:02}", found.span()
    return None


def clock_time(line: str) -> int | None:
    """Return the time of day that a line states first, as minutes since midnight; None without one."""
    found = _CLOCK.search(line)
    if found is None:
        return None
    hour = int(found[1])
    if found[3]:
        hour = hour % 12 + (12 if found[3] in "pP" else 0)
    return hour * 60 + int(found[2])


def is_relative_time(line: str) -> bool:
    """Tell whether a short line says no more than how long ago something appeared: 2 days ago."""
    if len(line) > 40:
        return False
    if _EAST_ASIAN_AGO.fullmatch(line.strip()):
        return True
    words = [word.lower() for word in _WORD.findall(line)]
    return 2 <= len(words) <= 5 and not _UNIT_WORDS.isdisjoint(words) and not _AGO_WORDS.isdisjoint(words)


def relative_words(piece: str) -> str | None:
    """Return the words when a piece of a line is nothing but a time without its date, icons and a time of day aside.

    Such are: 2 days ago, yesterday, on Tuesday, 4 March, and the same in other languages.
    """
    tokens = _TOKEN.findall(_CLOCK.sub(" ", _ICON.sub("", piece, count=1)))
    if not tokens or len(tokens) > 6 or _meaning(tuple(token.lower() for token in tokens)) is None:
        return None
    return _ORDINAL.sub(r"\1\2", " ".join(tokens))


def resolve(words: str, seen: Moment) -> str | None:
    """Return the ISO day, month or year that relative words stand for on a page seen at a moment; None when unclear.

    Hours are counted only as finely as the moment allows: without a time of day, a day ago and the same day differ.
    """
    meaning = _meaning(tuple(token.lower() for token in _TOKEN.findall(words)))
    if meaning is None:
        return None
    kind, number = meaning
    day = seen.day
    if kind == "weekday":
        return (day - timedelta(days=(day.weekday() - number) % 7)).isoformat()
    if kind == "month and day":
        days = (calendar_day(year, *divmod(number, 100)) for year in (day.year, day.year - 1))
        return next((found.isoformat() for found in days if found and found <= day), None)
    if kind == "day":
        return (day - timedelta(days=number)).isoformat()
    if kind == "week":
        return _common(day - timedelta(days=7 * number + 6), day - timedelta(days=7 * number))
    if kind == "month":
        months = day.year * 12 + day.month - 1 - number
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if kind == "year":
        return f"{day.year - number:04d}"
    before = timedelta(minutes=number * (60 if kind == "hour" else 1))
    midnight = datetime(day.year, day.month, day.day)
    if seen.minute is not None:
        return (midnight + timedelta(minutes=seen.minute) - before).date().isoformat()
    return _common((midnight - before).date(), (midnight + timedelta(hours=24, minutes=-1) - before).date())


def _meaning(tokens: tuple[str, ...]) -> tuple[str, int] | None:
    """Return what kind of time the tokens tell, with its number; None for anything else."""
    if tokens and tokens[0] in _ON:
        tokens = tokens[1:]
    if len(tokens) == 1 and tokens[0] in HEADER_DAYS:
        return "day", -HEADER_DAYS[tokens[0]]
    if len(tokens) == 1 and tokens[0] in HEADER_WEEKDAYS:
        return "weekday", HEADER_WEEKDAYS[tokens[0]]
    return _ago(tokens) or _month_and_day(tokens)


def _ago(tokens: tuple[str, ...]) -> tuple[str, int] | None:
    if tokens and tokens[-1][-1] in "前전" and len(tokens) == 2 and tokens[0].isdecimal():
        tokens = (tokens[0], tokens[1][:-1])
    else:
        intro = next((words for words in AGO_BEFORE if tokens[: len(words)] == words), ())
        after = bool(tokens) and tokens[-1] in AGO_AFTER
        if not intro and not after:
            return None
        tokens = tokens[len(intro) : len(tokens) - after]
    if len(tokens) != 2 or tokens[1] not in HEADER_UNITS:
        return None
    number = int(tokens[0]) if tokens[0].isdecimal() else HEADER_NUMBERS.get(tokens[0])
    return (HEADER_UNITS[tokens[1]], number) if number is not None and number < 1000 else None


def _month_and_day(tokens: tuple[str, ...]) -> tuple[str, int] | None:
    rest = [t for t in tokens if t not in HEADER_WEEKDAYS and t not in ("de", "th", "st", "nd", "rd", "er")]
    months = [HEADER_MONTHS[t] for t in rest if t in HEADER_MONTHS]
    days = [int(t) for t in rest if t.isdecimal() and len(t) <= 2]
    if len(rest) != 2 or len(months) != 1 or len(days) != 1 or not calendar_day(2024, months[0], days[0]):
        return None
    return "month and day", months[0] * 100 + days[0]


def _common(first: date, last: date) -> str | None:
    """Return the day, month or year that both days share."""
    one, other = first.isoformat(), last.isoformat()
    return next((one[:size] for size in (10, 7, 4) if one[:size] == other[:size]), None)


def _day(y: str, m: str, d: str) -> str | None:
    month = int(m) if m.isdigit() else HEADER_MONTHS.get(m.lower(), 0)
    if not 1800 <= int(y) <= 2199:
        return None
    found = calendar_day(int(y), month, int(d))
    return found.isoformat() if found else None
