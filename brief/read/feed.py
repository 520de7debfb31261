"""Entries of a saved RSS or Atom file, through lxml."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree

from brief.errors import InputProblem
from brief.read.encoding import NotText, decode
from brief.read.stated import iso_date, language_code, plain, web_address, whole
from brief.read.web import page_text
from brief.schema import Metadata

ENTRIES = 1_000
_FEEDS = ("rss", "RDF", "feed")
_TEXTS = ("encoded", "content", "description", "summary")
_TEASER, _LINE, _CUT_SHORT = 200, 400, 1_500
_WIDE = "\u2e80"
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
_PROLOG = re.compile(r"\s*(?:\ufeff\s*)?<\?xml[^>]{0,300}>")
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


@dataclass(frozen=True)
class Entry:
    """One entry of a feed; `text` is empty for a teaser, `extractor` is set when the text was HTML."""

    text: str
    stated: Metadata
    extractor: str | None


@dataclass(frozen=True)
class Feed:
    """The entries of a feed in its order; `broken` is the line of the first fault in its XML."""

    entries: tuple[Entry, ...]
    encoding: str
    broken: int | None


def feed_entries(data: bytes) -> Feed:
    """Return the entries of an RSS or Atom file.

    An entry is a teaser when its text has less than 200 letters, is one line of less than 400, or breaks off ("[…]").
    An Atom entry's `updated` is no day of publication. Nothing that the file points to is fetched, and no entity of
    its own is expanded. Raises InputProblem when it is no feed, or one of more than 1,000 entries.
    """
    text, encoding = _decoded(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(_UNSAFE.sub("", _PROLOG.sub("", text, count=1)).encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputProblem("XML that can't be read: save the feed anew") from error
    if root is None or _local(root) not in _FEEDS:
        raise InputProblem("XML, but no RSS or Atom feed: save the article as a page or as text")
    etree.strip_elements(root, etree.Entity, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    found = [element for element in root.iter() if _local(element) in ("item", "entry")]
    if not found:
        raise InputProblem("a feed without entries: save the page of the article instead")
    if len(found) > ENTRIES:
        raise InputProblem(f"a feed of {len(found):,} entries, the limit is {ENTRIES:,}: split it")
    head = next((child for child in root if _local(child) == "channel"), root)
    outlet = _first(head, "title")
    language = language_code(_first(head, "language") or head.get("{http://www.w3.org/XML/1998/namespace}lang"))
    fault = next((entry.line for entry in parser.error_log), None)
    return Feed(tuple(_entry(element, outlet, language) for element in found), encoding, fault)


def _decoded(data: bytes) -> tuple[str, str]:
    declared = _DECLARED.match(data[:500])
    try:
        name = declared[1].decode("ascii") if declared else "utf-8"
        return data.decode(name), codecs.lookup(name).name
    except (LookupError, ValueError):
        pass
    try:
        return decode(data)
    except NotText as error:
        raise InputProblem(f"not a feed but {error}: give it the ending of its kind") from error


def _entry(element: Any, outlet: str | None, language: str | None) -> Entry:
    stated = Metadata(
        title=_first(element, "title"),
        outlet=_first(element, "source") or outlet,
        author=_author(element),
        published=next(
            (
                day
                for name in ("pubDate", "published", "issued", "date")
                if (day := iso_date(_first(element, name) or ""))
            ),
            None,
        ),
        url=web_address(_link(element)),
        language=language,
    )
    markup = max((_markup(child) for child in element if _local(child) in _TEXTS), key=len, default="")
    if _size(markup) < _TEASER:
        return Entry("", stated, None)
    if _TAG.search(markup):
        page = page_text(markup)
        text, extractor = page.text, page.extractor
    else:
        text, extractor = unescape(markup).strip(), None
    return Entry("" if _is_teaser(text) else text, stated, extractor)


def _is_teaser(text: str) -> bool:
    size = _size(text)
    broken_off = text.rstrip(" \n]").endswith(("…", "..."))
    return size < (_CUT_SHORT if broken_off else _TEASER if "\n" in text.strip() else _LINE)


def _markup(element: Any) -> str:
    """Return the content of an element as it is; that of an XHTML element as markup."""
    if element.get("type") == "xhtml":
        return whole("".join(etree.tostring(child, encoding="unicode") for child in element))
    return whole("".join(element.itertext()))


def _first(element: Any, name: str) -> str | None:
    for child in element:
        if _local(child) == name:
            inner = next((part for part in child if _local(part) in ("title", "name")), child)
            words = plain(unescape(_TAG.sub("", "".join(inner.itertext()))))
            if words:
                return words
    return None


def _author(element: Any) -> str | None:
    named = (_first(element, name) for name in ("creator", "author"))
    return next((name for name in named if name and "@" not in name), None)


def _link(element: Any) -> str:
    for child in element:
        if _local(child) == "link" and child.get("rel", "alternate") == "alternate":
            return str(child.get("href") or child.text or "")
    return ""


def _size(text: str) -> int:
    """Return the length of a text in letters; one of a script without spaces says as much as three."""
    return sum((3 if char >= _WIDE else 1) for char in text if char.isalpha())


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
