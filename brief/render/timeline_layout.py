"""Where everything of the timeline's figure stands, in inches from its upper left corner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from brief.schema import TimelineColumn, TimelineMark, TimelinePanel

MARK = 0.2
"""Width and height of the mark of a day."""
LEVEL = 0.25
"""From one mark to the one beside or below it."""
NOTE = 0.26
"""Height of the words over the texts without a date."""
NARROW = 0.56
"""A gap of less is too narrow for two words beside each other."""

_HEAD = 0.5  # before the first column of a panel
_WIDEST, _WIDEST_UNDATED = 1.05, 0.74
_LANE_EDGE = 0.07
_LINE = 0.135  # of the words over a column
_LETTER = 0.062
_BETWEEN = 0.08  # panels


class Place(NamedTuple):
    """Where a mark stands in its lane: from left to right, and how many levels down."""

    mark: TimelineMark
    left: float
    right: float
    level: int


class Lane(NamedTuple):
    """The marks of one source."""

    source: int
    places: tuple[Place, ...]
    top: float
    height: float
    first: float
    """The middle of its first level."""


class Slots(NamedTuple):
    """Where the columns of a panel stand: their middles, the width of one, and the gaps' middles with their words."""

    middles: tuple[float, ...]
    pitch: float
    gaps: tuple[tuple[float, str], ...]


class Frame(NamedTuple):
    """One panel in its place."""

    panel: TimelinePanel
    left: float
    width: float
    slots: Slots
    heads: tuple[str, ...]
    heads_at: float
    lanes: tuple[Lane, ...]


def lines_of(panels: Sequence[TimelinePanel], width: float) -> tuple[list[Frame], float | None, float]:
    """Place the panels in lines of `width`; return them, the top of the words over the undated ones, and the end."""
    frames: list[Frame] = []
    noted: float | None = None
    top = left = end = 0.0
    for panel in panels:
        own = panel.undated is not None
        slots = _slots(panel.columns, width, own=own)
        needs = _HEAD + len(panel.columns) * slots.pitch if own else width
        if left and left + needs > width:
            top, left = end + _BETWEEN, 0.0
        if own and noted is None:
            noted = end
            top = end + NOTE
        frame = _frame(panel, left, needs, top, slots)
        frames.append(frame)
        end = max(end, frame.lanes[-1].top + frame.lanes[-1].height)
        left = left + needs + _BETWEEN if own else 0.0
        top = top if own else end
    return frames, noted, end


def _frame(panel: TimelinePanel, left: float, width: float, top: float, slots: Slots) -> Frame:
    slots = slots._replace(middles=tuple(left + x for x in slots.middles))
    heads = tuple(_head(column, slots.pitch) for column in panel.columns)
    above = 0.1 + _LINE * max(1 + words.count("\n") for words in heads)
    own = panel.undated is not None
    extents = _extents(panel, slots)
    begin = top if own else top + above
    lanes = []
    for source in sorted({s for mark in panel.marks for s in _sources(mark, panel)}):
        places = _places(panel, source, extents)
        levels = 1 + max(place.level for place in places)
        head = above if own else _LANE_EDGE
        height = head + levels * LEVEL + _LANE_EDGE
        lanes.append(Lane(source, places, begin, height, begin + head + LEVEL / 2))
        begin += height
    heads_at = top + above - (0.02 if own else 0.06)
    return Frame(panel, left, width, slots, heads, heads_at, tuple(lanes))


def _places(panel: TimelinePanel, source: int, extents: dict[int, tuple[float, float]]) -> tuple[Place, ...]:
    """The marks of one source; those that would meet stand one below the other."""
    free: list[float] = []
    placed = []
    for mark in sorted(panel.marks, key=lambda m: (extents[m.number], m.number)):
        if source in _sources(mark, panel):
            left, right = extents[mark.number]
            level = next((n for n, reached in enumerate(free) if reached < left), len(free))
            free[level : level + 1] = [right]
            placed.append(Place(mark, left, right, level))
    return tuple(placed)


def _sources(mark: TimelineMark, panel: TimelinePanel) -> tuple[int, ...]:
    return mark.sources if panel.undated is None else (panel.undated,)


def _extents(panel: TimelinePanel, slots: Slots) -> dict[int, tuple[float, float]]:
    """From where to where each mark goes: days of one column stand side by side as far as it is wide."""
    beside = max(1, int(slots.pitch * 0.95 / LEVEL))
    extents = {}
    for column, middle in enumerate(slots.middles):
        days = [mark.number for mark in panel.marks if mark.column == column and not mark.period]
        across = min(beside, len(days))
        for position, number in enumerate(days):
            x = middle + (position % across - (across - 1) / 2) * LEVEL
            extents[number] = (x - MARK / 2, x + MARK / 2)
    half = min(slots.pitch * 0.4, 0.3)
    for mark in panel.marks:
        if mark.period:
            extents[mark.number] = (slots.middles[mark.column] - half, slots.middles[mark.until] + half)
    return extents


def _slots(columns: Sequence[TimelineColumn], width: float, *, own: bool) -> Slots:
    number = len(columns) + sum(column.gap is not None for column in columns)
    pitch = min(_WIDEST_UNDATED if own else _WIDEST, (width - _HEAD - 0.05) / number)
    middles, gaps = [], []
    at = _HEAD + pitch / 2
    for column in columns:
        if column.gap is not None:
            gaps.append((at, column.gap))
            at += pitch
        middles.append(at)
        at += pitch
    return Slots(tuple(middles), pitch, tuple(gaps))


def _head(column: TimelineColumn, width: float) -> str:
    """The words over a column: where it is narrow a stretch of days breaks at its dash, a weekday is cut."""
    label = column.label
    if len(label) * _LETTER > width:
        whole, space, last = label.rpartition(" ")
        label = label.replace("–", "–\n") if column.year else f"{whole}\n{last}" if space else label[:3]
    return "\n".join(filter(None, (label, column.year)))
