"""Verifies one summary against its article: every item gets a verdict, none is dropped."""

from __future__ import annotations

from brief.schema import (
    Actor,
    Article,
    OpenQuestion,
    Rejected,
    Statement,
    Summary,
    Verdict,
    VerifiedStatement,
    VerifiedSummary,
    Words,
)
from brief.spans import holds
from brief.verify.paraphrase import overstatements
from brief.verify.speaker import check_speaker
from brief.verify.words import located, whole_sentences

KEPT: frozenset[Verdict] = frozenset({"supported", "speaker_not_established"})
"""Verdicts of the statements that the document prints; the rest are listed with their reasons."""


def verify(article: Article, summary: Summary) -> VerifiedSummary:
    """Check every item of a summary against its article.

    Raises ValueError when the summary is about another article: that is a fault of the caller, not a finding.
    """
    if summary.article != article.id:
        raise ValueError(f"summary of {summary.article} checked against {article.id}")
    actors = tuple(a for a in summary.actors if _actor_holds(article, a))
    by_id = {actor.id: actor for actor in actors}
    checked = [_check(article, statement, by_id) for statement in summary.statements]
    events = tuple(e for e in summary.events if _in_text(article, e.what) and _in_text(article, e.when))
    figures = tuple(f for f in summary.figures if _in_text(article, f.number))
    questions = tuple(q for q in summary.questions if _question_holds(article, q))
    lost = (
        *(("actor", a.id) for a in summary.actors if a not in actors),
        *(("event", e.id) for e in summary.events if e not in events),
        *(("figure", f.id) for f in summary.figures if f not in figures),
        *(("question", q.id) for q in summary.questions if q not in questions),
    )
    return VerifiedSummary(
        article=article.id,
        summariser=summary.summariser,
        attributions=tuple(s for s in checked if s.verdict in KEPT),
        not_supported=tuple(s for s in checked if s.verdict not in KEPT),
        actors=actors,
        events=events,
        figures=figures,
        questions=questions,
        rejected=tuple(
            Rejected(item=f"{kind} {name}", verdict="not_found", reason="its words are not in the article")
            for kind, name in lost
        ),
    )


def _check(article: Article, statement: Statement, actors: dict[str, Actor]) -> VerifiedStatement:
    content = located(statement.content, article, statement.sentences)
    kind = statement.kind
    if content is None and statement.paraphrase and not statement.content.spans:
        content, kind = whole_sentences(article, statement.sentences), "indirect"
    if content is None:
        return _verdict(statement, "not_found", "the words are not in the article")
    source = _mention(article, statement, statement.source)
    cue = _mention(article, statement, statement.cue)
    found = statement.model_copy(update={"content": content, "source": source, "cue": cue, "kind": kind})
    for name, claim, place in (("speaker", statement.source, source), ("cue", statement.cue, cue)):
        if claim is not None and place is None:
            return _verdict(found, "not_found", f"the words given for the {name} are not in the article")
    if statement.actor is not None and statement.actor not in actors:
        return _verdict(found, "speaker_not_established", "the speaker's name is not in the article")
    actor = actors[statement.actor] if statement.actor else None
    problem = check_speaker(article, source, content, actor, actors)
    if problem is not None:
        return _verdict(found, *problem)
    if statement.paraphrase:
        held_by = " ".join((content.text, actor.name if actor else "", source.text if source else ""))
        reasons = overstatements(statement.paraphrase, held_by)
        if reasons:
            return _verdict(found, "overstated", *reasons)
    return _verdict(found, "supported")


def _mention(article: Article, statement: Statement, claim: Words | None) -> Words | None:
    return located(claim, article, statement.sentences) if claim is not None else None


def _verdict(statement: Statement, verdict: Verdict, *reasons: str) -> VerifiedStatement:
    return VerifiedStatement(**dict(statement), verdict=verdict, reasons=reasons)


def _in_text(article: Article, words: Words | None) -> bool:
    return words is None or (bool(words.spans) and located(words, article, ()) is not None)


def _actor_holds(article: Article, actor: Actor) -> bool:
    names = {actor.name, *actor.aliases}
    return bool(actor.mentions) and all(article.text[m.start : m.end] in names for m in actor.mentions)


def _question_holds(article: Article, question: OpenQuestion) -> bool:
    return bool(question.evidence) and all(holds(article, item) for item in question.evidence)
