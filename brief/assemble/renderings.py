"""One utterance in the words of several texts: what differs, word for word."""

from __future__ import annotations

from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.schema import Line, Part, RenderingRow, Span, Utterance, Wording
from brief.schema.utterance import WordingKind
from brief.sections import ACTORS, section
from brief.spans import evidence

MOST_RENDERINGS = 10
"""Differences printed; all are in the record."""

_DIFFERS: dict[WordingKind, str] = {
    "negation": "A negation that the other lacks",
    "altered_number": "Another number",
    "altered_word": "Both in quotation marks; words differ",
    "another_wording": "Both in quotation marks; words differ",
    "cut_short": "One gives more of it",
    "indirect": "One tells in its own words what the other quotes",
}
_PRINTED = frozenset({"negation", "altered_number", "altered_word", "another_wording"})
"""Differences that are printed; where one text only gives less of it, or tells it indirectly, the record has it."""


def rendering_rows(register: Register, material: Material) -> tuple[RenderingRow, ...]:
    """Return the utterances whose renderings differ in their words, the gravest difference first."""
    order = tuple(_DIFFERS)
    found = [
        (order.index(wording.kinds[0]), n, utterance, wording)
        for n, utterance in enumerate(material.comparison.utterances)
        for wording in utterance.differences
        if _PRINTED & set(wording.kinds) and not {wording.a, wording.b} & material.unfit
    ]
    names = {actor.id: actor.name for actor in material.comparison.actors}
    return tuple(
        _row(names[utterance.actor], wording, register, material)
        for _, _, utterance, wording in sorted(found, key=lambda item: item[:2])[:MOST_RENDERINGS]
    )


def _row(name: str, wording: Wording, register: Register, material: Material) -> RenderingRow:
    steps = [step for step in wording.words if step.op != "equal"]
    return RenderingRow(
        who=name,
        a=_words(wording.a, [s.a for s in wording.words], [s.a for s in steps], register, material),
        b=_words(wording.b, [s.b for s in wording.words], [s.b for s in steps], register, material),
        differs="; ".join(dict.fromkeys(_DIFFERS[kind] for kind in wording.kinds)),
    )


def _words(
    name: str, steps: list[Span | None], changed: list[Span | None], register: Register, material: Material
) -> Line:
    spans = [span for span in steps if span is not None]
    if not spans:
        return Line(parts=(Part(kind="text", text="not in it"),))
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    strong = tuple(span for span in changed if span is not None)
    return Line(parts=register.quote(evidence(material.article[name], whole), section(ACTORS), strong))


def told_by(utterances: tuple[Utterance, ...]) -> dict[tuple[str, str], Utterance]:
    """Return the utterance that each statement tells, by the ids of article and statement."""
    return {(r.article, r.statement): utterance for utterance in utterances for r in utterance.renderings}
