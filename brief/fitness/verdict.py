"""The verdict on each article of a set, from odd phrases in it and from what the other articles have."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from brief.fitness.collocations import Unusual, is_english, unusual
from brief.fitness.elsewhere import swapped_words
from brief.fitness.names import broken_names
from brief.fitness.units import mangled_units
from brief.quotations import find_quotations
from brief.schema import Article, Fitness, OddPhrase, Span

UNFIT = 4.5
"""Weight of the odd phrases over what counts for nothing, from which a text is unfit; ordinary texts with that many
phrases stay under 3.5."""

ORDINARY = 10.0
"""Weight of odd phrases for each 1,000 words that counts for nothing: the most that an ordinary long text has."""

PHRASES = 5
"""Fewer different odd phrases never make a text unfit, nor odd."""

ODD = 4.0
"""The same weight, from which another article may show that a text is a copy of it: halfway to ordinary texts."""

SHOWN = 1.0
"""Least weight of a phrase that is shown to the reader."""

_NAME_WEIGHT = 3.0
_UNIT_WEIGHT = 2.0
_MOST = 3.0
_WORD = re.compile(r"[^\W\d_]+")


class _Evidence(NamedTuple):
    phrase: OddPhrase
    weight: float


def fitness(articles: Sequence[Article]) -> Mapping[str, Fitness]:
    """Return the verdict on each article, by its id.

    An article is unfit when its English has many expressions that only a thesaurus makes, or when it tells another
    article's sentences, quotations too, with other words in the same places, and is the odd one of the two or stands
    against two outlets that agree. No single article makes one with ordinary words unfit. Ordinary texts hold a few odd
    phrases; these are never reported. Texts in other languages are only compared with each other. Linear in the length.
    """
    english = {article.id for article in articles if is_english(article)}
    own = {article.id: _own_phrases(article) for article in articles if article.id in english}
    odd = {name for name, (_, weight) in own.items() if weight >= ODD}
    elsewhere = swapped_words(articles, english, odd)
    verdicts: dict[str, Fitness] = {}
    for article in articles:
        phrases, weight = own.get(article.id, ((), 0.0))
        if weight < UNFIT:
            phrases = ()
        if article.id in elsewhere:
            of, swaps = elsewhere[article.id]
            phrases = _merged(phrases, [_swap(article, swap.start, swap.end, swap.usual, of) for swap in swaps])
        verdict: Literal["fit", "unfit", "nothing_to_quote"] = "unfit"
        if not phrases:
            verdict = "fit" if find_quotations(article.text) else "nothing_to_quote"
        verdicts[article.id] = Fitness(article=article.id, verdict=verdict, phrases=phrases)
    return verdicts


def _own_phrases(article: Article) -> tuple[tuple[OddPhrase, ...], float]:
    """Return the odd phrases of an English text and their weight over what counts for nothing; 0 where they are few."""
    evidence = _evidence(article)
    kinds: dict[str, float] = {}
    for item in evidence:
        kinds[item.phrase.usual] = max(item.weight, kinds.get(item.phrase.usual, 0.0))
    if len(kinds) < PHRASES:
        return (), 0.0
    thousands = len(_WORD.findall(article.text)) / 1000
    phrases = tuple(item.phrase for item in evidence if item.weight >= SHOWN)
    return phrases, max(0.0, sum(kinds.values()) - ORDINARY * thousands)


def _evidence(article: Article) -> list[_Evidence]:
    """Return the odd phrases in reading order; where two overlap the heavier one stays."""
    text = article.text
    found: list[tuple[int, int, str, Literal["collocation", "name", "unit"], float]] = [
        *((name.start, name.end, name.usual, "name", _NAME_WEIGHT) for name in broken_names(text)),
        *((unit.start, unit.end, unit.usual, "unit", _UNIT_WEIGHT) for unit in mangled_units(text)),
        *((odd.start, odd.end, odd.usual, "collocation", _weight(odd)) for odd in unusual(text)),
    ]
    kept: list[_Evidence] = []
    for start, end, usual, basis, weight in sorted(found, key=lambda f: (-f[4], f[0])):
        if weight > 0:
            phrase = OddPhrase(span=Span(start, end), words=text[start:end], usual=usual, basis=basis, other=None)
            kept.append(_Evidence(phrase, weight))
    return _apart(kept)


def _apart(evidence: Sequence[_Evidence]) -> list[_Evidence]:
    """Return those that overlap none before them, in reading order."""
    taken: set[int] = set()
    kept = []
    for item in evidence:
        places = range(*item.phrase.span)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(item)
    return sorted(kept, key=lambda item: item.phrase.span)


def _weight(odd: Unusual) -> float:
    """How much an expression speaks for a machine; the scale was set on news spun with another thesaurus."""
    return max(0.0, min(_MOST, odd.gain - 2.0 + 0.6 * (min(odd.fixed, 2.8) - 1.0)))


def _swap(article: Article, start: int, end: int, usual: str, other: str) -> OddPhrase:
    words = article.text[start:end]
    return OddPhrase(span=Span(start, end), words=words, usual=usual, basis="other_article", other=other)


def _merged(own: Sequence[OddPhrase], swaps: Sequence[OddPhrase]) -> tuple[OddPhrase, ...]:
    """Return both kinds in reading order; what another article has says more than what is usual."""
    return tuple(item.phrase for item in _apart([_Evidence(p, 0.0) for p in (*swaps, *own)]))
