"""Open questions of one article: what its own words leave unanswered."""

from __future__ import annotations

import pytest

from brief.schema import OpenQuestion
from brief.sentences import split_sentences
from brief.summarise.questions import find_questions
from tests.articles import article


def _questions(text: str) -> tuple[OpenQuestion, ...]:
    return find_questions(article(text, published="2026-03-11"), split_sentences(text), ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Harbour Office did not respond to a request for comment.", "no_reply"),
        ("Her lawyer declined to comment.", "no_reply"),
        ("La empresa no respondió a las preguntas.", "no_reply"),
        ("Das Amt wollte sich nicht äußern.", "no_reply"),
        ("It was unclear who had opened the sluice.", "unclear"),
        ("The mayor would not say who pays for the boats.", "unclear"),
        ("How the crate came aboard remains unknown.", "unclear"),
        ("On ignore qui a ouvert la vanne.", "unclear"),
        ("Unklar ist, wer die Schleuse öffnete.", "unclear"),
        ("No date was given for the reopening; no date is known.", "undated"),
        ("The commission will publish its report in June.", "announced"),
    ],
)
def test_what_the_text_leaves_open_is_a_question(text: str, kind: str) -> None:
    """No reply, not known or not said, no date, and an announced paper each raise one question of their kind."""
    (found,) = _questions(text)
    assert found.kind == kind
    assert found.evidence[0].text == text
    assert found.evidence[0].field == "text"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the sluice on Monday.",
        "Nobody was hurt in the yard.",
        "She said the boats were paid for.",
        "It is clear who opened the sluice.",
    ],
)
def test_plain_news_raises_no_question(text: str) -> None:
    """A plain statement leaves nothing open."""
    assert _questions(text) == ()


def test_the_one_who_was_asked_can_answer() -> None:
    """The name before the words of no reply is the one who could answer, and the question asks for them."""
    (found,) = _questions("Later the Harbour Office of Tarn did not respond to questions.")
    assert found.who == "the Harbour Office of Tarn"
    assert found.who in found.question


def test_the_question_quotes_nothing() -> None:
    """Question and reason are fixed sentences: no quotation mark and no clause of the article."""
    (found,) = _questions('It was unclear whether "the green door" had been locked.')
    assert "green" not in found.question + found.why
    assert '"' not in found.question + found.why
