"""The Word document: valid, complete, the same each time, and safe with any text."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from brief import sections
from brief.errors import InputProblem
from brief.render import styles
from brief.render.docx import render
from brief.render.layout import bookmark_name
from brief.render.lines import line_text
from brief.render.ooxml import TOOLTIP_LIMIT, W, printable
from brief.render.package import pack, unchanged
from brief.render.reading import PrintedParagraph, printed_paragraphs
from brief.render.record import read_record
from brief.schema import Briefing, DisagreementRow, Pages, Part
from tests.example_briefing import example
from tests.example_briefing_document import (
    HOSTILE,
    audit,
    body,
    changed,
    contrast,
    hostile_briefing,
    kept_rows,
    parts,
    values,
)
from tests.example_briefing_record import bold, line, quote, text


@pytest.fixture(scope="module")
def document() -> bytes:
    """The example as a document."""
    return render(example())


def test_a_document_is_valid_open_xml(document: bytes, tmp_path: Path) -> None:
    """The validator finds no error."""
    assert audit(document, tmp_path) == []


def test_the_same_briefing_gives_the_same_bytes(document: bytes) -> None:
    """Two renders are equal, and the zip holds no date of today."""
    assert render(example()) == document
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.namelist()[1:] == sorted(archive.namelist()[1:])


def test_an_edited_document_is_told_from_an_untouched_one(document: bytes) -> None:
    """`unchanged` holds for what was written, and for nothing else."""
    assert unchanged(document)
    edited = parts(document)
    edited["word/document.xml"] = edited["word/document.xml"].replace(b"Tessel", b"Tassel", 1)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in edited.items():
            archive.writestr(name, content)
    assert not unchanged(target.getvalue())
    assert not unchanged(b"PK\x03\x04 not really")
    assert not unchanged(document + b"\0")
    assert not unchanged(b"\0" + document)


def test_the_record_in_the_document_is_the_briefing(document: bytes) -> None:
    """The embedded JSON parses back to the value that was rendered."""
    assert Briefing.model_validate_json(read_record(document)) == example()


def test_every_quotation_stands_in_quotation_marks_exactly(document: bytes) -> None:
    """The characters of each quoted part are printed, in curly marks."""
    printed = "\n".join(paragraph.text for paragraph in printed_paragraphs(document))
    quoted = [part.text for finding in example().pages.findings for part in finding.parts if part.kind == "quote"]
    assert len(quoted) == 9
    assert all(f"“{words}”" in printed for words in quoted)


def test_every_key_leads_to_its_register_row_and_every_row_is_used(document: bytes) -> None:
    """Keys, bookmarks and links agree; no bookmark name or id stands twice."""
    root = body(document)
    anchors = values(root, "//w:hyperlink/@w:anchor")
    marks = values(root, "//w:bookmarkStart/@w:name")
    assert set(anchors) <= set(marks)
    assert {bookmark_name(row.key) for row in example().pages.evidence} <= set(anchors)
    assert len(marks) == len(set(marks))
    ids = values(root, "//w:bookmarkStart/@w:id")
    assert len(ids) == len(set(ids))
    assert sorted(ids) == sorted(values(root, "//w:bookmarkEnd/@w:id"))


def test_a_key_shows_its_sentence_on_hovering(document: bytes) -> None:
    """The tooltip holds the source sentence, cut to what Word allows."""
    tips = values(body(document), "//w:hyperlink[@w:anchor='ev_S1_5']/@w:tooltip")
    assert tips
    assert set(tips) == {'S1.5: "Nobody planned anything with this town," she said.'}
    long = example().pages.evidence[0].model_copy(update={"sentence": "word " * 200})
    other = changed(example(), evidence=(long, *example().pages.evidence[1:]))
    assert max(map(len, values(body(render(other)), "//w:hyperlink/@w:tooltip"))) <= TOOLTIP_LIMIT


def test_words_that_are_quoted_are_bold_in_the_register(document: bytes) -> None:
    """The whole sentence is printed in its own style, the quoted stretch in bold."""
    cells = body(document).xpath("//w:p[w:pPr/w:pStyle/@w:val='Sourcesentence']", namespaces={"w": W})
    assert isinstance(cells, list)
    cell = next(
        c for c in cells if isinstance(c, etree._Element) and "".join(map(str, c.itertext())).startswith("Vasse")
    )
    bold_words = values(cell, ".//w:r[w:rPr/w:rStyle/@w:val='Strong']/w:t/text()")
    assert bold_words == ["daily crossings at 2,900"]


def test_headings_are_styles_with_one_title_and_no_level_skipped(document: bytes) -> None:
    """One Title; level 2 stands only below level 1; page 1 has its five headings first."""
    paragraphs = printed_paragraphs(document)
    assert [p.text for p in paragraphs if p.style == "Title"] == [example().title]
    levels = [int(p.style[-1]) for p in paragraphs if p.style.startswith("heading ")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    headings = [p.text for p in paragraphs if p.style == "heading 1"]
    assert headings[:5] == [
        "Bottom line",
        "Key findings",
        "Where the sources disagree",
        "What these texts do not tell us",
        "Sources",
    ]
    assert [p.text for p in paragraphs if p.style == "toc 1"] == headings[5:]
    numbers = [heading.split("\u2002")[0] for heading in headings[5:]]
    assert numbers == ["1", "2", "3", "4", "5", "6", "Annex A", "Annex B", "Annex C"]


def test_every_table_can_be_read_out(document: bytes) -> None:
    """Header row flagged and filled, a title and a description, rows kept whole, no merged or nested cells."""
    root = body(document)
    tables = int(root.xpath("count(//w:tbl)", namespaces={"w": W}))  # type: ignore[arg-type]
    assert tables == 9
    assert len(values(root, "//w:tbl/w:tblPr/w:tblCaption/@w:val")) == tables
    assert all(len(words) > 20 for words in values(root, "//w:tbl/w:tblPr/w:tblDescription/@w:val"))
    assert root.xpath("count(//w:tbl[not(w:tr[1]/w:trPr/w:tblHeader)])", namespaces={"w": W}) == 0
    assert root.xpath("count(//w:tr[not(w:trPr/w:cantSplit)])", namespaces={"w": W}) == 0
    assert root.xpath("count(//w:tr[1]/w:tc[not(.//w:t[string-length(.) > 0])])", namespaces={"w": W}) == 0
    assert root.xpath("count(//w:gridSpan | //w:vMerge | //w:tc//w:tbl)", namespaces={"w": W}) == 0
    for table in root.iter(f"{{{W}}}tbl"):
        grid = values(table, "w:tblGrid/w:gridCol/@w:w")
        for row in table.iter(f"{{{W}}}tr"):
            assert values(row, "w:tc/w:tcPr/w:tcW/@w:w") == grid


def test_a_disagreement_stays_with_its_closing_words() -> None:
    """A short table is kept whole and with the paragraph after it; of a long one the last two rows are."""
    first, *others = example().pages.disagreements
    row = DisagreementRow(label="Also", a=(line(text("word " * 300)),), b=(line(text("word")),))
    long = first.model_copy(update={"rows": (row, row, row)})
    root = body(render(changed(example(), disagreements=(long, *others))))
    tables = [
        heading.getnext()
        for heading in root.iter(f"{{{W}}}p")
        if values(heading, "w:pPr/w:pStyle/@w:val") == ["Heading2"]
    ]
    assert [kept_rows(table) for table in tables if table is not None] == [[False, True, True], [True]]
    after = [values(table.getnext(), "w:pPr/w:pStyle/@w:val") for table in tables if table is not None]  # type: ignore[arg-type]
    assert after == [["Closingnote"], ["Closingnote"]]


def test_no_last_row_stands_alone_on_a_page(document: bytes) -> None:
    """The last row but one of every table stays with the last."""
    tables = [kept_rows(table) for table in body(document).iter(f"{{{W}}}tbl")]
    assert len(tables) == 9
    assert all(rows[-2] for rows in tables if len(rows) > 1)
    register = tables[6]
    assert register == [False] * 12 + [True, False]


def test_other_programs_find_the_styles_by_their_names(document: bytes) -> None:
    """python-docx opens the document and knows its title, headings and findings by style."""
    opened = Document(io.BytesIO(document))
    named = [(p.style.name, p.text) for p in opened.paragraphs if p.style is not None]
    assert named[0] == ("Title", example().title)
    assert len([name for name, _ in named if name == "List Number"]) == 4
    assert ("Heading 1", "Bottom line") in named
    assert {table.style.name for table in opened.tables if table.style is not None} == {"Brief table"}


def test_a_table_longer_than_the_page_says_so_in_its_caption_field(document: bytes) -> None:
    """Captions are numbered by SEQ fields whose results count up."""
    captions = [p.text for p in printed_paragraphs(document) if p.style == "caption"]
    assert [caption.split(".")[0] for caption in captions] == [f"Table {n}" for n in range(1, 8)]
    assert len(values(body(document), "//w:instrText[contains(., 'SEQ Table')]/text()")) == 7


def test_nothing_is_formatted_by_hand(document: bytes) -> None:
    """Paragraphs and runs carry a style (and a language), nothing else; every style used is defined, once.

    Only rows that belong together say so themselves.
    """
    root = body(document)
    assert root.xpath("count(//w:p/w:pPr/*[not(self::w:pStyle or self::w:keepNext)])", namespaces={"w": W}) == 0
    assert root.xpath("count(//w:keepNext[not(ancestor::w:tr)])", namespaces={"w": W}) == 0
    assert (
        root.xpath("count(//w:r/w:rPr/*[not(self::w:rStyle or self::w:lang or self::w:rtl)])", namespaces={"w": W}) == 0
    )
    defined = values(etree.fromstring(parts(document)["word/styles.xml"]), "//w:style/@w:styleId")
    assert len(defined) == len(set(defined))
    used = set(values(root, "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert used <= set(defined)


def test_there_are_no_empty_paragraphs_and_no_spaces_for_layout(document: bytes) -> None:
    """Every paragraph has text, lists are list styles, and no two spaces stand together."""
    root = body(document)
    assert root.xpath("count(//w:p[not(.//w:t)])", namespaces={"w": W}) == 0
    paragraphs = printed_paragraphs(document)
    assert [p.text for p in paragraphs if "  " in p.text] == []
    assert len([p for p in paragraphs if p.style == "List Number"]) == len(example().pages.findings)
    assert len([p for p in paragraphs if p.style == "List Bullet"]) == 5


def test_the_package_holds_nothing_but_the_document(document: bytes) -> None:
    """No thumbnail, comments, text boxes, floats, tracked changes, or request to update fields."""
    everything = b"".join(parts(document).values())
    names = parts(document).keys()
    assert not [name for name in names if re.search("thumbnail|comments|stylesWithEffects|webSettings|media", name)]
    settings = parts(document)["word/settings.xml"]
    assert b'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
    assert b'<w:zoom w:percent="100"/>' in settings
    assert b"Theme=" not in parts(document)["word/styles.xml"]
    for forbidden in (
        b"txbxContent",
        b"<w:drawing",
        b"<w:ins ",
        b"<w:del ",
        b"updateFields",
        b"python-docx",
        b"attachedTemplate",
    ):
        assert forbidden not in everything


def test_the_core_properties_say_what_it_is(document: bytes) -> None:
    """Title, subject, author, language and status are set; the dates are those of the briefing."""
    core = parts(document)["docProps/core.xml"].decode()
    assert "<dc:title>The closure of the Tessel swing bridge</dc:title>" in core
    assert "<dc:creator>brief</dc:creator>" in core
    assert "<dc:language>en-GB</dc:language>" in core
    assert "MACHINE DRAFT" in core
    assert core.count("2025-05-12T00:00:00Z") == 2
    undated = render(example().model_copy(update={"as_of": None}))
    assert parts(undated)["docProps/core.xml"].count(b"2000-01-01T00:00:00Z") == 2


def test_the_header_says_machine_draft_and_the_footer_counts_pages(document: bytes) -> None:
    """Both stand on every page."""
    beside = {
        p.place.split(",")[0]: p.text for p in printed_paragraphs(document) if p.place.startswith(("header", "footer"))
    }
    assert beside["header"] == "MACHINE DRAFT, NOT REVIEWED BY A PERSON\tTessel bridge closure"
    assert beside["footer"].endswith("Page 1 of ")


def test_every_colour_can_be_read_on_every_ground(document: bytes) -> None:
    """All text colours keep a contrast of 6.5 to 1 on white and on both pale boxes."""
    inks = (styles.BLACK, styles.NAVY, styles.BLUE, styles.GREY, styles.BROWN)
    grounds = (styles.WHITE, styles.PALE_BLUE, styles.PALE_YELLOW)
    assert min(contrast(ink, ground) for ink in inks for ground in grounds) >= 6.5
    assert contrast(styles.WHITE, styles.NAVY) >= 6.5
    colours = set(re.findall(rb'<w:color w:val="([0-9A-F]{6})"', parts(document)["word/styles.xml"]))
    assert colours == {ink.encode() for ink in (*inks, styles.WHITE)}


def test_links_go_to_web_addresses_only_and_never_show_them(document: bytes) -> None:
    """The outlet, or the words `original page`, carry the link; a script address becomes plain text."""
    relationships = parts(document)["word/_rels/document.xml.rels"].decode()
    assert re.findall(r'Target="([^"]*)" TargetMode="External"', relationships) == [
        "https://courier.example/bridge?id=1&amp;view=full",
        "https://digest.example/0417",
    ]
    words = values(body(document), "//w:hyperlink[@*[local-name()='id']]//w:t/text()")
    assert words == ["Harbour Courier", "original page"]
    assert not [p.text for p in printed_paragraphs(document) if "://" in p.text]


def test_a_quotation_in_another_language_says_so() -> None:
    """Words of a Spanish source are marked as Spanish in the line and in the register."""
    pages = example().pages
    spanish = tuple(
        source.model_copy(update={"language": "es"}) if source.number == 2 else source for source in pages.sources
    )
    root = body(render(changed(example(), sources=spanish)))
    marked = values(root, "//w:r[w:rPr/w:lang/@w:val='es']/w:t/text()")
    assert "“will stay shut for six weeks”" in marked
    assert "daily crossings at 2,900" in marked
    assert not [words for words in marked if "planned" in words]


def test_parts_that_would_run_together_get_one_space() -> None:
    """Spaces are put between parts where neither side brings one, never before a comma."""
    assert line_text(line(bold("He said:"), quote("no"), text(", twice."), text(" Then"), quote("yes"))) == (
        "He said: “no”, twice. Then “yes”"
    )
    assert line_text(line(text("a  b\n"), Part(kind="key", text="S1.2"), text("."), tag="One text")) == (
        "a b [S1.2]. One\u00a0text"
    )


def test_hostile_characters_never_break_the_document(tmp_path: Path) -> None:
    """Markup, control characters, lone surrogates, direction overrides, emoji and 300 characters stay valid."""
    data = render(hostile_briefing(HOSTILE))
    assert audit(data, tmp_path) == []
    assert printable("\x00\x1b\ud800\ufffe\u202e") == "\ufffd" * 5
    printed = next(p.text for p in printed_paragraphs(data) if p.style == "List Number")
    assert printed == f"“{printable(HOSTILE)}”"
    assert not re.search("[\x00-\x08\x1b\u202a-\u202e]", "".join(p.text for p in printed_paragraphs(data)))


def test_a_briefing_that_found_nothing_is_still_a_document(tmp_path: Path) -> None:
    """Empty parts lose their page-1 heading or say that nothing was found."""
    empty: dict[str, object] = {
        name: ()
        for name, field in Pages.model_fields.items()
        if "tuple" in str(field.annotation) and name not in ("bottom_line", "made")
    }
    data = render(changed(example(), **empty))
    assert audit(data, tmp_path) == []
    headings = [p.text for p in printed_paragraphs(data) if p.style == "heading 1"]
    assert "Key findings" not in headings
    assert f"4\u2002{sections.HEADINGS[4]}" in headings
    assert len([p for p in printed_paragraphs(data) if p.text == "None found in these texts."]) == 4


def test_pointers_to_nowhere_are_printed_as_plain_words() -> None:
    """A key or pointer without its row or part stays readable and is no dead link."""
    finding = line(text("See"), Part(kind="key", text="S9.9"), Part(kind="ref", text="Section 99"))
    data = render(changed(example(), findings=(finding,)))
    printed = next(p for p in printed_paragraphs(data) if p.style == "List Number")
    assert printed == PrintedParagraph(
        "Key findings, paragraph 1", "List Number", "See [S9.9] →\u00a0Section 99", None, ("finding_1",), ()
    )


def test_a_document_type_or_a_bomb_is_refused(document: bytes) -> None:
    """A record with entities is not expanded, and a file that is no zip says so in one line."""
    bomb = (
        b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        b'<r xmlns="urn:brief:record:1">&b;</r>'
    )
    with pytest.raises(InputProblem, match="document type"):
        read_record(pack({**parts(document), "customXml/item1.xml": bomb}))
    with pytest.raises(InputProblem, match="not a Word file"):
        read_record(b"hello")
    with pytest.raises(InputProblem, match="holds no record"):
        read_record(pack({name: content for name, content in parts(document).items() if "item1.xml" not in name}))


def test_a_full_page_1_is_set_smaller_and_an_overfull_one_runs_on() -> None:
    """Letters shrink when page 1 would run over; when that does not help, the contents follow without a new page."""

    def setting(findings: int) -> tuple[float, bool]:
        pages = example().pages
        many = tuple(pages.findings[0] for _ in range(findings))
        made = Document(io.BytesIO(render(changed(example(), findings=many)))).styles
        size = made[styles.FINDING].font.size
        assert size is not None
        return size.pt, bool(made[styles.CONTENTS_HEADING].paragraph_format.page_break_before)

    assert setting(4) == (styles.ROOMY[styles.FINDING].size, True)
    assert setting(7) == (styles.SETTINGS[1][styles.FINDING].size, True)
    assert setting(9) == (styles.COMPACT[styles.FINDING].size, True)
    assert setting(30) == (styles.COMPACT[styles.FINDING].size, False)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on this machine")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not on this machine")
def test_page_1_stands_alone_when_laid_out(document: bytes, tmp_path: Path) -> None:
    """LibreOffice converts the document, and everything up to the sources stands on page 1."""
    (tmp_path / "briefing.docx").write_bytes(document)
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "briefing.docx")], check=True, capture_output=True, timeout=120)
    pages = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "briefing.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")
    assert "S3 Outlet not stated" in pages[0]
    assert "Annex A" in pages[0]
    assert "Contents" in pages[1]
    assert "Contents" not in pages[0]
