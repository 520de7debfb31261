"""The line with a language model in it: summarise, verify, compare, conclude. Whatever fails, the rules stand in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from brief.asking import Asking, Exchange, total
from brief.compare import by_model as comparing
from brief.conclude import conclude
from brief.items import verified_items
from brief.llm.exchange import Model
from brief.prompting import Prompt, load_prompt
from brief.schema import Article, Comparison, Rejected, VerifiedSummary
from brief.schema.conclusion import Conclusion
from brief.schema.run import ModelRecord, StageRecord
from brief.summarise import by_model
from brief.verify import verify

PROMPTS = ("summarise", "compare", "conclude", "again")


@dataclass(frozen=True)
class ModelRun:
    """A model to work with."""

    model: Model
    name: str
    temperature: float | None = 0.0
    prompts: Path | None = None
    """The user's own prompts, for those that are there."""
    price: tuple[float, float] | None = None
    """Price of a million tokens in and out, if the user supplies one."""


@dataclass(frozen=True)
class Told:
    """What came of the model's work: checked, with the record of it."""

    summaries: tuple[VerifiedSummary, ...]
    comparison: Comparison
    not_compared: tuple[Rejected, ...]
    conclusion: Conclusion
    record: ModelRecord


def with_model(
    articles: Sequence[Article],
    run: ModelRun,
    question: str | None,
    numbers: Mapping[str, int],
    executor: Executor,
    progress: Callable[[str, int, int], None],
    same: Sequence[Sequence[str]] = (),
    different: Sequence[Sequence[str]] = (),
) -> Told:
    """Return what a model says about the articles, each item checked; raises MissingRecording on replay.

    `numbers` holds the source number of each article. Where the model can't be used for an article, for the comparison
    or for the conclusion, the rules stand in and the record says so.
    """
    prompts = {name: load_prompt(name, run.prompts) for name in PROMPTS}
    settings = by_model.SummariseSettings(run.name, prompts["summarise"], prompts["again"], run.temperature)

    def one(article: Article) -> by_model.ModelSummary:
        return by_model.summarise(article, run.model, settings)

    progress("summarise", 0, len(articles))
    told: list[by_model.ModelSummary] = []
    verified: list[VerifiedSummary] = []
    for article, summary in zip(articles, executor.map(one, articles), strict=True):
        told.append(summary)
        verified.append(verify(article, summary.summary, summary.by_rules))
        progress("summarise", len(told), len(articles))
    progress("compare", 0, 1)
    compared = comparing.compare(
        articles,
        verified,
        run.model,
        _asking(run, prompts, "compare", question),
        numbers=numbers,
        executor=executor,
        same=same,
        different=different,
    )
    progress("conclude", 0, 1)
    items = verified_items(articles, verified, compared.comparison.actors, numbers)
    concluded = conclude(items, compared.comparison, run.model, _asking(run, prompts, "conclude", question))
    exchanges = {
        "summarise": [e for t in told for e in t.exchanges],
        "compare": list(compared.exchanges),
        "conclude": list(concluded.exchanges),
    }
    outcomes = [
        *((f"S{numbers[a.id]}", t.outcome) for a, t in zip(articles, told, strict=True)),
        ("comparison", compared.outcome),
        ("conclusion", concluded.conclusion.outcome),
    ]
    record = ModelRecord(
        model=run.name,
        temperature=run.temperature,
        prompts=tuple(f"{name} {prompt.fingerprint}" for name, prompt in prompts.items()),
        stages=tuple(_stage(name, some) for name, some in exchanges.items()),
        outcomes=tuple(f"{what}: {outcome}" for what, outcome in outcomes if outcome != "by model"),
        complaints=tuple(
            f"S{numbers[a.id]}: {complaint}" for a, t in zip(articles, told, strict=True) for complaint in t.complaints
        ),
        by_rules=sum(t.outcome != "by model" for t in told),
        unreached=not any(exchanges.values()),
        cost=_cost(run, [e for some in exchanges.values() for e in some]),
    )
    return Told(tuple(verified), compared.comparison, compared.rejected, concluded.conclusion, record)


def _asking(run: ModelRun, prompts: Mapping[str, Prompt], name: str, question: str | None) -> Asking:
    return Asking(run.name, prompts[name], prompts["again"], run.temperature, question)


def _stage(name: str, exchanges: Sequence[Exchange]) -> StageRecord:
    usage = total(exchanges)
    return StageRecord(
        stage=name,
        requests=len(exchanges),
        prompt=usage.prompt,
        cached=usage.cached,
        completion=usage.completion,
    )


def _cost(run: ModelRun, exchanges: Sequence[Exchange]) -> str | None:
    if run.price is None:
        return None
    usage = total(exchanges)
    cost = (usage.prompt * run.price[0] + usage.completion * run.price[1]) / 1e6
    return f"{cost:.4f}, at the supplied price of {run.price[0]:g} in and {run.price[1]:g} out for a million tokens"
