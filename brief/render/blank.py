"""A document without content: python-docx's own, with everything taken out that its template brings along."""

from __future__ import annotations

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Twips
from lxml import etree

from brief.render.ooxml import element

_UNWANTED = frozenset(
    {
        RELATIONSHIP_TYPE.THUMBNAIL,
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
        RELATIONSHIP_TYPE.CUSTOM_XML,
        RELATIONSHIP_TYPE.WEB_SETTINGS,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    }
)
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_LAYOUT_RULES = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)
_DEFAULTS = (
    f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
    '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)


def blank_document() -> Document:
    """An empty A4 document in Calibri, British English and today's layout rules, with Word's four default styles."""
    document = docx.Document()
    _take_out(document.part.rels)
    _take_out(document.part.package.rels)
    _take_out_styles(document)
    _settings(document)
    _page(document)
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            part.element.attrib.pop(_IGNORABLE, None)
            etree.cleanup_namespaces(part.element, keep_ns_prefixes=["w", "r"])
    return document


def _take_out(relationships: Relationships) -> None:
    for name in [name for name, one in relationships.items() if one.reltype in _UNWANTED]:
        del relationships[name]


def _take_out_styles(document: Document) -> None:
    styles = document.styles
    defaults = {style.style_id for kind in WD_STYLE_TYPE if (style := styles.default(kind)) is not None}
    for style in [style for style in styles if style.style_id not in defaults]:
        style.delete()
    for latent in list(styles.latent_styles):
        latent.delete()
    root = styles.element
    root.replace(root.find(qn("w:docDefaults")), parse_xml(_DEFAULTS))
    del document.part.numbering_part.element[:]


def _settings(document: Document) -> None:
    """Set what the document needs; no request to update fields, about which Word would ask on every opening."""
    space = "http://schemas.microsoft.com/office/word"
    rules = [element("compatSetting", name=name, uri=space, val=value) for name, value in _LAYOUT_RULES]
    document.settings.element[:] = [
        element("zoom", percent=100),
        element("defaultTabStop", val=720),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", *rules),
        element("themeFontLang", val="en-GB"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    ]


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Twips(11906), Twips(16838)
    section.left_margin = section.right_margin = Twips(1134)
    section.top_margin, section.bottom_margin = Twips(1361), Twips(1191)
    section.header_distance, section.footer_distance = Twips(624), Twips(567)
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
