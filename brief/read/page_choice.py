"""Which blocks of a page are its article: a logistic regression and small trees, their weights in page_weights.json."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from operator import mul
from typing import NamedTuple

from brief.read.page_features import NAMES

Node = float | tuple[int, float, "Node", "Node"]  # a leaf's value, or column, threshold, child up to it, child above it
_HOPELESS = 0.02  # a chance by the regression below which the trees aren't asked


class Weights(NamedTuple):
    """A fitted choice: the chance of a block is the mean of the regression's and the trees'."""

    intercept: float
    slopes: tuple[float, ...]  # one a column
    start: float
    trees: tuple[Node, ...]
    needed: float  # the chance from which a block belongs to the article


@cache
def weights() -> Weights:
    """Load the packaged weights; `benchmarks/fit_blocks.py` makes them."""
    return weights_from(json.loads(files("brief.read").joinpath("page_weights.json").read_text(encoding="utf-8")))


def weights_from(stored: Mapping[str, object]) -> Weights:
    """Read weights from what their file holds: slopes and trees name the columns of `page_features.NAMES`."""
    column = {name: number for number, name in enumerate(NAMES)}

    def node(value: object) -> Node:
        if isinstance(value, list):
            name, threshold, low, high = value
            return column[name], float(threshold), node(low), node(high)
        return float(str(value))

    slopes, trees = stored["slopes"], stored["trees"]
    if not isinstance(slopes, dict) or not isinstance(trees, list):
        raise ValueError("page_weights.json: slopes is an object, trees is a list")
    return Weights(
        float(str(stored["intercept"])),
        tuple(float(slopes.get(name, 0.0)) for name in NAMES),
        float(str(stored["start"])),
        tuple(map(node, trees)),
        float(str(stored["needed"])),
    )


def chances(rows: Iterable[Sequence[float]], fitted: Weights) -> list[float]:
    """Return for each row of `describe` the chance, 0 to 1, that its block belongs to the article."""
    return [_chance(row, fitted) for row in rows]


def _chance(row: Sequence[float], fitted: Weights) -> float:
    line = _logistic(fitted.intercept + sum(map(mul, fitted.slopes, row)))
    if line < _HOPELESS:
        return line
    grown = fitted.start
    for tree in fitted.trees:
        node = tree
        while isinstance(node, tuple):
            node = node[2] if row[node[0]] <= node[1] else node[3]
        grown += node
    return (line + _logistic(grown)) / 2


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(min(value, 30.0), -30.0)))
