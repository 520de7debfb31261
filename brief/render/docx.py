"""The Word document of a briefing, from the briefing alone."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime

from docx.document import Document

from brief import sections
from brief.render import styles
from brief.render.annexes import annex_title, annexes
from brief.render.blank import blank_document
from brief.render.body import body_sections, section_title
from brief.render.fit import fitted
from brief.render.front import front_page
from brief.render.layout import Layout
from brief.render.lines import words
from brief.render.ooxml import field, paragraph, text_run
from brief.render.package import SEAL, pack
from brief.render.record import embed
from brief.schema import Briefing

LONGEST_PROPERTY = 255
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def render(briefing: Briefing) -> bytes:
    """The briefing as a .docx. Pure: the same briefing gives the same bytes (with the same zlib)."""
    document = blank_document()
    fit = fitted(briefing)
    styles.define(document, fit.measures, contents_on_new_page=fit.on_one_page)
    _core_properties(document, briefing)
    _header_and_footer(document, briefing)
    layout = Layout(document, briefing)
    front_page(layout, briefing, fit.disagreements)
    layout.add(paragraph(styles.CONTENTS_HEADING, text_run("Contents")))
    layout.contents(
        [(f"section_{number}", section_title(number)) for number in sections.HEADINGS]
        + [(f"annex_{letter}", annex_title(letter)) for letter in sections.ANNEXES]
    )
    layout.main_begins()
    body_sections(layout, briefing)
    annexes(layout, briefing)
    layout.main_ends()
    styles.resolve(document)
    record = briefing.model_dump(mode="json")
    embed(document, json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()})


def _core_properties(document: Document, briefing: Briefing) -> None:
    properties = document.core_properties
    properties.identifier = SEAL
    properties.title = words(briefing.title)[:LONGEST_PROPERTY]
    properties.subject = words(briefing.question or briefing.pages.subtitle)[:LONGEST_PROPERTY]
    properties.content_status = words(briefing.pages.header_left)[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = "brief"
    properties.created = properties.modified = _day(briefing.as_of)
    properties.language = "en-GB"
    properties.comments = ""


def _day(as_of: str | None) -> datetime:
    try:
        return datetime.fromisoformat(as_of or "").replace(tzinfo=UTC)
    except ValueError:
        return UNDATED


def _header_and_footer(document: Document, briefing: Briefing) -> None:
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.style, footer.style = document.styles[styles.HEADER], document.styles[styles.FOOTER]
    header.add_run(f"{words(briefing.pages.header_left)}\t{words(briefing.pages.header_right)}")
    footer.add_run("Keys in brackets lead to the sentence in the source (Annex A)\tPage ")
    footer._p.extend([*field("PAGE", "1"), text_run(" of "), *field("NUMPAGES", "")])
