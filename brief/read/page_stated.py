"""What a page states about itself: from trafilatura, and from linked data (JSON-LD) where that misses it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from brief.read.stated import iso_date, plain, web_address
from brief.schema import Metadata

_TITLES = ("og:title", "twitter:title", "og:description", "description")
_SEPARATORS = (" | ", " - ", " – ", " — ", "|")
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_MOST = 6
_LONGEST = 300_000
_KINDS = ("article", "posting", "report")


def page_titles(tree: Any) -> list[str]:
    """Return what the page calls itself: its titles and descriptions, also without the outlet behind a separator."""
    named = [element.text or "" for element in _first(tree.iter("title"), _MOST)]
    named += ["".join(_first(element.itertext(), 50)) for element in _first(tree.iter("h1"), _MOST)]
    named += [
        node.get("content") or ""
        for node in _first(tree.iter("meta"), 300)
        if (node.get("property") or node.get("name") or "").lower() in _TITLES
    ]
    named = [" ".join(name[:1000].split()) for name in named]
    return named + [name.rsplit(mark, 1)[0] for name in named for mark in _SEPARATORS if mark in name]


def page_linked_data(tree: Any) -> list[str]:
    """Return the page's JSON-LD scripts as they stand."""
    scripts = (node for node in tree.iter("script") if (node.get("type") or "").lower() == "application/ld+json")
    return [node.text for node in _first(scripts, _MOST) if node.text and len(node.text) <= _LONGEST]


def _first(found: Iterator[Any], most: int) -> Iterator[Any]:
    return (item for item, _ in zip(found, range(most), strict=False))


def stated(found: Any, linked_data: Sequence[str], language: str | None) -> Metadata:
    """Return title, outlet, author, date, address and language as the page states them."""
    own = _article(linked_data)
    publisher, page = own.get("publisher"), own.get("mainEntityOfPage")
    address = page.get("@id") if isinstance(page, dict) else page
    outlet = plain(found.sitename) if found else None
    if outlet is None or _HOST.fullmatch(outlet):
        outlet = plain(publisher) or outlet
    return Metadata(
        title=(plain(found.title) if found else None) or plain(own.get("headline")),
        outlet=outlet,
        author=(plain(found.author) if found else None) or plain(own.get("author")),
        published=iso_date(found.date or "" if found else "") or iso_date(plain(own.get("datePublished")) or ""),
        url=web_address(found.url or "" if found else "") or web_address(plain(own.get("url") or address) or ""),
        language=language,
    )


def _article(linked_data: Sequence[str]) -> dict[str, Any]:
    """Return the first object that calls itself an article, else nothing."""
    for text in linked_data:
        try:
            values = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        for value in values:
            if isinstance(value, list):
                values += value[:50]
            elif isinstance(value, dict):
                kinds = value.get("@type")
                names = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)
                if any(kind in names.lower() for kind in _KINDS):
                    return value
                values += [inner for key in ("@graph", "mainEntity") if (inner := value.get(key))]
            if len(values) > 200:
                break
    return {}
