"""Writes docs/cli.md and docs/schema.md from the program itself: `python docs/generate.py`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pydantic import BaseModel

from brief import schema

HERE = Path(__file__).parent
COMMANDS = (
    "",
    "make",
    "clean",
    "summarise",
    "check",
    "schema",
    "prompts",
    "recordings list",
    "recordings show",
)


def cli_reference() -> str:
    """Return the help of every command as it is printed in a terminal of 100 columns."""
    environment = {**os.environ, "COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1", "TERM": "dumb"}
    parts = ["# The command line\n\nWritten by `python docs/generate.py`; a test keeps it true.\n"]
    for command in COMMANDS:
        words = [sys.executable, "-m", "brief", *command.split(), "--help"]
        shown = subprocess.run(words, capture_output=True, text=True, check=True, env=environment).stdout  # noqa: S603
        shown = shown.replace("python -m brief", "brief")
        text = "\n".join(line.rstrip() for line in shown.strip().splitlines())
        parts.append(f"## brief{' ' + command if command else ''}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def schema_reference() -> str:
    """Return every type with its fields, what they hold and what they mean."""
    parts = [
        "# The types\n\nWritten by `python docs/generate.py`; a test keeps it true. "
        "`brief schema NAME` prints the JSON Schema of a type.\n"
    ]
    for name in schema.__all__:
        kind = getattr(schema, name)
        if not (isinstance(kind, type) and issubclass(kind, BaseModel)) or kind is schema.Value:
            continue
        rows = [
            f"| `{field}` | {_held(info.annotation)} | {info.description or ''} |"
            for field, info in kind.model_fields.items()
        ]
        about = (kind.__doc__ or "").strip()
        parts.append(f"## {name}\n\n{about}\n\n| Field | Holds | Meaning |\n|---|---|---|\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def _held(annotation: object) -> str:
    name = annotation.__name__ if isinstance(annotation, type) else str(annotation)
    for long in ("typing.", "brief.schema.base.", "brief.schema.article.", "brief.schema.briefing."):
        name = name.replace(long, "")
    for long in ("brief.schema.summary.", "brief.schema.comparison.", "NoneType"):
        name = name.replace(long, "")
    name = name.replace("Optional[", "[").replace("Literal[", "one of [").replace("|", "or")
    return name.replace("tuple[", "list of [").replace(", ...]", "]")


def main() -> None:
    """Write both references."""
    (HERE / "cli.md").write_text(cli_reference(), encoding="utf-8")
    (HERE / "schema.md").write_text(schema_reference(), encoding="utf-8")


if __name__ == "__main__":
    main()
