"""The heaviest stretch of a sequence of weights."""

from __future__ import annotations

from collections.abc import Iterable


def heaviest_run(weights: Iterable[float]) -> tuple[int, int]:
    """Return the first stretch [first, last) with the largest sum; (0, 0) when no weight is above zero."""
    best, span, total, start = 0.0, (0, 0), 0.0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, i
        total += weight
        if total > best:
            best, span = total, (start, i + 1)
    return span
