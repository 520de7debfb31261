"""Articles that are copies of another one, and texts whose words are not their author's."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from brief.schema.base import Span, Value


class Difference(Value):
    """One place where a copy differs from the article that was kept."""

    change: Literal["only_here", "only_in_kept", "altered"] = Field(
        description="Whether the copy adds words, lacks words, or has other words in the same sentence."
    )
    span: Span | None = Field(description="Place in the copy's text; null where it lacks the words.")
    words: str = Field(description="The copy's words; empty where it lacks them.")
    kept_span: Span | None = Field(description="Place in the kept article's text; null where that lacks the words.")
    kept_words: str = Field(description="The kept article's words; empty where it lacks them.")


class Copy(Value):
    """An article that repeats another one of the set, sentence by sentence."""

    article: str = Field(description="Id of the copy.")
    of: str = Field(description="Id of the article that was kept; never itself a copy.")
    kind: Literal["exact", "near", "rescrape"] = Field(
        description="The same words; nearly all the same sentences; or another state of the page at the same address."
    )
    shared: float = Field(description="Share of the copy's sentences that stand word for word in the kept article.")
    differences: tuple[Difference, ...] = Field(description="Where the two differ, in reading order.")


class OddPhrase(Value):
    """Words that a writer would not have chosen, and what shows it."""

    span: Span = Field(description="Place in the article's text.")
    words: str = Field(description="The words as they stand.")
    usual: str = Field(description="The words that are usual there, or that another article of the set has.")
    basis: Literal["collocation", "name", "unit", "other_article"] = Field(
        description="An unusual pairing, a broken name, a broken unit or abbreviation, or the same sentence elsewhere."
    )
    other: str | None = Field(description="Id of the article that has the usual words; null where none was needed.")


class Fitness(Value):
    """Whether an article's words can stand in quotation marks."""

    article: str = Field(description="Id of the article.")
    verdict: Literal["fit", "unfit", "nothing_to_quote"] = Field(
        description="unfit: words were replaced by machine; nothing_to_quote: it holds no quotation."
    )
    phrases: tuple[OddPhrase, ...] = Field(description="The phrases that show it, in reading order.")
