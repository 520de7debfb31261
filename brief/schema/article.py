"""From an input file to an article: what was read, what was kept, what was left out."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import Field

from brief.schema.base import Span, Value

Format = Literal["txt", "md", "html", "json", "pdf", "docx", "eml", "feed"]
Label = Literal[
    "navigation",
    "advert",
    "subscription",
    "share",
    "comments",
    "related",
    "listing",
    "caption",
    "byline",
    "dateline",
    "headline",
    "repeated",
    "control_character",
    "unplaced",
]

DateBasis = Literal["supplied", "stated", "inferred", "unknown"]


class Metadata(Value):
    """What is stated about an article outside its text; every field may be unknown."""

    title: str | None = Field(default=None, description="Headline.")
    outlet: str | None = Field(default=None, description="The publisher, never a quoted source.")
    author: str | None = Field(default=None, description="Byline.")
    published: str | None = Field(
        default=None, description="Publication date: ISO day (YYYY-MM-DD), month or year, never finer than stated."
    )
    url: str | None = Field(default=None, description="Canonical address, http or https only; never fetched.")
    language: str | None = Field(default=None, description="ISO 639-1 code of the text's language.")


class RawDocument(Value):
    """One input as read: the one stored plain text that every offset into an input counts in."""

    file: str = Field(description="Name of the input as the user gave it, without the folders above it.")
    sha256: str = Field(description="SHA-256 of the bytes of the file.")
    size: int = Field(description="Number of bytes of the file.")
    text_sha256: str = Field(description="SHA-256 of `text` in UTF-8.")
    text: str = Field(description="The stored plain text; for .txt and .md the decoded file.")
    format: Format = Field(description="What the file was read as.")
    encoding: str = Field(description="Character encoding the bytes were decoded with.")
    extractor: str = Field(description="Program and version that made the stored text from the bytes.")
    unread: int = Field(default=0, description="Words of a web page that the extractor left out of the stored text.")
    stated: Metadata = Field(description="Metadata that the file itself states.")
    supplied: Metadata = Field(description="Metadata that the user supplied (sources.csv); it wins over stated.")


class LeftOut(Value):
    """A stretch of the input that is not in the article's text, and why."""

    start: int = Field(description="First code point, counted in the stored text of the input.")
    end: int = Field(description="One past the last code point.")
    label: Label = Field(description="What the stretch is.")
    reason: str = Field(description="Why it was left out, in words for the reader.")


class Segment(NamedTuple):
    """A stretch of `Article.text` and its place in the input: `[start in text, start in input, length]`."""

    in_text: int
    in_input: int
    length: int


class Origin(Value):
    """Where an article's text stands in its input."""

    file: str = Field(description="Name of the input.")
    sha256: str = Field(description="SHA-256 of the bytes of the input.")
    text_sha256: str = Field(description="SHA-256 of the stored text of the input.")
    segments: tuple[Segment, ...] = Field(description="Map from the text back to the input, in order, without gaps.")
    title: Span | None = Field(description="Where the title stands in the stored text, if it does.")
    bounds: Span = Field(description="Part of the stored text that belongs to this article: text and left_out.")


class Article(Value):
    """One article found in an input. `text` is made only of stretches of the stored text."""

    id: str = Field(description="Name of the article in this set: the file's stem, with .2, .3 for bundled ones.")
    title: str | None = Field(description="Headline, if one was found.")
    outlet: str | None = Field(description="Publisher.")
    author: str | None = Field(description="Byline.")
    published: str | None = Field(description="Publication date as ISO day, month or year.")
    published_basis: DateBasis = Field(
        default="unknown",
        description="supplied: by the user; stated: by the page, its address, a header or a dateline; inferred: from "
        "`published_words`; unknown: there is no date.",
    )
    published_words: str | None = Field(
        default=None,
        description="Words of the header that tell the time without stating the date: 2 days ago. The date is inferred "
        "from them; where it is null, they could not be resolved.",
    )
    url: str | None = Field(description="Canonical address.")
    language: str | None = Field(description="ISO 639-1 code.")
    supplied: tuple[str, ...] = Field(description="Names of the fields above that the user supplied.")
    text: str = Field(description="The article and nothing but the article.")
    sha256: str = Field(description="SHA-256 of `text` in UTF-8.")
    title_in_text: bool = Field(description="True when the text begins with the title line.")
    bundled: bool = Field(description="True for an article that stands in the file of another one.")
    origin: Origin = Field(description="Where the text stands in its input.")
    left_out: tuple[LeftOut, ...] = Field(description="Stretches within the bounds that are not in the text.")


class Cleaned(Value):
    """All that cleaning found in one input."""

    file: str = Field(description="Name of the input.")
    articles: tuple[Article, ...] = Field(description="The articles in the order of the input; may be empty.")
    left_out: tuple[LeftOut, ...] = Field(description="Stretches outside all articles (all of it when there is none).")


class Sentence(Value):
    """One numbered sentence of an article's text."""

    number: int = Field(description="From 1, in reading order.")
    start: int = Field(description="First code point in the article's text.")
    end: int = Field(description="One past the last code point; white space around it is not included.")
    paragraph: int = Field(description="From 1: the paragraph the sentence stands in.")
