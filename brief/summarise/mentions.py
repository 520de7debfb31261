"""Names in a text: where people and bodies are named, with the title or description beside each name."""

from __future__ import annotations

from typing import Literal, NamedTuple

from brief.lexicon.function_words import DAYS, DETERMINERS, MONTHS, PREPOSITIONS, SUBORDINATORS, is_adverb
from brief.lexicon.names import (
    BODY_WORDS,
    COURTESY,
    GENERIC_BODIES,
    HE_NAMES,
    NATIONALITIES,
    OFFICES,
    PARTICLES,
    PLACE_LEADS,
    PLACES,
    SHE_NAMES,
    THINGS,
    acronym,
)
from brief.summarise.phrases import Phrase, verb_like
from brief.summarise.reading import Reading

_INNER = frozenset(("of", "for", "the", "and", "&", "on", "de", "del", "la"))
_ROLE_STOP = frozenset((",", ".", ";", ":", "and", "or", "but", "that", "with", "by", "said", "from", "as", "to", "in"))
_NOT_FIRST = frozenset(
    """i the a an in on at but and or if when while as after before for with from to by it he she they we this that
    these
    those there here what who why how not no yes so yet still also however meanwhile according then now his her its
    their
    our my your both all some many most several one two three four five six seven eight nine ten since although though
    because asked let do don't does did is are was were be will would can could may might must should have has
    had""".split()
)


_GERMAN_ARTICLES = frozenset("der die das den dem des ein eine einer einem eines".split())
_OPENING_ABROAD = frozenset(
    """der die das ein eine laut nach el la los las un una según le les il lo gli o os as selon segundo secondo l en em
    im am nos nous pour para""".split()
)
_TAKES_OF = frozenset(
    """ministry department bank bureau board university house court office council institute federation union league
    society center centre academy association authority agency committee commission college chamber church organization
    organisation party foundation confederation congress embassy army ministers chiefs representatives lords commons
    institutes secretary conference bishops mayors governors states front movement coalition alliance""".split()
)
_COUNTRIES = frozenset("u.s. us usa u.k. uk e.u. eu u.n. d.c. states kingdom union nations".split())


class Mention(NamedTuple):
    """A name in the text: its tokens without title, its kind, and the role words beside it."""

    tokens: Phrase
    name: str
    kind: Literal["person", "body"]
    title: str | None
    role: str | None


def find_mentions(reading: Reading) -> list[Mention]:
    """Return the names of people and bodies in reading order. Places, days, nations and things are not names."""
    settled = _inside_sentences(reading)
    found: list[Mention] = []
    for s in range(len(reading.sentences)):
        low, high = reading.first[s], reading.first[s + 1]
        i = low
        while i < high:
            if not _starts_name(reading, i, low, settled):
                i += 1
                continue
            end = _run_end(reading, i, high)
            mention = _mention(reading, i, end, low, high)
            if mention is not None:
                found.append(mention)
            i = max(end, i + 1)
    return found


def _inside_sentences(reading: Reading) -> frozenset[str]:
    """Words written with a capital inside sentences that are not all in capitals (headlines)."""
    seen: set[str] = set()
    for s in range(len(reading.sentences)):
        low, high = reading.first[s], reading.first[s + 1]
        letters = [i for i in range(low, high) if reading.words[i][0].isalpha()]
        capitals = sum(reading.words[i][0].isupper() for i in letters)
        if len(letters) > 3 and capitals > 0.6 * len(letters):
            continue
        seen.update(reading.lows[i] for i in letters[1:] if reading.capital(i) and reading.wordlike(i - 1) and i > low)
    return frozenset(seen)


def _starts_name(reading: Reading, i: int, low: int, settled: frozenset[str]) -> bool:
    word = reading.words[i]
    if not word[0].isupper() or reading.lows[i] in DAYS or reading.lows[i] in MONTHS:
        return False
    if reading.lows[i] in _NOT_FIRST or is_adverb(reading.lows[i]) or reading.lows[i] in SUBORDINATORS:
        return False
    if reading.lows[i] in PREPOSITIONS:
        return False
    opening = i == low or not reading.wordlike(i - 1)
    name_like = reading.lows[i] in ("la", "el", "los", "las", "le") and i + 1 < len(reading.words)
    if opening and reading.lows[i] in _OPENING_ABROAD and not (name_like and reading.capital(i + 1)):
        return False
    following = i + 1 < len(reading.words) and reading.capital(i + 1) and reading.lows[i + 1] not in DAYS
    return not opening or reading.lows[i] in settled or following or acronym(word) is not None


def _run_end(reading: Reading, i: int, high: int) -> int:
    lows = reading.lows
    body = False
    k = i
    while k < high:
        word = lows[k]
        body = body or word in BODY_WORDS
        if (
            (reading.capital(k) and word not in DAYS and word not in MONTHS)
            or (word.isdigit() and body and len(word) < 4)
            or (word in PARTICLES and word != "y" and k + 1 < high and reading.capital(k + 1) and not body)
        ):
            k += 1
        elif (
            body
            and word in _INNER
            and k + 1 < high
            and lows[k + 1] not in PLACES
            and (reading.capital(k + 1) or (k + 2 < high and lows[k + 1] in _INNER and reading.capital(k + 2)))
        ):
            if word == "of" and lows[k - 1] not in _TAKES_OF:
                break
            if word == "and" and not _same_body_goes_on(reading, k, high):
                break
            k += 1
        else:
            break
    return k


