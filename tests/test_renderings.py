"""One utterance that two texts give: counted once, and shown with the words that differ."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from docx import Document

from brief.check import check
from brief.pipeline import Options, gather, make
from brief.render.docx import render
from brief.schema import Briefing

ONE = (
    "Ferry stays with the board\n\nThe harbour board met on Monday about the ferry and its debts.\n\n"
    "“We have not signed the contract for the ferry, and the ferry will stay with the town,” Ada Marsh, who chairs the "
    "harbour board, told reporters on Monday.\n\nThe union had asked for an answer about the ferry.\n"
)
OTHER = (
    "Board speaks on the ferry\n\nOn Monday the harbour board spoke about the ferry after weeks of silence.\n\n"
    "“We have signed the contract for the ferry, and the ferry will stay with the town,” Ada Marsh said on Monday.\n\n"
    "Two officials who asked not to be named told the Selby Courier that the ferry had been offered twice.\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """Return the briefing on two articles of which one lost a `not`."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    with ThreadPoolExecutor(1) as executor:
        gathered = gather([str(folder)], executor, lambda *_: None)
        return make(gathered, Options(as_of="2026-03-01"), executor, lambda *_: None)


def test_a_lost_negation_is_shown_word_by_word(made: Briefing) -> None:
    """The two renderings stand side by side, and the word that one lacks is bold in the other."""
    (row,) = made.pages.renderings
    assert row.who == "Ada Marsh"
    assert row.differs.startswith("A negation that the other lacks")
    strong = [part.text[s.start : s.end] for line in (row.a, row.b) for part in line.parts for s in part.strong]
    assert strong == ["not"]
    document = Document(io.BytesIO(render(made)))
    bold = [run.text for t in document.tables for c in t._cells for p in c.paragraphs for run in p.runs if run.style]
    assert "not" in [text.strip() for text in bold]
    assert not check(render(made), "docx", []).problems


def test_a_text_with_other_words_does_not_vouch_for_an_utterance(made: Briefing) -> None:
    """The tag names the text that lost a `not` as one with other words, not as a second text that says the same."""
    (tag,) = {line.tag for actor in made.pages.actors if actor.name == "Ada Marsh" for line in actor.lines}
    assert tag == "One text; other words in S2, see Section 3"


def test_what_came_through_another_outlet_says_so(made: Briefing) -> None:
    """A statement of unnamed officials to another paper names the way it came."""
    tags = [line.tag for actor in made.pages.actors for line in actor.lines if line.tag]
    assert any("through Selby Courier" in tag or "through the Selby Courier" in tag for tag in tags), tags
    assert any("from a source that is not named" in tag for tag in tags)


def test_a_text_that_reverses_an_utterance_vouches_for_nothing(tmp_path: Path) -> None:
    """Neither a denial of having said it nor `it is a lie that` counts as another text with the utterance."""
    said = "“The ferry will stay with the town for good,” Ada Marsh told reporters on Monday.\n"
    turned = (
        "Ada Marsh never told reporters on Monday that the ferry will stay with the town for good.\n",
        "Ada Marsh said on Monday that it is a lie that the ferry will stay with the town for good.\n",
    )
    for number, words in enumerate(turned):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "one.txt").write_text(f"Ferry stays\n\nThe harbour board met about the ferry on Monday.\n\n{said}")
        (folder / "other.txt").write_text(f"Board meets\n\nThe harbour board spoke of the ferry on Monday.\n\n{words}")
        with ThreadPoolExecutor(1) as executor:
            gathered = gather([str(folder)], executor, lambda *_: None)
            briefing = make(gathered, Options(as_of="2026-03-01"), executor, lambda *_: None)
        tags = [line.tag or "" for actor in briefing.pages.actors for line in actor.lines]
        assert tags
        assert not [tag for tag in tags if "texts" in tag]
