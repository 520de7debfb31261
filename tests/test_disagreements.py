"""How disagreements stand in the document: whose words, on how many origins, in which order, and what is none."""

from __future__ import annotations

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from brief.assemble import Material, assemble
from brief.assemble.few_words import in_few_words
from brief.assemble.sides import Voice
from brief.check import check
from brief.compare import by_rules
from brief.items import verified_items
from brief.pipeline import Options, gather, make
from brief.render.docx import render
from brief.schema import Briefing, Contradiction, ContradictionKind, Evidence, Line, Provenance, Side, Span, Update
from brief.spans import evidence
from tests.articles import article
from tests.quarry import ARTICLES, summaries

RULES = by_rules.compare(ARTICLES, summaries())
ITEMS = {item.id: item for item in verified_items(ARTICLES, summaries(), RULES.actors)}


def side(*items: str, speaks: bool = True, value: str | None = None) -> Side:
    """Return a side that holds the words of some items; the article's own voice when nobody `speaks`."""
    first = ITEMS[items[0]]
    return Side(
        speaker=first.speaker if speaks else None,
        actor=first.actor if speaks else None,
        stance=first.stance,
        value=value,
        evidence=tuple(ITEMS[name].evidence[0] for name in items),
    )


def contradiction(kind: ContradictionKind, a: Side, b: Side, **change: Any) -> Contradiction:
    """Return a contradiction between two sides."""
    whole: dict[str, Any] = {
        "id": f"c-{kind}",
        "kind": kind,
        "status": "open",
        "resolved_by": None,
        "topic": "road, lorries, site",
        "a": a,
        "b": b,
        "differs": "One side affirms it; the other denies it.",
        "note": None,
        "would_settle": "A receipt.",
    }
    return Contradiction(**{**whole, **change})


PAID = contradiction("direct_denial", side("S1.a2"), side("S2.a1", "S3.a1"))
LORRIES = contradiction("number", side("S1.a1", value="640"), side("S2.a2", value="410"))


def material(*found: Contradiction, comparer: str = "rules", updates: tuple[Update, ...] = ()) -> Material:
    """Return what a briefing on the quarry is assembled from, with these contradictions and no others."""
    change = {"contradictions": found, "comparer": comparer, "updates": updates}
    return Material(
        title=None,
        question=None,
        as_of="2026-03-10",
        articles=ARTICLES,
        standing={a.id: ("used", "on the affair") for a in ARTICLES},
        summaries=summaries(),
        comparison=RULES.model_copy(update=change),
        provenance=Provenance(program="brief", summariser="test", options=(), inputs=(), decisions=()),
    )


def document(*found: Contradiction, comparer: str = "rules", updates: tuple[Update, ...] = ()) -> Briefing:
    """Return the briefing on the quarry with these contradictions and no others."""
    texts = {a.origin.file: a.text for a in ARTICLES}
    return assemble(material(*found, comparer=comparer, updates=updates), texts)


def text(line: Line) -> str:
    """Return the characters of a line."""
    return "".join(part.text for part in line.parts)


def closing(briefing: Briefing, head: str) -> str:
    """Return the line under the first disagreement that begins with `head`."""
    (line,) = [t for t in map(text, briefing.pages.disagreements[0].closing) if t.startswith(head)]
    return line


def test_a_disagreement_tells_origins_and_reach_in_counts() -> None:
    """One speaker in several texts is one origin; texts are listed for each side, and no grade is given."""
    told = closing(document(contradiction("number", side("S1.a1", "S3.a1"), side("S2.a2"))), "Stands on: ")
    assert told == (
        "Stands on: 1 independent origin against 1 (S1, S3 against S2); its speakers speak in 3 of 3 texts."
    )


def test_a_second_speaker_is_a_second_origin() -> None:
    """A side that two speakers hold stands on two origins."""
    own = side("S1.a2").model_copy(update={"speaker": None, "actor": None})
    headline = own.model_copy(update={"evidence": (ITEMS["S3.e1"].evidence[0], ITEMS["S1.e1"].evidence[0])})
    told = closing(document(contradiction("direct_denial", headline, side("S2.a1"))), "Stands on: ")
    assert told.startswith(
        "Stands on: 2 independent origins against 1 (S1, S3 against S2); its speaker speaks in 1 of 3"
    )


def test_two_positions_of_one_speaker_stand_on_one_origin() -> None:
    """Where both sides go back to one speaker the counts say so."""
    told = closing(document(contradiction("reversal", side("S1.a2"), side("S3.a1"))), "Stands on: ")
    assert "one and the same origin on both sides (S1 against S3); its speaker speaks in 2 of 3 texts" in told


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (ITEMS["S1.a2"].evidence[0], "Nils Aker, as S1 reports it"),
        (ITEMS["S1.e1"].evidence[0], "S1 itself"),
        (ITEMS["S1.H"].evidence[0], "Headline of S1"),
    ],
)
def test_a_side_without_a_speaker_has_the_name_of_whose_words_it_holds(words: Evidence, name: str) -> None:
    """The speaker whom the text reports, else the text itself, or its headline."""
    own = Side(speaker=None, actor=None, stance="assert", value=None, evidence=(words,))
    (shown,) = document(contradiction("direct_denial", own, side("S2.a1"))).pages.disagreements
    assert shown.a == name


