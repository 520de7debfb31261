"""How a statement is printed, and which texts carry it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from brief.assemble.borrowed import repeats
from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.assemble.renderings import told_by
from brief.chains.origins import Origins, Place, places
from brief.quotations import has_quotation_marks
from brief.schema import Actor, Line, Link, Part, Span, Stance, Utterance, VerifiedStatement
from brief.sections import ACTORS, section
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

_TURNED = frozenset(("negation", "altered_number", "altered_word"))
_DENYING = re.compile(r"\b(?:den[iy]|reject|refut|dismiss|disput|contest|rebut|neg|nieg|desm|dém|bestr|dement)", re.I)
_NEAR = 160
"""Characters at most between a speaker and the content of indirect speech that is told from the verb on."""

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
        self._unfit = material.unfit
        self._utterance = told_by(material.comparison.utterances)
        self._hands = {(chain.article, chain.statement): chain.links for chain in material.comparison.chains}
        self._otherwise = _otherwise(material.comparison.utterances)
        self._origins = Origins(
            material.articles, material.summaries, material.comparison.actors, material.comparison.chains
        )
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
        found = {
            article
            for article, _ in self._told(said)
            if article not in self._unfit and frozenset((article, said.article)) not in self._otherwise
        }
        return tuple(sorted(found | {said.article}, key=lambda article: self._number[article]))

    def _told(self, said: Said) -> tuple[Place, ...]:
        utterance = self._utterance.get((said.article, said.statement.id))
        return places(utterance) if utterance is not None else ((said.article, said.statement.id),)

    def tag(self, said: Said) -> str:
        """Return the grey tag of a statement: in how many texts it stands, and whether its words are the speaker's."""
        texts = self.carriers(said)
        notes = ["One text"]
        others = {article for article, _ in self._told(said)} - {*texts, *self._unfit}
        if others:
            listed = ", ".join(f"S{n}" for n in sorted(self._number[a] for a in others))
            notes.append(f"other words in {listed}, see {section(ACTORS)}")
        if len(texts) > 1:
            origins = len(self._origins.origins(self._told(said)))
            counted = f"{len(texts)} texts, {origins} {'origin' if origins == 1 else 'origins'}"
            notes[0] = f"{counted}: " + ", ".join(f"S{self._number[a]}" for a in texts)
        if said.statement.kind == "indirect":
            notes.append("paraphrase, rule-checked" if is_paraphrased(said) else "the article's words")
        elif said.article in self._unfit:
            notes.append("paraphrase, rule-checked")
        notes += _hands(self._hands.get((said.article, said.statement.id), ()))
        if said.statement.verdict == "speaker_not_established":
            notes.append("speaker not established")
        return "; ".join(notes)


def _hands(links: Sequence[Link]) -> list[str]:
    """Return by which way a statement came to its article, in the program's words and the names of outlets."""
    outlets = [link.words.text for link in links if link.kind == "outlet"]
    notes = [f"through {' and '.join(outlets)}"] if outlets else []
    if links and links[-1].kind == "unnamed":
        notes.append("from a source that is not named")
    return notes


def _otherwise(utterances: Sequence[Utterance]) -> frozenset[frozenset[str]]:
    """Return the pairs of articles that give one utterance with another number, negation or word."""
    return frozenset(
        frozenset((w.a, w.b)) for u in utterances for w in u.differences if _TURNED.intersection(w.kinds) and w.a != w.b
    )


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of common words of two sets of words, from 0 to 1."""
    return len(a & b) / len(a | b) if a and b else 0.0


def quotation(said: Said, register: Register, material: Material, place: str) -> tuple[Part, ...]:
    """Return a statement's words as quotations with their keys, cut at a sentence end when long."""
    text = material.article[said.article].text
    return register.stretches(said.article, shortened(text, said.statement.content.spans), place)


def said_in_words(said: Said, register: Register, material: Material, place: str) -> tuple[Part, ...]:
    """Return what a speaker does and the words: `denies: “...”`, or the article's own report from the verb on."""
    verb = _verb(said)
    reported = _reported(said, material.article[said.article].text)
    if reported is not None:
        return register.stretches(said.article, (reported,), place)
    lead = () if verb == "says" and said.statement.kind != "indirect" else (Part(kind="text", text=f"{verb}: "),)
    return (*lead, *quotation(said, register, material, place))


def _verb(said: Said) -> str:
    """Return what the speaker does; indirect speech is called a denial only where its cue is one."""
    statement = said.statement
    if statement.stance == "deny" and statement.kind == "indirect" and statement.cue is not None:
        return VERB["deny" if _DENYING.search(statement.cue.text) else "assert"]
    return VERB[statement.stance]


def _reported(said: Said, text: str) -> Span | None:
    """Return the stretch from behind the speaker to the end of indirect speech, where verb and content follow at once.

    `Mexico pushed back against what it sees as overreach` is told as it stands, with whatever stands before the verb.
    """
    statement = said.statement
    if statement.kind != "indirect" or statement.source is None or statement.cue is None:
        return None
    source, cue, content = (words.spans for words in (statement.source, statement.cue, statement.content))
    if len(content) != 1 or not source or not cue:
        return None
    start, end = source[-1].end, content[0].end
    between = text[start : content[0].start]
    if not start <= cue[0].start < content[0].start or len(between) > _NEAR or any(c in between for c in ';:\n“”"'):
        return None
    if "," in between and not between.startswith(","):
        return None  # another clause stands between; after a comma right behind the speaker it is an apposition
    start += len(between) - len(between.lstrip(" ,"))
    return Span(start, end) if len(_WORD.findall(text[start:end])) <= LONGEST else None


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


def has_paraphrase(said: Said) -> bool:
    """Tell whether a statement can be told in a model's words: its paraphrase held and quotes nothing."""
    told = said.statement.paraphrase
    return told is not None and not has_quotation_marks(told)


def can_be_told(said: Said, material: Material) -> bool:
    """Tell whether a statement of an unfit article can be told: by a paraphrase in other words than the article's."""
    told = said.statement.paraphrase or ""
    return has_paraphrase(said) and not repeats(told, material.article[said.article].text)


def is_paraphrased(said: Said) -> bool:
    """Tell whether a statement is printed in a model's words: indirect speech whose paraphrase held."""
    return said.statement.kind == "indirect" and has_paraphrase(said)


def statement_line(said: Said, voices: Voices, register: Register, material: Material, place: str) -> Line:
    """Return one statement as a line of `Who says what`: what the speaker does, the words, the keys, the tag."""
    if is_paraphrased(said) or said.article in material.unfit:
        keys = register.keys(said.article, said.statement.content.spans, place)
        return Line(parts=(Part(kind="text", text=f"{said.statement.paraphrase} "), *keys), tag=voices.tag(said))
    return Line(parts=said_in_words(said, register, material, place), tag=voices.tag(said))
