"""The labelled pages of tests/pages: what brief makes of them, beside naive baselines.

    python -m tests.labelled_pages      # the figures by page, and the lines that pin them in test_clean_floors.py

The metric is that of benchmarks/cleaning.py: overlapping runs of four words, precision and recall averaged over pages.
"""

from __future__ import annotations

import functools
import hashlib
import json
import math
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple, TypedDict

from benchmarks.cleaning import mean, page_score
from brief.clean import clean
from brief.read import find_inputs, read
from brief.schema import Cleaned

PAGES = Path(__file__).parent / "pages"
MARGIN = 0.005

_BLOCKS = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 br td tr table blockquote figure figcaption section article".split()
)
_UNSEEN = frozenset(("script", "style", "title"))
_SENTENCE_ENDS = (".", "!", "?", "。", "…")
_CLOSING = "\"'”’»)」"


class Label(TypedDict):
    """One article as an editor would cut it out; its paragraphs are lines."""

    title: str | None
    body: str


class Page(TypedDict):
    """One page and its labels, the main article first."""

    file: str
    kind: str
    language: str
    articles: list[Label]
    cut: list[str]


class Scores(NamedTuple):
    """Means over pages, and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def labelled() -> dict[str, Page]:
    """Return the pages by id."""
    pages: dict[str, Page] = json.loads((PAGES / "truth.json").read_text(encoding="utf-8"))
    return pages


def data_hash() -> str:
    """Return the SHA-256 of the labels and of all pages, by name."""
    digest = hashlib.sha256()
    for path in (PAGES / "truth.json", *(PAGES / page["file"] for page in labelled().values())):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


class _Visible(HTMLParser):
    """Collects what a browser would show, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line at a block."""
        self.unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End the line with its block."""
        self.unseen -= tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep words, on one line."""
        if not self.unseen:
            self.parts.append(data.replace("\n", " "))


def visible_lines(page: Page) -> list[str]:
    """Return the lines that a reader sees, without tags and without runs of white space."""
    text = (PAGES / page["file"]).read_text(encoding="utf-8")
    if page["kind"] == "html":
        parser = _Visible()
        parser.feed(text)
        parser.close()
        text = "".join(parser.parts)
    return [words for line in text.split("\n") if (words := " ".join(line.split()))]


@functools.cache
def cleaned(file: str) -> Cleaned:
    """Read and clean a page as the command line would."""
    (document,) = read(find_inputs([str(PAGES / file)]).inputs[0])
    return clean(document, Path(file).stem)


def main_article(page: Page) -> str:
    """Return the text of the page's main article as brief cleans it, or nothing."""
    return next((article.text for article in cleaned(page["file"]).articles if not article.bundled), "")


def untouched(page: Page) -> str:
    """Baseline: everything that a reader sees."""
    return "\n".join(visible_lines(page))


def longest_run(page: Page) -> str:
    """Baseline: the longest run of lines that end like sentences."""
    best: list[str] = []
    run: list[str] = []
    for line in visible_lines(page):
        run = [*run, line] if line.rstrip(_CLOSING).endswith(_SENTENCE_ENDS) else []
        if sum(map(len, run)) > sum(map(len, best)):
            best = run
    return "\n".join(best)


def trafilatura_default(page: Page) -> str:
    """Baseline for HTML: trafilatura as it comes."""
    import trafilatura

    return trafilatura.extract((PAGES / page["file"]).read_text(encoding="utf-8")) or ""


def by_page(kind: str, method: Callable[[Page], str]) -> dict[str, tuple[float | None, float | None]]:
    """Return precision and recall of the main body for each page of a kind."""
    return {
        name: page_score(page["articles"][0]["body"] if page["articles"] else "", method(page))
        for name, page in labelled().items()
        if page["kind"] == kind
    }


def scores(kind: str, method: Callable[[Page], str]) -> Scores:
    """Return the means over the pages of a kind."""
    pages = by_page(kind, method).values()
    precision, recall = (mean(page[i] for page in pages) for i in (0, 1))
    return Scores(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def counted_rate(single: bool) -> float:
    """Return the share of the pages that give as many articles as labelled: of those with one, or of all others."""
    pages = [page for page in labelled().values() if (len(page["articles"]) == 1) == single]
    return mean(float(len(cleaned(page["file"]).articles) == len(page["articles"])) for page in pages)


def bundled_f1() -> float:
    """Return the mean F1 of the articles labelled behind a main one, each held against the one found in its place."""
    found: list[float] = []
    for page in labelled().values():
        texts = [article.text for article in cleaned(page["file"]).articles]
        for position, label in enumerate(page["articles"][1:], 1):
            precision, recall = page_score(label["body"], texts[position] if position < len(texts) else "")
            found.append(2 * precision * recall / (precision + recall) if precision and recall else 0.0)
    return mean(found)


def kept_phrases(name: str, page: Page) -> list[str]:
    """Return the phrases labelled as no part of an article that stand in one all the same."""
    text = " ".join(" ".join(article.text.split()) for article in cleaned(page["file"]).articles)
    return [f"{name}: {phrase}" for phrase in page["cut"] if phrase in text]


def cut_rate() -> float:
    """Return the share of the phrases labelled as no part of an article that stand in none."""
    pages = labelled()
    kept = sum(len(kept_phrases(name, page)) for name, page in pages.items())
    return 1 - kept / sum(len(page["cut"]) for page in pages.values())


def measured() -> dict[str, float]:
    """Return what the floors in test_clean_floors.py are floors of."""
    return {
        "html F1": scores("html", main_article).f1,
        "text F1": scores("text", main_article).f1,
        "one article, counted": counted_rate(single=True),
        "none or several, counted": counted_rate(single=False),
        "bundled F1": bundled_f1(),
        "cut": cut_rate(),
    }


def main() -> None:
    """Print the figures by page, the baselines, and the lines to pin."""
    baselines = {"untouched": untouched, "longest run": longest_run}
    for kind in ("html", "text"):
        library = {"trafilatura": trafilatura_default} if kind == "html" else {}
        for method, extract in {"brief": main_article, **baselines, **library}.items():
            precision, recall, f1 = scores(kind, extract)
            print(f"{kind}  {method:12} F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}")
        for name, (got, had) in by_page(kind, main_article).items():
            print(f"  {name:28} precision {got or 0:.3f}  recall {1.0 if had is None else had:.3f}")
    pages = labelled()
    for name, page in pages.items():
        count = len(cleaned(page["file"]).articles)
        if count != len(page["articles"]):
            print(f"  {name}: {count} articles for {len(page['articles'])}")
        for phrase in kept_phrases(name, page):
            print(f"  kept in {phrase}")
    print(f'LABELLED_SET = "{data_hash()[:16]}"')
    pinned = {name: math.floor((value - MARGIN) * 1000) / 1000 for name, value in measured().items()}
    print(f"FLOORS = {json.dumps(pinned)}")


if __name__ == "__main__":
    main()