def test_a_heading_names_the_two_sides_and_values_but_no_list_of_stems() -> None:
    """By rules kind and speakers; with values these too on page 1; a topic only where a model gave one."""
    by_rule = document(PAID, LORRIES).pages.disagreements
    assert [d.heading for d in by_rule] == [
        "Direct denial: Nils Aker against Runa Vik",
        "Different numbers, 640 against 410: Nils Aker against Runa Vik",
    ]
    named = LORRIES.model_copy(update={"topic": "lorries that left the site"})
    (by_model,) = document(named, comparer="scripted").pages.disagreements
    assert by_model.heading == "Different numbers: lorries that left the site"


def test_order_goes_by_counts_before_kinds() -> None:
    """The speakers who speak in more texts come first; a disagreement of texts without a speaker comes last."""
    headline = contradiction("headline_vs_body", side("S1.H"), side("S1.e1", speaks=False))
    alone = contradiction("direct_denial", side("S2.a1"), side("S1.e1", speaks=False))
    shown = document(headline, alone, LORRIES).pages.disagreements
    assert [d.contradiction for d in shown] == [LORRIES.id, alone.id, headline.id]
    assert [d.number for d in shown] == ["2.1", "2.2", "2.3"]


def test_page_one_sets_the_first_disagreement_out_once() -> None:
    """The bottom line has both sides' words; the list refers to it, and sets out the others."""
    pages = document(PAID, LORRIES).pages
    assert "We paid the village for the road" in text(pages.bottom_line[0])
    first, second = (text(d.brief) for d in pages.disagreements)
    assert first == "Direct denial: Nils Aker against Runa Vik. See the bottom line. 2.1"
    assert "640 lorries" in second
    assert "Nobody paid us" not in " ".join(text(line) for line in (*pages.bottom_line[1:], *pages.findings))


@pytest.mark.parametrize(
    ("said", "value", "shown"),
    [
        ("Vik counted 1,240 lorries at the site, and she asked for a list of all of them.", "1240", "1,240 lorries"),
        ("Vik counted twelve lorries at the site in Holm on that day.", "12", "twelve lorries"),
        ("Vik counted " + "lorry after lorry " * 12 + "and came to 1,240.", "1240", None),
    ],
)
def test_few_words_hold_the_number_that_differs(said: str, value: str, shown: str | None) -> None:
    """A long sentence is cut at its next clause; where no few words hold the number there are none."""
    told = article(said, "four")
    other = Side(
        speaker="Runa Vik", actor=None, stance="assert", value=value, evidence=(evidence(told, Span(0, len(said))),)
    )
    item = contradiction("number", side("S1.a1", value="640"), other)
    of_set = dataclasses.replace(material(item), articles=(*ARTICLES, told))
    words = in_few_words(item, other, Voice("Runa Vik", "Runa Vik", None), of_set)
    assert (words is None) == (shown is None)
    assert words is None or (shown is not None and shown in words.text and "a list" not in words.text)


def test_words_that_the_speaker_turns_down_are_not_printed_as_the_speakers() -> None:
    """Of `denied a “joint plan”` the document quotes the sentence, never the two words alone."""
    said = "Runa Vik denied that there was a “joint plan for the quarry” at Holm."
    denial = article(said, "four")
    other = Side(
        speaker="Runa Vik", actor=None, stance="deny", value=None, evidence=(evidence(denial, Span(0, len(said))),)
    )
    item = contradiction("direct_denial", side("S1.a2"), other)
    of_set = dataclasses.replace(material(item), articles=(*ARTICLES, denial))
    words = in_few_words(item, other, Voice("Runa Vik", "Runa Vik", None), of_set)
    assert words is not None
    assert words.text == said


def test_what_settles_a_disagreement_is_shown_in_its_words() -> None:
    """The status names the settling text and quotes the sentence nearest to both sides, with its key."""
    paid = contradiction("direct_denial", side("S1.a2"), side("S2.a1"), status="resolved_by", resolved_by="three")
    briefing = document(paid)
    (status,) = [line for line in briefing.pages.disagreements[0].closing if "Status" in text(line)]
    assert text(status).startswith("Status in these texts: resolved by S3. Its words: ")
    assert [p.text for p in status.parts if p.kind == "key"] == ["S3.2"]
    assert not briefing.pages.bottom_line[0].parts[0].text.startswith("Direct denial")


