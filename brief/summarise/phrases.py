"""Noun phrases and verb groups by shallow parsing: who stands before a verb, who stands after it."""

from __future__ import annotations

from typing import NamedTuple

from brief.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    COORDINATORS,
    DAYS,
    DETERMINERS,
    MONTHS,
    NEGATORS,
    OBJECT_PRONOUNS,
    PERSONAL,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    SUBORDINATORS,
    TIME_LEADS,
    TIME_UNITS,
    is_adverb,
)
from brief.lexicon.names import PLACES
from brief.lexicon.reporting import CATENATIVES, SPEECH_PLACES, VERBS
from brief.summarise.reading import Reading

_LONGEST = 60  # tokens of a noun phrase with its modifiers; bounds the work on hostile text
_NOT_NOUN = AUXILIARIES | PERSONAL | SUBORDINATORS | COORDINATORS | RELATIVES
_STRIP = PREPOSITIONS | COORDINATORS | SUBORDINATORS | ADVERBS
_PREPOSITION_LIKE = frozenset(("according", "including", "following", "then", "when", "even", "often"))
_DASHES = frozenset(("-", "--", "–", "—", "―", "---"))
_OF_SOURCE = frozenset(
    ("of", "for", "at", "from", "in", "with", "on", "to", "behind", "against", "close", "by", "near")
)


class Phrase(NamedTuple):
    """Tokens a up to b (exclusive)."""

    a: int
    b: int


class Group(NamedTuple):
    """A verb with what stands before it: where it begins, negation, passive, progressive, catenative."""

    start: int
    negated: bool
    passive: bool
    be: bool
    auxiliary: bool
    catenative: str | None


def is_dash(reading: Reading, i: int) -> bool:
    """Whether token i is a dash between words."""
    return reading.words[i] in _DASHES


def verb_like(reading: Reading, i: int) -> bool:
    """Whether token i, lower case, is surely or probably a finite verb rather than part of a noun phrase."""
    word = reading.lows[i]
    if word in AUXILIARIES:
        return word != "'s" or (i > 0 and reading.lows[i - 1] in PERSONAL)
    if reading.words[i][0].isupper():
        return False
    if word in COMMON_VERBS:
        return not _after_determiner(reading, i)
    verb = VERBS.get(word)
    if verb is None:
        return False
    if verb.form in ("past", "participle"):
        return not _after_determiner(reading, i)
    return verb.form != "ing" and not _after_determiner(reading, i)


def _maybe_noun(reading: Reading, i: int) -> bool:
    verb = VERBS.get(reading.lows[i])
    return verb is not None and verb.form in ("base", "third")


def _after_determiner(reading: Reading, i: int) -> bool:
    if not i:
        return False
    before = reading.lows[i - 1]
    return before in DETERMINERS or before == "'s" or before in PREPOSITIONS


def group_before(reading: Reading, v: int, low: int) -> Group:
    """Walk left from the verb at v over auxiliaries, adverbs, negation and times, not beyond token `low`."""
    lows = reading.lows
    j = v
    negated = be = auxiliary = False
    nearest: str | None = None
    catenative: str | None = None
    while j > low:
        word = lows[j - 1]
        if reading.quote[j - 1] >= 0:
            break
        if word in AUXILIARIES and word != "'s":
            auxiliary = True
            be = be or word in BE
            nearest = nearest or word
            negated = negated or word in NEGATORS
            j -= 1
        elif word in ("not", "never", "n't"):
            negated = True
            j -= 1
        elif word in DAYS:
            j -= 2 if j - 2 >= low and lows[j - 2] == "on" else 1
        elif word in TIME_UNITS and j - 2 >= low and lows[j - 2] in TIME_LEADS:
            j -= 2
        elif is_adverb(word) and not (word == "all" and j - 2 >= low and lows[j - 2] == "of"):
            j -= 1
        elif word == "to" and j - 3 >= low and lows[j - 2] == "on" and lows[j - 3] in ("went", "goes", "going", "go"):
            catenative, nearest, be = "keep", None, False
            j -= 3
        elif word == "to" and j - 2 >= low and lows[j - 2] in CATENATIVES:
            catenative = CATENATIVES[lows[j - 2]]
            nearest, be = None, False
            j -= 2
        elif (
            word == "on" and j - 2 >= low and lows[j - 2] in ("went", "goes", "going") and VERBS[lows[v]].form == "ing"
        ):
            j -= 2
        elif word == "," and j - 3 >= low and lows[j - 3] == "," and is_adverb(lows[j - 2]):
            j -= 3
        else:
            break
    past = VERBS[lows[v]].form in ("past", "participle") if lows[v] in VERBS else False
    return Group(j, negated, past and nearest is not None and nearest in BE, be, auxiliary, catenative)


