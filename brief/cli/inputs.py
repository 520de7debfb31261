"""What the commands that read articles have in common: paths, workers, progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from brief.errors import NothingUsable

if TYPE_CHECKING:
    from brief.pipeline import Gathered
    from brief.terminal import ProgressLine

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders (one level deep), globs, or - for standard input."),
]
Jobs = Annotated[int, typer.Option("--jobs", min=1, max=64, metavar="N", help="Articles worked on at once.")]


def gathered_from(paths: list[str], executor: ThreadPoolExecutor) -> tuple[Gathered, ProgressLine]:
    """Return the inputs, read and cleaned, and the progress line they were shown on."""
    from brief.pipeline import gather
    from brief.terminal import ProgressLine

    progress = ProgressLine()
    return gather(paths, executor, progress), progress


@contextmanager
def workers(jobs: int) -> Iterator[ThreadPoolExecutor]:
    """Give an executor; when the user stops the run, don't wait for calls that are under way."""
    executor = ThreadPoolExecutor(jobs)
    try:
        yield executor
    except KeyboardInterrupt:
        executor.shutdown(wait=False, cancel_futures=True)
        sys.stderr.write("stopped; what was recorded is kept, and the same command goes on from there\n")
        sys.stderr.flush()
        os._exit(130)
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    executor.shutdown()


def report(gathered: Gathered) -> None:
    """Name the inputs that could not be used; raise NothingUsable when no article was found."""
    for name, reason in (*gathered.problems, *gathered.found.skipped):
        sys.stderr.write(f"{name}: {reason}\n")
    if not gathered.articles:
        raise NothingUsable("no article was found. Give files or folders with articles.")
