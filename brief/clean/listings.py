"""Pages and parts of pages that list stories or videos and hold no article, told by their structure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.clean.dates import is_relative_time
from brief.clean.lines import Line

_LENGTH = re.compile(r"(?<=[.!?”’\"'…] )(\d{1,2}):\d{2}(?![\d:])")
_COUNT = re.compile(r"(?!\d{4}$)\d[\d.,:]*")
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_STAMPS = 3
_FRESH = 4
_ITEMS = 4
_TEASER = 45.0
_HEADLINE = (5, 25)
_CUES = 2


def lists_videos(body: Sequence[Line]) -> bool:
    """Tell whether a body only lists videos: a running time, mostly under ten minutes, for every few lines of words."""
    lengths = [int(minutes) for line in body for minutes in _LENGTH.findall(line.text)]
    short = sum(minutes < 10 for minutes in lengths)
    return short >= 3 and 2 * short >= len(lengths) and sum(line.size for line in body) < 70 * len(lengths)


def is_listing(page: Sequence[Line], body: Sequence[Line]) -> bool:
    """Tell whether a whole page only lists stories: headlines with times or counts, or each with a teaser below.

    A page with two paragraphs in a row, or one longer than a teaser, holds an article; so may a text with neither a
    menu nor running times and times that count from today.
    """
    if any(line.unspaced for line in body):
        return False
    furnished = sum(line.strong is not None or line.weak is not None for line in page) >= _CUES
    if not any(line.prose for line in body):
        stamps = sum(line.meta or _COUNT.fullmatch(line.text) is not None for line in page)
        fresh = sum(is_relative_time(line.text) or _CLOCK.fullmatch(line.text) is not None for line in page)
        listed = stamps >= _STAMPS and (furnished or fresh >= _FRESH)
        return listed and sum(map(_like_headline, page)) >= _ITEMS
    if not furnished:
        return False
    teasers = [i for i, line in enumerate(page) if line.prose]
    if any(page[i].size > _TEASER or (i and page[i - 1].prose) for i in teasers):
        return False
    headed = sum(any(map(_like_headline, page[max(i - 2, 0) : i])) for i in teasers)
    return headed >= _ITEMS and headed * 4 >= 3 * len(teasers)


def _like_headline(line: Line) -> bool:
    """Tell whether a line may be a headline; a question or a subheading of a few words is none."""
    return _HEADLINE[0] <= line.size <= _HEADLINE[1] and not (line.ends or line.meta or line.prose or line.strong)
