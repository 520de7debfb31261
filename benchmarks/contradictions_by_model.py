"""Compares a bench of labelled affairs by a language model and writes one prediction per affair for its score.py.

    python -m benchmarks.contradictions_by_model BENCH -o OUT --recordings DIR --base-url URL --model NAME
    python -m benchmarks.contradictions_by_model BENCH -o OUT --recordings DIR --model NAME --replay

Each article is summarised by the model and checked, then each affair is compared by the model; all of it at once.
`--only 01-10` takes these affairs alone; with `--rules-summaries` the rules summarise. OUT gets `<affair>.json`, and
refused.txt with what the checks turned down, for a person to judge. Recordings of texts that are not the project's own
stay out of the repository.
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

from benchmarks.attribution_by_model import recorded_model
from benchmarks.contradictions import prediction, read_article
from brief.asking import Asking
from brief.compare.by_model import ModelComparison, compare
from brief.llm.exchange import Model
from brief.prompting import load_prompt
from brief.schema import Article, VerifiedSummary
from brief.summarise import by_model, by_rules
from brief.verify import verify


class _Affairs:
    """Summarises and compares affairs; the articles of all of them at once."""

    def __init__(self, model: Model, name: str, articles: Executor, groups: Executor, *, ruled: bool) -> None:
        self._model = model
        again = load_prompt("again")
        self._settings = by_model.SummariseSettings(name, load_prompt("summarise"), again)
        self._asking = Asking(name, load_prompt("compare"), again)
        self._articles = articles
        self._groups = groups
        self._ruled = ruled

    def compared(self, articles: list[Article]) -> tuple[ModelComparison, list[str]]:
        """The comparison of one affair, and what was turned down on the way."""
        made = list(self._articles.map(self._summary, articles))
        told = compare(articles, [summary for summary, _ in made], self._model, self._asking, executor=self._groups)
        refused = [line for _, lines in made for line in lines]
        refused += [f"compare {r.item}: {r.reason}" for r in told.rejected]
        return told, refused

    def _summary(self, article: Article) -> tuple[VerifiedSummary, list[str]]:
        if self._ruled:
            return verify(article, by_rules.summarise(article)), []
        made = by_model.summarise(article, self._model, self._settings)
        checked = verify(article, made.summary, made.by_rules)
        refused = [] if made.outcome == "by model" else [f"{article.id}: {made.outcome}"]
        refused += [f"{article.id} {s.id} {s.verdict}: {'; '.join(s.reasons)}" for s in checked.not_supported]
        refused += [f"{article.id} {r.item} {r.verdict}: {r.reason}" for r in checked.rejected]
        return checked, [*refused, *(f"{article.id}: {complaint}" for complaint in made.complaints)]


def main() -> None:
    """Ask, check, write the predictions and say how each affair came about."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("bench", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--recordings", type=Path, required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--base-url")
    parser.add_argument("--replay", action="store_true")
    parser.add_argument("--rules-summaries", action="store_true")
    parser.add_argument("--only", help="first and last affair number: 01-10", default="00-99")
    arguments = parser.parse_args()
    low, high = arguments.only.split("-")
    folders = [p for p in sorted(arguments.bench.iterdir()) if p.is_dir() and low <= p.name[:2] <= high]
    affairs = [[read_article(p) for p in sorted(folder.glob("a*.txt"))] for folder in folders]
    if not any(affairs):
        raise SystemExit(f"no affair with a1.txt in {arguments.bench}")
    arguments.output.mkdir(parents=True, exist_ok=True)
    with (
        ThreadPoolExecutor(sum(map(len, affairs))) as articles,
        ThreadPoolExecutor(len(affairs)) as groups,
        ThreadPoolExecutor(len(affairs)) as runs,
    ):
        ask = _Affairs(recorded_model(arguments), arguments.model, articles, groups, ruled=arguments.rules_summaries)
        results = list(runs.map(ask.compared, affairs))
    turned_down = []
    for folder, of, (told, refused) in zip(folders, affairs, results, strict=True):
        found = json.dumps(prediction(of, told.comparison), indent=1, ensure_ascii=False)
        (arguments.output / f"{folder.name}.json").write_text(found, encoding="utf-8")
        turned_down += [f"{folder.name} {line}" for line in refused]
        print(
            f"{folder.name}: {told.outcome}, {len(told.comparison.contradictions)} contradictions, "
            f"{len(told.comparison.questions)} questions, {len(refused)} items refused"
        )
    (arguments.output / "refused.txt").write_text("\n".join(turned_down) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
