"""Reading: which files the paths mean, and the one stored plain text of each."""

from __future__ import annotations

import codecs
import hashlib
import io
import json
import os
from pathlib import Path

import pytest

from brief.errors import InputProblem, UsageError
from brief.read import Input, find_inputs, read
from brief.read.document import LIMIT
from brief.schema import Metadata, RawDocument

PROSE = "The harbour at Tolvik is closed until Friday, the port authority said. “Nobody sails,” it added.\n"
GERMAN = (
    "Der Hafen von Tolvik bleibt bis Freitag geschlossen, erklärte die Behörde. Für die Fähre gibt es keinen Ersatz, "
    "und über die Kosten möchte niemand reden. Die Bürger müssen länger warten.\n"
)
PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Harbour closed - The Tolvik Messenger</title>
<meta property="og:site_name" content="The Tolvik Messenger">
<meta property="og:title" content="Harbour at Tolvik closed until Friday">
<meta property="article:published_time" content="2024-03-04T06:40:00Z">
<meta name="author" content="Runa Castellan">
<link rel="canonical" href="https://messenger.example/harbour-closed"></head>
<body><nav><a href="/">Start</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour at Tolvik closed until Friday</h1>
<p>The harbour at Tolvik is closed until Friday, the port authority said on Monday after an inspection of the pier.</p>
<p>About 400 people take the boat every day, and most of them work in the cannery on the island of Osmarra.</p>
<p>The line last closed in 2011, for nine days, when ice had broken one of the pillars of the old pier.</p>
</article><footer>All about cookies</footer></body></html>
"""


def put(folder: Path, name: str, content: str | bytes = PROSE) -> str:
    """Write a file and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def names(*paths: str) -> list[str]:
    """Return the display names of the inputs found."""
    return [item.name for item in find_inputs(paths).inputs]


def only(path: str) -> RawDocument:
    """Read a file that holds one document."""
    (item,) = find_inputs([path]).inputs
    (document,) = read(item)
    return document


def problem(path: str) -> str:
    """Return why a file can't be used: one line."""
    (item,) = find_inputs([path]).inputs
    with pytest.raises(InputProblem) as caught:
        read(item)
    message = str(caught.value)
    assert message and "\n" not in message
    return message


# --- which files ---------------------------------------------------------------------------------------------


def test_a_folder_is_read_one_level_deep_by_name(tmp_path: Path) -> None:
    """Texts come sorted by name; what is passed over is named with the reason."""
    for name in ("b.txt", "a.md", "c.HTML", "d.json", "README.md", ".hidden.txt", "scan.png", "decisions.toml"):
        put(tmp_path, name)
    put(tmp_path, "sub/e.txt")
    found = find_inputs([str(tmp_path)])
    assert [item.name for item in found.inputs] == ["a.md", "b.txt", "c.HTML", "d.json"]
    skipped = dict(found.skipped)
    assert set(skipped) == {"README.md", ".hidden.txt", "scan.png", "sub"}
    assert ".txt, .md, .html" in skipped["scan.png"]
    assert skipped["sub"] == "a subfolder: name it to read it"


def test_what_is_passed_over_is_named_in_plain_characters(tmp_path: Path) -> None:
    """Escape sequences, line breaks, direction marks and quotation marks of a name reach no terminal or document."""
    for name in ("a\x1b[31mred\x07.bin", "b\n\u202ec.bin", "“We sold it”.bin", "sub\x1b]0;x\x07/d.txt", "e.txt"):
        put(tmp_path, name)
    put(tmp_path, "sources.csv", "file,outlet\n“f”\x1b.txt,Echo\n")
    skipped = {name for name, _ in find_inputs([str(tmp_path)]).skipped} - {"sources.csv"}
    assert skipped == {"a?[31mred?.bin", "b??c.bin", "'We sold it'.bin", "sub?]0;x?", "sources.csv: 'f'?.txt"}


def test_an_empty_folder_has_no_inputs(tmp_path: Path) -> None:
    """Whether that is an error is for the run to say."""
    assert find_inputs([str(tmp_path)]).inputs == ()


