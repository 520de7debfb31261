"""Do words in a model's own voice say more than what they rest on? Numbers, names, negation and certainty, by rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from brief.lexicon.function_words import (
    ADVERBS,
    ASKING_ABROAD,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    QUANTIFIERS,
    SUBORDINATORS,
)
from brief.lexicon.names import OFFICES
from brief.lexicon.reporting import DOCUMENT_HEADS, GROUP_HEADS, UNNAMED_HEADS
from brief.number_words import FUNCTION_WORDS
from brief.numbers import Quantity, find_quantities
from brief.quotations import has_quotation_marks

_NUMBER = re.compile(r"\d[\d,.]*")
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|denie[sd]|deny)\b|n[’']t\b", re.I
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|would|should|possibl[ey]|perhaps|probabl[ey]|likely|appears?|seems?|reportedly|alleged(?:ly)?|"
    r"explor(?:e[sd]?|ing)|consider(?:s|ed|ing)?|suggest(?:s|ed|ing)?|expect(?:s|ed)?|plans?|planned|hopes?|hoped|"
    r"if|unless|considering|proposed?)\b",
    re.I,
)

_REFUSAL = re.compile(
    _NEGATION.pattern
    + r"|\b(?:reject\w*|refus\w+|disput\w+|contradict\w*|dismiss\w*|declin\w+|oppos\w+|rul(?:e[sd]?|ing) out|"
    r"fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|un(?:signed|paid|settled|resolved|decided|clear|known|changed)|against|"
    r"denials?|disagree\w*|"
    r"ningún|ninguna|nada|nadie|nunca|jamás|ni|neg(?:ó|aron)|niega\w*|desm[ie]+nt\w+|rechaz\w+|"
    r"aucune?|jamais|rien|pas|ne|"
    r"démen\w+|ni[ée]\w*|rejett\w*|kein\w*|nicht|nie|niemals|niemand|nichts|bestr[ei]+t\w*|dementier\w*|weist|wies)\b",
    re.I,
)
_UNDECIDED = re.compile(
    r"\b(?:whether|disagree\w*|differ(?:s|ed|ent)?|disput\w+|conflict\w*|unclear|questions?|speaks? of)\b", re.I
)
_KEY = re.compile(r"[\[\]<>{}|]|\bS\d+\b|\b[aefqcs]\d+\b|\bhttps?:|\bwww\.")
_JUDGEMENT = re.compile(
    r"\b(?:(?:un)?likel(?:y|ihood)|(?:im)?probab\w+|chances?|odds|(?:un)?certain(?:ly|ty)?|confiden\w+|"
    r"confirm\w*|unconfirmed|verif\w+|unverified|(?:in)?accura\w+|facts?|factual\w*|true|truth\w*|untrue|prove[sdn]?|proof|"
    r"credibl\w+|reliabl\w+|undoubtedly|doubtless|definite\w*|assess(?:es|ed|ment)?|evidently|clearly|obvious\w*)\b",
    re.I,
)
_TWO_SIDES = re.compile(r"\btwo (?:sides|sources|texts|accounts|reports|articles|outlets|versions)\b", re.I)
_TOKEN = re.compile(r"[^\W_][\w’'-]*")
_OPENERS = (
    DETERMINERS
    | PERSONAL
    | PREPOSITIONS
    | SUBORDINATORS
    | COORDINATORS
    | AUXILIARIES
    | ADVERBS
    | QUANTIFIERS
    | OFFICES
    | GROUP_HEADS
    | UNNAMED_HEADS
    | DOCUMENT_HEADS
    | frozenset(
        """there not no none nobody nothing who which where when texts accounts reports articles outlets sources sides
        talks work police residents witnesses others everyone whoever according evidence records documents minutes
        terms""".split()
    )
)
"""Words that begin a sentence with a capital and name nobody."""

_CONTENT = re.compile(r"[^\W\d_]{4,}")
_STEM = 4  # letters by which words are compared
_CLAUSE = re.compile(r"[.,;:!?—–()]|\b(?:but|and|while|although|though|whereas|because)\b", re.I)
_OF_PLAIN_CLAUSES = 0.6  # share of a sentence's words that stand in clauses of its evidence without a negation
_SAYING = frozenset(
    "says said that they them their this those these with from have been were which while about what when where also "
    "there differ differs differing disagree report reports reported text texts article articles source sources "
    "side sides account accounts denies denied states stated other".split()
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a model's words may rest on."""

    words: str
    """The words of the evidence: negation and certainty are compared with these."""
    around: str
    """The sentences they stand in, with the speakers' names and offices: names may come from here."""
    quantities: tuple[Quantity, ...]
    """Numbers of both, each read in the language of its article."""
    articles: int
    """How many articles they come from."""
    english: bool
    """True when all of it is English: only then words can be compared with a model's."""


