"""Which words of a sentence are the grammatical subject of a reporting cue: the check's own small method.

Shares no code with the finder in `brief.summarise`: it is there to disagree with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from brief.lexicon.function_words import (
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    COORDINATORS,
    DAYS,
    DETERMINERS,
    MONTHS,
    NEGATORS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_LEADS,
    TIME_UNITS,
    is_adverb,
)
from brief.lexicon.names import COURTESY, OFFICES, PARTICLES
from brief.lexicon.reporting import CATENATIVES, VERBS, is_agent_noun
from brief.verify.tokens import Token

LONGEST = 14
"""Words of a noun phrase that are looked at."""

_RELATIVES = frozenset(("who", "which", "that"))
_TIMES = DAYS | MONTHS | TIME_UNITS | frozenset("today yesterday tonight tomorrow noon midnight".split())
_TIME_LEADS = TIME_LEADS | frozenset(("on", "in", "at", "the", "of", "during"))
_PASSED_OVER = frozenset("as quoted cited and then to out back so".split())
_QUOTING = frozenset("quoted quotes quoting cited cites citing".split())
_PRONOUNS = PERSONAL | frozenset("him her them us me".split())
_ENDS = PREPOSITIONS | SUBORDINATORS | COORDINATORS | AUXILIARIES | frozenset(("who", "which", "that", "whose"))
_TITLES = frozenset(COURTESY) | OFFICES


class Phrase(NamedTuple):
    """A noun phrase as tokens first up to last (exclusive) of its sentence.

    `name` are the tokens of the proper name that is its head, None for a common noun or a pronoun; `sure` tells whether
    the grammar left no other choice.
    """

    first: int
    last: int
    name: tuple[int, int] | None
    sure: bool


def subject_of(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """Return the subject of the cue at tokens `first` up to `last`, or None where the sentence shows none.

    "according to" has its source after it, a passive after "by"; an inverted cue after itself; any other before it.
    """
    words = [t.low for t in tokens[first:last]]
    verb = next((VERBS[w] for w in words if w in VERBS), None)
    if words[-1] in ("by", "from") or words[0] in ("according", "per"):
        return phrase_after(tokens, last)
    if verb is not None and verb.form in ("past", "participle") and _passive(tokens, first):
        by = next((i for i in range(last, min(last + 10, len(tokens))) if tokens[i].low == "by"), None)
        return phrase_after(tokens, by + 1) if by is not None else None
    quoted = _quoted_as(tokens, first, last)
    if quoted is not None:
        return quoted
    form = verb.form if verb is not None else "past"
    if form != "ing" and _inverted(tokens, first):
        after = phrase_after(tokens, last)
        if after is not None:
            return after
    return _before(tokens, first, form)


def _quoted_as(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """Return Lind in "quoted Lind, the minister, as saying", where the cue is any part of that; not "was quoted as"."""
    low, high = max(0, first - LONGEST), min(len(tokens) - 1, last + LONGEST)
    at = next((i for i in range(low, high) if tokens[i].low in _QUOTING and i < last), None)
    said = next((i for i in range(at or 0, high) if tokens[i].low == "as" and tokens[i + 1].low in VERBS), None)
    if at is None or said is None or said + 1 < first or said <= at + 1 or _passive(tokens, at):
        return None
    end = said if tokens[said - 1].wordlike else said - 1
    return phrase_before(tokens, end)


def _passive(tokens: Sequence[Token], cue: int) -> bool:
    i = cue - 1
    while i >= 0 and (is_adverb(tokens[i].low) or tokens[i].low in NEGATORS):
        i -= 1
    return i >= 0 and tokens[i].low in BE


def _inverted(tokens: Sequence[Token], cue: int) -> bool:
    """Tell whether the words reported, which count as quoted, come right before the cue."""
    if cue == 0:
        return True
    before = cue - 1 if tokens[cue - 1].quoted or tokens[cue - 1].wordlike else cue - 2
    return before < 0 or tokens[before].quoted


def _before(tokens: Sequence[Token], cue: int, form: str) -> Phrase | None:
    i = cue - 1
    joined = False
    while i >= 0 and not tokens[i].quoted and _between(tokens[i].low, tokens, i):
        joined = joined or tokens[i].low in ("and", "but", "or", "then")
        i -= 1
    if i < 0 or tokens[i].quoted:
        return None
    if form == "ing":
        beside = phrase_before(tokens, i + 1)
        if beside is not None and beside.first > 0 and tokens[beside.first - 1].low == "with":
            return beside
        return clause_subject(tokens, i) or (None if tokens[i].wordlike else _past_aside(tokens, i))
    here = tokens[i]
    if here.low in _RELATIVES and i > 0:
        end = i if tokens[i - 1].wordlike else i - 1
        return phrase_before(tokens, end)
    if joined:
        return clause_subject(tokens, i)
    if not here.wordlike:
        return _past_aside(tokens, i)
    if here.low in _ENDS and here.low not in _PRONOUNS:
        return None
    return phrase_before(tokens, i + 1)


def _between(low: str, tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word may stand between a subject and its verb."""
    if low in AUXILIARIES or low in NEGATORS or is_adverb(low) or low in _PASSED_OVER or low in CATENATIVES:
        return low != "that"
    if low in ("but", "or"):
        return True
    if low in _TIMES or low.isdigit():
        return True
    return (
        low in _TIME_LEADS and i + 1 < len(tokens) and (tokens[i + 1].low in _TIMES or tokens[i + 1].low in TIME_LEADS)
    )


