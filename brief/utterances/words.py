"""The words of a rendering, folded so that spelling makes no difference, and what differs between two of them.

Equal are: marks and dashes; capitals; a contraction and its words (haven't, have not); an abbreviation with dots and
without; a number in digits and in words; % and percent. Every word keeps its place in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from brief.copies.aligning import word_pairs
from brief.number_words import CARDINALS, SCALES
from brief.schema import Span, WordChange

_TOKEN = re.compile(
    r"(?P<dotted>(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?)|(?P<digits>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<sign>[%€$£¥])"
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_SHORT_HEADS = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_SHORT_ENDS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
_BEFORE_IS = frozenset("it he she that there this what who here where how one everything nothing nobody".split())
_MOST = Decimal(10) ** 15  # larger numbers take no further scale word
_HAS = re.compile(r"\s+(?:not\s+|never\s+|already\s+)?(?:been|got|had|become|gone|done|made|taken|\w{2,}ed)\b")

NEGATIVES = frozenset(
    "not no never none nobody nothing neither nor nowhere without unless sin jamás nunca nadie nada ningún ninguno "
    "ninguna ni pas aucun aucune rien personne jamais kein keine keinen keiner nicht niemand nichts niemals".split()
)


class Word(NamedTuple):
    """One word: the form it is compared by, its place in the article's text, and the stretch it stands in."""

    key: str
    start: int
    end: int
    stretch: int


def read_words(text: str, span: Span, stretch: int, language: str = "en") -> tuple[Word, ...]:
    """Return the words of a stretch of a text; numbers as `#` and their value."""
    return tuple(_joined(text, list(_single(text, span, stretch)), language))


def _single(text: str, span: Span, stretch: int) -> Iterator[Word]:
    for m in _TOKEN.finditer(text, span.start, span.end):
        start, end, written = m.start(), m.end(), m.group()
        if m.lastgroup == "dotted":
            letters = written.replace(".", "").lower()
            yield Word("u.s." if letters == "us" else letters, start, end, stretch)
        elif m.lastgroup == "digits":
            plain = re.sub(r"[.,]", "", written) if _GROUPED.fullmatch(written) else written.replace(",", ".")
            yield Word(f"#{_value(plain)}", start, end, stretch)
        elif m.lastgroup == "sign":
            yield Word("percent" if written == "%" else written, start, end, stretch)
        else:
            yield from _parts(text, written, start, stretch)


def _value(plain: str) -> str:
    if plain.count(".") > 1 or len(plain) > 30:
        return plain
    return f"{Decimal(plain).normalize():f}"


def _parts(text: str, written: str, start: int, stretch: int) -> Iterator[Word]:
    """Return a word, or the words that a contraction stands for."""
    low, end = written.lower().replace("’", "'"), start + len(written)
    cut, head, tail = 0, "", ""
    if low == "cannot":
        cut, head, tail = 3, "can", "not"
    elif low.endswith("n't") and len(low) > 3:
        cut = len(low) - 3
        head, tail = _SHORT_HEADS.get(low[:cut], low[:cut]), "not"
    elif "'" in low:
        head, _, last = low.rpartition("'")
        if last in _SHORT_ENDS:
            cut, tail = len(head), _SHORT_ENDS[last]
        elif last == "s" and head in _BEFORE_IS:
            cut, tail = len(head), "has" if _HAS.match(text, end) else "is"
    if cut:
        yield Word(head, start, start + cut, stretch)
        yield Word(tail, start + cut, end, stretch)
    else:
        yield Word("u.s." if written == "US" else low, start, end, stretch)


def _joined(text: str, words: Sequence[Word], language: str) -> Iterator[Word]:
    """Return the words with `4.5 million`, `twenty-five` and `per cent` each as one."""
    cardinals, scales = CARDINALS.get(language, CARDINALS["en"]), SCALES.get(language, SCALES["en"])
    n = 0
    while n < len(words):
        word = words[n]
        n += 1
        if word.key == "per" and n < len(words) and words[n].key == "cent":
            yield word._replace(key="percent", end=words[n].end)
            n += 1
            continue
        value = _number(word.key, cardinals)
        if value is None:
            yield word
            continue
        while n < len(words) and text[word.end : words[n].start] in (" ", "-", "\xa0"):
            after = _number(words[n].key, cardinals) or Decimal(0)
            if words[n].key in scales and value < _MOST:
                value *= scales[words[n].key]
            elif 20 <= value < 100 and value % 10 == 0 and 0 < after < 10 and word.key[0] != "#":
                value += after
            else:
                break
            word = word._replace(end=words[n].end)
            n += 1
        yield word._replace(key=f"#{value.normalize():f}")


def _number(key: str, cardinals: dict[str, Decimal]) -> Decimal | None:
    if key[0] == "#":
        return Decimal(key[1:]) if key.count(".") < 2 and len(key) <= 30 else None
    return None if key == "one" else cardinals.get(key)


class Step(NamedTuple):
    """A run of words that two renderings share, or that differs: places in the two sequences of words."""

    equal: bool
    a: tuple[int, int]
    b: tuple[int, int]


def steps(a: Sequence[Word], b: Sequence[Word]) -> tuple[Step, ...]:
    """Return how the words of `b` follow from those of `a`, in order; every word stands in one step."""
    found: list[Step] = []
    i = j = 0
    for x, y in (*word_pairs([w.key for w in a], [w.key for w in b]), (len(a), len(b))):
        if x > i or y > j:
            found.append(Step(False, (i, x), (j, y)))
        if x < len(a):
            last = found[-1] if found else None
            if last is not None and last.equal:
                found[-1] = Step(True, (last.a[0], x + 1), (last.b[0], y + 1))
            else:
                found.append(Step(True, (x, x + 1), (y, y + 1)))
        i, j = x + 1, y + 1
    return tuple(found)


def changes(a: Sequence[Word], b: Sequence[Word]) -> tuple[WordChange, ...]:
    """Return the word diff with places in the two texts; no span reaches over words that the speaker didn't say."""
    found: list[WordChange] = []
    for step in steps(a, b):
        if step.equal:
            runs = _together(a[slice(*step.a)], b[slice(*step.b)])
            found.extend(WordChange(op="equal", a=_span(x), b=_span(y)) for x, y in runs)
            continue
        left, right = _stretches(a[slice(*step.a)]), _stretches(b[slice(*step.b)])
        both = min(len(left), len(right))
        found.extend(WordChange(op="replaced", a=x, b=y) for x, y in zip(left[:both], right[:both], strict=True))
        found.extend(WordChange(op="only_a", a=x, b=None) for x in left[both:])
        found.extend(WordChange(op="only_b", a=None, b=y) for y in right[both:])
    return tuple(found)


def _together(a: Sequence[Word], b: Sequence[Word]) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Cut two equal runs wherever either goes on in another stretch."""
    first = 0
    for n in range(1, len(a) + 1):
        if n == len(a) or a[n].stretch != a[first].stretch or b[n].stretch != b[first].stretch:
            yield a[first:n], b[first:n]
            first = n


def _stretches(words: Sequence[Word]) -> list[Span]:
    return [_span(run) for run, _ in _together(words, words)] if words else []


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].start, words[-1].end)
