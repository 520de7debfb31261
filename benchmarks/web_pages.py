"""Measure the CPU time of reading web pages against trafilatura's, in the same process on the same pages.

    python -m benchmarks.web_pages PAGES

PAGES is a folder of <name>.html.gz or <name>.html. Times are of one thread, for all pages, the best of three passes
that take turns.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from brief.read.web import page_text

_PASSES = 3
READERS: dict[str, Callable[[str], object]] = {
    "brief": page_text,
    "trafilatura": trafilatura.extract,
    "trafilatura with metadata": lambda html: trafilatura.bare_extraction(html, with_metadata=True),
}


def load(folder: Path) -> tuple[list[str], str]:
    """Return the pages of a folder in the order of their names, and the start of the SHA-256 of their bytes."""
    digest = hashlib.sha256()
    pages = []
    for path in sorted([*folder.glob("*.html"), *folder.glob("*.html.gz")]):
        page = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        digest.update(page)
        pages.append(page.decode("utf-8", "replace"))
    return pages, digest.hexdigest()[:12]


def seconds(pages: list[str]) -> dict[str, float]:
    """Return for each reader the CPU seconds that it takes for all pages: its best pass, after one that isn't timed."""
    best = dict.fromkeys(READERS, float("inf"))
    for number in range(_PASSES + 1):
        for name, reader in READERS.items():
            start = time.process_time()
            for page in pages:
                reader(page)
            if number:
                best[name] = min(best[name], time.process_time() - start)
    return best


def main() -> int:
    """Run the command line: 0 when measured, 2 on bad input."""
    parser = argparse.ArgumentParser(description="Measure the CPU time of reading web pages against trafilatura's.")
    parser.add_argument("pages", type=Path, help="folder of <name>.html.gz or <name>.html")
    options = parser.parse_args()
    try:
        pages, digest = load(options.pages)
    except OSError as error:
        print(f"html.py: {error}", file=sys.stderr)
        return 2
    if not pages:
        print(f"html.py: {options.pages} holds no .html or .html.gz; name a folder of saved pages", file=sys.stderr)
        return 2
    print(f"pages {len(pages)}  data {digest}  trafilatura {trafilatura.__version__}")
    taken = seconds(pages)
    for name, spent in taken.items():
        print(f"{name:26} {1000 * spent / len(pages):6.1f} ms a page  brief takes {taken['brief'] / spent:.2f} of it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
