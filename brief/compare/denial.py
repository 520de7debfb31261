"""A denial beside an affirmation of the same thing."""

from __future__ import annotations

import re
from functools import lru_cache

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
