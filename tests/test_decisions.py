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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[articles", "can't be read"),
        ("[articles]\non_topc = ['a']", r"articles\.on_topc: extra inputs"),
        ("[[supply]]\narticle = 'a'\npublished = '2 March'", r"supply\.0\.published"),
        ("[[same_actor]]\nnames = ['only one']", r"same_actor\.0\.names"),
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
