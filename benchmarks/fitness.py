"""How many spun copies are marked unfit, and how many ordinary texts by mistake.

    python -m benchmarks.fitness [FOLDER ...]

Spun copies of `tests/originals` are made by `benchmarks/spinning.py`, and judged alone and in one set with their
original, once and in two papers. An attack on an original is a copy of it with commoner words, in either order, with
and without dates. Ordinary texts are `tests/ordinary`, `tests/originals`, and the .txt files of each FOLDER. Even- and
odd-numbered texts in sorted order are counted apart: errors were read on the even half only. Speed is CPU time of one
process.
"""

from __future__ import annotations

import hashlib
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.spinning import ORIGINALS, SUBSTITUTIONS
from brief.fitness import fitness
from brief.fitness.collocations import FUNCTION_WORDS, _tables
from brief.schema import Article, Fitness
from tests.articles import article as as_article

ORDINARY = ORIGINALS.parent / "ordinary"
COMMONER = 0.3
"""By how much, in log10, the attacker's words are commoner at least."""


def texts_of(folder: Path) -> list[tuple[str, str]]:
    """Return the names and texts of the .txt files of a folder, in sorted order."""
    return [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]


def digest(texts: Sequence[tuple[str, str]]) -> str:
    """Return the first 12 digits of the SHA-256 over names and texts."""
    joined = "\0".join(part for named in texts for part in named)
    return hashlib.sha256(joined.encode()).hexdigest()[:12]


def judged(articles: Sequence[Article]) -> Fitness:
    """Return the verdict on the last article of a set."""
    return fitness(articles)[articles[-1].id]


def commoner(text: str) -> str:
    """Replace each lower-case word by its commonest near-synonym, from the detector's own table."""
    tables = _tables()

    def instead(m: re.Match[str]) -> str:
        place = tables.place.get(m.group())
        if place is None or place < FUNCTION_WORDS:
            return m.group()
        best = min(tables.near.get(place, ()), key=lambda other: (tables.rarity[other], other), default=place)
        return tables.words[best] if tables.rarity[best] < tables.rarity[place] - COMMONER else m.group()

    return re.sub(r"[A-Za-z]+", instead, text)


def detection() -> None:
    """Print for each substitution how many copies are marked, alone and beside the original, even and odd."""
    originals = texts_of(ORIGINALS)
    print(f"{len(originals)} originals, {digest(originals)}")
    for name, spin in SUBSTITUTIONS.items():
        for papers, where in enumerate(("alone", "with its original", "with it in 2 papers")):
            marked = [0, 0]
            wronged = 0
            for number, (stem, text) in enumerate(originals):
                copy = as_article(spin(text), f"{stem}.spun")
                same = [as_article(text, f"{stem}.{paper}") for paper in range(papers)]
                verdicts = fitness([*same, copy])
                marked[number % 2] += verdicts[copy.id].verdict == "unfit"
                wronged += any(verdicts[original.id].verdict == "unfit" for original in same)
            print(
                f"  {name:17} {where:19} unfit {sum(marked)}/{len(originals)} (even {marked[0]}, odd {marked[1]})"
                + (f", original marked {wronged}" if papers else "")
            )
    wronged = attacks = 0
    for _, text in originals:
        sets = list(attacked_sets(text))
        wronged += any(fitness(articles)["original"].verdict == "unfit" for articles in sets)
        attacks += any(fitness(articles)["attack"].verdict == "unfit" for articles in sets)
    print(f"  original marked by an attack: {wronged}/{len(originals)}; attack marked {attacks}/{len(originals)}")


def attacked_sets(text: str) -> Iterator[list[Article]]:
    """Yield an original and a copy of it with commoner words, in either order, undated and dated either way."""
    attack = commoner(text)
    for mine, other in ((None, None), ("2026-03-02", "2026-03-05"), ("2026-03-05", "2026-03-02")):
        pair = [as_article(text, "original", published=mine), as_article(attack, "attack", published=other)]
        yield pair
        yield pair[::-1]


def false_alarms(folder: Path) -> None:
    """Print how many texts of a folder are marked, each judged alone and all in one set, and the speed."""
    texts = texts_of(folder)
    articles = [as_article(text, stem) for stem, text in texts]
    alone = [n for n, article in enumerate(articles) if judged([article]).verdict == "unfit"]
    started = time.process_time()
    verdicts = fitness(articles)
    seconds = time.process_time() - started
    together = [n for n, article in enumerate(articles) if verdicts[article.id].verdict == "unfit"]
    unquoted = sum(verdict.verdict == "nothing_to_quote" for verdict in verdicts.values())
    print(
        f"{folder.name}: {len(texts)} texts, {digest(texts)}; unfit alone {len(alone)} "
        f"(even {sum(n % 2 == 0 for n in alone)}, odd {sum(n % 2 for n in alone)}), in one set {len(together)}; "
        f"nothing to quote {unquoted}; {len(texts) / seconds:.0f} articles/s"
    )
    for n in sorted({*alone, *together}):
        if n % 2 == 0:
            print("   ", texts[n][0], [(p.words, p.usual, p.basis) for p in verdicts[articles[n].id].phrases])


if __name__ == "__main__":
    detection()
    for each in (ORDINARY, ORIGINALS, *map(Path, sys.argv[1:])):
        false_alarms(each)
