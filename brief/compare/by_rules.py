"""Compares the articles of a set by rules: where they disagree, what they leave open, what happened when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from brief.actors import merge_actors
from brief.chains import find_chains
from brief.compare.candidates import near_articles
from brief.compare.detect import LEAST_DOUBT, Judged, counted_again, judge, patterns
from brief.compare.finding import Finding
from brief.compare.fixed_words import APPARENT, SETTLES, differs
from brief.compare.looks import Look, Looks, look
from brief.compare.pair import Pair
from brief.compare.passages import Passage, read_passages
from brief.compare.quantities import shown
from brief.compare.questions import set_questions
from brief.compare.timeline import build_timeline
from brief.compare.twins import alike
from brief.compare.values import unequal_counts
from brief.compare.weights import Weights
from brief.compare.words import plain_topic
from brief.dates import find_dates
from brief.schema import (
    Actor,
    Article,
    Comparison,
    Contradiction,
    ContradictionKind,
    Evidence,
    Side,
    Stance,
    Update,
    VerifiedSummary,
)
from brief.utterances import find_utterances

MOST_UPDATES = 20
"""Later counts of a set that are told."""

MOST_DOUBTFUL = 8
"""Pairs that are handed on, to ask how they go together."""

_MOST_ALSO = 3


@dataclass(frozen=True, slots=True)
class Ground:
    """What a comparison stands on: the actors of the set, its passages, and the pairs of them that were looked at."""

    actors: tuple[Actor, ...]
    passages: Sequence[Passage]
    looks: Looks
    patterns: tuple[Finding, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs that were not ruled out at once."""
        return tuple(found.pair for found in self.looks.kept)


def ground_of(
    articles: Sequence[Article],
    summaries: Sequence[VerifiedSummary],
    same: Sequence[Sequence[str]] = (),
    different: Sequence[Sequence[str]] = (),
) -> Ground:
    """Return the ground of a comparison; `same` and `different` are names that the analyst has ruled on."""
    actors = merge_actors({s.article: s.actors for s in summaries}, same, different)
    passages = read_passages(articles, summaries, actors)
    weights = Weights(passages)
    sure = tuple(patterns(passages, near_articles(passages, weights), weights))
    return Ground(actors, passages, look(passages, weights), sure)


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
    chosen, judged = select(ground)
    contradictions = tuple(_contradiction(n, f) for n, f in enumerate(chosen, start=1))
    return Comparison(
        comparer="rules",
        actors=ground.actors,
        contradictions=contradictions,
        questions=set_questions(articles, summaries, contradictions, ground.passages, _doubtful(chosen, judged)),
        timeline=build_timeline(articles, summaries),
        pairs=ground.looks.number,
        updates=_updates(ground.looks.kept),
        utterances=find_utterances(articles, summaries, ground.actors),
        chains=find_chains(articles, summaries, ground.actors),
    )


def select(ground: Ground) -> tuple[list[Finding], list[Judged]]:
    """Return the findings that are reported, in the order of the texts, and every look with what was made of it.

    Patterns come first, then the likeliest pairs; no passage stands in two findings, save with the same words told
    again elsewhere.
    """
    chosen: list[Finding] = []
    used: set[int] = set()
    grouped: defaultdict[str, list[int]] = defaultdict(list)
    for f in sorted(ground.patterns, key=lambda f: (-f.score, f.a.index, f.b.index)):
        twin = next((n for n in grouped[f.group] if chosen[n].actors & f.actors), None) if f.group else None
        if twin is not None and chosen[twin].status == f.status:
            chosen[twin] = _told_again(chosen[twin], f)
        elif f.status == "apparent" or not used & {f.a.index, f.b.index}:
            if f.group:
                grouped[f.group].append(len(chosen))
            if f.status != "apparent":
                used |= {f.a.index, f.b.index}
            chosen.append(f)
    used |= {p.index for f in chosen for p in (f.a, f.b, *f.also_a, *f.also_b)}
    said: set[frozenset[str]] = set()
    judged = sorted(map(judge, ground.looks.kept), key=lambda j: (-j.score, j.look.pair.a.index, j.look.pair.b.index))
    for n, one in enumerate(judged):
        if one.finding is None:
            continue
        texts = frozenset((one.finding.a.text, one.finding.b.text))
        if used & {one.finding.a.index, one.finding.b.index} or texts in said:
            why = "the same words are told already" if texts in said else "one of the two stands in a likelier pair"
            judged[n] = replace(one, finding=None, reason=why)
            continue
        said.add(texts)
        used |= {one.finding.a.index, one.finding.b.index}
        chosen.append(one.finding)
    return sorted(chosen, key=lambda f: (f.a.article, f.a.index, f.b.index)), judged


