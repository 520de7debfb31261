"""The run that the kill campaign kills: `python -m tests.soak.worker BASE_URL STORE REQUESTS THREADS`."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from brief.llm.openai import OpenAIModel
from brief.llm.recording import Recorded, Store
from tests.soak.requests import request


def main() -> None:
    """Ask all requests over one store."""
    base_url, store, requests, threads = sys.argv[1:]
    recorded = Recorded(Store(Path(store)), OpenAIModel(base_url=base_url, api_key="sk-soak", timeout=10))
    print("ready", flush=True)
    with ThreadPoolExecutor(int(threads)) as executor:
        for _ in executor.map(recorded.ask, (request(n, 20_000) for n in range(int(requests)))):
            pass


if __name__ == "__main__":
    main()
