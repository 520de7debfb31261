"""A file as `brief clean --explain` shows it: what was kept, what was cut and why, line by line."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from brief.dates import published_in_words
from brief.schema import Article, Cleaned, LeftOut, RawDocument

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORT = 40
_PIPE = 80
_HARMLESS = "\u200c\u200d\xad"
_PLAIN = {"kept": "", "cut": "", "headline": "", "rule": ""}
_COLOURED = {"kept": "", "cut": "\x1b[2;31m", "headline": "\x1b[1m", "rule": "\x1b[36m"}
_MARKS = {"kept": "  ", "cut": "- ", "headline": "# ", "rule": "= "}
_END = "\x1b[0m"


class _Block(NamedTuple):
    """A stretch of the stored text that is shown in one way, with the words in brackets before it."""

    kind: str
    start: int
    end: int
    note: str = ""


class Page(NamedTuple):
    """How wide the lines are (terminal cells, null for never wrapped), and whether they carry colour."""

    width: int | None
    colour: bool

    def show(self, kind: str, text: str) -> Iterator[str]:
        """Yield a line of text behind the mark of its kind, wrapped."""
        mark, style = _MARKS[kind], (_COLOURED if self.colour else _PLAIN)[kind]
        for row in _wrapped(text, self.width - len(mark)) if self.width else (text,):
            yield f"{style}{mark}{row}{_END if style else ''}"

    def rule(self, text: str) -> Iterator[str]:
        """Yield a line that parts what is above from what is below."""
        return self.show("rule", f"{text} ".ljust((self.width or _PIPE) - 2, "─"))


def explained(document: RawDocument, cleaned: Cleaned, articles: Sequence[Article], page: Page) -> Iterator[str]:
    """Yield the lines that show a document: rules at the bounds of its articles, then what is kept and what is cut.

    Each line begins with two characters: spaces (kept), `- ` (cut), `# ` (headline) or `= ` (about the file or an
    article). `articles` are those of `cleaned`, under the ids that the whole set gives them.
    """
    blank = False
    for line in _lines(document, cleaned, articles, page):
        if line or not blank:
            yield line
        blank = not line


def _lines(document: RawDocument, cleaned: Cleaned, articles: Sequence[Article], page: Page) -> Iterator[str]:
    yield from page.show("rule", f"{visible(document.file)}: {_count(len(articles), 'article')}")
    outside = list(cleaned.left_out)
    for article in articles:
        start = article.origin.bounds.start
        yield from _outside(document.text, [cut for cut in outside if cut.start < start], page)
        outside = [cut for cut in outside if cut.start >= start]
        yield ""
        yield from _facts(article, page)
        yield ""
        for block in _blocks(document.text, article):
            yield from _shown(document.text, block, page)
    yield from _outside(document.text, outside, page)
    yield ""
    for line in _tally(document.text, cleaned, articles):
        yield from page.show("rule", line)
    if document.unread:
        around = f"{_count(document.unread, 'word')} of the web page around the article were not read"
        yield from page.show("rule", f"{around}: menus, links and the like, as {document.extractor} found them")


def visible(text: str) -> str:
    """Return a text in which no character steers the terminal: each that can't be seen is written as its escape."""
    return "".join(map(_seen, text))


def _seen(char: str) -> str:
    if char.isprintable() or char in _HARMLESS:
        return char
    return " " if char == "\t" or unicodedata.category(char) == "Zs" else ascii(char)[1:-1]


def _facts(article: Article, page: Page) -> Iterator[str]:
    yield from page.rule(f"article {visible(article.id)}")
    when = published_in_words(article.published, article.published_basis, article.published_words)
    when += " (stated)" if article.published_basis == "stated" else ""
    for name, value in (("title", article.title), ("published", when), ("outlet", article.outlet)):
        yield from page.show("rule", f"{name:<9} {visible(value) if value else 'not found'}")


def _blocks(text: str, article: Article) -> Iterator[_Block]:
    """Yield the stretches of an article's part of the file: characters that can't be seen stay inside theirs."""
    position, end = article.origin.bounds
    for cut in (*article.left_out, None):
        if cut is not None and cut.label == "control_character":
            continue
        yield from _around_title(_Block("kept", position, cut.start if cut else end), article)
        if cut is not None:
            yield from _around_title(_cut_block(cut), article)
            position = cut.end


def _cut_block(cut: LeftOut) -> _Block:
    return _Block("cut", cut.start, cut.end, f"[{cut.label.replace('_', ' ')}: {cut.reason}] ")


def _around_title(block: _Block, article: Article) -> Iterator[_Block]:
    title = article.origin.title
    if title is None or not block.start <= title.start <= title.end <= block.end:
        yield block
        return
    yield block._replace(end=title.start)
    yield _Block("headline", title.start, title.end, "[headline: kept as the title] " if block.kind == "cut" else "")
    yield block._replace(start=title.end)


def _shown(text: str, block: _Block, page: Page) -> Iterator[str]:
    rows = [" ".join(visible(row).split()) for row in text[block.start : block.end].splitlines()]
    if block.kind == "cut":
        rows = _joined([row for row in rows if row])
    note = block.note
    for above, row in zip(("", *rows), rows, strict=False):
        if row:
            yield from page.show(block.kind, note + row)
            note = ""
        elif above:
            yield ""


def _joined(rows: Sequence[str]) -> list[str]:
    """Return rows with neighbours as short as a button on one line, a stroke between them."""
    joined: list[str] = []
    short: list[str] = []
    for row in rows:
        if len(row) <= _SHORT:
            short.append(row)
            continue
        joined += [" / ".join(short), row] if short else [row]
        short = []
    return [*joined, " / ".join(short)] if short else joined


def _outside(text: str, cuts: Sequence[LeftOut], page: Page) -> Iterator[str]:
    shown = [cut for cut in cuts if cut.label != "control_character"]
    if shown:
        yield ""
        yield from page.rule("in no article")
        yield ""
    for cut in shown:
        yield from _shown(text, _cut_block(cut), page)


def _tally(text: str, cleaned: Cleaned, articles: Sequence[Article]) -> Iterator[str]:
    cut: Counter[str] = Counter()
    hidden = 0
    for one in (*cleaned.left_out, *(each for article in articles for each in article.left_out)):
        if one.label == "control_character":
            hidden += one.end - one.start
        else:
            cut[one.label] += _words(text[one.start : one.end])
    kept = sum(_words(article.text) for article in articles)
    told = ", ".join(f"{label} {number:,}" for label, number in cut.most_common())
    yield f"kept {_count(kept, 'word')}, cut {_count(cut.total(), 'word')}{': ' + told if told else ''}"
    if hidden:
        yield f"cut {_count(hidden, 'character')} that can't be seen from the words kept"


def _words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Yield rows of at most `width` terminal cells, broken at spaces where there are any."""
    row, cells, space = "", 0, -1
    for char in text:
        wide = _cells(char)
        if row and cells + wide > width:
            if char == " ":
                yield row
                row, cells, space = "", 0, -1
                continue
            cut = space if space > 0 else len(row)
            yield row[:cut]
            row = row[cut:].lstrip(" ")
            cells, space = sum(map(_cells, row)), -1
        if char == " ":
            space = len(row)
        row, cells = row + char, cells + wide
    if row:
        yield row


def _cells(char: str) -> int:
    if unicodedata.combining(char) or char in _HARMLESS:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
