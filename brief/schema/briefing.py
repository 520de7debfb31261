"""The briefing: what the document says, line by line, and the record that an auditor traces it with."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from brief.schema.article import DateBasis, LeftOut, Segment
from brief.schema.base import Span, Value
from brief.schema.comparison import Comparison
from brief.schema.copying import Copy, Fitness
from brief.schema.run import ModelRecord
from brief.schema.summary import VerifiedSummary

SourceStatus = Literal["used", "duplicate", "off_topic", "excluded", "empty"]


class Part(Value):
    """A piece of a line. Only a `quote` is printed in quotation marks, and only the program fills one."""

    kind: Literal["text", "bold", "quote", "key", "ref"] = Field(
        description="text, bold: the program's words; quote: characters copied from a source; key: [S1.15]; "
        "ref: a pointer to a part of the document (2.1, Section 5)."
    )
    text: str = Field(description="The characters, without quotation marks or brackets.")
    strong: tuple[Span, ...] = Field(default=(), description="Stretches of `text` that are set bold: what differs.")


class Line(Value):
    """One line of the document: parts in order, and the grey tag after it."""

    parts: tuple[Part, ...] = Field(description="Pieces in reading order; the renderer adds no words.")
    tag: str | None = Field(default=None, description="How far it is supported: One text; 2 texts: S1, S2.")


class SourceRow(Value):
    """One article in the table of sources."""

    number: int = Field(description="Source number: 1 for S1.")
    article: str = Field(description="Id of the article.")
    file: str = Field(description="Name of the input.")
    title: str | None = Field(description="Headline as the scrape gives it.")
    outlet: str | None = Field(description="Publisher, if stated or supplied.")
    author: str | None = Field(description="Byline, if stated or supplied.")
    published: str | None = Field(description="Date, if stated, inferred or supplied.")
    published_basis: DateBasis = Field(default="unknown", description="What the date rests on.")
    published_words: str | None = Field(
        default=None, description="Words of the header that the date is inferred from, or that no date follows from."
    )
    supplied: tuple[str, ...] = Field(description="Names of the fields that the user supplied.")
    language: str | None = Field(description="ISO 639-1 code.")
    bundled_with: int | None = Field(description="Source number of the article in whose file it stands.")
    status: SourceStatus = Field(description="used, or why not.")
    reason: str = Field(description="Why it is used or not, in words.")
    sentences: int = Field(description="Sentences of the article.")
    quotations: int = Field(description="Statements with words in quotation marks.")
    sha256: str = Field(description="SHA-256 of the article's text.")
    url: str | None = Field(description="Address as stated; never fetched.")
    fitness: Literal["fit", "unfit", "nothing_to_quote"] = Field(
        default="fit", description="unfit: none of its words is printed in quotation marks."
    )
    segments: tuple[Segment, ...] = Field(
        default=(), description="Map from the article's text back to its input: lets a check rebuild that text."
    )


class RenderingRow(Value):
    """One utterance as two texts give it."""

    who: str = Field(description="Name of the speaker.")
    a: Line = Field(description="The words of one text; those that differ are strong.")
    b: Line = Field(description="The words of the other text.")
    differs: str = Field(description="What differs, in the program's words.")


class CopyRow(Value):
    """One article that repeats another one, and where the two differ."""

    what: str = Field(description="Which article repeats which, and how much of it, in the program's words.")
    copy_head: str = Field(description="Column head of the copy: S5.")
    kept_head: str = Field(description="Column head of the article that was kept: S1.")
    rows: tuple[tuple[Line, Line], ...] = Field(
        description="The copy's words and the kept article's, in reading order."
    )
    more: int = Field(description="Differences left out of this table for length; all are in the record.")


class OddRow(Value):
    """One phrase that shows that an article's words were replaced by machine."""

    key: Line = Field(description="Where it stands.")
    words: str = Field(description="The phrase, printed in the style Source sentence, never in quotation marks.")
    usual: str = Field(description="The words that are usual there.")
    basis: str = Field(description="What shows it, in the program's words.")


class DisagreementRow(Value):
    """One row of the side-by-side table."""

    label: str = Field(description="Position, In their words, Also.")
    a: tuple[Line, ...] = Field(description="First side.")
    b: tuple[Line, ...] = Field(description="Second side.")


class Disagreement(Value):
    """One contradiction as the document shows it."""

    number: str = Field(description="2.1, 2.2, ...")
    contradiction: str = Field(description="Id of the contradiction in the comparison.")
    heading: str = Field(description="Heading over the table: words of the program.")
    brief: Line = Field(description="The one line of page 1.")
    a: str = Field(description="Column head: who is on this side.")
    b: str = Field(description="Column head of the other side.")
    rows: tuple[DisagreementRow, ...] = Field(description="Rows of the table.")
    closing: tuple[Line, ...] = Field(
        description="Kind, status with its evidence, what it stands on in counted facts, note, what would settle it."
    )


