"""Bottom line and key findings, by rules: which statements a reader sees first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log2
from typing import Literal

from brief.assemble.disagreements import KIND, sides_line
from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.assemble.statements import Said, Voices, alike, content_words, said_in_words
from brief.schema import Contradiction, Evidence, Line, Part
from brief.sections import BOTTOM_LINE, finding
from brief.stances import WEIGHT

MOST = 6
"""Key findings on page 1."""

SHORT, LONG = 4, 40
"""A finding quotes at least and at most this many words."""

_KIND = {"direct": 1.5, "mixed": 1.0, "indirect": -1.0}


def ranked(voices: Voices, material: Material) -> tuple[Said, ...]:
    """Return the statements of named speakers that can open a briefing, best first.

    Counted are: in how many texts it stands, how many texts its speaker speaks in, what the speaker does, whether the
    words are the speaker's own, how many of the set's frequent words it has, and whether a contradiction rests on it.
    """
    speakers = Counter((s.actor.id, s.article) for s in voices.all if s.actor)
    reach = Counter(actor for actor, _ in speakers)
    frequent = _frequent(voices)
    disputed = _disputed(material.comparison.contradictions)

    def score(said: Said) -> float:
        statement = said.statement
        known = sum(frequent.get(w, 0.0) for w in said.words)
        return (
            1.5 * (len(voices.carriers(said)) - 1)
            + log2(1 + reach[said.actor.id if said.actor else ""])
            + WEIGHT[statement.stance]
            + _KIND[statement.kind]
            + min(known, 3.0)
            + 2.0 * any(_overlaps(said, item) for item in disputed)
        )

    fit = [
        s
        for s in voices.all
        if s.actor is not None
        and s.article not in material.unfit
        and s.actor.kind in ("person", "body")
        and SHORT <= s.length <= LONG
        and s.statement.verdict == "supported"
    ]
    scores = {id(s): score(s) for s in fit}
    return tuple(sorted(fit, key=lambda s: (-scores[id(s)], material.number(s.article), s.statement.id)))


def chosen(voices: Voices, material: Material) -> tuple[Said, ...]:
    """Return the statements of page 1, best first: no utterance twice, no speaker more than twice."""
    picked: list[Said] = []
    by_actor: Counter[str] = Counter()
    for said in ranked(voices, material):
        name = said.actor.id if said.actor else ""
        if by_actor[name] >= 2 or any(alike(said.words, other.words) > 0.3 for other in picked):
            continue
        picked.append(said)
        by_actor[name] += 1
        if len(picked) == MOST + 2:
            break
    return tuple(picked)


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
    opening = f"{said.actor.name if said.actor else ''} {lead}".strip()
    return (Part(kind=opening_kind, text=f"{opening} "), *(part for part in words if part.kind != "text"))


def bottom_line(
    picked: Sequence[Said], numbered: Sequence[tuple[str, Contradiction]], register: Register, material: Material
) -> tuple[tuple[Line, ...], tuple[Said, ...]]:
    """Return the bottom line, and the statements in it: the first disagreement with a finding, or two findings."""
    place = BOTTOM_LINE
    open_ones = [(number, c) for number, c in numbered if c.status == "open"]
    lines: list[Line] = []
    if open_ones:
        number, first = open_ones[0]
        head = Part(kind="bold", text=f"{KIND[first.kind]}. ")
        lines.append(Line(parts=(head, *sides_line(first, number, register, material, place))))
    used = {item.text for _, c in open_ones[:1] for item in (*c.a.evidence, *c.b.evidence)}
    fresh = [s for s in picked if not any(alike(s.words, content_words(t)) > 0.3 for t in used)]
    taken = tuple(fresh[: 1 if open_ones else 2])
    lines += [Line(parts=_parts("text", said, register, material, place)) for said in taken]
    if not lines:
        none = "No statement of a named speaker was found in these texts."
        return (Line(parts=(Part(kind="text", text=none),)),), ()
    return tuple(lines), taken


def _frequent(voices: Voices) -> Mapping[str, float]:
    spread: Counter[str] = Counter()
    for said in voices.all:
        spread.update(said.words)
    most = max(spread.values(), default=1)
    return {word: n / most for word, n in spread.items() if n > 1}


def _disputed(contradictions: Iterable[Contradiction]) -> tuple[Evidence, ...]:
    return tuple(item for c in contradictions if c.status == "open" for side in (c.a, c.b) for item in side.evidence)


def _overlaps(said: Said, item: Evidence) -> bool:
    return (
        said.article == item.article
        and item.field == "text"
        and any(span.start < item.end and item.start < span.end for span in said.statement.content.spans)
    )
