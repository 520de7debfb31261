"""A model as summariser: what it sends is placed, checked and listed, whatever it sends. No network, no key."""

from __future__ import annotations

import pytest

from brief.errors import EndpointError, MissingRecording
from brief.fence import fence_token
from brief.llm.exchange import Outcome, Reply, Usage
from brief.prompting import load_prompt
from brief.summarise import by_rules
from brief.summarise.by_model import summarise
from brief.summarise.claims import MOST_STATEMENTS
from tests.articles import article
from tests.scripted_replies import (
    ARTICLE,
    BERTH,
    CREWS,
    GOOD,
    TEXT,
    TRAVEL,
    Scripted,
    kept,
    lost_paraphrase,
    name_of,
    reply,
    run,
    said,
    settings,
    turned_down,
)


def test_a_good_reply_is_placed_and_supported() -> None:
    """The words get their places, the program copies them, and speakers are the actors of the article."""
    made, summary, model = run(GOOD)
    assert made.outcome == "by model"
    assert made.complaints == ()
    assert [s.verdict for s in summary.attributions] == ["supported"] * 3
    berth = next(s for s in summary.attributions if "berth" in s.content.text)
    assert berth.content.text == "We have not sold a single berth The quay belongs to the town"
    assert [TEXT[s.start : s.end] for s in berth.content.spans] == BERTH["words"]
    assert (berth.kind, berth.stance, berth.sentences) == ("direct", "deny", (2, 3))
    assert name_of(summary, berth) == "Ilse Brandvold"
    assert berth.source is not None
    assert berth.source.text == "Ms. Brandvold"
    assert len(model.requests) == 1
    (exchange,) = made.exchanges
    assert exchange.key == model.requests[0].key
    assert made.usage == Usage(prompt=100, cached=10, completion=5)


def test_the_request_holds_the_numbered_article_in_its_fence() -> None:
    """The constant part is the system message; the article stands last, one numbered sentence to a line."""
    _, _, model = run(GOOD)
    system, user = model.requests[0].messages
    assert system.content == load_prompt("summarise").system
    fence = fence_token(f"\n{TEXT}")
    inside = user.content.split(f"<<<{fence}\n")[1].split(f"\n{fence}>>>")[0]
    assert [line.split("]")[0] for line in inside.splitlines()] == [f"[{n}" for n in range(1, 8)]
    assert (model.requests[0].stage, model.requests[0].about) == ("summarise", "a")


def test_the_request_depends_on_the_article_alone() -> None:
    """The same text under another name asks the same question, so that a recording is found again."""
    _, _, first = run(GOOD)
    _, _, second = run(GOOD, of=article(TEXT, "renamed", published="2031-05-07"))
    assert first.requests[0].key == second.requests[0].key


def test_words_that_the_article_does_not_have() -> None:
    """Invented words are not found; the other statements stand."""
    _, summary, _ = run(reply(BERTH, CREWS, said("We sold every berth", [2], "Ilse Brandvold", cue="said")))
    assert len(summary.attributions) == 2
    assert turned_down(summary).verdict == "not_found"
    assert turned_down(summary).content.text == "We sold every berth"


def test_a_real_quotation_given_to_the_wrong_person() -> None:
    """The words are there, but the text gives them to another: misattributed, with both names."""
    wrong = said("At least 40 crews are waiting", [5], "Ilse Brandvold", speaker_words="Ilse Brandvold", cue="told")
    _, summary, _ = run(reply(BERTH, wrong))
    assert turned_down(summary).verdict == "misattributed"
    (reason,) = turned_down(summary).reasons
    assert "Tomas Reyk" in reason
    assert "Ilse Brandvold" in reason


def test_a_real_quotation_given_to_the_wrong_person_with_the_right_mention() -> None:
    """Claiming the mention in place and another name for it does not help."""
    wrong = said("At least 40 crews are waiting", [5], "Ilse Brandvold", speaker_words="Mr. Reyk", cue="told")
    _, summary, _ = run(reply(BERTH, wrong))
    assert turned_down(summary).verdict == "misattributed"


