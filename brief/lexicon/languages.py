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
    auxiliaries: frozenset[str]  # auxiliaries, clitics, negation and adverbs between a subject and its verb
    joins: frozenset[str]  # and
    breaks: frozenset[str]  # but, although, while: the writer's own clause begins
    genitives: frozenset[str]  # of: the noun phrase goes on
    quantifiers: frozenset[str]  # begin a noun phrase beside articles: two, several, sources


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


_ENDINGS = {
    "es": {"ar": "ó a aron an aba aban ado", "er": "ió e ieron en ía ían ido", "ir": "ió e ieron en ía ían ido"},
    "pt": {"ar": "ou a aram am ava avam ado", "er": "eu e eram em ia iam ido", "ir": "iu e iram em ia iam ido"},
    "it": {"are": "ò a arono ano ava avano ato", "ere": "e ono eva evano uto", "ire": "isce iscono ì iva ivano ito"},
    "fr": {"er": "e ent é ait aient a èrent", "ir": "it issent i issait"},
    "de": {"en": "t en te ten", "n": "t n te ten"},
}


def _regular(language: str, **infinitives: str) -> dict[str, Stance]:
    """Third persons (present, past) and participles of regular verbs, with their stance."""
    forms: dict[str, str] = {}
    for key, group in infinitives.items():
        words = []
        for verb in group.split():
            ending = next(e for e in _ENDINGS[language] if verb.endswith(e))
            stem = verb[: -len(ending)]
            words += [stem + tail for tail in _ENDINGS[language][ending].split()]
            if language == "de":
                whole = verb.startswith(("be", "er", "ver", "ent")) or verb.endswith("ieren")
                words.append(("" if whole else "ge") + stem + "t")
        forms[key] = " ".join(words)
    return _stances(**forms)


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
        )
        | _regular(
            "es",
            asserts="""contar afirmar declarar señalar explicar asegurar indicar anunciar agregar manifestar comentar
            informar responder insistir subrayar destacar precisar expresar reiterar aclarar relatar confesar lamentar
            gritar quejar estimar calcular confirmar opinar replicar sentenciar matizar zanjar bromear ironizar
            apostillar detallar revelar resumir describir calificar celebrar valorar considerar alegar argumentar
            recalcar""",
            denies="rechazar desmentir cuestionar",
            accuses="acusar denunciar criticar reprochar culpar",
            demands="exigir reclamar instar solicitar ordenar",
            concedes="admitir reconocer",
            promises="prometer garantizar ofrecer",
            warns="avisar alertar",
        )
        | _stances(
            asserts="decía decían sostuvieron sostienen repitió repite cuentan contaron descrito",
            demands="piden exijan pedía pedían",
            warns="advierten advertía",
        ),
        according=(("según",), ("de", "acuerdo", "con"), ("en", "palabras", "de"), ("a", "juicio", "de")),
        that=_set("que"),
        articles=_set("el la los las un una unos unas su sus este esta lo"),
        pronouns=_set("él ella ellos ellas quien"),
        function_words=_set("el los las una que y por para con del se su es como más pero según también fue ha"),
        stops=_set(
            "que y en a por para con durante tras este ayer hoy desde ante sobre pero al cuando mientras "
            "el la lunes martes miércoles jueves viernes sábado domingo"
        ),
        auxiliaries=_set("ha han había habían no se lo le les me nos también ya luego además"),
        joins=_set("y e"),
        breaks=_set("pero aunque mientras sino"),
        genitives=_set("de del"),
        quantifiers=_set(
            "uno una otro otra otros otras dos tres cuatro cinco varios varias algunos algunas muchos fuentes ambos"
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
        )
        | _regular(
            "fr",
            asserts="""déclarer affirmer expliquer indiquer ajouter préciser assurer souligner estimer rappeler raconter
            confier lancer insister commenter résumer soupirer souffler nuancer lâcher regretter confirmer réagir
            rétorquer répliquer témoigner marteler plaider évoquer noter observer détailler déplorer glisser juger
            qualifier clamer argumenter résumer relater révéler saluer considérer ironiser plaisanter tempérer trancher
            constater signaler informer crier""",
            denies="nier rejeter réfuter contester",
            accuses="accuser dénoncer critiquer reprocher fustiger",
            demands="exiger réclamer demander exhorter",
            concedes="avouer",
            warns="alerter avertir",
        )
        | _stances(
            asserts="""disait disaient répondit répondent soutiennent écrivent écrivait maintient maintiennent décrit
            décrivent""",
            promises="promettait",
            concedes="admettent reconnaissent reconnaissait",
            warns="prévient préviennent prévenait",
        ),
        according=(("selon",), ("d'après",), ("à", "en", "croire"), ("de", "l'avis", "de"), ("pour",)),
        that=_set("que qu'il qu'elle qu’il qu’elle qu'ils qu’ils qu'un qu’un qu'une qu’une"),
        articles=_set("le la les un une des son sa ses leur leurs ce cette l l'"),
        pronouns=_set("il elle ils elles on qui t-il t-elle"),
        function_words=_set("le les des une est et dans pour que qui sur pas avec au ce il elle selon été a du mais"),
        stops=_set(
            "que et en à dans pour par avec lors après depuis devant sur mais au quand lundi mardi "
            "mercredi jeudi vendredi samedi dimanche aux le la ce"
        ),
        auxiliaries=_set(
            "a ont avait avaient n'a n'ont l'a l'ont s'est est se ne pas également aussi toutefois cependant pourtant "
            "notamment ensuite encore déjà même en y lui leur"
        ),
        joins=_set("et"),
        breaks=_set("mais alors tandis bien même"),
        genitives=_set("de du des d'"),
        quantifiers=_set("deux trois quatre cinq plusieurs quelques certains certaines autre autres"),
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
        )
        | _regular(
            "de",
            asserts="""sagen erklären berichten betonen meinen ergänzen äußern antworten erläutern versichern erzählen
            schildern vermuten schätzen glauben bestätigen bekräftigen unterstreichen resümieren kommentieren
            argumentieren erwidern klagen bedauern verkünden bemerken begründen""",
            denies="bestreiten dementieren leugnen verneinen",
            accuses="beschuldigen kritisieren bemängeln beklagen rügen",
            demands="fordern verlangen mahnen appellieren",
            promises="garantieren geloben",
            warns="warnen",
            asks="fragen",
        )
        | _stances(
            asserts="rief rufen ruft führte wies verwies bezeichnete nannte nennt teilten mitteilten gaben",
            accuses="warfen wirft",
            concedes="räumten gaben gestanden gibt",
        ),
        according=(
            ("laut",),
            ("nach", "angaben", "von"),
            ("nach", "angaben", "der"),
            ("nach", "angaben", "des"),
            ("nach", "angaben"),
            ("wie",),
            ("so",),
        ),
        that=_set("dass daß"),
        articles=_set("der die das den dem des ein eine einer einem seine ihre sein ihr"),
        pronouns=_set("er sie es wir man"),
        function_words=_set(
            "der die das und ist nicht mit von dem den ein eine auf für im sich auch als wurde sagte laut"
        ),
        stops=_set("dass und in am im bei mit nach vor auf zu gegenüber aber wenn weil dem der die das den an zur zum"),
        auxiliaries=_set(
            "hat haben hatte hatten nicht auch sich zudem jedoch aber dagegen dann außerdem zugleich weiter noch"
        ),
        joins=_set("und"),
        breaks=_set("aber doch während obwohl sondern"),
        genitives=_set("der des von vom für beim im"),
        quantifiers=_set("einer eine anderer zwei drei vier fünf mehrere einige viele beide kreise ihren ihrem"),
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
        )
        | _regular(
            "pt",
            asserts="""afirmar declarar explicar informar anunciar acrescentar destacar ressaltar comentar responder
            garantir assegurar indicar sublinhar reiterar insistir completar relatar lamentar gritar queixar estimar
            calcular confirmar opinar retrucar resumir revelar adiantar frisar salientar considerar classificar
            avaliar alegar argumentar detalhar confessar celebrar ironizar recordar lembrar apontar""",
            denies="negar rejeitar desmentir",
            accuses="acusar denunciar criticar culpar",
            demands="cobrar exigir solicitar reivindicar ordenar",
            warns="alertar avisar advertir",
            asks="perguntar questionar",
        )
        | _regular("pt", promises="prometer", concedes="admitir reconhecer")
        | _stances(
            asserts="""sustentou sustenta descreve descreveu descrevem descreveram contrapôs defendeu defende dizia
            contam""",
            demands="pedem pediam pedia",
        ),
        according=(("segundo",), ("de", "acordo", "com"), ("conforme",), ("na", "opinião", "de"), ("para",)),
        that=_set("que"),
        articles=_set("o a os as um uma uns umas seu sua seus suas este esta"),
        pronouns=_set("ele ela eles elas quem"),
        function_words=_set("o os as um uma que e não para com do da em no na se é por mais foi segundo disse ao dos"),
        stops=_set(
            "que e em a por para com durante após nesta neste ontem hoje desde sobre mas ao aos à às quando no na nos "
            "nas pelo pela o"
        ),
        auxiliaries=_set("tem tinha tinham havia não se o já também lhe me ainda depois"),
        joins=_set("e"),
        breaks=_set("mas embora enquanto porém"),
        genitives=_set("de do da dos das"),
        quantifiers=_set(
            "um uma outro outra outros outras dois duas três quatro cinco vários várias alguns algumas fontes fonte"
        ),
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
        )
        | _regular(
            "it",
            asserts="""affermare dichiarare spiegare annunciare sottolineare ricordare precisare raccontare commentare
            assicurare osservare calcolare stimare confermare confidare lamentare protestare gridare replicare notare
            rivelare comunicare informare indicare rammaricare segnalare evidenziare rivendicare valutare giudicare
            ribadire definire chiarire ripetere""",
            denies="negare contestare",
            accuses="accusare denunciare criticare attaccare",
            demands="sollecitare reclamare",
            warns="avvisare",
            asks="domandare",
        )
        | _stances(
            asserts="""descrivono descrive descritto descrisse disse dissero diceva rispose rispondono riferiscono
            scrivono aggiungono lamentata rammaricata""",
            denies="smentiscono respingono",
            asks="chiesta domandata",
            demands="chiese chiesero chiedeva chiedevano",
            concedes="ammise ammettono riconobbe",
            promises="promise promisero",
        ),
        according=(
            ("secondo",),
            ("stando", "a"),
            ("stando", "al"),
            ("stando", "alla"),
            ("a", "detta", "di"),
            ("a", "detta", "della"),
            ("per",),
        ),
        that=_set("che"),
        articles=_set("il lo la i gli le un uno una suo sua suoi sue questo questa l l'"),
        pronouns=_set("lui lei loro egli ella chi"),
        function_words=_set("il lo gli che di per con una non è del della sono anche ha nel alla dal più come secondo"),
        stops=_set(
            "che e in a per con durante dopo ieri oggi da su ma quando mentre al nel nella il la lunedì "
            "martedì mercoledì giovedì venerdì sabato domenica alla ai agli alle allo davanti sulla sul dalla dal "
            "nello nei negli nelle"
        ),
        auxiliaries=_set("ha hanno aveva avevano non si è lo gli le già anche poi inoltre però invece ci mi"),
        joins=_set("e ed"),
        breaks=_set("ma mentre però sebbene anche"),
        genitives=_set("di del della dei delle degli dello dell'"),
        quantifiers=_set("uno una altro altra altri altre due tre quattro cinque diversi alcuni alcune molti fonti"),
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

# nouns of offices and callings: with `the` they are one person
OFFICES_ABROAD: frozenset[str] = _set(
    """alcalde alcaldesa ministro ministra presidente presidenta portavoz director directora gerente fiscal juez jueza
    abogado abogada diputado diputada consejero consejera secretario secretaria gobernador gobernadora obispo jefe jefa
    maire ministre président présidente directeur directrice préfet préfète procureur procureure avocat avocate
    secrétaire député députée porte-parole chef évêque juge
    bürgermeister bürgermeisterin minister ministerin präsident präsidentin sprecher sprecherin direktor direktorin
    landrat landrätin kanzler kanzlerin anwalt anwältin richter richterin vorsitzende vorsitzender geschäftsführer
    staatsanwalt staatsanwältin
    prefeito prefeita governador governadora diretor diretora porta-voz juiz juíza promotor promotora advogado advogada
    deputado deputada
    sindaco sindaca presidentessa direttore direttrice portavoce giudice avvocato avvocata deputato deputata assessore
    assessora vescovo gestore"""
)
