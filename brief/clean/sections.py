"""Where one article of a file ends and the next one's header begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from brief.clean.body import body_run, offer_start, prose_size
from brief.clean.lines import Line
from brief.clean.listings import is_listing, lists_videos
from brief.clean.numbered import numbered_starts

_BUNDLED = 80.0
_SHARE = 0.3


class Section(NamedTuple):
    """Lines [first, last) of a file; a listing or an article with its body at lines [body[0], body[1]).

    The article's headline stands at `opening` or below; at `offer` a subscription is offered in another language.
    """

    first: int
    last: int
    body: tuple[int, int]
    listing: bool
    opening: int = 0
    offer: int | None = None


def find_sections(lines: Sequence[Line]) -> tuple[Section, ...]:
    """Cut a file into sections: one for each article with all that surrounds it, one for each listing.

    A section of another article begins at a header (outlet, time, headline) with a body of its own below it.
    """
    numbered = numbered_starts(lines)
    starts = [0, *(start for start in sorted({*_headers(lines), *numbered}) if start > 0), len(lines)]
    parts = [_section(lines, first, last) for first, last in pairwise(starts) if last > first]
    sizes = [0.0 if part.listing else prose_size(lines[part.body[0] : part.body[1]]) for part in parts]
    heaviest = max(sizes, default=0.0)
    main = next((i for i, size in enumerate(sizes) if size and size >= _SHARE * heaviest), 0)
    joined: list[Section] = []
    for i, part in enumerate(parts):
        own = i == main or (i > main and (sizes[i] >= _BUNDLED or part.first in numbered))
        if joined and not own and not part.listing and not joined[-1].listing:
            before = joined[-1]
            joined[-1] = Section(before.first, part.last, before.body, False)
        elif own and joined and i == main:
            joined = [Section(0, part.last, part.body, False, part.first if part.first in numbered else 0)]
        else:
            joined.append(part)
    if len(joined) == 1 and is_listing(lines, lines[slice(*joined[0].body)]):
        joined = [joined[0]._replace(listing=True)]
    return tuple(joined)


def whole_section(lines: Sequence[Line]) -> tuple[Section, ...]:
    """Return one section whose body is all but an offer at its end: for a text that an extractor has cleaned."""
    stop = offer_start(lines, 0, len(lines))
    return (Section(0, len(lines), (0, stop), False, offer=stop),) if lines else ()


def _section(lines: Sequence[Line], first: int, last: int) -> Section:
    start, stop = body_run(lines[first:last], headed=first > 0)
    start, stop = first + start, first + stop
    return Section(first, last, (start, stop), first > 0 and lists_videos(lines[start:stop]))


def _headers(lines: Sequence[Line]) -> list[int]:
    found: list[int] = []
    for i, line in enumerate(lines):
        if not line.meta or line.size > 10 or "@" in line.text:
            continue
        above = i > 0 and lines[i - 1].blank_before and _like_headline(lines[i - 1])
        below = _headline_below(lines, i)
        if above and _body_below(lines, i):
            found.append(i - 1)
        elif below is not None and _body_below(lines, below):
            found.append(_back(lines, i, 2))
    return sorted(set(found))


def _headline_below(lines: Sequence[Line], i: int) -> int | None:
    for j in range(i + 1, min(i + 5, len(lines))):
        if lines[j].prose and not _like_headline(lines[j]):
            return None
        if _like_headline(lines[j]):
            return j
    return None


def _body_below(lines: Sequence[Line], i: int) -> bool:
    return any(line.prose and line.size >= 15 for line in lines[i + 1 : i + 4])


def _like_headline(line: Line) -> bool:
    if not 4 <= line.size <= 30 or line.bullet or line.meta or line.strong:
        return False
    return not line.text.endswith((".", ":", ",")) and "@" not in line.text and "://" not in line.text


def _back(lines: Sequence[Line], i: int, steps: int) -> int:
    """Move up over short lines that belong to the same header: the outlet's name above the time."""
    while steps and i and not lines[i].blank_before and lines[i - 1].size <= 8 and not lines[i - 1].prose:
        if lines[i - 1].strong or lines[i - 1].weak or lines[i - 1].ends:
            break
        i, steps = i - 1, steps - 1
    return i
