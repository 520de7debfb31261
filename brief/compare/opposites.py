"""Opposite words of two passages: sides and directions, before and after, and days that are not the same."""

from __future__ import annotations

import re

from brief.compare.passages import Passage

_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|\bmittwoch\b|"
    r"\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\bdimanche\b|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b",
    re.IGNORECASE,
)
_OPPOSITES = tuple(
    (re.compile(rf"\b(?:{x})\b", re.IGNORECASE), re.compile(rf"\b(?:{y})\b", re.IGNORECASE))
    for x, y in (
        (r"north(?:ern)?|norte|nord|norden|nördlich\w*", r"south(?:ern)?|sur|sud|süden|südlich\w*"),
        (r"east(?:ern)?|este|est|osten|östlich\w*", r"west(?:ern)?|oeste|ouest|westen|westlich\w*"),
        (r"left|izquierda|gauche|links", r"right|derecha|droite|rechts"),
        (r"inside|within|dentro|innerhalb", r"outside|fuera|außerhalb|hors"),
        (r"upstream", r"downstream"),
    )
)
_BEFORE = re.compile(r"\b(?:before|antes|avant|bevor|vor)\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|once|después|après|nachdem|nach)\b", re.IGNORECASE)


def opposed(a: Passage, b: Passage) -> bool:
    """Whether one passage has a direction or a side, and the other its opposite only."""
    return any(_opposed(x, y, a.text, b.text) for x, y in _OPPOSITES)


def turned_round(a: Passage, b: Passage) -> bool:
    """Whether one passage says before, and the other after."""
    return _opposed(_BEFORE, _AFTER, a.text, b.text)


def other_day(a: Passage, b: Passage) -> bool:
    """Whether both passages name days, and none that both name."""
    days = [{d.date for d in p.dates if d.date} for p in (a, b)]
    if all(days):
        return not days[0] & days[1]
    names = [{m.group().lower() for m in _DAY.finditer(p.text)} for p in (a, b)]
    return all(names) and not names[0] & names[1]


def _opposed(x: re.Pattern[str], y: re.Pattern[str], one: str, other: str) -> bool:
    """Whether one text has only the first word of two and the other only the second."""
    return any(
        x.search(s) is not None and y.search(t) is not None and not y.search(s) and not x.search(t)
        for s, t in ((one, other), (other, one))
    )
