"""Whose words stand on a side of a disagreement: a speaker, a speaker as a text reports it, a headline, or a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brief.assemble.material import Material
from brief.assemble.printable import fragments
from brief.schema import Actor, Evidence, Side, VerifiedStatement
from brief.sentences import split_sentences

_OPENING = 6
"""Words of a sentence within which its first named actor begins, to own the words that the sentence quotes."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks on a side."""

    name: str
    """As a column head: the speaker, `Port Authority, as S1 reports it`, `Headline of S7`, `S1 itself`."""
    short: str
    """As part of a heading: the speaker, or S1."""
    actor: Actor | None
    """The actor of the set, where one is known."""
    speaks: bool = True
    """False where the text itself says it."""


class Speakers:
    """Tells who speaks on the sides of the set's disagreements."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in material.comparison.actors}
        self._summaries = {summary.article: summary for summary in material.summaries}

    def voice(self, side: Side) -> Voice:
        """Return who speaks on a side."""
        first = side.evidence[0]
        source = f"S{self._material.number(first.article)}"
        if side.speaker:
            return Voice(side.speaker, side.speaker, self._actors.get(side.actor or ""))
        if first.field == "title":
            return Voice(f"Headline of {source}", source, None, speaks=False)
        actor = self._reported(first)
        if actor is None:
            return Voice(f"{source} itself", source, None, speaks=False)
        return Voice(f"{actor.name}, as {source} reports it", actor.name, actor)

    def statements(self, item: Evidence) -> tuple[VerifiedStatement, ...]:
        """Return the statements whose words a piece of evidence holds, those with most of its words first."""
        summary = self._summaries.get(item.article)
        if summary is None or item.field == "title":
            return ()
        shared = [
            (sum(max(0, min(s.end, item.end) - max(s.start, item.start)) for s in statement.content.spans), statement)
            for statement in summary.attributions
        ]
        return tuple(statement for length, statement in sorted(shared, key=lambda pair: -pair[0]) if length)

    def _reported(self, item: Evidence) -> Actor | None:
        """Return whose words a text reports without a speaker of the side's own."""
        for statement in self.statements(item):
            length = sum(span.end - span.start for span in statement.content.spans)
            actor = self._material.actor_of.get((item.article, statement.actor or ""))
            if actor is not None and length * 2 >= item.end - item.start:
                return actor
        return self._opening(item)

    def _opening(self, item: Evidence) -> Actor | None:
        """Return the only actor before a quotation where the sentence begins with it: `The port called it “...”`."""
        summary = self._summaries.get(item.article)
        quoted = fragments(item.text)
        if summary is None or not quoted:
            return None
        text = self._material.article[item.article].text
        start = next((s.start for s in split_sentences(text) if s.start <= item.start < s.end), item.start)
        before = item.start + quoted[0].start
        named = {
            actor.id: min(span.start for span in actor.mentions if start <= span.start < before)
            for actor in summary.actors
            if actor.kind in ("person", "body") and any(start <= span.start < before for span in actor.mentions)
        }
        if len(named) != 1:
            return None
        ((local, at),) = named.items()
        if len(text[start:at].split()) > _OPENING:
            return None
        return self._material.actor_of.get((item.article, local))
