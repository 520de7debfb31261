"""Stretches in quotation marks: every style, nested, unbalanced, and single marks that are also apostrophes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

from brief.lexicon.function_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from brief.lexicon.languages import LANGUAGES
from brief.schema import Span

_DOUBLE = re.compile(r"[\"“”„‟«»「」『』＂]|''|``|‘‘|’’")
_SINGLE = re.compile(r"['‘’‚‹›]")
_OPENING = frozenset(("“", "„", "‟", "«", "「", "『", "``", "‘‘"))
_CLOSING = frozenset(("”", "»", "」", "』", "’’"))
_PAIRS = {"「": "」", "『": "』", "«": "»", "»": "«"}
_ELISION = re.compile(r"['’‘](?:\d\ds?|em|til|tis|twas|cause|bout|n|round|cuz|til)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset(' \t\xa0([{—–-/…"“”„«')
_SENTENCE_END = re.compile(r"[.!?。！？…]\s")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]{1,20})")
_NEVER_OWNED = PREPOSITIONS | SUBORDINATORS | COORDINATORS | AUXILIARIES | PERSONAL | RELATIVES | DETERMINERS
_TOLD = re.compile(r"(?:,\s|\s?[—–]\s?)(?:(?:a|ha)(?:-t-elle|-t-il)?\s)?([^\W\d_]+)")
_SPOKEN_AGAIN = re.compile(r"[—–][.,;:]?\s+|[.,]\s[—–]\s?")
_DIALOGUE_VERBS = frozenset(verb for name in ("es", "fr", "it", "pt") for verb in LANGUAGES[name].verbs)
_RUN_ON = 800  # an unclosed quotation inside a longer paragraph ends with its sentence

_QUOTING = re.compile(r"[\"“”„‟«»‹›「」『』＂`´]|(?<!\w)['‘‚‛]|['’](?!\w)(?<![sS]['’])")

_RARE = frozenset("＇❛❜❝❞〝〞〟《》〈〉″ʺ״｢｣﹁﹂﹃﹄")


def has_quotation_marks(text: str) -> bool:
    """Tell whether a text quotes: any double or angle mark, or a single one that is no apostrophe."""
    return _QUOTING.search(text) is not None or any(
        char not in "’" and (char in _RARE or unicodedata.category(char) in ("Pi", "Pf")) for char in text
    )


class Quotation(NamedTuple):
    """A stretch in quotation marks, the marks included, and whether a closing mark was found."""

    start: int
    end: int
    closed: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a text in order; none crosses a line break.

    Double marks of any style are tried first, single marks on what is left of each line. A double mark that is
    never closed runs to the end of its line when the line or the next one begins with it (a quotation over several
    paragraphs) or the rest is short, else to the end of its sentence; an unpaired single mark is an apostrophe.
    """
    found: list[Quotation] = []
    dialogue = "—" in text or "–" in text
    german = 0 <= text.find("»") < text.find("«")
    start = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        following = lines[number + 1].lstrip() if number + 1 < len(lines) else ""
        if not following and number + 2 < len(lines):
            following = lines[number + 2].lstrip()
        inside = _in_line(line, following, german) or (_spoken_after_dashes(line) if dialogue else [])
        found.extend(Quotation(start + s, start + e, closed) for s, e, closed in inside)
        start += len(line) + 1
    return tuple(found)


def _spoken_after_dashes(line: str) -> list[Quotation]:
    """Speech of a line such as `—No me voy —dijo Orme—. Me quedo.`: the dash stands for the marks.

    Only where a reporting verb of a language that writes dialogue so follows the speech.
    """
    if line.lstrip()[:1] not in ("—", "–"):
        return []
    begin = len(line) - len(line.lstrip())
    told = next((m for m in _TOLD.finditer(line, begin + 1) if m.group(1) in _DIALOGUE_VERBS), None)
    if told is None:
        return []
    spoken = [Quotation(begin, told.start(), True)]
    again = _SPOKEN_AGAIN.search(line, told.end())
    if again is not None and again.end() < len(line.rstrip()):
        spoken.append(Quotation(again.end(), len(line.rstrip()), True))
    return spoken


def _in_line(line: str, following: str, german: bool) -> list[Quotation]:
    regions = _double(line, german)
    unclosed = regions.pop() if regions and not regions[-1].closed else None
    singles = _single(line, regions, unclosed.start if unclosed else len(line))
    if unclosed is not None:
        regions.append(_close(line, unclosed.start, following))
        singles = [s for s in singles if s.end <= unclosed.start]
    return sorted([*regions, *singles])


