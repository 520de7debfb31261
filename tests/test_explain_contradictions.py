"""`brief make --explain-contradictions`: which pairs of sentences were looked at, and why each is or is not one."""

from __future__ import annotations

import json
import re
from pathlib import Path

from typer.testing import CliRunner

from brief.cli import app
from tests.model_session import BRANDT, LIND


def test_the_pairs_looked_at_are_listed_on_demand(tmp_path: Path) -> None:
    """It tells how many pairs were looked at, and for each its two sentences by their keys, and the reason."""
    for name, text in (("one.txt", LIND), ("two.txt", BRANDT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    target = tmp_path / "b.docx"
    words = ["make", str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), "-o", str(target)]
    made = CliRunner().invoke(app, [*words, "--explain-contradictions"])
    assert made.exit_code == 0
    looked_at = json.loads(target.with_suffix(".json").read_text(encoding="utf-8"))["comparison"]["pairs"]
    assert f"{looked_at:,} pairs of sentences looked at" in made.stdout
    assert re.search(r"reported: 0\.\d\d like a contradiction", made.stdout)
    assert re.search(r"^  S1\.\d+ +\S", made.stdout, re.MULTILINE)
    assert "pairs of sentences looked at" not in CliRunner().invoke(app, words).stdout
