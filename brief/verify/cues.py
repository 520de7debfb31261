"""The reporting cues of a sentence: verbs of saying outside quotation marks, and "according to"."""

from __future__ import annotations

from collections.abc import Sequence

from brief.lexicon.function_words import AUXILIARIES, DETERMINERS, NEGATORS, PERSONAL, PREPOSITIONS
from brief.lexicon.reporting import VERBS
from brief.verify.tokens import Token


def own_cues(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the reporting verbs of a sentence outside quotation marks, and each "according to"."""
    found = []
    for i, token in enumerate(tokens):
        if token.low == "according" and i + 1 < len(tokens) and tokens[i + 1].low == "to":
            found.append((i, i + 2))
        elif token.low in VERBS and not token.quoted and _is_cue(tokens, i):
            found.append((i, i + 1))
    return found


def _is_cue(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a token is a reporting verb, and not the noun of the same form."""
    verb = VERBS.get(tokens[i].low)
    if verb is None or tokens[i].owner or (tokens[i].capital and i > 0):
        return False
    before = tokens[i - 1] if i else None
    if before is None or not before.wordlike:
        return verb.form != "base"
    low = before.low
    if verb.form == "base" and not (low in AUXILIARIES or low in PERSONAL or low in ("to", "who") or low.endswith("s")):
        return False
    if verb.form in ("base", "third", "ing") and (
        before.owner or (low in DETERMINERS and low not in ("this", "that", "all", "both", "some", "many"))
    ):
        return False
    if verb.form in ("base", "third") and low in PREPOSITIONS and low != "to":
        return False
    return low not in NEGATORS or verb.form != "third"
