"""Bottom line and key findings, by rules: which statements a reader sees first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, log2
from typing import Literal

from brief.assemble.disagreements import KIND, Weighed, has_words, sides_line
from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.assemble.statements import Said, Voices, alike, content_words, said_in_words
from brief.assemble.weighing import Weighing
from brief.number_words import FUNCTION_WORDS
from brief.schema import Actor, Line, Part
from brief.sections import BOTTOM_LINE, finding
from brief.sentences import split_sentences
from brief.stances import WEIGHT

MOST = 6
"""Key findings on page 1."""

LEAST = 3
"""Below this number statements among the disagreements are added, and the rules' to a model's findings."""

STATEMENTS = 2
"""Statements in the bottom line of a set without a disagreement."""

MOST_WORDS = 100
"""Words of the bottom line."""

SHORT, LONG = 4, 40
"""A finding quotes at least and at most this many words."""

MOST_GROUPS = 8
"""Affairs of a set without a common subject that are listed."""

_AROUND = 6  # words of a line beside the quoted ones: the speaker and what it does
_KIND = {"direct": 1.5, "mixed": 1.0, "indirect": -1.0}
_SAME, _WITHIN, _LEAST_WORDS = 0.3, 0.6, 4
_CONTESTED, _MOST_CONTESTED = 0.25, 1.5
_NAMELESS = 1.0
_NAME = re.compile(r"(?:[Tt]he )?[^\W\d_a-zß-ÿ]")
_SCRAP = 12  # characters
_NO_NEWS = 2.0
"""What a statement loses that was made on an earlier occasion, or that is a formula."""

_OPENS, _CLOSES = re.compile(r"(?<!\w)['‘](?=\w)|“"), re.compile(r"(?<=[\w.,!?])['’](?!\w)|”")
_EARLIER = re.compile(
    r"\b(?:had (?:earlier |previously |already |once )?(?:said|told|called|warned|promised|vowed|written|announced)|"
    r"previously|last (?:week|month|year|spring|summer|autumn|winter)|(?:days|weeks|months|years) (?:ago|before)|"
    r"earlier (?:this|that|in)|at the time|back in|in (?:19|20)\d\d|in (?:late|early|mid)[ -][A-Z]\w+)\b"
)
_FORMULA = re.compile(
    r"\b(?:thoughts (?:and prayers )?(?:are|go)|tak(?:e|es|en|ing) (?:\w+ ){1,5}seriously|(?:our|its|the) "
    r"(?:top|first|highest|main|absolute) priority|ongoing (?:investigation|inquiry)|"
    r"(?:remain|remains|is|are|am) (?:\w+ )?committed to|aware of (?:the )?(?:reports?|incident)|"
    r"cooperat\w+ (?:fully )?with (?:the )?(?:authorities|police|investigat\w+|inquiry)|"
    r"monitor\w* the situation|in due course|(?:cannot|can't|unable to|not going to) comment)\b",
    re.IGNORECASE,
)


def ranked(voices: Voices, material: Material, ordered: Sequence[Weighed]) -> tuple[Said, ...]:
    """Return the statements of named speakers that can open a briefing, best first.

    Counted are: in how many texts it stands, how many texts its speaker speaks in, what the speaker does, whether the
    words are the speaker's own, how many of the words it has that several texts have, or the disagreements, and how
    late its text was published among those that have a date. Words of an earlier occasion and formulas come last.
    """
    reach = Counter(actor for actor, _ in {(s.actor.id, s.article) for s in voices.all if s.actor})
    frequent = _frequent(voices)
    disputed = [e for w in ordered if w.leads for side in (w.item.a, w.item.b) for e in side.evidence]
    contested = frozenset(word for e in disputed for word in content_words(e.text)) - FUNCTION_WORDS
    recent = _recent(material)

    def score(said: Said) -> float:
        statement = said.statement
        known = sum(frequent.get(w, 0.0) for w in said.words)
        return (
            1.5 * (len(voices.carriers(said)) - 1)
            + (_central(said.actor, reach[said.actor.id]) if said.actor else 0.0)
            + WEIGHT[statement.stance]
            + _KIND[statement.kind]
            + min(known, 3.0)
            + min(_CONTESTED * len(said.words & contested), _MOST_CONTESTED)
            + recent.get(said.article, 0.0)
            - _NO_NEWS * (_is_earlier(said, material) or _FORMULA.search(statement.content.text) is not None)
        )

    fit = [
        s
        for s in voices.all
        if s.actor is not None
        and s.article not in material.unfit
        and s.actor.kind in ("person", "body")
        and SHORT <= s.length <= LONG
        and _reads_well(s)
        and s.statement.verdict == "supported"
    ]
    scores = {id(s): score(s) for s in fit}
    return tuple(sorted(fit, key=lambda s: (-scores[id(s)], material.number(s.article), s.statement.id)))


def _central(actor: Actor, speaks: int) -> float:
    """Return how central an actor is: by the texts in which it speaks and those that name it; less without a name."""
    named = len({member.rpartition("/")[0] for member in actor.members})
    return log2(1 + speaks) + log2(1 + named) / 2 - (0.0 if _NAME.match(actor.name) else _NAMELESS)


def _reads_well(said: Said) -> bool:
    """Tell whether a statement that is quoted in part is no heap of scraps, and its quotation marks have partners."""
    content = said.statement.content
    text, stretches = content.text, content.spans
    if len(stretches) > 1 and any(span.end - span.start < _SCRAP for span in stretches):
        return False
    if said.statement.kind != "mixed":
        return True
    scraps = text[:1].islower() and len(stretches) > 1
    return not scraps and len(_OPENS.findall(text)) == len(_CLOSES.findall(text)) and text.count('"') % 2 == 0


@dataclass(frozen=True, slots=True)
class Chosen:
    """The statements of page 1, best first."""

    fresh: tuple[Said, ...]
    repeated: tuple[Said, ...]
    """Those that page 1 points to among the disagreements too: they stand in where there is nothing else."""

    @property
    def every(self) -> tuple[Said, ...]:
        """All of them, the repeated ones last."""
        return (*self.fresh, *self.repeated)


def chosen(voices: Voices, material: Material, ordered: Sequence[Weighed], weighing: Weighing) -> Chosen:
    """Return the statements of page 1, best first: no utterance twice, no speaker more than twice.

    Where the texts tell of several affairs, each has its share.
    """
    sides = [e for w in ordered for side in (w.item.a, w.item.b) for e in side.evidence]
    places = {(e.article, e.sentence) for e in sides}
    words = [content_words(e.text) for e in sides]
    share = ceil((MOST + 2) / len(weighing.affairs.groups)) if weighing.affairs.several else MOST + 2
    picked: list[Said] = []
    repeated: list[Said] = []
    by_actor: Counter[str] = Counter()
    by_affair: Counter[tuple[str, ...]] = Counter()
    for said in ranked(voices, material, ordered):
        name = said.actor.id if said.actor else ""
        affair = weighing.affairs.of(said.article)
        known = any(_again(said.words, other.words) for other in (*picked, *repeated))
        if known or by_actor[name] >= 2 or by_affair[affair] >= share:
            continue
        if any((said.article, n) in places for n in said.statement.sentences) or any(
            _again(said.words, other) for other in words
        ):
            repeated += [said] if len(repeated) < MOST else []
            continue
        picked.append(said)
        by_actor[name] += 1
        by_affair[affair] += 1
        if len(picked) == MOST + 2:
            break
    return Chosen(tuple(picked), tuple(repeated))


def _again(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether one of two statements says little that the other does not."""
    return alike(a, b) > _SAME or len(a & b) > _WITHIN * max(_LEAST_WORDS, min(len(a), len(b)))


