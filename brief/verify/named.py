"""The named check: whom does the text itself name as the speaker of these words?

Its own small method, which shares no code with the finder: the reporting cue nearest to the words, its grammatical
subject, and whether that is the actor who is claimed. English only; what it can't read in another language it leaves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from brief.lexicon.function_words import DAYS, DETERMINERS, PERSONAL, POSSESSIVES, PREPOSITIONS
from brief.lexicon.names import GENERIC_BODIES, OFFICES, fold, name_parts
from brief.lexicon.reporting import DOCUMENT_HEADS, UNNAMED_HEADS
from brief.quotations import Quotation
from brief.schema import Actor, Article, Span, Statement, Words
from brief.sentences import split_sentences
from brief.spans import sentence_number
from brief.verify.antecedents import FORMS, Antecedents
from brief.verify.cues import own_cues
from brief.verify.marks import quotations_of
from brief.verify.same import goes_by, has_a_name, same_actor
from brief.verify.speaker import is_pronoun
from brief.verify.subjects import Phrase, clause_subject, phrase_before, subject_of
from brief.verify.together import reported_within, utterances
from brief.verify.tokens import Token, tokens_of

Outcome = Literal["same", "other", "within", "unclear", "none"]

FAR = 25
"""Words between a cue and the words it reports, at most."""

NEAR = 3
"""Characters between the subject that is read and a claimed mention, for the reading to be in doubt."""

BACK = 4
"""Sentences of the paragraph that a quotation without a cue of its own may go on from."""

_DATELINE = re.compile(r"[A-ZÀ-Þ]{3}[A-ZÀ-Þ .]{0,30}(?:, [^\W\d_][\w. ]{0,30})?(?: \([\w. ]{2,20}\))? ?[—–-]{1,2} ")
_NO_GAP = DAYS | frozenset(("that", "the", "a", "an", "has", "had", "on"))
_HE = frozenset(("he", "him"))
_SHE = frozenset(("she", "her"))
_THEY = frozenset(("they", "them", "both", "all", "some", "others", "many"))


class Named(NamedTuple):
    """What the text says: the claimed actor, another one (`who`), somebody unnamed or unclear, or no one at all.

    `within`: the claimed actor speaks inside another's quotation.
    """

    outcome: Outcome
    who: str = ""


class _Unit(NamedTuple):
    """A cue with its subject in one sentence, and how many words lie between it and what it reports.

    `claimed` tells that the cue is the claimed one, `tag` that nothing is its object: Lind said.
    """

    number: int
    tokens: Sequence[Token]
    phrase: Phrase
    gap: int
    sure: bool
    claimed: bool = False
    tag: bool = False


class NamedCheck:
    """The check for the statements of one article."""

    def __init__(self, article: Article, actors: Mapping[str, Actor]) -> None:
        self._article = article
        self._text = article.text
        self._sentences = split_sentences(article.text)
        self._quotations = quotations_of(article.text)
        self._actors = tuple(actors.values())
        self._antecedents = Antecedents(article.text, self._sentences, self._quotations, self._actors)
        self._tokens: dict[int, list[Token]] = {}
        self._own_cues: dict[int, list[tuple[int, int]]] = {}

    def of(self, statement: Statement, actor: Actor) -> Named:
        """Return what the text says about the speaker of a located statement that is given to an actor.

        Each stretch of the words is looked at. Another speaker at one of them outweighs the rest; a stretch with no cue
        of its own goes with the others. Stretches of paragraphs that do not follow each other are no one utterance.
        """
        if reported_within(self._text, self._quotations, statement):
            return Named("within")
        stretches = [
            self._whole(piece)
            for span in statement.content.spans
            for piece in utterances(self._text, self._quotations, span)
        ]
        found = [self._stretch(span, stretches, statement, actor) for span in stretches]
        if any(self._paragraph(b.start) - self._paragraph(a.end - 1) > 1 for a, b in pairwise(stretches)):
            found.append(Named("unclear"))
        for n, told in enumerate(found[: len(stretches)]):
            if told.outcome == "none" and not self._beside_own(stretches[n], stretches, found):
                found[n] = Named("unclear", "")
        for outcome in ("other", "unclear", "same"):
            first = next((f for f in found if f.outcome == outcome), None)
            if first is not None:
                return first
        return self._only_one(statement, stretches, actor)

    def could_be(self, mention: Words, actor: Actor) -> bool:
        """Tell whether a mention may mean an actor as far as order, gender and number go."""
        pronoun = mention.text.strip()
        return not is_pronoun(pronoun) or self._antecedents.could_be(pronoun, actor, mention.spans[0].start)

    def names_meant(self, spans: Sequence[Span]) -> str:
        """Return the names of the people who are mentioned in stretches of the text: by a part of them, or a pronoun.

        Pronouns count outside quotation marks only.
        """
        actors: list[Actor] = []
        for span in spans:
            actors += self._antecedents.named_in(span)
            for token in tokens_of(self._text, span, self._quotations):
                low = FORMS.get(token.low, token.low)
                if low in ("he", "she") and not token.quoted:
                    number = sentence_number(self._article, token.start)
                    meant = self._antecedents.of(low, number, token.start)
                    actors += [meant] if meant is not None else []
        return " ".join(name for actor in actors for name in (actor.name, *actor.aliases))

    def _paragraph(self, offset: int) -> int:
        return self._sentences[sentence_number(self._article, offset) - 1].paragraph

    def _beside_own(self, span: Span, stretches: Sequence[Span], found: Sequence[Named]) -> bool:
        """Tell whether a stretch without a cue stands alone, or within a sentence of one that is the actor's."""
        number = sentence_number(self._article, span.start)
        own = [s for s, told in zip(stretches, found, strict=False) if told.outcome == "same"]
        near = (abs(sentence_number(self._article, s.end - 1) - number) <= 1 for s in own)
        return not own or any(near)

    def _whole(self, span: Span) -> Span:
        """Return a stretch with the rest of the quotations in which it begins and ends."""
        first, last = self._quotation(span.start), self._quotation(span.end - 1)
        return Span(first.start if first else span.start, last.end if last else span.end)

    def _quotation(self, offset: int) -> Quotation | None:
        at = bisect_right(self._quotations, offset, key=lambda q: q.end)
        inside = at < len(self._quotations) and self._quotations[at].start <= offset
        return self._quotations[at] if inside else None

    def _stretch(self, span: Span, stretches: Sequence[Span], statement: Statement, actor: Actor) -> Named:
        units = self._beside(span, stretches, statement)
        quoted = self._quotation(span.start) is not None
        unit = _nearest(units, self._text[span.end - 1 : span.end], self._text[span.end - 2 : span.end - 1])
        if unit is None and self._unread(span, stretches):
            return Named("unclear")
        if unit is None and quoted:
            unit = self._opening(span)
        if unit is None and quoted:
            unit = self._going_on(span, stretches, statement.cue.spans if statement.cue is not None else ())
        if unit is None:
            return Named("none")
        told = self._compare(unit, actor, statement)
        if told.outcome == "other" and (not unit.sure or self._claimed_beside(unit, statement, actor)):
            return Named("unclear", told.who)
        return told

    def _claimed_beside(self, unit: _Unit, statement: Statement, actor: Actor) -> bool:
        """Tell whether the claimed mention is a name of the actor in the words of the subject or next to them."""
        phrase = unit.phrase
        first = phrase.first if phrase.name is None else phrase.name[0]
        low, high = unit.tokens[first].start - NEAR, unit.tokens[phrase.last - 1].end + NEAR
        source = statement.source
        if source is None or not goes_by(actor, source.text):
            return False
        return any(low < s.end and s.start < high for s in source.spans)

    def _beside(self, span: Span, stretches: Sequence[Span], statement: Statement) -> tuple[_Unit | None, _Unit | None]:
        """Return the nearest cue before a stretch and the nearest after it, in its first and last sentence."""
        first = sentence_number(self._article, span.start)
        last = sentence_number(self._article, span.end - 1)
        claimed = statement.cue.spans if statement.cue is not None else ()
        before = [u for u in self._units(first, stretches, claimed, end=span.start) if u.gap <= FAR]
        after = [u for u in self._units(last, stretches, claimed, start=span.end) if u.gap <= FAR]
        if not before and not after and self._follows(last, span.end):
            after = [u for u in self._units(last + 1, stretches, claimed, start=span.end) if u.gap == 0 and u.tag]
        return (
            min(before, key=lambda u: u.gap, default=None),
            min(after, key=lambda u: u.gap, default=None),
        )

    def _unread(self, span: Span, stretches: Sequence[Span]) -> bool:
        """Tell whether a cue follows a stretch directly, whose subject could not be read: "...," a voice-over says."""
        number = sentence_number(self._article, span.end - 1)
        tokens = self._of(number)
        after = [i for i, t in enumerate(tokens) if t.start >= span.end and not _inside(t, stretches)]
        return bool(after) and any(first - after[0] < NEAR + 2 for first, _ in own_cues(tokens) if first >= after[0])

    def _opening(self, span: Span) -> _Unit | None:
        """Return who begins the sentence that leads into a quotation: Lind issued a statement, "..."."""
        number = sentence_number(self._article, span.start)
        tokens = [t for t in self._of(number) if t.end <= span.start]
        phrase = clause_subject(tokens, len(tokens) - 1) if tokens else None
        return _Unit(number, tokens, phrase, 0, False) if phrase is not None else None

    def _follows(self, number: int, end: int) -> bool:
        """Tell whether a stretch that ends at an offset ends its sentence, and another follows in the paragraph."""
        if number >= len(self._sentences) or self._text[end : self._sentences[number - 1].end].strip(".,!?\"'”’ "):
            return False
        return self._sentences[number].paragraph == self._sentences[number - 1].paragraph

    def _units(
        self,
        number: int,
        stretches: Sequence[Span],
        claimed: Sequence[Span],
        *,
        start: int | None = None,
        end: int | None = None,
    ) -> list[_Unit]:
        """Return the cues of a sentence with their subjects, before `end` or after `start`."""
        sentence = self._sentences[number - 1]
        low = max(sentence.start, start if start is not None else 0)
        high = min(sentence.end, end if end is not None else sentence.end)
        if high - low < 2:
            return []
        tokens = self._of(number)
        cues = self._cues(number, tokens, claimed)
        cues = [c for c in cues if low <= tokens[c[0]].start < high and not _inside(tokens[c[0]], stretches)]
        found = []
        if cues:
            tokens = [t if t.quoted or not _inside(t, stretches) else t._replace(quoted=True) for t in tokens]
        for first, last in cues:
            phrase = subject_of(tokens, first, last)
            if phrase is None or _inside(tokens[phrase.first], stretches):
                continue
            begin, stop = min(first, phrase.first), max(last, phrase.last)
            between = tokens[stop:] if end is not None else tokens[:begin]
            gap = sum(low <= t.start < high and t.wordlike and t.low not in _NO_GAP for t in between)
            mine = any(s.start <= tokens[first].start < s.end for s in claimed)
            tag = stop == len(tokens) or tokens[stop].quoted or not tokens[stop].wordlike
            found.append(_Unit(number, tokens, phrase, gap, phrase.sure and gap < 6, mine, tag))
        colon = self._colon(number, tokens, end)
        return [*found, colon] if colon is not None and not found else found

    def _colon(self, number: int, tokens: Sequence[Token], end: int | None) -> _Unit | None:
        """Return "X: ..." as a cue: the name stands right before the colon and begins the sentence."""
        at = next((i for i, t in enumerate(tokens) if t.low == ":" and end is not None and t.start < end), None)
        if not at or sum(t.wordlike for t in tokens[at:] if end is not None and t.start < end):
            return None
        phrase = phrase_before(tokens, at)
        return _Unit(number, tokens, phrase, 0, phrase.first == 0) if phrase is not None else None

    def _cues(self, number: int, tokens: Sequence[Token], claimed: Sequence[Span]) -> list[tuple[int, int]]:
        """Return the claimed cue, where it stands in the sentence, and the sentence's own ones."""
        if number not in self._own_cues:
            self._own_cues[number] = own_cues(tokens)
        if not any(c.start < tokens[-1].end and tokens[0].start < c.end for c in claimed if tokens):
            return self._own_cues[number]
        low, high = claimed[0].start, claimed[-1].end
        mine = [i for i, t in enumerate(tokens) if low <= t.start < high and t.wordlike]
        return [*([(mine[0], mine[-1] + 1)] if mine else []), *self._own_cues[number]]

    def _going_on(self, span: Span, stretches: Sequence[Span], claimed: Sequence[Span]) -> _Unit | None:
        """Return the cue that a quotation goes on from: before it, or in the sentence after it, of its paragraph."""
        first = sentence_number(self._article, span.start)
        last = sentence_number(self._article, span.end - 1)
        paragraph = self._sentences[first - 1].paragraph
        for number in range(first - 1, max(0, first - 1 - BACK), -1):
            if self._sentences[number - 1].paragraph != paragraph:
                break
            units = self._units(number, stretches, claimed)
            if units:
                return units[-1]._replace(sure=False)
        after = self._sentences[last] if last < len(self._sentences) else None
        if after is not None and after.paragraph == paragraph:
            units = self._units(last + 1, stretches, claimed)
            if units and self._quotation(after.start) is not None:
                return units[0]._replace(sure=False)
        return self._led_in(first - 1, stretches, claimed) if first > 1 else None

    def _led_in(self, number: int, stretches: Sequence[Span], claimed: Sequence[Span]) -> _Unit | None:
        """Return the last cue of the sentence before, or who begins it: Lind was blunt. "..."."""
        if self._sentences[number].paragraph - self._sentences[number - 1].paragraph > 1:
            return None
        units = self._units(number, stretches, claimed)
        if units:
            return units[-1]._replace(sure=False)
        tokens = self._of(number)
        for i in range(1, min(len(tokens), 8)):
            if tokens[i].wordlike and tokens[i].capital:
                continue
            phrase = phrase_before(tokens, i)
            if phrase is not None and (phrase.name is not None or tokens[phrase.first].low in PERSONAL):
                return _Unit(number, tokens, phrase, 0, False)
        return None

    def _of(self, number: int) -> list[Token]:
        if number not in self._tokens:
            sentence = self._sentences[number - 1]
            dateline = _DATELINE.match(self._text, sentence.start, sentence.end)
            start = dateline.end() if dateline else sentence.start
            self._tokens[number] = tokens_of(self._text, Span(start, sentence.end), self._quotations)
        return self._tokens[number]

    def _compare(self, unit: _Unit, actor: Actor, statement: Statement) -> Named:
        tokens, phrase = unit.tokens, unit.phrase
        if phrase.name is not None:
            return self._by_name(tokens[phrase.name[0]], tokens[phrase.name[1] - 1], actor)
        words = [t for t in tokens[phrase.first : phrase.last] if t.wordlike]
        told = self._text[tokens[phrase.first].start : tokens[phrase.last - 1].end]
        if len(words) == 1 and words[0].low in PERSONAL | _HE | _SHE | _THEY:
            return self._by_pronoun(words[0], unit.number, actor)
        head = next((i for i, t in enumerate(words[1:], 1) if t.low in PREPOSITIONS), len(words))
        if self._described(words, head, actor):
            return Named("same")
        holders = self._antecedents.holding(words[0].start, words[head - 1].end)
        if any(same_actor(actor, a) for a in holders):
            return Named("same")
        within = self._antecedents.mentioned(words[0].start, words[-1].end)
        if _speaks_for(words[head - 1].low) and actor.kind == "body" and any(same_actor(actor, a) for a in within):
            return Named("same")
        if words[0].low in DETERMINERS - POSSESSIVES and words[0].low not in ("a", "an"):
            noun = words[head - 1].low
            kind = "it" if noun in GENERIC_BODIES else "person" if noun in OFFICES else ""
            meant = self._antecedents.of(kind, unit.number, words[0].start) if kind else None
            if meant is not None and same_actor(actor, meant):
                return Named("same")
        source = statement.source.spans if statement.source is not None else ()
        if not has_a_name(actor) and any(s.start < words[-1].end and words[0].start < s.end for s in source):
            return Named("same")
        return Named("unclear", told)

    def _by_name(self, first: Token, last: Token, actor: Actor) -> Named:
        told = self._text[first.start : last.end]
        holders = self._antecedents.holding(first.start, last.end)
        if any(a.id == actor.id or same_actor(actor, a) for a in holders):
            return Named("same")
        if holders:
            return Named("other", holders[0].name)
        if goes_by(actor, told) or goes_by(actor, told.partition(" of ")[0]):
            return Named("same")
        return Named("other", next((a.name for a in self._actors if has_a_name(a) and goes_by(a, told)), told))

    def _by_pronoun(self, token: Token, number: int, actor: Actor) -> Named:
        low = token.low
        pronoun = "he" if low in _HE else "she" if low in _SHE else "they" if low in _THEY else low
        meant = self._antecedents.of(pronoun, number, token.start)
        if meant is not None and same_actor(actor, meant):
            return Named("same")
        return Named("unclear", self._text[token.start : token.end])

    def _described(self, words: Sequence[Token], end: int, actor: Actor) -> bool:
        """Tell whether a common noun is the actor's office or a part of its name; founder of X is not founder of Y."""
        head = fold(words[end - 1].low)
        known = name_parts(f"{actor.role or ''} {actor.name if actor.kind != 'person' else ''}")
        of = {fold(t.low) for t in words[end:] if t.capital}
        elsewhere = of and not of & set(known) and " of " in (actor.role or "")
        return len(head) > 3 and head in known and not elsewhere

    def _only_one(self, statement: Statement, stretches: Sequence[Span], actor: Actor) -> Named:
        """Return what holds without a cue: the actor is the only one named beside the words in their sentences."""
        if statement.source is None or not statement.source.spans:
            return Named("none")
        first = sentence_number(self._article, stretches[0].start)
        last = sentence_number(self._article, stretches[-1].end - 1)
        low, high = self._sentences[first - 1].start, self._sentences[last - 1].end
        if not all(low <= s.start and s.end <= high for s in statement.source.spans):
            return Named("none")
        edges = [low, *(at for s in stretches for at in s), high]
        free = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
        beside = [a for start, end in free for a in self._antecedents.mentioned(start, end) if has_a_name(a)]
        return Named("same" if all(same_actor(actor, a) for a in beside) else "none")


def _nearest(units: tuple[_Unit | None, _Unit | None], mark: str, before_mark: str) -> _Unit | None:
    """Return the cue that the words belong to: the tighter one; after a comma that ends them, the one that follows."""
    before, after = units
    if before is None or after is None:
        return before or after
    if before.gap == after.gap and before.claimed != after.claimed:
        return before if before.claimed else after
    if after.gap == 0 and (before.gap > 0 or "," in mark + before_mark):
        return after
    return before if before.gap <= after.gap else after


def _inside(token: Token, stretches: Sequence[Span]) -> bool:
    return any(s.start <= token.start < s.end for s in stretches)


def _speaks_for(head: str) -> bool:
    return head in UNNAMED_HEADS or head in OFFICES or head in DOCUMENT_HEADS
