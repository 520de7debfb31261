"""Texts whose words were replaced by machine: what rests on them alone is not shown, and why is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brief.assemble.borrowed import repeats
from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.assemble.statements import Said, Voices
from brief.schema import Contradiction, LeftOutRow, Line, OddPhrase, OddRow, OpenQuestion, Part, Side
from brief.sections import SOURCES, section

_BASIS = {
    "other_article": "the same sentence elsewhere",
    "name": "an unusual name",
    "unit": "an unusual unit",
    "collocation": "an unusual pairing",
}
MOST_PHRASES = 8
"""Phrases printed for one text; all are in the record."""


def standing_on_fit_texts(
    contradictions: Sequence[Contradiction], material: Material
) -> tuple[tuple[Contradiction, ...], tuple[LeftOutRow, ...]]:
    """Return the contradictions without the evidence of unfit texts, and a row for each one that nothing else bears."""
    kept, rows = [], []
    for item in contradictions:
        a, b = _fit_side(item.a, material.unfit), _fit_side(item.b, material.unfit)
        if a.evidence and b.evidence:
            kept.append(item.model_copy(update={"a": a, "b": b}))
            continue
        texts = sorted({material.number(e.article) for s in (item.a, item.b) for e in s.evidence} & _numbers(material))
        rows.append(
            LeftOutRow(
                kind="Finding not shown",
                what=item.kind.replace("_", " "),
                source_text=None,
                why=f"one side stands in {', '.join(f'S{n}' for n in texts)} alone, whose words are not fit to quote",
            )
        )
    return tuple(kept), tuple(rows)


def in_own_words(questions: Sequence[OpenQuestion], material: Material) -> tuple[OpenQuestion, ...]:
    """Return the questions that neither repeat a text that is not fit to quote nor rest on such texts alone."""
    texts = [material.article[name].text for name in sorted(material.unfit)]
    return tuple(q for q in questions if not (_unfit_alone(q, material) or any(repeats(q.question, t) for t in texts)))


def _unfit_alone(question: OpenQuestion, material: Material) -> bool:
    return all(e.article in material.unfit for e in question.evidence)


def repeating_rows(material: Material) -> tuple[LeftOutRow, ...]:
    """Return a row for each sentence or question that is not shown: it repeats an unfit text, or rests on it alone."""
    made = material.conclusion
    resting = [q for q in material.comparison.questions if _unfit_alone(q, material)]
    told = [
        *(("sentence of the bottom line", item.text) for item in (made.bottom_line if made else ())),
        *(("finding", item.text) for item in (made.findings if made else ())),
        *((f"question {q.id}", q.question) for q in material.comparison.questions if q not in resting),
    ]
    rows = [
        (what, f"it repeats words of S{material.number(name)}, which is not fit to quote")
        for what, text in told
        for name in sorted(material.unfit)
        if repeats(text, material.article[name].text)
    ]
    for question in resting:
        texts = sorted({material.number(e.article) for e in question.evidence})
        alone = " and ".join(f"S{n}" for n in texts)
        rows.append((f"question {question.id}", f"it rests on {alone} alone, whose words are not fit to quote"))
    return tuple(LeftOutRow(kind="Finding not shown", what=what, source_text=None, why=why) for what, why in rows)


def _fit_side(side: Side, unfit: frozenset[str]) -> Side:
    return side.model_copy(update={"evidence": tuple(e for e in side.evidence if e.article not in unfit)})


def _numbers(material: Material) -> set[int]:
    return {material.number(name) for name in material.unfit}


def unquoted_rows(voices: Voices, material: Material) -> tuple[LeftOutRow, ...]:
    """Return one row for each unfit text in use: how much of it is not quoted."""
    statements = Counter(said.article for said in voices.all)
    events = Counter(entry.evidence.article for entry in material.comparison.timeline)
    return tuple(
        LeftOutRow(
            kind="Words not quoted",
            what=f"S{material.number(a.id)}: {statements[a.id]} statements, {events[a.id]} events",
            source_text=None,
            why=f"it is not fit to quote: see {section(SOURCES)}",
        )
        for a in material.used
        if a.id in material.unfit
    )


def told_unquoted(items: Sequence[Said], register: Register, material: Material, place: str) -> tuple[Line, ...]:
    """Return one line for each unfit text that gives an actor statements: their keys without their words."""
    lines = []
    for name in dict.fromkeys(said.article for said in items):
        spans = sorted(span for said in items if said.article == name for span in said.statement.content.spans)
        number = material.number(name)
        lead = Part(kind="text", text=f"S{number} attributes more; it is not fit to quote. ")
        lines.append(Line(parts=(lead, *register.keys(name, spans, place))))
    return tuple(lines)


def _telling(phrases: Sequence[OddPhrase]) -> list[OddPhrase]:
    """Return the phrases that show most, each once: what another text has, names, then unusual pairings."""
    once = {phrase.words.casefold(): phrase for phrase in reversed(phrases)}.values()
    order = tuple(_BASIS)
    kept = sorted(once, key=lambda p: (order.index(p.basis), p.span))[:MOST_PHRASES]
    return sorted(kept, key=lambda p: p.span)


def odd_rows(register: Register, material: Material) -> tuple[OddRow, ...]:
    """Return the phrases that show which texts are not fit to quote."""
    place = section(SOURCES)
    rows = []
    for article in material.used:
        if article.id not in material.unfit:
            continue
        for phrase in _telling(material.fitness[article.id].phrases):
            other = f", S{material.number(phrase.other)}" if phrase.other else ""
            rows.append(
                OddRow(
                    key=Line(parts=register.keys(article.id, (phrase.span,), place)),
                    words=phrase.words,
                    usual="—" if phrase.basis == "unit" else phrase.usual,
                    basis=f"{_BASIS[phrase.basis]}{other}",
                )
            )
    return tuple(rows)
