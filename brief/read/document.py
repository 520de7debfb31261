"""From one input to its stored plain texts."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

import brief
from brief.errors import InputProblem
from brief.read.encoding import NotText, decode
from brief.read.exported import exported_articles
from brief.read.inputs import FORMATS, Input, displayed, why_unread
from brief.read.web import looks_like_html, page_text
from brief.schema import Format, Metadata, RawDocument

LIMIT = 20_000_000
_TEXTS: dict[str, Format] = {".md": "md", ".html": "html", ".htm": "html", ".json": "json"}
_PDF: Format = "pdf"
_WORD: Format = "docx"
_PIPED = "-"
_FEEDS = (".rss", ".atom", ".xml")
_WHOLE_FILES = {b"%PDF": ".pdf", b"PK\x03\x04": ".zip or .docx"}
_ATTACHED = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")

Refused = Callable[[str, str], None]
"""Called with the name of a part of an input that can't be used, and the reason in one line."""


def read(item: Input, refused: Refused = lambda name, reason: None) -> tuple[RawDocument, ...]:
    """Read one input: one document, or several for a list of articles in JSON, a feed, a message with attached files
    and an archive.

    A part that can't be used (an entry, an attached file, a member) is told to `refused`, and the others are read.
    Raises InputProblem, its message one line without the name of the file, when the input is empty, binary,
    unreadable, over 20 MB, or when nothing in it can be used.
    """
    data = _bytes(item.path)
    suffix = item.path.suffix.lower() if item.path else _PIPED
    return tuple(_documents(item.name, suffix, data, item.supplied, refused))


def _documents(name: str, suffix: str, data: bytes, supplied: Metadata, refused: Refused) -> list[RawDocument]:
    if not data.strip():
        raise InputProblem("an empty file")
    several = {".zip": _archive, ".eml": _message, **dict.fromkeys(_FEEDS, _feed)}
    if suffix in several:
        documents = several[suffix](name, data, supplied, refused)
        if not documents:
            raise InputProblem("no article in it can be read: give the articles as files of their own")
        return documents
    if suffix in (".pdf", ".docx"):
        return [_whole(name, suffix, data, supplied)]
    return _text(name, suffix, data, supplied)


def _text(name: str, suffix: str, data: bytes, supplied: Metadata) -> list[RawDocument]:
    kind: Format = _TEXTS.get(suffix, "txt")
    try:
        text, encoding = decode(data, html=kind == "html")
    except NotText as error:
        raise InputProblem(f"not text but {error}: {_remedy(suffix, data)}") from error
    if not text.strip():
        raise InputProblem("an empty file")
    if kind == "txt" and looks_like_html(text):
        kind = "html"
    document = partial(_document, data=data, format=kind, encoding=encoding)
    if kind == "html":
        page = page_text(text)
        return [document(name, page.text, page.extractor, page.stated, supplied, unread=page.unread)]
    if kind == "json":
        found = exported_articles(text)
        if len(found) == 1:
            return [document(name, found[0].text, found[0].extractor, found[0].stated, supplied)]
        shared = _shared(supplied)
        return [
            document(f"{name}[{number}]", article.text, article.extractor, article.stated, shared)
            for number, article in enumerate(found, start=1)
        ]
    return [document(name, text, None, Metadata(), supplied)]


def _remedy(suffix: str, data: bytes) -> str:
    if suffix != _PIPED:
        return "give it the ending of its kind, or save it as text"
    ending = _WHOLE_FILES.get(data[:4])
    return f"save it as a file with the ending {ending} and give that" if ending else "give the text of the article"


def _whole(name: str, suffix: str, data: bytes, supplied: Metadata) -> RawDocument:
    if suffix == ".pdf":
        from brief.read.pdf import pdf_text

        page, kind, encoding = pdf_text(data), _PDF, "PDF fonts"
    else:
        from brief.read.word import word_text

        page, kind, encoding = word_text(data), _WORD, "utf-8"
    if not page.text.strip():
        raise InputProblem("no text in it: save the article's text")
    return _document(name, page.text, page.extractor, page.stated, supplied, data=data, format=kind, encoding=encoding)


def _feed(name: str, data: bytes, supplied: Metadata, refused: Refused) -> list[RawDocument]:
    from brief.read.feed import feed_entries

    feed = feed_entries(data)
    if feed.broken is not None:
        refused(name, f"broken XML in line {feed.broken}: what follows may be missing; save the feed anew")
    document = partial(_document, data=data, format="feed", encoding=feed.encoding)
    documents = []
    for number, entry in enumerate(feed.entries, start=1):
        shown = f"{name}[{number}]"
        if entry.text:
            documents.append(document(shown, entry.text, entry.extractor, entry.stated, _shared(supplied)))
        else:
            refused(shown, "only a teaser: save the article's own page")
    return documents


def _message(name: str, data: bytes, supplied: Metadata, refused: Refused) -> list[RawDocument]:
    from brief.read.mail import mail_text

    mail = mail_text(data)
    documents = _parts(name, mail.attached, _ATTACHED, supplied, refused)
    if mail.text.strip():
        own = _document(
            name, mail.text, mail.extractor, mail.stated, supplied, data=data, format="eml", encoding=mail.encoding
        )
        documents.insert(0, own)
    return documents


def _archive(name: str, data: bytes, supplied: Metadata, refused: Refused) -> list[RawDocument]:
    from brief.read.archive import Archive

    return _parts(name, Archive(data).files(), tuple(f for f in FORMATS if f != ".zip"), supplied, refused)


def _parts(
    name: str,
    parts: Iterable[tuple[str, Callable[[], bytes]]],
    formats: Sequence[str],
    supplied: Metadata,
    refused: Refused,
) -> list[RawDocument]:
    """Read each part as if it were a file of its own; of what is supplied only outlet and language hold for all."""
    documents: list[RawDocument] = []
    seen: set[str] = set()
    for inner, content in parts:
        shown = f"{name}/{displayed(inner)}"
        path = PurePosixPath(inner)
        if shown in seen:
            reason: str | None = "a second file of that name: rename one of them"
        elif path.suffix.lower() == ".zip":
            reason = "an archive inside: unpack it"
        else:
            reason = why_unread(path, formats)
        seen.add(shown)
        if reason is None:
            try:
                documents += _documents(shown, path.suffix.lower(), content(), _shared(supplied), refused)
            except InputProblem as problem:
                reason = str(problem)
        if reason is not None:
            refused(shown, reason)
    return documents


def _document(
    name: str,
    text: str,
    extractor: str | None,
    stated: Metadata,
    supplied: Metadata,
    *,
    data: bytes,
    format: Format,
    encoding: str,
    unread: int = 0,
) -> RawDocument:
    return RawDocument(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        text=text,
        format=format,
        encoding=encoding,
        extractor=extractor or f"brief {brief.__version__}",
        unread=unread,
        stated=stated,
        supplied=supplied,
    )


def _shared(supplied: Metadata) -> Metadata:
    return Metadata(outlet=supplied.outlet, language=supplied.language)


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
        raise InputProblem(f"too large: {shown}, the limit is {LIMIT // 10**6} MB; split it")
    return data
