"""`brief clean` and `brief summarise`: one stage each, as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brief.cli.app import app
from brief.cli.inputs import Jobs, Paths, gathered_from, report, workers


@app.command()
def clean(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="Folder for the JSON files; default: print.")
    ] = None,
    jobs: Jobs = 4,
) -> None:
    """Find the articles in scrapes, as JSON.

    Each with its text, where it stands in the input, and what was left out and why.

    Examples:

      brief clean page.txt

      brief clean articles/ -o cleaned/
    """
    with workers(jobs) as executor:
        gathered, progress = gathered_from(paths, executor)
    progress.clear()
    _emit([(a.id, a.model_dump_json(indent=2)) for a in gathered.articles], output)
    report(gathered)


@app.command()
def summarise(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="Folder for the JSON files; default: print.")
    ] = None,
    jobs: Jobs = 4,
) -> None:
    """Say who said what in each article, as JSON.

    One verified summary for each article: attributions, actors, events, figures, open questions.

    Examples:

      brief summarise page.txt

      brief summarise articles/ -o summaries/
    """
    from brief.pipeline import summaries

    with workers(jobs) as executor:
        gathered, progress = gathered_from(paths, executor)
        verified = summaries(gathered.articles, executor, progress)
    progress.clear()
    _emit([(v.article, v.model_dump_json(indent=2)) for v in verified], output)
    report(gathered)


def _emit(items: list[tuple[str, str]], folder: Path | None) -> None:
    from brief.store import check_writable, file_name, write

    if folder is None:
        typer.echo("[\n" + ",\n".join(text for _, text in items) + "\n]")
        return
    check_writable(folder)
    for name, text in items:
        write(folder / f"{file_name(name)}.json", (text + "\n").encode())
    typer.echo(f"{len(items)} written to {folder}")