def test_order_is_as_given_and_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """A file, then the folder that holds it."""
    first = put(tmp_path, "z.txt")
    put(tmp_path, "a.txt")
    assert names(first, str(tmp_path), str(tmp_path / ".." / tmp_path.name / "a.txt")) == ["z.txt", "a.txt"]


def test_globs_are_expanded(tmp_path: Path) -> None:
    """Also `**`, which looks into subfolders."""
    put(tmp_path, "a.txt")
    put(tmp_path, "sub/b.txt")
    put(tmp_path, "sub/c.png")
    assert names(f"{tmp_path}/*.txt") == ["a.txt"]
    found = find_inputs([f"{tmp_path}/**"])
    assert [item.name for item in found.inputs] == ["a.txt", "b.txt"]
    assert [name for name, _ in found.skipped] == ["c.png"]


def test_files_of_one_name_are_told_apart_by_their_folder(tmp_path: Path) -> None:
    """As many folders as it takes."""
    paths = [put(tmp_path, name) for name in ("x/one/a.txt", "y/one/a.txt", "y/two/a.txt", "b.txt")]
    assert names(*paths) == ["x/one/a.txt", "y/one/a.txt", "two/a.txt", "b.txt"]


@pytest.mark.parametrize("given", ["nowhere.txt", "nowhere/*.txt", "nul\0byte"])
def test_a_path_to_nothing_is_a_usage_error(tmp_path: Path, given: str) -> None:
    """The message names the path."""
    with pytest.raises(UsageError, match=r"nowhere|nul"):
        find_inputs([str(tmp_path / given)])


def test_a_link_that_leaves_the_folder_is_passed_over(tmp_path: Path) -> None:
    """A link inside the folder is read; one that leads out of it, or nowhere, is not."""
    outside = put(tmp_path, "secret/x.txt")
    folder = tmp_path / "texts"
    put(folder, "a.txt")
    (folder / "inside.txt").symlink_to(folder / "a.txt")
    (folder / "out.txt").symlink_to(outside)
    (folder / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    found = find_inputs([str(folder)])
    assert [item.name for item in found.inputs] == ["a.txt"]
    assert "leaves the folder" in dict(found.skipped)["out.txt"]
    assert dict(found.skipped)["gone.txt"] == "a link to nothing"
    assert names(str(folder / "out.txt")) == ["out.txt"]


def test_sources_csv_supplies_what_a_scrape_lost(tmp_path: Path) -> None:
    """Any subset of the columns; a line for a file that is not there is reported."""
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt")
    put(tmp_path, "sources.csv", 'file,outlet,published\na.txt,"Messenger, The",2024-03\n\nc.txt,Echo,\n')
    found = find_inputs([str(tmp_path)])
    supplied = {item.name: item.supplied for item in found.inputs}
    assert supplied["a.txt"] == Metadata(outlet="Messenger, The", published="2024-03")
    assert supplied["b.txt"] == Metadata()
    assert "sources.csv: c.txt" in dict(found.skipped)


@pytest.mark.parametrize(
    ("table", "fact"),
    [
        ("name,outlet\na.txt,X\n", "line 1: no column is called 'name'"),
        ("outlet\nX\n", "line 1"),
        ("file,outlet\na.txt,X\na.txt,Y\n", "line 3: a.txt has a line already"),
        ("file,outlet\na.txt,X,Y\n", "line 2: 3 cells under 2 columns"),
        ("file,published\na.txt,4 March\n", "line 2: published is '4 March'"),
        ("file,url\na.txt,javascript:alert(1)\n", "line 2: url"),
        ("file,outlet\n,X\n", "line 2: no file is named"),
        ('file,outlet\na.txt,"X\n', "not valid CSV"),
    ],
)
def test_a_broken_sources_csv_is_a_usage_error(tmp_path: Path, table: str, fact: str) -> None:
    """The message names the file, the line and what is wrong."""
    put(tmp_path, "a.txt")
    put(tmp_path, "sources.csv", table)
    with pytest.raises(UsageError) as caught:
        find_inputs([str(tmp_path)])
    assert "sources.csv" in str(caught.value)
    assert fact in str(caught.value)


# --- the stored text -----------------------------------------------------------------------------------------


def test_a_text_file_is_stored_as_it_is(tmp_path: Path) -> None:
    """Line breaks, NUL and bidi overrides stay; both hashes and the size are of what they say."""
    text = "One\r\ntwo\x00 \u202ethree\rfour\n\n"
    document = only(put(tmp_path, "a.txt", text))
    assert document.text == text
    assert document.sha256 == document.text_sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (document.file, document.format, document.encoding, document.size) == (
        "a.txt",
        "txt",
        "utf-8",
        len(text) + 2,
    )
    assert document.extractor.startswith("brief ")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (GERMAN.encode("utf-8-sig"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + GERMAN.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + GERMAN.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + GERMAN.encode("utf-32-le"), "utf-32"),
        (GERMAN.encode("utf-16-le"), "utf-16-le"),
        (GERMAN.encode("utf-16-be"), "utf-16-be"),
        (GERMAN.encode("utf-32-le"), "utf-32-le"),
        (GERMAN.encode("utf-32-be"), "utf-32-be"),
        (GERMAN.encode("latin-1"), None),
    ],
)
def test_any_encoding_gives_the_same_text(tmp_path: Path, data: bytes, encoding: str | None) -> None:
    """With and without a byte order mark."""
    document = only(put(tmp_path, "a.txt", data))
    assert document.text == GERMAN
    assert encoding is None or document.encoding == encoding


