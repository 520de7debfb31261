"""An article's text cut into tokens, with the sentence and the quotation each one stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from brief.quotations import Quotation, find_quotations
from brief.schema import Sentence, Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|Lt|Col|Sgt|Capt|St|Jr|Sr|Rev|Hon|Sens|Reps|Maj|Cmdr|Adm|Supt|Insp)\."
    r"|\b[A-Z]\.(?=\s?[A-Z])"
    r"|['’]s\b"
    r"|[@#]?\w+(?:[.,'’&‑-]\w+)*"
    r"|''|``|--+|\.\.\.|[^\w\s]"
)
_INVERTED = re.compile(r"([^\W\d_]+)(-t-|-)(ils?|elles?)", re.IGNORECASE)  # dit-il, a-t-elle


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens of a text. `first[s]` is the first token of sentence s (from 0), `first[-1]` the number of tokens."""

    text: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    sentence: list[int]
    quote: list[int]
    first: list[int]

    def wordlike(self, i: int) -> bool:
        """Whether token i is a word or number, not punctuation or a clitic."""
        return self.words[i][0].isalnum() or self.words[i][0] in "@#"

    def capital(self, i: int) -> bool:
        """Whether token i is a word with a capital letter (or a handle)."""
        return self.words[i][0].isupper() or self.words[i][0] == "@"

    def span(self, a: int, b: int) -> Span:
        """Span of the tokens a up to b (exclusive) in the text."""
        return Span(self.starts[a], self.ends[b - 1])


def read(text: str, sentences: tuple[Sentence, ...]) -> Reading:
    """Cut the sentences of a text into tokens."""
    quotations = find_quotations(text)
    words: list[str] = []
    starts: list[int] = []
    sentence: list[int] = []
    quote: list[int] = []
    first: list[int] = []
    q = 0
    for number, place in enumerate(sentences):
        first.append(len(words))
        for match in _TOKEN.finditer(text, place.start, place.end):
            start, word = match.start(), match.group()
            while q < len(quotations) and quotations[q].end <= start:
                q += 1
            inside = q if q < len(quotations) and quotations[q].start <= start else -1
            clitic = len(word) > 2 and word[-2] in "'’" and word[-1] in "sS"
            pieces = [word[:-2], word[-2:]] if clitic else [word]
            if "-" in word:
                inverted = _INVERTED.fullmatch(word)
                pieces = pieces if inverted is None else list(inverted.groups())
            for piece in pieces:
                words.append(piece)
                starts.append(start)
                sentence.append(number)
                quote.append(inside)
                start += len(piece)
    first.append(len(words))
    return Reading(
        text=text,
        sentences=sentences,
        quotations=quotations,
        words=words,
        lows=[w.lower().replace("’", "'") for w in words],
        starts=starts,
        ends=[s + len(w) for s, w in zip(starts, words, strict=True)],
        sentence=sentence,
        quote=quote,
        first=first,
    )
