"""What the text says was not said, or takes back, is no statement."""

from __future__ import annotations

import pytest

from brief.summarise.by_rules import summarise
from brief.verify import verify
from tests.articles import article

BACKGROUND = "Maria Lind chairs the harbour board. Karl Brandt heads the union.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Not once has Maria Lind said that the ferry will be sold.",
        "It is not true that Maria Lind said that the ferry will be sold.",
        "There is no record that Maria Lind said that the ferry will be sold.",
        "Neither Maria Lind nor Karl Brandt said that the ferry will be sold.",
        "At no point has Maria Lind promised that the ferry will be sold.",
        "Maria Lind never said: “The ferry will be sold to Ostwick this year.”",
        "“The ferry will be sold to Ostwick this year,” Maria Lind denies having said.",
        "Maria Lind stopped short of saying: “The ferry will be sold to Ostwick this year.”",
    ],
)
def test_what_the_text_takes_back_is_not_kept(sentence: str) -> None:
    """A frame before the speaker, or a negated verb before a quotation, keeps the words out of the document."""
    one = article(BACKGROUND + sentence)
    checked = verify(one, summarise(one))
    assert not [s for s in checked.attributions if s.verdict == "supported" and "ferry will be sold" in s.content.text]


@pytest.mark.parametrize(
    "sentence",
    [
        "Maria Lind said that the ferry will not be sold.",
        "“No money was taken,” Maria Lind said.",
        "Maria Lind would not take questions but called the sale “a matter for the town council.”",
        "After the board denied the sale, Maria Lind said that the ferry will be sold.",
    ],
)
def test_what_the_text_says_was_said_is_kept(sentence: str) -> None:
    """A negation inside the content, before another verb or of somebody else takes nothing back."""
    one = article(BACKGROUND + sentence)
    checked = verify(one, summarise(one))
    assert [s for s in checked.attributions if s.verdict == "supported"]
