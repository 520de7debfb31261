"""Compares the articles of a set by a language model that is shown verified items and may point to nothing else.

The model returns pairs of ids. Whether a pair holds is checked here, its evidence is copied from the items, and where
the model's own words say more than that evidence the fixed sentence of the rules stands instead. Actors, timeline and
candidate pairs are the rules'. Where the model can't be used, the rules' comparison stands, and says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from brief.asking import Answer, Asking, Exchange, ask_for, total
from brief.compare import by_rules
from brief.compare.denial import denied_word
from brief.compare.grouping import MOST_GROUPS, Sentence, groups, place
from brief.compare.pair_check import Held, check_pair, shortened
from brief.compare.passages import Passage
from brief.compare.questions import set_questions
from brief.compare.words import content_stems, plain_topic
from brief.items import Item, ground_of, listed, listed_sources, verified_items
from brief.llm.exchange import Model, Usage
from brief.overstating import additions, kinship, unfit
from brief.schema import (
    Article,
    Comparison,
    Contradiction,
    Evidence,
    OpenQuestion,
    Rejected,
    Side,
    Status,
    VerifiedSummary,
)
from brief.wire import CompareReply, WireGap, WirePair

MOST_CONTRADICTIONS = 40
"""Contradictions of a set; the rest is counted, not shown."""

MOST_QUESTIONS = 60
"""Open questions of a set."""

MOST_REJECTED = 60
"""Rejected entries that are listed one by one."""

MOST_ALSO = 3
"""Further evidence of one side, from pairs that say the same."""

LONGEST_TOPIC, LONGEST_SENTENCE = 60, 240
"""Characters of the model's own words."""

_SAME = 0.6
_KINSHIP = {"topic": 0.5, "differs": 0.3}


@dataclass(frozen=True, slots=True)
class ModelComparison:
    """A comparison, and how it came about."""

    comparison: Comparison
    outcome: str
    """`by model`, `by rules: reason`, or `by model; n of m requests by rules: reason`."""
    rejected: tuple[Rejected, ...]
    """What the model returned that did not hold, with the reason."""
    exchanges: tuple[Exchange, ...]
    """The requests that were answered, in order."""

    @property
    def usage(self) -> Usage:
        """Tokens of all exchanges."""
        return total(self.exchanges)


@dataclass(frozen=True, slots=True)
class _Checked:
    """A pair that holds, with what the model says about it."""

    held: Held
    pair: WirePair
    status: Status
    resolved_by: str | None


def compare(
    articles: Sequence[Article],
    summaries: Sequence[VerifiedSummary],
    model: Model,
    asking: Asking,
    *,
    numbers: Mapping[str, int] | None = None,
    executor: Executor | None = None,
    same: Sequence[Sequence[str]] = (),
    different: Sequence[Sequence[str]] = (),
) -> ModelComparison:
    """Return what the articles say together, by a model where it holds.

    `numbers` gives the articles' source numbers (by default their places), `executor` asks several groups at once,
    `same` and `different` are names that the analyst has said are one actor, or are not.
    Raises MissingRecording on replay; every other failure of the model leads to the rules' comparison, marked so.
    """
    ground = by_rules.ground_of(articles, summaries, same, different)
    rules, passages = by_rules.compare_on(ground, articles, summaries), ground.passages
    items = verified_items(articles, summaries, rules.actors, numbers)
    grouped = groups(items, ground.pairs)
    if not grouped:
        return ModelComparison(rules, "by rules: there is nothing to compare", (), ())
    ask = _Ask(model, asking, len(grouped))
    jobs = list(enumerate(grouped, start=1))
    answers = list(executor.map(ask, jobs)) if executor else [ask(job) for job in jobs]
    exchanges = tuple(exchange for answer in answers for exchange in answer.exchanges)
    problems = [answer.problem for answer in answers if answer.problem is not None]
    if len(problems) == len(answers):
        return ModelComparison(rules, f"by rules: {problems[0]}", (), exchanges)
    merging = _Merging(articles, passages)
    for group, answer in zip(grouped, answers, strict=True):
        merging.take(group, answer)
    asked = [group for group, answer in zip(grouped, answers, strict=True) if answer.value is not None]
    limited = len(grouped) == MOST_GROUPS
    kept = _unasked(rules, asked) if problems or limited else ()
    contradictions = merging.contradictions(kept)
    comparison = Comparison(
        comparer=asking.model,
        actors=rules.actors,
        contradictions=contradictions,
        questions=merging.questions(set_questions(articles, summaries, contradictions, passages)),
        timeline=rules.timeline,
        pairs=rules.pairs,
        utterances=rules.utterances,
        chains=rules.chains,
    )
    outcome = "by model"
    if problems:
        outcome = f"by model; {len(problems)} of {len(answers)} requests by rules: {problems[0]}"
    elif limited:
        outcome = f"by model; what goes beyond {MOST_GROUPS} requests by rules"
    return ModelComparison(comparison, outcome, merging.all_rejected(), exchanges)


