"""Events of an article: what happened, or is to happen, with the words that date it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from brief.addressed import addressed_paragraphs
from brief.date_words import AGO
from brief.dates import DateWords, find_dates, is_future, is_planned, parse_day
from brief.schema import Article, Basis, Event, Sentence, Span, Words

_FIRST = 8  # sentences in which an article says when its news was
_LONGEST = 4000  # a longer sentence is no prose
_TIME = re.compile(
    r"\b(?:[01]?\d|2[0-3])[:.h][0-5]\d\b|\b(?:at|by|around) (?:noon|midnight|dawn|dusk|night)\b|\bin the (?:morning|"
    r"afternoon|evening|night)\b|\bhalf past\b|\b\d{1,2}\s?(?:a\.m\.|p\.m\.|am|pm|Uhr)\b"
    r"|\ba las (?:\d|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)|\bà \d{1,2} h(?:eures)?\b"
    r"|\b(?:hours?|minutes|days) later\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|went|came|took|gave|fell|rose|broke|began|held|found|left|met|won|lost|shot|struck|"
    r"hit|"
    r"cut|sent|told|said|made|put|sold|set|ran|stood|spoke|burst|sank|fled|drove|\w{3,}ed)\b|\b\w+(?:ó|aron|ieron|"
    r"ado|ido)\b"
    r"|\b(?:fue|fueron|hubo|ha|han|había)\b|\b(?:a|ont|est|sont|avait|était|étaient|été)\b|\b(?:hat|haben|war|waren|"
    r"wurde|"
    r"wurden|ist|sind|\w+te|\w+ten|ge\w+[tn])\b",
    re.IGNORECASE,
)
_HAPPENINGS = frozenset(
    """happened occurred erupted killed died death deaths injured wounded arrested detained captured released
    attacked exploded collapsed crashed sank evacuated signed approved rejected resigned dismissed appointed
    elected voted ruled ordered announced unveiled launched denied confirmed declared agreed concluded suspended
    closed opened stopped began started ended found stolen seized published withdrew recalled sentenced charged
    accused filed sued struck fired shot murieron murió detuvo detuvieron anunció negó aprobó firmó dimitió
    ordenó cerró abrió rechazó suspendió acusó annoncé démenti signé approuvé arrêté tué morts fermé ouvert
    suspendu ordonné refusé starben getötet verletzt festgenommen verhaftet angekündigt unterzeichnet
    zurückgetreten beschlossen gesperrt bestritt bestätigte entschied ordnete brach""".split()
)
_WORD = re.compile(r"\w+")
_SAID = re.compile(
    r"\b(?:said|told|says|added|insisted|replied|repeated|called|argued|dijo|declaró|afirmó|aseguró|sostuvo|a dit|"
    r"a déclaré|affirme|"
    r"assure|sagte|erklärte|betonte)\b|\baccording to\b|\bselon\b|\bsegún\b|\blaut\b",
    re.IGNORECASE,
)
_FROM_TOLD = re.compile(
    r"\b(?:the (?:next|following) (?:day|morning)|"
    r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) days? later|"
    r"(?P<back>the previous day|the day before(?! (?:the|that|it|he|she|they|his|her|a|an)\b))|"
    r"al día siguiente|le lendemain|am (?:nächsten|folgenden) tag)\b",
    re.IGNORECASE,
)
_QUOTE_MARKS = re.compile(r'["“”„«»]')
_QUOTE = re.compile(r'["“„«]')
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s*$")
_OF = re.compile(r"\b(?:of|del?|du|vom)\s+(?:the\s+)?$", re.IGNORECASE)
_OWN = ("'s", "’s")
_DURATION = re.compile(r"^(?:since|seit|depuis|desde)\b", re.IGNORECASE)
_ELSEWHEN = re.compile(
    r"^(?:in|en|im Jahr)?\s*(?:1[5-9]|20)\d\d$|\b(?:last|next) (?:year|month|spring|summer|autumn|winter)",
    re.IGNORECASE,
)


def find_events(
    article: Article, sentences: Sequence[Sentence], addressed: frozenset[int] | None = None
) -> tuple[Event, ...]:
    """Sentences that tell a happening, each with its date words and what they resolve to.

    A happening with no date words of its own takes, as inferred, the day its paragraph is at, or the day the article
    came out
    when it reports what somebody said; otherwise its date is unknown. Every span slices `article.text` exactly.
    `addressed` numbers the paragraphs that speak to a program and tell nothing; they are found when not given.
    """
    teller = _Teller(article)
    if addressed is None:
        addressed = addressed_paragraphs(article.text, sentences)
    teller.set_out(sentences[:_FIRST])
    for sentence in sentences:
        if sentence.end - sentence.start <= _LONGEST and sentence.paragraph not in addressed:
            teller.read(sentence)
    return tuple(teller.events)


def find_days(article: Article, sentences: Sequence[Sentence]) -> Mapping[int, str]:
    """The date that the telling is at in each sentence, by its number: what a happening without a date is taken to be.

    It is the last date, of any length, that words of the paragraph give so far; without one the day of the news where
    the sentence reports speech, and otherwise the last past day told. A sentence without any such date is left out.
    """
    teller = _Teller(article)
    addressed = addressed_paragraphs(article.text, sentences)
    teller.set_out(sentences[:_FIRST])
    of_paragraph: dict[int, str] = {}
    days: dict[int, str] = {}
    for sentence in sentences:
        if sentence.end - sentence.start > _LONGEST or sentence.paragraph in addressed:
            continue
        before = len(teller.events)
        teller.read(sentence)
        for event in teller.events[before:]:
            if event.date and event.when:
                of_paragraph[sentence.paragraph] = event.date
        day = of_paragraph.get(sentence.paragraph) or teller.day_of(sentence)
        if day is not None:
            days[sentence.number] = day
    return days


class _Teller:
    """Reads an article sentence by sentence, keeping the day that the telling is at."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.published = article.published if parse_day(article.published) else None
        self.day: str | None = None
        self.main: str | None = None
        self.opening: int | None = None
        self.events: list[Event] = []
        self.title = (article.title or "").strip()

    def set_out(self, sentences: Sequence[Sentence]) -> None:
        """Take the day of the article's main news from its first sentences."""
        for sentence in sentences:
            if sentence.end - sentence.start <= _LONGEST:
                text = self.article.text[sentence.start : sentence.end]
                if not self.article.title_in_text or sentence.paragraph > 1:
                    self._remember([d for d in find_dates(text, self.published) if d.date])
        self.day = None

    def day_of(self, sentence: Sentence) -> str | None:
        """The day that a sentence without a date is at, after it was read."""
        text = self.article.text[sentence.start : sentence.end]
        if _SAID.search(text) or _QUOTE.search(text):
            return self._spoken()
        return self.day or self.main

    def read(self, sentence: Sentence) -> None:
        text = self.article.text[sentence.start : sentence.end]
        if text.strip() == self.title and self.article.title_in_text:
            return
        if not re.search(r"[^\W\d_]{2}.*[^\W\d_]{3}", text):
            return
        dates = list(find_dates(text, self.published))
        told = _PAST.search(text) is not None or is_planned(text)
        if not told and not (dates and _SENTENCE_END.search(text)):
            return
        if self.opening is None:
            self.opening = sentence.number
        exact = [d for d in dates if d.date]
        outside = [d for d in dates if not _inside_quotes(text, d.start) or self._past(d)]
        if dates and not outside:
            spoken = self._spoken()
            self._add(sentence, text, None, spoken, "inferred" if spoken else "unknown")
            return
        if outside:
            dates = outside
            exact = [d for d in outside if d.date]
        if dates:
            first = _choice(text, exact or dates)
            self._add(sentence, text, first, first.date, first.basis)
            for other in dates:
                if other is not first and other.date and other.date != first.date:
                    self._add_clause(sentence, text, other, first)
            self._remember(exact)
            return
        self._undated(sentence, text)

    def _undated(self, sentence: Sentence, text: str) -> None:
        told = self.day or self.main
        counted = _counted(text, told)
        if counted is not None:
            self._add(sentence, text, counted, counted.date, counted.basis)
            self._remember([counted])
        elif _TIME.search(text):
            self._add(sentence, text, None, told or self.published, "inferred" if told or self.published else "unknown")
        elif _SAID.search(text) or _QUOTE.search(text):
            if _QUOTE.search(text) and (_SAID.search(text) or sentence.number == self.opening):
                spoken = self._spoken()
                self._add(sentence, text, None, spoken, "inferred" if spoken else "unknown")
        elif sentence.number == self.opening:
            self._add(sentence, text, None, told or self.published, "inferred" if told or self.published else "unknown")
        elif _happens(text) and not is_planned(text):
            self._add(sentence, text, None, told, "inferred" if told else "unknown")

    def _past(self, when: DateWords) -> bool:
        """True for a date before the month or year of publication, or before the day itself."""
        return bool(
            when.date and self.published and when.date[: len(self.published)] < self.published[: len(when.date)]
        )

    def _spoken(self) -> str | None:
        """The day that a report of speech without a date is at: that of the last past day told, or of the article."""
        return self.main or self.published

    def _remember(self, dates: Sequence[DateWords]) -> None:
        for d in dates:
            if d.date and len(d.date) == 10 and not (self.published and d.date > self.published):
                near = not self.published or _days_before(d.date, self.published) <= 10
                if near:
                    self.day = d.date
                    if self.main is None and d.date != self.published:
                        self.main = d.date

    def _add_clause(self, sentence: Sentence, text: str, other: DateWords, first: DateWords) -> None:
        left, right = (first, other) if first.start < other.start else (other, first)
        between = text[left.end : right.start]
        cut = max(
            (between.rfind(mark) for mark in (", ", "; ", " and ", " after ", " before ", " y ", " et ", " und ")),
            default=-1,
        )
        if cut < 0:
            return
        at = left.end + cut + 1
        start, end = (at, len(text)) if other is right else (0, at)
        raw = text[start:end]
        start += len(raw) - len(raw.lstrip(" ,;"))
        end = start + len(raw.strip(" ,;"))
        if end - start > 12 and (_PAST.search(text[start:end]) or is_planned(text[start:end])):
            self._add(sentence, text, other, other.date, other.basis, (start, end))

    def _add(
        self,
        sentence: Sentence,
        text: str,
        when: DateWords | None,
        date: str | None,
        basis: Basis,
        part: tuple[int, int] | None = None,
    ) -> None:
        start, end = part or (0, len(text))
        span = Span(sentence.start + start, sentence.start + end)
        words = None
        if when is not None:
            at = Span(sentence.start + when.start, sentence.start + when.end)
            words = Words(spans=(at,), text=self.article.text[at.start : at.end])
        future = bool(date and self.published and date[: len(self.published)] > self.published[: len(date)])
        if date is None:
            future = is_future(text, when.start) if when else _is_told_as_planned(text[start:end])
        self.events.append(
            Event(
                id=f"e{len(self.events) + 1}",
                what=Words(spans=(span,), text=self.article.text[span.start : span.end]),
                when=words,
                date=date,
                basis=basis,
                planned=future,
                sentence=sentence.number,
            )
        )


