"""Section 2: the two sides of each disagreement beside each other, and below them what is none."""

from __future__ import annotations

from brief.render import styles
from brief.render.layout import Cell, Layout, label
from brief.render.lines import words
from brief.render.ooxml import paragraph, text_run
from brief.schema import Disagreement, Line, Pages

APPARENT = "Sounds like a disagreement, and is none"
UPDATES = "Later counts, not disagreements"


def disagreements(layout: Layout, pages: Pages) -> None:
    """Lay out the disagreements, what only sounds like one, and the later counts; a part without rows is left out."""
    if pages.disagreements:
        layout.note(
            "Each table sets two sides next to each other in their own words. It does not say which is right. "
            "The order is by counts: in how many texts the speakers speak, how many origins there are."
        )
    for position, disagreement in enumerate(pages.disagreements, start=1):
        _disagreement(layout, position, disagreement)
    if pages.apparent:
        _apparent(layout, pages)
    if pages.updates:
        _updates(layout, pages)


def _disagreement(layout: Layout, position: int, disagreement: Disagreement) -> None:
    layout.heading(
        f"{words(disagreement.number)}\u2002{words(disagreement.heading)}",
        f"disagreement_{position}",
        styles.SUBHEADING,
    )
    layout.table(
        (1398, 4120, 4120),
        ("Compared", disagreement.a, disagreement.b),
        (
            (
                [label(words(row.label) or "—")],
                layout.lines(row.a),
                layout.lines(row.b),
            )
            for row in disagreement.rows
        ),
        f"{disagreement.number} {disagreement.heading}",
        "The two sides of this disagreement side by side, one row for each thing compared.",
        visible_caption=False,
        with_next=True,
    )
    layout.add(paragraph(styles.CLOSING, *(layout.joined(disagreement.closing, " ") or [text_run("—")])))


def _apparent(layout: Layout, pages: Pages) -> None:
    layout.heading(APPARENT, style=styles.SUBHEADING)
    layout.table(
        (1398, 3000, 3000, 2240),
        ("Sounds like", "One side", "Other side", "Why both can hold"),
        (
            (
                [label(words(row.kind))],
                _side(layout, row.a, row.a_words),
                _side(layout, row.b, row.b_words),
                layout.lines((row.why,)),
            )
            for row in pages.apparent
        ),
        APPARENT,
        "One row for each pair of statements that sounds like a disagreement: both sides, and why both can hold.",
        visible_caption=False,
    )


def _side(layout: Layout, who: str, lines: tuple[Line, ...]) -> Cell:
    return [label(words(who)), *layout.lines(lines)]


def _updates(layout: Layout, pages: Pages) -> None:
    layout.heading(UPDATES, style=styles.SUBHEADING)
    layout.table(
        (2600, 2600, 4438),
        ("Earlier", "Later", "What changed"),
        (
            (layout.lines((row.earlier,)), layout.lines((row.later,)), layout.lines((row.what,)))
            for row in pages.updates
        ),
        UPDATES,
        "One row for each count that a later text takes further: the earlier value, the later one, and what changed.",
        visible_caption=False,
    )