def subject_before(reading: Reading, j: int, low: int) -> Phrase | None:
    """Return the noun phrase, pronoun or relative that ends right before token j, its apposition included."""
    low = max(low, j - _LONGEST)
    k = j - 1
    if k < low or reading.quote[k] >= 0:
        return None
    word = reading.lows[k]
    if word in PERSONAL or word in RELATIVES or word in ("this", "these", "those"):
        return Phrase(k, j)
    if word in (",", ")") or is_dash(reading, k):
        return _over_apposition(reading, k, low)
    start = phrase_start(reading, j, low)
    if start is None:
        return None
    return _without_relative(reading, Phrase(_before_participle(reading, start, low), j), low)


def _before_participle(reading: Reading, start: int, low: int) -> int:
    """In `the lawsuit filed by a clerk says`, step from `a clerk` back to `the lawsuit`."""
    t = start - 2
    if t <= low or reading.lows[start - 1] not in PREPOSITIONS or reading.quote[t] >= 0 or reading.capital(t):
        return start
    if not reading.lows[t].endswith(("ed", "ing", "en", "wn")) or reading.lows[t] in _PREPOSITION_LIKE:
        return start
    while t > low and (reading.lows[t - 1] == "being" or is_adverb(reading.lows[t - 1])):
        t -= 1
    if t <= low or not _noun_like(reading, t - 1) or reading.lows[t - 1] in ("as", "he", "she"):
        return start
    before = phrase_start(reading, t, low)
    return start if before is None else before


def _without_relative(reading: Reading, phrase: Phrase, low: int) -> Phrase:
    """In `people who know him say`, take `people`, not `him`: step over a relative clause without commas."""
    a = phrase.a
    for k in range(a - 1, max(low, a - 10), -1):
        word = reading.lows[k]
        if word in ("who", "that", "which") and k > low and reading.wordlike(k - 1):
            if word == "that" and verb_like(reading, k - 1):
                return phrase
            start = phrase_start(reading, k, low)
            # the relative's own verb is the one we came from when nothing verbal stands between
            if start is not None and any(verb_like(reading, x) for x in range(k + 1, a)):
                return Phrase(start, phrase.b)
            return phrase
        if not reading.wordlike(k) or word in COORDINATORS:
            return phrase
    return phrase


def _over_apposition(reading: Reading, k: int, low: int) -> Phrase | None:
    """Token k closes a parenthesis (comma, dash, bracket): find its opening and the phrase before that."""
    closing = reading.lows[k]
    for p in range(k - 1, low, -1):
        if reading.quote[p] >= 0 and reading.quote[p - 1] < 0 and closing == ",":
            continue
        word = reading.lows[p]
        opens = (word == "(") if closing == ")" else (word == ",") if closing == "," else is_dash(reading, p)
        if not opens or k - p < 2:
            continue
        if closing == "," and not _can_be_apposition(reading, p + 1):
            continue
        start = phrase_start(reading, p, low)
        if start is None or not _head_of_source(reading, start, p):
            continue
        named = closing == "," and not _is_name(reading, start, p)
        start = _name_before(reading, start, low) if named else start
        return Phrase(start, k + 1 if closing == ")" else k)
    return None


