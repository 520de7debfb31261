"""Cleaning on the project's own labelled pages: floors that may rise and not sink, beside naive baselines.

`python -m tests.labelled_pages` prints the figures by page and the lines LABELLED_SET and FLOORS as they would stand
now; raise the floors by putting those in. A floor is lowered only when the labelled set, and so its hash here, has
changed, or with the reason in the commit.
"""

from __future__ import annotations

import pytest

from benchmarks.cleaning import page_score
from tests import labelled_pages
from tests.labelled_pages import Page

LABELLED_SET = "c8a6f7f014853d15"
FLOORS = {
    "html F1": 0.887,
    "text F1": 0.904,
    "one article, counted": 0.995,
    "none or several, counted": 0.828,
    "bundled F1": 0.836,
    "cut": 0.675,
}
PAGES = labelled_pages.labelled()


def test_the_labelled_set_is_the_one_that_the_floors_were_set_on() -> None:
    """The floors below belong to these pages and labels."""
    assert labelled_pages.data_hash()[:16] == LABELLED_SET


@pytest.mark.parametrize("name", PAGES)
def test_every_label_stands_in_its_page(name: str) -> None:
    """Titles, paragraphs and cut phrases are words that a reader sees, and no labelled body holds a cut phrase."""
    page = PAGES[name]
    seen = " ".join(labelled_pages.visible_lines(page))
    bodies = [article["body"] for article in page["articles"]]
    position = 0
    for paragraph in (line for body in bodies for line in body.split("\n")):
        position = seen.find(paragraph, position)
        assert position >= 0, paragraph
        position += len(paragraph)
    assert all(article["title"] in seen for article in page["articles"] if article["title"])
    assert all(phrase in seen for phrase in page["cut"])
    assert not [phrase for phrase in page["cut"] for body in bodies if phrase in body]


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    """Return the figures of today."""
    return labelled_pages.measured()


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_sinks(name: str, measured: dict[str, float]) -> None:
    """F1 of main and bundled bodies, pages with the right number of articles, phrases that are rightly left out."""
    assert measured[name] >= FLOORS[name]


@pytest.mark.parametrize("kind", ["html", "text"])
def test_the_pages_are_not_easy(kind: str) -> None:
    """Keeping everything, or the longest run of sentences, stays clearly below the floor."""
    for naive in (labelled_pages.untouched, labelled_pages.longest_run):
        assert labelled_pages.scores(kind, naive).f1 <= FLOORS[f"{kind} F1"] - 0.05


def test_web_pages_are_cleaned_better_than_by_the_library_alone() -> None:
    """Trafilatura as it comes stays below the floor for HTML."""
    assert labelled_pages.scores("html", labelled_pages.trafilatura_default).f1 < FLOORS["html F1"]


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if page["language"] != "en"])
def test_a_page_in_another_language_never_comes_out_empty(name: str) -> None:
    """The main article holds words of the labelled body, also in languages without spaces."""
    page: Page = PAGES[name]
    _, recall = page_score(page["articles"][0]["body"], labelled_pages.main_article(page))
    assert recall
