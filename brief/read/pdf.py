"""From a PDF to its text, through pypdf: lines with their places, for `columns` and `paragraphs` to put in order."""

from __future__ import annotations

import logging
import time
import zlib
from io import BytesIO
from typing import Any

from brief.errors import InputProblem
from brief.read.columns import Piece, in_reading_order, lines_of
from brief.read.paragraphs import without_repeated, written_out
from brief.read.properties import stated_by_file
from brief.read.stated import whole
from brief.read.web import Page

PAGES = 100
OPERATIONS = 200_000
LETTERS = 3_000_000
DRAWING = 10_000_000
SECONDS = 4.0
_ENDINGS = 1_000
_WIDTHS = 256
_ENOUGH = 20
# What a broken file makes pypdf raise besides its own errors; the campaign `inputs` of tests/soak looks for others.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)


class _TooMuch(Exception):
    """A page draws more than any page of an article does."""


def pdf_text(data: bytes) -> Page:
    """Return the text of a PDF, column by column and paragraph by paragraph, words split at line ends joined.

    A line that stands at the edge of most pages (running header, page number) is dropped, save above the first page.
    Title and author are kept when the text has them too; the day on which the file was made is no day of publication.
    Raises InputProblem for a file that is damaged, protected, without text, or too large: more than 100 pages, 10 MB
    or 200,000 operations of drawing, 3 million letters, or 4 seconds of work on this machine, which no file comes near
    that was not made for it; what one stream may unpack to is bounded by pypdf's own limits.
    """
    from pypdf import PdfReader, __version__, apply_configuration
    from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it can't use is told by what we return
    limits = apply_configuration(
        stream_decoding_work_maximum_length=60_000_000,
        stream_parsing_work_maximum_count=2 * OPERATIONS,
        zlib_maximum_output_length=DRAWING,
        lzw_maximum_output_length=5_000_000,
        zlib_maximum_recovery_input_length=1_000_000,
        page_tree_maximum_page_entries=100_000,
        xform_maximum_invocations_per_extraction=500,
    )
    try:
        if data.count(b"startxref") > _ENDINGS:
            raise _TooMuch
        with limits:
            reader = PdfReader(BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise DependencyError("a password")
            pages = _pages(reader)
            title, author = _properties(reader)
    except DependencyError as error:
        raise InputProblem("a PDF that is protected: print it to a new PDF without protection, or save its text") from (
            error
        )
    except (_TooMuch, LimitReachedError, MemoryError) as error:
        raise InputProblem(
            "a PDF that draws more than an article does: save the pages of the article as a PDF of their own"
        ) from error
    except (PyPdfError, *_BROKEN) as error:
        raise InputProblem("a damaged PDF: open it and print it to a new PDF, or save its text") from error
    text = whole(written_out(without_repeated([in_reading_order(lines_of(page)) for page in pages])))
    if sum(map(str.isalnum, text)) < _ENOUGH:
        raise InputProblem(
            "a PDF without text, only pictures of pages: run text recognition (OCR) on it and save it again"
        )
    return Page(text, stated_by_file(title, author, text), f"pypdf {__version__}")


def _pages(reader: Any) -> list[list[Piece]]:
    if len(reader.pages) > PAGES:
        raise InputProblem(
            f"a PDF of {len(reader.pages)} pages, the limit is {PAGES}: save the article's pages as a PDF of their own"
        )
    drawn = letters = size = 0
    until = time.thread_time() + SECONDS

    def count(*_: object) -> None:
        nonlocal drawn
        drawn += 1
        if drawn > OPERATIONS or time.thread_time() > until:
            raise _TooMuch

    pages = []
    for page in reader.pages:
        pieces: list[Piece] = []

        def take(text: str, cm: Any, tm: Any, font: Any, size: float, pieces: list[Piece] = pieces) -> None:
            nonlocal letters
            letters += len(text)
            if letters > LETTERS:
                raise _TooMuch
            if text.strip():
                pieces.append(_piece(text, cm, tm, font, size))

        content = page.get_contents()
        size += len(content.get_data()) if content is not None else 0
        if size > DRAWING:
            raise _TooMuch
        page.extract_text(orientations=(0,), visitor_operand_before=count, visitor_text=take)
        if drawn > OPERATIONS or letters > LETTERS:
            raise _TooMuch  # pypdf passes over what is raised inside a form
        pages.append(pieces)
    return pages


def _piece(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> Piece:
    """Return a stretch of text where it stands on the page; its end is told from the mean width of its font."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    across = abs(size * tm[0] * cm[0]) or abs(size)
    height = abs(size * tm[3] * cm[3]) or abs(size)
    end = x + _mean_width(font) * across * len(text.strip())
    return Piece(x, y, end, height, text)


def _mean_width(font: Any) -> float:
    """Return the mean width of a font's letters, in ems; 0.45 where the font does not say."""
    widths: Any = font.get("/Widths") if hasattr(font, "get") else None
    widths = widths.get_object() if hasattr(widths, "get_object") else widths
    known = [float(w) for w in widths[:_WIDTHS] if isinstance(w, int | float) and 0 < w < 2000] if widths else []
    return sum(known) / len(known) / 1000 if known else 0.45


def _properties(reader: Any) -> tuple[str, str]:
    stated = reader.metadata
    if stated is None:
        return "", ""
    return str(stated.title or ""), str(stated.author or "")
