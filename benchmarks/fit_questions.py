"""Fit which sentences a set's open questions rest on (brief/compare/question_weights.json), by affair cross-validated.

    pip install scikit-learn                           # for fitting only; brief runs without it
    python -m benchmarks.fit_questions AFFAIRS         # six folds of the even-numbered affairs; scores of the odd ones
    python -m benchmarks.fit_questions AFFAIRS --write # fit on the even-numbered affairs, write the weights

AFFAIRS holds one folder per affair, in folders of any depth: a1.txt ... and gold.json, whose `open_questions` carry the
evidence as text. A sentence with a cue is positive when it overlaps the evidence of an open question.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
from collections.abc import Sequence
from math import log
from pathlib import Path
from typing import Any, NamedTuple

import brief.compare
from benchmarks.contradictions import read_article
from brief.compare.by_rules import ground_of
from brief.compare.question_rank import NAMES, Ranker
from brief.open_words import cues_of
from brief.summarise.by_rules import summarise
from brief.verify import verify

WEIGHTS = Path(brief.compare.__file__).parent / "question_weights.json"
_FOLDS = 6
_PENALTY = 0.05  # inverse strength of the fit's regularisation
_ASKED = 0.4
_MOST = 4


class Labelled(NamedTuple):
    """The sentences of an affair that leave something open, and which of the gold questions each one raises."""

    number: int
    rows: list[tuple[float, ...]]
    raises: list[frozenset[int]]
    questions: int


def affairs_in(folder: Path) -> list[Path]:
    """Return the folders of all affairs, in order of their paths."""
    return sorted(path.parent for path in folder.rglob("gold.json"))


def number_of(affair: Path) -> int:
    """Return the number that an affair's folder begins with."""
    return int(affair.name.split("-")[0])


def labelled(affair: Path) -> Labelled:
    """Read and label the sentences of an affair."""
    articles = [read_article(path) for path in sorted(affair.glob("a*.txt"))]
    texts = {article.id: article.text for article in articles}
    asked = json.loads((affair / "gold.json").read_text(encoding="utf-8"))["open_questions"]
    spans = [
        (n, e["article"], texts[e["article"]].find(e["text"]), len(e["text"]))
        for n, question in enumerate(asked)
        for e in question["evidence"]
    ]
    passages = ground_of(articles, [verify(a, summarise(a)) for a in articles]).passages
    ranker = Ranker(passages)
    cued = [p for p in passages if not p.headline and cues_of(p.text)]
    raises = [
        frozenset(n for n, name, at, length in spans if name == p.name and p.start < at + length and at < p.end)
        for p in cued
    ]
    return Labelled(number_of(affair), [ranker.features(p) for p in cued], raises, len(asked))


def fit(affairs: Sequence[Labelled]) -> dict[str, Any]:
    """Return the intercept and the weights of the features."""
    linear: Any = importlib.import_module("sklearn.linear_model")
    scaling: Any = importlib.import_module("sklearn.preprocessing")
    rows = [row for affair in affairs for row in affair.rows]
    scaler = scaling.StandardScaler().fit(rows)
    line = linear.LogisticRegression(C=_PENALTY, max_iter=2000)
    line.fit(scaler.transform(rows), [bool(raises) for affair in affairs for raises in affair.raises])
    slopes = (line.coef_[0] / scaler.scale_).tolist()
    intercept = float(line.intercept_[0]) - sum(a * b for a, b in zip(slopes, scaler.mean_.tolist(), strict=True))
    return {
        "intercept": round(intercept, 4),
        "weights": {name: round(slope, 4) for name, slope in zip(NAMES, slopes, strict=True)},
    }


def counts(model: dict[str, Any], affair: Labelled) -> tuple[int, int, int]:
    """Return how many questions of an affair are found, asked, and in its gold, by the likeliest sentences alone."""
    needed = log(_ASKED / (1 - _ASKED))
    weights = list(model["weights"].values())
    odds = [model["intercept"] + sum(a * b for a, b in zip(weights, row, strict=True)) for row in affair.rows]
    best = sorted((n for n, odd in enumerate(odds) if odd >= needed), key=lambda n: -odds[n])[:_MOST]
    found: set[int] = set()
    for n in best:
        found |= set(sorted(affair.raises[n] - found)[:1])
    return len(found), len(best), affair.questions


def shown(results: Sequence[tuple[int, int, int]]) -> str:
    """Return recall, precision and F1 of several affairs."""
    found, asked, gold = (sum(column) for column in zip(*results, strict=True))
    return f"recall {found / gold:.3f}, precision {found / asked:.3f}, F1 {2 * found / (asked + gold):.3f}"


def main() -> None:
    """Cross-validate, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("affairs", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    folders = affairs_in(args.affairs)
    known = [labelled(path) for path in folders]
    even, odd = ([a for a in known if a.number % 2 == half] for half in (0, 1))
    results = [
        counts(model, affair)
        for fold in range(_FOLDS)
        for model in [fit([a for n, a in enumerate(even) if n % _FOLDS != fold])]
        for affair in even[fold::_FOLDS]
    ]
    model = fit(even)
    print(f"even-numbered, {_FOLDS} folds: {shown(results)}")
    print(f"odd-numbered: {shown([counts(model, affair) for affair in odd])}")
    if args.write:
        data = hashlib.sha256(b"".join((path / "gold.json").read_bytes() for path in folders)).hexdigest()[:16]
        note = {"made_by": "benchmarks/fit_questions.py", "data": data}
        WEIGHTS.write_text(json.dumps(note | model, indent=1) + "\n", encoding="utf-8")
        print(f"wrote {WEIGHTS.name}")


if __name__ == "__main__":
    main()
