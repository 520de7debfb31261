"""Checks one pair that a model returned: do both sides exist, and do their words differ in the way that is claimed?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from brief.compare.denial import NEGATION
from brief.compare.quantities import same
from brief.compare.words import content_stems
from brief.dates import find_dates
from brief.items import Item, ground_of
from brief.number_words import FUNCTION_WORDS
from brief.numbers import Quantity, find_quantities
from brief.overstating import additions
from brief.schema import Evidence
from brief.wire import WirePair

_BEFORE = re.compile(r"\b(?:before|prior to|ahead of|first|antes|avant|bevor|vor|zuerst|earlier)\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|once|following|later|then|después|tras|après|nachdem|nach|dann)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONGEST_NAME = 60
_NO_VALUES: dict[str, str] = {
    "number": "the two items do not hold two different numbers of one sort",
    "date_or_sequence": "the two items do not hold two different times or orders",
    "identity_or_name": "the two items do not hold two different names",
    "place": "the two items do not hold two different places",
}
_NEAR = 50
"""Characters around a number in which the words for what it counts are looked for."""


@dataclass(frozen=True, slots=True)
class Held:
    """A pair whose claim holds: the two items in the order of the sides, and what differs."""

    a: Item
    b: Item
    evidence_a: tuple[Evidence, ...]
    evidence_b: tuple[Evidence, ...]
    value_a: str | None = None
    value_b: str | None = None


def check_pair(pair: WirePair, items: Mapping[str, Item]) -> Held | str:
    """Return the pair with its evidence, or the reason why it does not hold."""
    for name in (pair.a, pair.b):
        if name not in items:
            return f"there is no item {shortened(name)}"
    a, b = items[pair.a], items[pair.b]
    if a.id == b.id:
        return "both sides are one item"
    if _overlap(a, b):
        return "both sides are the same words"
    if pair.kind == "headline_vs_body":
        return _headline(a, b)
    if pair.kind == "direct_denial":
        return _denial(a, b)
    if pair.kind in ("reversal", "policy_split"):
        return _voices(a, b, one=pair.kind == "reversal")
    if pair.kind in ("number", "date_or_sequence", "identity_or_name", "place"):
        return _values(pair, a, b)
    return Held(a, b, a.evidence, b.evidence)


def shortened(name: str) -> str:
    """Return an id of a model's own as it may be printed."""
    return re.sub(r"[^\w.~-]", "?", name[:16]) or "without a name"


def _overlap(a: Item, b: Item) -> bool:
    return any(
        (x.article, x.field) == (y.article, y.field) and x.start < y.end and y.start < x.end
        for x in a.evidence
        for y in b.evidence
    )


def _headline(a: Item, b: Item) -> Held | str:
    if b.kind == "headline":
        a, b = b, a
    if a.kind != "headline" or b.kind == "headline" or a.article != b.article:
        return "it takes a headline and an item of the same article"
    return Held(a, b, a.evidence, b.evidence)


def _denial(a: Item, b: Item) -> Held | str:
    if not _denies(b) and _denies(a):
        a, b = b, a
    if not _denies(b):
        return "neither side negates or rejects anything"
    return Held(a, b, a.evidence, b.evidence)


def _denies(item: Item) -> bool:
    return item.stance == "deny" or NEGATION.search(item.words) is not None


def _voices(a: Item, b: Item, *, one: bool) -> Held | str:
    """One speaker, or two; where the texts leave a speaker open, one is held to be the other when its name is there."""
    known = a.speaker is not None and b.speaker is not None
    equal = known and (a.speaker == b.speaker if a.actor is None or b.actor is None else a.actor == b.actor)
    if one and not equal and (known or not _named(a, b)):
        return "the two items do not have one speaker"
    if not one and equal:
        return "the two items do not have two speakers"
    if one and a.published and b.published and b.published < a.published:
        a, b = b, a
    return Held(a, b, a.evidence, b.evidence)


def _named(a: Item, b: Item) -> bool:
    if a.speaker is None and b.speaker is None:
        return False
    speaker, other = (a.speaker, b) if a.speaker is not None else (b.speaker, a)
    surname = _words(speaker or "")[-1:]
    return bool(surname) and surname[0] in _words(other.sentence.text)