@pytest.mark.parametrize(
    ("paraphrase", "told"),
    [
        ("Ilse Brandvold says that a single berth has been sold.", "negation"),
        (
            "Ilse Brandvold says that not a single berth has been sold to Ostwick.",
            "a name that the words lack: Ostwick",
        ),
        ("Ilse Brandvold says that not one of 12 berths has been sold.", "a number that the words lack: 12"),
        ("Ilse Brandvold says “not a single berth” has been sold.", "quotation marks"),
    ],
)
def test_a_paraphrase_that_changes_the_words(paraphrase: str, told: str) -> None:
    """A dropped not, a new name, a new number or quotation marks: the paraphrase goes and is listed, the words stay."""
    _, summary, _ = run(reply({**BERTH, "paraphrase": paraphrase}, CREWS))
    assert told in lost_paraphrase(summary)
    assert all(s.paraphrase != paraphrase for s in summary.attributions)


def test_may_made_into_will() -> None:
    """A certainty that the words lack is overstated: the paraphrase goes and is listed."""
    bold = {**TRAVEL, "paraphrase": "His office says that Tomas Reyk will travel to the capital on Friday."}
    _, summary, _ = run(reply(BERTH, CREWS, bold))
    assert lost_paraphrase(summary) == "more certain than the words"


def test_prose_instead_of_json_twice() -> None:
    """A model that only talks is asked once more with the complaint; then the rules stand in, and it says so."""
    made, summary, model = run("Here is what I think about the ferry.", "Sorry, I like ferries.")
    assert made.outcome == "by rules: the model gave no usable reply: the reply holds no JSON object"
    assert made.summary == by_rules.summarise(ARTICLE)
    assert summary.attributions
    assert len(model.requests) == 2
    again = model.requests[1].messages
    assert again[:2] == model.requests[0].messages
    assert (again[2].role, again[2].content) == ("assistant", "Here is what I think about the ferry.")
    assert "the reply holds no JSON object" in again[3].content
    assert model.requests[1].key != model.requests[0].key


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<think>He said {{...}}. Let me see.</think>\n{GOOD}",
        f"```json\n{GOOD}\n```",
        f"Certainly! Here is the object:\n{GOOD}\nAnything else?",
    ],
)
def test_thoughts_and_fences_around_the_json(wrapped: str) -> None:
    """What stands around the object does not matter, and costs no second request."""
    made, summary, _ = run(wrapped)
    assert made.outcome == "by model"
    assert len(summary.attributions) == 3


def test_an_invalid_reply_is_mended_when_asked_again() -> None:
    """The second reply counts, and nothing is complained of."""
    made, summary, model = run(reply({**BERTH, "stance": "shout"}), GOOD)
    assert made.complaints == ()
    assert len(summary.attributions) == 3
    assert "statement 1: stance:" in model.requests[1].messages[-1].content
    assert made.usage.prompt == 200


def test_items_that_stay_invalid_are_listed_and_the_others_kept() -> None:
    """Unknown stances, missing and unknown fields, wrong types: each item goes with its reason, the rest stays."""
    bad = reply(
        BERTH,
        {**CREWS, "stance": "shout"},
        {k: v for k, v in CREWS.items() if k != "cue"},
        {**CREWS, "confidence": 0.9},
        {**CREWS, "sentences": ["5"]},
        {**CREWS, "words": "At least 40 crews are waiting"},
        {**CREWS, "speaker": "x" * 700},
        {"words": "At least 40 crews are waiting"},
        {**CREWS, "paraphrase": "  "},
        CREWS,
        verdict="all true",
    )
    made, summary, _ = run(bad, bad)
    assert made.outcome == "by model"
    assert len(summary.attributions) == 2
    assert [c.split(":")[0] for c in made.complaints] == [*(f"statement {n}" for n in range(2, 10)), "verdict"]
    assert "got shout" in made.complaints[0]


def test_the_first_reply_is_kept_where_the_second_is_worse() -> None:
    """A second reply without JSON does not lose what the first one had."""
    made, summary, _ = run(reply(BERTH, CREWS, {**CREWS, "stance": "shout"}), "I give up.")
    assert made.outcome == "by model"
    assert len(summary.attributions) == 2
    assert len(made.complaints) == 1


