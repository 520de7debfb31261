"""Articles of one file under numbers that stand on lines of their own: 1, headline, paragraphs; 2, and so on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from brief.clean.language import FUNCTION_WORDS
from brief.clean.lines import Line

_NUMBER = re.compile(r"\d{1,2}[.)]?")
_HEADLINE = (6, 30)
_LEAST = 60.0
_SHARED = 0.12


def numbered_starts(lines: Sequence[Line]) -> list[int]:
    """Return where articles under the numbers 1, 2, 3 begin; nothing when the parts belong to one article.

    Each has a headline and paragraphs of its own, and few words in common with any other: the parts of one article
    tell of one thing.
    """
    starts: list[int] = []
    for i, line in enumerate(lines[:-2]):
        if _NUMBER.fullmatch(line.text) and int(line.words[0]) == len(starts) + 1 and _like_headline(lines[i + 1]):
            starts.append(i)
    parts = [[line for line in lines[a:b] if line.prose] for a, b in pairwise([*starts, len(lines)])]
    if len(parts) < 2 or any(sum(line.size for line in part) < _LEAST for part in parts):
        return []
    told = [{word for line in part for word in line.words if len(word) > 3} - FUNCTION_WORDS for part in parts]
    alike = any(len(one & other) > _SHARED * min(len(one), len(other)) for one, other in combinations(told, 2))
    return [] if alike else starts


def _like_headline(line: Line) -> bool:
    return _HEADLINE[0] <= line.size <= _HEADLINE[1] and not (line.bullet or line.meta or line.strong)
