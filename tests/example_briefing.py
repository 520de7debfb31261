"""A whole briefing on an invented affair; used by the tests of the document."""

from __future__ import annotations

from functools import cache

from brief import sections
from brief.schema import (
    ActorRow,
    Briefing,
    Comparison,
    Counts,
    Disagreement,
    DisagreementRow,
    InputRecord,
    LeftOut,
    LeftOutRow,
    Line,
    MadeRow,
    Pages,
    Provenance,
    QuestionRow,
    TimelineRow,
)
from tests.example_briefing_record import (
    bold,
    contradictions,
    evidence,
    key,
    line,
    question,
    quote,
    ref,
    register,
    said,
    source_rows,
    sources,
    statement,
    summary,
    text,
)


def _disagreements() -> tuple[Disagreement, ...]:
    return (
        Disagreement(
            number=sections.disagreement(1),
            contradiction="c1",
            heading="Planning of the closure: one says it, the other denies it",
            brief=line(text("Planning of the closure: the lock authority against Odile Brandt. Direct denial.")),
            a="Corran Lock Authority",
            b="Odile Brandt, mayor of Tessel",
            rows=(
                DisagreementRow(
                    label="In their words",
                    a=(said("bridge", "a short and planned inspection"),),
                    b=(
                        said("bridge", "Nobody planned anything with this town"),
                        said("bridge", "We read about it like everybody else."),
                    ),
                ),
                DisagreementRow(
                    label="Second text",
                    a=(line(quote("had the full schedule in March"), key("notice", "full schedule"), text("(Vasse)")),),
                    b=(),
                ),
                DisagreementRow(
                    label="First-hand?", a=(line(text("Quoted from a notice")),), b=(line(text("Quoted")),)
                ),
            ),
            closing=(
                line(
                    bold("Kind:"),
                    text("direct denial."),
                    bold("Status:"),
                    text("open in these texts."),
                    bold("Would settle it:"),
                    text("the schedule, with the date on which it was sent."),
                ),
            ),
        ),
        Disagreement(
            number=sections.disagreement(2),
            contradiction="c2",
            heading="Daily crossings: two numbers",
            brief=line(
                text("Daily crossings:"),
                quote("About 4,200"),
                key("bridge", "About 4,200"),
                text("against"),
                quote("2,900"),
                key("notice", "2,900"),
                text("."),
            ),
            a="The town’s transport office",
            b="Henrik Vasse, director of the authority",
            rows=(
                DisagreementRow(
                    label="In their words",
                    a=(said("bridge", "About 4,200 people cross the bridge each day"),),
                    b=(said("notice", "daily crossings at 2,900"),),
                ),
            ),
            closing=(
                line(
                    bold("Kind:"),
                    text("number."),
                    bold("Status:"),
                    text("open in these texts."),
                    bold("Would settle it:"),
                    text("a count, with its day and method."),
                ),
            ),
        ),
    )


def _findings() -> tuple[Line, ...]:
    return (
        line(
            bold("The closure is called planned by one side only."),
            text("The lock authority:"),
            quote("a short and planned inspection"),
            key("bridge", "a short and planned inspection"),
            text("; its director says that the town hall"),
            quote("had the full schedule in March"),
            key("notice", "full schedule"),
            text(". Mayor Odile Brandt:"),
            quote("Nobody planned anything with this town"),
            key("bridge", "Nobody planned"),
            text(". The authority"),
            quote("did not answer a request for comment"),
            key("bridge", "did not answer"),
            text("."),
            tag="Disputed: 2.1",
        ),
        line(
            bold("Money for the repair is announced, not paid."),
            text("The contract is"),
            quote("all but signed"),
            key("bridge", "all but signed"),
            text("; the regional government"),
            quote("has promised to pay half of the repair"),
            key("notice", "pay half"),
            text("."),
            tag="Two texts",
        ),
        line(
            bold("How many people cross is told in two ways:"),
            quote("About 4,200 people cross the bridge each day"),
            key("bridge", "About 4,200"),
            text("and"),
            quote("daily crossings at 2,900"),
            key("notice", "2,900"),
            text("."),
            tag="Disputed: 2.2",
        ),
        line(
            bold("How long:"),
            text("the bridge"),
            quote("will stay shut for six weeks"),
            key("notice", "six weeks"),
            text("."),
            tag="One text",
        ),
    )


