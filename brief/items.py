"""Verified items of a set under short ids: what a language model is shown of the set, and all that it may point to.

`S1.a3` is statement a3 of source 1, `S1.e2` an event, `S1.f4` a figure, `S1.H` the headline, `S1.s7` sentence 7, for
what it says beside these.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from brief.addressed import addressed_paragraphs, addresses_a_program
from brief.fence import instruction_sentences, is_instruction, shown
from brief.number_words import FUNCTION_WORDS
from brief.numbers import find_quantities, language_of
from brief.overstating import Ground
from brief.schema import (
    Actor,
    Article,
    Evidence,
    Sentence,
    Span,
    Stance,
    VerifiedStatement,
    VerifiedSummary,
)
from brief.sentences import split_sentences
from brief.spans import evidence, sentence_number, title_evidence

ItemKind = Literal["statement", "event", "figure", "headline", "sentence"]

LONGEST = 400
"""Characters of an item's words that a model is shown."""

_LONGEST_NAME = 80
_HEAD = 40  # characters of a line before the words
_FEW_WORDS = 4  # shorter words say nothing without their sentence
_UNTOLD = 2  # so many content words of a sentence outside its items make it an item
_WORD = re.compile(r"\w+")
_SIGNS = str.maketrans("|<>[]{}`", "/()()()'")


@dataclass(frozen=True, slots=True)
class Item:
    """One verified item of one article."""

    id: str
    kind: ItemKind
    article: str
    source: int
    """Source number of the article: 1 for S1."""
    published: str | None
    language: str
    speaker: str | None
    """Name of who says it, where the text establishes it."""
    actor: str | None
    """Id of the actor of the set."""
    stance: Stance
    direct: bool
    """True when all of the words are the speaker's own."""
    evidence: tuple[Evidence, ...]
    """The words, in reading order."""
    sentence: Evidence
    """The whole sentence in which the words begin; of a headline the headline."""
    about: str
    """Other names and offices of the speaker."""
    outlet: str | None
    """Publisher of the article."""
    date: str | None
    """Day of an event, as far as known."""

    @property
    def words(self) -> str:
        """The words of the evidence, joined."""
        return " ".join(item.text for item in self.evidence)


def verified_items(
    articles: Sequence[Article],
    summaries: Sequence[VerifiedSummary],
    actors: Sequence[Actor],
    numbers: Mapping[str, int] | None = None,
    *,
    sentences: bool = False,
) -> tuple[Item, ...]:
    """Return the verified items of a set, by source and place in the text.

    `actors` are those of the set. `numbers` gives the articles' source numbers, by default their places in `articles`.
    With `sentences` every sentence that says something beside its items is an item too.
    Left out are items in a paragraph that speaks to a program: nothing is told to a model in an article's name.
    """
    numbers = numbers or {article.id: n for n, article in enumerate(articles, start=1)}
    of_set = {member: actor for actor in actors for member in actor.members}
    by_article = {summary.article: summary for summary in summaries}
    found: list[Item] = []
    for article in articles:
        summary = by_article.get(article.id)
        if summary is not None:
            of = _Items(article, summary, numbers[article.id], of_set)
            items = of.all()
            found.extend([*items, *of.sentences(items)] if sentences else items)
    return tuple(sorted(found, key=lambda i: (i.source, i.sentence.field == "text", i.evidence[0].start, i.id)))


