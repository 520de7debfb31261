"""Reading messages, feeds and archives: a document for each article in them, and what is said of the rest."""

from __future__ import annotations

import hashlib
import time
import zipfile
from pathlib import Path

import pytest

from brief.schema import Metadata
from tests.reading import only, opened, problem
from tests.sample_files import (
    ARTICLE,
    LEAD,
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

WORDS = "\n\n".join(ARTICLE)


def test_a_newsletter_gives_its_text_and_its_header(tmp_path: Path) -> None:
    """The HTML part; title from the subject, outlet from the sender, day from the date. No picture is fetched."""
    page = f'<html><body><img src="https://messenger.example/pixel.gif">{markup(*ARTICLE)}</body></html>'
    document = only(tmp_path, "a.eml", message("See our site.", page, Subject="Häfen: „Nobody sails“"))
    assert [line for line in document.text.split("\n") if line] == list(ARTICLE)
    assert (document.format, document.file) == ("eml", "a.eml")
    assert document.stated == Metadata(
        title="Häfen: „Nobody sails“", outlet="The Tolvik Messenger", published="2024-03-04"
    )


def test_a_plain_message_that_was_handed_on_does_not_state_outlet_and_day(tmp_path: Path) -> None:
    """They are those of whoever sent it on; a sender without a name is called by its domain."""
    document = only(tmp_path, "a.eml", message(WORDS, Subject="Fwd: Harbour closed", From="ola@example.org"))
    assert document.text.split() == WORDS.split()
    assert document.stated == Metadata(title="Harbour closed")
    assert only(tmp_path, "b.eml", message(WORDS, From="ola@example.org")).stated.outlet == "example.org"


def test_articles_attached_to_a_message_are_read_as_files(tmp_path: Path) -> None:
    """Each under the message's name; what is no article is named with the reason, and the others are read."""
    attached = {
        "story.txt": WORDS.encode(),
        "scan.pdf": pdf([[]]),
        "story.docx": docx(paragraphs(*ARTICLE)),
        "x.bin": b"x",
    }
    documents, refused = opened(tmp_path, "a.eml", message("See the attached articles.", None, attached))
    assert [document.file for document in documents] == ["a.eml", "a.eml/story.txt", "a.eml/story.docx"]
    assert documents[1].text == documents[2].text == WORDS
    assert documents[1].sha256 == hashlib.sha256(WORDS.encode()).hexdigest()
    assert "only pictures" in refused["a.eml/scan.pdf"] and "not a format" in refused["a.eml/x.bin"]


def test_what_is_no_message_says_so(tmp_path: Path) -> None:
    """A text with the ending .eml, and parts within parts without end."""
    assert "not a message" in problem(tmp_path, "a.eml", WORDS.encode())
    assert "more than 500 parts" in problem(
        tmp_path, "c.eml", b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\na\n" * 501
    )
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000))
    assert "can't be taken apart" in problem(tmp_path, "b.eml", b"Subject: x\n" + nested)


@pytest.mark.parametrize(
    "header",
    [
        b"Subject: " + b"=?utf-8?q?a?= " * 200_000,
        b"From: " + b"(" * 300_000,
        b"Content-Type: text/plain; " + b"a*0=1; " * 100_000,
        b"To: x\n" * 9_000 + b"Subject: a",
    ],
)
def test_a_header_without_end_is_read_in_part(tmp_path: Path, header: bytes) -> None:
    """The text is there all the same, and in time."""
    begun = time.process_time()
    assert only(tmp_path, "a.eml", header + b"\nX: y\n\n" + WORDS.encode()).text.split() == WORDS.split()
    assert time.process_time() - begun < 2


def test_each_whole_article_of_a_feed_is_a_document(tmp_path: Path) -> None:
    """With title, link, day, author and the channel as outlet; an entry with a teaser is listed, not read."""
    teaser = f"<item><title>B</title><description>{LEAD}</description></item>"
    cut = item("C", markup(*ARTICLE) + "<p>The pier was [&#8230;]</p>")
    for name in ("a.rss", "a.xml"):
        documents, refused = opened(tmp_path, name, rss(item("Harbour closed", markup(*ARTICLE)), teaser, cut))
        (document,) = documents
        assert (document.file, document.format) == (f"{name}[1]", "feed")
        assert [line for line in document.text.split("\n") if line] == list(ARTICLE)
        assert document.stated == Metadata(
            title="Harbour closed",
            outlet="The Tolvik Messenger",
            author="Ola Brandt",
            published="2024-03-04",
            url="https://messenger.example/1",
            language="en",
        )
        assert {key: "only a teaser" in reason for key, reason in refused.items()} == {
            f"{name}[2]": True,
            f"{name}[3]": True,
        }


