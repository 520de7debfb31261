"""True statements from labelled articles: what the verifier must accept, and what its attackers start from."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.attribution import as_article
from benchmarks.corruptions import Item
from brief.pipeline import gather
from brief.schema import Actor, Article, Span, Statement, Summary, Words
from brief.sentences import split_sentences
from brief.spans import locate, sentence_number, slices
from brief.summarise.by_rules import summarise
from brief.verify.same import has_a_name, same_actor

ROOT = Path(__file__).parent.parent
_OUTSIDE = 0.1
"""So much of a text that has no boilerplate is cut off it and serves as some."""


class Gold:
    """The true items of some labelled articles, and how their actors were resolved."""

    def __init__(self, kinds: frozenset[str] = frozenset(("direct",))) -> None:
        self._kinds = kinds
        self.items: list[Item] = []
        self.resolved: Counter[str] = Counter()
        self._digest = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """Hash of every text and label that was read."""
        return self._digest.hexdigest()

    def read(self, *paths: Path) -> None:
        """Take files into the hash."""
        for path in paths:
            self._digest.update(path.name.encode() + b"\0" + path.read_bytes())

    def add(self, article: Article, labels: Iterable[dict[str, Any]], number: int, outside: str = "") -> None:
        """Take in the labelled attributions of an article whose speaker can be told."""
        ruled = summarise(article)
        actors: list[Actor] = list(ruled.actors)
        last: Actor | None = None
        for label in sorted(labels, key=lambda a: a["source"]["spans"][0] if a["source"] else [0]):
            source = _words(article, label["source"])
            kind = label.get("source_kind") or ("given" if label.get("actor") else "none")
            if source is None or kind in ("none", "relative"):
                continue
            actor = self._actor(article, ruled, actors, source, kind, label.get("actor"), last)
            if kind in ("named", "given") and actor is not None:
                last = actor
            content = _words(article, label["content"])
            if label["type"] not in self._kinds or content is None:
                continue
            self.resolved[kind if actor is not None else f"{kind}, dropped"] += 1
            if actor is None:
                continue
            numbers = {sentence_number(article, at) for s in content.spans for at in (s.start, s.end - 1)}
            statement = Statement(
                id="a1",
                kind=label["type"],
                source=source,
                cue=_words(article, label["cue"]),
                content=content,
                actor=actor.id,
                stance="assert",
                paraphrase=None,
                sentences=tuple(sorted(numbers)),
            )
            self.items.append(Item(article, statement, actor, ruled, number, outside=outside))

    def _actor(
        self,
        article: Article,
        ruled: Summary,
        actors: list[Actor],
        source: Words,
        kind: str,
        name: str | None,
        last: Actor | None,
    ) -> Actor | None:
        if name is not None:
            return next((a for a in actors if name in (a.name, *a.aliases)), None)
        span = Span(source.spans[0].start, source.spans[-1].end)
        here = [a for a in actors if any(span.start <= m.start and m.end <= span.end for m in a.mentions)]
        if kind == "pronoun":
            told = next((s.actor for s in ruled.statements if s.source and s.source.spans == source.spans), None)
            meant = next((a for a in actors if a.id == told), None)
            return meant if meant is not None and last is not None and same_actor(meant, last) else None
        named = [a for a in here if has_a_name(a) and not all(_owns(article, m, span) for m in a.mentions)]
        if kind == "named" and named:
            until = article.text.find(",", span.start, span.end)
            first = [a for a in named if until < 0 or any(span.start <= m.start < until for m in a.mentions)]
            return (first or named)[-1]
        if kind == "nominal" and [a for a in here if not has_a_name(a)]:
            return next(a for a in here if not has_a_name(a))
        made = Actor(
            id=f"m{len(actors)}",
            name=source.text,
            aliases=(),
            role=None,
            kind="unnamed" if kind == "nominal" else "person",
            mentions=(span,),
        )
        actors.append(made)
        return made


def _words(article: Article, label: dict[str, Any] | None) -> Words | None:
    """Return labelled words with their places in the article; None where it does not have them."""
    spans = [Span(*s) for s in label["spans"]] if label else []
    if not spans or any(s.end > len(article.text) for s in spans):
        return None
    return Words(spans=tuple(spans), text=slices(article.text, spans))


def _owns(article: Article, mention: Span, span: Span) -> bool:
    """Tell whether a mention stands outside a source, or only owns what speaks: Lind's lawyer."""
    inside = span.start <= mention.start and mention.end <= span.end
    return not inside or article.text[mention.end : mention.end + 2] in ("'s", "’s")


