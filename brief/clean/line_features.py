"""What tells a line of an article from a line of the page around it, in numbers: one column for each feature."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from math import log1p

from brief.clean.cues import speaks_of_account
from brief.clean.language import FUNCTION_WORDS
from brief.clean.lines import Line
from brief.clean.runs import heaviest_run

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*(?:\s|$)")
_QUOTE = re.compile('["“”„«»]')
_CUT_SHORT = re.compile(r"(?:\.\.\.|…)[\])\s]*$|\[(?:…|\.\.\.)\]")
_READER = frozenset("you your we our us i my me".split())
_TOLD = frozenset("he she his her they their him said who".split())
_OFFERS = ("subscription", "comments", "advert")
_GAP = 12.0
_LONGEST = 150.0
_OUTSIDE = -1.0
_NO_WORDS = -0.2
_PERIODS = (-4, -3, -2, 2, 3, 4)

Columns = dict[str, list[float]]

_OWN = (
    *("size", "below 3 words", "8 to 25 words", "from 40 words", "ends", "bullet", "lower", "function", "prose"),
    *("prose that ends", "strong cue", "offer", "weak cue", "repeated", "blank before", "meta", "menu", "caption"),
    *("account", "to the reader", "told", "colon", "question", "quotation", "bar", "copyright", "address"),
    *("sentences", "commas", "starts low", "cut short"),
)


def line_features(lines: Sequence[Line]) -> Columns:
    """Return the features of the lines, each a column of one number for each line, by name."""
    own = zip(*map(_own, lines), strict=True) if lines else [()] * len(_OWN)
    columns: Columns = {name: list(values) for name, values in zip(_OWN, own, strict=True)}
    for name in ("size", "ends", "prose", "lower"):
        columns[f"{name}, above"] = [_OUTSIDE, *columns[name][:-1]]
        columns[f"{name}, below"] = [*columns[name][1:], _OUTSIDE]
    columns["blank after"] = [*columns["blank before"][1:], _OUTSIDE]
    columns |= _surroundings(lines, columns)
    columns |= _shared(lines)
    columns |= _place(lines)
    return columns


def _own(line: Line) -> tuple[float, ...]:
    """What a line is by itself, in the order of the names above."""
    text, size, words = line.text, line.size, line.words
    count = len(words) or 1
    return (
        log1p(size),
        size < 3,
        8 <= size < 25,
        size >= 40,
        line.ends,
        line.bullet,
        line.lower,
        line.function,
        line.prose,
        line.prose and line.ends,
        line.strong is not None,
        line.strong in _OFFERS,
        line.weak is not None,
        line.repeated,
        line.blank_before,
        line.meta,
        line.menu,
        line.caption,
        size < 200 and speaks_of_account(words),
        sum(map(_READER.__contains__, words)) / count,
        sum(map(_TOLD.__contains__, words)) / count,
        text.endswith(":"),
        text.endswith("?"),
        _QUOTE.search(text) is not None,
        "|" in text or "»" in text,
        "©" in text,
        "http" in text or "www." in text,
        len(_SENTENCE_END.findall(text)) / max(size / 15, 1),
        text.count(",") / count,
        text[:1].islower(),
        ("…" in text or "..." in text) and _CUT_SHORT.search(text) is not None,
    )


def _surroundings(lines: Sequence[Line], columns: Columns) -> Columns:
    """What stands within a few lines: how much prose, and how many dates, bullets, cues and lines of the same shape."""
    count = len(lines)
    prose = _sums(line.size if line.prose else 0.0 for line in lines)
    words = _sums(line.size for line in lines)
    found: Columns = {}
    for reach in (4, 10):
        above = [(max(0, i - reach), i) for i in range(count)]
        below = [(i + 1, min(count, i + 1 + reach)) for i in range(count)]
        for side, spans in (("above", above), ("below", below)):
            told = [prose[b] - prose[a] for a, b in spans]
            found[f"prose within {reach} {side}"] = list(map(log1p, told))
            found[f"share of prose within {reach} {side}"] = [
                part / max(1.0, words[b] - words[a]) if part else 0.0 for part, (a, b) in zip(told, spans, strict=True)
            ]
    meta = _sums(columns["meta"])
    cues = _sums(float(line.strong is not None or line.weak is not None) for line in lines)
    short = _sums(float(line.size < 8 and not line.ends) for line in lines)
    bullets, cut = _sums(columns["bullet"]), _sums(columns["cut short"])
    found["meta above"] = [meta[i] - meta[max(0, i - 4)] for i in range(count)]
    found["meta below"] = [meta[min(count, i + 5)] - meta[i + 1] for i in range(count)]
    found["cut short near"] = [
        cut[min(count, i + 5)] - cut[max(0, i - 4)] - (cut[i + 1] - cut[i]) for i in range(count)
    ]
    found["bullets near"] = [(bullets[min(count, i + 6)] - bullets[max(0, i - 5)]) / 11 for i in range(count)]
    found["short lines near"] = [(short[min(count, i + 6)] - short[max(0, i - 5)]) / 11 for i in range(count)]
    found["cues above"] = [(cues[i] - cues[max(0, i - 10)]) / 10 for i in range(count)]
    found["cues below"] = [(cues[min(count, i + 11)] - cues[i + 1]) / 10 for i in range(count)]
    shapes = [(line.size < 3, line.size < 8, line.size < 25, line.ends, line.bullet) for line in lines]
    outside = [None] * max(_PERIODS)
    padded = [*outside, *shapes, *outside]
    near = zip(*(padded[len(outside) + step :] for step in _PERIODS), strict=False)
    found["same shape near"] = [
        others.count(shape) / len(_PERIODS) for shape, others in zip(shapes, near, strict=False)
    ]
    return found


def _place(lines: Sequence[Line]) -> Columns:
    """Where a line stands in the whole."""
    prose = _sums(line.size if line.prose else 0.0 for line in lines)
    words = _sums(line.size for line in lines)
    return {
        "position": [words[i] / max(1.0, words[-1]) for i in range(len(lines))],
        "prose before": [prose[i] / max(1.0, prose[-1]) for i in range(len(lines))],
    }


def _shared(lines: Sequence[Line]) -> Columns:
    """How many of a line's rarer words stand in the densest prose of the page too."""
    first, last = heaviest_run(min(line.size, _LONGEST) if line.size >= 8 and line.ends else -_GAP for line in lines)
    kinds = [{word for word in line.words if len(word) > 3} - FUNCTION_WORDS for line in lines]
    known = Counter(chain.from_iterable(kinds[i] for i in range(first, last) if lines[i].prose))
    shared: list[float] = []
    for i, kind in enumerate(kinds):
        own = first <= i < last and lines[i].prose
        shared.append(sum(known[word] > own for word in kind) / len(kind) if kind else _NO_WORDS)
    return {
        "shared words": shared,
        "shared words of prose": [share if line.prose else 0.0 for share, line in zip(shared, lines, strict=True)],
    }


def _sums(values: Iterable[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))
