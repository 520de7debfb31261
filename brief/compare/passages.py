"""Passages: the sentences and headlines of a set, with what the comparison needs to know of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from brief.addressed import addressed_paragraphs, addresses_a_program
from brief.compare.words import WORD, content_stems, stem
from brief.dates import DateWords, find_dates, parse_day
from brief.numbers import Quantity, find_quantities, language_of
from brief.schema import Actor, Article, Evidence, Stance, VerifiedSummary
from brief.sentences import split_sentences

_LEAD = 6  # sentences in which an article says what it is about, headline and dateline included
_LONGEST = 2000  # a longer sentence is no prose
_CONDITION = re.compile(
    r"(?:^|[\"“„«,;—-]\s*)(?:if|unless|should|were|had [a-z]+ kept|in case|si|wenn|falls|sollte)\b|\bif\b|"
    r"\bwhether\b|\bfalls\b|"
    r"\bsi se\b|\bwould have\b|\bcould have\b|\bhätten?\b|\bcas où\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:expects?|expected|forecasts?|forecasted|predict\w*|projects?|projected|estimates? that|could|might|"
    r"about to|close to|set to|intends? to|be going to|s'apprête\w*|(?-i:may)|hopes?|hoped|plans? to|planned|"
    r"aims? (?:to|for)|prevé\w*|previsto|espera\w*|podría\w*|prévoit|prévu\w*|pourrait|devrait|erwartet\w*|"
    r"könnte\w*|prognos\w*|dürfte\w*)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:last year|last (?:spring|summer|autumn|winter|season)|in the (?:spring|summer|autumn|winter)|"
    r"years? (?:ago|earlier|before)|the last (?:"
    r"time|fire|flood|case|accident)|a previous|an earlier|an? similar|unrelated|not related|has nothing to do with|"
    r"nothing to do with|otro|otra|"
    r"año pasado|l['’]an dernier|l['’]année dernière|un autre|une autre|voriges? jahr|vergangenes? jahr|im vorjahr|"
    r"ein anderer|eine andere|einer anderen|"
    r"on another|in another|a different|a century ago|decades? ago|parentesco|lien de parenté|no relation|"
    r"not (?:be )?(?:confused|related)|verwandt)\b",
    re.IGNORECASE,
)
_NAME = r"(?:[A-ZÀ-Þ][\w'’-]*[\wà-ÿ]|[A-Z]\.)"
_SAID = (
    r"(?:said|says|told|added|insisted|replied|repeated|announced|declared|confirmed|denied|argued|claimed|stated|"
    r"promised|warned|wrote|put|noted|called|asked|conceded|"
    r"admitted|dijo|declaró|afirmó|aseguró|sostuvo|explicó|repitió|anunció|precisó|negó|respondió|señaló|indicó|"
    r"informó|affirme|assure|dit|déclare|explique|annonce|estime|"
    r"répond|sagte|erklärte|betonte|teilte|bestätigte|bestritt|versicherte|kündigte|berichtete|meinte)"
)
_TITLE_WORDS = r"(?:[\w'’-]+\s+){0,6}?"
_AFTER = re.compile(
    rf"\b{_SAID}\s+(?:(?:the|el|la|der|die|le|its|his|her)\s+)?{_TITLE_WORDS}(?P<n>{_NAME}(?:\s+{_NAME})*)"
)
_BEFORE = re.compile(rf"(?P<n>{_NAME}(?:\s+{_NAME})*)(?:,[^,.;]{{2,60}},)?\s+(?:had |has |also |a |ha |hat )?{_SAID}\b")
_ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording to|[Ss]elon|[Ss]egún|[Ll]aut)\s+{_TITLE_WORDS}(?P<n>{_NAME}(?:\s+{_NAME})*|[\w-]+\s[\w-]+)"
)
_BODY = re.compile(rf"\b(?P<n>(?:[Tt]he|[Ee]l|[Ll]a|[Dd]ie|[Dd]er|[Ll]e)\s+(?:[\w'’-]+\s){{0,3}}?[\w'’-]+)\s+{_SAID}\b")
_PRONOUN = re.compile(
    rf"\b(?:he|she|they|er|sie|il|elle|él|ella)\s+(?:also |had |has |a )?{_SAID}\b|\b{_SAID}\s+(?:he|she|er|sie)\b",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"\b(?:unclear|unknown|not known|(?:do|does|did)(?: not|n['’]t) know|(?:would|could|will|can|did)(?: not|"
    r"n['’]t) (?:say|confirm|comment|tell)|declined to|refused to (?:say|comment|confirm)|no comment|"
    r"whether|asked (?:if|about|whether)|no ha (?:aclarado|precisado|dicho)|no quiso|se desconoce|podemos decir|"
    r"n['’]a pas (?:précisé|voulu|répondu|commenté)|on ignore|"
    r"unklar|offen|wollte[n]? sich nicht|konnte[n]? nicht sagen|nicht bekannt|nobody (?:would|could|will) say|"
    r"no one (?:would|could|will) say)\b",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(r"\A[^|\n]{2,80} \| [^|\n]{4,60}\Z")
"""An outlet and a day on one line."""

_PROSE = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[\"”»]$|(?:\S+\s+){9}")  # a byline or dateline has no end
_QUOTE_MARK = re.compile(r'["“”„«»]')


Voice = tuple[str | None, str | None, Stance, bool]
"""Speaker's name, id of the actor of the set, stance, and whether words are quoted."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence (or headline) of one article with its words, numbers, speaker and hedges."""

    index: int
    article: int
    name: str
    published: str | None
    language: str
    where: Literal["text", "title"]
    sentence: int
    paragraph: int
    start: int
    end: int
    text: str
    claim: str
    stems: frozenset[str]
    context: frozenset[str]
    names: frozenset[str]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateWords, ...]
    headline: bool
    lead: frozenset[str]
    actors: frozenset[str]
    speaker: str | None
    actor: str | None
    stance: Stance
    conditional: bool
    forecast: bool
    elsewhere: bool
    quoted: bool
    silent: bool
    quotes: tuple[tuple[int, int], ...]

    def evidence(self) -> Evidence:
        """The whole sentence as evidence."""
        return Evidence(
            article=self.name, field=self.where, sentence=self.sentence, start=self.start, end=self.end, text=self.text
        )

    def quotation(self) -> Evidence:
        """The first quotation of the sentence as evidence, without who said it; the whole sentence if there is none."""
        if not self.quotes:
            return self.evidence()
        start, end = self.quotes[0]
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        if not words:
            return self.evidence()
        at = self.start + start
        return self.evidence().model_copy(update={"start": at, "end": at + len(words), "text": words})

    @property
    def hedged(self) -> bool:
        """True for a condition, a forecast or a question: no assertion to contradict."""
        return self.conditional or self.forecast or self.silent or self.text.rstrip('"”»').endswith("?")


