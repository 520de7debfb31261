"""Lines of a page from the stretches of text drawn on it, in the order in which one reads them: column by column."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite
from statistics import median

_STARTS = 5
_SAME = 3.0
_FAR = 1e6
_COLUMNS = 12
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on a page, in points from its lower left corner: start, base line, end (told from the mean
    width of the font, so about right), height of the letters."""

    x: float
    y: float
    end: float
    size: float
    text: str


def lines_of(pieces: Sequence[Piece]) -> list[Piece]:
    """Join the stretches that stand on one line of one column, in the order in which they were drawn."""
    usable = [p for p in pieces if all(isfinite(v) and abs(v) < _FAR for v in (p.x, p.y, p.end, p.size))]
    starts = Counter(round(p.x / _SAME) for p in usable)
    rows = len({round(p.y) for p in usable})
    lines: list[Piece] = []
    for piece in usable:
        here = round(piece.x / _SAME)
        beginners = starts[here - 1] + starts[here] + starts[here + 1]
        if lines and _goes_on(lines[-1], piece, beginners, rows):
            last = lines[-1]
            lines[-1] = replace(
                last,
                end=max(last.end, piece.end),
                size=max(last.size, piece.size),
                text=f"{last.text}{_between(last, piece)}{piece.text}",
            )
        else:
            lines.append(piece)
    return [replace(line, text=" ".join(line.text.split())) for line in _clipped(lines)]


def in_reading_order(lines: Sequence[Piece], depth: int = _DEPTH) -> list[Piece]:
    """Put the lines of a page in order: where columns stand side by side, each column from top to bottom.

    A line that runs over both columns (a headline) parts the page into what is above and what is below it. Where no
    columns are plain to see the order of drawing stands, which is that of the program that made the page. Up to
    `depth` times a column may hold columns.
    """
    gutter = _gutter(lines) if depth else None
    if gutter is None:
        return list(lines)
    ordered: list[Piece] = []
    left: list[Piece] = []
    right: list[Piece] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if line.x < gutter - _SAME and line.end > gutter + line.size * 2:
            ordered += [*in_reading_order(left, depth - 1), *in_reading_order(right, depth - 1), line]
            left, right = [], []
        else:
            (left if line.x < gutter - _SAME else right).append(line)
    return [*ordered, *in_reading_order(left, depth - 1), *in_reading_order(right, depth - 1)]


def _goes_on(line: Piece, piece: Piece, beginners: int, rows: int) -> bool:
    """Tell whether a stretch goes on with a line: on its height, behind it, and not where a column begins."""
    if abs(piece.y - line.y) > 0.5 * max(line.size, piece.size) or piece.x < line.x:
        return False
    gap = piece.x - line.end
    if gap > 4 * line.size:
        return False
    if beginners < _STARTS:
        return True
    if beginners >= 0.6 * rows:
        return gap < 0.8 * line.size and not piece.text[0].isspace()
    return gap < 1.5 * line.size


def _clipped(lines: Sequence[Piece]) -> list[Piece]:
    """End each line before the one that stands to the right of it on the same height."""
    rows: dict[int, list[float]] = defaultdict(list)
    for line in lines:
        rows[round(line.y)].append(line.x)
    for row in rows.values():
        row.sort()
    clipped = []
    for line in lines:
        row = rows[round(line.y)]
        behind = bisect_right(row, line.x)
        end = min(line.end, row[behind] - line.size / 2) if behind < len(row) else line.end
        clipped.append(replace(line, end=max(line.x, end)))
    return clipped


def _between(line: Piece, piece: Piece) -> str:
    told = line.text[-1:].isspace() or piece.text[:1].isspace()
    return " " if not told and piece.x - line.end > 0.8 * line.size else ""


def _gutter(lines: Sequence[Piece]) -> float | None:
    """Return where the right one of two columns begins, or None.

    At least five lines begin there and five to the left of it, on the same part of the page, and of those to the left
    few run across.
    """
    if len(lines) < 2 * _STARTS:
        return None
    leftmost = min(line.x for line in lines)
    width = max(line.end for line in lines) - leftmost
    starts = Counter(round(line.x / _SAME) for line in lines)
    for start, count in sorted(starts.most_common(_COLUMNS)):
        x = start * _SAME
        if x < leftmost + 0.2 * width or count < _STARTS:
            continue
        right = [line.y for line in lines if abs(line.x - x) <= _SAME]
        low, high = min(right) - 1, max(right) + 1
        beside = [line for line in lines if line.x < x - _SAME and low <= line.y <= high]
        across = sum(line.end > x + 2 * line.size for line in beside)
        if len(beside) >= _STARTS and across <= 0.2 * len(beside) and _fills(beside, x):
            return x
    return None


def _fills(beside: Sequence[Piece], x: float) -> bool:
    """Tell a column of prose from labels and numbers down the side: most of its lines come near the gutter."""
    return median(line.end - line.x for line in beside) > 0.5 * (x - median(line.x for line in beside))
