"""The committed examples are what the program makes today: one by rules, one replayed from recorded replies."""

from __future__ import annotations

import io
import json
import socket
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import example
from brief.cli import app
from brief.llm.manifest import read_manifest
from brief.llm.recording import Store

REBUILD = "python -m benchmarks.example"


def _made(target: Path, arguments: Callable[[Path], list[str]]) -> Path:
    app(arguments(target), standalone_mode=False)
    return target


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return {name: package.read(name) for name in package.namelist()}


def _same(made: Path, committed: Path) -> None:
    assert _parts(made) == _parts(committed), f"rebuild it: {REBUILD}"
    records = (json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) for path in (made, committed))
    assert next(records) == next(records), f"rebuild it: {REBUILD}"


def test_the_example_by_rules_is_the_committed_one(tmp_path: Path) -> None:
    """Every part of outputs/example.docx, and its record, equal those made from seeds/ now."""
    _same(_made(tmp_path / "a.docx", example.by_rules), example.BY_RULES)


def test_the_example_with_a_model_is_replayed_without_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--replay` makes outputs/example-model.docx again, part by part, when no socket can be opened at all."""

    def none(*_: object, **__: object) -> None:
        raise AssertionError("a replay opened a socket")

    monkeypatch.setattr(socket, "socket", none)
    _same(_made(tmp_path / "b.docx", example.with_model), example.WITH_MODEL)


def test_every_recording_is_used_and_honest() -> None:
    """The store holds the requests of the committed run and no other, each answered by a model, none by hand."""
    asked = {request.key for request in read_manifest(example.RECORDINGS).requests if request.reply is not None}
    recordings = list(Store(example.RECORDINGS).all())
    assert {recording.request.key for recording in recordings} == asked
    assert {recording.origin for recording in recordings} == {"queue"}
    assert {recording.request.model for recording in recordings} == {"queue"}
