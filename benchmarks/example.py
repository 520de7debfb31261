"""Rebuilds the committed example in outputs/ from seeds/: `python -m benchmarks.example`."""

from __future__ import annotations

from pathlib import Path

from brief.cli import app

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "outputs" / "example.docx"
TITLE = "The Halyard announcement and the wreck of the Marisol Verney"
AS_OF = "2026-03-14"


def arguments(target: Path) -> list[str]:
    """Return the command that makes the example, written to `target`."""
    return ["make", str(ROOT / "seeds"), "--title", TITLE, "--as-of", AS_OF, "-o", str(target)]


def main() -> None:
    """Make the example."""
    app(arguments(EXAMPLE), standalone_mode=False)


if __name__ == "__main__":
    main()
