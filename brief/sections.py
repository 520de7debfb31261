"""Numbers and names of the document's parts, and the words that point to them.

The assembler writes these words into `ref` parts and into `RegisterRow.used_in`; the renderer turns them into links.
"""

from __future__ import annotations

TIMELINE = 1
DISAGREEMENTS = 2
ACTORS = 3
QUESTIONS = 4
SOURCES = 5
JUDGEMENT = 6

HEADINGS = {
    TIMELINE: "Timeline",
    DISAGREEMENTS: "Where the sources disagree",
    ACTORS: "Who says what",
    QUESTIONS: "Open questions",
    SOURCES: "Sources",
    JUDGEMENT: "Judgement",
}
ANNEXES = {"A": "Evidence register", "B": "What was left out", "C": "How this document was made"}
BOTTOM_LINE = "Bottom line"


def section(number: int) -> str:
    """Words that point to a section: `Section 4`."""
    return f"Section {number}"


def disagreement(position: int) -> str:
    """Number of a disagreement, counted from 1, and the words that point to it: `2.1`."""
    return f"{DISAGREEMENTS}.{position}"


def finding(position: int) -> str:
    """Words that point to a key finding, counted from 1: `Finding 2`."""
    return f"Finding {position}"


def annex(letter: str) -> str:
    """Words that point to an annex: `Annex A`."""
    return f"Annex {letter}"
