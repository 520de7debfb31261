"""A headline that the body of its own article does not bear out."""

from __future__ import annotations

import re

from brief.compare.denial import NEGATION, negated_stems
from brief.compare.finding import Finding
from brief.compare.passages import Passage
from brief.compare.weights import Weights

_OUTCOMES: tuple[tuple[str, str], ...] = (
    (r"arrest\w*|captur\w*|detain\w*|seized|in custody|jailed|caught|detenid\w+|arrêté\w*|verhaftet|festgenommen",
     r"(?:was |were |been |being )?(?:killed|died|death|released|freed|at large|on the run|fled|escaped)|"
     r"muert\w+|libre|murió|mort\w*|relâché|libéré\w*|tot|getötet|starb|freigelassen|auf freiem Fuß"),
    (r"killed|dead|dies|died|deaths?|muert\w+|morts?|tote?r?|getötet",
     r"survived|alive|unharmed|nobody (?:was|were) (?:hurt|killed|injured)|no one (?:was|were) (?:hurt|killed|injured)|"
     r"injured but|no deaths|no fatalities|sin víctimas|ilesos|indemne\w*|unverletzt|überlebt\w*"),
    (r"approv\w+|pass(?:es|ed)|adopt\w+|back(?:s|ed)|agree[sd]?|accept\w*|aprueba\w*|approuv\w+|beschließt|stimmt zu",
     r"reject\w*|postpon\w+|vot\w+ against|has not (?:been )?(?:approved|voted|decided)|no decision|no vote|"
     r"withdrawn|rechaz\w+|aplaz\w+|reporté\w*|abgelehnt|vertagt|verschoben"),
    (r"ban(?:s|ned)?|forbid\w*|outlaw\w*|prohib\w+|interdit|verbiet\w*|verbot\w*",
     r"recommend\w*|voluntar\w+|advis\w+|allowed|permitted|may still|recomend\w+|recommand\w+|empfiehlt|empfohlen|"
     r"erlaubt|freiwillig"),
    (r"clos(?:es?|ed|ure)|shut(?:s| down)?|cierra\w*|ferm\w+|schließt|geschlossen",
     r"remains? open|stays? open|reopen\w*|open as usual|running as|abierto|ouvert|geöffnet|offen"),
    (r"guilty|convict\w*|condenad\w+|coupable|condamné\w*|verurteilt|schuldig",
     r"acquit\w*|not guilty|no verdict|awaits? trial|presumed|absuelt\w+|acquitté\w*|freigesprochen"),
    (r"resign\w*|quits?|steps? down|dimit\w+|démissionn\w+|tritt zurück|zurückgetreten",
     r"remains? in office|stays? (?:on|in office)|will stay|refus\w+ to (?:go|resign|quit)|sigue en el cargo|"
     r"rest\w+ en (?:poste|fonction)|bleibt im Amt"),
    (r"found|rescued|saved|hallad\w+|retrouvé\w*|gefunden|gerettet",
     r"still missing|search (?:goes|went|continues)|missing|no trace|desaparecid\w+|disparu\w*|vermisst"),
    (r"ris(?:es|e|ing)|rose|soar\w*|jump\w*|surg\w+|climbs?|grow\w*|sube\w*|crece|hausse|augment\w+|steig\w+",
     r"fell|fall(?:s|en)?|drop\w*|declin\w+|shrank|shrunk|unchanged|cay\w+|baj\w+|baisse|recul\w*|sank|sink\w*|"
     r"gesunken|unverändert"),
    (r"fall(?:s)?|drop\w*|plung\w+|slump\w*|sinks?|shrink\w*|cae|baja|baisse|chute|sinkt|fällt",
     r"rose|risen|increas\w+|grew|climb\w+|unchanged|subió|creció|augment\w+|gestiegen|stieg|unverändert"),
    (r"safe|secure|harmless|segur\w+|sûr\w*|sicher|ungefährlich",
     r"dangerous|unsafe|toxic|risk\w*|poison\w*|peligros\w+|dangereu\w+|gefährlich|giftig"),
    (r"cur(?:es?|ed)|breakthrough|proves?|proof|proven|cura|guérit|heilt|beweist",
     r"too early|no evidence|not (?:yet )?(?:proven|shown)|early (?:results|stage)|mice|small (?:study|trial)"),
    (r"sign(?:s|ed)?|seal(?:s|ed)?|deal|firma\w*|signe\w*|unterzeichne\w*",
     r"unsigned|not (?:yet )?(?:been )?signed|draft|talks (?:go|continue|will)|no (?:signature|deal)|"
     r"still to be signed|sin firmar|non signé|nicht unterzeichnet"),
    (r"cancel\w*|scrap\w*|abandon\w*|axed|cancel\w+|annul\w+|gestrichen|abgesagt",
     r"postpon\w+|delay\w+|suspend\w+|paus\w+|aplaz\w+|reporté\w*|verschoben|ausgesetzt"),
    (r"destroy\w*|wip\w+ out|gutted|flattened|destru\w+|détruit\w*|zerstört",
     r"damaged|largely intact|unharmed|undamaged|dañ\w+|endommagé\w*|beschädigt|unversehrt"),
    (r"attack\w*|attentat|anschlag|ataque",
     r"accident\w*|no contact|no sign of (?:an )?attack|accidente|unfall|technical fault"),
)  # fmt: skip
_PAIRS = tuple(
    (re.compile(rf"\b(?:{x})\b", re.IGNORECASE), re.compile(rf"\b(?:{y})\b", re.IGNORECASE)) for x, y in _OUTCOMES
)

_DENIED = 0.75  # share of what the body negates that the headline claims


def find_headline(headline: Passage, body: Passage, weights: Weights) -> Finding | None:
    """The body's passage that tells another outcome than its headline, or None."""
    if body.headline or body.elsewhere or body.conditional or headline.text.rstrip().endswith("?"):
        return None
    if NEGATION.search(headline.text):
        return None
    shared = headline.stems & body.stems
    weight = weights.total(shared)
    for claim, other in _PAIRS:
        x, y = claim.search(headline.text), other.search(body.text)
        if (
            not x
            or not y
            or other.search(headline.text)
            or (claim.search(body.text) and not NEGATION.search(body.text))
        ):
            continue
        if weight >= 1.0 or (body.sentence <= 4 and shared):
            return Finding(
                "headline_vs_body", headline, body, 0.6 + 0.1 * min(len(shared), 3) + weight / 10, shared,
                value_a=x.group().lower(), value_b=y.group().lower(),
            )  # fmt: skip
    if not body.hedged:
        focus = frozenset(negated_stems(body.text)) - body.names
        denied = focus & headline.stems
        if len(denied) >= 2 and weights.total(denied) >= _DENIED * weights.total(focus):
            return Finding("headline_vs_body", headline, body, 0.7 + weight / 8, shared)
    return None