class _Items:
    """The items of one article."""

    def __init__(self, article: Article, summary: VerifiedSummary, source: int, of_set: Mapping[str, Actor]) -> None:
        self._article = article
        self._summary = summary
        self._source = source
        self._of_set = of_set
        self._language = language_of(article.language, article.text)
        self._sentences = split_sentences(article.text)
        self._addressed = addressed_paragraphs(article.text, self._sentences)
        self._orders = instruction_sentences(article.text)
        self._own = {actor.id: actor for actor in summary.actors}

    def all(self) -> list[Item]:
        """Return the items: headline, statements, and the events and figures that no statement or event tells."""
        summary = self._summary
        told = [item for item in (self._headline(), *map(self._statement, summary.attributions)) if item is not None]
        for event in summary.events:
            item = self._in_text(event.id, "event", event.what.spans, date=event.date)
            if item is not None and not _told(event.what.spans, told):
                told.append(item)
        for figure in summary.figures:
            item = self._in_text(figure.id, "figure", self._whole(figure.number.spans))
            if item is not None and not _told(figure.number.spans, told):
                told.append(item)
        return told

    def sentences(self, told: Sequence[Item]) -> list[Item]:
        """Return the sentences that say something beside some items, and beside who speaks and how."""
        taken = [(e.start, e.end) for item in told if item.kind != "headline" for e in item.evidence]
        for statement in self._summary.attributions:
            named = [words.spans for words in (statement.source, statement.cue) if words is not None]
            taken += [(span.start, span.end) for spans in named for span in spans]
        covered = _Covered(taken)
        names = frozenset(w.lower() for item in told for w in _WORD.findall(f"{item.speaker or ''} {item.about}"))
        small = FUNCTION_WORDS | names
        title = self._title_in_text()
        found = []
        for sentence in self._sentences:
            text = self._article.text[sentence.start : sentence.end]
            content = [m.start() for m in _WORD.finditer(text) if len(m.group()) > 1 and m.group().lower() not in small]
            untold = sum(not covered.at(sentence.start + start) for start in content)
            if title is not None and sentence.start < title.end:
                continue
            if untold >= max(1, min(_UNTOLD, len(content))):
                item = self._in_text(f"s{sentence.number}", "sentence", (Span(sentence.start, sentence.end),))
                found += [item] if item is not None else []
        return found

    def _headline(self) -> Item | None:
        article = self._article
        title = (article.title or "").strip()
        if not title or addresses_a_program(title) or is_instruction(title):
            return None
        if article.title_in_text:
            span = self._title_in_text()
            item = evidence(article, span) if span is not None else None
        else:
            at = (article.title or "").index(title)
            item = title_evidence(article, Span(at, at + len(title)))
        return self._item("H", "headline", (item,), item) if item is not None else None

    def _title_in_text(self) -> Span | None:
        """Where the text begins with the title; its first sentence where the title is not there word for word."""
        first = self._sentences[0] if self._sentences else None
        if first is None or not self._article.title_in_text:
            return None
        title = (self._article.title or "").strip()
        whole = bool(title) and self._article.text.startswith(title, first.start)
        return Span(first.start, first.start + len(title) if whole else first.end)

    def _statement(self, statement: VerifiedStatement) -> Item | None:
        known = statement.verdict == "supported" and statement.actor is not None
        merged = self._of_set.get(f"{self._article.id}/{statement.actor}") if known else None
        own = self._own.get(statement.actor or "") if known else None
        actor = merged or own
        spans = statement.content.spans
        short = len(statement.content.text.split()) < _FEW_WORDS
        if short:
            spans = self._whole(spans)
        return self._in_text(
            statement.id,
            "statement",
            spans,
            speaker=actor.name if actor else None,
            actor=merged.id if merged else None,
            stance=statement.stance,
            direct=statement.kind == "direct" and not short,
            about=" ".join(filter(None, (*actor.aliases, actor.role))) if actor else "",
        )

    def _in_text(
        self,
        name: str,
        kind: ItemKind,
        spans: Sequence[Span],
        *,
        speaker: str | None = None,
        actor: str | None = None,
        stance: Stance = "assert",
        direct: bool = False,
        about: str = "",
        date: str | None = None,
    ) -> Item | None:
        if not spans:
            return None
        words = tuple(evidence(self._article, span) for span in spans)
        sentence = self._at(spans[0])
        for place in map(self._at, spans):
            if place.paragraph in self._addressed or place.number in self._orders:
                return None
        whole = evidence(self._article, Span(sentence.start, sentence.end))
        return self._item(
            name,
            kind,
            words,
            whole,
            speaker=speaker,
            actor=actor,
            stance=stance,
            direct=direct,
            about=about,
            date=date,
        )

    def _item(
        self,
        name: str,
        kind: ItemKind,
        words: tuple[Evidence, ...],
        sentence: Evidence,
        *,
        speaker: str | None = None,
        actor: str | None = None,
        stance: Stance = "assert",
        direct: bool = False,
        about: str = "",
        date: str | None = None,
    ) -> Item:
        article = self._article
        return Item(
            id=f"S{self._source}.{name}",
            kind=kind,
            article=article.id,
            source=self._source,
            published=article.published,
            language=self._language,
            speaker=speaker,
            actor=actor,
            stance=stance,
            direct=direct,
            evidence=words,
            sentence=sentence,
            about=about,
            outlet=article.outlet,
            date=date,
        )

    def _whole(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        if not spans:
            return ()
        sentence = self._at(spans[0])
        return (Span(sentence.start, sentence.end),)

    def _at(self, span: Span) -> Sentence:
        return self._sentences[sentence_number(self._article, span.start) - 1]


class _Covered:
    """Which places of a text some stretches cover."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def at(self, place: int) -> bool:
        n = bisect_right(self._starts, place) - 1
        return n >= 0 and place < self._ends[n]


def _told(spans: Sequence[Span], told: Sequence[Item]) -> bool:
    """Tell whether the greater part of some words stands in one of the items."""
    length = sum(span.end - span.start for span in spans)
    for item in told:
        common = sum(
            max(0, min(span.end, e.end) - max(span.start, e.start))
            for span in spans
            for e in item.evidence
            if e.field == "text"
        )
        if 2 * common >= length:
            return True
    return False


def listed(items: Sequence[Item]) -> str:
    """Return items as one line each: id, source and its day, speaker, stance, words.

    An article's words can't begin a line, close a fence or hide: white space is one space, brackets and bars are
    replaced, hidden characters are named, and a long item ends with dots.
    """
    return "\n".join(_line(item) for item in items)


def listed_sources(items: Sequence[Item]) -> str:
    """Return the sources of some items as one line each: number, day, outlet."""
    seen = {item.source: item for item in items}
    return "\n".join(
        f"S{number} | {seen[number].published or 'day not stated'} | "
        f"{plain(seen[number].outlet or 'outlet not stated', _LONGEST_NAME)}"
        for number in sorted(seen)
    )


def _line(item: Item) -> str:
    source = f"S{item.source} {item.published}" if item.published else f"S{item.source}"
    speaker = plain(item.speaker, _LONGEST_NAME) if item.speaker else "-"
    stance: str = "headline" if item.kind == "headline" else item.stance
    if item.kind == "event" and item.date:
        stance = f"{stance} on {item.date}"
    return f"{item.id} | {source} | {speaker} | {stance} | {plain(item.words)}"


def line_length(item: Item) -> int:
    """Return about how many characters an item takes in a prompt."""
    return min(len(item.words), LONGEST) + _HEAD


def plain(text: str, longest: int = LONGEST) -> str:
    """Return words as they may stand in a line of a prompt."""
    whole = " ".join(shown(text).translate(_SIGNS).split())
    return whole if len(whole) <= longest else whole[:longest].rstrip() + " ..."


def ground_of(items: Sequence[Item]) -> Ground:
    """Return what a sentence may rest on that cites these items."""
    words = " ".join(f"{item.words} {'denies' if item.stance == 'deny' else ''}".strip() for item in items)
    around = " ".join(f"{i.words} {i.sentence.text} {i.speaker or ''} {i.about} {i.outlet or ''}" for i in items)
    quantities = tuple(
        q
        for item in items
        for text in dict.fromkeys((item.words, item.sentence.text))
        for q in find_quantities(text, item.language)
    )
    return Ground(
        words=words,
        around=around,
        quantities=quantities,
        articles=len({item.article for item in items}),
        english=all(item.language == "en" for item in items),
    )
