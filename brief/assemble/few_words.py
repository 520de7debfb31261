"""A side of a disagreement in few words that are its own: what its speaker says, else a sentence or its opening."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.assemble.material import Material
from brief.assemble.printable import fragments
from brief.assemble.sides import Voice
from brief.assemble.statements import content_words
from brief.schema import Contradiction, Evidence, Side, Span
from brief.sentences import split_sentences
from brief.spans import evidence

FEW = 30
"""Page 1 quotes a side of at most this many words; of a longer one it gives the key."""

LEAST_OPENING = 6
"""Words that are left at least of a sentence that is cut where its next clause begins."""

DIGITS = re.compile(r"\d+")
_GROUPED = re.compile(r"(?<=\d)[,.\u00a0\u202f ](?=\d{3}\b)")
_NEXT_CLAUSE = re.compile(r"; |, and (?:that|the|it|he|she|they|we|I)\b")
_TURNS = re.compile(
    r"\b(?:no|not|never|nor|nobody|nothing|cannot|without|whether|if|den(?:y|ied|ies|ying)|reject\w*|dismiss\w*|refus\w+|"
    r"refut\w+|disput\w+|contradict\w*|oppos\w+|instead|rather|ne|pas|nie|niega\w*|negó|desm\w+|rechaz\w+|dément\w*|"
    r"kein\w*|nicht|bestr\w+|dementier\w*)\b|n[’']t\b",
    re.IGNORECASE,
)


def in_few_words(item: Contradiction, side: Side, voice: Voice, material: Material) -> Evidence | None:
    """Return a side's words in at most `FEW` words, or None: those of its best evidence, else of any.

    What its speaker says, else a sentence or its opening; of several the one with most words of what the disagreement
    is about. Of a side with a number only words that hold the number will do.
    """
    return _of(side.evidence[:1], item, side, voice, material) or _of(side.evidence, item, side, voice, material)


def _of(
    found: Sequence[Evidence], item: Contradiction, side: Side, voice: Voice, material: Material
) -> Evidence | None:
    about = content_words(f"{item.topic} {item.differs} {item.note or ''}")
    digits = DIGITS.findall(side.value or "")
    sentences = [piece for whole in found for piece in _sentences(whole, material)]
    spoken_ones = [piece for s in sentences for piece in _quoted(s) if voice.speaks and len(piece.text.split()) >= 3]
    openings = [piece for s in sentences for piece in _opening(s, side, voice)]
    if not any(DIGITS.search(piece.text) for piece in sentences):
        digits = []
    for pieces in (spoken_ones, openings, sentences):
        short = [piece for piece in pieces if _few(piece) and _holds(piece, digits)]
        if short:
            return max(short, key=lambda e: len(content_words(e.text) & about))
    return None


def _holds(item: Evidence, digits: Sequence[str]) -> bool:
    return not digits or any(number in DIGITS.findall(_GROUPED.sub("", item.text)) for number in digits)


def _opening(item: Evidence, side: Side, voice: Voice) -> tuple[Evidence, ...]:
    """Return a sentence up to its next main clause; where the text itself speaks, up to the comma after the value."""
    ends = _NEXT_CLAUSE.search(item.text)
    end = ends.start() if ends else len(item.text)
    if not voice.speaks and side.value and not DIGITS.search(side.value):
        at = item.text.lower().find(side.value.lower())
        comma = item.text.find(",", at + len(side.value)) if at >= 0 else -1
        end = min(end, comma) if comma > 0 else end
    text = item.text[:end]
    cut_off = any(text.count(mark) % 2 for mark in "'\"’") or "“" in text
    if item.field == "title" or end == len(item.text) or len(text.split()) < LEAST_OPENING or cut_off:
        return ()
    return (item.model_copy(update={"end": item.start + end, "text": text}),)


def spoken(item: Evidence) -> tuple[Evidence, ...]:
    """Return what is said in a sentence where most of it stands in quotation marks, else the whole sentence."""
    quoted = _quoted(item)
    return quoted if sum(len(q.text.split()) for q in quoted) * 2 > len(item.text.split()) else (item,)


def _quoted(item: Evidence) -> tuple[Evidence, ...]:
    """Return the stretches in quotation marks; none where a word around them can turn them: `denied a “joint plan”`."""
    spans = fragments(item.text)
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(item.text)]
    if any(_TURNS.search(item.text, low, high) for low, high in zip(ends, starts, strict=True)):
        return ()
    return tuple(
        item.model_copy(
            update={
                "start": item.start + span.start,
                "end": item.start + span.end,
                "text": item.text[span.start : span.end],
            }
        )
        for span in spans
    )


def _sentences(item: Evidence, material: Material) -> tuple[Evidence, ...]:
    """Return evidence cut into the sentences it stands in."""
    if item.field == "title":
        return (item,)
    article = material.article[item.article]
    return tuple(
        evidence(article, Span(max(item.start, s.start), min(item.end, s.end)))
        for s in split_sentences(article.text)
        if s.start < item.end and item.start < s.end
    )


def _few(item: Evidence) -> bool:
    return len(item.text.split()) <= FEW
