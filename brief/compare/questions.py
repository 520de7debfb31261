"""What the set leaves open: the weightiest open contradictions, and the likeliest of the articles' own questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from brief.compare.disputes import of_dispute, of_doubt, weight_of
from brief.compare.passages import Passage
from brief.compare.question_answers import Answers
from brief.compare.question_rank import Ranker
from brief.compare.weights import Weights
from brief.compare.words import TIME_WORDS, content_stems
from brief.names import unquoted
from brief.schema import Article, Contradiction, Evidence, OpenQuestion, VerifiedSummary

_SAME = 0.6  # share of words at which two questions of one kind ask the same
_COMPARED = 60  # questions that a further one is held against
_CLEAR = 0.4  # chance from which an article's question is asked
_FEWEST_OWN, _MOST_OWN, _PASSAGES_PER_OWN = 2, 10, 25
_FEWEST, _MOST = 6, 12  # questions of a small set, and of any
_MOST_DOUBTFUL = 4
_NEAR = 2  # sentences between a contradiction and a question on the same matter
_SHARED = 5.0  # weight of the words that they have in common
_MOST_EVIDENCE = 4
_MOST_NAMES = 2
_HE_OR_SHE = re.compile(r"(?:he|she|er|sie|il|elle|él|ella)\b", re.IGNORECASE)
_DAYS = TIME_WORDS | frozenset(f"{word}s" for word in TIME_WORDS) | frozenset(("christmas", "easter"))
_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)*")


@dataclass(frozen=True, slots=True)
class _Own:
    """A question of an article, how likely it is worth asking, and its words."""

    question: OpenQuestion
    chance: float
    stems: frozenset[str]


def set_questions(
    articles: Sequence[Article],
    summaries: Sequence[VerifiedSummary],
    contradictions: Sequence[Contradiction],
    passages: Iterable[Passage],
    doubtful: Sequence[tuple[Passage, Passage]] = (),
) -> tuple[OpenQuestion, ...]:
    """Questions that open contradictions raise, then those of the articles, then how doubtful pairs go together.

    Of what the articles leave open the likeliest are asked, more in a longer set. `doubtful` holds pairs that may
    differ and are not reported, the likeliest first; up to `_MOST_DOUBTFUL` of them fill up to `_FEWEST` questions.
    """
    known = list(passages)
    at = {(p.name, p.sentence): p for p in known if p.where == "text"}
    most = min(_MOST, max(_FEWEST, len(articles)))
    own = _distinct(_likely(summaries, known, at))
    outlets = {article.id: article.outlet for article in articles}
    heads = frozenset(s for p in known if p.headline for s in p.stems)
    weighed = sorted(
        ((weight_of(c, heads), -n, c) for n, c in enumerate(contradictions) if c.status == "open"), reverse=True
    )
    heaviest = [(c, of_dispute(c, outlets)) for _, _, c in weighed]
    once = {q.question: (c, q) for c, q in reversed(heaviest)}
    chosen = [once[q.question] for c, q in heaviest if once[q.question][0] is c][:most]
    raised = [q for _, q in chosen]
    own = own[: min(_MOST_OWN, max(_FEWEST_OWN, len(known) // _PASSAGES_PER_OWN))]
    asked = _beside_disputes(own, [c for c, _ in chosen], raised, Weights(known))
    shown = [*raised, *asked]
    told = {(e.article, e.sentence) for q in shown for e in q.evidence}
    for a, b in doubtful[:_MOST_DOUBTFUL]:
        places = {(a.name, a.sentence), (b.name, b.sentence)}
        if len(shown) < _FEWEST and not told & places:
            told |= places
            shown.append(of_doubt(a, b, outlets))
    answers = Answers(articles, known)
    return tuple(
        q.model_copy(
            update={
                "id": f"q{n}",
                "question": question,
                "answered_by": answers.to(q),
            }
        )
        for n, (q, question) in enumerate(zip(shown, _told_apart(shown, at), strict=True), start=1)
    )


def _beside_disputes(
    own: Sequence[_Own], disputes: Sequence[Contradiction], raised: list[OpenQuestion], weights: Weights
) -> list[OpenQuestion]:
    """The articles' questions but those on the matter of a contradiction, whose words go to its question."""
    about = [frozenset(content_stems(f"{c.a.evidence[0].text} {c.b.evidence[0].text}")) for c in disputes]
    asked: list[OpenQuestion] = []
    for found in own:
        first = found.question.evidence[0]
        same = next(
            (
                n
                for n, c in enumerate(disputes)
                if len(raised[n].evidence) < _MOST_EVIDENCE
                and (_beside(first, c) or weights.total(found.stems & about[n]) >= _SHARED)
            ),
            None,
        )
        if same is None:
            asked.append(found.question)
        elif first not in raised[same].evidence:
            raised[same] = raised[same].model_copy(update={"evidence": (*raised[same].evidence, first)})
    return asked


