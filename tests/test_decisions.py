"""`decisions.toml`: the analyst overrules, and a broken file is an error in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.decisions import Decisions, read_decisions
from brief.errors import UsageError

WHOLE = """
[articles]
on_topic = ["one"]
off_topic = ["two.2"]

[[same_actor]]
names = ["Josephine Lind", "Josie Lind"]

[[different_actor]]
names = ["Maria Vega", "Luis Vega"]

[[dismiss]]
between = ["S1.15", "S2.4"]
reason = "two translations"

[[supply]]
article = "one"
published = "2026-03-02"
outlet = "Port Herald"
"""


def test_no_file_decides_nothing(tmp_path: Path) -> None:
    """Without a file there are no decisions."""
    assert read_decisions(tmp_path) == Decisions()


def test_a_whole_file_is_read_and_told(tmp_path: Path) -> None:
    """Every decision becomes one line for the document."""
    (tmp_path / "decisions.toml").write_text(WHOLE)
    assert read_decisions(tmp_path).in_words() == (
        "one: on topic, by the analyst",
        "two.2: off topic, by the analyst",
        "one actor: Josephine Lind, Josie Lind",
        "different actors: Maria Vega, Luis Vega",
        "contradiction S1.15 / S2.4 dismissed: two translations",
        "one: outlet, published supplied",
    )


def test_a_source_number_means_the_article(tmp_path: Path) -> None:
    """S2 is the second article of the set wherever an article is named; an id stands for itself."""
    (tmp_path / "decisions.toml").write_text(WHOLE.replace('"one"', '"S2"'))
    ruled = read_decisions(tmp_path).by_id(["zero", "port", "two.2"])
    assert ruled.articles.on_topic == ("port",)
    assert ruled.articles.off_topic == ("two.2",)
    assert [item.article for item in ruled.supply] == ["port"]
    assert "port: outlet, published supplied" in ruled.in_words()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[articles", "can't be read"),
        ("[articles]\non_topc = ['a']", r"in articles: on_topc is not known; what .* there: on_topic, off_topic"),
        ("topic = 1", r"topic is not known; what can stand there: articles, same_actor"),
        ("articles = 1", r"in articles: 1 does not belong there; write \[articles\]"),
        ("[articles]\non_topic = 'a'", r"in articles, on_topic: 'a' is no list; write \[articles\]"),
        ("[articles]\non_topic = [4]", r"in articles, on_topic, entry 1: 4 is no text"),
        ("[[supply]]\narticle = 'a'\npublished = '2 March'", r"in supply, entry 1, published: 2 March is no day"),
        ("[[supply]]\noutlet = 'a'", r"in supply, entry 1: article is missing"),
        ("[[same_actor]]\nnames = ['only one']", r"in same_actor, entry 1, names: two names are the least"),
        ("[[dismiss]]\nbetween = ['S1.2']\nreason = ''", r"in dismiss, entry 1, between: one more is missing"),
    ],
)
def test_a_broken_file_names_the_place(tmp_path: Path, text: str, message: str) -> None:
    """A broken file is a usage error that names the file, the place and the next step."""
    (tmp_path / "decisions.toml").write_text(text)
    with pytest.raises(UsageError, match=message) as caught:
        read_decisions(tmp_path)
    assert "decisions.toml" in str(caught.value)
    assert "Correct it or move it away." in str(caught.value)
    assert "\n" not in str(caught.value)
