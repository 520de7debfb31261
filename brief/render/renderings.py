"""Under who says what: one utterance in the words of several texts, with the words that differ in bold."""

from __future__ import annotations

from brief.render import styles
from brief.render.layout import Layout, cell_text, label
from brief.schema import RenderingRow


def renderings(layout: Layout, rows: tuple[RenderingRow, ...]) -> None:
    """Lay out the table of renderings; nothing where there are none."""
    if not rows:
        return
    layout.heading("One utterance, several renderings", style=styles.SUBHEADING)
    layout.table(
        (1500, 3069, 3069, 2000),
        ("Who", "In one text", "In another", "What differs"),
        (([label(row.who)], layout.lines((row.a,)), layout.lines((row.b,)), [cell_text(row.differs)]) for row in rows),
        "The same utterance as two texts give it; the words that differ are bold.",
        "One row for each difference: the speaker, the words of one text, the words of another, and what differs.",
    )
