"""Right words, wrong person: what a sentence gives to each speaker, held against that speaker's own items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from brief.items import Item, ground_of
from brief.overstating import changes

_SAYS = re.compile(
    r"\s+(?:(?:also|later|now|then|still|again)\s+)?(?:say|said|den(?:y|ie)|call|count|put|h[eo]ld|claim|insist|state|want|accuse|warn|promise|demand|"
    r"maintain|report|argue|declare|announce|reject|refuse|dispute|add|expect)(?:s|ed|d)?\b"
)


def misattributed(text: str, cited: Sequence[Item]) -> str | None:
    """Return which part of a sentence is not what its speaker says, or None.

    A part begins with a speaker's name and a verb of saying, and ends before the next one. It is held against that
    speaker's items alone, for numbers, negation and certainty. A sentence that cites one speaker is not looked at.
    """
    speakers = {item.speaker for item in cited if item.speaker is not None}
    if len(speakers) < 2:
        return None
    found = sorted((at, speaker) for speaker in speakers for at in _mentions(text, speaker))
    whole = ground_of(cited)
    for number, (start, speaker) in enumerate(found):
        end = found[number + 1][0] if number + 1 < len(found) else len(text)
        own = ground_of([item for item in cited if item.speaker == speaker])
        reasons = changes(text[start:end], replace(own, around=f"{own.around} {whole.around}"))
        if reasons:
            return f"of what {_last(speaker)} says: {'; '.join(reasons)}"
    return None


def _mentions(text: str, speaker: str) -> Iterator[int]:
    """Where a speaker's last name stands as a word before a verb of saying."""
    name = _last(speaker)
    at = text.find(name) if name else -1
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum() and _SAYS.match(text, end):
            yield at
        at = text.find(name, end)


def _last(speaker: str) -> str:
    return speaker.split()[-1] if speaker.strip() else ""
