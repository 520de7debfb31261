"""Where the content of an attribution begins and ends, and whether a clause is over."""

from __future__ import annotations

from typing import Literal

from brief.lexicon.function_words import (
    BE,
    DAYS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    TIME_LEADS,
    TIME_UNITS,
    is_adverb,
)
from brief.lexicon.reporting import ADDRESSED, OPENER_NEEDED, SPEECH_PLACES, VERBS, Verb
from brief.summarise.phrases import Phrase, is_dash, phrase_after, verb_like
from brief.summarise.reading import Reading

_NEGATIONS = frozenset(("not", "never"))  # what is denied is said
_UNNAMED = frozenset(("named", "identified", "quoted", "anonymous", "unnamed"))
_NEAR = 60  # tokens from the speaker to where the quotation goes on
_SUBORDINATE = frozenset(
    ("while", "although", "though", "as", "if", "when", "since", "because", "whereas", "after", "before")
)


def asks_for_anonymity(reading: Reading, v: int, high: int) -> bool:
    """Whether the verb at token v only says that its subject wants no name: asked not to be identified."""
    following = reading.lows[v + 1 : min(v + 6, high)]
    return following[:1] in (["not"], ["to"]) and bool(_UNNAMED.intersection(following))


def skip_circumstances(reading: Reading, p: int, high: int, verb: Verb) -> int:
    """Step over the person told, times, places of speech and adverbs after a verb."""
    lows = reading.lows
    if verb.frame == "tell":
        p = phrase_after(reading, p, high)
    for _ in range(6):
        if p >= high or reading.quote[p] >= 0:
            return p
        word = lows[p]
        if word in _NEGATIONS:
            return p
        if word == "there" and p + 1 < high and lows[p + 1] in BE:
            return p
        if is_adverb(word) or word in DAYS:
            p += 1
        elif word in TIME_LEADS and p + 1 < high and lows[p + 1] in TIME_UNITS:
            p += 2
        elif word == "to" and not _told(reading, p + 1, high):
            return p
        elif word in PREPOSITIONS:
            end = phrase_after(reading, p + 1, high)
            if end == p + 1 and p + 1 < high and lows[p + 1] in DAYS:
                end = p + 2
            if end == p + 1:
                return p
            p = end
        elif lows[p - 1] in SPEECH_PLACES and (word.endswith("ed") or word in ("sent", "given", "made", "seen")):
            p += 1
        else:
            return p
    return p


def _told(reading: Reading, p: int, high: int) -> bool:
    """Whether `to` before token p leads to someone spoken to rather than to a verb."""
    if p >= high:
        return False
    word = reading.lows[p]
    person = word in DETERMINERS or word in OBJECT_PRONOUNS or word in SPEECH_PLACES or reading.capital(p)
    return person or word.endswith("s")


def past_aside(reading: Reading, p: int, high: int) -> int | None:
    """After a comma at p: where `that` or a quotation opens the content behind circumstances."""
    for k in range(p + 1, min(high, p + 40)):
        if reading.quote[k] >= 0:
            return k if reading.lows[k - 1] in (",", ":") else None
        word = reading.lows[k]
        if word == "," and k + 1 < high and reading.lows[k + 1] == "that":
            return k + 1
        if word in VERBS and VERBS[word].frame in ("say", "tell") and VERBS[word].form in ("past", "third"):
            return None
    return None


def opener(reading: Reading, p: int, high: int, verb: Verb) -> int | None:
    """Where `that`, a colon or a quotation opens the content, when only circumstances stand before it."""
    if p >= high:
        return None
    lead = reading.lows[p]
    circumstance = lead in PREPOSITIONS or lead in DAYS or lead in TIME_LEADS or is_adverb(lead)
    addressed = verb.frame == "tell" or verb.base in ADDRESSED
    if reading.quote[p] < 0 and reading.wordlike(p) and not (circumstance or addressed or lead == "that"):
        return None
    for k in range(p, min(high, p + 14)):
        if reading.quote[k] >= 0:
            return k if k == p or reading.lows[k - 1] in (",", ":") else None
        word = reading.lows[k]
        if word == "that":
            return k
        if word == ":":
            return k
        if (word == "," and not (k + 1 < high and reading.quote[k + 1] >= 0)) or word in (";", "."):
            return None
        if k > p and (verb_like(reading, k) or word in PERSONAL):
            return None
    return None


def closing_comma(reading: Reading, source: Phrase, cue: Phrase) -> Literal["any", "verb"] | None:
    """Whether a comma ends the clause of the cue.

    Any comma does in `While X says ...,`, one before a verb in `, who says ...,`.
    """
    low = reading.first[reading.sentence[cue.a]]
    opener = reading.lows[low]
    if opener in ("and", "but") and low + 1 < source.a:
        opener = reading.lows[low + 1]
    if source.a > low and opener in _SUBORDINATE and source.a - low <= 3:
        return "any"
    if reading.lows[source.a] in ("who", "which") and source.b - source.a == 1:
        return "verb"
    return None


