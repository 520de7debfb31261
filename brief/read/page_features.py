"""What is known about a block of a page: its words, its boxes, its neighbours, and trafilatura's opinion."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from brief.read.page_blocks import ROLE_BITS, TAG_BITS, Block, Box, Run
from brief.read.page_core import Core, core

_WORD = re.compile(r"\w+")
_ENDS = tuple(".!?…。！？।")
_CLOSERS = "\"'”’»)] 」』"
_STOP = re.compile("[.!?。]")
_QUOTE = re.compile('["“”«»„「]')
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:h.]\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_BYLINE = re.compile(r"(?:by|von|par|por|di|door|written by|reporting by|editing by|autor|author|автор)\b", re.I)
_CREDIT = re.compile(
    r"\b(?:photo|photos|photograph|photographer|picture|image|images|foto|fotos|courtesy|credit|illustration|video|"
    r"crédit|crédito|фото)\b|写真|©",
    re.I,
)
_OFFER = re.compile(
    r"\b(?:subscri\w+|newsletters?|sign(?:ed)? ?(?:up|in)|log ?in|register\w*|inbox|download|app|donate|support us|"
    r"follow us|copyright|rights reserved|privacy|cookies?|terms|e-?mail|click here|advertisement|sponsored|abonn\w+|"
    r"suscr\w+|assin\w+|iscri\w+|подпис\w+)\b|©",
    re.I,
)
_MORE = re.compile(
    r"\b(?:read (?:more|also|next|the full)|more (?:on|from|stories|news)|related|see also|also read|continue reading|"
    r"recommended|trending|most read|watch|share|tweet|comments?|don't miss|you may|mehr zum|lesen sie|lire aussi|"
    r"leia|lea|leggi|lees ook|читайте)\b|関連",
    re.I,
)
_FUNCTION = frozenset(
    (
        "the a an of to in and that is was for on with as at by it he she his her they from this have has had be "
        "are were not but or which who will would der die das und ist den von zu mit sich auf für nicht dem ein "
        "eine le la les de des et en un une est que qui dans pour pas du el los las y es con por del se una no o "
        "os da do em um uma não com il di che è per non sono het van een dat niet zijn и в не на что с по как из у "
        "за"
    ).split()
)
_ROLES = tuple(ROLE_BITS)
_TAGS = tuple(TAG_BITS)
NAMES: tuple[str, ...] = (
    "words",
    "letters_a_word",
    "linked",
    "links",
    "bold",
    "ends_sentence",
    "ends_colon",
    "ends_open",
    "function_words",
    "capitals",
    "digits",
    "begins_small",
    "sentences",
    "date",
    "byline",
    "credit",
    "offer",
    "more",
    "is_title",
    "repeated",
    "before_break",
    "quote_marks",
    "mention",
    *(f"own_{role}" for role in _ROLES),
    *(f"in_{role}" for role in _ROLES),
    *(f"tag_{tag}" for tag in _TAGS),
    "heading",
    "paragraph",
    "item",
    "quote",
    "row",
    "plain_box",
    "hidden",
    "box_words",
    "box_blocks",
    "box_linked",
    "outer_linked",
    "outer_blocks",
    "outer_kept",
    "signature_kept",
    "signature_words",
    "signature_core",
    "outer_signature_core",
    "outer_core",
    "outer_prose_share",
    "prose_same_box",
    "kept",
    "kept_before",
    "kept_after",
    "kept_before2",
    "kept_after2",
    "words_before",
    "words_after",
    "linked_before",
    "linked_after",
    "prose_before",
    "prose_after",
    "adopted",
    "adopted_before",
    "adopted_after",
    "adopted_near",
    "runs_seen",
    "above_core",
    "below_core",
    "core_before",
    "distance_core",
    "in_main",
    "child_of_main",
    "depth_shared",
    "depth_below",
    "main_share",
    "position",
    "kept_total",
)


@lru_cache(maxsize=4096)
def _flags(bits: int, count: int) -> tuple[float, ...]:
    return tuple(float(bits >> place & 1) for place in range(count))


def describe(
    blocks: Sequence[Block], boxes: Sequence[Box], kept_text: str, titles: Sequence[str]
) -> dict[int, list[float]]:
    """Return a row, its columns as in `NAMES`, for each block that may belong to the article, by the block's number."""
    if not blocks:
        return {}
    view = core(blocks, boxes, kept_text)
    asked = view.asked()
    seen = Counter(block.text for block in blocks)
    folded = {" ".join(_WORD.findall(title)).lower() for title in titles if title}
    rows = {i: _own(blocks[i], view.linked[i], seen[blocks[i].text], folded) for i in asked}
    for i, around, beside, placed in zip(
        asked,
        _boxed(blocks, boxes, view, asked),
        _neighbours(blocks, view, asked),
        _placed(blocks, boxes, view, asked),
        strict=True,
    ):
        box = boxes[blocks[i].box]
        rows[i] += _flags(box.own | boxes[box.parent].own, len(_ROLES))
        rows[i] += _flags(box.roles, len(_ROLES))
        rows[i] += _flags(box.around, len(_TAGS))
        rows[i] += around + beside + placed
    return rows