class ApparentRow(Value):
    """What sounds like a disagreement and is none."""

    kind: str = Field(description="What it sounds like, in the program's words.")
    a: str = Field(description="Who is on one side.")
    a_words: tuple[Line, ...] = Field(description="The words of that side.")
    b: str = Field(description="Who is on the other side.")
    b_words: tuple[Line, ...] = Field(description="The words of the other side.")
    why: Line = Field(description="Why both can hold, in the program's words, with keys.")


class UpdateRow(Value):
    """A later count of what an earlier text counts."""

    earlier: Line = Field(description="Who, the value, the key.")
    later: Line = Field(description="Who, the value, the key.")
    what: Line = Field(description="What changed, with the keys that show that the later one is later.")


class TimelineRow(Value):
    """One event in the timeline table, or a line between events that says what is not known."""

    number: int | None = Field(default=None, description="Number of the event from 1; null for a line between events.")
    when: Line = Field(description="Date and date words; a dash when none.")
    what: Line = Field(description="The event in the source's words; between events, the program's words.")
    sources: str = Field(description="S1, S2.")
    basis: str = Field(description="Stated, Inferred and from what, or Not dated; and planned.")


class TimelineColumn(Value):
    """One day or period of the figure, from left to right."""

    label: str = Field(description="9 Mar, Mar to May, Tuesday; empty for a year.")
    year: str = Field(description="The year, or nothing for a day of a text without a date.")
    gap: str | None = Field(default=None, description="Long stretch before it with no dated event: 12 days.")


class TimelineMark(Value):
    """One event of the figure."""

    number: int = Field(description="Number of the event's row in the table.")
    sources: tuple[int, ...] = Field(description="Numbers of the sources that tell it.")
    column: int = Field(description="Column it begins in, from 0.")
    until: int = Field(description="Last column it reaches.")
    period: bool = Field(description="True for a week, month or longer; false for one day.")
    stated: bool = Field(description="True when the text states the date, false when it is inferred.")
    planned: bool = Field(description="True when told as still to come.")


class TimelinePanel(Value):
    """Events on one calendar: that of the dates, or the own one of a text that states no date."""

    undated: int | None = Field(description="Number of the source that states no date; null for the dates.")
    columns: tuple[TimelineColumn, ...] = Field(description="Days and periods in order; distances carry no meaning.")
    marks: tuple[TimelineMark, ...] = Field(description="Events, each in its columns.")


class ActorRow(Value):
    """One actor with what it says."""

    name: str = Field(description="Name as the texts give it.")
    role: str | None = Field(description="Office as the texts give it, with the other names.")
    lines: tuple[Line, ...] = Field(description="Statements, each with its key.")
    more: int = Field(description="Statements left out of this table for length; all are in the record.")


class QuestionRow(Value):
    """One open question."""

    number: str = Field(description="Q1, Q2, ...")
    question: str = Field(description="The question.")
    says: tuple[Line, ...] = Field(description="What the texts say, with keys.")
    answer: str = Field(description="What would answer it, or which article does.")


class RegisterRow(Value):
    """One cited sentence: the row that a key leads to."""

    key: str = Field(description="S1.15, or S5.H for the headline.")
    article: str = Field(description="Id of the article.")
    sentence: str = Field(description="The whole sentence, exactly as in the source.")
    fit: bool = Field(default=True, description="False: from an article that is not fit to quote; not printed.")
    quoted: tuple[Span, ...] = Field(description="Which characters of the sentence the document quotes.")
    file: str = Field(description="Name of the input.")
    line: int | None = Field(
        description="Line of the stored text of the input, from 1; null for a headline that stands outside that text."
    )
    offset: int | None = Field(
        description="Code point in the stored text of the input, from 0; null for a headline outside that text."
    )
    segments: tuple[tuple[int, int], ...] = Field(
        description="The sentence as [start, end] pairs in the stored text; none for a headline outside that text."
    )
    used_in: tuple[str, ...] = Field(description="Where the document cites it: Bottom line, Finding 2, 2.1, Section 3.")


class LeftOutRow(Value):
    """Something that the document does not use, and why."""

    kind: str = Field(description="Statement not supported, Article not used, Text not used, Input not read.")
    what: str = Field(description="What it is, in the program's words.")
    source_text: str | None = Field(description="Characters of the source, printed in the style Source sentence.")
    why: str = Field(description="The reason.")


