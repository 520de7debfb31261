"""Recall, precision and F1 of the open questions that the rules ask about labelled affairs.

    python -m benchmarks.questions AFFAIRS [--half even|odd] [--show]

AFFAIRS holds one folder per affair, in folders of any depth: a1.txt ... and gold.json. A question counts when its
evidence overlaps the evidence of an open question of the gold, each of them once; an answer, when both have none or
their words overlap.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.contradictions import read_article
from benchmarks.fit_questions import affairs_in, number_of
from brief.compare.by_rules import compare
from brief.schema import Article, Evidence, OpenQuestion
from brief.summarise.by_rules import summarise
from brief.verify import verify


def overlaps(evidence: Evidence, gold: Mapping[str, str], texts: Mapping[str, str]) -> bool:
    """Tell whether a piece of evidence shares a stretch with the words of the gold."""
    at = texts[gold["article"]].find(gold["text"])
    inside = evidence.start < at + len(gold["text"]) and at < evidence.end
    return evidence.field == "text" and evidence.article == gold["article"] and inside


def pairs(raised: Sequence[frozenset[int]]) -> dict[int, int]:
    """Pair questions with gold questions one to one, as many as can be: {gold: question}."""
    taken: dict[int, int] = {}

    def place(n: int, seen: set[int]) -> bool:
        for gold in sorted(raised[n] - seen):
            seen.add(gold)
            if gold not in taken or place(taken[gold], seen):
                taken[gold] = n
                return True
        return False

    for n in range(len(raised)):
        place(n, set())
    return taken


def score(
    articles: Sequence[Article], asked: Sequence[OpenQuestion], gold: Sequence[Mapping[str, Any]]
) -> Counter[str]:
    """Count the questions found, asked and in the gold, and the right answers of those found."""
    texts = {article.id: article.text for article in articles}
    raised = [
        frozenset(
            n
            for n, question in enumerate(gold)
            if any(overlaps(e, words, texts) for e in q.evidence for words in question["evidence"])
        )
        for q in asked
    ]
    taken = pairs(raised)
    right = answered = 0
    for n, m in taken.items():
        wanted, given = gold[n]["answered_by"], asked[m].answered_by
        answered += given is not None
        right += given is None if wanted is None else given is not None and overlaps(given, wanted, texts)
    return Counter(found=len(taken), asked=len(asked), gold=len(gold), right=right, answered=answered)


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("affairs", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), help="only affairs whose number is even, or odd")
    parser.add_argument("--show", action="store_true", help="print the questions asked")
    args = parser.parse_args()
    total: Counter[str] = Counter()
    digest = hashlib.sha256()
    for folder in affairs_in(args.affairs):
        if args.half and number_of(folder) % 2 != (args.half == "odd"):
            continue
        articles = [read_article(path) for path in sorted(folder.glob("a*.txt"))]
        asked = compare(articles, [verify(a, summarise(a)) for a in articles]).questions
        record = (folder / "gold.json").read_bytes()
        digest.update(record)
        total += score(articles, asked, json.loads(record)["open_questions"])
        if args.show:
            print(folder.name)
            for q in asked:
                print(f"  {q.kind}: {q.question} [{q.why}; {q.who or 'nobody named'}] {q.evidence[0].text!r}")
    found, asked_in_all, gold = total["found"], total["asked"], total["gold"]
    print(f"questions {asked_in_all}, gold {gold}, data {digest.hexdigest()[:16]}")
    print(
        f"recall {found / max(gold, 1):.3f}, precision {found / max(asked_in_all, 1):.3f}, "
        f"F1 {2 * found / max(asked_in_all + gold, 1):.3f}; answers right {total['right'] / max(found, 1):.3f}"
    )


if __name__ == "__main__":
    main()
