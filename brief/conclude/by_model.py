"""Asks a model for the bottom line and the findings, and keeps the sentences that say no more than their evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from brief.asking import Asking, Exchange, ask_for, total
from brief.conclude.material import listed_contradictions, shown_contradictions, shown_items, side_items
from brief.conclude.speakers import misattributed
from brief.items import Item, ground_of, listed
from brief.llm.exchange import Model, Usage
from brief.overstating import changes, kinship, unfit
from brief.schema import Comparison, Contradiction, Evidence, Rejected
from brief.schema.conclusion import Concluded, Conclusion
from brief.wire import ConcludeReply, WireSentence

MOST_SENTENCES, MOST_FINDINGS = 4, 6
"""Sentences of the bottom line, and findings."""

MOST_WORDS = 100
"""Words of the bottom line."""

LONGEST = 260
"""Characters of one sentence."""

MOST_IDS = 8
"""Items that one sentence may rest on."""

MOST_DROPPED = 40
"""Dropped entries that are listed one by one."""

LEAST_KINSHIP = 0.3
"""Share of a sentence's content words that stand in what it cites."""

TWICE = 0.7
"""Share of common words from which two sentences say the same."""

_WORD = re.compile(r"\w+")
_DIFFERS = re.compile(r"\b(?:differ|disagree|contradict|conflict|disput|at odds|clash|diverg)\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ModelConclusion:
    """A conclusion, and the requests it came from."""

    conclusion: Conclusion
    exchanges: tuple[Exchange, ...]
    """The requests that were answered, in order."""

    @property
    def usage(self) -> Usage:
        """Tokens of all exchanges."""
        return total(self.exchanges)


def conclude(items: Sequence[Item], comparison: Comparison, model: Model, asking: Asking) -> ModelConclusion:
    """Return what a model concludes from the verified items of a set and its contradictions.

    A sentence that rests on anything else, or says more than what it rests on, is dropped with the reason. Where the
    model can't be used the conclusion is empty and its outcome says why. Raises MissingRecording on replay.
    """
    shown = shown_items(items, comparison)
    contradictions = shown_contradictions(comparison, items)
    if not shown:
        return ModelConclusion(_empty(asking.model, "by rules: there is nothing to conclude from"), ())
    answer = ask_for(
        ConcludeReply,
        model,
        asking,
        about="the set",
        values={
            "question": " ".join((asking.question or "none").split()),
            "contradictions": listed_contradictions(contradictions, items),
            "items": listed(shown),
        },
    )
    if answer.value is None:
        return ModelConclusion(_empty(asking.model, f"by rules: {answer.problem}"), answer.exchanges)
    checking = _Checking(shown, contradictions, items)
    for where, why in answer.faults:
        checking.drop(f"reply, {where}", why, words=False)
    bottom = checking.kept("bottom line, sentence", answer.value.bottom_line, MOST_SENTENCES, MOST_WORDS)
    findings = checking.kept("finding", answer.value.findings, MOST_FINDINGS, MOST_WORDS * MOST_FINDINGS)
    faulty = [where.partition(",")[0] for where, _ in answer.faults]
    failed = checking.failed["bottom line, sentence"] + faulty.count("bottom_line")
    failed_findings = checking.failed["finding"] + faulty.count("findings")
    nothing = not bottom and not findings
    conclusion = Conclusion(
        concluder=asking.model,
        outcome="by rules: no sentence of the model held against its evidence" if nothing else "by model",
        bottom_line=bottom,
        findings=findings,
        lost_sentences=min(failed, MOST_SENTENCES - len(bottom)),
        lost_findings=min(failed_findings, MOST_FINDINGS - len(findings)),
        dropped=checking.dropped(),
    )
    return ModelConclusion(conclusion, answer.exchanges)


def _empty(model: str, outcome: str) -> Conclusion:
    return Conclusion(
        concluder=model, outcome=outcome, bottom_line=(), findings=(), lost_sentences=0, lost_findings=0, dropped=()
    )


def _alike(a: str, b: str) -> float:
    first, second = (frozenset(_WORD.findall(text.lower())) for text in (a, b))
    return len(first & second) / max(len(first | second), 1)


class _Checking:
    """Checks sentences against the items and contradictions that the model was shown."""

    def __init__(self, shown: Sequence[Item], contradictions: Sequence[Contradiction], items: Sequence[Item]) -> None:
        self._items = {item.id: item for item in shown}
        self._sides = {c.id: (*side_items(c.a, items)[:2], *side_items(c.b, items)[:2]) for c in contradictions}
        self._evidence = {c.id: (c.a.evidence[0], c.b.evidence[0]) for c in contradictions}
        self._apparent = frozenset(c.id for c in contradictions if c.status == "apparent")
        self._dropped: list[Rejected] = []
        self.failed: Counter[str] = Counter()
        """How many sentences of each sort did not hold."""

    def drop(self, what: str, why: str, *, words: bool) -> None:
        """Note what is left out and why."""
        self._dropped.append(Rejected(item=what, verdict="overstated" if words else "not_found", reason=why))

    def dropped(self) -> tuple[Rejected, ...]:
        """Return what was left out; of very much the first, and how much more."""
        more = len(self._dropped) - MOST_DROPPED
        if more <= 0:
            return tuple(self._dropped)
        rest = Rejected(item=f"{more} further entries", verdict="not_found", reason="not listed one by one")
        return (*self._dropped[:MOST_DROPPED], rest)

    def kept(self, what: str, sentences: Sequence[WireSentence], most: int, words: int) -> tuple[Concluded, ...]:
        """Return the sentences that hold, at most `most` with at most `words` words."""
        found: list[Concluded] = []
        for number, wire in enumerate(sentences, start=1):
            text = wire.sentence.strip()
            text = text if text.endswith((".", "!", "?")) else f"{text}."
            reason = self._fault(wire, text)
            if reason is not None:
                self.drop(f"{what} {number}", reason, words=True)
                self.failed[what] += 1
                continue
            length = len(text.split())
            if len(found) == most or length > words:
                self.drop(f"{what} {number}", "there is no room for it", words=False)
                continue
            if any(_alike(text, other.text) >= TWICE for other in found):
                self.drop(f"{what} {number}", "it is said twice", words=False)
                continue
            words -= length
            found.append(self._concluded(wire, text))
        return tuple(found)

    def _fault(self, wire: WireSentence, text: str) -> str | None:
        unknown = [name for name in wire.ids if name not in self._items and name not in self._sides]
        if unknown:
            return "it rests on items that there are not"
        if not wire.ids:
            return "it rests on no item"
        if len(set(wire.ids)) > MOST_IDS:
            return f"it rests on more than {MOST_IDS} items"
        reason = unfit(text, LONGEST)
        if reason is not None:
            return reason
        if text.endswith("?"):
            return "it is a question"
        if self._apparent.intersection(wire.ids) and _DIFFERS.search(text):
            return "what it tells as a disagreement only sounds like one"
        cited = self._cited(wire.ids)
        ground = ground_of(cited)
        reasons = changes(text, ground)
        if reasons:
            return "; ".join(reasons)
        if kinship(text, ground) < LEAST_KINSHIP:
            return "its words are not those of its evidence"
        return misattributed(text, cited)

    def _cited(self, ids: Sequence[str]) -> tuple[Item, ...]:
        found: list[Item] = []
        for name in ids:
            found.extend(self._sides.get(name) or (self._items[name],))
        return tuple(dict.fromkeys(found))

    def _concluded(self, wire: WireSentence, text: str) -> Concluded:
        ids = tuple(dict.fromkeys(wire.ids))
        evidence: list[Evidence] = []
        for name in ids:
            evidence.extend(self._evidence.get(name) or self._items[name].evidence[:1])
        direct = next((self._items[name] for name in ids if name in self._items and self._items[name].direct), None)
        return Concluded(
            text=text,
            items=ids,
            evidence=tuple(dict.fromkeys(evidence)),
            quoted=direct.evidence if direct is not None else (),
        )
