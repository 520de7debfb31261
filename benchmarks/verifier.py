"""How far the verifier can be trusted: 2,000 corrupted and 500 true items, `python -m benchmarks.verifier`.

    python -m benchmarks.verifier [--gold DIR [--texts DIR]] [--seed 1] [--show even]

Without --gold the repo's own labelled articles in seeds/ are used, as they are cleaned. A gold folder holds one
<id>.json for each <id>.txt of the texts (default: the folder `text` beside it), {"attributions": [{"type": "direct",
"source_kind": "named", "source": {"spans": [[start, end], ...], "text": ...}, "cue": ..., "content": ...}, ...]}; its
direct attributions are the true items. Actors are those that the rules find in the article. The actor of a gold source
is the one that is named there; of a common noun the one the rules find there, or itself; a pronoun is kept only where
the last named gold source before it and the rules agree on whom it means, and counted where not. Paraphrases are those
of outputs/example-model.json. Rates are printed with 95 % Wilson intervals, for even- and odd-numbered articles too.
The baseline accepts everything whose words stand in the article.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.corruptions import CORRUPTIONS, PARAPHRASES, Item
from benchmarks.gold_items import from_folder, from_seeds, paraphrased
from brief.schema import VerifiedStatement, Words
from brief.spans import locate
from brief.verify import verify

TRUE = 500
ALL = 2000
HEAD = (
    "| items | number | supported | 95 % | speaker not established | misattributed | not found | overstated "
    "| baseline accepts |\n|---|---|---|---|---|---|---|---|---|"
)

Verdicts = Counter[str]


@dataclass
class Row:
    """The outcomes of one kind of item, by half (0: even-numbered articles)."""

    name: str
    verdicts: dict[int, Verdicts] = field(default_factory=lambda: {0: Counter(), 1: Counter()})
    baseline: int = 0

    @property
    def both(self) -> Verdicts:
        """The outcomes of both halves."""
        return self.verdicts[0] + self.verdicts[1]


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a rate."""
    if not of:
        return 0.0, 1.0
    z, rate = 1.96, hits / of
    middle = (rate + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(rate * (1 - rate) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def outcome(item: Item) -> VerifiedStatement:
    """Return the verdict on an item. A paraphrase that was taken off makes the verdict `overstated`."""
    extra = () if any(a.id == item.actor.id for a in item.ruled.actors) else (item.actor,)
    summariser = "rules" if item.by_rules else "model"
    given = item.statement
    if not item.by_rules and len(given.content.spans) == 1:
        given = given.model_copy(update={"content": Words(spans=(), text=given.content.text)})
    nothing: dict[str, Any] = {"events": (), "figures": (), "questions": ()}
    summary = item.ruled.model_copy(
        update={
            **nothing,
            "summariser": summariser,
            "statements": (given,),
            "actors": (*item.ruled.actors, *extra),
        }
    )
    made = verify(item.article, summary, None if item.by_rules else item.ruled)
    (statement,) = (*made.attributions, *made.not_supported)
    if item.statement.paraphrase and not statement.paraphrase and statement.verdict == "supported":
        lost = tuple(r.reason for r in made.rejected if r.item == f"paraphrase of {statement.id}")
        return statement.model_copy(update={"verdict": "overstated", "reasons": lost})
    return statement


def attack(items: Sequence[Item], pick: Random, show: bool) -> list[Row]:
    """Return the outcomes of up to 2,000 corrupted items, one row for each corruption."""
    rows = []
    for name, (corrupt, most) in CORRUPTIONS.items():
        row = Row(name)
        for item in _drawn(items, most, pick):
            made = corrupt(item, items, pick)
            if made is not None and sum(row.both.values()) < most:
                made = replace(made, by_rules=made.by_rules and name == "another speaker of the article")
                judged = count(row, made)
                if show and judged.verdict == "supported" and not made.number % 2:
                    print(name, shown(made, judged))
        rows.append(row)
    return rows


def attack_paraphrases(items: Sequence[Item], pick: Random, most: int, show: bool) -> list[Row]:
    """Return the outcomes of corrupted paraphrases."""
    rows = []
    left = most
    for name, corrupt in PARAPHRASES.items():
        row = Row(f"paraphrase: {name}")
        for item in items:
            text = corrupt(item.statement.paraphrase or "", pick)
            if text is not None and left > 0:
                statement = item.statement.model_copy(update={"paraphrase": text})
                made = replace(item, statement=statement)
                judged = count(row, made)
                if show and judged.verdict == "supported":
                    print(name, shown(made, judged), "|", item.statement.paraphrase)
                left -= 1
        rows.append(row)
    return rows


def _drawn(items: Sequence[Item], most: int, pick: Random) -> list[Item]:
    """Return the items in random order, each as often as it takes to reach a number of items that can be corrupted."""
    drawn: list[Item] = []
    for _ in range(12 if items else 0):
        drawn += pick.sample(list(items), len(items))
        if len(drawn) > 12 * most:
            break
    return drawn


def count(row: Row, item: Item) -> VerifiedStatement:
    """Add the outcome of one item to a row."""
    made = outcome(item)
    row.verdicts[item.number % 2][made.verdict] += 1
    words = item.statement.content
    row.baseline += all(locate(piece, item.article.text) is not None for piece in (words.text,)) or bool(words.spans)
    return made


def line(name: str, verdicts: Verdicts, baseline: int | None = None) -> str:
    """Return one row of the table."""
    of = sum(verdicts.values())
    low, high = wilson(verdicts["supported"], of)
    numbers = [str(verdicts[v]) for v in ("speaker_not_established", "misattributed", "not_found", "overstated")]
    naive = "" if baseline is None else str(baseline)
    cells = [name, str(of), str(verdicts["supported"]), f"{100 * low:.1f}-{100 * high:.1f} %", *numbers, naive]
    return f"| {' | '.join(cells)} |"


def shown(item: Item, made: VerifiedStatement) -> str:
    """Return a wrongly judged item in one line."""
    told, source = item.statement.paraphrase or item.statement.content.text, item.statement.source
    speaker = f"{item.actor.name} ({source.text if source else None})"
    return f"{item.article.id}: {made.verdict} {made.reasons} | {speaker} | {told[:200]!r}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, help="folder of labelled articles; without it seeds/")
    parser.add_argument("--texts", type=Path, help="folder of their texts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print the wrong verdicts of the even-numbered articles")
    options = parser.parse_args()
    gold = (
        from_seeds()
        if options.gold is None
        else from_folder(options.gold, options.texts or options.gold.parent / "text")
    )
    pick = Random(options.seed)  # noqa: S311
    items = [replace(item, by_rules=bool(n % 2)) for n, item in enumerate(gold.items)]
    paraphrases = paraphrased()
    true = Row("true: labelled attributions")
    kept = Row("true: paraphrases")
    for row, some in ((true, pick.sample(items, min(TRUE, len(items)))), (kept, paraphrases)):
        for item in some:
            made = count(row, item)
            if options.show and made.verdict != "supported" and not item.number % 2:
                print(shown(item, made))
    rows = attack(items, pick, options.show)
    rows += attack_paraphrases(paraphrases, pick, ALL - sum(sum(r.both.values()) for r in rows), options.show)
    print(
        f"Labelled set sha256 {gold.sha256[:12]}, seed {options.seed}; sources: {dict(sorted(gold.resolved.items()))}\n"
    )
    print(HEAD)
    for row in (true, kept, *rows):
        print(line(row.name, row.both, row.baseline))
    corrupted = sum((r.both for r in rows), Counter[str]())
    print(line("all corrupted", corrupted, sum(r.baseline for r in rows)))
    print("\nBy half of the articles (even numbers were read for errors, odd ones only scored):\n")
    for half, name in ((0, "even"), (1, "odd")):
        print(line(f"true, {name}", true.verdicts[half]))
        print(line(f"corrupted, {name}", sum((r.verdicts[half] for r in rows), Counter[str]())))


if __name__ == "__main__":
    main()
