"""Articles in JSON as other tools export them: {title, text, ...}, a list of those, or {"articles": [...]}."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from brief.errors import InputProblem
from brief.read.stated import iso_date, language_code, plain, web_address, whole
from brief.read.web import looks_like_html, page_text
from brief.schema import Metadata

_LISTS = ("articles", "items", "results", "entries", "documents", "stories", "data")
_TEXT = ("text", "body", "content", "articlebody", "maintext", "fulltext", "articletext", "article", "bodytext")
_FIELDS = {
    "title": ("title", "headline", "heading"),
    "outlet": ("outlet", "source", "sourcename", "site", "sitename", "publisher", "publication", "domain", "hostname"),
    "author": ("author", "authors", "byline", "creator"),
    "published": (
        "published",
        "date",
        "publishdate",
        "publishedat",
        "publisheddate",
        "datepublished",
        "dateofpublication",
        "publicationdate",
        "pubdate",
    ),
    "url": ("url", "link", "canonicalurl", "weburl", "sourceurl", "permalink"),
    "language": ("language", "lang", "locale"),
}
_MARKUP = re.compile(r"</(?:p|div|br|article|span|h[1-6])>|<br\s*/?>", re.I)
_SEPARATORS = str.maketrans("", "", "_- ")


@dataclass(frozen=True)
class Exported:
    """One article of an export; `extractor` is set when its text was HTML."""

    text: str
    stated: Metadata
    extractor: str | None


def exported_articles(text: str) -> tuple[Exported, ...]:
    """Read the articles of a JSON text; one without words keeps its place with an empty text.

    Raises InputProblem when it is not JSON or when nothing in it has a text.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputProblem(f"not valid JSON: line {error.lineno}, column {error.colno} ({error.msg})") from error
    except (RecursionError, ValueError) as error:
        raise InputProblem("not usable JSON: nested too deep, or a number of thousands of digits") from error
    articles = tuple(_article(record) for record in _records(value))
    if not any(article.text.strip() for article in articles):
        raise InputProblem("JSON without an article: an object needs a field 'text' (or body, content)")
    return articles


def _records(value: object) -> list[Mapping[str, object]]:
    if isinstance(value, dict):
        fields = _plain_keys(value)
        if not any(isinstance(fields.get(key), str) for key in _TEXT):
            for key in _LISTS:
                inner = fields.get(key)
                if isinstance(inner, list):
                    return [_plain_keys(record) for record in inner if isinstance(record, dict)]
        return [fields]
    if isinstance(value, list):
        return [_plain_keys(record) for record in value if isinstance(record, dict)]
    return []


def _plain_keys(record: dict[str, object]) -> dict[str, object]:
    return {key.lower().translate(_SEPARATORS): value for key, value in reversed(record.items())}


def _article(record: Mapping[str, object]) -> Exported:
    body = next((_body(record[key]) for key in _TEXT if _body(record.get(key))), "")
    stated = {name: _first(record, keys) for name, keys in _FIELDS.items()}
    stated["published"] = iso_date(stated["published"] or "")
    stated["url"] = web_address(stated["url"] or "")
    stated["language"] = language_code(stated["language"])
    if looks_like_html(body) or len(_MARKUP.findall(body[:20000])) >= 2:
        page = page_text(body)
        return Exported(page.text, Metadata(**stated), page.extractor)
    return Exported(body, Metadata(**stated), None)


def _body(value: object) -> str:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    return whole(value) if isinstance(value, str) else ""


def _first(record: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    return next((found for found in (plain(record.get(key)) for key in keys) if found), None)
