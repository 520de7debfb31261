"""Statements read for grouping: their sentences as words, whether these are quoted, and the occasion they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from brief.compare.words import stem
from brief.number_words import FUNCTION_WORDS
from brief.numbers import language_of
from brief.quotations import find_quotations
from brief.schema import Actor, Article, Sentence, Span, VerifiedStatement, VerifiedSummary
from brief.sentences import split_sentences
from brief.spans import sentence_number
from brief.utterances.words import NEGATIVES, Word, read_words

LONGEST = 250
"""Words of one sentence that are compared; what follows is left aside."""

MOST_SENTENCES = 30
"""Sentences of one statement that are compared."""

_QUOTED = 0.5
"""Share of a sentence's words in quotation marks from which on the others are left aside."""

_FEWEST = 4
"""Words in quotation marks that can stand for a sentence."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_WORD = re.compile(r"[^\W\d_]+|\d{4}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LISTENER = re.compile(
    r"\b(?:tell|tells|told|telling|interview with|speaking to|spoke to|wrote in|writing in) (?:the )?"
    r"((?:[A-Z][\w.&’'-]*)(?: [A-Z][\w.&’'-]*){0,3})"
)


_NOT_SAID = re.compile(r"\b(?:not|never|nor|denie[sd]|denying|deny)\b|n['’]t\b", re.IGNORECASE)
_FALSE = re.compile(
    r"[\"“‘']?(?:that )?it (?:is|was|’s|'s) (?:a lie|false|untrue|not true|wrong) that\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the text says about when and to whom something was said; each part empty when it says nothing."""

    days: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    listeners: frozenset[str] = frozenset()
    first: date | None = None
    """Day of the earliest article that tells it."""
    last: date | None = None
    """Day of the latest."""

    def apart(self, other: Occasion) -> int:
        """Return the days from the first to the last article that tells either; 0 when one is not dated."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return 0
        return (max(self.last, other.last) - min(self.first, other.first)).days

    def is_other(self, other: Occasion) -> bool:
        """Tell whether the texts' own words put the two on different occasions."""
        pairs = (
            (self.days, other.days),
            (self.months, other.months),
            (self.years, other.years),
            (self.listeners, other.listeners),
        )
        return any(a and b and not a & b for a, b in pairs)

    def joined(self, other: Occasion) -> Occasion:
        """Return the occasion of both, known to be one."""
        firsts = [d for d in (self.first, other.first) if d is not None]
        lasts = [d for d in (self.last, other.last) if d is not None]
        return Occasion(
            days=(self.days & other.days) or self.days | other.days,
            months=(self.months & other.months) or self.months | other.months,
            years=(self.years & other.years) or self.years | other.years,
            listeners=(self.listeners & other.listeners) or self.listeners | other.listeners,
            first=min(firsts, default=None),
            last=max(lasts, default=None),
        )


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of a statement."""

    saying: int
    """Number of the statement in the list it was read from."""
    words: tuple[Word, ...]
    quoted: bool
    stems: tuple[str, ...]
    """Stems of the words that carry meaning, and the numbers, in order."""
    known: frozenset[str]
    """The stems as a set."""
    numbers: frozenset[str]
    negatives: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.key for word in self.words)


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement of one actor of the set."""

    article: Article
    statement: VerifiedStatement
    actor: str
    told: tuple[Told, ...]
    occasion: Occasion


def read_sayings(
    articles: Sequence[Article], summaries: Sequence[VerifiedSummary], actors: Sequence[Actor]
) -> list[Saying]:
    """Return the statements whose speaker is established, in the order of the articles."""
    of_set = {member: actor.id for actor in actors for member in actor.members}
    by_id = {article.id: article for article in articles}
    found: list[Saying] = []
    for summary in summaries:
        article = by_id.get(summary.article)
        if article is None:
            continue
        reader = _Reader(article)
        for statement in summary.attributions:
            actor = of_set.get(f"{article.id}/{statement.actor}")
            if actor is None or statement.verdict != "supported" or not statement.content.spans:
                continue
            if reader.is_turned(statement):
                continue
            told = reader.told(statement, len(found))
            if told:
                found.append(Saying(article, statement, actor, told, reader.occasion(statement)))
    return found


