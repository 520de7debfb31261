"""Actors of a set of articles: one person or body under all the names that the articles use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from brief.lexicon.names import acronym, fold, given_name, initials, name_parts, same_body, same_given, surname
from brief.schema import Actor


@dataclass(slots=True, eq=False)
class _Merged:
    parts: list[tuple[str, Actor]] = field(default_factory=list)

    def names(self) -> list[str]:
        return list(dict.fromkeys(n for _, a in self.parts for n in (a.name, *a.aliases)))

    def roles(self) -> list[str]:
        return list(dict.fromkeys(a.role for _, a in self.parts if a.role))


def merge_actors(
    per_article: Mapping[str, Sequence[Actor]],
    same: Sequence[Sequence[str]] = (),
    different: Sequence[Sequence[str]] = (),
) -> tuple[Actor, ...]:
    """Return the actors of a set, ids A1, A2, ... in order of first appearance.

    `per_article` maps an article's id to its actors. The rules are those within one article: equal names, dotted and
    undotted acronyms with their expansion, compatible given names of one surname where no other bearer of it is
    known. A bare surname joins only when one bearer fits. Unnamed sources are never merged, not even with themselves.
    The analyst overrules: names listed together in `same` are one actor, those in `different` are not; an actor that
    carries both names within one article stays one.
    """
    parts = [(article, actor) for article, actors in per_article.items() for actor in actors]
    order = {id(actor): n for n, (_, actor) in enumerate(parts)}
    merged: list[_Merged] = []
    merged += _people([p for p in parts if p[1].kind == "person"])
    merged += _bodies([p for p in parts if p[1].kind == "body"])
    merged += _groups([p for p in parts if p[1].kind == "group"])
    merged += [_Merged([p]) for p in parts if p[1].kind == "unnamed"]
    merged = _joined(_parted(merged, different), same)
    merged.sort(key=lambda m: min(order[id(a)] for _, a in m.parts))
    return tuple(_actor(m, f"A{n}") for n, m in enumerate(merged, start=1))


def _parted(merged: Sequence[_Merged], different: Sequence[Sequence[str]]) -> list[_Merged]:
    found = list(merged)
    for names in different:
        for whole in [m for m in found if len({*names} & {*m.names()}) > 1]:
            groups: dict[str, _Merged] = {}
            for part in whole.parts:
                own = {part[1].name, *part[1].aliases}
                groups.setdefault(next((n for n in names if n in own), names[0]), _Merged()).parts.append(part)
            found.remove(whole)
            found.extend(groups.values())
    return found


def _joined(merged: Sequence[_Merged], same: Sequence[Sequence[str]]) -> list[_Merged]:
    found = list(merged)
    for names in same:
        hits = [m for m in found if {*names} & {*m.names()}]
        for other in hits[1:]:
            hits[0].parts.extend(other.parts)
            found.remove(other)
    return found


def _people(parts: list[tuple[str, Actor]]) -> list[_Merged]:
    by_surname: dict[str, list[_Merged]] = {}
    full = [p for p in parts if given_name(p[1].name) is not None]
    for part in full:
        bearers = by_surname.setdefault(surname(part[1].name), [])
        exact = next((m for m in bearers if name_parts(m.parts[0][1].name) == name_parts(part[1].name)), None)
        if exact is None:
            bearers.append(_Merged([part]))
        else:
            exact.parts.append(part)
    for bearers in by_surname.values():
        _join_short_forms(bearers)
    for part in parts:
        if given_name(part[1].name) is not None:
            continue
        bearers = by_surname.setdefault(surname(part[1].name), [])
        fitting = [m for m in bearers if _roles_agree(m.roles(), part[1].role)]
        if len(fitting) == 1 and len(bearers) == 1:
            fitting[0].parts.append(part)
        elif not bearers:
            bearers.append(_Merged([part]))
        else:
            bare = next((m for m in bearers if given_name(m.parts[0][1].name) is None), None)
            if bare is None:
                bearers.append(_Merged([part]))
            else:
                bare.parts.append(part)
    return [m for bearers in by_surname.values() for m in bearers]


def _join_short_forms(bearers: list[_Merged]) -> None:
    """Make one of two bearers of a surname whose given names are forms of each other, if there is no third."""
    if len(bearers) != 2:
        return
    a, b = bearers
    given_a, given_b = (given_name(m.parts[0][1].name) or "" for m in bearers)
    together = {article for article, _ in a.parts} & {article for article, _ in b.parts}
    if same_given(given_a, given_b) and not together and _roles_agree(a.roles(), *b.roles()):
        a.parts.extend(b.parts)
        bearers.remove(b)


def _bodies(parts: list[tuple[str, Actor]]) -> list[_Merged]:
    by_key: dict[str, _Merged] = {}
    found: list[_Merged] = []
    for part in parts:
        names = (part[1].name, *part[1].aliases)
        target = None
        for name in names:
            target = target or by_key.get(fold(name)) or _by_letters(by_key, name)
        if target is None:
            target = _Merged()
            found.append(target)
        target.parts.append(part)
        for name in names:
            by_key.setdefault(fold(name), target)
            by_key.setdefault(acronym(name) or initials(name), target)
    return found


def _by_letters(by_key: dict[str, _Merged], name: str) -> _Merged | None:
    candidate = by_key.get(acronym(name) or initials(name))
    if candidate is None or not any(same_body(name, n) for n in candidate.names()):
        return None
    return candidate


def _groups(parts: list[tuple[str, Actor]]) -> list[_Merged]:
    by_name: dict[str, _Merged] = {}
    for part in parts:
        by_name.setdefault(part[1].name.lower(), _Merged()).parts.append(part)
    return list(by_name.values())


def _roles_agree(roles: Sequence[str], *others: str | None) -> bool:
    words = {w for r in roles for w in _role_words(r)}
    other = {w for r in others if r for w in _role_words(r)}
    return not words or not other or bool(words & other)


def _role_words(role: str) -> set[str]:
    return {fold(w) for w in role.replace("’s", "").replace("'s", "").split()} - {"the", "of", "a", "an", "for", "and"}


def _actor(merged: _Merged, name_id: str) -> Actor:
    names = merged.names()
    kind = merged.parts[0][1].kind
    used = Counter(actor.name for _, actor in merged.parts)
    name = names[0]
    if kind != "unnamed":
        name = max(names, key=lambda n: (acronym(n) is None, " " in n, used[n], len(n.split()), len(n)))
    roles = merged.roles()
    return Actor(
        id=name_id,
        name=name,
        aliases=tuple(n for n in names if n != name),
        role=roles[0] if roles else None,
        kind=kind,
        mentions=(),
        members=tuple(f"{article}/{actor.id}" for article, actor in merged.parts),
    )
