"""Of which kind a source in Spanish, French, German, Portuguese or Italian is: person, unnamed, body or group."""

from __future__ import annotations

from brief.lexicon.languages import OFFICES_ABROAD, Language
from brief.schema import ActorKind
from brief.summarise.phrases import Phrase
from brief.summarise.reading import Reading

_INDEFINITE = frozenset(
    "un una uno um uma une ein eine einer einem un' otro otra outro outra altro autre anderer".split()
)
_DOCUMENTS = frozenset(
    """informe estudio comunicado rapport étude communiqué bericht studie gutachten mitteilung relatório estudo
    comunicado nota rapporto studio comunicato documento document dokument""".split()
)
_PLURAL = frozenset("los las les des i gli os as unos unas".split())


def head_end_abroad(reading: Reading, language: Language, phrase: Phrase) -> int:
    """One past the head of a source: before the first comma, bracket or `of`."""
    for k in range(phrase.a + 1, phrase.b):
        word = reading.lows[k]
        if word in (",", "(") or (word in language.genitives and not reading.capital(k - 1)):
            return k
        if word in language.stops and word not in language.articles:
            return k
    return phrase.b


def kind_abroad(reading: Reading, language: Language, phrase: Phrase) -> ActorKind:
    """The kind of a source that is described rather than named; one of several or without an article is unnamed."""
    first = reading.lows[phrase.a]
    indefinite = first in _INDEFINITE or first in language.quantifiers or first.startswith("un'") or first[0].isdigit()
    end = head_end_abroad(reading, language, phrase)
    if any(reading.lows[k].rpartition("'")[2] in _DOCUMENTS for k in range(phrase.a, end)):
        return "body"
    if indefinite:
        return "unnamed"
    if any(reading.lows[k].rpartition("'")[2] in OFFICES_ABROAD for k in range(phrase.a, end)):
        return "person"
    if first in _PLURAL or (first == "die" and reading.lows[end - 1].endswith(("en", "er", "te"))):
        return "group"
    return "body"
