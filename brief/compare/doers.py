"""Who did it: one act told with two doers."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.compare.candidates import Pair
from brief.compare.finding import Finding
from brief.compare.words import content_stems

_ACTS: tuple[tuple[str, str], ...] = (
    ("order", r"order(?:ed|s)?|instructed|ordenó|ordenad[oa]|ordonné\w*|angeordnet|ordnete|befahl|befohlen"),
    ("write", r"wrote|written|drafted|authored|escrib\w+|redact\w+|écrit\w*|rédigé\w*|schrieb|geschrieben|verfasst"),
    ("shoot", r"fired|shot|opened fire|shelled|dispar\w+|tiré\w*|schoss\w*|geschossen|beschossen"),
    ("leak", r"leaked|passed on|handed over|filtr(?:ó|ad[oa]s?)|divulgué\w*|weitergegeben"),
    ("propose", r"proposed|suggested|initiated|propuso|propuest[oa]|proposé\w*|vorgeschlagen|schlug"),
    ("lock", r"locked|closed off|sealed|blocked|cerró|bloque\w+|verrouillé\w*|verriegelt|gesperrt"),
    ("kill", r"killed|murdered|stabbed|mató|asesin\w+|tué\w*|assassiné\w*|getötet|tötete|ermordet"),
    ("attack", r"attacked|bombed|struck|atac\w+|attaqué\w*|angegriffen|griff"),
    ("sign", r"signed|approved|authori[sz]ed|firm(?:ó|ad[oa])|signé\w*|unterschrieb\w*|unterzeichnet\w*|genehmigt\w*"),
    ("send", r"sent|forwarded|envi(?:ó|ad[oa])|envoyé\w*|geschickt|schickte"),
    ("steal", r"stole|stolen|took away|rob(?:ó|ad[oa])|volé\w*|gestohlen|stahl"),
    ("delete", r"deleted|erased|destroyed|removed|borr(?:ó|ad[oa])|effacé\w*|supprimé\w*|gelöscht|vernichtet\w*"),
    ("start", r"set fire|lit|started|provoked|incendi(?:ó|ad[oa])|zündete\w*"),
    ("find", r"discovered|designed|invented|built|developed"),
    ("invite", r"invited|hired|appointed|chose|chosen|recruited|nombr(?:ó|ad[oa])|nommé\w*|ernannt\w*|eingeladen"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)) for name, forms in _ACTS)
_BY = re.compile(r"^[^,.;]{0,40}?\s(?:by|por|par|von|vom|durch|on the orders? of|auf Anweisung)\s+", re.IGNORECASE)
_BE = re.compile(
    r"(?:\b(?:was|were|been|being|is|are|be|fue|fueron|sido|été|wurde|wurden|worden)\s+(?:\w+ly\s+)?)$", re.IGNORECASE
)
_GERMAN_BY = re.compile(r"\b(?:wurde|wurden)\b[^,.;]{0,50}?\b(?:von|vom|durch)\s+([^,.;]{3,50})$", re.IGNORECASE)
_END = re.compile(r"[,.;:\"“”»]|\s(?:and|but|that|which|who|on|in|at|after|before|during)\s")
_START = re.compile(r"[,.;:\"“”«]|\s(?:and|but|that|because|after|before|when)\s")


@lru_cache(maxsize=16384)
def doers(claim: str) -> dict[str, frozenset[str]]:
    """For each act told in the passage, stems of the words that name its doer."""
    found: dict[str, frozenset[str]] = {}
    for act, verb in _COMPILED:
        m = verb.search(claim)
        if m is None:
            continue
        before, after = claim[: m.start()], claim[m.end() :]
        german = _GERMAN_BY.search(before)
        by = _BY.match(" " + after) if _BE.search(before) or german is None else None
        if german is not None:
            phrase = german.group(1)
        elif by is not None and (
            _BE.search(before) or (before.rstrip().endswith((",", "")) and _BE.search(before[-30:]))
        ):
            rest = (" " + after)[by.end() :]
            end = _END.search(rest)
            phrase = rest[: end.start()] if end else rest[:60]
        elif _BE.search(before):
            continue
        else:
            starts = list(_START.finditer(before[-80:]))
            phrase = before[-80:][starts[-1].end() :] if starts else before[-80:]
            if phrase.lower().strip().endswith(("who", "that")):
                phrase = before[-80:]
        stems = frozenset(content_stems(phrase))
        if stems and len(stems) <= 6:
            found[act] = stems
    return found


def find_doer(pair: Pair) -> Finding | None:
    """One act, one object and two doers, or None."""
    a, b = pair.a, pair.b
    if a.hedged or b.hedged or a.elsewhere or b.elsewhere or a.article == b.article:
        return None
    if not pair.central or pair.likeness < 0.25:
        return None
    acts_a, acts_b = doers(a.claim), doers(b.claim)
    for act in acts_a:
        if act not in acts_b or acts_a[act] & acts_b[act]:
            continue
        objects = pair.shared - acts_a[act] - acts_b[act]
        if pair.weights.total(objects) >= 1.8 and not (
            acts_a[act] & b.stems and acts_b[act] & a.stems and act != "order"
        ):
            return Finding("attribution", a, b, 0.75 + pair.weights.total(objects) / 10, pair.shared)
    return None
