"""Two ways of writing the address of one page."""

from __future__ import annotations

from urllib.parse import urlsplit

from courlan.clean import clean_query


def page(url: str | None) -> str | None:
    """Return an address without scheme, www, trailing slash, fragment and tracking parameters.

    None for no address, a broken one, and a front page, whose articles come and go.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    path, query = parts.path.rstrip("/"), clean_query(parts.query)
    if not host or not (path or query):
        return None
    return f"{host}{f':{port}' if port not in (None, 80, 443) else ''}{path}{f'?{query}' if query else ''}"
