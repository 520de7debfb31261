"""What a speaker does with what is said: asserts, denies, accuses, promises ... from the cue and from negation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.schema import Stance, StatementKind
from brief.summarise.found import Found

_LEAD = r"^\W*(?:(?:that|but|and|so|well|yet|no)\b,?\s+)*"
_SUBJECT = r"(?:we|they|he|she|it|(?:the|this|that|his|her|its|their|our) (?:\w+ )?\w+|[A-Z][\w.’']+)(?: \w+)?"
_NO_MATTER_OF_FACT = (
    r"(?! (?:think|believe|know|want|sure|like|care|see|expect|understand|remember|mean|need|only|just|about))"
)
_NOTHING = (
    r"(?:there (?:is|are|was|were|has been|have been|will be) (?:no|not|never|nothing|none)\b"
    r"|(?:none|nothing|neither) \w+"
    rf"|(?:i|{_SUBJECT}) ha(?:s|d|ve)(?: not|n[’']t| never| no| \w+ no)\b)"
)
_PLAIN_NEGATION = re.compile(_LEAD + _NOTHING, re.IGNORECASE)
_NEGATED_OPENING = re.compile(
    _LEAD + rf"(?:{_NOTHING}|(?:no|never|not) \w+"
    rf"|{_SUBJECT} (?:(?:is|are|was|were|did|do|does)(?: not|n[’']t)|never)\b{_NO_MATTER_OF_FACT}"
    r"|.{0,60}\b(?:is|are|was|were) (?:false|untrue|baseless|fabricated|a lie|lies|unfounded|incorrect|nonsense)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]\s")


def stance_of(found: Found, stretches: Sequence[str], kind: StatementKind) -> Stance:
    """Return the stance of an attribution whose content is these stretches of the text.

    `declined to comment` is decline; `did not deny` concedes nothing and is an assertion; an assertion whose first
    sentences plainly negate a fact (`There is no contract`) denies.
    """
    verb = found.verb
    if found.catenative == "decline":
        return "decline"
    stance: Stance = verb.stance if verb is not None else "assert"
    if found.negated and verb is not None:
        if stance in ("deny", "concede"):
            return "assert" if stance == "deny" else "deny"
        if verb.frame == "say" and stance == "assert":
            return "decline"
    if stance == "assert" and (verb is None or verb.frame in ("say", "tell")):
        first, *others = [s for stretch in stretches[:3] for s in _SENTENCE.split(stretch[:600], maxsplit=3)]
        if _NEGATED_OPENING.match(first) or any(_PLAIN_NEGATION.match(s) for s in others[:3]):
            return "deny"
        if kind == "direct" and first.rstrip("'\"”’»").endswith("?") and verb is not None and verb.base == "ask":
            return "ask"
    return stance
