"""Which words were said together: utterances side by side are two, and one may stand within another's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from brief.quotations import Quotation
from brief.schema import Span, Statement

FAR = 75
"""Characters between a source and its cue inside a quotation, at most."""

NEAR = 8
"""Characters between that cue and its words, at most."""

_OPENING = " ,:'\"‘’“”"
_LEADS = frozenset(("", "that"))


def utterances(text: str, quotations: Sequence[Quotation], span: Span) -> list[Span]:
    """Return a stretch cut where a paragraph ends with a quotation and the next one begins with another."""
    cuts = [
        b.start
        for a, b in pairwise(quotations)
        if span.start < a.end <= b.start < span.end
        and "\n" in text[a.end : b.start]
        and not text[a.end : b.start].strip()
    ]
    return [Span(a, a + len(text[a:b].rstrip())) for a, b in pairwise((span.start, *cuts, span.end))]


def reported_within(text: str, quotations: Sequence[Quotation], statement: Statement) -> bool:
    """Tell whether source, cue and words follow each other inside one quotation: “They say ‘no’,” Lind said."""
    source, cue, start = statement.source, statement.cue, statement.content.spans[0].start
    if source is None or cue is None or not source.spans or not cue.spans:
        return False
    first, last = source.spans[0], cue.spans[-1]
    outer = next((q for q in quotations if q.start <= first.start < q.end), None)
    if outer is None or not first.end <= last.start <= last.end <= start < outer.end or start - last.end > NEAR:
        return False
    between = text[first.end : last.start]
    plain = len(between) < FAR and not any(mark in between for mark in ".,;:!?")
    return plain and text[last.end : start].strip(_OPENING) in _LEADS
