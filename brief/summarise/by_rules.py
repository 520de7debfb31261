"""The summariser that needs no model: attributions, actors, events, figures and questions by rules."""

from __future__ import annotations

import re

from brief.addressed import addressed_paragraphs
from brief.quotations import quoted_share
from brief.schema import Article, Span, Statement, StatementKind, Summary, Words
from brief.sentences import split_sentences
from brief.summarise.actors import find_actors
from brief.summarise.attribution import find_attributions, language_abroad
from brief.summarise.events import find_events
from brief.summarise.figures import find_figures
from brief.summarise.found import Found, content_spans
from brief.summarise.phrases import Phrase
from brief.summarise.questions import find_questions
from brief.summarise.reading import Reading, read
from brief.summarise.stance import stance_of

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_DIRECT = 0.9


def summarise(article: Article) -> Summary:
    """Return what the rules find in an article; pure, and linear in the length of its text.

    Spans count code points of `article.text`; an empty text gives an empty summary.
    """
    sentences = split_sentences(article.text)
    reading = read(article.text, sentences)
    founds = find_attributions(reading, article.language)
    actors, speakers = find_actors(reading, founds, language_abroad(reading, article.language))
    statements = tuple(
        _statement(reading, found, f"a{number}", actor)
        for number, (found, actor) in enumerate(zip(founds, speakers, strict=True), start=1)
    )
    addressed = addressed_paragraphs(article.text, sentences)
    return Summary(
        article=article.id,
        summariser="rules",
        statements=statements,
        actors=actors,
        events=find_events(article, sentences, addressed),
        figures=find_figures(article, sentences, statements),
        questions=find_questions(article, sentences, statements, addressed),
    )


def _statement(reading: Reading, found: Found, name: str, actor: str | None) -> Statement:
    spans = content_spans(reading, found)
    content = _words(reading, spans)
    kind = _kind(reading, spans)
    numbers = sorted({reading.sentences[reading.sentence[k]].number for p in found.pieces for k in range(p.a, p.b)})
    return Statement(
        id=name,
        kind=kind,
        source=None if found.source is None else _phrase(reading, found.source),
        cue=_phrase(reading, found.cue),
        content=content,
        actor=actor,
        stance=stance_of(found, [reading.text[a:b] for a, b in spans], kind),
        paraphrase=None,
        sentences=tuple(numbers),
    )


def _kind(reading: Reading, spans: tuple[Span, ...]) -> StatementKind:
    words = [Span(m.start(), m.end()) for s in spans for m in _WORD.finditer(reading.text, s.start, s.end)]
    share = quoted_share(words, reading.quotations)
    return "direct" if share >= _DIRECT else "mixed" if share > 0 else "indirect"


def _phrase(reading: Reading, phrase: Phrase) -> Words:
    return _words(reading, (reading.span(phrase.a, phrase.b),))


def _words(reading: Reading, spans: tuple[Span, ...]) -> Words:
    return Words(spans=spans, text=" ".join(reading.text[s.start : s.end] for s in spans))
