"""Verifies one summary against its article: every item gets a verdict, none is dropped."""

from __future__ import annotations

from brief.fence import instruction_sentences
from brief.numbers import language_of
from brief.quotations import has_quotation_marks
from brief.schema import (
    Actor,
    Article,
    Event,
    Figure,
    OpenQuestion,
    Rejected,
    Span,
    Statement,
    Summary,
    Verdict,
    VerifiedStatement,
    VerifiedSummary,
    Words,
)
from brief.sentences import split_sentences
from brief.spans import holds, sentence_number
from brief.verify.cut import turning_words
from brief.verify.independent import given_to_another
from brief.verify.marks import kind_by_marks, quotations_of
from brief.verify.named import Named, NamedCheck
from brief.verify.paraphrase import overstatements, shared_words, unknown_names, unknown_numbers
from brief.verify.speaker import check_speaker
from brief.verify.unsaid import taken_back
from brief.verify.words import located, whole_sentences

KEPT: frozenset[Verdict] = frozenset({"supported", "speaker_not_established"})
"""Verdicts of the statements that the document prints; the rest are listed with their reasons."""


LEAST_SHARED = 0.5
"""Share of a paraphrase's words that must stand in the sentences it is kept with when the claimed words are lost."""

_NOT_THERE = "its words are not in the article"
_INSTRUCTION = "the sentence speaks to a language model, not to the reader"


def verify(article: Article, summary: Summary, by_rules: Summary | None = None) -> VerifiedSummary:
    """Check every item of a summary against its article.

    `by_rules` is what the rules, which read the article on their own, say about it: a second opinion on who speaks.
    Raises ValueError when a summary is about another article: that is a fault of the caller, not a finding.
    """
    for given in (summary, by_rules):
        if given is not None and given.article != article.id:
            raise ValueError(f"summary of {given.article} checked against {article.id}")
    actors = tuple(a for a in summary.actors if _actor_holds(article, a))
    check = _Check(article, actors, by_rules)
    checked = [check.statement(statement) for statement in summary.statements]
    by_model = summary.summariser != "rules"
    kept = {id(a) for a in actors}
    lost: dict[str, str] = {f"actor {a.id}": _NOT_THERE for a in summary.actors if id(a) not in kept}
    events = tuple(e for e in summary.events if _kept(lost, f"event {e.id}", check.event(e)))
    figures = tuple(f for f in summary.figures if _kept(lost, f"figure {f.id}", check.figure(f)))
    questions = tuple(
        q for q in summary.questions if _kept(lost, f"question {q.id}", check.question(q, by_model=by_model))
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
            Rejected(
                item=item, verdict="overstated" if reason.startswith("the question") else "not_found", reason=reason
            )
            for item, reason in lost.items()
        )
        + tuple(
            Rejected(item=item, verdict="overstated", reason=reason) for item, reason in check.lost_paraphrases.items()
        ),
        timeline=tuple(e for e in summary.timeline if check.event(e) is None),
    )


