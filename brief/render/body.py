"""The numbered sections: timeline, disagreements, who says what, questions, sources, and room for a judgement."""

from __future__ import annotations

from collections.abc import Iterator

from brief import sections
from brief.dates import published_in_words
from brief.render import styles
from brief.render.copies import copies_and_odd_words
from brief.render.disagreements import disagreements
from brief.render.layout import Cell, Layout, cell_text, label
from brief.render.lines import line_text, words
from brief.render.ooxml import dropdown, paragraph, text_control, text_run
from brief.render.renderings import renderings
from brief.render.timeline import timeline
from brief.schema import ActorRow, Briefing, Line, SourceRow

LONGEST_ROW = 500
_RELIABILITY = ("not graded", "A", "B", "C", "D", "E", "F")
_CREDIBILITY = ("not graded", "1", "2", "3", "4", "5", "6")
_NONE = "None found in these texts."
_STATUS = {
    "used": "Used",
    "duplicate": "Not used: duplicate",
    "off_topic": "Not used: off topic",
    "excluded": "Not used: excluded",
    "empty": "Not used: empty",
}


def section_title(number: int) -> str:
    """Heading of a numbered section, as it also stands in the contents."""
    return f"{number}\u2002{sections.HEADINGS[number]}"


def body_sections(layout: Layout, briefing: Briefing) -> None:
    """Lay out sections 1 to 6."""
    _open(layout, sections.TIMELINE)
    if briefing.pages.timeline:
        timeline(layout, briefing.pages)
    else:
        layout.note(_NONE, styles.BODY)
    _open(layout, sections.DISAGREEMENTS)
    pages = briefing.pages
    if pages.disagreements or pages.apparent or pages.updates:
        disagreements(layout, pages)
    else:
        layout.note(_NONE, styles.BODY)
    _actors(layout, briefing)
    _questions(layout, briefing)
    _sources(layout, briefing)
    _judgement(layout)


def _open(layout: Layout, number: int) -> None:
    layout.heading(section_title(number), f"section_{number}")


def _actors(layout: Layout, briefing: Briefing) -> None:
    _open(layout, sections.ACTORS)
    actors = briefing.pages.actors
    if not actors:
        layout.note(_NONE, styles.BODY)
        return
    layout.table(
        (2500, 7138),
        ("Who", "What they say"),
        (row for actor in actors for row in _actor_rows(layout, actor)),
        "Words in quotation marks stand so in the source. What one speaker says in several texts is one origin.",
        "One row for each speaker, or more for one who says much: name and office, then statements with their keys.",
    )
    renderings(layout, briefing.pages.renderings)


def _actor_rows(layout: Layout, actor: ActorRow) -> Iterator[tuple[Cell, Cell]]:
    name = words(actor.name) or "—"
    portions = list(_portions(actor.lines)) or [[]]
    for position, lines in enumerate(portions, start=1):
        who = [label(name if position == 1 else f"{name}, continued")]
        if position == 1 and actor.role:
            who.append(cell_text(actor.role))
        says = layout.lines(lines)
        if position == len(portions) and actor.more:
            more = "1 more statement is" if actor.more == 1 else f"{actor.more} more statements are"
            says.append(paragraph(styles.TABLE_TEXT, text_run(f"{more} in the record, not printed here", styles.TAG)))
        yield who, says


