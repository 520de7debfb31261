"""A page and its article: for the tests of cleaning."""

from __future__ import annotations

import hashlib

from brief.clean import clean
from brief.clean.controls import without_controls
from brief.schema import Article, Cleaned, Metadata, RawDocument

HEADLINE = "Ferry line to Osmarra closes after pier inspection"
BODY = (
    "The ferry line between Tolvik and Osmarra will close on Friday, the port authority said, after divers found "
    "cracks in two of the pier's six pillars.\n\n"
    "“We are not going to wait for the storm to tell us how deep they are,” harbour master Ingrid Vael said.\n\n"
    "About 400 people take the boat every day. Most of them work in the cannery on the island, which said that it "
    "would put up those who wanted to stay.\n\n"
    "The line last closed in 2011, for nine days.\n"
)
SECOND = (
    "The cannery on Osmarra has rented the old school and will put sixty beds into its classrooms, its manager told "
    "this newspaper on Monday. Workers who stay are paid for their evenings, she said, and may take the mail boat home "
    "on Sundays if the sea allows it. The union called the offer fair and asked for a doctor on the island. Nobody has "
    "been told when the pier will be ready, and the authority did not answer a question about the cost of the repair. "
    "A spare boat lies in Tolvik, but it is too long for the small quay on the north side of the island."
)
PAGE = (
    "Jump to the content\n_\n_\nHome\nNews\nSport\n\n"
    f"{HEADLINE}\n\nThe Tolvik Messenger | 4 March 2024\n\nBy Runa Castellan\n\nShare\nTweet\nEmail\n\n"
    f"Ingrid Vael on the pier in Tolvik on Sunday.Photo: Ola Brandt\n\n{BODY}\n"
    "Sign up for our evening newsletter and never miss a boat\n\nRelated\n"
    "Cannery raises wages\nThe mail boat turns eighty\n\nComments\nNobody has written yet\n\n"
    "© The Tolvik Messenger. All rights reserved."
)


def document(text: str, **stated: str) -> RawDocument:
    """Return a document as reading would make it."""
    return RawDocument(
        file="ferry.txt",
        sha256="0" * 64,
        size=len(text),
        text_sha256="0" * 64,
        text=text,
        format="txt",
        encoding="utf-8",
        extractor="test",
        stated=Metadata(**stated),
        supplied=Metadata(),
    )


def cleaned(text: str, **stated: str) -> Cleaned:
    """Clean a text and check that all of it is accounted for."""
    result = clean(document(text, **stated), "ferry")
    assert_accounted_for(text, result)
    return result


def only(text: str, **stated: str) -> Article:
    """Clean a text that holds one article."""
    (article,) = cleaned(text, **stated).articles
    return article


def cuts(text: str, article: Article | Cleaned) -> list[tuple[str, str]]:
    """Return (label, words) of what was left out."""
    return [(cut.label, text[cut.start : cut.end]) for cut in article.left_out]


def assert_accounted_for(text: str, result: Cleaned) -> None:
    """Every visible character stands exactly once in an article or among what was left out, at its offsets."""
    seen = [0] * len(text)
    for article in result.articles:
        bounds = article.origin.bounds
        position = 0
        for in_text, in_input, length in article.origin.segments:
            assert in_text == position
            assert article.text[in_text : in_text + length] == text[in_input : in_input + length]
            assert bounds.start <= in_input and in_input + length <= bounds.end
            seen[in_input : in_input + length] = [n + 1 for n in seen[in_input : in_input + length]]
            position += length
        assert position == len(article.text)
        assert article.text == without_controls(article.text)
        assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()
        assert all(bounds.start <= cut.start < cut.end <= bounds.end for cut in article.left_out)
    for left_out in (result.left_out, *(article.left_out for article in result.articles)):
        for cut in left_out:
            seen[cut.start : cut.end] = [n + 1 for n in seen[cut.start : cut.end]]
    assert all(n == 1 or (n == 0 and char.isspace()) for n, char in zip(seen, text, strict=True))
