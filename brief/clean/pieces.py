"""A whole page pasted as one line, cut into pieces that can be told apart: its sentences, and what ran into them."""

from __future__ import annotations

import re

from brief.clean.cues import heading_cue
from brief.clean.language import FUNCTION_WORDS
from brief.sentences import split_sentences

_PASTED = 1_500
_SHARE = 0.9
_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"(?<=[\w)\]]) (?=[\"“„«‘]?([A-ZÀ-Ý][a-zà-ÿ]*) )")
_BRACKETED = re.compile(r"\((?:[^()\n]{1,12}[:/] ?|[^()\n]{0,40}/)[^()\n]{2,60}\) ")
_CREDIT = re.compile(r"© ?\S{1,40}(?: [/|&] \S{1,40}| [A-ZÀ-Ý]\S{0,40}(?= [A-ZÀ-Ý]))* ")
_CAPITALISED = 0.5
_REACH = 600


def is_pasted(start: int, end: int, whole: int) -> bool:
    """Tell whether a line is longer than any paragraph, and most of its text: a page without line breaks."""
    return end - start > _PASTED and end - start > _SHARE * whole


def cut_pieces(line: str) -> list[tuple[int, int]]:
    """Return the pieces (start, end) of a line, in order and without white space around them.

    A credit ends a piece, and so does what runs into a sentence: a pointer to another article, a row of buttons.
    """
    pieces: list[tuple[int, int]] = []
    for sentence in split_sentences(line):
        start = sentence.start
        for cut in _cuts(line, start, sentence.end):
            pieces.append((start, cut))
            start = cut + 1
        pieces.append((start, sentence.end))
    return pieces


def _cuts(line: str, start: int, end: int) -> list[int]:
    """Return the spaces at which a sentence is cut."""
    cuts = sorted(
        {found.end() - 1 for credit in (_BRACKETED, _CREDIT) for found in credit.finditer(line, start, end - 1)}
    )
    begun = cuts[-1] + 1 if cuts else start
    cut = None
    for found in _NEXT.finditer(line, begun, min(end, begun + _REACH)):
        if _starts_sentence(found[1]) and _is_run_in(line[begun : found.start()]):
            cut = found.start()
    return cuts if cut is None else [*cuts, cut]


def _starts_sentence(word: str) -> bool:
    return word != "I" and word.lower() in FUNCTION_WORDS


def _is_run_in(text: str) -> bool:
    """Tell whether words before a sentence are none of it: a pointer with its colon, or capitalised throughout."""
    words = _WORD.findall(text)
    if heading_cue(text, len(words)) == "related":
        return len(words) > 6
    small = sum(word[0].islower() for word in words)
    return len(words) >= 6 and small < _CAPITALISED * len(words)
