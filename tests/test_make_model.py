"""Sessions with `brief make --model`: an endpoint on this machine, a model of a few rules, and replies gone wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.fake_endpoint import Answer, Body, FakeEndpoint, Fault, Scripted
from tests.model_session import (
    KEY,
    LIND,
    MAKE,
    brief,
    by_model,
    holds,
    made_of,
    record,
    repeats,
    stand_among_articles,
    words_of,
)
from tests.soak import make_faults
from tests.soak.reader import answer, stage_of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with three articles on one affair."""
    return stand_among_articles(tmp_path, monkeypatch)


def test_a_named_model_makes_the_briefing(folder: Path) -> None:
    """The document names the model on page 1 and, in Annex C, prompts, fingerprints, requests and tokens."""
    with FakeEndpoint(answer) as endpoint:
        done = by_model(endpoint)
    assert done.exit_code == 0, done.output
    assert "few-rules: 5 requests, 250 tokens" in done.stdout
    assert [stage_of(e.body) for e in endpoint.log].count("summarise") == 3
    made = record()
    told = made["provenance"]["model"]
    assert (told["model"], told["by_rules"], told["outcomes"], told["complaints"]) == ("few-rules", 0, [], [])
    assert [(s["stage"], s["requests"], s["prompt"], s["cached"], s["completion"]) for s in told["stages"]] == [
        ("summarise", 3, 120, 48, 30),
        ("compare", 1, 40, 16, 10),
        ("conclude", 1, 40, 16, 10),
    ]
    page_1, _, annexes = words_of().partition("Annex A")
    assert "few-rules" in page_1[:6000]
    assert "summarise: 3 requests, 120 tokens sent (48 cached), 30 received" in annexes
    for line in brief("prompts").stdout.splitlines():
        name, fingerprint = line.split()[:2]
        assert re.search(rf"{name}: sha256 {fingerprint}[0-9a-f]{{52}}\b", annexes)
    holds()


def test_every_reply_is_recorded_and_a_second_run_asks_nothing(folder: Path) -> None:
    """One file for each exchange lies beside the output; the same command again reads them and makes the same."""
    with FakeEndpoint(answer) as endpoint:
        assert by_model(endpoint).exit_code == 0
        asked, first = len(endpoint.log), made_of()
        assert len(list(Path("out/recordings").glob("*.json"))) == asked == 5
        assert by_model(endpoint).exit_code == 0
    assert len(endpoint.log) == asked
    assert made_of() == first


