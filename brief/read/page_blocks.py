"""A web page cut into blocks of text in document order, each with the boxes (elements) it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lxml import etree

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
_SILENT = frozenset(
    "script style noscript template svg math canvas iframe object embed audio video map select textarea button input "
    "datalist head".split()
)
_CELLS = frozenset(("td", "th"))
_BOLD = frozenset("b strong em i".split())
ROLES = {
    role: frozenset(words.split())
    for role, words in {
        "related": "related recommend recommended recommendation recommendations popular trending recirc more read "
        "also latest similar recent mostread teaser teasers promo promoted outbrain taboola carousel river feed list",
        "share": "share sharing social follow button buttons toolbar tools like tweet email print",
        "comments": "comment comments discussion respond reply replies disqus responses",
        "caption": "caption captions credit credits copyright",
        "picture": "image images img photo photos picture gallery media video figure slideshow player lightbox",
        "author": "author authors byline bio contributor writer profile avatar",
        "offer": "newsletter subscribe subscription signup paywall register login offer donate membership cta form",
        "advert": "ad ads advert advertisement sponsor sponsored sponsors dfp gpt banner",
        "menu": "nav navigation menu breadcrumb breadcrumbs tag tags topic topics category categories pagination pager "
        "footer sidebar widget widgets aside header masthead skip",
        "stamp": "date time timestamp published updated meta info dateline details",
        "body": "article body content story entry post text paragraph main articlebody prose",
        "heading": "title headline heading hed kicker subtitle",
        "lead": "summary subtitle dek deck lead lede description standfirst intro excerpt abstract subheading",
        "aside": "inset pullquote factbox infobox box embed embedded note notes correction disclaimer module component",
        "hidden": "hidden hide modal popup overlay tooltip sr only visually screen print",
    }.items()
}
ROLE_BITS = {role: 1 << number for number, role in enumerate(ROLES)}
TAG_BITS = {
    tag: 1 << number
    for number, tag in enumerate(
        "article main section aside nav header footer figure figcaption form table ul ol blockquote p li".split()
    )
}
_WORD_BITS: dict[str, int] = {}
for _role, _words in ROLES.items():
    for _word in _words:
        _WORD_BITS[_word] = _WORD_BITS.get(_word, 0) | ROLE_BITS[_role]
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_TOKEN = re.compile(r"\w+")
RUN = 4
Run = tuple[str, ...]
_PASTED = 200  # words from which a block may be the whole article again, in one piece
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_NAME_LENGTH = 300


@dataclass(slots=True)
class Box:
    """An element that holds blocks: its place in the tree and what stands in it."""

    tag: str
    parent: int  # its number among the boxes; the first box is its own parent
    depth: int
    own: int  # roles its class and id name, as bits of ROLE_BITS
    roles: int  # the same with those of every box around it
    around: int  # the tags around it and its own, as bits of TAG_BITS
    name: str  # tag and class
    signature: str  # its name after that of the box around it
    hidden: bool
    blocks: int = 0  # blocks in it, at any depth
    words: int = 0
    linked: int = 0  # words of these that are links
    prose: int = 0  # words that stand directly in paragraphs of it


@dataclass(slots=True)
class Block:
    """A stretch of text between two block-level tags or line breaks."""

    text: str
    box: int
    tokens: list[str]
    words: int = 0
    linked: int = 0
    bold: int = 0
    links: int = 0
    before_break: bool = False  # a line break, not a tag, ends it


@dataclass(slots=True)
class _Cutter:
    boxes: list[Box] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)
    links: int = 0

    def add(self, text: str, linked: bool, bold: bool) -> None:
        if self.pieces or not text.isspace():
            self.pieces.append((text, linked, bold))

    def flush(self, box: int, before_break: bool = False) -> None:
        if self.pieces:
            text = " ".join("".join([piece for piece, _, _ in self.pieces]).split())
            block = Block(
                text, box, _TOKEN.findall(text), count_words(text), links=self.links, before_break=before_break
            )
            for piece, linked, bold in self.pieces:
                if linked or bold:
                    words = count_words(piece)
                    block.linked += words * linked
                    block.bold += words * bold
            block.linked, block.bold = min(block.linked, block.words), min(block.bold, block.words)
            self.blocks.append(block)
            self.pieces = []
        self.links = 0


def count_words(text: str) -> int:
    """Return the number of words; two letters of a script without spaces count as one."""
    words = len(text.split())
    return words if text.isascii() else words + len(_NO_SPACES.findall(text)) // 2


def cut(tree: Any) -> tuple[list[Block], list[Box]]:
    """Cut a parsed page without comments into blocks of text in document order, in time linear in its size."""
    cutter = _Cutter()
    stack = [0]
    linked = bold = silent = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag
        if event == "start":
            if tag in _SILENT:
                silent += 1
            elif silent:
                continue
            elif tag in _INLINE:
                linked += tag == "a"
                cutter.links += tag == "a"
                bold += tag in _BOLD
            else:
                if tag in _CELLS:
                    cutter.add(" ", False, False)
                else:
                    cutter.flush(stack[-1], before_break=tag == "br")
                if tag != "br":
                    stack.append(len(cutter.boxes))
                    cutter.boxes.append(_box(node, tag, stack, cutter.boxes))
            if not silent and (text := node.text):
                cutter.add(text, linked > 0, bold > 0)
            continue
        if tag in _SILENT:
            silent -= 1
        elif silent:
            continue
        elif tag in _INLINE:
            linked -= tag == "a"
            bold -= tag in _BOLD
        elif tag in _CELLS:
            stack.pop()
            cutter.add(" ", False, False)
        elif tag != "br":
            cutter.flush(stack.pop())
        if not silent and (tail := node.tail) and len(stack) > 1:
            cutter.add(tail, linked > 0, bold > 0)
    cutter.flush(0)
    blocks = _without_pasted(cutter.blocks)
    _count(blocks, cutter.boxes)
    return blocks, cutter.boxes


def runs(tokens: list[str]) -> set[Run]:
    """Return the overlapping runs of four tokens."""
    return set(zip(*(tokens[start:] for start in range(RUN)), strict=False))


def _without_pasted(blocks: list[Block]) -> list[Block]:
    """Drop blocks that repeat, in one piece, what stands cut into paragraphs elsewhere on the page."""
    long = [block for block in blocks if block.words >= _PASTED]
    if not long:
        return blocks
    limit = min(block.words for block in long) / 2
    short: set[Run] = set()
    for block in blocks:
        if block.words < limit:
            short |= runs(block.tokens)
    pasted = {id(block) for block in long if len(own := runs(block.tokens)) and len(own & short) > 0.8 * len(own)}
    return [block for block in blocks if id(block) not in pasted]


def _box(node: Any, tag: str, stack: list[int], boxes: list[Box]) -> Box:
    parent = stack[-2] if boxes else 0
    around = boxes[parent] if boxes else None
    attributes = dict(node.items())  # by way of node.attrib, lxml refuses names like {
    classes = attributes.get("class", "")[:_NAME_LENGTH]
    style = attributes.get("style", "")[:_NAME_LENGTH]
    own = _roles(f"{classes} {attributes.get('id', '')}"[:_NAME_LENGTH]) if attributes else 0
    name = f"{tag} {classes}"
    hidden = (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (style != "" and "display:none" in style.replace(" ", "").lower())
    )
    return Box(
        tag,
        parent,
        around.depth + 1 if around else 0,
        own,
        (around.roles | own) if around else 0,
        (around.around if around else 0) | TAG_BITS.get(tag, 0),
        name,
        f"{around.name if around else ''} > {name}",
        hidden or (around.hidden if around else False),
    )


@lru_cache(maxsize=4096)
def _roles(names: str) -> int:
    bits = 0
    for part in _NAME_PARTS.findall(names):
        bits |= _WORD_BITS.get(part.lower(), 0)
    return bits


def _count(blocks: list[Block], boxes: list[Box]) -> None:
    for block in blocks:
        box = boxes[block.box]
        box.blocks += 1
        box.words += block.words
        box.linked += block.linked
    for number in range(len(boxes) - 1, 0, -1):
        box, around = boxes[number], boxes[boxes[number].parent]
        around.blocks += box.blocks
        around.words += box.words
        around.linked += box.linked
    for block in blocks:
        if block.words >= 10 and block.linked * 2 < block.words:
            box = boxes[block.box]
            box.prose += block.words
            if box.tag in ("p", "li", "blockquote", "span"):
                boxes[box.parent].prose += block.words
