"""The evidence register: every quotation passes through it, and gets its key there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from brief.assemble.printable import printable
from brief.schema import Article, Evidence, Part, RegisterRow, Span
from brief.sentences import split_sentences
from brief.spans import evidence, holds, in_input


@dataclass
class _Cited:
    quoted: set[Span] = field(default_factory=set)
    used_in: dict[str, None] = field(default_factory=dict)


class Register:
    """Collects what the document cites. One for each briefing."""

    def __init__(
        self,
        articles: Iterable[Article],
        texts: Mapping[str, str],
        numbers: Mapping[str, int],
        unfit: frozenset[str] = frozenset(),
    ) -> None:
        """`texts` holds the stored text of each input by the input's name; `unfit` articles are cited, never quoted."""
        self._unfit = unfit
        self._articles = {article.id: article for article in articles}
        self._texts = texts
        self._numbers = numbers
        self._cited: dict[tuple[str, int], _Cited] = {}
        self.quotations = 0

    def cite(self, item: Evidence, place: str) -> tuple[Part, ...]:
        """Return the keys of the sentences that a piece of evidence stands in."""
        return tuple(self._key(item.article, number, place) for number in self._sentences(item))

    def quote(self, item: Evidence, place: str, strong: Iterable[Span] = ()) -> tuple[Part, ...]:
        """Return the evidence as quotations with their keys, without the source's own outer quotation marks.

        Of an article that is not fit to quote come the keys alone, after words that say so. `strong` are stretches of
        the article's text that are set bold.
        Raises ValueError when the evidence does not equal the slice of its article: such a quotation is never printed.
        """
        article = self._articles[item.article]
        if not holds(article, item):
            raise ValueError(f"evidence does not hold in {item.article} at {item.start}")
        if item.article in self._unfit:
            return (Part(kind="text", text="(words not fit to quote) "), *self.cite(item, place))
        parts: list[Part] = []
        for span in printable(item.text):
            text = item.text[span.start : span.end]
            self.quotations += 1
            parts.append(Part(kind="quote", text=text, strong=_within(strong, item.start + span.start, len(text))))
            for number in self._sentences(item):
                self._mark(item, number, Span(item.start + span.start, item.start + span.end))
        return (*parts, *self.cite(item, place))

    def stretches(self, article: str, spans: Iterable[Span], place: str) -> tuple[Part, ...]:
        """Return stretches of one article's text as quotations with their keys, each key once."""
        parts: list[Part] = []
        for span in spans:
            for part in self.quote(evidence(self._articles[article], span), place):
                if part.kind != "quote" and part in parts:
                    continue
                parts.append(part)
        return tuple(parts)

    def keys(self, article: str, spans: Iterable[Span], place: str) -> tuple[Part, ...]:
        """Return the keys of the sentences that stretches of one article's text stand in, each once."""
        cited = (self.cite(evidence(self._articles[article], span), place) for span in spans)
        return tuple(dict.fromkeys(key for some in cited for key in some))

    @property
    def cited(self) -> frozenset[tuple[str, int]]:
        """The sentences that the document cites, by article and number; 0 is the headline."""
        return frozenset(self._cited)

    def rows(self) -> tuple[RegisterRow, ...]:
        """Return one row for each cited sentence, in the order of the sources."""
        order = sorted(self._cited, key=lambda item: (self._numbers[item[0]], item[1]))
        return tuple(self._row(article, number, self._cited[article, number]) for article, number in order)

    def _sentences(self, item: Evidence) -> tuple[int, ...]:
        if item.field == "title":
            return (0,)
        sentences = split_sentences(self._articles[item.article].text)
        return tuple(s.number for s in sentences if s.start < item.end and item.start < s.end) or (item.sentence,)

    def _key(self, article: str, number: int, place: str) -> Part:
        self._cited.setdefault((article, number), _Cited()).used_in[place] = None
        return Part(kind="key", text=f"S{self._numbers[article]}.{number or 'H'}")

    def _mark(self, item: Evidence, number: int, span: Span) -> None:
        start, end = self._bounds(item.article, number)
        low, high = max(span.start, start), min(span.end, end)
        if low < high:
            cited = self._cited.setdefault((item.article, number), _Cited())
            cited.quoted.add(Span(low - start, high - start))

    def _bounds(self, article: str, number: int) -> Span:
        if number == 0:
            return Span(0, len(self._articles[article].title or ""))
        sentence = split_sentences(self._articles[article].text)[number - 1]
        return Span(sentence.start, sentence.end)

    def _row(self, article_id: str, number: int, cited: _Cited) -> RegisterRow:
        article = self._articles[article_id]
        bounds = self._bounds(article_id, number)
        if number:
            sentence = article.text[bounds.start : bounds.end]
            places = in_input(article, bounds)
        else:
            sentence = article.title or ""
            places = (article.origin.title,) if article.origin.title else ()
        offset = places[0].start if places else None
        text = self._texts[article.origin.file]
        return RegisterRow(
            key=f"S{self._numbers[article_id]}.{number or 'H'}",
            article=article_id,
            sentence=sentence,
            fit=article_id not in self._unfit,
            quoted=_merged(cited.quoted),
            file=article.origin.file,
            line=None if offset is None else text.count("\n", 0, offset) + 1,
            offset=offset,
            segments=tuple((span.start, span.end) for span in places),
            used_in=tuple(cited.used_in),
        )


def _within(spans: Iterable[Span], start: int, length: int) -> tuple[Span, ...]:
    """Return the stretches that lie in a part of a text, counted from its start."""
    cut = (Span(max(span.start - start, 0), min(span.end - start, length)) for span in spans)
    return tuple(span for span in cut if span.start < span.end)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
