"""Which items of two sequences go together, in order. No step is more than n log n in their length."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

Pairs = list[tuple[int, int]]

SIMILAR = 0.5
"""Two sentences are one, altered, when they share at least this share of their words."""

_WIDESPREAD = 20
"""A word in more sentences than this doesn't lead to a sentence."""


def equal(a: Sequence[str], b: Sequence[str]) -> Pairs:
    """Pair the equal items of two sequences, the nth of its kind with the nth; the pairs may cross."""
    first = 0
    while first < min(len(a), len(b)) and a[first] == b[first]:
        first += 1
    last = 0
    while last < min(len(a), len(b)) - first and a[-1 - last] == b[-1 - last]:
        last += 1
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j in range(len(b) - last - 1, first - 1, -1):
        places[b[j]].append(j)
    middle = [(i, places[a[i]].pop()) for i in range(first, len(a) - last) if places.get(a[i])]
    ends = [(len(a) - n, len(b) - n) for n in range(last, 0, -1)]
    return [(n, n) for n in range(first)] + middle + ends


def in_order(pairs: Iterable[tuple[int, int]]) -> Pairs:
    """Return the longest run of pairs that rise on both sides; the pairs come with their first side rising."""
    given = list(pairs)
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(given):
        place = bisect_left(tails, j)
        before.append(at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(j)
            at.append(n)
        else:
            tails[place] = j
            at[place] = n
    run: Pairs = []
    n = at[-1] if at else -1
    while n >= 0:
        run.append(given[n])
        n = before[n]
    return run[::-1]


def word_pairs(a: Sequence[str], b: Sequence[str]) -> Pairs:
    """Pair the words of two sentences in order: difflib's way, or a plainer one where difflib would be slow."""
    in_a, in_b = Counter(a), Counter(b)
    if sum(n * in_b[word] for word, n in in_a.items()) > 8 * (len(a) + len(b)):
        return in_order(equal(a, b))
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [(block.a + n, block.b + n) for block in blocks for n in range(block.size)]


def likeness(a: str, b: str) -> float:
    """Return the share of words that two sentences have in common, order aside; marks don't count."""
    in_a, in_b = _words(a), _words(b)
    return 2 * (in_a & in_b).total() / max(in_a.total() + in_b.total(), 1)


def altered(a: Sequence[str], b: Sequence[str]) -> Pairs:
    """Pair the sentences of two stretches that are one sentence with other words, in order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(b):
        for word in _words(sentence):
            places[word].append(j)
    best: Pairs = []
    for i, sentence in enumerate(a):
        common = Counter(
            j for w in _words(sentence) if len(places.get(w, ())) <= _WIDESPREAD for j in places.get(w, ())
        )
        likely = {j for j, _ in common.most_common(3)} | ({i, len(b) - len(a) + i} & set(range(len(b))))
        score, negative = max(((likeness(sentence, b[j]), -j) for j in likely), default=(0.0, 0))
        if score >= SIMILAR:
            best.append((i, -negative))
    return in_order(best)


def _words(sentence: str) -> Counter[str]:
    return Counter(word for word in sentence.split() if word[0].isalnum())
