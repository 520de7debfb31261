"""One speaker with two positions (reversal), and two voices of one side (policy_split)."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.compare.candidates import Pair, Weights
from brief.compare.denial import is_negative
from brief.compare.finding import Finding
from brief.compare.passages import Passage

_ALWAYS = re.compile(
    r"\b(?:always|never|all along|from the (?:start|beginning)|siempre|nunca|"
    r"jamás|desde el principio|toujours|jamais|depuis le début|"
    r"immer|stets|nie|niemals|von Anfang an|schon lange)\b",
    re.IGNORECASE,
)
_COMMITMENT = re.compile(
    r"\b(?:will|shall|won['’]t|not going to|rule[sd]? out|promise[sd]?|vow(?:s|ed)?|guarantee[sd]?|never|"
    r"no\b[^.]{0,20}\b(?:will|way)|renovará|habrá|hará|no habrá|nunca|"
    r"sera|aura|wird|werden|werde|bleibt|must|want(?:s|ed)?)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:state secretary|deputy|vice|undersecretary|under-secretary|own office|own ministry|own deputy|"
    r"same (?:ministry|office|party|government|company|board|council)|"
    r"colleague|cabinet colleague|coalition partner|junior|fellow minister|secretario de Estado|viceministr\w+|"
    r"consejer[oa]|portavoz del mismo|compañer[oa] de|secrétaire d['’]État|"
    r"adjoint\w*|même (?:ministère|gouvernement)|Staatssekretär\w*|Stellvertreter\w*|stellvertretend\w*|Vize\w*|"
    r"Sprecher des(?:selben)?|eigenen? Haus\w*)\b",
    re.IGNORECASE,
)


def find_reversal(pair: Pair, weights: Weights) -> Finding | None:
    """An earlier position of one speaker that a later one of the same speaker does not hold with, or None."""
    a, b = pair.a, pair.b
    if a.article == b.article or not _same_speaker(a, b):
        return None
    earlier, later = (a, b) if (a.published or "") <= (b.published or "") else (b, a)
    if (earlier.published or "") == (later.published or "") or earlier.conditional or earlier.elsewhere:
        return None
    always = bool(_ALWAYS.search(later.text)) and later.quoted
    opposed = _against(earlier.text) != _against(later.text)
    committed = bool(_COMMITMENT.search(earlier.text))
    if always and (committed or opposed) and pair.context >= 0.8:
        return Finding("reversal", earlier, later, 0.8 + pair.weight / 10, pair.shared)
    if opposed and committed and pair.weight >= 3.2 and not later.conditional:
        return Finding("reversal", earlier, later, 0.5 + pair.weight / 12, pair.shared)
    return None


def find_split(pair: Pair, weights: Weights, around: dict[tuple[int, int], str]) -> Finding | None:
    """Two voices of one office against each other on what is to be done, or None.

    `around` holds the text of each paragraph by article and paragraph number.
    """
    a, b = pair.a, pair.b
    if a.article == b.article or _same_speaker(a, b) or a.elsewhere or b.elsewhere:
        return None
    if pair.weight < 1.8 or a.silent or b.silent or a.speaker is None or b.speaker is None:
        return None
    if _against(a.text) == _against(b.text):
        return None
    near_a, near_b = around.get((a.article, a.paragraph), ""), around.get((b.article, b.paragraph), "")
    if not (_SUBORDINATE.search(near_a) or _SUBORDINATE.search(near_b)):
        return None
    if not (_COMMITMENT.search(a.text) or _COMMITMENT.search(b.text)):
        return None
    named = 0.2 * bool(_SUBORDINATE.search(a.text) or _SUBORDINATE.search(b.text))
    quoted = 0.15 * a.quoted + 0.15 * b.quoted
    return Finding("policy_split", a, b, 0.6 + pair.weight / 9 + quoted + named, pair.shared)


_AGAINST = re.compile(
    r"\b(?:against|oppos\w+|resist\w*|block\w*|veto\w*|contra|contre|gegen|ablehn\w*|lehn\w+|s['’]oppos\w+|opon\w+)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def _against(text: str) -> bool:
    return is_negative(text) or _AGAINST.search(text) is not None


def _same_speaker(a: Passage, b: Passage) -> bool:
    if a.actor is not None and a.actor == b.actor:
        return True
    if a.speaker is None or b.speaker is None:
        return False
    first, second = a.speaker.split(), b.speaker.split()
    if len(first) > 1 and len(second) > 1:
        return first == second
    return first[-1] == second[-1] and first[-1][0].isupper()