class _Ask:
    """Asks about one group of items."""

    def __init__(self, model: Model, asking: Asking, count: int) -> None:
        self._model = model
        self._asking = asking
        self._count = count

    def __call__(self, job: tuple[int, Sequence[Item]]) -> Answer[CompareReply]:
        number, group = job
        return ask_for(
            CompareReply,
            self._model,
            self._asking,
            about=f"group {number} of {self._count}" if self._count > 1 else "the set",
            values={"sources": listed_sources(group), "items": listed(group)},
        )


def _unasked(rules: Comparison, asked: Sequence[Sequence[Item]]) -> tuple[Contradiction, ...]:
    """Return the rules' contradictions whose two sides no answered request held together."""
    seen = [{place(item.sentence) for item in group} for group in asked]
    return tuple(
        c
        for c in rules.contradictions
        if not any({place(c.a.evidence[0]), place(c.b.evidence[0])} <= places for places in seen)
    )


class _Merging:
    """Collects the replies of all groups: each pair once, each question once, each rejection with its reason."""

    def __init__(self, articles: Sequence[Article], passages: Sequence[Passage]) -> None:
        self._published = {article.id: article.published for article in articles}
        self._passages = {place(p.evidence()): p for p in passages}
        self._pairs: dict[frozenset[Sentence], _Checked] = {}
        self._asked: list[OpenQuestion] = []
        self._rejected: list[Rejected] = []
        self._order: dict[str, int] = {}

    def take(self, group: Sequence[Item], answer: Answer[CompareReply]) -> None:
        """Check one reply against the items that its request showed."""
        if answer.value is None:
            return
        items = {item.id: item for item in group}
        for item in group:
            self._order.setdefault(item.id, len(self._order))
        for where, why in answer.faults:
            self._reject(f"reply, {where}", why)
        for pair in answer.value.pairs:
            held = check_pair(pair, items)
            if isinstance(held, str):
                self._reject(_name(pair), held)
            else:
                self._add(held, pair, items)
        for gap in answer.value.questions:
            self._ask(gap, items)

    def _reject(self, what: str, why: str, *, words: bool = False) -> None:
        self._rejected.append(Rejected(item=what, verdict="overstated" if words else "not_found", reason=why))

    def _add(self, held: Held, pair: WirePair, items: Mapping[str, Item]) -> None:
        status, resolved_by = self._status(held, pair, items)
        new = _Checked(held, pair, status, resolved_by)
        key = frozenset((place(held.evidence_a[0]), place(held.evidence_b[0])))
        old = self._pairs.get(key)
        if old is None or _narrower(new, old):
            self._pairs[key] = new

    def _status(self, held: Held, pair: WirePair, items: Mapping[str, Item]) -> tuple[Status, str | None]:
        """The status; `resolved_by` only with an item of a text that is not known to be earlier than either side."""
        if pair.status != "resolved_by":
            return pair.status, None
        settling = items.get(pair.resolved_by or "")
        if settling is None:
            self._reject(f"{_name(pair)}, status", "nothing given settles it: it is shown as open")
            return "open", None
        sides = [self._published.get(item.article) for item in (held.a, held.b)]
        day = self._published.get(settling.article)
        if day is not None and any(other is not None and day < other for other in sides):
            self._reject(f"{_name(pair)}, status", f"{settling.id} is earlier than a side: it is shown as open")
            return "open", None
        return "resolved_by", settling.article

    def contradictions(self, kept: Sequence[Contradiction]) -> tuple[Contradiction, ...]:
        """Return the contradictions in the order of their sides, and those of the rules that stand in, ids anew."""
        ranked = sorted(self._pairs.values(), key=lambda c: (self._order[c.held.a.id], self._order[c.held.b.id]))
        merged: dict[tuple[str, ...], Contradiction] = {}
        for number, checked in enumerate(ranked):
            made = self._contradiction(checked)
            key = _claim(made) or (str(number),)
            merged[key] = _told_again(merged[key], made) if key in merged else made
        known = set(self._pairs)
        extra = [c for c in kept if frozenset((place(c.a.evidence[0]), place(c.b.evidence[0]))) not in known]
        found = [*merged.values(), *extra]
        if len(found) > MOST_CONTRADICTIONS:
            found.sort(key=lambda c: c.status != "open")
            over = len(found) - MOST_CONTRADICTIONS
            self._reject(f"{over} further pairs", f"more than {MOST_CONTRADICTIONS} contradictions")
        return tuple(c.model_copy(update={"id": f"c{n}"}) for n, c in enumerate(found[:MOST_CONTRADICTIONS], start=1))

    def _contradiction(self, checked: _Checked) -> Contradiction:
        held, pair = checked.held, checked.pair
        a, b = held.a, held.b
        fixed = by_rules._DIFFERS[pair.kind].format(a=held.value_a or "one thing", b=held.value_b or "another")
        shared = frozenset(content_stems(a.words)) & frozenset(content_stems(b.words))
        words = plain_topic(a.words, shared) or plain_topic(b.words, frozenset(content_stems(b.words)), 2)
        return Contradiction(
            id="c0",
            kind=pair.kind,
            status=checked.status,
            resolved_by=checked.resolved_by,
            topic=self._own_words("topic", pair.topic.strip().rstrip("."), words, LONGEST_TOPIC, checked),
            a=_side(a, held.evidence_a, held.value_a),
            b=_side(b, held.evidence_b, held.value_b),
            differs=self._own_words("differs", _sentence(pair.differs), fixed, LONGEST_SENTENCE, checked),
            note=self._note(held) if pair.kind == "direct_denial" else None,
            would_settle=self._own_words(
                "would settle", _sentence(pair.would_settle), by_rules._SETTLES[pair.kind], LONGEST_SENTENCE, checked
            ),
        )

    def _own_words(self, field: str, text: str, fixed: str, longest: int, checked: _Checked) -> str:
        """The model's words where they hold, else the fixed ones, and the reason among the rejected."""
        faults = unfit(text, longest)
        ground = ground_of((checked.held.a, checked.held.b))
        reasons = (faults,) if faults else additions(text, ground)
        if not reasons and kinship(text, ground) < _KINSHIP.get(field, 0.0):
            reasons = ("its words are not those of the items",)
        if not reasons:
            return text
        self._reject(f"{_name(checked.pair)}, {field}", "; ".join(reasons), words=True)
        return fixed

    def _note(self, held: Held) -> str | None:
        affirming = self._passages.get(place(held.evidence_a[0]))
        denying = self._passages.get(place(held.evidence_b[0]))
        return denied_word(affirming, denying) if affirming and denying else None

    def _ask(self, gap: WireGap, items: Mapping[str, Item]) -> None:
        known = [items[name] for name in dict.fromkeys(gap.ids) if name in items]
        what = f"question on {', '.join(shortened(name) for name in gap.ids[:4]) or 'no item'}"
        text = gap.question.strip()
        reason = unfit(text, LONGEST_SENTENCE)
        if not known or len(known) < len(set(gap.ids)):
            self._reject(what, "it rests on items that there are not" if gap.ids else "it rests on no item")
            return
        if reason is None and not text.endswith("?"):
            reason = "it does not end with a question mark"
        reasons = (reason,) if reason else additions(text, ground_of(known))
        if not reasons and kinship(text, ground_of(known)) < _KINSHIP["differs"]:
            reasons = ("its words are not those of the items",)
        if reasons:
            self._reject(what, "; ".join(reasons), words=True)
            return
        answer = items.get(gap.answered_by or "")
        answered = None
        if answer is not None and answer.article not in {item.article for item in known}:
            answered = answer.evidence[0]
        self._asked.append(
            OpenQuestion(
                id="q0",
                kind="unclear",
                question=text,
                why="The texts do not say.",
                who=None,
                evidence=tuple(dict.fromkeys(item.evidence[0] for item in known[: MOST_ALSO + 1])),
                answered_by=answered,
            )
        )

    def questions(self, own: Sequence[OpenQuestion]) -> tuple[OpenQuestion, ...]:
        """Return the texts' own questions and the model's, those that ask the same once, ids anew."""
        found = list(own)
        for question in self._asked:
            twin = next((n for n, other in enumerate(found) if _asks_the_same(question, other)), None)
            if twin is None:
                found.append(question)
            elif found[twin].answered_by is None and question.answered_by is not None:
                found[twin] = found[twin].model_copy(update={"answered_by": question.answered_by})
        if len(found) > MOST_QUESTIONS:
            self._reject(f"{len(found) - MOST_QUESTIONS} further questions", f"more than {MOST_QUESTIONS} questions")
        return tuple(q.model_copy(update={"id": f"q{n}"}) for n, q in enumerate(found[:MOST_QUESTIONS], start=1))

    def all_rejected(self) -> tuple[Rejected, ...]:
        """Return what did not hold; of very many the first, and how many more."""
        more = len(self._rejected) - MOST_REJECTED
        if more <= 0:
            return tuple(self._rejected)
        rest = Rejected(item=f"{more} further entries", verdict="not_found", reason="not listed one by one")
        return (*self._rejected[:MOST_REJECTED], rest)


