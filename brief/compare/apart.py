"""What keeps two items apart: numbers, times, names, negation, and the words that are said to differ."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from brief.compare.denial import NEGATION
from brief.compare.quantities import same
from brief.compare.words import content_stems
from brief.dates import find_dates
from brief.items import Item
from brief.number_words import FUNCTION_WORDS
from brief.numbers import Quantity, find_quantities

Values = tuple[str | None, str | None]
"""What differs on each side, as far as it can be normalised."""

_BEFORE = re.compile(r"\b(?:before|prior to|ahead of|first|antes|avant|bevor|vor|zuerst|earlier)\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|once|following|later|then|después|tras|après|nachdem|nach|dann)\b", re.IGNORECASE)
_REJECTS = re.compile(
    r"\b(?:untru\w+|lies?|lying|myths?|rumou?rs?|fiction\w*|fairy tales?|refus\w+|contradict\w*|oppos\w+|lack\w*|"
    r"fail\w*|un[a-z]{4,}ed|mentira\w*|mensonge\w*|Lügen?|erfunden\w*)\b|\b(?:did|does|was|were|is|are|has|have|had)n[’']t\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\b(?:no|none|nobody|nothing|all|every|each|entire|whole|half|both|most|many|several|few|dozens?|hundreds|thousands|"
    r"millions|twice|double|triple|third|quarter|majority|handful|single|only|"
    r"todos?|todas?|ningun[oa]?|nadie|mitad|toute?s?|tous|aucune?|personne|moitié|alle[nrs]?|kein\w*|niemand|Hälfte)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|noon|afternoon|evening|night|midnight|dawn|dusk|today|"
    r"yesterday|tomorrow|week(?:end)?s?|months?|years?|hours?|minutes?|o[’']clock|a\.?m\.?|p\.?m\.?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONGEST_NAME = 60
_NEAR = 50
"""Characters around a number in which the words for what it counts are looked for."""
_MOST = 12
"""Numbers of a text that are held against those of another."""
_STEM = 4
"""Letters by which a word that is said to differ is found in a text."""


def denies(item: Item) -> bool:
    """Whether an item denies or negates something."""
    return item.stance == "deny" or any(p.search(item.words) is not None for p in (NEGATION, _REJECTS))


def apart(a: Item, b: Item) -> bool:
    """Whether the words of two items differ at all, beyond small words; between languages they always do."""
    if a.language != b.language or denies(a) != denies(b):
        return True
    return _content(a.words) != _content(b.words)


def told_apart(differs: str, a: Item, b: Item) -> bool:
    """Whether what is said to differ has words of each side that the other one lacks.

    One side's are enough beside a negation of one side alone. Where an item is not English words can't be compared,
    and a difference is taken to be there.
    """
    if {a.language, b.language} != {"en"}:
        return True
    speakers = _short(f"{a.speaker or ''} {b.speaker or ''} {a.about} {b.about}")
    side_a, side_b = (_short(f"{i.words} {i.sentence.text}") - speakers for i in (a, b))
    said = _short(differs)
    left, right = said & (side_a - side_b), said & (side_b - side_a)
    return bool(left and right) or (bool(left or right) and denies(a) != denies(b) and bool(said & side_a & side_b))


def _short(text: str) -> frozenset[str]:
    words = {w for w in re.findall(r"[^\W_]+", text.lower()) if w not in FUNCTION_WORDS}
    return frozenset(w if w.isdigit() else w[:_STEM] for w in words)


def _content(text: str) -> frozenset[str]:
    return frozenset(content_stems(text)) | frozenset(re.findall(r"\d+", text))


def agree(a: Item, b: Item) -> bool:
    """Whether the numbers of one item all stand in the other, rounded or in another unit."""
    counts_a, counts_b = _counts(a, a.words), _counts(b, b.words)
    few, many = sorted((counts_a, counts_b), key=len)
    return bool(few) and all(any(_alike(x, y) for y in many) for x in few)


def _alike(x: Quantity, y: Quantity) -> bool:
    """Whether two quantities agree; two that are exact to the same digit do so only when they are equal."""
    if not same(x, y) or (x.qualifier, y.qualifier) != ("exact", "exact") or x.high != x.low or y.high != y.low:
        return same(x, y)
    fine_x, fine_y = _last_digit(x.low), _last_digit(y.low)
    return x.low == y.low if fine_x == fine_y else 2 * abs(x.low - y.low) <= Decimal(10) ** max(fine_x, fine_y)


def _last_digit(value: Decimal) -> int:
    """The power of ten of the last digit that is not nought: 2 for 1,200; -1 for 3.4."""
    digits = f"{value:.3f}".rstrip("0")
    if not digits.endswith("."):
        return digits.index(".") + 1 - len(digits)
    whole = digits[:-1]
    return len(whole) - len(whole.rstrip("0"))


def _counts(item: Item, text: str) -> list[Quantity]:
    return [q for q in find_quantities(text, item.language) if q.kind not in ("clock", "year")]


def counts_apart(
    a: Item, text_a: str, b: Item, text_b: str, alike: Callable[[Quantity, Quantity], bool]
) -> tuple[str, str] | None:
    """Two numbers of one sort, each without its like on the other side; those that count the same words first."""
    counts_a, counts_b = _counts(a, text_a), _counts(b, text_b)
    alone_a = [x for x in counts_a if not any(alike(x, y) for y in counts_b)]
    alone_b = [y for y in counts_b if not any(alike(x, y) for x in counts_a)]
    found = [
        (-len(_around(text_a, x) & _around(text_b, y)), x.start, y.start, x, y)
        for x in alone_a[:_MOST]
        for y in alone_b[:_MOST]
        if x.kind == y.kind and (x.unit or "") == (y.unit or "")
    ]
    if not found:
        return None
    *_, x, y = min(found, key=lambda f: f[:3])
    return _shown(x), _shown(y)


def numbers_apart(a: Item, text_a: str, b: Item, text_b: str) -> Values | None:
    """Two numbers that can't both hold; without values a number beside a word for an amount: none, half, dozens."""
    values = counts_apart(a, text_a, b, text_b, _alike)
    if values is not None:
        return values
    words = (_counts(a, text_a) and _AMOUNT.search(text_b)) or (_counts(b, text_b) and _AMOUNT.search(text_a))
    return (None, None) if words and _content(text_a) & _content(text_b) else None


