"""A text whose words were replaced by machine: it is told of, and nothing of it is quoted."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from docx import Document

import brief.pipeline
from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.assemble.unfit import in_own_words, repeating_rows
from brief.check import check
from brief.pipeline import Options, gather, make
from brief.render.docx import render
from brief.schema import Article, Briefing, Comparison, Fitness, OddPhrase, OpenQuestion, Provenance, Span
from brief.spans import evidence
from tests.articles import article

FIRST = (
    "Ferry talks stall\n\nThe harbour board will not sell the ferry, Ada Marsh said on Monday.\n\n"
    "“There is no sale of the ferry,” Marsh, the board’s chair, told reporters. “The ferry stays ours.”\n"
)
SPUN = (
    "Ferry chats stall\n\nThe harbour plank has agreed to the auction of the ferry, Bo Lind said on Monday.\n\n"
    "“There is a sale of the ferry,” Lind, the union’s head, told reporters.\n"
)


def _unfit(articles: tuple[Article, ...]) -> dict[str, Fitness]:
    return {
        a.id: Fitness(
            article=a.id,
            verdict="unfit",
            phrases=(
                OddPhrase(
                    span=Span(a.text.index("harbour plank"), a.text.index("harbour plank") + len("harbour plank")),
                    words="harbour plank",
                    usual="harbour board",
                    basis="other_article",
                    other="first",
                ),
            ),
        )
        for a in articles
        if "plank" in a.text
    }


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Briefing:
    """Return the briefing on an article and a spun one that says the opposite."""
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "spun.txt").write_text(SPUN, encoding="utf-8")
    monkeypatch.setattr(brief.pipeline, "fitness", _unfit)
    with ThreadPoolExecutor(1) as executor:
        gathered = gather([str(tmp_path)], executor, lambda *_: None)
        return make(gathered, Options(as_of="2026-03-01"), executor, lambda *_: None)


def test_an_unfit_text_is_cited_and_never_quoted(made: Briefing) -> None:
    """Its speaker is told with a key; its words stand nowhere in the document, not even in the register."""
    document = Document(io.BytesIO(render(made)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([p.text for p in document.paragraphs] + cells)
    assert "There is no sale of the ferry" in text
    assert "There is a sale" not in text
    assert "S2 attributes more; it is not fit to quote." in text
    assert "1 text is not fit to quote: see Section 5." in text
    assert "harbour plank" in text and "harbour board" in text


def test_a_disagreement_with_an_unfit_text_is_listed_and_not_shown(made: Briefing) -> None:
    """A denial that only the spun text contradicts is no finding, and the annex says why."""
    assert not made.pages.disagreements
    assert made.counts.contradictions == 0
    (row,) = [row for row in made.pages.left_out if row.kind == "Finding not shown"]
    assert row.why == "one side stands in S2 alone, whose words are not fit to quote"
    assert any(row.kind == "Words not quoted" for row in made.pages.left_out)


def test_check_holds_and_notices_unfit_words_in_the_register(made: Briefing) -> None:
    """The document of a set with an unfit text holds; one whose record calls a sentence unfit that is printed, not."""
    assert not check(render(made), "docx", []).problems
    rows = made.pages.evidence
    quoted = next(row for row in rows if row.fit)
    lied = tuple(row.model_copy(update={"fit": False}) if row is quoted else row for row in rows)
    pages = made.pages.model_copy(update={"evidence": lied})
    assert check(render(made.model_copy(update={"pages": pages})), "docx", []).problems


def test_the_register_gives_keys_without_words() -> None:
    """Quoting an unfit article yields no quotation, whoever asks."""
    one = article("Rain fell. “No deal,” she said.")
    register = Register([one], {one.origin.file: one.text}, {one.id: 1}, frozenset({one.id}))
    parts = register.quote(evidence(one, Span(0, 10)), "Finding 1")
    assert [part.kind for part in parts] == ["text", "key"]
    assert register.quotations == 0


def test_of_two_copies_the_one_that_is_fit_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A near copy in which words were replaced never takes the place of the text that can be quoted."""
    body = "".join(
        f"\n\nPoint {n} of the ferry accord was read aloud by the clerk on Monday evening." for n in range(20)
    )
    (tmp_path / "a-spun.txt").write_text(f"{FIRST}{body}\n\nThe harbour plank met again later that same evening.\n")
    (tmp_path / "b-first.txt").write_text(f"{FIRST}{body}\n")
    monkeypatch.setattr(brief.pipeline, "fitness", _unfit)
    with ThreadPoolExecutor(1) as executor:
        gathered = gather([str(tmp_path)], executor, lambda *_: None)
        briefing = make(gathered, Options(as_of="2026-03-01"), executor, lambda *_: None)
    assert {row.article: row.status for row in briefing.pages.sources} == {"a-spun": "duplicate", "b-first": "used"}
    assert briefing.counts.quotations


def test_a_models_question_on_an_unfit_text_is_listed() -> None:
    """One that repeats such a text, or rests on it alone, is not shown, and the annex says why."""
    spun = article("The plank signed the auction of the ferry with plenty of gladness on Monday.", "spun")
    fit = article("The board sold the ferry on Monday.", "fit")
    repeating, resting, good = (
        OpenQuestion(
            id=f"q{n}",
            kind="unclear",
            question=text,
            why="said so",
            who=None,
            evidence=tuple(evidence(one, Span(0, 9)) for one in on),
            answered_by=None,
        )
        for n, (text, on) in enumerate(
            (
                ("Who signed the auction of the ferry with plenty of gladness?", (spun, fit)),
                ("Who was there?", (spun,)),
                ("Who was there?", (spun, fit)),
            ),
            start=1,
        )
    )
    asked = (repeating, resting, good)
    comparison = Comparison(comparer="m", actors=(), contradictions=(), questions=asked, timeline=(), pairs=0)
    material = Material(
        title=None,
        question=None,
        as_of="2026-03-01",
        articles=(spun, fit),
        standing={one.id: ("used", "") for one in (spun, fit)},
        summaries=(),
        comparison=comparison,
        provenance=Provenance(program="brief", summariser="m", options=(), inputs=(), decisions=()),
        fitness={spun.id: Fitness(article=spun.id, verdict="unfit", phrases=())},
    )
    assert in_own_words(asked, material) == (good,)
    assert [(row.what, row.why) for row in repeating_rows(material)] == [
        ("question q1", "it repeats words of S1, which is not fit to quote"),
        ("question q2", "it rests on S1 alone, whose words are not fit to quote"),
    ]
