"""From a web page to its text: the blocks that make up its article, chosen with trafilatura's opinion."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

import brief
from brief.read.page_blocks import Block, Box, cut
from brief.read.page_choice import chances, weights
from brief.read.page_features import NAMES, describe
from brief.read.page_stated import page_linked_data, page_titles, stated
from brief.read.stated import language_code
from brief.schema import Metadata

_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LANGUAGE = re.compile(r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2}(?:[-_][A-Za-z]+)?)", re.I)
_HEAD = 20_000
_TAG_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]{0,20}")
_LONG_TAG = 4000
_LARGEST = 2_000_000  # characters; beyond these a page is read without being parsed
_MOST_TAGS = 25_000
_KEPT = NAMES.index("kept")
_WORDLESS = (
    "style svg math iframe template canvas select textarea input datalist button object embed audio video map "
    "noscript link img source"
).split()  # stripped before the page is cut
_BESIDE = ("aside", "footer", "figcaption")  # stripped after it is cut, before trafilatura chooses


@dataclass(frozen=True)
class Page:
    """A page's text, what the page states about itself, and the program that extracted both."""

    text: str
    stated: Metadata
    extractor: str
    unread: int = 0
    """Words of the page that are not in the text: menus, links and other parts around the article."""


def looks_like_html(text: str) -> bool:
    """Tell whether a text is plainly a web page: it begins as one."""
    return _START.match(text[:4000]) is not None


def page_text(html: str) -> Page:
    """Extract the article's text and the stated metadata of a page; never empty where the page has words.

    The page is cut into blocks of text, and those that make up the article are chosen, with trafilatura's choice as one
    of the reasons. Where none is chosen, those that trafilatura kept, else its text, else every block; where the page
    can't be parsed whole, or is larger than a page of words is, what stands between its tags.
    """
    html = _whole_page(html)
    opened = _open(html)
    if opened is None:
        return Page(_without_tags(html), Metadata(language=_language(html)), _extractor())
    blocks, rows, fitted = opened.blocks, opened.rows(), weights()
    asked = zip(rows, chances(rows.values(), fitted), strict=True)
    chosen = [i for i, chance in asked if chance >= fitted.needed] or [i for i in rows if rows[i][_KEPT] > 0.5]
    text = (
        "\n".join(blocks[i].text for i in chosen)
        or opened.kept
        or "\n".join(block.text for block in blocks)
        or _without_tags(html)
    )
    unread = max(0, sum(len(block.text.split()) for block in blocks) - len(text.split()))
    return Page(text, stated(opened.found, opened.linked_data, _language(html)), _extractor(), unread)


def described(html: str) -> tuple[list[Block], dict[int, list[float]]]:
    """Return the blocks of a page, and by number what is known about those that may belong to its article, for fitting.

    There are none where the page can't be parsed.
    """
    opened = _open(_whole_page(html))
    return (opened.blocks, opened.rows()) if opened else ([], {})


@dataclass(frozen=True)
class _Opened:
    """A parsed page: its blocks, and what trafilatura found in it."""

    blocks: list[Block]
    boxes: list[Box]
    titles: list[str]
    linked_data: list[str]
    found: Any
    kept: str

    def rows(self) -> dict[int, list[float]]:
        return describe(self.blocks, self.boxes, self.kept, self.titles)


def _open(html: str) -> _Opened | None:
    import trafilatura

    if len(html) > _LARGEST or html.count("<") > _MOST_TAGS:
        return None
    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).addHandler(logging.NullHandler())  # what it can't use is told by what we return
    tree = _parsed(html)
    if tree is None:
        return None
    titles, linked_data = page_titles(tree), page_linked_data(tree)
    found = trafilatura.extract_metadata(tree)
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":  # trafilatura finds articles in these
            script.tag = "style"
    etree.strip_elements(tree, *_WORDLESS, with_tail=False)
    blocks, boxes = cut(tree)
    etree.strip_elements(tree, *_BESIDE, with_tail=False)
    body: Any = trafilatura.bare_extraction(tree, include_comments=False, fast=True)
    return _Opened(blocks, boxes, titles, linked_data, found, (body.text if body is not None else "") or "")


def _parsed(html: str) -> Any:
    """Return the page's tree, or nothing where it holds no element or the parser gave up on how deep it nests."""
    parser = etree.HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        tree = document_fromstring(html.encode(), parser=parser)
    except etree.ParserError:
        return None
    last = parser.error_log.last_error
    return None if last is not None and "Excessive depth" in last.message else tree


def _whole_page(html: str) -> str:
    html = _without_long_tags(_UNSAFE.sub("", html))
    return html if "<html" in html[:_HEAD].lower() else f"<html><body>{html}</body></html>"


def _without_long_tags(html: str) -> str:
    """Take the attributes from tags that are longer than any page needs."""
    pieces = html.split("<")
    for number, piece in enumerate(pieces):
        if len(piece) > _LONG_TAG and (name := _TAG_NAME.match(piece)) and piece.find(">", 0, _LONG_TAG) < 0:
            pieces[number] = f"{name[0]}>{piece.partition('>')[2]}"
    return "<".join(pieces)


def _extractor() -> str:
    import trafilatura

    return f"trafilatura {trafilatura.__version__} with brief {brief.__version__}"


def _without_tags(html: str) -> str:
    """Return what stands between the tags, each stretch on a line of its own, without scripts and styles."""
    pieces: list[str] = []
    hidden = ""
    for part in html.split("<"):
        tag, _, words = part.partition(">")
        name = tag.split(None, 1)[0].lower() if tag.strip() else ""
        if hidden:
            hidden = "" if name == hidden else hidden
        elif name in ("script", "style"):
            hidden = f"/{name}"
        if not hidden and words.strip():
            pieces.append(unescape(words.strip()))
    return "\n".join(pieces)


def _language(html: str) -> str | None:
    declared = _LANGUAGE.search(html[:_HEAD])
    return language_code(declared[1]) if declared else None
