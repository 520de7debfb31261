"""How a statement is printed, and which texts carry it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.schema import Actor, Line, Part, Span, Stance, VerifiedStatement
from brief.sentences import split_sentences
from brief.spans import evidence

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

    @cached_property
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


class Voices:
    """Everything that is said in the set: the statements that hold, and those of each actor."""

    def __init__(self, material: Material) -> None:
        self._number = material.numbers
        self.all = tuple(
            Said(summary.article, statement, material.actor_of.get((summary.article, statement.actor or "")))
            for summary in material.summaries
            for statement in summary.attributions
        )
        self._of: defaultdict[str, list[Said]] = defaultdict(list)
        for said in self.all:
            if said.actor is not None:
                self._of[said.actor.id].append(said)

    def of(self, actor: Actor) -> tuple[Said, ...]:
        """Return the statements of one actor, in the order of the sources."""
        return tuple(self._of[actor.id])

    def carriers(self, said: Said) -> tuple[str, ...]:
        """Return the articles that carry this utterance of this actor, in the order of the sources."""
        others = self._of[said.actor.id] if said.actor is not None else ()
        found = {other.article for other in others if alike(said.words, other.words) >= SAME}
        return tuple(sorted(found | {said.article}, key=lambda article: self._number[article]))

    def tag(self, said: Said) -> str:
        """Return the grey tag of a statement: in how many texts it stands, and whether its words are the speaker's."""
        texts = self.carriers(said)
        notes = ["One text"]
        if len(texts) > 1:
            notes = [f"{len(texts)} texts: " + ", ".join(f"S{self._number[a]}" for a in texts)]
        if said.statement.kind == "indirect":
            notes.append("paraphrase, rule-checked" if is_paraphrased(said) else "the article's words")
        if said.statement.verdict == "speaker_not_established":
            notes.append("speaker not established")
        return "; ".join(notes)


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of common words of two sets of words, from 0 to 1."""
    return len(a & b) / len(a | b) if a and b else 0.0


def quotation(said: Said, register: Register, material: Material, place: str) -> tuple[Part, ...]:
    """Return a statement's words as quotations with their keys, cut at a sentence end when long."""
    text = material.article[said.article].text
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


def is_paraphrased(said: Said) -> bool:
    """Tell whether a statement is printed in a model's words: indirect speech whose paraphrase held."""
    statement = said.statement
    told = statement.paraphrase
    return statement.kind == "indirect" and told is not None and not any(mark in told for mark in '"“”„«»')


def statement_line(said: Said, voices: Voices, register: Register, material: Material, place: str) -> Line:
    """Return one statement as a line of `Who says what`: what the speaker does, the words, the keys, the tag."""
    if is_paraphrased(said):
        article = material.article[said.article]
        cited = (register.cite(evidence(article, span), place) for span in said.statement.content.spans)
        keys = tuple(dict.fromkeys(key for some in cited for key in some))
        return Line(parts=(Part(kind="text", text=f"{said.statement.paraphrase} "), *keys), tag=voices.tag(said))
    verb = VERB[said.statement.stance]
    lead = () if verb == "says" and said.statement.kind != "indirect" else (Part(kind="text", text=f"{verb}: "),)
    return Line(
        parts=(*lead, *quotation(said, register, material, place)),
        tag=voices.tag(said),
    )
