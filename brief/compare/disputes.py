"""The question that an open contradiction raises, and how much it weighs among those of a set."""

from __future__ import annotations

from collections.abc import Mapping

from brief.compare.passages import Passage
from brief.compare.words import content_stems
from brief.names import unquoted
from brief.schema import Contradiction, ContradictionKind, OpenQuestion, Side

_OF_KIND: Mapping[ContradictionKind, float] = {
    "attribution": 1.1,
    "date_or_sequence": 1.1,
    "direct_denial": 1.0,
    "policy_split": 1.0,
    "number": 0.8,
    "cause": 0.4,
    "scope_or_degree": 0.4,
    "place": 0.4,
    "reversal": 0.4,
    "framing": 0.2,
    "identity_or_name": 0.1,
    "headline_vs_body": 0.1,
}
"""What a kind weighs: who did it and when raise a question more often than what to call it."""
_A_NAMED_SIDE, _AT_THE_TOP, _TOLD_AGAIN, _OF_A_HEADLINE = 0.4, 0.4, 0.2, 0.05
_TOP = 5  # sentences
_MOST_TOLD_AGAIN = 2
_ASK: Mapping[ContradictionKind, str] = {
    "direct_denial": "Which of the two holds: the account of {a}, or that of {b}?",
    "number": "Which of the two numbers holds: that of {a}, or that of {b}?",
    "date_or_sequence": "When was it, or what came first: by the account of {a}, or by that of {b}?",
    "identity_or_name": "Which of the two names is right: that of {a}, or that of {b}?",
    "place": "Which of the two places is right: that of {a}, or that of {b}?",
    "scope_or_degree": "How far does it go: as far as {a} says, or as {b} says?",
    "attribution": "Who did it: the one whom {a} names, or the one whom {b} names?",
    "cause": "What was the cause: the one that {a} gives, or the one that {b} gives?",
    "framing": "What was it: what {a} calls it, or what {b} calls it?",
    "policy_split": "Which of the two positions is to hold: that of {a}, or that of {b}?",
    "headline_vs_body": "Which of the two holds in {a}: the headline or the text below it?",
    "reversal": "Which position does {a} hold now?",
}
_ALIKE: Mapping[ContradictionKind, str] = {
    "headline_vs_body": _ASK["headline_vs_body"],
    "reversal": _ASK["reversal"],
}
_OF_ONE_VOICE = "Which of the two accounts that {a} gives holds?"
_UNNAMED = ("the first text", "the second text")


def weight_of(contradiction: Contradiction, headlines: frozenset[str]) -> float:
    """Return how much a contradiction weighs: its kind, its named sides, its place, and how often it is told.

    `headlines` holds the word stems of all headlines of the set.
    """
    a, b = contradiction.a, contradiction.b
    stems = [frozenset(content_stems(side.evidence[0].text)) for side in (a, b)]
    return (
        _OF_KIND[contradiction.kind]
        + _A_NAMED_SIDE * ((a.speaker is not None) + (b.speaker is not None))
        + _AT_THE_TOP * (max(a.evidence[0].sentence, b.evidence[0].sentence) <= _TOP)
        + _TOLD_AGAIN * min(_MOST_TOLD_AGAIN, len(a.evidence) + len(b.evidence) - 2)
        + _OF_A_HEADLINE * len(stems[0] & stems[1] & headlines)
    )


def of_dispute(contradiction: Contradiction, outlets: Mapping[str, str | None]) -> OpenQuestion:
    """Return the question which side holds, with the names of both: the speaker's, else the outlet's article."""
    sides = (contradiction.a, contradiction.b)
    a, b = (_name(side, outlets, unnamed) for side, unnamed in zip(sides, _UNNAMED, strict=True))
    ask = _ASK[contradiction.kind] if a != b else _ALIKE.get(contradiction.kind, _OF_ONE_VOICE)
    return OpenQuestion(
        id=contradiction.id,
        kind="unresolved",
        question=ask.format(a=a, b=b),
        why=f"The texts differ. {contradiction.would_settle}",
        who=" or ".join(dict.fromkeys(side.speaker for side in sides if side.speaker)) or None,
        evidence=(contradiction.a.evidence[0], contradiction.b.evidence[0]),
        answered_by=None,
    )


def of_doubt(a: Passage, b: Passage, outlets: Mapping[str, str | None]) -> OpenQuestion:
    """Return the question how two passages go together that may differ and are not reported as a contradiction."""
    sides = [
        Side(speaker=p.speaker, actor=p.actor, stance=p.stance, value=None, evidence=(p.evidence(),)) for p in (a, b)
    ]
    one, other = (_name(side, outlets, unnamed) for side, unnamed in zip(sides, _UNNAMED, strict=True))
    both = f"what {one} says and what {other} says" if one != other else f"the two things that {one} says"
    return OpenQuestion(
        id="doubt",
        kind="unresolved",
        question=f"How do {both} go together?",
        why="The two may differ. By rules it is too little to list them as a disagreement.",
        who=" or ".join(dict.fromkeys(p.speaker for p in (a, b) if p.speaker)) or None,
        evidence=(a.evidence(), b.evidence()),
        answered_by=None,
    )


def _name(side: Side, outlets: Mapping[str, str | None], unnamed: str) -> str:
    if side.speaker and (" " in side.speaker or side.speaker[0].isupper()):
        return _inside(unquoted(side.speaker))
    outlet = outlets.get(side.evidence[0].article)
    return f"the {_inside(unquoted(outlet)).removeprefix('the ')} article" if outlet else unnamed


def _inside(name: str) -> str:
    return "the " + name[4:] if name.startswith("The ") else name
