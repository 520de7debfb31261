"""What the seam to a model costs: `python -m benchmarks.requests [--requests 200] [--jobs 32] [--latency 1]`.

Asked of a fake endpoint in a process of its own: the bare SDK (no retries, no recording) and the seam (retries,
recording) in turn, then the seam again over the same recordings. The ideal is ceil(requests / jobs) x latency. CPU is
that of this process; imports are told apart. `span` is from the first request's arrival to the last answer, at the
endpoint.

Then the whole `brief make` on as many generated articles: by rules, with a model, and with it again. CPU above rules is
what the model costs on top of reading, cleaning and the rules, whose own summaries it is checked against.
"""

from __future__ import annotations

import argparse
import contextlib
import io
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

from benchmarks.growth import article
from brief.cli import app
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


class Made(NamedTuple):
    """One `brief make`: seconds, CPU seconds, and for each stage the requests and their span at the endpoint."""

    wall: float
    cpu: float
    stages: dict[str, dict[str, float]]

    @property
    def requests(self) -> int:
        """Requests of all stages."""
        return int(sum(stage["requests"] for stage in self.stages.values()))


def make(folder: Path, jobs: int, latency: float | None) -> Made:
    """Make the briefing on a folder's articles: with the model of `tests.soak`, or by rules where latency is None."""
    fixed = ["make", str(folder / "articles"), "--as-of", "2026-03-04", "--jobs", str(jobs)]
    if latency is None:
        wall, cpu = _timed([*fixed, "-o", str(folder / "rules.docx")])
        return Made(wall, cpu, {})
    command = [sys.executable, "-m", "tests.soak.endpoint", "--latency", str(latency)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as endpoint:
        if endpoint.stdout is None:
            raise RuntimeError("the endpoint did not begin")
        address = endpoint.stdout.readline().strip()
        wall, cpu = _timed([*fixed, "-o", str(folder / "m.docx"), "--model", "few-rules", "--base-url", address])
        return Made(wall, cpu, json.loads(endpoint.communicate()[0]))


def _timed(words: list[str]) -> tuple[float, float]:
    cpu, began = time.process_time(), time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        app(words, standalone_mode=False)
    return time.perf_counter() - began, time.process_time() - cpu


def made_table(articles: int, jobs: int, latency: float, rounds: int) -> None:
    """Measure the whole command and print a table."""
    ideal = math.ceil(articles / jobs) * latency
    print(f"\nbrief make, {articles} articles, {jobs} jobs, {latency} s latency: ideal of summarise {ideal:.2f} s\n")
    print("| run | wall s | requests | summarise span / ideal | CPU s | CPU ms an article above rules |")
    print("|---|---|---|---|---|---|")
    for number in range(1, rounds + 1):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "articles").mkdir()
            for n in range(articles):
                (folder / "articles" / f"{n:04}.txt").write_text(article(n), encoding="utf-8")
            if number == 1:
                make(folder, jobs, None)  # imports and caches
            rules = make(folder, jobs, None)
            for what, made in (
                ("by rules", rules),
                ("model", make(folder, jobs, latency)),
                ("model, second run", make(folder, jobs, latency)),
            ):
                span = made.stages.get("summarise", {}).get("span")
                told = f"{span / ideal:.3f}" if span is not None else "-"
                above = 1000 * (made.cpu - rules.cpu) / articles
                print(
                    f"| {what} {number} | {made.wall:.2f} | {made.requests} | {told} | {made.cpu:.2f} | {above:.2f} |",
                    flush=True,
                )


def main() -> None:
    """Measure and print two tables."""
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
    made_table(given.requests, given.jobs, given.latency, given.rounds)


if __name__ == "__main__":
    main()
