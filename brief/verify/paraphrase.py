"""Does a paraphrase say more than its evidence? Numbers, names, negation, certainty and reach, by rules.

Every check fails closed: what it can't tell is a reason. The words of negation and doubt are those of English, Spanish,
French and German together, because paraphrase and evidence are in one language and the lists do not collide.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from brief.lexicon.function_words import (
    ADVERBS,
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

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS = frozenset('"“”„‟«»「」『』＂')
_PARTS_OF_COUNTS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth half quarter quarters thirds twice double
    doubled triple tripled dozen dozens hundreds thousands millions billions""".split()
)
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
_OPENERS = _SMALL | ADVERBS | GROUP_HEADS | UNNAMED_HEADS | OFFICES
"""Words that may open a sentence with a capital and name nobody."""

_NEGATOR = (
    r"not|no|never|none|nothing|nobody|nowhere|neither|nor|without|cannot|hardly|barely|scarcely|"
    r"nunca|jamás|ningún|ninguna|ninguno|nadie|nada|tampoco|sin|"
    r"pas|jamais|aucune?|rien|sans|nicht|kein\w*|nie|niemals|niemand|nichts|ohne|weder"
)
_NEGATED = re.compile(rf"^(?:{_NEGATOR}|\w+n['’]t|n['’]\w+)$", re.IGNORECASE)
_NEGATION = re.compile(
    rf"\b(?:{_NEGATOR}|den(?:y|ie[sd]|ying|ials?)|refus\w+|declin\w+|reject\w*|rul(?:e[sd]?|ing) out|fail(?:s|ed|ing)?|"
    r"lack(?:s|ed|ing)?|false|untrue|unable|impossible|unaware|disput\w+|oppos(?:e[sd]?|ing)|"
    r"nieg\w+|neg(?:ó|aron|ar|ando)|desm[ie]+nt\w+|rechaz\w+|dém[ei]nt\w*|nie(?:nt)?|ni(?:é|er)|refuse\w*|rejett\w*|"
    r"bestr[ei]+t\w*|dementier\w*|wies|weist|lehnt\w*)\b|\w+n['’]t\b|\bn['’]\w",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\bmay\b|(?i:\b(?:might|could|possib\w+|perhaps|maybe|potential\w*|likely|unlikely|probab\w+|appears?|appeared|"
    r"seem(?:s|ed)?|suggest\w*|believ\w+|think\w*|thought|suspect\w*|apparently|"
    r"podr[íi]a\w*|pueden?|quizás?|tal vez|posible\w*|parece\w*|"
    r"peu(?:t|vent)|pourrai\w+|peut-être|semble\w*|könnten?|möglich\w*|vielleicht|wahrscheinlich|dürften?|scheint)\b)"
)
_EXPLORING = re.compile(
    r"\b(?:explor\w+|consider(?:s|ed|ing)?|study|studies|studied|studying|looking (?:at|into)|look(?:s|ed)? into|"
    r"examin\w+|weigh(?:s|ed|ing)?|mull\w*|in talks|"
    r"estudian?|consideran?|étudi\w+|envisag\w+|prüf\w+|erwäg\w+)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:reported(?:ly)?|alleg\w+|claim(?:s|ed)?|rumou?r\w*|purported\w*|supposed(?:ly)?|accus\w+|"
    r"presunt\w+|présumé\w*|angeblich\w*|mutmaßlich\w*)\b",
    re.IGNORECASE,
)
_INTENDED = re.compile(
    r"\b(?:plan(?:s|ned|ning)? to|propos(?:e[sd]?|ing) to|hop(?:e[sd]?|ing)|intend\w*|expect\w*|"
    r"aim(?:s|ed|ing)? (?:to|at)|wants? to|wanted to|seek(?:s|ing)?|sought|tr(?:y|ies|ied|ying) to|wish\w*|would like|"
    r"espera\w*|planea\w*|prévoi\w+|espèr\w+|compte\w*|hofft\w*|plan(?:t|en)|erwartet\w*)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|provided|depend\w*|as long as|in case|whether|wenn|falls|sofern|à condition|siempre que)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\b(?:will|would|shall|won['’]t)\b|['’](?:ll|d)\b|\bgoing to\b", re.IGNORECASE)
_STILL_TO_COME = re.compile(
    r"\b(?:will|would|shall|should|won['’]t|to be|set to|due|about to|going to|promis\w+|vow\w*|pledg\w+|"
    r"threat\w+|warn\w*|offer\w*|agree\w* to|plan\w*|ready to|forecast\w*|predict\w*|next|tomorrow|until|future|"
    r"must|needs?|demand\w*|urg\w+)\b|['’](?:ll|d)\b",
    re.IGNORECASE,
)
_DOUBTS = (
    (_POSSIBLE, (_POSSIBLE, _REPORTED)),
    (_EXPLORING, (_EXPLORING, _POSSIBLE)),
    (_REPORTED, (_REPORTED, _POSSIBLE)),
    (_INTENDED, (_INTENDED, _POSSIBLE, _EXPLORING)),
    (_CONDITION, (_CONDITION,)),
    (_FUTURE, (_STILL_TO_COME, _POSSIBLE, _INTENDED, _NEGATION)),
)
"""A doubt that the evidence has, and the doubts of which a paraphrase must have one."""

_FURTHER = (
    "confirm admit acknowledg reveal conced prov certain definite undoubted clearly obvious guarantee always every all "
    "everyone everybody entire entirely completely total totally only most majority must"
).split()
"""Beginnings of words that go further than most evidence: the paraphrase has them only where the evidence does."""

_SCOPE = 4
"""Content words after a negation, within its clause, that it may reach."""

_WHOLE_WORDS = frozenset("all every always only most must total".split())


def overstatements(
    paraphrase: str, evidence: str, *, speaker: str = "", article: str = "", language: str = "en"
) -> tuple[str, ...]:
    """Return what a paraphrase has that its evidence lacks, one reason each; empty when it holds.

    `evidence` is the content with its cue; `speaker` the names, mention and office of the speaker, which a paraphrase
    may also use; `article` the text that tells a name from a common word at the beginning of a sentence. Compared are
    numbers with their units and qualifiers, names, negation (of the whole and of each word), certainty (each sort of
    doubt in the evidence must be kept) and reach (all, only, confirms). Quotation marks and hidden characters are
    refused.
    """
    reasons: list[str] = []
    if any(char in _MARKS for char in paraphrase):
        reasons.append("quotation marks in a paraphrase")
    if any(unicodedata.category(char).startswith("C") for char in paraphrase):
        reasons.append("hidden characters in a paraphrase")
    reasons += _number_reasons(paraphrase, evidence, speaker, language)
    names = unknown_names(paraphrase, f"{evidence} {speaker}", article, language)
    if names:
        reasons.append(f"a name that the words lack: {', '.join(names)}")
    reasons += _negation_reasons(paraphrase, evidence)
    certain = any(
        doubt.search(evidence) and not any(kept.search(paraphrase) for kept in keepers) for doubt, keepers in _DOUBTS
    )
    further = _further(paraphrase, f"{evidence} {speaker}")
    if certain:
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
    mine = _quantities(text, language)
    extra = {_plain(v) for q in mine for v in (q.low, q.high) if (v, q.unit) not in values}
    covered = [(q.start, q.end) for q in mine]
    digits = {_digits(m.group()) for m in _DIGITS.finditer(evidence)}
    extra |= {
        _digits(m.group())
        for m in _DIGITS.finditer(text)
        if not any(a <= m.start() < b for a, b in covered) and _digits(m.group()) not in digits
    }
    said = {w.lower() for w in _TOKEN.findall(evidence)}
    extra |= {w for w in (w.lower() for w in _TOKEN.findall(text)) if w in _PARTS_OF_COUNTS and w not in said}
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
            reasons.append(f"a number more exact than the words: {_plain(q.low)}")
    return reasons


def _quantities(text: str, language: str) -> list[Quantity]:
    return [
        q
        for q in find_quantities(text, language)
        if text[q.start : q.end].lower() not in ("one", "a", "an", "un", "una", "une", "ein", "eine")
    ]


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _digits(text: str) -> str:
    return text.replace(",", "").strip(".")


def _negation_reasons(paraphrase: str, evidence: str) -> list[str]:
    if bool(_NEGATION.search(paraphrase)) != bool(_NEGATION.search(evidence)):
        return ["a negation in one and not in the other"]
    mine, theirs = _negated(paraphrase), _negated(evidence)
    changed = any(a.heads & b.outside - b.inside - a.outside for a, b in ((mine, theirs), (theirs, mine)))
    return ["a word negated in one and not in the other"] if changed else []


class _Scopes(NamedTuple):
    """Stems of content words: the first after each negation, all that a negation may reach, and the others."""

    heads: set[str]
    inside: set[str]
    outside: set[str]


def _negated(text: str) -> _Scopes:
    found = _Scopes(set(), set(), set())
    left = 0
    last = 0
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        if any(mark in text[last : match.start()] for mark in ',.;:!?”“"'):
            left = 0
        last = match.end()
        if _NEGATED.match(word):
            left = _SCOPE
        elif word not in _SMALL and not _speaks(word):
            (found.inside if left else found.outside).add(_stem(word))
            if left == _SCOPE:
                found.heads.add(_stem(word))
            left = max(0, left - 1)
    return found


def _further(paraphrase: str, evidence: str) -> tuple[str, ...]:
    said = [w.lower() for w in _TOKEN.findall(evidence)]
    found = []
    for word in (w.lower() for w in _TOKEN.findall(paraphrase)):
        for start in _FURTHER:
            if not (word == start if start in _WHOLE_WORDS else word.startswith(start)):
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
