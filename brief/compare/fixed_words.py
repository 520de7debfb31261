"""The program's own sentences on a contradiction: what differs, and what would settle it."""

from __future__ import annotations

from collections.abc import Mapping

from brief.schema import ContradictionKind

NARROWNESS: tuple[ContradictionKind, ...] = (
    "reversal", "policy_split", "headline_vs_body", "identity_or_name", "attribution", "cause", "date_or_sequence",
    "place", "number", "direct_denial", "scope_or_degree", "framing",
)  # fmt: skip
"""Where two kinds fit one pair, the first of these wins."""

_WITH_VALUES: Mapping[ContradictionKind, str] = {
    "number": "The count is {a} on one side and {b} on the other.",
    "date_or_sequence": "The time is {a} on one side and {b} on the other.",
    "identity_or_name": "The name is {a} on one side and {b} on the other.",
    "place": "The place is {a} on one side and {b} on the other.",
    "scope_or_degree": "The extent is {a} on one side and {b} on the other.",
}
_PLAIN: Mapping[ContradictionKind, str] = {
    "direct_denial": "One side affirms it; the other denies it.",
    "number": "The two sides give different numbers.",
    "date_or_sequence": "The two sides give different times, or another order.",
    "identity_or_name": "The two sides say of different persons or things that it was they.",
    "place": "The two sides give different places.",
    "scope_or_degree": "The two sides differ in how far it goes.",
    "attribution": "The two sides name different doers.",
    "cause": "The two sides name different causes.",
    "framing": "The two sides call one act by different names.",
    "policy_split": "Two voices of one side take opposite positions.",
    "headline_vs_body": "The headline claims more than, or other than, its own body.",
    "reversal": "One speaker takes two positions.",
}
APPARENT = "The two sound like a conflict and speak of different things."
SETTLES: Mapping[ContradictionKind, str] = {
    "direct_denial": "A document or a record that both sides accept would settle it.",
    "number": "The list or the count behind each number would settle it.",
    "date_or_sequence": "A log or a record with the time would settle it.",
    "identity_or_name": "An official record of the name would settle it.",
    "place": "A record of the position would settle it.",
    "scope_or_degree": "The terms, or a count of what is covered, would settle it.",
    "attribution": "The order, the draft or a record of who acted would settle it.",
    "cause": "The finding of an inquiry would settle it.",
    "framing": "No record settles a name; what was done can be established.",
    "policy_split": "A decision of the body that both speak for would settle it.",
    "headline_vs_body": "The outlet's correction, or the body's own source, would settle it.",
    "reversal": "The speaker's explanation, or the decision taken, would settle it.",
}


def differs(kind: ContradictionKind, value_a: str | None, value_b: str | None) -> str:
    """Return what differs, with both values where both are known."""
    if value_a and value_b and kind in _WITH_VALUES:
        return _WITH_VALUES[kind].format(a=value_a, b=value_b)
    return _PLAIN[kind]
