"""Runs the line by rules over a bench of labelled affairs and writes one prediction per affair for its score.py.

    python -m benchmarks.contradictions BENCH OUT [--only 01-10]

BENCH holds one folder per affair with a1.txt ...: headline, `Outlet | date`, blank line, body. OUT gets
`<affair>.json`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path
from typing import Any

from brief.compare.by_rules import compare
from brief.dates import find_dates
from brief.numbers import language_of
from brief.schema import Article, Comparison, Evidence, Origin, Segment, Span
from brief.summarise.by_rules import summarise
from brief.verify import verify


def read_article(path: Path) -> Article:
    """One file of the bench as an article: its whole text, title from line 1, outlet and date from line 2."""
    text = path.read_text(encoding="utf-8")
    sha = hashlib.sha256(text.encode()).hexdigest()
    lines = text.split("\n")
    outlet, _, when = lines[1].partition(" | ")
    days = [d.date for d in find_dates(when, None) if d.date]
    return Article(
        id=path.stem,
        title=lines[0].strip(),
        outlet=outlet.strip(),
        author=None,
        published=max(days, key=len) if days else None,
        url=None,
        language=language_of(None, text),
        supplied=(),
        text=text,
        sha256=sha,
        title_in_text=True,
        bundled=False,
        origin=Origin(
            file=path.name,
            sha256=sha,
            text_sha256=sha,
            segments=(Segment(0, 0, len(text)),),
            title=Span(0, len(lines[0])),
            bounds=Span(0, len(text)),
        ),
        left_out=(),
    )


def in_input(article: Article, evidence: Evidence) -> dict[str, Any]:
    """A span of the article's text as offsets in its input, through the map back."""
    if evidence.field == "title":
        title = article.origin.title or Span(0, len(article.title or ""))
        return {"article": article.id, "start": title.start, "end": title.end}
    offsets = [
        segment.in_input + at - segment.in_text
        for segment in article.origin.segments
        for at in (max(evidence.start, segment.in_text), min(evidence.end, segment.in_text + segment.length) - 1)
        if segment.in_text <= at < segment.in_text + segment.length and evidence.start <= at < evidence.end
    ]
    return {"article": article.id, "start": min(offsets), "end": max(offsets) + 1}


def prediction(articles: list[Article], found: Comparison) -> dict[str, Any]:
    """What a comparison found, in the form that score.py reads."""
    by_id = {a.id: a for a in articles}

    def span(evidence: Evidence) -> dict[str, Any]:
        return in_input(by_id[evidence.article], evidence)

    return {
        "contradictions": [
            {
                "kind": c.kind,
                "status": f"resolved_by:{c.resolved_by}" if c.status == "resolved_by" else c.status,
                "a": span(c.a.evidence[0]),
                "b": span(c.b.evidence[0]),
                "differs": c.differs,
            }
            for c in found.contradictions
        ],
        "open_questions": [
            {
                "question": q.question,
                "evidence": [span(e) for e in q.evidence],
                "answered_by": span(q.answered_by) if q.answered_by else None,
            }
            for q in found.questions
        ],
        "events": [{**span(e.evidence), "date": e.date, "order": n} for n, e in enumerate(found.timeline, start=1)],
    }


def main() -> None:
    """Predict every affair of a bench."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("bench", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", help="first and last affair number: 01-10")
    args = parser.parse_args()
    low, high = (args.only or "00-99").split("-")
    args.out.mkdir(parents=True, exist_ok=True)
    begun = time.perf_counter()
    affairs = [p for p in sorted(args.bench.iterdir()) if p.is_dir() and low <= p.name[:2] <= high]
    for folder in affairs:
        articles = [read_article(p) for p in sorted(folder.glob("a*.txt"))]
        summaries = [verify(a, summarise(a)) for a in articles]
        found = prediction(articles, compare(articles, summaries))
        (args.out / f"{folder.name}.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    print(f"{len(affairs)} affairs in {time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main()
