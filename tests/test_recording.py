"""Recordings: written whole, asked once, replayed without a network, and a miss says what differs."""

from __future__ import annotations

import json
import multiprocessing
import os
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from brief.errors import EndpointError, MissingRecording, UsageError
from brief.llm.exchange import Message, Reply, Request, Usage
from brief.llm.listing import rows, show
from brief.llm.openai import OpenAIModel
from brief.llm.recording import Origin, Recorded, Recording, Store
from tests.fake_endpoint import FakeEndpoint

KEY = "sk-canary-7f3b51c2"
USAGE = Usage(prompt=1200, cached=1024, completion=80)


def request(words: str = "hello", **changes: Any) -> Request:
    """Return a request about some words."""
    messages = (Message(role="system", content="Read."), Message(role="user", content=words))
    parts = {"stage": "summarise", "about": "002-port", "model": "m", "messages": messages}
    return Request(**{**parts, "reply_schema": "{}", "temperature": 0.0, **changes})


def recording(asked: Request, text: str = "{}", origin: Origin = "written") -> Recording:
    """Return a recording of a request."""
    return Recording(origin=origin, request=asked, reply=Reply(text=text, outcome="complete", usage=USAGE))


class Counting:
    """A model that counts what it is asked."""

    def __init__(self, latency: float = 0.0) -> None:
        self.asked: list[str] = []
        self._latency = latency

    def ask(self, request: Request) -> Reply:
        """Reply with a number that grows."""
        self.asked.append(request.key)
        time.sleep(self._latency)
        return Reply(text=str(len(self.asked)), outcome="complete", usage=USAGE)


def test_what_was_recorded_is_never_asked_again(tmp_path: Path) -> None:
    """A second run over the same store asks nothing and gets the same replies."""
    live = Counting()
    first = [Recorded(Store(tmp_path), live).ask(request(str(n))) for n in range(3)]
    again = Counting()
    assert [Recorded(Store(tmp_path), again).ask(request(str(n))) for n in range(3)] == first
    assert (len(live.asked), again.asked) == (3, [])


def test_a_recording_is_one_readable_file(tmp_path: Path) -> None:
    """Pretty-printed, characters as they are, named by its key, nothing but origin, request and reply in it."""
    asked = request("“Šta?” — 协议")
    with FakeEndpoint() as endpoint:
        address = endpoint.base_url.replace("http://", "http://user-name-1:pass-word-1@")
        Recorded(Store(tmp_path), OpenAIModel(base_url=address, api_key=KEY, timeout=5)).ask(asked)
    (file,) = tmp_path.iterdir()
    text = file.read_text(encoding="utf-8")
    assert file.name == f"{asked.key}.json"
    assert "“Šta?” — 协议" in text
    assert "\n  " in text
    assert list(json.loads(text)) == ["origin", "request", "reply"]
    assert json.loads(text)["origin"] == "live"
    for secret in (KEY, "user-name-1", "pass-word-1", "Authorization", "127.0.0.1"):
        assert secret not in text


def test_the_key_is_what_shapes_the_reply() -> None:
    """Model, messages, schema and sampling change the key; the stage's name and what it is about do not."""
    asked = request()
    assert asked.key == request(stage="compare", about="another").key
    others = [request("x"), request(model="n"), request(reply_schema="[]"), request(temperature=None)]
    assert len({asked.key, *(other.key for other in others)}) == 5


def test_half_characters(tmp_path: Path) -> None:
    """Half of a surrogate pair, which can be neither sent nor stored, becomes U+FFFD, one for one."""
    asked = request("a\ud800b\udc00c", about="x\udfff")
    assert asked.messages[1].content == "a\ufffdb\ufffdc"
    Recorded(Store(tmp_path), Counting()).ask(asked)
    assert Recorded(Store(tmp_path), None).ask(asked).text == "1"
    assert request("\U0001f6a2").messages[1].content == "\U0001f6a2"


def test_an_error_is_not_recorded(tmp_path: Path) -> None:
    """A request that failed leaves nothing behind, and is asked again the next time."""

    class Failing:
        def ask(self, request: Request) -> Reply:
            raise EndpointError("down")

    with pytest.raises(EndpointError):
        Recorded(Store(tmp_path / "store"), Failing()).ask(request())
    assert not (tmp_path / "store").exists()
    assert Recorded(Store(tmp_path / "store"), Counting()).ask(request()).text == "1"