def _portions(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    portion: list[Line] = []
    length = 0
    for line in lines:
        size = len(line_text(line))
        if portion and length + size > LONGEST_ROW:
            yield portion
            portion, length = [], 0
        portion.append(line)
        length += size
    if portion:
        yield portion


def _questions(layout: Layout, briefing: Briefing) -> None:
    _open(layout, sections.QUESTIONS)
    questions = briefing.pages.questions
    if not questions:
        layout.note(_NONE, styles.BODY)
        return
    layout.table(
        (600, 2500, 4638, 1900),
        ("No.", "Question", "What the texts say", "What would answer it"),
        (
            (
                [
                    paragraph(
                        styles.TABLE_LABEL, *layout.marked(f"question_{position}", text_run(words(question.number)))
                    )
                ],
                [cell_text(question.question)],
                layout.lines(question.says),
                [cell_text(question.answer)],
            )
            for position, question in enumerate(questions, start=1)
        ),
        "What the texts leave open.",
        "One row for each open question: what the texts say about it, and what would answer it.",
    )


def _sources(layout: Layout, briefing: Briefing) -> None:
    _open(layout, sections.SOURCES)
    pages = briefing.pages
    if pages.sources:
        layout.table(
            (600, 3588, 1250, 2200, 2000),
            ("Id", "What it is", "Size", "Use", "Analyst’s grade"),
            (_source_row(layout, source) for source in pages.sources),
            "Observable facts about each text. The program grades nothing: the last column is for a person.",
            "One row for each article: headline and origin, size, whether it is used and why, and room for a grade.",
            with_next=bool(pages.source_summary),
        )
    if pages.source_summary:
        layout.add(
            paragraph(
                styles.CLOSING,
                text_run("Source summary, by program.", styles.STRONG),
                text_run(f" {words(pages.source_summary)}"),
            )
        )
    copies_and_odd_words(layout, pages)


def _source_row(layout: Layout, source: SourceRow) -> tuple[Cell, ...]:
    supplied = frozenset(source.supplied)

    def stated(name: str, value: str | None, missing: str) -> str:
        if not value:
            return missing
        return f"{words(value)} (supplied)" if name in supplied else words(value)

    what: Cell = []
    if source.title and source.fitness != "unfit":
        what.append(
            paragraph(styles.SOURCE_SENTENCE, text_run(words(source.title), styles.STRONG, _language(layout, source)))
        )
    outlet = stated("outlet", source.outlet, "")
    origin = [layout.outward(source.url, outlet or "original page")] if outlet or source.url else []
    facts = [] if outlet else ["outlet not stated"]
    facts.append(stated("author", source.author, "no byline"))
    facts.append(words(published_in_words(source.published, source.published_basis, source.published_words)))
    if source.language and source.language != "en":
        facts.append(f"language {words(source.language)}")
    rest = ("; " if origin else "") + "; ".join(facts)
    what.append(paragraph(styles.TABLE_TEXT, *origin, text_run(rest)))
    place = f"File {words(source.file)}"
    if source.bundled_with is not None:
        place += f", below S{source.bundled_with}"
    what.append(paragraph(styles.TABLE_TEXT, text_run(place, styles.TAG)))
    size = [cell_text(_count(source.sentences, "sentence"))]
    if source.status == "used":
        size.append(cell_text(_count(source.quotations, "quotation")))
    unfit = source.fitness == "unfit" and source.status == "used"
    use = [label("Read, not quoted" if unfit else _STATUS[source.status]), cell_text(source.reason)]
    grades = [
        paragraph(
            styles.TABLE_TEXT,
            text_run(f"{name}: "),
            dropdown(
                f"{name} of S{source.number}", f"{name.lower()}_{source.number}", layout.control_number(), choices
            ),
        )
        for name, choices in (("Reliability", _RELIABILITY), ("Credibility", _CREDIBILITY))
    ]
    return [label(f"S{source.number}")], what, size, use, [*grades]


def _language(layout: Layout, source: SourceRow) -> str | None:
    return None if source.language in (None, "en") else source.language


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _judgement(layout: Layout) -> None:
    _open(layout, sections.JUDGEMENT)
    layout.note(
        "Left empty on purpose. The program reports what the texts say; what to make of it is for a named person."
    )
    prompt = "Analyst: click here to write your judgement, how sure you are and why, and your name."
    layout.add(
        text_control(
            "Judgement",
            "judgement",
            layout.control_number(),
            paragraph(styles.JUDGEMENT, text_run(prompt, styles.PROMPT)),
        )
    )
