"""Figures of an article: a number with what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.number_words import FUNCTION_WORDS
from brief.numbers import Quantity, find_quantities, language_of
from brief.schema import Article, Figure, Sentence, Span, Statement, Words

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST = 4000  # a longer sentence is no prose; its numbers count nothing that can be named
_AGE = re.compile(r"[^\W\d_],\s*$")


def find_figures(
    article: Article, sentences: Sequence[Sentence], statements: Sequence[Statement]
) -> tuple[Figure, ...]:
    """Counts, shares, sums of money and measures with the words they count; no years, clock times or ages.

    Every `number` slices `article.text` exactly; linear in its length.
    """
    language = language_of(article.language, article.text)
    holders = _holders(statements)
    figures: list[Figure] = []
    for sentence in sentences:
        if sentence.end - sentence.start > _LONGEST:
            continue
        text = article.text[sentence.start : sentence.end]
        for quantity in find_quantities(text, language):
            if quantity.kind in ("clock", "year") or is_age(text, quantity) or is_ordinal(text, quantity):
                continue
            start, end = sentence.start + quantity.start, sentence.start + quantity.end
            figures.append(
                Figure(
                    id=f"f{len(figures) + 1}",
                    number=Words(spans=(Span(start, end),), text=article.text[start:end]),
                    value=f"{quantity.low:f}".rstrip("0").rstrip(".")
                    if "." in f"{quantity.low:f}"
                    else f"{quantity.low:f}",
                    unit=quantity.unit,
                    counts=counted(text, quantity),
                    qualifier=quantity.qualifier,
                    statement=_holder(holders.get(sentence.number, ()), start, end),
                    sentence=sentence.number,
                )
            )
    return tuple(figures)


def is_age(text: str, quantity: Quantity) -> bool:
    """True for the age of a person: a name, a comma, the number, and a comma or the end."""
    if quantity.kind != "count" or not 0 < quantity.low < 110:
        return False
    after = text[quantity.end : quantity.end + 1]
    before = text[max(0, quantity.start - 3) : quantity.start]
    return bool(_AGE.search(before)) and after in (",", ".", ";", ")")


def is_ordinal(text: str, quantity: Quantity) -> bool:
    """True where the number is part of a name or of a day: 3rd, Room 12, 5 October."""
    after = text[quantity.end : quantity.end + 12]
    return bool(re.match(r"(?:st|nd|rd|th|er|\.º|º|ª)\b", after)) or bool(
        re.match(
            r"\.?\s+(?:de\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|ene|feb|mar|abr|may|jun|jul|ago|"
            r"sep|oct|nov|"
            r"dic|janv|févr|mars|avr|mai|juin|juil|août|sept|déc|Mär|Mai|Okt|Dez)",
            after,
        )
    )


def counted(text: str, quantity: Quantity) -> str:
    """The head words that the number counts, lower case: those after it, or before it where none follow."""
    after = _following(text, quantity.end)
    if after and quantity.kind == "count":
        return " ".join(after)
    before = _preceding(text, quantity.start)
    return " ".join(before or after)


def _following(text: str, start: int) -> list[str]:
    taken: list[str] = []
    at = start
    for m in _WORD.finditer(text, start, min(len(text), start + 80)):
        gap = text[at : m.start()]
        word = m.group().lower()
        if gap.strip() or len(taken) == 3:
            break
        if word in FUNCTION_WORDS and not (word in ("of", "de", "the", "los", "las", "des") and not taken):
            break
        if word not in FUNCTION_WORDS:
            taken.append(word)
        at = m.end()
    return taken


def _preceding(text: str, end: int) -> list[str]:
    clause = max((text.rfind(mark, 0, end) for mark in (",", ";", ":", '"', "“", "(")), default=-1) + 1
    words = [m.group().lower() for m in _WORD.finditer(text, clause, end)]
    content = [w for w in words if w not in FUNCTION_WORDS]
    return content[:3]


def _holders(statements: Sequence[Statement]) -> dict[int, list[Statement]]:
    by_sentence: dict[int, list[Statement]] = {}
    for statement in statements:
        for number in statement.sentences:
            by_sentence.setdefault(number, []).append(statement)
    return by_sentence


def _holder(statements: Sequence[Statement], start: int, end: int) -> str | None:
    for statement in statements:
        if any(span.start <= start and end <= span.end for span in statement.content.spans):
            return statement.id
    return None