def _past_aside(tokens: Sequence[Token], mark: int) -> Phrase | None:
    """Return the noun phrase before an aside that ends at a mark: Lind, the minister, said.

    It is the first part of the clause between marks that is a name and nothing else, or a noun phrase and nothing else;
    where there is none, the last noun phrase.
    """
    noun: Phrase | None = None
    ends = [mark]
    clause = 0
    for i in range(mark - 1, -1, -1):
        if tokens[i].quoted:
            clause = i + 1
            break
        if not tokens[i].wordlike:
            ends.append(i)
    for n in range(len(ends) - 1, -1, -1):
        found = phrase_before(tokens, ends[n])
        begin = ends[n + 1] + 1 if n + 1 < len(ends) else clause
        if found is None or found.first < begin:
            continue
        lead = tokens[begin : found.first]
        if any(t.quoted or _verbish(t) or (t.low in _ENDS and t.low not in COORDINATORS) for t in lead):
            continue
        if found.name is not None or tokens[found.first].low in _PRONOUNS:
            return found if noun is None else found._replace(first=noun.first)
        if tokens[found.first].low in DETERMINERS:
            noun = noun or found
    found = noun or phrase_before(tokens, mark)
    return found._replace(sure=noun is not None) if found is not None else None


def clause_subject(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Return the subject that a second verb of a clause shares: that of the nearest finite verb before it."""
    closed = False
    noun: Phrase | None = None
    for i in range(at, 0, -1):
        closed = closed or tokens[i].low == ","
        if tokens[i].quoted or not _verbish(tokens[i]):
            continue
        k = i - 1
        while k >= 0 and not tokens[k].quoted and _between(tokens[k].low, tokens, k):
            k -= 1
        if k < 0 or tokens[k].quoted or tokens[k].owner or tokens[k].low in DETERMINERS or _past(tokens[k]):
            continue
        before = tokens[k]
        if before.low == "who" and not closed and k > 0:
            return phrase_before(tokens, k if tokens[k - 1].wordlike else k - 1)
        if before.low in _RELATIVES or (before.low in _ENDS and before.low not in _PRONOUNS):
            continue
        found = phrase_before(tokens, k + 1) if before.wordlike else _past_aside(tokens, k)
        if found is not None and (found.name is not None or tokens[found.first].low in _PRONOUNS):
            embedded = any(t.low == "that" for t in tokens[: found.first])
            return found._replace(sure=noun is None and not embedded)
        if found is not None and is_agent_noun(tokens[found.last - 1].low):
            return found
        noun = noun or found
    return noun


def _past(token: Token) -> bool:
    """Tell whether a word is a finite verb rather than a noun."""
    low = token.low
    return not token.capital and (low in AUXILIARIES or (low in VERBS and VERBS[low].form == "past"))


def _verbish(token: Token) -> bool:
    low = token.low
    if token.capital or not token.wordlike:
        return False
    return (
        low in AUXILIARIES or low in COMMON_VERBS or (low in VERBS and VERBS[low].form != "ing") or low.endswith("ed")
    )


def phrase_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the noun phrase that ends before token `end`; its head stands before the prepositions in it."""
    last = end
    while last > 0 and tokens[last - 1].low in ("'", "’", ".", ")"):
        last -= 1
    if last <= 0 or not tokens[last - 1].wordlike:
        return None
    head: Phrase | None = None
    stop = last
    for _ in range(4):
        found = _simple_before(tokens, stop)
        if found is None:
            break
        head = found._replace(last=last)
        i = found.first - 1
        while i > 0 and found.name is not None and _qualifies(tokens[i]):
            i -= 1
        if i <= 0 or tokens[i].quoted or tokens[i].low not in PREPOSITIONS or not tokens[i - 1].wordlike:
            break
        if tokens[i].low in ("after", "before", "since", "until", "during", "as", "than") or _verbish(tokens[i - 1]):
            break
        stop = i
    return head


def _qualifies(token: Token) -> bool:
    """Tell whether a word before a name is an adjective or article of it: of neighbouring Tarvia."""
    if token.quoted or not token.wordlike or token.capital or token.low in _ENDS - DETERMINERS:
        return False
    return not _verbish(token) and not is_adverb(token.low) and token.low not in _PRONOUNS


def _simple_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    i = end - 1
    token = tokens[i]
    if token.quoted or not token.wordlike or _past(token):
        return None
    if token.low in _PRONOUNS and not token.owner:
        return Phrase(i, end, None, True)
    if (
        token.capital
        and token.low not in _ENDS
        and token.low not in DETERMINERS
        and not is_adverb(token.low)
        and token.low not in _TITLES
    ):
        while i > 0 and _joins(tokens, i - 1):
            i -= 1
        name = (i, end)
        while i > 0 and tokens[i - 1].wordlike and tokens[i - 1].low in _TITLES:
            i -= 1
        return Phrase(i, end, name, True)
    if token.low in _ENDS or token.low in POSSESSIVES:
        return None
    while i > 0 and end - i < LONGEST:
        before = tokens[i - 1]
        if before.quoted or not before.wordlike or before.low in _ENDS - DETERMINERS or _verbish(before):
            break
        i -= 1
        if before.low in DETERMINERS:
            break
    return Phrase(i, end, None, True)


def _joins(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether token i belongs to the name that goes on after it."""
    token = tokens[i]
    if token.quoted or token.owner:
        return False
    if token.capital:
        return token.low not in _ENDS and token.low not in DETERMINERS and token.low not in OFFICES
    inside = i > 0 and tokens[i - 1].capital
    return inside and (token.low in PARTICLES or token.low in ("of", "and", "&", "for", "the"))


def phrase_after(tokens: Sequence[Token], first: int) -> Phrase | None:
    """Return the noun phrase that begins at token `first`; its head is a name before the first preposition in it."""
    i = first
    while i < len(tokens) and is_adverb(tokens[i].low):
        i += 1
    begin, name = i, None
    while i < len(tokens) and i - begin < LONGEST:
        token = tokens[i]
        if token.quoted or not token.wordlike:
            break
        if token.low in _PRONOUNS and not token.owner:
            return Phrase(i, i + 1, None, True) if i == begin else None
        if i > begin and (token.low in _ENDS - DETERMINERS or _verbish(token)):
            if token.low not in ("of", "for", "at", "from", "in", "with", "on") or name is not None:
                break
        elif token.low in _TIMES:
            break
        elif i == begin and token.low in _ENDS - DETERMINERS:
            return None
        if token.capital and token.low not in _TITLES | _TIMES and not _related(tokens, begin, i):
            stop = i + 1
            while stop < len(tokens) and _goes_on(tokens, stop):
                stop += 1
            if not tokens[stop - 1].owner:
                name = (i, stop)
                i = stop
                continue
            i = stop - 1
        i += 1
    if i == begin or (name is None and tokens[begin].low in _TIMES):
        return None
    return Phrase(begin, i, name, True)


def _related(tokens: Sequence[Token], begin: int, i: int) -> bool:
    """Tell whether a preposition stands before token i in its phrase: a spokesman for Lind."""
    return any(tokens[k].low in PREPOSITIONS for k in range(begin, i))


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.quoted or tokens[i - 1].owner:
        return False
    if token.capital:
        return token.low not in _TIMES
    after = i + 1 < len(tokens) and tokens[i + 1].capital and tokens[i + 1].low not in _TIMES
    return after and (token.low in PARTICLES or token.low in ("of", "and", "&", "for"))
