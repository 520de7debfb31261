"""Quality by rules on the affairs of tests/affairs that nothing was fitted on: `python -m benchmarks.affair_quality`.

A contradiction is right when it is a labelled one, each once; apparent ones are left out on both sides. A question is
right when its evidence overlaps the labelled evidence, an event when its words do. The naive baseline reports two
passages of two articles that share most words, each with its best partner, where one negates or the numbers differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.affairs import Affair, affairs, data_hash
from benchmarks.quality import Score
from benchmarks.questions import score as score_questions
from brief.compare.by_rules import compare
from brief.compare.passages import Passage
from brief.schema import Comparison, Evidence

_NO = re.compile(
    r"\b(?:no|not|never|nobody|denied|denies|nicht|kein\w*|pas|aucune?|ningún|niega|negó)\b", re.IGNORECASE
)
_LEAST_SHARED = 3


@dataclass(frozen=True)
class AffairScores:
    """Scores over some affairs: contradictions by rules and by the baseline, kinds, distractors, questions, events."""

    contradictions: Score
    naive: Score
    kinds: Score
    distractors: Score
    """Right are the distractors that are reported."""
    clean: Score
    """Right are the affairs without contradictions for which none is reported."""
    questions: Score
    events: Score
    dates: Score


def run() -> AffairScores:
    """Return the scores on the affairs held out."""
    total: Counter[str] = Counter()
    for affair in affairs():
        if affair.held_out:
            total += _scored(affair)
    return AffairScores(
        contradictions=Score(total["right"], total["reported"], total["real"]),
        naive=Score(total["naive right"], total["naive reported"], total["real"]),
        kinds=Score(total["kind"], total["right"], total["right"]),
        distractors=Score(total["tempted"], total["distractors"], total["distractors"]),
        clean=Score(total["kept clean"], total["clean"], total["clean"]),
        questions=Score(total["questions found"], total["questions asked"], total["questions"]),
        events=Score(total["events found"], total["events told"], total["events"]),
        dates=Score(total["dates"], total["events found"], total["events found"]),
    )


def _scored(affair: Affair) -> Counter[str]:
    found = compare(affair.articles, affair.summaries)
    at = {(p.name, p.where, p.sentence): p.index for p in affair.passages}

    def place(evidence: Evidence) -> int:
        return at.get((evidence.article, evidence.field, evidence.sentence), -1)

    labels = affair.labels()
    told: dict[int, bool] = {}
    reported = [c for c in found.contradictions if c.status != "apparent"]
    for c in reported:
        for a in c.a.evidence:
            for b in c.b.evidence:
                i, j = sorted((place(a), place(b)))
                label = labels.get((i, j))
                if label is not None and label[1] != "apparent":
                    told[label[0]] = told.get(label[0], False) or label[1] == c.kind
    pairs = {tuple(sorted((place(c.a.evidence[0]), place(c.b.evidence[0])))) for c in reported}
    tempting = [
        {(min(i, j), max(i, j)) for i in affair.places(d["a"]) for j in affair.places(d["b"])}
        for d in affair.gold["non_contradictions"]
    ]
    guessed = list(_naive(affair.passages))
    naive = {labels[p][0] for p in guessed if p in labels}
    asked = score_questions(affair.articles, found.questions, affair.gold["open_questions"])
    return Counter(
        {
            "right": len(told),
            "kind": sum(told.values()),
            "reported": len(reported),
            "real": affair.real(),
            "naive right": len(naive),
            "naive reported": len(guessed),
            "distractors": len(tempting),
            "tempted": sum(bool(places & pairs) for places in tempting),
            "clean": affair.real() == 0,
            "kept clean": affair.real() == 0 and not reported,
            "questions found": asked["found"],
            "questions asked": asked["asked"],
            "questions": asked["gold"],
        }
    ) + _events(affair, found)


def _events(affair: Affair, found: Comparison) -> Counter[str]:
    texts = {a.id: a.text for a in affair.articles}
    right = dated = 0
    for event in affair.gold["events"]:
        start = texts[event["article"]].index(event["quote"])
        end = start + len(event["quote"])
        dates = [
            entry.date
            for entry in found.timeline
            for e in (entry.evidence, *entry.other)
            if e.article == event["article"] and e.start < end and start < e.end
        ]
        right += bool(dates)
        dated += event["date"] in dates
    told = len(found.timeline)
    return Counter({"events": len(affair.gold["events"]), "events found": right, "events told": told, "dates": dated})


def _naive(passages: Iterable[Passage]) -> Iterable[tuple[int, int]]:
    known = list(passages)
    for p in known:
        best = max(
            (q for q in known if q.article > p.article), key=lambda q: (len(p.stems & q.stems), -q.index), default=None
        )
        if best is None or len(p.stems & best.stems) < _LEAST_SHARED:
            continue
        numbers = [set(re.findall(r"\d[\d.,]*", x.text)) for x in (p, best)]
        negated = [_NO.search(x.text) is not None for x in (p, best)]
        if negated[0] != negated[1] or (all(numbers) and not numbers[0] & numbers[1]):
            yield p.index, best.index


def main() -> None:
    """Print the table."""
    scores = run()
    held = [a for a in affairs() if a.held_out]
    print(f"{len(held)} affairs held out of {len(list(affairs()))} in tests/affairs, sha256 {data_hash()[:16]}\n")
    print("| | precision | recall | F1 |\n|---|---|---|---|")
    for name, score in (
        ("Contradictions", scores.contradictions),
        ("Contradictions, naive baseline", scores.naive),
        ("Open questions", scores.questions),
        ("Events", scores.events),
    ):
        print(f"| {name} | {score.precision:.2f} | {score.recall:.2f} | {score.f1:.2f} |")
    counts = (
        ("Kind right", scores.kinds, "found"),
        ("Distractors reported", scores.distractors, ""),
        ("Clean affairs kept clean", scores.clean, ""),
        ("Dates right", scores.dates, "events found"),
    )
    print("\n" + " ".join(f"{name}: {s.right} of {s.labelled} {what}".strip() + "." for name, s, what in counts))


if __name__ == "__main__":
    main()
