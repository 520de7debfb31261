"""Cleaning held against the gold labels of the seeds: floors that may rise and not sink."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from brief.clean import clean
from brief.read import find_inputs, read
from brief.schema import Cleaned, RawDocument

SEEDS = Path(__file__).parent.parent / "seeds"
GOLD: dict[str, Any] = json.loads((SEEDS / "gold" / "cleaning.json").read_text(encoding="utf-8"))
FLOOR = 0.99


def cleaned(file: str) -> tuple[RawDocument, Cleaned]:
    """Read and clean one seed."""
    (document,) = read(find_inputs([str(SEEDS / file)]).inputs[0])
    return document, clean(document, Path(file).stem)


def words(document: RawDocument, spans: list[list[int]]) -> Counter[str]:
    """Count the words of some stretches of a document."""
    return Counter(word for start, end in spans for word in document.text[start:end].split())


def f1(true: Counter[str], found: Counter[str]) -> float:
    """Return the F1 of two bags of words."""
    return 2 * (true & found).total() / (true.total() + found.total())


@pytest.mark.parametrize("file", GOLD)
def test_each_article_is_found_with_its_whole_body_and_its_title(file: str) -> None:
    """As many articles as labelled, the first of them the main one, each body nearly word for word."""
    document, result = cleaned(file)
    wanted = GOLD[file]["articles"]
    assert [article.title for article in result.articles] == [label["title"] for label in wanted]
    assert [article.bundled for article in result.articles] == [not label["main"] for label in wanted]
    for article, label in zip(result.articles, wanted, strict=True):
        assert f1(words(document, label["body"]), Counter(article.text.split())) >= FLOOR


@pytest.mark.parametrize("file", [file for file, label in GOLD.items() if label["furniture"]])
def test_cleaning_beats_the_text_as_it_is(file: str) -> None:
    """The naive baseline, keeping everything, stays below the floor on every seed that has furniture."""
    document, _ = cleaned(file)
    body = words(document, GOLD[file]["articles"][0]["body"])
    assert f1(body, Counter(document.text.split())) < FLOOR


@pytest.mark.parametrize("file", GOLD)
def test_furniture_captions_and_listings_are_left_out(file: str) -> None:
    """Nothing that is labelled as furniture, caption or listing is in any text, and a listing is called one."""
    document, result = cleaned(file)
    kept: set[int] = set()
    for article in result.articles:
        for _, start, length in article.origin.segments:
            kept.update(range(start, start + length))
    label = GOLD[file]
    captions = [span for article in label["articles"] for span in article["captions"]]
    for start, end in [*label["furniture"], *label["listing"], *captions]:
        assert not any(document.text[i].strip() for i in kept.intersection(range(start, end)))
    assert bool(label["listing"]) == any(cut.label == "listing" for cut in result.left_out)
