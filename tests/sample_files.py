"""Files of the formats that are read, made in code: PDF, Word, message, feed, archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from html import escape

LEAD = (
    "The harbour at Tolvik is closed until Friday, the port authority said on Monday after an inspection of the pier."
)
QUOTED = "“Nobody sails before the crack is mended,” harbour master Runa Castellan said. “We don't know the cost yet.”"
NUMBERS = "About 400 people take the boat every day, and most of them work in the cannery on the island of Osmarra."
HISTORY = "The line last closed in 2011, for nine days, when ice had broken one of the pillars of the old pier."
ARTICLE = (LEAD, QUOTED, NUMBERS, HISTORY)

Drawn = tuple[float, float, float, str]
"""A stretch of text on a page: x and y in points from the lower left corner, size, words."""

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(pages: Sequence[Sequence[Drawn]], title: str = "", author: str = "", more: bytes = b"") -> bytes:
    """Return a PDF with the given words at the given places; `more` goes into its trailer."""
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (" + _bytes(title) + b") /Author (" + _bytes(author) + b") >>",
    ]
    for i, page in enumerate(pages):
        content = b"".join(
            f"BT /F1 {size} Tf {x} {y} Td (".encode() + _bytes(t) + b") Tj ET\n" for x, y, size, t in page
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {6 + 2 * i} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"endstream")
    made = b"%PDF-1.4\n"
    places = []
    for number, value in enumerate(objects, start=1):
        places.append(f"{len(made):010} 00000 n \n".encode())
        made += f"{number} 0 obj\n".encode() + value + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(places)
    made += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R ".encode() + more + b">>\n"
    return made + f"startxref\n{start}\n%%EOF\n".encode()


def column(lines: Sequence[str], x: float = 60, top: float = 760, size: float = 10) -> list[Drawn]:
    """Return lines set one below the other."""
    return [(x, top - 14 * n, size, line) for n, line in enumerate(lines)]


def wrapped(text: str, width: int = 44) -> list[str]:
    """Return a text in lines of about one column, words split at their ends where that fills the line."""
    lines, line = [], ""
    for word in text.split():
        room = width - len(line) - 1
        if len(word) > room > 3 and len(word) > 6 and word.isalpha() and word.islower():
            lines.append(f"{line} {word[: room - 1]}-".strip())
            line = word[room - 1 :]
        elif len(word) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file with the given WordprocessingML between `<w:body>` and `</w:body>`."""
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>'
    )
    return archive(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": rels,
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            **(parts or {}),
        }
    )


def paragraphs(*texts: str) -> str:
    """Return WordprocessingML of plain paragraphs."""
    return "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in texts)


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(zipfile.ZipInfo(name, (2024, 3, 4, 6, 40, 0)), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def message(
    plain: str | None, html: str | None = None, attached: Mapping[str, bytes] | None = None, **header: str
) -> bytes:
    """Return a message with a plain and an HTML part and attached files."""
    made = EmailMessage()
    stated = {"From": "The Tolvik Messenger <news@messenger.example>", "Date": "Mon, 04 Mar 2024 06:40:00 +0100"}
    for name, value in {**stated, "Subject": "Harbour at Tolvik closed until Friday", **header}.items():
        made[name] = value
    if plain is not None:
        made.set_content(plain)
    if html is not None:
        (made.add_alternative if plain is not None else made.set_content)(html, subtype="html")
    for name, content in (attached or {}).items():
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    for number, part in enumerate(made.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{number}")
    return made.as_bytes()


def markup(*texts: str) -> str:
    """Return HTML of plain paragraphs."""
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in texts)


def rss(*items: str) -> bytes:
    """Return an RSS file of a channel with the given items."""
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    head = "<title>The Tolvik Messenger</title><link>https://messenger.example/</link><language>en-gb</language>"
    channel = f"<channel>{head}{''.join(items)}</channel>"
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {names}>{channel}</rss>'.encode()


def item(title: str, content: str, link: str = "https://messenger.example/1") -> str:
    """Return an RSS item whose whole text is HTML in `content:encoded`."""
    return (
        f"<item><title>{escape(title)}</title><link>{link}</link><dc:creator>Ola Brandt</dc:creator>"
        f"<pubDate>Mon, 04 Mar 2024 06:40:00 GMT</pubDate><description>{escape(LEAD)}</description>"
        f"<content:encoded>{escape(content)}</content:encoded></item>"
    )


def atom(*entries: str) -> bytes:
    """Return an Atom file with the given entries."""
    head = "<title>The Tolvik Messenger</title><updated>2024-03-05T00:00:00Z</updated>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">{head}{"".join(entries)}</feed>'.encode()


def _bytes(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
