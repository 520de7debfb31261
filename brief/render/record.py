"""The record inside the document: the whole briefing as JSON in a custom XML part, for `brief check`."""

from __future__ import annotations

import re

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from brief.errors import InputProblem
from brief.render.package import Package

NAMESPACE = "urn:brief:record:1"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_IDENTITY = "{6A2D6D1B-0C52-4D0E-9C4B-6F0B1B61EF01}"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def embed(document: Document, record: str) -> None:
    """Put a JSON text into the document; characters that XML refuses are written as JSON escapes."""
    item = etree.Element(f"{{{NAMESPACE}}}record", nsmap={"brief": NAMESPACE})
    item.text = _NOT_IN_XML.sub(lambda match: f"\\u{ord(match.group()):04x}", record)
    properties = (
        f'<ds:datastoreItem ds:itemID="{_IDENTITY}" xmlns:ds="{_PROPERTIES}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    package = document.part.package
    part = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, etree.tostring(item, encoding="UTF-8"), package)
    described = Part(
        PackURI("/customXml/itemProps1.xml"), CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, properties.encode(), package
    )
    part.relate_to(described, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def read_record(data: bytes) -> str:
    """The JSON text embedded in a document, wherever an editor has moved its part to.

    Raises `InputProblem` when the file is no Word file or holds no record.
    """
    package = Package(data)
    for name in package.names:
        if name.startswith("customXml/item") and name.endswith(".xml") and "Props" not in name:
            root = package.xml(name)
            if root.tag == f"{{{NAMESPACE}}}record":
                return "".join(str(text) for text in root.itertext())
    raise InputProblem("the Word file holds no record of a briefing: it was not made by brief, or has lost the record")
