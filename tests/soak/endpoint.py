"""The few-rules model in a process of its own: `python -m tests.soak.endpoint [--latency 1]`.

Prints the address, waits until standard input is closed, then prints as JSON for each stage the number of requests and
the seconds from the first arrival to the last answer.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict

from tests.fake_endpoint import FakeEndpoint, Logged
from tests.soak.reader import answer, stage_of


def main() -> None:
    """Serve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--latency", type=float, default=0.0, metavar="S")
    with FakeEndpoint(answer, latency=parser.parse_args().latency) as endpoint:
        print(endpoint.base_url, flush=True)
        sys.stdin.read()
        stages: dict[str, list[Logged]] = defaultdict(list)
        for entry in endpoint.log:
            stages[stage_of(entry.body)].append(entry)
    told = {
        stage: {"requests": len(log), "span": max(e.ended for e in log) - min(e.began for e in log)}
        for stage, log in stages.items()
    }
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
