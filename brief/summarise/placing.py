"""Puts a model's words where they stand in the article: content, mention of the speaker, cue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brief.fence import as_written
from brief.quotations import Quotation, find_quotations
from brief.schema import Article, Span, StatementKind, Words
from brief.sentences import split_sentences
from brief.spans import locate, sentence_number, slices

REACH = 3
"""A speaker's mention is looked for at most this many sentences away from the content."""

_MOST_MENTIONS = 1000


class Places:
    """The places of one article: sentences, quotations, words."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.sentences = split_sentences(article.text)
        self.quotations = find_quotations(article.text)

    def existing(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Return the sentence numbers that exist, in order, each once."""
        return tuple(sorted({n for n in numbers if 1 <= n <= len(self.sentences)}))

    def stretch(self, numbers: Sequence[int]) -> Span | None:
        """Return the stretch from the first to the last of some sentences that exist; None for none."""
        if not numbers:
            return None
        return Span(self.sentences[min(numbers) - 1].start, self.sentences[max(numbers) - 1].end)

    def content(self, pieces: Sequence[str], numbers: Sequence[int]) -> tuple[Span, ...]:
        """Return where the pieces stand, in order and without overlap; empty when one of them is not there.

        They are looked for in the sentences named, then in the whole article.
        """
        pieces = [piece for piece in (as_written(p).strip() for p in pieces) if any(c.isalnum() for c in piece)]
        for within in (self.stretch(numbers), Span(0, len(self.text))):
            if within is None or not pieces:
                continue
            found = self._in_order(pieces, within)
            if found:
                return found
        return ()

    def _in_order(self, pieces: Sequence[str], within: Span) -> tuple[Span, ...]:
        found: list[Span] = []
        at = within.start
        for piece in pieces:
            span = locate(piece, self.text, Span(at, within.end))
            if span is None:
                return ()
            found.append(span)
            at = span.end
        return tuple(found)

    def words(self, text: str, number: int) -> Words:
        """Return copied words of one sentence with their place; without a place when they are not in it."""
        within = self.stretch(self.existing((number,)))
        span = locate(as_written(text), self.text, within) if within is not None else None
        return Words(spans=(), text=text) if span is None else Words(spans=(span,), text=slices(self.text, (span,)))

    def mention(self, words: str | None, content: tuple[Span, ...], near: Span | None) -> Words | None:
        """Return the occurrence of the words nearest to the content, outside it and outside quotations if there is one.

        `near` is the place of the cue, which a speaker stands beside. Words that do not stand around the content are
        returned without a place.
        """
        if words is None:
            return None
        claimed = as_written(words).strip()
        if not content:
            return Words(spans=(), text=claimed)
        first, last = (
            sentence_number(self.article, content[0].start),
            sentence_number(self.article, content[-1].end - 1),
        )
        around = self.stretch((max(1, first - REACH), min(len(self.sentences), last + REACH)))
        found = self.occurrences(claimed, around) if around is not None else ()
        if not found and around is not None:
            folded = locate(claimed, self.text, around)
            found = (folded,) if folded is not None else ()
        if not found:
            return Words(spans=(), text=claimed)
        best = min(found, key=lambda span: self._distance(span, content, near))
        return Words(spans=(best,), text=slices(self.text, (best,)))

    def _distance(self, span: Span, content: tuple[Span, ...], near: Span | None) -> tuple[bool, bool, int, int]:
        inside = any(span.start < c.end and c.start < span.end for c in content)
        gap = min(_gap(span, c) for c in content)
        return inside, self.quoted(span), gap if near is None else _gap(span, near), gap

    def occurrences(self, words: str, within: Span | None = None) -> tuple[Span, ...]:
        """Return where exact words stand, whole words only; at most the first thousand."""
        start, end = within or (0, len(self.text))
        found: list[Span] = []
        at = self.text.find(words, start, end) if words else -1
        while at >= 0 and len(found) < _MOST_MENTIONS:
            stop = at + len(words)
            if _edge(self.text, at) and _edge(self.text, stop):
                found.append(Span(at, stop))
            at = self.text.find(words, max(stop, at + 1), end)
        return tuple(found)

    def quoted(self, span: Span) -> bool:
        """Tell whether a stretch stands inside quotation marks."""
        return any(q.start <= span.start and span.end <= q.end for q in self._quotations(span))

    def without_clause(self, content: tuple[Span, ...], clause: Sequence[Words | None]) -> tuple[Span, ...]:
        """Return content cut down to its quotations where it was copied together with its own reporting clause."""
        places = [span for words in clause if words is not None for span in words.spans]
        kept: list[Span] = []
        for span in content:
            inside = [p for p in places if span.start <= p.start and p.end <= span.end and not self.quoted(p)]
            marked = [
                Span(max(q.start, span.start), min(q.end, span.end))
                for q in self._quotations(span)
                if q.start < span.end and span.start < q.end
            ]
            kept += marked if inside and marked else [span]
        return tuple(kept)

    def kind(self, content: tuple[Span, ...]) -> StatementKind:
        """Return what the quotation marks say: direct, mixed or indirect."""
        words = inside = 0
        for span in content:
            marked = [q for q in self._quotations(span) if q.start < span.end and span.start < q.end]
            for at in range(span.start, span.end):
                if self.text[at].isalnum():
                    words += 1
                    inside += any(q.start <= at < q.end for q in marked)
        return "indirect" if not inside else "direct" if inside == words else "mixed"

    def _quotations(self, span: Span) -> list[Quotation]:
        low, high = 0, len(self.quotations)
        while low < high:
            middle = (low + high) // 2
            if self.quotations[middle].end <= span.start:
                low = middle + 1
            else:
                high = middle
        found = []
        while low < len(self.quotations) and self.quotations[low].start < span.end:
            found.append(self.quotations[low])
            low += 1
        return found


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _edge(text: str, at: int) -> bool:
    return not (0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum())
