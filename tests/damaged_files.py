"""Input files of every format with bytes changed, and whether reading and cleaning keep their promises on them."""

from __future__ import annotations

import io
import json
import random
import signal
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from brief.clean import clean
from brief.errors import InputProblem
from brief.read import Input, read
from brief.schema import Cleaned, Metadata, RawDocument
from tests.sample_files import (
    ARTICLE,
    archive,
    atom,
    column,
    docx,
    item,
    markup,
    message,
    paragraphs,
    pdf,
    rss,
    wrapped,
)

_WORDS = "\n\n".join(ARTICLE)
_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>Closed</title></head>'
    '<body><nav><a href="/">Start</a></nav>{}</body></html>'
)
_HOSTILE = (
    *(b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\r\n\r\n", b"99999999999", b"-1", b"1e999", b'"', b"\\", b"\\ud800"),
    *(
        b"<",
        b">",
        b"&",
        b"&b;",
        b"]]>",
        b"<!--",
        b"<![CDATA[",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"{",
        b"}",
        b"[",
        b"]",
    ),
    *(b"(", b")", b"<<", b">>", b"stream\n", b"endobj\n", b"1 0 R", b"3 0 R", b"/Length 0"),
    *(b"Content-Type: multipart/mixed; boundary=a\n", b"--a\n", b"=?utf-8?b?"),
    *(char.encode() for char in ("\u202e", "\u2028", "\x85", "ﬁ", "漢漢漢", "\u00b9")),
)


class Outcome(NamedTuple):
    """What became of one input: refused with a reason or read, its articles, and how long it took."""

    refused: bool
    articles: int
    seconds: float


class Hung(BaseException):
    """Reading and cleaning took longer than it may."""


def samples() -> dict[str, bytes]:
    """Return a sound file of each format, by its ending."""
    page = _PAGE.format(f"<article><h1>Harbour closed</h1>{markup(*ARTICLE)}</article>")
    entry = f'<title>Closed</title><content type="html">{markup(*ARTICLE).replace("<", "&lt;")}</content>'
    two = [*column(wrapped(_WORDS)), *column(wrapped(_WORDS), x=320)]
    table = f"<w:tbl><w:tr><w:tc>{paragraphs('Boats')}</w:tc><w:tc>{paragraphs('Two')}</w:tc></w:tr></w:tbl>"
    word = docx(paragraphs(*ARTICLE) + table, {"word/styles.xml": '<a xmlns="b"/>'})
    return {
        ".txt": _WORDS.encode(),
        ".md": f"# Harbour closed\n\n{_WORDS}".encode("utf-16"),
        ".html": page.encode(),
        ".json": json.dumps([{"title": "Closed", "text": _WORDS}, {"body": page}]).encode(),
        ".pdf": pdf([two, column(wrapped(_WORDS))], title="The harbour at Tolvik"),
        ".docx": word,
        ".eml": message(_WORDS, page, {"a.pdf": pdf([two]), "b.docx": word}),
        ".rss": rss(item("Closed", markup(*ARTICLE)), item("Teaser", "<p>Short.</p>")),
        ".atom": atom(f"<entry>{entry}</entry>"),
        ".zip": archive(
            {"a.txt": _WORDS, "b.html": page, "c.pdf": pdf([two]), "d.eml": message(_WORDS), "e.docx": word}
        ),
    }


def damaged(pick: random.Random, data: bytes, others: tuple[bytes, ...]) -> bytes:
    """Return a file with a few stretches flipped, cut, repeated, moved, or put in from another file.

    Most archives are damaged within a member, so that the damage is not only to the packing.
    """
    if data.startswith(b"PK") and pick.random() < 0.8:
        return _inside(pick, data, others)
    made = bytearray(data)
    for _ in range(pick.choice((1, 1, 2, 4, 8, 30))):
        at = pick.randrange(len(made) + 1)
        size = pick.choice((1, 2, 10, 100, 2_000))
        match pick.randrange(7):
            case 0 if made:
                made[at % len(made)] ^= 1 << pick.randrange(8)
            case 1:
                del made[at : at + size]
            case 2:
                made[at:at] = made[at : at + size] * pick.choice((1, 2, 50))
            case 3:
                made[at:at] = pick.choice(_HOSTILE) * pick.choice((1, 1, 3, 500))
            case 4:
                other = pick.choice(others)
                start = pick.randrange(len(other))
                made[at : at + pick.choice((0, size))] = other[start : start + size]
            case 5 if pick.random() < 0.2:
                del made[at:]
            case _:
                made[at : at + size] = pick.randbytes(size)
        del made[300_000:]
    return bytes(made)


def tried(suffix: str, data: bytes, folder: Path, limit: float = 5.0) -> Outcome:
    """Read and clean a file of that ending; raises AssertionError where a promise is broken, Hung over the limit."""
    path = folder / f"input{suffix}"
    path.write_bytes(data)
    articles = 0
    refused = False
    begun = time.perf_counter()
    with _at_most(limit):
        try:
            documents = read(Input(path, path.name, Metadata()), _is_one_line)
        except InputProblem as problem:
            _is_one_line(path.name, str(problem))
            documents, refused = (), True
        assert len({document.file for document in documents}) == len(documents)
        for document in documents:
            cleaned = clean(document, "input")
            check_places(document, cleaned)
            articles += len(cleaned.articles)
    return Outcome(refused, articles, time.perf_counter() - begun)


def check_places(document: RawDocument, cleaned: Cleaned) -> None:
    """Every offset slices to what it names, and every visible character stands in one place exactly."""
    stored = document.text
    stored.encode("utf-8")
    times = bytearray(len(stored))
    for article in cleaned.articles:
        end = 0
        for segment in article.origin.segments:
            assert segment.in_text == end
            end += segment.length
            piece = stored[segment.in_input : segment.in_input + segment.length]
            assert piece == article.text[segment.in_text : end]
            assert article.origin.bounds.start <= segment.in_input <= article.origin.bounds.end - segment.length
            _count(times, segment.in_input, segment.in_input + segment.length)
        assert end == len(article.text)
        for out in article.left_out:
            assert article.origin.bounds.start <= out.start < out.end <= article.origin.bounds.end
    for out in (*cleaned.left_out, *(out for article in cleaned.articles for out in article.left_out)):
        assert 0 <= out.start < out.end <= len(stored)
        _count(times, out.start, out.end)
    assert all(n == 1 for n, char in zip(times, stored, strict=True) if not char.isspace())


def _count(times: bytearray, start: int, end: int) -> None:
    for place in range(start, end):
        times[place] = min(times[place] + 1, 2)


def _is_one_line(name: str, reason: str) -> None:
    assert name.isprintable()
    assert reason.isprintable() and 5 < len(reason) < 300, reason


def _inside(pick: random.Random, data: bytes, others: tuple[bytes, ...]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        members: dict[str, str | bytes] = {name: source.read(name) for name in source.namelist()}
    name = pick.choice(list(members))
    content = members[name]
    assert isinstance(content, bytes)
    return archive({**members, name: damaged(pick, content, others)})


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise Hung(f"over {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
