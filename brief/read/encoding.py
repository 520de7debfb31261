"""From bytes to text: which encoding a file is in."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SAMPLE = 65536
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))


_OTHER_LATIN = frozenset(
    "Czech Slovak Polish Hungarian Slovene Croatian Romanian Turkish Latvian Lithuanian Estonian".split()
)
_WESTERN = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœ“”‘’„‚–—…€«»¿¡°§·\xa0")


class NotText(ValueError):
    """The bytes are not text; the message says what they are."""


def decode(data: bytes, *, html: bool = False) -> tuple[str, str]:
    """Return (text, encoding) of a file's bytes; line breaks stay as they are, a byte order mark is dropped.

    Tried in order: byte order mark, UTF-16/32 without one, UTF-8, for HTML the declared charset, Windows-1252 where
    it reads as a western text, charset-normalizer's guess, Windows-1252, Latin-1. Raises NotText for binary data.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise NotText(kind)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace"), encoding
    wide = _without_mark(data)
    if wide:
        return data.decode(wide, errors="replace"), wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_binary(data)
        return _guess(data, html)
    _refuse_binary(data)
    return text, "utf-8"


def _without_mark(data: bytes) -> str | None:
    """Recognise UTF-16 and UTF-32 without a byte order mark by where their zero bytes stand."""
    sample = data[:_SAMPLE]
    quarter = max(len(sample) // 4, 1)
    zeros = [sample[i::4].count(0) / quarter for i in range(4)]
    if len(sample) < 8 or max(zeros) < 0.3:
        return None
    if len(data) % 4 == 0 and min(zeros[2], zeros[3]) > 0.9 and zeros[0] < 0.1:
        return "utf-32-le"
    if len(data) % 4 == 0 and min(zeros[0], zeros[1]) > 0.9 and zeros[3] < 0.1:
        return "utf-32-be"
    if len(data) % 2 == 0 and min(zeros[1], zeros[3]) > 0.3 and max(zeros[0], zeros[2]) < 0.05:
        return "utf-16-le"
    if len(data) % 2 == 0 and min(zeros[0], zeros[2]) > 0.3 and max(zeros[1], zeros[3]) < 0.05:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > 8 and controls > len(data) / 50:
        raise NotText("binary data")


def _is_western(sample: bytes) -> bool:
    """Tell whether the bytes read as Windows-1252 are a text with the accents and marks of western Europe."""
    text = sample.decode("cp1252", errors="replace")
    high = [char for char in text if char > "\x7f"]
    letters = sum(char.isalpha() for char in text)
    return len(high) < letters / 5 and sum(char in _WESTERN for char in high) >= 0.95 * len(high)


def _guess(data: bytes, html: bool) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    declared = _META.search(data[:4096]) if html else None
    names = [declared[1].decode("ascii")] if declared else []
    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None and best.language not in ("", "Unknown"):
        names.append(best.encoding)
    if _is_western(data[:_SAMPLE]) and not (best is not None and best.language in _OTHER_LATIN):
        names = [*names[: declared is not None], "cp1252"]
    for name in [*names, "cp1252"]:
        try:
            return data.decode(name), codecs.lookup(name).name
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1"), "latin-1"
