"""Does a paraphrase say more than its evidence? Numbers, names, negation, certainty and reach, by rules.

Every check fails closed: what it can't tell is a reason. The words of negation and doubt are those of English, Spanish,
French and German together, because paraphrase and evidence are in one language and the lists do not collide.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from brief.lexicon.function_words import (
    ADVERBS,
    ASKING_ABROAD,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from brief.lexicon.names import COURTESY, OFFICES
from brief.lexicon.reporting import GROUP_HEADS, UNNAMED_HEADS, VERBS
from brief.number_words import FUNCTION_WORDS
from brief.numbers import Quantity, find_quantities
from brief.quotations import has_quotation_marks
from brief.verify.certainty import more_certain
from brief.verify.negation import NEGATED, NEGATION

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_PARTS_OF_COUNTS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth half quarter quarters thirds twice double
    doubled triple tripled dozen dozens hundreds thousands millions billions""".split()
)
_MULTIPLE = re.compile(r"doubl|tripl")
_SUM = re.compile(r"\b(add(?:s|ed|ing)?) up to\b", re.IGNORECASE)
_SMALL = (
    DETERMINERS
    | PERSONAL
    | PREPOSITIONS
    | SUBORDINATORS
    | COORDINATORS
    | AUXILIARIES
    | RELATIVES
    | FUNCTION_WORDS
    | frozenset("there what how why when where no not yes one also".split())
)
_OPENERS = _SMALL | ADVERBS | GROUP_HEADS | UNNAMED_HEADS | OFFICES | ASKING_ABROAD
"""Words that may open a sentence with a capital and name nobody."""

_FURTHER = (
    "confirm admit acknowledg reveal conced prov certain definite undoubted clearly obvious guarantee always every all "
    "everyone everybody entire entirely completely total totally only most majority must"
).split()
"""Beginnings of words that go further than most evidence: the paraphrase has them only where the evidence does."""

_SCOPE = 4
"""Content words after a negation, within its clause, that it may reach."""

_AGAINST = re.compile(r"\bagainst (?=\w+ing\b)", re.IGNORECASE)
_TITLE = re.compile(r"\b(mr|mrs|ms|dr|gov|sen|rep)\.(?= )", re.IGNORECASE)
_DEMANDED = re.compile(
    r"\b(?:demand\w*|urg(?:e[sd]?|ing)|require\w*|(?:has|have|had) to|insist\w*|order(?:s|ed)?)\b", re.IGNORECASE
)
_AS_NUMBERS = {"pair": 2, "couple": 2, "both": 2, "dozen": 12}
"""Words of the evidence for which a paraphrase may have the number."""

_DOUBLE = 3
"""Words between two negations that may be about the same thing."""

_WHOLE_WORDS = frozenset("all every always only most must total".split())


def overstatements(
    paraphrase: str,
    content: str,
    *,
    cue: str = "",
    speaker: str = "",
    meant: str = "",
    article: str = "",
    language: str = "en",
) -> tuple[str, ...]:
    """Return what a paraphrase has that its evidence lacks, one reason each; empty when it holds.

    The evidence are `content` and its `cue`; `speaker` the names, mention and office of the speaker and `meant` names
    that the words stand for, which a paraphrase may also use; `article` the text that tells a name from a common word
    at the beginning of a sentence. Compared are numbers with their units and qualifiers, names, negation (of the whole
    and of each word), certainty (each sort of doubt in the evidence must be kept) and reach (all, only, confirms).
    Quotation marks and hidden characters are refused.
    """
    reasons: list[str] = []
    evidence = f"{cue} {content}".strip()
    if has_quotation_marks(paraphrase):
        reasons.append("quotation marks in a paraphrase")
    if any(unicodedata.category(char).startswith("C") for char in paraphrase):
        reasons.append("hidden characters in a paraphrase")
    reasons += _number_reasons(paraphrase, evidence, speaker, language)
    names = unknown_names(paraphrase, f"{evidence} {speaker} {meant}", article, language)
    if names:
        reasons.append(f"a name that the words lack: {', '.join(names)}")
    mixed = _mixed_names(paraphrase, f"{article}\n{evidence}\n{speaker}\n{meant}")
    if mixed:
        reasons.append(f"a name that the article lacks: {', '.join(mixed)}")
    reasons += _negation_reasons(paraphrase, evidence)
    further = _further(paraphrase, f"{evidence} {speaker}")
    if more_certain(paraphrase, content, cue, lambda told, words: shared_words(told, words, speaker) == 1):
        reasons.append("more certain than the words")
    if further:
        reasons.append(f"goes further than the words: {', '.join(further)}")
    return tuple(reasons)


