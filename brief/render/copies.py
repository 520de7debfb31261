"""Under the sources: copies with what differs, and the phrases that show which texts are not fit to quote."""

from __future__ import annotations

from brief.render import styles
from brief.render.layout import Layout, cell_text
from brief.render.lines import words
from brief.render.ooxml import paragraph, text_run
from brief.schema import CopyRow, OddRow, Pages


def copies_and_odd_words(layout: Layout, pages: Pages) -> None:
    """Lay out the tables of copies and of odd phrases; nothing where there are none."""
    if pages.copies:
        layout.heading("Copies, and what differs", style=styles.SUBHEADING)
    for row in pages.copies:
        _copy(layout, row)
    if pages.odd:
        _odd(layout, pages.odd)


def _copy(layout: Layout, row: CopyRow) -> None:
    layout.table(
        (4819, 4819),
        (f"{row.kept_head}, used", f"{row.copy_head}, not used"),
        ((layout.lines((b,)), layout.lines((a,))) for a, b in row.rows),
        f"{row.what}. The program can’t tell which of the two was changed.",
        "Each row is one difference: the words of the article that is used, and the words of the copy.",
    )
    if row.more:
        differences = "1 more difference is" if row.more == 1 else f"{row.more} more differences are"
        layout.note(f"{differences} in the record.")


def _odd(layout: Layout, rows: tuple[OddRow, ...]) -> None:
    layout.heading("Not fit to quote", style=styles.SUBHEADING)
    layout.note(
        "These texts use wordings that look like swapped words. They may not be the speakers’ own, so nothing of "
        "these texts is printed as a quotation; a key leads to the place."
    )
    layout.table(
        (900, 3138, 3100, 2500),
        ("Key", "As it stands", "Usual, for example", "What is unusual"),
        (
            (
                layout.lines((row.key,)),
                [paragraph(styles.SOURCE_SENTENCE, text_run(words(row.words)))],
                [cell_text(row.usual)],
                [cell_text(row.basis)],
            )
            for row in rows
        ),
        "Wordings that look like swapped words.",
        "One row for each phrase: where it stands, the phrase, the usual words, and what shows it.",
    )
