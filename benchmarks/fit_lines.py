"""Fit the line scores of plain-text cleaning (brief/clean/line_weights.json), and cross-validate them by page.

    python -m benchmarks.fit_lines TRUTH SCRAPES [SCRAPES ...]             # ten folds, twice: F1 of pages not fitted to
    python -m benchmarks.fit_lines TRUTH SCRAPES [SCRAPES ...] --write     # fit on all pages, write the weights

TRUTH is a truth.json ({id: {"articleBody": ...}}), SCRAPES a folder with <id>.txt; several folders are several
renderings of the same pages, always in one fold. A line is the article's when most of its words stand in runs of four
words of the true body. A page's lines weigh by their words and add up to the same for every page. Cross-validation
runs the whole of `clean` with the weights of the other folds and scores as cleaning.py does. Needs numpy.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import random
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import brief.clean
from benchmarks.cleaning import body, f1_of, page_score, shingles
from brief.clean import line_scores
from brief.clean.line_features import line_features
from brief.clean.line_scores import LineModel
from brief.clean.lines import split_lines

WEIGHTS = Path(brief.clean.__file__).parent / "line_weights.json"
_WORD = re.compile(r"\w+")
_RUN = 4
_LONG = 60  # words beyond which a line weighs no more
_PULL = 100.0  # L2, against a weight of 100 for each page
_STEPS = 8
_FOLDS = 10
_SEEDS = (1, 2)
_DIGITS = 4


class Rendering(NamedTuple):
    """One page in one folder of scrapes: features, labels and weights of its lines."""

    page: str
    folder: str
    text: str
    rows: list[list[float]]
    labels: list[float]
    weights: list[float]


def label_tokens(text: str, true: str) -> tuple[list[int], list[bool]]:
    """Return where each word of a text begins, and whether it stands in a run of four words of the true body."""
    found = list(_WORD.finditer(text))
    words = [m.group() for m in found]
    wanted = shingles(true)
    covered = [False] * len(words)
    for i in range(len(words) - _RUN + 1):
        if tuple(words[i : i + _RUN]) in wanted:
            covered[i : i + _RUN] = [True] * _RUN
    return [m.start() for m in found], covered


def rendering(page: str, folder: str, text: str, true: str) -> Rendering:
    """Measure and label the lines of one scrape."""
    lines = split_lines(text)
    starts, covered = label_tokens(text, true)
    labels: list[float] = []
    weights: list[float] = []
    position = 0
    for line in lines:
        first = position
        while position < len(starts) and starts[position] < line.end:
            position += 1
        count = position - first
        labels.append(float(2 * sum(covered[first:position]) > count))
        weights.append(min(count + 2.0, _LONG))
    total = sum(weights) / 100
    columns = line_features(lines)
    rows = [list(row) for row in zip(*columns.values(), strict=True)]
    return Rendering(page, folder, text, rows, labels, [weight / total for weight in weights])


def fit(renderings: Sequence[Rendering], names: Iterable[str]) -> LineModel:
    """Fit a ridge-penalised logistic regression on standardised features by Newton's method."""
    np: Any = importlib.import_module("numpy")
    rows = np.array([row for each in renderings for row in each.rows])
    labels = np.array([label for each in renderings for label in each.labels])
    weights = np.array([weight for each in renderings for weight in each.weights])
    middle, spread = rows.mean(0), rows.std(0) + 1e-6
    design = np.hstack([(rows - middle) / spread, np.ones((len(rows), 1))])
    pull = np.diag([_PULL] * rows.shape[1] + [1e-6])
    found = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(design @ found, -30, 30)))
        slope = design.T @ (weights * (chance - labels)) + pull @ found
        curve = (design * (weights * chance * (1 - chance) + 1e-9)[:, None]).T @ design + pull
        found -= np.linalg.solve(curve, slope)
    plain = found[:-1] / spread
    return LineModel(
        round(float(found[-1] - plain @ middle), _DIGITS),
        {name: round(float(weight), _DIGITS) for name, weight in zip(names, plain, strict=True)},
    )


def cross_validate(renderings: Sequence[Rendering], names: Sequence[str], truth: dict[str, str], seed: int) -> None:
    """Print the F1 of every folder of scrapes, each page cleaned with weights fitted on pages of other folds."""
    pages = sorted(truth)
    random.Random(seed).shuffle(pages)  # noqa: S311 - folds, not secrets
    found: dict[tuple[str, str], str] = {}
    for fold in range(_FOLDS):
        held = set(pages[fold::_FOLDS])
        model = fit([each for each in renderings if each.page not in held], names)
        with mock.patch.object(line_scores, "line_model", lambda model=model: model):
            found |= {(each.folder, each.page): body(each.text, "txt") for each in renderings if each.page in held}
    for folder in sorted({folder for folder, _ in found}):
        halves = [sorted(truth)[::2], sorted(truth)[1::2]]
        figures = [
            f1_of(page_score(truth[page], found[folder, page]) for page in some) for some in (sorted(truth), *halves)
        ]
        print(f"seed {seed}  {folder}  F1 {figures[0]:.4f}  even pages {figures[1]:.4f}  odd pages {figures[2]:.4f}")


def main() -> int:
    """Run the command line: 0 when fitted, 2 on bad input."""
    parser = argparse.ArgumentParser(description="Fit and cross-validate the line scores of plain-text cleaning.")
    parser.add_argument("truth", type=Path, help="truth.json")
    parser.add_argument("scrapes", type=Path, nargs="+", help="folders with <id>.txt")
    parser.add_argument("--write", action="store_true", help="fit on all pages and write the weights")
    options = parser.parse_args()
    data = hashlib.sha256()
    try:
        stored = options.truth.read_bytes()
        truth = {page: record["articleBody"] or "" for page, record in json.loads(stored).items()}
        data.update(stored)
        renderings: list[Rendering] = []
        for folder in options.scrapes:
            for page in sorted(truth):
                text = (folder / f"{page}.txt").read_text(encoding="utf-8")
                data.update(text.encode())
                renderings.append(rendering(page, folder.name, text, truth[page]))
    except (OSError, ValueError) as error:
        print(f"fit_lines.py: {error}", file=sys.stderr)
        return 2
    names = list(line_features(()))
    print(
        f"data sha256 {data.hexdigest()[:16]}  pages {len(truth)}  renderings {len(renderings)}  features {len(names)}"
    )
    if options.write:
        model = fit(renderings, names)
        WEIGHTS.write_text(
            json.dumps(
                {"made_by": "benchmarks/fit_lines.py", "data": data.hexdigest()[:16], **model._asdict()}, indent=1
            )
            + "\n",
            encoding="utf-8",
        )
        return 0
    for seed in _SEEDS:
        cross_validate(renderings, names, truth, seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
