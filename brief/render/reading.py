"""The text of a document as it stands now, also after a person has edited it in another program.

Seen are paragraphs in the body, tables, content controls, hyperlinks, text boxes, headers, footers, footnotes and
endnotes, tracked insertions included; tracked deletions and comments are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from brief.errors import InputProblem
from brief.render.ooxml import W
from brief.render.package import Package

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PARAGRAPH = f"{{{W}}}p"
_UNSEEN = frozenset(
    [*(f"{{{W}}}{name}" for name in ("del", "moveFrom", "instrText", "pPr", "rPr")), f"{{{_COMPATIBILITY}}}Fallback"]
)
_CHARACTERS = {
    f"{{{W}}}tab": "\t",
    f"{{{W}}}br": "\n",
    f"{{{W}}}cr": "\n",
    f"{{{W}}}noBreakHyphen": "-",
}
_BESIDE_THE_BODY = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True)
class Link:
    """A link inside the document: its words and the bookmark it leads to."""

    text: str
    anchor: str


@dataclass(frozen=True)
class PrintedParagraph:
    """One paragraph: its place in words, its style's name, its characters, bookmarks and links.

    `row` numbers the table row it stands in, counted through the document; None outside tables.
    """

    place: str
    style: str
    text: str
    row: int | None = None
    bookmarks: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


def printed_paragraphs(data: bytes) -> list[PrintedParagraph]:
    """Every paragraph with text or a bookmark, in reading order. Raises `InputProblem` for what is no Word file."""
    package = Package(data)
    names = _style_names(package)
    document = package.xml("word/document.xml")
    found = list(_paragraphs(document, names, ""))
    for name in package.names:
        part = name.removeprefix("word/")
        if name.startswith("word/") and part.endswith(".xml") and part.startswith(_BESIDE_THE_BODY):
            found.extend(_paragraphs(package.xml(name), names, part.removesuffix(".xml").rstrip("0123456789")))
    return found


def bookmarks(paragraphs: list[PrintedParagraph]) -> frozenset[str]:
    """Names of all bookmarks in the paragraphs."""
    return frozenset(name for paragraph in paragraphs for name in paragraph.bookmarks)


def _style_names(package: Package) -> dict[str, str]:
    try:
        root = package.xml("word/styles.xml")
    except InputProblem:
        return {}
    names = {}
    for style in root.iter(f"{{{W}}}style"):
        name = style.find(f"{{{W}}}name")
        if name is not None:
            names[style.get(f"{{{W}}}styleId", "")] = name.get(f"{{{W}}}val", "")
    return names


def _paragraphs(root: etree._Element, names: dict[str, str], part: str) -> Iterator[PrintedParagraph]:
    if etree.QName(root).namespace != W:
        raise InputProblem("not a Word file of the usual kind (Strict Open XML is not read: save it as .docx)")
    heading = "page 1"
    position = row = 0
    tables: list[int] = []
    rows: list[int] = []
    waiting: list[str] = []
    for event, node in etree.iterwalk(
        root, events=("start", "end"), tag=(_PARAGRAPH, f"{{{W}}}tbl", f"{{{W}}}tr", f"{{{W}}}bookmarkStart")
    ):
        if event == "end":
            if node.tag == f"{{{W}}}tbl":
                tables.pop()
            elif node.tag == f"{{{W}}}tr":
                rows.pop()
        elif node.tag == f"{{{W}}}tbl":
            tables.append(0)
        elif node.tag == f"{{{W}}}tr":
            row += 1
            rows.append(row)
            if tables:
                tables[-1] += 1
        elif node.tag == f"{{{W}}}bookmarkStart":
            parent = node.getparent()
            if parent is not None and parent.tag != _PARAGRAPH:
                waiting.append(node.get(f"{{{W}}}name", ""))
        elif not _is_hidden(node):
            style = _style(node, names)
            text = _text(node)
            marks = (*waiting, *(mark.get(f"{{{W}}}name", "") for mark in node.iterchildren(f"{{{W}}}bookmarkStart")))
            waiting = []
            if style.lower().startswith("heading") or style == "Title":
                heading, position = text, 0
            else:
                position += not tables
            where = part or heading
            place = f"{where}, table row {tables[-1]}" if tables else f"{where}, paragraph {position}"
            if text or marks:
                yield PrintedParagraph(place, style, text, rows[-1] if rows else None, marks, tuple(_links(node)))


def _is_hidden(node: etree._Element) -> bool:
    return any(ancestor.tag in _UNSEEN for ancestor in node.iterancestors())


def _style(node: etree._Element, names: dict[str, str]) -> str:
    style = node.find(f"{{{W}}}pPr/{{{W}}}pStyle")
    identity = "" if style is None else style.get(f"{{{W}}}val", "")
    return names.get(identity, identity)


def _links(node: etree._Element) -> Iterator[Link]:
    for link in node.iter(f"{{{W}}}hyperlink"):
        anchor = link.get(f"{{{W}}}anchor")
        if anchor is not None:
            yield Link(_text(link), anchor)


def _text(node: etree._Element) -> str:
    pieces: list[str] = []
    stack = list(reversed(node))
    while stack:
        child = stack.pop()
        if child.tag == f"{{{W}}}t":
            pieces.append(child.text or "")
        elif child.tag in _CHARACTERS:
            pieces.append(_CHARACTERS[child.tag])
        elif child.tag not in _UNSEEN and child.tag != _PARAGRAPH:
            stack.extend(reversed(child))
    return "".join(pieces)
