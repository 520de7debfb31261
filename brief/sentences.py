"""Numbered sentences of a text: the addresses that every finding is cited by."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.schema import Sentence

_PARAGRAPH = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9À-Þ¿¡])|[。！？]+[”」』]*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|Lt|Col|Sgt|Capt|St|Jr|Sr|vs|No|Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept|Oct|Nov|Dec)"
    r"|\b[A-Z])\.$"
)


@lru_cache(maxsize=512)
def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Cut a text into sentences, numbered from 1; a line break always ends one.

    Offsets are code points; white space around a sentence belongs to none.
    """
    found: list[Sentence] = []
    for paragraph_number, paragraph in enumerate(_PARAGRAPH.finditer(text), start=1):
        start = paragraph.start()
        for end in _ends(paragraph.group()):
            stop = paragraph.start() + end
            raw = text[start:stop]
            lead = len(raw) - len(raw.lstrip())
            if raw.strip():
                found.append(
                    Sentence(
                        number=len(found) + 1,
                        start=start + lead,
                        end=start + len(raw.rstrip()),
                        paragraph=paragraph_number,
                    )
                )
            start = stop
    return tuple(found)


def _ends(paragraph: str) -> list[int]:
    ends = [m.end() for m in _END.finditer(paragraph) if not _ABBREVIATION.search(paragraph[: m.start() + 1])]
    return [*ends, len(paragraph)]
