"""Text of the articles that gives orders to a program: nothing is taken from it, and it is told."""

from __future__ import annotations

from collections.abc import Iterator

from brief.addressed import addressed_paragraphs
from brief.assemble.material import Material
from brief.schema import Article, LeftOutRow, Sentence
from brief.sentences import split_sentences

LONGEST = 400
"""Characters of such text that are shown."""


def order_rows(material: Material) -> tuple[LeftOutRow, ...]:
    """Return a row for each article used that speaks to a program, with the beginning of what it says."""
    return tuple(
        LeftOutRow(
            kind="Text not used",
            what=f"S{material.number(article.id)}, sentences {found[0].number} to {found[-1].number}",
            source_text=article.text[found[0].start : min(found[-1].end, found[0].start + LONGEST)],
            why="it speaks to a program, not to the reader: nothing is taken from its paragraph",
        )
        for article, found in _with_orders(material)
    )


def orders_told(material: Material) -> str:
    """Return the sentence of the status strip on texts that give orders to a program; empty without any."""
    numbers = [f"S{material.number(article.id)}" for article, _ in _with_orders(material)]
    if not numbers:
        return ""
    return f" {', '.join(numbers)} speak{'s' if len(numbers) == 1 else ''} to a program: see Annex B."


def _with_orders(material: Material) -> Iterator[tuple[Article, list[Sentence]]]:
    for article in material.used:
        sentences = split_sentences(article.text)
        paragraphs = addressed_paragraphs(article.text, sentences)
        found = [s for s in sentences if s.paragraph in paragraphs]
        if found:
            yield article, found
