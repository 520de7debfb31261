"""A recorded run of forty requests, killed ten times at random moments and begun again each time."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from brief.llm.recording import Store
from tests.fake_endpoint import FakeEndpoint
from tests.soak.campaign import Finding
from tests.soak.requests import request

REQUESTS, THREADS, KILLS = 40, 4, 10
_LATENCY = 0.25


def campaign(seed: int) -> list[Finding]:
    """Kill, begin again, and count what was asked although it was recorded."""
    pick = random.Random(seed)  # noqa: S311  # moments, not secrets
    kills = again = 0
    with tempfile.TemporaryDirectory() as folder, FakeEndpoint(latency=_LATENCY) as endpoint:
        store = Store(Path(folder) / "recordings")
        while True:
            recorded = {r.request.messages[-1].content for r in store.all()}
            before = len(endpoint.log)
            killed = _run(endpoint.base_url, store.folder, pick.uniform(0.02, 0.6) if kills < KILLS else None)
            time.sleep(2 * _LATENCY)  # what was in flight at the kill is still being answered
            again += sum(entry.words in recorded for entry in endpoint.log[before:])
            kills += killed
            if not killed:
                break
        whole = list(store.all())
        left = len(list(store.folder.iterdir())) - len(whole)
        asked = len(endpoint.log)
    complete = {r.request.key for r in whole} == {request(n, 20_000).key for n in range(REQUESTS)}
    most = REQUESTS + kills * THREADS
    return [
        Finding("kills (SIGKILL)", str(kills), f"{KILLS}", kills == KILLS),
        Finding("recorded at the end", f"{len(whole)} of {REQUESTS}", "all, each file whole", complete),
        Finding("asked again although recorded", str(again), "0", again == 0),
        Finding("requests in all", str(asked), f"<= {most}: {REQUESTS} + {THREADS} a kill", asked <= most),
        Finding("unfinished files left by kills", str(left), f"<= {most - REQUESTS}", left <= most - REQUESTS),
    ]


def _run(base_url: str, store: Path, moment: float | None) -> bool:
    """Run to the end, or kill after so many seconds of asking: True when it was killed."""
    arguments = [base_url, str(store), str(REQUESTS), str(THREADS)]
    run = subprocess.Popen([sys.executable, "-m", "tests.soak.worker", *arguments], stdout=subprocess.PIPE, text=True)
    try:
        if run.stdout is None or run.stdout.readline() != "ready\n":
            raise RuntimeError("the run did not begin")
        run.wait(moment)
    except subprocess.TimeoutExpired:
        run.kill()
        run.wait()
        return True
    finally:
        if run.stdout is not None:
            run.stdout.close()
    if run.returncode:
        raise RuntimeError(f"the run ended with {run.returncode}")
    return False
