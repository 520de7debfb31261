"""The hands a statement went through, read from the words around it: who told whom, who cites whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from brief.chains.outlets import find_outlets
from brief.lexicon.reporting import DOCUMENT_HEADS, GROUP_HEADS, UNNAMED_HEADS, is_agent_noun
from brief.schema import LinkKind, Span

MOST = 4
"""Hands of one kind that a sentence can name; nobody cites more."""

_HIDDEN = "\x01"
_TO_OUTLET = re.compile(
    r"\b(?:tell|tells|told|telling|interview with|interview to|interview in|speaking to|speaking with|spoke to|"
    r"spoke with|statement to|remarks to|wrote in|writing in|told in|said in|speaking on|appearing on|"
    r"(?:obtained|seen|reviewed|viewed|published|verified|aired|cited|quoted|reported|shared) "
    r"(?:first )?(?:by|with|in)|according to)\s+$"
)
_OUTLET_TELLS = re.compile(r"\s+(?:has |had |have |also |first |later )*(?:report(?:s|ed)|said|says|wrote|writes)\b")
_CITES = re.compile(r"\b(?:citing|quoting|cited|quoted|cites|quotes)\s+(?!by\b|as\b)")
_ACCORDING = re.compile(r"\baccording to\s+")
_SAYS = r"(?:said|says|say|told|had told|have told|had said|have said|confirmed|believed|acknowledged|admitted)"
_NESTED = re.compile(rf"^(?:that\s+)?(?P<who>[^,;:.\"“”{_HIDDEN}]{{2,100}}?)\s+(?:has |had |have |also )?{_SAYS}\b")
_END = re.compile(
    rf"[,;:—–\"“”«»(){_HIDDEN}]|"
    r"\s(?:that|as|said|says|saying|reported|reports|told|confirmed|which|but|while|and said)\b"
)
_ASIDE = re.compile(
    r",?\s+(?:citing|quoting|speaking|obtained|seen|reviewed|viewed|published|verified|that cited|which cited|"
    r"that quoted|which quoted|who spoke)\b"
)
_HEAD_ENDS = re.compile(
    r"\s+(?:of|in|by|with|who|from|familiar|close|at|on|to|for|briefed|involved|inside|near|about|seen|obtained|said)\b|,"
)
_INDEFINITE = re.compile(r"(?:an?|one|another|some|several|many|unnamed|anonymous)\b", re.IGNORECASE)
_PAPERS = frozenset(
    """report study survey poll analysis release statement announcement memo memorandum letter letters document
    documents email emails transcript lawsuit suit complaint filing filings indictment affidavit records data
    figures contract agreement article story cable cables testimony""".split()
)
_LONGEST = 160
_NEAR = 20  # characters between `the paper reported` and the speaker whom it reports
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Hand(NamedTuple):
    """A source in place, before it is known who it is."""

    span: Span
    kind: LinkKind | None
    """None: a name, a speaker if it is an actor of the article."""


class Frame(NamedTuple):
    """The sentence of an attribution: the article's text with the attributed words hidden."""

    start: int
    """Where the sentence begins in the article's text."""
    text: str
    """The sentence; what is attributed is hidden under as many signs."""


def hide(sentence: str, start: int, content: Sequence[Span]) -> Frame:
    """Return a sentence that begins at `start` with some stretches of the article hidden."""
    signs = list(sentence)
    for span in content:
        low, high = max(span.start - start, 0), min(span.end - start, len(signs))
        signs[low:high] = _HIDDEN * max(high - low, 0)
    return Frame(start, "".join(signs))


def kind_of(words: str, of_set: frozenset[str]) -> LinkKind | None:
    """Return what a source is by its description; None for a name that only the article's actors explain."""
    ends = _HEAD_ENDS.search(words)
    head = _WORD.findall(words[: ends.start()] if ends else words)
    last = head[-1] if head else ""
    if last.islower() and last in UNNAMED_HEADS | GROUP_HEADS and last not in ("police", "authorities"):
        return "unnamed"
    outlet = next(find_outlets(words, of_set), None)
    if last.lower() in _PAPERS and (outlet is None or (ends is not None and outlet.end <= ends.start())):
        return "document"
    if outlet is not None:
        return "outlet"
    several = last.endswith("s") or _INDEFINITE.match(words) is not None
    return "unnamed" if several and last.islower() and last not in DOCUMENT_HEADS and is_agent_noun(last) else None


def bare(text: str, span: Span) -> Span:
    """Return a source's words without what is said aside: `, citing ...`, `, speaking to ...`."""
    aside = _ASIDE.search(text, span.start, span.end)
    return Span(span.start, aside.start()) if aside and aside.start() > span.start else span


def channels(frame: Frame, source: Span | None, of_set: frozenset[str]) -> list[Hand]:
    """Return the outlets that a statement came through, in the order of the sentence: the listener of `told`,
    the interviewer, who obtained the paper, who reported it; never the source itself.
    """
    found = []
    for span in find_outlets(frame.text, of_set):
        place = Span(frame.start + span.start, frame.start + span.end)
        if source is not None and source.start <= place.start and place.end <= source.end:
            continue
        before = frame.text[max(0, span.start - 40) : span.start]
        tells = _OUTLET_TELLS.match(frame.text, span.end)
        if tells and source is not None and 0 <= frame.start + tells.end() < source.start - _NEAR:
            tells = None
        if tells or _TO_OUTLET.search(before):
            found.append(Hand(place, "outlet"))
    return found[:MOST]


def cited(frame: Frame, of_set: frozenset[str], *, according: bool) -> list[Hand]:
    """Return whom the source cites or quotes, or, where `according`, whom it goes by."""
    found = []
    for pattern in (_CITES, _ACCORDING) if according else (_CITES,):
        for m in pattern.finditer(frame.text):
            hand = _hand(frame, m.end(), of_set)
            if hand is not None:
                found.append(hand)
            if len(found) == MOST:
                return found
    return found


def nested(text: str, content: Span, of_set: frozenset[str]) -> Hand | None:
    """Return who is said to have said it, when the attributed words begin so: `that officials said ...`."""
    m = _NESTED.match(text[content.start : min(content.end, content.start + _LONGEST)])
    if m is None:
        return None
    span = Span(content.start + m.start("who"), content.start + m.end("who"))
    return Hand(span, kind_of(text[span.start : span.end], of_set))


def _hand(frame: Frame, at: int, of_set: frozenset[str]) -> Hand | None:
    end = _END.search(frame.text, at, at + _LONGEST)
    stop = end.start() if end else min(len(frame.text), at + _LONGEST)
    words = frame.text[at:stop].rstrip(" .!?\n")
    if not words:
        return None
    return Hand(Span(frame.start + at, frame.start + at + len(words)), kind_of(words, of_set))