class _Check:
    """The checks of one article's items."""

    def __init__(self, article: Article, actors: tuple[Actor, ...], by_rules: Summary | None) -> None:
        self._article = article
        self._actors = {actor.id: actor for actor in actors}
        self.lost_paraphrases: dict[str, str] = {}
        self._ruled = by_rules
        self._orders = instruction_sentences(article.text)
        self._last = len(split_sentences(article.text))
        self._language = language_of(article.language, article.text)
        self._named = NamedCheck(article, self._actors) if self._language == "en" else None

    def statement(self, statement: Statement) -> VerifiedStatement:
        """Return a statement with its verdict."""
        article = self._article
        content = located(statement.content, article, statement.sentences)
        words_found = content is not None
        kind = statement.kind
        if content is None and statement.paraphrase and not statement.content.spans:
            content, kind = self._in_sentences(statement), "indirect"
        if content is None:
            missing = [str(n) for n in statement.sentences if not 1 <= n <= self._last]
            there = f", and there is no sentence {', '.join(missing[:3])}" if missing else ""
            return _verdict(statement, "not_found", f"the words are not in the article{there}")
        numbers = self._numbers(content)
        source = _mention(article, statement, statement.source)
        cue = _mention(article, statement, statement.cue)
        found = statement.model_copy(
            update={
                "content": content,
                "source": source,
                "cue": cue,
                "kind": kind_by_marks(article.text, content.spans, kind),
                "sentences": statement.sentences if set(statement.sentences) & numbers else tuple(sorted(numbers)),
            }
        )
        if numbers & self._orders:
            return _verdict(found, "not_found", _INSTRUCTION)
        for name, claim, place in (("speaker", statement.source, source), ("cue", statement.cue, cue)):
            if claim is not None and place is None:
                return _verdict(found, "not_found", f"the words given for the {name} are not in the article")
        if statement.actor is not None and statement.actor not in self._actors:
            return _verdict(found, "speaker_not_established", "the speaker's name is not in the article")
        return self._spoken(found, content, words_found=words_found)

    def _in_sentences(self, statement: Statement) -> Words | None:
        """Return the sentences that a statement with lost words names, where they say most of what it says."""
        content = whole_sentences(self._article, statement.sentences)
        if content is None or not statement.paraphrase:
            return None
        speaker = _names(self._actors.get(statement.actor or ""))
        told = (shared_words(words, content.text, speaker) for words in (statement.paraphrase, statement.content.text))
        return content if min(told) >= LEAST_SHARED else None

    def _spoken(self, found: Statement, content: Words, *, words_found: bool) -> VerifiedStatement:
        """Judge speaker and paraphrase. A paraphrase that says too much goes; words that were found stay without it."""
        turned = turning_words(self._article, content, found.cue, found.source, quotations_of(self._article.text))
        if turned is not None:
            return _verdict(found, "overstated", f"cut so that the sense turns: “{turned}” is left out")
        back = taken_back(self._article, found)
        if back is not None:
            return _verdict(found, "overstated", f"the text does not say that it was said: “{back}”")
        actor = self._actors[found.actor] if found.actor else None
        problem = self._speaker_problem(found, content, actor)
        if problem is not None and (problem[0] not in KEPT or not found.paraphrase):
            return _verdict(found, *problem)
        reasons = self._overstated(found, content, actor)
        if reasons and not words_found:
            return _verdict(found, "overstated", *reasons)
        if reasons:
            self.lost_paraphrases[f"paraphrase of {found.id}"] = "; ".join(reasons)
            found = found.model_copy(update={"paraphrase": None})
        return _verdict(found, *problem) if problem is not None else _verdict(found, "supported")

    def _speaker_problem(self, found: Statement, content: Words, actor: Actor | None) -> tuple[Verdict, str] | None:
        """Return a verdict on the speaker with its reason, or None: the worst of what the three checks say."""
        if actor is None:
            return check_speaker(self._article, found.source, content, None, self._actors)
        named = self._named.of(found, actor) if self._named is not None else None
        agreed = named is not None and named.outcome == "same"
        problems = [
            self._disagreement(found, actor),
            check_speaker(self._article, found.source, content, actor, self._actors, agreed=agreed),
            _as_named(named, actor) if named is not None else None,
        ]
        return min((p for p in problems if p is not None), key=lambda p: p[0] in KEPT, default=None)

    def _disagreement(self, found: Statement, actor: Actor) -> tuple[Verdict, str] | None:
        """Return what follows from the rules' other speaker. A pronoun that they resolve otherwise is a doubt."""
        if self._ruled is None:
            return None
        said = given_to_another(self._article, found, actor, self._ruled)
        if said is None:
            return None
        if said.resolved is None or (self._named is not None and not self._named.could_be(said.resolved, actor)):
            return "misattributed", f"the text gives these words to {said.other.name}, not to {actor.name}"
        return (
            "speaker_not_established",
            f"“{said.resolved.text}” may mean {said.other.name} here, and not {actor.name}",
        )

    def _overstated(self, found: Statement, content: Words, actor: Actor | None) -> tuple[str, ...]:
        if not found.paraphrase:
            return ()
        speaker = f"{_names(actor)} {found.source.text if found.source else ''}"
        cue = found.cue
        before = cue is not None and cue.spans[-1].end <= content.spans[0].start
        outside = cue is not None and (before or cue.spans[0].start >= content.spans[-1].end)
        told = cue.text if cue is not None and outside else ""
        reasons = overstatements(
            found.paraphrase,
            content.text,
            cue=told,
            speaker=speaker,
            meant=self._meant(found, content),
            article=self._article.text,
            language=self._language,
        )
        if not shared_words(found.paraphrase, f"{content.text} {told}", speaker):
            reasons = (*reasons, "none of its words are those of the statement")
        return reasons

    def _meant(self, found: Statement, content: Words) -> str:
        """Return names that words may stand for: those between cue and content (Lind urged Brandt to sign) with the
        text there, and the people whom the content names by a part of their name or a pronoun."""
        first, cue = content.spans[0].start, found.cue
        if self._named is None:
            return ""
        between = Span(cue.spans[-1].end, first) if cue is not None and cue.spans[-1].end < first else None
        if between is None or sentence_number(self._article, between.start) != sentence_number(self._article, first):
            return self._named.names_meant(content.spans)
        text = self._article.text[between.start : between.end]
        return f"{text} {self._named.names_meant((between, *content.spans))}"

    def event(self, event: Event) -> str | None:
        """Return why an event does not hold, or None."""
        if not (_in_text(self._article, event.what) and _in_text(self._article, event.when)):
            return _NOT_THERE
        return _INSTRUCTION if self._numbers(event.what) & self._orders else None

    def figure(self, figure: Figure) -> str | None:
        """Return why a figure does not hold, or None."""
        if not _in_text(self._article, figure.number):
            return _NOT_THERE
        return _INSTRUCTION if self._numbers(figure.number) & self._orders else None

    def question(self, question: OpenQuestion, *, by_model: bool) -> str | None:
        """Return why a question does not hold, or None. A model's own words are held against the whole article."""
        if not _question_holds(self._article, question):
            return _NOT_THERE
        if any(e.field == "text" and e.sentence in self._orders for e in question.evidence):
            return _INSTRUCTION
        if not by_model:
            return None
        asked, text = question.question, f"{self._article.title or ''}\n{self._article.text}"
        if has_quotation_marks(asked) or not asked.isprintable():
            return "the question has quotation marks or hidden characters"
        if not asked.rstrip().endswith(("?", "？", "؟")):
            return "the question does not end with a question mark"
        extra = unknown_numbers(asked, text, self._language)
        if extra:
            return f"the question has a number that the article lacks: {', '.join(extra)}"
        names = unknown_names(asked, text, self._article.text, self._language)
        return f"the question has a name that the article lacks: {', '.join(names)}" if names else None

    def _numbers(self, words: Words) -> set[int]:
        numbers: set[int] = set()
        for span in words.spans:
            first, last = (sentence_number(self._article, at) for at in (span.start, span.end - 1))
            numbers.update(range(first, last + 1))
        return numbers


def _as_named(named: Named, actor: Actor) -> tuple[Verdict, str] | None:
    """Return the verdict of the named check with its reason; None where the text names the actor."""
    match named.outcome:
        case "same":
            return None
        case "other":
            return "misattributed", f"the text gives these words to {named.who}, not to {actor.name}"
        case "within":
            return "speaker_not_established", f"{actor.name} is reported in another's words here"
        case "unclear" if named.who:
            return "speaker_not_established", f"near the words stands “{named.who}”, not {actor.name}"
    return "speaker_not_established", f"no cue near the words has {actor.name} as its speaker"


def _names(actor: Actor | None) -> str:
    return " ".join((actor.name, *actor.aliases, actor.role or "")) if actor else ""


def _kept(lost: dict[str, str], item: str, reason: str | None) -> bool:
    if reason is not None:
        lost[item] = reason
    return reason is None


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