def test_a_short_western_text_is_read_as_windows_1252(tmp_path: Path) -> None:
    """A few bytes are no evidence for anything rarer."""
    assert only(put(tmp_path, "a.txt", "Café “Zoë” – 5 €".encode("cp1252"))).text == "Café “Zoë” – 5 €"


def test_cyrillic_bytes_are_recognised(tmp_path: Path) -> None:
    """A Windows-1251 text is not turned into Western letters."""
    text = "Портовое управление сообщило в понедельник, что паром на остров остановят в пятницу из-за трещин. " * 3
    assert only(put(tmp_path, "a.txt", text.encode("cp1251"))).text == text


def test_the_charset_that_a_page_declares_is_used(tmp_path: Path) -> None:
    """When its bytes are not UTF-8."""
    page = PAGE.replace("<head>", '<head><meta charset="koi8-r">').replace("cannery", "консервный завод")
    document = only(put(tmp_path, "a.html", page.encode("koi8-r", "ignore")))
    assert "консервный завод" in document.text
    assert document.encoding == "koi8-r"


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (codecs.BOM_UTF8 + b"\n", "empty"),
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04rest of an archive", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "an image"),
        (bytes(range(256)) * 20, "binary"),
        (bytes(5000), "binary"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, data: bytes, fact: str) -> None:
    """Empty and binary files, whatever their name says."""
    assert fact in problem(put(tmp_path, "a.txt", data))


def test_a_huge_file_is_refused_with_limit_and_size(tmp_path: Path) -> None:
    """60 MB are not read."""
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    assert problem(str(path)) == "too large: 60.0 MB, the limit is 20 MB; split it"


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permission denied is said in words, and a file that has gone too."""
    path = put(tmp_path, "a.txt")
    item = find_inputs([path]).inputs[0]

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", denied)
        with pytest.raises(InputProblem, match="permission denied"):
            read(item)
    os.remove(path)  # noqa: PTH107
    with pytest.raises(InputProblem, match="No such file"):
        read(item)


def test_standard_input_is_read_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads stdin once; it has a limit as well."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PROSE.encode())))
    (item,) = find_inputs(["-", "-"]).inputs
    (document,) = read(item)
    assert (document.text, document.file, document.format) == (PROSE, "stdin", "txt")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a " * LIMIT)))
    with pytest.raises(InputProblem, match="too large"):
        read(item)


def test_standard_input_that_is_no_text_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no name, so nobody is asked to give it an ending."""
    saved = "save it as a file with the ending"
    remedies = ((b"%PDF-1", f"{saved} .pdf"), (b"PK\x03\x04", f"{saved} .zip or"), (b"\x89PNG", "give the text"))
    for data, remedy in remedies:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        with pytest.raises(InputProblem, match=f"^not text but an? [a-zA-Z ]+: {remedy}"):
            read(find_inputs(["-"]).inputs[0])