class _Reader:
    """Reads the statements of one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._sentences = split_sentences(article.text)
        self._quotations = find_quotations(article.text)
        self._language = language_of(article.language, article.text)
        self._day = _day(article.published)

    def told(self, statement: VerifiedStatement, saying: int) -> tuple[Told, ...]:
        by_sentence: dict[int, list[Word]] = {}
        for span in statement.content.spans:
            for sentence in self._under(span):
                low, high = max(span.start, sentence.start), min(span.end, sentence.end)
                words = read_words(self._article.text, Span(low, high), span.start, self._language)
                by_sentence.setdefault(sentence.number, []).extend(words)
        denied = statement.stance == "deny" and statement.kind != "direct"
        found: list[Told] = []
        for said in list(by_sentence.values())[:MOST_SENTENCES]:
            spoken = self._spoken(said) if statement.kind == "mixed" else said
            quoted = statement.kind == "direct" or spoken is not said
            if spoken:
                found.append(_told(saying, spoken[:LONGEST], quoted=quoted, denied=denied and not quoted))
        return tuple(found)

    def is_turned(self, statement: VerifiedStatement) -> bool:
        """Tell whether the text says that the content was not said, or is false: no rendering of what was said."""
        content = statement.content.spans[0]
        if _FALSE.match(self._article.text, content.start, content.end):
            return True
        if statement.kind == "direct" or statement.source is None or not statement.source.spans:
            return False
        behind = statement.source.spans[-1].end
        return behind < content.start and _NOT_SAID.search(self._article.text[behind : content.start]) is not None

    def _spoken(self, words: list[Word]) -> list[Word]:
        """Return the words in quotation marks when they are most of the words, else all of them."""
        inside: list[Word] = []
        for word in words:
            n = bisect_right(self._quotations, word.start, key=lambda q: q.start) - 1
            if n >= 0 and word.end <= self._quotations[n].end:
                inside.append(word._replace(stretch=self._quotations[n].start))
        return inside if len(inside) >= max(_FEWEST, _QUOTED * len(words)) else words

    def occasion(self, statement: VerifiedStatement) -> Occasion:
        text, outside = self._article.text, []
        numbers = {
            sentence_number(self._article, span.start)
            for words in (statement.cue, statement.source)
            if words is not None
            for span in words.spans
        }
        spans = sorted(statement.content.spans)
        for number in sorted(numbers):
            at, end = self._sentences[number - 1].start, self._sentences[number - 1].end
            for span in spans:
                if at < span.end and span.start < end:
                    outside.append(text[at : max(at, span.start)])
                    at = max(at, span.end)
            outside.append(text[at:end])
        around = " ; ".join(outside)
        words = [(m.group(), m.group().lower()) for m in _WORD.finditer(around)]
        days = {low for _, low in words if low in _WEEKDAYS}
        if self._day is not None and not days:
            back = [n for n, name in enumerate(("today", "yesterday")) if any(low == name for _, low in words)]
            days = {_WEEKDAYS[(self._day.weekday() - n) % 7] for n in back}
        return Occasion(
            days=frozenset(days),
            months=frozenset(low for word, low in words if low in _MONTHS and word[0].isupper()),
            years=frozenset(low for _, low in words if _YEAR.fullmatch(low)),
            listeners=frozenset(m.group(1).lower().split()[-1] for m in _LISTENER.finditer(around)),
            first=self._day,
            last=self._day,
        )

    def _under(self, span: Span) -> Sequence[Sentence]:
        first = sentence_number(self._article, span.start) - 1
        last = bisect_left(self._sentences, span.end, lo=first, key=lambda s: s.start)
        return self._sentences[first:last]


def _told(saying: int, words: Sequence[Word], *, quoted: bool, denied: bool) -> Told:
    stems = tuple(s for word in words if (s := _stem(word.key)) is not None)
    return Told(
        saying=saying,
        words=tuple(words),
        quoted=quoted,
        stems=stems,
        known=frozenset(stems),
        numbers=frozenset(word.key for word in words if word.key[0] == "#"),
        negatives=sum(word.key in NEGATIVES for word in words) + denied,
    )


def _stem(key: str) -> str | None:
    if key[0] == "#":
        return key
    if len(key) < 2 or not key[0].isalpha() or key in FUNCTION_WORDS or key in NEGATIVES:
        return None
    return stem(key)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published or "")
    except ValueError:
        return None
