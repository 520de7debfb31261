"""Lines of a stored text, each with the features that tell prose from furniture."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from brief.clean.controls import visible_span, without_controls
from brief.clean.cues import strong_cue, weak_cue
from brief.clean.dates import is_relative_time, stated_date
from brief.clean.language import is_function_word
from brief.schema import Label

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_WORD = re.compile(r"[^\W_]+")
_BULLET = re.compile(r"(?:[*+•·▪►▶»›→✓■□○●–—-]|o(?=\s)|\d{1,2}[.)](?=\s))\s*")
_ENDS = re.compile(r"[.!?…。！？」』][\"'”’»)\]\s]*$")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1780-\u17ff\u1000-\u109f]")
_BY = frozenset("by von par por di door av af".split())
_BETWEEN = frozenset("and und et y e en och og in de la von van der for".split())


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: `start`..`end` in the stored text with its line break, and its features."""

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

    @property
    def prose(self) -> bool:
        """Long enough to be a paragraph, and written like one."""
        if self.size < 8 or self.meta or self.strong:
            return False
        if self.ends:
            return self.lower >= 0.4 or self.size >= 40
        return self.size >= 25 and self.lower >= 0.55 and self.function >= 0.15

    @property
    def menu(self) -> bool:
        """A row of buttons or headlines run into one line: long, without an end, and capitalised throughout."""
        return self.size >= 20 and not self.ends and self.lower < 0.5


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that are not blank; bullets and control characters do not count as their text."""
    raw: list[tuple[int, int, int, str, bool, bool]] = []
    blank = True
    for found in _LINE.finditer(text):
        begin, end = visible_span(text, *found.span())
        if begin == end:
            blank = True
            continue
        mark = _BULLET.match(text, begin, end)
        begin = mark.end() if mark else begin
        raw.append((found.start(), found.end(), begin, without_controls(text[begin:end]), mark is not None, blank))
        blank = False
    seen = Counter(plain.casefold() for _, _, _, plain, _, _ in raw if len(plain) < 400)
    return tuple(
        _line(start, end, begin, plain, bullet, blank, seen[plain.casefold()] > 1)
        for start, end, begin, plain, bullet, blank in raw
    )


def _line(start: int, end: int, begin: int, plain: str, bullet: bool, blank: bool, repeated: bool) -> Line:
    found = _WORD.findall(plain)
    words = tuple(word.lower() for word in found)
    unspaced = len(_UNSPACED.findall(plain))
    cased = [word for word in found if word[0].isalpha() and word[0].lower() != word[0].upper()]
    short = len(words) <= 60
    return Line(
        start=start,
        end=end,
        text_start=begin,
        text=plain,
        words=words if short else words[:200],
        size=len(found) + unspaced / 2,
        ends=_ENDS.search(plain[-12:]) is not None,
        bullet=bullet,
        lower=sum(word[0].islower() for word in cased) / len(cased) if cased else (1.0 if unspaced else 0.5),
        function=sum(map(is_function_word, words)) / len(words) if words and not unspaced else 0.3,
        strong=_strong(plain, words) if short or _speaks_of_cookies(words[:200]) else None,
        weak=weak_cue(words),
        repeated=repeated,
        blank_before=blank,
        meta=len(found) <= 14 and (is_relative_time(plain) or stated_date(plain) is not None or is_byline(found)),
        byline=is_byline(found),
    )


def _strong(plain: str, words: tuple[str, ...]) -> Label | None:
    """What a line is by its own words, or by the words before its colon: Read more: The mail boat turns eighty."""
    head, colon, rest = plain.partition(":")
    if colon and rest.strip() and len(head) < 30:
        label = strong_cue(tuple(word.lower() for word in _WORD.findall(head)))
        label = label or weak_cue(tuple(word.lower() for word in _WORD.findall(head)))
        if label == "related" and len(words) <= 30:
            return label
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
