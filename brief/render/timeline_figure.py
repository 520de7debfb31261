"""The chronology as a picture: a column for each day, a lane for each text, numbered marks that lead to the table.

Drawn with the DejaVu fonts that come with matplotlib, in the colours of the document. All its words are the
program's. Columns stand at equal distances: their order is known, a scale often is not.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from brief.render import styles
from brief.render.timeline_layout import LEVEL, MARK, NARROW, NOTE, Frame, Lane, Place, lines_of
from brief.schema import TimelineMark, TimelinePanel

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH_IN_EMU = 9638 * 635
_WIDTH = 9638 / 1440  # inches: the width of the text
_DOTS = 220  # per inch
_LEGEND = 0.3
_EDGE = 0.06
_SMALL, _NUMBER, _SOURCE = 7.0, 6.8, 8.0  # points
_UNDATED = "Texts that state no date. Each has days of its own; how they lie beside each other is not known."


def draw(panels: Sequence[TimelinePanel]) -> tuple[bytes, float]:
    """Return the figure as PNG and its height as a share of its width. The same panels give the same bytes."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    frames, noted, end = lines_of(panels, _WIDTH)
    height = end + _LEGEND
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams["font.family"] = "DejaVu Sans"
        figure = Figure(figsize=(_WIDTH, height), dpi=_DOTS, facecolor=f"#{styles.WHITE}")
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, _WIDTH)
        axes.set_ylim(height, 0)
        axes.axis("off")
        if noted is not None:
            _text(axes, _EDGE, noted + NOTE / 2, _UNDATED, styles.BROWN)
        for frame in frames:
            _panel(axes, frame)
        _legend(axes, [mark for panel in panels for mark in panel.marks], end + _LEGEND / 2 + 0.02)
        target = io.BytesIO()
        FigureCanvasAgg(figure).print_figure(target, format="png", metadata={"Software": None})
    return target.getvalue(), height / _WIDTH


def _panel(axes: Axes, frame: Frame) -> None:
    for position, lane in enumerate(frame.lanes):
        if position % 2 == 0:
            _box(axes, frame.left, lane.top, frame.width, lane.height, styles.PALE_BLUE)
    _columns(axes, frame)
    drawn: dict[int, float] = {}
    for lane in frame.lanes:
        _text(axes, frame.left + _EDGE, lane.first, f"S{lane.source}", styles.NAVY, bold=True, size=_SOURCE)
        for place in lane.places:
            number, y = place.mark.number, lane.first + place.level * LEVEL
            x = place.left + MARK / 2
            if number in drawn:
                axes.plot([x, x], [drawn[number], y], color=f"#{styles.BLUE}", linewidth=0.8, zorder=3)
            drawn[number] = y
            _mark(axes, place, y)


def _columns(axes: Axes, frame: Frame) -> None:
    begin, end = frame.lanes[0].top, _bottom(frame.lanes[-1])
    for words, x in zip(frame.heads, frame.slots.middles, strict=True):
        _text(axes, x, frame.heads_at, words, styles.NAVY, middle=True, bottom=True)
        if frame.panel.undated is None:
            axes.plot([x, x], [begin, end], color=f"#{styles.RULE}", linewidth=0.5, zorder=1)
    for x, gap in frame.slots.gaps:
        width = frame.slots.pitch * 0.8
        _box(axes, x - width / 2, begin, width, end - begin, styles.PALE_YELLOW)
        words = gap.replace(" ", "\n") if width < NARROW else gap.replace("about ", "about\u00a0").replace(" ", "\n")
        _text(axes, x, (begin + end) / 2, words, styles.BROWN, middle=True)


def _bottom(lane: Lane) -> float:
    return lane.top + lane.height


def _mark(axes: Axes, place: Place, y: float) -> None:
    """A dot, or a bar for a period: filled when the text states it, hollow when inferred, dashed when planned."""
    from matplotlib.patches import Circle, FancyBboxPatch, Patch

    mark = place.mark
    filled = mark.stated and not mark.planned
    x = place.left + MARK / 2 if mark.until > mark.column else (place.left + place.right) / 2
    shape: Patch
    if mark.period:
        round_ends = f"round,pad=0,rounding_size={MARK / 2}"
        corner = (place.left, y - MARK / 2)
        shape = FancyBboxPatch(corner, place.right - place.left, MARK, boxstyle=round_ends)
    else:
        shape = Circle((x, y), MARK / 2)
    shape.set(
        facecolor=f"#{styles.NAVY if filled else styles.WHITE}",
        edgecolor=f"#{styles.NAVY}",
        linewidth=1,
        linestyle=(0, (2.2, 1.6)) if mark.planned else "solid",
        zorder=4,
    )
    axes.add_patch(shape)
    if mark.number:
        colour = styles.WHITE if filled else styles.NAVY
        _text(axes, x, y, str(mark.number), colour, middle=True, bold=True, size=_NUMBER, order=5)


def _legend(axes: Axes, marks: Sequence[TimelineMark], y: float) -> None:
    """What the marks that were drawn mean, in one line."""
    kinds = (
        ("stated in the text", True, False, False, any(m.stated and not m.planned for m in marks)),
        ("inferred", False, False, False, any(not m.stated and not m.planned for m in marks)),
        ("planned", True, True, False, any(m.planned for m in marks)),
        ("week, month or longer", True, False, True, any(m.period for m in marks)),
    )
    x = _EDGE
    for words, stated, planned, period, shown in kinds:
        if shown:
            mark = TimelineMark(number=0, sources=(), column=0, until=0, period=period, stated=stated, planned=planned)
            right = x + (0.4 if period else MARK)
            _mark(axes, Place(mark, x, right, 0), y)
            _text(axes, right + 0.07, y, words, styles.GREY)
            x = right + 0.3 + len(words) * 0.058


def _box(axes: Axes, left: float, top: float, width: float, height: float, colour: str) -> None:
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((left, top), width, height, facecolor=f"#{colour}", edgecolor="none", zorder=0))


def _text(
    axes: Axes,
    x: float,
    y: float,
    words: str,
    colour: str,
    *,
    middle: bool = False,
    bottom: bool = False,
    bold: bool = False,
    size: float = _SMALL,
    order: int = 4,
) -> None:
    axes.text(
        x,
        y,
        words,
        color=f"#{colour}",
        fontsize=size,
        fontweight="bold" if bold else "normal",
        ha="center" if middle else "left",
        va="bottom" if bottom else "center_baseline" if "\n" not in words else "center",
        zorder=order,
        parse_math=False,
    )
