"""Cue words of a passage: what it speaks of, by the small words that show it. A fitted model weighs them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from brief.compare.denial import NEGATION
from brief.compare.quantities import UPDATE

_COPULA = (
    r"(?:this|it|that|these|they|what (?:we|i|they|you|he|she|happened)[\w ,'’-]{0,40}|"
    r"the [\w-]+(?: [\w-]+)?|nothing here|esto|eso|ha|fue|c['’]est|ce|cela|das|es|dies|ça)"
)
_FORMS: Mapping[str, str] = {
    "cause": r"caused|causes|causing|cause of|because(?: of)?|due to|owing to|blam(?:es|ed|ing)(?! for)|"
    r"stem(?:s|med)? from|result(?:s|ed) (?:from|of)|was the result of|as a result of|triggered|led to|"
    r"brought about|brought on by|the reason|(?:is|was) to blame|(?:was|were) made by|thanks to|down to|"
    r"provoked|originat\w+|set off|(?:is|are|was|were) behind|(?:began|started|broke out|begun) (?:in|on|at|"
    r"when|after|with)|died (?:of|from)|killed (?:by|the)|brought (?:\w+ ){1,4}down|comes? from|came from|"
    r"traced to|attribut(?:es|ed) (?:\w+ ){1,6}to|causad\w+|causó|provoc\w+|debido a|a causa de|por culpa de|"
    r"se deb(?:e|ió)|culp(?:ó|a|an)|originó|causé\w*|origine|entstand\w*|provoqu\w+|dû à|due à|en raison de|"
    r"à cause de|à l['’]origine|verursacht\w*|ausgelöst|wegen|aufgrund|infolge|Ursache|Auslöser|schuld|"
    r"zurückzuführen|liegt an|lag an|brach",
    "broad": r"all|every|entire|entirely|whole|complete|completely|fully|full|total|totally|everywhere|"
    r"everyone|everybody|nearly every|almost all|nearly all|most|majority|nationwide|across the|throughout|"
    r"todo|toda|todos|todas|entero|entera|completamente|casi todos|la mayoría|tout|toute|tous|toutes|entier|"
    r"entière|entièrement|presque tous|la plupart|alle|allen|aller|alles|ganze|ganzen|ganzer|ganzes|gesamte|"
    r"gesamten|sämtliche|komplett|vollständig|überall|standstill",
    "narrow": r"only|merely|just (?:an?|one|two|three|\d+)|few|a few|several|some|part|partly|partial|"
    r"partially|limited|single|small|minor|confined to|restricted to|slight|slightly|a handful|one of|isolated|"
    r"nothing more than|no more than|less than half|a fraction|a couple|solo|sólo|solamente|algunos|algunas|"
    r"unos pocos|parcial\w*|parte|limitad\w+|apenas|seulement|quelques|partiel\w*|une partie|limité\w*|"
    r"uniquement|ne [\w ]{1,12} que|nur|lediglich|einige|wenige|einzelne|einzelner|teilweise|begrenzt\w*|kaum|"
    r"Teil|(?:two|three|four|five|six|seven|\d+) of (?:the )?[\w-]+|ordinary|modest|routine",
    "doer": r"on (?:the )?orders? (?:of|from)|ordered by|by (?:himself|herself|itself|themselves)|on (?:his|"
    r"her|its|their) own|alone|(?:was|were) (?:proposed|ordered|written|built|signed|sent|leaked|done|made|"
    r"carried out|committed|started|decided|drafted|fired|set) by|inside job|insiders?|foreign\w*|responsib\w+|"
    r"behind (?:it|the|this)|gave (?:an|the|no|any) orders?|(?:idea|proposal|initiative|decision|order) (?:was|"
    r"is|came|were) (?:ours|theirs|his|hers|from)|(?:brought|shot) down|did it|who (?:did|ordered|wrote|sent|"
    r"fired|signed)|at the request of|por orden de|ordenad[oa] por|obra de|por su cuenta|sur ordre de|"
    r"de sa propre initiative|œuvre de|seul|auf Anweisung|im Auftrag|eigenmächtig|von sich aus|allein|"
    r"auf Befehl|angeordnet|initiative of",
    "before": r"before|prior to|ahead of|first|earlier|already|antes|avant|bevor|vor|zuerst|until",
    "after": r"after|once|following|later|then|since|afterwards|después|tras|après|nachdem|nach|dann",
    "place": r"north|south|east|west|inside|outside|near|kilomet\w+|miles?|metres|border|at the|côté|norte|sur|"
    r"norden|süden|bei",
    "order": r"ordered|decided|decision|approved|authori[sz]ed|signed|instructed|wrote|drafted|asked for|"
    r"request\w*|behind|responsib\w+|own initiative",
    "commitment": r"will|shall|won['’]t|not going to|rule[sd]? out|promise[sd]?|vow(?:s|ed)?|guarantee[sd]?|"
    r"never|no\b[^.]{0,20}\b(?:will|way)|renovará|habrá|hará|no habrá|nunca|sera|aura|wird|werden|werde|bleibt|"
    r"must|want(?:s|ed)?",
    "clock": r"\d{1,2}[:.h]\d\d|\d{1,2}\s?(?:a\.?m|p\.?m|Uhr)|noon|midnight|dawn|dusk|morning|evening|"
    r"afternoon|night",
    "week": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "lasting": r"minutes?|hours?|days?|weeks?|months?|years?",
    "identity": r"named|called|identified|identity|namesake|name is|(?:is|was) (?:a|an|the) \w+|not (?:a|an|"
    r"the) \w+|confus\w+|ist (?:ein|eine|der|die)|es (?:un|una|el|la)|est (?:un|une|le|la)",
    "by": r"by (?:the |a |an |his |her |its )?[\w-]+",
    "nobody": r"nobody|no one|none|nothing|niemand|nichts|personne|rien|nadie|nada",
    "house": r"minist\w+|secretary|department|board|council|committee|commission|party|trust|deputy|colleague|"
    r"spokes\w+|chair\w+",
}
CUES: Mapping[str, re.Pattern[str]] = {
    **{name: re.compile(rf"\b(?:{forms})\b", re.IGNORECASE) for name, forms in _FORMS.items()},
    "character": re.compile(
        rf"\b{_COPULA}\s*(?:is|was|are|were|['’]s|amounts? to|has been|had been|ist|war|es|fue|ha sido|sido|est|était|"
        rf"sera|no fue|a été)\s+(?:not\s+|nothing (?:but|short of)\s+|simply\s+|no\s+|just\s+|kein\w*\s+|pas\s+)?"
        rf"(?:an?|the|una?|une?|eine?n?|el|la|le|der|die|das|plain|pure)\s+[\w-]+"
        r"|\bc['’](?:est|était) (?:une?|la|le|du|de la)\s+\w+",
        re.IGNORECASE,
    ),
    "two_names": re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b"),
    "first_person": re.compile(r"\b(?:I|we|me|my|our|us|ich|wir|je|nous|yo|nosotros)\b"),
    "digit": re.compile(r"\d"),
    "update": UPDATE,
    "negation": NEGATION,
}
"""By name, the pattern whose matches in a passage are counted."""


def cues_of(text: str) -> dict[str, bool]:
    """Return for each cue whether the text has it."""
    return {name: cue.search(text) is not None for name, cue in CUES.items()}