def _around(text: str, q: Quantity) -> frozenset[str]:
    return frozenset(content_stems(text[max(0, q.start - _NEAR) : q.end + _NEAR]))


def _shown(q: Quantity) -> str:
    number = f"{q.low:,f}"
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return f"{number} {q.unit}" if q.unit else number


def times_apart(a: Item, text_a: str, b: Item, text_b: str) -> Values | None:
    """Two hours, two days, or before against after."""
    days_a, days_b = days(a, text_a), days(b, text_b)
    clocks_a, clocks_b = _clocks(a, text_a), _clocks(b, text_b)
    if len(clocks_a) == 1 and len(clocks_b) == 1 and clocks_a != clocks_b:
        return clocks_a[0], clocks_b[0]
    differ = [(x, y) for x in days_a for y in days_b if x not in days_b and y not in days_a and not _within(x, y)]
    if differ:
        return differ[0]
    for first, second, swapped in ((text_a, text_b, False), (text_b, text_a, True)):
        x, y = _BEFORE.search(first), _AFTER.search(second)
        if x and y and not _AFTER.search(first) and not _BEFORE.search(second):
            pair = (x.group().lower(), y.group().lower())
            return pair[::-1] if swapped else pair
    marks_a, marks_b = _marks(text_a) | set(clocks_a), _marks(text_b) | set(clocks_b)
    return (None, None) if marks_a and marks_b and marks_a != marks_b else None


def _marks(text: str) -> set[str]:
    """Words for a time or an order."""
    return {m.group().lower() for pattern in (_TIME, _BEFORE, _AFTER) for m in pattern.finditer(text)}


def days(item: Item, text: str) -> list[str]:
    """Return the days, months and years of a text of an item, and the item's own day."""
    found = [d.date for d in find_dates(text, item.published) if d.date]
    return list(dict.fromkeys([*found, *([item.date] if item.date else [])]))


def _within(x: str, y: str) -> bool:
    return x.startswith(y) or y.startswith(x)


def _clocks(item: Item, text: str) -> list[str]:
    found = [int(q.low) for q in find_quantities(text, item.language) if q.kind == "clock"]
    return [f"{m // 60:02d}:{m % 60:02d}" for m in dict.fromkeys(found)]


def named_apart(differs: str) -> Callable[[Item, str, Item, str], Values | None]:
    """Return a check for two names that are said to differ, one of each side, one of which the other side lacks.

    Two items of which each has a name that the other lacks hold two names as well, without values.
    """

    def check(a: Item, text_a: str, b: Item, text_b: str) -> Values | None:
        words_a, words_b, said = (frozenset(_words(text)) for text in (text_a, text_b, differs))
        for x in _names(text_a):
            for y in _names(text_b):
                own_x, own_y = frozenset(_words(x)), frozenset(_words(y))
                if own_x <= own_y or own_y <= own_x or not (own_x & said and own_y & said):
                    continue
                if (own_x - words_b) & said or (own_y - words_a) & said:
                    return x, y
        alone = [
            any(not words & frozenset(_words(name)) for name in _names(text))
            for text, words in ((a.words, words_b), (b.words, words_a))
        ]
        return (None, None) if all(alone) else None

    return check


def _names(text: str) -> list[str]:
    """Runs of capitalised words; one that only begins a sentence is none."""
    found: list[str] = []
    run: list[re.Match[str]] = []
    for m in _WORD.finditer(text):
        if run and m.start() - run[-1].end() != 1:
            found.append(_joined(text, run))
            run = []
        if m.group()[0].isupper():
            run.append(m)
        elif run:
            found.append(_joined(text, run))
            run = []
    found.append(_joined(text, run))
    return [name for name in dict.fromkeys(found) if name]


def _joined(text: str, run: list[re.Match[str]]) -> str:
    opens = bool(run) and (not text[: run[0].start()].strip() or text[: run[0].start()].rstrip()[-1] in '.!?:“"„')
    if opens and (len(run) == 1 or run[0].group().lower() in FUNCTION_WORDS):
        run = run[1:]
    return text[run[0].start() : run[-1].end()] if run and run[-1].end() - run[0].start() <= _LONGEST_NAME else ""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