def clause_end(reading: Reading, p: int, high: int, limit: int, closing: Literal["any", "verb"] | None = None) -> int:
    """Where content that starts at p ends: the sentence's end, or another speaker's or the writer's clause."""
    lows = reading.lows
    i = p
    while i < high:
        if reading.quote[i] >= 0:
            begun, region = i, reading.quote[i]
            while i < high and reading.quote[i] == region:
                i += 1
            if begun > p and reading.words[i - 2] in (",", "?", "!") and speaker_follows(reading, i, high):
                i = begun  # the quotation has a speaker of its own
                break
            continue
        word = lows[i]
        nxt = lows[i + 1] if i + 1 < high else ""
        if word == ";":
            break
        after_comma = word == "," or (i > p and reading.quote[i - 1] >= 0 and reading.words[i - 2] in (",", "--"))
        if after_comma and word in ("but", "while", "though", "although"):
            break
        if after_comma and word == "and" and speaker_follows(reading, i, high):
            break
        if word == "," and (closing == "any" or (closing == "verb" and _verb_next(reading, i + 1, high))):
            break
        if word in (",", "and", "but") or is_dash(reading, i):
            follow = VERBS.get(nxt)
            if nxt == "according" or (word == "," and follow is not None and follow.form == "ing"):
                break
            if word == "," and nxt in ("but", "while", "though", "although"):
                break
            if word in ("and", "but") and follow is not None and follow.form in ("past", "third") and i + 2 < high:
                break
            if word == "," and speaker_follows(reading, i + 1, high):
                break
        i += 1
    # a quotation that began in this sentence and goes on belongs to the content
    if i == high and i > p and reading.quote[i - 1] >= 0:
        while i < limit and reading.quote[i] == reading.quote[i - 1]:
            i += 1
    while i > p and reading.quote[i - 1] < 0 and not reading.wordlike(i - 1) and lows[i - 1] not in ("%", ")"):
        i -= 1
    return i


def _verb_next(reading: Reading, p: int, high: int) -> bool:
    while p < high and is_adverb(reading.lows[p]):
        p += 1
    return (
        p < high
        and reading.quote[p] < 0
        and (verb_like(reading, p) or (reading.lows[p].endswith("ed") and not reading.capital(p)))
    )


def speaker_follows(reading: Reading, p: int, high: int) -> bool:
    """Whether another clause of speech starts at p: [and] she said."""
    lows = reading.lows
    if p < high and lows[p] in ("and", "but"):
        p += 1
    end = phrase_after(reading, p, high)
    if end == p or end - p > 8:
        return False
    while end < high and is_adverb(lows[end]):
        end += 1
    verb = VERBS.get(lows[end]) if end < high else None
    return (
        verb is not None
        and verb.base not in OPENER_NEEDED
        and verb.frame in ("say", "tell")
        and verb.form in ("past", "third")
    )


def goes_on(reading: Reading, p: int) -> bool:
    """Whether what follows `, she said,` is more of the content rather than the writer's circumstances."""
    word = reading.lows[p]
    verb = VERBS.get(word)
    return not (
        word.endswith("ing")
        or (verb is not None and verb.form in ("past", "third"))
        or word in RELATIVES
        or word in ("according", "while", "though", "although", "during", "after", "when", "as", "before", "with", "in")
    )


def clause_over(reading: Reading, p: int, high: int) -> bool:
    """Whether nothing of the clause is left at p."""
    if p >= high:
        return True
    if reading.quote[p] >= 0:
        return False
    if reading.lows[p] == "," and p + 1 < high and reading.quote[p + 1] >= 0:
        return True
    return reading.lows[p] in (".", ",", ";", "?", "!", ")") or is_dash(reading, p)


def clause_closes(reading: Reading, p: int, high: int) -> bool:
    """Whether the clause is over at p, times and places of speech apart."""
    if p >= high:
        return True
    if reading.quote[p] >= 0:
        return False
    word = reading.lows[p]
    return not reading.wordlike(p) or word in PREPOSITIONS or word in DAYS or word in RELATIVES or word in TIME_LEADS


def is_clause(reading: Reading, piece: Phrase) -> bool:
    """Whether a stretch holds a main clause, not only a subordinate one."""
    if reading.lows[piece.a] in ("while", "although", "though", "when", "after", "before", "if", "as"):
        return any(reading.lows[k] == "," and reading.quote[k] < 0 for k in range(piece.a, piece.b))
    return True


def next_quotation(reading: Reading, p: int, high: int) -> int:
    """From the speaker of a quotation on: the comma before the quotation's next part, or p."""
    for k in range(p, min(high, p + _NEAR)):
        if reading.quote[k] >= 0:
            return k - 1 if k > p and reading.lows[k - 1] == "," else p
        verb = VERBS.get(reading.lows[k])
        if verb is not None and verb.frame != "attitude" and not is_dash(reading, k - 1):
            return p
    return p


def spoken_for(reading: Reading, p: int, high: int) -> bool:
    """Whether the quotation that opens at p is followed by a speaker of its own."""
    end = p
    while end < high and reading.quote[end] == reading.quote[p]:
        end += 1
    return reading.words[end - 2] in (",", "?", "!") and speaker_follows(reading, end, high)
