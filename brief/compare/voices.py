"""Whether two passages have one voice."""

from __future__ import annotations

from brief.compare.passages import Passage


def same_speaker(a: Passage, b: Passage) -> bool:
    """True when both passages are said by one person or body, as far as names tell."""
    if a.actor is not None and a.actor == b.actor:
        return True
    if a.speaker is None or b.speaker is None:
        return False
    first, second = a.speaker.split(), b.speaker.split()
    if len(first) > 1 and len(second) > 1:
        return first == second
    return first[-1] == second[-1] and first[-1][0].isupper()


def one_voice(a: Passage, b: Passage) -> bool:
    """True when one speaker says both, or when nobody is named for either."""
    if a.speaker is None and b.speaker is None and not (a.headline or b.headline):
        return True
    if a.actor is not None and a.actor == b.actor:
        return True
    return a.speaker is not None and b.speaker is not None and a.speaker.split()[-1] == b.speaker.split()[-1]