def _doubtful(chosen: Iterable[Finding], judged: Iterable[Judged]) -> list[tuple[Passage, Passage]]:
    """The likeliest pairs of two voices with nothing against them but their score, and no passage that is reported."""
    used = {p.index for f in chosen for p in (f.a, f.b, *f.also_a, *f.also_b)}
    found: list[tuple[Passage, Passage]] = []
    for one in sorted(judged, key=lambda j: -j.look.chance):
        a, b = one.look.pair.a, one.look.pair.b
        if one.look.chance < LEAST_DOUBT or len(found) == MOST_DOUBTFUL:
            break
        alone = one.look.row["same_speaker"] or alike(one.look.row)
        if one.doubtful and not alone and not used & {a.index, b.index}:
            used |= {a.index, b.index}
            found.append((a, b))
    return found


def _updates(looks: Iterable[Look]) -> tuple[Update, ...]:
    found: list[Update] = []
    used: set[int] = set()
    for earlier, later in counted_again(looks):
        counts = unequal_counts(earlier, later)
        if counts is None or used & {earlier.index, later.index} or len(found) == MOST_UPDATES:
            continue
        used |= {earlier.index, later.index}
        before, after = map(shown, counts)
        sides = [
            Side(speaker=p.speaker, actor=p.actor, stance=p.stance, value=value, evidence=(p.evidence(),))
            for p, value in ((earlier, before), (later, after))
        ]
        found.append(
            Update(
                id=f"l{len(found) + 1}",
                earlier=sides[0],
                later=sides[1],
                differs=f"The number was {before}, and later {after}.",
                basis=_day_words(later),
            )
        )
    return tuple(found)


def _day_words(p: Passage) -> tuple[Evidence, ...]:
    """The date words of a passage, if it has any."""
    whole = p.evidence()
    return tuple(
        whole.model_copy(
            update={"start": whole.start + d.start, "end": whole.start + d.end, "text": p.text[d.start : d.end]}
        )
        for d in find_dates(p.text, p.published)[:1]
        if d.date
    )


def _told_again(f: Finding, other: Finding) -> Finding:
    """The finding with the places of another telling of it."""
    known_a = {p.index for p in (f.a, *f.also_a)}
    known_b = {p.index for p in (f.b, *f.also_b)}
    also_a = (*f.also_a, other.a) if other.a.index not in known_a | known_b else f.also_a
    also_b = (*f.also_b, other.b) if other.b.index not in known_a | known_b else f.also_b
    return replace(f, also_a=also_a[:_MOST_ALSO], also_b=also_b[:_MOST_ALSO])


def _contradiction(number: int, f: Finding) -> Contradiction:
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
        differs=APPARENT if f.status == "apparent" else differs(f.kind, f.value_a, f.value_b),
        note=f.note,
        would_settle=SETTLES[f.kind],
    )


def _side(kind: ContradictionKind, told: Sequence[Passage], value: str | None, stance: Stance | None) -> Side:
    p = told[0]
    return Side(
        speaker=p.speaker,
        actor=p.actor,
        stance=stance or p.stance,
        value=value,
        evidence=tuple(x.quotation() if kind == "framing" else x.evidence() for x in told),
    )
