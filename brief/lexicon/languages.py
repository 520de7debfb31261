"""Reporting words of Spanish, French, German, Portuguese and Italian, with the stance of each verb."""

from __future__ import annotations

from typing import NamedTuple

from brief.schema import Stance


class Language(NamedTuple):
    """What attribution needs to know of a language; all words are lower case."""

    verbs: dict[str, Stance]
    according: tuple[tuple[str, ...], ...]  # word sequences that put a source before or after the content
    that: frozenset[str]
    articles: frozenset[str]
    pronouns: frozenset[str]
    function_words: frozenset[str]  # frequent words that tell the language
    stops: frozenset[str]  # words that end a noun phrase


def _stances(**words: str) -> dict[str, Stance]:
    stances: dict[str, Stance] = {
        "asserts": "assert",
        "denies": "deny",
        "accuses": "accuse",
        "promises": "promise",
        "demands": "demand",
        "concedes": "concede",
        "declines": "decline",
        "warns": "warn",
        "asks": "ask",
    }
    return {word: stances[key] for key, group in words.items() for word in group.split()}


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


LANGUAGES: dict[str, Language] = {
    "es": Language(
        verbs=_stances(
            asserts="""dijo dice dijeron dicen dicho afirmó afirma afirmaron afirman afirmado declaró declara
            declararon
                declarado señaló señala señalaron señalado explicó explica explicaron explicado aseguró asegura
                aseguraron
                asegurado indicó indica indicaron indicado anunció anuncia anunciaron anunciado agregó agrega
                añadió añade
                manifestó manifestaron sostuvo sostiene comentó comenta informó informa informaron informado respondió
                responde contestó insistió insiste subrayó subraya destacó destaca recordó recuerda precisó precisa
                expresó
                escribió escribe reiteró expuso aclaró aclara concluyó apuntó""",
            denies="negó niega negaron negado desmintió desmiente desmintieron desmentido rechazó rechaza rechazaron",
            accuses="acusó acusa acusaron acusado denunció denuncia denunciaron criticó critica criticaron",
            promises="prometió promete prometieron prometido garantizó",
            demands="exigió exige exigieron exigido pidió pide pidieron pedido reclamó reclama",
            concedes="admitió admite admitieron admitido reconoció reconoce reconocieron reconocido",
            warns="advirtió advierte advirtieron advertido alertó alerta",
            asks="preguntó pregunta preguntaron",
        ),
        according=(("según",), ("de", "acuerdo", "con"), ("en", "palabras", "de")),
        that=_set("que"),
        articles=_set("el la los las un una unos unas su sus este esta al del lo"),
        pronouns=_set("él ella ellos ellas quien"),
        function_words=_set("el los las una que y por para con del se su es como más pero según también fue ha"),
        stops=_set(
            "que y en a por para con durante tras este ayer hoy desde ante sobre pero al cuando mientras "
            "el la lunes martes miércoles jueves viernes sábado domingo"
        ),
    ),
    "fr": Language(
        verbs=_stances(
            asserts="""dit disent déclaré déclare déclarent affirmé affirme affirment expliqué explique expliquent
            indiqué
                indique indiquent annoncé annonce annoncent ajouté ajoute précisé précise assuré assure assurent
                souligné
                souligne estimé estime estiment rappelé rappelle répondu répond écrit raconté raconte confié confie
                lancé
                lance insisté insiste soutenu soutient commenté conclu poursuivi poursuit""",
            denies="nié nie démenti dément démentent rejeté rejette réfuté réfute contesté conteste",
            accuses="accusé accuse accusent dénoncé dénonce dénoncent critiqué critique",
            promises="promis promet promettent garanti",
            demands="exigé exige réclamé réclame demandé demande appelé",
            concedes="admis admet reconnu reconnaît reconnait concédé concède avoué avoue",
            warns="averti avertit prévenu prévient alerté alerte",
            asks="interrogé",
        ),
        according=(("selon",), ("d'après",), ("d’après",), ("pour",)),
        that=_set("que qu'il qu'elle qu’il qu’elle qu'ils qu’ils qu'un qu’un qu'une qu’une"),
        articles=_set("le la les un une des son sa ses leur leurs ce cette du l l'"),
        pronouns=_set("il elle ils elles on qui t-il t-elle"),
        function_words=_set("le les des une est et dans pour que qui sur pas avec au ce il elle selon été a du mais"),
        stops=_set(
            "que et en à dans pour par avec lors après depuis devant sur mais au quand lundi mardi "
            "mercredi jeudi vendredi samedi dimanche le la ce"
        ),
    ),
    "de": Language(
        verbs=_stances(
            asserts="""sagte sagt sagten gesagt erklärte erklärt erklärten teilte mitteilte berichtete berichtet
            berichteten
                betonte betont schrieb schreibt geschrieben meinte meint ergänzte fügte hieß heißt äußerte kündigte
                angekündigt verkündete behauptete behauptet behaupteten antwortete entgegnete erläuterte unterstrich
                versicherte versichert bekräftigte stellte urteilte fasste""",
            denies="bestritt bestreitet bestritten dementierte dementiert leugnete wies zurückgewiesen verneinte",
            accuses="warf beschuldigte beschuldigt kritisierte kritisiert bemängelte",
            promises="versprach verspricht versprochen gelobte garantierte",
            demands="forderte fordert forderten gefordert verlangte verlangt",
            concedes="räumte gab eingeräumt zugegeben gestand",
            warns="warnte warnt warnten gewarnt",
            asks="fragte fragt fragten",
        ),
        according=(
            ("laut",),
            ("nach", "angaben", "von"),
            ("nach", "angaben", "der"),
            ("nach", "angaben", "des"),
            ("so",),
        ),
        that=_set("dass daß"),
        articles=_set("der die das den dem des ein eine einer einem seine ihre sein ihr"),
        pronouns=_set("er sie es wir man"),
        function_words=_set(
            "der die das und ist nicht mit von dem den ein eine auf für im sich auch als wurde sagte laut"
        ),
        stops=_set("dass und in am im bei mit nach vor auf zu gegenüber aber wenn weil dem der die das den an zur zum"),
    ),
    "pt": Language(
        verbs=_stances(
            asserts="""disse diz disseram dizem dito afirmou afirma afirmaram declarou declara declararam explicou
            explica
                informou informa informaram anunciou anuncia anunciaram acrescentou acrescenta destacou destaca
                ressaltou
                ressalta comentou comenta respondeu responde escreveu escreve contou conta garantiu assegurou assegura
                lembrou indicou sublinhou reiterou insistiu concluiu completou""",
            denies="negou nega negaram desmentiu desmente rejeitou rejeita rejeitaram",
            accuses="acusou acusa acusaram denunciou denuncia criticou critica criticaram",
            promises="prometeu promete prometeram",
            demands="exigiu exige exigiram pediu pede pediram cobrou",
            concedes="admitiu admite admitiram reconheceu reconhece",
            warns="advertiu adverte alertou alerta alertaram",
            asks="perguntou pergunta perguntaram",
        ),
        according=(("segundo",), ("de", "acordo", "com"), ("conforme",)),
        that=_set("que"),
        articles=_set("o a os as um uma uns umas seu sua seus suas este esta ao do da no na"),
        pronouns=_set("ele ela eles elas quem"),
        function_words=_set("o os as um uma que e não para com do da em no na se é por mais foi segundo disse ao dos"),
        stops=_set("que e em a por para com durante após nesta neste ontem hoje desde sobre mas ao quando no na o"),
    ),
    "it": Language(
        verbs=_stances(
            asserts="""disse dice dicono detto affermato afferma affermano dichiarato dichiara dichiarano spiegato
            spiega
                spiegano annunciato annuncia aggiunto aggiunge sottolineato sottolinea sostenuto sostiene sostengono
                ricordato ricorda precisato precisa scritto scrive raccontato racconta commentato commenta riferito
                riferisce
                assicurato assicura risposto risponde ribadito ribadisce concluso conclude osservato""",
            denies="negato nega negano smentito smentisce respinto respinge",
            accuses="accusato accusa accusano denunciato denuncia criticato critica",
            promises="promesso promette promettono garantito",
            demands="chiesto chiede chiedono esatto preteso",
            concedes="ammesso ammette riconosciuto riconosce",
            warns="avvertito avverte avvisato",
            asks="domandato domanda",
        ),
        according=(("secondo",), ("stando", "a"), ("per",)),
        that=_set("che"),
        articles=_set("il lo la i gli le un uno una suo sua suoi sue questo questa del della l l'"),
        pronouns=_set("lui lei loro egli ella chi"),
        function_words=_set("il lo gli che di per con una non è del della sono anche ha nel alla dal più come secondo"),
        stops=_set(
            "che e in a per con durante dopo ieri oggi da su ma quando mentre al nel nella il la lunedì "
            "martedì mercoledì giovedì venerdì sabato domenica"
        ),
    ),
}


def language_of(words: list[str]) -> str:
    """Guess the language of lower-case words from its function words: en, or a key of LANGUAGES when one is clear."""
    sample = words[:1500]
    english = sum(w in _ENGLISH for w in sample)
    scores = {name: sum(w in language.function_words for w in sample) for name, language in LANGUAGES.items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > max(2, 1.5 * english) else "en"


_ENGLISH = _set(
    "the and of to in that is was for on with as he she it his her by at from said has have not are be this"
)