def unfit(text: str, longest: int) -> str | None:
    """Return why a model's words can't be printed whatever they rest on, or None.

    Refused are quotation marks (only the program quotes), hidden characters and line breaks, keys and addresses (only
    the program cites), and words for likelihood, confidence or truth (the program judges neither).
    """
    if not text.strip():
        return "no words"
    if len(text) > longest:
        return f"longer than {longest} characters"
    if any(unicodedata.category(char).startswith("C") or char in "\u2028\u2029" for char in text):
        return "a hidden character or a line break"
    if has_quotation_marks(text):
        return "a quotation mark in words that are no quotation"
    if _KEY.search(text):
        return "a source key or an address, which the program alone writes"
    judged = _JUDGEMENT.search(text)
    return f"a word of likelihood, confidence or truth: {judged.group().lower()}" if judged else None


def additions(text: str, ground: Ground) -> tuple[str, ...]:
    """Return the numbers and names in a model's words that their ground lacks, one reason for each sort."""
    reasons = []
    extra = _unknown_numbers(text, ground)
    if extra:
        reasons.append(f"a number that the evidence lacks: {', '.join(extra)}")
    names = _unknown_names(text, ground.around)
    if names:
        reasons.append(f"a name that the evidence lacks: {', '.join(names)}")
    return tuple(reasons)


def changes(text: str, ground: Ground) -> tuple[str, ...]:
    """Return `additions`, and a negation or a certainty in a model's sentence that its ground does not bear."""
    reasons = list(additions(text, ground))
    if _NEGATION.search(text) and not _REFUSAL.search(ground.words):
        reasons.append("a negation that the evidence lacks")
    if not _REFUSAL.search(text) and _tells_the_negated(text, ground):
        reasons.append("a negation of the evidence is missing")
    if _HEDGE.search(ground.words) and not (_HEDGE.search(text) or _UNDECIDED.search(text)):
        reasons.append("more certain than the evidence")
    return tuple(reasons)


def _tells_the_negated(text: str, ground: Ground) -> bool:
    """Whether words without a negation rest on clauses that have one: a word is theirs, or little is of the others.

    Where words can't be compared, any negation of the evidence counts.
    """
    clauses = _CLAUSE.split(ground.words)
    negated = [clause for clause in clauses if _NEGATION.search(clause)]
    if not negated or not ground.english:
        return bool(negated)
    told = {word[:_STEM] for word in _content(text) if not word[0].isupper()}
    plain = _stems(clause for clause in clauses if clause not in negated)
    return bool(told & _stems(negated)) or len(told & plain) < _OF_PLAIN_CLAUSES * len(told)


def _stems(texts: Iterable[str]) -> set[str]:
    return {word.lower()[:_STEM] for text in texts for word in _content(text)}


def _content(text: str) -> list[str]:
    return [word for word in _CONTENT.findall(text) if word.lower() not in _SAYING]


def kinship(text: str, ground: Ground) -> float:
    """Return the share of the content words of an English sentence that stand in its ground, from 0 to 1.

    Words are compared by their first four letters. 1 where words can't be compared, or the sentence has none.
    """
    words = {w.lower() for w in _content(text)}
    if not ground.english or not words:
        return 1.0
    known = {w.lower()[:_STEM] for w in _CONTENT.findall(ground.around)}
    return sum(word[:_STEM] in known for word in words) / len(words)


def _unknown_numbers(text: str, ground: Ground) -> tuple[str, ...]:
    if ground.articles == 2:
        text = _TWO_SIDES.sub("", text)
    found = find_quantities(text, "en")
    unknown = [text[q.start : q.end] for q in found if not any(_same_number(q, known) for known in ground.quantities)]
    known_digits = {n.rstrip(".,") for n in _NUMBER.findall(ground.around)}
    for m in _NUMBER.finditer(text):
        if not any(q.start <= m.start() < q.end for q in found) and m.group().rstrip(".,") not in known_digits:
            unknown.append(m.group().rstrip(".,"))
    return tuple(dict.fromkeys(unknown))


def _same_number(claimed: Quantity, known: Quantity) -> bool:
    if claimed.unit is not None and claimed.unit != known.unit:
        return False
    if (claimed.kind == "clock") != (known.kind == "clock"):
        return False
    return {claimed.low, claimed.high} <= {known.low, known.high}


def _unknown_names(text: str, around: str) -> tuple[str, ...]:
    known = {_bare(w) for w in _TOKEN.findall(around)}
    parts = {part for word in known for part in word.split("-")}
    unknown = []
    for m in _TOKEN.finditer(text):
        word = m.group()
        plain = _bare(word)
        if not word[0].isupper() or plain in known or plain in parts:
            continue
        if set(plain.split("-")) <= parts or any(
            plain.endswith(s) and plain.removesuffix(s) in known for s in ("s", "es")
        ):
            continue
        opens = not text[: m.start()].strip() or text[: m.start()].rstrip()[-1] in ".!?:;"
        if opens and (
            plain in _OPENERS
            or plain in ASKING_ABROAD
            or plain in FUNCTION_WORDS
            or any(len(w) > 4 and w[:5] == plain[:5] for w in known)
        ):
            continue
        unknown.append(word)
    return tuple(dict.fromkeys(unknown))


def _bare(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").rstrip("'-")