def test_the_first_reply_is_kept_where_the_second_is_refused() -> None:
    """A refusal to mend a reply does not lose what was right in it."""
    refused = Reply(text="I can't help with that.", outcome="refused", usage=Usage())
    made, summary, _ = run(reply(BERTH, CREWS, {**CREWS, "stance": "shout"}), refused)
    assert made.outcome == "by model"
    assert len(summary.attributions) == 2
    assert [e.outcome for e in made.exchanges] == ["complete", "refused"]


def test_an_empty_list_where_people_speak() -> None:
    """No statements at all is asked about once; then the rules stand in."""
    made, summary, model = run(reply(), reply())
    assert made.outcome == "by rules: the model's reply has no statement that can be used"
    assert summary.attributions
    assert "the list is empty" in model.requests[1].messages[-1].content


def test_an_empty_list_where_nobody_speaks() -> None:
    """An article without attributions may have none."""
    quiet = article("The road is closed. Snow fell in the night.")
    made, summary, _ = run(reply(), of=quiet)
    assert made.outcome == "by model"
    assert summary.attributions == ()


def test_sentences_that_do_not_exist() -> None:
    """Real words with a wrong number are kept with the right one; invented words with a wrong number are not."""
    lost = said("We sold the lot", [99], "Ilse Brandvold", cue="said", paraphrase="Ilse Brandvold says so.")
    made, summary, _ = run(reply(BERTH, {**CREWS, "sentences": [-4, 512]}, lost))
    assert next(s for s in summary.attributions if "crews" in s.content.text).sentences == (5,)
    assert turned_down(summary).verdict == "not_found"
    assert any("there is no sentence -4, 512" in c for c in made.complaints)
    assert any("there is no sentence 99" in c for c in made.complaints)


def test_three_hundred_statements_and_more() -> None:
    """Repeated statements count once; beyond the bound they are counted, not kept."""
    made, summary, _ = run(reply(BERTH, *[CREWS] * 299))
    assert len(made.summary.statements) == 2
    assert made.complaints == ()
    words = [f"w{n} said the crew of boat {n}" for n in range(MOST_STATEMENTS + 50)]
    long = article(". ".join(words) + ".")
    made, summary, _ = run(reply(*[said(w, [1], None) for w in words]), of=long)
    assert len(made.summary.statements) == MOST_STATEMENTS
    assert "50 statements beyond the first 300 were not looked at" in made.complaints
    assert len(summary.attributions) + len(summary.not_supported) == MOST_STATEMENTS


def test_content_of_another_article() -> None:
    """A reply about something else is asked for again; then nothing of it is printed."""
    foreign = [
        said("The vineyards froze in the second week", [1], "Agata Lorne", cue="said"),
        said("No grape will be picked", [2], "Agata Lorne", cue="said", paraphrase="Agata Lorne says it is late."),
        said("It is the third bad year", [4], "Agata Lorne", paraphrase="Agata Lorne says that it is a bad year."),
    ]
    _, summary, model = run(reply(*foreign), reply(*foreign))
    assert kept(summary) == []
    assert {s.verdict for s in summary.not_supported} <= {"not_found", "overstated", "speaker_not_established"}
    assert len(summary.not_supported) == 3
    assert "Agata Lorne" not in {a.name for a in summary.actors}
    assert "these words are not in the article" in model.requests[1].messages[-1].content


@pytest.mark.parametrize(
    ("outcome", "told"),
    [("refused", "the model refused"), ("filtered", "the provider filtered the reply")],
)
def test_refused_and_filtered(outcome: Outcome, told: str) -> None:
    """The article is summarised by rules and says why; nothing is asked twice."""
    made, summary, _ = run(Reply(text="I can't help with that.", outcome=outcome, usage=Usage()))
    assert made.outcome == f"by rules: {told}"
    assert made.complaints == (told,)
    assert summary.summariser == "rules"


def test_an_endpoint_that_cannot_be_used() -> None:
    """An endpoint that fails for this article leads to the rules; requests answered before are still counted."""
    made, _, _ = run("no JSON", EndpointError("the endpoint answered 500."))
    assert made.outcome == "by rules: the endpoint answered 500."
    assert len(made.exchanges) == 1


def test_a_missing_recording_is_not_hidden() -> None:
    """On replay a miss ends the run: it is no reason to fall back."""
    with pytest.raises(MissingRecording):
        summarise(ARTICLE, Scripted(MissingRecording("none")), settings())
