"""Fit the choice of a page's blocks (brief/read/page_weights.json) on labelled pages, and cross-validate it by page.

    pip install scikit-learn                              # for fitting only; brief runs without it
    python -m benchmarks.fit_blocks PAGES                 # six folds, twice: F1 of pages not fitted to
    python -m benchmarks.fit_blocks PAGES --write         # fit on all pages, write the weights

PAGES holds truth.json ({id: {"articleBody": ...}}) and <id>.html.gz. A block's label is whether the page's F1 (see
cleaning.py) gains by keeping it. Blocks weigh by their share of the article, so that every page counts alike.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import brief.read
from benchmarks.cleaning import mean, page_score, shingles
from brief.read.page_blocks import Block
from brief.read.page_choice import chances, weights_from
from brief.read.page_features import NAMES
from brief.read.web import described

WEIGHTS = Path(brief.read.__file__).parent / "page_weights.json"
_WORD = re.compile(r"\w+")
_LONG = 60  # words beyond which a block weighs no more
_FOLDS = 6
_NEEDED = 0.5


class Labelled(NamedTuple):
    """A page with the label of each block that may belong to its article."""

    blocks: list[Block]
    rows: list[list[float]]
    labels: list[int]
    truth: str
    missed: int  # words of blocks that belong to the article, and that brief doesn't ask about


def label(blocks: Sequence[Block], truth: str) -> list[int]:
    """Return 1 for each block that the article's best cut keeps: most of its runs are the article's, or F1 gains."""
    wanted = shingles(truth)
    words = set(_WORD.findall(truth))
    tokens = [block.tokens for block in blocks]
    kept = [len(own) >= 4 and _share(own, wanted) > 0.5 for own in tokens]

    def score() -> float:
        got = Counter(shingles(" ".join(word for own, yes in zip(tokens, kept, strict=True) if yes for word in own)))
        total = got.total() + wanted.total()
        return 2 * (got & wanted).total() / total if total else 1.0

    best = score()
    for turn in range(3):
        places = [i for i, yes in enumerate(kept) if yes]
        before = best
        for i in range(max(places[0] - 6, 0), min(places[-1] + 7, len(blocks))) if places else ():
            if (
                not tokens[i]
                or not (kept[i] or words.issuperset(tokens[i]))
                or (turn and kept[i] and len(tokens[i]) > 12)
            ):
                continue
            kept[i] = not kept[i]
            now = score()
            if now > best + 1e-9:
                best = now
            else:
                kept[i] = not kept[i]
        if best == before:
            break
    return [int(yes) for yes in kept]


def labelled(html: str, truth: str) -> Labelled:
    """Describe and label the blocks of a page."""
    blocks, rows = described(html)
    labels = label(blocks, truth)
    missed = sum(block.words for i, block in enumerate(blocks) if labels[i] and i not in rows)
    return Labelled([blocks[i] for i in rows], [*rows.values()], [labels[i] for i in rows], truth, missed)


def _share(tokens: list[str], wanted: Counter[tuple[str, ...]]) -> float:
    own = shingles(" ".join(tokens))
    return sum(run in wanted for run in own) / len(own)


def fit(pages: Iterable[Labelled], seed: int) -> dict[str, Any]:
    """Fit both models and return what the weights' file holds, without the note on its data."""
    linear: Any = importlib.import_module("sklearn.linear_model")
    ensemble: Any = importlib.import_module("sklearn.ensemble")
    scaling: Any = importlib.import_module("sklearn.preprocessing")
    rows: list[list[float]] = []
    labels: list[int] = []
    sizes: list[float] = []
    for page in pages:
        article = max(sum(b.words for b, yes in zip(page.blocks, page.labels, strict=True) if yes), 1)
        rows += page.rows
        labels += page.labels
        sizes += [(min(block.words, _LONG) + 1) / article for block in page.blocks]
    sizes = [size * len(sizes) / sum(sizes) for size in sizes]
    scaler = scaling.StandardScaler().fit(rows)
    line = linear.LogisticRegression(C=0.1, max_iter=300).fit(scaler.transform(rows), labels, sizes)
    slopes = (line.coef_[0] / scaler.scale_).tolist()
    intercept = float(line.intercept_[0]) - sum(a * b for a, b in zip(slopes, scaler.mean_.tolist(), strict=True))
    rate = 0.1
    grown = ensemble.GradientBoostingClassifier(
        n_estimators=80,
        max_leaf_nodes=5,
        max_depth=None,
        learning_rate=rate,
        subsample=0.5,
        max_features=0.1,
        min_samples_leaf=60,
        random_state=seed,
    ).fit(rows, labels, sizes)
    chance = float(grown.init_.class_prior_[1])
    return {
        "needed": _NEEDED,
        "intercept": _short(intercept),
        "slopes": {name: _short(slope) for name, slope in zip(NAMES, slopes, strict=True)},
        "start": _short(importlib.import_module("math").log(chance / (1 - chance))),
        "trees": [_tree(one.tree_, 0, rate) for one in grown.estimators_[:, 0]],
    }


