"""An article read for comparison: its sentences as keys that white space, case and kinds of marks don't change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from brief.copies.addresses import page
from brief.quotations import find_quotations
from brief.schema import Article, Sentence
from brief.sentences import split_sentences

_MARKS = str.maketrans(dict.fromkeys("'\"`´‘’‚‛“”„‟′″‹›«»「」『』＂＇", "'") | dict.fromkeys("-‐‑‒–—―−﹣－", "-"))
_CJK = "\u3040-\u30ff\u3400-\u9fff"
_LETTER = rf"[^\W_{_CJK}][\u0300-\u036f]*"
_TOKEN = re.compile(rf"\d+(?:[.,:]\d+)+|[{_CJK}]|(?:{_LETTER})+(?:'(?:{_LETTER})+)*|\S")
_FILLED = 40
"""Characters from which on a line may have been broken by its width."""
_SPOKEN = 0.6
"""A sentence is spoken when at least this share of it stands in quotation marks."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's sentences with their keys; the headline apart, when the text begins with it."""

    article: Article
    headline: tuple[Sentence, ...]
    body: tuple[Sentence, ...]
    keys: tuple[str, ...]
    words: str
    """The body's words; equal in exact copies, however the lines and sentences were cut."""
    weights: Mapping[str, int]
    """Each key of the body with its length."""
    told: frozenset[str]
    """The keys whose words are the article's own, not mostly a quotation."""
    address: str | None
    """The article's address, however it was written."""

    @property
    def headline_key(self) -> str:
        """The words of the headline in the text; empty when it has none."""
        return " ".join(key(self.article.text[s.start : s.end]) for s in self.headline)


def read(article: Article) -> Reading:
    """Read an article for comparison. Linear in its length."""
    sentences = split_sentences(_unwrapped(article.text))
    titled = article.title_in_text and any(s.paragraph > 1 for s in sentences)
    headline = tuple(s for s in sentences if titled and s.paragraph == 1)
    body = sentences[len(headline) :]
    keys = tuple(key(article.text[s.start : s.end]) for s in body)
    spoken = _spoken(article.text, body)
    return Reading(
        article=article,
        headline=headline,
        body=body,
        keys=keys,
        words=" ".join(keys),
        weights={k: len(k) for k in keys},
        told=frozenset(k for k, s in zip(keys, spoken, strict=True) if not s),
        address=page(article.url),
    )


def key(words: str) -> str:
    """Return the words in the form in which they are compared."""
    return " ".join(token for token, _, _ in tokens(words))


def tokens(words: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word and mark as it is compared, and where it starts and ends."""
    for found in _TOKEN.finditer(words.translate(_MARKS)):
        token = found.group()
        folded = token if token.isascii() else unicodedata.normalize("NFKC", token)
        yield folded.casefold(), found.start(), found.end()


def _unwrapped(text: str) -> str:
    """Return a text of the same length in which lines that were broken by their width go on."""
    lines = text.split("\n")
    position = small = 0
    wrapped: list[int] = []
    for line, following in pairwise(lines):
        position += len(line) + 1
        if len(line) > _FILLED and _goes_on(line) and following and not following[0].isspace():
            wrapped.append(position - 1)
            small += following[0].islower()
    if small < 3 or small * 5 < len(lines):
        return text
    characters = list(text)
    for at in wrapped:
        characters[at] = " "
    return "".join(characters)


def _goes_on(line: str) -> bool:
    end = line[-2:].rstrip()[-1:]
    return end.isalnum() or end in ",;:–—-"


def _spoken(text: str, sentences: Sequence[Sentence]) -> Iterator[bool]:
    quotations = find_quotations(text)
    at = 0
    for sentence in sentences:
        while at < len(quotations) and quotations[at].end <= sentence.start:
            at += 1
        inside, this = 0, at
        while this < len(quotations) and quotations[this].start < sentence.end:
            inside += min(quotations[this].end, sentence.end) - max(quotations[this].start, sentence.start)
            this += 1
        yield inside >= _SPOKEN * (sentence.end - sentence.start)
