"""Numbered sentences of a text: the addresses that every finding is cited by."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.schema import Sentence

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_STOP = re.compile(r"[.!?…]+|[。！？｡]+")
_CLOSERS = frozenset("\"'”’»›“)]}」』）")
_OPENERS = frozenset("\"'“‘«‹„‚([{¿¡「『»-–—•*#@")
_CJK_STOP = frozenset("。！？｡")
# never the last word of a sentence: the full stop belongs to the word, and a name or number follows
_BEFORE_NAME = frozenset(
    """mr mrs ms dr prof gen gov sen rep lt col sgt capt cmdr adm maj rev hon st ste mt ft sens reps govs pres supt
    insp
    det cpl pvt msgr fr sr sra srta dra lic ing mme mlle hr fru herr dipl vs v e.g i.e cf viz ca approx al op
    geb bzw z.b d.h u.a str nr abs art av avda pág pag núm num""".split()
)
# an abbreviation when a number or a small letter follows, otherwise a word that can end a sentence
_BEFORE_NUMBER = frozenset("no nos p pp vol ch sec fig jan feb mar apr jun jul aug sept sep oct nov dec nr art".split())
_MAYBE_LAST = frozenset(
    """inc corp co ltd jr sr etc bros dept dist est univ assn jan feb mar apr jun jul aug sept sep oct nov dec
    calif fla
    ill mass mich minn pa tenn tex va wash wis ariz ark colo conn del ga ind kan ky la md miss mo mont neb nev okla
    ore
    vt wyo ala no usw uvm""".split()
)
# what begins a sentence after an acronym, rather than going on with a name
_STARTERS = frozenset(
    """The A An In On At But And Or If When While As After Before He She They It We I You This That These Those
    There His
    Her Its Their Our My Your However Meanwhile Yet Still So For From With By To No Not Some Many Most Several Both
    What
    Who Why How Since Although Though Because According Also Then Now Here Under Among Asked Last Next During Despite
    Each All One Two El La Los Las Le Les Der Die Das Il O Os Mr. Mrs. Ms.""".split()
)
# days and months: `5 p.m. Tuesday` and `3. Oktober` go on
_CALENDAR = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December ET EST EDT PT PST PDT GMT BST CET UTC Eastern Pacific Central Januar
    Februar März
    Mai Juni Juli Oktober Dezember Jahrhundert Jahrhunderts""".split()
)
_WORD_BEFORE = 24


@lru_cache(maxsize=512)
def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Cut a text into sentences, numbered from 1; a line break always ends one.

    A closing quotation mark belongs to the sentence it closes, and a quotation of several sentences is several
    sentences. Offsets are code points; white space around a sentence belongs to none. Linear in the length.
    """
    found: list[Sentence] = []
    paragraphs = 0
    for paragraph in _PARAGRAPH.finditer(text):
        if paragraph.group().isspace():
            continue
        paragraphs += 1
        start = paragraph.start()
        for stop in (*_ends(text, start, paragraph.end()), paragraph.end()):
            first, last = start, stop
            while first < last and text[first].isspace():
                first += 1
            while last > first and text[last - 1].isspace():
                last -= 1
            start = stop
            if first < last:
                found.append(Sentence(number=len(found) + 1, start=first, end=last, paragraph=paragraphs))
    return tuple(found)


def _ends(text: str, start: int, end: int) -> list[int]:
    ends: list[int] = []
    begun = start
    position = start
    while (stop := _STOP.search(text, position, end)) is not None:
        position = stop.end()
        if text[stop.start()] in _CJK_STOP:
            position = _past_closers(text, position, end, wide=True)
        else:
            after = _past_closers(text, position, end, wide=False)
            if after >= end or not text[after].isspace() or not _sentence_ends(text, stop, after, begun, end):
                continue
            position = after
        ends.append(position)
        begun = position
    return ends


def _past_closers(text: str, at: int, end: int, *, wide: bool) -> int:
    """Step over closing marks. A mark between the stop and a letter opens the next sentence instead."""
    first = at
    while at < end and text[at] in _CLOSERS and at - first < 8:
        if wide and text[at] in "“\"'‘«" and at + 1 < end and not text[at + 1].isspace():
            break
        at += 1
    return at


def _sentence_ends(text: str, stop: re.Match[str], after: int, begun: int, end: int) -> bool:
    """Whether the stop, its closing marks up to `after`, ends a sentence that began at `begun`."""
    following = after
    while following < end and text[following].isspace():
        following += 1
    if following >= end:
        return True
    first = following
    while first < end - 1 and (text[first] in _OPENERS or text[first].isspace()) and first - following < 6:
        first += 1
    opened = first > following
    lead = text[first]
    mark = stop.group()
    if lead.islower() and not (opened and text[following] in "•*" and mark[-1] in ".!?"):
        return False
    if mark != ".":
        # an ellipsis or a question mark inside a quotation that the sentence runs on after
        return not (mark[0] in ".…" and lead.isdigit())
    word = _word_before(text, stop.start(), begun)
    low = word.lower()
    closed = after > stop.end()
    if not word:
        return True
    if low in _BEFORE_NAME:
        return False
    if low in _BEFORE_NUMBER and lead.isdigit():
        return False
    if "." in word or (len(word) == 1 and word.isalpha()):
        return _after_initials(text, word, first, end, closed or opened)
    if (
        low in _MAYBE_LAST
        and not closed
        and low not in ("no", "miss", "mass", "ill", "wash", "del", "mar", "la", "ind")
    ):
        return _next_word(text, first, end) in _STARTERS or opened
    if word.isdigit() and not closed and _next_word(text, first, end) in _CALENDAR:
        return False
    numbering = word.isdigit() and not text[begun : stop.start() - len(word)].strip(" \t#*•-–(")
    return not numbering  # `3. The third item` of a list goes on


def _after_initials(text: str, word: str, first: int, end: int, marked: bool) -> bool:
    """After `D.E.F.`, `a.m.` or an initial: does a new sentence begin?"""
    following = _next_word(text, first, end)
    if len(word) == 1:
        # `Plan B. The ...` ends; `J. Roe` does not
        return word.isupper() and word != "I" and following in _STARTERS if not marked else True
    if word.lower() in ("a.m", "p.m", "u.s", "u.k", "d.c", "u.n", "e.u"):
        time = word.lower() in ("a.m", "p.m") and not text[first].isdigit() and following not in _CALENDAR
        return marked or following in _STARTERS or time
    return marked or following in _STARTERS


def _word_before(text: str, at: int, begun: int) -> str:
    """The word, dots inside it included, that ends at `at`."""
    a = at
    low = max(begun, at - _WORD_BEFORE)
    while a > low and (text[a - 1].isalnum() or (text[a - 1] == "." and a - 1 > low and text[a - 2].isalnum())):
        a -= 1
    return text[a:at]


def _next_word(text: str, first: int, end: int) -> str:
    b = first
    while b < min(end, first + _WORD_BEFORE) and (text[b].isalnum() or text[b] in "'’"):
        b += 1
    word = text[first:b]
    return word + "." if word in ("Mr", "Mrs", "Ms") else word