def test_a_page_gives_text_and_stated_metadata(tmp_path: Path) -> None:
    """The article's text without menu; title, outlet, author, day, address and language as the page states them."""
    document = only(put(tmp_path, "a.html", PAGE))
    assert "About 400 people take the boat" in document.text
    assert "Sport" not in document.text
    assert document.format == "html"
    assert document.extractor.startswith("trafilatura ")
    assert document.stated == Metadata(
        title="Harbour at Tolvik closed until Friday",
        outlet="The Tolvik Messenger",
        author="Runa Castellan",
        published="2024-03-04",
        url="https://messenger.example/harbour-closed",
        language="en",
    )


def test_a_page_saved_as_text_is_read_as_a_page(tmp_path: Path) -> None:
    """A .txt that is plainly HTML; a text that only mentions a tag stays a text."""
    assert only(put(tmp_path, "a.txt", PAGE)).format == "html"
    assert only(put(tmp_path, "b.txt", "Use <html> with care, she said.\n")).format == "txt"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>Closed.</body></html>",
        "<p>Closed.",
        "Closed.",
        "<div>Closed.\x00</div>",
        "<div>" * 5000 + "Closed.",
    ],
)
def test_a_page_with_words_never_comes_out_empty(tmp_path: Path, page: str) -> None:
    """Where the extractor finds no article, the whole page is the text."""
    assert "Closed." in only(put(tmp_path, "a.html", page)).text


def test_an_exported_article_is_read_with_its_fields(tmp_path: Path) -> None:
    """{title, text, ...} under the names that other tools use; only web addresses and real dates are kept."""
    record = {
        "Headline": "Harbour closed",
        "body": PROSE,
        "source": {"id": None, "name": "The Tolvik Messenger"},
        "authors": ["Runa Castellan", "Ola Brandt"],
        "publish_date": "Mon, 04 Mar 2024 06:40:00 GMT",
        "link": "file:///etc/passwd",
        "lang": "en-GB",
    }
    document = only(put(tmp_path, "a.json", json.dumps(record)))
    assert document.text == PROSE
    assert document.stated == Metadata(
        title="Harbour closed",
        outlet="The Tolvik Messenger",
        author="Runa Castellan, Ola Brandt",
        published="2024-03-04",
        language="en",
    )


def test_a_list_of_exported_articles_gives_one_document_each(tmp_path: Path) -> None:
    """As a list or under "articles"; one without words keeps its place."""
    records = [{"title": "A", "text": PROSE}, {"title": "B"}, {"title": "C", "content": "<p>Closed.</p><p>Shut.</p>"}]
    for name, value in (("list.json", records), ("wrapped.json", {"status": "ok", "articles": records})):
        documents = read(find_inputs([put(tmp_path, name, json.dumps(value))]).inputs[0])
        assert [document.file for document in documents] == [f"{name}[{n}]" for n in (1, 2, 3)]
        assert [document.stated.title for document in documents] == ["A", "B", "C"]
        assert (documents[0].text, documents[1].text) == (PROSE, "")
        assert "Closed." in documents[2].text
        assert "<p>" not in documents[2].text


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ('{"text": ', "line 1, column 10"),
        ("[]", "without an article"),
        ('{"title": "A"}', "without an article"),
        ("[" * 100_000, "nested too deep"),
        ("5", "without an article"),
    ],
)
def test_broken_json_is_refused_in_one_line(tmp_path: Path, text: str, fact: str) -> None:
    """With the place, or with the field that is missing."""
    assert fact in problem(put(tmp_path, "a.json", text))


def test_half_characters_in_json_become_replacement_characters(tmp_path: Path) -> None:
    """A lone surrogate can't be stored in any encoding."""
    document = only(put(tmp_path, "a.json", '{"title": "a\\ud800", "text": "One \\udc00 two."}'))
    assert (document.stated.title, document.text) == ("a\ufffd", "One \ufffd two.")


def test_an_input_can_be_made_by_hand(tmp_path: Path) -> None:
    """For callers that know what they want to read."""
    (document,) = read(Input(Path(put(tmp_path, "a.md")), "a.md", Metadata(outlet="Echo")))
    assert (document.format, document.supplied.outlet) == ("md", "Echo")
