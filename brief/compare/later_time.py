"""Whether a later passage gives the count of a later time: an update, no contradiction."""

from __future__ import annotations

import re

from brief.compare.passages import Passage

UPDATE = re.compile(
    r"\b(?:has |had |have )?(?:risen|rose|climbed|grown|grew|increased|fallen|fell|dropped|gone up|went up|up from|"
    r"down from|now stands?|by now|"
    r"so far|revised|updated|raised|lowered|another (?:victim|person)|died (?:in|of|"
    r"from) (?:hospital|injuries|wounds|\w+ injuries)|"
    r"(?:number|total|toll|count|petition)\b.{0,60}\bst(?:ands|ood) at|(?:has|had) reached|bring(?:s|ing) the|"
    r"(?:are|is|there) now|now (?:put|at|in|come|gone|hold)|(?:a|an) (?:third|fourth|fifth|sixth|eighth|further)|"
    r"final (?:count|figures?|tally|toll|list|results?)|(?:had|has|have) (?:all )?been counted|"
    r"(?:list|books?|count|search|collection) (?:was |were |had )?(?:closed|ended|completed)|"
    r"latest|most recent|new count|at first|initially|first put|previously|meanwhile|in the meantime|subió|"
    r"ascend\w+|ha subido|aumentó|elev(?:ó|a|an|aron|ado)|sumaban|eran ya|"
    r"est passé|s['’]est alourdi|monté|gestiegen|stieg|erhöht\w*|inzwischen|mittlerweile|nunmehr)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_HOUR = (
    r"(?:(?:late |early |mid-?)?(?:morning|noon|midday|afternoon|evening|night(?:fall)?|midnight|dawn|teatime)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|the (?:(?:evening|afternoon|morning)|end|close|middle|day)|"
    rf"\d{{1,2}}(?:[:.]\d\d\b| ?[ap]\.?m|h| o['’]clock| {_MONTH})|{_MONTH}|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o['’]clock| in the)|"
    r"(?:last|this|yesterday) ?(?:night|morning|evening|week)?)"
)
UNTIL = re.compile(
    rf"\b(?:by|as of|until|till|up to|at the end of|at the start of) {_HOUR}|"
    r"\bhasta (?:el|la|las|ayer|hoy)|\ba (?:primera|última) hora|\ba las \w+ de la|\bal caer la noche|"
    r"\bjusqu['’]à|\barrêté à|\bà (?:midi|minuit|\d{1,2} heures)|"
    r"\bbis (?:zum |zur )?(?:\w+(?:tag|abend|mittag|nacht|morgen)|ende|\d)",
    re.IGNORECASE,
)
"""A count as of a time."""

DISPUTES = re.compile(
    r"\b(?:false|wrong|too (?:low|high|few|many)|dismiss\w*|reject\w*|den(?:y|ies|ied)|contradict\w*|disput\w+|and not|"
    r"official figure|wirft|bestreit\w*|desmient\w*|niega\w*|dément\w*|conteste\w*)\b",
    re.IGNORECASE,
)

_DEATHS = frozenset(("=die", "=injured", "=evacuated", "missing"))


def is_update(a: Passage, b: Passage) -> bool:
    """True when the later text says that the count has moved, or its count is of a later time or, of victims, day."""
    later = b if (b.published or "") >= (a.published or "") else a
    if DISPUTES.search(later.text):
        return False
    if UPDATE.search(later.text):
        return True
    earlier = a if later is b else b
    until = [m.group().lower() if (m := UNTIL.search(p.text)) else None for p in (earlier, later)]
    if until[0] is not None and until[0] != until[1] and (until[1] or a.published != b.published):
        return True
    if (a.stems | b.stems) & _DEATHS and (a.published or "") != (b.published or ""):
        most = max((q.low for q in earlier.quantities if q.kind == "count"), default=None)
        return most is None or any(q.kind == "count" and q.low >= most for q in later.quantities)
    return False