def _is_name(reading: Reading, a: int, b: int) -> bool:
    """Whether the phrase is headed by a name that is not a place: `Jane Roe`, not `N.C.` or `a former aide`."""
    end = next((k for k in range(a + 1, b) if reading.lows[k] in PREPOSITIONS), b)
    head = reading.lows[end - 1]
    place = head in PLACES or (reading.words[end - 1].endswith(".") and end - a == 1)
    return reading.capital(end - 1) and not place and reading.lows[a] not in DETERMINERS


def _name_before(reading: Reading, start: int, low: int) -> int:
    """Step back from `a former aide` or `N.C.` over commas to the name that it stands beside, if there is one."""
    p = start - 1
    verbal = relative = False
    while p > low and start - p < 30:
        if reading.quote[p] >= 0:
            return start
        if reading.lows[p] == ",":
            if verbal and not relative:
                return start
            first = phrase_start(reading, p, low)
            if first is not None and not (first > low and reading.lows[first - 1] in PREPOSITIONS):
                if _is_name(reading, first, p) and _head_of_source(reading, first, p):
                    return first
                if not reading.capital(p - 1) and not reading.lows[p - 1].isdigit():
                    return start
        elif reading.lows[p] in ("but", "or"):
            return start
        verbal = verbal or (verb_like(reading, p) and not _maybe_noun(reading, p))
        relative = relative or reading.lows[p] in RELATIVES
        p -= 1
    return start


def _can_be_apposition(reading: Reading, i: int) -> bool:
    word = reading.lows[i]
    return not (word in COORDINATORS or word in PERSONAL or word in ("that", "because", "if", "while", "although"))


def _head_of_source(reading: Reading, a: int, b: int) -> bool:
    head = reading.lows[b - 1]
    if not reading.wordlike(b - 1) or head in DAYS or head in MONTHS or head in TIME_UNITS or head.isdigit():
        return False
    return not is_adverb(head) and not verb_like(reading, b - 1) and head not in _STRIP and not head[0].isdigit()


def phrase_start(reading: Reading, j: int, low: int) -> int | None:
    """Return where the noun phrase that ends before token j starts, or None when there is none."""
    words, lows = reading.words, reading.lows
    low = max(low, j - _LONGEST)
    inside = reading.quote[j - 1]
    i = j
    while i > low:
        t = i - 1
        word = lows[t]
        if reading.quote[t] != inside:
            break
        if not reading.wordlike(t):
            if word in ("'s", "'") or (word in "$%&£€/.#" and words[t]) or (word == "-" and t > low):
                i = t
                continue
            if word == ")":
                opening = next((x for x in range(t - 1, max(low, t - 10) - 1, -1) if lows[x] == "("), None)
                if opening is not None and opening > low:
                    i = opening
                    continue
            break
        if word == "one" and i < j:
            i = t
            break
        if word in _NOT_NOUN or word in RELATIVES:
            if word in ("and", "or") and _joins(reading, t, low, j):
                i = t
                continue
            break
        if word in PREPOSITIONS and not (words[t][0].isupper() and t > low and reading.capital(t - 1)):
            one_of = word == "of" and t > low and lows[t - 1] == "one"
            if word in _OF_SOURCE and t > low and (one_of or _noun_like(reading, t - 1)) and i < j:
                i = t
                continue
            break
        if word in DETERMINERS:
            i = t
            before = lows[t - 1] if t > low else ""
            one_of = before == "of" and t - 1 > low and lows[t - 2] == "one"
            if before in _OF_SOURCE and t - 1 > low and (one_of or _noun_like(reading, t - 2)):
                i = t - 1
                continue
            if (
                before in DETERMINERS
                or before in QUANTIFIERS
                or (before in ("and", "or") and _joins(reading, t - 1, low, j))
            ):
                continue
            break
        if i < j and is_adverb(word) and not words[t][0].isupper():
            break
        if verb_like(reading, t) and not (t == j - 1 and word not in AUXILIARIES and _maybe_noun(reading, t)):
            break
        i = t
    while i < j and (lows[i] in _STRIP or lows[i] in DAYS or not (reading.wordlike(i) or lows[i] in "$#")):
        if lows[i] in ("both", "all", "some"):
            break
        i += 1
    bare = all(lows[k] in ("a", "an", "the", "every", "no", "my", "your", "our") for k in range(i, j))
    return i if i < j and not bare else None