def _values(pair: WirePair, a: Item, b: Item) -> Held | str:
    """The words of the items are tried first, then the sentences that they stand in."""
    widths = ((a.evidence, b.evidence), ((a.sentence,), (b.sentence,)))
    for evidence_a, evidence_b in widths:
        text_a, text_b = (" ".join(e.text for e in side) for side in (evidence_a, evidence_b))
        values: tuple[str | None, str | None] | None
        if pair.kind == "number":
            values = _number(a, text_a, b, text_b)
        elif pair.kind == "date_or_sequence":
            values = _time(a, text_a, b, text_b) or (None if _one_day(a, b) else _told(pair.differs, a, b))
        else:
            values = _name(pair.differs, text_a, text_b) or _told(pair.differs, a, b)
        if values is not None:
            return Held(a, b, evidence_a, evidence_b, *values)
    return _NO_VALUES[pair.kind]


def _told(differs: str, a: Item, b: Item) -> tuple[None, None] | None:
    """No values, when what is said to differ names words of each side that the other one lacks; None otherwise.

    Between languages words can't be compared: there it is enough that no name and no number is invented.
    """
    if additions(differs[:1].lower() + differs[1:], ground_of((a, b))):
        return None
    if {a.language, b.language} != {"en"}:
        return None, None
    said, side_a, side_b = _content(differs), _content(a.words), _content(b.words)
    return (None, None) if said & (side_a - side_b) and said & (side_b - side_a) else None


def _content(text: str) -> frozenset[str]:
    return frozenset(content_stems(text)) | frozenset(re.findall(r"\d+", text))


def _number(a: Item, text_a: str, b: Item, text_b: str) -> tuple[str, str] | None:
    """Two numbers of one sort, each without its like on the other side; those that count the same words first."""
    counts_a = [q for q in find_quantities(text_a, a.language) if q.kind not in ("clock", "year")]
    counts_b = [q for q in find_quantities(text_b, b.language) if q.kind not in ("clock", "year")]
    alone_a = [x for x in counts_a if not any(same(x, y) for y in counts_b)]
    alone_b = [y for y in counts_b if not any(same(x, y) for x in counts_a)]
    found = [
        (-len(_around(text_a, x) & _around(text_b, y)), x.start, y.start, x, y)
        for x in alone_a[:12]
        for y in alone_b[:12]
        if x.kind == y.kind and (x.unit or "") == (y.unit or "")
    ]
    if not found:
        return None
    *_, x, y = min(found, key=lambda f: f[:3])
    return _shown(x), _shown(y)


def _around(text: str, q: Quantity) -> frozenset[str]:
    return frozenset(content_stems(text[max(0, q.start - _NEAR) : q.end + _NEAR]))


def _shown(q: Quantity) -> str:
    number = f"{q.low:,f}"
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return f"{number} {q.unit}" if q.unit else number


def _time(a: Item, text_a: str, b: Item, text_b: str) -> tuple[str, str] | None:
    days_a, days_b = _days(a, text_a), _days(b, text_b)
    clocks_a, clocks_b = _clocks(a, text_a), _clocks(b, text_b)
    if len(clocks_a) == 1 and len(clocks_b) == 1 and clocks_a != clocks_b:
        return clocks_a[0], clocks_b[0]
    apart = [(x, y) for x in days_a for y in days_b if x not in days_b and y not in days_a and not _within(x, y)]
    if apart:
        return apart[0]
    for first, second, swapped in ((text_a, text_b, False), (text_b, text_a, True)):
        x, y = _BEFORE.search(first), _AFTER.search(second)
        if x and y and not _AFTER.search(first) and not _BEFORE.search(second):
            pair = (x.group().lower(), y.group().lower())
            return pair[::-1] if swapped else pair
    return None


def _days(item: Item, text: str) -> list[str]:
    found = [d.date for d in find_dates(text, item.published) if d.date]
    return list(dict.fromkeys([*found, *([item.date] if item.date else [])]))


def _one_day(a: Item, b: Item) -> bool:
    days = set(_days(a, a.words))
    return bool(days) and days == set(_days(b, b.words))


def _within(x: str, y: str) -> bool:
    return x.startswith(y) or y.startswith(x)


def _clocks(item: Item, text: str) -> list[str]:
    found = [int(q.low) for q in find_quantities(text, item.language) if q.kind == "clock"]
    return [f"{m // 60:02d}:{m % 60:02d}" for m in dict.fromkeys(found)]


def _name(differs: str, text_a: str, text_b: str) -> tuple[str, str] | None:
    """Two names that are said to differ, one of each side, at least one of which the other side lacks."""
    words_a, words_b, said = (frozenset(_words(text)) for text in (text_a, text_b, differs))
    for x in _names(text_a):
        for y in _names(text_b):
            own_x, own_y = frozenset(_words(x)), frozenset(_words(y))
            if own_x <= own_y or own_y <= own_x or not (own_x & said and own_y & said):
                continue
            if (own_x - words_b) & said or (own_y - words_a) & said:
                return x, y
    return None


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
