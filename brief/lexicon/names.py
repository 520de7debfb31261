"""Names of people and bodies: titles, given names and their short forms, and when two names are one.

Word lists are closed and general; what a text itself says about a name always comes first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COURTESY = {
    "mr": "he",
    "mr.": "he",
    "mrs": "she",
    "mrs.": "she",
    "ms": "she",
    "ms.": "she",
    "miss": "she",
    "sir": "he",
    "lord": "he",
    "lady": "she",
    "dame": "she",
    "king": "he",
    "queen": "she",
    "prince": "he",
    "princess": "she",
    "pope": "he",
    "father": "he",
    "sister": "she",
    "dr": "",
    "dr.": "",
    "prof.": "",
    "señor": "he",
    "señora": "she",
    "herr": "he",
    "frau": "she",
    "monsieur": "he",
    "madame": "she",
}
OFFICES = _words(
    """president vice-president secretary minister premier chancellor administrator director chairman chairwoman chair
    chairperson chief spokesman spokeswoman spokesperson senator sen. sen rep. rep representative congressman
    congresswoman gov. gov governor mayor judge justice gen. gen general commissioner ambassador sheriff officer sgt.
    sergeant lt. lieutenant col. colonel capt. captain maj. major adm. admiral cmdr. commander professor coach ceo
    leader
    speaker councilman councilwoman councillor deputy inspector insp. superintendent supt. detective manager
    strategist
    adviser advisor editor analyst lawyer attorney envoy prosecutor rev. reverend bishop archbishop cardinal rabbi
    imam
    founder owner host anchor correspondent reporter columnist historian economist author actor singer pollster
    candidate nominee treasurer comptroller marshal constable warden registrar ombudsman principal dean provost
    whip aide mp mep representative-elect president-elect sens. reps. undersecretary consul harbourmaster
    harbormaster engineer scientist researcher foreman activist organizer organiser"""
)
SHE_ROLES = _words(
    "chairwoman spokeswoman congresswoman councilwoman actress queen princess businesswoman mother wife "
    "daughter sister woman girl aunt grandmother widow"
)
HE_ROLES = _words(
    "chairman spokesman congressman councilman king prince businessman father husband son brother "
    "man boy "
    "uncle grandfather widower pope"
)
BODY_WORDS = _words(
    """administration agency association authority bank board bureau cabinet campaign center centre chamber coalition
    college commission committee company confederation conference congress consortium corporation corps council court
    department directorate embassy federation force forces foundation fund government group guard house inc. institute
    institution league legislature ministry movement network news office organisation organization parliament party
    police post press radio secretariat senate service services society supreme syndicate television times tribunal
    union university journal herald tribune assembly army navy patrol trust alliance initiative front brigade airline
    airlines corp. co. ltd. plc llc institute laboratories laboratory hospital school church club team exchange
    reuters
    pentagon kremlin regulator inspectorate shipping mutual insurance energy
    oil gas steel motors foods holdings partners capital industries international systems technologies airways railway
    railways lines mining pharma brothers cooperative co-operative gazette courier guardian observer mail telegraph"""
)
# with a capital and nothing beside them, these stand for a body named elsewhere
GENERIC_BODIES = _words(
    """administration agency association authority bank board bureau cabinet campaign center centre coalition college
    commission committee company conference corporation council court department embassy federation force forces
    foundation fund government group guard house institute institution league ministry movement network news office
    organisation organization party police post press secretariat service services society supreme team union
    university
    trust alliance initiative front brigade airline hospital school church club chamber port energy oil gas steel food
    capital industries international systems technologies lines mining times journal regulator college section"""
)
THINGS = _words(
    """project operation act bill plan treaty agreement accord amendment prize cup award day street avenue road bridge
    river mount lake sea ocean bay island islands strait canal valley park square tower building airport war battle
    programme program title chapter section article code law convention summit festival olympics games super bowl
    city county state states province region republic kingdom america europe africa asia east west north south
    coast border district app internet bible constitution christmas easter thanksgiving ramadan"""
)
PLACES = _words(
    """afghanistan africa alabama alaska albania algeria america amsterdam ankara argentina arizona arkansas
    armenia asia
    athens atlanta austin australia austria azerbaijan baghdad bahrain bangkok bangladesh barcelona beijing beirut
    belarus
    belgium belgrade berlin bogotá bogota bolivia boston brasília brazil britain brussels bucharest budapest buenos
    aires
    bulgaria cairo california cambodia cameroon canada caracas chicago chile china cleveland colombia colorado congo
    connecticut copenhagen croatia cuba cyprus dakota dallas damascus delaware delhi denmark detroit dubai dublin
    ecuador
    edinburgh egypt england estonia ethiopia europe finland florida france frankfurt gaza geneva georgia germany ghana
    greece guatemala haiti hamburg hanoi havana hawaii helsinki honduras houston hungary iceland idaho illinois india
    indiana indonesia iowa iran iraq ireland islamabad israel istanbul italy jakarta jamaica japan jerusalem jordan
    kabul
    kansas kazakhstan kentucky kenya kiev korea kosovo kuwait kyiv lagos laos latvia lebanon libya lima lisbon
    lithuania
    london louisiana luxembourg madrid maine malaysia mali malta manila maryland massachusetts mexico miami
    michigan milan
    minneapolis minnesota mississippi missouri moldova monaco mongolia montana montreal morocco moscow mozambique
    mumbai
    munich myanmar nairobi naples nebraska nepal netherlands nevada nicaragua niger nigeria norway ohio oklahoma oman
    ontario oregon oslo ottawa pakistan panama paraguay paris pennsylvania peru philadelphia philippines phoenix
    poland
    portugal prague qatar quebec quito rhode riyadh romania rome rotterdam russia rwanda salvador santiago saudi
    scotland
    senegal seoul serbia shanghai siberia singapore slovakia slovenia somalia spain stockholm sudan sweden switzerland
    sydney syria taiwan tehran tennessee texas thailand tokyo toronto tunisia turkey uganda ukraine utah uruguay
    uzbekistan vancouver venezuela venice vermont vienna vietnam virginia wales warsaw washington wisconsin wyoming
    yemen
    zagreb zambia zimbabwe zurich york carolina hampshire jersey orleans zealand angeles francisco diego vegas"""
)
PLACE_LEADS = _words(
    "new north south east west los las san santa saint st. el la hong united great northern southern "
    "eastern western central upper lower"
)
NATIONALITIES = _words(
    """american mexican venezuelan russian chinese french german british english scottish welsh irish spanish italian
    portuguese dutch belgian swiss austrian polish czech hungarian romanian bulgarian greek turkish israeli
    palestinian
    egyptian saudi iranian iraqi syrian lebanese jordanian indian pakistani afghan bangladeshi japanese korean
    vietnamese
    thai filipino indonesian malaysian australian canadian brazilian argentine argentinian chilean colombian peruvian
    cuban nigerian kenyan ethiopian moroccan algerian tunisian libyan sudanese ukrainian belarusian swedish norwegian
    danish finnish icelandic estonian latvian lithuanian serbian croatian slovenian slovak albanian european african
    asian arab western latin catholic muslim christian jewish islamic democratic republican conservative liberal
    labour
    texan californian parisian north south eastern northern southern former then acting interim senior deputy
    federal"""
)
SHORT_FORMS: tuple[frozenset[str], ...] = tuple(
    _words(line)
    for line in """alexander alex sandy al|alexandra alex sandra|albert al bert|alfred al fred|andrew andy
    drew|anthony tony
