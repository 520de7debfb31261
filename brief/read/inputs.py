"""Which files the given paths mean: files, folders one level deep, globs, or standard input."""

from __future__ import annotations

import glob
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from brief.errors import UsageError
from brief.names import unquoted
from brief.read.sources import SOURCES, Supplied, read_sources
from brief.schema import Metadata

FORMATS = (".txt", ".md", ".html", ".htm", ".json", ".pdf", ".docx", ".eml", ".rss", ".atom", ".xml", ".zip")
_OWN_FILES = frozenset((SOURCES, "decisions.toml"))
_DASH = Path("-")
_STDIN = "stdin"


@dataclass(frozen=True)
class Input:
    """One thing to read: a file, or standard input when `path` is None."""

    path: Path | None
    name: str
    supplied: Metadata


@dataclass(frozen=True)
class FoundInputs:
    """What the paths led to: inputs in order, and what was passed over as (name, reason)."""

    inputs: tuple[Input, ...]
    skipped: tuple[tuple[str, str], ...]


def find_inputs(paths: Sequence[str]) -> FoundInputs:
    """Find the inputs that `paths` mean: files, folders (one level deep), globs (`**` too) and `-` for stdin.

    Order is as given, inside a folder or a glob by name; a file that is named twice is read once.
    Raises UsageError for a path that does not exist, a glob without a match and a broken sources.csv.
    """
    skipped: list[tuple[str, str]] = []
    files: dict[Path, Path] = {}
    for given in paths:
        if given == "-":
            files.setdefault(_DASH, _DASH)
            continue
        for path in _files_of(given, skipped):
            files.setdefault(path.resolve(), path)
    found = [path for path in files.values() if path != _DASH]
    tables = {folder: read_sources(folder) for folder in dict.fromkeys(path.parent for path in found)}
    names = _names(found)
    inputs = tuple(
        Input(None, _STDIN, Metadata())
        if path == _DASH
        else Input(path, names[path], tables[path.parent].get(path.name, Metadata()))
        for path in files.values()
    )
    skipped += [note for folder, table in tables.items() for note in _unused(folder, table)]
    return FoundInputs(inputs, tuple(skipped))


def _files_of(given: str, skipped: list[tuple[str, str]]) -> Iterator[Path]:
    path = Path(given)
    try:
        exists = path.exists()
    except (OSError, ValueError) as error:
        raise UsageError(f"{given!r}: not a usable path ({error}); give a file, a folder or a glob") from error
    if exists:
        yield from _named(path, skipped)
        return
    if not glob.has_magic(given):
        if path.is_symlink():
            raise UsageError(f"{given}: a link to a file that does not exist; give the file itself")
        raise UsageError(f"{given}: no such file or folder; check the spelling, or give a folder or a glob")
    matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        raise UsageError(f"{given}: no file matches this pattern; check it, or give the folder")
    for match in matches:
        if not Path(match).is_dir():
            yield from _file(Path(match), None, skipped)
        elif "**" not in given:
            yield from _named(Path(match), skipped)


def _named(path: Path, skipped: list[tuple[str, str]]) -> Iterator[Path]:
    if not path.is_dir():
        if path.suffix.lower() in FORMATS and path.is_file():
            yield path
        else:
            yield from _file(path, None, skipped)
        return
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        raise UsageError(f"{path}: this folder can't be read ({error.strerror}); check its permissions") from error
    for entry in entries:
        yield from _file(entry, path.resolve(), skipped)


def _file(path: Path, folder: Path | None, skipped: list[tuple[str, str]]) -> Iterator[Path]:
    if path.name in _OWN_FILES:
        return  # read on its own, and told where it is applied
    reason = _why_not(path, folder)
    if reason is None:
        yield path
    else:
        skipped.append((displayed(path.name), reason))


def _why_not(path: Path, folder: Path | None) -> str | None:
    reason = _no_article(path.name)
    if reason is not None:
        return reason
    if path.is_symlink() and not path.exists():
        return "a link to nothing"
    if folder is not None and path.is_symlink() and not path.resolve().is_relative_to(folder):
        return "a link that leaves the folder: name the file itself to read it"
    if path.is_dir():
        return "a subfolder: name it to read it"
    if not path.is_file():
        return "not an ordinary file"
    return why_unread(path, FORMATS)


def why_unread(path: PurePath, formats: Sequence[str]) -> str | None:
    """Return why a part of another file is passed over by its name, or None for one to read."""
    if path.name in _OWN_FILES:
        return "not used inside an archive or a message: unpack it into a folder with the articles"
    read = path.suffix.lower() in formats
    return _no_article(path.name) or (None if read else f"not a format that is read ({', '.join(formats)})")


def _no_article(name: str) -> str | None:
    if name.startswith("."):
        return "a hidden file"
    if name.split(".")[0].upper() == "README":
        return "a README"
    return None


def _names(paths: list[Path]) -> dict[Path, str]:
    """Display name of each file: its name in plain characters, with as many folders above it as make it unique."""
    names = {path: path.name for path in paths}
    depth = 1
    while True:
        seen = Counter(names.values())
        shared = [path for path in paths if seen[names[path]] > 1 and depth < len(path.parts)]
        if not shared:
            return {path: displayed(name) for path, name in names.items()}
        depth += 1
        names.update({path: "/".join(path.parts[-depth:]) for path in shared})


def displayed(name: str) -> str:
    """Return a name that can stand in a document: no line breaks, no hidden characters, no double quotation marks."""
    return "".join(char if char.isprintable() else "?" for char in unquoted(name))


def _unused(folder: Path, table: Supplied) -> Iterator[tuple[str, str]]:
    for name in table:
        if not (folder / name).is_file():
            yield f"{SOURCES}: {displayed(name)}", "named in it, but no such file beside it"
