"""The words of one sentence, with what the check of speakers asks of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from brief.quotations import Quotation
from brief.schema import Span

_PIECE = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*|[^\w\s.]|\.(?=[\"”’'])|\.\.+")


class Token(NamedTuple):
    """A word or mark. `low` is the word in lower case without a possessive ending; `quoted`: inside quotation marks."""

    start: int
    end: int
    low: str
    capital: bool
    owner: bool
    quoted: bool

    @property
    def wordlike(self) -> bool:
        """Whether this is a word or number."""
        return self.low[:1].isalnum()


def tokens_of(text: str, stretch: Span, quotations: Sequence[Quotation]) -> list[Token]:
    """Return the words and marks of a stretch of a text in order; full stops within and after words are left out."""
    found: list[Token] = []
    at = bisect_right(quotations, stretch.start, key=lambda q: q.end)
    for match in _PIECE.finditer(text, stretch.start, stretch.end):
        start, end = match.span()
        while at < len(quotations) and quotations[at].end <= start:
            at += 1
        word = match.group()
        if word in "'’" and found and found[-1].owner and found[-1].end == start:
            continue
        low = word.lower().replace("’", "'")
        owner = low.endswith("'s") or (low.endswith("s") and text[end : end + 2] in ("' ", "’ "))
        quoted = at < len(quotations) and quotations[at].start <= start
        found.append(Token(start, end, low.removesuffix("'s"), word[0].isupper(), owner, quoted))
    return found
