"""Files of every format with invented words in them, for Hypothesis."""

from __future__ import annotations

import json
from html import escape

from hypothesis import strategies as st

from tests.sample_files import LEAD, archive, atom, docx, item, markup, message, paragraphs, pdf, rss

_LINE = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        (LEAD, "Sport", "Read more", "Subscribe now", "By Ola Brandt", "4 March 2024", "• One", "Cookies", "")
    ),
)
_LINES = st.lists(_LINE, max_size=12)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """Return an ending and the bytes of a file of that format."""
    lines = draw(_LINES)
    suffix = draw(
        st.sampled_from((".txt", ".md", ".html", ".json", ".pdf", ".docx", ".eml", ".rss", ".atom", ".xml", ".zip"))
    )
    return suffix, _file(draw, suffix, lines)


def _file(draw: st.DrawFn, suffix: str, lines: list[str]) -> bytes:
    text = draw(st.sampled_from(("\n", "\n\n", "\r\n", "\r", " "))).join(lines)
    if suffix == ".html":
        return f"<html><body>{markup(*lines)}</body></html>".encode("utf-8", "replace")
    if suffix == ".json":
        return json.dumps({"title": lines[0] if lines else "", "text": text}).encode()
    if suffix == ".pdf":
        place = st.tuples(
            *[st.one_of(st.integers(0, 800), st.sampled_from((60, 320)))] * 2, st.sampled_from((8, 10, 20))
        )
        plain = [line.encode("cp1252", "ignore").decode("cp1252") for line in lines]
        return pdf([[(*draw(place), line) for line in plain]] * draw(st.integers(1, 3)))
    if suffix == ".docx":
        return docx(paragraphs(*(_plain(line) for line in lines)))
    if suffix == ".eml":
        return message(text.encode("utf-8", "replace").decode(), markup(*lines) if draw(st.booleans()) else None)
    if suffix in (".rss", ".xml"):
        return rss(item("A", markup(*(_plain(line) for line in lines)) * draw(st.sampled_from((1, 9)))))
    if suffix == ".atom":
        return atom(f"<entry><content>{escape(_plain(text))}</content></entry>")
    if suffix == ".zip":
        return archive({f"{number}.txt": line.encode("utf-8", "replace") for number, line in enumerate(lines)})
    return text.encode(draw(st.sampled_from(("utf-8", "utf-16", "cp1252"))), "replace")


def _plain(text: str) -> str:
    """Return the characters of a text that XML can hold."""
    return "".join(char for char in text if char.isprintable() or char == "\n")
