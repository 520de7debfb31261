"""Quality by rules on the labelled set in seeds/, beside a naive baseline: `python -m benchmarks.quality`.

The set is small and made to show faults: it tells when something breaks, not how good `brief` is on real news.
Attributions are matched one to one by the share of common characters of their contents (at least half); one is right
when its speaker's mention overlaps the labelled one too. Contradictions match when both sides overlap the labelled
sides (or their `also` places), whichever way round; open questions when their evidence overlaps.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brief.pipeline import Options, gather, make
from brief.schema import Article, Briefing, Evidence, Span
from brief.sentences import split_sentences
from brief.spans import in_input

SEEDS = Path(__file__).parent.parent / "seeds"
GOLD = SEEDS / "gold"

Place = tuple[str, frozenset[int]]
"""A file and the offsets of some characters in it."""


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1 of a set of predictions, from 0 to 1."""

    right: int
    predicted: int
    labelled: int

    @property
    def precision(self) -> float:
        """Share of the predictions that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the labels that were found."""
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.predicted + self.labelled) if self.predicted + self.labelled else 0.0


def data_hash() -> str:
    """Return the SHA-256 of the labelled set: every text and every label."""
    digest = hashlib.sha256()
    for path in sorted((*SEEDS.glob("*.txt"), *GOLD.glob("*.json"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def run() -> tuple[Briefing, dict[str, Article]]:
    """Return the briefing on the seeds by rules, and the articles by id."""
    with ThreadPoolExecutor(1) as executor:
        gathered = gather([str(SEEDS)], executor, lambda *_: None)
        briefing = make(gathered, Options(as_of="2026-03-14"), executor, lambda *_: None)
    return briefing, {article.id: article for article in gathered.articles}


def attribution_scores(briefing: Briefing, articles: Mapping[str, Article]) -> tuple[Score, Score]:
    """Return the score of `brief` and of the baseline (quotation marks, nearest capitalised name)."""
    gold = json.loads((GOLD / "attributions.json").read_text(encoding="utf-8"))
    labels = [
        (_place(file, item["content"]["spans"]), _place(file, item["source"]["spans"]) if item["source"] else None)
        for file, items in gold.items()
        for item in items
    ]
    ours: list[tuple[Place, Place | None]] = []
    naive: list[tuple[Place, Place | None]] = []
    for summary in briefing.summaries:
        article = articles[summary.article]
        for statement in summary.attributions:
            ours.append(
                (
                    _mapped(article, statement.content.spans),
                    _mapped(article, statement.source.spans) if statement.source else None,
                )
            )
        naive.extend(
            (_mapped(article, (content,)), _mapped(article, (source,)) if source else None)
            for content, source in _naive_attributions(article.text)
        )
    files = set(gold)
    covered = _covered(gold, articles)
    mine, theirs = (
        _match_attributions([p for p in made if p[0][0] in files and p[0][1] & covered[p[0][0]]], labels)
        for made in (ours, naive)
    )
    return mine, theirs


def contradiction_scores(briefing: Briefing, articles: Mapping[str, Article]) -> tuple[Score, Score]:
    """Return the score of `brief` and of the baseline (shared words and one negation), apparent ones left out."""
    gold = json.loads((GOLD / "comparison.json").read_text(encoding="utf-8"))
    labels = [(_sides(c["a"]), _sides(c["b"])) for c in gold["contradictions"] if c["status"] != "apparent"]
    ours = [
        (_evidence(c.a.evidence, articles), _evidence(c.b.evidence, articles))
        for c in briefing.comparison.contradictions
        if c.status != "apparent"
    ]
    used = [a for a in articles.values() if a.id in {s.article for s in briefing.summaries}]
    return _match_pairs(ours, labels), _match_pairs(_naive_pairs(used), labels)


def question_scores(briefing: Briefing, articles: Mapping[str, Article]) -> tuple[Score, Score]:
    """Return the score of `brief` and of the baseline (sentences with a question mark or `unclear`)."""
    gold = json.loads((GOLD / "comparison.json").read_text(encoding="utf-8"))
    labels = [[_place(e["article"], [[e["start"], e["end"]]]) for e in q["evidence"]] for q in gold["open_questions"]]
    ours = [_evidence(q.evidence, articles) for q in briefing.comparison.questions if q.kind != "unresolved"]
    used = {s.article for s in briefing.summaries}
    naive = [
        [_mapped(a, (Span(s.start, s.end),))]
        for a in articles.values()
        if a.id in used
        for s in split_sentences(a.text)
        if re.search(r"\?|unclear", a.text[s.start : s.end])
    ]
    return _match_places(ours, labels), _match_places(naive, labels)


def _covered(gold: Mapping[str, Any], articles: Mapping[str, Article]) -> dict[str, frozenset[int]]:
    """Return the characters of the labelled articles: predictions in other articles of a file are not judged."""
    covered = {}
    for file, items in gold.items():
        inside = frozenset[int]()
        for article in articles.values():
            if article.origin.file == file:
                body = _mapped(article, (Span(0, len(article.text)),))[1]
                if any(_place(file, item["content"]["spans"])[1] & body for item in items):
                    inside |= body
        covered[file] = inside
    return covered


def _place(file: str, spans: Iterable[Sequence[int]]) -> Place:
    return file, frozenset(at for start, end in spans for at in range(start, end))


def _mapped(article: Article, spans: Iterable[Span]) -> Place:
    return _place(article.origin.file, [piece for span in spans for piece in in_input(article, span)])


def _sides(side: Mapping[str, Any]) -> list[Place]:
    return [_place(e["article"], [[e["start"], e["end"]]]) for e in (side, *side.get("also", ()))]


def _evidence(items: Iterable[Evidence], articles: Mapping[str, Article]) -> list[Place]:
    found = []
    for item in items:
        article = articles[item.article]
        title = article.origin.title
        if item.field == "text":
            found.append(_mapped(article, (Span(item.start, item.end),)))
        elif title is not None:
            found.append(_place(article.origin.file, [[title.start + item.start, title.start + item.end]]))
    return found


def _meet(some: Iterable[Place], others: Iterable[Place]) -> bool:
    return any(a[0] == b[0] and a[1] & b[1] for a in some for b in others)


def _match_attributions(
    predicted: Sequence[tuple[Place, Place | None]], labels: Sequence[tuple[Place, Place | None]]
) -> Score:
    candidates = sorted(
        (
            (len(p[0][1] & g[0][1]) / len(p[0][1] | g[0][1]), i, j)
            for i, p in enumerate(predicted)
            for j, g in enumerate(labels)
            if p[0][0] == g[0][0]
        ),
        reverse=True,
    )
    taken_p: set[int] = set()
    taken_g: set[int] = set()
    right = 0
    for share, i, j in candidates:
        if share < 0.5 or i in taken_p or j in taken_g:
            continue
        taken_p.add(i)
        taken_g.add(j)
        mine, true = predicted[i][1], labels[j][1]
        right += (mine is None and true is None) or (mine is not None and true is not None and _meet([mine], [true]))
    return Score(right, len(predicted), len(labels))


def _match_pairs(
    predicted: Sequence[tuple[list[Place], list[Place]]], labels: Sequence[tuple[list[Place], list[Place]]]
) -> Score:
    found: set[int] = set()
    right = 0
    for a, b in predicted:
        hit = next(
            (
                n
                for n, (x, y) in enumerate(labels)
                if n not in found and ((_meet(a, x) and _meet(b, y)) or (_meet(a, y) and _meet(b, x)))
            ),
            None,
        )
        if hit is not None:
            found.add(hit)
            right += 1
    return Score(right, len(predicted), len(labels))


def _match_places(predicted: Sequence[list[Place]], labels: Sequence[list[Place]]) -> Score:
    found: set[int] = set()
    for places in predicted:
        hit = next((n for n, label in enumerate(labels) if n not in found and _meet(places, label)), None)
        if hit is not None:
            found.add(hit)
    return Score(len(found), len(predicted), len(labels))


_QUOTED = re.compile(r"[“\"']([^“”\"']{20,400})[”\"']")
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def _naive_attributions(text: str) -> list[tuple[Span, Span | None]]:
    found = []
    for quoted in _QUOTED.finditer(text):
        after = _NAME.search(text, quoted.end(), quoted.end() + 80)
        found.append((Span(*quoted.span()), Span(*after.span()) if after else None))
    return found


def _naive_pairs(articles: Sequence[Article]) -> list[tuple[list[Place], list[Place]]]:
    rows = [
        (a, s, frozenset(re.findall(r"[a-z]{5,}", a.text[s.start : s.end].lower())))
        for a in articles
        for s in split_sentences(a.text)
    ]
    negative = re.compile(r"\b(?:no|not|never|denied)\b")
    pairs = []
    for n, (a, s, words) in enumerate(rows):
        for b, t, others in rows[n + 1 :]:
            if a.id != b.id and len(words & others) >= 4:
                one = bool(negative.search(a.text[s.start : s.end]))
                if one != bool(negative.search(b.text[t.start : t.end])):
                    pairs.append(([_mapped(a, (Span(s.start, s.end),))], [_mapped(b, (Span(t.start, t.end),))]))
    return pairs


def main() -> None:
    """Print the table of docs/quality.md."""
    briefing, articles = run()
    print(f"Labelled set: seeds/, sha256 {data_hash()[:16]}\n")
    print("| | precision | recall | F1 | naive baseline: F1 |\n|---|---|---|---|---|")
    for name, scores in (
        ("Who said what, speaker included", attribution_scores(briefing, articles)),
        ("Contradictions", contradiction_scores(briefing, articles)),
        ("Open questions", question_scores(briefing, articles)),
    ):
        mine, naive = scores
        print(f"| {name} | {mine.precision:.2f} | {mine.recall:.2f} | {mine.f1:.2f} | {naive.f1:.2f} |")


if __name__ == "__main__":
    main()
