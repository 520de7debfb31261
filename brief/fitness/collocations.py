"""Fixed expressions of English in which one word was replaced by a near-synonym."""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from brief.schema import Article

DATA = Path(__file__).with_name("collocations.txt.gz")
"""Made by `benchmarks/collocation_data.py`, which names the sources; their licences stand in `SOURCES.txt`.

Lines of numbers; a word is its place in line 2, and rising places are written as steps. Line 1: words that may stand
between two others, in order from 1. Line 2: words, commonest first. Line 3: their frequency, as tenths of -log10.
After `near`: a word, then its near-synonyms. After `fixed T`: word between (0 for none), first word, then last words
of expressions that are 10**(T/10) times as common as chance. After `occur`: the same for pairs that do occur.
"""

MIDDLES = frozenset("of and the a an to in for on with at by from or as his her their its".split())
FUNCTION_WORDS = 130
"""So many of the commonest words carry no meaning of their own."""

LEAST_GAIN = 2.0
"""Log10 of how much likelier the usual expression must be."""

RAREST = 5.6
"""A word is never counted as rarer (in -log10 of its frequency): rare words are no sign of a machine."""

UNKNOWN = 6.0
"""Rarity of a word that the tables do not hold."""

ENGLISH = 0.25
"""An English text has at least this share of the commonest English words."""

