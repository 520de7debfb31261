"""Recordings and replies with bytes changed at random: an answer or an error of our own, nothing else."""

from __future__ import annotations

import json
import random
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from brief.errors import BriefError, EndpointError
from brief.llm.body import Broken, read_reply
from brief.llm.exchange import Reply, Usage
from brief.llm.json_text import json_object
from brief.llm.listing import rows, show
from brief.llm.openai import OpenAIModel
from brief.llm.recording import Recorded, Recording, Store
from tests.fake_endpoint import FakeEndpoint, Fault
from tests.soak.campaign import Finding
from tests.soak.requests import request

TRIALS, OVER_HTTP = 2_000, 200

_TEXT = 'Well.</think>```json\n{"echo": "the “harbour” is {open}", "n": [1, 2.5e3, null]}\n```'


def campaign(seed: int) -> list[Finding]:
    """Damage recordings, bodies and replies, and count what comes of it."""
    pick = random.Random(seed)  # noqa: S311  # damage, not secrets
    body = json.dumps(
        {
            "choices": [{"index": 0, "finish_reason": "stop", "message": {"content": _TEXT, "refusal": None}}],
            "usage": {"prompt_tokens": 7, "completion_tokens": 5, "prompt_tokens_details": {"cached_tokens": 1}},
        }
    ).encode()
    with tempfile.TemporaryDirectory() as folder:
        stored = _recordings(pick, Path(folder))
    replies = _trials(TRIALS, lambda: _reply(_damaged(pick, body)))
    return [
        _finding("damaged recordings", stored),
        _finding("damaged replies", replies),
        _finding("damaged replies over HTTP", _over_http(pick, body)),
    ]


def _recordings(pick: random.Random, folder: Path) -> Counter[str]:
    store = Store(folder)
    asked = request(1)
    kept = Recording(origin="written", request=asked, reply=Reply(text=_TEXT, outcome="complete", usage=Usage()))
    store.put(kept)
    path = folder / f"{asked.key}.json"
    whole = path.read_bytes()
    calls: list[Callable[[], object]] = [
        lambda: Recorded(store, None).ask(asked),
        lambda: Recorded(store, None).ask(request(2)),
        lambda: rows(store),
        lambda: show(store, asked.key[:6]),
    ]

    def trial() -> str:
        path.write_bytes(_damaged(pick, whole))
        fates = set()
        for call in calls:
            try:
                call()
                fates.add("answered")
            except BriefError as error:
                fates.add(type(error).__name__)
        return "error of ours" if "UsageError" in fates else "answered"

    return _trials(TRIALS, trial)


def _reply(body: bytes) -> str:
    try:
        json_object(read_reply(body).text)
    except Broken:
        return "error of ours"
    return "answered"


def _over_http(pick: random.Random, body: bytes) -> Counter[str]:
    def script(_: object) -> Fault:
        return Fault("raw", pick.choice((200, 200, 200, 400, 401, 500)), body=_damaged(pick, body))

    with FakeEndpoint(script) as endpoint:

        def trial() -> str:
            model = OpenAIModel(base_url=endpoint.base_url, api_key="sk-soak", timeout=5, sleep=lambda _: None)
            try:
                model.ask(request(pick.randrange(10**6)))
            except EndpointError:
                return "error of ours"
            return "answered"

        return _trials(OVER_HTTP, trial)


def _trials(number: int, trial: Callable[[], str]) -> Counter[str]:
    fates: Counter[str] = Counter()
    for _ in range(number):
        try:
            fates[trial()] += 1
        except Exception as error:  # noqa: BLE001  # what the campaign looks for
            fates[f"**{type(error).__name__}**"] += 1
    return fates


def _damaged(pick: random.Random, data: bytes) -> bytes:
    """Return data with one to eight bytes changed, dropped, doubled or put in, or a stretch cut off or moved."""
    made = bytearray(data)
    for _ in range(pick.randint(1, 8)):
        at = pick.randrange(len(made) + 1)
        match pick.randrange(6):
            case 0:
                made[at : at + 1] = bytes([pick.randrange(256)])
            case 1:
                del made[at : at + pick.randint(1, 30)]
            case 2:
                made[at:at] = made[at : at + pick.randint(1, 30)]
            case 3:
                made[at:at] = pick.choice(
                    (b"null", b'"', b"{", b"}", b"[", b"\\", b"\\ud800", b"\xff", b"1e999", b"\x00")
                )
            case 4 if pick.random() < 0.2:
                del made[at:]
            case _:
                to = pick.randrange(len(made) + 1)
                made[to:to] = made[at : at + 10]
    return bytes(made)


def _finding(what: str, fates: Counter[str]) -> Finding:
    ours = fates["answered"] + fates["error of ours"]
    told = ", ".join(f"{count} {fate}" for fate, count in fates.most_common())
    return Finding(what, f"{fates.total()}: {told}", "answered, or an error of ours", ours == fates.total())
