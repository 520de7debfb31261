"""Small articles for tests: a text becomes an `Article` that stands alone in its input."""

from __future__ import annotations

import hashlib

from brief.schema import Article, Origin, Segment, Span


def article(
    text: str, name: str = "a", *, title: str | None = None, published: str | None = None, bundled: bool = False
) -> Article:
    """Return an article whose text is its whole input; a title stands outside the text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=name,
        title=title,
        outlet=None,
        author=None,
        published=published,
        url=None,
        language="en",
        supplied=(),
        text=text,
        sha256=digest,
        title_in_text=False,
        bundled=bundled,
        origin=Origin(
            file=f"{name}.txt",
            sha256=digest,
            text_sha256=digest,
            segments=(Segment(0, 0, len(text)),),
            title=None,
            bounds=Span(0, len(text)),
        ),
        left_out=(),
    )
