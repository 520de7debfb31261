"""Dates as headers of articles state them."""

from __future__ import annotations

import datetime
import re

_MONTHS = (
    "jan january januar januari janvier enero janeiro gennaio ene",
    "feb february februar februari février fevrier febrero fevereiro febbraio févr",
    "mar march märz maart mars marzo março mrz mär",
    "apr april avril abril aprile avr abr",
    "may mai mei mayo maio maggio maj",
    "jun june juni juin junio junho giugno",
    "jul july juli juillet julio julho luglio juil",
    "aug august augustus août aout agosto ago augusti",
    "sep sept september septembre septiembre setembro settembre",
    "oct october oktober octobre octubre outubro ottobre okt out ott",
    "nov november novembre noviembre novembro",
    "dec december dezember décembre decembre diciembre dezembro dicembre dez déc dic",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
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
_UNITS = (
    "second seconds minute minutes min mins hour hours hr hrs day days week weeks month months year years "
    "minuten stunde stunden tag tagen woche wochen monat monaten heure heures jour jours semaine semaines mois "
    "minuto minutos hora horas día días dia dias semana semanas mes meses minuti ora ore giorno giorni settimana "
    "uur uren dag dagen weken час часа часов день дня дней минут недели"
)
_AGO = frozenset("ago vor il y a hace há fa geleden назад".split())
_UNIT_WORDS = frozenset(_UNITS.split())
_WORD = re.compile(r"[^\W\d_]+")


def stated_date(line: str) -> tuple[str, tuple[int, int]] | None:
    """Return the first date of a line as ISO day or month, with its place in the line; None without one.

    A date written 3/4/2025 is read only when one number can't be a month. Relative words are no date.
    """
    if not _YEAR.search(line):
        return None
    for pattern, order in ((_ISO, "ymd"), (_EAST_ASIAN, "ymd"), (_POINTS, "dmy"), (_DAY_FIRST, "dmy")):
        for found in pattern.finditer(line):
            day = _day(**dict(zip(order, found.groups(), strict=True)))
            if day:
                return day, found.span()
    for found in _MONTH_FIRST.finditer(line):
        month, date, year = found.groups()
        day = _day(y=year, m=month, d=date)
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
        month_number = _MONTH.get(found[1].lower())
        if month_number and 1800 <= int(found[2]) <= 2199:
            return f"{found[2]}-{month_number:02}", found.span()
    return None


def is_relative_time(line: str) -> bool:
    """Tell whether a short line says no more than how long ago something appeared: 2 days ago."""
    if len(line) > 40:
        return False
    words = [word.lower() for word in _WORD.findall(line)]
    return 2 <= len(words) <= 5 and bool(_UNIT_WORDS.intersection(words)) and bool(_AGO.intersection(words))


def _day(y: str, m: str, d: str) -> str | None:
    month = int(m) if m.isdigit() else _MONTH.get(m.lower(), 0)
    if not 1800 <= int(y) <= 2199:
        return None
    try:
        return datetime.date(int(y), month, int(d)).isoformat()
    except ValueError:
        return None
