"""A second opinion on who speaks: what the rules, which read the article on their own, attribute to somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from brief.lexicon.names import fold, given_name, name_parts, surname
from brief.schema import Actor, Article, Span, Statement, Summary, Words
from brief.spans import sentence_number
from brief.verify.same import bare_name, has_a_name, same_actor
from brief.verify.speaker import is_pronoun

SHARE = 0.5
"""Of the claimed content, this share must stand in what the rules give to another speaker."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_NEAR = 12
_MARKS = frozenset("\"“”„‟«»「」『』'‘’‚‹›")
_DOCUMENTS = frozenset(
    "release statement report letter document memo notice bulletin announcement indictment lawsuit complaint text "
    "comunicado informe carta documento communique rapport lettre texte bericht erklarung mitteilung brief".split()
)


class Disagreement(NamedTuple):
    """Whom the rules give the words to. `resolved`: the mention by which they do, where it does not name that actor."""

    other: Actor
    resolved: Words | None


def given_to_another(article: Article, claim: Statement, actor: Actor, ruled: Summary) -> Disagreement | None:
    """Return whose the words are by the rules, or None where they agree, can't tell or are not closer.

    Compared with statements of the rules that hold at least half of the words and whose speaker has a name of its own.
    They agree when one of them goes to the same actor: a shared name, alias, mention or word of name and office. They
    are left aside where the claim's speaker is a document, or stands closer to the words than theirs; where it stands
    inside their words (a report within a report); where it stands in the sentence of the words and theirs does not;
    and where the claim's clause settles it: a name of the actor, the cue beside it, and the words beside both.
    """
    source, content = claim.source, claim.content
    if _settled(article.text, claim, actor):
        return None
    actors = {a.id: a for a in ruled.actors}
    found: list[Disagreement] = []
    for statement in ruled.statements:
        speaker = actors.get(statement.actor or "")
        if speaker is None or _overlap(content.spans, statement.content.spans) < SHARE * _length(content.spans):
            continue
        if same_actor(actor, speaker):
            return None
        if not has_a_name(speaker) or _nested(source, statement):
            continue
        if _is_document(actor) or _nearer(claim, statement):
            continue
        if _beside(article, source, content) and not _beside(article, statement.source, statement.content):
            continue
        found.append(Disagreement(speaker, _resolved(claim, statement, speaker)))
    return min(found, key=lambda d: d.resolved is not None, default=None)


def _resolved(claim: Statement, ruled: Statement, speaker: Actor) -> Words | None:
    """Return the mention that only a guess ties to the rules' speaker: a pronoun, or a noun that the claim reads too.

    "the senator's campaign" is the speaker for the claim, and the senator for the rules: neither is a proof.
    """
    source = ruled.source
    if source is None or is_pronoun(source.text):
        return source
    if claim.source is None or not _overlap(claim.source.spans, source.spans) or _is_name(source.text, speaker):
        return None
    known = {part for name in (speaker.name, *speaker.aliases) for part in name_parts(name)}
    return None if known & set(name_parts(source.text)) else source


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
    bare, names = bare_name(text), (actor.name, *actor.aliases)
    if actor.kind == "person" and given_name(bare) is None:
        return any(surname(n) == surname(bare) for n in names)
    words = set(name_parts(text))
    return any(fold(n) in (fold(bare), fold(text)) for n in names) or set(name_parts(actor.name)) <= words


def _between(text: str, a: Span, b: Span) -> str:
    """Return what stands between two stretches, without quotation marks and white space."""
    low, high = min(a.end, b.end), max(a.start, b.start)
    return "".join(c for c in text[low:high] if c not in _MARKS and not c.isspace()) if high - low < _NEAR else "far"


def _overlap(a: Sequence[Span], b: Sequence[Span]) -> int:
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)


def _length(spans: Sequence[Span]) -> int:
    return sum(s.end - s.start for s in spans)


def _is_document(actor: Actor) -> bool:
    """Tell whether an actor is a paper that a body speaks through: the news release, the report."""
    words = {fold(word) for word in _WORD.findall(actor.name)}
    return actor.kind != "person" and bool(words & _DOCUMENTS)


def _nearer(claim: Statement, ruled: Statement) -> bool:
    """Tell whether the claim names its speaker, by name, closer to the words than the rules do."""
    if claim.source is None or ruled.source is None or not claim.source.spans or not ruled.source.spans:
        return False
    mine, theirs = (_distance(s.source, s.content) for s in (claim, ruled) if s.source is not None)
    return mine < theirs


def _distance(source: Words, content: Words) -> int:
    return min(max(c.start - s.end, s.start - c.end, 0) for s in source.spans for c in content.spans)


def _nested(source: Words | None, statement: Statement) -> bool:
    return source is not None and _overlap(source.spans, statement.content.spans) > 0


def _beside(article: Article, source: Words | None, content: Words) -> bool:
    if source is None or not source.spans:
        return False
    sentence = sentence_number(article, source.spans[0].start)
    first = sentence_number(article, content.spans[0].start)
    return first <= sentence <= sentence_number(article, content.spans[-1].end - 1)