anton|antonio tony toni|barbara barb|benjamin ben benny|bernard bernie|bernadette bernie|catherine kate cathy cat
|charles charlie chuck|christine chris tina|christina chris tina|christopher chris|daniel dan danny|david dave
|deborah deb debbie|donald don donnie|dorothy dot dottie|edward ed eddie ted ned|elizabeth liz beth betty eliza lisa
|eugene gene|florence flo|francis frank|frederick fred freddie|gabriel gabe|geoffrey geoff jeff|gerald gerry jerry
|gregory greg|harold hal harry|henry harry hank|isabella bella|jacob jake|james jim jimmy jamie|jeffrey jeff
|jennifer jen jenny|jeremy jerry|jessica jess|john jack johnny|jonathan jon|joseph joe joey|josé pepe|joshua josh
|judith judy|katherine kate kathy katie|kathleen kathy kate|kenneth ken kenny|kimberly kim|lawrence larry|leonard
leo len
|leonardo leo|louis lou|margaret maggie meg peggy|martin marty|matthew matt|maximilian max|melissa missy mel
|michael mike mick mickey|mohammed mo|nathaniel nate nat|nicholas nick|nicolas nick|oliver ollie|pamela
pam|patricia pat
patty trish|patrick pat paddy|peter pete|philip phil|rachel rach|raymond ray|rebecca becky|richard rick dick rich
|robert bob rob bobby bert|rodney rod|roger rodge|ronald ron ronnie|rosemary rose|russell russ|samantha sam|samuel sam
|sandra sandy|stephanie steph|stephen steve|steven steve|susan sue susie|terence terry|terrance terry|teresa terry
tess
|theodore ted teddy|theresa terry|thomas tom tommy|timothy tim|valerie val|veronica ronnie|victor vic|victoria
vicky tori
|vincent vince|walter walt|josephine josie jo|wilhelmina mina|william bill will billy liam|zachary zach|francisco
paco pancho|guadalupe lupe
|manuel manny manolo|ignacio nacho|enrique quique|aleksandr sasha alexander|vladimir volodymyr""".replace("\n|", "|")
    .replace("\n", " ")
    .split("|")
)
HE_NAMES = _words(
    """aaron adam adrian alan albert alejandro alex alexander alfred ali andrés andrew anthony antonio arthur
    barack ben
    benjamin bernard bernie bill bob brad brandon brian bruce carl carlos charles chris christopher chuck claude craig
    daniel david dennis diego donald doug douglas ed edward emmanuel enrique eric ernest felipe fernando francis
    francisco
    frank frederick gary george gerald giovanni gordon greg gregory hans harold harry henry hugo ian ivan jack
    jacob jacques
    james jason javier jean jeff jeffrey jerry jim joe joel john jon jonathan jordan jorge josé jose joseph joshua
    juan
    justin keith ken kenneth kevin klaus kyle larry lawrence leo leonard louis lucas luigi luis luke manuel marc
    marco mario
    mark martin matt matthew max michael miguel mike mitch mohammed muhammad nathan nicholas nick nicolás nicolas
    olaf oliver
    oscar pablo patrick paul pedro peter phil philip pierre rafael ralph ray raymond ricardo richard rick rob
    robert roberto
    rodrigo roger ron ronald roy russell ryan samuel scott sean sebastian sergei sergio simon stefan stephen steve
    steven
    ted terrance thomas tim timothy todd tom tony victor vincent vladimir volodymyr walter wayne will william
    wolfgang"""
)
SHE_NAMES = _words(
    """abigail alice alison amanda amy andrea angela anita ann anna anne annie audrey barbara beatriz betty brenda
    camila
    carla carmen carol caroline catherine charlotte christina christine cindy claire claudia cristina cynthia dana
    deborah
    debbie denise diana diane dianne dolores donna dorothy elena eleanor elisabeth elise elizabeth ellen emily emma
    erica
    eva evelyn fatima fiona frances gabriela gina gloria grace greta hannah harriet heather heidi helen helena hillary
    ingrid irene isabel jacqueline jane janet janice jean jeanne jennifer jessica jill joan joanna judith judy
    julia julie karen karin karoline kate katherine kathleen kathryn kathy katie katrin kelly kimberly
    kirsten
    laura lauren leah lena leslie linda lisa lois lori louise lucia lucy luisa lydia madeleine maggie maria maría
    marie
    marina marion marta martha mary megan melania melissa mercedes mia michelle monica monique nadia nancy naomi
    natalie
    natasha nicole nina nora olga olivia pamela patricia patty paula petra rachel rebecca rita rosa rose ruth sabine
    samantha sandra sara sarah sharon sheila silvia simone sofia sonia sophia sophie stella stephanie susan susana
    suzanne sylvia tamara tania teresa theresa tina ursula valeria valerie vanessa vera veronica victoria violeta
    virginia
    vivian wendy yolanda yvonne"""
)
PARTICLES = _words("de del la las los da das do dos di van von der den ter bin ibn al el ben le du y e zu")
_SKIP_IN_ACRONYM = _words("of the and for on in to de del la le des du und et y e da do")


def fold(word: str) -> str:
    """Lower case without accents or dots: what names are compared by."""
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in plain if not unicodedata.combining(c) and c != ".")


@lru_cache(maxsize=4096)
def name_parts(name: str) -> tuple[str, ...]:
    """Folded words of a personal name without middle initials."""
    parts = tuple(fold(w) for w in name.replace("’", "'").split())
    if len(parts) > 2:
        parts = (parts[0], *(p for p in parts[1:-1] if len(p) > 1), parts[-1])
    return parts


def surname(name: str) -> str:
    """Folded last word of a personal name, a suffix such as Jr. kept with it."""
    parts = name_parts(name)
    if len(parts) > 1 and parts[-1] in ("jr", "sr", "ii", "iii", "iv"):
        return f"{parts[-2]} {parts[-1]}"
    return parts[-1] if parts else ""


def given_name(name: str) -> str | None:
    """Folded first word of a name of two words or more."""
    parts = name_parts(name)
    return parts[0] if len(parts) > 1 else None


def same_given(a: str, b: str) -> bool:
    """Whether two folded given names can be one person's: equal, initial, short form, or a shared beginning."""
    if a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    if any(a in forms and b in forms for forms in _FOLDED_FORMS):
        return True
    if (a in HE_NAMES and b in SHE_NAMES) or (a in SHE_NAMES and b in HE_NAMES):
        return False
    shared = 0
    while shared < min(len(a), len(b)) and a[shared] == b[shared]:
        shared += 1
    short = min(a, b, key=len)
    diminutive = short.endswith(("y", "ie", "i")) and shared >= len(short) - 2
    return shared >= 3 and (shared == len(short) or diminutive)


