"""Concluding by a language model: each sentence is held against what it cites, and the rules' stand in for the rest."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from brief.assemble import Material, assemble
from brief.compare import by_rules
from brief.conclude import ModelConclusion, conclude
from brief.conclude.by_model import MOST_DROPPED, MOST_FINDINGS, MOST_SENTENCES, MOST_WORDS
from brief.conclude.material import MOST_CHARACTERS, MOST_ITEMS, shown_contradictions, shown_items
from brief.errors import EndpointError, MissingRecording
from brief.items import line_length, verified_items
from brief.llm.exchange import Reply, Usage
from brief.overstating import Ground, changes
from brief.schema import Briefing, Comparison, Contradiction, Evidence, Line, Provenance, Rejected, Side
from brief.schema.conclusion import Conclusion
from tests.quarry import ARTICLES, Scripted, asking, summaries


def _side(speaker: str, evidence: Evidence) -> Side:
    return Side(speaker=speaker, actor=None, stance="assert", value=None, evidence=(evidence,))


def comparison() -> Comparison:
    """The rules' comparison with one contradiction: was the road paid for?"""
    rules = by_rules.compare(ARTICLES, summaries())
    items = {i.id: i for i in verified_items(ARTICLES, summaries(), rules.actors)}
    paid = Contradiction(
        id="c1",
        kind="direct_denial",
        status="open",
        resolved_by=None,
        topic="the road",
        a=_side("Nils Aker", items["S1.a2"].evidence[0]),
        b=_side("Runa Vik", items["S2.a1"].evidence[0]),
        differs="One side affirms it; the other denies it.",
        note=None,
        would_settle="A receipt.",
    )
    return rules.model_copy(update={"contradictions": (paid,)})


def sentence(text: str, *ids: str) -> dict[str, Any]:
    """Return a sentence as a model returns it."""
    return {"ids": list(ids), "sentence": text}


ROAD = sentence(
    "Aker says that he paid the village for the road, and Vik says that nobody paid.", "c1", "S1.a2", "S2.a1"
)
LORRIES = sentence("Aker says that 640 lorries left the site.", "S1.a1")
AGAIN = sentence("The quarry will open again in May, says Vik.", "S2.a3")
DUST = sentence("The dust may reach the school, Aker says.", "S1.a3")
GOOD = {"findings": [ROAD, LORRIES, AGAIN], "bottom_line": [ROAD, DUST]}


def run(*replies: Any) -> ModelConclusion:
    """Conclude from the affair by a scripted model."""
    made = comparison()
    items = verified_items(ARTICLES, summaries(), made.actors)
    return conclude(items, made, Scripted(*replies), asking("conclude", "Who paid for the road?"))


def document(conclusion: Conclusion | None, not_compared: tuple[Rejected, ...] = ()) -> Briefing:
    """Return the briefing on the affair with a conclusion."""
    material = Material(
        title=None,
        question=None,
        as_of="2026-03-10",
        articles=ARTICLES,
        standing={a.id: ("used", "on the affair") for a in ARTICLES},
        summaries=summaries(),
        comparison=comparison(),
        provenance=Provenance(program="brief", summariser="scripted", options=(), inputs=(), decisions=()),
        conclusion=conclusion,
        not_compared=not_compared,
    )
    return assemble(material, {a.origin.file: a.text for a in ARTICLES})


def text(line: Line) -> str:
    """Return the characters of a line."""
    return "".join(part.text for part in line.parts)


def test_sentences_that_hold_are_printed_with_their_keys() -> None:
    """The bottom line is the model's words without quotation marks, with the keys of the evidence and the tag."""
    made = run(GOOD)
    assert made.conclusion.outcome == "by model"
    assert not made.conclusion.dropped
    pages = document(made.conclusion).pages
    first, second = pages.bottom_line
    assert text(first).startswith(ROAD["sentence"])
    assert [p.text for p in first.parts if p.kind == "key"] == ["S1.3", "S2.1"]
    assert {p.kind for p in (*first.parts, *second.parts)} == {"text", "key"}
    assert {line.tag for line in pages.bottom_line} == {"paraphrase, rule-checked"}


