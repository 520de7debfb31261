"""The tables after page 1 but the timeline: who says what, open questions, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.assemble.statements import SAME, Said, Voices, alike, can_be_told, statement_line
from brief.assemble.unfit import told_unquoted
from brief.names import unquoted
from brief.schema import (
    Actor,
    ActorRow,
    Line,
    OpenQuestion,
    Part,
    QuestionRow,
    SourceRow,
)
from brief.sections import ACTORS, QUESTIONS, section
from brief.sentences import split_sentences

MOST_ACTORS = 12
MOST_LINES = 5
MOST_QUESTIONS = 12
SHORTEST = 4
"""Statements of fewer words are in the record only: they say nothing alone."""

_POSSESSIVES = frozenset("his her its their our my your this these that those".split())


def actor_rows(voices: Voices, register: Register, material: Material) -> tuple[ActorRow, ...]:
    """Return who says what: the actors who speak in most texts and most often first, each utterance once."""
    actors = {said.actor.id: said.actor for said in voices.all if said.actor is not None}
    order = sorted(
        actors.values(),
        key=lambda a: (
            a.kind == "unnamed",
            -len({said.article for said in voices.of(a)}),
            -len(voices.of(a)),
            a.name,
        ),
    )
    named = [a for a in order if a.name.split()[0].lower() not in _POSSESSIVES and _shown(a, voices, material)]
    return tuple(_actor_row(actor, voices, register, material) for actor in named[:MOST_ACTORS])


def _shown(actor: Actor, voices: Voices, material: Material) -> list[Said]:
    """Return the statements of an actor worth a line: each utterance once, the actor's own words first."""
    shown: list[Said] = []

    def rank(said: Said) -> tuple[bool, int]:
        return said.article in material.unfit, ("direct", "mixed", "indirect").index(said.statement.kind)

    for item in sorted(voices.of(actor), key=rank):
        if item.length >= SHORTEST and not any(alike(item.words, other.words) >= SAME for other in shown):
            shown.append(item)
    return shown


def _names_in_fit_texts(actor: Actor, material: Material) -> tuple[set[str], set[str]]:
    """Return the names and offices of an actor in the texts that are fit to quote."""
    mine = [
        a
        for s in material.summaries
        if s.article not in material.unfit
        for a in s.actors
        if f"{s.article}/{a.id}" in actor.members
    ]
    return {name for a in mine for name in (a.name, *a.aliases)}, {a.role for a in mine if a.role}


def _actor_row(actor: Actor, voices: Voices, register: Register, material: Material) -> ActorRow:
    shown = _shown(actor, voices, material)
    unquoted = [s for s in shown if s.article in material.unfit and not can_be_told(s, material)]
    shown = [s for s in shown if s not in unquoted]
    kept = sorted(shown[:MOST_LINES], key=lambda s: (material.number(s.article), s.statement.content.spans[0].start))
    place = section(ACTORS)
    known, roles = _names_in_fit_texts(actor, material)
    also = [name for name in actor.aliases if name != actor.name and name in known]
    described = [actor.role] if actor.role and actor.role in roles else []
    if also:
        described.append("also: " + ", ".join(also[:4]))
    return ActorRow(
        name=actor.name if not known or actor.name in known else max(known, key=len),
        role="; ".join(described) or None,
        lines=(
            *(statement_line(item, voices, register, material, place) for item in kept),
            *told_unquoted(unquoted, register, material, place),
        ),
        more=len(voices.of(actor)) - len(kept) - len(unquoted),
    )


def question_rows(questions: Sequence[OpenQuestion], register: Register, material: Material) -> tuple[QuestionRow, ...]:
    """Return the open questions with the words that raise each and what would answer it."""
    return tuple(
        _question_row(n, question, register, material) for n, question in enumerate(questions[:MOST_QUESTIONS], start=1)
    )


def _question_row(number: int, item: OpenQuestion, register: Register, material: Material) -> QuestionRow:
    place = section(QUESTIONS)
    fit = tuple(e for e in item.evidence if e.article not in material.unfit) or item.evidence
    says = [Line(parts=register.quote(e, place)) for e in fit[:3]]
    if item.answered_by is not None:
        says.append(Line(parts=(Part(kind="text", text="answered: "), *register.quote(item.answered_by, place))))
        answer = f"Answered by S{material.number(item.answered_by.article)}."
    else:
        who = f"{item.who[0].upper()}{item.who[1:]} could answer." if item.who else "No text of the set answers it."
        answer = f"{item.why} {who}"
    return QuestionRow(number=f"Q{number}", question=item.question, says=tuple(says), answer=answer)


def source_rows(voices: Voices, material: Material) -> tuple[SourceRow, ...]:
    """Return one row for each article found, used or not."""
    hosts = {article.origin.file: material.number(article.id) for article in material.articles if not article.bundled}
    quotations = Counter(s.article for s in voices.all if s.statement.kind != "indirect")
    rows = []
    for article in material.articles:
        status, reason = material.standing[article.id]
        rows.append(
            SourceRow(
                number=material.number(article.id),
                article=article.id,
                file=article.origin.file,
                title=article.title,
                outlet=article.outlet and unquoted(article.outlet),
                author=article.author and unquoted(article.author),
                published=article.published,
                published_basis=article.published_basis,
                published_words=article.published_words,
                supplied=article.supplied,
                language=article.language,
                bundled_with=hosts.get(article.origin.file) if article.bundled else None,
                status=status,
                reason=reason,
                sentences=len(split_sentences(article.text)),
                quotations=quotations[article.id],
                sha256=article.sha256,
                url=article.url,
                fitness=material.fitness[article.id].verdict if article.id in material.fitness else "fit",
                segments=article.origin.segments,
            )
        )
    return tuple(rows)
