"""Elements of WordprocessingML (ECMA-376 part 1) for what python-docx has no call for, or a slow one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, nspfxmap, qn
from lxml import etree

W = nsmap["w"]
TOOLTIP_LIMIT = 250
CHARACTERS_THAT_FIT_A_PAGE = 2000
TABLE_STYLE = "Brief table"

_ATTRIBUTE_SPACE = re.compile(r"\s+")
_SPACE = re.compile("[\t\n\r\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]"
)
_PREFIX = {"r_id": "r:id"}
_DECLARED = nspfxmap("w", "r")
_XML_SPACE = qn("xml:space")
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def printable(text: str) -> str:
    """The text as a document can hold it, with the same length.

    A line break or tab becomes a space; characters that XML refuses, other control characters, direction marks and
    overrides, private-use and unassigned characters become U+FFFD.
    """
    return _UNPRINTABLE.sub("\ufffd", _SPACE.sub(" ", text))


def element(tag: str, *children: etree._Element, **attributes: str | int) -> etree._Element:
    """An element of the main namespace; an attribute `r_id` belongs to the relationships namespace."""
    values = {qn(_PREFIX.get(name) or f"w:{name}"): str(value) for name, value in attributes.items()}
    node: etree._Element = OxmlElement(f"w:{tag}", attrs=values, nsdecls=_DECLARED)
    node.extend(children)
    return node


def text_run(text: str, style: str | None = None, language: str | None = None) -> etree._Element:
    """A run of text with a character style and, for words in another language, that language."""
    properties = element("rPr")
    if style is not None:
        properties.append(element("rStyle", val=style))
    if language is not None:
        if language in _RIGHT_TO_LEFT:
            properties.append(element("rtl"))
            properties.append(element("lang", bidi=language))
        else:
            properties.append(element("lang", val=language))
    content = element("t")
    content.text = printable(text)
    content.set(_XML_SPACE, "preserve")
    return element("r", properties, content) if len(properties) else element("r", content)


def paragraph(style: str, *content: etree._Element) -> etree._Element:
    """A paragraph in a named style."""
    return element("p", element("pPr", element("pStyle", val=style)), *content)


def field(instruction: str, result: str) -> list[etree._Element]:
    """A complex field with its result as last known."""
    return [*field_begin(instruction), text_run(result), field_end()]


def field_begin(instruction: str) -> list[etree._Element]:
    """The runs before a complex field's result."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(_XML_SPACE, "preserve")
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", code),
        element("r", element("fldChar", fldCharType="separate")),
    ]


def field_end() -> etree._Element:
    """The run after a complex field's result."""
    return element("r", element("fldChar", fldCharType="end"))


def bookmark(name: str, number: int, *content: etree._Element) -> list[etree._Element]:
    """Content with a bookmark around it; `number` is unique in the document."""
    return [element("bookmarkStart", id=number, name=name), *content, element("bookmarkEnd", id=number)]


def internal_link(anchor: str, run: etree._Element, tooltip: str | None = None) -> etree._Element:
    """A link to a bookmark, with words to show on hovering, cut to Word's limit."""
    link = element("hyperlink", anchor=anchor, history=1)
    if tooltip is not None:
        words = _ATTRIBUTE_SPACE.sub(" ", printable(tooltip))
        link.set(qn("w:tooltip"), words if len(words) <= TOOLTIP_LIMIT else words[: TOOLTIP_LIMIT - 1].rstrip() + "…")
    link.append(run)
    return link


def external_link(relationship: str, run: etree._Element) -> etree._Element:
    """A link to an address that stands in the part's relationships."""
    return element("hyperlink", run, r_id=relationship, history=1)


def table(
    widths: Sequence[int],
    head: Sequence[etree._Element],
    rows: Iterable[Sequence[Sequence[etree._Element]]],
    caption: str,
    description: str,
    *,
    with_next: bool = False,
) -> etree._Element:
    """A table of fixed widths (twentieths of a point): a repeated header row, and rows that no page break splits.

    `head` holds one paragraph a column, each row one list of paragraphs a column. A row too long for a page is allowed
    to break. The last two rows stay on one page. With `with_next` the last row stays with the paragraph after the
    table, and so does the whole table when it is short. `caption` and `description` are read out to those who can't
    see the table.
    """
    properties = element(
        "tblPr",
        element("tblStyle", val=TABLE_STYLE),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        element("tblCaption", val=_attribute(caption)),
        element("tblDescription", val=_attribute(description)),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    body = [_row(widths, row, header=False) for row in rows]
    short = sum(map(_length, body)) <= CHARACTERS_THAT_FIT_A_PAGE
    first_kept = 0 if with_next and short else -2
    for row in body[first_kept : None if with_next else -1]:
        for properties_of_paragraph in row.iter(qn("w:pPr")):
            properties_of_paragraph.append(element("keepNext"))
    return element("tbl", properties, grid, _row(widths, [[cell] for cell in head], header=True), *body)


def _attribute(text: str) -> str:
    return _ATTRIBUTE_SPACE.sub(" ", printable(text))


def _row(widths: Sequence[int], cells: Sequence[Sequence[etree._Element]], *, header: bool) -> etree._Element:
    filled = [
        element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *cell)
        for width, cell in zip(widths, cells, strict=True)
    ]
    properties = element("trPr")
    if max(map(_length, filled)) <= CHARACTERS_THAT_FIT_A_PAGE:
        properties.append(element("cantSplit"))
    if header:
        properties.append(element("tblHeader"))
    return element("tr", *([properties] if len(properties) else []), *filled)


def _length(node: etree._Element) -> int:
    return sum(len(text.text or "") for text in node.iter(qn("w:t")))


def picture_run(inline: etree._Element, name: str, number: int, description: str) -> etree._Element:
    """A run with a picture that python-docx has placed in the text; `number` is unique among the pictures.

    Distances of none are written out: some programs shift a picture that leaves them open.
    """
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    for properties in inline.iterchildren(qn("wp:docPr")):
        properties.attrib.update({"id": str(number), "name": name, "descr": _attribute(description)})
    return element("r", element("drawing", inline))


def dropdown(title: str, tag: str, number: int, choices: Sequence[str]) -> etree._Element:
    """A drop-down content control in a paragraph; the first choice is shown."""
    items = [element("listItem", displayText=choice, value=choice) for choice in choices]
    return element(
        "sdt",
        element(
            "sdtPr",
            element("alias", val=title),
            element("tag", val=tag),
            element("id", val=number),
            element("dropDownList", *items),
        ),
        element("sdtContent", text_run(choices[0])),
    )


def text_control(title: str, tag: str, number: int, prompt: etree._Element) -> etree._Element:
    """An empty content control that shows a prompt (a paragraph) until somebody writes in it."""
    return element(
        "sdt",
        element(
            "sdtPr",
            element("alias", val=title),
            element("tag", val=tag),
            element("id", val=number),
            element("showingPlcHdr"),
        ),
        element("sdtContent", prompt),
    )
