"""What stands above a body: headline, outlet, author, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brief.clean.dates import is_relative_time, stated_date
from brief.clean.lines import Line
from brief.clean.published import Published, header_published
from brief.clean.sections import Section

_REACH = 14
_DATES = 2
_MENU = 4
_FAR = 2
_EDGES = " \t|·•–—-,/"
_BAR = re.compile(r"\s+[|·•–—]\s+")
_TIME_WORDS = re.compile(r"(?:published|updated|posted|publié|publicado|veröffentlicht|aktualisiert)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines above a body say; `title` is the number of the headline's line."""

    title: int | None
    outlet: str | None
    author: str | None
    published: Published


def read_header(lines: Sequence[Line], section: Section, stated_title: str | None) -> Header:
    """Read headline, outlet, author and date from the lines above a section's body, where they are plain."""
    start = section.body[0]
    reach = range(max(section.first, start - _REACH), start)
    title = _title(lines, range(max(reach.start, section.opening), start), stated_title)
    if title is None and start < section.body[1] and _first_line_headline(lines, section):
        title = start
    outlet = author = None
    timeline = is_timeline(lines[start : section.body[1]])
    dated_above = False
    for i in reach:
        line = lines[i]
        if not line.meta:
            continue
        dated = stated_date(line.text)
        if dated and not dated_above and not timeline:
            dated_above = True
            before = _BAR.split(line.text[: dated[1][0]])
            if len(before) == 2 and outlet is None and _like_outlet(before[0]) and not _TIME_WORDS.match(before[0]):
                outlet = before[0].strip(_EDGES)
        if line.byline and author is None:
            author = line.text.split(None, 1)[1].strip(_EDGES)
        if is_relative_time(line.text) and outlet is None and i > section.first and _names_outlet(lines, i, reach):
            outlet = lines[i - 1].text
    opening = next((line for line in lines[start : section.body[1]][:2] if title is None or line != lines[title]), None)
    published = Published() if timeline else header_published(lines, reach, title, opening)
    return Header(title, outlet, author, published)


def is_timeline(body: Sequence[Line]) -> bool:
    """Tell whether dates stand between the paragraphs of a body: then the first of them is no date of publication."""
    return sum(line.meta and line.size <= 4 and stated_date(line.text) is not None for line in body) >= _DATES


def _title(lines: Sequence[Line], reach: range, stated: str | None) -> int | None:
    if stated is not None:
        wanted = " ".join(stated.split()).casefold()
        return next((i for i in reach if " ".join(lines[i].text.split()).casefold() == wanted), None)
    fits = [i for i in reach if _fits(lines[i]) and not (lines[i].prose and lines[i].ends)]
    if not fits:
        return None
    twice = [i for i in fits if lines[i].repeated and lines[i].size >= 5]
    stamped = [i for i in fits if i + 1 in reach and lines[i + 1].meta and lines[i].size >= 5]
    if twice and not (stamped and stamped[0] > twice[-1] + _FAR):
        return twice[-1]
    best = stamped[0] if stamped else fits[-1]
    for i in (i for i in reversed(fits) if i < best):
        if best - i > 2 or lines[i].size < 4 or any(lines[j].meta for j in range(i + 1, best)):
            break
        best = i
    return best


def _fits(line: Line) -> bool:
    return (
        3 <= line.size <= 30
        and not (line.bullet or line.meta or line.strong or line.weak or line.piece)
        and not line.text.endswith(":")
        and "@" not in line.text
        and not (line.unspaced and line.text.count(" ") >= _MENU)
    )


def _first_line_headline(lines: Sequence[Line], section: Section) -> bool:
    """Tell whether the body's own first line is a headline: short, and a paragraph below it."""
    start, stop = section.body
    line = lines[start]
    below = lines[start + 1 : min(start + 3, stop)]
    return _fits(line) and not line.text.endswith("”") and any(b.prose and b.size > 1.3 * line.size for b in below)


def _like_outlet(text: str) -> bool:
    return 1 <= len(text.split()) <= 8 and text[0].isupper()


def _names_outlet(lines: Sequence[Line], i: int, reach: range) -> bool:
    above = lines[i - 1]
    return (
        i - 1 in reach
        and above.size <= 6
        and not (above.meta or above.strong or above.ends)
        and above.text[0].isupper()
    )