@dataclass(slots=True)
class _Reader:
    article: Article
    number: int
    speakers: dict[int, Voice]
    first: int
    contents: dict[int, list[tuple[int, int]]]
    mentions: dict[int, list[str]]
    lead: frozenset[str] = frozenset()
    passages: list[Passage] = field(default_factory=list)

    def read(self) -> list[Passage]:
        article = self.article
        language = language_of(article.language, article.text)
        sentences = split_sentences(article.text)
        title = (article.title or "").strip()
        poisoned = addressed_paragraphs(article.text, sentences)
        opening = [article.text[s.start : s.end] for s in sentences[:_LEAD] if s.end - s.start <= _LONGEST]
        self.lead = frozenset(content_stems(" ".join([title, *opening])))
        last: str | None = None
        paragraph = 0
        if title and not article.title_in_text and not addresses_a_program(title):
            self._add(title, "title", 0, 0, 0, language, True, None)
        for sentence in sentences:
            text = article.text[sentence.start : sentence.end]
            if sentence.end - sentence.start > _LONGEST or sentence.paragraph in poisoned:
                continue
            headline = (article.title_in_text and text == title) or (article.title_in_text and sentence.paragraph == 1)
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
            if not headline and (_MASTHEAD.search(text) or not _PROSE.search(text)):
                continue
            named = speaker_in(text)
            if named is None and last is not None and (_PRONOUN.search(text) or _QUOTE_MARK.search(text)):
                named = last
            elif named is not None:
                last = named
            self._add(text, "text", sentence.number, sentence.start, sentence.paragraph, language, headline, named)
        return self.passages

    def _claim(self, number: int, start: int, text: str) -> str:
        """What the sentence says without who says it: its statements' contents where they are a great part of it."""
        spans = sorted(self.contents.get(number, ())) if number else []
        pieces: list[str] = []
        at = start
        for low, high in spans:
            low, high = max(low, at), min(high, start + len(text))
            if low < high:
                pieces.append(text[low - start : high - start])
                at = high
        claim = " ".join(pieces)
        return claim if len(claim) * 5 >= len(text) * 2 else text

    def _add(
        self,
        text: str,
        where: Literal["text", "title"],
        number: int,
        start: int,
        paragraph: int,
        language: str,
        headline: bool,
        named: str | None,
    ) -> None:
        claim = self._claim(number, start, text)
        dates = find_dates(claim, self.article.published)
        spoken = find_dates(text, self.article.published)
        quantities = tuple(
            q
            for q in find_quantities(text, language)
            if not any(d.start <= q.start < d.end and q.kind in ("count", "year") for d in spoken)
        )
        stems = frozenset(content_stems(claim)) | frozenset(_numerals(quantities))
        context = stems
        before = self.passages[-1] if self.passages else None
        if before is not None and before.paragraph == paragraph and not headline:
            context |= before.stems
        speaker, actor, stance, direct = self.speakers.get(number, (None, None, "assert", False))
        self.passages.append(
            Passage(
                index=self.first + len(self.passages),
                article=self.number,
                name=self.article.id,
                published=self.article.published,
                language=language,
                where=where,
                sentence=number,
                paragraph=paragraph,
                start=start,
                end=start + len(text),
                text=text,
                claim=claim,
                stems=stems,
                context=context,
                names=_name_stems(text, language, headline),
                quantities=quantities,
                dates=dates,
                headline=headline,
                lead=self.lead,
                actors=frozenset(self.mentions.get(number, ())) if number else frozenset(),
                speaker=speaker or named,
                actor=actor,
                stance=stance,
                conditional=bool(_CONDITION.search(text)),
                forecast=bool(_FORECAST.search(text)),
                elsewhere=bool(_ELSEWHERE.search(text)) or _far_year(text, self.article.published),
                quoted=direct or bool(_QUOTE_MARK.search(text)),
                silent=bool(_SILENT.search(text)),
                quotes=_quotes(text),
            )
        )