def finding_lines(
    picked: Sequence[Said], voices: Voices, register: Register, material: Material, first: int = 1
) -> tuple[Line, ...]:
    """Return the key findings, the speaker and what it does in bold; `first` is the number of the first one."""
    return tuple(
        Line(parts=_parts("bold", said, register, material, finding(n)), tag=voices.tag(said))
        for n, said in enumerate(picked, start=first)
    )


def _parts(
    opening_kind: Literal["text", "bold"], said: Said, register: Register, material: Material, place: str
) -> tuple[Part, ...]:
    """Return a statement behind its opening: `Ada Marsh denies:`, or the name alone before a report."""
    words = said_in_words(said, register, material, place)
    lead = words[0].text.strip() if words[0].kind == "text" else "" if said.statement.kind == "indirect" else "says:"
    name = said.actor.name if said.actor else ""
    opening = f"{name[:1].upper()}{name[1:]} {lead}".strip()
    return (Part(kind=opening_kind, text=f"{opening} "), *(part for part in words if part.kind != "text"))


@dataclass(frozen=True, slots=True)
class BottomLine:
    """The bottom line by rules, and what it tells."""

    lines: tuple[Line, ...]
    said: tuple[Said, ...]
    """The statements in it."""
    told: frozenset[str]
    """Numbers of the disagreements in it."""


