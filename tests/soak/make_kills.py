"""The whole `brief make` on forty articles, killed ten times at random moments and begun again each time."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from brief.llm.recording import Store
from tests.fake_endpoint import FakeEndpoint
from tests.soak.campaign import Finding
from tests.soak.make_faults import write_articles
from tests.soak.reader import answer, stage_of

ARTICLES, JOBS, KILLS = 40, 4, 10
_LATENCY = 0.25
_LONGEST = 120.0
"""Seconds that one run may take."""


def campaign(seed: int, articles: int = ARTICLES, kills: int = KILLS, latency: float = _LATENCY) -> list[Finding]:
    """Kill, begin again, count what was asked although it was recorded, and compare with an undisturbed run."""
    pick = random.Random(seed)  # noqa: S311  # moments, not secrets
    done = again = flying = 0
    with tempfile.TemporaryDirectory() as name:
        disturbed, calm = Path(name) / "disturbed", Path(name) / "calm"
        for folder in (disturbed, calm):
            folder.mkdir()
            write_articles(folder / "articles", articles)
        store = Store(disturbed / "recordings")
        with FakeEndpoint(answer, latency=latency) as endpoint:
            while True:
                recorded = {_asked(r.request.model_dump()) for r in store.all()}
                before = len(endpoint.log)
                moment = (pick.randrange(1 + articles // max(1, kills)), pick.uniform(0, latency))
                killed = _run(disturbed, endpoint, moment if done < kills else None)
                time.sleep(2 * latency + 0.1)  # what was in flight at the kill is still being answered
                log = endpoint.log
                again += sum(_asked(entry.body) in recorded for entry in log[before:])
                done += killed
                if not killed:
                    break
                now = {_asked(r.request.model_dump()) for r in store.all()}
                flying += sum(_asked(entry.body) not in now for entry in log[before:])
            asked = Counter(stage_of(entry.body) for entry in endpoint.log)
        with FakeEndpoint(answer) as endpoint:
            _run(calm, endpoint, None)
            once = Counter(stage_of(entry.body) for entry in endpoint.log)
        same = all((disturbed / f).read_bytes() == (calm / f).read_bytes() for f in ("b.docx", "b.json"))
        kept = len(store.paths())
    most = once.total() + flying
    stages = ", ".join(f"{n} {stage}" for stage, n in asked.most_common())
    needed = ", ".join(f"{n} {stage}" for stage, n in once.most_common())
    return [
        Finding("kills (SIGKILL)", str(done), f"{kills}", done == kills),
        Finding("asked again although recorded", str(again), "0", again == 0),
        Finding("recorded at the end", str(kept), f"{once.total()}", kept == once.total()),
        Finding(
            "requests in all",
            f"{asked.total()} ({stages})",
            f"<= {most}: {needed}, {flying} in flight at the kills",
            asked.total() <= most and once["summarise"] == articles and flying <= kills * JOBS,
        ),
        Finding("document and record", "equal" if same else "**differ**", "those of an undisturbed run", same),
    ]


def _asked(request: dict[str, object]) -> str:
    return json.dumps(request["messages"], sort_keys=True)


def _run(folder: Path, endpoint: FakeEndpoint, moment: tuple[int, float] | None) -> bool:
    """Run to the end, or kill so many seconds after so many answers: True when it was killed."""
    program = [sys.executable, "-m", "brief", "make", "articles", "--as-of", "2026-03-04", "-o", "b.docx"]
    options = ["--jobs", str(JOBS), "--model", "few-rules", "--base-url", endpoint.base_url]
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "BRIEF_"))}
    before = len(endpoint.log)
    run = subprocess.Popen([*program, *options], cwd=folder, env=clean, stdout=subprocess.DEVNULL)
    until = time.monotonic() + _LONGEST
    if moment is not None:
        answers, seconds = moment
        while run.poll() is None and len(endpoint.log) < before + answers and time.monotonic() < until:
            time.sleep(0.005)
        try:
            run.wait(seconds if answers else 0.5 + 4 * seconds)
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
            return True
    if run.wait(_LONGEST):
        raise RuntimeError(f"the run ended with {run.returncode}")
    return False