def test_an_atom_entry_is_read_as_html_xhtml_or_text(tmp_path: Path) -> None:
    """`updated` is the day of a change, not of publication."""
    body = markup(*ARTICLE)
    kinds = (
        f'<content type="html">{body.replace("<", "&lt;")}</content><published>2024-03-04T06:40:00Z</published>',
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content>',
        f"<content>{WORDS}</content><updated>2024-03-09T00:00:00Z</updated>",
    )
    link = '<link rel="self" href="https://x.example/"/><link href="https://messenger.example/2"/>'
    name = "<author><name>Ola Brandt</name></author>"
    documents, _ = opened(tmp_path, "a.atom", atom(*(f"<entry><title>A</title>{link}{name}{k}</entry>" for k in kinds)))
    assert [[line for line in d.text.split("\n") if line] for d in documents] == [list(ARTICLE)] * 3
    assert [d.stated.published for d in documents] == ["2024-03-04", None, None]
    assert {(d.stated.url, d.stated.author) for d in documents} == {("https://messenger.example/2", "Ola Brandt")}


def test_entities_of_a_feed_are_not_expanded(tmp_path: Path) -> None:
    """Neither a file of this machine nor a billion laughs comes into the text."""
    (tmp_path / "secret.txt").write_text("The password is Osmarra.")
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    outside = f'<!ENTITY f SYSTEM "{(tmp_path / "secret.txt").as_uri()}">'
    for named, entity in ((outside, "&f;"), (f'<!ENTITY a0 "ha">{laughs}', "&a11;")):
        article = f"<item><title>A</title><description>{WORDS} {WORDS} {entity} end.</description></item>"
        data = f"<!DOCTYPE rss [{named}]>".encode() + rss(article).split(b"?>", 1)[1]
        (document,), refused = opened(tmp_path, "a.rss", data)
        assert "password" not in document.text and "haha" not in document.text
        assert document.text.endswith("end.") or "broken XML in line 1" in refused["a.rss"]


def test_a_feed_in_another_encoding_is_read_as_it_declares(tmp_path: Path) -> None:
    """Cyrillic in Windows-1251."""
    text = "Портовое управление сообщило в понедельник, что паром остановят. " * 9
    data = rss(item("Порт", f"<p>{text}</p>")).decode().replace("UTF-8", "windows-1251").encode("cp1251")
    document = only(tmp_path, "a.rss", data)
    assert (document.text.strip(), document.encoding) == (text.strip(), "cp1251")


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (rss(), "without entries"),
        (b"<svg><item/></svg>", "no RSS or Atom feed"),
        (b"no XML", "XML"),
        (rss(item("A", "<p>Short.</p>")), "no article in it"),
        (rss("<item/>" * 1_001), "1,001 entries, the limit is 1,000"),
    ],
)
def test_a_feed_that_cant_be_read_says_what_to_do(tmp_path: Path, data: bytes, fact: str) -> None:
    """Empty, another kind of XML, none at all, only teasers, too long."""
    assert fact in problem(tmp_path, "a.xml", data)


