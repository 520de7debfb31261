"""What a briefing is assembled from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from brief.schema import (
    Actor,
    Article,
    Comparison,
    Copy,
    Fitness,
    Provenance,
    Rejected,
    SourceStatus,
    VerifiedSummary,
)
from brief.schema.conclusion import Conclusion


@dataclass(frozen=True)
class Material:
    """Everything that is known once the articles have been compared."""

    title: str | None
    question: str | None
    as_of: str
    articles: tuple[Article, ...]
    """All articles found, in the order of the inputs: the first is S1."""
    standing: Mapping[str, tuple[SourceStatus, str]]
    """For each article id whether it is used, and why or why not."""
    summaries: tuple[VerifiedSummary, ...]
    """One for each article used."""
    comparison: Comparison
    provenance: Provenance
    handling: str | None = None
    """The user's own marking, printed in the header."""
    conclusion: Conclusion | None = None
    """What a model concludes; None by rules."""
    not_compared: tuple[Rejected, ...] = ()
    """What a model returned when it compared the set and that did not hold."""

    copies: tuple[Copy, ...] = ()
    """Which articles of the set repeat another one."""
    fitness: Mapping[str, Fitness] = field(default_factory=dict)
    """For each article id whether its words can stand in quotation marks; an article that is not in it is fit."""

    def number(self, article: str) -> int:
        """Return the source number of an article."""
        return self.numbers[article]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Source numbers by article id."""
        return {article.id: n for n, article in enumerate(self.articles, start=1)}

    @cached_property
    def article(self) -> Mapping[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def unfit(self) -> frozenset[str]:
        """Ids of the articles whose words are not their author's: nothing of them is printed as a quotation."""
        return frozenset(name for name, found in self.fitness.items() if found.verdict == "unfit")

    @property
    def used(self) -> tuple[Article, ...]:
        """The articles that the findings were made from."""
        return tuple(a for a in self.articles if self.standing[a.id][0] == "used")

    @cached_property
    def actor_of(self) -> Mapping[tuple[str, str], Actor]:
        """The actor of the set for each article's actor."""
        found: dict[tuple[str, str], Actor] = {}
        for actor in self.comparison.actors:
            for member in actor.members:
                article, _, local = member.rpartition("/")
                found[article, local] = actor
        return found