def test_the_same_request_from_many_threads_is_asked_once(tmp_path: Path) -> None:
    """Sixteen threads with four different requests ask four times; the different ones do not wait for each other."""
    live = Counting(latency=0.1)
    recorded = Recorded(Store(tmp_path), live)
    began = time.monotonic()
    with ThreadPoolExecutor(16) as executor:
        list(executor.map(lambda n: recorded.ask(request(str(n % 4))), range(16)))
    assert len(live.asked) == 4
    assert time.monotonic() - began < 0.35
    assert recorded.used == {request(str(n)).key for n in range(4)}


def test_replay_opens_no_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a live model recordings answer, and nothing touches the network."""
    Store(tmp_path).put(recording(request(), "kept"))

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    replay = Recorded(Store(tmp_path), None)
    assert replay.ask(request()).text == "kept"
    with pytest.raises(MissingRecording):
        replay.ask(request("another"))


def test_a_miss_names_the_nearest_and_the_first_difference(tmp_path: Path) -> None:
    """The message says which recording is most like the request and where they part."""
    store = Store(tmp_path)
    with pytest.raises(MissingRecording, match=r"holds none\. Run once with --model"):
        Recorded(store, None).ask(request())
    near = request("[1] The ferry left.\n[2] Nobody was told.")
    store.put(recording(near))
    store.put(recording(request("[1] Prices rose.", about="003-market")))
    with pytest.raises(MissingRecording) as caught:
        Recorded(store, None).ask(request("[1] The ferry left.\n[2] Everybody was told."))
    assert caught.value.exit_code == 5
    assert str(caught.value) == (
        f"no recording for summarise 002-port: the nearest is {near.key[:12]} (summarise 002-port); message 2 "
        "differs at character 24: 'Nobody was told.' then, 'Everybody was told.' now. Run once with --model to record."
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"model": "n"}, "the model differs: 'm' then, 'n' now"),
        ({"temperature": None}, "the temperature differs: 0.0 then, None now"),
        ({"reply_schema": "[]"}, "the reply schema differs"),
        ({"messages": (Message(role="system", content="Read."),)}, "2 messages then, 1 now"),
        (
            {"messages": (Message(role="user", content="Read."), Message(role="user", content="hello"))},
            "message 1 is from system then, user now",
        ),
        (
            {"messages": (Message(role="system", content="Read. Well."), Message(role="user", content="hello"))},
            "message 1 differs at character 5: its end then, ' Well.' now",
        ),
    ],
)
def test_every_difference_has_words(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    """Model, sampling, schema, number, role and content of messages."""
    Store(tmp_path).put(recording(request()))
    with pytest.raises(MissingRecording) as caught:
        Recorded(Store(tmp_path), None).ask(request(**changes))
    assert f"; {told}. Run" in str(caught.value)


def test_a_miss_among_a_thousand_is_quick(tmp_path: Path) -> None:
    """With a thousand recordings of ten thousand characters the nearest is found in a few seconds at most."""
    for number in range(1000):
        words = "\n".join(f"[{line}] Sentence {line * number} of some length." for line in range(250))
        asked = request(words, about=f"{number:03}-page")
        (tmp_path / f"{asked.key}.json").write_text(recording(asked).model_dump_json(), encoding="utf-8")
    words = "\n".join(f"[{line}] Sentence {line * 77} of some length." for line in range(249))
    began = time.process_time()
    with pytest.raises(MissingRecording, match="summarise 077-page"):
        Recorded(Store(tmp_path), None).ask(request(words, about="other"))
    assert time.process_time() - began < 5


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe\x00", b'{"origin": "live"}'])
def test_a_damaged_recording(tmp_path: Path, damage: bytes) -> None:
    """A file that is no recording is a usage error that names it; a miss and the list pass over it."""
    store = Store(tmp_path)
    store.put(recording(request("other")))
    (tmp_path / f"{request().key}.json").write_bytes(damage)
    with pytest.raises(UsageError, match=rf"{request().key}\.json can't be used: not a recording"):
        Recorded(store, Counting()).ask(request())
    with pytest.raises(MissingRecording, match=request("other").key[:12]):
        Recorded(store, None).ask(request("third"))
    assert sorted(r.outcome for r in rows(store)) == ["complete", "damaged"]


def test_a_recording_under_another_name_is_refused(tmp_path: Path) -> None:
    """A file answers only the request that it holds: one that was renamed or edited by hand is not believed."""
    store = Store(tmp_path)
    store.put(recording(request("one")))
    (tmp_path / f"{request('one').key}.json").rename(tmp_path / f"{request('two').key}.json")
    with pytest.raises(UsageError, match="holds another request"):
        store.get(request("two"))


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A store below a file is a usage error that names the option."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="--recordings DIR"):
        Recorded(Store(tmp_path / "file" / "store"), Counting()).ask(request())


def test_the_first_to_record_wins(tmp_path: Path) -> None:
    """When another run recorded the same request meanwhile, its reply is the one that both use."""

    class Overtaken:
        def ask(self, request: Request) -> Reply:
            Store(tmp_path).put(recording(request, "theirs"))
            return Reply(text="ours", outcome="complete", usage=USAGE)

    assert Recorded(Store(tmp_path), Overtaken()).ask(request()).text == "theirs"
    assert len(list(tmp_path.iterdir())) == 1


def test_file_systems_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files can't be linked a recording still appears whole, and nothing else stays behind."""

    def refuse(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    Store(tmp_path).put(recording(request(), "kept"))
    assert [p.name for p in tmp_path.iterdir()] == [f"{request().key}.json"]
    kept = Store(tmp_path).get(request())
    assert kept is not None
    assert kept.reply.text == "kept"


def _run(folder: str, name: str, replies: object) -> None:
    """Record a hundred replies, in a process of its own."""

    class Named:
        def ask(self, request: Request) -> Reply:
            return Reply(text=name, outcome="complete", usage=USAGE)

    recorded = Recorded(Store(Path(folder)), Named())
    replies.put([recorded.ask(request(str(n))).text for n in range(100)])  # type: ignore[attr-defined]


def test_two_processes_share_a_store(tmp_path: Path) -> None:
    """Two runs at once on one store end with the same replies, and every file is whole."""
    context = multiprocessing.get_context("spawn")
    replies = context.Queue()
    runs = [context.Process(target=_run, args=(str(tmp_path), name, replies)) for name in ("one", "two")]
    for run in runs:
        run.start()
    one, two = replies.get(timeout=20), replies.get(timeout=20)
    for run in runs:
        run.join(10)
    assert one == two
    assert [r.reply.text for r in Store(tmp_path).all()].count("one") + two.count("two") == 100
    assert len(list(tmp_path.iterdir())) == 100


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    """While a large recording is being written a reader finds nothing or the whole."""
    asked, text = request(), "x" * 3_000_000
    seen: list[int] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            found = Store(tmp_path).get(asked)
            if found is not None:
                seen.append(len(found.reply.text))

    reader = threading.Thread(target=read)
    reader.start()
    Store(tmp_path).put(recording(asked, text))
    time.sleep(0.05)
    done.set()
    reader.join()
    assert set(seen) == {3_000_000}


def test_the_list_of_recordings(tmp_path: Path) -> None:
    """One row for each recording, sorted by stage and subject, with who answered, how it ended and tokens."""
    store = Store(tmp_path)
    assert rows(store) == []
    store.put(recording(request("b", about="010-b\x1b[2J")))
    store.put(recording(request("a", about="002-a"), origin="queue"))
    listed = rows(store)
    assert [r[1:] for r in listed] == [
        ("summarise", "002-a", "m", "queue", "complete", "1,200 (1,024 cached) + 80"),
        ("summarise", "010-b\\x1b[2J", "m", "written", "complete", "1,200 (1,024 cached) + 80"),
    ]
    assert listed[0].key == request("a").key[:12]


def test_one_recording_is_shown_whole(tmp_path: Path) -> None:
    """By the start of its key: request, schema and reply in full, control characters visible."""
    store = Store(tmp_path)
    asked = request("words \x1b[31m of\nthe page \u202e")
    store.put(recording(asked, '{"a": 1}'))
    shown = show(store, asked.key[:8].upper())
    assert asked.key in shown
    assert "--- message 2, user\nwords \\x1b[31m of\nthe page \\u202e" in shown
    assert '--- reply, complete\n{"a": 1}' in shown
    for start in ("", "zz"):
        with pytest.raises(UsageError, match="no recording's key starts"):
            show(store, start)
    store.put(recording(request("another")))
    both = [p.stem for p in store.paths()]
    if both[0][0] == both[1][0]:
        with pytest.raises(UsageError, match="2 recordings' keys start"):
            show(store, both[0][0])


def test_a_digest_pins_what_came_back() -> None:
    """The digest of a reply changes with its text and outcome, not with its tokens."""
    reply = Reply(text="{}", outcome="complete", usage=USAGE)
    assert reply.digest == reply.model_copy(update={"usage": Usage()}).digest
    assert len({reply.digest, reply.model_copy(update={"outcome": "cut_off"}).digest}) == 2
