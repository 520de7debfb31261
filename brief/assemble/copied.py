"""Copies among the articles, and what differs between a copy and the article that was kept."""

from __future__ import annotations

import re

from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.schema import Copy, CopyRow, Difference, Line, Part, Span
from brief.sections import SOURCES, section

_GRAVE = re.compile(r"\d|\b(?:not|no|never|nor|none|without)\b|n['’]t\b", re.IGNORECASE)
MOST_DIFFERENCES = 12
"""Differences printed for one copy; all are in the record."""


def in_words(copy: Copy, of: int) -> str:
    """Return why an article is a copy; `of` is the source number of the article that was kept."""
    if copy.kind == "exact":
        return f"the same words as S{of}"
    told = f"{copy.shared:.0%} of its sentences stand word for word in S{of}"
    return f"another state of the page of S{of}: {told}" if copy.kind == "rescrape" else told


def copy_rows(register: Register, material: Material) -> tuple[CopyRow, ...]:
    """Return the copies whose words differ from the article that was kept, each with what differs."""
    return tuple(_row(copy, register, material) for copy in material.copies if copy.differences)


def in_short(material: Material) -> str:
    """Return which copies differ from the article that was kept, as sentences for the status; empty without any."""
    differing = [copy for copy in material.copies if copy.differences]
    return "".join(
        f"S{material.number(c.article)} repeats S{material.number(c.of)} and differs from it: see {section(SOURCES)}. "
        for c in differing[:2]
    )


def _grave(difference: Difference) -> bool:
    """Tell whether a difference is of a number or a negation."""
    told = f"{difference.words} {difference.kept_words}"
    return difference.change == "altered" and _GRAVE.search(told) is not None


def _row(copy: Copy, register: Register, material: Material) -> CopyRow:
    place = section(SOURCES)

    def words(article: str, span: Span | None) -> Line:
        if span is None:
            return Line(parts=(Part(kind="text", text="not in it"),))
        return Line(parts=register.stretches(article, (span,), place))

    shown = sorted(copy.differences, key=lambda d: not _grave(d))[:MOST_DIFFERENCES]
    return CopyRow(
        what=f"S{material.number(copy.article)}: {in_words(copy, material.number(copy.of))}",
        copy_head=f"S{material.number(copy.article)}",
        kept_head=f"S{material.number(copy.of)}",
        rows=tuple((words(copy.article, d.span), words(copy.of, d.kept_span)) for d in shown),
        more=len(copy.differences) - len(shown),
    )
