"""Compares the articles of a set by rules: where they disagree, what they leave open, what happened when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from brief.actors import merge_actors
from brief.chains import find_chains
from brief.compare.aspects import aspects_of, find_aspect, one_voice
from brief.compare.candidates import TOLD_IN_ONE, Pair, Weights, find_pairs
from brief.compare.denial import find_denial
from brief.compare.doers import find_doer
from brief.compare.finding import Finding
from brief.compare.headline import find_headline
from brief.compare.joint import find_joint, is_joint
from brief.compare.names import find_name
from brief.compare.passages import Passage, read_passages
from brief.compare.quantities import find_number
from brief.compare.questions import set_questions
from brief.compare.timeline import build_timeline
from brief.compare.voices import find_reversal, find_split
from brief.compare.words import plain_topic
from brief.schema import (
    Actor,
    Article,
    Comparison,
    Contradiction,
    ContradictionKind,
    Side,
    Stance,
    Status,
    VerifiedSummary,
)
from brief.utterances import find_utterances

LEAST_SCORE: dict[ContradictionKind, float] = {
    "direct_denial": 1.0,
    "number": 0.9,
    "date_or_sequence": 0.9,
    "identity_or_name": 0.9,
    "place": 0.7,
    "scope_or_degree": 0.78,
    "attribution": 0.85,
    "cause": 0.75,
    "framing": 0.5,
    "policy_split": 1.0,
    "headline_vs_body": 0.8,
    "reversal": 0.8,
}
"""Surest findings first: below this score a finding of its kind is not reported."""
_NARROWNESS: tuple[ContradictionKind, ...] = (
    "reversal", "policy_split", "headline_vs_body", "identity_or_name", "attribution", "cause", "date_or_sequence",
    "place", "number", "direct_denial", "scope_or_degree", "framing",
)  # fmt: skip
"""Where two kinds fit one pair, the first of these wins."""
_BETWEEN_VOICES: frozenset[ContradictionKind] = frozenset(
    ("direct_denial", "number", "date_or_sequence", "place", "scope_or_degree", "cause", "framing", "attribution")
)
"""Kinds that need two voices: what one speaker says twice is no disagreement of this kind."""
_HEADLINE_MALUS = 0.2  # what a headline says, its body says better
_MOST_OF_A_PASSAGE = 2
_MOST_ALSO = 3
_DIFFERS: dict[ContradictionKind, str] = {
    "direct_denial": "One side affirms it; the other denies it.",
    "number": "The count is {a} on one side and {b} on the other.",
    "date_or_sequence": "The time is {a} on one side and {b} on the other.",
    "identity_or_name": "The name is {a} on one side and {b} on the other.",
    "place": "The place is {a} on one side and {b} on the other.",
    "scope_or_degree": "The extent is {a} on one side and {b} on the other.",
    "attribution": "The two sides name different doers.",
    "cause": "The two sides name different causes.",
    "framing": "The two sides call one act by different names.",
    "policy_split": "Two voices of one side take opposite positions.",
    "headline_vs_body": "The headline claims more than, or other than, its own body.",
    "reversal": "One speaker takes two positions.",
}
_SETTLES: dict[ContradictionKind, str] = {
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


@dataclass(frozen=True, slots=True)
class Ground:
    """What a comparison stands on: the actors of the set, its passages, and the pairs of them worth a look."""

    actors: tuple[Actor, ...]
    passages: Sequence[Passage]
    pairs: Sequence[Pair]


def ground_of(
    articles: Sequence[Article],
    summaries: Sequence[VerifiedSummary],
    same: Sequence[Sequence[str]] = (),
    different: Sequence[Sequence[str]] = (),
) -> Ground:
    """Return the ground of a comparison; `same` and `different` are names that the analyst has ruled on."""
    actors = merge_actors({s.article: s.actors for s in summaries}, same, different)
    passages = read_passages(articles, summaries, actors)
    return Ground(actors, passages, find_pairs(passages, Weights(passages), _aspects))


def compare(
    articles: Sequence[Article],
    summaries: Sequence[VerifiedSummary],
    same: Sequence[Sequence[str]] = (),
    different: Sequence[Sequence[str]] = (),
) -> Comparison:
    """What the articles say together. Pure; time and pairs grow with the number of neighbours, not with its square.

    `same` and `different` are names that the analyst has said are one actor, or are not.
    """
    return compare_on(ground_of(articles, summaries, same, different), articles, summaries)


def compare_on(ground: Ground, articles: Sequence[Article], summaries: Sequence[VerifiedSummary]) -> Comparison:
    """What the articles say together, on a ground that is known."""
    chosen = select(find_all(ground.pairs, ground.passages))
    contradictions = tuple(_contradiction(n, f, ground.actors) for n, f in enumerate(chosen, start=1))
    return Comparison(
        comparer="rules",
        actors=ground.actors,
        contradictions=contradictions,
        questions=set_questions(articles, summaries, contradictions, ground.passages),
        timeline=build_timeline(articles, summaries),
        pairs=len(ground.pairs),
        utterances=find_utterances(articles, summaries, ground.actors),
        chains=find_chains(articles, summaries, ground.actors),
    )


def _aspects(p: Passage) -> tuple[str, ...]:
    return (*aspects_of(p), TOLD_IN_ONE) if is_joint(p) else aspects_of(p)


def find_all(pairs: Iterable[Pair], passages: Sequence[Passage]) -> list[Finding]:
    """Every finding of every detector, not yet chosen among."""
    around: defaultdict[tuple[int, int], str] = defaultdict(str)
    for p in passages:
        around[p.article, p.paragraph] += " " + p.text
    joint = frozenset(p.index for p in passages if is_joint(p))
    found: list[Finding] = []
    for pair in pairs:
        weights = pair.weights
        if pair.a.article == pair.b.article:
            told = find_joint(pair) if pair.a.index in joint and pair.b.index in joint else None
            if told is not None:
                found.append(told)
            if pair.a.headline:
                found.extend(f for f in (find_headline(pair.a, pair.b, weights),) if f)
            continue
        singles = (
            find_number(pair, weights),
            find_denial(pair, weights),
            find_reversal(pair, weights),
            find_split(pair, weights, around),
            find_name(pair, weights),
            find_doer(pair),
            find_joint(pair) if pair.a.index in joint and pair.b.index in joint else None,
        )
        found.extend(f for f in singles if f is not None)
        found.extend(find_aspect(pair, weights))
    return found


def select(findings: Iterable[Finding]) -> list[Finding]:
    """The surest findings: one for a pair of passages, few for a passage, none below its kind's least score."""
    narrowest: dict[tuple[int, int], Finding] = {}
    for f in findings:
        if f.score < LEAST_SCORE[f.kind] or (f.status == "open" and f.kind in _BETWEEN_VOICES and one_voice(f.a, f.b)):
            continue
        pair = (min(f.a.index, f.b.index), max(f.a.index, f.b.index))
        other = narrowest.get(pair)
        if other is None or _NARROWNESS.index(f.kind) < _NARROWNESS.index(other.kind):
            best = max(f.score, other.score if other else 0.0)
            if f.kind != "headline_vs_body" and (f.a.headline or f.b.headline):
                best -= _HEADLINE_MALUS
            narrowest[pair] = replace(f, score=best)
    ranked = sorted(narrowest.values(), key=lambda f: (-f.score, f.a.index, f.b.index))
    used: Counter[int] = Counter()
    kinds: Counter[tuple[int, ContradictionKind, Status]] = Counter()
    between: Counter[tuple[int, int, ContradictionKind]] = Counter()
    grouped: defaultdict[str, list[int]] = defaultdict(list)
    chosen: list[Finding] = []
    taken: set[frozenset[int]] = set()
    for f in ranked:
        key = frozenset((f.a.index, f.b.index))
        if key in taken or any(used[i] >= _MOST_OF_A_PASSAGE or kinds[i, f.kind, f.status] for i in key):
            continue
        twin = next((n for n in grouped[f.group] if chosen[n].actors & f.actors), None) if f.group else None
        if twin is not None:
            chosen[twin] = _told_again(chosen[twin], f)
            continue
        articles = (min(f.a.article, f.b.article), max(f.a.article, f.b.article), f.kind)
        if between[articles] >= (2 if f.kind in ("direct_denial", "number") else 1):
            continue
        between[articles] += 1
        taken.add(key)
        for i in key:
            used[i] += 1
            kinds[i, f.kind, f.status] += 1
        if f.group is not None:
            grouped[f.group].append(len(chosen))
        chosen.append(f)
    return sorted(chosen, key=lambda f: (f.a.article, f.a.index, f.b.index))