def read_passages(
    articles: Sequence[Article], summaries: Sequence[VerifiedSummary], actors: Sequence[Actor]
) -> list[Passage]:
    """All passages of the set in the given order; paragraphs that speak to a program are left out."""
    of_set = {member: actor for actor in actors for member in actor.members}
    by_article = {s.article: s for s in summaries}
    passages: list[Passage] = []
    for number, article in enumerate(articles):
        summary = by_article.get(article.id)
        speakers = _speakers(summary, of_set) if summary else {}
        passages.extend(
            _Reader(
                article, number, speakers, len(passages), _contents(summary), _mentions(article, summary, of_set)
            ).read()
        )
    return passages


def _contents(summary: VerifiedSummary | None) -> dict[int, list[tuple[int, int]]]:
    """Where the contents of the statements stand, by sentence."""
    found: dict[int, list[tuple[int, int]]] = {}
    for statement in summary.attributions if summary else ():
        for number in statement.sentences:
            found.setdefault(number, []).extend((s.start, s.end) for s in statement.content.spans)
    return found


def _mentions(article: Article, summary: VerifiedSummary | None, of_set: dict[str, Actor]) -> dict[int, list[str]]:
    """Ids of the actors of the set that each sentence names."""
    sentences = split_sentences(article.text)
    starts = [s.start for s in sentences]
    found: dict[int, list[str]] = {}
    for actor in summary.actors if summary else ():
        merged = of_set.get(f"{article.id}/{actor.id}")
        for span in actor.mentions:
            at = bisect_right(starts, span.start) - 1
            if merged is not None and at >= 0:
                found.setdefault(sentences[at].number, []).append(merged.id)
    return found


def _speakers(summary: VerifiedSummary, of_set: dict[str, Actor]) -> dict[int, Voice]:
    names = {actor.id: actor for actor in summary.actors}
    found: dict[int, Voice] = {}
    for statement in summary.attributions:
        own = names.get(statement.actor or "")
        merged = of_set.get(f"{summary.article}/{statement.actor}")
        speaker = merged.name if merged else own.name if own else None
        actor = merged.id if merged else None
        for number in statement.sentences:
            if number not in found or found[number][0] is None:
                found[number] = (speaker, actor, statement.stance, statement.kind != "indirect")
    return found


def _name_stems(text: str, language: str, headline: bool) -> frozenset[str]:
    """Stems of the capitalised words that do not begin the sentence: names, as far as capitals tell."""
    if language == "de":
        return frozenset()
    return frozenset(
        stem(m.group()) for m in WORD.finditer(text) if m.group()[0].isupper() and (m.start() > 2 or headline)
    )


def _quotes(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches between quotation marks; a quotation that a sentence only begins or ends reaches to its edge."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for m in _QUOTE_MARK.finditer(text):
        mark = m.group()
        if opened is None:
            before = text[m.start() - 1 : m.start()]
            if mark in "”»" or (mark == '"' and (m.end() == len(text) or before in (",", ".", "!", "?"))):
                spans.append((0, m.start()))
            else:
                opened = m.end()
        else:
            spans.append((opened, m.start()))
            opened = None
    if opened is not None:
        spans.append((opened, len(text)))
    return tuple(spans)


def _numerals(quantities: Sequence[Quantity]) -> list[str]:
    """Numbers as words that two passages can share."""
    return [
        f"#{q.low.normalize():f}{q.unit or ''}"
        for q in quantities
        if q.kind not in ("clock", "year") and (q.unit or q.low >= 10)
    ]


def speaker_in(text: str) -> str | None:
    """The name that a sentence attributes its words to, by the verb of speaking beside it."""
    for pattern in (_ACCORDING, _BEFORE, _AFTER, _BODY):
        m = pattern.search(text)
        if m:
            return m.group("n").strip()
    return None


def _far_year(text: str, published: str | None) -> bool:
    day = parse_day(published)
    if day is None:
        return False
    years = [int(y) for y in re.findall(r"\b(?:1[5-9]|20)\d\d\b", text)]
    return bool(years) and all(y < day.year - (day.month > 2) for y in years)
