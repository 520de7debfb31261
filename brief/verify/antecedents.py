"""Who a pronoun or a bare "the agency" stands for: the fitting actor who was the last to begin a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from brief.lexicon.function_words import DETERMINERS, PREPOSITIONS
from brief.lexicon.names import (
    COURTESY,
    GENERIC_BODIES,
    HE_NAMES,
    HE_ROLES,
    OFFICES,
    SHE_NAMES,
    SHE_ROLES,
    given_name,
    name_parts,
)
from brief.quotations import Quotation
from brief.schema import Actor, Sentence, Span
from brief.verify.same import bare_name

REACH = 10
"""Sentences back that an antecedent is looked for."""

_SAME = {
    "he": re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE),
    "she": re.compile(r"\b(?:she|her)\b", re.IGNORECASE),
    "it": re.compile(r"\bit\b", re.IGNORECASE),
    "they": re.compile(r"\bthey\b", re.IGNORECASE),
}
FORMS = {"him": "he", "his": "he", "her": "she", "hers": "she", "its": "it"}
"""The pronoun that stands for a form of it."""

_WORD = re.compile(r"[^\W\d_]+\.?")


class _Mention(NamedTuple):
    start: int
    end: int
    actor: Actor


class Antecedents:
    """The mentions of an article's actors outside quotation marks, in order."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], actors: Iterable[Actor]
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._quotations = quotations
        self._mentions = sorted(
            (_Mention(m.start, m.end, a) for a in actors for m in a.mentions), key=lambda m: (m.start, m.end)
        )
        self._starts = [m.start for m in self._mentions]
        self._genders: dict[str, str] = {}

    def holding(self, start: int, end: int) -> list[Actor]:
        """Return the actors with a mention that covers the last character of a stretch."""
        found = []
        for mention in self._mentions[bisect_left(self._starts, max(0, start - 120)) :]:
            if mention.start >= end:
                break
            if mention.end >= end:
                found.append(mention.actor)
        return found

    def mentioned(self, start: int, end: int) -> list[Actor]:
        """Return the actors mentioned within a stretch."""
        low = bisect_left(self._starts, start)
        return [m.actor for m in self._mentions[low : bisect_left(self._starts, end)] if m.end <= end]

    def named_in(self, span: Span) -> list[Actor]:
        """Return the actors of whose names a part stands in a stretch: Lind, for Dora Lind."""
        low = bisect_left(self._starts, span.start)
        within = self._mentions[low : bisect_left(self._starts, span.end)]
        ended = [m for m in within if m.end <= span.end]
        told = [set(name_parts(bare_name(self._text[m.start : m.end]))) for m in ended]
        return [m.actor for m, parts in zip(ended, told, strict=True) if parts <= set(name_parts(m.actor.name))]

    def of(self, pronoun: str, number: int, at: int) -> Actor | None:
        """Return whom he, she, it, they or a `person` means at an offset in sentence `number`; None: nobody fits."""
        same = _SAME.get(pronoun)
        for n in range(number, max(0, number - REACH), -1):
            sentence = self._sentences[n - 1]
            end = min(sentence.end, at)
            fitting = [m for m in self._told(sentence.start, end) if self._fits(m.actor, pronoun)]
            found = next((m for m in fitting if not self._oblique(m)), next(iter(fitting), None))
            if n < number and same is not None:
                again = next(
                    (p for p in same.finditer(self._text, sentence.start, end) if self._outside(p.start())), None
                )
                if again is not None and (
                    found is None
                    or (again.start() < found.start and not self._ahead(sentence.start, again.end(), found))
                ):
                    continue
            if found is not None:
                return found.actor
        return None

    def could_be(self, pronoun: str, actor: Actor, at: int) -> bool:
        """Tell whether a pronoun at an offset may mean an actor at all: named before it, of its gender and number."""
        if not any(m.start < at for m in actor.mentions):
            return False
        low = FORMS.get(pronoun.lower(), pronoun.lower())
        if low in ("he", "she"):
            return _reads_like_a_person(actor) and self._gender(actor) in ("", low)
        return low != "it" or self._fits(actor, low)

    def _ahead(self, start: int, end: int, found: _Mention) -> bool:
        """Tell whether a pronoun points ahead: In his statement, Lind ..."""
        lead = self._text[start : found.start].strip()
        opens = self._text[start:end].split()[0].lower() in PREPOSITIONS
        return opens and lead.endswith(",") and lead.count(",") == 1 and not self._oblique(found)

    def _told(self, start: int, end: int) -> list[_Mention]:
        low = bisect_left(self._starts, start)
        return [
            m for m in self._mentions[low : bisect_left(self._starts, end)] if self._outside(m.start) and m.end <= end
        ]

    def _oblique(self, mention: _Mention) -> bool:
        """Tell whether a mention owns something or stands after a preposition, its title left out."""
        if self._text[mention.end : mention.end + 2] in ("'s", "’s", "' ", "’ "):
            return True
        before = self._text[max(0, mention.start - 60) : mention.start].split()
        while before and (before[-1].lower() in COURTESY or before[-1].lower() in OFFICES | DETERMINERS):
            before.pop()
        return bool(before) and before[-1].lower() in PREPOSITIONS

    def _outside(self, offset: int) -> bool:
        at = bisect_left(self._quotations, offset, key=lambda q: q.end)
        return at >= len(self._quotations) or self._quotations[at].start > offset

    def _fits(self, actor: Actor, pronoun: str) -> bool:
        if pronoun == "person":
            return actor.kind == "person"
        if pronoun in ("he", "she"):
            return actor.kind == "person" and self._gender(actor) in ("", pronoun)
        if pronoun == "it":
            return actor.kind == "body"
        return actor.kind != "person"

    def _gender(self, actor: Actor) -> str:
        if actor.id not in self._genders:
            self._genders[actor.id] = self._read_gender(actor)
        return self._genders[actor.id]

    def _read_gender(self, actor: Actor) -> str:
        for mention in actor.mentions:
            lead = self._text[max(0, mention.start - 12) : mention.start].split()[-1:]
            for word in (*lead, self._text[mention.start : mention.end].split()[0]):
                if COURTESY.get(word.lower()):
                    return COURTESY[word.lower()]
        roles = {w.lower() for w in _WORD.findall(actor.role or "")}
        if roles & HE_ROLES or roles & SHE_ROLES:
            return "he" if roles & HE_ROLES else "she"
        given = next((g for n in (actor.name, *actor.aliases) if (g := given_name(bare_name(n)))), None)
        if given in HE_NAMES or given in SHE_NAMES:
            return "" if given in HE_NAMES and given in SHE_NAMES else "he" if given in HE_NAMES else "she"
        return ""


def _reads_like_a_person(actor: Actor) -> bool:
    """Tell whether a name may be a person's, whatever kind it was taken for: two or three words with capitals."""
    words = actor.name.split()
    named = all(w[:1].isupper() and w.lower() not in GENERIC_BODIES | DETERMINERS for w in words)
    return actor.kind == "person" or (named and 2 <= len(words) <= 3)