def _name(pair: WirePair) -> str:
    return f"pair {shortened(pair.a)} and {shortened(pair.b)}, {pair.kind.replace('_', ' ')}"


def _narrower(new: _Checked, old: _Checked) -> bool:
    return by_rules._NARROWNESS.index(new.pair.kind) < by_rules._NARROWNESS.index(old.pair.kind)


def _side(item: Item, evidence: tuple[Evidence, ...], value: str | None) -> Side:
    return Side(
        speaker=item.speaker, actor=item.actor, stance=item.stance, value=value, evidence=evidence[: MOST_ALSO + 1]
    )


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?" else f"{text}."


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


def _told_again(first: Contradiction, other: Contradiction) -> Contradiction:
    sides = {
        name: mine.model_copy(
            update={"evidence": tuple(dict.fromkeys((*mine.evidence, *theirs.evidence)))[: MOST_ALSO + 1]}
        )
        for name, mine, theirs in (("a", first.a, other.a), ("b", first.b, other.b))
    }
    return first.model_copy(update=sides)


def _asks_the_same(question: OpenQuestion, other: OpenQuestion) -> bool:
    places = {place(e) for e in question.evidence}
    if places <= {place(e) for e in other.evidence} and other.kind != "unresolved":
        return True
    words, known = frozenset(content_stems(question.question)), frozenset(content_stems(other.question))
    shorter = min(len(words), len(known))
    return shorter >= 2 and len(words & known) / shorter >= _SAME