def _told_again(f: Finding, other: Finding) -> Finding:
    """The finding with the places of another telling of it."""
    known_a = {p.index for p in (f.a, *f.also_a)}
    known_b = {p.index for p in (f.b, *f.also_b)}
    also_a = (*f.also_a, other.a) if other.a.index not in known_a | known_b else f.also_a
    also_b = (*f.also_b, other.b) if other.b.index not in known_a | known_b else f.also_b
    return replace(f, also_a=also_a[:_MOST_ALSO], also_b=also_b[:_MOST_ALSO])


def _contradiction(number: int, f: Finding, actors: Sequence[Actor]) -> Contradiction:
    topic = plain_topic(f.a.text, f.shared) or plain_topic(f.b.text, f.b.stems, 2)
    return Contradiction(
        id=f"c{number}",
        kind=f.kind,
        status=f.status,
        resolved_by=None,
        topic=topic,
        a=_side(f.kind, (f.a, *f.also_a), f.value_a, None),
        b=_side(
            f.kind, (f.b, *f.also_b), f.value_b, "deny" if f.kind == "direct_denial" and f.status == "open" else None
        ),
        differs=_differs(f),
        note=f.note,
        would_settle=_SETTLES[f.kind],
    )


def _differs(f: Finding) -> str:
    if f.status == "apparent":
        return "The two sound like a conflict and speak of different things."
    return _DIFFERS[f.kind].format(a=f.value_a or "one thing", b=f.value_b or "another")


def _side(kind: ContradictionKind, told: Sequence[Passage], value: str | None, stance: Stance | None) -> Side:
    p = told[0]
    return Side(
        speaker=p.speaker,
        actor=p.actor,
        stance=stance or p.stance,
        value=value,
        evidence=tuple(x.quotation() if kind == "framing" else x.evidence() for x in told),
    )
