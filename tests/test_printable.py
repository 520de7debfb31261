"""Which words of a source stand between the document's quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.assemble.printable import printable


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("'There is no accord,'", ["There is no accord"]),
        ("“There is no accord,”", ["There is no accord"]),
        ('"There is no accord."', ["There is no accord."]),
        ("«Il n'y a pas d'accord»", ["Il n'y a pas d'accord"]),
        ("that the port was shut", ["the port was shut"]),
        ("'Plan Nine' as a shared task", ["'Plan Nine' as a shared task"]),
        ("it was 'a matter for others.'", ["it was 'a matter for others.'"]),
        ("he was “not ready” to sign", ["he was “not ready” to sign"]),
        ("“One.” “Two.”", ["One.", "Two."]),
        ("first line\nsecond line", ["first line", "second line"]),
        ("The N.H.A.'s plan", ["The N.H.A.'s plan"]),
        ("'We don't know", ["We don't know"]),
        (" , ", []),
    ],
)
def test_outer_marks_go_and_inner_ones_stay(source: str, printed: list[str]) -> None:
    """Marks that enclose the whole are left off; words are never changed, only cut."""
    assert [source[span.start : span.end] for span in printable(source)] == printed


@given(st.text(alphabet="ab c.,'\"“”‘’\n", max_size=40))
@settings(max_examples=200, deadline=None)
def test_every_printed_stretch_is_balanced_and_in_order(source: str) -> None:
    """Whatever the marks of a scrape, a printed stretch has balanced curly marks, and stretches don't overlap."""
    last = 0
    for span in printable(source):
        text = source[span.start : span.end]
        assert last <= span.start < span.end
        assert text.count("“") == text.count("”")
        assert "\n" not in text
        last = span.end
