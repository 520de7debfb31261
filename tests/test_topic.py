"""Which articles belong to the affair."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from brief.errors import UsageError
from brief.pipeline import Options, gather, make
from brief.topic import belonging
from tests.articles import article

PORT = (
    "Minister Dora Lind said in Velmora that the Ostrava ferry contract was void. The ferry operator Nordkai disputes "
    "the decision on the contract. Velmora's parliament debates the ferry on Friday."
)
PORT_TOO = (
    "Nordkai, the ferry operator, called the contract valid. Dora Lind has ended the contract for the Ostrava ferry. "
    "In Velmora the opposition asked why the ferry contract was ended without a vote."
)
PORT_THREE = (
    "Parliament in Velmora heard Dora Lind on the Ostrava ferry. Nordkai runs the ferry under a contract of 2019. "
    "The contract costs nine million a year."
)
BAKERY = (
    "A bakery in Halden won the prize for the best rye bread. Its owner bakes forty loaves before dawn. The jury "
    "praised crust and crumb. Customers came from all over town to taste it."
)


def test_article_on_another_affair_is_off_topic() -> None:
    """An article that shares few of the set's common words does not belong, and the reason names those words."""
    verdict = belonging(
        [
            article(PORT, "one"),
            article(PORT_TOO, "two"),
            article(PORT_THREE, "three"),
            article(BAKERY, "four", bundled=True),
        ]
    )
    assert {name: belongs for name, (belongs, _) in verdict.items()} == {
        "one": True,
        "two": True,
        "three": True,
        "four": False,
    }
    assert "carries too few" in verdict["four"][1]


def test_place_in_a_file_decides_nothing() -> None:
    """A bundled article on the affair belongs; a main article on another affair does not."""
    verdict = belonging(
        [
            article(PORT, "one"),
            article(PORT_TOO, "two"),
            article(PORT_THREE, "three", bundled=True),
            article(BAKERY, "four"),
        ]
    )
    assert verdict["three"][0]
    assert not verdict["four"][0]


def test_question_decides() -> None:
    """With a question the articles that speak of it are the affair, also against the majority."""
    verdict = belonging(
        [article(PORT, "one"), article(PORT_TOO, "two"), article(BAKERY, "four")],
        question="Who won the prize for rye bread in Halden?",
    )
    assert verdict["four"][0]
    assert not verdict["one"][0]


def test_one_article_is_its_own_affair() -> None:
    """A single article belongs; so does each of two that have nothing in common."""
    assert belonging([article(BAKERY, "one")])["one"][0]
    both = belonging([article(PORT, "one"), article(BAKERY, "two")])
    assert both["one"][0]
    assert both["two"][0]


def test_an_article_is_left_out_by_its_source_number(tmp_path: Path) -> None:
    """`--exclude S2` names an article as the document does; an unknown one is answered with all that there are."""
    (tmp_path / "one.txt").write_text(PORT)
    (tmp_path / "two.txt").write_text(PORT_TOO)
    with ThreadPoolExecutor(1) as executor:
        gathered = gather([str(tmp_path)], executor, lambda *_: None)
        made = make(gathered, Options(as_of="2026-03-01", exclude=("S2",)), executor, lambda *_: None)
        assert [row.status for row in made.pages.sources] == ["used", "excluded"]
        with pytest.raises(UsageError, match="S1 one, S2 two"):
            make(gathered, Options(as_of="2026-03-01", exclude=("S99",)), executor, lambda *_: None)
