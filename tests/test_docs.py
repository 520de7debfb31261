"""The documentation says what the program does."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs"))

import generate  # noqa: E402  # a script of docs/, found through the path above

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "made"),
    [("cli.md", generate.cli_reference), ("schema.md", generate.schema_reference)],
)
def test_references_are_those_of_the_program(file: str, made: object) -> None:
    """The generated references equal what the program prints today: `python docs/generate.py` writes them again."""
    assert callable(made)
    assert (ROOT / "docs" / file).read_text(encoding="utf-8") == made()


def test_every_option_in_the_readme_exists() -> None:
    """No option is promised in the README, in CONTRIBUTING or in docs that the command line does not have."""
    known = set(re.findall(r"--[a-z][a-z-]+", (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")))
    ours = "\n".join(
        line
        for text in (README, *((ROOT / "docs" / n).read_text(encoding="utf-8") for n in ("how-it-works.md",)))
        for line in text.splitlines()
        if re.search(r"\bbrief (?:make|clean|summarise|check|schema)\b", line)
    )
    assert set(re.findall(r"--[a-z][a-z-]+", ours)) <= known


def test_every_file_the_readme_names_exists() -> None:
    """Links and pictures of the README lead to files of the repository."""
    targets = [t for t in re.findall(r"\]\(([^)#]+)\)", README) if not t.startswith("http")]
    assert targets
    assert not [t for t in targets if not (ROOT / t).exists()]


def test_exactly_two_set_up_commands() -> None:
    """The README has two blocks of one line each for a fresh machine: make the example, and run the tests."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.S)[:2]
    assert [len(block.strip().splitlines()) for block in blocks] == [1, 1]
    assert "brief make seeds/" in blocks[0]
    assert "pytest" in blocks[1]
