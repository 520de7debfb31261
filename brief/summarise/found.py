"""One attribution under construction, as token ranges of a reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from brief.lexicon.reporting import Verb
from brief.schema import Span
from brief.summarise.phrases import Phrase
from brief.summarise.reading import Reading


@dataclass(slots=True)
class Found:
    """One attribution under construction; phrases are token ranges, pieces of the content too."""

    source: Phrase | None
    cue: Phrase
    pieces: list[Phrase]
    verb: Verb | None
    negated: bool = False
    catenative: str | None = None
    quoted: bool = False
    pending: bool = field(default=False)  # ends in a colon: the next paragraph's quotation is the content


def content_spans(reading: Reading, found: Found) -> tuple[Span, ...]:
    """Spans of the content in the text, in order, touching ones merged."""
    spans: list[Span] = []
    for piece in sorted(set(found.pieces)):
        span = reading.span(piece.a, piece.b)
        if spans and span.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(span.end, spans[-1].end))
        else:
            spans.append(span)
    return tuple(spans)
