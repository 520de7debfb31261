"""Writing results: whole or not at all, and never over a document that a person has edited."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path

from brief.errors import UsageError


def slug(text: str) -> str:
    """Return a short file name made of a title: ASCII letters, digits and hyphens, at most 60 characters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "briefing"


def file_name(name: str) -> str:
    """Return an article's id as a safe file name without folders."""
    return re.sub(r"[\x00-\x1f/\\:*?\"<>|]+", "_", name).strip(". ")[:120] or "article"


def check_writable(folder: Path) -> None:
    """Make a folder for results. Raises UsageError when it can't be made or written in."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise UsageError(f"{folder} can't be written in: {error.strerror}. Choose another with -o.") from error


def write(path: Path, data: bytes) -> None:
    """Write a file whole: a reader sees the old one or the new one, never a part. Raises UsageError."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror}. Choose another place with -o.") from error


def free_path(wanted: Path, ours: Callable[[bytes], bool]) -> Path:
    """Return the path to write to: the one wanted, or with -2, -3, ... when a file there was not made by us.

    `ours` tells from a file's bytes whether this program wrote them and nobody has changed them since.
    """
    path, number = wanted, 1
    while path.exists() and not (path.is_file() and ours(path.read_bytes())):
        number += 1
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return path
