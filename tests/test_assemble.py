"""What the document may say: quotations, fixed sentences over typed fields, and keys for everything about the world."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks import quality
from brief.assemble.printable import fragments
from brief.assemble.register import Register
from brief.pipeline import Options, gather, make
from brief.schema import Article, Briefing, Evidence, Line, Span
from brief.spans import evidence
from tests.articles import article

LIKELIHOOD = re.compile(
    r"\b(?:likely|unlikely|probabl[ey]|possibly|almost certain|confidence|confirmed|verified|accurate|true|fact)\b",
    re.I,
)


@pytest.fixture(scope="module")
def made() -> tuple[Briefing, dict[str, Article]]:
    """Return the briefing on the seeds by rules."""
    return quality.run()


def lines(briefing: Briefing) -> Iterator[Line]:
    """Return every line of the document."""
    pages = briefing.pages
    yield from (pages.status, *pages.bottom_line, *pages.findings, *pages.gaps, *pages.sources_line)
    for item in pages.disagreements:
        yield item.brief
        yield from item.closing
        for row in item.rows:
            yield from (*row.a, *row.b)
    for sound in pages.apparent:
        yield from (*sound.a_words, *sound.b_words, sound.why)
    for later in pages.updates:
        yield from (later.earlier, later.later, later.what)
    for entry in pages.timeline:
        yield from (entry.when, entry.what)
    for actor in pages.actors:
        yield from actor.lines
    for told in pages.renderings:
        yield from (told.a, told.b)
    for copy in pages.copies:
        yield from (line for pair in copy.rows for line in pair)
    for question in pages.questions:
        yield from question.says


def test_every_quotation_stands_in_a_cited_sentence(made: tuple[Briefing, dict[str, Article]]) -> None:
    """Each quotation is words of an article, and the keys of its line lead to sentences that hold it."""
    briefing, articles = made
    rows = {row.key: row.sentence for row in briefing.pages.evidence}
    texts = [a.text for a in articles.values()] + [a.title or "" for a in articles.values()]
    count = 0
    for line in lines(briefing):
        cited = [part.text for part in line.parts if part.kind == "key"]
        assert set(cited) <= set(rows)
        for part in line.parts:
            if part.kind == "quote":
                count += 1
                assert any(part.text in text for text in texts)
                if cited:
                    assert any(
                        part.text in rows[key] or rows[key] in part.text or _shares(part.text, rows[key])
                        for key in cited
                    )
    assert count == briefing.counts.quotations


def _shares(quoted: str, sentence: str) -> bool:
    """Tell whether a quotation of several sentences begins or ends with words of this one."""
    return quoted[:20] in sentence or quoted[-20:] in sentence


def test_the_programs_own_words_quote_nothing_and_weigh_nothing(made: tuple[Briefing, dict[str, Article]]) -> None:
    """Text parts hold no quotation marks and no word of likelihood, confidence or truth."""
    for line in lines(made[0]):
        for part in line.parts:
            if part.kind in ("text", "bold"):
                assert not re.search('[“”«»"]', part.text), part.text
                assert not LIKELIHOOD.search(part.text), part.text


def test_page_one_is_short_and_cited(made: tuple[Briefing, dict[str, Article]]) -> None:
    """The bottom line has at most 100 words; each of its lines and of the findings has a key."""
    pages = made[0].pages
    shown = sum(len(p.text.split()) for line in pages.bottom_line for p in line.parts if p.kind != "key")
    assert shown <= 100
    assert 3 <= len(pages.findings) <= 6
    for line in (*pages.bottom_line, *pages.findings):
        assert any(part.kind == "key" for part in line.parts)


def test_everything_is_accounted_for(made: tuple[Briefing, dict[str, Article]]) -> None:
    """Each article has a row with its status, and each sentence of a used one is cited from, or listed as silent."""
    briefing, articles = made
    assert {row.article for row in briefing.pages.sources} == set(articles)
    kinds = {row.kind for row in briefing.pages.left_out}
    assert {"Article not used", "Text not used", "Text read, nothing taken"} <= kinds
    used = {row.article for row in briefing.pages.sources if row.status == "used"}
    assert used == {summary.article for summary in briefing.summaries}


def test_the_spun_copy_and_the_video_listing_lead_nothing(made: tuple[Briefing, dict[str, Article]]) -> None:
    """No row of the register comes from the video listing or from the unrelated article."""
    off_topic = {row.article for row in made[0].pages.sources if row.status == "off_topic"}
    assert off_topic
    assert not off_topic & {row.article for row in made[0].pages.evidence}


def test_evidence_that_does_not_hold_is_never_printed() -> None:
    """The register refuses words that are not the slice they claim to be."""
    one = article("Rain fell. “No deal,” she said.")
    register = Register([one], {"a.txt": one.text}, {"a": 1})
    good = evidence(one, Span(11, 21))
    assert [p.text for p in register.quote(good, "x")] == ["No deal", "S1.2"]
    bad: Evidence = good.model_copy(update={"text": "“No meal,”"})
    with pytest.raises(ValueError, match="does not hold"):
        register.quote(bad, "x")
    (row,) = register.rows()
    assert row.sentence == "“No deal,” she said."
    assert [row.sentence[s.start : s.end] for s in row.quoted] == ["No deal"]
    assert (row.line, row.offset, row.used_in) == (1, 11, ("x",))


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("It hailed a 'bold shared task' with the port.", ["bold shared task"]),
        ("“We have a text,” he said. “We have no deal.”", ["We have a text", "We have no deal."]),
        ("The N.H.A.'s plan and the crews' boats", []),
        ("They called it “shared”.", []),
    ],
)
def test_fragments_are_what_the_source_puts_in_quotation_marks(sentence: str, quoted: list[str]) -> None:
    """Two words or more between marks; apostrophes and single words are none."""
    assert [sentence[s.start : s.end] for s in fragments(sentence)] == quoted


def test_indirect_speech_is_told_with_the_articles_own_verb(tmp_path: Path) -> None:
    """What stands between speaker and content is printed too: a verb of the program can't turn `did not say` around."""
    (tmp_path / "a.txt").write_text(
        "Harbour talks\n\nThe harbour board did not say whether the ferry would be sold this year.\n\n"
        "Ada Marsh pushed back against what she sees as a threat, and promised that the ferry would stay.\n"
    )
    with ThreadPoolExecutor(1) as executor:
        gathered = gather([str(tmp_path)], executor, lambda *_: None)
        briefing = make(gathered, Options(as_of="2026-03-01"), executor, lambda *_: None)
    told = ["".join(p.text for p in line.parts if p.kind != "key") for a in briefing.pages.actors for line in a.lines]
    assert told
    assert not [words for words in told if words.startswith(("says", "demands", "whether"))]
    assert any(words.startswith(("did not say", "promised", "pushed back")) for words in told)
