"""Aspects that two passages can differ in though they share few words: cause, character, extent, place, time, doer."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from brief.compare.candidates import Pair, Weights
from brief.compare.finding import Finding
from brief.compare.passages import Passage
from brief.compare.quantities import is_update, same
from brief.compare.words import content_stems
from brief.schema import ContradictionKind

CAUSE = re.compile(
    r"\b(?:caused|causes|causing|cause of|because(?: of)?|due to|owing to|blam(?:es|ed|ing)(?! for)|stem(?:s|"
    r"med)? from|result(?:s|ed) (?:from|of)|was the result of|"
    r"as a result of|triggered|led to|brought about|brought on by|the reason|is to blame|was to blame|was made by|"
    r"were made by|thanks to|down to|provoked|"
    r"(?:began|started|broke out|begun) (?:in|on|at|when|after|with)|originat\w+|set off|(?:is|are|was|were) behind|"
    r"died (?:of|from)|killed (?:by|the)|brought (?:\w+ ){1,4}down|comes? from|came from|traced to|attribut(?:es|"
    r"ed) (?:\w+ ){1,6}to|"
    r"causad\w+|causó|provoc\w+|debido a|a causa de|por culpa de|se debe|se debió|culp(?:ó|a|an)|originó|causé\w*|"
    r"origine|entstand\w*|provoqu\w+|dû à|due à|en raison de|"
    r"à cause de|à l['’]origine|verursacht\w*|ausgelöst|wegen|aufgrund|infolge|Ursache|Auslöser|schuld|"
    r"zurückzuführen|liegt an|lag an|brach)\b",
    re.IGNORECASE,
)
_COPULA = (
    r"(?:this|it|that|these|they|what (?:we|i|they|you|he|she|happened)[\w ,'’-]{0,40}|"
    r"the [\w-]+(?: [\w-]+)?|nothing here|esto|eso|ha|fue|c['’]est|ce|cela|das|es|dies|ça)"
)
CHARACTER = re.compile(
    rf"\b{_COPULA}\s*(?:is|was|are|were|['’]s|amounts? to|has been|had been|ist|war|es|fue|ha sido|sido|est|était|"
    rf"sera|no fue|a été)\s+(?:not\s+|nothing (?:but|short of)\s+|"
    rf"simply\s+|no\s+|just\s+|kein\w*\s+|pas\s+)?(?:an?|the|una?|une?|eine?n?|el|la|le|der|die|das|plain|"
    rf"pure)\s+[\w-]+"
    r"|\bc['’](?:est|était) (?:une?|la|le|du|de la)\s+\w+",
    re.IGNORECASE,
)
_BROAD = re.compile(
    r"\b(?:all|every|entire|entirely|whole|complete|completely|fully|full|total|totally|everywhere|everyone|"
    r"everybody|nearly every|almost all|nearly all|most|"
    r"majority|nationwide|across the|throughout|todo|toda|todos|todas|entero|entera|total|completamente|casi todos|"
    r"la mayoría|tout|toute|tous|toutes|entier|entière|entièrement|"
    r"presque tous|la plupart|alle|allen|aller|alles|ganze|ganzen|ganzer|ganzes|gesamte|gesamten|sämtliche|komplett|"
    r"vollständig|überall|standstill)\b",
    re.IGNORECASE,
)
_NARROW = re.compile(
    r"\b(?:only|merely|just (?:an?|one|two|three|\d+)|few|a few|several|some|part|partly|partial|partially|limited|"
    r"single|small|minor|confined to|limited to|restricted to|slight|slightly|a handful|one of|isolated|"
    r"nothing more than|no more than|less than half|a fraction|a couple|solo|sólo|solamente|algunos|algunas|"
    r"unos pocos|parcial\w*|parte|limitad\w+|apenas|seulement|quelques|"
    r"partiel\w*|une partie|limité\w*|uniquement|ne [\w ]{1,12} que|nur|lediglich|einige|wenige|einzelne|einzelner|"
    r"teilweise|begrenzt\w*|kaum|Teil|"
    r"(?:two|three|four|five|six|seven|\d+) of (?:the )?[\w-]+|ordinary|modest|routine)\b",
    re.IGNORECASE,
)
_SIDES = (
    (r"north|northern|norte|nord|norden|nördlich\w*", r"south|southern|sur|sud|süden|südlich\w*"),
    (r"east|eastern|este|est|osten|östlich\w*", r"west|western|oeste|ouest|westen|westlich\w*"),
    (r"left|izquierda|gauche|links", r"right|derecha|droite|rechts"),
    (r"inside|within|dentro|innerhalb", r"outside|short of|beyond|fuera|außerhalb|hors"),
    (r"roof|upstairs|above|top floor", r"cellar|basement|downstairs|below"),
    (r"upstream|uphill", r"downstream|downhill"),
    (r"at sea|offshore", r"on land|ashore|onshore"),
    (r"indoors", r"outdoors"),
)
_OPPOSITE_SIDES = tuple(
    (re.compile(rf"\b(?:{x})\b", re.IGNORECASE), re.compile(rf"\b(?:{y})\b", re.IGNORECASE)) for x, y in _SIDES
)
_DOER = re.compile(
    r"\b(?:on (?:the )?orders? (?:of|from)|ordered by|by (?:himself|herself|itself|themselves)|on (?:his|her|its|"
    r"their) own|alone|acting alone|was (?:proposed|ordered|written|built|"
    r"signed|sent|leaked|done|made|carried out|committed|started|decided|drafted|fired|set) by|were (?:ordered|sent|"
    r"made|carried out|fired|set|written) by|inside job|insiders?|"
    r"foreign\w*|responsib\w+|behind (?:it|the|this)|gave (?:an|the|no|any) orders?|(?:idea|proposal|initiative|"
    r"decision|order) (?:was|is|came|were) (?:ours|theirs|his|hers|from)|"
    r"(?:brought|shot) down|did it|who (?:did|ordered|wrote|sent|fired|signed)|at the request of|por orden de|"
    r"ordenad[oa] por|obra de|por su cuenta|sur ordre de|de sa propre initiative|"
    r"œuvre de|seul|auf Anweisung|im Auftrag|eigenmächtig|von sich aus|allein|auf Befehl|angeordnet|initiative of)\b",
    re.IGNORECASE,
)
_AGENTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for name, words in (
        (
            "deliberate",
            r"sabotage|arson|attack\w*|vandal\w*|hack\w*|bomb|explosive|deliberate\w*|sabotaje|atentado|provocado|"
            r"attentat|criminel\w*|anschlag|brandstiftung",
        ),
        (
            "human",
            r"human error|negligen\w+|careless\w*|mistake|driver error|pilot error|crew|operator|worker|steward|"
            r"drunk\w*|smok\w+|cigarette|error humano|descuido|"
            r"erreur humaine|négligence|menschliches versagen|fahrlässig\w*|bedienungsfehler|employee",
        ),
        (
            "technical",
            r"fault\w*|defect\w*|fail(?:ed|ure)|malfunction\w*|short circuit|software|bug|valve|pump|pipe|fuel|"
            r"engine|cable|transformer|switch|seal|corrosion|fatigue|"
            r"overload\w*|leak\w*|broken|rupture\w*|battery|cortocircuito|avería|fallo|válvula|panne|"
            r"défaillance|court-circuit|vanne|kurzschluss|defekt\w*|"
            r"ventil|kabel|leck|materialfehler|maintenance|wartung",
        ),
        (
            "nature",
            r"rain\w*|storm\w*|wind\w*|lightning|heat|drought|ice|snow|frost|weather|tree|bird|birds|earthquake|"
            r"lluvia|tormenta|rayo|viento|pluie|tempête|foudre|"
            r"vent|regen\w*|sturm\w*|blitz\w*|hitze|unwetter",
        ),
        (
            "money",
            r"price|prices|costs?|interest|tariff\w*|purchase|debts?|subsid\w+|demand|wages|precio\w*|prix|coûts?|"
            r"preise?|kosten|löhne",
        ),
        (
            "goods",
            r"batch\w*|ingredient|contaminat\w+|storage|transport|cooling|supplier|lot|temperature|lote|lot|charge|"
            r"kühl\w*|lager\w*",
        ),
    )
)
_CLAUSES = re.compile(r"[;:]|\.\s")
CUES: tuple[tuple[ContradictionKind, re.Pattern[str]], ...] = (
    ("cause", CAUSE),
    ("framing", CHARACTER),
    ("attribution", _DOER),
)


def aspects_of(p: Passage) -> tuple[ContradictionKind, ...]:
    """Aspects for which the passage has cue words."""
    return tuple(kind for kind, cue in CUES if cue.search(p.text) and (kind != "framing" or _called(p)))


def find_aspect(pair: Pair, weights: Weights) -> list[Finding]:
    """What the two passages differ in, aspect by aspect."""
    a, b = pair.a, pair.b
    if a.article == b.article or a.elsewhere or b.elsewhere or a.conditional or b.conditional:
        return []
    found = (find(pair, weights) for find in (_FINDERS if pair.central else _LOOSE_FINDERS))
    return [f for f in found if f is not None]


def _cause(pair: Pair, weights: Weights) -> Finding | None:
    a, b = pair.a, pair.b
    cued = _causes(a.text) + _causes(b.text)
    agents_a, agents_b = _agents(a.text), _agents(b.text)
    apart = bool(agents_a and agents_b and not agents_a & agents_b)
    if a.hedged or b.hedged or not (cued == 2 or (cued == 1 and apart)):
        return None
    if agents_a & agents_b and not (agents_a ^ agents_b):
        return None
    if not pair.touching or (cued == 1 and pair.weight < 2.0):
        return None
    if pair.context < 0.8 or pair.cosine > 0.7 or one_voice(a, b):
        return None
    return Finding("cause", a, b, 0.5 + pair.context / 10 + pair.weight / 20 + 0.15 * apart, pair.shared)


@lru_cache(maxsize=16384)
def _agents(text: str) -> frozenset[str]:
    return frozenset(name for name, words in _AGENTS if words.search(text))


@lru_cache(maxsize=16384)
def _causes(text: str) -> bool:
    return CAUSE.search(text) is not None


def _framing(pair: Pair, weights: Weights) -> Finding | None:
    a, b = pair.a, pair.b
    if not (_called(a) and _called(b)):
        return None
    if one_voice(a, b) or a.speaker is None or b.speaker is None or a.text.endswith("?"):
        return None
    if a.quantities and b.quantities and pair.weight < 2:
        return None
    return Finding("framing", a, b, 0.5 + pair.context / 9, pair.shared)


def _called(p: Passage) -> bool:
    """True when a quotation in the passage says what the thing is."""
    return bool(p.quotes) and _says_what(p.text, p.quotes)


@lru_cache(maxsize=16384)
def _says_what(text: str, quotes: tuple[tuple[int, int], ...]) -> bool:
    return any(CHARACTER.search(text, start, end) for start, end in quotes)


def _scope(pair: Pair, weights: Weights) -> Finding | None:
    a, b = pair.a, pair.b
    if pair.likeness < 0.18 or a.hedged or b.hedged:
        return None
    for broad, narrow in ((a, b), (b, a)):
        wide, small = _BROAD.search(broad.text), _NARROW.search(narrow.text)
        if (
            not wide
            or not small
            or _BESIDES.search(narrow.text)
            or broad.hedged
            or narrow.hedged
            or _NARROW_FIRST.search(broad.text)
        ):
            continue
        near_wide = frozenset(content_stems(broad.text[max(0, wide.start() - 40) : wide.end() + 50]))
        near_small = frozenset(content_stems(narrow.text[max(0, small.start() - 40) : small.end() + 60]))
        common = near_wide & near_small
        heavy = weights.total(common)
        if heavy + 0.3 * pair.weight >= 2.0 and common:
            return Finding(
                "scope_or_degree",
                broad,
                narrow,
                0.5 + heavy / 8 + 0.02 * pair.weight,
                pair.shared,
                value_a=wide.group().lower(),
                value_b=small.group().lower(),
            )
    return None


_BESIDES = re.compile(
    r"\b(?:outside|elsewhere|other|another|besides|neighbouring|außerhalb|fuera|hors|andere\w*|otros?|otras?|"
    r"autres?)\b",
    re.IGNORECASE,
)
_NARROW_FIRST = re.compile(
    r"\b(?:only|merely|just (?:an?|one|two|three|\d+)|few|nur|solo|seulement|lediglich)\b", re.IGNORECASE
)


def _place(pair: Pair, weights: Weights) -> Finding | None:
    a, b = pair.a, pair.b
    if a.hedged or b.hedged or pair.weight < 1.6 or pair.likeness < 0.12:
        return None
    for one, other in _OPPOSITE_SIDES:
        for first, second in ((one, other), (other, one)):
            x, y = first.search(a.text), second.search(b.text)
            if x and y and not second.search(a.text) and not first.search(b.text):
                value_a, value_b = x.group().lower(), y.group().lower()
                return Finding("place", a, b, 0.5 + pair.weight / 8, pair.shared, value_a=value_a, value_b=value_b)
    return None


def _time(pair: Pair, weights: Weights) -> Finding | None:
    a, b = pair.a, pair.b
    if a.hedged or b.hedged or pair.weight < 2.0:
        return None
    clocks_a = [q for q in a.quantities if q.kind == "clock"]
    clocks_b = [q for q in b.quantities if q.kind == "clock"]
    if len(clocks_a) == 1 and len(clocks_b) == 1 and clocks_a[0].low != clocks_b[0].low:
        days_a, days_b = {d.date for d in a.dates if d.date}, {d.date for d in b.dates if d.date}
        if days_a and days_b and not days_a & days_b and abs(clocks_a[0].low - clocks_b[0].low) < 360:
            return None
        if abs(clocks_a[0].low - clocks_b[0].low) < 5:
            return None
        return Finding(
            "date_or_sequence",
            a,
            b,
            0.55 + pair.weight / 8,
            pair.shared,
            value_a=_clock(int(clocks_a[0].low)),
            value_b=_clock(int(clocks_b[0].low)),
        )
    return None


def _day(pair: Pair, weights: Weights) -> Finding | None:
    """One happening on two days, or in two years."""
    a, b = pair.a, pair.b
    if a.hedged or b.hedged or a.headline or b.headline or pair.cosine < 0.5 or len(pair.shared) < 2 or is_update(a, b):
        return None
    if any(x.kind == y.kind and not same(x, y) for x in a.quantities for y in b.quantities):
        return None
    days_a = {d.date for d in a.dates if d.date and len(d.date) in (4, 10)}
    days_b = {d.date for d in b.dates if d.date and len(d.date) in (4, 10)}
    if len(days_a) != 1 or len(days_b) != 1 or days_a == days_b:
        return None
    x, y = next(iter(days_a)), next(iter(days_b))
    if x.startswith(y) or y.startswith(x) or {x, y} & {a.published, b.published}:
        return None
    return Finding(
        "date_or_sequence", a, b, 0.4 + pair.cosine * 0.4 + pair.weight / 20, pair.shared, value_a=x, value_b=y
    )


_BEFORE = re.compile(
    r"\b(?:before|prior to|ahead of|antes de|avant|bevor|vor dem|vor der|earlier than)\b", re.IGNORECASE
)
_AFTER = re.compile(
    r"\b(?:after|only then|once|following|later than|después de|tras|après|nachdem|nach dem|nach der|erst)\b",
    re.IGNORECASE,
)


def _sequence(pair: Pair, weights: Weights) -> Finding | None:
    """One thing before another, and after it."""
    a, b = pair.a, pair.b
    if a.hedged or b.hedged or a.headline or b.headline or len(pair.shared) < 3 or pair.weight < 5.0:
        return None
    for one, other in ((a, b), (b, a)):
        x, y = _BEFORE.search(one.text), _AFTER.search(other.text)
        if not x or not y or _AFTER.search(one.text) or _BEFORE.search(other.text):
            continue
        first = frozenset(content_stems(one.text[x.end() : x.end() + 60])) & pair.shared
        second = frozenset(content_stems(other.text[y.end() : y.end() + 60])) & pair.shared
        outside = pair.shared - first - second - a.names - b.names
        if first & second and weights.total(outside) >= 3.0:
            return Finding(
                "date_or_sequence",
                a,
                b,
                0.6 + pair.weight / 10,
                pair.shared,
                value_a="before" if one is a else "after",
                value_b="after" if one is a else "before",
            )
    return None


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _doer(pair: Pair, weights: Weights) -> Finding | None:
    a, b = pair.a, pair.b
    if not (_DOER.search(a.text) and _DOER.search(b.text)) or a.hedged or b.hedged:
        return None
    if pair.context < 1.0 or pair.likeness < 0.12 or one_voice(a, b):
        return None
    return Finding("attribution", a, b, 0.55 + pair.context / 9, pair.shared)


def one_voice(a: Passage, b: Passage) -> bool:
    """True when one speaker says both, or when nobody is named for either."""
    if a.speaker is None and b.speaker is None and not (a.headline or b.headline):
        return True
    if a.actor is not None and a.actor == b.actor:
        return True
    return a.speaker is not None and b.speaker is not None and a.speaker.split()[-1] == b.speaker.split()[-1]


_LOOSE_FINDERS: tuple[Callable[[Pair, Weights], Finding | None], ...] = (_cause, _framing)
_FINDERS: tuple[Callable[[Pair, Weights], Finding | None], ...] = (
    _cause,
    _framing,
    _scope,
    _place,
    _time,
    _day,
    _sequence,
    _doer,
)
