"""Quality on the labelled seeds: floors that may rise and not sink, beside a naive baseline.

A floor is lowered only with a reason in the commit; when the labelled set changes, its hash here changes with it.
"""

from __future__ import annotations

import pytest

from benchmarks import quality
from brief.schema import Article, Briefing

LABELLED_SET = "146cc6d6311027a6"


@pytest.fixture(scope="module")
def made() -> tuple[Briefing, dict[str, Article]]:
    """Return the briefing on the seeds by rules."""
    return quality.run()


def test_the_labelled_set_is_the_one_that_the_floors_were_set_on() -> None:
    """The floors below belong to these texts and labels."""
    assert quality.data_hash()[:16] == LABELLED_SET


def test_who_said_what(made: tuple[Briefing, dict[str, Article]]) -> None:
    """Statements with their speakers: well above quotation marks with the nearest name."""
    ours, naive = quality.attribution_scores(*made)
    assert ours.f1 >= 0.88
    assert ours.precision >= 0.85
    assert naive.f1 < 0.3


def test_contradictions(made: tuple[Briefing, dict[str, Article]]) -> None:
    """Contradictions with both sides: nearly all that is reported is labelled, where shared words find none."""
    ours, naive = quality.contradiction_scores(*made)
    assert ours.f1 >= 0.4
    assert ours.precision >= 0.9
    assert naive.f1 < 0.1


def test_open_questions(made: tuple[Briefing, dict[str, Article]]) -> None:
    """Open questions by the words that raise them."""
    ours, naive = quality.question_scores(*made)
    assert ours.f1 >= 0.45
    assert naive.f1 < 0.4