def test_a_finding_quotes_its_first_quotation() -> None:
    """The sentence is the model's; the words in quotation marks are copied from the article."""
    first, second, _ = document(run(GOOD).conclusion).pages.findings
    assert [(p.kind, p.text) for p in first.parts[:2]] == [
        ("text", ROAD["sentence"] + " "),
        ("quote", "We paid the village for the road"),
    ]
    assert not any(p.kind == "quote" for p in second.parts)
    assert first.tag == "paraphrase, rule-checked"


def test_the_request_holds_question_contradictions_and_items() -> None:
    """The model sees the reader's question, the ids of both sides, and every item."""
    made = comparison()
    model = Scripted(GOOD)
    items = verified_items(ARTICLES, summaries(), made.actors)
    conclude(items, made, model, asking("conclude", "Who paid\nfor the road?"))
    told = model.asked[0].messages[-1].content
    assert "Who paid for the road?" in told
    assert "c1 | direct_denial | open | S1.a2 | S2.a1 | " in told
    assert all(f"{item.id} | " in told for item in items)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (sentence("Aker says that 640 lorries left the site.", "S9.a1"), "items that there are not"),
        (sentence("Aker says that 640 lorries left the site."), "no item"),
        (sentence("Aker says that 999 lorries left the site.", "S1.a1"), "a number that the evidence lacks: 999"),
        (sentence("Aker says that six hundred lorries left the site.", "S1.a1"), "a number that the evidence lacks"),
        (sentence("Hanne Lunde says that 640 lorries left the site.", "S1.a1"), "a name that the evidence lacks"),
        (sentence("Vik says that 640 lorries left the site.", "S1.a1"), "a name that the evidence lacks: Vik"),
        (sentence("Aker says that 640 lorries never left the site.", "S1.a1"), "a negation that the evidence lacks"),
        (sentence("Vik says that somebody paid them for the road.", "S2.a1"), "a negation of the evidence is missing"),
        (sentence("The dust reaches the school, Aker says.", "S1.a3"), "more certain than the evidence"),
        (sentence("Aker says “640 lorries had left the site”.", "S1.a1"), "a quotation mark"),
        (sentence("Aker says '640 lorries had left the site'.", "S1.a1"), "a quotation mark"),
        (sentence("It is likely that 640 lorries left the site.", "S1.a1"), "likelihood, confidence or truth: likely"),
        (sentence("It is confirmed that 640 lorries left the site.", "S1.a1"), "truth: confirmed"),
        (sentence("In fact 640 lorries left the site.", "S1.a1"), "truth: fact"),
        (sentence("Aker says that 640 lorries left the site [S1.2].", "S1.a1"), "a source key"),
        (sentence("Aker says that 640 lorries left\u202e the site.", "S1.a1"), "a hidden character"),
        (sentence("Aker says that the minister resigned over bribes.", "S1.a1"), "not those of its evidence"),
        (sentence("Vik says that 640 lorries left, Aker says that 410 left.", "S1.a1", "S2.a2"), "of what Vik says"),
        (
            sentence("Aker says that nobody paid, Vik says that the road was paid.", "S1.a2", "S2.a1"),
            "of what Aker says",
        ),
        (sentence("Did 640 lorries leave the site?", "S1.a1"), "a question"),
        (sentence("Aker says that 640 lorries left the site. " * 9, "S1.a1"), "longer than"),
    ],
)
def test_a_sentence_that_says_more_than_its_evidence_is_dropped(bad: dict[str, Any], why: str) -> None:
    """It is not printed; the rules' sentence stands in, the document says so, and the reason is listed."""
    made = run({"findings": [bad, LORRIES, AGAIN, DUST], "bottom_line": [DUST, bad]}).conclusion
    assert (made.lost_sentences, made.lost_findings) == (1, 1)
    assert all(why in item.reason for item in made.dropped)
    assert [c.text for c in made.bottom_line] == [DUST["sentence"]]
    assert [c.text for c in made.findings] == [s["sentence"] for s in (LORRIES, AGAIN, DUST)]
    briefing = document(made)
    own, stand_in, note = briefing.pages.bottom_line
    assert own.tag is not None
    assert stand_in.tag is None
    assert any(part.kind == "quote" for part in stand_in.parts)
    assert "1 sentence of the bottom line and 1 finding did not hold" in text(note)
    assert len(briefing.pages.findings) == 4
    assert sum(row.what.startswith("conclusion: ") for row in briefing.pages.left_out) == 2


