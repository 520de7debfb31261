"""Collects the replies of all groups: each pair once, each question once, each rejection with its reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brief.asking import Answer
from brief.compare.denial import NEGATION, denied_word
from brief.compare.fixed_words import APPARENT, NARROWNESS, SETTLES, differs
from brief.compare.gaps import Gaps
from brief.compare.grouping import Sentence, place
from brief.compare.later import Updates
from brief.compare.pair_check import Held, check_pair
from brief.compare.passages import Passage
from brief.compare.wording import LONGEST_SENTENCE, TurnedDown, faults, sentence, shortened
from brief.compare.words import content_stems, plain_topic
from brief.items import Item, ground_of
from brief.overstating import Ground
from brief.schema import (
    Article,
    Contradiction,
    ContradictionKind,
    Evidence,
    OpenQuestion,
    Rejected,
    Side,
    Status,
    Update,
)
from brief.wire import CompareReply, WirePair

MOST_CONTRADICTIONS = 40
"""Contradictions of a set; the rest is counted, not shown."""

MOST_ALSO = 3
"""Further evidence of one side."""

LONGEST_TOPIC = 60
"""Characters of a topic."""

_KINSHIP = {"topic": 0.5, "differs": 0.3}
_TOPIC_WORD = re.compile(r"\w[\w.’'-]*")
_OF_FACTS: frozenset[ContradictionKind] = frozenset(
    ("number", "date_or_sequence", "place", "identity_or_name", "attribution", "cause")
)
"""Kinds of which two may hold of the same two sentences: they differ in two facts."""


@dataclass(frozen=True, slots=True)
class _Checked:
    """A pair that holds, with what the model says about it."""

    held: Held
    pair: WirePair
    status: Status
    resolved_by: str | None
    also: tuple[tuple[Evidence, ...], tuple[Evidence, ...]]
    shown: Ground
    """All items that its request showed."""


class Merging:
    """What the replies come to."""

    def __init__(self, articles: Sequence[Article], passages: Sequence[Passage]) -> None:
        self._published = {article.id: article.published for article in articles}
        self._passages = {place(p.evidence()): p for p in passages}
        self._pairs: defaultdict[frozenset[Sentence], list[_Checked]] = defaultdict(list)
        self._turned_down = TurnedDown()
        self._gaps = Gaps(self._turned_down)
        self._updates = Updates(self._turned_down)
        self._order: dict[str, int] = {}

    def take(self, group: Sequence[Item], answer: Answer[CompareReply]) -> None:
        """Check one reply against the items that its request showed."""
        if answer.value is None:
            return
        items = {item.id: item for item in group}
        shown = ground_of(group)
        for item in group:
            self._order.setdefault(item.id, len(self._order))
        for where, why in answer.faults:
            self._turned_down.add(f"reply, {where}", why)
        for update in answer.value.updates:
            self._updates.take(update, items)
        for pair in answer.value.pairs:
            held = check_pair(pair, items)
            if isinstance(held, str):
                self._turned_down.add(_name(pair), held)
            else:
                self._add(held, pair, items, shown)
        self._gaps.take(answer.value.questions, items)

    def _add(self, held: Held, pair: WirePair, items: Mapping[str, Item], shown: Ground) -> None:
        if held.kind == "number" and self._updates.told(held.a.sentence, held.b.sentence):
            self._turned_down.add(_name(pair), "it is told as an update")
            return
        status, resolved_by = self._status(held, pair, items)
        new = _Checked(held, pair, status, resolved_by, self._also(held, pair, items), shown)
        self._pairs[frozenset((place(held.evidence_a[0]), place(held.evidence_b[0])))].append(new)

    def _also(
        self, held: Held, pair: WirePair, items: Mapping[str, Item]
    ) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
        """Further evidence of both sides: items that differ from the other side as the pair does."""
        found: list[tuple[Evidence, ...]] = []
        for end, names in (("a", pair.also_a), ("b", pair.also_b)):
            more: list[Evidence] = []
            for name in dict.fromkeys(names):
                other = check_pair(pair.model_copy(update={end: name}), items)
                if isinstance(other, str) or other.kind != held.kind:
                    why = other if isinstance(other, str) else "it does not differ in the same way"
                    self._turned_down.add(f"{_name(pair)}, also {shortened(name)}", why)
                else:
                    more.append(items[name].evidence[0])
            found.append(tuple(more))
        return (found[0], found[1]) if held.a.id == pair.a else (found[1], found[0])

    def _status(self, held: Held, pair: WirePair, items: Mapping[str, Item]) -> tuple[Status, str | None]:
        """The status; `resolved_by` only with an item of a text that is not known to be earlier than either side."""
        if pair.status != "resolved_by":
            return pair.status, None
        settling = items.get(pair.resolved_by or "")
        if settling is None:
            self._turned_down.add(f"{_name(pair)}, status", "nothing given settles it: it is shown as open")
            return "open", None
        sides = [self._published.get(item.article) for item in (held.a, held.b)]
        day = self._published.get(settling.article)
        if day is not None and any(other is not None and day < other for other in sides):
            self._turned_down.add(
                f"{_name(pair)}, status", f"{settling.id} is earlier than a side: it is shown as open"
            )
            return "open", None
        return "resolved_by", settling.article

    def contradictions(self, kept: Sequence[Contradiction]) -> tuple[Contradiction, ...]:
        """Return the contradictions in the order of their sides, and those of the rules that stand in, ids anew."""
        chosen = [checked for same in self._pairs.values() for checked in _narrowest(same)]
        ranked = sorted(chosen, key=lambda c: (self._order[c.held.a.id], self._order[c.held.b.id]))
        merged: dict[tuple[str, ...], Contradiction] = {}
        for number, checked in enumerate(ranked):
            made = self._contradiction(checked)
            twin = next((k for k, other in merged.items() if _same_dispute(made, other)), None)
            key = twin or _claim(made) or (str(number),)
            merged[key] = _told_again(merged[key], made) if key in merged else made
        known = set(self._pairs)
        extra = [c for c in kept if frozenset((place(c.a.evidence[0]), place(c.b.evidence[0]))) not in known]
        found = [*merged.values(), *extra]
        if len(found) > MOST_CONTRADICTIONS:
            found.sort(key=lambda c: c.status != "open")
            over = len(found) - MOST_CONTRADICTIONS
            self._turned_down.add(f"{over} further pairs", f"more than {MOST_CONTRADICTIONS} contradictions")
        return tuple(c.model_copy(update={"id": f"c{n}"}) for n, c in enumerate(found[:MOST_CONTRADICTIONS], start=1))

    def _contradiction(self, checked: _Checked) -> Contradiction:
        held, pair = checked.held, checked.pair
        a, b = held.a, held.b
        denies = held.kind == "direct_denial"
        fixed = APPARENT if checked.status == "apparent" else differs(held.kind, held.value_a, held.value_b)
        shared = frozenset(content_stems(a.words)) & frozenset(content_stems(b.words))
        words = plain_topic(a.words, shared) or plain_topic(b.words, frozenset(content_stems(b.words)), 2)
        return Contradiction(
            id="c0",
            kind=held.kind,
            status=checked.status,
            resolved_by=checked.resolved_by,
            topic=_in_case(
                self._own_words("topic", pair.topic.strip().rstrip("."), words, LONGEST_TOPIC, checked),
                f"{a.sentence.text} {b.sentence.text} {a.words} {b.words}",
            ),
            a=_side(a, best_first(held.evidence_a, pair.differs, b), held.value_a, checked.also[0]),
            b=_side(
                b,
                best_first(held.evidence_b, pair.differs, a, denies=denies),
                held.value_b,
                checked.also[1],
            ),
            differs=self._own_words("differs", sentence(pair.differs), fixed, LONGEST_SENTENCE, checked),
            note=self._note(held) if held.kind == "direct_denial" else None,
            would_settle=self._own_words(
                "would settle", sentence(pair.would_settle), SETTLES[held.kind], LONGEST_SENTENCE, checked
            ),
        )

    def _own_words(self, field: str, text: str, fixed: str, longest: int, checked: _Checked) -> str:
        """The model's words where they hold, else the fixed ones, and the reason among the rejected.

        They are held against the pair; what would settle it, which may be known from elsewhere, against all items.
        """
        ground = ground_of((checked.held.a, checked.held.b)) if field != "would settle" else checked.shown
        fault = faults(text, ground, longest=longest, kin=_KINSHIP.get(field, 0.0))
        if fault is None:
            return text
        self._turned_down.add(f"{_name(checked.pair)}, {field}", fault, words=True)
        return fixed

    def _note(self, held: Held) -> str | None:
        affirming = self._passages.get(place(held.evidence_a[0]))
        denying = self._passages.get(place(held.evidence_b[0]))
        return denied_word(affirming, denying) if affirming and denying else None

    def questions(self, ruled: Sequence[OpenQuestion]) -> tuple[OpenQuestion, ...]:
        """Return the open questions; `ruled` stand where the model asked none."""
        return self._gaps.questions(ruled)

    def updates(self, kept: Sequence[Update]) -> tuple[Update, ...]:
        """Return the updates, and those of the rules that stand in."""
        return self._updates.all(kept)

    def all_rejected(self) -> tuple[Rejected, ...]:
        """Return what did not hold; of very many the first, and how many more."""
        return self._turned_down.all()


def _name(pair: WirePair) -> str:
    return f"pair {shortened(pair.a)} and {shortened(pair.b)}, {pair.kind.replace('_', ' ')}"


def _narrowest(same: Sequence[_Checked]) -> list[_Checked]:
    """Of pairs of the same two sentences the one of the narrowest kind, or those of several kinds of fact."""
    by_kind = {checked.held.kind: checked for checked in reversed(same)}
    kinds = sorted(by_kind, key=NARROWNESS.index)
    facts = [kind for kind in kinds if kind in _OF_FACTS]
    return [by_kind[kind] for kind in (facts if kinds[0] in _OF_FACTS else kinds[:1])]


def best_first(found: tuple[Evidence, ...], differs: str, other: Item, *, denies: bool = False) -> tuple[Evidence, ...]:
    """The stretches of one side, that first which shares most words with the other side and with what differs.

    Of a side that denies those with a negation come first: what it repeats of the other side is no denial.
    """
    stems = [frozenset(content_stems(text)) for text in (other.words, differs)]

    def rank(stretch: Evidence) -> tuple[bool, int]:
        own = frozenset(content_stems(stretch.text))
        return denies and NEGATION.search(stretch.text) is not None, sum(len(own & words) for words in stems)

    return tuple(sorted(found, key=rank, reverse=True))


def _in_case(topic: str, words: str) -> str:
    """A topic with the capitals that its words have wherever they stand inside a sentence of the items."""

    def cased(word: re.Match[str]) -> str:
        found = [m.group() for m in re.finditer(rf"(?<=[\w,;] ){re.escape(word.group())}(?!\w)", words, re.IGNORECASE)]
        return found[0] if found and not any(form[0].islower() for form in found) else word.group()

    return _TOPIC_WORD.sub(cased, topic)


def _side(item: Item, evidence: tuple[Evidence, ...], value: str | None, also: tuple[Evidence, ...]) -> Side:
    places = tuple(dict.fromkeys((*evidence, *also)))[: MOST_ALSO + 1]
    return Side(speaker=item.speaker, actor=item.actor, stance=item.stance, value=value, evidence=places)


def _claim(c: Contradiction) -> tuple[str, ...] | None:
    """What makes two contradictions one: the same two actors against each other on one topic, in the same way."""
    if c.a.actor is None or c.b.actor is None:
        return None
    return (
        c.kind,
        c.status,
        c.resolved_by or "",
        c.topic.lower(),
        c.a.actor,
        c.b.actor,
        c.a.value or "",
        c.b.value or "",
    )


def _same_dispute(one: Contradiction, other: Contradiction) -> bool:
    """Whether two contradictions set the same two actors against each other in one way, with a sentence in common."""
    if None in (one.a.actor, one.b.actor) or (one.kind, one.status) != (other.kind, other.status):
        return False
    if (one.a.actor, one.b.actor) != (other.a.actor, other.b.actor) or one.kind in _OF_FACTS:
        return False
    sides = ((one.a, other.a), (one.b, other.b))
    return any({place(e) for e in x.evidence} & {place(e) for e in y.evidence} for x, y in sides)


def _told_again(first: Contradiction, other: Contradiction) -> Contradiction:
    sides = {
        name: mine.model_copy(
            update={"evidence": tuple(dict.fromkeys((*mine.evidence, *theirs.evidence)))[: MOST_ALSO + 1]}
        )
        for name, mine, theirs in (("a", first.a, other.a), ("b", first.b, other.b))
    }
    return first.model_copy(update=sides)
