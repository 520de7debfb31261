"""Numbers of two passages: whether they agree, and what they count."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from brief.compare.words import content_stems, stem
from brief.number_words import FUNCTION_WORDS
from brief.numbers import Quantity

_ROUNDING = Decimal("0.035")
_ROUNDING_ABOUT = Decimal("0.10")
_STOP = re.compile(r"[,.;:\"”»]")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


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
