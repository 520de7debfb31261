"""Paragraphs from the lines of a document's pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from brief.read.columns import Piece

Pages = Sequence[Sequence[Piece]]

_EDGE = 2
_LONGEST_EDGE = 120
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")
_HYPHENS = ("-", "‐", "\xad")
_LAST_WORD = re.compile(r"\w+$")
_COMPOUND = re.compile(r"\b\w{1,40}[-‐]\w{1,40}")
_MARGINS = 20
_NEAR = 60
_FIRST_WORD = re.compile(r"\w+")
_WHOLE_PREFIXES = frozenset("self well vice half".split())
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def without_repeated(pages: Pages) -> list[list[Piece]]:
    """Drop running headers, footers and page numbers: what stands at the edge of at least half of the pages.

    Digits count as equal. What stands at the head of the first page stays, if it has a word: it may name the outlet.
    """
    edges = [_edges(page) for page in pages]
    seen = Counter(shape for top, bottom in edges for shape in {_shape(line) for line in (*top, *bottom)})
    running = {shape for shape, count in seen.items() if count >= max(2, len(pages) / 2)}
    kept = []
    for number, (page, (top, bottom)) in enumerate(zip(pages, edges, strict=True)):
        gone = [line for line in (*top, *bottom) if _shape(line) in running]
        if number == 0:
            gone = [line for line in gone if line in bottom or not any(map(str.isalpha, line.text))]
        kept.append([line for line in page if line not in gone])
    return kept


def written_out(pages: Pages) -> str:
    """Return the text of the pages: a paragraph on each line, a blank line between two, split words joined."""
    paragraphs = list(_paragraphs(pages))
    compounds = {word.casefold() for lines in paragraphs for line in lines for word in _COMPOUND.findall(line)}
    return "\n\n".join(_joined(lines, compounds) for lines in paragraphs).translate(_LIGATURES)


def _edges(page: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    by_height = sorted((line for line in page if len(line.text) <= _LONGEST_EDGE), key=lambda line: -line.y)
    return by_height[:_EDGE], by_height[max(_EDGE, len(by_height) - _EDGE) :]


def _shape(line: Piece) -> str:
    return _DIGITS.sub("#", line.text)


def _paragraphs(pages: Pages) -> Iterator[list[str]]:
    gaps = [a.y - b.y for page in pages for a, b in pairwise(page) if 0 < a.y - b.y < 4 * a.size]
    leading = median(gaps) if gaps else 0.0
    paragraph: list[str] = []
    above: Piece | None = None
    for page in pages:
        margins = _margins(page)
        for line in page:
            if above is not None and paragraph and _begins(above, line, leading, margins):
                yield paragraph
                paragraph = []
            paragraph.append(line.text)
            above = line
    if paragraph:
        yield paragraph


def _margins(page: Sequence[Piece]) -> list[tuple[float, float]]:
    """Return the left and right edges of the page's columns, as (x, end): where three lines or more begin."""
    ends: dict[int, list[float]] = defaultdict(list)
    for line in page:
        ends[round(line.x)].append(line.end)
    widest = sorted(ends.items(), key=lambda item: -len(item[1]))[:_MARGINS]
    return [(float(x), sorted(found)[3 * len(found) // 4]) for x, found in widest if len(found) >= 3]


def _begins(above: Piece, line: Piece, leading: float, margins: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a line begins a paragraph: other letters, a gap, an indent, or a short line with an end above it."""
    if abs(above.size - line.size) > 0.12 * max(above.size, line.size):
        return True
    down = above.y - line.y
    ends = _ENDS.search(above.text[-12:]) is not None
    left, right = max((m for m in margins if m[0] <= line.x + 1), default=(line.x, line.end))
    indented = 0.8 * line.size < line.x - left < 4 * line.size
    if 0 <= down < 8 * line.size and abs(above.x - line.x) < 6 * line.size:
        if leading and down > 1.35 * leading and down > 1.3 * line.size:
            return True
        short = above.end < above.x + 0.8 * (right - left)
        return ends and (short or (indented and above.x <= left + 1))
    return ends and (indented or (not line.text[:1].islower() and above.end - above.x < 0.8 * (right - left)))


def _joined(lines: Sequence[str], compounds: set[str]) -> str:
    """Join lines with a space, or without one where a word is split; the hyphen of a compound stays."""
    parts: list[str] = []
    for number, line in enumerate(lines):
        last = _LAST_WORD.search(line[-_NEAR:-1]) if line.endswith(_HYPHENS) else None
        first = _FIRST_WORD.match(lines[number + 1][:_NEAR]) if number + 1 < len(lines) else None
        if last is None or first is None:
            parts.append(f"{line} ")
        elif line.endswith("\xad") or _is_split(last[0], first[0], compounds):
            parts.append(line[:-1])
        else:
            parts.append(line)
    return "".join(parts).rstrip()


def _is_split(head: str, tail: str, compounds: set[str]) -> bool:
    """Tell a word split at the line's end from a compound: it goes on in lower case and has no hyphen elsewhere."""
    if not (head[-1].islower() and tail[0].islower()) or head.casefold() in _WHOLE_PREFIXES:
        return False
    return f"{head}-{tail}".casefold() not in compounds
