"""A small invented affair with verified summaries, and a model that says what a test scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from brief.asking import Asking
from brief.compare.by_model import ModelComparison, compare
from brief.llm.exchange import Reply, Request, Usage
from brief.prompting import load_prompt
from brief.schema import (
    Actor,
    Article,
    Contradiction,
    Event,
    Figure,
    Span,
    Stance,
    Statement,
    StatementKind,
    Summary,
    VerifiedSummary,
    Words,
)
from brief.sentences import split_sentences
from brief.spans import sentence_number
from brief.verify import verify
from tests.articles import article

ONE = article(
    "The quarry at Holm was shut on Monday. Nils Aker, the quarry's director, said that 640 lorries had left the site. "
    "“We paid the village for the road,” Aker said.\n"
    "The dust may reach the school, Aker said.",
    "one",
    title="Quarry at Holm shut for good",
    published="2026-03-02",
)
TWO = article(
    "“Nobody paid us anything for the road,” said Runa Vik, the mayor of Holm. "
    "Vik said that 410 lorries had left the site.\n"
    "The quarry was shut on Tuesday. It will open again in May, Vik said.",
    "two",
    title="Holm waits for its quarry",
    published="2026-03-04",
)
THREE = article(
    "A clerk found the receipt for the road on Friday. Aker said that he had never paid for a road.\n"
    "Twelve houses stand by the quarry.",
    "three",
    title="Receipt turns up in Holm",
    published="2026-03-09",
)
ARTICLES = (ONE, TWO, THREE)


def words(of: Article, text: str) -> Words:
    """Return words with their place in an article."""
    at = of.text.index(text)
    return Words(spans=(Span(at, at + len(text)),), text=text)


def said(
    of: Article,
    name: str,
    actor: str,
    source: str,
    content: str,
    stance: Stance = "assert",
    kind: StatementKind = "indirect",
) -> Statement:
    """Return a statement of an article; the source stands in the sentence of the content."""
    place = words(of, content)
    number = sentence_number(of, place.spans[0].start)
    sentence = split_sentences(of.text)[number - 1]
    at = of.text.index(source, sentence.start)
    return Statement(
        id=name,
        kind=kind,
        source=Words(spans=(Span(at, at + len(source)),), text=source),
        cue=None,
        content=place,
        actor=actor,
        stance=stance,
        paraphrase=None,
        sentences=(number,),
    )


def person(of: Article, name: str, full: str, *aliases: str, role: str | None = None) -> Actor:
    """Return a person that an article names."""
    spans = []
    for text in (full, *aliases):
        at = of.text.find(text)
        while at >= 0:
            spans.append(Span(at, at + len(text)))
            at = of.text.find(text, at + 1)
    return Actor(id=name, name=full, aliases=aliases, role=role, kind="person", mentions=tuple(spans))


def event(of: Article, name: str, text: str) -> Event:
    """Return an undated event of an article."""
    place = words(of, text)
    number = sentence_number(of, place.spans[0].start)
    return Event(id=name, what=place, when=None, date=None, basis="unknown", planned=False, sentence=number)


def summaries() -> tuple[VerifiedSummary, ...]:
    """Return the verified summaries of the affair."""
    aker = person(ONE, "aker", "Nils Aker", "Aker", role="the quarry's director")
    vik = person(TWO, "vik", "Runa Vik", "Vik", role="the mayor of Holm")
    again = person(THREE, "aker", "Aker")
    twelve = words(THREE, "Twelve")
    made = (
        Summary(
            article="one",
            summariser="test",
            statements=(
                said(ONE, "a1", "aker", "Nils Aker", "640 lorries had left the site"),
                said(ONE, "a2", "aker", "Aker", "“We paid the village for the road,”", kind="direct"),
                said(ONE, "a3", "aker", "Aker", "The dust may reach the school"),
            ),
            actors=(aker,),
            events=(event(ONE, "e1", "The quarry at Holm was shut on Monday."),),
            figures=(),
            questions=(),
        ),
        Summary(
            article="two",
            summariser="test",
            statements=(
                said(TWO, "a1", "vik", "Runa Vik", "“Nobody paid us anything for the road,”", "deny", "direct"),
                said(TWO, "a2", "vik", "Vik", "410 lorries had left the site"),
                said(TWO, "a3", "vik", "Vik", "It will open again in May"),
            ),
            actors=(vik,),
            events=(event(TWO, "e1", "The quarry was shut on Tuesday."),),
            figures=(),
            questions=(),
        ),
        Summary(
            article="three",
            summariser="test",
            statements=(said(THREE, "a1", "aker", "Aker", "that he had never paid for a road", "deny"),),
            actors=(again,),
            events=(event(THREE, "e1", "A clerk found the receipt for the road on Friday."),),
            figures=(
                Figure(
                    id="f1",
                    number=twelve,
                    value="12",
                    unit=None,
                    counts="houses",
                    qualifier="exact",
                    statement=None,
                    sentence=3,
                ),
            ),
            questions=(),
        ),
    )
    return tuple(verify(of, summary) for of, summary in zip(ARTICLES, made, strict=True))


class Scripted:
    """A model that gives scripted replies in turn, the last one again and again, and keeps what it was asked."""

    def __init__(self, *replies: Any) -> None:
        """A reply is a text, a value to be sent as JSON, a `Reply`, or an error to be raised."""
        self._replies = list(replies)
        self.asked: list[Request] = []

    def ask(self, request: Request) -> Reply:
        """Return or raise the next reply."""
        self.asked.append(request)
        reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        if isinstance(reply, Exception):
            raise reply
        if isinstance(reply, Reply):
            return reply
        text = reply if isinstance(reply, str) else json.dumps(reply, ensure_ascii=False)
        return Reply(text=text, outcome="complete", usage=Usage(prompt=100, completion=10))


def asking(stage: str, question: str | None = None) -> Asking:
    """Return what a stage needs to ask a scripted model."""
    return Asking(model="scripted", prompt=load_prompt(stage), again=load_prompt("again"), question=question)


def pair(a: str, b: str, kind: str, **change: Any) -> dict[str, Any]:
    """Return a pair as a model returns it."""
    whole: dict[str, Any] = {
        "a": a,
        "b": b,
        "also_a": [],
        "also_b": [],
        "differs": "The two do not agree on the road.",
        "topic": "the road",
        "kind": kind,
        "status": "open",
        "resolved_by": None,
        "would_settle": "The receipt for the road.",
    }
    return {**whole, **change}


def gap(question: str, *ids: str, **change: Any) -> dict[str, Any]:
    """Return an open question as a model returns it."""
    whole: dict[str, Any] = {
        "ids": list(ids),
        "question": question,
        "kind": "unclear",
        "why": "The road was to be paid for.",
        "who": None,
        "answered_by": None,
    }
    return {**whole, **change}


def compared(
    *pairs: dict[str, Any], updates: Sequence[tuple[str, str]] = (), questions: Sequence[dict[str, Any]] = ()
) -> dict[str, Any]:
    """Return a reply to the prompt `compare`."""
    changed = [{"earlier": earlier, "later": later} for earlier, later in updates]
    return {"pairs": list(pairs), "updates": changed, "questions": list(questions)}


DENIAL = pair("S1.a2", "S2.a1", "direct_denial", differs="Aker says that the road was paid for; Vik says nobody paid.")
NUMBER = pair("S1.a1", "S2.a2", "number", topic="lorries that left", differs="Aker counts 640 lorries, Vik 410.")


def run(*replies: Any, articles: tuple[Article, ...] = ARTICLES) -> ModelComparison:
    """Compare the affair by a scripted model."""
    return compare(articles, summaries(), Scripted(*replies), asking("compare"))


def only(made: ModelComparison) -> Contradiction:
    """Return the one contradiction."""
    (contradiction,) = made.comparison.contradictions
    return contradiction


def reasons(made: ModelComparison) -> str:
    """Return why entries were rejected, joined."""
    return "; ".join(r.reason for r in made.rejected)
