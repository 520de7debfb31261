"""`brief check`: does a finished briefing still hold?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brief.cli.app import app
from brief.errors import FindingsError, InputProblem, UsageError

if TYPE_CHECKING:
    from brief.schema import RawDocument


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
            documents.extend(read(item, _warn))
        except InputProblem as problem:
            _warn(item.name, str(problem))
    report = check_briefing(data, "docx" if file.suffix.lower() == ".docx" else "json", documents)
    typer.echo("\n".join((*report.checked, *report.problems)))
    if report.problems:
        raise FindingsError(f"{len(report.problems)} things in {file} do not hold.")


def _warn(name: str, reason: str) -> None:
    sys.stderr.write(f"{name}: {reason}\n")
