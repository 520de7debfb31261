"""Where the sources disagree: one line on page 1, one side-by-side table in its section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brief import sections
from brief.assemble.few_words import DIGITS, in_few_words, spoken
from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.assemble.statements import content_words
from brief.assemble.weighing import Weighing, Weight
from brief.schema import (
    Contradiction,
    ContradictionKind,
    Disagreement,
    DisagreementRow,
    Evidence,
    Line,
    Part,
    Span,
)
from brief.sentences import split_sentences
from brief.spans import evidence

KIND: Mapping[ContradictionKind, str] = {
    "direct_denial": "Direct denial",
    "number": "Different numbers",
    "date_or_sequence": "Different dates or order",
    "identity_or_name": "Different names",
    "place": "Different places",
    "scope_or_degree": "Different scope",
    "attribution": "Different doers",
    "cause": "Different causes",
    "framing": "Different framing",
    "policy_split": "Two voices of one side",
    "headline_vs_body": "Headline against body",
    "reversal": "Two positions of one speaker",
}
LONGEST_VALUE = 30
"""Characters of a value that stands in a heading."""

NEAREST = 3
"""Words that a sentence of the settling text shares with the two sides to be shown as what settles them."""

_IN_HEADING: frozenset[ContradictionKind] = frozenset(("number", "date_or_sequence", "identity_or_name", "place"))
_VALUE: Mapping[ContradictionKind, str] = {
    "number": "Number",
    "date_or_sequence": "Time",
    "identity_or_name": "Name",
    "place": "Place",
    "scope_or_degree": "Extent",
    "headline_vs_body": "Word",
}
_ORDER = tuple(KIND)
_RULES = "rules"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A contradiction in its place, with what it weighs."""

    number: str
    item: Contradiction
    weight: Weight
    leads: bool
    """True when it may lead page 1: it is open, its texts have something to do with each other, and both sides have
    a speaker, or values that stand against each other."""


def in_order(contradictions: Sequence[Contradiction], weighing: Weighing) -> tuple[Weighed, ...]:
    """Return the disagreements with their section numbers, the weightiest first; the apparent ones are none.

    Open ones come first, those between texts of one affair before others; then counts what can be counted: in how many
    texts the speakers speak, how many independent origins there are, how many sides have a speaker; then the kind.
    """
    weights = {c.id: weighing.weigh(c) for c in contradictions}
    apart = {c.id: not weighing.of_one_affair(c) for c in contradictions}

    def rank(c: Contradiction) -> tuple[bool, bool, int, int, int, int]:
        weight = weights[c.id]
        named, kind = weight.named, _ORDER.index(c.kind)
        return c.status != "open", apart[c.id], -weight.reach, -weight.origins, -named, kind

    def leads(c: Contradiction) -> bool:
        return weights[c.id].named == len((c.a, c.b)) or _has_values(c)

    ordered = sorted((c for c in contradictions if c.status != "apparent"), key=rank)
    return tuple(
        Weighed(sections.disagreement(n), c, weights[c.id], c.status == "open" and not apart[c.id] and leads(c))
        for n, c in enumerate(ordered, start=1)
    )


def heading(item: Contradiction, weight: Weight, by_model: bool) -> str:
    """Return kind and topic where a model gave a topic; else the kind, the two values, and who is against whom."""
    if by_model and " " in item.topic and "," not in item.topic:
        return f"{KIND[item.kind]}: {item.topic}"
    a, b = weight.a.voice.short, weight.b.voice.short
    return f"{_kind(item)}: {a if a == b else f'{a} against {b}'}"


def _kind(item: Contradiction) -> str:
    """Return the kind, of numbers and other short values with the two values."""
    return f"{KIND[item.kind]}, {item.a.value} against {item.b.value}" if _has_values(item) else KIND[item.kind]


def _has_values(item: Contradiction) -> bool:
    values = (item.a.value, item.b.value)
    return item.kind in _IN_HEADING and all(value and len(value) <= LONGEST_VALUE for value in values)


def has_words(weighed: Weighed, material: Material) -> bool:
    """Tell whether one line can quote both sides."""
    sides = ((weighed.item.a, weighed.weight.a.voice), (weighed.item.b, weighed.weight.b.voice))
    return all(in_few_words(weighed.item, side, voice, material) is not None for side, voice in sides)


