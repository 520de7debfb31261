"""Which articles of a set are copies of another one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from brief.schema import Article


def copies(articles: Sequence[Article]) -> dict[str, str]:
    """Return, for each article whose words equal those of an earlier one, the id of that earlier one.

    White space and case don't count, so a re-saved copy is one.
    """
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for article in articles:
        words = " ".join(article.text.split()).casefold()
        digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
        original = first.setdefault(digest, article.id)
        if original != article.id:
            found[article.id] = original
    return found
