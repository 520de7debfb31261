"""Whether and how a phrase is the source of a reporting verb."""

from __future__ import annotations

from brief.lexicon.function_words import (
    AUXILIARIES,
    COORDINATORS,
    DAYS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PERSONAL,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    TIME_LEADS,
    TIME_UNITS,
    is_adverb,
)
from brief.lexicon.reporting import is_agent_noun
from brief.summarise.phrases import Group, Phrase, group_before, is_dash, phrase_after, subject_before, verb_like
from brief.summarise.reading import Reading

_WINDOW = 90  # tokens that are looked through around a verb; bounds the work on hostile text
_MEANS = frozenset(("telephone", "phone", "email", "e-mail", "text", "letter", "message", "video", "radio", "fax"))
_HEADLINE = 30  # tokens of a sentence that tell a headline


def is_headline(reading: Reading, low: int, high: int) -> bool:
    """Whether a sentence is written with capitals throughout, so that a capital tells nothing."""
    letters = [
        k for k in range(low, min(high, low + _HEADLINE)) if reading.words[k][0].isalpha() and len(reading.words[k]) > 3
    ]
    return bool(letters) and sum(reading.capital(k) for k in letters) >= 0.8 * len(letters)


def takes_object(reading: Reading, p: int, high: int) -> bool:
    """Whether what follows a word that may be a noun (`plans`, `calls`) makes it a verb."""
    while p < high and is_adverb(reading.lows[p]):
        p += 1
    if p >= high:
        return False
    word = reading.lows[p]
    if reading.quote[p] >= 0 or reading.capital(p) or word in DETERMINERS or word in PERSONAL:
        return True
    return (
        word in ("that", "to", "how", "what", "whether", "for", "on")
        or word in OBJECT_PRONOUNS
        or not (word in PREPOSITIONS or not reading.wordlike(p) or word in COORDINATORS or verb_like(reading, p))
    )


def by_follows(reading: Reading, p: int, high: int) -> bool:
    """`announced Monday by the agency`: a participle, not a verb with its subject before it."""
    lows = reading.lows
    for k in range(p, min(p + 5, high)):
        if lows[k] == "by":
            after = lows[k + 1] if k + 1 < high else ""
            return not (after in _MEANS or after.endswith("ing"))
        if not (
            lows[k] in DAYS or is_adverb(lows[k]) or lows[k] in TIME_LEADS or lows[k] in TIME_UNITS or lows[k] == "on"
        ):
            return False
    return False


def is_agent(reading: Reading, source: Phrase) -> bool:
    """Whether a phrase can hold a view: a name, a pronoun, a person, a group, a body, a document; no abstraction."""
    head = head_of(reading, source)
    word = reading.lows[head]
    if reading.capital(head) or word in PERSONAL or word in RELATIVES or word in DETERMINERS or word[0].isdigit():
        return True
    if reading.lows[source.a] in ("who", "one"):
        return True
    return is_agent_noun(word)


def cue_of(reading: Reading, group: Group, v: int) -> Phrase:
    """The verb with its auxiliaries, without the times that stand before them."""
    a = group.start
    while a < v and not (reading.lows[a] in AUXILIARIES or is_adverb(reading.lows[a])) and (group.catenative is None):
        a += 1
    return Phrase(a, v + 1)


def is_plural(reading: Reading, source: Phrase) -> bool:
    """Whether a phrase can be the subject of a verb without -s."""
    head = head_of(reading, source)
    word = reading.lows[head]
    if word in PERSONAL:
        return word not in ("he", "she", "it", "one", "everyone", "nobody", "someone")
    if word in RELATIVES or word in ("people", "police", "many", "some", "most", "others", "these", "those"):
        return True
    return word.endswith("s") or any(reading.lows[k] == "and" for k in range(source.a, source.b))


def is_singular(reading: Reading, source: Phrase, low: int) -> bool:
    """Whether a phrase can be the subject of a verb in -s, rather than the noun before a plural in -s."""
    head = head_of(reading, source)
    word = reading.lows[head]
    if word in PERSONAL:
        return word in ("he", "she", "it", "one", "everyone", "nobody", "someone")
    if word in RELATIVES or reading.capital(head):
        return True
    if word[0].isdigit() or (word.endswith("s") and not word.endswith("ss")):
        return False
    begins = reading.lows[source.a]
    return begins in DETERMINERS or reading.capital(source.a)


