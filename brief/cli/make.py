"""`brief make`: from paths to a document and its record."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from brief.cli.app import app
from brief.cli.inputs import Jobs, Paths, gathered_from, workers
from brief.errors import EndpointError, FindingsError, UsageError


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
    include: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Use this article, by id or S-number.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Leave this article out; may be repeated.")
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Language model to use; default $BRIEF_MODEL, or none: by rules."),
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="OpenAI-compatible endpoint; default $OPENAI_BASE_URL or OpenAI.")
    ] = None,
    timeout: Annotated[float, typer.Option(metavar="S", help="Seconds for one call.")] = 120.0,
    temperature: Annotated[float, typer.Option(metavar="T", help="Sampling temperature.")] = 0.0,
    recordings: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where replies are recorded; default recordings/ by the output.")
    ] = None,
    replay: Annotated[
        bool, typer.Option("--replay", help="Repeat the recorded run: no network, no model, the same document.")
    ] = False,
    prompts: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Your own prompts, for those that are there.")
    ] = None,
    price: Annotated[
        str | None, typer.Option(metavar="IN/OUT", help="What a million tokens cost, to print the cost: 0.25/2.")
    ] = None,
    jobs: Jobs = 4,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain-contradictions", help="List the pairs of sentences looked at, and why each is or is not one."
        ),
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 3 when a finding did not hold.")] = False,
) -> None:
    """Make a Word briefing from scraped articles.

    Writes the .docx and, beside it, the whole record as .json. Never overwrites a document that was edited.

    Two files beside the articles are read: decisions.toml, where you overrule the program, and sources.csv, with what
    a scrape lost (outlet, author, day). docs/how-it-works.md shows both.

    Examples:

      brief make articles/

      brief make articles/ more/*.html --question "Is there an agreement?" --as-of 2026-03-04

      brief make articles/ --model gpt-5-mini

      brief make articles/ --model qwen3 --base-url http://localhost:8000/v1 --jobs 16

      brief make articles/ --replay

      brief make articles/ --explain-contradictions | less

      cat page.txt | brief make - -o page.docx
    """
    from brief.assemble.account import NOT_HELD
    from brief.llm.manifest import NAME, read_manifest
    from brief.model_options import connected, replayed
    from brief.pipeline import Options
    from brief.pipeline import make as made_from
    from brief.render.docx import render
    from brief.render.package import unchanged
    from brief.store import check_writable, free_path, slug, write
    from brief.terminal import made_table

    if output is not None and output.suffix.lower() != ".docx":
        raise UsageError(f"{output} is no .docx name. Give -o a file name that ends in .docx.")
    folder = output.parent if output else Path("outputs")
    check_writable(folder)
    recordings = recordings or folder / "recordings"
    then = read_manifest(recordings) if replay else None
    options = Options(
        _day(as_of or (then.as_of if then else None)),
        title or (then.title if then else None),
        question or (then.question if then else None),
        handling or (then.handling if then else None),
        tuple(include or (then.include if then else ())),
        tuple(exclude or (then.exclude if then else ())),
    )
    connection = (
        replayed(recordings, then, prompts)
        if then
        else connected(model, base_url, timeout, temperature, recordings, prompts, price, jobs)
    )
    run = connection.run if connection else None
    with workers(2 * jobs if connection else jobs) as executor:
        gathered, progress = gathered_from(paths, executor)
        briefing = made_from(gathered, options, executor, progress, run)
    progress("write", 0, 1)
    wanted = output or folder / f"{options.as_of}-{slug(briefing.title)}.docx"
    path = free_path(wanted, unchanged)
    write(path, render(briefing))
    write(path.with_suffix(".json"), (briefing.model_dump_json(indent=2) + "\n").encode())
    if connection and not replay:
        check_writable(recordings)
        write(recordings / NAME, (connection.manifest(options).model_dump_json(indent=2) + "\n").encode())
    progress.clear()
    if path != wanted:
        sys.stderr.write(f"{wanted} was not made by brief or has been edited: it is left as it is\n")
    typer.echo(made_table(briefing, [str(path), str(path.with_suffix(".json"))]))
    if explain:
        from brief.pipeline import explain_contradictions

        for line in explain_contradictions(gathered, briefing):
            typer.echo(line)
    told = briefing.provenance.model
    if told is not None and told.unreached and not replay:
        raise EndpointError(f"{told.outcomes[0].partition('by rules: ')[2]} The briefing was made by rules instead.")
    failed = sum(row.kind in NOT_HELD for row in briefing.pages.left_out)
    if strict and failed:
        what, them = ("1 thing", "it") if failed == 1 else (f"{failed} things", "them")
        raise FindingsError(f"{what} did not hold; the briefing is written and lists {them} in Annex B.")


def _day(given: str | None) -> str:
    if given is None:
        return date.today().isoformat()
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise UsageError(f"--as-of {given} is no date. Give a day such as 2026-03-04.") from None
