"""Where the sources disagree: one line on page 1, one side-by-side table in its section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brief import sections
from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.schema import Contradiction, ContradictionKind, Disagreement, DisagreementRow, Line, Part, Side

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

_STATUS = {
    "open": "open: no text of the set settles it.",
    "apparent": "apparent: the texts say why both can hold.",
}
_ORDER = tuple(KIND)


def in_order(contradictions: Sequence[Contradiction]) -> tuple[tuple[str, Contradiction], ...]:
    """Return the contradictions with their section numbers: open ones first, then by kind."""
    rank = {"open": 0, "resolved_by": 1, "apparent": 2}
    ordered = sorted(contradictions, key=lambda c: (rank[c.status], _ORDER.index(c.kind)))
    return tuple((sections.disagreement(n), c) for n, c in enumerate(ordered, start=1))


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
    return (
        *_side(item.a, register, material, place),
        Part(kind="text", text="; "),
        *_side(item.b, register, material, place),
        Part(kind="text", text=" "),
        Part(kind="ref", text=number),
    )


def _side(side: Side, register: Register, material: Material, place: str) -> tuple[Part, ...]:
    first = side.evidence[0]
    few = len(first.text.split()) <= FEW
    words = register.quote(first, place) if few else register.cite(first, place)
    value = f" {side.value}" if side.value and not few else ""
    return (Part(kind="text", text=f"{who(side, material)}{':' if few else value} "), *words)


def disagreement(number: str, item: Contradiction, register: Register, material: Material) -> Disagreement:
    """Return one contradiction as the document shows it."""
    heading = f"{KIND[item.kind]}: {item.topic}" if item.topic else KIND[item.kind]
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
    rows = [
        DisagreementRow(
            label="In their words",
            a=(Line(parts=register.quote(item.a.evidence[0], number)),),
            b=(Line(parts=register.quote(item.b.evidence[0], number)),),
        )
    ]
    more = [tuple(Line(parts=register.quote(e, number)) for e in side.evidence[1:]) for side in (item.a, item.b)]
    if any(more):
        rows.append(DisagreementRow(label="Also", a=more[0], b=more[1]))
    if item.a.value or item.b.value:
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


def _text(text: str) -> Line:
    return Line(parts=(Part(kind="text", text=text),))
