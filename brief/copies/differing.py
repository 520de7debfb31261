"""What differs between a copy and the article that was kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brief.copies import aligning
from brief.copies.reading import Reading, key, tokens
from brief.schema import Difference, Sentence, Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of sentences, by their index in either body: the same words in order, the same words moved, altered."""

    same: frozenset[tuple[int, int]]
    moved: frozenset[tuple[int, int]]
    altered: frozenset[tuple[int, int]]


def align(copy: Reading, kept: Reading) -> Alignment:
    """Pair the sentences of two bodies. Altered ones are looked for between the same neighbours."""
    equal = aligning.equal(copy.keys, kept.keys)
    same = aligning.in_order(equal)
    moved = set(equal).difference(same)
    here, there = {i for i, _ in moved}, {j for _, j in moved}
    altered: set[tuple[int, int]] = set()
    i = j = 0
    for next_i, next_j in (*same, (len(copy.keys), len(kept.keys))):
        mine = [n for n in range(i, next_i) if n not in here]
        theirs = [n for n in range(j, next_j) if n not in there]
        if mine and theirs:
            found = aligning.altered([copy.keys[n] for n in mine], [kept.keys[n] for n in theirs])
            altered.update((mine[a], theirs[b]) for a, b in found)
        i, j = next_i + 1, next_j + 1
    return Alignment(frozenset(same), frozenset(moved), frozenset(altered))


def differences(copy: Reading, kept: Reading) -> tuple[Difference, ...]:
    """Return what differs in reading order: the headline, if both texts have one, then the body."""
    found = list(_headline(copy, kept))
    if copy.words == kept.words:
        return tuple(found)
    alignment = align(copy, kept)
    here, there = {i for i, _ in alignment.moved}, {j for _, j in alignment.moved}
    i = j = 0
    for next_i, next_j in (*sorted(alignment.same | alignment.altered), (len(copy.body), len(kept.body))):
        found.extend(_only_here(copy, run) for run in _runs(copy.body, i, next_i, here))
        found.extend(_only_in_kept(kept, run) for run in _runs(kept.body, j, next_j, there))
        if (next_i, next_j) in alignment.altered:
            found.extend(_changed(copy, copy.body[next_i], kept, kept.body[next_j]))
        i, j = next_i + 1, next_j + 1
    return tuple(found)


def _headline(copy: Reading, kept: Reading) -> Iterator[Difference]:
    mine, theirs = copy.headline_key, kept.headline_key
    if mine == theirs:
        return
    if mine and theirs:
        first, second = _whole(copy.headline), _whole(kept.headline)
        if aligning.likeness(mine, theirs) >= aligning.SIMILAR:
            yield from _changed(copy, first, kept, second)
        else:
            yield _altered(copy, Span(first.start, first.end), kept, Span(second.start, second.end))
    elif mine and mine != key(kept.article.title or "") and mine not in kept.weights:
        yield _only_here(copy, copy.headline)
    elif theirs and theirs != key(copy.article.title or "") and theirs not in copy.weights:
        yield _only_in_kept(kept, kept.headline)


def _whole(sentences: Sequence[Sentence]) -> Sentence:
    return sentences[0].model_copy(update={"end": sentences[-1].end})


def _runs(body: Sequence[Sentence], start: int, end: int, but: set[int]) -> Iterator[Sequence[Sentence]]:
    for n in range(start, end):
        if n in but:
            if start < n:
                yield body[start:n]
            start = n + 1
    if start < end:
        yield body[start:end]


def _only_here(copy: Reading, sentences: Sequence[Sentence]) -> Difference:
    span = Span(sentences[0].start, sentences[-1].end)
    return Difference(change="only_here", span=span, words=_slice(copy, span), kept_span=None, kept_words="")


def _only_in_kept(kept: Reading, sentences: Sequence[Sentence]) -> Difference:
    span = Span(sentences[0].start, sentences[-1].end)
    return Difference(change="only_in_kept", span=None, words="", kept_span=span, kept_words=_slice(kept, span))


def _changed(copy: Reading, mine: Sentence, kept: Reading, theirs: Sentence) -> Iterator[Difference]:
    """Yield the words that differ in two renderings of a sentence, added or lacking ones with their neighbours."""
    a = list(tokens(copy.article.text[mine.start : mine.end]))
    b = list(tokens(kept.article.text[theirs.start : theirs.end]))
    hunks: list[tuple[int, int, int, int]] = []
    i = j = 0
    for next_i, next_j in (*aligning.word_pairs([t[0] for t in a], [t[0] for t in b]), (len(a), len(b))):
        if i < next_i or j < next_j:
            hunk = (i, next_i, j, next_j)
            if i == next_i or j == next_j:
                before, after = min(i, j, 1), min(len(a) - next_i, len(b) - next_j, 1)
                hunk = (i - before, next_i + after, j - before, next_j + after)
            if hunks and (hunk[0] <= hunks[-1][1] or hunk[2] <= hunks[-1][3]):
                hunk = (hunks[-1][0], hunk[1], hunks[-1][2], hunk[3])
                hunks.pop()
            hunks.append(hunk)
        i, j = next_i + 1, next_j + 1
    for a1, a2, b1, b2 in hunks:
        span = Span(mine.start + a[a1][1], mine.start + a[a2 - 1][2]) if a1 < a2 else None
        kept_span = Span(theirs.start + b[b1][1], theirs.start + b[b2 - 1][2]) if b1 < b2 else None
        yield _altered(copy, span, kept, kept_span)


def _altered(copy: Reading, span: Span | None, kept: Reading, kept_span: Span | None) -> Difference:
    return Difference(
        change="altered",
        span=span,
        words=_slice(copy, span),
        kept_span=kept_span,
        kept_words=_slice(kept, kept_span),
    )


def _slice(reading: Reading, span: Span | None) -> str:
    return reading.article.text[span.start : span.end] if span else ""