def test_what_only_sounds_like_a_contradiction_is_not_told_as_one() -> None:
    """A sentence that cites an apparent contradiction may tell both sides, and not that they differ."""
    made = comparison()
    (paid,) = made.contradictions
    apparent = made.model_copy(update={"contradictions": (paid.model_copy(update={"status": "apparent"}),)})
    items = verified_items(ARTICLES, summaries(), apparent.actors)
    differing = sentence("Aker and Vik differ: Aker paid the village, nobody paid, says Vik.", "c1")
    model = Scripted({"findings": [ROAD, differing, LORRIES], "bottom_line": [ROAD]})
    concluded = conclude(items, apparent, model, asking("conclude")).conclusion
    assert [c.text for c in concluded.findings] == [ROAD["sentence"], LORRIES["sentence"]]
    assert "only sounds like one" in concluded.dropped[0].reason


def test_a_clause_that_is_left_out_may_hold_a_negation() -> None:
    """A sentence on what stands beside a negated clause holds; one that tells the negated thing as so does not."""
    words = "The timber was lashed. Without power no master can hold a bow into the sea, the engine had stopped."
    ground = Ground(words, words, (), 1, english=True)
    assert changes("She says that the engine had stopped and the timber was lashed.", ground) == ()
    lost = ("a negation of the evidence is missing",)
    assert changes("She says that a master can hold the bow into the sea.", ground) == lost
    assert changes("She says that the crew concluded a deal.", ground) == lost
    assert changes("She says that the engine had stopped.", dataclasses.replace(ground, english=False)) == lost


def test_what_a_sentence_speaks_of_it_does_not_assert() -> None:
    """A plan that a sentence speaks of stays open; told as done it is more certain than the words."""
    words = "The project would bring together pilots in joint crews."
    ground = Ground(words, words, (), 1, english=True)
    assert changes("The release speaks of joint crews.", ground) == ()
    assert changes("The project brings together joint crews.", ground) == ("more certain than the evidence",)


def test_the_stand_in_does_not_repeat_what_the_model_told() -> None:
    """Where a sentence is lost and the disagreement is told already, the rules' stand-in is on something else."""
    bad = sentence("Aker says that 999 lorries left the site.", "S1.a1")
    own, stand_in, _ = document(run({"findings": [AGAIN], "bottom_line": [ROAD, bad]}).conclusion).pages.bottom_line
    assert own.tag is not None
    keys = {part.text for part in own.parts if part.kind == "key"}
    assert not keys & {part.text for part in stand_in.parts if part.kind == "key"}


def test_a_finding_in_nearly_the_same_words_is_dropped() -> None:
    """No statement stands twice among the findings, also with a word turned."""
    again = sentence("Aker says that 640 lorries have left the site.", "S1.a1")
    made = run({"findings": [LORRIES, again, AGAIN], "bottom_line": [DUST]}).conclusion
    assert [c.text for c in made.findings] == [LORRIES["sentence"], AGAIN["sentence"]]
    assert "said twice" in made.dropped[0].reason


def test_the_weightiest_contradictions_come_first_in_the_request() -> None:
    """Open ones whose speakers speak in most articles come first, those that only look like one last."""
    made = comparison()
    items = verified_items(ARTICLES, summaries(), made.actors)
    actor = {item.id: item.actor for item in items}
    (paid,) = made.contradictions
    a, b = (side.model_copy(update={"actor": actor[name]}) for side, name in ((paid.a, "S1.a2"), (paid.b, "S2.a1")))
    several = (
        paid.model_copy(update={"id": "c1", "status": "apparent", "a": a, "b": b}),
        paid.model_copy(update={"id": "c2", "a": b, "b": b}),
        paid.model_copy(update={"id": "c3", "a": a, "b": b}),
    )
    shown = shown_contradictions(made.model_copy(update={"contradictions": several}), items)
    assert [c.id for c in shown] == ["c3", "c2", "c1"]


