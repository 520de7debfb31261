"""A page seen whole: which blocks trafilatura kept, which are like those, and the box that holds most of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from brief.read.page_blocks import RUN, Block, Box, Run, runs

_WORD = re.compile(r"\w+")
_PROSE = 10  # words from which a block that is no list of links counts as prose
_NEAR = 3  # blocks on either side that speak for a block
_ENOUGH = 0.5  # how much of a block and its neighbours has to be adopted for it to be asked about
_INSIDE = frozenset(("p", "li", "blockquote", "span"))  # tags of boxes that hold one paragraph of the box around them


@dataclass(frozen=True)
class Core:
    """What the blocks of a page, taken together, tell of each; lists are by number of block or of box."""

    runs: list[set[Run]]
    kept: list[float]  # share of the block's words that trafilatura kept, 0 to 1
    linked: list[float]  # share of the block's words that are links
    prose: list[bool]
    adopted: list[float]  # as kept, and 1 for prose in boxes of the same kind as the prose that was kept
    near: list[float]  # what is adopted of the three blocks before and the three after
    places: list[int]  # the blocks that are surely article: adopted prose, where there is any
    main: int  # the box whose own paragraphs hold the most words of those
    in_main: list[bool]  # of each box
    shared: list[int]  # depth at which each box leaves the path from the page to the main box
    box_adopted: list[float]  # adopted words of each box

    def asked(self) -> list[int]:
        """Return the blocks that may belong to the article: something of them or right beside them is adopted."""
        return [i for i, own in enumerate(self.adopted) if own + self.near[i] >= _ENOUGH]


def core(blocks: Sequence[Block], boxes: Sequence[Box], kept_text: str) -> Core:
    """Find the core of a page of at least one block, given the text that trafilatura kept of it."""
    own_runs = [runs(block.tokens) for block in blocks]
    kept = _kept(blocks, own_runs, kept_text)
    linked = [block.linked / block.words if block.words else 0.0 for block in blocks]
    prose = [block.words >= _PROSE and share < 0.5 for block, share in zip(blocks, linked, strict=True)]
    adopted, places = _adopted(blocks, boxes, kept, prose)
    near = [sum(adopted[max(i - _NEAR, 0) : i]) + sum(adopted[i + 1 : i + 1 + _NEAR]) for i in range(len(blocks))]
    main = _main_box(blocks, boxes, places)
    in_main, shared = _around(boxes, main)
    box_adopted = [0.0] * len(boxes)
    for block, share in zip(blocks, adopted, strict=True):
        box_adopted[block.box] += share * block.words
    for number in range(len(boxes) - 1, 0, -1):
        box_adopted[boxes[number].parent] += box_adopted[number]
    return Core(own_runs, kept, linked, prose, adopted, near, places, main, in_main, shared, box_adopted)


def _kept(blocks: Sequence[Block], own_runs: Sequence[set[Run]], text: str) -> list[float]:
    """Return the share of each block's words that stand in the text; short blocks count where they are a line of it."""
    lines = [_WORD.findall(line) for line in text.split("\n")]
    words = [word for line in lines for word in line]
    all_runs, all_words, all_lines = runs(words), set(words), {" ".join(line) for line in lines}

    def share(tokens: list[str], own: set[Run]) -> float:
        if not tokens:
            return 0.0
        if len(tokens) >= RUN:
            return len(own & all_runs) / len(own)
        if " ".join(tokens) in all_lines:
            return 1.0
        return 0.3 if all_words.issuperset(tokens) else 0.0

    return [share(block.tokens, own) for block, own in zip(blocks, own_runs, strict=True)]


def _adopted(
    blocks: Sequence[Block], boxes: Sequence[Box], kept: Sequence[float], prose: Sequence[bool]
) -> tuple[list[float], list[int]]:
    """Return what to adopt of each block, and the adopted prose."""
    paragraphs = [i for i, yes in enumerate(prose) if yes]
    places = [i for i in paragraphs if kept[i] > 0.8] or paragraphs or [0]
    kin = [(boxes[block.box].signature, boxes[boxes[block.box].parent].signature) for block in blocks]
    kin_words: Counter[tuple[str, str]] = Counter()
    for i in places:
        kin_words[kin[i]] += blocks[i].words
    enough = max(60, 0.3 * sum(blocks[i].words for i in places))
    adopted = list(kept)
    for i in paragraphs:
        if kin_words[kin[i]] >= enough and not boxes[blocks[i].box].hidden:
            adopted[i] = 1.0
    return adopted, [i for i in paragraphs if adopted[i] > 0.8] or places


def _main_box(blocks: Sequence[Block], boxes: Sequence[Box], places: Sequence[int]) -> int:
    held: Counter[int] = Counter()
    for i in places:
        box = boxes[blocks[i].box]
        held[box.parent if box.tag in _INSIDE else blocks[i].box] += blocks[i].words
    return held.most_common(1)[0][0]


def _around(boxes: Sequence[Box], main: int) -> tuple[list[bool], list[int]]:
    """Return for each box whether it stands in the main one, and the depth down to which both have the same boxes."""
    path = set()
    number = main
    while number not in path:
        path.add(number)
        number = boxes[number].parent
    in_main, shared = [False] * len(boxes), [0] * len(boxes)
    for n, box in enumerate(boxes):
        shared[n] = box.depth if n in path else shared[box.parent]
        in_main[n] = n == main or (n > 0 and in_main[box.parent])
    return in_main, shared
