"""Every style of the document and its lists; nothing in the text is formatted in any other way.

Styles go by their names, as python-docx knows them. What it can't set (boxes, numbers, outline levels, tables) is XML.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import CharacterStyle, ParagraphStyle

from brief.render.ooxml import TABLE_STYLE, element

NAVY = "1F3864"
BLUE = "1F4E8C"
GREY = "4D4D4D"
BROWN = "5C3A00"
BLACK = "1A1A1A"
WHITE = "FFFFFF"
PALE_BLUE = "EDF1F7"
PALE_YELLOW = "FFF5E0"
RULE = "B8C2D0"

NORMAL = "Normal"
TITLE = "Title"
SUBTITLE = "Subtitle"
STATUS = "Status"
BOTTOM_LINE = "Bottom line"
HEADING = "Heading 1"
SUBHEADING = "Heading 2"
FINDING = "List Number"
BULLET = "List Bullet"
BODY = "Body Text"
SMALL = "Small text"
NOTE = "Note"
CLOSING = "Closing note"
CAPTION = "Caption"
CONTENTS_HEADING = "TOC Heading"
CONTENTS = "toc 1"
TABLE_HEAD = "Table head"
TABLE_LABEL = "Table label"
TABLE_TEXT = "Table text"
SOURCE_SENTENCE = "Source sentence"
JUDGEMENT = "Judgement"
HEADER = "Header"
FOOTER = "Footer"
STRONG = "Strong"
KEY = "Key"
TAG = "Tag"
LINK = "Hyperlink"
PROMPT = "Prompt"

TEXT_WIDTH = Twips(9638)


class Measure(NamedTuple):
    """Size of the letters and space before and after in points; line height as a multiple of the font's own."""

    size: float
    before: float
    after: float
    line: float


ROOMY: Mapping[str, Measure] = {
    TITLE: Measure(21, 0, 2, 0.95),
    SUBTITLE: Measure(11, 0, 8, 1),
    STATUS: Measure(9, 0, 7, 1),
    HEADING: Measure(14.5, 13, 4.5, 1),
    BOTTOM_LINE: Measure(11.5, 0, 3, 1.08),
    FINDING: Measure(10.5, 0, 3.5, 1.05),
    BULLET: Measure(10.5, 0, 2, 1.05),
    SMALL: Measure(9, 0, 1.5, 1.03),
}
"""Page 1 as it is set when there is room."""

COMPACT: Mapping[str, Measure] = {
    TITLE: Measure(18, 0, 1, 0.95),
    SUBTITLE: Measure(10, 0, 5.5, 1),
    STATUS: Measure(8.5, 0, 5, 1),
    HEADING: Measure(12.5, 7.5, 2.5, 1),
    BOTTOM_LINE: Measure(10, 0, 2, 1.02),
    FINDING: Measure(9.5, 0, 2, 1),
    BULLET: Measure(9.5, 0, 1, 1),
    SMALL: Measure(8.5, 0, 1, 1),
}
"""Page 1 when it would run over otherwise."""


def _half_way(one: Measure, other: Measure) -> Measure:
    size, before, after = (round(a + b) / 2 for a, b in zip(one[:3], other[:3], strict=True))
    return Measure(size, before, after, (one.line + other.line) / 2)


SETTINGS = (ROOMY, {name: _half_way(ROOMY[name], COMPACT[name]) for name in ROOMY}, COMPACT)
"""The sizes of page 1, from the largest to the smallest."""

