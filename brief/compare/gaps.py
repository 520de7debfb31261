"""The open questions that a model asks of a set: each rests on items, in words of theirs, and is asked once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brief.compare.grouping import place
from brief.compare.wording import TurnedDown, faults, sentence, shortened
from brief.compare.words import content_stems
from brief.items import Item, ground_of, plain
from brief.overstating import Ground
from brief.schema import Evidence, OpenQuestion, QuestionKind
from brief.wire import WireGap

MOST_QUESTIONS = 60
"""Open questions of a set."""

LONGEST_WHO = 80
"""Characters of the name of who could answer."""

_MOST_EVIDENCE = 4
_SAME = 0.6
_KIN = 0.3
_WHY: dict[QuestionKind, str] = {
    "no_reply": "No reply is reported.",
    "unclear": "The texts do not say.",
    "undated": "It is announced without a date.",
    "announced": "It is announced, and no text quotes it.",
    "unresolved": "The texts differ.",
}


class Gaps:
    """Collects the questions of all replies."""

    def __init__(self, turned_down: TurnedDown) -> None:
        self._turned_down = turned_down
        self._asked: list[OpenQuestion] = []

    def take(self, gaps: Sequence[WireGap], items: Mapping[str, Item]) -> None:
        """Check the questions of a reply against the items that its request showed.

        A question may use names and numbers of all of them, not only of those that raise it.
        """
        if not gaps:
            return
        ground = ground_of(tuple(items.values()))
        for gap in gaps:
            self._take(gap, items, ground)

    def _take(self, gap: WireGap, items: Mapping[str, Item], ground: Ground) -> None:
        known = [items[name] for name in dict.fromkeys(gap.ids) if name in items]
        what = f"question on {', '.join(shortened(name) for name in gap.ids[:_MOST_EVIDENCE]) or 'no item'}"
        if not known or len(known) < len(set(gap.ids)):
            self._turned_down.add(what, "it rests on items that there are not" if gap.ids else "it rests on no item")
            return
        text = gap.question.strip()
        fault = faults(text, ground, kin=_KIN)
        if fault is None and not text.endswith("?"):
            fault = "it does not end with a question mark"
        if fault is not None:
            self._turned_down.add(what, fault, words=True)
            return
        why = sentence(gap.why)
        over = faults(why, ground)
        if over is not None:
            self._turned_down.add(f"{what}, why", over, words=True)
        who = " ".join(plain(gap.who, LONGEST_WHO).split()) if gap.who is not None else None
        if who is not None and who.lower() not in " ".join(ground.around.lower().split()):
            self._turned_down.add(f"{what}, who", "the items have no such name", words=True)
            who = None
        self._asked.append(
            OpenQuestion(
                id="q0",
                kind=gap.kind,
                question=text,
                why=_WHY[gap.kind] if over is not None else why,
                who=who,
                evidence=tuple(dict.fromkeys(item.evidence[0] for item in known[:_MOST_EVIDENCE])),
                answered_by=_answer(items.get(gap.answered_by or ""), known),
            )
        )

    def questions(self, ruled: Sequence[OpenQuestion]) -> tuple[OpenQuestion, ...]:
        """Return the model's questions, those that ask the same once; `ruled` where it asked none. Ids anew."""
        found: list[OpenQuestion] = []
        for question in self._asked:
            twin = next((n for n, other in enumerate(found) if _asks_the_same(question, other)), None)
            if twin is None:
                found.append(question)
            elif found[twin].answered_by is None and question.answered_by is not None:
                found[twin] = found[twin].model_copy(update={"answered_by": question.answered_by})
        found = found or list(ruled)
        if len(found) > MOST_QUESTIONS:
            over = len(found) - MOST_QUESTIONS
            self._turned_down.add(f"{over} further questions", f"more than {MOST_QUESTIONS} questions")
        return tuple(q.model_copy(update={"id": f"q{n}"}) for n, q in enumerate(found[:MOST_QUESTIONS], start=1))


def _answer(answer: Item | None, known: Sequence[Item]) -> Evidence | None:
    """The words that answer, of an article that raises nothing itself and is not known to be the earliest."""
    if answer is None or answer.article in {item.article for item in known}:
        return None
    days = [item.published for item in known]
    if answer.published and all(day is not None and answer.published < day for day in days):
        return None
    return answer.evidence[0]


def _asks_the_same(question: OpenQuestion, other: OpenQuestion) -> bool:
    if {place(e) for e in question.evidence} == {place(e) for e in other.evidence}:
        return True
    words, known = frozenset(content_stems(question.question)), frozenset(content_stems(other.question))
    shorter = min(len(words), len(known))
    return shorter >= 2 and len(words & known) / shorter >= _SAME