def _likely(
    summaries: Sequence[VerifiedSummary], passages: Sequence[Passage], at: Mapping[tuple[str, int], Passage]
) -> list[_Own]:
    """The articles' questions worth asking, the likeliest first; what a model asks is always worth it."""
    ranker = Ranker(passages)
    found: list[tuple[float, int, _Own]] = []
    for summary in summaries:
        for question in summary.questions:
            first = question.evidence[0]
            p = at.get((first.article, first.sentence))
            if p is None:
                continue
            chance = ranker.chance(p)
            if summary.summariser != "rules":
                chance = max(chance, _CLEAR)
            if chance >= _CLEAR:
                found.append((-chance, p.index, _Own(_with_speaker(question, p), chance, p.stems)))
    return [own for _, _, own in sorted(found, key=lambda item: item[:2])]


def _with_speaker(question: OpenQuestion, p: Passage) -> OpenQuestion:
    """The question with who could answer: the speaker whom its sentence names, or stands for at its beginning."""
    told = p.actor is not None and p.speaker is not None and (p.speaker in p.text or _HE_OR_SHE.match(p.text))
    fills = told and question.who is None and question.kind != "no_reply"
    return question.model_copy(update={"who": p.speaker}) if fills else question


def _distinct(found: Sequence[_Own]) -> list[_Own]:
    """Questions of one kind that share most of their words as one, with the evidence of both."""
    kept: list[_Own] = []
    for own in found:
        twin = next(
            (
                n
                for n, other in enumerate(kept[:_COMPARED])
                if other.question.kind == own.question.kind and _one(own.stems, other.stems)
            ),
            None,
        )
        if twin is None:
            kept.append(own)
            continue
        first = kept[twin]
        evidence = (*first.question.evidence, *own.question.evidence)[:_MOST_EVIDENCE]
        kept[twin] = _Own(first.question.model_copy(update={"evidence": evidence}), first.chance, first.stems)
    return kept


def _one(words: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(words), len(other))
    return shorter >= 2 and len(words & other) / shorter >= _SAME


def _beside(place: Evidence, contradiction: Contradiction) -> bool:
    """Whether a sentence stands close to a side of a contradiction."""
    return any(
        e.article == place.article and abs(e.sentence - place.sentence) <= _NEAR
        for side in (contradiction.a, contradiction.b)
        for e in side.evidence
    )


def _names_in(question: OpenQuestion, at: Mapping[tuple[str, int], Passage]) -> str:
    """Up to two names that stand in the sentence of a question, none at its beginning."""
    first = question.evidence[0]
    p = at.get((first.article, first.sentence))
    if p is None or p.language == "de":
        return ""
    names = (m.group() for m in _NAME.finditer(unquoted(p.text)))
    named = [name for name in names if not frozenset(name.lower().split()) & _DAYS]
    return " and ".join(dict.fromkeys(named[:_MOST_NAMES]))


def _told_apart(questions: Sequence[OpenQuestion], at: Mapping[tuple[str, int], Passage]) -> list[str]:
    """The questions as asked: one that names nobody, or would read like another, with the names near its words."""
    same = Counter(q.question for q in questions)
    told: list[str] = []
    for q in questions:
        nameless = q.kind != "no_reply" and (q.who is None or q.who[4:] not in q.question)
        plain = q.kind != "unresolved" and (nameless or same[q.question] > 1)
        about = _names_in(q, at) if plain else ""
        told.append(f"About {about}: {q.question[0].lower()}{q.question[1:]}" if about else q.question)
    return told
