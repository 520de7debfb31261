"""Are the words there? Locates what a summariser claims in the article's text."""

from __future__ import annotations

from collections.abc import Sequence

from brief.schema import Article, Span, Words
from brief.sentences import split_sentences
from brief.spans import locate, slices


def located(claim: Words, article: Article, sentences: Sequence[int]) -> Words | None:
    """Return the words with their stretches in the article, copied from it; None when they are not there.

    Claimed stretches must slice to the claimed text. Claimed words without stretches are looked for in the
    sentences named, then in the whole article.
    """
    if claim.spans:
        return claim if _in_order(claim.spans, len(article.text)) and _equal(claim, article.text) else None
    numbered = {s.number: s for s in split_sentences(article.text)}
    named = [numbered[n] for n in sentences if n in numbered]
    found = None
    if named:
        found = locate(claim.text, article.text, Span(min(s.start for s in named), max(s.end for s in named)))
    found = found or locate(claim.text, article.text)
    return Words(spans=(found,), text=slices(article.text, (found,))) if found else None


def whole_sentences(article: Article, sentences: Sequence[int]) -> Words | None:
    """Return the named sentences as words, or None when none of them exists."""
    wanted = set(sentences)
    spans = tuple(Span(s.start, s.end) for s in split_sentences(article.text) if s.number in wanted)
    return Words(spans=spans, text=slices(article.text, spans)) if spans else None


def _in_order(spans: Sequence[Span], length: int) -> bool:
    last = 0
    for span in spans:
        if not last <= span.start < span.end <= length:
            return False
        last = span.end
    return True


def _equal(claim: Words, text: str) -> bool:
    return slices(text, claim.spans) == claim.text
