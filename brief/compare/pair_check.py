"""Checks one pair that a model returned: do both sides exist, and do their words differ in the way that is claimed?

Each kind has a check of its own. A pair that fails it is kept under another kind when that kind's check holds and the
words that are said to differ stand in both texts, each side's own; else it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from brief.compare.apart import agree, apart, denies, named_apart, numbers_apart, times_apart, told_apart
from brief.compare.wording import shortened
from brief.items import Item
from brief.schema import ContradictionKind, Evidence
from brief.wire import WirePair

_NO_VALUES: dict[str, str] = {
    "number": "the two items do not hold two different numbers of one sort",
    "date_or_sequence": "the two items do not hold two different times or orders",
    "identity_or_name": "the two items do not hold two different names",
    "place": "the two items do not hold two different places",
}
_INSTEAD: dict[ContradictionKind, tuple[ContradictionKind, ...]] = {
    "reversal": ("policy_split", "direct_denial", "framing"),
    "policy_split": ("reversal", "direct_denial", "framing"),
    "headline_vs_body": ("number", "direct_denial", "framing"),
    "number": ("direct_denial", "scope_or_degree"),
    "date_or_sequence": ("direct_denial",),
    "place": ("direct_denial",),
    "identity_or_name": ("direct_denial",),
    "direct_denial": ("framing",),
}
"""Kinds under which a pair may be kept whose own kind's check fails, the first that holds."""

_CONDITION = re.compile(
    r"\W*(?:if|unless|provided that|falls|wenn|sofern|es sei denn|si|à moins que|a menos que)\b", re.I
)
_PRONOUNS = frozenset(
    "i we he she they our my his her their él ella je il elle nous ich er sie wir yo nosotros".split()
)
_UNCONDITIONAL: frozenset[ContradictionKind] = frozenset(
    ("number", "direct_denial", "scope_or_degree", "cause", "attribution", "date_or_sequence", "place")
)
"""Kinds in which a bare condition is no side: it claims nothing."""


_BETWEEN = " ,;:.—–-\n\t"
_FEW_WORDS = 4
"""Fewer words of its own make no side."""


@dataclass(frozen=True, slots=True)
class Held:
    """A pair whose claim holds: the two items in the order of the sides, and what differs."""

    kind: ContradictionKind
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
    own = _own_words(a, b)
    if own is None:
        return "both sides are the same words"
    a, b = own
    if not apart(a, b):
        return "the two items say the same"
    if pair.status == "apparent":
        return _told(pair, a, b)
    if pair.kind in _UNCONDITIONAL and (_CONDITION.match(a.words) or _CONDITION.match(b.words)):
        return "one side is a condition"
    if pair.kind == "number" and agree(a, b):
        return f"{_NO_VALUES['number']}: they agree"
    return _told(pair, a, b)


def _told(pair: WirePair, a: Item, b: Item) -> Held | str:
    held = _of_kind(pair.kind, pair.differs, a, b)
    if isinstance(held, str) and told_apart(pair.differs, a, b):
        others = (_of_kind(kind, pair.differs, a, b) for kind in _INSTEAD.get(pair.kind, ()))
        return next((other for other in others if isinstance(other, Held)), held)
    return held


def _of_kind(kind: ContradictionKind, differs: str, a: Item, b: Item) -> Held | str:
    if kind == "headline_vs_body":
        return _headline(a, b)
    if kind == "direct_denial":
        return _denial(differs, a, b)
    if kind in ("reversal", "policy_split"):
        return _voices(kind, a, b)
    if kind in _NO_VALUES:
        return _values(kind, differs, a, b)
    return Held(kind, a, b, a.evidence, b.evidence)


def _own_words(a: Item, b: Item) -> tuple[Item, Item] | None:
    """The two items, the longer one without the words of the other; None where too few words are left to it."""
    longer, shorter = (a, b) if len(a.words) > len(b.words) else (b, a)
    left = longer.evidence
    for other in shorter.evidence:
        left = tuple(piece for whole in left for piece in _without(whole, other))
    if left == longer.evidence:
        return a, b
    left = tuple(piece for piece in left if len(piece.text.split()) >= _FEW_WORDS)
    if not left:
        return None
    cut = replace(longer, evidence=left)
    return (cut, b) if longer is a else (a, cut)


