"""The labelled affairs in tests/affairs: invented articles on one matter, with what is to be found in them.

Each folder has a1.txt, a2.txt ... (headline, `Outlet | date`, blank line, body) and gold.json: contradictions with both
sides' words (`also_a`, `also_b` say the same), pairs that tempt and are none, open questions, events, injections.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks.contradictions import read_article
from brief.actors import merge_actors
from brief.compare.passages import Passage, read_passages
from brief.schema import Article, VerifiedSummary
from brief.summarise.by_rules import summarise
from brief.verify import verify

AFFAIRS = Path(__file__).parent.parent / "tests" / "affairs"
HELD_OUT = 9
"""Affairs whose number this divides are never fitted on; they are scored."""

_OF_LABEL, _OF_PASSAGE = 0.4, 0.6  # share of a labelled stretch, or of a passage, that makes them one place

Labels = dict[tuple[int, int], tuple[int, str]]
"""By the numbers of two passages: which labelled contradiction they are, and its kind or `apparent`."""


@dataclass(frozen=True)
class Affair:
    """One affair with its articles by rules, and its labels."""

    name: str
    articles: tuple[Article, ...]
    gold: Mapping[str, Any]

    @property
    def held_out(self) -> bool:
        """Whether nothing is fitted on it."""
        return self.number % HELD_OUT == 0

    @property
    def number(self) -> int:
        """The number that the folder's name begins with."""
        return int(self.name.split("-")[0])

    @cached_property
    def summaries(self) -> tuple[VerifiedSummary, ...]:
        """What the rules find in each article."""
        return tuple(verify(a, summarise(a)) for a in self.articles)

    @cached_property
    def passages(self) -> list[Passage]:
        """The passages that a comparison sees."""
        return read_passages(self.articles, self.summaries, merge_actors({s.article: s.actors for s in self.summaries}))

    def labels(self) -> Labels:
        """Return which pairs of passages are labelled contradictions."""
        found: Labels = {}
        for n, c in enumerate(self.gold["contradictions"]):
            kind = "apparent" if c["status"] == "apparent" else c["kind"]
            for x in (c["a"], *c.get("also_a", ())):
                for y in (c["b"], *c.get("also_b", ())):
                    for i in self.places(x):
                        found |= {(min(i, j), max(i, j)): (n, kind) for j in self.places(y) if i != j}
        return found

    def real(self) -> int:
        """Return how many contradictions are labelled that are not apparent only."""
        return sum(c["status"] != "apparent" for c in self.gold["contradictions"])

    def places(self, label: Mapping[str, str]) -> list[int]:
        """Return the numbers of the passages that a labelled stretch stands in."""
        text = next(a.text for a in self.articles if a.id == label["article"])
        start = text.index(label["text"])
        end = start + len(label["text"])
        found = []
        for p in self.passages:
            common = min(end, p.end) - max(start, p.start) if p.name == label["article"] else 0
            if common > 0 and (common >= _OF_LABEL * (end - start) or common >= _OF_PASSAGE * (p.end - p.start)):
                found.append(p.index)
        return found


def affairs(folder: Path = AFFAIRS) -> Iterator[Affair]:
    """Yield the affairs of a folder in the order of their numbers."""
    for path in sorted(folder.glob("*/gold.json"), key=lambda p: int(p.parent.name.split("-")[0])):
        articles = tuple(read_article(p) for p in sorted(path.parent.glob("a*.txt")))
        yield Affair(path.parent.name, articles, json.loads(path.read_text(encoding="utf-8")))


def data_hash(folder: Path = AFFAIRS) -> str:
    """Return the SHA-256 of every article and every label."""
    digest = hashlib.sha256()
    for path in sorted((*folder.glob("*/a*.txt"), *folder.glob("*/gold.json"))):
        digest.update(f"{path.parent.name}/{path.name}".encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
