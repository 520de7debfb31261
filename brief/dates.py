"""Date expressions and the days, months or years they stand for, in English, Spanish, French and German.

A weekday or a month without a year is resolved against the day the article was published; without that day it stays
unresolved. Nothing is made finer than the words: a month stays a month.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from brief.date_words import (
    AGO,
    FUTURE,
    MONTHS,
    ORDINALS,
    RELATIVE,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from brief.schema import Basis


class DateWords(NamedTuple):
    """Date words in place, and what they stand for.

    `date` is an ISO day, month, year or `from/to`, or null when the words can't be resolved.
    """

    start: int
    end: int
    date: str | None
    basis: Basis


def _any(words: object) -> str:
    return "|".join(sorted((re.escape(str(w)) for w in words), key=len, reverse=True))  # type: ignore[attr-defined]


_M = _any(MONTHS)
_W = _any(WEEKDAYS)
_DAY = r"(?P<d{0}>[0-3]?\d)(?:st|nd|rd|th|er|\.|º)?"
_ISO = re.compile(r"\b(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>[01]\d)(?:-(?P<d>[0-3]\d))?\b")
_DAY_MONTH = re.compile(
    rf"(?:\b(?P<wd>{_W}),?\s+)?(?:\b(?:the|el|le|am|den|on|du|der)\s+)?\b(?P<d>[0-3]?\d)(?:st|nd|rd|th|er|\.|"
    rf"º)?\s+(?:of\s+|de\s+)?"
    rf"(?P<m>{_M})\b\.?(?:,?\s+(?:de\s+|del\s+)?(?P<y>(?:1[5-9]|20)\d\d)\b)?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?:\b(?P<wd>{_W}),?\s+)?\b(?P<m>{_M})\b\.?\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+(?P<y>(?:1[5-9]|"
    rf"20)\d\d)\b)?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    rf"\bthe (?P<d>{_any(ORDINALS)}) of (?P<m>{_M})\b(?:,?\s+(?P<y>(?:1[5-9]|20)\d\d)\b)?", re.IGNORECASE
)
_MONTHS_OF_YEAR = re.compile(
    rf"\b(?:between|from|entre|de|zwischen|von)\s+(?P<m>{_M})\s+(?:and|to|until|through|y|et|a|à|und|bis)\s+"
    rf"(?P<m2>{_M})\s+(?:of\s+|de\s+|del\s+)?(?P<y>(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b(?P<m>{_M})\b\.?\s+(?:of\s+|de\s+|del\s+)?(?P<y>(?:1[5-9]|20)\d\d)\b", re.IGNORECASE)
_MONTH = re.compile(
    rf"\b(?:in|since|until|by|from|of|last|next|early|late|mid|en|desde|depuis|seit|im|ab|until|till|hasta|before|"
    rf"after|de|through|this|through|into|jusqu'en|début|fin|anfang|mitte|ende|finales de|principios de|mediados de|"
    rf"bis)"
    rf"[\s-]+(?P<m>{_M})\b(?!\s+\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?:in|since|until|by|from|of|en|desde|depuis|seit|im Jahr|im Jahre|de|during|before|after|for|hasta|bis|"
    r"Jahr|año|through)"
    r"\s+(?P<y>(?:1[5-9]|20)\d\d)\b(?![\d,.]*\d|[-–]\d)(?!\s+(?:euro|dollar|people|person|hectare|metre|tonne|"
    r"crown)s?)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"\b(?:(?P<rel>last|next|this|coming|past|kommenden|nächsten|letzten|vergangenen)\s+)?(?P<wd>{_W})\b"
    rf"(?:\s+(?P<after>pasado|próximo|dernier|prochain))?",
    re.IGNORECASE,
)
_REL = re.compile(rf"\b(?P<r>{_any(RELATIVE)})\b", re.IGNORECASE)
_AGO = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{_any(AGO)})\s+(?P<u>{_any(UNITS)})\s+(?:ago|earlier|before)\b"
    rf"|\b(?:hace|il y a|vor)\s+(?P<n2>\d{{1,3}}|{_any(AGO)})\s+(?P<u2>{_any(UNITS)})\b",
    re.IGNORECASE,
)
_SEASON = re.compile(
    rf"\b(?:(?P<rel>last|this|next|in the|in|im|en|au|cet|el|letzten|letztem|vergangenen|vergangenem|vorigen|diesem|"
    rf"seit dem|since the)\s+)(?P<s>{_any(SEASONS)})\b"
    r"(?:\s+(?:of\s+|de\s+)?(?P<y>(?:1[5-9]|20)\d\d)\b)?",
    re.IGNORECASE,
)
_FUTURE = re.compile(rf"\b(?:{_any(FUTURE)})\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_YEAR_DIGITS = re.compile(r"[12][05-9]\d\d")
_STATED_PUBLISHED = re.compile(r"^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


def parse_day(published: str | None) -> date | None:
    """The day of an ISO day of the years 1500 to 2199; null for null, a month, a year, or what is no such day."""
    stated = _STATED_PUBLISHED.match(published or "")
    if not stated or stated.group(3) is None or not 1500 <= int(stated.group(1)) <= 2199:
        return None
    return calendar_day(int(stated.group(1)), int(stated.group(2)), int(stated.group(3)))


def published_in_words(published: str | None, basis: str, words: str | None) -> str:
    """A date of publication with what it rests on, as the document and the terminal print it."""
    if published is None:
        return f"date unknown ({words} in the header)" if words else "date not stated"
    if basis == "inferred" and words:
        return f"{published} (inferred: {words} in the header)"
    return f"{published} (supplied)" if basis == "supplied" else published


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day of these numbers; null when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def find_dates(text: str, published: str | None) -> tuple[DateWords, ...]:
    """Date words of a stretch of text, in reading order, without overlaps; offsets in code points of `text`.

    `published` is the article's ISO day (or null).
    """
    today = parse_day(published)
    words = frozenset(_WORD.findall(_folded(text)))
    found: list[DateWords] = []
    for needed, pattern, resolve in _READERS:
        if needed.isdisjoint(words) if needed else not _YEAR_DIGITS.search(text):
            continue
        for m in pattern.finditer(text):
            if any(f.start < m.end() and m.start() < f.end for f in found[-400:]):
                continue
            start, end = _trimmed(m)
            read = resolve(m, today, is_future(text, m.start()))
            if read is not None:
                found.append(DateWords(start, end, *read))
    return tuple(sorted(found))


def is_planned(clause: str) -> bool:
    """True when the words tell something as still to come: will, is due, plans to."""
    return _FUTURE.search(clause) is not None


def _folded(text: str) -> str:
    """Lower case as patterns without case see it: also a long s, and an i without or with too many dots."""
    return text.lower().replace("ſ", "s").replace("i\u0307", "i").replace("ı", "i")


def _trimmed(m: re.Match[str]) -> tuple[int, int]:
    end = m.end()
    while end > m.start() and m.string[end - 1] in ". ,":
        end -= 1
    return m.start(), end


def is_future(text: str, at: int) -> bool:
    """True when the words before date words at `at` tell something as still to come on that date."""
    near = text[max(0, at - 90) : at]
    cut = max(near.rfind(mark) for mark in (";", '"', "”", "“"))
    if re.search(
        r"\b(?:until|by|from|starting|bis|hasta|ab|jusqu'au|d['’]ici (?:à|au)|à partir (?:de|du)|a partir del?|"
        r"before)\s*(?:\w+\s+)?$",
        near[-24:],
        re.IGNORECASE,
    ):
        if _OPENS.search(near):
            after = re.split(r"[.;,:?!]", text[at : at + 80], maxsplit=1)[0]
            return not _PAST_TENSE.search(after) or _FUTURE.search(after) is not None
        if near[-24:].lower().rstrip().endswith(_OPEN_ENDED):
            return True
        return not _PAST_TENSE.search(near[cut + 1 :]) or _FUTURE.search(near[cut + 1 :]) is not None
    spoken = _PAST_SPEECH.search(near[-28:] + "|")
    if spoken and not _FUTURE.search(spoken.group()):
        return False
    came = _CAME.search(near)
    if came is not None and came.group("be") is None and came.group("verb").lower() not in _TO_COME:
        return False
    if _SINCE.search(near) and _POSSESSIVE.match(text, at):
        return False
    if _WILL.match(text, at) and not _PAST_TENSE.search(near[cut + 1 :]):
        return True
    return _FUTURE.search(near[cut + 1 :]) is not None or bool(_PRESENT_FUTURE.search(near))


_OPEN_ENDED = ("until", "bis", "hasta", "jusqu'au", "jusqu’au")
_OPENS = re.compile(r"(?:^|[.;:!?,]\s)\W*\w+\s+(?:the\s+)?$")
_CAME = re.compile(
    r"(?P<be>\b(?:be|been|being)\s+(?:\w{1,20}ly\s+)?)?\b(?P<verb>\w{2,20}ed|began|came|fell|rose|went|took|broke|struck|"
    r"met|won|lost|held)\s+(?:(?:early|late|again|there)\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\w{1,20}['’]s\b")
_WILL = re.compile(
    r"[^.,;:?!'’]{0,24}?\b(?:will|shall|is to|are to|wird|werden|sera|seront|será|serán)\b", re.IGNORECASE
)
_TO_COME = frozenset("planned expected scheduled slated announced billed booked called".split())
_SINCE = re.compile(r"\b(?:after|since|following|over|about)\s+$", re.IGNORECASE)
_PAST_TENSE = re.compile(
    r"\b(?:had|has|have|was|were|rose|fell|stood|came|went|began|made|took|\w{3,}ed|había|fue|era|avait|était|hatte|"
    r"war|waren|wurde)\b",
    re.IGNORECASE,
)
_PAST_SPEECH = re.compile(
    r"\b(?:said|not say|not comment|told|announced|reported|says|declared|stated|dijo|declaró|anunció|informó|afirmó|"
    r"aseguró|negó|a déclaré|a annoncé"
    r"|a dit|sagte|erklärte|teilte|mitteilte|bestätigte|confirmed|denied|added|ordered|promised)\b[^.;]{0,24}$",
    re.IGNORECASE,
)
_PRESENT_FUTURE = re.compile(
    r"\b(?:falls|follows?|opens?|reopens?|begins?|starts?|takes over|resumes?|ends|meets?|votes|expires?|returns?|"
    r"elects|öffnet|beginnt|startet|wird|werden|empieza|comienza|commence|ouvre|rouvre|reprend)\b[^.;]{0,40}$|"
    r"\bagain on\s+$",
    re.IGNORECASE,
)

Read = tuple[str | None, Basis]
_Resolve = Callable[[re.Match[str], date | None, bool], Read | None]


def _iso(m: re.Match[str], today: date | None, future: bool) -> Read | None:
    return m.group(), "stated"


def _day(m: re.Match[str], today: date | None, future: bool) -> Read | None:
    month, written = MONTHS[_folded(m.group("m"))], _folded(m.group("d"))
    day = ORDINALS.get(written) or int(written)
    if m.group("y"):
        stated = calendar_day(int(m.group("y")), month, day)
        return (stated.isoformat(), "stated") if stated else None
    if today is None:
        return None, "unknown"
    years = [today.year - 1, today.year, today.year + 1]
    days = [d for d in (calendar_day(y, month, day) for y in years) if d is not None]
    if not days:
        return None
    low, high = (today, date.max) if future else (date.min, today + timedelta(days=_SOON))
    days = [d for d in days if low <= d <= high] or days
    nearest = min(days, key=lambda d: (abs((d - today).days), d > today))
    return nearest.isoformat(), "inferred"


_SOON = 60  # days ahead that a day without a year may lie when no word puts it in the future


def _month_year(m: re.Match[str], today: date | None, future: bool) -> Read | None:
    return f"{int(m.group('y')):04d}-{MONTHS[m.group('m').lower()]:02d}", "stated"


def _months_of_year(m: re.Match[str], today: date | None, future: bool) -> Read | None:
    first, last = MONTHS[_folded(m.group("m"))], MONTHS[_folded(m.group("m2"))]
    year = int(m.group("y"))
    return f"{year - (first > last):04d}-{first:02d}/{year:04d}-{last:02d}", "stated"


def _month(m: re.Match[str], today: date | None, future: bool) -> Read | None:
    name = m.group("m")
    if not name[0].isupper() and name.lower() in ("may", "march"):
        return None
    if today is None:
        return None, "unknown"
    month, year = MONTHS[_folded(name)], today.year
    word = m.group().split()[0].lower()
    if word in ("until", "by", "next", "till", "hasta", "bis", "jusqu'en") or future:
        year += month < today.month
    elif month > today.month:
        year -= 1
    return f"{year:04d}-{month:02d}", "inferred"


def _year(m: re.Match[str], today: date | None, future: bool) -> Read | None:
    return m.group("y"), "stated"


def _weekday(m: re.Match[str], today: date | None, future: bool) -> Read | None:
    name = m.group("wd")
    if name.lower() in ("sat", "sun", "mon", "wed", "fri", "mar") or (name.islower() and name in ("sun", "mars")):
        return None
    if today is None:
        return None, "unknown"
    wanted = WEEKDAYS[_folded(name)]
    relation = f"{m.group('rel') or ''}{m.group('after') or ''}".lower()
    ahead = (wanted - today.weekday()) % 7
    back = (today.weekday() - wanted) % 7
    if relation in ("next", "coming", "kommenden", "nächsten", "próximo", "prochain") or (future and not relation):
        return (today + timedelta(days=ahead or 7)).isoformat(), "inferred"
    if relation in ("last", "past", "letzten", "vergangenen", "pasado", "dernier"):
        return (today - timedelta(days=back or 7)).isoformat(), "inferred"
    return (today - timedelta(days=back)).isoformat(), "inferred"


def _relative(m: re.Match[str], today: date | None, future: bool) -> Read | None:
    if today is None:
        return None, "unknown"
    unit, step = RELATIVE[re.sub(r"\s+", " ", _folded(m.group("r")))]
    return _shift(today, unit, step), "inferred"


def _shift(today: date, unit: str, step: int) -> str | None:
    if unit == "day":
        return (today + timedelta(days=step)).isoformat()
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * step)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return f"{today.year + step:04d}" if 1 <= today.year + step <= 9999 else None


def _ago(m: re.Match[str], today: date | None, future: bool) -> Read | None:
    if today is None:
        return None, "unknown"
    written, unit = m.group("n") or m.group("n2"), UNITS[_folded(m.group("u") or m.group("u2"))]
    number = int(written) if written.isdigit() else AGO[_folded(written)]
    if unit == "day":
        return (today - timedelta(days=number)).isoformat(), "inferred"
    if unit == "week":
        return _shift(today, "week", -number), "inferred"
    return _shift(today, unit, -number), "inferred"


def _season(m: re.Match[str], today: date | None, future: bool) -> Read | None:
    first = SEASONS[_folded(m.group("s"))]
    if m.group("y"):
        year = int(m.group("y"))
        basis: Basis = "stated"
    elif today is None:
        return None, "unknown"
    else:
        basis = "inferred"
        year = today.year
        relation = m.group("rel").lower()
        if relation == "next" or (future and relation != "last"):
            year += first < today.month
        elif first > today.month or (
            relation in ("last", "letzten", "letztem", "vergangenen", "vergangenem", "vorigen")
            and first + 2 >= today.month
        ):
            year -= 1
    last = first + 2
    return f"{year:04d}-{first:02d}/{year + (last > 12):04d}-{(last - 1) % 12 + 1:02d}", basis


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(_WORD.findall(phrase)[-1] for phrase in phrases)


# With each pattern, the words of which a text must hold one; no words: the digits of a year.
_A_MONTH, _A_YEAR = frozenset(MONTHS), frozenset[str]()
_READERS: tuple[tuple[frozenset[str], re.Pattern[str], _Resolve], ...] = (
    (_A_YEAR, _ISO, _iso),
    (_A_MONTH, _DAY_MONTH, _day),
    (_A_MONTH, _MONTH_DAY, _day),
    (frozenset(ORDINALS), _ORDINAL, _day),
    (_A_MONTH, _MONTHS_OF_YEAR, _months_of_year),
    (_A_MONTH, _MONTH_YEAR, _month_year),
    (frozenset(UNITS), _AGO, _ago),
    (_last_words(RELATIVE), _REL, _relative),
    (frozenset(SEASONS), _SEASON, _season),
    (frozenset(WEEKDAYS), _WEEKDAY, _weekday),
    (_A_MONTH, _MONTH, _month),
    (_A_YEAR, _YEAR, _year),
)
