"""The annexes: every cited sentence, what was left out, and how the document was made."""

from __future__ import annotations

from brief import sections
from brief.render import styles
from brief.render.layout import NOT_PRINTED, Cell, Layout, bookmark_name, cell_text, label
from brief.render.lines import words
from brief.render.ooxml import paragraph, text_run
from brief.schema import Briefing, LeftOutRow, RegisterRow


def annex_title(letter: str) -> str:
    """Heading of an annex, as it also stands in the contents."""
    return f"{sections.annex(letter)}\u2002{sections.ANNEXES[letter]}"


def annexes(layout: Layout, briefing: Briefing) -> None:
    """Lay out annexes A to C."""
    _register(layout, briefing)
    _left_out(layout, briefing)
    _made(layout, briefing)


def _open(layout: Layout, letter: str) -> None:
    layout.heading(annex_title(letter), f"annex_{letter}")


def _register(layout: Layout, briefing: Briefing) -> None:
    _open(layout, "A")
    rows = briefing.pages.evidence
    if not rows:
        layout.note("No sentence is cited.", styles.BODY)
        return
    layout.note(
        "Every key in brackets leads to one row. The sentence is printed whole, as in the source; words that the "
        "document quotes are bold. Line and character are those of the input’s stored text."
    )
    layout.table(
        (750, 4888, 2450, 1550),
        ("Key", "Sentence in the source", "Where it stands", "Used in"),
        (_register_row(layout, row) for row in rows),
        "The sentences cited.",
        "One row for each cited sentence: its key, the sentence, its place in the input, links to its uses.",
    )


def _register_row(layout: Layout, row: RegisterRow) -> tuple[Cell, ...]:
    key = paragraph(styles.TABLE_LABEL, *layout.marked(bookmark_name(row.key), text_run(words(row.key))))
    where = f"line {row.line}, character {row.offset}" if row.segments else "headline, outside the text"
    place = [paragraph(styles.TABLE_TEXT, text_run(text, styles.TAG)) for text in (words(row.file), where)]
    used = []
    for position, target in enumerate(row.used_in):
        if position:
            used.append(text_run(", "))
        used.append(layout.pointer(target, words(target).replace(" ", "\u00a0"), styles.LINK))
    if row.fit:
        sentence = paragraph(styles.SOURCE_SENTENCE, *_sentence_runs(row, layout.language_of(row.key)))
    else:
        sentence = cell_text(NOT_PRINTED)
    return [key], [sentence], place, [paragraph(styles.TABLE_TEXT, *used)] if used else [cell_text("—")]


def _sentence_runs(row: RegisterRow, language: str | None) -> Cell:
    runs = []
    done = 0
    for start, end in sorted(row.quoted):
        start, end = max(start, done), min(end, len(row.sentence))
        if start >= end:
            continue
        if start > done:
            runs.append(text_run(row.sentence[done:start], None, language))
        runs.append(text_run(row.sentence[start:end], styles.STRONG, language))
        done = end
    if done < len(row.sentence):
        runs.append(text_run(row.sentence[done:], None, language))
    return runs


def _left_out(layout: Layout, briefing: Briefing) -> None:
    _open(layout, "B")
    rows = briefing.pages.left_out
    if not rows:
        layout.note("Nothing was left out.", styles.BODY)
        return
    layout.table(
        (1500, 4338, 3800),
        ("Kind", "What", "Why"),
        (([label(words(row.kind) or "—")], _left_out_text(row), [cell_text(row.why)]) for row in rows),
        "What the document does not use, and why.",
        "One row for each thing left out: its kind, what it is, and the reason.",
    )


def _left_out_text(row: LeftOutRow) -> Cell:
    what = [cell_text(row.what)]
    if row.source_text:
        what.append(paragraph(styles.SOURCE_SENTENCE, text_run(row.source_text)))
    return what


def _made(layout: Layout, briefing: Briefing) -> None:
    _open(layout, "C")
    layout.table(
        (1800, 7838),
        ("Item", "Value"),
        (
            ([label(words(row.item) or "—")], [cell_text(value) for value in row.values] or [cell_text("—")])
            for row in briefing.pages.made
        ),
        "Program, inputs and checks.",
        "One row for each item: what made the document, from which inputs, with which checks.",
    )
