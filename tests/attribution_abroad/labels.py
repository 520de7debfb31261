"""The labelled texts: who said what in forty invented articles, and how predictions are matched with it.

`<language>.txt` holds eight articles after lines `=== name`. In them `{s1|la *ministra}` is the source of attribution
1, its head word starred, and `{d1|...}`, `{m1|...}` or `{i1|...}` a piece of its content: direct (in quotation marks,
or after a dialogue's dash), mixed, indirect. `{s1,2|...}` is the source of two.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from brief.schema import Span, Statement, StatementKind

FOLDER = Path(__file__).parent
LANGUAGES = ("de", "es", "fr", "it", "pt")
_ARTICLE = re.compile(r"^=== (\S+)\n", re.MULTILINE)
_MARK = re.compile(r"\{([sdmi])([\d,]+)\|([^{}]*)\}")
_WORD = re.compile(r"\w+")
_KINDS: dict[str, StatementKind] = {"d": "direct", "m": "mixed", "i": "indirect"}
_SAME = 0.5  # share of common words from which two contents are the same


class Said(NamedTuple):
    """One attribution as word positions: of the source, of its heads (gold only), of the content."""

    source: frozenset[int]
    heads: frozenset[int]
    content: frozenset[int]
    kind: StatementKind


class Labelled(NamedTuple):
    """One article without its marks, and what is said in it."""

    name: str
    language: str
    text: str
    gold: tuple[Said, ...]


class Score(NamedTuple):
    """Counts of right, predicted and labelled attributions."""

    right_gold: int
    right_predicted: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predictions that are right."""
        return self.right_predicted / self.predicted if self.predicted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        recall = self.right_gold / self.gold if self.gold else 0.0
        both = self.precision + recall
        return 2 * self.precision * recall / both if both else 0.0


def data_hash() -> str:
    """Return the SHA-256 of the texts and labels, in hexadecimal."""
    return hashlib.sha256(b"".join((FOLDER / f"{name}.txt").read_bytes() for name in LANGUAGES)).hexdigest()


def labelled() -> list[Labelled]:
    """Return all articles, by language and name."""
    found: list[Labelled] = []
    for language in LANGUAGES:
        parts = _ARTICLE.split((FOLDER / f"{language}.txt").read_text(encoding="utf-8"))
        found += [_parse(name, language, text.strip()) for name, text in zip(parts[1::2], parts[2::2], strict=True)]
    return found


def positions(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return where the words of the spans begin."""
    return frozenset(m.start() for a, b in spans for m in _WORD.finditer(text, a, b))


def _parse(name: str, language: str, marked: str) -> Labelled:
    text = ""
    done = 0
    sources: dict[str, Span] = {}
    heads: dict[str, set[int]] = {}
    contents: dict[str, list[Span]] = {}
    kinds: dict[str, StatementKind] = {}
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        done = mark.end()
        letter, numbers, words = mark.groups()
        start = len(text)
        for part in re.split(r"(\*)", words):
            if part == "*":
                for number in numbers.split(","):
                    heads.setdefault(number, set()).add(len(text))
            else:
                text += part
        for number in numbers.split(","):
            if letter == "s":
                sources[number] = Span(start, len(text))
            else:
                contents.setdefault(number, []).append(Span(start, len(text)))
                kinds[number] = _KINDS[letter]
    text += marked[done:]
    gold = tuple(
        Said(positions(text, [sources[n]]), frozenset(heads[n]), positions(text, contents[n]), kinds[n])
        for n in contents
    )
    return Labelled(name, language, text, gold)


def predicted(text: str, statements: Sequence[Statement]) -> list[Said]:
    """Return statements as word positions."""
    return [
        Said(
            positions(text, s.source.spans) if s.source is not None else frozenset(),
            frozenset(),
            positions(text, s.content.spans),
            s.kind,
        )
        for s in statements
    ]


def right_pairs(gold: Sequence[Said], found: Sequence[Said]) -> list[tuple[int, int]]:
    """Return pairs (labelled, predicted) with the same content and the right source.

    Contents are the same from half of their common words on, one to one, best first; a source is right when it holds
    a labelled head and begins inside the labelled source.
    """
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(found):
            shared = len(g.content & p.content) / (len(g.content | p.content) or 1)
            if shared >= _SAME:
                candidates.append((-shared, i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(i, j) for i, j in pairs.items() if _source_right(gold[i], found[j])]


def _source_right(gold: Said, found: Said) -> bool:
    return bool(gold.heads & found.source) and min(found.source) in gold.source


def score(pairs: Sequence[tuple[Sequence[Said], Sequence[Said]]], kind: StatementKind | None = None) -> Score:
    """Return the counts over articles (labelled, predicted), of one kind or of all."""
    counts = [0, 0, 0, 0]
    for gold, found in pairs:
        right = right_pairs(gold, found)
        counts[0] += sum(kind in (None, gold[i].kind) for i, _ in right)
        counts[1] += sum(kind in (None, found[j].kind) for _, j in right)
        counts[2] += sum(kind in (None, p.kind) for p in found)
        counts[3] += sum(kind in (None, g.kind) for g in gold)
    return Score(*counts)
