"""Lines of a stored text, each with the features that tell prose from furniture."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from brief.clean.captions import is_caption
from brief.clean.controls import find_controls, trimmed, visible_span, without_controls
from brief.clean.cues import heading_cue, strong_cue, weak_cue
from brief.clean.dates import is_relative_time, stated_date
from brief.clean.language import FUNCTION_WORDS
from brief.clean.pieces import cut_pieces, is_pasted
from brief.schema import Label

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_WORD = re.compile(r"[^\W_]+")
_BULLET = re.compile(r"(?:[*+•·▪►▶»›→✓■□○●–—-]|o(?=\s)|\d{1,2}[.)](?=\s))\s*")
_ENDS = re.compile(r"[.!?…。！？」』][\"'”’»)\]\s]*$")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1780-\u17ff\u1000-\u109f]")
_REPEATED = 400
_BY = frozenset("by von par por di door av af".split())
_BETWEEN = frozenset("and und et y e en och og in de la von van der for".split())


class Line(NamedTuple):
    """One line that is not blank: `start`..`end` in the stored text with its line break, and its features.

    `prose` is long enough for a paragraph, and written like one. `menu` is a row of buttons or headlines run into one
    line: long, without an end, and capitalised throughout. `unspaced` holds characters of a script without spaces.
    `piece` is a part of a page that was pasted as one line.
    """

    start: int
    end: int
    text_start: int
    text: str
    words: tuple[str, ...]
    size: float
    ends: bool
    bullet: bool
    lower: float
    function: float
    strong: Label | None
    weak: Label | None
    repeated: bool
    blank_before: bool
    meta: bool
    byline: bool
    prose: bool
    menu: bool
    unspaced: bool
    caption: bool
    piece: bool


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that are not blank; bullets and control characters do not count as their text."""
    raw: list[tuple[int, int, int, str, bool, bool, bool]] = []
    blank = True
    plain = not find_controls(text)
    for found in _LINE.finditer(text):
        start, stop = found.span()
        if plain:
            begin, end = trimmed(text, start, stop)
        else:
            begin, end = visible_span(text, start, stop)
        if begin == end:
            blank = True
            continue
        mark = _BULLET.match(text, begin, end)
        begin = mark.end() if mark else begin
        pieces = cut_pieces(text[begin:end]) if is_pasted(begin, end, len(text)) else [(0, end - begin)]
        ends = [*(begin + first for first, _ in pieces[1:]), stop]
        for (first, last), until in zip(pieces, ends, strict=True):
            words = text[begin + first : begin + last]
            seen = words if plain else without_controls(words)
            raw.append((start, until, begin + first, seen, mark is not None, blank, len(pieces) > 1))
            start, mark, blank = until, None, False
    folded = [line[3].casefold() if len(line[3]) < _REPEATED else None for line in raw]
    count = Counter(folded)
    return tuple(_line(*line, words is not None and count[words] > 1) for line, words in zip(raw, folded, strict=True))


def _line(start: int, end: int, begin: int, plain: str, bullet: bool, blank: bool, piece: bool, repeated: bool) -> Line:
    found = _WORD.findall(plain)
    words = tuple(map(str.lower, found))
    unspaced = 0 if plain.isascii() else len(_UNSPACED.findall(plain))
    firsts = [word[0] for word in found]
    small = sum(map(str.islower, firsts))
    cased = small + sum(map(str.isupper, firsts))
    short = len(words) <= 60
    byline = is_byline(found)
    size = len(found) + unspaced / 2
    ends = _ENDS.search(plain[-12:]) is not None
    lower = small / cased if cased else (1.0 if unspaced else 0.5)
    function = sum(map(FUNCTION_WORDS.__contains__, words)) / len(words) if words and not unspaced else 0.3
    strong = _strong(plain, words) if short or _speaks_of_cookies(words[:200]) else None
    meta = len(found) <= 14 and (byline or is_relative_time(plain) or stated_date(plain) is not None)
    if size < 8 or meta or strong:
        prose = False
    elif ends:
        prose = lower >= 0.4 or size >= 40
    else:
        prose = size >= 25 and lower >= 0.55 and function >= 0.15
    return Line(
        start=start,
        end=end,
        text_start=begin,
        text=plain,
        words=words if short else words[:200],
        size=size,
        ends=ends,
        bullet=bullet,
        lower=lower,
        function=function,
        strong=strong,
        weak=weak_cue(words),
        repeated=repeated,
        blank_before=blank,
        meta=meta,
        byline=byline,
        prose=prose,
        menu=size >= 20 and not ends and lower < 0.5,
        unspaced=unspaced > 0,
        caption=is_caption(plain, size, ends),
        piece=piece,
    )


def _strong(plain: str, words: tuple[str, ...]) -> Label | None:
    if heading_cue(plain, len(words)):
        return "related"
    return "navigation" if _speaks_of_cookies(words) else strong_cue(words)


def _speaks_of_cookies(words: tuple[str, ...]) -> bool:
    return words.count("cookies") >= 2 and words.count("cookies") * 40 >= len(words)


def is_byline(words: list[str]) -> bool:
    """Tell whether the words of a line are By and a name."""
    return (
        2 <= len(words) <= 8
        and words[0].lower() in _BY
        and all(word[0].isupper() or word.lower() in _BETWEEN for word in words[1:])
    )
