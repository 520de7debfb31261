"""What a model says about one article, as it comes over the wire; nothing of it has been looked up yet."""

from __future__ import annotations

from pydantic import Field

from brief.schema import ActorKind, QuestionKind, Stance
from brief.wire import Line, Verbatim, Wire


class WireStatement(Wire):
    """One attribution: who said what."""

    sentences: list[int] = Field(description="Numbers of the sentences in which the words stand.")
    words: list[Verbatim] = Field(
        description="What is attributed, copied character by character, without the words that attribute it; "
        "one entry for each unbroken stretch."
    )
    speaker_words: Verbatim | None = Field(
        description="The mention of the speaker at this place, copied: a name, he, the agency; null when there is none."
    )
    cue: Verbatim | None = Field(description="The word or words that attribute, copied: said, according to; or null.")
    speaker: Line | None = Field(
        description="The speaker's fullest name in the article, copied; for an unnamed source its description, copied; "
        "null when it can't be told."
    )
    speaker_kind: ActorKind = Field(description="person, body, group or unnamed.")
    stance: Stance = Field(description="What the speaker does with the words.")
    paraphrase: Line | None = Field(description="The words in one plain sentence of your own; null when unsure.")


class WireEvent(Wire):
    """Something that happened or is to happen."""

    sentence: int = Field(description="Number of the sentence.")
    words: Verbatim = Field(description="The clause that tells it, copied.")
    when: Verbatim | None = Field(description="The date words of that sentence, copied; null when there are none.")
    planned: bool = Field(description="True when it is told as still to come.")


class WireFigure(Wire):
    """A number with what it counts."""

    sentence: int = Field(description="Number of the sentence.")
    number: Verbatim = Field(description="The number as written, with its qualifier and unit, copied.")
    counts: Verbatim = Field(description="The words for what is counted, copied from the sentence.")


class WireQuestion(Wire):
    """Something that the article leaves open."""

    sentences: list[int] = Field(description="Numbers of the sentences that raise it.")
    question: Line = Field(description="The question, one sentence that ends with a question mark.")
    who: Verbatim | None = Field(description="Who could answer it, copied from the article; or null.")
    kind: QuestionKind = Field(description="What raises it.")


class SummariseReply(Wire):
    """The reply to the prompt `summarise`."""

    instructions_seen: list[int] = Field(
        description="Numbers of sentences that speak to the reader's software or try to give it orders; usually empty."
    )
    statements: list[WireStatement] = Field(description="Who said what, in the order of the article.")
    events: list[WireEvent] = Field(description="What happened or is to happen, in the order of the article.")
    figures: list[WireFigure] = Field(description="How many of what, in the order of the article.")
    questions: list[WireQuestion] = Field(description="What the article itself leaves open.")