_REST: Mapping[str, Measure] = {
    NORMAL: Measure(10.5, 0, 4, 1.08),
    SUBHEADING: Measure(12, 11, 4, 1),
    BODY: Measure(10.5, 0, 5, 1.08),
    NOTE: Measure(9.5, 0, 5, 1.03),
    CLOSING: Measure(9.5, 3.5, 3, 1.03),
    CAPTION: Measure(9, 3, 3.5, 1),
    CONTENTS_HEADING: Measure(12, 13, 4.5, 1),
    CONTENTS: Measure(10.5, 0, 1, 1.05),
    TABLE_HEAD: Measure(9, 2.5, 2.5, 1),
    TABLE_TEXT: Measure(9, 1.5, 1.5, 1.03),
    TABLE_LABEL: Measure(9, 1.5, 1.5, 1.03),
    SOURCE_SENTENCE: Measure(9, 1.5, 1.5, 1.03),
    JUDGEMENT: Measure(10.5, 4, 10, 1.08),
    HEADER: Measure(9, 0, 0, 1),
    FOOTER: Measure(9, 0, 0, 1),
}
_CHARACTERS = {STRONG: None, KEY: 8, TAG: 8, LINK: None, PROMPT: None}
_COLOURS = {
    NORMAL: BLACK,
    **dict.fromkeys((TITLE, HEADING, CAPTION, CONTENTS_HEADING, TABLE_LABEL), NAVY),
    **dict.fromkeys((SUBHEADING, KEY, LINK), BLUE),
    **dict.fromkeys((SUBTITLE, SMALL, NOTE, CLOSING, HEADER, FOOTER, TAG, PROMPT), GREY),
    STATUS: BROWN,
    TABLE_HEAD: WHITE,
}
_BOLD = frozenset({TITLE, HEADING, SUBHEADING, CAPTION, CONTENTS_HEADING, TABLE_HEAD, TABLE_LABEL, STRONG})
_WITH_NEXT = frozenset({TITLE, HEADING, SUBHEADING, NOTE, CAPTION, CONTENTS_HEADING, TABLE_HEAD})
_WHOLE = _WITH_NEXT - {NOTE} | {STATUS, BOTTOM_LINE, FINDING, BULLET, CLOSING}
_OURS = frozenset({STATUS, BOTTOM_LINE, SMALL, NOTE, CLOSING, SOURCE_SENTENCE, JUDGEMENT, KEY, TAG, PROMPT}) | {
    TABLE_HEAD,
    TABLE_LABEL,
    TABLE_TEXT,
}
_OUTLINE = {HEADING: 0, SUBHEADING: 1}
_INDENTED = {STATUS: (190, 150), BOTTOM_LINE: (190, 150), JUDGEMENT: (150, 150)}
_LISTS = {FINDING: ("decimal", "%1.", True), BULLET: ("bullet", "•", False)}


def _border(side: str, colour: str, size: int, space: int, line: str = "single") -> str:
    return f'<w:{side} w:val="{line}" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _shade(fill: str) -> str:
    return f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _edges(*sides: str) -> str:
    return f"<w:pBdr {nsdecls('w')}>{''.join(sides)}</w:pBdr>"


def _box(fill: str, bar: str) -> tuple[str, str]:
    flat = {side: _border(side, fill, 4, space) for side, space in (("top", 5), ("bottom", 5), ("right", 7))}
    return _edges(flat["top"], _border("left", bar, 36, 7), flat["bottom"], flat["right"]), _shade(fill)


_GROUNDS: Mapping[str, tuple[str, ...]] = {
    STATUS: _box(PALE_YELLOW, BROWN),
    BOTTOM_LINE: _box(PALE_BLUE, NAVY),
    TABLE_HEAD: (_shade(NAVY),),
    JUDGEMENT: (_edges(*(_border(side, GREY, 6, 6, "dashed") for side in ("top", "left", "bottom", "right"))),),
}