def test_each_article_of_an_archive_is_read_as_a_file(tmp_path: Path) -> None:
    """Under the archive's name; what can't be used is named with the reason, and nothing is unpacked to disk."""
    members: dict[str, str | bytes] = {
        "a.txt": WORDS,
        "sub/b.pdf": pdf([column(wrapped(LEAD))]),
        "feed.rss": rss(item("A", markup(*ARTICLE)), item("B", "x")),
        "empty.txt": "",
        "photo.jpg": b"\xff\xd8\xff",
        "inner.zip": archive({"a.txt": WORDS}),
        "../up.txt": WORDS,
        "/etc/down.txt": WORDS,
        "__MACOSX/._a.txt": "x",
        "odd\n“name”.txt": WORDS,
    }
    documents, refused = opened(tmp_path, "set.zip", archive(members))
    names = ["set.zip/a.txt", "set.zip/sub/b.pdf", "set.zip/feed.rss[1]", "set.zip/odd?'name'.txt"]
    assert [document.file for document in documents] == names
    assert (documents[0].text, documents[0].size) == (WORDS, len(WORDS.encode()))
    facts = {
        "feed.rss[2]": "only a teaser",
        "empty.txt": "an empty file",
        "photo.jpg": "not a format that is read",
        "inner.zip": "unpack it",
        "../up.txt": "leads out of the archive",
        "/etc/down.txt": "leads out of the archive",
        "__MACOSX/._a.txt": "a hidden file",
    }
    assert refused.keys() == {f"set.zip/{name}" for name in facts}
    assert all(fact in refused[f"set.zip/{name}"] for name, fact in facts.items())
    assert [path.name for path in tmp_path.iterdir()] == ["set.zip"]


def test_what_the_user_supplied_for_an_archive_holds_for_its_members(tmp_path: Path) -> None:
    """Outlet and language; a title or a day can't hold for several."""
    (tmp_path / "sources.csv").write_text("file,title,outlet,language\nset.zip,One,Echo,en\n")
    documents, _ = opened(tmp_path, "set.zip", archive({"a.txt": WORDS, "b.txt": WORDS}))
    assert {document.supplied for document in documents} == {Metadata(outlet="Echo", language="en")}


def test_sources_csv_and_decisions_inside_an_archive_are_not_used(tmp_path: Path) -> None:
    """And the report says so."""
    members = {"a.txt": WORDS, "sources.csv": "file,outlet\na.txt,Echo\n", "decisions.toml": ""}
    (document,), refused = opened(tmp_path, "set.zip", archive(members))
    assert document.supplied == Metadata()
    assert refused.keys() == {"set.zip/sources.csv", "set.zip/decisions.toml"}
    assert all(reason.startswith("not used inside an archive") for reason in refused.values())


def test_an_archive_that_grows_without_end_is_refused(tmp_path: Path) -> None:
    """Too many files, too much in all, too much of one member, and a size that lies."""
    zeros = bytes(19_000_000)
    assert "1,001 files" in problem(tmp_path, "a.zip", archive({f"{n}.txt": "" for n in range(1_001)}))
    assert "unpacks to 114 MB" in problem(tmp_path, "b.zip", archive(dict.fromkeys("123456", zeros)))
    documents, refused = opened(
        tmp_path, "c.zip", archive({"a.txt": WORDS, "b.txt": zeros, "c.txt": bytes(21_000_000)})
    )
    assert [document.file for document in documents] == ["c.zip/a.txt"]
    assert "200 times smaller" in refused["c.zip/b.txt"] and "too large: 21.0 MB" in refused["c.zip/c.txt"]
    lying = archive({"a.txt": zeros}).replace(len(zeros).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert "no article in it" in problem(tmp_path, "d.zip", lying)


def test_encrypted_damaged_and_repeated_members_are_refused_alone(tmp_path: Path) -> None:
    """The others are read."""
    data = bytearray(archive({"a.txt": WORDS, "b.txt": WORDS, "c.txt": WORDS}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[data.index(b"b.txt") + 20] ^= 0xFF
    documents, refused = opened(tmp_path, "a.zip", bytes(data))
    assert [document.file for document in documents] == ["a.zip/c.txt"]
    assert "encrypted" in refused["a.zip/a.txt"] and "damaged" in refused["a.zip/b.txt"]
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as twice, pytest.warns(UserWarning, match="Duplicate name"):
        twice.writestr("a.txt", WORDS)
        twice.writestr("a.txt", LEAD)
    documents, refused = opened(tmp_path, "b.zip", (tmp_path / "b.zip").read_bytes())
    assert [document.text for document in documents] == [WORDS]
    assert refused == {"b.zip/a.txt": "a second file of that name: rename one of them"}


def test_a_file_of_another_kind_says_which(tmp_path: Path) -> None:
    """A PDF called .txt, and a text called .zip."""
    assert "not text but a PDF" in problem(tmp_path, "a.txt", pdf([column([LEAD])]))
    assert "damaged zip" in problem(tmp_path, "a.zip", WORDS.encode())
