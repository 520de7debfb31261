"""What the seam to a model costs: `python -m benchmarks.requests [--requests 200] [--jobs 32] [--latency 1]`.

Asked of a fake endpoint in a process of its own: the bare SDK (no retries, no recording) and the seam (retries,
recording) in turn, then the seam again over the same recordings. The ideal is ceil(requests / jobs) x latency. CPU is
that of this process; imports are told apart. `span` is from the first request's arrival to the last answer, at the
endpoint.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from brief.llm.exchange import Message, Request
from brief.llm.recording import Recorded, Store

_SCHEMA = {"type": "object", "properties": {"echo": {"type": "string"}}, "required": ["echo"]}
_RULES = "Say back what you read.\n" * 150
_PAGE = "".join(f"[{n}] The harbour board said on day {n} that the ferry contract was void.\n" for n in range(80))


class Measured(NamedTuple):
    """One run: seconds from start to end, CPU seconds of this process, and what the endpoint saw."""

    wall: float
    cpu: float
    requests: int
    span: float


def request(number: int) -> Request:
    """Return a request with about 3,600 characters of rules and 6,000 of text."""
    messages = (Message(role="system", content=_RULES), Message(role="user", content=f"Page {number}\n{_PAGE}"))
    return Request(
        stage="summarise",
        about=f"{number:03}",
        model="fake",
        messages=messages,
        reply_schema=json.dumps(_SCHEMA),
        temperature=0.0,
    )


def bare(base_url: str) -> Callable[[Request], object]:
    """Return what a person would write: the SDK's own call and nothing around it."""
    import openai  # noqa: TID251  # measured beside the seam

    client = openai.OpenAI(base_url=base_url, api_key="sk-benchmark", timeout=60, max_retries=0)
    shape = {"name": "summarise", "strict": True, "schema": _SCHEMA}

    def ask(asked: Request) -> object:
        return client.chat.completions.create(  # type: ignore[call-overload]
            model=asked.model,
            messages=[{"role": m.role, "content": m.content} for m in asked.messages],
            response_format={"type": "json_schema", "json_schema": shape},
            temperature=0,
        ).choices[0]

    return ask


def seam(store: Path) -> Callable[[str], Callable[[Request], object]]:
    """Return the same through `brief.llm`, recorded in a folder."""

    def made(base_url: str) -> Callable[[Request], object]:
        from brief.llm.openai import OpenAIModel

        model = OpenAIModel(base_url=base_url, api_key="sk-benchmark", timeout=60)
        return Recorded(Store(store), model).ask

    return made


def measure(make: Callable[[str], Callable[[Request], object]], requests: int, jobs: int, latency: float) -> Measured:
    """Ask all requests of a fresh endpoint."""
    asked = [request(n) for n in range(requests)]
    command = [sys.executable, "-m", "tests.fake_endpoint", "--latency", str(latency)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as endpoint:
        if endpoint.stdout is None:
            raise RuntimeError("the endpoint did not begin")
        base_url = endpoint.stdout.readline().strip()
        cpu, began = time.process_time(), time.perf_counter()
        ask = make(base_url)
        with ThreadPoolExecutor(jobs) as executor:
            for _ in executor.map(ask, asked):
                pass
        wall, cpu = time.perf_counter() - began, time.process_time() - cpu
        seen = json.loads(endpoint.communicate()[0])
    return Measured(wall, cpu, seen["requests"], seen["span"])


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=32)
    parser.add_argument("--latency", type=float, default=1.0)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    cpu, began = time.process_time(), time.perf_counter()
    import brief.llm.openai  # noqa: F401  # its cost is what is measured

    print(f"import of the client: {time.perf_counter() - began:.2f} s, {time.process_time() - cpu:.2f} s CPU")
    ideal = math.ceil(given.requests / given.jobs) * given.latency
    print(f"{given.requests} requests, {given.jobs} jobs, {given.latency} s latency: ideal {ideal:.2f} s\n")
    print("| run | wall s | wall / ideal | span / ideal | CPU ms a request | requests seen |")
    print("|---|---|---|---|---|---|")
    for number in range(1, given.rounds + 1):
        with tempfile.TemporaryDirectory() as folder:
            runs = (("bare SDK", bare), ("seam", seam(Path(folder))), ("seam, second run", seam(Path(folder))))
            for name, make in runs:
                m = measure(make, given.requests, given.jobs, given.latency)
                ratios = f"{m.wall:.2f} | {m.wall / ideal:.3f} | {m.span / ideal:.3f}"
                cost = f"{1000 * m.cpu / given.requests:.2f} | {m.requests}"
                print(f"| {name} {number} | {ratios} | {cost} |", flush=True)


if __name__ == "__main__":
    main()
