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
from brief.compare.grouping import MOST_GROUPS, groups, place
from brief.compare.merging import Merging
from brief.compare.questions import set_questions
from brief.items import Item, listed, listed_sources, verified_items
from brief.llm.exchange import Model, Usage
from brief.schema import Article, Comparison, Contradiction, Rejected, VerifiedSummary
from brief.wire import CompareReply


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
    items = verified_items(articles, summaries, rules.actors, numbers, sentences=True)
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
    merging = Merging(articles, passages)
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
        questions=merging.questions(set_questions(articles, summaries, kept, passages)),
        timeline=rules.timeline,
        pairs=rules.pairs,
        utterances=rules.utterances,
        chains=rules.chains,
        updates=merging.updates(rules.updates if problems or limited else ()),
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