LOOKED_AT = 20_000
"""Characters of a text from which its language is told."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.!?:;…\n\"“”„«»(\[—–•*])[\s\"“”„«»'‘(]*$")
_SHOUTED_LINE = 0.6  # share of capitalised words from which a line is a headline


class Unusual(NamedTuple):
    """An expression as it stands and the usual one; `gain` is log10 of how much likelier the usual one is."""

    start: int
    end: int
    usual: str
    gain: float
    fixed: float  # log10 of how much commoner than chance the usual expression is


class _Tables(NamedTuple):
    words: list[str]
    place: dict[str, int]
    rarity: list[float]
    near: dict[int, frozenset[int]]
    middles: dict[str, int]
    firsts: dict[tuple[int, int], dict[int, int]]
    lasts: dict[tuple[int, int], dict[int, int]]
    occurring: set[tuple[int, int, int]]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    lines = iter(gzip.decompress(DATA.read_bytes()).decode().split("\n"))
    middles = {word: n for n, word in enumerate(next(lines).split(), 1)}
    words = next(lines).split()
    rarity = [int(tenths) / 10 for tenths in next(lines).split()]
    near: dict[int, frozenset[int]] = {}
    firsts: dict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    lasts: dict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    occurring: set[tuple[int, int, int]] = set()
    part, tenths = "", 0
    for line in lines:
        fields = line.split()
        if fields[0].isalpha():
            part, tenths = fields[0], int(fields[-1]) if len(fields) > 1 else 0
            continue
        numbers = [int(field) for field in fields]
        if part == "near":
            near[numbers[0]] = frozenset(_steps(numbers[1:]))
            continue
        middle, first = numbers[:2]
        for last in _steps(numbers[2:]):
            if part == "occur":
                occurring.add((middle, first, last))
            else:
                lasts[middle, first][last] = firsts[middle, last][first] = tenths
    return _Tables(words, {w: n for n, w in enumerate(words)}, rarity, near, middles, firsts, lasts, occurring)


def _steps(numbers: list[int]) -> Iterator[int]:
    place = 0
    for number in numbers:
        place += number
        yield place


class _Token(NamedTuple):
    word: str  # lower case
    start: int
    end: int
    joined: bool  # only one space stands between it and the word before
    named: bool  # capitalised for another reason than the beginning of a sentence


def _tokens(text: str) -> Iterator[list[_Token]]:
    """Yield the words of each line that is no headline."""
    start = 0
    for line in text.split("\n"):
        matches = list(_WORD.finditer(line))
        capitals = sum(m.group()[0].isupper() for m in matches)
        if len(matches) > 5 and capitals < _SHOUTED_LINE * len(matches):
            tokens: list[_Token] = []
            before = 0
            for m in matches:
                word = m.group()
                between = line[before : m.start()]
                named = word[0].isupper() and not _BEGINS.search(line[max(0, m.start() - 6) : m.start()])
                if not before and not between.strip():
                    named = False
                tokens.append(
                    _Token(word.lower(), start + m.start(), start + m.end(), bool(before) and between == " ", named)
                )
                before = m.end()
            yield tokens
        start += len(line) + 1


def unusual(text: str) -> list[Unusual]:
    """Return the English expressions of a text that a near-synonym makes usual, in reading order.

    Each holds a pairing of words that is hardly ever seen; replacing one word by a near-synonym gives one that is
    fixed. A handful stands in every text. Linear in the length.
    """
    tables = _tables()
    found: list[Unusual] = []
    for tokens in _tokens(text):
        places = [tables.place.get(token.word) for token in tokens]
        for n in range(len(tokens) - 1):
            if not tokens[n + 1].joined:
                continue
            first, last, middle = places[n], places[n + 1], 0
            end = n + 1
            if tokens[n + 1].word in MIDDLES and n + 2 < len(tokens) and tokens[n + 2].joined:
                bridge = places[n + 2]
                if first is not None and bridge is not None and min(first, bridge) >= FUNCTION_WORDS:
                    middle, last, end = tables.middles[tokens[n + 1].word], bridge, n + 2
            if first is None or last is None or (middle, first, last) in tables.occurring:
                continue
            best = _best(tables, tokens[n], tokens[end], first, middle, last)
            if best is not None:
                found.append(best)
    return found


def _best(tables: _Tables, one: _Token, two: _Token, first: int, middle: int, last: int) -> Unusual | None:
    best: Unusual | None = None
    for token, place, partner, fixed in (
        (one, first, last, tables.firsts.get((middle, last))),
        (two, last, first, tables.lasts.get((middle, first))),
    ):
        if fixed is None or place < FUNCTION_WORDS:
            continue
        near = tables.near.get(place)
        if near is None or (token.named and not (one.named and two.named)):
            continue
        for other in near & fixed.keys():
            strength = fixed[other] / 10
            gain = strength + min(tables.rarity[place], RAREST) - tables.rarity[other]
            if gain < LEAST_GAIN or (best is not None and gain <= best.gain):
                continue
            pair = (other, partner) if token is one else (partner, other)
            between = list(tables.middles)[middle - 1] + " " if middle else ""
            usual = f"{tables.words[pair[0]]} {between}{tables.words[pair[1]]}"
            best = Unusual(one.start, two.end, usual, gain, strength)
    return best


def near(word: str, other: str) -> bool:
    """Whether two English words, lower case, are near-synonyms in the same form."""
    tables = _tables()
    place, place_of_other = tables.place.get(word), tables.place.get(other)
    if place is None or place_of_other is None:
        return False
    return place_of_other in tables.near.get(place, ()) or place in tables.near.get(place_of_other, ())


def familiarity(words: Sequence[str]) -> float:
    """How usual a run of lower-case English words is: log10 of their frequencies and of their fixed pairings."""
    tables = _tables()
    places = [tables.place.get(word) for word in words]
    single = sum(-UNKNOWN if place is None else -tables.rarity[place] for place in places)
    paired = sum(
        tables.lasts.get((0, a), {}).get(b, 0) / 10 for a, b in pairwise(places) if a is not None and b is not None
    )
    return single / 2 + paired


def is_english(article: Article) -> bool:
    """Whether an article's text is English, from its commonest words."""
    commonest = set(_tables().words[:FUNCTION_WORDS]) | MIDDLES
    words = [m.group().lower() for m in _WORD.finditer(article.text[:LOOKED_AT])]
    return sum(word in commonest for word in words) >= ENGLISH * len(words) > 0
