"""Reading one file in a test: its documents, what was refused of it, or why it can't be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.errors import InputProblem
from brief.read import find_inputs, read
from brief.schema import RawDocument


def opened(folder: Path, name: str, data: bytes) -> tuple[list[RawDocument], dict[str, str]]:
    """Return the documents of a file and what was refused in it."""
    (folder / name).write_bytes(data)
    refused: dict[str, str] = {}
    (found,) = find_inputs([str(folder / name)]).inputs
    return list(read(found, refused.__setitem__)), refused


def only(folder: Path, name: str, data: bytes) -> RawDocument:
    """Return the one document of a file in which nothing was refused."""
    (document,), refused = opened(folder, name, data)
    assert not refused
    return document


def problem(folder: Path, name: str, data: bytes) -> str:
    """Return why a file can't be used."""
    with pytest.raises(InputProblem) as caught:
        opened(folder, name, data)
    message = str(caught.value)
    assert "\n" not in message and ":" in message
    return message
