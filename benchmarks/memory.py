"""Clean many pages one after the other: pages a second and peak memory at 1,000 and 10,000 pages.

python -m benchmarks.memory SCRAPES                   # SCRAPES: a folder with *.txt, taken round and round
"""

from __future__ import annotations

import resource
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from benchmarks.cleaning import body

_MARKS = (1_000, 10_000)


def main() -> int:
    """Run the command line: 0 when measured, 2 on bad input."""
    paths = sorted(Path(sys.argv[1]).glob("*.txt")) if len(sys.argv) == 2 else []
    if not paths:
        print("memory.py: name a folder with .txt pages", file=sys.stderr)
        return 2
    start = time.process_time()
    for count, path in enumerate(islice(cycle(paths), _MARKS[-1]), start=1):
        body(path.read_text(encoding="utf-8"), "txt")
        if count in _MARKS:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"pages {count}  peak memory {peak:.1f} MB  pages a second {count / (time.process_time() - start):.0f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
