"""A joint undertaking that one side announces and the other denies, belittles, or keeps apart from another one."""

from __future__ import annotations

import re

from brief.compare.denial import denied_word, is_negative, negated_stems
from brief.compare.finding import Finding
from brief.compare.pair import Pair
from brief.compare.passages import Passage

_ANNOUNCING = re.compile(
    r"\b(?:announc\w+|hail(?:s|ed)|trumpet\w*|unveil\w*|launch\w*|conclud\w+|claim(?:s|ed)|celebrat\w+|promis\w+|"
    r"said (?:that )?there (?:is|was)|presented|touted|"
    r"signed|agreed|anunci\w+|annonc\w+|dévoil\w+|present\w+|kündigt\w*|verkünd\w+|stellte)\b",
    re.IGNORECASE,
)
_UNDERTAKING = re.compile(
    r"\b(?:initiative|partnership|project|collaboration|cooperation|co-operation|operation|undertaking|programme|"
    r"program|alliance|campaign|agreement|deal|accord|pact|"
    r"arrangement|venture|scheme|iniciativa|proyecto|colaboración|acuerdo|alianza|projet|partenariat|accord|"
    r"coopération|Initiative|Projekt|Abkommen|Vereinbarung|"
    r"Partnerschaft|Zusammenarbeit)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:with|joint\w*|shared|bilateral|both|together|between|con|conjunt\w+|avec|commun\w*|mit|"
    r"gemeinsam\w*)\b",
    re.IGNORECASE,
)
_LITTLE = re.compile(
    r"\b(?:only|just|merely|nothing (?:more|but)|no more than|as guests|solo|sólo|seulement|nur|"
    r"lediglich)\b[^.]{0,80}\b(?:workshop|training|course|seminar|visit|meeting|talks|"
    r"trial|test|exchange|officers?|guests?|observers?|taller|curso|visita|reunión|atelier|stage|réunion|Seminar|"
    r"Kurs|Besuch|Treffen)\b|\bas guests\b",
    re.IGNORECASE,
)
_OTHER_ONE = re.compile(
    r"\b(?:another matter|a different|broader|wider|separate|larger|about to|close to|nearly|almost|"
    r"soon|draft|talks on|negotiat\w+|working (?:for months )?on|"
    r"intends? to|más amplio|otro|plus large|distinct|umfassender\w*|anderes|getrennt\w*)\b",
    re.IGNORECASE,
)


def is_joint(p: Passage) -> bool:
    """True for a passage that announces, denies, belittles or sets apart a joint undertaking."""
    return _announces(p) or _denies(p) or _belittles(p) or _other_one(p)


def find_joint(pair: Pair) -> Finding | None:
    """Announcement against denial or against something smaller, or denial beside another agreement; or None."""
    for x, y in ((pair.a, pair.b), (pair.b, pair.a)):
        if _denies(x) and _other_one(y) and _same_side(x, y):
            return Finding(
                "direct_denial",
                x,
                y,
                1.3 + 0.2 * _first_hand(x) - _late(x, y),
                pair.shared,
                status="apparent",
                note="Both may hold: what is denied is one thing, what is spoken of is another.",
                group="other",
            )
        if not _together(x, y):
            continue
        if _announces(x) and _denies(y) and not _same_side(x, y):
            return Finding(
                "direct_denial",
                x,
                y,
                1.5 + 0.8 * _first_hand(y) - _late(x, y),
                pair.shared,
                note=denied_word(x, y),
                group="joint",
            )
        if _announces(x) and _belittles(y):
            return Finding(
                "scope_or_degree",
                x,
                y,
                0.9 + pair.weight / 12,
                pair.shared,
                group="small",
            )
    return None


def _together(x: Passage, y: Passage) -> bool:
    """The two passages name one actor or share a word of what the articles are about."""
    return bool(x.actors & y.actors) or bool(x.stems & y.stems & (x.lead | y.lead))


def _same_side(x: Passage, y: Passage) -> bool:
    return x.speaker is not None and (x.speaker == y.speaker or (x.actor is not None and x.actor == y.actor))


def _late(x: Passage, y: Passage) -> float:
    """The later in their articles, the less the two passages are the news itself."""
    return 0.01 * min(x.sentence + y.sentence, 25)


def _first_hand(p: Passage) -> bool:
    return p.quoted and p.speaker is not None


def _announces(p: Passage) -> bool:
    if p.headline or p.elsewhere or p.conditional or is_negative(p.text):
        return False
    return bool(_ANNOUNCING.search(p.text) and _UNDERTAKING.search(p.text) and _WITH.search(p.text))


def _denies(p: Passage) -> bool:
    return "=agreement" in negated_stems(p.claim.replace("without", "")) and not p.headline and not p.conditional


def _belittles(p: Passage) -> bool:
    return bool(_LITTLE.search(p.text)) and not p.elsewhere


def _other_one(p: Passage) -> bool:
    return "=agreement" in p.stems and not _denies(p) and bool(_OTHER_ONE.search(p.text))
