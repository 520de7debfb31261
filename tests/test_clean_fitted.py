"""The fitted scores of lines, and what stands around them: bodies in pages of every shape."""

from __future__ import annotations

from brief.clean import clean
from brief.clean.line_features import line_features
from brief.clean.line_scores import line_model, line_scores
from brief.clean.lines import split_lines
from tests.scrapes import BODY, HEADLINE, PAGE, SECOND, document, only

TEASERS = "".join(
    f"{place} council weighs a new road\nThe road between {place} and the coast has been closed since spring and...\n"
    for place in ("Tolvik", "Osmarra", "Skarn", "Velling", "Brandholm")
)
MENU = "Home\nNews\nSport\nCulture\nLog in\nSubscribe\n"


def test_the_model_weighs_features_that_exist() -> None:
    """Every fitted weight belongs to a feature that is measured, and every feature has a weight."""
    assert set(line_model().weights) == set(line_features(()))


def test_a_paragraph_scores_above_every_line_of_the_menu() -> None:
    """On a page, each paragraph is likelier the article's than any button, credit or related headline."""
    lines = split_lines(PAGE)
    scores = dict(zip((line.text for line in lines), line_scores(lines), strict=True))
    paragraphs = [scores[paragraph] for paragraph in BODY.strip().split("\n\n")]
    rest = [score for text, score in scores.items() if text not in BODY]
    assert min(paragraphs) > max(rest)


def test_teasers_below_an_article_are_left_out() -> None:
    """Headlines with the openings of other stories, cut short, are no part of the body."""
    article = only(f"{MENU}\n{HEADLINE}\n\n{BODY}\n{SECOND}\n\nMore stories\n{TEASERS}\nContact\nPrivacy policy\n")
    assert article.text.split() == f"{BODY}{SECOND}".split()


def test_an_extracted_text_keeps_lines_that_stand_twice() -> None:
    """In the text of a web page a subheading may come back; it stays."""
    part = "What the divers saw"
    text = f"{HEADLINE}\n\n{BODY}\n{part}\n\n{SECOND}\n\n{part}\n\n{BODY.upper()}\n\nShare this\n\nRead more\n"
    raw = document(text).model_copy(update={"format": "html"})
    assert clean(raw, "ferry").articles[0].text.count(part) == 2
