"""Write who-said-what predictions for a folder of plain texts, and print articles a second.

    python -m benchmarks.attribution TEXTS -o PREDICTIONS

Each TEXTS/<id>.txt is taken as the text of one article, unchanged. PREDICTIONS/<id>.json holds
{"attributions": [{"source": {"spans": [[start, end], ...], "text": ...} or null, "cue": ..., "content": ..., "actor":
name or null, "stance": ..., "kind": ...}, ...]} with spans in code points. Speed is CPU time of one process for the
whole summary (attributions, actors, events, figures, questions), reading and writing of files left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path
from typing import Any

from brief.schema import Article, Origin, Segment, Span, Summary
from brief.summarise.by_rules import summarise


def as_article(name: str, text: str) -> Article:
    """Return an article whose text is the whole of `text`."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    origin = Origin(
        file=f"{name}.txt",
        sha256=sha256,
        text_sha256=sha256,
        segments=(Segment(0, 0, len(text)),),
        title=None,
        bounds=Span(0, len(text)),
    )
    return Article(
        id=name,
        title=None,
        outlet=None,
        author=None,
        published=None,
        url=None,
        language="en",
        supplied=(),
        text=text,
        sha256=sha256,
        title_in_text=True,
        bundled=False,
        origin=origin,
        left_out=(),
    )


def predictions(summary: Summary) -> dict[str, Any]:
    """Return the statements of a summary in the form that the scorer reads."""
    names = {actor.id: actor.name for actor in summary.actors}
    return {
        "attributions": [
            {
                **statement.model_dump(mode="json", include={"source", "cue", "content", "stance", "kind"}),
                "actor": names.get(statement.actor or ""),
            }
            for statement in summary.statements
        ]
    }


def main() -> None:
    """Read the folder, summarise each text, write the predictions and print the speed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("texts", type=Path, help="folder of .txt files, one article each")
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder for the predictions")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    seconds = 0.0
    count = 0
    for path in sorted(arguments.texts.glob("*.txt")):
        article = as_article(path.stem, path.read_bytes().decode("utf-8"))
        begun = time.process_time()
        summary = summarise(article)
        seconds += time.process_time() - begun
        count += 1
        target = arguments.output / f"{path.stem}.json"
        target.write_text(json.dumps(predictions(summary), ensure_ascii=False), encoding="utf-8")
    print(f"{count} articles, {count / seconds if seconds else 0:.0f} articles/s of CPU time")


if __name__ == "__main__":
    main()
