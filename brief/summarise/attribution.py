"""Who said what: attributions of an article, found by rules over tokens, quotation marks and reporting verbs."""

from __future__ import annotations

from brief.lexicon.languages import LANGUAGES, Language, language_of
from brief.summarise.attribution_abroad import find_attributions_abroad
from brief.summarise.found import Found
from brief.summarise.paragraph import Paragraph
from brief.summarise.reading import Reading


def find_attributions(reading: Reading, language: str | None = None) -> list[Found]:
    """Return the attributions of a text in reading order of their cues.

    `language` is an ISO 639-1 code; without one the language is told from the words. English has rules of its own;
    Spanish, French, German, Portuguese and Italian have quotation marks and reporting verbs; others are read as
    English.
    """
    abroad = language_abroad(reading, language)
    if abroad is not None:
        return find_attributions_abroad(reading, abroad)
    founds: list[Found] = []
    number = 0
    while number < len(reading.sentences):
        last = number
        paragraph = reading.sentences[number].paragraph
        while last < len(reading.sentences) and reading.sentences[last].paragraph == paragraph:
            last += 1
        founds.extend(Paragraph(reading, number, last, founds[-1] if founds else None).attributions())
        number = last
    return [f for f in founds if f.pieces]


def language_abroad(reading: Reading, language: str | None) -> Language | None:
    """The language of a text that has rules of its own beside English, by its code or else by its words."""
    known = language if language in LANGUAGES or language == "en" else language_of(reading.lows)
    return LANGUAGES.get(known or "")
