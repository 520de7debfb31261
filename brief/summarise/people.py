"""The actors of an article summarised by a model: those the rules find, and those the model names."""

from __future__ import annotations

from brief.lexicon.function_words import PERSONAL, RELATIVES
from brief.lexicon.names import COURTESY, fold, given_name, same_body, same_person
from brief.schema import Actor, ActorKind, Span, Words
from brief.summarise.placing import Places


class People:
    """Gives each speaker that a model names an actor of the article."""

    def __init__(self, places: Places, ruled: tuple[Actor, ...]) -> None:
        self._places = places
        self._actors: list[Actor] = list(ruled)
        self._by_name: dict[str, list[Actor]] = {}
        for actor in ruled:
            self._learn(actor)
        self._taken: dict[tuple[str, int], Actor] = {}
        self._made = 0

    def actors(self) -> tuple[Actor, ...]:
        """Return all actors: the rules' in their order, then the new ones."""
        return tuple(self._actors)

    def speaker(self, name: str | None, kind: ActorKind, mention: Words | None) -> str | None:
        """Return the id of the actor that a statement is given to; None when the model names nobody.

        A name that does not stand in the article becomes an actor without mentions, which the check turns down. An
        unnamed source is an actor of its own at each mention.
        """
        place = mention.spans[0] if mention is not None and mention.spans else None
        if name is None or _no_name(name):
            return None
        name = " ".join(name.split())
        if kind == "unnamed":
            return self._unnamed(name, place).id
        actor = self._known(name, place) or self._new(name, kind)
        return actor.id

    def _known(self, name: str, place: Span | None) -> Actor | None:
        bare = _bare(name)
        exact = self._by_name.get(fold(name)) or self._by_name.get(fold(bare)) or []
        if exact:
            return next((a for a in exact if place is not None and _mentioned(a, place)), exact[0])
        if self._places.occurrences(name):
            return None
        folded = f" {fold(bare)} "
        inside = [
            a
            for a in self._actors
            if a.kind != "unnamed" and any(" " in n and f" {fold(n)} " in folded for n in (a.name, *a.aliases))
        ]
        if len(inside) == 1:
            return inside[0]
        alike = [a for a in self._actors if _alike(a, bare)]
        here = [a for a in alike if place is not None and _mentioned(a, place)]
        return here[0] if here else alike[0] if len(alike) == 1 else None

    def _unnamed(self, name: str, place: Span | None) -> Actor:
        if place is not None:
            ruled = next((a for a in self._actors if a.kind == "unnamed" and _mentioned(a, place)), None)
            if ruled is not None:
                return ruled
        key = (name, place.start if place else -1)
        if key not in self._taken:
            found = self._places.occurrences(name)
            nearest = min(found, key=lambda s: abs(s.start - place.start) if place else s.start, default=None)
            self._taken[key] = self._add(name, "unnamed", () if nearest is None else (nearest,))
        return self._taken[key]

    def _new(self, name: str, kind: ActorKind) -> Actor:
        actor = self._add(name, kind, self._places.occurrences(name))
        self._learn(actor)
        return actor

    def _add(self, name: str, kind: ActorKind, mentions: tuple[Span, ...]) -> Actor:
        self._made += 1
        actor = Actor(id=f"m{self._made}", name=name, aliases=(), role=None, kind=kind, mentions=mentions)
        self._actors.append(actor)
        return actor

    def _learn(self, actor: Actor) -> None:
        if actor.kind == "unnamed":
            return
        for name in (actor.name, *actor.aliases):
            self._by_name.setdefault(fold(name), []).append(actor)
            self._by_name.setdefault(fold(_bare(name)), []).append(actor)


def _mentioned(actor: Actor, place: Span) -> bool:
    return any(m.start < place.end and place.start < m.end for m in actor.mentions)


def _alike(actor: Actor, name: str) -> bool:
    names = (actor.name, *actor.aliases)
    if actor.kind == "person":
        return given_name(name) is not None and any(same_person(_bare(n), name) for n in names)
    return actor.kind == "body" and any(same_body(n, name) for n in names)


def _bare(name: str) -> str:
    words = name.split()
    if len(words) > 1 and (words[0].lower() in COURTESY or words[0].lower() in ("the", "dr.", "dr")):
        words = words[1:]
    return " ".join(words)


def _no_name(name: str) -> bool:
    return not any(c.isalnum() for c in name) or name.strip().lower() in PERSONAL | RELATIVES
