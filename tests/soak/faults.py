"""Two hundred requests from 32 threads to an endpoint where half of the answers fail."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor

from brief.errors import EndpointError
from brief.llm.exchange import Request
from brief.llm.openai import OpenAIModel
from brief.llm.patience import LONGEST_WAIT
from tests.fake_endpoint import FakeEndpoint, Kind, Logged, Plan
from tests.soak.campaign import Finding
from tests.soak.requests import request

REQUESTS, THREADS = 200, 32
SHARES: dict[Kind, float] = {
    "rate_limit": 0.20,
    "error": 0.10,
    "reset": 0.05,
    "broken_json": 0.05,
    "cut": 0.05,
    "refusal": 0.02,
}
_SPEED = 50.0
"""Waits are asked for at their full length and waited for at a fiftieth of it."""


def campaign(seed: int) -> list[Finding]:
    """Ask all of them, and look for each one's fate in the endpoint's log."""
    waits: dict[str, list[float]] = defaultdict(list)
    current = threading.local()

    def sleep(seconds: float) -> None:
        waits[current.words].append(seconds)
        time.sleep(seconds / _SPEED)

    plan = Plan(SHARES, seed, retry_after=("0", "0.5", "2", "7", "20"))
    fates: Counter[str] = Counter()
    wrong = 0
    with FakeEndpoint(plan=plan, latency=0.02) as endpoint:
        model = OpenAIModel(base_url=endpoint.base_url, api_key="sk-soak", timeout=10, sleep=sleep)

        def ask(asked: Request) -> tuple[str, bool]:
            current.words = asked.messages[-1].content
            try:
                reply = model.ask(asked)
            except EndpointError:
                return "failed", True
            right = reply.outcome != "complete" or json.loads(reply.text)["echo"] == current.words
            return reply.outcome, right

        began = time.monotonic()
        with ThreadPoolExecutor(THREADS) as executor:
            for fate, right in executor.map(ask, (request(n) for n in range(REQUESTS))):
                fates[fate] += 1
                wrong += not right
        took = time.monotonic() - began
    kinds = Counter(entry.kind for entry in endpoint.log)
    answered = kinds["reply"] + kinds["refusal"]
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    off = _off_policy(endpoint.log, waits)
    longest = max((w for each in waits.values() for w in each), default=0.0)
    return [
        Finding("requests accounted for", f"{fates.total()}: {dict(fates)}", f"{REQUESTS}", fates.total() == REQUESTS),
        Finding("lost", str(fates["failed"]), "0", fates["failed"] == 0),
        Finding("replies of another request", str(wrong), "0", wrong == 0),
        Finding(
            "requests at the endpoint", f"{len(endpoint.log)} ({told})", "each answered once", answered == REQUESTS
        ),
        Finding("waits outside the policy", f"{off} of {sum(map(len, waits.values()))}", "0", off == 0),
        Finding("longest wait, s", f"{longest:.1f} (run {took:.1f} s at {_SPEED:.0f}-fold)", "<= 30", longest <= 30),
    ]


def _off_policy(log: list[Logged], waits: dict[str, list[float]]) -> int:
    """Return how many waits were shorter than a Retry-After, or longer than the policy allows."""
    faults: dict[str, list[Logged]] = defaultdict(list)
    for entry in log:
        if entry.kind not in ("reply", "refusal"):
            faults[entry.words].append(entry)
    off = sum(len(waits[words]) != len(faults[words]) for words in {*waits, *faults})
    for words, met in faults.items():
        for number, (fault, wait) in enumerate(zip(met, waits[words], strict=False), start=1):
            floor = float(fault.headers.get("Retry-After", 0))
            told = "Retry-After" in fault.headers
            roof = floor * 1.25 + 1 if told else min(LONGEST_WAIT, 2.0**number)
            off += not floor <= wait <= roof
    return off
