"""How a statement is printed, and which texts carry it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.schema import Actor, Line, Part, Span, Stance, VerifiedStatement
from brief.sentences import split_sentences

LONGEST = 60
"""Words of a statement that are printed; a longer one is cut at the end of a sentence."""

SAME = 0.5
"""Share of common words from which two statements of one actor count as one utterance."""

VERB: Mapping[Stance, str] = {
    "assert": "says",
    "deny": "denies",
    "accuse": "accuses",
    "promise": "promises",
    "demand": "demands",
    "concede": "concedes",
    "decline": "declines",
    "warn": "warns",
    "ask": "asks",
}

_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    "the a an of to in on at for and or but that this with from by as is are was were be been it its he she they his "
    "her their we our i you not no has have had will would can could said says".split()
)


@dataclass(frozen=True)
class Said:
    """A statement of an article in use, with who said it in the whole set."""

    article: str
    statement: VerifiedStatement
    actor: Actor | None

    @property
    def words(self) -> frozenset[str]:
        """Content words, for telling whether two statements are one utterance."""
        return content_words(self.statement.content.text)

    @property
    def length(self) -> int:
        """Number of words."""
        return len(_WORD.findall(self.statement.content.text))


def content_words(text: str) -> frozenset[str]:
    """Return the words of a text that carry content, lower case, plural endings off."""
    return frozenset(w.removesuffix("s") for w in _WORD.findall(text.lower()) if w not in _SMALL and len(w) > 1)


def everything_said(material: Material) -> tuple[Said, ...]:
    """Return the statements that hold, in the order of the sources."""
    actors = material.actor_of
    return tuple(
        Said(summary.article, statement, actors.get((summary.article, statement.actor or "")))
        for summary in material.summaries
        for statement in summary.attributions
    )


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of common words of two sets of words, from 0 to 1."""
    return len(a & b) / len(a | b) if a and b else 0.0


def carriers(said: Said, everything: Sequence[Said], material: Material) -> tuple[str, ...]:
    """Return the articles that carry this utterance of this actor, in the order of the sources."""
    if said.actor is None:
        return (said.article,)
    words = said.words
    found = {
        other.article
        for other in everything
        if other.actor is not None and other.actor.id == said.actor.id and alike(words, other.words) >= SAME
    }
    return tuple(sorted(found | {said.article}, key=material.number))


def tag(said: Said, everything: Sequence[Said], material: Material) -> str:
    """Return the grey tag of a statement: in how many texts it stands, and whether its words are the speaker's."""
    texts = carriers(said, everything, material)
    if len(texts) == 1:
        support = "One text"
    else:
        support = f"{len(texts)} texts: " + ", ".join(f"S{material.number(a)}" for a in texts)
    notes = [support]
    if said.statement.kind == "indirect":
        notes.append("the article's words")
    if said.statement.verdict == "speaker_not_established":
        notes.append("speaker not established")
    return "; ".join(notes)


def quotation(said: Said, register: Register, material: Material, place: str) -> tuple[Part, ...]:
    """Return a statement's words as quotations with their keys, cut at a sentence end when long."""
    text = next(a.text for a in material.articles if a.id == said.article)
    return register.stretches(said.article, shortened(text, said.statement.content.spans), place)


def shortened(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the first stretches of some words up to `LONGEST` words, ending where a sentence ends; one at least."""
    kept: list[Span] = []
    count = 0
    for span in spans:
        for sentence in split_sentences(text):
            low, high = max(span.start, sentence.start), min(span.end, sentence.end)
            if low >= high:
                continue
            words = len(_WORD.findall(text[low:high]))
            if kept and count + words > LONGEST:
                return tuple(kept)
            count += words
            if kept and kept[-1].start >= span.start and not text[kept[-1].end : low].strip():
                kept[-1] = Span(kept[-1].start, high)
            else:
                kept.append(Span(low, high))
    return tuple(kept)


def statement_line(said: Said, everything: Sequence[Said], register: Register, material: Material, place: str) -> Line:
    """Return one statement as a line of `Who says what`: what the speaker does, the words, the keys, the tag."""
    verb = VERB[said.statement.stance]
    lead = () if verb == "says" and said.statement.kind != "indirect" else (Part(kind="text", text=f"{verb}: "),)
    return Line(
        parts=(*lead, *quotation(said, register, material, place)),
        tag=tag(said, everything, material),
    )
