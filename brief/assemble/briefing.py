"""From verified material to the briefing. Pure: the same material gives the same briefing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from brief.assemble.account import left_out_rows, made_rows, source_summary
from brief.assemble.apparent import apparent_rows, update_rows
from brief.assemble.concluded import first_page
from brief.assemble.copied import copy_rows, in_short
from brief.assemble.disagreements import disagreement, in_order
from brief.assemble.few_words import FEW
from brief.assemble.findings import chosen
from brief.assemble.material import Material
from brief.assemble.orders import orders_told
from brief.assemble.register import Register
from brief.assemble.renderings import rendering_rows
from brief.assemble.statements import Voices
from brief.assemble.tables import actor_rows, question_rows, source_rows
from brief.assemble.timeline import timeline
from brief.assemble.unfit import in_own_words, odd_rows, repeating_rows, standing_on_fit_texts, unquoted_rows
from brief.assemble.weighing import Weighing
from brief.schema import Briefing, Contradiction, Counts, Evidence, Line, OpenQuestion, Pages, Part, SourceRow
from brief.sections import QUESTIONS, SOURCES, annex, section

MOST_DISAGREEMENTS = 12
MOST_GAPS = 3


def assemble(material: Material, texts: Mapping[str, str]) -> Briefing:
    """Return the briefing. `texts` holds the stored text of each input by the input's name.

    Raises ValueError when a finding's evidence does not equal its source: that is a fault of the program.
    """
    register = Register(material.articles, texts, material.numbers, material.unfit)
    voices = Voices(material)
    contradictions, not_shown = standing_on_fit_texts(material.comparison.contradictions, material)
    weighing = Weighing(material, voices)
    ordered = in_order(contradictions, weighing)
    questions = in_own_words(material.comparison.questions, material)
    shown = ordered[:MOST_DISAGREEMENTS]
    picked = chosen(voices, material, shown, weighing)
    first = first_page(picked, voices, shown, weighing, register, material)
    disagreements = tuple(disagreement(w, register, material, told_above=w.number in first.told) for w in shown)
    apparent = apparent_rows(contradictions, weighing, register)
    updates = update_rows(material.comparison.updates, weighing, register, material)
    gaps = _gaps(questions, register, material)
    events, chronology = timeline(material.comparison.timeline, register, material)
    actors = actor_rows(voices, register, material)
    rendered = rendering_rows(register, material)
    asked = question_rows(questions, register, material)
    sources = source_rows(voices, material)
    copied, odd = copy_rows(register, material), odd_rows(register, material)
    counts = _counts(material, register, contradictions, questions)
    title = material.title or _title(voices, material)
    return Briefing(
        title=title,
        question=material.question,
        as_of=material.as_of,
        provenance=material.provenance,
        counts=counts,
        summaries=material.summaries,
        comparison=material.comparison.model_copy(update={"contradictions": contradictions, "questions": questions}),
        copies=material.copies,
        fitness=tuple(found for found in material.fitness.values() if found.verdict != "fit"),
        pages=Pages(
            header_left=" · ".join(filter(None, (material.handling, "MACHINE DRAFT, NOT REVIEWED BY A PERSON"))),
            header_right=title if len(title) <= 60 else title[:59].rpartition(" ")[0].rstrip(" ,:") + "…",
            subtitle=_subtitle(material, counts),
            status=_status(material, counts),
            bottom_line=first.bottom_line,
            findings=first.findings,
            disagreements=disagreements,
            apparent=apparent,
            updates=updates,
            gaps=gaps,
            sources_line=_sources_line(sources),
            timeline=events,
            chronology=chronology,
            actors=actors,
            renderings=rendered,
            questions=asked,
            sources=sources,
            source_summary=source_summary(sources, material.articles),
            copies=copied,
            odd=odd,
            evidence=register.rows(),
            left_out=(
                *not_shown,
                *repeating_rows(material),
                *unquoted_rows(voices, material),
                *left_out_rows(material, texts, register.cited),
            ),
            made=made_rows(material, counts, register),
        ),
    )


def _counts(
    material: Material,
    register: Register,
    contradictions: Sequence[Contradiction],
    questions: Sequence[OpenQuestion],
) -> Counts:
    return Counts(
        articles_used=len(material.used),
        articles_left_out=len(material.articles) - len(material.used),
        statements_kept=sum(len(s.attributions) for s in material.summaries),
        statements_not_supported=sum(len(s.not_supported) for s in material.summaries),
        quotations=register.quotations,
        contradictions=len(contradictions),
        questions=len(questions),
    )


def _title(voices: Voices, material: Material) -> str:
    texts = Counter(actor for actor, _ in {(s.actor.name, s.article) for s in voices.all if s.actor})
    often = Counter(s.actor.name for s in voices.all if s.actor and s.actor.kind in ("person", "body"))
    names = sorted(often, key=lambda name: (-texts[name], -often[name], name))[:3]
    said_in = f"what {_texts(len(material.used))} say" if len(material.used) > 1 else "what the text says"
    if not names:
        return f"Briefing from {_texts(len(material.used))}"
    return f"{' and '.join([', '.join(names[:-1]), names[-1]] if names[1:] else names)}: {said_in}"


def _subtitle(material: Material, counts: Counts) -> str:
    asked = f"Question: {material.question} · " if material.question else ""
    return f"{asked}Briefing from {_texts(counts.articles_used)} · as of {material.as_of}"


def _status(material: Material, counts: Counts) -> Line:
    undated = sum(a.published is None for a in material.used)
    return Line(
        parts=(
            Part(kind="bold", text="Status. "),
            Part(
                kind="text",
                text=f"{_maker(material)} No person has checked it. "
                f"{counts.quotations} of {counts.quotations} quotations match their source text character for "
                "character. "
                f"{_undated(undated, counts.articles_used)}"
                f"{in_short(material)}{_unquoted(material)}{_turned_down(counts.statements_not_supported)}{orders_told(material)}",
            ),
        )
    )


def _undated(number: int, texts: int) -> str:
    return f"{number} of {texts} texts state no date of publication. " if number else ""


def _maker(material: Material) -> str:
    model = material.provenance.model
    if model is None:
        return "Made by rules; no language model was used."
    if model.unreached:
        return f"Made by rules; the language model {model.model} could not be used."
    said = f"Made with the language model {model.model} from the texts of section {SOURCES} and nothing else."
    if model.by_rules:
        said += f" {model.by_rules} of {len(material.used)} texts were summarised by rules."
    return said


def _unquoted(material: Material) -> str:
    number = sum(a.id in material.unfit for a in material.used)
    if not number:
        return ""
    return f"{_texts(number)} {'is' if number == 1 else 'are'} not fit to quote: see {section(SOURCES)}. "


def _turned_down(number: int) -> str:
    if not number:
        return "Who said what was matched by rules."
    return f"{_count(number, 'statement')} {'was' if number == 1 else 'were'} dropped: see {annex('B')}."


def _gaps(questions: Sequence[OpenQuestion], register: Register, material: Material) -> tuple[Line, ...]:
    lines = [
        Line(
            parts=(
                Part(kind="text", text=f"{question.question} "),
                *_raised_by(question.evidence[0], register),
                Part(kind="text", text=" "),
                Part(kind="ref", text=section(QUESTIONS)),
            )
        )
        for question in [q for q in questions if q.answered_by is None and q.kind != "unresolved"][:MOST_GAPS]
    ]
    undated = sum(a.published is None for a in material.used)
    if undated:
        text = f"{undated} of {len(material.used)} texts do not say when they were published. "
        lines.append(Line(parts=(Part(kind="text", text=text), Part(kind="ref", text=section(SOURCES)))))
    return tuple(lines)


def _raised_by(words: Evidence, register: Register) -> tuple[Part, ...]:
    """The words that raise a question where they are few, else their key."""
    if len(words.text.split()) <= FEW:
        return register.quote(words, section(QUESTIONS))
    return register.cite(words, section(QUESTIONS))


def _sources_line(sources: Sequence[SourceRow]) -> tuple[Line, ...]:
    lines = []
    for row in sources:
        if row.status == "used":
            host = f", found on the page of S{row.bundled_with}" if row.bundled_with else ""
            words = f"{row.outlet or 'outlet not stated'}{host}"
            lines.append(Line(parts=(Part(kind="bold", text=f"S{row.number} "), Part(kind="text", text=words))))
    note = "A key such as S1.2 in brackets means source 1, sentence 2: click it, or see Annex A."
    return (*lines, Line(parts=(Part(kind="text", text=note),)))


def _texts(number: int) -> str:
    return _count(number, "text")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