def _own(block: Block, linked: float, seen: int, titles: set[str]) -> list[float]:
    """Return what a block's words alone tell."""
    text = block.text
    bare = text.rstrip(_CLOSERS)
    size = max(block.words, 1)
    begun = block.tokens[:40]
    shown = max(len(begun), 1)
    return [
        math.log1p(block.words),
        len(text) / size,
        linked,
        min(block.links, 10),
        block.bold / size,
        float(bare.endswith(_ENDS)),
        float(bare.endswith((":", "："))),
        float(text.endswith(("...", "…"))),
        len([word for word in begun if word.lower() in _FUNCTION]) / shown,
        len([word for word in begun if word[0].isupper()]) / shown,
        len([word for word in begun if word.isdigit()]) / shown,
        float(text[0].islower()),
        min(len(_STOP.findall(text)), 10),
        float(_DATE.search(text[:200]) is not None),
        float(_BYLINE.match(text) is not None),
        float(_CREDIT.search(text[-120:]) is not None),
        float(_OFFER.search(text[:300]) is not None),
        float(_MORE.search(text[:60]) is not None),
        float(" ".join(block.tokens).lower() in titles),
        math.log(seen),
        float(block.before_break),
        min(len(_QUOTE.findall(text)), 6),
        float("@" in text or text.startswith(("—", "–"))),
    ]


def _boxed(blocks: Sequence[Block], boxes: Sequence[Box], view: Core, asked: Sequence[int]) -> list[list[float]]:
    """Return for each block what its box and the box around that tell, and how much alike boxes hold of the article."""
    signatures: Counter[str] = Counter()
    signature_kept: Counter[str] = Counter()
    for block, kept in zip(blocks, view.kept, strict=True):
        signature = boxes[block.box].signature
        signatures[signature] += block.words
        signature_kept[signature] += int(kept * block.words)
    signature_core: Counter[str] = Counter()
    outer_core: Counter[str] = Counter()
    own_core: Counter[int] = Counter()
    for i in view.places:
        box = boxes[blocks[i].box]
        signature_core[box.signature] += blocks[i].words
        outer_core[boxes[box.parent].signature] += blocks[i].words
        own_core[box.parent] += blocks[i].words
    places = set(view.places)

    def row(i: int) -> list[float]:
        block = blocks[i]
        box = boxes[block.box]
        outer = boxes[box.parent]
        same = signatures[box.signature] - block.words
        same_kept = signature_kept[box.signature] - int(view.kept[i] * block.words)
        mine = block.words if i in places else 0
        return [
            float(len(box.tag) == 2 and box.tag[0] == "h" and box.tag[1].isdigit()),
            float(box.tag == "p"),
            float(box.tag in ("li", "dd", "dt")),
            float(box.tag == "blockquote"),
            float(box.tag in ("tr", "td", "th")),
            float(box.tag in ("div", "section", "article", "body")),
            float(box.hidden),
            math.log1p(box.words),
            math.log1p(box.blocks),
            box.linked / max(box.words, 1),
            outer.linked / max(outer.words, 1),
            math.log1p(outer.blocks),
            view.box_adopted[box.parent] / max(outer.words, 1),
            same_kept / same if same else -1.0,
            math.log1p(same),
            math.log1p(signature_core[box.signature] - mine),
            math.log1p(outer_core[outer.signature] - mine),
            math.log1p(own_core[box.parent] - mine),
            outer.prose / max(outer.words, 1),
            math.log1p(outer.prose),
        ]

    return [row(i) for i in asked]


def _neighbours(blocks: Sequence[Block], view: Core, asked: Sequence[int]) -> list[list[float]]:
    """Return for each block what the blocks before and after it tell; beyond the page's ends stand links unkept."""
    edge = [0.0, 0.0]
    kept = [*edge, *view.kept, *edge]
    adopted = [*edge, *view.adopted, *edge]
    linked = [1.0, *view.linked, 1.0]
    words = [0, *(block.words for block in blocks), 0]
    return [
        [
            kept[i + 2],
            kept[i + 1],
            kept[i + 3],
            kept[i],
            kept[i + 4],
            math.log1p(words[i]),
            math.log1p(words[i + 2]),
            linked[i],
            linked[i + 2],
            float(sum(view.prose[max(i - 4, 0) : i])),
            float(sum(view.prose[i + 1 : i + 5])),
            adopted[i + 2],
            adopted[i + 1],
            adopted[i + 3],
            view.near[i],
        ]
        for i in asked
    ]


def _placed(blocks: Sequence[Block], boxes: Sequence[Box], view: Core, asked: Sequence[int]) -> list[list[float]]:
    """Return for each block where it stands on the page and towards the article's core."""
    first, last = view.places[0], view.places[-1]
    places = set(view.places)
    words_before = list(accumulate((block.words for block in blocks), initial=0))
    core_before = list(accumulate((block.words * (i in places) for i, block in enumerate(blocks)), initial=0))
    kept_total = math.log1p(sum(kept * block.words for kept, block in zip(view.kept, blocks, strict=True)))
    main = boxes[view.main]
    page_words, core_words = words_before[-1] or 1, core_before[-1] or 1
    distance, seen = _so_far(view, places)

    def row(i: int) -> list[float]:
        number = blocks[i].box
        box = boxes[number]
        return [
            seen[i],
            math.log1p(max(first - i, 0)),
            math.log1p(max(i - last, 0)),
            core_before[i] / core_words,
            math.log1p(distance[i]),
            float(view.in_main[number]),
            float(view.main in (number, box.parent)),
            float(view.shared[number] - main.depth),
            float(box.depth - view.shared[number]),
            main.words / page_words,
            words_before[i] / page_words,
            kept_total,
        ]

    return [row(i) for i in asked]


def _so_far(view: Core, places: set[int]) -> tuple[list[int], list[float]]:
    """Return how many blocks back the last of the core is, and how much of each block stood in prose before it."""
    distance: list[int] = []
    seen: list[float] = []
    earlier: set[Run] = set()
    back = 0
    for i, own in enumerate(view.runs):
        back = 0 if i in places else back + 1
        distance.append(back)
        seen.append(len(own & earlier) / len(own) if own else 0.0)
        if view.prose[i]:
            earlier |= own
    return distance, seen
