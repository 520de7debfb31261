"""The command line. Each command reads its options, calls the line, and writes what came out."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core

import brief
from brief.errors import BriefError, FindingsError, InputProblem, UsageError

if TYPE_CHECKING:
    from brief.pipeline import Gathered
    from brief.schema import RawDocument
    from brief.terminal import ProgressLine


class _Group(typer.core.TyperGroup):
    """Turns an error of the program's own into one line and its exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BriefError as error:
            sys.stderr.write(f"error: {error}\n")
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            sys.stderr.write("stopped\n")
            raise typer.Exit(130) from None
        except BrokenPipeError:
            sys.stderr.close()
            raise typer.Exit(0) from None


app = typer.Typer(
    cls=_Group,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=(
        "Briefings in Word from scraped news articles, every quotation checked against its source.\n\n"
        "Example: brief make articles/ --title 'Harbour talks'\n\n"
        "Exit codes: 0 made; 1 a fault of brief; 2 usage or configuration; 3 findings did not hold (--strict, check); "
        "4 the endpoint could not be used; 5 a recording is missing; 6 nothing usable in the input."
    ),
)

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders (one level deep), globs, or - for standard input."),
]
Jobs = Annotated[int, typer.Option("--jobs", min=1, max=64, metavar="N", help="Articles worked on at once.")]


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"brief {brief.__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    pass


@app.command()
def make(
    paths: Paths,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE.docx", help="Where to write; default outputs/<as-of>-<title>.docx."
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="T", help="Title; default made from the speakers.")] = None,
    question: Annotated[
        str | None, typer.Option(metavar="Q", help="What the briefing is to answer; decides which articles belong.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day it is made for, YYYY-MM-DD; default today.")
    ] = None,
    handling: Annotated[str | None, typer.Option(metavar="TEXT", help="Your own marking, for the page header.")] = None,
    include: Annotated[list[str] | None, typer.Option(metavar="ID", help="Use this article; may be repeated.")] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Leave this article out; may be repeated.")
    ] = None,
    jobs: Jobs = 4,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 3 when a finding did not hold.")] = False,
) -> None:
    """Make a Word briefing from scraped articles.

    Writes the .docx and, beside it, the whole record as .json. Never overwrites a document that was edited.

    Examples:

      brief make articles/

      brief make articles/ more/*.html --question "Is there an agreement?" --as-of 2026-03-04

      cat page.txt | brief make - -o page.docx
    """
    from brief.pipeline import Options
    from brief.pipeline import make as made_from
    from brief.render.docx import render
    from brief.render.package import unchanged
    from brief.store import check_writable, free_path, slug, write
    from brief.terminal import made_table

    day = _day(as_of)
    if output is not None and output.suffix.lower() != ".docx":
        raise UsageError(f"{output} is no .docx name. Give -o a file name that ends in .docx.")
    folder = output.parent if output else Path("outputs")
    check_writable(folder)
    options = Options(day, title, question, handling, tuple(include or ()), tuple(exclude or ()))
    with ThreadPoolExecutor(jobs) as executor:
        gathered, progress = _gather(paths, executor)
        briefing = made_from(gathered, options, executor, progress)
    progress("write", 0, 1)
    wanted = output or folder / f"{day}-{slug(briefing.title)}.docx"
    path = free_path(wanted, unchanged)
    write(path, render(briefing))
    write(path.with_suffix(".json"), (briefing.model_dump_json(indent=2) + "\n").encode())
    progress.clear()
    if path != wanted:
        sys.stderr.write(f"{wanted} was not made by brief or has been edited: it is left as it is\n")
    typer.echo(made_table(briefing, [str(path), str(path.with_suffix(".json"))]))
    failed = briefing.counts.statements_not_supported
    if strict and failed:
        raise FindingsError(f"{failed} statements did not hold; the briefing is written and lists them in Annex B.")


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
    with ThreadPoolExecutor(jobs) as executor:
        gathered, progress = _gather(paths, executor)
    progress.clear()
    _emit([(a.id, a.model_dump_json(indent=2)) for a in gathered.articles], output)
    _report(gathered)


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

    with ThreadPoolExecutor(jobs) as executor:
        gathered, progress = _gather(paths, executor)
        verified = summaries(gathered.articles, executor, progress)
    progress.clear()
    _emit([(v.article, v.model_dump_json(indent=2)) for v in verified], output)
    _report(gathered)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A briefing: .docx, also one edited since, or .json.")],
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCES...]", help="The inputs it was made from.")
    ] = None,
) -> None:
    """Check a finished briefing against its sources.

    Every quotation, every key, every hash, also in a .docx edited since. Exit 3 when something does not hold.

    Examples:

      brief check outputs/2026-03-04-harbour-talks.docx

      brief check outputs/2026-03-04-harbour-talks.docx articles/
    """
    from brief.check import check as check_briefing
    from brief.read import find_inputs, read

    try:
        data = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} can't be read: {error.strerror}.") from error
    if file.suffix.lower() not in (".docx", ".json"):
        raise UsageError(f"{file} is no .docx or .json. Give a briefing that brief make wrote.")
    documents: list[RawDocument] = []
    for item in find_inputs(sources).inputs if sources else ():
        try:
            documents.extend(read(item))
        except InputProblem as problem:
            sys.stderr.write(f"{item.name}: {problem}\n")
    report = check_briefing(data, "docx" if file.suffix.lower() == ".docx" else "json", documents)
    typer.echo("\n".join((*report.checked, *report.problems)))
    if report.problems:
        raise FindingsError(f"{len(report.problems)} things in {file} do not hold.")


@app.command()
def schema(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Name of a type; without it, the list.")] = None,
) -> None:
    """Print the JSON Schema of a type, or all names.

    Examples:

      brief schema

      brief schema Article
    """
    import json

    from brief import schema as types

    names = [n for n in types.__all__ if hasattr(getattr(types, n), "model_json_schema") and n != "Value"]
    if name is None:
        typer.echo("\n".join(names))
    elif name not in names:
        raise UsageError(f"there is no type {name}. The types are: {', '.join(names)}.")
    else:
        typer.echo(json.dumps(getattr(types, name).model_json_schema(), indent=2))


def main() -> None:
    """Run the command line."""
    app()


def _gather(paths: list[str], executor: ThreadPoolExecutor) -> tuple[Gathered, ProgressLine]:
    from brief.pipeline import gather
    from brief.terminal import ProgressLine

    progress = ProgressLine()
    return gather(paths, executor, progress), progress


def _day(given: str | None) -> str:
    if given is None:
        return date.today().isoformat()
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise UsageError(f"--as-of {given} is no date. Give a day such as 2026-03-04.") from None


def _emit(items: list[tuple[str, str]], folder: Path | None) -> None:
    from brief.store import check_writable, file_name, write

    if folder is None:
        typer.echo("[\n" + ",\n".join(text for _, text in items) + "\n]")
        return
    check_writable(folder)
    for name, text in items:
        write(folder / f"{file_name(name)}.json", (text + "\n").encode())
    typer.echo(f"{len(items)} written to {folder}")


def _report(gathered: Gathered) -> None:
    from brief.errors import NothingUsable

    for name, reason in (*gathered.problems, *gathered.found.skipped):
        sys.stderr.write(f"{name}: {reason}\n")
    if not gathered.articles:
        raise NothingUsable("no article was found. Give files or folders with articles.")
