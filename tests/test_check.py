"""`brief check`: what holds is counted, and each kind of damage is found."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from time import process_time

import pytest
from lxml import etree

from brief.check import CheckReport, check
from brief.render.docx import render
from brief.render.ooxml import W
from brief.schema import Briefing, RawDocument
from tests.example_briefing import example
from tests.example_briefing_record import sources

Edit = Callable[[str], str]


@pytest.fixture(scope="module")
def document() -> bytes:
    """The example as a document."""
    return render(example())


def edited(data: bytes, edit: Edit, part: str = "word/document.xml") -> bytes:
    """The document after somebody has changed one part of it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                after = edit(content.decode())
                assert after != content.decode()
                content = after.encode()
            new.writestr(name, content)
    return target.getvalue()


def replaced(data: bytes, before: str, after: str, times: int = 1) -> CheckReport:
    """The report on the document after one replacement in its text."""
    return check(edited(data, lambda xml: xml.replace(before, after, times)), "docx", sources())


def after_finding(data: bytes, runs: str) -> CheckReport:
    """The report on the document with runs added to the first key finding."""

    def add(xml: str) -> str:
        root = etree.fromstring(xml.encode())
        found = root.xpath("//w:p[w:pPr/w:pStyle/@w:val='ListNumber'][4]", namespaces={"w": W})
        assert isinstance(found, list)
        paragraph = found[0]
        assert isinstance(paragraph, etree._Element)
        paragraph.extend(etree.fromstring(f'<x xmlns:w="{W}">{runs}</x>'))
        return etree.tostring(root, encoding="unicode")

    return check(edited(data, add), "docx", sources())


def run(words: str) -> str:
    """A run as an editor writes it."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_an_untouched_document_passes(document: bytes) -> None:
    """Nothing is wrong, and the report says how much was looked at."""
    report = check(document, "docx", sources())
    assert report.problems == ()
    assert "33 quotations compared with the sentences they are from" in report.checked
    assert "14 of 14 register sentences compared with the inputs" in report.checked
    assert "4 of 4 inputs that were read have the recorded sha256" in report.checked
    assert "18 spans of the record compared with 4 articles" in report.checked


def test_an_untouched_record_passes() -> None:
    """The JSON beside the document is checked in the same way."""
    report = check(example().model_dump_json().encode(), "json", sources())
    assert report.problems == ()
    assert "33 quotations compared with the sentences they are from" in report.checked


def test_without_inputs_the_report_says_that_it_rests_on_the_record(document: bytes) -> None:
    """Nothing is claimed about files that were not given."""
    report = check(document, "docx", ())
    assert report.problems == ()
    assert "no inputs given: compared with the record only" in report.checked


def test_the_report_never_calls_anything_true(document: bytes) -> None:
    """It says what was compared, not that it is right."""
    words = " ".join(check(document, "docx", sources()).checked)
    assert not [word for word in ("confirmed", "verified", "accurate", "true", "correct") if word in words]


def test_a_quotation_altered_by_one_letter_is_found(document: bytes) -> None:
    """The problem names the place and the words."""
    report = replaced(document, "“all but signed”", "“all but resigned”")
    assert report.problems == (
        "Key findings, paragraph 2: “all but resigned” does not stand in the sentences cited here",
    )


def test_a_quotation_that_ends_within_a_word_is_found(document: bytes) -> None:
    """Words cut short can mean something else, so only whole words count as standing in a source."""
    report = replaced(document, "“Nobody planned anything with this town”", "“obody planned anything with this town”")
    assert len(report.problems) == 1


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "„{}“", "«{}»"])
def test_an_invented_quotation_is_found_in_any_double_marks(document: bytes, marks: str) -> None:
    """A person's addition between quotation marks has to stand in a source."""
    report = after_finding(document, run(" He added: " + marks.format("we knew all along").replace('"', "&quot;")))
    assert [p for p in report.problems if "we knew all along" in p and p.startswith("Key findings, paragraph 4")]


