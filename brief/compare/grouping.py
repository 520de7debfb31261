"""Groups of items that one request can hold: items that may speak of one thing come together, groups overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from brief.compare.pair import Pair
from brief.items import Item, line_length
from brief.schema import Evidence

MOST_ITEMS = 240
"""Items of one request."""

MOST_CHARACTERS = 40_000
"""Characters of the items of one request."""

MOST_GROUPS = 40
"""Requests of one comparison."""

_PASSING = 0.5
"""What a candidate pair weighs of which one side is a sentence: statements, events and figures come first."""

Sentence = tuple[str, str, int]
"""An article's id, text or title, and the number of a sentence: where an item stands."""


def place(item: Evidence) -> Sentence:
    """Return the sentence that a piece of evidence stands in."""
    return item.article, item.field, item.sentence


def groups(items: Sequence[Item], pairs: Iterable[Pair]) -> tuple[tuple[Item, ...], ...]:
    """Return the items in one group where they fit, else in overlapping groups that hold the candidate pairs together.

    `pairs` are the candidates of the rules: two sentences that share rare words, or cue words for one aspect. The
    heaviest pair that is not yet in a group opens the next one, which grows by the item with most weight to it, and
    by the next pair when nothing more is near. Of a set with more than `MOST_GROUPS` groups the lightest pairs are in
    none. Each group keeps the order of `items`.
    """
    if _fits(items):
        return (tuple(items),) if len(items) > 1 else ()
    order = {item.id: n for n, item in enumerate(items)}
    edges = _edges(items, pairs)
    open_edges = dict(sorted(edges.items(), key=lambda e: (-e[1], e[0])))
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), weight in open_edges.items():
        near[i][j] = near[j][i] = weight
    found: list[tuple[Item, ...]] = []
    while open_edges and len(found) < MOST_GROUPS:
        members = _grown(items, near, open_edges)
        for i in members:
            for j in near[i]:
                if j in members:
                    open_edges.pop((min(i, j), max(i, j)), None)
        found.append(tuple(sorted((items[i] for i in members), key=lambda item: order[item.id])))
    return tuple(found)


def _fits(items: Sequence[Item]) -> bool:
    return len(items) <= MOST_ITEMS and sum(map(line_length, items)) <= MOST_CHARACTERS


def _edges(items: Sequence[Item], pairs: Iterable[Pair]) -> dict[tuple[int, int], float]:
    at: defaultdict[Sentence, list[int]] = defaultdict(list)
    for n, item in enumerate(items):
        at[place(item.sentence)].append(n)
    edges: dict[tuple[int, int], float] = {}
    for pair in pairs:
        weight = pair.weight + 0.5 * pair.context
        for i in at.get(place(pair.a.evidence()), ()):
            for j in at.get(place(pair.b.evidence()), ()):
                if i != j:
                    key = (min(i, j), max(i, j))
                    passing = "sentence" in (items[i].kind, items[j].kind)
                    edges[key] = max(edges.get(key, 0.0), _PASSING * weight if passing else weight)
    return edges


def _grown(
    items: Sequence[Item],
    near: dict[int, dict[int, float]],
    open_edges: dict[tuple[int, int], float],
) -> frozenset[int]:
    """The next group: the heaviest open pair and what is near it, then the next pair, while there is room."""
    members: set[int] = set()
    room = MOST_CHARACTERS
    gains: defaultdict[int, float] = defaultdict(float)
    seeds = iter(open_edges)

    def add(i: int) -> None:
        nonlocal room
        members.add(i)
        room -= line_length(items[i])
        gains.pop(i, None)
        for j, weight in near[i].items():
            if j not in members and (min(i, j), max(i, j)) in open_edges:
                gains[j] += weight

    while len(members) + 1 < MOST_ITEMS:
        if gains:
            best = min(gains, key=lambda j: (-gains[j], j))
            if line_length(items[best]) > room:
                del gains[best]
            else:
                add(best)
            continue
        seed = next((e for e in seeds if not members & set(e)), None)
        if seed is None:
            break
        if not members or sum(line_length(items[i]) for i in seed) <= room:
            for i in seed:
                add(i)
    return frozenset(members)
