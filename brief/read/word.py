"""From a Word file to its text, through lxml: what a reader of the final text sees, a paragraph a line."""

from __future__ import annotations

from typing import Any

from lxml import etree

from brief.errors import InputProblem
from brief.read.archive import Archive, Damaged
from brief.read.properties import stated_by_file
from brief.read.stated import whole
from brief.read.web import Page

_OLD = b"\xd0\xcf\x11\xe0"
_OWN_RECORD = b"urn:brief:record:"
_DAMAGED = "a damaged Word file: open it in Word and save it again"
_MAIN = "word/document.xml"
_UNREAD = frozenset("del moveFrom delText instrText pPr rPr tblPr trPr tcPr sectPr sdtPr Fallback".split())
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def word_text(data: bytes) -> Page:
    """Return the text of a .docx: paragraphs, headings and rows of tables, each with a blank line below it.

    Not read: deleted and moved-away text of tracked changes, hidden text, comments, notes, headers and footers.
    Title and author are kept when the text has them too. Raises InputProblem for a file that is damaged or protected,
    that is no Word file, or that is a briefing of our own.
    """
    if data.startswith(_OLD):
        raise InputProblem("a Word file that is protected, or of the old kind: save it as .docx without a password")
    try:
        return _page(Archive(data))
    except Damaged as error:
        raise InputProblem(_DAMAGED) from error


def _page(archive: Archive) -> Page:
    parts = {member.filename: member for member in archive.members}
    for name, member in parts.items():
        if name.startswith("customXml/item") and _OWN_RECORD in archive.content(member):
            raise InputProblem("a briefing that brief made, not an article: move it out of the folder")
    main = _main(archive, parts)
    if main not in parts:
        raise InputProblem("not a Word file, though its name says so: save it as .docx")
    body = _xml(archive.content(parts[main]))
    hidden = _hidden_styles(_xml(archive.content(parts["word/styles.xml"]))) if "word/styles.xml" in parts else set()
    text = whole("\n\n".join(_Lines(hidden).of(body)))
    title = author = ""
    if "docProps/core.xml" in parts:
        core = _xml(archive.content(parts["docProps/core.xml"]))
        title, author = (core.findtext(f"{{*}}{name}") or "" for name in ("title", "creator"))
    return Page(text, stated_by_file(title, author, text), f"lxml {etree.__version__}")


class _Lines:
    """The lines of a Word text, gathered on a walk over its elements; paragraphs and tables may hold each other."""

    def __init__(self, hidden: set[str]) -> None:
        self._hidden = hidden
        self._blocks: list[list[str]] = [[]]
        self._rows: list[list[list[str]]] = []
        self._paragraphs: list[list[str]] = []

    def of(self, root: Any) -> list[str]:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = _local(element)
            if event == "end":
                self._leave(name)
            elif name in _UNREAD or (name in ("r", "p") and _is_hidden(element, self._hidden)):
                walk.skip_subtree()
                self._enter(name if name == "p" else "")
            else:
                self._enter(name, element.text)
        return self._blocks[0]

    def _enter(self, name: str, text: str | None = None) -> None:
        if name == "p":
            self._paragraphs.append([])
        elif name == "tr":
            self._rows.append([])
        elif name == "tc":
            self._blocks.append([])
        elif self._paragraphs and (name == "t" or name in _CHARACTERS):
            self._paragraphs[-1].append(text or "" if name == "t" else _CHARACTERS[name])

    def _leave(self, name: str) -> None:
        if name == "p" and self._paragraphs:
            line = "".join(self._paragraphs.pop()).strip()
            if line:
                self._blocks[-1].append(line)
        elif name == "tc" and len(self._blocks) > 1:
            cell = self._blocks.pop()
            (self._rows[-1] if self._rows else self._blocks).append(cell)
        elif name == "tr" and self._rows:
            cells = [cell for cell in self._rows.pop() if cell]
            if len(cells) > 1 and all(len(cell) == 1 for cell in cells):
                self._blocks[-1].append(" | ".join(cell[0] for cell in cells))
            else:
                self._blocks[-1] += [line for cell in cells for line in cell]


def _main(archive: Archive, parts: dict[str, Any]) -> str:
    if "_rels/.rels" in parts:
        for relation in _xml(archive.content(parts["_rels/.rels"])):
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                return str(relation.get("Target", "")).lstrip("/")
    return _MAIN


def _xml(data: bytes) -> Any:
    """Parse a part without entities, document types and fetching."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputProblem(_DAMAGED) from error
    tree: Any = etree.ElementTree(root)
    if tree.docinfo.doctype:
        raise InputProblem("a Word file with a document type, as Word never writes one: save its text")
    return root


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _value(element: Any) -> str | None:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == "val"), None)


def _is_hidden(element: Any, hidden: set[str]) -> bool:
    """Tell whether a run or a paragraph is hidden by itself or by its style."""
    properties = element.find(f"{{*}}{_local(element)}Pr")
    if properties is None:
        return False
    for item in properties:
        name = _local(item)
        if name == "vanish" and element.tag.endswith("}r"):
            return _value(item) not in ("0", "false", "off")
        if name in ("rStyle", "pStyle") and _value(item) in hidden:
            return True
    return False


def _hidden_styles(styles: Any) -> set[str]:
    found = set()
    for style in styles.iterfind("{*}style"):
        vanish = style.find("{*}rPr/{*}vanish")
        identity = next((v for k, v in style.attrib.items() if k.rpartition("}")[2] == "styleId"), None)
        if identity and vanish is not None and _value(vanish) not in ("0", "false", "off"):
            found.add(str(identity))
    return found
