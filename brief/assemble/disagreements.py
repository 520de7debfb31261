"""Where the sources disagree: one line on page 1, one side-by-side table in its section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brief import sections
from brief.assemble.material import Material
from brief.assemble.printable import fragments
from brief.assemble.register import Register
from brief.assemble.statements import content_words
from brief.schema import (
    Contradiction,
    ContradictionKind,
    Disagreement,
    DisagreementRow,
    Evidence,
    Line,
    Part,
    Side,
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
FEW = 24
"""Page 1 quotes a side of at most this many words; of a longer one it gives the key."""

_WITH_VALUES = frozenset({"number", "date_or_sequence", "identity_or_name", "place", "headline_vs_body"})
_STATUS = {
    "open": "open: no text of the set settles it.",
    "apparent": "apparent: the texts say why both can hold.",
}
_ORDER = tuple(KIND)


def in_order(contradictions: Sequence[Contradiction]) -> tuple[tuple[str, Contradiction], ...]:
    """Return the contradictions with their section numbers: open ones first, then by kind."""
    rank = {"open": 0, "resolved_by": 1, "apparent": 2}
    ordered = sorted(contradictions, key=lambda c: (rank[c.status], _ORDER.index(c.kind), _fewest_known(c)))
    return tuple((sections.disagreement(n), c) for n, c in enumerate(ordered, start=1))


def _fewest_known(item: Contradiction) -> tuple[int, int]:
    named = sum(side.speaker is not None for side in (item.a, item.b))
    return -named, -len(item.a.evidence) - len(item.b.evidence)


def who(side: Side, material: Material) -> str:
    """Return the name over one side: the speaker, or the text itself."""
    if side.speaker:
        return side.speaker
    first = side.evidence[0]
    number = material.number(first.article)
    return f"Headline of S{number}" if first.field == "title" else f"Text of S{number}"


def sides_line(
    item: Contradiction, number: str, register: Register, material: Material, place: str
) -> tuple[Part, ...]:
    """Return both sides in one line: who, the first words where they are few, the keys, the section to look at."""
    about = content_words(f"{item.topic} {item.differs} {item.note or ''}")
    return (
        *_side(item.a, about, register, material, place),
        Part(kind="text", text="; "),
        *_side(item.b, about, register, material, place),
        Part(kind="text", text=" "),
        Part(kind="ref", text=number),
    )


def _side(side: Side, about: frozenset[str], register: Register, material: Material, place: str) -> tuple[Part, ...]:
    words = in_few_words(side, about, material)
    if words is not None:
        return (Part(kind="text", text=f"{who(side, material)}: "), *register.quote(words, place))
    value = f" {side.value}" if side.value and any(char.isdigit() for char in side.value) else ""
    return (Part(kind="text", text=f"{who(side, material)}{value} "), *register.cite(side.evidence[0], place))


def in_few_words(side: Side, about: frozenset[str], material: Material) -> Evidence | None:
    """Return a side's words in at most `FEW` words: the evidence that has most words of what it is about, or None."""
    short = [
        piece
        for whole in side.evidence
        for item in spoken(whole)
        for piece in _sentences(item, material)
        if _few(piece)
    ]
    if not short and side.value is None:
        short = [item for whole in side.evidence for item in _quoted(whole) if _few(item)]
    return max(short, key=lambda e: len(content_words(e.text) & about), default=None)


def spoken(item: Evidence) -> tuple[Evidence, ...]:
    """Return what is said in a sentence where most of it stands in quotation marks, else the whole sentence."""
    quoted = _quoted(item)
    return quoted if sum(len(q.text.split()) for q in quoted) * 2 > len(item.text.split()) else (item,)


def _quoted(item: Evidence) -> tuple[Evidence, ...]:
    return tuple(
        item.model_copy(
            update={
                "start": item.start + span.start,
                "end": item.start + span.end,
                "text": item.text[span.start : span.end],
            }
        )
        for span in fragments(item.text)
    )


def _sentences(item: Evidence, material: Material) -> tuple[Evidence, ...]:
    """Return evidence cut into the sentences it stands in."""
    if item.field == "title":
        return (item,)
    article = material.article[item.article]
    return tuple(
        evidence(article, Span(max(item.start, s.start), min(item.end, s.end)))
        for s in split_sentences(article.text)
        if s.start < item.end and item.start < s.end
    )


def _few(item: Evidence) -> bool:
    return len(item.text.split()) <= FEW


def disagreement(number: str, item: Contradiction, register: Register, material: Material) -> Disagreement:
    """Return one contradiction as the document shows it."""
    kind = KIND[item.kind] if item.status != "apparent" else f"Apparent only, {KIND[item.kind].lower()}"
    heading = f"{kind}: {item.topic}" if item.topic else kind
    return Disagreement(
        number=number,
        contradiction=item.id,
        heading=heading,
        brief=Line(
            parts=(
                Part(kind="bold", text=f"{heading}. "),
                *sides_line(item, number, register, material, number),
            )
        ),
        a=who(item.a, material),
        b=who(item.b, material),
        rows=_rows(number, item, register),
        closing=_closing(item, material),
    )


def _rows(number: str, item: Contradiction, register: Register) -> tuple[DisagreementRow, ...]:
    sides = (item.a, item.b)
    first = [(_words(side.evidence[0], register, number),) for side in sides]
    rows = [DisagreementRow(label="In their words", a=first[0], b=first[1])]
    more = [tuple(_words(e, register, number) for e in side.evidence[1:]) for side in sides]
    if any(more):
        rows.append(DisagreementRow(label="Also", a=more[0], b=more[1]))
    if item.kind in _WITH_VALUES and (item.a.value or item.b.value):
        values = [(_text(side.value),) if side.value else () for side in (item.a, item.b)]
        rows.append(DisagreementRow(label="Value", a=values[0], b=values[1]))
    return tuple(rows)


def _closing(item: Contradiction, material: Material) -> tuple[Line, ...]:
    if item.status == "resolved_by" and item.resolved_by:
        status = f"resolved by S{material.number(item.resolved_by)}."
    else:
        status = _STATUS[item.status]
    lines = [
        ("Kind: ", f"{KIND[item.kind].lower()}. "),
        ("Status in these texts: ", status),
        ("What differs: ", item.differs),
    ]
    if item.note:
        lines.append(("Note: ", item.note))
    lines.append(("Would settle it: ", item.would_settle))
    return tuple(Line(parts=(Part(kind="bold", text=head), Part(kind="text", text=rest))) for head, rest in lines)


def _words(item: Evidence, register: Register, place: str) -> Line:
    return Line(parts=tuple(part for piece in spoken(item) for part in register.quote(piece, place)))


def _text(text: str) -> Line:
    return Line(parts=(Part(kind="text", text=text),))
