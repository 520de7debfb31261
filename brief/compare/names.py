"""One person under two names that can't both be right, and two spellings that can."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.compare.candidates import Pair, Weights
from brief.compare.finding import Finding
from brief.compare.words import content_stems

_FULL = re.compile(
    r"\b([A-ZÀ-Þ][a-zà-ÿ]+(?:[-'’][A-ZÀ-Þ]?[a-zà-ÿ]+)?)\s+((?:(?:van|von|de|del|der|di|al|el|"
    r"bin)\s+)?[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ])\b"
)
_TITLE = re.compile(
    r"Captain|Colonel|General|Major|Sergeant|Inspector|President|Minister|Mayor|Governor|Professor|Doctor|Dr|Mr|Mrs|"
    r"Ms|Lady|Lord|Sir|Judge|Bishop|"
    r"The|An?|In|On|At|By|For|And|But|Her|His|When|Don|Doña|Frau|Herr|Madame|Monsieur|Mme|M"
)
_ROLE = re.compile(
    r"\b(?:operator|driver|pilot|captain|steward|suspect|student|officer|gunman|attacker|victim|guard|engineer|"
    r"doctor|author|owner|sender|roofer|seller|manager|"
    r"conductor|worker|soldier|named|name|called|identified|wanted|known as|conductor|piloto|sospechoso|autor|"
    r"chauffeur|conducteur|suspect|pilote|Fahrer|Täter|"
    r"Verdächtiger?|Student|Mann|Frau|man|woman|boy|girl|hombre|mujer|homme|femme|llamado|nommé|namens|llama)\b"
)


@lru_cache(maxsize=16384)
def full_names(text: str) -> tuple[tuple[str, str], ...]:
    """First name and surname of the persons that a passage seems to name; every two capitalised words in a row."""
    found: list[tuple[str, str]] = []
    at = 0
    while m := _FULL.search(text, at):
        if not _TITLE.fullmatch(m.group(1)):
            found.append((m.group(1), m.group(2)))
        at = m.start(2)
    return tuple(found)


@lru_cache(maxsize=16384)
def _roles(text: str) -> frozenset[str]:
    return frozenset(m.group().lower() for m in _ROLE.finditer(text))


def find_name(pair: Pair, weights: Weights) -> Finding | None:
    """Two near but different full names in passages that tell of a person by role, or None."""
    a, b = pair.a, pair.b
    if a.article == b.article or a.elsewhere or b.elsewhere or not (_roles(a.text) or _roles(b.text)):
        return None
    names_a, names_b = full_names(a.text), full_names(b.text)
    roles = _roles(a.text) & _roles(b.text)
    described = _described(pair)
    if described is not None:
        return described
    for first_a, last_a in names_a:
        for first_b, last_b in names_b:
            if last_a == last_b or (first_a, last_a) in names_b or (first_b, last_b) in names_a:
                continue
            if not near(last_a, last_b) or not (near(first_a, first_b) or roles):
                continue
            return Finding(
                "identity_or_name",
                a,
                b,
                0.9 + pair.weight / 12,
                pair.shared,
                value_a=f"{first_a} {last_a}",
                value_b=f"{first_b} {last_b}",
            )
    return None


_IS = re.compile(
    r"\b(?:the|der|die|el|la|le)\s+(?P<role>suspect|driver|pilot|gunman|attacker|shooter|victim|author|operator|"
    r"thief|caller|sender|killer|dead man|arrested man|"
    r"wounded man|Täter|Fahrer|Verdächtige|Tote|sospechoso|conductor|autor|víctima|suspect|conducteur|auteur|"
    r"victime)\s+(?:is|was|ist|war|es|era|est|était)\s+"
    r"(?:an?|the|eine?|une?|una?|un)\s+(?P<what>[^,.;\"]{3,50})",
    re.IGNORECASE,
)


def _described(pair: Pair) -> Finding | None:
    """The same unnamed person described as two different things."""
    x = _IS.search(pair.a.claim) if _roles(pair.a.text) and _roles(pair.b.text) else None
    y = _IS.search(pair.b.claim) if x is not None else None
    if x is None or y is None or x.group("role").lower() != y.group("role").lower():
        return None
    if frozenset(content_stems(x.group("what"))) & frozenset(content_stems(y.group("what"))):
        return None
    return Finding("identity_or_name", pair.a, pair.b, 0.95, pair.shared)


def near(x: str, y: str) -> bool:
    """True for two spellings close enough to be meant for one name: same sound at the start, few letters apart."""
    first, second = _sounded(x), _sounded(y)
    if first == second:
        return True
    apart = _distance(first, second)
    if first[0] != second[0]:
        return apart <= 1 and min(len(first), len(second)) >= 5
    return apart <= max(2, min(len(first), len(second)) // 2 - 1)


def _sounded(name: str) -> str:
    """A name with letters of one sound made one."""
    sounded = name.lower().replace("ph", "f").replace("ck", "k").translate(str.maketrans("cwyz", "kvis"))
    return sounded or name.lower()


def _distance(x: str, y: str) -> int:
    """Levenshtein distance of two short names."""
    row = list(range(len(y) + 1))
    for i, c in enumerate(x[:40], start=1):
        previous, row[0] = row[0], i
        for j, d in enumerate(y[:40], start=1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (c != d))
    return row[len(y[:40])]
