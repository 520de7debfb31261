"""What every value of `brief` has in common: frozen, closed, and serialisable to JSON."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field


class Value(BaseModel):
    """A frozen value; unknown fields are refused, also when a language model returns them."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(NamedTuple):
    """A stretch of a text: offsets in code points, end exclusive; `[start, end]` in JSON."""

    start: int
    end: int


class Words(Value):
    """Words of an article, in one or more stretches."""

    spans: tuple[Span, ...] = Field(
        description="Where the words stand in the article's text, in reading order; empty when the "
        "words were claimed by a language model and have not been located."
    )
    text: str = Field(description="The words: the stretches joined by one space, or the words as claimed.")


class Evidence(Value):
    """A stretch of one article that carries a finding; the program copied it, nobody typed it."""

    article: str = Field(description="Id of the article.")
    field: Literal["text", "title"] = Field(description="Which text of the article the offsets count in.")
    sentence: int = Field(description="Number of the sentence in the article's text; 0 is the title.")
    start: int = Field(description="First code point of the stretch.")
    end: int = Field(description="One past the last code point of the stretch.")
    text: str = Field(description="The stretch itself: equals the slice of the article.")