def bottom_line(
    picked: Sequence[Said],
    ordered: Sequence[Weighed],
    register: Register,
    material: Material,
    weighing: Weighing,
) -> BottomLine:
    """Return the bottom line, at most `MOST_WORDS` words: the disagreement that leads, and the weightiest statements.

    A side of what only sounds like a disagreement is not put there alone.
    Beside a disagreement stands one statement, else there are `STATEMENTS`, of different speakers. Where the texts tell
    of several affairs, there are as many, and one of another affair comes first.
    """
    place = BOTTOM_LINE
    leads = [w for w in ordered if w.leads]
    leading = next((w for w in leads if has_words(w, material)), leads[0] if leads else None)
    lines: list[Line] = []
    if leading is not None:
        head = Part(kind="bold", text=f"{KIND[leading.item.kind]}. ")
        lines.append(Line(parts=(head, *sides_line(leading, register, material, place))))
    told = [] if leading is None else [*leading.item.a.evidence, *leading.item.b.evidence]
    seeming = [c for c in material.comparison.contradictions if c.status == "apparent"]
    spent = [*told, *(e for c in seeming for side in (c.a, c.b) for e in side.evidence)]
    places = {(e.article, e.sentence) for e in spent}
    fresh = [s for s in picked if not any((s.article, number) in places for number in s.statement.sentences)]
    affairs = [weighing.affairs.of(e.article) for e in told[:1]]
    above = sum(map(_length, affairs_line(material, weighing)))
    taken: list[Said] = []
    for _ in range(STATEMENTS if leading is None or weighing.affairs.several else 1):
        heard = {said.actor for said in taken}
        waiting = [said for said in fresh if said.actor not in heard]
        if weighing.affairs.several:
            waiting.sort(key=lambda said: weighing.affairs.of(said.article) in affairs)
        room = MOST_WORDS - above - sum(map(_length, lines))
        said = next((s for s in waiting if s.length + _AROUND <= room), None)
        if said is None:
            break
        taken.append(said)
        affairs.append(weighing.affairs.of(said.article))
        lines.append(Line(parts=_parts("text", said, register, material, place)))
    if not lines:
        none = "No statement of a named speaker was found in these texts."
        lines.append(Line(parts=(Part(kind="text", text=none),)))
    return BottomLine(tuple(lines), tuple(taken), frozenset((leading.number,) if leading is not None else ()))


def affairs_line(material: Material, weighing: Weighing) -> tuple[Line, ...]:
    """Return the line that says that a set has no common subject; none for a set that has one."""
    groups = weighing.affairs.groups
    if not weighing.affairs.several:
        return ()
    listed = "; ".join(", ".join(f"S{material.number(name)}" for name in group) for group in groups[:MOST_GROUPS])
    more = f"; and {len(groups) - MOST_GROUPS} more" if len(groups) > MOST_GROUPS else ""
    text = (
        f"These {len(material.used)} texts have no common subject. They tell of {len(groups)} affairs that share no "
        f"actor and hardly a word: {listed}{more}."
    )
    return (Line(parts=(Part(kind="bold", text=text),)),)


def _length(line: Line) -> int:
    return sum(len(part.text.split()) for part in line.parts if part.kind != "key")


def _frequent(voices: Voices) -> Mapping[str, float]:
    """Return the words that statements of several texts have, the most common one counting 1; of one text its own."""
    texts = {said.article for said in voices.all}
    in_texts = {(said.article if len(texts) > 1 else said.statement.id, w) for said in voices.all for w in said.words}
    spread = Counter(word for _, word in in_texts if word not in FUNCTION_WORDS)
    most = max(spread.values(), default=1)
    return {word: n / most for word, n in spread.items() if n > 1}


def _recent(material: Material) -> Mapping[str, float]:
    """Return for each dated text how late it is among the dates of the set, from 0 to 1; nothing for a single day."""
    days = sorted({article.published for article in material.used if article.published})
    return {
        article.id: days.index(article.published) / (len(days) - 1)
        for article in material.used
        if article.published and len(days) > 1
    }


def _is_earlier(said: Said, material: Material) -> bool:
    """Tell whether the words around a statement place it on an earlier occasion."""
    article = material.article[said.article]
    start = min(span.start for span in said.statement.content.spans)
    sentence = next((s for s in split_sentences(article.text) if s.start <= start < s.end), None)
    if sentence is None:
        return False
    around, done = [], sentence.start
    for span in sorted(said.statement.content.spans):
        around.append(article.text[done : max(done, min(span.start, sentence.end))])
        done = max(done, span.end)
    around.append(article.text[done : sentence.end])
    return _EARLIER.search(" ".join(around)) is not None
