"""A model's own words about some items: printed where they hold, else a fixed sentence; with a list of what did not."""

from __future__ import annotations

import re

from brief.overstating import Ground, additions, kinship, unfit
from brief.schema import Rejected

MOST_REJECTED = 60
"""Rejected entries that are listed one by one."""

LONGEST_SENTENCE = 320
"""Characters of a sentence of the model's own."""


class TurnedDown:
    """What a model returned that did not hold, each with the reason."""

    def __init__(self) -> None:
        self._all: list[Rejected] = []

    def add(self, what: str, why: str, *, words: bool = False) -> None:
        """Note an entry, or, with `words`, words of the model's own that say more than their evidence."""
        self._all.append(Rejected(item=what, verdict="overstated" if words else "not_found", reason=why))

    def all(self) -> tuple[Rejected, ...]:
        """Return what did not hold; of very many the first, and how many more."""
        more = len(self._all) - MOST_REJECTED
        if more <= 0:
            return tuple(self._all)
        rest = Rejected(item=f"{more} further entries", verdict="not_found", reason="not listed one by one")
        return (*self._all[:MOST_REJECTED], rest)


def faults(text: str, ground: Ground, *, longest: int = LONGEST_SENTENCE, kin: float = 0.0) -> str | None:
    """Return why a model's words can't be printed beside the items that are their ground, or None.

    `kin` is the least share of the words that must stand in the items.
    """
    unprintable = unfit(text, longest)
    if unprintable:
        return unprintable
    added = additions(text, ground)
    if added:
        return "; ".join(added)
    return "its words are not those of the items" if kinship(text, ground) < kin else None


def sentence(text: str) -> str:
    """Return words with a full stop where they end without a mark."""
    text = text.strip()
    return text if not text or text[-1] in ".!?" else f"{text}."


def shortened(name: str) -> str:
    """Return an id of a model's own as it may be printed."""
    return re.sub(r"[^\w.~-]", "?", name[:16]) or "without a name"
