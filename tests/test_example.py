"""The committed example is what the program makes today."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from benchmarks.example import EXAMPLE, arguments
from brief.cli import app

REBUILD = "python -m benchmarks.example"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the example again."""
    target = tmp_path_factory.mktemp("example") / "example.docx"
    app(arguments(target), standalone_mode=False)
    return target


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_document_is_the_committed_one(made: Path) -> None:
    """Every part of outputs/example.docx equals the one made from seeds/ now."""
    assert _parts(made) == _parts(EXAMPLE), f"rebuild it: {REBUILD}"


def test_the_record_is_the_committed_one(made: Path) -> None:
    """outputs/example.json equals the record made now."""
    assert json.loads(made.with_suffix(".json").read_text()) == json.loads(EXAMPLE.with_suffix(".json").read_text())
