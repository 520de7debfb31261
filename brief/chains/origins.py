"""What counts as an independent voice: where a statement comes from, not how many outlets print it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from brief.chains.outlets import folded
from brief.schema import Actor, Article, Chain, Link, Utterance, VerifiedStatement, VerifiedSummary

Place = tuple[str, str]
"""Id of an article, and of a statement within it."""


def places(utterance: Utterance) -> tuple[Place, ...]:
    """Return the statements that tell an utterance."""
    return tuple((rendering.article, rendering.statement) for rendering in utterance.renderings)


class Origins:
    """Tells the origins of the statements of a set.

    A named actor is one origin, in however many texts. An unnamed source is one for the article (or the outlet) that
    spoke to it and as described there: it is never taken for another one, and what several describe is never added up.
    A statement without a speaker is its article's own finding.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        summaries: Sequence[VerifiedSummary],
        actors: Sequence[Actor],
        chains: Iterable[Chain],
    ) -> None:
        self._links = {(chain.article, chain.statement): chain.links for chain in chains}
        self._statements = {(s.article, t.id): t for s in summaries for t in s.attributions}
        self._of_set = {member: actor for actor in actors for member in actor.members}
        outlets = Counter(folded(a.outlet) for a in articles if a.outlet)
        self._only = {folded(a.outlet): a.id for a in articles if a.outlet and outlets[folded(a.outlet)] == 1}

    def origin_of(self, place: Place) -> Link | None:
        """Return the last link of a statement's chain; None when it went through one hand only."""
        links = self._links.get(place)
        return links[-1] if links else None

    def origins(self, told: Iterable[Place], kept: Mapping[str, str] | None = None) -> tuple[str, ...]:
        """Return the distinct origins of some statements, in their order.

        `kept` gives for the id of a copy that of the article which stands for it: copies are one text. An origin is
        the id of an actor of the set; `article: description` of an unnamed source or document, with the outlet's name
        where the text has it from an outlet that is not in the set; or the id of an article for its own finding.
        """
        return tuple(dict.fromkeys(self._key(place, kept or {}) for place in told))

    def _key(self, place: Place, kept: Mapping[str, str]) -> str:
        article, statement = place[0], self._statements[place]
        own = kept.get(article, article)
        links = self._links.get(place)
        if not links:
            return self._single(place[0], statement, own)
        last = links[-1]
        if last.actor is not None and last.kind in ("speaker", "outlet"):
            return last.actor
        outlet = next((link for link in reversed(links[:-1]) if link.kind == "outlet"), None)
        if outlet is not None:
            via = self._only.get(folded(outlet.words.text))
            own = kept.get(via, via) if via is not None else folded(outlet.words.text)
        return f"{own}: {_described(last.words.text)}"

    def _single(self, article: str, statement: VerifiedStatement, own: str) -> str:
        actor = self._of_set.get(f"{article}/{statement.actor}")
        if actor is None:
            return f"{own}: {_described(statement.source.text)}" if statement.source is not None else own
        return f"{own}: {_described(actor.name)}" if actor.kind == "unnamed" else actor.id


def _described(words: str) -> str:
    return " ".join(words.lower().removeprefix("the ").split())