def from_folder(gold: Path, texts: Path) -> Gold:
    """Return the true items of a gold folder. The last part of each text is cut off: it serves as boilerplate."""
    made = Gold()
    for number, path in enumerate(sorted(gold.glob("*.json"))):
        source = texts / f"{path.stem}.txt"
        made.read(path, source)
        text = source.read_bytes().decode("utf-8")
        sentences = split_sentences(text)
        cut = sentences[int(len(sentences) * (1 - _OUTSIDE))].start
        labels = json.loads(path.read_text(encoding="utf-8"))["attributions"]
        made.add(as_article(path.stem, text[:cut]), labels, number, text[cut:])
    return made


def from_seeds() -> Gold:
    """Return the true items of the repo's own labelled articles, cleaned: of every kind, for they are few."""
    made = Gold(frozenset(("direct", "mixed", "indirect")))
    labels = json.loads((ROOT / "seeds/gold/attributions.json").read_text(encoding="utf-8"))
    made.read(ROOT / "seeds/gold/attributions.json", *sorted((ROOT / "seeds").glob("*.txt")))
    for number, article in enumerate(own_articles()):
        file = ROOT / "seeds" / article.origin.file
        lines = file.read_text(encoding="utf-8").split("\n")
        outside = "\n".join(line for line in lines if locate(line, article.text) is None)
        made.add(article, _moved(article, labels.get(file.name, ())), number, outside)
    return made


def own_articles() -> tuple[Article, ...]:
    """Return the articles of seeds/, cleaned."""
    with ThreadPoolExecutor(1) as executor:
        return gather([str(ROOT / "seeds")], executor, lambda *_: None).articles


def paraphrased(made_by: Path = ROOT / "outputs/example-model.json") -> list[Item]:
    """Return the statements with a paraphrase of a finished briefing on seeds/, each supported when it was made."""
    articles = {a.id: a for a in own_articles()}
    items = []
    for number, raw in enumerate(json.loads(made_by.read_text(encoding="utf-8"))["summaries"]):
        if raw["article"] not in articles:
            continue
        article = articles[raw["article"]]
        ruled = summarise(article).model_copy(update={"actors": tuple(Actor.model_validate(a) for a in raw["actors"])})
        actors = {a.id: a for a in ruled.actors}
        for claim in raw["attributions"]:
            if claim["paraphrase"] and claim["actor"] and claim["verdict"] == "supported":
                fields = {k: v for k, v in claim.items() if k not in ("verdict", "reasons")}
                items.append(Item(article, Statement.model_validate(fields), actors[claim["actor"]], ruled, number))
    return items


def _moved(article: Article, labels: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return labels in offsets of the input with those of the article; what is not all in it is left out."""
    places = {
        segment.in_input + k: segment.in_text + k for segment in article.origin.segments for k in range(segment.length)
    }
    moved = []
    for label in labels:
        parts = {k: label[k] for k in ("source", "cue", "content") if label[k]}
        spans = {k: [(places.get(a), places.get(b - 1)) for a, b in part["spans"]] for k, part in parts.items()}
        if all(a is not None and b is not None for part in spans.values() for a, b in part):
            placed = {k: {"spans": [[a, (b or 0) + 1] for a, b in part]} for k, part in spans.items()}
            moved.append({**label, "source": None, "cue": None, **placed})
    return moved
