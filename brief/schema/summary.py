"""What is said about one article (`Summary`), and what of it held against the text (`VerifiedSummary`)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from brief.schema.base import Evidence, Span, Value, Words

StatementKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["assert", "deny", "accuse", "promise", "demand", "concede", "decline", "warn", "ask"]
Verdict = Literal["supported", "overstated", "speaker_not_established", "misattributed", "not_found"]
ActorKind = Literal["person", "body", "group", "unnamed"]
Basis = Literal["stated", "inferred", "unknown"]
Qualifier = Literal["exact", "about", "at_least", "at_most"]
QuestionKind = Literal["no_reply", "unclear", "unresolved", "undated", "announced"]


class Statement(Value):
    """One attribution (PolNeAR: source, cue, content) with its stance and, from a model, a paraphrase."""

    id: str = Field(description="Unique in the article: a1, a2, ...")
    kind: StatementKind = Field(description="direct: all of the content quoted; mixed: part; indirect: none.")
    source: Words | None = Field(description="The mention of the speaker in place, also a pronoun, or null.")
    cue: Words | None = Field(description="The words that attribute: said, according to, denied.")
    content: Words = Field(description="What is attributed.")
    actor: str | None = Field(description="Id of the actor that the source mention stands for, if resolved.")
    stance: Stance = Field(description="What the speaker does with the content.")
    paraphrase: str | None = Field(description="The content in a model's words, never quoted; null by rules.")
    sentences: tuple[int, ...] = Field(description="Numbers of the sentences the content stands in.")


class VerifiedStatement(Statement):
    """A statement with the verdict of the check against its article."""

    verdict: Verdict = Field(description="Outcome of the check.")
    reasons: tuple[str, ...] = Field(description="Why it is not `supported`; empty when it is.")


class Actor(Value):
    """A person or body that speaks or is spoken of, with the names it goes by."""

    id: str = Field(description="Unique in the article, or in the set once compared.")
    name: str = Field(description="Fullest name in the text, or the description of an unnamed source.")
    aliases: tuple[str, ...] = Field(description="Other names in the text, in order of first mention.")
    role: str | None = Field(description="Office or description that the text gives.")
    kind: ActorKind = Field(description="person, body, group, or unnamed (kept as described, never merged).")
    mentions: tuple[Span, ...] = Field(description="Where the names stand; empty for an actor of a whole set.")
    members: tuple[str, ...] = Field(
        default=(), description="For an actor of a set: `article/actor` ids it was made from; empty within one article."
    )


class Event(Value):
    """Something that happened or is to happen, with the words that date it."""

    id: str = Field(description="Unique in the article: e1, e2, ...")
    what: Words = Field(description="The clause or sentence that tells it.")
    when: Words | None = Field(description="The date words in place: on Tuesday, last month.")
    date: str | None = Field(description="ISO day, month, year or `from/to`; null when it can't be worked out.")
    basis: Basis = Field(description="stated: the text gives the date; inferred: from the article's date; unknown.")
    planned: bool = Field(description="True when the text tells it as still to come.")
    sentence: int = Field(description="Number of the sentence.")


class Figure(Value):
    """A number with what it counts."""

    id: str = Field(description="Unique in the article: f1, f2, ...")
    number: Words = Field(description="The number as written, with its qualifier and unit.")
    value: str = Field(description="The value as a decimal number, scale words applied (3 million: 3000000).")
    unit: str | None = Field(description="Unit or currency: percent, USD, km; null for a plain count.")
    counts: str = Field(description="What is counted: the head words that follow the number, lower case.")
    qualifier: Qualifier = Field(description="exact, about, at_least (over, more than) or at_most.")
    statement: str | None = Field(description="Id of the statement whose content holds it, if one does.")
    sentence: int = Field(description="Number of the sentence.")


class OpenQuestion(Value):
    """Something that the texts leave open, with the words that raise it."""

    id: str = Field(description="Unique in the article, or in the set once compared: q1, q2, ...")
    kind: QuestionKind = Field(description="What raises the question.")
    question: str = Field(description="The question, as a fixed sentence over typed fields (or a model's, checked).")
    why: str = Field(description="Why it is open.")
    who: str | None = Field(description="Who could answer it, if the text says so.")
    evidence: tuple[Evidence, ...] = Field(description="The words that raise it.")
    answered_by: Evidence | None = Field(description="Words of a later article that answer it.")


class Summary(Value):
    """What a summariser (rules or model) says about one article. Nothing here has been checked."""

    article: str = Field(description="Id of the article.")
    summariser: str = Field(description="`rules`, or the model's name.")
    statements: tuple[Statement, ...] = Field(description="Who said what.")
    actors: tuple[Actor, ...] = Field(description="Who is named.")
    events: tuple[Event, ...] = Field(description="What happened when.")
    figures: tuple[Figure, ...] = Field(description="How many of what.")
    questions: tuple[OpenQuestion, ...] = Field(description="What this article leaves open.")
    timeline: tuple[Event, ...] = Field(
        default=(),
        description="By a model: its events with the days that the rules read, and what else the rules find, for the "
        "timeline of the set. Empty by rules: `events` are the timeline.",
    )


class Rejected(Value):
    """An item other than a statement that did not hold against the text."""

    item: str = Field(description="Kind and id of the item: event e3.")
    verdict: Verdict = Field(description="Outcome of the check.")
    reason: str = Field(description="Why it did not hold.")


class VerifiedSummary(Value):
    """A summary after the check against its article. Only `brief.verify` constructs one."""

    article: str = Field(description="Id of the article.")
    summariser: str = Field(description="`rules`, or the model's name.")
    attributions: tuple[VerifiedStatement, ...] = Field(
        description="Statements whose words were located, `supported` or `speaker_not_established`."
    )
    not_supported: tuple[VerifiedStatement, ...] = Field(description="Statements that did not hold, with the reason.")
    actors: tuple[Actor, ...] = Field(description="Actors whose names stand in the text.")
    events: tuple[Event, ...] = Field(description="Events whose words stand in the text.")
    figures: tuple[Figure, ...] = Field(description="Figures whose words stand in the text.")
    questions: tuple[OpenQuestion, ...] = Field(description="Questions whose evidence stands in the text.")
    rejected: tuple[Rejected, ...] = Field(description="Other items that did not hold.")
    timeline: tuple[Event, ...] = Field(
        default=(), description="Events for the timeline of the set, where they are not `events`: see `Summary`."
    )
