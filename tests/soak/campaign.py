"""What a campaign reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Finding(NamedTuple):
    """One thing that was measured, what was promised, and whether the promise held."""

    what: str
    measured: str
    promised: str
    held: bool


Campaign = Callable[[int], list[Finding]]
"""A campaign takes a seed, runs, and returns its findings."""


def table(name: str, findings: list[Finding]) -> str:
    """Return the findings of a campaign as rows of a Markdown table."""
    rows = (f"| {name} | {f.what} | {f.measured} | {f.promised} | {'yes' if f.held else '**no**'} |" for f in findings)
    return "\n".join(rows)


HEAD = "| campaign | what | measured | promised | held |\n|---|---|---|---|---|"
