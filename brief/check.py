"""Check a finished briefing again, also a document that a person has edited since.

Compared are the printed text, the record inside the file and, when they are given, the inputs. What holds is counted;
what does not hold is listed. Without the inputs, everything rests on the record. Looked at are double quotation marks
(“ ”, „ “, « » and straight ones) everywhere, and ‘ ’ and ‹ › around two words or more in a text that cites sentences;
other single ones can't be told from apostrophes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from pydantic import ValidationError

from brief.errors import InputProblem
from brief.render.layout import bookmark_name
from brief.render.lines import line_text, words
from brief.render.ooxml import printable
from brief.render.quotations import between_marks, stands_in
from brief.render.reading import PrintedParagraph, printed_paragraphs
from brief.render.record import read_record
from brief.render.single_marks import between_single_marks
from brief.render.styles import SOURCE_SENTENCE, STATUS
from brief.schema import Briefing, Counts, Evidence, Line, RawDocument, RegisterRow, Segment, SourceRow, Words
from brief.schema.base import Value

MOST_PROBLEMS = 1000
LONGEST_SHOWN = 80

_T = TypeVar("_T")
_KEY = re.compile(r"\[(S\d{1,9}\.(?:\d{1,9}|H))\]")


@dataclass(frozen=True)
class CheckReport:
    """What was checked, with counts, and what does not hold: one line each, saying where and what."""

    checked: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass
class _Findings:
    checked: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def problem(self, where: str, what: str) -> None:
        if len(self.problems) == MOST_PROBLEMS:
            self.problems.append(f"the rest: more than {MOST_PROBLEMS} problems, the others are not listed")
        elif len(self.problems) < MOST_PROBLEMS:
            self.problems.append(f"{where}: {what}")

    @property
    def full(self) -> bool:
        return len(self.problems) > MOST_PROBLEMS


def check(data: bytes, kind: Literal["docx", "json"], sources: Sequence[RawDocument]) -> CheckReport:
    """Compare a briefing's text with its record, and its record with the inputs given.

    `data` is the .docx or the .json that was written beside it. A file that can't be read or holds no record is a
    problem of the report, not an error.
    """
    findings = _Findings()
    try:
        record = read_record(data) if kind == "docx" else data.decode("utf-8-sig")
        paragraphs = printed_paragraphs(data) if kind == "docx" else None
        briefing = Briefing.model_validate_json(record)
    except InputProblem as problem:
        findings.problem("document", str(problem))
    except UnicodeDecodeError as problem:
        findings.problem("document", f"not UTF-8 text: {problem.reason} at byte {problem.start}")
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"]) or "the whole"
        findings.problem("record", f"not the record of a briefing: {place}: {first['msg']}")
    else:
        findings.checked.append("the record parses")
        _compare(briefing, paragraphs, sources, findings)
    return CheckReport(tuple(findings.checked), tuple(findings.problems))


def _compare(
    briefing: Briefing,
    document: Sequence[PrintedParagraph] | None,
    sources: Sequence[RawDocument],
    findings: _Findings,
) -> None:
    paragraphs = list(_lines_of(briefing)) if document is None else document
    _quotations(briefing, paragraphs, sources, findings)
    _keys(briefing, paragraphs, document is not None, findings)
    if document is not None:
        _register(briefing, document, findings)
        _source_sentences(briefing, document, findings)
        _status(briefing, document, findings)
    _counts(briefing, findings)
    _headlines(briefing, findings)
    _inputs(briefing, sources, findings)


def _lines_of(briefing: Briefing) -> Iterator[PrintedParagraph]:
    """The lines of the record as paragraphs: what the document would print."""
    pages = briefing.pages
    yield PrintedParagraph("title", "", briefing.title)
    yield PrintedParagraph("subtitle", "", pages.subtitle)

    def lines(place: str, found: Iterable[Line]) -> Iterator[PrintedParagraph]:
        for number, line in enumerate(found, start=1):
            yield PrintedParagraph(f"{place} {number}", "", line_text(line))

    yield from lines("status", [pages.status])
    yield from lines("bottom line", pages.bottom_line)
    yield from lines("finding", pages.findings)
    for disagreement in pages.disagreements:
        place = f"disagreement {disagreement.number}"
        yield PrintedParagraph(f"{place}, heading", "", disagreement.heading)
        yield from lines(f"{place}, line", [disagreement.brief, *disagreement.closing])
        for row in disagreement.rows:
            yield from lines(f"{place}, {row.label}, first side, line", row.a)
            yield from lines(f"{place}, {row.label}, second side, line", row.b)
    for number, sound in enumerate(pages.apparent, start=1):
        yield from lines(f"apparent {number}, line", [*sound.a_words, *sound.b_words, sound.why])
    for number, later in enumerate(pages.updates, start=1):
        yield from lines(f"later count {number}, line", [later.earlier, later.later, later.what])
    yield from lines("gap", pages.gaps)
    yield from lines("sources line", pages.sources_line)
    for number, event in enumerate(pages.timeline, start=1):
        yield from lines(f"timeline row {number}, line", [event.when, event.what])
    for actor in pages.actors:
        yield from lines(f"{words(actor.name)}, line", actor.lines)
    for question in pages.questions:
        yield PrintedParagraph(f"question {question.number}", "", f"{question.question} {question.answer}")
        yield from lines(f"question {question.number}, line", question.says)
    yield PrintedParagraph("source summary", "", pages.source_summary)
    for told in pages.renderings:
        yield from lines(f"{words(told.who)}, rendering", (told.a, told.b))
    for copy in pages.copies:
        yield from lines(f"{copy.what}, line", (line for pair in copy.rows for line in pair))
    yield from lines("odd phrase, line", (row.key for row in pages.odd))
    for number, left_out in enumerate(pages.left_out, start=1):
        yield PrintedParagraph(f"left out {number}", "", f"{left_out.what} {left_out.why}")


def _quotations(
    briefing: Briefing, paragraphs: Sequence[PrintedParagraph], sources: Sequence[RawDocument], findings: _Findings
) -> None:
    rows = {row.key: row for row in briefing.pages.evidence}
    everywhere = _passages(row for row in rows.values() if row.fit)
    own = (printable(briefing.title), words(briefing.title), words(briefing.question or ""))
    texts = [printable(source.text) for source in sources]
    count = 0
    for paragraph in paragraphs:
        if paragraph.style == SOURCE_SENTENCE or findings.full:
            continue
        cited = {key: rows[key] for key in _KEY.findall(paragraph.text) if key in rows and rows[key].fit}
        near = _passages(cited.values()) if cited else everywhere

        def holds(quoted: str, near: Sequence[str] = near) -> bool:
            return bool(quoted.strip()) and any(stands_in(quoted, text) for text in (*near, *own))

        longest = max(map(len, (*near, *own)), default=0)
        doubled: list[str] = []
        for quoted, found in between_marks(paragraph.text, holds, longest):
            count += 1
            doubled.append(quoted or "")
            if findings.full:
                break
            if found:
                continue
            shown = f"“{_short(quoted)}”" if quoted is not None else "a quotation mark"
            if quoted is None:
                findings.problem(paragraph.place, "a quotation mark has no partner")
            elif not quoted.strip():
                findings.problem(paragraph.place, "nothing stands between two quotation marks")
            elif cited and any(stands_in(quoted, text) for text in everywhere):
                findings.problem(paragraph.place, f"{shown} does not stand in the sentences cited here, but in others")
            elif cited or not any(stands_in(quoted, text) for text in texts):
                where = "in the sentences cited here" if cited else "in the register" + (" or the inputs" * bool(texts))
                findings.problem(paragraph.place, f"{shown} does not stand {where}")
        if not _KEY.search(paragraph.text) or findings.full:
            continue
        for stretch, found in between_single_marks(paragraph.text, filter(None, doubled), holds, longest):
            count += 1
            if not found:
                findings.problem(paragraph.place, f"‘{_short(stretch)}’ does not stand in the sentences cited here")
    findings.checked.append(f"{count} quotations compared with the sentences they are from")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _passages(rows: Iterable[RegisterRow]) -> tuple[str, ...]:
    """The texts that some rows vouch for: their sentences, those that follow each other directly joined."""
    passages: list[str] = []
    last: RegisterRow | None = None
    for row in sorted(rows, key=lambda row: (row.file, row.article, row.segments, row.key)):
        sentence = printable(row.sentence)
        if (
            last is not None
            and last.article == row.article
            and bool(last.segments and row.segments)
            and row.segments[0][0] - last.segments[-1][1] == 1
        ):
            passages[-1] += f" {sentence}"
        else:
            passages.append(sentence)
        last = row
    return tuple(passages)


def _keys(briefing: Briefing, paragraphs: Sequence[PrintedParagraph], linked: bool, findings: _Findings) -> None:
    known = {row.key for row in briefing.pages.evidence}
    marks = {mark for paragraph in paragraphs for mark in paragraph.bookmarks}
    keys = links = 0
    for paragraph in paragraphs:
        if paragraph.style == SOURCE_SENTENCE:
            continue
        for key in _KEY.findall(paragraph.text):
            keys += 1
            if key not in known:
                findings.problem(paragraph.place, f"[{key}] is no key of the register")
            elif linked and bookmark_name(key) not in marks:
                findings.problem(paragraph.place, f"[{key}] has no row to lead to in the document")
        for link in paragraph.links:
            links += 1
            key_of_link = _KEY.fullmatch(link.text.strip())
            if link.anchor not in marks:
                findings.problem(paragraph.place, f"the link {_short(link.text)} leads nowhere")
            elif key_of_link and link.anchor != bookmark_name(key_of_link.group(1)):
                findings.problem(paragraph.place, f"the link {link.text} leads to another row than its own")
    findings.checked.append(f"{keys} keys looked up in the register")
    if linked:
        findings.checked.append(f"{links} links followed inside the document")


def _register(briefing: Briefing, document: Sequence[PrintedParagraph], findings: _Findings) -> None:
    row_of = {mark: paragraph.row for paragraph in document for mark in paragraph.bookmarks}
    printed: dict[int, list[str]] = {}
    for paragraph in document:
        if paragraph.style == SOURCE_SENTENCE and paragraph.row is not None:
            printed.setdefault(paragraph.row, []).append(paragraph.text)
    for row in briefing.pages.evidence:
        place = row_of.get(bookmark_name(row.key))
        if not row.fit:
            if place is None or place in printed:
                findings.problem(f"register {row.key}", "its row is missing, or prints words that are not fit to quote")
        elif place is None or place not in printed:
            findings.problem(f"register {row.key}", "its row is missing")
        elif printed[place] != [printable(row.sentence)]:
            findings.problem(
                f"register {row.key}", f"the printed sentence is not the record’s: {_short(printed[place][0])}"
            )
    findings.checked.append(f"{len(briefing.pages.evidence)} register sentences compared with the record")


def _source_sentences(briefing: Briefing, document: Sequence[PrintedParagraph], findings: _Findings) -> None:
    pages = briefing.pages
    known = {printable(row.sentence) for row in pages.evidence}
    known.update(printable(row.source_text) for row in pages.left_out if row.source_text)
    known.update(words(row.title) for row in pages.sources if row.title)
    known.update(words(row.words) for row in pages.odd)
    for paragraph in document:
        if paragraph.style == SOURCE_SENTENCE and paragraph.text and paragraph.text not in known:
            findings.problem(
                paragraph.place, f"set as a source’s sentence, but the record has none such: {_short(paragraph.text)}"
            )


def _status(briefing: Briefing, document: Sequence[PrintedParagraph], findings: _Findings) -> None:
    strip = [paragraph.text for paragraph in document if paragraph.style == STATUS]
    if strip != [line_text(briefing.pages.status)]:
        findings.problem("status strip", "it no longer reads as the program wrote it")
    findings.checked.append("the status strip compared with the record")


def _counts(briefing: Briefing, findings: _Findings) -> None:
    pages, summaries = briefing.pages, briefing.summaries
    used = sum(row.status == "used" for row in pages.sources)
    counted = Counts(
        articles_used=used,
        articles_left_out=len(pages.sources) - used,
        statements_kept=sum(len(summary.attributions) for summary in summaries),
        statements_not_supported=sum(len(summary.not_supported) for summary in summaries),
        quotations=sum(part.kind == "quote" for line in _values(pages, Line) for part in line.parts),
        contradictions=len(briefing.comparison.contradictions),
        questions=len(briefing.comparison.questions),
    )
    for name in Counts.model_fields:
        stated, found = getattr(briefing.counts, name), getattr(counted, name)
        if stated != found:
            findings.problem("counts", f"{name.replace('_', ' ')}: the record says {stated}, counted again {found}")
    findings.checked.append(f"{len(Counts.model_fields)} counts computed again")


def _headlines(briefing: Briefing, findings: _Findings) -> None:
    """Compare the rows without a place in the stored text with the titles in the table of sources."""
    titles = {source.article: source.title for source in briefing.pages.sources}
    placeless = [row for row in briefing.pages.evidence if not row.segments]
    for row in placeless:
        if not row.key.endswith(".H"):
            findings.problem(f"register {row.key}", "the record gives no place for the sentence")
        elif row.sentence != titles.get(row.article):
            findings.problem(f"register {row.key}", "the headline is not the title in the record’s table of sources")
    if placeless:
        shown = "1 headline" if len(placeless) == 1 else f"{len(placeless)} headlines"
        findings.checked.append(f"{shown} outside the text compared with the table of sources")


def _inputs(briefing: Briefing, sources: Sequence[RawDocument], findings: _Findings) -> None:
    if not sources:
        findings.checked.append("no inputs given: compared with the record only")
        return
    recorded = {item.file: item for item in briefing.provenance.inputs}
    texts: dict[str, str] = {}
    for source in sources:
        item = recorded.get(source.file)
        if item is None:
            findings.problem(f"input {source.file}", "the briefing was not made from a file of this name")
        elif item.sha256 != source.sha256:
            findings.problem(f"input {source.file}", "its sha256 is not the one in the record: the file has changed")
        elif item.text_sha256 != source.text_sha256:
            findings.problem(f"input {source.file}", "the text read from it is not the one in the record")
        else:
            texts[source.file] = source.text
    hashed = sum(item.sha256 is not None for item in recorded.values())
    findings.checked.append(f"{len(texts)} of {hashed} inputs that were read have the recorded sha256")
    rows = [row for row in briefing.pages.evidence if row.segments and row.file in texts]
    for row in rows:
        text = texts[row.file]
        if "".join(text[start:end] for start, end in row.segments) != row.sentence:
            findings.problem(
                f"register {row.key}", f"the sentence does not stand in {row.file} at character {row.offset}"
            )
        elif row.offset != row.segments[0][0] or row.line != text.count("\n", 0, row.offset) + 1:
            findings.problem(f"register {row.key}", f"its line or character in {row.file} is not the one printed")
    findings.checked.append(
        f"{len(rows)} of {len(briefing.pages.evidence)} register sentences compared with the inputs"
    )
    _spans(briefing, texts, findings)


def _spans(briefing: Briefing, texts: dict[str, str], findings: _Findings) -> None:
    """Compare each piece of evidence in the record with its article, where the record maps that to its input."""
    articles: dict[str, str] = {}
    for source in briefing.pages.sources:
        if source.file in texts and source.segments:
            text = _article_text(source, texts[source.file])
            if text is None:
                findings.problem(f"S{source.number}", f"its text can't be put together again from {source.file}")
            else:
                articles[source.article] = text
    count = 0
    for item in _values((briefing.summaries, briefing.comparison), Evidence):
        if item.article in articles and item.field == "text":
            count += 1
            if articles[item.article][item.start : item.end] != item.text:
                findings.problem(f"evidence in {item.article}", f"“{_short(item.text)}” does not stand at {item.start}")
    for summary in briefing.summaries:
        if summary.article not in articles:
            continue
        text = articles[summary.article]
        for said in _values((summary.attributions, summary.events, summary.timeline, summary.figures), Words):
            count += 1
            if said.spans and " ".join(text[start:end] for start, end in said.spans) != said.text:
                findings.problem(f"words of {summary.article}", f"“{_short(said.text)}” does not stand where it should")
    if articles:
        findings.checked.append(f"{count} spans of the record compared with {len(articles)} articles")


def _article_text(source: SourceRow, stored: str) -> str | None:
    pieces = [
        stored[segment.in_input : segment.in_input + segment.length] for segment in map(Segment._make, source.segments)
    ]
    text = "".join(pieces)
    return text if hashlib.sha256(text.encode()).hexdigest() == source.sha256 else None


def _values(root: object, wanted: type[_T]) -> Iterator[_T]:
    """Every value of a type inside other values."""
    stack = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, wanted):
            yield item
        elif isinstance(item, Value):
            stack.extend(getattr(item, name) for name in type(item).model_fields)
        elif isinstance(item, tuple):
            stack.extend(item)
