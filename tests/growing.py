"""How time grows with the size of the work, on a machine that other programs use too."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

_Work = TypeVar("_Work")

LEAST = 0.05
"""Seconds of CPU that the small work counts for at least."""

TRIES = 3


def grows_less(of: Callable[[_Work], object], small: _Work, large: _Work, times: float) -> bool:
    """Tell whether the large work takes less than some times as long as the small one, in one of a few tries."""
    for _ in range(TRIES):
        begun = time.process_time()
        of(small)
        between = time.process_time()
        of(large)
        if time.process_time() - between < times * max(between - begun, LEAST):
            return True
    return False