def _same_body_goes_on(reading: Reading, k: int, high: int) -> bool:
    """`Department of Roads and Inland Waters`, but not `the Navy and Ms. Roe`."""
    return (
        reading.lows[k + 1] not in COURTESY
        and reading.lows[k + 1] not in OFFICES
        and reading.lows[k - 1] not in BODY_WORDS
    )


def _mention(reading: Reading, i: int, end: int, low: int, high: int) -> Mention | None:
    words, lows = reading.words, reading.lows
    while end > i and lows[end - 1] in _INNER:
        end -= 1
    a = i
    title_end = a
    for k in range(i, end):
        if lows[k] in COURTESY or (lows[k] in OFFICES and k + 1 < end):
            title_end = k + 1
        elif lows[k] in OFFICES:
            return None  # an office without a name
    courtesy = next((words[k] for k in range(i, title_end) if lows[k] in COURTESY), None)
    body_role = any(lows[k] in BODY_WORDS for k in range(title_end, end))
    a = title_end
    while (
        a < end
        and (lows[a] in NATIONALITIES or lows[a] in DETERMINERS or lows[a] in _COUNTRIES)
        and (not body_role or lows[a] in DETERMINERS)
    ):
        a += 1
    if a >= end:
        return None
    name = _join(words[a:end])
    titled = title_end > i
    count = end - a
    if is_place(lows[a:end]) and not (titled and count > 1):
        return None
    office = " ".join(words[i:title_end]) if titled and courtesy != words[title_end - 1] else None
    if acronym(name):
        return Mention(Phrase(a, end), name, "body", None, None) if len(name) > 1 and not name.isdigit() else None
    if lows[end - 1] in THINGS and not titled:
        return None
    if count == 1 and a and lows[a - 1] in _GERMAN_ARTICLES:
        return None  # German writes every noun with a capital
    if count == 1 and lows[a] in GENERIC_BODIES:
        return None
    if body_role and not (titled and count <= 3 and lows[end - 1] not in BODY_WORDS):
        return Mention(Phrase(a, end), name, "body", None, None)
    person_like = count == 2 and (lows[a] in HE_NAMES or lows[a] in SHE_NAMES)
    if lows[a] in THINGS and not titled and not person_like:
        return None
    role = office or _role_before(reading, i, low) or _role_after(reading, end, high)
    given = lows[a] in HE_NAMES or lows[a] in SHE_NAMES
    if titled or given or role is not None or 2 <= count <= 4 or count == 1:
        return Mention(Phrase(a, end), name, "person", courtesy, role)
    return None


def _join(words: list[str]) -> str:
    out = ""
    for word in words:
        out += word if not out or word in ("'s", "’s", ".", ",") else " " + word
    return out


def is_place(lows: list[str]) -> bool:
    """Whether lower-case words are the name of a known country or city."""
    rest = [w for w in lows if w not in PLACE_LEADS]
    return bool(lows) and all(w in PLACES or w in _COUNTRIES for w in rest)


def _role_before(reading: Reading, i: int, low: int) -> str | None:
    """`fund director` before the name, or `the fund's director,` with its comma."""
    k = i
    if k - 1 > low and reading.lows[k - 1] == ",":
        k -= 1
        comma = True
    else:
        comma = False
    end = k
    while k > low and end - k < 7:
        word = reading.lows[k - 1]
        if word.endswith("ed") or verb_like(reading, k - 1):
            break
        if word in _ROLE_STOP - {"of"} or not (reading.wordlike(k - 1) or word == "'s"):
            break
        k -= 1
        if word in DETERMINERS:
            break
    head = reading.lows[end - 1] if end > k else ""
    if head not in OFFICES or (comma and reading.lows[k] not in DETERMINERS):
        return None
    while k < end and (reading.lows[k] in PREPOSITIONS or is_adverb(reading.lows[k])):
        k += 1
    return reading.text[reading.starts[k] : reading.ends[end - 1]]


def _role_after(reading: Reading, end: int, high: int) -> str | None:
    """`, the fund's director,` after the name."""
    if end + 2 >= high or reading.lows[end] != ",":
        return None
    k = end + 1
    if reading.lows[k].isdigit() and k + 1 < high and reading.lows[k + 1] == ",":
        k += 2
    start = k
    office = False
    if reading.capital(start) and reading.lows[start] in OFFICES:
        return None  # the title of the next name in a list
    while k < high and k - start < 14 and reading.lows[k] not in (",", ".", ";", ":", "who") and reading.quote[k] < 0:
        if verb_like(reading, k):
            return None
        office = office or reading.lows[k] in OFFICES
        k += 1
    if not office or k == start or reading.lows[start] in ("and", "but", "while", "who"):
        return None
    if k < high and reading.lows[k] not in (",", ".", "who", ";"):
        return None
    return reading.text[reading.starts[start] : reading.ends[k - 1]]