def test_what_only_sounds_like_a_disagreement_stands_apart() -> None:
    """It is in no list of disagreements; its row has both sides' words and why both can hold, with keys."""
    apparent = contradiction(
        "direct_denial", side("S1.a2"), side("S3.a1"), status="apparent", note="Two roads are spoken of."
    )
    briefing = document(apparent, LORRIES)
    pages = briefing.pages
    assert [d.contradiction for d in pages.disagreements] == [LORRIES.id]
    (row,) = pages.apparent
    assert text(row.why) == "Two roads are spoken of. S1.3S3.2"
    assert "We paid the village for the road" in text(row.a_words[0])
    assert briefing.counts.contradictions == 2


def test_a_later_count_is_printed_with_both_values() -> None:
    """Earlier and later value with speaker and key, what changed, and the words that show which is later."""
    update = Update(
        id="l1",
        earlier=side("S2.a2", value="410"),
        later=side("S1.a1", value="640"),
        differs="The count rose from 410 to 640.",
        basis=(ITEMS["S3.e1"].evidence[0],),
    )
    (row,) = document(updates=(update,)).pages.updates
    assert [text(line) for line in (row.earlier, row.later, row.what)] == [
        "410, Runa Vik S2.2",
        "640, Nils Aker S1.2",
        "The count rose from 410 to 640. S3.1",
    ]


def test_the_document_with_all_of_it_holds_against_its_record() -> None:
    """`brief check` finds every quotation and key of the section in the register."""
    apparent = contradiction("direct_denial", side("S1.a2"), side("S3.a1"), status="apparent")
    update = Update(
        id="l1", earlier=side("S2.a2", value="410"), later=side("S1.a1", value="640"), differs="It rose.", basis=()
    )
    data = render(document(PAID, LORRIES, apparent, updates=(update,)))
    report = check(data, "docx", ())
    assert report.problems == ()


def made(folder: Path, **texts: str) -> Briefing:
    """Return the briefing by rules on a folder with these texts."""
    for name, words in texts.items():
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    with ThreadPoolExecutor(1) as executor:
        gathered = gather([str(folder)], executor, lambda *_: None)
        return make(gathered, Options(as_of="2026-03-20"), executor, lambda *_: None)


MILL = (
    "Orla Tennant wants the Brackwater mill kept\n\nThe Brackwater mill should stay open, Orla Tennant said on Monday. "
    "“We will not sell the mill to anybody,” Tennant told the Brackwater council.\n"
)
MILL_AGAIN = (
    "Brackwater council hears Tennant\n\nOrla Tennant spoke to the Brackwater council. "
    "“The mill feeds ninety families here,” Tennant said. Councillor Piers Oakham said the roof leaks.\n"
)
CHOIR = (
    "Sandvik choir loses its hall\n\nThe Sandvik choir has no hall, Ingrid Solheim said on Friday. "
    "“We sing in the station now,” Solheim told reporters in Sandvik.\n"
)
CHOIR_AGAIN = (
    "A station that sings\n\nPassengers in Sandvik heard the choir. "
    "“Nobody asked the railway for leave,” said Ingrid Solheim, who leads it.\n"
)


def test_a_folder_of_unrelated_affairs_says_so(tmp_path: Path) -> None:
    """One plain line on page 1 tells which texts have to do with each other; each affair is heard below it."""
    pages = made(tmp_path, a=MILL, b=CHOIR, c=MILL_AGAIN, d=CHOIR_AGAIN).pages
    assert text(pages.bottom_line[0]) == (
        "These 4 texts have no common subject. They tell of 2 affairs that share no actor and hardly a word: "
        "S1, S3; S2, S4."
    )
    told = " ".join(text(line) for line in pages.bottom_line[1:])
    assert "Tennant" in told
    assert "Solheim" in told


def test_one_affair_has_no_such_line(tmp_path: Path) -> None:
    """No warning where the texts share a subject."""
    assert "common subject" not in str(made(tmp_path, a=MILL, b=MILL_AGAIN).pages.bottom_line)


def test_words_of_an_earlier_occasion_and_formulas_do_not_lead(tmp_path: Path) -> None:
    """What was said last year, and that safety comes first, stand behind what is said now."""
    pages = made(
        tmp_path,
        a=(
            "Brackwater mill\n\n“The safety of our workers is our top priority,” Orla Tennant said. "
            "“We will never give up the Brackwater mill,” Tennant had said last year at the same gate. "
            "“The mill closes its doors in Brackwater on Saturday,” Tennant said.\n"
        ),
    ).pages
    (first, *_) = pages.bottom_line
    assert "closes its doors" in text(first)


def test_what_was_published_last_comes_first(tmp_path: Path) -> None:
    """Of two like statements the one of the later text leads, where both texts have a date."""
    early = (
        "Mill talk\nPublished 2 March 2026\n\n“The Brackwater mill opens at seven,” said Orla Tennant of Brackwater.\n"
    )
    late = (
        "Mill news\nPublished 9 March 2026\n\n“The Brackwater mill shuts at eight,” said Piers Oakham of Brackwater.\n"
    )
    briefing = made(tmp_path, a=early, b=late)
    assert [s.published for s in briefing.pages.sources] == ["2026-03-02", "2026-03-09"]
    assert "Piers Oakham" in text(briefing.pages.bottom_line[0])
