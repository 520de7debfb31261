"""Section 1: the chronology as a figure, when enough events have a day, and the same events as a table."""

from __future__ import annotations

from brief.render import styles
from brief.render.layout import Cell, Layout, cell_text, label
from brief.render.timeline_figure import WIDTH_IN_EMU, draw
from brief.render.timeline_words import description
from brief.schema import Pages, TimelineRow

TALLEST_IN_EMU = 8 * 914_400
"""The height of a picture that fits a page with its caption."""


def timeline(layout: Layout, pages: Pages) -> None:
    """Lay out the figure and the table."""
    if pages.chronology:
        png, ratio = draw(pages.chronology)
        width = min(WIDTH_IN_EMU, round(TALLEST_IN_EMU / ratio))
        layout.picture(
            png,
            width,
            round(width * ratio),
            "Which text puts what on which day. Numbers are those of Table 1; distances carry no meaning.",
            description(pages.chronology),
        )
    layout.table(
        (500, 2000, 4938, 900, 1300),
        ("No.", "When", "What", "Source", "Basis"),
        (_row(layout, row) for row in pages.timeline),
        "Events in order of their dates, then of hours, words of order, tense and reading. "
        "Texts that state no date follow, each with days of its own.",
        "One row for each event: number, when, what in the words of the source, which source, and how the date is "
        "known. Rows without a number say where no date is known or no event is told.",
    )


def _row(layout: Layout, row: TimelineRow) -> tuple[Cell, ...]:
    if row.number is None:
        between = (layout.line(line, styles.TABLE_TEXT) for line in (row.when, row.what))
        return [cell_text("–")], *([one] for one in between), [cell_text(row.sources)], [cell_text(row.basis)]
    return (
        [label(str(row.number))],
        [layout.line(row.when, styles.TABLE_LABEL)],
        [layout.line(row.what, styles.TABLE_TEXT)],
        [cell_text(row.sources)],
        [cell_text(row.basis)],
    )
