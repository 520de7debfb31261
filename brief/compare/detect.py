"""Which of the pairs looked at are reported, as what, and why the others are not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from brief.compare.denial import denied_word
from brief.compare.finding import Finding
from brief.compare.headline import find_headline
from brief.compare.joint import find_joint, is_joint
from brief.compare.later_time import is_update
from brief.compare.looks import Look
from brief.compare.opposites import other_day
from brief.compare.pair import Pair
from brief.compare.pairs.model import pair_model, score
from brief.compare.passages import Passage
from brief.compare.twins import alike, twin_kind
from brief.compare.values import unequal_counts, values
from brief.compare.weights import Weights
from brief.schema import ContradictionKind

_CONDITION = re.compile(r"(?:^[\W_]*|[:,] ?[\"“„«‘'] ?)(?:if|unless|wenn|falls|si)\b", re.IGNORECASE)
LEAST_DOUBT = 0.15
"""Score from which a pair that is not reported raises a question."""

_SAME_MATTER = 0.5  # share of the words of both sides that stand on the other
_BOTH = 2
_MOST_JOINT = 6  # passages of one article on a joint undertaking


@dataclass(frozen=True, slots=True)
class Judged:
    """A look with what was made of it: a finding, or the reason why there is none."""

    look: Look
    score: float
    """How alike the pair is to a contradiction, less where its kind is open."""
    finding: Finding | None
    reason: str
    doubtful: bool = False
    """Whether nothing stands against it but its score."""


def judge(look: Look) -> Judged:
    """Return what a look comes to before it is held against the others."""
    a, b = look.pair.a, look.pair.b
    least = pair_model().least_score
    if look.chance < LEAST_DOUBT and not alike(look.row):
        return Judged(look, 0.0, None, f"{look.chance:.2f} like a contradiction, and {LEAST_DOUBT:.2f} is the least")
    kind, share = pair_model().kind_of(look.row, same_article=a.article == b.article)
    like = score(look.chance, share, look.crowd)
    told = f"{like:.2f} like a contradiction of the kind {kind}"
    twin = twin_kind(a, b, look.row)
    if twin is not None:
        kind, like, told = twin, max(like, least), f"nearly the same words, which differ in one place: {twin}"
    elif look.row["cover_min"] >= _SAME_MATTER and look.row["counts_equal"] and not look.row["count_clash"]:
        return Judged(look, like, None, "the same words with the same numbers, rounded or in another unit")
    elif a.language != b.language and kind not in ("number", "date_or_sequence"):
        return Judged(look, like, None, "two languages, whose words can't be held against each other")
    elif a.article == b.article:
        return Judged(look, like, None, "a headline stands against its body by another outcome alone", doubtful=True)
    elif kind == "reversal" and look.row["cue_negation"] == _BOTH and not look.row["one_negated"]:
        return Judged(look, like, None, "one speaker who negates both times")
    elif _CONDITION.search(a.text) or _CONDITION.search(b.text):
        return Judged(look, like, None, "one of the two speaks under a condition")
    elif look.row["count_clash"] and other_day(a, b):
        return Judged(look, like, None, "another number for another day")
    if like < least:
        return Judged(look, like, None, f"{told}, and {least:.2f} is the least", doubtful=True)
    if kind in ("number", "date_or_sequence") and look.row["count_clash"] and is_update(a, b):
        return Judged(look, like, None, "an update: the later text gives a later count")
    a, b = _sides(kind, a, b)
    note = denied_word(a, b) if kind == "direct_denial" else None
    value_a, value_b = values(kind, a, b) or (None, None)
    finding = Finding(kind, a, b, like, look.pair.shared, value_a=value_a, value_b=value_b, note=note)
    return Judged(look, like, finding, told)


def _sides(kind: ContradictionKind, a: Passage, b: Passage) -> tuple[Passage, Passage]:
    """The affirming, earlier or headline side first."""
    if kind == "headline_vs_body":
        return (a, b) if a.headline else (b, a)
    if kind == "direct_denial" and a.stance == "deny" and b.stance != "deny":
        return b, a
    return (b, a) if (b.published or "") < (a.published or "") and b.published and a.published else (a, b)


def patterns(passages: Sequence[Passage], near: dict[int, frozenset[int]], weights: Weights) -> Iterator[Finding]:
    """Yield what shows by its form alone: a joint undertaking announced and denied, a headline with another outcome."""
    joint: defaultdict[int, list[Passage]] = defaultdict(list)
    headlines: defaultdict[int, list[Passage]] = defaultdict(list)
    for p in passages:
        if is_joint(p) and len(joint[p.article]) < _MOST_JOINT:
            joint[p.article].append(p)
        if p.headline:
            headlines[p.article].append(p)
        else:
            for headline in headlines[p.article]:
                told = find_headline(headline, p, weights.between(p.article, p.article))
                if told is not None:
                    yield told
    for article, own in joint.items():
        for other in sorted({article, *near[article]}):
            for p in own:
                for q in joint.get(other, ()):
                    if p.index < q.index:
                        told = find_joint(Pair(p, q, weights))
                        if told is not None:
                            yield told


def counted_again(looks: Iterable[Look]) -> Iterator[tuple[Passage, Passage]]:
    """Yield earlier and later passage where a later text gives another count of the same thing and says so."""
    for found in looks:
        a, b = found.pair.a, found.pair.b
        if (
            found.row["count_head"] == 1
            and not found.row["counts_equal"]
            and not found.row["hedged"]
            and a.published
            and b.published
            and a.published != b.published
            and unequal_counts(a, b) is not None
        ):
            earlier, later = (a, b) if a.published < b.published else (b, a)
            if is_update(earlier, later):
                yield earlier, later
