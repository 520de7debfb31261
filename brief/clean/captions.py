"""Captions and credits of pictures: as lines, and numbered ones that run through a paragraph."""

from __future__ import annotations

import re
from collections import Counter

from brief.sentences import split_sentences

# "4 The quay at dawn. JANE DOE/AGENCY 4 The crane. Agency": every caption opens with the number of pictures.
_OPEN = re.compile(r"(?<=[.!?”’\"')A-Za-z] )(\d{1,2}) (?=[A-ZÀ-Ý“\"'‘])")
_CAPITALISED = re.compile(r"(?:[A-ZÀ-Ý][^\s.!?,;:]*|[&|]) ?")
_HOUSE_WORDS = frozenset("images pictures photos press news agency media".split())
_CREDIT = re.compile(
    r"\(?\b(?:photo|photograph|image|picture|foto|fotografía|bild|crédit|credit|crédito|video|фото)s?(?:\s+by|\s+credit)?\s*[:/©|]|©|"
    r"\bgetty\b|/(?:AP|AFP|EPA|EFE|Reuters|dpa|ANSA)\b|\((?:AP|AFP|EPA|EFE|Reuters|dpa|ANSA)\b[^)]{0,40}\)$",
    re.IGNORECASE,
)
_AGENCY_END = re.compile(
    r"[^\s.!?]\.?\s?[A-ZÀ-Ý][^\n()]{2,60} \([A-Z][A-Z .]{1,10}\)$|[.!?”’]\S[^\n]{2,80}\([A-Z]{2,6}\)$"
)
_NUMBERED = re.compile(
    r"(?:image|photo|picture|slide|bild|foto)\s+(?:caption\b|\d+\s*(?:of|/|von|de)\s)", re.IGNORECASE
)
_TAKEN_BY = re.compile(r"(?:[摄攝]影?|撮影)[)）」】]?$")
_CREDIT_MARK = re.compile("[:/©|(]")
_LONGEST = 400
_CREDIT_WORDS = 8


def is_caption(text: str, size: float, ends: bool) -> bool:
    """Tell whether a line of some words is the caption or credit of a picture; `ends` as a sentence does."""
    if size > 60:
        return False
    if _NUMBERED.match(text) or _TAKEN_BY.search(text[-4:]):
        return True
    marked = _CREDIT_MARK.search(text) or "getty" in text.casefold()
    found = _CREDIT.search(text) if marked else None
    if found and (size <= 12 or not ends or found.start() > len(text) * 0.6):
        return size <= 12 or found.start() == 0 or found.end() > len(text) * 0.6
    return not ends and text.endswith(")") and _AGENCY_END.search(text) is not None


def find_numbered_captions(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a line that are numbered captions: two or more that open with the same number.

    Each runs from its number over one sentence and the credit behind it, and takes the space after it along.
    """
    opens = list(_OPEN.finditer(text))
    shared = Counter(m[1] for m in opens)
    starts = {m.start() for m in opens}
    found: list[tuple[int, int]] = []
    for m in opens:
        if shared[m[1]] < 2 or (found and m.start() < found[-1][1]):
            continue
        sentences = split_sentences(text[m.end() : m.end() + _LONGEST])
        if len(sentences) > 1 or (sentences and m.end() + _LONGEST >= len(text)):
            found.append((m.start(), _credit_end(text, m.end() + sentences[0].end, starts)))
    return tuple(found)


def _credit_end(text: str, start: int, opens: set[int]) -> int:
    """Return where the credit ends: capitalised words, but not the first word of the sentence that follows."""
    while start < len(text) and text[start] == " ":
        start += 1
    ends = [start]
    words: list[str] = []
    while len(words) < _CREDIT_WORDS and ends[-1] not in opens:
        word = _CAPITALISED.match(text, ends[-1])
        if word is None:
            break
        ends.append(word.end())
        words.append(word.group().strip())
    if ends[-1] in opens or ends[-1] == len(text):
        return ends[-1]
    slashed = max((i for i, word in enumerate(words, start=1) if "/" in word), default=0)
    if slashed:
        more = slashed < len(words) and words[slashed].lower() in _HOUSE_WORDS
        return ends[slashed + more]
    capitals = 0
    while capitals < len(words) - 1 and len(words[capitals]) > 1 and words[capitals].isupper():
        capitals += 1
    return ends[capitals or max(len(words) - 1, 0)]