def head_of(reading: Reading, phrase: Phrase) -> int:
    """Last word of the phrase before the first comma, preposition or relative."""
    head = phrase.a
    for k in range(phrase.a, phrase.b):
        word = reading.lows[k]
        if k > phrase.a and (word in (",", "(") or word in PREPOSITIONS or word in RELATIVES or is_dash(reading, k)):
            break
        if reading.wordlike(k):
            head = k
    return head


def can_speak(reading: Reading, source: Phrase) -> bool:
    """Whether a phrase after its verb can be a speaker: a name, a pronoun, a determined or a plural noun."""
    word = reading.lows[source.a]
    if word in ("yes", "no", "so", "goodbye", "thanks"):
        return False
    known = word in PERSONAL or word in DETERMINERS or word in QUANTIFIERS or reading.capital(source.a)
    known = known or reading.capital(head_of(reading, source))
    return known or word[0].isdigit() or reading.lows[head_of(reading, source)].endswith("s") or word == "people"


def clause_low(reading: Reading, j: int, low: int) -> int:
    """No phrase reaches back over a quotation."""
    k = j - 1
    low = max(low, j - _WINDOW)
    while k >= low and reading.quote[k] < 0:
        k -= 1
    return k + 1


def main_subject(reading: Reading, low: int, limit: int) -> Phrase | None:
    """The subject of the first verb of a clause, for participles (`..., saying that`) and joined verbs."""
    for k in range(low + 1, min(limit, low + _WINDOW)):
        word = reading.lows[k]
        if reading.quote[k] >= 0:
            continue
        verbal = verb_like(reading, k) or (
            not reading.capital(k) and word.endswith("ed") and reading.lows[k - 1] not in DETERMINERS
        )
        if verbal:
            group = group_before(reading, k, low)
            subject = subject_before(reading, group.start, clause_low(reading, group.start, low))
            if subject is not None and reading.lows[subject.a] not in ("that", "which", "who"):
                return subject
    return None


def open_relative(reading: Reading, low: int, k: int) -> Phrase | None:
    """The `who` or `which` whose clause is still open at token k, so that a verb joined there is its verb.

    `under Orme, who had run the yard and | accused`; not `Orme, who ran the yard, and | accused`, where a comma
    closes the clause, nor `met the man who ran the yard and | accused`, where it may be over.
    """
    verbs = 0
    listed = False  # a comma before another verb: a list inside the relative, or the main clause
    for r in range(k - 1, max(low, k - _WINDOW), -1):
        word = reading.lows[r]
        if reading.quote[r] >= 0 or word in (";", ":", "(", ")") or is_dash(reading, r):
            return None
        if word == ",":
            if r == k - 1 or not _finite(reading, r + 1):
                return None
            listed = True
        elif word in ("who", "which"):
            before = reading.lows[r - 1]
            if phrase_after(reading, r + 1, k) > r + 1 and not _finite(reading, r + 1):
                return None  # `which Orme built`: not the subject of its clause
            told = any(_finite(reading, x) for x in range(max(low, r - _WINDOW), r - 1))
            if before == ",":
                return Phrase(r, r + 1) if told or not listed else None
            restrictive = reading.wordlike(r - 1) and before not in PREPOSITIONS and not told and verbs == 1
            return Phrase(r, r + 1) if restrictive else None
        elif _finite(reading, r) and not _finite(reading, r + 1):
            verbs += 1
    return None


def _finite(reading: Reading, k: int) -> bool:
    """Whether token k is probably a verb with a subject."""
    past = reading.lows[k].endswith("ed") and not reading.capital(k) and k > 0
    return verb_like(reading, k) or (past and reading.lows[k - 1] not in DETERMINERS)


def object_at(reading: Reading, a: int, b: int) -> Phrase | None:
    """The noun phrase that starts at token a, not beyond b."""
    end = phrase_after(reading, a, b)
    if end < b and reading.lows[end] == ",":  # with its apposition
        end = b
        while not reading.wordlike(end - 1):
            end -= 1
    return Phrase(a, end) if end > a else None


def finished(reading: Reading, k: int) -> bool:
    """Whether the quotation whose closing mark is token k ends with a full stop, not with a comma."""
    return k > 0 and reading.words[k - 1].endswith(".")


def after_dateline(reading: Reading, low: int, high: int) -> int:
    """Step over `PORT TOWN, Country (Agency) — ` at the beginning of a paragraph."""
    for k in range(low + 1, min(high, low + 12)):
        if is_dash(reading, k):
            place = reading.words[low].isupper() and len(reading.words[low]) > 2
            return k + 1 if place or reading.words[k - 1] == ")" else low
        if reading.wordlike(k) and not reading.capital(k) and not reading.words[k][0].isdigit():
            return low
    return low
