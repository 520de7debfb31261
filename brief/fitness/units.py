"""Units, times and abbreviations that a machine took for words."""

from __future__ import annotations

import re
from typing import NamedTuple

_DOTTED = frozenset("a.m p.m p.a p.w p.p p.h e.g i.e c.c b.c a.d c.e s.f k.m m.p a.k o.z m.m c.m k.g".split())
_NUMBER = r"\b\d[\d.,]{0,12}"
_DOTTED_UNIT = re.compile(_NUMBER + r" ([a-z]\.[a-z])\b\.?")
_BROKEN = tuple(
    (re.compile(pattern), usual)
    for pattern, usual in (
        (_NUMBER + r"[ -](?:toes|foots) (?:tall|high|long|deep|wide|above|below|beneath|away|lengthy)\b", "feet"),
        (_NUMBER + r" (?:levels|ranges|diplomas|grades) (?:Celsius|Fahrenheit)\b", "degrees"),
        (_NUMBER + r" (?:proportion|share|percent|percentage) (?:factors|dots|spots|marks)\b", "percentage points"),
        (_NUMBER + r" (?:basis|foundation) (?:factors|dots|spots)\b", "basis points"),
        (_NUMBER + r" (?:sq\.?|square) (?:toes|foots|ft toes|yardage)\b", "square feet"),
        (_NUMBER + r" (?:miles|kilometers|kilometres) (?:for each|per every|by) hour\b", "an hour"),
        (_NUMBER + r" within the (?:morning|afternoon|evening|night)\b", "in the"),
        (_NUMBER + r" (?:bucks|greenbacks) (?:million|billion|a barrel)\b", "dollars"),
        (_NUMBER + r" (?:per pennies|per pence|for every cent|by cent|per hundreds)\b", "percent"),
        (_NUMBER + r" (?:a|p)\.(?:meter|metre|million|minutes?)\b", "a.m. or p.m."),
        (r"\bU\.Ok(?:ay)?\b\.?", "U.K."),
        (r"\bU\.(?:Ss|Us|Sof)\b\.?", "U.S."),
        (r"\b(?:half|quarter) of (?:one|a) per ?cents\b", "percent"),
    )
)


class Mangled(NamedTuple):
    """A unit or abbreviation as it stands, where, and what is usual."""

    start: int
    end: int
    usual: str


def mangled_units(text: str) -> list[Mangled]:
    """Return the broken units and abbreviations of an English text, in reading order."""
    found = [Mangled(*m.span(), usual) for pattern, usual in _BROKEN for m in re.finditer(pattern, text)]
    for m in _DOTTED_UNIT.finditer(text):
        if m.group(1) not in _DOTTED:
            found.append(Mangled(*m.span(), "a unit or percent"))
    return sorted(found)