def test_nothing_that_holds_leaves_the_rules() -> None:
    """Where no sentence holds, first page and counts are those by rules, and a line says so."""
    bad = sentence("Hanne Lunde resigned.", "S1.a1")
    made = run({"findings": [bad], "bottom_line": [bad]}).conclusion
    assert made.outcome.startswith("by rules: no sentence")
    pages, ruled = document(made).pages, document(None).pages
    assert pages.findings == ruled.findings
    assert pages.bottom_line[:-1] == ruled.bottom_line
    assert "by rules: no sentence of the model held" in text(pages.bottom_line[-1])


def test_without_a_conclusion_nothing_changes() -> None:
    """By rules no line has the tag of a paraphrase."""
    pages = document(None).pages
    assert "paraphrase" not in str((pages.bottom_line, pages.findings, pages.left_out))


def test_what_the_comparison_rejected_is_listed() -> None:
    """Pairs that did not hold stand in the annex of what was left out."""
    rejected = Rejected(item="pair S1.a1 and S9.a9, number", verdict="not_found", reason="there is no item S9.a9")
    rows = document(None, (rejected,)).pages.left_out
    assert ("comparison: pair S1.a1 and S9.a9, number", "there is no item S9.a9") in [(r.what, r.why) for r in rows]


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(text="no", outcome="refused", usage=Usage()), "refused"),
        (Reply(text="{", outcome="cut_off", usage=Usage()), "cut off"),
        (EndpointError("the endpoint can't be reached."), "can't be reached"),
        ("Dear analyst, all is well.", "could be read"),
        ({"findings": [], "bottom_line": []}, "no sentence"),
    ],
)
def test_a_model_that_can_t_be_used_leaves_the_rules(reply: Any, why: str) -> None:
    """The conclusion is empty, says why, and the document prints the rules' first page with that line."""
    made = run(reply).conclusion
    assert made.outcome.startswith("by rules: ")
    assert why in made.outcome
    assert why in text(document(made).pages.bottom_line[-1])


def test_a_missing_recording_is_an_error() -> None:
    """On replay nothing stands in for a reply that was never recorded."""
    with pytest.raises(MissingRecording):
        run(MissingRecording("none"))


def test_an_invalid_entry_costs_itself() -> None:
    """After one re-ask a reply is taken entry by entry."""
    made = run({"findings": [{"sentence": "x"}, LORRIES, AGAIN, DUST], "bottom_line": [DUST, "prose"]}).conclusion
    assert [c.text for c in made.findings] == [s["sentence"] for s in (LORRIES, AGAIN, DUST)]
    assert (made.lost_sentences, made.lost_findings) == (1, 1)


def test_three_hundred_sentences_stay_bounded() -> None:
    """A flood gives at most six findings and a bottom line of at most four sentences and 100 words."""
    made = run(
        {"findings": [LORRIES, AGAIN, DUST, ROAD] * 75, "bottom_line": [ROAD, LORRIES, AGAIN, DUST] * 75}
    ).conclusion
    assert len(made.findings) <= MOST_FINDINGS
    assert len(made.bottom_line) <= MOST_SENTENCES
    assert sum(len(c.text.split()) for c in made.bottom_line) <= MOST_WORDS
    assert len(made.dropped) == MOST_DROPPED + 1
    assert made.lost_sentences == made.lost_findings == 0


def test_a_long_set_is_shown_in_part_with_every_article_heard() -> None:
    """The items shown are bounded, keep their order, and hold both sides of every contradiction."""
    made = comparison()
    items = verified_items(ARTICLES, summaries(), made.actors)
    many = tuple(
        dataclasses.replace(
            item, id=f"S{n * 10 + item.source}.{item.id.partition('.')[2]}", article=f"{item.article}{n}"
        )
        for n in range(1, 60)
        for item in items
    )
    shown = shown_items((*items, *many), made)
    assert len(shown) <= MOST_ITEMS
    assert sum(map(line_length, shown)) <= MOST_CHARACTERS
    assert {"S1.a2", "S2.a1"} <= {item.id for item in shown}
    assert list(shown) == sorted(shown, key=(*items, *many).index)
