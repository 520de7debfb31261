"""The whole `brief make` on two hundred articles with an endpoint where half of the answers fail: none is lost."""

from __future__ import annotations

import json
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from typer.testing import CliRunner, Result

from benchmarks.growth import article
from brief.cli import app
from brief.llm.connect import ModelSettings
from brief.llm.openai import OpenAIModel
from tests.fake_endpoint import FakeEndpoint, Kind, Logged, Plan
from tests.soak.campaign import Finding
from tests.soak.reader import answer, stage_of

ARTICLES, JOBS = 200, 32
SHARES: dict[Kind, float] = {
    "rate_limit": 0.20,
    "error": 0.10,
    "reset": 0.05,
    "broken_json": 0.05,
    "cut": 0.03,
    "length": 0.02,
    "refusal": 0.02,
}
"""Cut off are bodies (cut) and replies (finish_reason length)."""

_HEADLINE = re.compile(r"^\[0\] .* enters day (\d+)$", re.MULTILINE)


def hasty(speed: float) -> Callable[[ModelSettings], OpenAIModel]:
    """Return a `connect` whose model waits for a part of the time that the policy says."""

    def connect(settings: ModelSettings) -> OpenAIModel:
        return OpenAIModel(
            base_url=settings.base_url,
            api_key=settings.api_key,
            timeout=settings.timeout,
            sleep=lambda seconds: time.sleep(seconds / speed),
        )

    return connect


def write_articles(folder: Path, number: int) -> None:
    """Write so many invented articles, each with its number in the headline."""
    folder.mkdir()
    for n in range(number):
        (folder / f"{n:03}.txt").write_text(article(n), encoding="utf-8")


def campaign(seed: int, articles: int = ARTICLES, jobs: int = JOBS, speed: float = 1.0) -> list[Finding]:
    """Make one briefing under faults, replay it, and look for each article's fate in record and log."""
    with tempfile.TemporaryDirectory() as name, patch("brief.model_options.connect", hasty(speed)):
        folder = Path(name)
        write_articles(folder / "articles", articles)
        began = time.monotonic()
        with FakeEndpoint(answer, plan=Plan(SHARES, seed), latency=0.02) as endpoint:
            done = _make(folder, "--jobs", str(jobs), "--model", "few-rules", "--base-url", endpoint.base_url)
        took = time.monotonic() - began
        made = _files(folder)
        record: dict[str, Any] = json.loads(made[1])
        checked = CliRunner().invoke(app, ["check", str(folder / "b.docx"), str(folder / "articles")])
        again = _make(folder, "--replay")
        same = again.exit_code == 0 and _files(folder) == made
    return [
        *_accounted(record, endpoint.log, articles),
        Finding("exit code", str(done.exit_code), "0", done.exit_code == 0),
        Finding("`brief check`", f"exit {checked.exit_code}", "exit 0", checked.exit_code == 0),
        Finding("replay", "the same bytes" if same else "**other bytes**", "the same bytes", same),
        Finding("time, s", f"{took:.1f}" + (f" at {speed:.0f}-fold speed" if speed != 1 else ""), "-", True),
    ]


def _accounted(record: dict[str, Any], log: list[Logged], articles: int) -> list[Finding]:
    sources = record["pages"]["sources"]
    used = {row["number"] for row in sources if row["status"] == "used"}
    unused = [row for row in sources if row["status"] != "used"]
    told = dict(line.split(": ", 1) for line in record["provenance"]["model"]["outcomes"])
    by_rules = {int(what[1:]) for what in told if what[0] == "S"}
    by_model = {n for n, s in zip(sorted(used), record["summaries"], strict=True) if s["summariser"] != "rules"}
    explained = [row for row in record["pages"]["left_out"] if row["kind"] == "Article not used" and row["why"]]
    whole = len(sources) == articles and by_model | by_rules == used and not by_model & by_rules
    failed = {
        int(found[1]) + 1
        for entry in log
        if entry.kind in ("refusal", "length") and (found := _HEADLINE.search(entry.body["messages"][1]["content"]))
    }
    fates = Counter(reason for what, reason in told.items() if what[0] == "S")
    stages = Counter(stage_of(entry.body) for entry in log)
    kinds = Counter(entry.kind for entry in log)
    silent = by_rules - failed
    return [
        Finding(
            "articles accounted for",
            f"{len(by_model)} by the model, {len(by_rules)} by rules with a reason, "
            f"{len(unused)} not used ({len(explained)} with a reason)",
            f"{articles}",
            whole and len(explained) == len(unused),
        ),
        Finding("reasons", ", ".join(f"{n} {why}" for why, n in fates.items()) or "none", "each has one", all(fates)),
        Finding("by rules without a refusal or a cut in the log", f"{len(silent)}", "0", not silent),
        Finding("requests at the endpoint", _counted(stages), "-", True),
        Finding("answers of the endpoint", _counted(kinds), "-", True),
    ]


def _counted(counts: Counter[str]) -> str:
    return f"{counts.total()}: " + ", ".join(f"{n} {what}" for what, n in counts.most_common())


def _make(folder: Path, *options: str) -> Result:
    fixed = ("--as-of", "2026-03-04", "-o", str(folder / "b.docx"))
    return CliRunner().invoke(app, ["make", str(folder / "articles"), *fixed, *options])


def _files(folder: Path) -> tuple[bytes, bytes]:
    return (folder / "b.docx").read_bytes(), (folder / "b.json").read_bytes()
