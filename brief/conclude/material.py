"""What a model concludes from: the items that tell most, and the contradictions with the ids of their sides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from brief.items import Item, line_length, plain
from brief.schema import Comparison, Contradiction, Evidence, Side, Status
from brief.stances import WEIGHT

MOST_ITEMS = 120
"""Items that the model is shown."""

MOST_CHARACTERS = 32_000
"""Characters of the items that the model is shown."""

MOST_CONTRADICTIONS = 30
"""Contradictions that the model is shown."""

_STATUS: tuple[Status, ...] = ("open", "resolved_by", "apparent")


def shown_items(items: Sequence[Item], comparison: Comparison) -> tuple[Item, ...]:
    """Return the items to conclude from, in their own order: all of them where they fit, else the weightiest.

    Weight have the sides of a contradiction, what its speaker does, a speaker who speaks in many articles, the
    speaker's own words; of one article each further item weighs less, so that every article is heard.
    """
    disputed = {_place(e) for c in comparison.contradictions for side in (c.a, c.b) for e in side.evidence}
    reach = Counter(actor for actor, _ in {(i.actor, i.article) for i in items if i.actor is not None})

    def weight(item: Item) -> float:
        heard = min(reach[item.actor], 4) * 0.3 if item.actor is not None else 0.0
        return (
            3.0 * (_place(item.sentence) in disputed)
            + (WEIGHT[item.stance] + heard + 0.5 if item.speaker else 0.0)
            + 0.5 * item.direct
            + 1.0 * (item.kind == "headline")
        )

    of_article: defaultdict[str, int] = defaultdict(int)
    ranked: list[tuple[float, int]] = []
    for n in sorted(range(len(items)), key=lambda n: (-weight(items[n]), n)):
        ranked.append((-weight(items[n]) + 0.4 * of_article[items[n].article], n))
        of_article[items[n].article] += 1
    chosen: list[int] = []
    room = MOST_CHARACTERS
    for _, n in sorted(ranked):
        if len(chosen) < MOST_ITEMS and line_length(items[n]) <= room:
            chosen.append(n)
            room -= line_length(items[n])
    return tuple(items[n] for n in sorted(chosen))


def shown_contradictions(comparison: Comparison, items: Sequence[Item]) -> tuple[Contradiction, ...]:
    """Return the contradictions that the model is shown: open ones first, those that only look like one last.

    Among those of one status the ones come first whose speakers speak in many articles.
    """
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for item in items:
        if item.actor is not None:
            texts[item.actor].add(item.article)

    def rank(c: Contradiction) -> tuple[int, int, int]:
        actors = [side.actor for side in (c.a, c.b) if side.actor is not None]
        return _STATUS.index(c.status), -len({a for actor in actors for a in texts[actor]}), -len(actors)

    return tuple(sorted(comparison.contradictions, key=rank)[:MOST_CONTRADICTIONS])


def listed_contradictions(contradictions: Sequence[Contradiction], items: Sequence[Item]) -> str:
    """Return contradictions as one line each: id, kind, status, the items of both sides, what differs."""
    lines = []
    for c in contradictions:
        a, b = (side_items(side, items)[0].id for side in (c.a, c.b))
        lines.append(f"{c.id} | {c.kind} | {c.status} | {a} | {b} | {plain(c.differs)}")
    return "\n".join(lines) or "none"


def side_items(side: Side, items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items that stand where a side's evidence does, or one made from the side itself."""
    places = {(e.article, e.field, e.start, e.end) for e in side.evidence}
    exact = [i for i in items if {(e.article, e.field, e.start, e.end) for e in i.evidence} & places]
    sentences = {_place(e) for e in side.evidence}
    near = [i for i in items if _place(i.sentence) in sentences]
    return tuple(exact or [i for i in near if i.speaker == side.speaker] or near) or (_of(side, items),)


def _of(side: Side, items: Sequence[Item]) -> Item:
    first = side.evidence[0]
    same = next((i for i in items if i.article == first.article), None)
    source = same.source if same is not None else 0
    return Item(
        id="-",
        kind="headline" if first.field == "title" else "statement",
        article=first.article,
        source=source,
        published=same.published if same is not None else None,
        language=same.language if same is not None else "en",
        speaker=side.speaker,
        actor=side.actor,
        stance=side.stance,
        direct=False,
        evidence=side.evidence,
        sentence=first,
        about="",
        outlet=None,
        date=None,
    )


def _place(item: Evidence) -> tuple[str, str, int]:
    return item.article, item.field, item.sentence