def _tree(tree: Any, number: int, rate: float) -> object:
    if tree.children_left[number] < 0:
        return _short(rate * float(tree.value[number][0][0]))
    low, high = (_tree(tree, int(side[number]), rate) for side in (tree.children_left, tree.children_right))
    return [NAMES[int(tree.feature[number])], _short(float(tree.threshold[number])), low, high]


def _short(value: float) -> float:
    return float(f"{value:.5g}")


def figures(found: dict[str, tuple[float | None, float | None]]) -> tuple[float, float, float]:
    """Return F1, precision and recall of pages' scores."""
    precision, recall = (mean(score[i] for score in found.values()) for i in (0, 1))
    return 2 * precision * recall / (precision + recall), precision, recall


def cross_validate(pages: dict[str, Labelled], seed: int) -> dict[str, tuple[float | None, float | None]]:
    """Return the score of each page under weights fitted without it."""
    names = sorted(pages)
    random.Random(seed).shuffle(names)  # noqa: S311
    scores = {}
    for fold in range(_FOLDS):
        held = names[fold::_FOLDS]
        fitted = weights_from(fit((pages[name] for name in sorted(set(names) - set(held))), seed))
        for name in held:
            page = pages[name]
            chosen = zip(page.blocks, chances(page.rows, fitted), strict=True)
            text = "\n".join(block.text for block, chance in chosen if chance >= fitted.needed)
            scores[name] = page_score(page.truth, text)
    return scores


def main() -> int:
    """Run the command line: 0 when measured or written, 2 on bad input."""
    parser = argparse.ArgumentParser(description="Fit and cross-validate the choice of a page's blocks.")
    parser.add_argument("pages", type=Path, help="folder with truth.json and <id>.html.gz")
    parser.add_argument("--write", action="store_true", help=f"fit on all pages and write {WEIGHTS.name}")
    options = parser.parse_args()
    digest = hashlib.sha256()
    pages: dict[str, Labelled] = {}
    try:
        truth = json.loads((options.pages / "truth.json").read_text(encoding="utf-8"))
        for name in sorted(truth):
            html = gzip.decompress((options.pages / f"{name}.html.gz").read_bytes())
            body = truth[name]["articleBody"] or ""
            digest.update(html + body.encode())
            pages[name] = labelled(html.decode(), body)
    except (OSError, ValueError) as error:
        print(f"fit_blocks.py: {error}", file=sys.stderr)
        return 2
    print(
        f"pages {len(pages)}  blocks asked about {sum(len(page.blocks) for page in pages.values())}  "
        f"words missed {sum(page.missed for page in pages.values())}  data {digest.hexdigest()[:12]}"
    )
    if options.write:
        stored = {"made_by": "benchmarks/fit_blocks.py", "pages": len(pages), "data": digest.hexdigest()[:12]}
        stored |= fit(pages.values(), 0)
        WEIGHTS.write_text(_readable(stored), encoding="utf-8")
        return 0
    for seed in (0, 1):
        scores = cross_validate(pages, seed)
        rng = random.Random(seed)  # noqa: S311
        drawn = [
            figures({str(i): s for i, s in enumerate(rng.choices([*scores.values()], k=len(scores)))})[0]
            for _ in range(300)
        ]
        spread = mean([(f1 - mean(drawn)) ** 2 for f1 in drawn]) ** 0.5
        f1, precision, recall = figures(scores)
        halves = [figures({name: scores[name] for name in sorted(scores)[half::2]})[0] for half in (0, 1)]
        print(
            f"seed {seed}  F1 {f1:.4f} +- {spread:.4f}  precision {precision:.4f}  recall {recall:.4f}  "
            f"even pages {halves[0]:.4f}  odd pages {halves[1]:.4f}  "
            f"empty {sum(score[0] is None for score in scores.values())}"
        )
    return 0


def _readable(stored: dict[str, Any]) -> str:
    """Return JSON with a line for each slope and each tree."""
    lines = []
    for key, value in stored.items():
        if key == "slopes":
            inner = ",\n".join(f"  {json.dumps(name)}: {slope}" for name, slope in value.items())
            lines.append(f' "slopes": {{\n{inner}\n }}')
        elif key == "trees":
            lines.append(' "trees": [\n' + ",\n".join(f"  {json.dumps(tree)}" for tree in value) + "\n ]")
        else:
            lines.append(f" {json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    sys.exit(main())
