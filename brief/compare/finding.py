"""What a detector hands on: two passages that do not hold together, and how."""

from __future__ import annotations

from dataclasses import dataclass

from brief.compare.passages import Passage
from brief.schema import ContradictionKind, Status


@dataclass(frozen=True, slots=True)
class Finding:
    """A possible contradiction between two passages; `score` orders findings, higher is surer.

    Findings of one `group` are one contradiction told in several places; `also_a` and `also_b` hold the other places.
    """

    kind: ContradictionKind
    a: Passage
    b: Passage
    score: float
    shared: frozenset[str]
    status: Status = "open"
    value_a: str | None = None
    value_b: str | None = None
    note: str | None = None
    group: str | None = None
    also_a: tuple[Passage, ...] = ()
    also_b: tuple[Passage, ...] = ()

    @property
    def actors(self) -> frozenset[str]:
        """Actors that either side names."""
        return self.a.actors | self.b.actors
