"""The example as a document: variants of it, and what a test looks at in the file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

from brief.render.ooxml import W
from brief.schema import ActorRow, Briefing, LeftOutRow, RegisterRow
from tests.example_briefing import example
from tests.example_briefing_record import line, quote, text

HOSTILE = "a & b < c ]]> “d” \x00\x1b\ufffe\ud800 \u202eabc\u202c עברית 🐢 " + "long" * 75


def changed(briefing: Briefing, **pages: object) -> Briefing:
    """The briefing with other pages."""
    return briefing.model_copy(update={"pages": briefing.pages.model_copy(update=pages)})


def hostile_briefing(words: str) -> Briefing:
    """The example with hostile characters in every field that is printed."""
    pages = example().pages
    rows = (RegisterRow(**{**dict(pages.evidence[0]), "sentence": words, "file": words}), *pages.evidence[1:])
    actor = ActorRow(name=words, role=words, lines=(line(quote(words), text(words), tag=words),), more=2)
    return example().model_copy(
        update={
            "title": words,
            "question": words,
            "pages": pages.model_copy(
                update={
                    "header_left": words,
                    "header_right": words,
                    "subtitle": words,
                    "findings": (line(quote(words)),),
                    "actors": (actor,),
                    "sources": tuple(s.model_copy(update={"title": words, "outlet": words}) for s in pages.sources),
                    "evidence": rows,
                    "left_out": (LeftOutRow(kind=words, what=words, source_text=words, why=words),),
                }
            ),
        }
    )


def parts(data: bytes) -> dict[str, bytes]:
    """Every part of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(data: bytes) -> etree._Element:
    """The document part."""
    return etree.fromstring(parts(data)["word/document.xml"])


def values(root: etree._Element, path: str) -> list[str]:
    """What an XPath over the main namespace finds."""
    found = root.xpath(path, namespaces={"w": W})
    assert isinstance(found, list)
    return [str(item) for item in found]


def kept_rows(table: etree._Element) -> list[bool]:
    """For each row, whether its paragraphs stay with what follows."""
    rows = table.findall(f"{{{W}}}tr")[1:]
    return [all(p.find(f"{{{W}}}pPr/{{{W}}}keepNext") is not None for p in row.iter(f"{{{W}}}p")) for row in rows]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours as WCAG 2 defines it."""

    def luminance(colour: str) -> float:
        channels = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def audit(data: bytes, folder: Path) -> list[str]:
    """What the validator finds wrong."""
    path = folder / "briefing.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]
