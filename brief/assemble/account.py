"""What the document leaves out and how it was made: nothing is dropped without a line here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from brief.assemble.material import Material
from brief.assemble.orders import order_rows
from brief.assemble.register import Register
from brief.schema import Article, Counts, LeftOut, LeftOutRow, MadeRow, ModelRecord, SourceRow
from brief.sentences import split_sentences

NOT_HELD = frozenset({"Statement not supported", "Item not supported", "Reply not used"})
"""Rows about something that was said and did not hold: what --strict looks at."""


MOST_NAMED = 12
"""Ids that one row names."""


def left_out_rows(
    material: Material, texts: Mapping[str, str], cited: frozenset[tuple[str, int]]
) -> tuple[LeftOutRow, ...]:
    """Return what is not used: statements that did not hold, articles, stretches of text, inputs.

    `cited` are the sentences that the document cites, by article and number.
    """
    return (
        *_statements(material),
        *_of_the_set(material),
        *_replies(material),
        *_articles(material),
        *_inputs(material),
        *_pages(material),
        *order_rows(material),
        *_text(material, texts),
        *_silent_sentences(material, cited),
    )


def _statements(material: Material) -> list[LeftOutRow]:
    rows = []
    for summary in material.summaries:
        number = material.number(summary.article)
        lost: dict[str, list[str]] = defaultdict(list)
        for statement in summary.not_supported:
            verdict, why = statement.verdict.replace("_", " "), "; ".join(statement.reasons)
            if statement.content.spans and summary.article not in material.unfit:
                rows.append(
                    _not_supported(f"S{number}, statement {statement.id}: {verdict}", statement.content.text, why)
                )
            else:
                lost[f"{verdict}: {why}"].append(statement.id)
        for reason, ids in lost.items():
            verdict, _, why = reason.partition(": ")
            rows.append(_not_supported(f"S{number}, {_named(ids)}: {verdict}", None, why))
        rows.extend(
            LeftOutRow(kind="Item not supported", what=f"S{number}, {item.item}", source_text=None, why=item.reason)
            for item in summary.rejected
        )
    return rows


def _not_supported(what: str, text: str | None, why: str) -> LeftOutRow:
    return LeftOutRow(kind="Statement not supported", what=what, source_text=text, why=why)


def _named(ids: Sequence[str]) -> str:
    if len(ids) == 1:
        return f"statement {ids[0]}"
    more = len(ids) - MOST_NAMED
    return f"{len(ids)} statements ({', '.join(ids[:MOST_NAMED])}{f' and {more} more' if more > 0 else ''})"


def _of_the_set(material: Material) -> list[LeftOutRow]:
    dropped = material.conclusion.dropped if material.conclusion is not None else ()
    return [
        LeftOutRow(kind="Item not supported", what=f"{stage}: {item.item}", source_text=None, why=item.reason)
        for stage, items in (("comparison", material.not_compared), ("conclusion", dropped))
        for item in items
    ]


def _replies(material: Material) -> list[LeftOutRow]:
    model = material.provenance.model
    return [
        LeftOutRow(kind="Reply not used", what=what, source_text=None, why=why)
        for what, _, why in (complaint.partition(": ") for complaint in (model.complaints if model else ()))
    ]


def _articles(material: Material) -> list[LeftOutRow]:
    rows = []
    for article in material.articles:
        status, reason = material.standing[article.id]
        if status != "used":
            rows.append(
                LeftOutRow(
                    kind="Article not used",
                    what=f"S{material.number(article.id)}, {article.id}: {status.replace('_', ' ')}",
                    source_text=article.title if article.id not in material.unfit else None,
                    why=reason,
                )
            )
    return rows


def _inputs(material: Material) -> list[LeftOutRow]:
    return [
        LeftOutRow(kind="Input not used", what=item.file, source_text=None, why=item.problem)
        for item in material.provenance.inputs
        if item.problem is not None
    ]


def _pages(material: Material) -> list[LeftOutRow]:
    return [
        LeftOutRow(
            kind="Text not used",
            what=f"{item.file}: {item.unread:,} words of the web page",
            source_text=None,
            why=f"menus, links and other parts around the article, as {item.extractor} found them",
        )
        for item in material.provenance.inputs
        if item.unread
    ]


def _text(material: Material, texts: Mapping[str, str]) -> list[LeftOutRow]:
    rows = []
    by_file: dict[str, list[LeftOut]] = defaultdict(list)
    for item in material.provenance.inputs:
        by_file[item.file].extend(item.left_out)
    for article in material.articles:
        by_file[article.origin.file].extend(article.left_out)
    for file, stretches in by_file.items():
        labels: dict[str, list[LeftOut]] = defaultdict(list)
        for stretch in stretches:
            labels[stretch.label].append(stretch)
        for label, items in labels.items():
            characters = sum(item.end - item.start for item in items)
            rows.append(
                LeftOutRow(
                    kind="Text not used",
                    what=f"{file}, {_lines(texts[file], items)}: {characters:,} characters",
                    source_text=None,
                    why=f"{label.replace('_', ' ')}: {_reasons(items)}",
                )
            )
    return rows


def _reasons(items: Sequence[LeftOut]) -> str:
    return "; ".join(list(dict.fromkeys(item.reason for item in items))[:3])


def _lines(text: str, items: Sequence[LeftOut]) -> str:
    numbers: list[tuple[int, int]] = []
    at, line = 0, 1
    for item in sorted(items, key=lambda i: i.start):
        line += text.count("\n", at, item.start)
        last = line + text.count("\n", item.start, max(item.start, item.end - 1))
        at = item.start
        if numbers and line <= numbers[-1][1] + 1:
            numbers[-1] = (numbers[-1][0], max(numbers[-1][1], last))
        else:
            numbers.append((line, last))
    return ("line " if numbers == [(line, line)] else "lines ") + ranges(numbers)


def ranges(numbers: Sequence[tuple[int, int]]) -> str:
    """Return inclusive number ranges in words: 1–16, 20."""
    shown = [f"{low}" if low == high else f"{low}–{high}" for low, high in numbers[:12]]
    more = len(numbers) - 12
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def _silent_sentences(material: Material, cited: frozenset[tuple[str, int]]) -> list[LeftOutRow]:
    rows = []
    summaries = {summary.article: summary for summary in material.summaries}
    for article in material.used:
        summary = summaries[article.id]
        taken = {number for name, number in cited if name == article.id}
        for statement in (*summary.attributions, *summary.not_supported):
            taken.update(statement.sentences)
        taken.update(event.sentence for event in summary.events)
        taken.update(figure.sentence for figure in summary.figures)
        taken.update(item.sentence for question in summary.questions for item in question.evidence)
        silent = [s.number for s in split_sentences(article.text) if s.number not in taken]
        if silent:
            rows.append(
                LeftOutRow(
                    kind="Text read, nothing taken",
                    what=f"S{material.number(article.id)}, {_sentences(silent)}",
                    source_text=None,
                    why="no statement, event, figure or question was found in it",
                )
            )
    return rows


def _sentences(numbers: Sequence[int]) -> str:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return ("sentence " if len(numbers) == 1 else "sentences ") + ranges(runs)


def made_rows(material: Material, counts: Counts, register: Register) -> tuple[MadeRow, ...]:
    """Return how the document was made: program, summariser, inputs with hashes, checks, decisions, how to repeat."""
    made = material.provenance
    inputs = tuple(
        f"{item.file}: {item.bytes:,} bytes, sha256 {item.sha256}"
        if item.sha256 is not None and item.bytes is not None
        else f"{item.file}: {item.problem}"
        for item in made.inputs
    )
    return tuple(
        row
        for row in (
            MadeRow(item="Program", values=(made.program,)),
            *_by(made.model),
            MadeRow(item="Inputs", values=inputs),
            MadeRow(
                item="Checks",
                values=(
                    f"{counts.quotations} of {counts.quotations} quotations equal their source character for character",
                    f"{len(register.rows())} sentences cited, each with its place in its input",
                    f"{counts.statements_kept} statements kept, {counts.statements_not_supported} not supported",
                    f"{material.comparison.pairs:,} pairs of sentences compared",
                ),
            ),
            MadeRow(item="Decisions", values=made.decisions),
            MadeRow(item="Settings", values=made.options),
        )
        if row.values
    )


def _by(model: ModelRecord | None) -> tuple[MadeRow, ...]:
    if model is None:
        return (MadeRow(item="Summariser", values=("By rules. No language model was used.",)),)
    heat = "left to the endpoint" if model.temperature is None else f"{model.temperature:g}"
    tokens = tuple(
        f"{s.stage}: {_count(s.requests, 'request')}, {s.prompt:,} tokens sent ({s.cached:,} cached), "
        f"{s.completion:,} received"
        for s in model.stages
    )
    return (
        MadeRow(item="Language model", values=(f"{model.model}, temperature {heat}",)),
        MadeRow(item="Prompts", values=tuple(_fingerprint(prompt) for prompt in model.prompts)),
        MadeRow(item="Requests", values=(*tokens, *((f"Cost: {model.cost}",) if model.cost else ()))),
        MadeRow(item="By rules instead", values=model.outcomes),
    )


def _fingerprint(prompt: str) -> str:
    name, _, digest = prompt.partition(" ")
    return f"{name}: sha256 {digest}"


def source_summary(rows: Sequence[SourceRow], articles: Sequence[Article]) -> str:
    """Return what can be counted about the sources as a whole."""
    used = [row for row in rows if row.status == "used"]
    files = len({article.origin.file for article in articles})
    dated = sum(row.published is not None for row in used)
    named = sum(row.outlet is not None for row in used)
    silent = sum(row.quotations == 0 for row in used)
    return " ".join(
        (
            f"{_count(len(rows), 'article')} found in {_count(files, 'input')}; {len(used)} used.",
            f"{named} of {len(used)} name an outlet, {dated} of {len(used)} a date of publication.",
            *([f"{silent} of {len(used)} quote nobody."] if silent else []),
            "The program does not grade reliability.",
        )
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