def test_a_replay_needs_no_network_no_key_and_no_option(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--replay` takes day, title and model from the recorded run, opens no socket and gives the same bytes."""
    with FakeEndpoint(answer) as endpoint:
        assert by_model(endpoint, "--question", "Is there a contract?", "--handling", "Desk only").exit_code == 0
    repeats(monkeypatch)


def test_a_replay_without_recordings_says_what_to_do(folder: Path) -> None:
    """Where nothing was recorded, `--replay` exits 5 with one line that names the next step; nothing is written."""
    done = brief(*MAKE, "--replay")
    assert done.exit_code == 5
    assert done.stderr.splitlines() == [
        "error: out/recordings holds no recorded run. Run once with --model to record one."
    ]
    assert not Path("out/b.docx").exists()


def test_a_replay_of_a_changed_article_names_the_difference(folder: Path) -> None:
    """When an article has changed, `--replay` exits 5 and names the nearest recording and the first difference."""
    with FakeEndpoint(answer) as endpoint:
        assert by_model(endpoint).exit_code == 0
    (folder / "articles" / "lind.txt").write_text(LIND.replace("on Monday", "on Friday"), encoding="utf-8")
    done = brief("make", "articles/", "-o", "out/b.docx", "--replay")
    assert done.exit_code == 5
    (line,) = done.stderr.splitlines()
    found = re.fullmatch(
        r"error: no recording for summarise lind: the nearest is (\w{12}) \(summarise lind\); message 2 differs at "
        r"character \d+: .* then, .* now\. Run once with --model to record\.",
        line,
    )
    assert found, line
    assert brief("recordings", "show", found[1], "--recordings", "out/recordings").exit_code == 0


def test_a_key_alone_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With key and address in the environment but no model named, the briefing is made by rules and nothing is sent."""
    assert brief(*MAKE).exit_code == 0
    by_rules = made_of()
    with FakeEndpoint(answer) as endpoint:
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.base_url)
        done = brief(*MAKE)
    assert done.exit_code == 0, done.output
    assert endpoint.log == []
    assert made_of() == by_rules
    assert not Path("out/recordings").exists()


def test_the_environment_may_name_the_model_and_the_key_stays_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """BRIEF_MODEL names a model; the key reaches the endpoint, and stands in no file and in no output."""
    with FakeEndpoint(answer) as endpoint:
        monkeypatch.setenv("BRIEF_MODEL", "few-rules")
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.base_url)
        done = brief(*MAKE)
    assert done.exit_code == 0, done.output
    assert {entry.authorization for entry in endpoint.log} == {f"Bearer {KEY}"}
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) == 3 + 2 + 5 + 1
    unpacked = [words_of().encode(), *(path.read_bytes() for path in files)]
    assert not any(KEY.encode() in data or endpoint.base_url.encode() in data for data in unpacked)
    assert KEY not in done.output


def test_a_model_with_neither_key_nor_endpoint_is_refused(folder: Path) -> None:
    """A named model that can't be reached at all exits 2 with the next step, and writes nothing."""
    done = brief(*MAKE, "--model", "few-rules")
    assert done.exit_code == 2
    assert "Set OPENAI_API_KEY, or give --base-url URL" in done.stderr
    assert not Path("out/b.docx").exists()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault("status", 401), "refused the key (401)"),
        (Fault("status", 404), "does not know the model"),
        (Fault("quota"), "quota is used up"),
    ],
)
def test_an_endpoint_that_refuses_leads_to_the_rules(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fault: Fault, said: str
) -> None:
    """No request is answered: the rules make the briefing, which says so; exit 4, one line on stderr; it replays."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with FakeEndpoint(lambda _: fault) as endpoint:
        done = by_model(endpoint)
    assert done.exit_code == 4
    (line,) = done.stderr.splitlines()
    assert line.startswith("error: the endpoint")
    assert said in line
    assert line.endswith("The briefing was made by rules instead.")
    made = record()
    assert made["provenance"]["model"]["unreached"]
    assert made["counts"]["statements_kept"] >= 6
    assert KEY not in done.output + words_of()
    assert said in words_of().partition("Annex C")[2]
    holds()
    repeats(monkeypatch)


def test_an_endpoint_that_is_not_there_leads_to_the_rules(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where nothing listens: the rules' briefing, exit 4, and a replay that needs no endpoint either."""
    monkeypatch.setattr("brief.model_options.connect", make_faults.hasty(500))
    with FakeEndpoint(answer) as endpoint:
        pass
    done = by_model(endpoint)
    assert done.exit_code == 4
    assert done.stderr.splitlines() == [
        "error: the endpoint can't be reached. Check --base-url and the network. "
        "The briefing was made by rules instead."
    ]
    holds()
    repeats(monkeypatch)


def test_an_article_that_the_model_refuses_is_done_by_rules(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One refusal: that article by rules and marked so, the reason in Annex C, the others by the model; it replays."""
    refusal = Answer(None, refusal="I can't help with that.")

    def script(body: Body) -> Scripted:
        refused = stage_of(body) == "summarise" and "Ike Okoro leads" in body["messages"][1]["content"]
        return refusal if refused else answer(body)

    with FakeEndpoint(script) as endpoint:
        done = by_model(endpoint)
    assert done.exit_code == 0, done.output
    assert "1 of 3 articles by rules" in done.stdout
    told = record()["provenance"]["model"]
    assert told["outcomes"] == ["S3: by rules: the model refused"]
    assert "S3: by rules: the model refused" in words_of().partition("Annex C")[2]
    by = {s["article"]: s["summariser"] for s in record()["summaries"]}
    assert by == {"brandt": "few-rules", "lind": "few-rules", "okoro": "rules"}
    holds()
    repeats(monkeypatch)