def _joins(reading: Reading, t: int, low: int, end: int) -> bool:
    """Whether the and/or at t joins two noun phrases rather than two clauses."""
    if t <= low or t + 1 >= end or not _noun_like(reading, t - 1):
        return False
    after = t + 1
    if reading.capital(t - 1) == reading.capital(after):
        return True
    if reading.lows[after] not in DETERMINERS:
        return False
    return (t - 2 >= low and not reading.capital(t - 1)) or phrase_start(reading, t, max(low, t - 12)) == low


def _noun_like(reading: Reading, i: int) -> bool:
    word = reading.lows[i]
    if not reading.wordlike(i) or word in _NOT_NOUN or word in PREPOSITIONS:
        return word == ")"
    return not verb_like(reading, i) and not (is_adverb(word) and word not in QUANTIFIERS)


def phrase_after(reading: Reading, p: int, end: int, *, nominal: bool = False) -> int:
    """Return where the noun phrase that starts at token p ends (p itself when there is none).

    `nominal` says that no verb can follow, so that a word that may be a noun or a verb (`report`) is a noun.
    """
    lows = reading.lows
    end = min(end, p + _LONGEST)
    if p >= end or reading.quote[p] >= 0:
        return p
    if lows[p] == "one" and p + 1 < end and reading.wordlike(p + 1) and _noun_like(reading, p + 1):
        return max(phrase_after(reading, p + 1, end), p + 1)
    if lows[p] in PERSONAL or lows[p] in OBJECT_PRONOUNS:
        return p + 1
    if lows[p] == "that" or (is_adverb(lows[p]) and lows[p] not in DETERMINERS):
        return p
    i = p
    while i < end and (lows[i] in DETERMINERS or lows[i] in QUANTIFIERS):
        i += 1
    begin = i
    while i < end and reading.quote[i] < 0:
        word = lows[i]
        if not reading.wordlike(i):
            initial = word == "." and i + 1 < end and reading.capital(i - 1) and reading.capital(i + 1)
            if word in ("'s", "$", "&", "%", "/") or initial or (word == "'" and i > begin):
                i += 1
                continue
            break
        if word in _NOT_NOUN:
            if word in ("and", "or") and i > begin and i + 1 < end and _joins(reading, i, p, end):
                i += 1
                continue
            break
        if word in DETERMINERS and lows[i - 1] not in ("and", "or", "'s") and lows[i - 1] not in PREPOSITIONS:
            break
        if word in PREPOSITIONS:
            if i == begin or not _noun_continues(reading, i, end):
                break
            i += 1
            continue
        if (
            word in DAYS
            or (i > begin and is_adverb(word) and word not in DETERMINERS)
            or (i > begin and verb_like(reading, i) and not (nominal and word not in AUXILIARIES))
        ):
            break
        if word in TIME_LEADS and i + 1 < end and lows[i + 1] in TIME_UNITS:
            break
        i += 1
    return i


def _noun_continues(reading: Reading, i: int, end: int) -> bool:
    """Whether the preposition at i belongs to the noun before it: of the union, not: in an interview."""
    if reading.lows[i] not in ("of", "for", "at", "from", "in", "with"):
        return False
    for k in range(i + 1, min(end, i + 5)):
        word = reading.lows[k]
        if word in SPEECH_PLACES or word in DAYS or word in TIME_UNITS or word in MONTHS or word[0].isdigit():
            return False
    if reading.lows[i] == "of":
        return True
    return i + 1 < end and (reading.capital(i + 1) or reading.lows[i + 1] in DETERMINERS)
