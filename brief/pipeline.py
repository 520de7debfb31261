"""The straight line: paths, read, clean, summarise, verify, compare, assemble."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import brief
from brief.assemble import Material, assemble
from brief.assemble.copied import in_words
from brief.clean import clean
from brief.compare.by_rules import compare
from brief.copies import find_copies
from brief.decisions import Decisions, read_decisions, without_dismissed
from brief.errors import InputProblem, NothingUsable, UsageError
from brief.fitness import fitness
from brief.read import FoundInputs, Input, find_inputs, read
from brief.schema import (
    Article,
    Briefing,
    Cleaned,
    Copy,
    InputRecord,
    ModelRecord,
    Provenance,
    RawDocument,
    SourceStatus,
    VerifiedSummary,
)
from brief.summarise.by_rules import summarise
from brief.topic import belonging
from brief.verify import verify

if TYPE_CHECKING:
    from brief.with_model import ModelRun

Progress = Callable[[str, int, int], None]
"""Called with the name of the stage, how many items are done, and how many there are."""

MOST_LISTED = 30
"""Articles that an error names."""

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Options:
    """What the user asked for, beside the paths; articles are named by id or by source number: S4."""

    as_of: str
    title: str | None = None
    question: str | None = None
    handling: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gathered:
    """The inputs of a run, read and cleaned."""

    found: FoundInputs
    documents: tuple[RawDocument, ...]
    cleaned: tuple[Cleaned, ...]
    problems: tuple[tuple[str, str], ...]
    decisions: Decisions
    articles: tuple[Article, ...] = field(default=())


def gather(paths: Sequence[str], executor: Executor, progress: Progress) -> Gathered:
    """Read and clean the inputs that the paths mean; an input that can't be used is a problem, not an end.

    Raises UsageError for paths and decisions that can't be used as given.
    """
    found = find_inputs(paths)
    decisions = _decisions(found.inputs)
    results = _each(_read_and_clean, found.inputs, "read", executor, progress)
    documents: list[RawDocument] = []
    cleaned: list[Cleaned] = []
    problems: list[tuple[str, str]] = []
    for result, refused in results:
        problems += refused
        for document, found_in_it in result:
            documents.append(document)
            cleaned.append(found_in_it)
            if not found_in_it.articles:
                problems.append((document.file, "no article was found in it"))
    named = _named([a for c in cleaned for a in c.articles])
    decisions = decisions.by_id([a.id for a in named])
    articles = _supplied(named, decisions)
    return Gathered(found, tuple(documents), tuple(cleaned), tuple(problems), decisions, articles)


def summaries(articles: Sequence[Article], executor: Executor, progress: Progress) -> tuple[VerifiedSummary, ...]:
    """Summarise each article by rules and verify the summary against it."""
    return tuple(_each(_summarise_and_verify, articles, "summarise", executor, progress))


def make(
    gathered: Gathered, options: Options, executor: Executor, progress: Progress, run: ModelRun | None = None
) -> Briefing:
    """Return the briefing on the gathered articles: by rules, or with a language model.

    Raises NothingUsable when no input holds an article, or none is left to use; UsageError for an unknown article id.
    """
    options = replace(
        options,
        include=_ids(options.include, gathered.articles),
        exclude=_ids(options.exclude, gathered.articles),
    )
    if not gathered.articles:
        first = "; ".join(f"{name}: {reason}" for name, reason in (*gathered.problems, *gathered.found.skipped)[:3])
        raise NothingUsable(
            f"no article was found{': ' + first if first else ''}. Give files or folders with articles."
        )
    looked_at = [a for a in gathered.articles if a.id not in options.exclude]
    words = fitness(looked_at)
    copies = find_copies(looked_at, {name for name, found in words.items() if found.verdict == "unfit"})
    standing = _standing(gathered, options, copies)
    used = [a for a in gathered.articles if standing[a.id][0] == "used"]
    if not used:
        raise NothingUsable("every article is left out. Take one back with --include or in decisions.toml.")
    numbers = {article.id: n for n, article in enumerate(gathered.articles, start=1)}
    ruled = gathered.decisions
    same, different = ([item.names for item in said] for said in (ruled.same_actor, ruled.different_actor))
    if run is None:
        verified = summaries(used, executor, progress)
        progress("compare", 0, 1)
        told, comparison = None, compare(used, verified, same, different)
    else:
        from brief.with_model import with_model

        told = with_model(used, run, options.question, numbers, executor, progress, same, different)
        verified, comparison = told.summaries, told.comparison
    progress("compare", 1, 1)
    material = Material(
        title=options.title,
        question=options.question,
        as_of=options.as_of,
        articles=gathered.articles,
        standing=standing,
        summaries=verified,
        comparison=without_dismissed(comparison, ruled.dismiss, numbers),
        provenance=_provenance(gathered, options, told.record if told else None),
        handling=options.handling,
        conclusion=told.conclusion if told else None,
        not_compared=told.not_compared if told else (),
        copies=copies,
        fitness=words,
    )
    return assemble(material, {document.file: document.text for document in gathered.documents})


def _each(
    work: Callable[[_Item], _Result], items: Sequence[_Item], stage: str, executor: Executor, progress: Progress
) -> list[_Result]:
    results = []
    progress(stage, 0, len(items))
    for done, result in enumerate(executor.map(work, items), start=1):
        results.append(result)
        progress(stage, done, len(items))
    return results


def _read_and_clean(item: Input) -> tuple[list[tuple[RawDocument, Cleaned]], list[tuple[str, str]]]:
    refused: list[tuple[str, str]] = []
    try:
        documents = read(item, lambda name, reason: refused.append((name, reason)))
    except InputProblem as problem:
        return [], [*refused, (item.name, str(problem))]
    return [(document, clean(document, _stem(document.file))) for document in documents], refused


def _stem(name: str) -> str:
    head, dot, tail = name.rpartition(".")
    return head + tail[tail.index("[") :] if dot and "[" in tail else (head or name)


def _summarise_and_verify(article: Article) -> VerifiedSummary:
    return verify(article, summarise(article))


def _decisions(inputs: Iterable[Input]) -> Decisions:
    folders = list(dict.fromkeys(item.path.parent for item in inputs if item.path is not None))
    found = [d for d in map(read_decisions, folders or [Path()]) if d != Decisions()]
    if len(found) > 1:
        raise UsageError("more than one decisions.toml beside the inputs. Keep one.")
    return found[0] if found else Decisions()


def _named(articles: Sequence[Article]) -> list[Article]:
    """Give every article of the set its own id: the second of two equal ones becomes `name~2`."""
    seen: Counter[str] = Counter()
    named = []
    for article in articles:
        seen[article.id] += 1
        n = seen[article.id]
        named.append(article if n == 1 else article.model_copy(update={"id": f"{article.id}~{n}"}))
    return named


def _supplied(articles: Sequence[Article], decisions: Decisions) -> tuple[Article, ...]:
    fields: Mapping[str, dict[str, str]] = {
        item.article: {k: v for k, v in item if v is not None and k != "article"} for item in decisions.supply
    }
    _known(fields, articles, "decisions.toml: supply")
    return tuple(_with_supplied(a, fields[a.id]) if a.id in fields else a for a in articles)


def _with_supplied(article: Article, fields: Mapping[str, str]) -> Article:
    dated = {"published_basis": "supplied", "published_words": None} if "published" in fields else {}
    supplied = tuple(sorted({*article.supplied, *fields}))
    return article.model_copy(update={**fields, **dated, "supplied": supplied})


def explain_contradictions(gathered: Gathered, briefing: Briefing) -> Iterator[str]:
    """Yield, as lines to read, the pairs of sentences that the rules looked at, and why each is or is not one."""
    from brief.compare.explaining import explained

    used = {summary.article for summary in briefing.summaries}
    numbers = {article.id: n for n, article in enumerate(gathered.articles, start=1)}
    articles = [article for article in gathered.articles if article.id in used]
    ruled = gathered.decisions
    same, different = ([item.names for item in said] for said in (ruled.same_actor, ruled.different_actor))
    yield from explained(articles, briefing.summaries, numbers, same, different)


def _ids(given: Sequence[str], articles: Sequence[Article]) -> tuple[str, ...]:
    """Return article ids for what the user gave: ids as they are, S4 as the id of the fourth article."""
    known = {a.id for a in articles}
    numbers = {f"S{n}": a.id for n, a in enumerate(articles, start=1)}
    return tuple(name if name in known else numbers.get(name, name) for name in given)


def _known(ids: Iterable[str], articles: Sequence[Article], where: str) -> None:
    known = {a.id for a in articles}
    for name in ids:
        if name not in known:
            some = ", ".join(f"S{n} {a.id}" for n, a in enumerate(articles[:MOST_LISTED], start=1))
            more = len(articles) - MOST_LISTED
            rest = f" and {more} more" if more > 0 else ""
            raise UsageError(f"{where}: there is no article {name}. The articles are: {some}{rest}.")


def _standing(gathered: Gathered, options: Options, copies: Sequence[Copy]) -> Mapping[str, tuple[SourceStatus, str]]:
    articles, topic = gathered.articles, gathered.decisions.articles
    _known(options.include, articles, "--include")
    _known(options.exclude, articles, "--exclude")
    _known((*topic.on_topic, *topic.off_topic), articles, "decisions.toml: articles")
    number = {a.id: n for n, a in enumerate(articles, start=1)}
    same = {copy.article: copy for copy in copies}
    affair = belonging([a for a in articles if a.id not in same], options.question)
    standing: dict[str, tuple[SourceStatus, str]] = {}
    for article in articles:
        name = article.id
        if name in options.exclude:
            standing[name] = ("excluded", "left out with --exclude")
        elif name in options.include:
            standing[name] = ("used", "taken in with --include")
        elif name in topic.off_topic:
            standing[name] = ("off_topic", "off topic, by the analyst")
        elif name in topic.on_topic:
            standing[name] = ("used", "on topic, by the analyst")
        elif name in same:
            standing[name] = ("duplicate", in_words(same[name], number[same[name].of]))
        else:
            belongs, reason = affair[name]
            standing[name] = ("used" if belongs else "off_topic", reason)
    return standing


def _provenance(gathered: Gathered, options: Options, model: ModelRecord | None) -> Provenance:
    by_file = {c.file: c for c in gathered.cleaned}
    problems = dict(gathered.problems)
    settings = {
        "--as-of": options.as_of,
        "--title": options.title,
        "--question": options.question,
        "--handling": options.handling,
        "--include": ", ".join(options.include) or None,
        "--exclude": ", ".join(options.exclude) or None,
    }
    read_ones = tuple(
        InputRecord(
            file=d.file,
            sha256=d.sha256,
            text_sha256=d.text_sha256,
            bytes=d.size,
            encoding=d.encoding,
            extractor=d.extractor,
            unread=d.unread,
            problem=problems.get(d.file),
            left_out=by_file[d.file].left_out,
        )
        for d in gathered.documents
    )
    known = {d.file for d in gathered.documents}
    unread = tuple(
        _unread(name, reason) for name, reason in (*gathered.problems, *gathered.found.skipped) if name not in known
    )
    return Provenance(
        program=f"brief {brief.__version__}",
        summariser=model.model if model else "rules",
        model=model,
        options=tuple(f"{name} {value}" for name, value in settings.items() if value is not None),
        inputs=(*read_ones, *unread),
        decisions=gathered.decisions.in_words(),
    )


def _unread(name: str, reason: str) -> InputRecord:
    return InputRecord(
        file=name,
        sha256=None,
        text_sha256=None,
        bytes=None,
        encoding=None,
        extractor=None,
        problem=reason,
        left_out=(),
    )
