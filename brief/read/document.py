"""From one input to its stored plain text."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import brief
from brief.errors import InputProblem
from brief.read.encoding import NotText, decode
from brief.read.exported import exported_articles
from brief.read.inputs import Input
from brief.read.web import looks_like_html, page_text
from brief.schema import Format, Metadata, RawDocument

LIMIT = 20_000_000
_FORMATS: dict[str, Format] = {".md": "md", ".html": "html", ".htm": "html", ".json": "json"}


def read(item: Input) -> tuple[RawDocument, ...]:
    """Read one input: one document, or several for a JSON file that holds a list of articles.

    Raises InputProblem, its message one line without the name of the file, when the input is empty, binary,
    unreadable, over 20 MB, or JSON without an article.
    """
    data = _bytes(item.path)
    kind: Format = _FORMATS.get(item.path.suffix.lower(), "txt") if item.path else "txt"
    if not data.strip():
        raise InputProblem("an empty file")
    try:
        text, encoding = decode(data, html=kind == "html")
    except NotText as error:
        raise InputProblem(f"not text but {error}: save it as plain text, HTML or JSON") from error
    if not text.strip():
        raise InputProblem("an empty file")
    if kind == "txt" and looks_like_html(text):
        kind = "html"
    sha256 = hashlib.sha256(data).hexdigest()

    def document(name: str, text: str, extractor: str, stated: Metadata, supplied: Metadata) -> RawDocument:
        return RawDocument(
            file=name,
            sha256=sha256,
            size=len(data),
            text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
            text=text,
            format=kind,
            encoding=encoding,
            extractor=extractor,
            stated=stated,
            supplied=supplied,
        )

    if kind == "html":
        page = page_text(text)
        return (document(item.name, page.text, page.extractor, page.stated, item.supplied),)
    own = f"brief {brief.__version__}"
    if kind == "json":
        found = exported_articles(text)
        if len(found) == 1:
            return (document(item.name, found[0].text, found[0].extractor or own, found[0].stated, item.supplied),)
        shared = Metadata(outlet=item.supplied.outlet, language=item.supplied.language)
        return tuple(
            document(f"{item.name}[{number}]", article.text, article.extractor or own, article.stated, shared)
            for number, article in enumerate(found, start=1)
        )
    return (document(item.name, text, own, Metadata(), item.supplied),)


def _bytes(path: Path | None) -> bytes:
    try:
        if path is None:
            data = sys.stdin.buffer.read(LIMIT + 1)
            size = len(data)
        else:
            size = path.stat().st_size
            data = path.read_bytes() if size <= LIMIT else b""
    except PermissionError as error:
        raise InputProblem("can't be read: permission denied") from error
    except OSError as error:
        raise InputProblem(f"can't be read: {error.strerror or error}") from error
    if size > LIMIT:
        shown = f"{size / 1e6:.1f} MB" if path else "more than that"
        raise InputProblem(f"too large: {shown}, the limit is {LIMIT // 10**6} MB of text; split it")
    return data
