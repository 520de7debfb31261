"""Closed word classes of English, lower case: what shallow parsing leans on."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PERSONAL = _words("i he she we they it you one everyone somebody someone nobody everybody anyone")
OBJECT_PRONOUNS = _words("me him her us them it you himself herself themselves itself myself ourselves yourself each")
RELATIVES = _words("who which that whom")
POSSESSIVES = _words("his her its their my our your whose")
DETERMINERS = (
    _words(
        "the a an this that these those some many most several another other both all each every no any few "
        "either neither"
    )
    | POSSESSIVES
)
QUANTIFIERS = _words(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands half third "
    "two-thirds percent more less fewer least than nearly almost about roughly numerous various multiple"
)
PREPOSITIONS = _words(
    "of in for from with at on to near among inside outside behind against about like between within during after "
    "before under over across around along without by into through toward towards via amid despite per upon onto "
    "beyond throughout since until regarding concerning including off above below beside besides versus"
)
SUBORDINATORS = _words(
    "that because while when if although though whether where how why what as since unless until whereas after before "
    "once so than"
)
COORDINATORS = _words("and or but nor yet")
BE = _words("is are was were be been being am isn't aren't wasn't weren't 's 're ain't")
HAVE = _words("has have had having hasn't haven't hadn't 've")
MODALS = _words(
    "will would can could may might must should shall ought do does did won't wouldn't can't cannot couldn't shouldn't "
    "mustn't don't doesn't didn't needn't 'll 'd"
)
AUXILIARIES = BE | HAVE | MODALS
NEGATORS = _words(
    "not never no nor neither none nothing nobody isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't "
    "can't cannot couldn't shouldn't don't doesn't didn't n't ain't hardly without"
)
# words of this ending that are no adverbs
_NO_ADVERB = _words(
    "family ally italy july reply supply apply imply rely only assembly early elderly friendly likely monopoly party "
    "fly daily weekly monthly anomaly bully rally belly holly kelly sally emily billy molly butterfly"
)
ADVERBS = _words(
    "also again later then still even once twice further just already now always often sometimes never not ever soon "
    "earlier instead too today yesterday tonight tomorrow almost first perhaps indeed thus nonetheless nevertheless "
    "meanwhile however only simply rather quite far since both all himself herself themselves itself early likewise "
    "back there here long ago otherwise anyway elsewhere either else aloud out"
)
DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays"
)
MONTHS = _words(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec."
)
TIME_UNITS = _words(
    "day days night nights week weeks weekend weekends month months year years morning mornings afternoon evening "
    "evenings hour hours minute minutes decade decades summer winter spring autumn fall moment time"
)
TIME_LEADS = _words("last this next earlier late later that same every each early past previous following recent")
COMMON_VERBS = _words(
    "made make makes making took take takes taking gave give gives giving came come comes coming went go goes "
    "going got "
    "get gets getting saw see sees seeing met meet meets meeting left leave leaves held hold holds kept keep keeps "
    "brought bring brings put puts ran run runs sent send sends became become becomes began begin begins led "
    "lead leads "
    "lost lose loses won win wins built build builds paid pay pays fell fall falls rose rise rises drew draw draws "
    "grew grow grows knew know knows wore wear spent spend spends sat sit stood stand stands turned turn turns "
    "used use uses tried try tries helped help helps started start starts worked work works lived live lives "
    "moved move moves played play plays seemed seem seems looked look looks followed follow follows allowed allow "
    "allows included include includes received receive receives remained remain remains appeared appear appears "
    "failed fail fails won't faced face faces won hit hits cut cuts let lets set sets shows show showed needs need "
    "needed wants want wanted likes like liked asked happened happen happens provided provides served serves "
    "continued continue continues passed pass passes raised raise raises killed kill kills knows caused cause causes "
    "broke break breaks chose choose chooses caught fought fight fights felt feel feels found find finds laid lay lays "
    "shook spoke spoken wrote said told thought bought sold taught sought threw threw drove flew forgot forgave froze "
    "hung hid hurt knelt lent lit meant quit rode rang sang sank slept slid stole struck swam swept swore tore woke "
    "wound withdrew undertook overcame arose bore bound bred burst cast clung crept dealt dug drank ate fed fled gone "
    "done seen taken given known shown grown drawn thrown written risen fallen driven broken chosen signed opened "
    "ended called added acted agreed sank sunk urged joined visited arrived declined"
)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word can stand between a subject and its verb as an adverb."""
    return word in ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in _NO_ADVERB)


ASKING_ABROAD = _words(
    "wer wem wen wessen wie wo wann was warum weshalb woher wohin welche welcher welches welchen hat haben ist "
    "sind war wurde wurden wird werden kann soll qui que quoi quand où pourquoi comment combien quel quelle quels "
    "quelles quién quiénes qué cuándo dónde cómo cuál cuáles cuánto cuántos cuántas por combien laquelle lequel "
    "lesquels chi che cosa dove come perché quanti quante quale quali quem onde porquê quantos quantas qual quais"
)
"""Words that open a question in German, French, Spanish, Italian and Portuguese."""
