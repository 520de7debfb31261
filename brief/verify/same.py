"""Are two actors of one article the same? By names, mentions and words of name and office."""

from __future__ import annotations

import re

from brief.lexicon.names import COURTESY, fold, given_name, name_parts, same_body, same_given, same_person, surname
from brief.schema import Actor

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_ARTICLES = frozenset("the a an el la los las le les der die das il lo i gli o os as".split())
_POSSESSIVES = frozenset("his her its their our my your this these that those su sus son sa ses leur sein ihr".split())


def same_actor(a: Actor, b: Actor) -> bool:
    """Tell whether two actors of one article can be one: by a name, a mention, or a word of name and office."""
    if a.kind == b.kind == "person":
        given_a, given_b = given_name(bare_name(a.name)), given_name(bare_name(b.name))
        if given_a and given_b and surname(a.name) == surname(b.name):
            return same_given(given_a, given_b)
    if any(m.start < n.end and n.start < m.end for m in a.mentions for n in b.mentions):
        return True
    names_a, names_b = (a.name, *a.aliases), (b.name, *b.aliases)
    if {fold(n) for n in names_a} & {fold(n) for n in names_b}:
        return True
    if a.kind == b.kind == "person":
        return any(same_person(bare_name(x), bare_name(y)) for x in names_a for y in names_b) or bool(
            _stems(a.role or "") & _stems(b.role or "") and (len(a.name.split()) < 2 or len(b.name.split()) < 2)
        )
    if any(same_body(x, y) for x in names_a for y in names_b):
        return True
    return bool(_stems(*names_a, a.role or "") & _stems(*names_b, b.role or ""))


def has_a_name(actor: Actor) -> bool:
    """Tell whether an actor has a name of its own: the contractor, the release and its statements have none."""
    words = actor.name.split()
    if not words or words[0].lower() in _POSSESSIVES:
        return False
    first = 1 if words[0].lower() in _ARTICLES else 0
    return actor.kind in ("person", "body") and any(w[:1].isupper() for w in words[first:])


def _stems(*texts: str) -> set[str]:
    return {fold(w)[:_STEM] for text in texts for w in _WORD.findall(text)}


def bare_name(name: str) -> str:
    """Return a name without Mr. or Ms. before it."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in COURTESY else name


def goes_by(actor: Actor, name: str) -> bool:
    """Tell whether an actor goes by a name: one of its own, shorter or longer, with the same surname."""
    bare = bare_name(name)
    for own in (actor.name, *actor.aliases):
        if fold(own) == fold(name) or fold(bare_name(own)) == fold(bare):
            return True
        if actor.kind == "person" and same_person(bare_name(own), bare):
            return True
        if actor.kind != "person" and (same_body(own, name) or set(name_parts(bare)) <= set(name_parts(own))):
            return True
    return False
