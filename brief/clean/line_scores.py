"""How likely each line is the article's: a logistic regression, fitted by benchmarks/fit_lines.py on labelled pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from operator import mul
from typing import NamedTuple

from brief.clean.line_features import line_features
from brief.clean.lines import Line


class LineModel(NamedTuple):
    """What each feature of a line adds to its log-odds."""

    intercept: float
    weights: dict[str, float]


@cache
def line_model() -> LineModel:
    """Return the fitted model that comes with the program."""
    found = json.loads((files("brief.clean") / "line_weights.json").read_text(encoding="utf-8"))
    return LineModel(found["intercept"], found["weights"])


def line_scores(lines: Sequence[Line]) -> list[float]:
    """Return the log-odds of each line to be one of the article's."""
    columns = line_features(lines)
    intercept, weights = line_model()
    rows = zip(*(columns[name] for name in weights), strict=True)
    return [intercept + sum(map(mul, weights.values(), row)) for row in rows]
