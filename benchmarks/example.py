"""Rebuilds the committed examples in outputs/ from seeds/: `python -m benchmarks.example`.

One is made by rules, one from the recorded replies of a language model.
"""

from __future__ import annotations

from pathlib import Path

from brief.cli import app

ROOT = Path(__file__).parent.parent
BY_RULES = ROOT / "outputs" / "example.docx"
WITH_MODEL = ROOT / "outputs" / "example-model.docx"
RECORDINGS = ROOT / "outputs" / "recordings"
TITLE = "The Halyard announcement and the wreck of the Marisol Verney"
AS_OF = "2026-03-14"


def by_rules(target: Path) -> list[str]:
    """Return the command that makes the example by rules, written to `target`."""
    return ["make", str(ROOT / "seeds"), "--title", TITLE, "--as-of", AS_OF, "-o", str(target)]


def with_model(target: Path) -> list[str]:
    """Return the command that makes the example from the recorded replies, written to `target`."""
    return ["make", str(ROOT / "seeds"), "--replay", "--recordings", str(RECORDINGS), "-o", str(target)]


def main() -> None:
    """Make both."""
    app(by_rules(BY_RULES), standalone_mode=False)
    app(with_model(WITH_MODEL), standalone_mode=False)


if __name__ == "__main__":
    main()
