"""One utterance, several renderings: which statements of a set tell one utterance of one actor, and what differs."""

from __future__ import annotations

from collections.abc import Sequence

from brief.schema import Actor, Article, Rendering, Utterance, VerifiedSummary
from brief.spans import evidence
from brief.utterances.differing import differences
from brief.utterances.grouping import group
from brief.utterances.reading import Saying, read_sayings


def find_utterances(
    articles: Sequence[Article], summaries: Sequence[VerifiedSummary], actors: Sequence[Actor]
) -> tuple[Utterance, ...]:
    """Return the utterances that two or more statements tell, in the order of the set; `actors` are the set's.

    Only statements whose speaker is established take part. Two statements of one actor on one topic are not one
    utterance, nor is what was said on another occasion: another day or listener in the text, or articles too far apart.
    """
    sayings = read_sayings(articles, summaries, actors)
    return tuple(
        _utterance(f"u{n}", [sayings[i] for i in members]) for n, members in enumerate(group(sayings), start=1)
    )


def _utterance(name: str, members: Sequence[Saying]) -> Utterance:
    return Utterance(
        id=name,
        actor=members[0].actor,
        renderings=tuple(
            Rendering(
                article=saying.article.id,
                statement=saying.statement.id,
                quoted=any(told.quoted for told in saying.told),
                evidence=tuple(evidence(saying.article, span) for span in saying.statement.content.spans),
            )
            for saying in members
        ),
        differences=differences(members),
    )
