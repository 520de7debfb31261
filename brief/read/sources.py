"""Metadata that the user supplies in `sources.csv` beside the files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from brief.errors import UsageError
from brief.read.encoding import decode
from brief.read.stated import iso_date, web_address
from brief.schema import Metadata

SOURCES = "sources.csv"
_FIELDS = ("title", "outlet", "author", "published", "url", "language")

Supplied = dict[str, Metadata]


def read_sources(folder: Path) -> Supplied:
    """Read `sources.csv` of a folder: file name to metadata; empty when there is none.

    Columns: file, and any of title, outlet, author, published (ISO day, month or year), url, language.
    Raises UsageError naming the file and the line of the first thing that is wrong.
    """
    path = folder / SOURCES
    if not path.is_file():
        return {}
    try:
        text, _ = decode(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: can't be read ({error.strerror}); check its permissions") from error
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    table: Supplied = {}
    header: list[str] = []
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if not header:
                header = _header(cells, path, rows.line_num)
                continue
            if len(cells) > len(header):
                raise UsageError(
                    f"{path}, line {rows.line_num}: {len(cells)} cells under {len(header)} columns; "
                    "put a cell that holds a comma in quotation marks"
                )
            name, metadata = _row(dict(zip(header, cells, strict=False)), path, rows.line_num)
            if name in table:
                raise UsageError(f"{path}, line {rows.line_num}: {name} has a line already; keep one of them")
            table[name] = metadata
    except csv.Error as error:
        raise UsageError(f"{path}, line {rows.line_num}: not valid CSV ({error})") from error
    return table


def _header(cells: list[str], path: Path, line: int) -> list[str]:
    header = [cell.lower() for cell in cells]
    unknown = [cell for cell in header if cell not in ("file", *_FIELDS)]
    if unknown or "file" not in header or len(set(header)) < len(header):
        fact = f"no column is called {unknown[0]!r}" if unknown else "each column once, and 'file' among them"
        raise UsageError(f"{path}, line {line}: {fact}; columns are file, {', '.join(_FIELDS)}")
    return header


def _row(cells: dict[str, str], path: Path, line: int) -> tuple[str, Metadata]:
    name = cells.pop("file")
    if not name:
        raise UsageError(f"{path}, line {line}: no file is named; fill the column 'file'")
    given = {field: value for field, value in cells.items() if value}
    if "published" in given and iso_date(given["published"]) != given["published"]:
        raise UsageError(f"{path}, line {line}: published is {given['published']!r}; write YYYY-MM-DD, YYYY-MM or YYYY")
    if "url" in given and web_address(given["url"]) is None:
        raise UsageError(f"{path}, line {line}: url is {given['url']!r}; only http and https addresses are kept")
    return name, Metadata(**given)