def _pages() -> Pages:
    return Pages(
        header_left="MACHINE DRAFT, NOT REVIEWED BY A PERSON",
        header_right="Tessel bridge closure",
        subtitle="Briefing from 3 of 4 scraped articles · as of 12 May 2025",
        status=line(
            bold("Status."),
            text(
                "Written by rules from the texts listed in section 5 and from nothing else; no language model was used "
                "and no person has reviewed it. Every quotation was compared by program with the source text: 33 of 33 "
                "match character for character. No text states its date of publication."
            ),
        ),
        bottom_line=(
            line(
                text("The Tessel swing bridge is shut after"),
                quote("divers found a crack in its eastern pier"),
                key("bridge", "divers found"),
                text("and"),
                quote("will stay shut for six weeks"),
                key("notice", "six weeks"),
                text(". The lock authority and the mayor contradict each other on whether the town knew:"),
                quote("Nobody planned anything with this town"),
                key("bridge", "Nobody planned"),
                text("."),
            ),
        ),
        findings=_findings(),
        disagreements=_disagreements(),
        gaps=(
            line(text("Who would pay for the ferry."), ref("section 4")),
            line(text("Any answer of the authority to the mayor."), ref("section 4")),
            line(text("Calendar dates: the texts give weekdays and no year."), ref("section 1")),
        ),
        sources_line=(
            line(
                bold("S1"),
                text("Harbour Courier."),
                bold("S2"),
                text("Estuary Wire."),
                bold("S3"),
                text("Outlet not stated; quotes nobody."),
                bold("Not used:"),
                text("S4, another affair. [S1.5] means source 1, sentence 5: click a key, or see Annex A."),
            ),
        ),
        timeline=(
            TimelineRow(
                when=line(quote("on Monday"), key("bridge", "divers found")),
                what=line(
                    quote("closed the swing bridge at Tessel on Monday after divers found a crack in its eastern pier"),
                    key("bridge", "divers found"),
                ),
                sources="S1",
                basis="Stated, no year",
            ),
            TimelineRow(
                when=line(quote("on Tuesday"), key("bridge", "rejected that")),
                what=line(
                    quote("Mayor Odile Brandt of Tessel rejected that on Tuesday."), key("bridge", "rejected that")
                ),
                sources="S1",
                basis="Stated, no year",
            ),
            TimelineRow(
                when=line(quote("on Wednesday"), key("notice", "six weeks")),
                what=line(quote("will stay shut for six weeks"), key("notice", "six weeks")),
                sources="S2",
                basis="Inferred: after S1",
            ),
        ),
        actors=(
            ActorRow(
                name="Odile Brandt",
                role="Mayor of Tessel",
                lines=(
                    said("bridge", "Nobody planned anything with this town"),
                    line(quote("all but signed"), key("bridge", "all but signed"), tag="part of a sentence"),
                ),
                more=1,
            ),
            ActorRow(
                name="Henrik Vasse",
                role="Director of the Corran Lock Authority",
                lines=(
                    said("notice", "had the full schedule in March"),
                    line(
                        text("reported:"),
                        quote("has promised to pay half of the repair"),
                        key("notice", "pay half"),
                    ),
                ),
                more=0,
            ),
            ActorRow(
                name="Lena Oduya",
                role=None,
                lines=(said("bridge", "she had been asked to double her crossings"),),
                more=0,
            ),
        ),
        questions=(
            QuestionRow(
                number="Q1",
                question="What does the authority say to the mayor’s account?",
                says=(said("bridge", "did not answer a request for comment"),),
                answer="A reply of the authority",
            ),
            QuestionRow(
                number="Q2",
                question="What is left unclear about the ferry?",
                says=(said("notice", "It was not clear who would pay for the ferry."),),
                answer="A decision on who pays",
            ),
        ),
        sources=source_rows(),
        source_summary="Two of three texts used quote a speaker. One text quotes nobody and names no origin, so it is "
        "not counted as a second text. No text states its date of publication.",
        evidence=register(),
        left_out=(
            LeftOutRow(
                kind="Article not used",
                what="S4, gardens.txt, the whole article",
                source_text=None,
                why="Off topic: shares no actor with the other texts.",
            ),
            LeftOutRow(
                kind="Statement not supported",
                what="S3, sentence 2: a reported statement",
                source_text="A crack has shut a bridge and a town is furious, reports say.",
                why="No speaker is named near the words.",
            ),
            LeftOutRow(
                kind="Text not used",
                what="S1, line 1",
                source_text="Menu | Subscribe | Log in",
                why="Navigation of the page.",
            ),
        ),
        made=(
            MadeRow(item="Program", values=("brief 0.1.0; sentence numbering 1",)),
            MadeRow(item="Summariser", values=("rules; no language model was used",)),
            MadeRow(
                item="Inputs",
                values=tuple(
                    f"S{number} {document.file}, {len(document.text)} bytes, sha256 {document.sha256[:16]}…"
                    for number, document in enumerate(sources(), start=1)
                ),
            ),
            MadeRow(item="Checks", values=("33 of 33 quotations match character for character; 14 sentences cited",)),
            MadeRow(item="Repeat", values=("brief make *.txt --as-of 2025-05-12",)),
        ),
    )


@cache
def example() -> Briefing:
    """The example briefing."""
    return Briefing(
        title="The closure of the Tessel swing bridge",
        question="Did the town know that the bridge would be shut?",
        as_of="2025-05-12",
        provenance=Provenance(
            program="brief 0.1.0",
            summariser="rules",
            options=("as-of 2025-05-12",),
            inputs=tuple(
                InputRecord(
                    file=document.file,
                    sha256=document.sha256,
                    text_sha256=document.text_sha256,
                    bytes=len(document.text.encode()),
                    encoding=document.encoding,
                    extractor=document.extractor,
                    problem=None,
                    left_out=(LeftOut(start=0, end=25, label="navigation", reason="Navigation of the page."),)
                    if document.file.startswith("harbour")
                    else (),
                )
                for document in sources()
            ),
            decisions=(),
        ),
        counts=Counts(
            articles_used=3,
            articles_left_out=1,
            statements_kept=4,
            statements_not_supported=0,
            quotations=33,
            contradictions=2,
            questions=2,
        ),
        summaries=(
            summary(
                "bridge",
                statement(1, "bridge", "she", "said", "Nobody planned anything with this town"),
                statement(2, "bridge", "Brandt", "said", "all but signed"),
            ),
            summary(
                "notice",
                statement(1, "notice", "Henrik Vasse", "told reporters", "had the full schedule in March"),
                statement(2, "notice", "he", "said", "has promised to pay half of the repair"),
            ),
            summary("rewrite"),
        ),
        comparison=Comparison(
            comparer="rules",
            actors=(),
            contradictions=contradictions(),
            questions=(
                question("q1", "no_reply", evidence("bridge", "did not answer a request for comment")),
                question("q2", "unclear", evidence("notice", "It was not clear who would pay for the ferry.")),
            ),
            timeline=(),
            pairs=12,
        ),
        pages=_pages(),
    )
