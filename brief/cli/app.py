"""The application: its help, its errors in one line, its version."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer
import typer.core

import brief
from brief.errors import BriefError

ORDER = ("make", "clean", "summarise", "check", "schema", "prompts", "recordings")


class _Group(typer.core.TyperGroup):
    """Turns an error of the program's own into one line and its exit code."""

    def list_commands(self, ctx: Any) -> list[str]:
        return sorted(super().list_commands(ctx), key=ORDER.index)

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
