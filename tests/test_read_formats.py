"""Reading PDF and Word files: the stored text of each, and what is said of what can't be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.schema import Metadata
from tests.reading import only, problem
from tests.sample_files import (
    ARTICLE,
    HISTORY,
    LEAD,
    NUMBERS,
    QUOTED,
    archive,
    column,
    docx,
    paragraphs,
    pdf,
    wrapped,
)

WORDS = "\n\n".join(ARTICLE)


def test_a_pdf_page_of_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    """Also where the page was drawn row by row; the headline over both comes first, split words are whole again."""
    left, right = wrapped(f"{LEAD} {QUOTED}", 33), wrapped(f"{NUMBERS} {HISTORY}", 33)
    assert any(line.endswith("-") for line in (*left, *right))
    headline = [(60.0, 790.0, 18.0, "Harbour at Tolvik closed until Friday after a crack was found")]
    rows = [drawn for pair in zip(column(left), column(right, x=320), strict=False) for drawn in pair]
    rest = column(left)[len(right) :] + column(right, x=320)[len(left) :]
    for page in ([*headline, *column(left), *column(right, x=320)], [*headline, *rows, *rest]):
        document = only(tmp_path, "a.pdf", pdf([page]))
        assert document.text == f"{headline[0][3]}\n\n{LEAD} {QUOTED} {NUMBERS} {HISTORY}"
    assert (document.format, document.extractor.split()[0]) == ("pdf", "pypdf")


def test_paragraphs_of_a_pdf_run_on_over_pages_without_headers_and_page_numbers(tmp_path: Path) -> None:
    """What repeats at the edges of the pages is dropped; the head of the first page stays for cleaning to judge."""
    lines = wrapped(" ".join(ARTICLE) + " " + " ".join(ARTICLE))
    parts = lines[:7], lines[7:14], lines[14:]
    pages = [
        [(60.0, 800.0, 8.0, "The Tolvik Messenger"), *column(part), (290.0, 40.0, 8.0, f"Page {number} of 3")]
        for number, part in enumerate(parts, start=1)
    ]
    text = only(tmp_path, "a.pdf", pdf(pages)).text
    assert text == "The Tolvik Messenger\n\n" + " ".join((*ARTICLE, *ARTICLE))


def test_paragraphs_of_a_pdf_are_told_by_gap_indent_and_short_last_line(tmp_path: Path) -> None:
    """Three ways to set a paragraph."""
    first, second = wrapped(LEAD), wrapped(NUMBERS)
    gap = [*column(first), *column(second, top=760 - 14 * len(first) - 10)]
    lower = 760 - 14 * len(first)
    indent = [*column(first), (72.0, lower, 10.0, second[0]), *column(second[1:], top=lower - 14)]
    short = [*column([*first, *second])]
    for page in (gap, indent, short):
        assert only(tmp_path, "a.pdf", pdf([page])).text == f"{LEAD}\n\n{NUMBERS}"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("The port au-", "thority spoke."), "The port authority spoke."),
        (("The Franco-", "German boat."), "The Franco-German boat."),
        (("A self-", "made man."), "A self-made man."),
        (("The mail-", "boat sails. A mail-boat."), "The mail-boat sails. A mail-boat."),
        (("In 2011-", "12 it closed."), "In 2011-12 it closed."),
        (("He went -", "she stayed."), "He went - she stayed."),
    ],
)
def test_a_hyphen_at_a_line_end_is_taken_out_where_a_word_is_split(
    tmp_path: Path, lines: tuple[str, str], joined: str
) -> None:
    """It stays in a compound: before a capital or a number, after self-, or where the text has it elsewhere."""
    text = only(tmp_path, "a.pdf", pdf([column([*wrapped(LEAD), *lines])])).text
    assert text.endswith(joined)


def test_title_and_author_of_a_file_are_kept_when_its_text_has_them(tmp_path: Path) -> None:
    """Not the name of a template, nor that of whoever saved the file; nor the day on which it was made."""
    page = column(["Harbour at Tolvik closed until Friday", "By Runa Castellan", *wrapped(LEAD)])
    good = only(tmp_path, "a.pdf", pdf([page], "Harbour at Tolvik closed until Friday", "Runa Castellan"))
    assert good.stated == Metadata(title="Harbour at Tolvik closed until Friday", author="Runa Castellan")
    junk = only(tmp_path, "b.pdf", pdf([page], "Microsoft Word - layout_v3_final.docx", "admin"))
    assert junk.stated == Metadata()


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (pdf([[]]), "without text, only pictures"),
        (pdf([column([LEAD])], more=b"/Encrypt << /Filter /Standard /V 2 /R 3 /O (x) /U (y) /P -4 >> "), "protected"),
        (pdf([column([LEAD])])[:300], "damaged"),
        (b"Not a PDF at all.", "damaged"),
        (pdf([column(["x"])] * 101), "101 pages, the limit is 100"),
    ],
)
def test_a_pdf_that_cant_be_read_says_what_to_do(tmp_path: Path, data: bytes, fact: str) -> None:
    """Pictures, protection, damage, too many pages."""
    assert fact in problem(tmp_path, "a.pdf", data)


@pytest.mark.parametrize("limit", ["OPERATIONS", "LETTERS", "DRAWING", "SECONDS"])
def test_a_pdf_that_draws_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    """Each limit by itself, on a page that is read when the limit is not reached."""
    page = pdf([column([LEAD] * 20)])
    assert LEAD in only(tmp_path, "a.pdf", page).text
    monkeypatch.setattr(f"brief.read.pdf.{limit}", 0 if limit == "SECONDS" else 90)
    assert "more than an article" in problem(tmp_path, "a.pdf", page)


def test_a_word_file_gives_what_a_reader_of_the_final_text_sees(tmp_path: Path) -> None:
    """Headings, tables and inserted text; not what was deleted, moved away, hidden or commented on."""
    style = '<w:rPr><w:rStyle w:val="Secret"/></w:rPr>'
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Harbour closed</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>The port is </w:t></w:r>"
        "<w:del><w:r><w:t>open</w:t><w:delText>wide</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>to all</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>closed</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> to us</w:t></w:r>"
        f"<w:r>{style}<w:t> for now</w:t></w:r>"
        '<w:r><w:commentReference w:id="1"/><w:instrText>HYPERLINK</w:instrText></w:r>'
        "<w:r><w:t>.</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{paragraphs('Boats')}</w:tc><w:tc>{paragraphs('Two')}</w:tc></w:tr></w:tbl>"
        f"<w:tbl><w:tr><w:tc>{paragraphs(LEAD, NUMBERS)}</w:tc></w:tr></w:tbl>"
    )
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    styles = f'<w:styles xmlns:w="{w}"><w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    comments = f'<w:comments xmlns:w="{w}">{paragraphs("Is that so?")}</w:comments>'
    document = only(tmp_path, "a.docx", docx(body, {"word/styles.xml": styles, "word/comments.xml": comments}))
    assert document.text == f"Harbour closed\n\nThe port is closed.\n\nBoats | Two\n\n{LEAD}\n\n{NUMBERS}"
    assert document.format == "docx"


def test_a_briefing_of_our_own_is_no_article(tmp_path: Path) -> None:
    """It may stand beside the articles it was made from."""
    made = Path(__file__).parent.parent / "outputs" / "example.docx"
    assert "a briefing that brief made" in problem(tmp_path, "a.docx", made.read_bytes())


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "protected, or of the old kind"),
        (b"PK\x03\x04 and no more", "a damaged Word file"),
        (archive({"xl/workbook.xml": "<a/>"}), "not a Word file"),
        (docx("<w:p>"), "a damaged Word file"),
        (docx(""), "no text in it"),
        (docx(paragraphs("x"), {"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "document type"),
        (docx("<w:p>" * 5_000 + "</w:p>" * 5_000), "a damaged Word file"),
    ],
)
def test_a_word_file_that_cant_be_read_says_what_to_do(tmp_path: Path, data: bytes, fact: str) -> None:
    """Protected, damaged, another kind, empty, or written to harm."""
    assert fact in problem(tmp_path, "a.docx", data)