def _counted(text: str, told: str | None) -> DateWords | None:
    """Words that count from the day the telling is at: the next day, two days later, the day before."""
    m, day = _FROM_TOLD.search(text), parse_day(told)
    if m is None or day is None or _inside_quotes(text, m.start()):
        return None
    number = m.group("n")
    days = 1 if number is None else int(number) if number.isdigit() else AGO[number.lower()]
    back = m.group("back") is not None
    try:
        found = day + timedelta(days=-days if back else days)
    except OverflowError:
        return None
    return DateWords(m.start(), m.end(), found.isoformat(), "inferred")


def _happens(text: str) -> bool:
    """True when a word of the text tells a happening."""
    return not _HAPPENINGS.isdisjoint(_WORD.findall(text.lower()))


def _is_told_as_planned(text: str) -> bool:
    """True when words outside quotation marks tell something as still to come."""
    return is_planned(" ".join(_QUOTE_MARKS.split(text)[::2]))


def _inside_quotes(text: str, at: int) -> bool:
    """True when an odd number of quotation marks stands before the place."""
    return len(_QUOTE_MARKS.findall(text, 0, at)) % 2 == 1


def _choice(text: str, dates: Sequence[DateWords]) -> DateWords:
    """The date of the sentence's main happening: a day before a duration or a far year, the first otherwise."""
    ranked = sorted(
        dates,
        key=lambda d: (
            _names_a_thing(text, d),
            bool(_DURATION.search(text[d.start : d.end])),
            bool(_ELSEWHEN.search(text[d.start : d.end])) and d.start > 0,
            -len((d.date or "")[:10]),
            d.start,
        ),
    )
    return ranked[0]


def _names_a_thing(text: str, when: DateWords) -> bool:
    """True for a date that says which thing is meant: the blackout of 13 March, Saturday's defeat."""
    return _OF.search(text, max(0, when.start - 12), when.start) is not None or text[when.end : when.end + 2] in _OWN


def _days_before(earlier: str, later: str) -> int:
    a, b = parse_day(earlier), parse_day(later)
    return (b - a).days if a and b else 0