class MadeRow(Value):
    """One line of `How this document was made`."""

    item: str = Field(description="Program, Summariser, Inputs, Checks, Repeat.")
    values: tuple[str, ...] = Field(description="One line each.")


class Pages(Value):
    """Everything the document prints, in order. The renderer lays it out and adds no facts."""

    header_left: str = Field(description="Left of the page header: machine draft, and the user's handling line.")
    header_right: str = Field(description="Right of the page header: short title.")
    subtitle: str = Field(description="Under the title: number of articles, as-of date.")
    status: Line = Field(description="Status strip.")
    bottom_line: tuple[Line, ...] = Field(description="At most 100 words.")
    findings: tuple[Line, ...] = Field(description="Three to six, the first words bold.")
    disagreements: tuple[Disagreement, ...] = Field(
        description="Section 2, the weightiest first; `brief` is printed on page 1."
    )
    apparent: tuple[ApparentRow, ...] = Field(
        default=(), description="End of section 2: what sounds like a disagreement and is none."
    )
    updates: tuple[UpdateRow, ...] = Field(default=(), description="Section 2: later counts, not disagreements.")
    gaps: tuple[Line, ...] = Field(description="What these texts do not tell us.")
    sources_line: tuple[Line, ...] = Field(description="Short list of the sources on page 1.")
    timeline: tuple[TimelineRow, ...] = Field(description="Section 1.")
    chronology: tuple[TimelinePanel, ...] = Field(
        default=(), description="Section 1: the facts of the figure; none when too few events have a day."
    )
    actors: tuple[ActorRow, ...] = Field(description="Section 3.")
    renderings: tuple[RenderingRow, ...] = Field(
        default=(), description="Section 3: one utterance as two texts give it."
    )
    questions: tuple[QuestionRow, ...] = Field(description="Section 4.")
    sources: tuple[SourceRow, ...] = Field(description="Section 5.")
    source_summary: str = Field(description="Computed sentences about the sources as a whole.")
    copies: tuple[CopyRow, ...] = Field(default=(), description="Section 5: copies, with what differs.")
    odd: tuple[OddRow, ...] = Field(
        default=(), description="Section 5: phrases of the texts that are not fit to quote."
    )
    evidence: tuple[RegisterRow, ...] = Field(description="Annex A.")
    left_out: tuple[LeftOutRow, ...] = Field(description="Annex B.")
    made: tuple[MadeRow, ...] = Field(description="Annex C.")


class InputRecord(Value):
    """One input in the record."""

    file: str = Field(description="Name of the input.")
    sha256: str | None = Field(description="SHA-256 of its bytes; null when it could not be read.")
    text_sha256: str | None = Field(description="SHA-256 of its stored text.")
    bytes: int | None = Field(description="Size.")
    encoding: str | None = Field(description="Character encoding.")
    extractor: str | None = Field(description="Program and version that made the stored text.")
    unread: int = Field(default=0, description="Words of a web page that are not in its stored text.")
    problem: str | None = Field(description="Why it could not be used, or null.")
    left_out: tuple[LeftOut, ...] = Field(description="Stretches of the stored text that no article's text holds.")


class Provenance(Value):
    """What the document was made from and by. Facts of the inputs and replies, never of the run."""

    program: str = Field(description="brief and its version.")
    summariser: str = Field(description="`rules`, or the model's name.")
    options: tuple[str, ...] = Field(description="Settings that shaped the result.")
    inputs: tuple[InputRecord, ...] = Field(description="Every input, read or not.")
    decisions: tuple[str, ...] = Field(description="What the analyst overruled, in words.")
    model: ModelRecord | None = Field(default=None, description="The language model's part; null by rules.")


class Counts(Value):
    """Numbers that the document prints, computed from the record."""

    articles_used: int
    articles_left_out: int
    statements_kept: int
    statements_not_supported: int
    quotations: int
    contradictions: int
    questions: int


class Briefing(Value):
    """The whole briefing: the record and the pages made from it."""

    title: str = Field(description="Title: the user's, or made from the set.")
    question: str | None = Field(description="The user's question, if one was given.")
    as_of: str | None = Field(description="ISO day the briefing is made for; null when not given and not stated.")
    provenance: Provenance
    counts: Counts
    summaries: tuple[VerifiedSummary, ...] = Field(description="One for each article used.")
    comparison: Comparison
    copies: tuple[Copy, ...] = Field(default=(), description="Which articles repeat another one, with what differs.")
    fitness: tuple[Fitness, ...] = Field(default=(), description="Articles whose words are not printed as quotations.")
    pages: Pages
