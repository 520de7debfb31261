"""Score cleaning on a folder of labelled pages: F1 of the article bodies, and pages a second.

    python -m benchmarks.cleaning PAGES                    # PAGES/truth.json and PAGES/*.html.gz
    python -m benchmarks.cleaning PAGES --scrapes FOLDER   # the same pages as FOLDER/<id>.txt

The metric is that of the scrapinghub article-extraction-benchmark: a text is the multiset of its overlapping runs of
four words; page precision and recall compare those of the true and the found body; precision is averaged over pages
with a body found, recall over pages with a true one; F1 is the harmonic mean of the two averages. truth.json maps page
ids to {"articleBody": ...}. Of a page's articles the first, not bundled one counts. Speed is CPU time of one process.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from brief.clean import clean
from brief.read.web import page_text
from brief.schema import Format, Metadata, RawDocument

_WORD = re.compile(r"\w+")
_RUN = 4


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the multiset of overlapping runs of four words (of all words, when there are fewer)."""
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + _RUN]) for i in range(max(len(words) - _RUN, 0) + 1))


def page_score(true: str, found: str) -> tuple[float | None, float | None]:
    """Return precision (None when nothing was found) and recall (None when there is nothing to find)."""
    wanted, got = shingles(true), shingles(found)
    common = (wanted & got).total()
    return (common / got.total() if got else None), (common / wanted.total() if wanted else None)


def body(text: str, kind: Format) -> str:
    """Clean a stored text and return its main article's text, or nothing."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = RawDocument(
        file="page",
        sha256=sha256,
        size=len(text),
        text_sha256=sha256,
        text=text,
        format=kind,
        encoding="utf-8",
        extractor="benchmark",
        stated=Metadata(),
        supplied=Metadata(),
    )
    return next((article.text for article in clean(document, "page").articles if not article.bundled), "")


def mean(values: Iterable[float | None]) -> float:
    """Return the mean of the values that are known, 0 when none is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0


def f1_of(scores: Iterable[tuple[float | None, float | None]]) -> float:
    """Return the harmonic mean of the pages' mean precision and mean recall."""
    found = list(scores)
    precision, recall = (mean(score[i] for score in found) for i in (0, 1))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> int:
    """Run the command line: 0 when measured, 2 on bad input."""
    parser = argparse.ArgumentParser(description="Score cleaning on labelled pages.")
    parser.add_argument("pages", type=Path, help="folder with truth.json and <id>.html.gz")
    parser.add_argument("--scrapes", type=Path, help="folder with <id>.txt: measure plain text instead of HTML")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N worst pages")
    options = parser.parse_args()
    try:
        truth = json.loads((options.pages / "truth.json").read_text(encoding="utf-8"))
        texts = {
            page: (options.scrapes / f"{page}.txt").read_text(encoding="utf-8")
            if options.scrapes
            else gzip.decompress((options.pages / f"{page}.html.gz").read_bytes()).decode()
            for page in truth
        }
    except (OSError, ValueError) as error:
        print(f"cleaning.py: {error}", file=sys.stderr)
        return 2
    start = time.process_time()
    if options.scrapes:
        found = {page: body(text, "txt") for page, text in texts.items()}
    else:
        found = {page: body(page_text(text).text, "html") for page, text in texts.items()}
    seconds = time.process_time() - start
    scores = {page: page_score(truth[page]["articleBody"] or "", found[page]) for page in truth}
    precision, recall = (mean(score[i] for score in scores.values()) for i in (0, 1))
    f1 = f1_of(scores.values())
    empty = sum(not text.strip() for text in found.values())
    print(f"pages {len(truth)}  F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  empty {empty}")
    print(f"pages a second {len(truth) / seconds:.0f}")
    worst = sorted(scores, key=lambda page: (scores[page][0] or 0.0) + (scores[page][1] or 0.0))
    for page in worst[: options.worst]:
        print(f"  {page[:12]}  precision {scores[page][0] or 0:.3f}  recall {scores[page][1] or 0:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
