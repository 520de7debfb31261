"""One utterance in the words of several articles, and the way by which a statement reached its article."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from brief.schema.base import Evidence, Span, Value, Words

WordingKind = Literal["negation", "altered_number", "altered_word", "another_wording", "cut_short", "indirect"]
LinkKind = Literal["speaker", "outlet", "document", "unnamed"]


class Rendering(Value):
    """One statement as a rendering of an utterance."""

    article: str = Field(description="Id of the article.")
    statement: str = Field(description="Id of the statement within the article.")
    quoted: bool = Field(description="True when the speaker's words stand in quotation marks, all or in part.")
    evidence: tuple[Evidence, ...] = Field(description="The words, in reading order.")


class WordChange(Value):
    """One step of a word diff: words of the one article beside words of the other."""

    op: Literal["equal", "only_a", "only_b", "replaced"] = Field(
        description="equal but for marks, dashes, contractions and dots; in one article only; or other words."
    )
    a: Span | None = Field(description="The words' place in the text of article a; null for only_b.")
    b: Span | None = Field(description="The words' place in the text of article b; null for only_a.")


class Wording(Value):
    """Where two articles give one utterance in other words."""

    a: str = Field(description="Id of the article whose rendering is the fullest quotation.")
    b: str = Field(description="Id of the other article; the same as `a` when one article tells it twice.")
    kinds: tuple[WordingKind, ...] = Field(description="What differs, gravest first.")
    words: tuple[WordChange, ...] = Field(description="The words of both, step by step in the order of a.")


class Utterance(Value):
    """What one actor said on one occasion, as several statements of the set tell it."""

    id: str = Field(description="Unique in the set: u1, u2, ...")
    actor: str = Field(description="Id of the actor of the set.")
    renderings: tuple[Rendering, ...] = Field(description="The statements, in the order of the articles; two at least.")
    differences: tuple[Wording, ...] = Field(description="Where the renderings differ, gravest first.")


class Link(Value):
    """One hand through which a statement went."""

    kind: LinkKind = Field(description="A named speaker, an outlet, a document, or a source that is not named.")
    words: Words = Field(description="The words that name it, in place.")
    actor: str | None = Field(description="Id of the actor of the set, if resolved; an unnamed source has its own.")


class Chain(Value):
    """How a statement came to its article: more than one hand."""

    article: str = Field(description="Id of the article.")
    statement: str = Field(description="Id of the statement within the article.")
    links: tuple[Link, ...] = Field(description="From the reporting end to the origin, two at least.")
