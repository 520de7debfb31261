"""Updates that a model points out: two values of one thing at two times, told apart from contradictions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brief.compare.apart import counts_apart, days
from brief.compare.grouping import Sentence, place
from brief.compare.wording import TurnedDown, shortened
from brief.dates import find_dates
from brief.items import Item
from brief.numbers import Quantity
from brief.schema import Evidence, Side, Update
from brief.wire import WireUpdate

MOST_UPDATES = 20
"""Updates of a set."""


class Updates:
    """Collects the updates of all replies."""

    def __init__(self, turned_down: TurnedDown) -> None:
        self._turned_down = turned_down
        self._found: dict[frozenset[Sentence], Update] = {}

    def take(self, claim: WireUpdate, items: Mapping[str, Item]) -> None:
        """Check one update against the items that its request showed."""
        what = f"update {shortened(claim.earlier)} and {shortened(claim.later)}"
        earlier, later = items.get(claim.earlier), items.get(claim.later)
        if earlier is None or later is None:
            self._turned_down.add(what, "there is no such item")
            return
        values = counts_apart(earlier, earlier.words, later, later.words, _equal) or counts_apart(
            earlier, earlier.sentence.text, later, later.sentence.text, _equal
        )
        if values is None or place(earlier.sentence) == place(later.sentence):
            self._turned_down.add(what, "the two items do not hold two different numbers of one sort")
        elif not _is_later(later, earlier):
            self._turned_down.add(what, f"{shortened(claim.later)} is not known to be later")
        else:
            key = frozenset((place(earlier.sentence), place(later.sentence)))
            self._found.setdefault(key, _update(earlier, later, values))

    def told(self, a: Evidence, b: Evidence) -> bool:
        """Whether two places are told as an update."""
        return frozenset((place(a), place(b))) in self._found

    def all(self, kept: Sequence[Update]) -> tuple[Update, ...]:
        """Return the updates, and those of the rules that stand in, ids anew."""
        known = set(self._found)
        extra = [u for u in kept if frozenset((place(u.earlier.evidence[0]), place(u.later.evidence[0]))) not in known]
        found = [*self._found.values(), *extra][:MOST_UPDATES]
        return tuple(u.model_copy(update={"id": f"l{n}"}) for n, u in enumerate(found, start=1))


def _equal(x: Quantity, y: Quantity) -> bool:
    return (x.low, x.high) == (y.low, y.high)


def _is_later(later: Item, earlier: Item) -> bool:
    """By the articles' days, else by the days that the two sentences give, else by their place in one article."""
    if later.published and earlier.published and later.published != earlier.published:
        return later.published > earlier.published
    told, before = (days(item, item.sentence.text) for item in (later, earlier))
    if told and before and max(told) != max(before):
        return max(told) > max(before)
    return later.article == earlier.article and later.evidence[0].start > earlier.evidence[0].start


def _update(earlier: Item, later: Item, values: tuple[str, str]) -> Update:
    before, after = values
    sides = [
        Side(speaker=i.speaker, actor=i.actor, stance=i.stance, value=value, evidence=i.evidence)
        for i, value in ((earlier, before), (later, after))
    ]
    return Update(
        id="l0",
        earlier=sides[0],
        later=sides[1],
        differs=f"The number was {before}, and later {after}.",
        basis=_basis(later),
    )


def _basis(later: Item) -> tuple[Evidence, ...]:
    """The date words of the later item's sentence."""
    of = later.sentence
    found = [d for d in find_dates(of.text, later.published) if d.date]
    return tuple(
        of.model_copy(update={"start": of.start + d.start, "end": of.start + d.end, "text": of.text[d.start : d.end]})
        for d in found[:1]
    )
