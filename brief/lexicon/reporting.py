"""English reporting verbs and nouns: how they take what is said, and what the speaker does with it (stance).

Frames: `say` takes a clause after or before it; `tell` takes the person told, then a clause; `object` takes what
is spoken of as its object; `infinitive` takes "to" and a verb; `attitude` is a belief or wish rather than speech.
The stances are those of `brief.schema.Stance`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from brief.schema import Stance

Frame = Literal["say", "tell", "object", "infinitive", "attitude"]


class Verb(NamedTuple):
    """One reporting verb form: its base, frame and stance, and whether the form is past, -ing or base."""

    base: str
    frame: Frame
    stance: Stance
    form: Literal["base", "third", "past", "participle", "ing"]


_SAY: dict[Stance, str] = {
    "assert": """say add argue state note explain report announce declare write tweet answer reply respond insist
        suggest remark recall observe comment assert contend estimate conclude stress emphasize emphasise
        reiterate repeat testify joke quip shout yell disclose reveal boast clarify counter elaborate indicate lament
        muse opine proclaim relate recount underscore allege maintain retort interject intone post confirm
        specify stipulate theorize speculate guess imply hint pronounce confide marvel gush fume scoff sigh whisper
        mutter chant scream cry blog email wonder point agree exclaim concur caption publish surmise posit hypothesize
        calculate continue signal reckon mention read affirm avow attest aver volunteer deadpan summarize
        summarise narrate chime chide thunder bemoan complain brag tout predict forecast foresee assure remind
        inform notify advise""",
    "concede": "acknowledge admit concede confess",
    "deny": "deny dispute rebut",
    "promise": "promise vow pledge swear guarantee",
    "warn": "warn caution threaten",
    "demand": "urge demand request",
    "ask": "ask inquire enquire",
}
_CLAIM = "claim"
_TELL: dict[Stance, str] = {"assert": "tell inform remind assure notify advise"}
_OBJECT: dict[Stance, str] = {
    "assert": """call describe label characterize characterise depict portray brand dub praise laud hail applaud
        commend defend endorse express voice reject cite quote thank mock tout discuss present address
        propose liken compare echo welcome list outline detail unveil salute compliment extol liken
        stress dismiss reiterate summarize boast""",
    "accuse": """criticize criticise blast slam attack condemn denounce decry blame accuse rip assail lambast lambaste
        castigate chastise rebuke scold berate belittle ridicule fault deride bash deplore scorch excoriate knock
        lampoon malign impugn mock pan chide""",
    "deny": "refute reject dismiss dispute deny repudiate disavow disown rebuff",
    "demand": "urge demand push press implore beg exhort plead",
    "ask": "question challenge query",
    "promise": "offer",
}
_INFINITIVE: dict[Stance, str] = {
    "promise": "promise vow pledge swear threaten offer agree",
    "decline": "decline refuse",
}
_ATTITUDE: dict[Stance, str] = {
    "assert": """believe think hope expect want support oppose prefer intend consider regard fear worry disagree doubt
        suspect assume show""",
}
_IRREGULAR: dict[str, tuple[str, str]] = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "swear": ("swore", "sworn"),
    "think": ("thought", "thought"),
    "feel": ("felt", "felt"),
    "find": ("found", "found"),
    "show": ("showed", "shown"),
    "read": ("read", "read"),
    "foresee": ("foresaw", "foreseen"),
    "forecast": ("forecast", "forecast"),
    "understand": ("understood", "understood"),
    "plead": ("pleaded", "pleaded"),
    "admit": ("admitted", "admitted"),
    "rebut": ("rebutted", "rebutted"),
    "rip": ("ripped", "ripped"),
    "slam": ("slammed", "slammed"),
    "tout": ("touted", "touted"),
    "quip": ("quipped", "quipped"),
    "brag": ("bragged", "bragged"),
    "dub": ("dubbed", "dubbed"),
    "beg": ("begged", "begged"),
    "pan": ("panned", "panned"),
    "plan": ("planned", "planned"),
    "confer": ("conferred", "conferred"),
    "extol": ("extolled", "extolled"),
}
_DOUBLING = {"admit", "rebut", "rip", "slam", "quip", "brag", "dub", "beg", "pan", "plan", "extol"}


def _inflect(base: str) -> list[tuple[str, Literal["base", "third", "past", "participle", "ing"]]]:
    soft = base[-1] == "y" and base[-2] not in "aeiou"
    if soft:
        third = base[:-1] + "ies"
    elif base.endswith(("s", "sh", "ch", "x", "z")):
        third = base + "es"
    else:
        third = base + "s"
    regular = base[:-1] + "ied" if soft else base + "d" if base.endswith("e") else base + "ed"
    past, participle = _IRREGULAR.get(base, (regular, regular))
    if base in _DOUBLING:
        ing = base + base[-1] + "ing"
    elif base.endswith("e") and not base.endswith("ee"):
        ing = base[:-1] + "ing"
    else:
        ing = base + "ing"
    return [(base, "base"), (third, "third"), (ing, "ing"), (participle, "participle"), (past, "past")]


def _verbs() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    frames: tuple[tuple[Frame, dict[Stance, str]], ...] = (
        ("attitude", _ATTITUDE),
        ("object", _OBJECT),
        ("infinitive", _INFINITIVE),
        ("say", _SAY),
        ("say", {"assert": _CLAIM}),
        ("tell", _TELL),
    )
    for frame, groups in frames:
        for stance, words in groups.items():
            for base in words.split():
                for word, form in _inflect(base):
                    table[word] = Verb(base, frame, stance, form)
    return table


VERBS: dict[str, Verb] = _verbs()

# "declined to say", "went on to say": the verb before "to" and what it does to the stance
CATENATIVES: dict[str, str] = {
    **dict.fromkeys(
        ("declined", "declines", "decline", "refused", "refuses", "refuse", "refusing", "declining"), "decline"
    ),
    **dict.fromkeys(
        ("went", "goes", "continued", "continues", "continue", "came", "began", "started", "proceeded"), "keep"
    ),
    **dict.fromkeys(("tried", "tries", "sought", "seeks", "seemed", "seems", "appeared", "appears", "used"), "keep"),
}
SPEECH_PLACES: frozenset[str] = frozenset(
    """statement statements interview interviews speech speeches remarks rally news conference briefing letter email
    e-mail memo tweet tweets post posts telephone phone call message twitter facebook instagram television tv radio
    address debate hearing testimony meeting podcast broadcast video release report filing book column op-ed
    appearance
    event reporters journalists supporters audience crowd response reply reference court part press""".split()
)

# heads of sources that the text does not name: kept as described, never merged
UNNAMED_HEADS: frozenset[str] = frozenset(
    """official officials source sources person people individual individuals aide aides adviser advisers advisor
    advisors insider insiders diplomat diplomats analyst analysts expert experts spokesman spokeswoman spokesperson
    spokespeople employee employees staffer staffers executive executives lawyer lawyers attorney attorneys witness
    witnesses observer observers someone somebody member members strategist strategists operative operatives one man
    woman officer officers scientist scientists researcher researchers others many some critic critics ally allies
    friend friends neighbour neighbours neighbor neighbors resident residents economist economists donor donors
    participant participants candidate candidates lawmaker lawmakers investigator investigators""".split()
)
# heads of collective sources: a group or body that speaks as one
GROUP_HEADS: frozenset[str] = frozenset(
    """republicans democrats conservatives liberals authorities police voters protesters demonstrators workers unions
    families victims students teachers farmers fishermen residents supporters opponents leaders activists parents
    prosecutors investigators senators governors soldiers rebels families owners drivers doctors nurses party
    majority minority both two three campaigners reporters journalists media press public crowd""".split()
)
DOCUMENT_HEADS: frozenset[str] = frozenset(
    """release statement report study survey poll analysis lawsuit suit complaint filing indictment memo letter
    document
    documents email emails transcript website site post article story headline ad ads book paper bill law ruling order
    resolution platform tweet message affidavit agreement text announcement brochure leaflet data figures letters
    newspaper video""".split()
)

# documents in which whoever issues them speaks
ISSUED: frozenset[str] = frozenset(
    """release statement announcement letter email memo message post tweet affidavit filing report communique
    communiqué""".split()
)

# these take `that`, a colon or quotation marks; followed by anything else they report nothing
OPENER_NEEDED: frozenset[str] = frozenset(
    """answer respond reply continue retort quip interject chime elaborate sigh marvel gush fume scoff thunder exclaim
    read volunteer post blog email caption publish narrate scream cry yell shout mutter whisper""".split()
)
# these may name the person addressed before `that`
ADDRESSED: frozenset[str] = frozenset("warn caution promise assure remind inform notify advise tell pledge".split())

# verbs that things and events can be the subject of as well: they report only with a subject that can hold a view
WEAK_VERBS: frozenset[str] = frozenset(
    """reveal signal suggest indicate underscore stress emphasize emphasise demand hint imply point claim confirm mean
    offer promise threaten urge warn request guarantee forecast predict stipulate specify continue repeat conclude
    observe relate recall reiterate disclose""".split()
)
_AGENT_ENDINGS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "ans",
    "men",
    "man",
    "ee",
    "ees",
    "women",
    "woman",
)
_NO_AGENT = frozenset(
    """number numbers matter matters offer offers power powers river rivers weather water waters quarter quarters
    summer
    winter center centers corner corners danger dangers fever order factor factors error errors color colors labor
    favor
    flavor manner rumor rumors terror effort border borders disaster disasters encounter career chapter chapters cover
    tower towers november december october september whatever however together another other answer answers committee
    fees degree degrees trees sees idea ideas fee""".split()
)
_AGENTS = frozenset(
    """people person police team family families couple public crowd audience staff crew company companies firm firms
    agency ministry government governments administration campaign party council court committee board panel
    commission
    department bureau office bank union unions network networks organization organisation organizations association
    group groups parliament senate house country countries nation nations state states city cities town police army
    military navy side sides spokespeople mother father wife husband son daughter brother sister student students
    president minister premier secretary judge justice jury chief head mayor governor general king queen pope bishop
    guest guests host hosts coach captain colonel patient patients parent parents resident residents agent agents
    client
    clients opponent opponents president presidents respondents respondent correspondent immigrants immigrant youth
    children kids boys girls friends colleague colleagues fans rivals allies foes critics republicans democrats
    conservatives liberals progressives neighbours neighbors heroes authorities majority minority coalition duo
    trio pair
    cooperative operator contractor authority regime delegation embassy secretariat institute university church club
    ministries agencies parties institutions institution airline airlines regulator regulators outlet outlets tabloid
    polls surveys studies reports documents letters statements emails records filings transcripts figures""".split()
)


def is_agent_noun(word: str) -> bool:
    """Whether a lower-case noun is surely or probably a person, group, body or document."""
    if word in _AGENTS or word in UNNAMED_HEADS or word in GROUP_HEADS or word in DOCUMENT_HEADS:
        return True
    return word.endswith(_AGENT_ENDINGS) and word not in _NO_AGENT
