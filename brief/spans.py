"""Finding words in a text, and a text's words in its input. Exactly, or through one declared folding; never nearly.

The folding treats as equal: every quotation mark and apostrophe; every dash and hyphen; every run of
white space; a ligature and its letters. Nothing else: no case, no accents, no edit distance.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from brief.schema import Article, Evidence, Span
from brief.sentences import split_sentences

_QUOTES = "'\"`´‘’‚‛“”„‟′″‹›«»「」『』＂＇"
_DASHES = "-‐‑‒–—―−﹣－"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_FIRST_CJK = "\u2e80"
_FOLD = {**dict.fromkeys(_QUOTES, "'"), **dict.fromkeys(_DASHES, "-"), **_LIGATURES}


@lru_cache(maxsize=64)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the folded text and, for each of its characters, the offset it came from; one more for the end."""
    out: list[str] = []
    origin: list[int] = []
    for offset, char in enumerate(text):
        if char.isspace():
            if out and out[-1] == " ":
                continue
            piece = " "
        else:
            piece = _FOLD.get(char, char)
        out.extend(piece)
        origin.extend([offset] * len(piece))
    return "".join(out), (*origin, len(text))


def locate(words: str, text: str, within: Span | None = None) -> Span | None:
    """Return the first stretch of `text` (inside `within`) that is `words`, or None.

    Exact characters win over the folding; a stretch never begins or ends inside a word.
    """
    start, end = within or (0, len(text))
    words = words.strip()
    if not words:
        return None
    exact = _find(words, text, start, end)
    if exact is not None:
        return exact
    folded, origin = _folded(text)
    low, high = _position(origin, start), _position(origin, end)
    found = _find(_folded(words)[0], folded, low, high)
    if found is None:
        return None
    last = origin[found.end - 1]
    return Span(origin[found.start], last + 1)


def _position(origin: Sequence[int], offset: int) -> int:
    position = bisect_right(origin, offset) - 1
    while position > 0 and origin[position - 1] == offset:
        position -= 1
    return position


def _find(words: str, text: str, start: int, end: int) -> Span | None:
    at = text.find(words, start, end)
    while at >= 0:
        stop = at + len(words)
        if not _inside_word(text, at) and not _inside_word(text, stop):
            return Span(at, stop)
        at = text.find(words, at + 1, end)
    return None


def _inside_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and _in_a_word(text[offset - 1]) and _in_a_word(text[offset])


def _in_a_word(char: str) -> bool:
    return char.isalnum() and char < _FIRST_CJK


def slices(text: str, spans: Iterable[Span]) -> str:
    """Return the stretches of a text joined by one space: the `text` of `Words`."""
    return " ".join(text[span.start : span.end] for span in spans)


def sentence_number(article: Article, offset: int) -> int:
    """Return the number of the sentence that holds an offset of the article's text (the one before, in a gap)."""
    return max(bisect_right(_sentence_starts(article.text), offset), 1)


@lru_cache(maxsize=512)
def _sentence_starts(text: str) -> tuple[int, ...]:
    return tuple(sentence.start for sentence in split_sentences(text))


def evidence(article: Article, span: Span) -> Evidence:
    """Return a stretch of the article's text as evidence."""
    return Evidence(
        article=article.id,
        field="text",
        sentence=sentence_number(article, span.start),
        start=span.start,
        end=span.end,
        text=article.text[span.start : span.end],
    )


def title_evidence(article: Article, span: Span | None = None) -> Evidence:
    """Return the title, or a stretch of it, as evidence; the article must have a title."""
    title = article.title or ""
    start, end = span or (0, len(title))
    return Evidence(article=article.id, field="title", sentence=0, start=start, end=end, text=title[start:end])


def holds(article: Article, item: Evidence) -> bool:
    """Tell whether a piece of evidence equals the slice of the article that it names."""
    source = article.text if item.field == "text" else article.title or ""
    return (
        item.article == article.id
        and 0 <= item.start < item.end <= len(source)
        and source[item.start : item.end] == item.text
    )


def in_input(article: Article, span: Span) -> tuple[Span, ...]:
    """Return the stretches of the stored text of the input that a stretch of the article's text was made of."""
    return tuple(_overlaps(article, span))


def _overlaps(article: Article, span: Span) -> Iterator[Span]:
    for segment in article.origin.segments:
        low = max(span.start, segment.in_text)
        high = min(span.end, segment.in_text + segment.length)
        if low < high:
            shift = segment.in_input - segment.in_text
            yield Span(low + shift, high + shift)
