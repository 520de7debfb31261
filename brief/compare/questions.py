"""What the set leaves open: the articles' own questions, asked once, and one for each open contradiction."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from brief.compare.passages import Passage
from brief.compare.words import content_stems
from brief.schema import Article, Contradiction, Evidence, OpenQuestion, VerifiedSummary

_SAME = 0.6
_ANSWERS = 4  # words that an answer has in common with what raised the question
_SETTLED = re.compile(
    r"\b(?:confirm(?:s|ed)|found that|has found|ruled|conclud(?:es|ed)|"
    r"establish(?:es|ed)|turned out|it emerged|showed|shows|"
    r"according to the (?:report|inquiry|commission|court)|confirm(?:ó|aron)|concluy(?:ó|eron)|a confirmé|a conclu|"
    r"bestätigte|ergab|stellte fest)\b",
    re.IGNORECASE,
)
_MOST = 60
_ASKS_THE_SAME = 3  # words that a question of an article and a contradiction have in common
_ASK: dict[str, str] = {
    "direct_denial": "Which account holds: {topic}?",
    "number": "Which number holds: {topic}?",
    "date_or_sequence": "When was it: {topic}?",
    "identity_or_name": "Who is meant: {topic}?",
    "place": "Where was it: {topic}?",
    "scope_or_degree": "How far does it go: {topic}?",
    "attribution": "Who did it: {topic}?",
    "cause": "What caused it: {topic}?",
    "framing": "What was it: {topic}?",
    "policy_split": "What is this side's position: {topic}?",
    "headline_vs_body": "Does the headline or its body hold: {topic}?",
    "reversal": "What is the speaker's position now: {topic}?",
}


def set_questions(
    articles: Sequence[Article],
    summaries: Sequence[VerifiedSummary],
    contradictions: Sequence[Contradiction],
    passages: Iterable[Passage],
) -> tuple[OpenQuestion, ...]:
    """Questions that open contradictions raise, then those of the articles; merged when they ask the same."""
    raised = [_of(c) for c in contradictions if c.status == "open"]
    near = {
        (e.article, e.sentence + step): n
        for n, q in enumerate(raised)
        for e in q.evidence
        for step in (-2, -1, 1, 2, 0)
    }
    about = [frozenset(s for e in q.evidence for s in content_stems(e.text)) for q in raised]
    own: list[OpenQuestion] = []
    asked: list[tuple[str, frozenset[str]]] = []
    for summary in summaries:
        for question in summary.questions:
            words = frozenset(content_stems(question.evidence[0].text))
            first = question.evidence[0]
            same = near.get((first.article, first.sentence))
            if same is None:
                same = next((n for n, topic in enumerate(about) if len(words & topic) >= _ASKS_THE_SAME), None)
            if same is not None:
                if first not in raised[same].evidence:
                    evidence = raised[same].evidence + question.evidence
                    raised[same] = raised[same].model_copy(
                        update={"evidence": evidence, "who": raised[same].who or question.who}
                    )
                continue
            twin = next(
                (i for i, (kind, other) in enumerate(asked[-_MOST:]) if kind == question.kind and _one(words, other)),
                None,
            )
            if twin is not None:
                at = max(0, len(asked) - _MOST) + twin
                own[at] = own[at].model_copy(update={"evidence": own[at].evidence + question.evidence})
                continue
            asked.append((question.kind, words))
            own.append(question)
    answers = _Answers(articles, passages)
    return tuple(
        q.model_copy(update={"id": f"q{n}", "answered_by": answers.to(q)})
        for n, q in enumerate([*raised, *own], start=1)
    )


class _Answers:
    """Passages that tell of something settled, found by the words they share with a question's evidence."""

    def __init__(self, articles: Sequence[Article], passages: Iterable[Passage]) -> None:
        self._published = {a.id: a.published or "" for a in articles}
        self._holders: defaultdict[str, list[Passage]] = defaultdict(list)
        for p in passages:
            if _SETTLED.search(p.text) and not p.hedged and not p.headline:
                for s in p.stems:
                    self._holders[s].append(p)

    def to(self, question: OpenQuestion) -> Evidence | None:
        """The passage of an article later than all that raised the question and close to it in words, or None."""
        latest = max(self._published.get(e.article, "") for e in question.evidence)
        asked = frozenset(s for e in question.evidence for s in content_stems(e.text))
        shared: Counter[int] = Counter()
        found: dict[int, Passage] = {}
        for s in sorted(asked):
            for p in self._holders.get(s, ())[:_MOST]:
                if latest and (p.published or "") > latest:
                    shared[p.index] += 1
                    found[p.index] = p
        best = max(shared, key=lambda i: (shared[i], -i), default=None)
        return found[best].evidence() if best is not None and shared[best] >= _ANSWERS else None


def _one(words: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(words), len(other))
    return shorter >= 2 and len(words & other) / shorter >= _SAME


def _of(contradiction: Contradiction) -> OpenQuestion:
    who = contradiction.b.speaker or contradiction.a.speaker
    return OpenQuestion(
        id=contradiction.id,
        kind="unresolved",
        question=_ASK[contradiction.kind].format(topic=contradiction.topic or "the same matter"),
        why="The texts differ, and none of them settles it.",
        who=who,
        evidence=(contradiction.a.evidence[0], contradiction.b.evidence[0]),
        answered_by=None,
    )
