"""Figures: a number as written, its value and unit, and what it counts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from brief.numbers import find_quantities
from brief.schema import Figure
from brief.sentences import split_sentences
from brief.summarise.figures import find_figures
from tests.articles import article


def _figures(text: str) -> tuple[Figure, ...]:
    return find_figures(article(text), split_sentences(text), ())


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "qualifier"),
    [
        ("some 1,200 people", "en", "1200", None, "about"),
        ("3.4 million euros", "en", "3400000", "EUR", "exact"),
        ("$5bn in aid", "en", "5000000000", "USD", "exact"),
        ("at least 14 sailors", "en", "14", None, "at_least"),
        ("two hundred and five sheep", "en", "205", None, "exact"),
        ("a drop of 4.1 percent", "en", "4.1", "percent", "exact"),
        ("unas 20.000 personas", "es", "20000", None, "about"),
        ("14,5 Prozent", "de", "14.5", "percent", "exact"),
        ("3,2 millions d’euros", "fr", "3200000", "EUR", "exact"),
        ("zweihundert Boote", "de", "200", None, "exact"),
    ],
)
def test_written_numbers_have_a_value(text: str, language: str, value: str, unit: str | None, qualifier: str) -> None:
    """Digits, words, scales and decimal marks are read by the language; qualifier and unit go with the number."""
    (found,) = find_quantities(text, language)
    assert (found.low, found.unit, found.qualifier) == (Decimal(value), unit, qualifier)


def test_units_become_one() -> None:
    """Ten kilometres and 6.2 miles are told in metres, so that a conversion is no difference."""
    (metric,) = find_quantities("ten kilometres", "en")
    (imperial,) = find_quantities("6.2 miles", "en")
    assert metric.unit == imperial.unit == "m"
    assert abs(metric.low - imperial.low) < 50


def test_a_range_keeps_both_ends() -> None:
    """Between 10 and 12 percent is one quantity with two ends."""
    (found,) = find_quantities("between 10 and 12 percent", "en")
    assert (found.low, found.high) == (Decimal(10), Decimal(12))


def test_clock_times_and_years_count_nothing() -> None:
    """02:10 and 2019 are found, as a time and as a year, and are no figures."""
    text = "The alarm rang at 02:10 in 2019 and again at half past one."
    assert [q.kind for q in find_quantities(text, "en")] == ["clock", "year", "clock"]
    assert _figures(text) == ()


def test_a_figure_says_what_it_counts() -> None:
    """The words after the number name what is counted; where none follow, the words before it do."""
    first, second = _figures("The gale tore down 640 garden sheds. The number of broken masts stood at 37.")
    assert first.counts == "garden sheds"
    assert "masts" in second.counts


def test_figures_slice_the_text() -> None:
    """The number of every figure stands in the text where its span says."""
    text = "Officials spoke of more than 3,000 hens, nearly 12 tonnes of feed and a bill of 4.5 million euros."
    found = _figures(text)
    assert [f.qualifier for f in found] == ["at_least", "about", "exact"]
    assert all(text[f.number.spans[0].start : f.number.spans[0].end] == f.number.text for f in found)


def test_an_age_is_no_figure() -> None:
    """The number behind a name is an age and counts nothing."""
    assert _figures("Orla Fenn, 61, keeps the lamp.") == ()
