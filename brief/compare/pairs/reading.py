"""A passage prepared for being held against others: its words with vectors, its clauses, its cues, what it negates."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brief.compare.denial import negated_stems
from brief.compare.pairs.cues import cues_of
from brief.compare.pairs.vectors import Matrix, prototypes, vectors_of
from brief.compare.passages import Passage
from brief.compare.words import WORD, content_stems, stem
from brief.number_words import FUNCTION_WORDS

_POSSESSIVE = re.compile(r"['’]s?$")
_SHORTEST_WORD = 3
_LEAST_CLAIM = 20  # a shorter claim says little without its sentence
_CLAUSE_END = re.compile(
    r"[,;:.!?—–]\s|\s(?:and|but|because|while|although|which|who|after|before|that|y|pero|und|aber|et|mais|weil|dass|"
    r"que)\s"
)
_LEAST_CLAUSE, _MOST_CLAUSES = 25, 8
_CAPITAL = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-ZÀ-Þ][\w'’-]+")


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A passage with what is read off it once, whatever it is compared with."""

    passage: Passage
    stems: tuple[str, ...]
    """Stems of the words of its claim, each once, in reading order; function words left out."""
    names: npt.NDArray[np.bool_]
    """For each stem, whether its word is capitalised inside the sentence."""
    vectors: Matrix
    """For each stem, the vector of its word."""
    sorts: Matrix
    """For each stem, how near its word is to each of the prototypes."""
    cues: dict[str, bool]
    negated: frozenset[str]
    """Stems of what the passage says is not so."""
    clauses: tuple[tuple[int, ...], ...]
    """Places of the stems of each clause."""
    capitals: frozenset[str]
    """Capitalised words inside the sentence, lower case."""


def read(passage: Passage) -> Reading:
    """Return the reading of one passage."""
    words: dict[str, tuple[str, bool]] = {}
    claim = passage.claim if len(passage.claim) > _LEAST_CLAIM else passage.text
    for m in WORD.finditer(claim):
        word = _POSSESSIVE.sub("", m.group().lower())
        if len(word) >= _SHORTEST_WORD and word not in FUNCTION_WORDS:
            words.setdefault(stem(word), (word, m.group()[0].isupper() and m.start() > 0))
    stems = tuple(words)
    vectors = vectors_of([word for word, _ in words.values()])
    return Reading(
        passage=passage,
        stems=stems,
        names=np.array([name for _, name in words.values()], dtype=np.bool_),
        vectors=vectors,
        sorts=vectors @ prototypes()[1].T,
        cues=cues_of(passage.text),
        negated=frozenset(negated_stems(passage.text)),
        clauses=_clauses(passage.text, stems),
        capitals=frozenset(m.group().lower() for m in _CAPITAL.finditer(passage.text)),
    )


def _clauses(text: str, stems: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    pieces: list[str] = []
    at = 0
    for m in _CLAUSE_END.finditer(text):
        if m.start() - at >= _LEAST_CLAUSE:
            pieces.append(text[at : m.start()])
            at = m.start()
    pieces.append(text[at:])
    own = [frozenset(content_stems(piece)) for piece in pieces[:_MOST_CLAUSES]]
    places = (tuple(n for n, s in enumerate(stems) if s in words) for words in own)
    return tuple(p for p in places if p)
