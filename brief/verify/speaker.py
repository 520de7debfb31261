"""Is it the right person? Checks the speaker of a statement apart from its words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from brief.schema import Actor, Article, Verdict, Words
from brief.sentences import split_sentences
from brief.spans import sentence_number
from brief.verify.same import has_a_name, same_actor

REACH = 3
"""A source stands at most this many sentences from its content, in the same paragraph or the next."""

_PRONOUNS = frozenset(
    "he she they it who that which his her their him them i we you el ella ellos ellas quien quienes il elle ils elles "
    "qui er sie es wer ele ela eles elas lui lei loro chi".split()
)
_ARTICLES = frozenset("the a an el la los las le les der die das il lo".split())
_WORD = re.compile(r"\w+")


def check_speaker(
    article: Article,
    source: Words | None,
    content: Words,
    actor: Actor | None,
    actors: Mapping[str, Actor],
    *,
    agreed: bool = False,
) -> tuple[Verdict, str] | None:
    """Return a verdict and its reason when the speaker does not hold, None when it does.

    The mention must stand near the content, and must be a name, a role or a pronoun of the claimed actor; a
    pronoun counts when the actor is named before it. `agreed`: the named check takes a common noun ("the agency")
    for the actor.
    """
    if source is None or not source.spans:
        if actor is None:
            return None
        return "speaker_not_established", f"no words near the content name {actor.name}"
    if not _near(article, source, content):
        return "speaker_not_established", "the speaker is named too far from the content"
    if actor is None:
        return None
    if is_pronoun(source.text):
        if any(mention.start < source.spans[0].start for mention in actor.mentions):
            return None
        return "speaker_not_established", f"{actor.name} is not named before the pronoun"
    if _names(source, actor) or _shortens(source, actor):
        return None
    other = next((a for a in actors.values() if _names(source, a) and has_a_name(a) and not same_actor(a, actor)), None)
    if other is not None:
        return "misattributed", f"the text names {other.name} here, not {actor.name}"
    if (agreed and _is_common(source.text)) or (actor.role and _shares_word(source.text, actor.role)):
        return None
    return "speaker_not_established", f"the words that name the speaker are not a name of {actor.name}"


def _near(article: Article, source: Words, content: Words) -> bool:
    sentences = split_sentences(article.text)
    mine, theirs = _numbers(article, source), _numbers(article, content)
    gap = min(abs(a - b) for a in mine for b in theirs)
    paragraphs = min(abs(sentences[a - 1].paragraph - sentences[b - 1].paragraph) for a in mine for b in theirs)
    return gap <= REACH and paragraphs <= 1


def _numbers(article: Article, words: Words) -> set[int]:
    return {sentence_number(article, at) for span in words.spans for at in (span.start, span.end - 1)}


def is_pronoun(text: str) -> bool:
    """Tell whether a mention is a pronoun and nothing else."""
    return text.strip().lower() in _PRONOUNS


def _is_common(text: str) -> bool:
    """Tell whether a mention is an article and a common noun."""
    first, *rest = text.split() or [""]
    return first.lower() in _ARTICLES and bool(rest) and all(word.islower() for word in rest)


def _names(source: Words, actor: Actor) -> bool:
    if any(m.start < s.end and s.start < m.end for m in actor.mentions for s in source.spans):
        return True
    words = _words(source.text)
    return any(_words(name) <= words for name in (actor.name, *actor.aliases) if name)


def _shortens(source: Words, actor: Actor) -> bool:
    """Tell whether the mention is a part of a body's name: the union, for the Harbour Workers' Union."""
    words = _words(source.text) - _ARTICLES
    return actor.kind != "person" and bool(words) and any(words <= _words(n) for n in (actor.name, *actor.aliases))


def _shares_word(text: str, role: str) -> bool:
    return bool({w for w in _words(text) if len(w) > 3} & _words(role))


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
