"""A denial beside an affirmation of the same thing."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.compare.candidates import Pair, Weights
from brief.compare.finding import Finding
from brief.compare.passages import Passage
from brief.compare.words import WORD, content_stems, stem

NEGATION = re.compile(
    r"\b(?:no|not|never|nobody|no one|none|nothing|neither|nor|without (?=\w+ing\b)|cannot|\w+n['’]t|den(?:y|"
    r"ied|ies|ying)|"
    r"reject(?:s|ed|ing)?|dismiss(?:es|ed)|"
    r"refut(?:es|ed)|disput(?:es|ed)|false|wrong|untrue|invented|fabricat\w+|ruled out|rules out|nonsense|far from|"
    r"nowhere|"
    r"ningún|ninguna|ninguno|nada|nadie|nunca|jamás|ni|negó|niega|niegan|negaron|desmintió|desmiente|desmienten|"
    r"rechazó|rechaza|falso|falsa|"
    r"aucun|aucune|jamais|rien|personne|pas|ni|dément|démenti|démentent|nie|nié|rejette|faux|fausse|"
    r"kein|keine|keinen|keinem|keiner|keinerlei|nicht|nie|niemals|niemand|nichts|bestreitet|bestritt|bestritten|"
    r"dementiert\w*|wies|weist|falsch|weder)\b",
    re.IGNORECASE,
)
_VERB_OF_DENIAL = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed)|refut\w+|contradict\w*|disput\w+|negó|"
    r"niega\w*|desm\w+|rechaz\w+|dément\w*|ni(?:e|é|ent)|"
    r"rejett\w*|bestr\w+|dementier\w*|false|wrong|untrue|falso|faux|falsch)\b",
    re.IGNORECASE,
)
_ACTIVE_DENIAL = re.compile(
    r"den(?:y|ied|ies|ying)|reject\w*|dismiss\w*|refut\w+|contradict\w*|disput\w+|negó|niega\w*|desm\w+|rechaz\w+|"
    r"dément\w*|ni(?:e|é|ent)|rejett\w*|bestr\w+|"
    r"dementier\w*",
    re.IGNORECASE,
)
_COUNTERPART = re.compile(
    r"\b(?:no|any|kein\w*|aucun\w*|ningún)\s+(?:\w+\s+)?(?:agreement|deal|accord|pact|treaty|Abkommen|accord|"
    r"acuerdo)\s+(?:with|con|avec|mit)\s+(?:the |la |el |le |der |dem )?"
    r"((?:[A-ZÀ-Þ][\w.'’-]*\s?){1,4})"
)
_CLAUSE_END = re.compile(r"[,;:.!?\"“”»]|\s(?:but|and|because|although|while|pero|mais|aber|sondern|sino)\s|\s[—–]\s")
_NOT_DENIAL = re.compile(
    r"\bnot (?:only|just|yet|immediately|least|until|all|every|even)\b|\bno (?:longer|later|more than|fewer|less|"
    r"comment|immediate|reason|doubt|one (?:was|else)|date)\b|"
    r"\bwithout (?:taking|comment)|\bno solo\b|\bnicht nur\b|\bpas seulement\b|\bnon seulement\b|\b(?:would|could|"
    r"will|did) not (?:say|comment|give|respond|rule)\b|"
    r"\bnot (?:out of reach|ruled out|excluded|impossible|unthinkable|available|clear|known|immediately|related|"
    r"a member)\b|\bnot to be\b|\bwhether or not\b|\bif not\b|\bunclear\b|\bnothing to do\b|"
    r"\bno (?:quiso|ha aclarado|podemos decir|respond\w+)\b|\bne (?:peut|veut) pas\b|\bnicht (?:sagen|äußern|"
    r"bestätigen|bekannt)\b",
    re.IGNORECASE,
)
_AFFIRMING_VERB = re.compile(
    r"\b(?:announc\w+|hail\w*|trumpet\w*|unveil\w*|conclud\w+|claim\w*|declar\w+|confirm\w*|said there (?:is|was)|"
    r"celebrat\w+|"
    r"anunci\w+|annonc\w+|kündigt\w*|verkünd\w+)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def negated_stems(text: str) -> tuple[str, ...]:
    """Content stems of the clauses that a negation governs: what is said not to be so."""
    taken: list[str] = []
    for m in NEGATION.finditer(text):
        if _NOT_DENIAL.search(text[max(0, m.start() - 12) : m.end() + 24]):
            continue
        spoken = _ACTIVE_DENIAL.fullmatch(m.group()) is not None
        stop = _CLAUSE_END.search(text, m.end() + (2 if spoken else 0))
        end = stop.start() if stop else len(text)
        clause = content_stems(text[m.start() : end])
        if not spoken and (len(clause) < 2 or _VERB_OF_DENIAL.fullmatch(m.group())):
            left = max((text.rfind(mark, 0, m.start()) for mark in (",", ";", '"', "“", ":")), default=-1)
            clause = (*clause, *content_stems(text[left + 1 : m.start()]))
        own = stem(m.group())
        taken.extend(s for s in clause if s != own)
    return tuple(dict.fromkeys(taken))


def is_negative(text: str) -> bool:
    """True when the passage denies something that has words of its own."""
    return bool(negated_stems(text))


def find_denial(pair: Pair, weights: Weights) -> Finding | None:
    """A denial in one passage of what the other affirms, or None."""
    a, b = pair.a, pair.b
    if a.elsewhere or b.elsewhere or not pair.central:
        return None
    best = None
    for affirming, denying in ((a, b), (b, a)):
        found = _one_way(affirming, denying, pair, weights)
        if found and (best is None or found.score > best.score):
            best = found
    return best


def _one_way(affirming: Passage, denying: Passage, pair: Pair, weights: Weights) -> Finding | None:
    if (
        affirming.hedged
        or denying.conditional
        or denying.silent
        or _of_another(affirming, denying)
        or is_negative(affirming.text)
    ):
        return None
    names = affirming.names | denying.names
    focus = frozenset(negated_stems(denying.text)) - names
    if not focus:
        return None
    hit = focus & affirming.stems
    heavy = weights.total(hit)
    cover = heavy / max(weights.total(focus), 0.1)
    strength = heavy + 0.35 * weights.total(pair.shared - hit)
    if affirming.headline or denying.headline:
        strength += 0.4
    if _VERB_OF_DENIAL.search(denying.text):
        strength += 0.3
    if len(hit) < 2 and pair.likeness < 0.2 and not _VERB_OF_DENIAL.search(denying.text):
        return None
    if len(hit) == 1 and strength < 2.8 and not next(iter(hit)).startswith("="):
        return None
    if len(hit) < 2 and affirming.headline and cover < 0.9:
        return None
    if not hit or strength < 2.2 or cover < 0.45 or (len(hit) < 2 and len(pair.shared) < 2 and cover < 0.75):
        return None
    strength += 0.5 * bool(_VERB_OF_DENIAL.search(denying.text))
    announced = bool(_AFFIRMING_VERB.search(affirming.text))
    score = cover * 0.9 + strength / 8 + 0.25 * announced
    return Finding("direct_denial", affirming, denying, score, pair.shared, note=denied_word(affirming, denying))


def _of_another(affirming: Passage, denying: Passage) -> bool:
    """True when the denial names whom there is no agreement with, and the affirmation does not speak of them."""
    m = _COUNTERPART.search(denying.text)
    if m is None:
        return False
    named = frozenset(content_stems(m.group(1)))
    return bool(named) and not named & (affirming.stems | affirming.context) and not affirming.actors & denying.actors


def denied_word(affirming: Passage, denying: Passage) -> str | None:
    """The caution that the denied word is the denier's own, when the affirming side does not use it."""
    for m in NEGATION.finditer(denying.text):
        if m.group().lower() not in ("no", "any", "kein", "keine", "keinen", "aucun", "aucune", "ningún", "ninguna"):
            continue
        for following in list(WORD.finditer(denying.text, m.end(), min(len(denying.text), m.end() + 40)))[:3]:
            if not stem(following.group()).startswith("="):
                continue
            word = following.group().lower()
            if word not in affirming.text.lower() and word[:5] not in affirming.text.lower():
                return f"The denied word, {word}, is the denier's own; the affirming side does not use it."
    return None
