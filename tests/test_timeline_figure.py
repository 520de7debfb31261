"""The timeline's figure: a picture that is the same each time, holds any dates, and can be read without seeing it."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from PIL import Image

from brief.render import styles
from brief.render.docx import render
from brief.render.timeline_figure import draw
from brief.render.timeline_words import LONGEST, description
from brief.schema import Line, Part, TimelineColumn, TimelineMark, TimelinePanel, TimelineRow
from tests.example_briefing import example
from tests.example_briefing_document import audit, body, changed, parts


def _mark(number: int, column: int, until: int | None = None, *sources: int, **facts: bool) -> TimelineMark:
    last = column if until is None else until
    known = {"period": last > column, "stated": True, "planned": False} | facts
    return TimelineMark(number=number, sources=sources or (1,), column=column, until=last, **known)


def _column(label: str, year: str = "", gap: str | None = None) -> TimelineColumn:
    return TimelineColumn(label=label, year=year, gap=gap)


BY_DATE = TimelinePanel(
    undated=None,
    columns=(_column("9 Mar", "2026"), _column("10 Mar", "2026"), _column("28 Mar", "2026", "17 days")),
    marks=(_mark(1, 0, None, 1, 2), _mark(2, 0, 1, 2, stated=False), _mark(3, 1), _mark(4, 2, None, 1, planned=True)),
)
OWN = TimelinePanel(undated=3, columns=(_column("Sunday"), _column("Tuesday")), marks=(_mark(5, 0), _mark(6, 1)))


def _row(number: int) -> TimelineRow:
    line = Line(parts=(Part(kind="text", text="—"),))
    return TimelineRow(number=number, when=line, what=line, sources="S1", basis="Stated")


@pytest.fixture(scope="module")
def document() -> bytes:
    """A document with a figure of two panels."""
    rows = tuple(_row(number) for number in range(1, 7))
    return render(changed(example(), timeline=rows, chronology=(BY_DATE, OWN)))


def test_the_same_facts_give_the_same_picture() -> None:
    """Drawn twice, the bytes are equal, and nothing in them tells the program or the day."""
    png, _ = draw((BY_DATE, OWN))
    assert draw((BY_DATE, OWN))[0] == png
    assert not [chunk for chunk in (b"tEXt", b"iTXt", b"zTXt", b"tIME") if chunk in png]


def test_the_picture_is_as_wide_as_the_text_and_in_its_colours() -> None:
    """Its shape is the one reported, and its marks have the document's colour."""
    png, ratio = draw((BY_DATE,))
    width, height = struct.unpack(">II", png[16:24])
    assert height / width == pytest.approx(ratio, rel=0.01)
    pixels = Image.open(io.BytesIO(png)).convert("RGB").tobytes()
    colours = Counter(zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))
    most = {bytes(colour).hex().upper() for colour, _ in colours.most_common(4)}
    assert {styles.WHITE, styles.PALE_BLUE, styles.NAVY} <= most


@pytest.mark.parametrize(
    "panel",
    [
        TimelinePanel(undated=None, columns=(_column("", "1"),), marks=(_mark(1, 0, period=True),)),
        TimelinePanel(
            undated=None,
            columns=tuple(_column(f"{n} Sep 9998–{n} Oct", "9999", "about 9998 years") for n in range(1, 25)),
            marks=tuple(_mark(n, n - 1, 23, *range(1, 9)) for n in range(1, 25)),
        ),
        TimelinePanel(
            undated=None, columns=(_column("9 Mar", "2026"),), marks=tuple(_mark(n, 0) for n in range(1, 25))
        ),
        TimelinePanel(
            undated=7,
            columns=tuple(_column(f"{n} days before") for n in range(24, 0, -1)),
            marks=tuple(_mark(n, n - 1) for n in range(1, 25)),
        ),
    ],
    ids=["one year", "24 stretches in 8 texts", "24 events of one day", "24 days of one text"],
)
def test_any_dates_make_a_picture_of_the_page(panel: TimelinePanel) -> None:
    """One day only, the first and the last year, a crowd on one day: the picture keeps to the width of the text."""
    png, ratio = draw((panel,))
    assert struct.unpack(">I", png[16:20])[0] == struct.unpack(">I", draw((BY_DATE,))[0][16:20])[0]
    assert 0 < ratio < 30


def test_the_picture_stands_in_the_text_with_its_facts_in_words(document: bytes) -> None:
    """It is an inline picture with a caption and with alternative text that names each day, event and source."""
    (inline,) = body(document).iter(qn("wp:inline"))
    (about,) = inline.iter(qn("wp:docPr"))
    assert {inline.get(side) for side in ("distT", "distB", "distL", "distR")} == {"0"}
    assert about.get("descr") == (
        "Chronology of 6 events, numbered as in Table 1. 9 Mar 2026: no. 1 (S1 and S2), no. 2 (S2, inferred). "
        "10 Mar 2026: no. 3 (S1). 17 days without a dated event. 28 Mar 2026: no. 4 (S1, planned). "
        "S3 states no date; in its own days: Sunday: no. 5. Tuesday: no. 6."
    )
    assert [name for name in parts(document) if name.startswith("word/media/")] == ["word/media/image1.png"]


def test_a_document_with_a_picture_is_valid_and_repeatable(document: bytes, tmp_path: Path) -> None:
    """The validator finds no error, and rendering again gives the same bytes."""
    assert audit(document, tmp_path) == []
    rows = tuple(_row(number) for number in range(1, 7))
    assert render(changed(example(), timeline=rows, chronology=(BY_DATE, OWN))) == document


def test_long_descriptions_end_at_a_whole_event() -> None:
    """Alternative text stays short enough to be read out; it ends with a whole day and says where the rest is."""
    crowd = BY_DATE.model_copy(
        update={
            "columns": tuple(_column(f"{n} Mar", "2026") for n in range(1, 25)),
            "marks": tuple(_mark(n, n - 1, None, *range(1, 13)) for n in range(1, 25)),
        }
    )
    text = description((crowd,))
    assert len(text) <= LONGEST
    assert text.endswith("S12). The rest stands in the table.")


def test_a_document_without_a_figure_loads_no_drawing_program() -> None:
    """The drawing package is loaded only when there is something to draw."""
    script = (
        "import sys\nfrom brief.render.docx import render\nfrom tests.example_briefing import example\n"
        "render(example())\nprint('matplotlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
