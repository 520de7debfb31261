"""Words of a later article that settle an open question of the set."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from brief.compare.passages import Passage
from brief.compare.weights import Weights
from brief.compare.words import content_stems
from brief.open_words import cues_of
from brief.schema import Article, Evidence, OpenQuestion

_SETTLES = re.compile(
    r"\b(?:confirm(?:s|ed)|found|ruled|rules|conclud(?:es|ed)|establish(?:es|ed)|turned out|it emerged|show(?:s|ed|n)|"
    r"according to the (?:report|inquiry|commission|court)|publish(?:es|ed)|named|admit(?:s|ted)|decided|agreed|"
    r"confirm(?:ó|aron)|concluy(?:ó|eron)|decidi(?:ó|eron)|a (?:confirmé|conclu|décidé|publié|établi)|bestätigte|ergab|"
    r"stellte fest|entschied|veröffentlichte)\b",
    re.IGNORECASE,
)
_PASSAGES_OF_A_WORD = 60
_SHARED = 4.0  # weight of the words that an answer has in common with what raised the question
_SHARED_UNSETTLED = 5.0  # where no word of it says that something was settled


class Answers:
    """Passages that may settle something, found by the words they share with a question's evidence."""

    def __init__(self, articles: Sequence[Article], passages: Iterable[Passage]) -> None:
        self._published = {a.id: a.published or "" for a in articles}
        self._holders: defaultdict[str, list[Passage]] = defaultdict(list)
        known = list(passages)
        self._weights = Weights(known)
        for p in known:
            if not p.hedged and not p.headline and not cues_of(p.text):
                for stem in p.stems:
                    self._holders[stem].append(p)

    def to(self, question: OpenQuestion) -> Evidence | None:
        """Return the passage of an article later than all that raised the question, and close to it, or None."""
        latest = max(self._published.get(e.article, "") for e in question.evidence)
        asked = frozenset(s for e in question.evidence for s in content_stems(e.text))
        shared: Counter[int] = Counter()
        found: dict[int, Passage] = {}
        for stem in sorted(asked):
            for p in self._holders.get(stem, ())[:_PASSAGES_OF_A_WORD]:
                if latest and (p.published or "") > latest:
                    shared[p.index] += 1
                    found[p.index] = p
        weighed = {i: self._weights.total(found[i].stems & asked) for i in shared}
        best = max(weighed, key=lambda i: (weighed[i], -i), default=None)
        if best is None:
            return None
        settles = _SETTLES.search(found[best].text) is not None
        if question.kind == "unresolved" and (not settles or _of_a_side(found[best], question)):
            return None
        needed = _SHARED if settles else _SHARED_UNSETTLED
        return found[best].evidence() if weighed[best] >= needed else None


def _of_a_side(p: Passage, question: OpenQuestion) -> bool:
    """Whether a passage is said by one of those between whom the question stands."""
    return p.speaker is not None and p.speaker in (question.who or "")
