"""Finding words: exactly, through the declared folding, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.schema import Segment, Span
from brief.spans import evidence, holds, in_input, locate, sentence_number, title_evidence
from tests.articles import article

TEXT = "The minister said: “We  haven’t\nsigned any ﬁnal—accord.” Nothing was agreed."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("We  haven’t", "We  haven’t"),
        ("We haven't signed", "We  haven’t\nsigned"),
        ("final-accord", "ﬁnal—accord"),
        ('accord."', "accord.”"),
        ("Nothing was agreed.", "Nothing was agreed."),
    ],
)
def test_words_are_found_exactly_or_through_the_folding(words: str, found: str) -> None:
    """Quotation marks, dashes, white space and ligatures are folded; the result is the source's own characters."""
    span = locate(words, TEXT)
    assert span is not None
    assert TEXT[span.start : span.end] == found


@pytest.mark.parametrize("words", ["we haven't", "any accord", "Noth", "othing", "not", "", "  ", "signed some"])
def test_nothing_is_found_nearly(words: str) -> None:
    """Another case, a gap, a part of a word or one other word is not found: there is no edit distance."""
    assert locate(words, TEXT) is None


def test_search_keeps_within_the_sentences_named() -> None:
    """Words that stand twice are found where the search is told to look."""
    text = "No deal. Later: no deal. No deal."
    first = locate("No deal.", text)
    second = locate("No deal.", text, Span(9, len(text)))
    assert first == Span(0, 8)
    assert second == Span(25, 33)
    assert locate("Later", text, Span(0, 8)) is None


def test_words_of_a_language_without_spaces_are_found() -> None:
    """In Chinese a word may begin between any two characters."""
    assert locate("没有协议", "总统说没有协议。") == Span(3, 7)


def test_evidence_holds_only_as_the_slice_it_names() -> None:
    """Evidence with one letter changed, another offset or another article does not hold."""
    one = article("Rain fell. “No deal,” she said.", title="No deal, says minister")
    item = evidence(one, Span(11, 21))
    assert item.sentence == 2
    assert item.text == "“No deal,”"
    assert holds(one, item)
    assert not holds(one, item.model_copy(update={"text": "“No meal,”"}))
    assert not holds(one, item.model_copy(update={"start": 10}))
    assert not holds(article(one.text, "b"), item)
    assert holds(one, title_evidence(one, Span(0, 7)))


def test_a_stretch_is_shown_in_its_input() -> None:
    """A stretch over a cut maps to the two stretches of the input that it was made of."""
    one = article("First part.Second part.")
    origin = one.origin.model_copy(update={"segments": (Segment(0, 100, 11), Segment(11, 150, 12))})
    moved = one.model_copy(update={"origin": origin})
    assert in_input(moved, Span(6, 17)) == (Span(106, 111), Span(150, 156))


def test_sentence_number_of_an_offset() -> None:
    """An offset belongs to the sentence it stands in; white space after a sentence to the one before."""
    one = article("One is here. Two is here. Three is here.")
    assert [sentence_number(one, at) for at in (0, 12, 13, 39)] == [1, 1, 2, 3]


@given(st.text(alphabet="ab ’'“\"-—\n ﬁé", max_size=60), st.integers(0, 59), st.integers(1, 20))
@settings(max_examples=150, deadline=None)
def test_every_stretch_at_word_bounds_finds_itself(text: str, start: int, length: int) -> None:
    """Any stretch of a text is found in it, as itself or as an equal stretch before it, or it cuts a word."""
    words = text[start : start + length].strip()
    span = locate(words, text)
    if span is not None:
        assert locate(text[span.start : span.end], text) is not None
    elif words:
        assert all(
            text[at - 1 : at].isalnum() or text[at + len(words) : at + len(words) + 1].isalnum()
            for at in range(len(text))
            if text.startswith(words, at)
        )
