"""Cue words of a passage: what it speaks of, by the small words that show it. A fitted model weighs them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from brief.compare.denial import NEGATION
from brief.compare.later_time import UNTIL, UPDATE

_COPULA = (
    r"(?:this|it|that|these|they|what (?:we|i|they|you|he|she|happened)[\w ,'’-]{0,40}|"
    r"the [\w-]+(?: [\w-]+)?|nothing here|esto|eso|ha|fue|c['’]est|ce|cela|das|es|dies|ça)"
)
_FORMS: Mapping[str, str] = {
    "cause": r"caused|causes|causing|cause of|because(?: of)?|due to|owing to|blam(?:es|ed|ing)(?! for)|"
    r"stem(?:s|med)? from|result(?:s|ed) (?:from|of)|was the result of|as a result of|triggered|led to|"
    r"brought about|brought on by|the reason|(?:is|was) to blame|(?:was|were) made by|thanks to|down to|"
    r"provoked|originat\w+|set off|(?:is|are|was|were) behind|"
    r"(?:began|started|broke out|begun) (?:in|on|at|when|after|with)|died (?:of|from)|killed (?:by|the)|"
    r"brought (?:\w+ ){1,4}down|comes? from|came from|traced to|attribut(?:es|ed) (?:\w+ ){1,6}to|"
    r"causad\w+|causó|provoc\w+|debido a|a causa de|por culpa de|se deb(?:e|ió)|culp(?:ó|a|an)|originó|"
    r"causé\w*|origine|entstand\w*|provoqu\w+|dû à|due à|en raison de|à cause de|à l['’]origine|"
    r"verursacht\w*|ausgelöst|wegen|aufgrund|infolge|Ursache|Auslöser|schuld|zurückzuführen|liegt an|"
    r"lag an|brach",
    "broad": r"all|every|entire|entirely|whole|complete|completely|fully|full|total|totally|everywhere|everyone|"
    r"everybody|nearly every|almost all|nearly all|most|majority|nationwide|across the|throughout|todo|"
    r"toda|todos|todas|entero|entera|completamente|casi todos|la mayoría|tout|toute|tous|toutes|entier|"
    r"entière|entièrement|presque tous|la plupart|alle|allen|aller|alles|ganze|ganzen|ganzer|ganzes|"
    r"gesamte|gesamten|sämtliche|komplett|vollständig|überall|standstill",
    "narrow": r"only|merely|just (?:an?|one|two|three|\d+)|few|a few|several|some|part|partly|partial|partially|"
    r"limited|single|small|minor|confined to|restricted to|slight|slightly|a handful|one of|isolated|"
    r"nothing more than|no more than|less than half|a fraction|a couple|solo|sólo|solamente|algunos|"
    r"algunas|unos pocos|parcial\w*|parte|limitad\w+|apenas|seulement|quelques|partiel\w*|une partie|"
    r"limité\w*|uniquement|ne [\w ]{1,12} que|nur|lediglich|einige|wenige|einzelne|einzelner|teilweise|"
    r"begrenzt\w*|kaum|Teil|(?:two|three|four|five|six|seven|\d+) of (?:the )?[\w-]+|ordinary|modest|"
    r"routine",
    "doer": r"on (?:the )?orders? (?:of|from)|ordered by|by (?:himself|herself|itself|themselves)|"
    r"on (?:his|her|its|their) own|alone|"
    r"(?:was|were) (?:proposed|ordered|written|built|signed|sent|leaked|done|made|"
    r"carried out|committed|started|decided|drafted|fired|set) by|"
    r"inside job|insiders?|foreign\w*|responsib\w+|behind (?:it|the|this)|"
    r"gave (?:an|the|no|any) orders?|"
    r"(?:idea|proposal|initiative|decision|order) (?:was|is|came|were) (?:ours|theirs|his|hers|from)|"
    r"(?:brought|shot) down|did it|who (?:did|ordered|wrote|sent|fired|signed)|at the request of|"
    r"por orden de|ordenad[oa] por|obra de|por su cuenta|sur ordre de|de sa propre initiative|œuvre de|"
    r"seul|auf Anweisung|im Auftrag|eigenmächtig|von sich aus|allein|auf Befehl|angeordnet|initiative of",
    "before": r"before|prior to|ahead of|first|earlier|already|antes|avant|bevor|vor|zuerst|until",
    "after": r"after|once|following|later|then|since|afterwards|después|tras|après|nachdem|nach|dann",
    "place": r"north|south|east|west|inside|outside|near|kilomet\w+|miles?|metres|border|at the|côté|norte|sur|"
    r"norden|süden|bei",
    "order": r"ordered|decided|decision|approved|authori[sz]ed|signed|instructed|wrote|drafted|asked for|"
    r"request\w*|behind|responsib\w+|own initiative",
    "commitment": r"will|shall|won['’]t|not going to|rule[sd]? out|promise[sd]?|vow(?:s|ed)?|guarantee[sd]?|never|"
    r"no\b[^.]{0,20}\b(?:will|way)|renovará|habrá|hará|no habrá|nunca|sera|aura|wird|werden|werde|"
    r"bleibt|must|want(?:s|ed)?",
    "clock": r"\d{1,2}[:.h]\d\d|\d{1,2}\s?(?:a\.?m|p\.?m|Uhr)|noon|midnight|dawn|dusk|morning|evening|afternoon|"
    r"night",
    "week": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "lasting": r"minutes?|hours?|days?|weeks?|months?|years?",
    "identity": r"named|called|identified|identity|namesake|name is|(?:is|was) (?:a|an|the) \w+|"
    r"not (?:a|an|the) \w+|confus\w+|ist (?:ein|eine|der|die)|es (?:un|una|el|la)|est (?:un|une|le|la)",
    "by": r"by (?:the |a |an |his |her |its )?[\w-]+",
    "nobody": r"nobody|no one|none|nothing|niemand|nichts|personne|rien|nadie|nada",
    "dispute": r"insist\w*|maintain\w*|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|contradict\w*|contrary|disput\w+|"
    r"contest\w*|rebut\w*|refut\w*|false|wrong|untrue|nonsense|invented|in (?:truth|fact|reality)|"
    r"actually|rather|instead|other version|by (?:his|her|their|its|our) (?:own )?account|"
    r"nothing of the (?:kind|sort)|not at all|niega\w*|negó|negaron|desmient\w*|desminti\w*|rechaz\w+|"
    r"sostien\w+|asegur\w+|en realidad|al contrario|dément\w*|nie|nient|rejette\w*|conteste\w*|"
    r"soutien\w+|affirme\w*|au contraire|en réalité|faux|bestreitet|bestreiten|bestritt\w*|weist|wies|"
    r"widersprech\w*|widerspricht|dementier\w*|vielmehr|tatsächlich|falsch",
    "record": r"logs?|logbook|lists?|register|registered|records?|recorded|minutes|photograph\w*|photos?|"
    r"pictures?|film|footage|tape|recordings?|data|documents?|papers|receipts?|invoices?|ledger|books|"
    r"contract|e-?mails?|letters?|measured|counted|tally|count|audit\w*|inspect\w*|inquiry|laboratory|"
    r"report|registro|acta|lista|factura|registre|procès-verbal|liste|facture|relevés?|Protokoll\w*|"
    r"Liste|Register|Rechnung\w*|Unterlagen|Gutachten",
    "confirm": r"confirm\w*|agree[sd]?|likewise|too|also|as well|bear(?:s|ing)? out|bore out|back(?:s|ed)|"
    r"support(?:s|ed)|echo(?:es|ed)|same|concede[sd]?|admit(?:s|ted)?|acknowledge[sd]?|fits|"
    r"match(?:es|ed)?|también|confirm\w+|aussi|également|auch|ebenfalls|bestätig\w+",
    "open": r"if|unless|whether|would|could|might|may|should|plans?|planned|expects?|expected|hopes?|"
    r"forecast\w*|foresee\w*|likely|intend\w*|next|tomorrow|soon|si|podría\w*|prevé\w*|pourrait|"
    r"prévoi\w+|wenn|falls|könnte\w*|soll|geplant",
    "cleft": r"it (?:was|is|were) (?:the |a |an |his |her |its |their |[A-Z])|was it who|"
    r"who(?:ever)? (?:it was|had)|not (?:[\w'’-]+ ){1,6}but|and not|nor|rather than|instead of|"
    r"other than|no sino|sino|fue (?:el|la|un|una)|ce n['’]est pas|c['’]est|mais bien|"
    r"nicht [\w ]{1,40} sondern|sondern|es war(?:en)?",
    "sequence": r"only (?:after|when|then|once)|not until|no sooner|by the time|already|still|had (?:already|long)|"
    r"at the same time|while|when|during|as soon as|earlier than|later than|too late|ya|todavía|cuando|"
    r"déjà|encore|quand|lorsque|bereits|schon|noch|als|erst",
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
    "as_of": UNTIL,
    "negation": NEGATION,
}
"""By name, the pattern whose matches in a passage are counted."""


def cues_of(text: str) -> dict[str, bool]:
    """Return for each cue whether the text has it."""
    return {name: cue.search(text) is not None for name, cue in CUES.items()}