def shared_words(text: str, evidence: str, speaker: str = "") -> float:
    """Return the share of a text's content words, the speaker and verbs of saying left out, that its evidence has."""
    mine = {_stem(w) for w in _content(text)} - {_stem(w) for w in _content(speaker)}
    return len(mine & {_stem(w) for w in _content(evidence)}) / len(mine) if mine else 1.0


def unknown_numbers(text: str, evidence: str, language: str) -> tuple[str, ...]:
    """Return the numbers of a text that its evidence lacks, as digits."""
    known = _quantities(evidence, language)
    values = {(value, q.unit) for q in known for value in (q.low, q.high)}
    values |= {(Decimal(n), None) for w, n in _AS_NUMBERS.items() if re.search(rf"\b{w}\b", evidence, re.IGNORECASE)}
    mine = _quantities(text, language)
    extra = {_digits_of(v) for q in mine for v in (q.low, q.high) if (v, q.unit) not in values}
    covered = [(q.start, q.end) for q in mine]
    digits = {_digits(m.group()) for m in _DIGITS.finditer(evidence)}
    extra |= {
        _digits(m.group())
        for m in _DIGITS.finditer(text)
        if not any(a <= m.start() < b for a, b in covered) and _digits(m.group()) not in digits
    }
    said = {w.lower() for w in _TOKEN.findall(evidence)}
    multiples = {m.group().lower() for w in said if (m := _MULTIPLE.match(w))}
    for word in (w.lower() for w in _TOKEN.findall(text)):
        multiple = _MULTIPLE.match(word)
        if word in _PARTS_OF_COUNTS and word not in said and not (multiple and multiple.group() in multiples):
            extra.add(word)
    return tuple(sorted(extra))


def unknown_names(text: str, known: str, article: str, language: str) -> tuple[str, ...]:
    """Return the capitalised words of a text that stand in none of the known words.

    At the beginning of a sentence a capital may be a common word's: it passes when it is one of the small words, or
    when the article has it in lower case. German, where every noun has a capital, is compared with the whole article.
    """
    words = _words(known) | (_words(article) if language == "de" else frozenset())
    common = _lower_case(article)
    unknown: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if not any(char.isupper() for char in word) or word == "I":
            continue
        bare = _bare(word)
        if bare in words or bare.replace(".", "") in words:
            continue
        parts = re.split(r"[-&]", bare)
        if bare in COURTESY or (len(parts) > 1 and all(part in words or part in _SMALL for part in parts)):
            continue
        if _opens(text, match.start()) and (bare in _OPENERS or bare in common or bare.removesuffix("s") in _OPENERS):
            continue
        unknown.append(word)
    return tuple(sorted(set(unknown)))


def _mixed_names(text: str, known: str) -> tuple[str, ...]:
    """Return the pairs of capitalised words, side by side, that never stand so in the known text: Dora Brandt."""
    there = known.casefold()
    found = []
    for a, b in pairwise(_TOKEN.finditer(text)):
        first, second = _bare(a.group()), _bare(b.group())
        if text[a.end() : b.start()] != " " or not (a.group()[0].isupper() and b.group()[0].isupper()):
            continue
        if first in _OPENERS or first in COURTESY or a.group().endswith(("'s", "’s")):
            continue
        if f"{first} {second}" not in there:
            found.append(f"{a.group()} {b.group()}")
    return tuple(found)


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    """Return the words of a text, the parts of compound ones, and acronyms without their dots."""
    words = {_bare(w) for w in _TOKEN.findall(text)}
    parts = {part for w in words for part in re.split(r"[-.&]", w)}
    return frozenset(words | parts | {w.replace(".", "") for w in words})


@lru_cache(maxsize=16)
def _lower_case(text: str) -> frozenset[str]:
    return frozenset(w for w in _TOKEN.findall(text) if w.islower())


def _number_reasons(paraphrase: str, evidence: str, speaker: str, language: str) -> list[str]:
    reasons = []
    extra = unknown_numbers(paraphrase, f"{evidence}. {speaker}", language)
    if extra:
        reasons.append(f"a number that the words lack: {', '.join(extra)}")
    known = _quantities(evidence, language)
    for q in _quantities(paraphrase, language):
        same = [k for k in known if (k.low, k.unit) == (q.low, q.unit)]
        if same and all(k.qualifier not in ("exact", q.qualifier) for k in same):
            reasons.append(f"a number more exact than the words: {_digits_of(q.low)}")
    return reasons