def _without(whole: Evidence, other: Evidence) -> tuple[Evidence, ...]:
    """What stands before and after the words of another piece of evidence, without the marks between them."""
    same_text = (whole.article, whole.field) == (other.article, other.field)
    if not same_text or other.start >= whole.end or whole.start >= other.end:
        return (whole,)
    pieces = []
    for start, end in ((whole.start, max(whole.start, other.start)), (min(whole.end, other.end), whole.end)):
        text = whole.text[start - whole.start : end - whole.start]
        start += len(text) - len(text.lstrip(_BETWEEN))
        text = text.strip(_BETWEEN)
        if text:
            pieces.append(whole.model_copy(update={"start": start, "end": start + len(text), "text": text}))
    return tuple(pieces)


def _headline(a: Item, b: Item) -> Held | str:
    if b.kind == "headline":
        a, b = b, a
    if a.kind != "headline" or b.kind == "headline" or a.article != b.article:
        return "it takes a headline and an item of the same article"
    return Held("headline_vs_body", a, b, a.evidence, b.evidence)


def _denial(differs: str, a: Item, b: Item) -> Held | str:
    if not denies(b) and denies(a):
        a, b = b, a
    if not denies(b) and not told_apart(differs, a, b):
        return "neither side negates or rejects anything"
    return Held("direct_denial", a, b, a.evidence, b.evidence)


def _voices(kind: ContradictionKind, a: Item, b: Item) -> Held | str:
    """One speaker, or two; where the texts leave a speaker open, one is held to be the other when its name is there."""
    one = kind == "reversal"
    known = a.speaker is not None and b.speaker is not None
    equal = known and (a.actor == b.actor is not None or a.speaker == b.speaker)
    if one and not equal and known and _one_name(a, b):
        equal = True
    if one and not equal and (known or not _named(a, b)):
        return "the two items do not have one speaker"
    if not one and equal:
        return "the two items do not have two speakers"
    if one and a.published and b.published and b.published < a.published:
        a, b = b, a
    return Held(kind, a, b, a.evidence, b.evidence)


def _one_name(a: Item, b: Item) -> bool:
    """Whether two speakers may be one: they share a surname, or one is told in the words for the other."""
    last_a, last_b = (_words(i.speaker or "")[-1:] for i in (a, b))
    return last_a == last_b or bool(
        frozenset(last_a) <= frozenset(_words(b.about)) and frozenset(last_b) <= frozenset(_words(a.about))
    )


def _named(a: Item, b: Item) -> bool:
    """Whether the sentence of an item without a speaker has a name of the other's or a pronoun for it.

    Of two without a speaker the sentences have one name in common.
    """
    if a.speaker is None and b.speaker is None:
        return bool(_capitals(a.sentence.text) & _capitals(b.sentence.text))
    speaker, other = (a, b) if a.speaker is not None else (b, a)
    names = _capitals(f"{speaker.speaker} {speaker.about}") or frozenset(_words(speaker.speaker or ""))
    return bool((names | _PRONOUNS) & frozenset(_words(other.sentence.text)))


def _capitals(text: str) -> frozenset[str]:
    return frozenset(w.lower() for w in re.findall(r"\b[^\W\d_a-z][\w’'-]{2,}", text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _values(kind: ContradictionKind, differs: str, a: Item, b: Item) -> Held | str:
    """The words of the items are tried first, then the sentences that they stand in."""
    widths = ((a.evidence, b.evidence), ((a.sentence,), (b.sentence,)))
    for evidence_a, evidence_b in widths:
        text_a, text_b = (" ".join(e.text for e in side) for side in (evidence_a, evidence_b))
        values = {"number": numbers_apart, "date_or_sequence": times_apart}.get(kind, named_apart(differs))(
            a, text_a, b, text_b
        )
        if values is not None:
            return Held(kind, a, b, evidence_a, evidence_b, *values)
    if kind != "number" and told_apart(differs, a, b):
        return Held(kind, a, b, a.evidence, b.evidence)
    return _NO_VALUES[kind]
