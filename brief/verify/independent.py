"""A second opinion on who speaks: what the rules, which read the article on their own, attribute to somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.lexicon.names import (
    COURTESY,
    fold,
    given_name,
    name_parts,
    same_body,
    same_given,
    same_person,
    surname,
)
from brief.schema import Actor, Article, Span, Statement, Summary, Words
from brief.spans import sentence_number

SHARE = 0.5
"""Of the claimed content, this share must stand in what the rules give to another speaker."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_NEAR = 12
_MARKS = frozenset("\"“”„‟«»「」『』'‘’‚‹›")
_ARTICLES = frozenset("the a an el la los las le les der die das il lo i gli o os as".split())


def given_to_another(article: Article, claim: Statement, actor: Actor, ruled: Summary) -> str | None:
    """Return why the words are somebody else's, or None where the rules agree, can't tell or are not closer.

    Compared with statements of the rules that hold at least half of the words and whose speaker has a name of its own.
    They agree when one of them goes to the same actor: a shared name, alias, mention or word of name and office. They
    are left aside where the claim's speaker stands inside their words (a report within a report), where the claim's
    speaker stands in the sentence of the words and theirs does not, and where the claim's clause settles it: a name of
    the actor, the cue beside it, and the words beside both.
    """
    source, content = claim.source, claim.content
    if _settled(article.text, claim, actor):
        return None
    actors = {a.id: a for a in ruled.actors}
    other: Actor | None = None
    for statement in ruled.statements:
        speaker = actors.get(statement.actor or "")
        if speaker is None or _overlap(content.spans, statement.content.spans) < SHARE * _length(content.spans):
            continue
        if same_actor(actor, speaker):
            return None
        if not _named(speaker) or _nested(source, statement):
            continue
        if _beside(article, source, content) and not _beside(article, statement.source, statement.content):
            continue
        other = other or speaker
    return f"the text gives these words to {other.name}, not to {actor.name}" if other is not None else None


def same_actor(a: Actor, b: Actor) -> bool:
    """Tell whether two actors of one article can be one: by a name, a mention, or a word of name and office."""
    if a.kind == b.kind == "person":
        given_a, given_b = given_name(_bare(a.name)), given_name(_bare(b.name))
        if given_a and given_b and surname(a.name) == surname(b.name):
            return same_given(given_a, given_b)
    if any(m.start < n.end and n.start < m.end for m in a.mentions for n in b.mentions):
        return True
    names_a, names_b = (a.name, *a.aliases), (b.name, *b.aliases)
    if {fold(n) for n in names_a} & {fold(n) for n in names_b}:
        return True
    if a.kind == b.kind == "person":
        return any(same_person(_bare(x), _bare(y)) for x in names_a for y in names_b) or bool(
            _stems(a.role or "") & _stems(b.role or "") and (len(a.name.split()) < 2 or len(b.name.split()) < 2)
        )
    if any(same_body(x, y) for x in names_a for y in names_b):
        return True
    return bool(_stems(*names_a, a.role or "") & _stems(*names_b, b.role or ""))


def _named(actor: Actor) -> bool:
    """Tell whether an actor has a name of its own: the contractor and the release have none."""
    words = actor.name.split()
    first = 1 if words and words[0].lower() in _ARTICLES else 0
    return actor.kind in ("person", "body") and any(w[:1].isupper() for w in words[first:])


def _settled(text: str, claim: Statement, actor: Actor) -> bool:
    source, cue = claim.source, claim.cue
    if source is None or cue is None or not source.spans or not cue.spans:
        return False
    if not _is_name(source.text, actor):
        return False
    if _between(text, source.spans[0], cue.spans[0]) not in ("", ","):
        return False
    clause = Span(min(source.spans[0].start, cue.spans[0].start), max(source.spans[0].end, cue.spans[0].end))
    return any(_between(text, clause, span) in ("", ",", ":", "that", "?", "!") for span in claim.content.spans)


def _is_name(text: str, actor: Actor) -> bool:
    bare, names = _bare(text), (actor.name, *actor.aliases)
    if actor.kind == "person" and given_name(bare) is None:
        return any(surname(n) == surname(bare) for n in names)
    words = set(name_parts(text))
    return any(fold(n) in (fold(bare), fold(text)) for n in names) or set(name_parts(actor.name)) <= words


def _between(text: str, a: Span, b: Span) -> str:
    """Return what stands between two stretches, without quotation marks and white space."""
    low, high = min(a.end, b.end), max(a.start, b.start)
    return "".join(c for c in text[low:high] if c not in _MARKS and not c.isspace()) if high - low < _NEAR else "far"


def _stems(*texts: str) -> set[str]:
    return {fold(w)[:_STEM] for text in texts for w in _WORD.findall(text)}


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in COURTESY else name


def _overlap(a: Sequence[Span], b: Sequence[Span]) -> int:
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)


def _length(spans: Sequence[Span]) -> int:
    return sum(s.end - s.start for s in spans)


def _nested(source: Words | None, statement: Statement) -> bool:
    return source is not None and _overlap(source.spans, statement.content.spans) > 0


def _beside(article: Article, source: Words | None, content: Words) -> bool:
    if source is None or not source.spans:
        return False
    sentence = sentence_number(article, source.spans[0].start)
    first = sentence_number(article, content.spans[0].start)
    return first <= sentence <= sentence_number(article, content.spans[-1].end - 1)
