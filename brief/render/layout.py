"""What all pages share: bookmarks, links, captions, and lines turned into runs."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Emu
from lxml import etree

from brief import sections
from brief.render import styles
from brief.render.lines import pieces, tag_text, words
from brief.render.ooxml import (
    bookmark,
    element,
    external_link,
    field_begin,
    field_end,
    internal_link,
    paragraph,
    picture_run,
    table,
    text_run,
)
from brief.schema import Briefing, Line, Part

DOCUMENT_LANGUAGE = "en"
LONGEST_ADDRESS = 2000
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_]")

Cell = list[etree._Element]


def bookmark_name(key: str) -> str:
    """Name of the bookmark at a key's register row: `ev_S1_15` for S1.15."""
    return ("ev_" + _NOT_IN_A_NAME.sub("_", key))[:40]


NOT_PRINTED = "Not printed: this text is not fit to quote."
"""What stands in place of a sentence of an article that is not fit to quote."""


class Layout:
    """The body of one document as it grows, with its numbering of bookmarks, tables and content controls."""

    def __init__(self, document: Document, briefing: Briefing) -> None:
        pages = briefing.pages
        self._part = document.part
        self._end = document.element.body.sectPr
        self._sentences = {row.key: row.sentence if row.fit else NOT_PRINTED for row in pages.evidence}
        languages = {source.article: source.language for source in pages.sources}
        self._languages = {row.key: _foreign(languages.get(row.article)) for row in pages.evidence}
        self._targets = {sections.BOTTOM_LINE.lower(): "bottom_line"}
        for number in sections.HEADINGS:
            self._targets[sections.section(number).lower()] = self._targets[str(number)] = f"section_{number}"
        for letter in sections.ANNEXES:
            self._targets[sections.annex(letter).lower()] = f"annex_{letter}"
        for position in range(1, len(pages.findings) + 1):
            self._targets[sections.finding(position).lower()] = f"finding_{position}"
        for position, disagreement in enumerate(pages.disagreements, start=1):
            self._targets[disagreement.number.lower()] = f"disagreement_{position}"
        for position, question in enumerate(pages.questions, start=1):
            self._targets[question.number.lower()] = f"question_{position}"
        self._bookmarks = 0
        self._tables = 0
        self._controls = 0
        self._pictures = 0

    def add(self, *elements: etree._Element) -> None:
        """Append to the body."""
        for one in elements:
            self._end.addprevious(one)

    def marked(self, name: str, *content: etree._Element) -> list[etree._Element]:
        """Content with a bookmark of a document-wide number."""
        self._bookmarks += 1
        return bookmark(name, self._bookmarks, *content)

    def control_number(self) -> int:
        """The next number for a content control."""
        self._controls += 1
        return self._controls

    def heading(self, text: str, name: str | None = None, style: str = styles.HEADING) -> None:
        """A heading, with a bookmark when something points to it."""
        run = text_run(text)
        self.add(paragraph(style, *(self.marked(name, run) if name else [run])))

    def note(self, text: str, style: str = styles.NOTE) -> None:
        """A paragraph of the program's own words."""
        self.add(paragraph(style, text_run(text)))

    def runs(self, line: Line) -> list[etree._Element]:
        """A line's parts as runs and links, and its tag."""
        done = []
        parts = pieces(line)
        for position, (part, text) in enumerate(parts):
            if part.kind == "key":
                done.append(self.key(part.text, text))
            elif part.kind == "ref":
                done.append(self.pointer(part.text, text, styles.KEY))
            elif part.kind == "quote":
                following = (later.text for later, _ in parts[position + 1 :] if later.kind == "key")
                done += _quoted(part, text, self._languages.get(next(following, "")))
            else:
                done.append(text_run(text, styles.STRONG if part.kind == "bold" else None))
        if line.tag:
            done.append(text_run(" " + tag_text(line.tag), styles.TAG))
        return done

    def line(self, line: Line, style: str) -> etree._Element:
        """A line as a paragraph."""
        return paragraph(style, *self.runs(line))

    def joined(self, lines: Sequence[Line], between: str) -> list[etree._Element]:
        """Lines run on in one paragraph."""
        runs: list[etree._Element] = []
        for position, line in enumerate(lines):
            runs += [*([text_run(between)] if position else []), *self.runs(line)]
        return runs

    def lines(self, lines: Iterable[Line], style: str = styles.TABLE_TEXT) -> Cell:
        """Lines as the paragraphs of a cell; a dash for none."""
        return [self.line(line, style) for line in lines] or [paragraph(style, text_run("—"))]

    def key(self, key: str, text: str) -> etree._Element:
        """A key that leads to its register row and shows the sentence on hovering; plain when there is no such row."""
        run = text_run(text, styles.KEY)
        if key not in self._sentences:
            return run
        return internal_link(bookmark_name(key), run, tooltip=f"{key}: {self._sentences[key]}")

    def pointer(self, target: str, text: str, style: str) -> etree._Element:
        """Words that lead to a part of the document; plain when there is no such part."""
        run = text_run(text, style)
        anchor = self._targets.get(target.strip().lower())
        return run if anchor is None else internal_link(anchor, run, tooltip=f"Go to {target.strip()}")

    def outward(self, address: str | None, text: str) -> etree._Element:
        """Words that lead to an http or https address; plain for any other address."""
        if address is None or not _is_web_address(address):
            return text_run(text)
        identity = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return external_link(identity, text_run(text, styles.LINK))

    def language_of(self, key: str) -> str | None:
        """Language of a cited sentence, when it is not the document's."""
        return self._languages.get(key)

    def table(
        self,
        widths: Sequence[int],
        head: Sequence[str],
        rows: Iterable[Sequence[Cell]],
        caption: str,
        description: str,
        *,
        visible_caption: bool = True,
        with_next: bool = False,
    ) -> None:
        """A table under its numbered caption (a table right under its own heading needs none).

        `with_next`: the paragraph after the table belongs to it.
        """
        if visible_caption:
            self._tables += 1
            number = [*field_begin("SEQ Table \\* ARABIC"), text_run(str(self._tables)), field_end()]
            self.add(paragraph(styles.CAPTION, text_run("Table "), *number, text_run(f". {caption}")))
        heads = [paragraph(styles.TABLE_HEAD, text_run(words(name) or "—")) for name in head]
        self.add(table(widths, heads, rows, caption, description, with_next=with_next))

    def picture(self, png: bytes, width: int, height: int, caption: str, description: str) -> None:
        """A picture in the text (sizes in EMU) under its numbered caption; `description` is its alternative text."""
        self._pictures += 1
        number = [*field_begin("SEQ Figure \\* ARABIC"), text_run(str(self._pictures)), field_end()]
        self.add(paragraph(styles.CAPTION, text_run("Figure "), *number, text_run(f". {caption}")))
        inline = self._part.new_pic_inline(io.BytesIO(png), Emu(width), Emu(height))
        self.add(paragraph(styles.BODY, picture_run(inline, f"Figure {self._pictures}", self._pictures, description)))

    def contents(self, entries: Sequence[tuple[str, str]]) -> None:
        """A table of contents: a field whose entries are already there, each a link to its heading's bookmark."""
        for position, (name, text) in enumerate(entries):
            content = [internal_link(name, text_run(text))]
            if position == 0:
                content = [*field_begin('TOC \\o "1-1" \\n \\h \\z \\b main'), *content]
            if position == len(entries) - 1:
                content.append(field_end())
            self.add(paragraph(styles.CONTENTS, *content))

    def main_begins(self) -> None:
        """Open the bookmark that keeps page 1 out of the contents when Word updates them."""
        self._bookmarks += 1
        self._main = self._bookmarks
        self.add(element("bookmarkStart", id=self._main, name="main"))

    def main_ends(self) -> None:
        """Close that bookmark."""
        self.add(element("bookmarkEnd", id=self._main))


def _quoted(part: Part, text: str, language: str | None) -> Cell:
    """A quotation with its marks as runs, the stretches that differ in bold."""
    if not part.strong or len(text) != len(part.text) + 2:
        return [text_run(text, language=language)]
    runs, done = [], 0
    for start, end in part.strong:
        start, end = max(start + 1, done), end + 1
        if start > done:
            runs.append(text_run(text[done:start], language=language))
        if end > start:
            runs.append(text_run(text[start:end], styles.STRONG, language))
            done = end
    return [*runs, text_run(text[done:], language=language)]


def label(text: str) -> etree._Element:
    """The label of a table row."""
    return paragraph(styles.TABLE_LABEL, text_run(text))


def cell_text(text: str, style: str = styles.TABLE_TEXT) -> etree._Element:
    """A paragraph of a cell in the program's words."""
    return paragraph(style, text_run(words(text) or "—"))


def _foreign(language: str | None) -> str | None:
    return None if language is None or language.split("-")[0] == DOCUMENT_LANGUAGE else language


def _is_web_address(address: str) -> bool:
    if (
        len(address) > LONGEST_ADDRESS
        or not address.isascii()
        or any(c.isspace() or c in '"<>\\^`{|}' for c in address)
    ):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and address.isprintable()
