"""From a web page to its text, through trafilatura."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from brief.read.stated import iso_date, language_code, plain, web_address
from brief.schema import Metadata

_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LANGUAGE = re.compile(r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2}(?:[-_][A-Za-z]+)?)", re.I)
_HEAD = 20_000


@dataclass(frozen=True)
class Page:
    """A page's text, what the page states about itself, and the program that extracted both."""

    text: str
    stated: Metadata
    extractor: str


def looks_like_html(text: str) -> bool:
    """Tell whether a text is plainly a web page: it begins as one."""
    return _START.match(text[:4000]) is not None


def page_text(html: str) -> Page:
    """Extract the article's text and the stated metadata of a page; never empty where the page has words.

    trafilatura's main-text extraction; where that finds nothing, its plain rendering of the whole page; where the page
    can't be parsed at all (nested too deep), what stands between its tags.
    """
    import trafilatura

    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).addHandler(logging.NullHandler())  # what it can't use is told by what we return
    html = _UNSAFE.sub("", html)
    if "<html" not in html[:_HEAD].lower():
        html = f"<html><body>{html}</body></html>"
    found: Any = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True, fast=True)
    text = (found.text if found is not None else "") or trafilatura.html2txt(html) or _without_tags(html)
    extractor = f"trafilatura {trafilatura.__version__}"
    if found is None:
        return Page(text, Metadata(language=_language(html)), extractor)
    stated = Metadata(
        title=plain(found.title),
        outlet=plain(found.sitename),
        author=plain(found.author),
        published=iso_date(found.date or ""),
        url=web_address(found.url or ""),
        language=_language(html),
    )
    return Page(text, stated, extractor)


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
