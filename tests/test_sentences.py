"""Sentences: the addresses that the document prints."""

from __future__ import annotations

import time

import pytest

from brief.sentences import split_sentences


def cut(text: str) -> list[str]:
    """The sentences of a text as strings."""
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms. Orme met Dr. Vale. He left.", ["Ms. Orme met Dr. Vale.", "He left."]),
        ("J. R. Orme spoke. It rained.", ["J. R. Orme spoke.", "It rained."]),
        ("They wrote to the H.P.A. The answer came.", ["They wrote to the H.P.A.", "The answer came."]),
        ("The H.P.A. office closed at 5 p.m. Tuesday.", ["The H.P.A. office closed at 5 p.m. Tuesday."]),
        ("It shut at 5 p.m. The gate stayed open.", ["It shut at 5 p.m.", "The gate stayed open."]),
        ("Rates rose 3.5 percent. Pier No. 5 closed.", ["Rates rose 3.5 percent.", "Pier No. 5 closed."]),
        ("Well... perhaps. Or not!", ["Well... perhaps.", "Or not!"]),
        ("• First item. Second part\n• Other item", ["• First item.", "Second part", "• Other item"]),
        ("3. The third item of a list", ["3. The third item of a list"]),
        ("Er kam am 3. Oktober. Sie ging.", ["Er kam am 3. Oktober.", "Sie ging."]),
        ("你好。再见！走吧", ["你好。", "再见！", "走吧"]),
        ("", []),
        (" \n\t\n ", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    """Abbreviations, initials, acronyms, times, decimals and list numbers do not end a sentence; full stops do."""
    assert cut(text) == expected


@pytest.mark.parametrize(("left", "right"), [("“", "”"), ('"', '"'), ("'", "'"), ("«", "»"), ("''", "''")])
def test_closing_marks_belong_to_the_sentence_they_close(left: str, right: str) -> None:
    """In every style of quotation marks, the mark after the full stop stays with its sentence."""
    text = f"{left}We are ready. We will go.{right} The crew left."
    assert cut(text) == [f"{left}We are ready.", f"We will go.{right}", "The crew left."]


def test_a_question_inside_a_sentence_does_not_end_it() -> None:
    """`"Why?" she asked` is one sentence."""
    assert cut('"Why?" she asked. "Now?"') == ['"Why?" she asked.', '"Now?"']


def test_numbers_and_paragraphs_count_from_one() -> None:
    """Sentences are numbered in reading order; a line of white space is no paragraph."""
    sentences = split_sentences("One. Two.\n \nThree.")
    assert [(s.number, s.paragraph) for s in sentences] == [(1, 1), (2, 1), (3, 2)]


@pytest.mark.parametrize(
    "text", ["a. B'" * 200_000, "." * 1_000_000, "A. " * 200_000, "word " * 200_000, '"' * 100_000]
)
def test_hostile_text_is_cut_in_linear_time(text: str) -> None:
    """A megabyte without an end, or with nothing but ends, takes no more than a few seconds."""
    begun = time.process_time()
    sentences = split_sentences(text)
    assert sentences[-1].end <= len(text)
    assert time.process_time() - begun < 8
