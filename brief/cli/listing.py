"""`brief schema`, `brief prompts` and `brief recordings`: what there is to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brief.cli.app import app
from brief.errors import UsageError

recordings = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(recordings, name="recordings", help="Look at recorded replies of a language model.")

Folder = Annotated[Path, typer.Option("--recordings", metavar="DIR", help="Where the replies are recorded.")]
RECORDINGS = Path("outputs/recordings")


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


@app.command()
def prompts(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Print this one; without it, the list.")] = None,
    folder: Annotated[
        Path | None, typer.Option("--prompts", metavar="DIR", help="Your own prompts, for those that are there.")
    ] = None,
) -> None:
    """Show the prompts that a language model gets.

    Examples:

      brief prompts

      brief prompts summarise

      brief prompts --prompts my-prompts/
    """
    from brief.prompting import all_prompts, load_prompt
    from brief.terminal import table

    if name is None:
        typer.echo(table((p.name, f"{p.fingerprint[:12]}  {p.purpose}") for p in all_prompts(folder)))
    else:
        prompt = load_prompt(name, folder)
        typer.echo(f"# System\n\n{prompt.system}\n\n# User\n\n{prompt.user}")


@recordings.command("list")
def list_recordings(folder: Folder = RECORDINGS) -> None:
    """List the recorded replies.

    Example: brief recordings list --recordings outputs/recordings
    """
    from brief.llm.listing import rows
    from brief.llm.recording import Store

    for row in rows(Store(folder)):
        typer.echo("  ".join(str(cell) for cell in row))


@recordings.command("show")
def show_recording(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The first characters of its key.")],
    folder: Folder = RECORDINGS,
) -> None:
    """Show one recorded exchange.

    Example: brief recordings show 3f2a
    """
    from brief.llm.listing import show
    from brief.llm.recording import Store

    typer.echo(show(Store(folder), key))