def _quantities(text: str, language: str) -> list[Quantity]:
    text = _SUM.sub(r"\1 to", text)
    return [
        q
        for q in find_quantities(text, language)
        if text[q.start : q.end].lower() not in ("one", "a", "an", "un", "una", "une", "ein", "eine")
    ]


def _digits_of(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _digits(text: str) -> str:
    return text.replace(",", "").strip(".")


def _negation_reasons(paraphrase: str, evidence: str) -> list[str]:
    paraphrase, evidence = _plain(paraphrase), _plain(evidence)
    if bool(NEGATION.search(paraphrase)) != bool(NEGATION.search(evidence)):
        return ["a negation in one and not in the other"]
    mine, theirs = _negated(paraphrase), _negated(evidence)
    changed = any(
        set(a.heads) & set(b.outside) - b.inside - set(a.outside) for a, b in ((mine, theirs), (theirs, mine))
    )
    lost = mine.negations < theirs.negations and set(theirs.heads) & mine.inside - set(mine.heads)
    doubled = mine.doubled > theirs.doubled
    added = mine.negations > len(NEGATION.findall(evidence))
    fewer = any(mine.heads[s] < n and mine.outside[s] for s, n in theirs.heads.items())
    turned = changed or lost or doubled or added or fewer
    return ["a word negated in one and not in the other"] if turned else []


def _plain(text: str) -> str:
    """Return a text with "against doing" as "not doing", and without the full stops of Mr. and Ms."""
    return _TITLE.sub(r"\1", _AGAINST.sub("not ", text))


class _Scopes(NamedTuple):
    """Stems of content words: the first after each negation, all that a negation may reach, and the others.

    `negations` is their number, `doubled` of those that follow another one within a few words of its clause.
    """

    heads: Counter[str]
    inside: set[str]
    outside: Counter[str]
    negations: int
    doubled: int


def _negated(text: str) -> _Scopes:
    heads: Counter[str] = Counter()
    inside: set[str] = set()
    outside: Counter[str] = Counter()
    left = count = doubled = last = 0
    since = _DOUBLE + 1
    inverted = False
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        between = text[last : match.start()]
        if any(mark in between for mark in ",.;:!?") or (left < _SCOPE and any(mark in between for mark in '”“"')):
            left, since = 0, _DOUBLE + 1
        named = inverted and (word in COURTESY or match.group()[0].isupper())
        inverted = inverted and (named or word in AUXILIARIES)
        last = match.end()
        since += 1
        if NEGATED.match(word):
            count += 1
            doubled += since <= _DOUBLE
            left, since = _SCOPE, 0
            inverted = word in ("nor", "neither")
        elif word in COORDINATORS:
            since = _DOUBLE + 1
        elif not named and word not in _SMALL and not _speaks(word):
            if left:
                inside.add(_stem(word))
            else:
                outside[_stem(word)] += 1
            if left == _SCOPE:
                heads[_stem(word)] += 1
            left = max(0, left - 1)
    return _Scopes(heads, inside, outside, count, doubled)


def _further(paraphrase: str, evidence: str) -> tuple[str, ...]:
    said = [w.lower() for w in _TOKEN.findall(evidence)]
    told = [w.lower() for w in _TOKEN.findall(paraphrase)]
    found = []
    for word in told:
        if word in _WHOLE_WORDS and told.count(word) > said.count(word) > 0:
            found.append(word)
        for start in _FURTHER:
            if not (word == start if start in _WHOLE_WORDS else word.startswith(start)):
                continue
            if start == "must" and _DEMANDED.search(evidence):
                continue
            if start == "prov" and not re.fullmatch(r"prove[sdn]?|proven|proving", word):
                continue
            if not any(w == start if start in _WHOLE_WORDS else w.startswith(start) for w in said):
                found.append(word)
    return tuple(dict.fromkeys(found))


def _content(text: str) -> list[str]:
    words = (_bare(w) for w in _TOKEN.findall(text))
    return [w for w in words if w not in _SMALL and len(w) > 2 and not _speaks(w)]


def _speaks(word: str) -> bool:
    verb = VERBS.get(word)
    return verb is not None and verb.base in ("say", "tell", "state", "report", "declare", "add", "note")


def _stem(word: str) -> str:
    return word[:4] if len(word) <= 6 else word[:5]


def _bare(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").rstrip("'.-")


def _opens(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or before[-1] in ".!?:;"