def _double(line: str, german: bool) -> list[Quotation]:
    regions: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(line):
        char = mark.group()
        before = line[mark.start() - 1] if mark.start() else " "
        after = line[mark.end()] if mark.end() < len(line) else " "
        if german and char in "«»":
            char = "»" if char == "«" else "«"
        looks_open = before in _BEFORE_OPENING and not after.isspace()
        if opened is None:
            if (
                char in _OPENING
                or (char not in _CLOSING and (looks_open or before.isspace()))
                or (char == "”" and looks_open and before.isspace())
            ):
                opened = mark
        elif opened.group() in _PAIRS:
            if mark.group() == _PAIRS[opened.group()]:
                regions.append(Quotation(opened.start(), mark.end(), True))
                opened = None
        elif char in _OPENING and not (char == "“" and opened.group() == "„"):
            continue
        elif char == '"' and looks_open and before.isspace() and opened.group() == '"':
            opened = mark  # the earlier mark was never closed
        else:
            regions.append(Quotation(opened.start(), mark.end(), True))
            opened = None
    if opened is not None:
        regions.append(Quotation(opened.start(), len(line), False))
    return regions


def _close(line: str, start: int, following: str) -> Quotation:
    """Where a double mark that has no partner ends."""
    mark = line[start : start + 1]
    if not line[:start].strip() or following[:1] == mark or len(line) - start <= _RUN_ON:
        # scrapes turn one mark of a pair into a single one
        return Quotation(start, _lone_single(line, start) or len(line.rstrip()), False)
    single = _lone_single(line, start)
    if single is not None:
        return Quotation(start, single, False)
    end = _SENTENCE_END.search(line, start + 1)
    return Quotation(start, end.start() + 1 if end else len(line.rstrip()), False)


def _lone_single(line: str, start: int) -> int | None:
    depth = 0
    for mark in _SINGLE.finditer(line, start + 1):
        shape = _shape(line, mark)
        if shape == "open":
            depth += 1
        elif shape == "close" and depth:
            depth -= 1
        elif shape == "close" and not _maybe_possessive(line, mark.start()):
            return mark.end()
    return None


def _shape(line: str, mark: re.Match[str]) -> str:
    """Return open, close or apostrophe, from the characters around a single mark."""
    char, at = mark.group(), mark.start()
    before = line[at - 1] if at else " "
    after = line[at + 1] if at + 1 < len(line) else " "
    if char in "‘‚‹":
        return "open" if not _ELISION.match(line, at) else "apostrophe"
    if char == "›":
        return "close"
    if char == "'" and before in _BEFORE_OPENING and not after.isspace() and not _ELISION.match(line, at):
        return "open"
    if not before.isspace() and not after.isalnum():
        return "close"
    return "apostrophe"


def _maybe_possessive(line: str, at: int) -> bool:
    """Whether the mark may belong to a plural: after an s, and before a word that can be owned."""
    if line[at - 1 : at] not in ("s", "z", "x") or line[at + 1 : at + 2] != " ":
        return False
    following = _NEXT_WORD.match(line, at + 1)
    return following is not None and following.group(1).lower() not in _NEVER_OWNED


def _single(line: str, taken: list[Quotation], limit: int) -> list[Quotation]:
    events: list[tuple[int, str]] = []
    k = 0
    for mark in _SINGLE.finditer(line, 0, limit):
        while k < len(taken) and taken[k].end <= mark.start():
            k += 1
        if k < len(taken) and taken[k].start <= mark.start():
            continue
        shape = _shape(line, mark)
        if shape != "apostrophe":
            events.append((mark.start(), shape))
    pairs: list[Quotation] = []
    stack: list[int] = []
    for i, (at, shape) in enumerate(events):
        if shape == "open":
            stack.append(at)
            continue
        if not stack:
            continue
        later = events[i + 1][1] if i + 1 < len(events) else "none"
        if len(stack) == 1 and later == "close" and _maybe_possessive(line, at):
            continue
        pairs.append(Quotation(stack.pop(), at + 1, True))
    return _outermost(pairs, taken)


def _outermost(pairs: list[Quotation], taken: list[Quotation]) -> list[Quotation]:
    """Drop pairs inside another one, pairs across a double quotation, and pairs without a word."""
    kept: list[Quotation] = []
    k = 0
    for pair in sorted(pairs, key=lambda p: (p.start, -p.end)):
        if kept and pair.start < kept[-1].end:
            continue
        while k < len(taken) and taken[k].end <= pair.start:
            k += 1
        if k < len(taken) and taken[k].start < pair.end:
            continue
        kept.append(pair)
    return kept


def quoted_share(words: list[Span], quotations: tuple[Quotation, ...]) -> float:
    """Return the share of the words (spans in order) that stand inside quotation marks."""
    if not words:
        return 0.0
    inside = 0
    k = bisect_right(quotations, words[0].start, key=lambda q: q.end)
    for start, end in words:
        while k < len(quotations) and quotations[k].end <= start:
            k += 1
        inside += k < len(quotations) and quotations[k].start <= start and end <= quotations[k].end
    return inside / len(words)
