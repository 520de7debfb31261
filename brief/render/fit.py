"""How much room page 1 takes, so that it can be set smaller when it would run over.

An estimate from the number of characters, since no layout program is at hand; it is meant to err on the long side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil
from typing import NamedTuple

from brief.render import styles
from brief.render.lines import line_text, words
from brief.render.styles import COMPACT, SETTINGS, Measure
from brief.schema import Briefing, Line

PAGE_HEIGHT = 720.0
"""Estimated points that fit between the margins: 714, and a little because the estimate runs 15 to 60 points long."""

TEXT_WIDTH = 481.0
"""Points between the margins."""

FEWEST_DISAGREEMENTS = 1

_CHARACTER = 0.425
"""Width of a character of Calibri in parts of its size: 0.406 measured in English prose, and room for ragged ends."""

_SMALL_CHARACTER = 0.76
_LINE = 1.22
_INDENT = {styles.FINDING: 20.0, styles.BULLET: 20.0, styles.STATUS: 17.0, styles.BOTTOM_LINE: 17.0}
_BOX = {styles.STATUS: 11.0, styles.BOTTOM_LINE: 11.0}


class Fit(NamedTuple):
    """How page 1 is set: its sizes, how many disagreements it lists, and whether it then fits on one page."""

    measures: Mapping[str, Measure]
    disagreements: int
    on_one_page: bool


def fitted(briefing: Briefing) -> Fit:
    """The largest setting that fits, or the smallest with fewer disagreements and a pointer to the rest."""
    every = len(briefing.pages.disagreements)
    for measures in SETTINGS:
        if front_height(briefing, measures, every) <= PAGE_HEIGHT:
            return Fit(measures, every, True)
    for listed in range(every - 1, FEWEST_DISAGREEMENTS - 1, -1):
        if front_height(briefing, COMPACT, listed) <= PAGE_HEIGHT:
            return Fit(COMPACT, listed, True)
    return Fit(COMPACT, every, False)


def front_height(briefing: Briefing, measures: Mapping[str, Measure], disagreements: int) -> float:
    """Height of page 1 in points when it lists so many disagreements."""
    return sum(_height(style, length, measures[style]) for style, length in _paragraphs(briefing, disagreements))


def _height(style: str, length: float, measure: Measure) -> float:
    across = (TEXT_WIDTH - _INDENT.get(style, 0)) / (measure.size * _CHARACTER)
    lines = max(1, ceil(length / across))
    return lines * measure.size * _LINE * measure.line + measure.before + measure.after + _BOX.get(style, 0)


def _paragraphs(briefing: Briefing, disagreements: int) -> Iterator[tuple[str, float]]:
    pages = briefing.pages
    headings = [pages.bottom_line, pages.findings, pages.disagreements, pages.gaps, pages.sources_line]
    yield styles.TITLE, len(words(briefing.title)) * 1.06
    yield styles.SUBTITLE, len(words(pages.subtitle))
    yield styles.STATUS, _length(pages.status)
    for _ in filter(None, headings):
        yield styles.HEADING, 1
    for line in pages.bottom_line:
        yield styles.BOTTOM_LINE, _length(line)
    for line in pages.findings:
        yield styles.FINDING, _length(line)
    for disagreement in pages.disagreements[:disagreements]:
        yield styles.BULLET, _length(disagreement.brief) + 5
    if disagreements < len(pages.disagreements):
        yield styles.BULLET, 50
    for line in pages.gaps:
        yield styles.BULLET, _length(line)
    yield styles.SMALL, sum(_length(line) + 3 for line in pages.sources_line)


def _length(line: Line) -> float:
    """Characters of a line, keys, pointers and the tag counted as the smaller ones that they are."""
    small = sum(len(part.text) + 2 for part in line.parts if part.kind in ("key", "ref")) + len(line.tag or "")
    return len(line_text(line)) - small + small * _SMALL_CHARACTER
