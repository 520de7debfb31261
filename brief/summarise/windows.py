"""An article as a model gets to see it: numbered sentences, in windows that never cut a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from brief.fence import shown
from brief.quotations import find_quotations
from brief.schema import Article, Sentence
from brief.sentences import split_sentences

CONTEXT = 3
"""At most so many sentences of the window before are shown again, so that a pronoun finds its person."""

_CONTEXT_SHARE = 8
_OPENING = "\"“„‟«»‘'‚‹「『"


class Window(NamedTuple):
    """Sentences that go into one request; their numbers are those of the whole article."""

    sentences: tuple[Sentence, ...]
    whole: bool


def windows(article: Article, size: int) -> tuple[Window, ...]:
    """Cut an article into windows of at most `size` code points of text, context included.

    A window ends at the end of a paragraph where one ends in its second half, else at the end of a sentence; never
    inside a quotation, unless that quotation alone is longer than a window. A sentence longer than a window is one of
    its own (and `lines` shows only its beginning).
    """
    sentences = split_sentences(article.text)
    if not sentences:
        return ()
    if sentences[-1].end - sentences[0].start <= size:
        return (Window(sentences, True),)
    free = _free(article.text, sentences)
    found: list[Window] = []
    first = 0
    while first < len(sentences):
        lead = _context(sentences, first, size) if found else first
        stop = _stop(sentences, free, first, sentences[lead].start, size)
        found.append(Window(sentences[lead:stop], False))
        first = stop
    return tuple(found) if len(found) > 1 else (Window(sentences, True),)


def lines(article: Article, window: Window, size: int) -> str:
    """Return the sentences of a window, one to a line behind its number; the headline as 0 in the first window."""
    rows = [f"[{s.number}] {shown(_cut(article.text[s.start : s.end], size))}" for s in window.sentences]
    if article.title and window.sentences and window.sentences[0].number == 1:
        rows.insert(0, f"[0] {shown(_cut(article.title, size))}")
    return "\n".join(rows)


def part(window: Window, total: int) -> str:
    """Return in words which sentences a window holds."""
    if window.whole:
        return f"the whole article, {total} sentences"
    first, last = window.sentences[0].number, window.sentences[-1].number
    return f"a part of the article, sentences {first} to {last} of {total}"


def _cut(text: str, size: int) -> str:
    return text if len(text) <= size else f"{text[:size]} [cut here: {len(text) - size} more characters]"


def _free(text: str, sentences: Sequence[Sentence]) -> list[bool]:
    """For each sentence, whether a window may end after it: not inside a quotation, nor between its paragraphs."""
    quotations = find_quotations(text)
    free = [True] * len(sentences)
    k = 0
    for i, (this, following) in enumerate(pairwise(sentences)):
        while k < len(quotations) and quotations[k].end < this.end:
            k += 1
        if k == len(quotations):
            break
        quotation = quotations[k]
        if quotation.start < this.end and (
            quotation.end > following.start or (not quotation.closed and text[following.start] in _OPENING)
        ):
            free[i] = False
    return free


def _context(sentences: Sequence[Sentence], first: int, size: int) -> int:
    lead = first
    while (
        lead > 0
        and first - lead < CONTEXT
        and sentences[first].start - sentences[lead - 1].start <= size // _CONTEXT_SHARE
    ):
        lead -= 1
    return lead


def _stop(sentences: Sequence[Sentence], free: Sequence[bool], first: int, start: int, size: int) -> int:
    """Return the index after the last sentence of the window whose new sentences begin at `first`."""
    last = first
    while last + 1 < len(sentences) and sentences[last + 1].end - start <= size:
        last += 1
    if last + 1 == len(sentences):
        return last + 1
    best = None
    for i in range(last, first - 1, -1):
        if not free[i]:
            continue
        best = i if best is None else best
        if sentences[i].end - start < size // 2:
            break
        if sentences[i].paragraph != sentences[i + 1].paragraph:
            return i + 1
    if best is not None:
        return best + 1
    return last + 1