def define(document: Document, front: Mapping[str, Measure], *, contents_on_new_page: bool) -> None:
    """Add every style that the document names; `front` are the sizes of page 1."""
    for name, measure in (*_REST.items(), *front.items()):
        _paragraph_style(document, name, measure)
    for name, size in _CHARACTERS.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER, name not in _OURS)
        style.base_style = document.styles.default(WD_STYLE_TYPE.CHARACTER)
        _font(style, size)
    document.styles[PROMPT].font.italic = True
    document.styles[TITLE].next_paragraph_style = document.styles[SUBTITLE]
    for name in (HEADING, SUBHEADING, CAPTION, CONTENTS_HEADING):
        document.styles[name].next_paragraph_style = document.styles[BODY]
    for name in (HEADER, FOOTER):
        document.styles[name].paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    if contents_on_new_page:
        document.styles[CONTENTS_HEADING].paragraph_format.page_break_before = True
        document.styles[CONTENTS_HEADING].paragraph_format.space_before = Pt(0)
    _lists(document)
    _table_style(document)


def resolve(document: Document) -> None:
    """Put the document's own id in place of each style's name."""
    ids = {style.name: style.style_id for style in document.styles}
    for node in document.element.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle")):
        node.val = ids[node.val]


def _paragraph_style(document: Document, name: str, measure: Measure) -> None:
    styles = document.styles
    known = name in styles
    style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, name not in _OURS)
    if not known:
        style.base_style = styles[NORMAL]
    style.quick_style = True
    _font(style, measure.size)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(measure.before), Pt(measure.after)
    layout.line_spacing = float(measure.line)
    layout.keep_with_next = name in _WITH_NEXT or None
    layout.keep_together = name in _WHOLE or None
    if name in _INDENTED:
        layout.left_indent, layout.right_indent = map(Twips, _INDENTED[name])
    properties = style.element.get_or_add_pPr()
    if name in _OUTLINE:
        properties.append(element("outlineLvl", val=_OUTLINE[name]))
    for ground in _GROUNDS.get(name, ()):
        properties.insert_element_before(parse_xml(ground), "w:tabs", "w:spacing")


def _font(style: CharacterStyle | ParagraphStyle, size: float | None) -> None:
    font = style.font
    name = style.name
    if name in _BOLD:
        font.bold = font.cs_bold = True
    if name in _COLOURS:
        font.color.rgb = RGBColor.from_string(_COLOURS[name])
    if size is not None:
        font.size = Pt(size)
        style.element.rPr.find(qn("w:sz")).addnext(element("szCs", val=round(size * 2)))


def _lists(document: Document) -> None:
    """The numbered list of the findings and the bullets, each tied to its style."""
    kinds, lists = [], []
    for number, (name, (kind, text, bold)) in enumerate(_LISTS.items()):
        style = document.styles[name]
        font = element("rPr", *([element("b"), element("bCs")] if bold else []), element("color", val=NAVY))
        level = element(
            "lvl",
            element("start", val=1),
            element("numFmt", val=kind),
            element("pStyle", val=style.style_id),
            element("lvlText", val=text),
            element("lvlJc", val="left"),
            element("pPr", element("ind", left=397, hanging=397)),
            font,
            ilvl=0,
        )
        kinds.append(element("abstractNum", element("multiLevelType", val="singleLevel"), level, abstractNumId=number))
        lists.append(element("num", element("abstractNumId", val=number), numId=number + 1))
        style.element.pPr.get_or_add_numPr().get_or_add_numId().val = number + 1
    document.part.numbering_part.element.extend([*kinds, *lists])


def _table_style(document: Document) -> None:
    style = document.styles.add_style(TABLE_STYLE, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles.default(WD_STYLE_TYPE.TABLE)
    borders = _border("top", NAVY, 8, 0) + _border("bottom", NAVY, 8, 0) + _border("insideH", RULE, 4, 0)
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 20), ("left", 85), ("bottom", 20), ("right", 85))
    )
    style.element.append(
        parse_xml(
            f'<w:tblPr {nsdecls("w")}><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>{borders}</w:tblBorders>'
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        )
    )
    style.element.append(
        parse_xml(f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:tcPr>{_shade(NAVY)}</w:tcPr></w:tblStylePr>')
    )
