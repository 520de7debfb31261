"""One thing counted twice with two results; and what looks like it: rounding, updates, conversions, other scopes."""

from __future__ import annotations

import re
from decimal import Decimal

from brief.compare.candidates import Pair, Weights
from brief.compare.finding import Finding
from brief.compare.passages import Passage
from brief.compare.words import content_stems, stem
from brief.number_words import FUNCTION_WORDS
from brief.numbers import Quantity

_ROUNDING = Decimal("0.035")
_ROUNDING_ABOUT = Decimal("0.10")
_UPDATE = re.compile(
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
_OLDER = re.compile(r"\b(?:before|earlier|previous|former|last|compared with|than (?:a|the|last))\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:of whom|of them|of these|of which|among them|including|another|other|each|per|every|apiece|without|"
    r"excluding|except|alone|first half|second half|"
    r"first quarter|quarter|average|maximum|minimum|limit|capacity|de ellos|entre ellos|cada|por|davon|darunter|je|"
    r"pro|dont|chaque|chacun|par|an? (?:day|week|month|year|head|person|hour|tonne|shift)|annually|daily|weekly)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PEOPLE = frozenset(
    (
        "=people",
        "=marchers",
        "=visitors",
        "=workers",
        "=nurses",
        "=attended",
        "=evacuated",
        "=strike",
        "membe",
        "member",
        "absenc",
    )
)


def find_number(pair: Pair, weights: Weights) -> Finding | None:
    """The pair's two counts of one thing that differ beyond rounding, or None."""
    a, b = pair.a, pair.b
    if not pair.central or pair.likeness < (0.35 if a.headline or b.headline else 0.12):
        return None
    if a.article == b.article or a.elsewhere != b.elsewhere or a.conditional or b.conditional:
        return None
    if a.forecast or b.forecast:
        return None
    days_a, days_b = {d.date for d in a.dates if d.date}, {d.date for d in b.dates if d.date}
    if days_a and days_b and not days_a & days_b:
        return None
    best: Finding | None = None
    for x in a.quantities:
        for y in b.quantities:
            score = _clash(a, x, b, y, pair, weights)
            if score and (best is None or score > best.score):
                best = Finding(
                    "number",
                    a,
                    b,
                    score,
                    pair.shared,
                    value_a=_shown(a, x),
                    value_b=_shown(b, y),
                )
    if best is None or is_update(a, b):
        return None
    if any(same(x, y) for x in a.quantities for y in b.quantities if _counts(x) and _counts(y)) and best.score < 1.5:
        return None
    return best


def is_update(a: Passage, b: Passage) -> bool:
    """True when the later text says that the count has moved, or gives a later day for a count of victims."""
    later = b if (b.published or "") >= (a.published or "") else a
    if _UPDATE.search(later.text):
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


def _counts(q: Quantity) -> bool:
    return q.kind not in ("clock", "year")


def _clash(a: Passage, x: Quantity, b: Passage, y: Quantity, pair: Pair, weights: Weights) -> float:
    if not (_counts(x) and _counts(y)) or x.kind != y.kind or (x.unit or "") != (y.unit or "") or same(x, y):
        return 0.0
    if x.unit in ("hours", "months"):
        return 0.0
    bigger, smaller = max(x.low, y.low), min(x.low, y.low)
    if smaller <= 0 or (x.kind == "count" and smaller < 4) or bigger / smaller > 12:
        return 0.0
    if _part(a.text, x) != _part(b.text, y) or (_years(a) != _years(b) and _years(a) and _years(b)):
        return 0.0
    apart = a.speaker is not None and b.speaker is not None and a.speaker != b.speaker
    least = 2.0 if apart else 2.6
    near_a, near_b = _around(a.text, x), _around(b.text, y)
    common = near_a & near_b
    head_a, head_b = _head(a.text, x), _head(b.text, y)
    people = bool(head_a & _PEOPLE) and bool(head_b & _PEOPLE)
    if x.kind == "count" and bigger < 10 and pair.cosine < 0.5:
        return 0.0
    if x.kind == "count":
        both_follow = _follows(a.text, x) and _follows(b.text, y)
        if not (head_a & head_b or people) and (both_follow or not (head_a & near_b or head_b & near_a)):
            return 0.0
        if not pair.shared - {"=people"} or (people and not head_a & head_b and bigger > 6 * smaller):
            return 0.0
        beyond = pair.shared - (head_a & head_b) if people else pair.shared
        strength = weights.total(frozenset(common)) + 0.5 * weights.total(beyond - common)
        return 0.45 + strength / 5 if strength >= least else 0.0
    strength = weights.total(frozenset(common)) + 0.4 * weights.total(pair.shared - common)
    return 0.45 + strength / 5 if strength >= least else 0.0


def _part(text: str, q: Quantity) -> frozenset[str]:
    around = text[max(0, q.start - 90) : q.start] + " " + text[q.end : q.end + 16]
    return frozenset(m.group().lower() for m in _PART.finditer(around))


def _years(p: Passage) -> frozenset[int]:
    return frozenset(int(q.low) for q in p.quantities if q.kind == "year")


def _around(text: str, q: Quantity) -> frozenset[str]:
    """Stems of the words in the clause around the number."""
    left = max((text.rfind(mark, 0, q.start) for mark in (";", ". ", ": ")), default=-1)
    right = min((at for at in (text.find(mark, q.end) for mark in (";", ". ")) if at >= 0), default=len(text))
    return frozenset(content_stems(text[max(left + 1, q.start - 70) : min(right, q.end + 60)]))


def _head(text: str, q: Quantity) -> frozenset[str]:
    """Stems of the up to three words right after the number, or of the last ones before it."""
    taken: list[str] = []
    for m in _WORD.finditer(text, q.end, min(len(text), q.end + 50)):
        word = m.group().lower()
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


def _follows(text: str, q: Quantity) -> bool:
    """True when a word that can be counted stands right after the number."""
    m = _WORD.match(text, q.end + 1)
    if m is not None and m.group().lower() in ("of", "de", "the"):
        return True
    return m is not None and m.group().lower() not in FUNCTION_WORDS


def _shown(p: Passage, q: Quantity) -> str:
    plain = f"{q.low:,f}".rstrip("0").rstrip(".") if "." in f"{q.low:f}" else f"{q.low:,f}"
    return f"{plain} {q.unit}" if q.unit else plain