@pytest.mark.parametrize("marks", ["‘{}’", "‹{}›"])
def test_words_in_single_marks_stand_in_the_sentences_cited_beside_them(document: bytes, marks: str) -> None:
    """In a text with keys; the source's own words hold, and an apostrophe is no quotation mark."""
    invented = after_finding(document, run(" He added: " + marks.format("we knew it, the town’s people didn’t") + "."))
    assert len(invented.problems) == 1
    assert invented.problems[0].startswith("Key findings, paragraph 4: ‘we knew it, the town’s people didn’t’ does not")
    cited = replaced(document, "“all but signed”", marks.format("all but signed"))
    assert cited.problems == ()
    assert "33 quotations compared with the sentences they are from" in cited.checked
    for words in ("the boats’ crews and ‘Abd’s", "a ‘planned’ stop, ‘tis said", "“‘Nobody planned” it"):
        assert not [p for p in after_finding(document, run(f" {words}")).problems if "‘" in p.split("“")[0]]


def test_single_marks_without_a_key_are_a_persons_own_emphasis(document: bytes) -> None:
    """Nothing shows that they quote."""
    assert replaced(document, "Analyst: click here", "Analyst: ‘wait and see’, as ever").problems == ()


def test_a_hundred_thousand_single_marks_take_no_time(document: bytes) -> None:
    """Whether they have partners or not."""
    for marks in (" ‘x y" * 50_000, " ‘x y’" * 50_000, " ‘x y" * 20_000 + "’ " * 20_000, "“a b” ‘a “c d” b’ " * 9_000):
        began = process_time()
        after_finding(document, run(marks))
        assert process_time() - began < 5


def test_a_headline_outside_the_text_is_compared_with_the_table_of_sources() -> None:
    """Such a row has no place in its input; only a headline may lack one, and it has to be the source's title."""
    briefing = example()
    row = briefing.pages.evidence[0]
    source = next(source for source in briefing.pages.sources if source.article == row.article)
    outside = {"key": "S1.H", "segments": (), "line": None, "offset": None, "quoted": ()}

    def report(**change: object) -> CheckReport:
        first = row.model_copy(update={**outside, "sentence": source.title, **change})
        pages = briefing.pages.model_copy(update={"evidence": (first, *briefing.pages.evidence[1:])})
        changed = briefing.model_copy(update={"pages": pages}).model_dump_json().encode()
        return check(changed, "json", sources())

    about = "1 headline outside the text compared with the table of sources"
    assert about in report().checked
    assert "13 of 14 register sentences compared with the inputs" in report().checked
    assert not [p for p in report().problems if p.startswith("register")]
    wrong = "register S1.H: the headline is not the title in the record’s table of sources"
    assert wrong in report(sentence="Something else").problems
    assert "register S1.2: the record gives no place for the sentence" in report(key="S1.2").problems


def test_an_invented_quotation_in_a_tracked_insertion_is_found(document: bytes) -> None:
    """Words that a reviewer has inserted count; words that a reviewer has deleted don't."""
    insertion = f'<w:ins w:id="900" w:author="A" w:date="2025-01-01T00:00:00Z">{run("“we knew”")}</w:ins>'
    assert len(after_finding(document, insertion).problems) == 1
    deleted = run("“we knew”").replace("w:t", "w:delText")
    deletion = f'<w:del w:id="901" w:author="A" w:date="2025-01-01T00:00:00Z">{deleted}</w:del>'
    assert after_finding(document, deletion).problems == ()


def test_an_invented_quotation_in_the_judgement_box_is_found(document: bytes) -> None:
    """Content controls are looked into."""
    report = replaced(document, "Analyst: click here", "Analyst: “they lied”, click here")
    assert report.problems == (
        "6\u2002Judgement, paragraph 2: “they lied” does not stand in the register or the inputs",
    )


