"""From the stored text of one input to its articles."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from brief.clean.captions import find_numbered_captions
from brief.clean.controls import find_controls, trimmed, visible_span
from brief.clean.header import Header, read_header
from brief.clean.labels import REASONS, label_lines
from brief.clean.language import find_language
from brief.clean.lines import Line, split_lines
from brief.clean.published import publication
from brief.clean.sections import Section, find_sections, whole_section
from brief.schema import Article, Cleaned, Label, LeftOut, Metadata, Origin, RawDocument, Segment, Span

Cut = tuple[int, int, Label]


def clean(document: RawDocument, stem: str) -> Cleaned:
    """Find the articles of a document: each with its bounds, its text as stretches of the input, and what was cut.

    Ids are `stem`, then `stem.2`, `stem.3` for bundled articles. Every character of the input that is not white
    space stands, exactly once, in an article's text or in a stretch that was left out. An article of its own begins
    at a header (outlet, time, headline) above a body; a text that is nothing but an article comes through whole.
    """
    text = document.text
    lines = split_lines(text)
    controls = find_controls(text)
    sections = whole_section(lines) if document.format == "html" else find_sections(lines)
    edges = [0, *(lines[section.first].start for section in sections[1:]), len(text)]
    articles: list[Article] = []
    left_out: list[LeftOut] = []
    for section, start, end in zip(sections, edges, edges[1:], strict=False):
        if section.listing:
            left_out += _left_out(text, start, end, [(start, end, "listing")], controls)
            continue
        article_id = f"{stem}.{len(articles) + 1}" if articles else stem
        bounds = Span(start, end)
        article = _article(
            document, lines, section, bounds, controls, article_id, bundled=bool(articles), bundle=len(sections) > 1
        )
        if article.text.strip():
            articles.append(article)
        else:
            left_out += _left_out(text, start, end, [(start, end, "listing")], controls)
    if not sections:
        left_out = _left_out(text, 0, len(text), [], controls)
    return Cleaned(file=document.file, articles=tuple(articles), left_out=tuple(left_out))


def _article(
    document: RawDocument,
    lines: Sequence[Line],
    section: Section,
    bounds: Span,
    controls: Sequence[tuple[int, int]],
    article_id: str,
    *,
    bundled: bool,
    bundle: bool,
) -> Article:
    stated = Metadata() if bundled else document.stated
    supplied = Metadata() if bundled else document.supplied
    header = read_header(lines, section, stated.title)
    labels = label_lines(lines, section, header.title, bundle)
    if document.format == "html":  # what an extractor leaves twice is a subheading or a refrain, seldom furniture
        labels = [None if label == "repeated" else label for label in labels]
    cuts = _cuts(document.text, lines[section.first : section.last], labels)
    kept = _kept(document.text, bounds, cuts, controls)
    if cuts:
        kept = _without_margins(document.text, kept)
    text = "".join(document.text[start:end] for start, end in kept)
    segments: list[Segment] = []
    position = 0
    for start, end in kept:
        segments.append(Segment(position, start, end - start))
        position += end - start
    title = _title(document.text, lines, header)
    title_in_text = header.title is not None and labels[header.title - section.first] is None
    url = supplied.url or stated.url
    published = publication(supplied.published, stated.published, header.published, url)
    metadata = Metadata(
        title=supplied.title or stated.title or title[0],
        outlet=supplied.outlet or stated.outlet or header.outlet,
        author=supplied.author or stated.author or header.author,
        published=published.date,
        url=url,
        language=supplied.language or find_language(text) or stated.language,
    )
    return Article(
        id=article_id,
        **metadata.model_dump(),
        published_basis=published.basis,
        published_words=published.words,
        supplied=tuple(name for name, value in supplied if value),
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        title_in_text=title_in_text,
        bundled=bundled,
        origin=Origin(
            file=document.file,
            sha256=document.sha256,
            text_sha256=document.text_sha256,
            segments=tuple(segments),
            title=title[1],
            bounds=bounds,
        ),
        left_out=tuple(_left_out(document.text, bounds.start, bounds.end, cuts, controls)),
    )


def _title(text: str, lines: Sequence[Line], header: Header) -> tuple[str | None, Span | None]:
    if header.title is None:
        return None, None
    line = lines[header.title]
    return line.text, Span(*visible_span(text, line.text_start, line.end))


def _cuts(text: str, lines: Sequence[Line], labels: Sequence[Label | None]) -> list[Cut]:
    cuts: list[Cut] = []
    for line, label in zip(lines, labels, strict=True):
        if label is not None:
            cuts.append((line.start, line.end, label))
        elif line.size > 40:
            cuts += [
                (line.start + a, line.start + b, "caption")
                for a, b in find_numbered_captions(text[line.start : line.end])
            ]
    return cuts


def _kept(text: str, bounds: Span, cuts: Sequence[Cut], controls: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what remains of the bounds without cuts, blank lines between cuts, and control characters, in order."""
    gone: list[tuple[int, int]] = []
    for start, end, _ in cuts:
        if gone and not text[gone[-1][1] : start].strip():
            gone[-1] = (gone[-1][0], end)
        else:
            gone.append((start, end))
    kept: list[tuple[int, int]] = []
    position = bounds.start
    for start, end in sorted(gone + _within(controls, bounds.start, bounds.end)):
        if start > position:
            kept.append((position, start))
        position = max(position, end)
    if position < bounds.end:
        kept.append((position, bounds.end))
    return kept


def _without_margins(text: str, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Drop blank lines above the first and below the last line that is kept."""
    seen = [piece for piece in kept if not text[piece[0] : piece[1]].isspace()]
    if not seen:
        return []
    inner = kept[kept.index(seen[0]) : kept.index(seen[-1]) + 1]
    start, end = inner[0][0], inner[-1][1]
    while text[start].isspace():
        start += 1
    start = text.rfind("\n", 0, start) + 1 if text[inner[0][0] : start].count("\n") else inner[0][0]
    while text[end - 1].isspace():
        end -= 1
    inner[0] = (start, inner[0][1])
    inner[-1] = (inner[-1][0], end)
    return inner


def _within(controls: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    return list(controls[bisect_left(controls, (start, 0)) : bisect_left(controls, (end, 0))])


def _left_out(
    text: str, start: int, end: int, cuts: Iterable[Cut], controls: Sequence[tuple[int, int]]
) -> list[LeftOut]:
    """Return the cuts as stretches without white space around them; neighbours with one label are joined."""
    pieces: list[Cut] = []
    for first, last, label in cuts:
        first, last = trimmed(text, first, last)
        if first == last:
            continue
        if pieces and pieces[-1][2] == label and text[pieces[-1][1] : first].isspace():
            pieces[-1] = (pieces[-1][0], last, label)
        else:
            pieces.append((first, last, label))
    hidden: list[Cut] = [(a, b, "control_character") for a, b in _within(controls, start, end)]
    left_out: list[LeftOut] = []
    for first, last, label in sorted(pieces + hidden, key=lambda cut: (cut[0], -cut[1])):
        if not left_out or first >= left_out[-1].end:
            left_out.append(LeftOut(start=first, end=last, label=label, reason=REASONS[label]))
    return left_out
