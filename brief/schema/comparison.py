"""What several articles say together: contradictions, open questions, actors, timeline."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from brief.schema.base import Evidence, Value
from brief.schema.summary import Actor, Basis, OpenQuestion, Stance
from brief.schema.utterance import Chain, Utterance

ContradictionKind = Literal[
    "direct_denial",
    "number",
    "date_or_sequence",
    "identity_or_name",
    "place",
    "scope_or_degree",
    "attribution",
    "cause",
    "framing",
    "policy_split",
    "headline_vs_body",
    "reversal",
]
Status = Literal["open", "resolved_by", "apparent"]
Placed = Literal["date", "week", "sequence", "article_date", "reading"]


class Side(Value):
    """One side of a contradiction: who holds it and in which words."""

    speaker: str | None = Field(description="Name of the actor; null when the article itself says it.")
    actor: str | None = Field(description="Id of the actor of the set, if resolved.")
    stance: Stance = Field(description="What the speaker does.")
    value: str | None = Field(description="Normalised value that differs: number with unit, name, word.")
    evidence: tuple[Evidence, ...] = Field(description="The words, this side's first and best evidence first.")


class Contradiction(Value):
    """Two places of the set that do not hold together, with both sides' words."""

    id: str = Field(description="Unique in the set: c1, c2, ...")
    kind: ContradictionKind = Field(description="What kind of contradiction it is.")
    status: Status = Field(description="open; resolved_by a later article; apparent: looks like one and is not.")
    resolved_by: str | None = Field(description="Id of the article that settles it, for status resolved_by.")
    topic: str = Field(description="What it is about: a few words that both sides share.")
    a: Side = Field(description="The affirming, earlier or headline side.")
    b: Side = Field(description="The denying, later or body side.")
    differs: str = Field(description="What exactly differs, as a fixed sentence over typed fields.")
    note: str | None = Field(description="A caution: for a denial, that the denied word is the denier's own.")
    would_settle: str = Field(description="What would settle it, as a fixed sentence.")


class Update(Value):
    """A later count of what an earlier text counts: no disagreement."""

    id: str = Field(description="Unique in the set: l1, l2, ...")
    earlier: Side = Field(description="The earlier count, with its value and its words.")
    later: Side = Field(description="The later count, with its value and its words.")
    differs: str = Field(description="What changed, as a fixed sentence with both values.")
    basis: tuple[Evidence, ...] = Field(description="The words that show that the later one is later; may be empty.")


class TimelineEntry(Value):
    """One event of the set in its place."""

    date: str | None = Field(description="ISO day, month, year or `from/to`; null when unknown.")
    when: Evidence | None = Field(description="The date words, if the text gives any.")
    basis: Basis = Field(description="stated, inferred or unknown.")
    planned: bool = Field(description="True when told as still to come.")
    evidence: Evidence = Field(description="The words that tell the event.")
    placed: Placed = Field(
        default="reading",
        description="What its place rests on: date words; week: days counted within an article that states no date; "
        "sequence words or the hour; the day of the article; the order of reading.",
    )
    days: int | None = Field(
        default=None, description="For `week`: days from the day of its article's news, negative before it."
    )
    other: tuple[Evidence, ...] = Field(default=(), description="The same event in other articles, one telling each.")


class Comparison(Value):
    """What the articles on the affair say together; made from verified summaries only."""

    comparer: str = Field(description="`rules`, or the model's name.")
    actors: tuple[Actor, ...] = Field(description="Actors of the set, merged across articles.")
    contradictions: tuple[Contradiction, ...] = Field(description="Where the sources disagree, or seem to.")
    updates: tuple[Update, ...] = Field(default=(), description="Later counts, which are no disagreements.")
    questions: tuple[OpenQuestion, ...] = Field(description="What the set leaves open.")
    timeline: tuple[TimelineEntry, ...] = Field(description="Events in the order the texts support.")
    pairs: int = Field(description="Pairs of sentences that were compared.")
    utterances: tuple[Utterance, ...] = Field(
        default=(), description="Utterances that two or more statements tell, with what differs."
    )
    chains: tuple[Chain, ...] = Field(
        default=(), description="How statements came to their articles that went through more than one hand."
    )