def test_an_invented_quotation_in_a_footnote_or_a_text_box_is_found(document: bytes) -> None:
    """Whatever a person adds that readers see is looked into."""
    target = io.BytesIO(document)
    with zipfile.ZipFile(target, "a") as archive:
        note = f"<w:footnote w:id='1'><w:p>{run('“they lied”')}</w:p></w:footnote>"
        archive.writestr("word/footnotes.xml", f"<w:footnotes xmlns:w='{W}'>{note}</w:footnotes>")
    report = check(target.getvalue(), "docx", sources())
    assert report.problems == ("footnotes, paragraph 1: “they lied” does not stand in the register or the inputs",)
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('“they lied”')}</w:p></w:txbxContent></w:pict></w:r>"
    assert len(after_finding(document, box).problems) == 1


def test_a_quotation_split_over_runs_is_read_as_one(document: bytes) -> None:
    """Editors cut text into runs at will; the words are what counts."""
    whole = after_finding(document, run(" “will stay ") + run("shut for") + run(" six weeks”"))
    assert whole.problems == ()


def test_a_person_may_quote_the_inputs_and_the_title(document: bytes) -> None:
    """In a paragraph without keys, any words of an input hold, and so do words of the user's own title."""
    judged = "Analyst: “ten gardens to see before the frost” in “The closure of the Tessel swing bridge”"
    assert replaced(document, "Analyst: click here", judged).problems == ()
    unsourced = check(edited(document, lambda xml: xml.replace("Analyst: click here", judged)), "docx", ())
    assert len(unsourced.problems) == 1


def test_words_under_the_wrong_key_are_found(document: bytes) -> None:
    """Right words, wrong sentence, even where the two sentences follow each other in the source."""
    report = replaced(document, "“daily crossings at 2,900”", "“daily crossings at 2,900” “all but signed”")
    assert report.problems == (
        "Key findings, paragraph 3: “all but signed” does not stand in the sentences cited here, but in others",
    )


def test_a_quotation_may_hold_quotation_marks_of_its_source(document: bytes) -> None:
    """The longest text that stands in the source is taken, so marks inside a quotation don't end it."""
    inner = (
        "“The authority called the closure &quot;a short and planned inspection&quot; in a notice on its site.” [S1.3]"
    )
    report = replaced(document, "Analyst: click here", inner)
    assert report.problems == ()


def test_a_mark_without_partner_is_found(document: bytes) -> None:
    """A quotation that nobody closed can't be compared."""
    report = replaced(document, "Analyst: click here", "Analyst: “click here")
    assert report.problems == ("6\u2002Judgement, paragraph 2: a quotation mark has no partner",)


def test_a_key_that_points_nowhere_is_found(document: bytes) -> None:
    """Both the key and a link without its row are named."""
    report = after_finding(document, run(" [S7.3]"))
    assert report.problems == ("Key findings, paragraph 4: [S7.3] is no key of the register",)
    lost = replaced(document, 'w:name="ev_S2_6"', 'w:name="gone"')
    assert any("[S2.6] has no row to lead to" in problem for problem in lost.problems)
    assert any("register S2.6: its row is missing" in problem for problem in lost.problems)


def test_a_link_to_another_row_is_found(document: bytes) -> None:
    """A key has to lead to its own sentence."""
    report = replaced(document, 'w:anchor="ev_S1_5"', 'w:anchor="ev_S1_6"')
    assert [p for p in report.problems if "leads to another row than its own" in p]


def test_a_changed_register_sentence_is_found(document: bytes) -> None:
    """The printed sentence is compared with the record character for character."""
    report = replaced(document, ">Vasse put <", ">Vasse puts <")
    assert any(p.startswith("register S2.4: the printed sentence is not the record’s") for p in report.problems)


def test_text_can_not_hide_in_the_style_of_source_sentences(document: bytes) -> None:
    """A paragraph set in that style has to be one of the record's source texts."""
    report = replaced(document, '<w:pStyle w:val="Judgement"/>', '<w:pStyle w:val="Sourcesentence"/>')
    assert len(report.problems) == 1
    assert "set as a source’s sentence" in report.problems[0]