_FOLDED_FORMS = tuple(frozenset(fold(w) for w in forms) for forms in SHORT_FORMS)
_ACRONYM = re.compile(r"(?:[^\W\d_]\.?){2,6}")


def acronym(name: str) -> str | None:
    """The letters of an acronym, dotted or not (`D.E.F.` and `DEF` give `DEF`); None for another name."""
    bare = name.replace(".", "")
    if 2 <= len(bare) <= 6 and bare.isalpha() and bare.isupper() and _ACRONYM.fullmatch(name):
        return bare
    return None


def initials(name: str) -> str:
    """Initial letters of the capitalised words of a spelled-out name, small words left out."""
    words = re.split(r"[\s-]+", _without_nation(name))
    return "".join(w[0].upper() for w in words if w and w.lower() not in _SKIP_IN_ACRONYM)


def same_person(a: str, b: str) -> bool:
    """Whether two personal names can be one person's: surnames equal and given names compatible or left out."""
    if surname(a) != surname(b):
        return False
    given_a, given_b = given_name(a), given_name(b)
    return given_a is None or given_b is None or same_given(given_a, given_b)


def same_body(a: str, b: str) -> bool:
    """Whether two names are one body: equal but for case, dots and the article, or acronym and expansion."""
    a, b = _without_nation(a), _without_nation(b)
    x, y = (re.sub(r"^(?:the|la|le|el|die|der|das)\s+", "", fold(n)) for n in (a, b))
    if x == y:
        return True
    short_a, short_b = acronym(a), acronym(b)
    if short_a and short_b:
        return short_a == short_b
    if short_a:
        return len(short_a) > 1 and initials(b) == short_a
    return bool(short_b) and initials(a) == short_b


def _without_nation(name: str) -> str:
    first, _, rest = name.partition(" ")
    nation = fold(first) in ("us", "uk", "un", "eu") or first.lower() in NATIONALITIES
    return rest if nation and " " in rest else name


def gender_of(name: str, role: str | None = None) -> str:
    """Return he, she or nothing, from a courtesy title, the given name or a gendered office."""
    words = [w.lower() for w in name.split()]
    if words and COURTESY.get(words[0]):
        return COURTESY[words[0]]
    for word in (role or "").lower().split():
        if word in SHE_ROLES:
            return "she"
        if word in HE_ROLES:
            return "he"
    if len(words) > 1:
        he, she = words[0] in HE_NAMES, words[0] in SHE_NAMES
        if he != she:
            return "he" if he else "she"
    return ""
