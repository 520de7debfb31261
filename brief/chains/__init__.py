"""How statements came to their articles: chains of attribution, and the origin that counts as one voice."""

from __future__ import annotations

from collections.abc import Sequence

from brief.chains.hands import Hand, bare, channels, cited, hide, kind_of, nested
from brief.chains.outlets import folded, is_outlet
from brief.schema import Actor, Article, Chain, Link, LinkKind, Span, VerifiedStatement, VerifiedSummary, Words
from brief.sentences import split_sentences
from brief.spans import sentence_number

_CITING = frozenset("citing quoting cited quoted cites quotes".split())

_TITLE = 4  # words before a name, in a source that is the name's bearer
_TAIL = 12  # characters after it


def find_chains(
    articles: Sequence[Article], summaries: Sequence[VerifiedSummary], actors: Sequence[Actor]
) -> tuple[Chain, ...]:
    """Return the chains of the statements that went through more than one hand; `actors` are the set's.

    `told Reuters` names a listener: the outlet is the channel, never the speaker. An unnamed source stays as described.
    """
    of_set = {member: actor.id for actor in actors for member in actor.members}
    outlets = frozenset(folded(article.outlet) for article in articles if article.outlet)
    by_id = {article.id: article for article in articles}
    found: list[Chain] = []
    for summary in summaries:
        if summary.article in by_id:
            reader = _Reader(by_id[summary.article], summary, of_set, outlets)
            found.extend(chain for chain in map(reader.chain, summary.attributions) if chain is not None)
    return tuple(found)


class _Reader:
    """Reads the chains of one article."""

    def __init__(
        self, article: Article, summary: VerifiedSummary, of_set: dict[str, str], outlets: frozenset[str]
    ) -> None:
        self._article = article
        self._summary = summary
        self._of_set = of_set
        self._outlets = outlets
        self._sentences = split_sentences(article.text)
        self._actors = {actor.id: actor for actor in summary.actors}
        self._mentions = sorted((span, actor.id) for actor in summary.actors for span in actor.mentions)

    def chain(self, statement: VerifiedStatement) -> Chain | None:
        """Return the chain of one statement; None when it went through one hand only."""
        links: list[Link] = []
        for link in self._links(statement):
            if not any(_is_same(link, known) for known in links):
                links.append(link)
        if len(links) < 2:
            return None
        return Chain(article=self._article.id, statement=statement.id, links=tuple(links))

    def _links(self, statement: VerifiedStatement) -> list[Link]:
        """Return every hand, from the reporting end; one hand may stand there twice."""
        if statement.source is None or not statement.source.spans:
            return []
        text, content = self._article.text, statement.content.spans
        source = bare(text, statement.source.spans[0])
        cue = statement.cue.text.lower() if statement.cue is not None else ""
        cites = cue in _CITING
        sentence = self._sentences[sentence_number(self._article, source.start) - 1]
        frame = hide(text[sentence.start : sentence.end], sentence.start, () if cites else content)
        speaker = self._source(statement, source)
        below: list[Hand] = []
        if cites:
            below = [Hand(content[0], kind_of(text[content[0].start : content[0].end], self._outlets))]
        else:
            below = cited(frame, self._outlets, according=speaker.kind == "outlet" and "according" not in cue)
            inside = nested(text, content[0], self._outlets) if content else None
            if inside is not None and not below and statement.kind == "indirect":
                below = [inside]
        above = channels(frame, statement.source.spans[0], self._outlets)
        above += channels(hide(text[source.end : statement.source.spans[0].end], source.end, ()), None, self._outlets)
        cited_ones = [hand.span for hand in below]
        above = [hand for hand in above if not any(_overlap(hand.span, span) for span in cited_ones)]
        return [
            *(link for hand in above if (link := self._link(hand)) is not None),
            speaker,
            *(link for hand in below if (link := self._link(hand)) is not None),
        ]

    def _source(self, statement: VerifiedStatement, span: Span) -> Link:
        actor = self._actors.get(statement.actor or "")
        words = self._article.text[span.start : span.end]
        kind: LinkKind = kind_of(words, self._outlets) or "speaker"
        if actor is not None and actor.kind in ("person", "body") and is_outlet(actor.name, self._outlets):
            kind = "outlet"
        elif actor is not None and actor.kind == "person":
            kind = "speaker"
        elif actor is not None and actor.kind == "unnamed" and kind == "speaker":
            kind = "unnamed"
        return self._made(span, kind, actor.id if actor is not None else None)

    def _link(self, hand: Hand) -> Link | None:
        touching = [(span.end - span.start, span, name) for span, name in self._mentions if _overlap(span, hand.span)]
        _, place, actor = min(touching, default=(0, hand.span, None))
        if hand.kind is not None:
            return self._made(hand.span, hand.kind, actor if hand.kind == "outlet" else None)
        before = self._article.text[hand.span.start : place.start].split()
        named = (
            actor is not None and len(before) <= _TITLE and "no" not in before and hand.span.end - place.end <= _TAIL
        )
        return self._made(hand.span, "speaker", actor) if named else None

    def _made(self, span: Span, kind: LinkKind, actor: str | None) -> Link:
        words = Words(spans=(span,), text=self._article.text[span.start : span.end])
        return Link(kind=kind, words=words, actor=self._of_set.get(f"{self._article.id}/{actor}"))


def _is_same(a: Link, b: Link) -> bool:
    return (a.actor is not None and a.actor == b.actor) or _overlap(a.words.spans[0], b.words.spans[0])


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
