"""From what a model claims to typed items with their places; what can't be placed is told, not dropped silently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Sized
from typing import TypeVar

from brief.dates import find_dates
from brief.fence import as_written
from brief.numbers import find_quantities, language_of
from brief.schema import (
    Article,
    Basis,
    Event,
    Figure,
    OpenQuestion,
    QuestionKind,
    Span,
    Statement,
    Summary,
    Words,
)
from brief.spans import evidence, locate, sentence_number
from brief.summarise.figures import counted
from brief.summarise.joint_events import joint_events
from brief.summarise.people import People
from brief.summarise.placing import Places
from brief.summarise.wire import SummariseReply, WireEvent, WireFigure, WireQuestion, WireStatement

MOST_STATEMENTS = 300
"""Statements of one article that are kept; the rest is counted among the complaints."""

MOST_OTHERS = 100
"""Events, figures, and questions of one article that are kept, of each."""

_Item = TypeVar("_Item", Statement, Event, Figure, OpenQuestion)
_LONGEST_SHOWN = 120
_WHY: dict[QuestionKind, str] = {
    "no_reply": "No reply is reported.",
    "unclear": "The text says that it is not known or not said.",
    "undated": "It is announced without a date.",
    "announced": "It is announced, and the text does not quote it.",
    "unresolved": "The texts differ.",
}


class Claims:
    """The items of one article as they come in, window by window, each once."""

    def __init__(self, article: Article, ruled: Summary) -> None:
        self._article = article
        self._ruled = ruled
        self._places = Places(article)
        self._people = People(self._places, ruled.actors)
        self._language = language_of(article.language, article.text)
        self._statements: dict[tuple[object, ...], Statement] = {}
        self._events: dict[tuple[object, ...], Event] = {}
        self._figures: dict[tuple[object, ...], Figure] = {}
        self._questions: dict[tuple[object, ...], OpenQuestion] = {}
        self._over: dict[str, int] = {}
        self.complaints: list[str] = []

    def take(self, reply: SummariseReply) -> None:
        """Take in the items of one reply."""
        for statement in reply.statements:
            if self._room("statements", self._statements, MOST_STATEMENTS):
                self._statement(statement)
        for event in reply.events:
            if self._room("events", self._events, MOST_OTHERS):
                self._event(event)
        for figure in reply.figures:
            if self._room("figures", self._figures, MOST_OTHERS):
                self._figure(figure)
        for question in reply.questions:
            if self._room("questions", self._questions, MOST_OTHERS):
                self._question(question)
        if reply.instructions_seen:
            seen = ", ".join(str(n) for n in self._places.existing(reply.instructions_seen)[:20])
            if seen:
                self.complain(f"the model reports sentences that give it orders: {seen}")

    def complain(self, complaint: str) -> None:
        """Add a complaint, each once."""
        if complaint not in self.complaints:
            self.complaints.append(complaint)

    def summary(self, summariser: str) -> Summary:
        """Return the summary of everything taken in, in the order of the article."""
        for kind, count in self._over.items():
            most = MOST_STATEMENTS if kind == "statements" else MOST_OTHERS
            self.complain(f"{count} {kind} beyond the first {most} were not looked at")
        statements = _numbered("a", self._statements.values(), lambda s: _start(s.content, s.sentences))
        holders = [(span, s.id) for s in statements for span in s.content.spans]
        figures = [
            f.model_copy(update={"statement": next((n for s, n in holders if _within(f.number, s)), None)})
            for f in self._figures.values()
        ]
        events = _numbered("e", self._events.values(), lambda e: _start(e.what, (e.sentence,)))
        return Summary(
            article=self._article.id,
            summariser=summariser,
            statements=statements,
            actors=self._people.actors(),
            events=events,
            figures=_numbered("f", figures, lambda f: _start(f.number, (f.sentence,))),
            questions=_numbered("q", self._questions.values(), lambda q: (q.evidence[0].start, 0)),
            timeline=joint_events(self._article, events, self._ruled.events),
        )

    def _statement(self, claim: WireStatement) -> None:
        numbers = self._named("statement", claim.words[:1], claim.sentences)
        if not any(c.isalnum() for piece in claim.words for c in piece):
            self.complain(f"a statement without words, at sentence {', '.join(map(str, claim.sentences[:3])) or '?'}")
            return
        spans = self._places.content(claim.words, numbers)
        cue = self._places.mention(claim.cue, spans, None)
        near = cue.spans[0] if cue is not None and cue.spans else None
        source = self._places.mention(claim.speaker_words, spans, near)
        spans = self._places.without_clause(spans, (cue, source))
        text = " ".join(as_written(piece).strip() for piece in claim.words)
        if spans:
            text = " ".join(self._article.text[s.start : s.end] for s in spans)
            numbers = self._sentences(spans)
        actor = self._people.speaker(claim.speaker, claim.speaker_kind, source)
        statement = Statement(
            id="",
            kind=self._places.kind(spans) if spans else "indirect",
            source=source,
            cue=cue,
            content=Words(spans=spans, text=text),
            actor=actor,
            stance=claim.stance,
            paraphrase=" ".join(claim.paraphrase.split()) if claim.paraphrase else None,
            sentences=numbers,
        )
        self._statements.setdefault((spans or text, actor), statement)

    def _event(self, claim: WireEvent) -> None:
        numbers = self._named("event", (claim.words,), (claim.sentence,))
        if not numbers:
            return
        what = self._places.words(claim.words, claim.sentence)
        when = self._places.words(claim.when, claim.sentence) if claim.when is not None else None
        if when is not None and not when.spans:
            self.complain(f"event at sentence {claim.sentence}: its date words are not in that sentence")
            when = None
        date, basis = self._dated(claim.sentence, when)
        if claim.planned and basis == "inferred" and date is not None and date < (self._article.published or ""):
            date, basis = None, "unknown"  # the words leave open which Friday; the past one it is not
        event = Event(
            id="", what=what, when=when, date=date, basis=basis, planned=claim.planned, sentence=claim.sentence
        )
        self._events.setdefault((what.spans or what.text,), event)

    def _figure(self, claim: WireFigure) -> None:
        if not self._named("figure", (claim.number,), (claim.sentence,)):
            return
        number = self._places.words(claim.number, claim.sentence)
        sentence = self._places.stretch((claim.sentence,))
        if sentence is None:
            return
        if not number.spans:
            self.complain(f"figure at sentence {claim.sentence}: {_short(claim.number)} is not in that sentence")
            return
        text = self._article.text[sentence.start : sentence.end]
        low, high = number.spans[0].start - sentence.start, number.spans[0].end - sentence.start
        read = next((q for q in find_quantities(text, self._language) if q.start < high and low < q.end), None)
        if read is None or read.kind in ("clock", "year"):
            self.complain(f"figure at sentence {claim.sentence}: {_short(claim.number)} counts nothing")
            return
        span = Span(sentence.start + read.start, sentence.start + read.end)
        counts = locate(as_written(claim.counts), self._article.text, sentence)
        value = f"{read.low:f}"
        figure = Figure(
            id="",
            number=Words(spans=(span,), text=self._article.text[span.start : span.end]),
            value=value.rstrip("0").rstrip(".") if "." in value else value,
            unit=read.unit,
            counts=self._article.text[counts.start : counts.end].lower() if counts else counted(text, read),
            qualifier=read.qualifier,
            statement=None,
            sentence=claim.sentence,
        )
        self._figures.setdefault((span,), figure)

    def _question(self, claim: WireQuestion) -> None:
        numbers = self._named("question", (claim.question,), claim.sentences)
        if not numbers:
            return
        spans = [Span(s.start, s.end) for n in numbers[:4] for s in (self._places.sentences[n - 1],)]
        who = as_written(claim.who) if claim.who else None
        question = OpenQuestion(
            id="",
            kind=claim.kind,
            question=" ".join(claim.question.split()),
            why=_WHY[claim.kind],
            who=who if who and self._places.occurrences(who) else None,
            evidence=tuple(evidence(self._article, span) for span in spans),
            answered_by=None,
        )
        self._questions.setdefault((numbers[0], claim.kind), question)

    def _named(self, kind: str, words: Sequence[str], numbers: Sequence[int]) -> tuple[int, ...]:
        existing = self._places.existing(numbers)
        missing = sorted(set(numbers) - set(existing))
        if missing or not numbers:
            about = f" ({_short(words[0])})" if words else ""
            named = f"there is no sentence {', '.join(map(str, missing[:3]))}" if missing else "no sentence is named"
            self.complain(f"{kind}{about}: {named}")
        return existing

    def _sentences(self, spans: Sequence[Span]) -> tuple[int, ...]:
        numbers: set[int] = set()
        for span in spans:
            first = sentence_number(self._article, span.start)
            numbers.update(range(first, sentence_number(self._article, span.end - 1) + 1))
        return tuple(sorted(numbers))

    def _dated(self, number: int, when: Words | None) -> tuple[str | None, Basis]:
        if when is None:
            return None, "unknown"
        sentence = self._places.sentences[number - 1]
        text = self._article.text[sentence.start : sentence.end]
        low, high = when.spans[0].start - sentence.start, when.spans[0].end - sentence.start
        for found in find_dates(text, self._article.published):
            if found.start < high and low < found.end and found.date is not None:
                return found.date, found.basis
        return None, "unknown"

    def _room(self, kind: str, kept: Sized, most: int) -> bool:
        """Tell whether another item of a kind may be taken in; count it where not."""
        if len(kept) < most:
            return True
        self._over[kind] = self._over.get(kind, 0) + 1
        return False


def _numbered(letter: str, items: Iterable[_Item], place: Callable[[_Item], tuple[int, int]]) -> tuple[_Item, ...]:
    ordered = sorted(items, key=place)
    return tuple(item.model_copy(update={"id": f"{letter}{n}"}) for n, item in enumerate(ordered, start=1))


def _start(words: Words, sentences: Sequence[int]) -> tuple[int, int]:
    return (words.spans[0].start, 0) if words.spans else (10**9, sentences[0] if sentences else 0)


def _within(words: Words, span: Span) -> bool:
    return all(span.start <= s.start and s.end <= span.end for s in words.spans)


def _short(text: str) -> str:
    text = " ".join("".join(c for c in text if c not in '"“”„«»「」『』').split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 3]}..."
