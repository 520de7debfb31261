"""Write who-said-what predictions of a language model for some plain texts, checked, and say what the check refused.

    python -m benchmarks.attribution_by_model TEXTS -o PREDICTIONS --recordings DIR --base-url URL --model NAME
    python -m benchmarks.attribution_by_model TEXTS -o PREDICTIONS --recordings DIR --model NAME --replay

`--every N` takes each Nth text in the order of names, `--most N` at most so many. Predictions have the form that
benchmarks/attribution.py writes, made from the statements that held; PREDICTIONS/refused.txt lists those that did not,
with the reason, for a person to judge. Recordings of texts that are not the project's own stay out of the repository.
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.attribution import as_article, predictions
from brief.llm.connect import connect, model_settings
from brief.llm.exchange import Model
from brief.llm.recording import Recorded, Store
from brief.prompting import load_prompt
from brief.schema import Article, Summary, VerifiedSummary
from brief.summarise import by_model
from brief.verify import verify


def recorded_model(arguments: argparse.Namespace) -> Model:
    """Return the model that the arguments name, its replies recorded; on replay the recordings alone."""
    store = Store(arguments.recordings)
    if arguments.replay:
        return Recorded(store, None)
    settings = model_settings(arguments.model, arguments.base_url, timeout=3000)
    if settings is None:
        raise SystemExit("name a model with --model")
    return Recorded(store, connect(settings), "queue" if settings.model == "queue" else "live")


def _kept(checked: VerifiedSummary) -> Summary:
    return Summary(
        article=checked.article,
        summariser=checked.summariser,
        statements=checked.attributions,
        actors=checked.actors,
        events=(),
        figures=(),
        questions=(),
    )


def main() -> None:
    """Ask, check, write the predictions and print the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--recordings", type=Path, required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--base-url")
    parser.add_argument("--replay", action="store_true")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--most", type=int, default=12)
    arguments = parser.parse_args()
    model = recorded_model(arguments)
    settings = by_model.SummariseSettings(arguments.model, load_prompt("summarise"), load_prompt("again"))
    paths = sorted(arguments.texts.glob("*.txt"))[:: arguments.every][: arguments.most]
    articles = [as_article(path.stem, path.read_bytes().decode("utf-8")) for path in paths]
    arguments.output.mkdir(parents=True, exist_ok=True)

    def one(article: Article) -> by_model.ModelSummary:
        return by_model.summarise(article, model, settings)

    with ThreadPoolExecutor(len(articles)) as executor:
        told = list(executor.map(one, articles))
    refused: list[str] = []
    kept = quoted = verbatim = 0
    for article, made in zip(articles, told, strict=True):
        checked = verify(article, made.summary, made.by_rules)
        kept += len(checked.attributions)
        for statement in checked.attributions:
            quoted += len(statement.content.spans)
            verbatim += sum(article.text[s.start : s.end] in statement.content.text for s in statement.content.spans)
        refused += [
            f"{article.id} {s.id} {s.verdict}: {'; '.join(s.reasons)} | {s.source.text if s.source else '-'} | "
            f"{s.content.text}"
            for s in checked.not_supported
        ]
        refused += [f"{article.id} {r.item} {r.verdict}: {r.reason}" for r in checked.rejected]
        target = arguments.output / f"{article.id}.json"
        target.write_text(json.dumps(predictions(_kept(checked)), ensure_ascii=False), encoding="utf-8")
        print(f"{article.id}: {made.outcome}, {len(checked.attributions)} kept, {len(checked.not_supported)} refused")
    (arguments.output / "refused.txt").write_text("\n".join(refused) + "\n", encoding="utf-8")
    print(f"{kept} statements kept, {len(refused)} items refused, {verbatim} of {quoted} stretches verbatim")


if __name__ == "__main__":
    main()