def sides_line(weighed: Weighed, register: Register, material: Material, place: str) -> tuple[Part, ...]:
    """Return both sides in one line: who, the first words where they are few, the keys, the section to look at."""
    item, weight = weighed.item, weighed.weight
    parts: list[Part] = []
    for side, voice in ((item.a, weight.a.voice), (item.b, weight.b.voice)):
        words = in_few_words(item, side, voice, material)
        name = voice.name if parts else f"{voice.name[:1].upper()}{voice.name[1:]}"
        if words is None:
            value = f" {side.value}" if side.value and DIGITS.search(side.value) else ""
            told = (Part(kind="text", text=f"{name}{value} "), *register.cite(side.evidence[0], place))
        else:
            told = (Part(kind="text", text=f"{name}: "), *register.quote(words, place))
        parts += [*told, Part(kind="text", text=" " if parts else "; ")]
    return (*parts, Part(kind="ref", text=weighed.number))


def disagreement(weighed: Weighed, register: Register, material: Material, *, told_above: bool) -> Disagreement:
    """Return one disagreement as the document shows it; what the bottom line has told, page 1 only points to."""
    item, weight, number = weighed.item, weighed.weight, weighed.number
    by_model = material.comparison.comparer != _RULES
    head = heading(item, weight, by_model)
    see: tuple[Part, ...]
    if told_above:
        opening, see = head, (Part(kind="text", text="See the bottom line. "), Part(kind="ref", text=number))
    else:
        opening = head if by_model else _kind(item)
        see = sides_line(weighed, register, material, number)
    return Disagreement(
        number=number,
        contradiction=item.id,
        heading=head,
        brief=Line(parts=(Part(kind="bold", text=f"{opening}. "), *see)),
        a=weight.a.voice.name,
        b=weight.b.voice.name,
        rows=_rows(number, item, register),
        closing=_closing(weighed, register, material),
    )


def _rows(number: str, item: Contradiction, register: Register) -> tuple[DisagreementRow, ...]:
    sides = (item.a, item.b)
    first = [(quoted_words(side.evidence[0], register, number),) for side in sides]
    rows = [DisagreementRow(label="In their words", a=first[0], b=first[1])]
    more = [tuple(quoted_words(e, register, number) for e in side.evidence[1:]) for side in sides]
    if any(more):
        rows.append(DisagreementRow(label="Also", a=more[0], b=more[1]))
    if item.a.value or item.b.value:
        values = [(_text(side.value),) if side.value else () for side in (item.a, item.b)]
        rows.append(DisagreementRow(label=_VALUE.get(item.kind, "Value"), a=values[0], b=values[1]))
    return tuple(rows)


def _closing(weighed: Weighed, register: Register, material: Material) -> tuple[Line, ...]:
    item = weighed.item
    lines = [
        _told("Kind: ", f"{KIND[item.kind].lower()}."),
        _told("What differs: ", item.differs),
        _status(item, register, material, weighed.number),
        _told("Stands on: ", weighed.weight.in_words()),
    ]
    if item.note:
        lines.append(_told("Note: ", item.note))
    return (*lines, _told("Would settle it: ", item.would_settle))


def _status(item: Contradiction, register: Register, material: Material, place: str) -> Line:
    """Return the status with what shows it: of a settled one the words of the text that settles it."""
    if item.status != "resolved_by" or item.resolved_by is None:
        return _told("Status in these texts: ", "open; no text of the set settles it.")
    line = _told("Status in these texts: ", f"resolved by S{material.number(item.resolved_by)}.")
    words = _settling(item, item.resolved_by, material)
    if words is None:
        return line
    return Line(parts=(*line.parts, Part(kind="text", text=" Its words: "), *register.quote(words, place)))


def _settling(item: Contradiction, article: str, material: Material) -> Evidence | None:
    """Return the sentence of the settling text that shares most words with the two sides; None without a near one."""
    own = [e for side in (item.a, item.b) for e in side.evidence if e.article == article]
    own = [e for e in own if e.field == "text"]
    if own:
        return own[0]
    if article in material.unfit:
        return None
    about = [content_words(" ".join(e.text for e in side.evidence)) for side in (item.a, item.b)]
    text = material.article[article].text
    scored = [
        (sum(len(content_words(text[s.start : s.end]) & words) for words in about), -s.number, s)
        for s in split_sentences(text)
    ]
    most, _, best = max(scored, default=(0, 0, None))
    return evidence(material.article[article], Span(best.start, best.end)) if best and most >= NEAREST else None


def quoted_words(item: Evidence, register: Register, place: str) -> Line:
    """Return a piece of evidence as a line: the spoken words of it where it is mostly these."""
    return Line(parts=tuple(part for piece in spoken(item) for part in register.quote(piece, place)))


def _told(head: str, rest: str) -> Line:
    return Line(parts=(Part(kind="bold", text=head), Part(kind="text", text=rest)))


def _text(text: str) -> Line:
    return Line(parts=(Part(kind="text", text=text),))
