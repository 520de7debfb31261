"""Numbers of two passages: whether they agree, what they count, whether the later one is an update."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from brief.compare.passages import Passage
from brief.compare.words import content_stems, stem
from brief.number_words import FUNCTION_WORDS
from brief.numbers import Quantity

_ROUNDING = Decimal("0.035")
_ROUNDING_ABOUT = Decimal("0.10")
UPDATE = re.compile(
    r"\b(?:has |had |have )?(?:risen|rose|climbed|grown|grew|increased|fallen|fell|dropped|gone up|went up|up from|"
    r"down from|now stands?|by now|"
    r"so far|revised|updated|corrected|raised|lowered|another (?:victim|person)|died (?:in|of|"
    r"from) (?:hospital|injuries|wounds|\w+ injuries)|"
    r"latest|most recent|new count|at first|initially|first put|previously|meanwhile|in the meantime|subió|"
    r"ascend\w+|ha subido|aumentó|elev\w+|se elevó|"
    r"est passé|s['’]est alourdi|monté|gestiegen|stieg|erhöht\w*|inzwischen|mittlerweile|nunmehr)\b",
    re.IGNORECASE,
)
_DEATHS = frozenset(("=die", "=injured", "=evacuated", "missing"))
_STOP = re.compile(r"[,.;:\"”»]")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def is_update(a: Passage, b: Passage) -> bool:
    """True when the later text says that the count has moved, or gives a later day for a count of victims."""
    later = b if (b.published or "") >= (a.published or "") else a
    if UPDATE.search(later.text):
        return True
    earlier = a if later is b else b
    if (a.stems | b.stems) & _DEATHS and (a.published or "") != (b.published or ""):
        most = max((q.low for q in earlier.quantities if q.kind == "count"), default=None)
        return most is None or any(q.kind == "count" and q.low >= most for q in later.quantities)
    return False


def same(x: Quantity, y: Quantity) -> bool:
    """True when two quantities agree, allowing for rounding and for ranges."""
    if x.kind != y.kind or (x.unit or "") != (y.unit or ""):
        return False
    low, high = max(x.low, y.low), min(x.high, y.high)
    if low <= high:
        return True
    slack = _ROUNDING_ABOUT if "about" in (x.qualifier, y.qualifier) else _ROUNDING
    if (x.qualifier == "at_least" and y.low >= x.low) or (y.qualifier == "at_least" and x.low >= y.low):
        return True
    if (x.qualifier == "at_most" and y.low <= x.low) or (y.qualifier == "at_most" and x.low <= y.low):
        return True
    top = max(abs(x.high), abs(y.high))
    return top == 0 or abs(x.low - y.low) / top <= slack


@lru_cache(maxsize=16384)
def around(text: str, q: Quantity) -> frozenset[str]:
    """Stems of the words in the clause around the number."""
    left = max((text.rfind(mark, 0, q.start) for mark in (";", ". ", ": ")), default=-1)
    right = min((at for at in (text.find(mark, q.end) for mark in (";", ". ")) if at >= 0), default=len(text))
    return frozenset(content_stems(text[max(left + 1, q.start - 70) : min(right, q.end + 60)]))


@lru_cache(maxsize=16384)
def head(text: str, q: Quantity) -> frozenset[str]:
    """Stems of the up to three words right after the number, or of the last ones before it."""
    taken: list[str] = []
    for m in _WORD.finditer(text, q.end, min(len(text), q.end + 50)):
        word = m.group().lower()
        if not taken and _STOP.search(text, q.end, m.start()):
            break
        if word in FUNCTION_WORDS:
            if taken or word not in ("of", "de", "the", "los", "las", "des"):
                break
            continue
        taken.append(stem(word))
        if len(taken) == 3 or text[m.end() : m.end() + 1] in (",", ".", ";"):
            break
    if taken:
        return frozenset(taken)
    before = [m.group().lower() for m in _WORD.finditer(text, max(0, q.start - 50), q.start)]
    return frozenset(stem(w) for w in before if w not in FUNCTION_WORDS and len(w) > 3)


def shown(q: Quantity) -> str:
    """Return the number with its unit, as the document prints it."""
    plain = f"{q.low:,f}".rstrip("0").rstrip(".") if "." in f"{q.low:f}" else f"{q.low:,f}"
    return f"{plain} {q.unit}" if q.unit else plain