def test_a_changed_status_strip_is_found(document: bytes) -> None:
    """The program's own figures are not for editing."""
    report = replaced(document, "33 of 33", "99 of 99")
    assert "status strip: it no longer reads as the program wrote it" in report.problems


def test_a_changed_input_is_found(document: bytes) -> None:
    """The hash tells; and an input of another briefing is named."""
    first, *rest = sources()
    other = first.model_copy(update={"sha256": "0" * 64})
    problems = check(document, "docx", (other, *rest)).problems
    assert problems == (f"input {first.file}: its sha256 is not the one in the record: the file has changed",)
    stranger = check(document, "docx", (first.model_copy(update={"file": "x.txt"}),)).problems
    assert problems and stranger == ("input x.txt: the briefing was not made from a file of this name",)


def test_a_record_that_does_not_fit_its_inputs_is_found() -> None:
    """A register sentence, its place, a span and a count are each compared with the inputs or counted again."""
    briefing = example()
    row = briefing.pages.evidence[0]
    moved = row.model_copy(update={"segments": ((0, len(row.sentence)),)})
    lines = row.model_copy(update={"line": (row.line or 0) + 1})
    said = briefing.summaries[0].attributions[0]
    shifted = said.content.model_copy(update={"spans": ((3, 9),)})

    def problems(briefing: Briefing) -> tuple[str, ...]:
        return check(briefing.model_dump_json().encode(), "json", sources()).problems

    def with_row(first: object) -> Briefing:
        pages = briefing.pages.model_copy(update={"evidence": (first, *briefing.pages.evidence[1:])})
        return briefing.model_copy(update={"pages": pages})

    assert [p for p in problems(with_row(moved)) if p.startswith("register S1.2: the sentence does not stand in")]
    assert [p for p in problems(with_row(lines)) if p.startswith("register S1.2: its line or character")]
    first = briefing.summaries[0].model_copy(update={"attributions": (said.model_copy(update={"content": shifted}),)})
    other = briefing.model_copy(update={"summaries": (first, *briefing.summaries[1:])})
    assert [p for p in problems(other) if p.startswith("words of bridge")]
    assert [p for p in problems(other) if p.startswith("counts: statements kept: the record says 4, counted again 3")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a Word file"),
        (b"PK\x03\x04" + b"\x00" * 40, "not a Word file"),
        (b"{}", "not a Word file"),
    ],
)
def test_a_file_that_is_no_document_is_a_problem_and_no_crash(data: bytes, words: str) -> None:
    """One line says so."""
    report = check(data, "docx", ())
    assert report.checked == ()
    assert len(report.problems) == 1
    assert words in report.problems[0]


def test_a_record_that_is_no_briefing_is_a_problem_and_no_crash() -> None:
    """JSON that is something else, and bytes that are no text."""
    assert check(b"{}", "json", ()).problems[0].startswith("record: not the record of a briefing: ")
    assert check(b"\xff\xfe\xfa", "json", ()).problems[0].startswith("document: not UTF-8 text")


@pytest.mark.parametrize("marks", ["“x" * 100_000 + "”" * 5_000, "“x" * 100_000, "“xq”" * 50_000, "&quot;xq" * 100_000])
def test_a_hundred_thousand_quotation_marks_take_no_time(document: bytes, marks: str) -> None:
    """Hostile text is gone through once, and the list of problems is cut and said to be cut."""
    began = process_time()
    report = replaced(document, "Analyst: click here", marks)
    assert process_time() - began < 5
    assert len(report.problems) == 1 or "not listed" in report.problems[-1]


def test_inputs_are_the_ones_the_briefing_names() -> None:
    """The fixture is what it says: stored texts that the record's offsets count in."""
    assert all(isinstance(source, RawDocument) and source.text for source in sources())
    assert [source.file for source in sources()] == [item.file for item in example().provenance.inputs]
