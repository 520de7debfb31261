"""The facts of the timeline's figure in words, for those who can't see it."""

from __future__ import annotations

from collections.abc import Sequence

from brief.schema import TimelineMark, TimelinePanel

LONGEST = 1000
"""Characters of an alternative text that programs read out whole."""


def description(panels: Sequence[TimelinePanel]) -> str:
    """Each column with its events, by number of row, and the sources that tell them; cut where it grows too long."""
    number = sum(len(panel.marks) for panel in panels)
    text = f"Chronology of {number} events, numbered as in Table 1."
    rest = " The rest stands in the table."
    for panel in panels:
        opening = "" if panel.undated is None else f" S{panel.undated} states no date; in its own days:"
        for position, column in enumerate(panel.columns):
            marks = [mark for mark in panel.marks if mark.column == position]
            day = f"{column.label} {column.year}".strip()
            gap = f" {column.gap} without a dated event." if column.gap else ""
            told = f"{gap}{opening} {day}: {', '.join(_told(mark, panel) for mark in marks)}."
            if len(text) + len(told) + len(rest) > LONGEST:
                return text + rest
            text, opening = text + told, ""
    return text


def _told(mark: TimelineMark, panel: TimelinePanel) -> str:
    facts = [" and ".join(f"S{source}" for source in mark.sources)] if panel.undated is None else []
    facts += [*([] if mark.stated else ["inferred"]), *(["planned"] if mark.planned else [])]
    return f"no. {mark.number} ({', '.join(facts)})" if facts else f"no. {mark.number}"
