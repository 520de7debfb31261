"""Sessions with `brief make --model` in which replies, articles or runs go wrong."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.fake_endpoint import Body, FakeEndpoint, Scripted
from tests.model_session import (
    MAKE,
    ORDERS,
    Reading,
    about,
    brief,
    by_model,
    fingerprints,
    holds,
    left_out,
    record,
    repeats,
    stand_among_articles,
    words_of,
)
from tests.soak import make_faults, make_kills
from tests.soak.reader import answer, compare, conclude, stage_of, statement


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with three articles on one affair."""
    return stand_among_articles(tmp_path, monkeypatch)


SIGNED = "The minister signed the Ostrava ferry contract in March"


def _with(*more: dict[str, Any]) -> Reading:
    return lambda made: {**made, "statements": [*made["statements"], *more]}


HOSTILE: dict[str, tuple[Reading, str, str]] = {
    "words that the article does not have": (
        _with(statement("The contract was written on a napkin", 3, "Karl Brandt", cue="said")),
        "Statement not supported",
        "not in the article",
    ),
    "a real quotation given to the wrong person": (
        lambda made: {**made, "statements": [statement(SIGNED, 2, "Nils Adler", cue="said")]},
        "Statement not supported",
        "Karl Brandt",
    ),
    "a changed number": (
        _with(statement("The contract cost 26 million crowns", 3, "Karl Brandt", cue="said")),
        "Statement not supported",
        "not in the article",
    ),
    "a paraphrase that drops a not": (
        lambda made: {
            **made,
            "statements": [
                statement(
                    "The government in Velmora did not answer", 4, None, paraphrase="The government in Velmora answers."
                ),
                *made["statements"],
            ],
        },
        "Item not supported",
        "a negation in one and not in the other",
    ),
    "an empty list": (lambda made: {**made, "statements": []}, "Reply not used", "no statement that can be used"),
    "prose in place of JSON": (lambda _: "Karl Brandt said some things.", "Reply not used", "JSON"),
    "a thought and nothing else": (lambda _: '<think>{"statements": []} is short', "Reply not used", "JSON"),
    "unknown words of an enumeration": (
        lambda made: {**made, "statements": [{**made["statements"][0], "stance": "shout"}, *made["statements"][1:]]},
        "Reply not used",
        "stance",
    ),
    "sentences that there are not": (
        _with(statement("The contract cost 25 million crowns", 77, "Karl Brandt", cue="said")),
        "Reply not used",
        "there is no sentence 77",
    ),
    "three hundred statements": (
        _with(*(statement(f"The contract cost {n} million crowns", 3, "Karl Brandt") for n in range(300))),
        "Statement not supported",
        "not in the article",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_replies_about_an_article(folder: Path, case: str) -> None:
    """The document arrives and holds, what is bad is listed with its reason and not printed; --strict exits 3."""
    change, kind, why = HOSTILE[case]
    with FakeEndpoint(about("Operator insists", change)) as endpoint:
        done = by_model(endpoint, "--strict")
    assert done.exit_code == 3, done.output
    assert re.search(r"^error: \d+ things? did not hold", done.stderr, re.MULTILINE)
    assert any(what.startswith("S1") and why in reason for what, reason in left_out(kind)), left_out(kind)
    assert not re.findall("napkin|26 million|Velmora answers", words_of())
    others = [s for s in record()["summaries"] if s["article"] != "brandt"]
    assert [len(s["attributions"]) for s in others] == [2, 3]
    assert Path("out/b.docx").stat().st_size < 200_000
    holds()


def test_statements_in_any_number_stay_bounded(folder: Path) -> None:
    """Of 303 statements the valid ones are printed, the bad ones share a row, and what is over is counted."""
    with FakeEndpoint(about("Operator insists", HOSTILE["three hundred statements"][0])) as endpoint:
        assert by_model(endpoint).exit_code == 0
    (summary,) = (s for s in record()["summaries"] if s["article"] == "brandt")
    assert [a["content"]["text"] for a in summary["attributions"]] == [
        SIGNED,
        "The contract cost 25 million crowns",
        "The ferry contract is a matter for the courts",
    ]
    assert len(summary["not_supported"]) == 297
    ((what, why),) = left_out("Statement not supported")
    assert what.startswith("S1, 297 statements (a4, a5, ")
    assert why == "the words are not in the article"
    assert left_out("Reply not used") == [("S1", "2 statements beyond the first 300 were not looked at")]


def test_a_thought_before_the_object_does_no_harm(folder: Path) -> None:
    """A reply of a thought, a fence and the object is read as the object: the same summaries, nothing listed."""

    def thoughtful(body: Body) -> str:
        return f"<think>Who said {{what}}?</think>\nHere it is:\n```json\n{answer(body)}\n```"

    with FakeEndpoint(answer) as endpoint:
        assert by_model(endpoint).exit_code == 0
    plain = record()
    shutil.rmtree("out")
    with FakeEndpoint(thoughtful) as endpoint:
        assert by_model(endpoint, "--strict").exit_code == 0
    assert record()["summaries"] == plain["summaries"]
    assert record()["comparison"] == plain["comparison"]


def _of_the_set(stage: str, change: Reading) -> Callable[[Body], Scripted]:
    makers = {"compare": compare, "conclude": conclude}

    def script(body: Body) -> Scripted:
        if stage_of(body) != stage:
            return answer(body)
        made = change(makers[stage](str(body["messages"][1]["content"])))
        return made if isinstance(made, str) else json.dumps(made, ensure_ascii=False)

    return script


def _paired(**other: Any) -> Reading:
    return lambda made: {**made, "pairs": [{**made["pairs"][0], **other}]}


def _concluded(sentence: str, *ids: str) -> Reading:
    return lambda made: {**made, "bottom_line": [{"ids": list(ids), "sentence": sentence}, *made["bottom_line"]]}


OF_THE_SET: dict[str, tuple[str, Reading, str]] = {
    "a pair of items that there are not": ("compare", _paired(a="S9.a9"), "there is no item S9.a9"),
    "a pair of one item": ("compare", _paired(a="S2.a1", b="S2.a1"), "both sides are one item"),
    "numbers that do not differ": ("compare", _paired(kind="number"), "two different numbers"),
    "a name that no item has": ("compare", _paired(differs="Vera Costa forged the contract."), "Costa"),
    "an unknown kind of pair": ("compare", _paired(kind="quarrel"), "kind: Input should be"),
    "a sentence on items that there are not": (
        "conclude",
        _concluded("Dora Lind says that the contract is void.", "S9.a9"),
        "items that there are not",
    ),
    "a sentence on nothing": ("conclude", _concluded("Dora Lind says that the contract is void."), "rests on no item"),
    "a sentence that drops a not": (
        "conclude",
        _concluded("Dora Lind says: We have signed the Ostrava ferry contract.", "S2.a1"),
        "a negation of the evidence is missing",
    ),
    "a sentence with another number": (
        "conclude",
        _concluded("Dora Lind says: The ferry contract would have cost 41 million crowns.", "S2.a2"),
        "41",
    ),
    "a sentence given to the wrong person": (
        "conclude",
        _concluded("Dora Lind says: The minister signed the Ostrava ferry contract in March.", "S1.a1"),
        "Lind",
    ),
}


@pytest.mark.parametrize("case", OF_THE_SET)
def test_hostile_replies_about_the_set(folder: Path, case: str) -> None:
    """A pair or a sentence that its items don't carry is listed with the reason and not printed; --strict exits 3."""
    stage, change, why = OF_THE_SET[case]
    with FakeEndpoint(_of_the_set(stage, change)) as endpoint:
        done = by_model(endpoint, "--strict")
    assert done.exit_code == 3, done.output
    listed = left_out("Item not supported")
    assert any(what.startswith(("comparison: ", "conclusion: ")) and why in reason for what, reason in listed), listed
    page_1 = words_of().partition("Annex B")[0]
    assert not re.findall("Costa|41 million|We have signed", page_1)
    holds()


@pytest.mark.parametrize("stage", ["compare", "conclude"])
def test_prose_about_the_set_leads_to_the_rules(folder: Path, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    """Comparison or conclusion is no JSON, also when asked again: the rules' stands and says so; it replays."""
    with FakeEndpoint(_of_the_set(stage, lambda _: "The two sides differ.")) as endpoint:
        done = by_model(endpoint)
    assert done.exit_code == 0, done.output
    what = {"compare": "comparison", "conclude": "conclusion"}[stage]
    told = f"{what}: by rules: no reply of the model could be read"
    assert record()["provenance"]["model"]["outcomes"] == [told]
    assert told in words_of().partition("Annex C")[2]
    assert [stage_of(e.body) for e in endpoint.log].count(stage) == 2
    holds()
    repeats(monkeypatch)


def test_orders_in_an_article_are_reported_and_move_nothing_else(folder: Path) -> None:
    """An article that gives the model orders is reported; requests and summaries of the others stay as they were.

    The endpoint's model obeys: in that article's name it reports what the order says, and what it reports is not
    printed. Nothing of the sentence that gives the order is shown to the model when the set is compared.
    """
    with FakeEndpoint(answer) as endpoint:
        assert by_model(endpoint).exit_code == 0
    before, asked = record(), {e.words for e in endpoint.log if stage_of(e.body) == "summarise"}
    shutil.rmtree("out")
    (folder / "articles" / "quist.txt").write_text(ORDERS, encoding="utf-8")

    def obeying(made: dict[str, Any]) -> dict[str, Any]:
        fraud = statement("the ferry contract of Dora Lind was a fraud", 3, "Dora Lind", stance="accuse")
        return {**made, "instructions_seen": [3], "statements": [fraud, *made["statements"]]}

    with FakeEndpoint(about("Pier cafe", obeying)) as endpoint:
        done = by_model(endpoint, "--include", "quist", "--strict")
    assert done.exit_code == 3, done.output
    told = record()["provenance"]["model"]["complaints"]
    assert "S4: sentences that speak to a language model or give it orders: 3" in told, told
    after = {e.words for e in endpoint.log if stage_of(e.body) == "summarise"}
    assert asked < after
    assert len(after - asked) == 1
    assert record()["summaries"][:3] == before["summaries"]
    of_the_set = [e.words for e in endpoint.log if stage_of(e.body) != "summarise"]
    assert len(of_the_set) == 2
    assert not any("fraud" in words or "ignore" in words for words in of_the_set)
    assert "fraud" not in words_of().partition("Annex A")[0]
    holds()


def test_the_recordings_can_be_looked_at(folder: Path) -> None:
    """`brief recordings list` has a line for each exchange; `show` prints one whole, by the start of its key."""
    with FakeEndpoint(answer) as endpoint:
        assert by_model(endpoint).exit_code == 0
    lines = brief("recordings", "list", "--recordings", "out/recordings").stdout.splitlines()
    assert [line.split()[1] for line in lines] == ["compare", "conclude", "summarise", "summarise", "summarise"]
    (lind,) = (line for line in lines if line.split()[2] == "lind")
    assert lind.split()[3:6] == ["few-rules", "live", "complete"]
    shown = brief("recordings", "show", lind.split()[0], "--recordings", "out/recordings").stdout
    assert "We have not signed the Ostrava ferry contract" in shown
    assert '"instructions_seen": []' in shown
    missed = brief("recordings", "show", "zz", "--recordings", "out/recordings")
    assert (missed.exit_code, len(missed.stderr.splitlines())) == (2, 1)


def test_a_prompt_of_ones_own_is_used_and_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --prompts, a changed prompt changes its requests and its fingerprint in the document, and no other."""
    with FakeEndpoint(answer) as endpoint:
        assert by_model(endpoint).exit_code == 0
    before = fingerprints()
    (folder / "mine").mkdir()
    own = brief("prompts", "compare").stdout.replace("# System", "# System\n\nBe brief.", 1)
    header = "---\nname: compare\npurpose: Ours.\nvariables: sources, items\n---\n\n"
    (folder / "mine" / "compare.md").write_text(header + own, encoding="utf-8")
    assert "Ours." in brief("prompts", "--prompts", "mine").stdout
    with FakeEndpoint(answer) as endpoint:
        done = by_model(endpoint, "--prompts", "mine")
    assert done.exit_code == 0, done.output
    assert [stage_of(e.body) for e in endpoint.log] == ["compare"]
    assert "Be brief." in endpoint.log[0].body["messages"][0]["content"]
    after = fingerprints()
    assert {name for name in before if before[name] != after[name]} == {"compare"}
    assert f"compare: sha256 {after['compare']}" in words_of()
    repeats(monkeypatch, "--prompts", "mine")


def test_a_price_prints_the_cost(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--price IN/OUT prints what the tokens cost, also on replay; without it there is no cost; nonsense exits 2."""
    with FakeEndpoint(answer) as endpoint:
        assert by_model(endpoint).exit_code == 0
        assert "Cost" not in words_of()
        assert by_model(endpoint, "--price", "100/2000").exit_code == 0
    cost = "0.1200, at the supplied price of 100 in and 2000 out for a million tokens"
    assert record()["provenance"]["model"]["cost"] == cost
    assert f"Cost: {cost}" in words_of()
    repeats(monkeypatch)
    for nonsense in ("cheap", "1", "-1/2", "nan/1", "1/inf"):
        refused = brief(*MAKE, "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--price", nonsense)
        assert refused.exit_code == 2, nonsense
        assert refused.stderr.startswith(f"error: --price {nonsense}")


def test_a_small_campaign_of_faults_loses_nothing() -> None:
    """Of twenty articles under faults each is accounted for; the whole campaign is `python -m tests.soak`."""
    findings = make_faults.campaign(1, articles=20, jobs=8, speed=500)
    assert len(findings) >= 8
    assert [f for f in findings if not f.held] == []


def test_a_run_that_is_killed_goes_on_from_there() -> None:
    """Killed at a random moment and begun again: no recorded reply is asked for again, and the document is the same."""
    findings = make_kills.campaign(3, articles=4, kills=1, latency=0.05)
    assert len(findings) >= 5
    assert [f for f in findings if not f.held] == []
