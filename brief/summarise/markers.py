"""Attributions marked otherwise than by a plain verb: `according to`, a colon, `quoted as saying`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.lexicon.function_words import MONTHS
from brief.lexicon.names import THINGS
from brief.lexicon.reporting import VERBS
from brief.summarise.clauses import clause_end
from brief.summarise.found import Found
from brief.summarise.phrases import Phrase, group_before, is_dash, phrase_after, phrase_start, subject_before
from brief.summarise.sources import object_at

if TYPE_CHECKING:
    from brief.summarise.paragraph import Paragraph

_FAR = 40  # tokens from `according to` to the comma after its source


def according_to(paragraph: Paragraph, v: int, low: int, high: int, done: int) -> Found | None:
    """`..., according to the minister` and `According to the minister, ...`; v is the token `according`."""
    reading = paragraph.reading
    p = v + 2
    end = phrase_after(reading, p, high, nominal=True)
    if end == p:
        return None
    source, cue = Phrase(p, end), Phrase(v, v + 2)
    left = paragraph.left_piece(v, low, done) if v - low > 2 else None
    if left is not None:
        return Found(source, cue, [left], None, quoted=reading.quote[left.b - 1] >= 0)
    limit = min(high, end + _FAR)
    while end < limit and reading.lows[end] not in (",", ":"):
        end += 1
    if end + 1 >= high or end == limit:
        return None
    stop = clause_end(reading, end + 1, high, paragraph.high)
    if stop <= end + 1:
        return None
    paragraph.claim(end + 1, stop)
    return Found(source, cue, [Phrase(end + 1, stop)], None)


def colon(paragraph: Paragraph, v: int, low: int, high: int) -> Found | None:
    """`Minister: no deal` in a headline, `The report: "..."` in the text."""
    reading = paragraph.reading
    if v == low or v + 1 >= high or (v - low > 7 and reading.quote[v + 1] < 0):
        return None
    quoted = reading.quote[v + 1] >= 0
    title = low == 0
    if low == paragraph.low and all(reading.words[k].isupper() and len(reading.words[k]) > 2 for k in range(low, v)):
        return Found(Phrase(low, v), Phrase(v, v + 1), [Phrase(v + 1, paragraph.high)], None)
    if not (quoted or title):
        return None
    a = phrase_start(reading, v, low)
    if a is None or (a != low and not (quoted and is_dash(reading, a - 1))):
        return None
    if not reading.capital(v - 1) and not quoted:
        return None
    if reading.lows[v - 1] in THINGS or reading.lows[v - 1] in MONTHS or not reading.wordlike(v - 1):
        return None
    end = clause_end(reading, v + 1, high, paragraph.high)
    if end <= v + 1:
        return None
    paragraph.claim(v + 1, end)
    return Found(Phrase(a, v), Phrase(v, v + 1), [Phrase(v + 1, end)], None, quoted=quoted)


def quoted_as(paragraph: Paragraph, v: int, low: int, high: int) -> Found | None:
    """`quoted the minister as saying`, `was quoted as saying`: the one quoted is the source."""
    reading = paragraph.reading
    for q in range(v - 2, max(low, v - 16) - 1, -1):
        verb = VERBS.get(reading.lows[q])
        if verb is None or verb.base not in ("quote", "cite"):
            continue
        group = group_before(reading, q, low)
        if paragraph.found and paragraph.found[-1].cue.b == q + 1:
            paragraph.found.pop()
        source = subject_before(reading, group.start, low) if group.be else object_at(reading, q + 1, v - 1)
        if source is None:
            return None
        return paragraph.following(v, Phrase(q, v + 1), source, VERBS["said"], group, high)
    return None
