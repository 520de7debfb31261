"""`brief clean` and `brief summarise`: one stage each, as JSON or to read."""

from __future__ import annotations

import os
import shutil
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brief.cli.app import app
from brief.cli.inputs import Jobs, Paths, gathered_from, report, workers
from brief.errors import UsageError

if TYPE_CHECKING:
    from brief.pipeline import Gathered

_NARROWEST = 20


@app.command()
def clean(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="Folder for the JSON files; default: print.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the files with what was kept and what was cut, not as JSON.")
    ] = False,
    jobs: Jobs = 4,
) -> None:
    """Find the articles in scrapes, as JSON.

    Each with its text, where it stands in the input, and what was left out and why.

    --explain shows the same to read: kept lines plain, cut ones marked - with the reason, headlines marked #.

    Examples:

      brief clean page.txt

      brief clean articles/ -o cleaned/

      brief clean --explain page.txt
    """
    if explain and output is not None:
        raise UsageError("--explain shows files in the terminal. Leave out -o, or leave out --explain for JSON files.")
    with workers(jobs) as executor:
        gathered, progress = gathered_from(paths, executor)
    progress.clear()
    if explain:
        _explain(gathered)
        report(gathered)
        return
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


def _explain(gathered: Gathered) -> None:
    from brief.explain import Page, explained

    terminal = sys.stdout.isatty()
    width = max(shutil.get_terminal_size().columns, _NARROWEST) if terminal else None
    page = Page(width, colour=terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")
    articles = iter(gathered.articles)
    for number, (document, cleaned) in enumerate(zip(gathered.documents, gathered.cleaned, strict=True)):
        if number:
            typer.echo()
        for line in explained(document, cleaned, tuple(islice(articles, len(cleaned.articles))), page):
            typer.echo(line)


def _emit(items: list[tuple[str, str]], folder: Path | None) -> None:
    from brief.store import check_writable, file_name, write

    if folder is None:
        typer.echo("[\n" + ",\n".join(text for _, text in items) + "\n]")
        return
    check_writable(folder)
    for name, text in items:
        write(folder / f"{file_name(name)}.json", (text + "\n").encode())
    typer.echo(f"{len(items)} written to {folder}")
