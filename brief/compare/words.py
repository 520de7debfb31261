"""Word stems and classes of near-synonyms: what two passages are said to have in common."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.number_words import CARDINALS, FUNCTION_WORDS

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ACRONYM = re.compile(r"\b(?:[A-Z]\.){2,}")
_POSSESSIVE = re.compile(r"['’]s?$")
_ELISION = re.compile(r"^(?:l|d|qu|n|s|c|j|m)['’]")
_SUFFIXES = tuple(
    """izations isations ization isation amientos amiento aciones ationen ations ements ungen ación ation ingly
    ement ments iones ition ness ment ings ions ados idos adas idas aron ieron aban aient ando iendo ung ing
    ion ado ido ada ida ers ies ied est ten ées és ée ait ant ent aba ará irá ed er es en em ly al os as te ó
    é s e a o y n""".split()
)

_GROUPS = """
agreement agreements deal deals accord accords pact pacts treaty treaties arrangement understanding acuerdo
    acuerdos convenio abkommen vereinbarung;
die died dies dead death deaths killed kill fatal fatality fatalities victims toll muertos muerto muertas
    fallecidos morts mort tués tote toten getötet starben;
injured hurt wounded wound injuries injury heridos herido blessés verletzt verletzte;
arrested arrest detained detain detention custody captured capture apprehended jailed held detenido detenidos
    arrêté festgenommen verhaftet;
fire fires blaze burning flames incendio incendie brand feuer;
shot shoot fired gunfire shots;
paid pay pays settled settle payment payments paying money compensation compensate pagó pagar payé bezahlt
    zahlte;
invoice invoices bill bills debt;
warned warning warnings warn alert alerts alarm alarms;
closed close shut closes closure cerrado fermé geschlossen gesperrt;
strike walkout stoppage huelga grève streik;
signed sign signing signature initialled initials initial initialed;
attack assault raid raids ataque attaque angriff;
bought purchase purchased buy;
sold sell selling sale sales;
rise rose risen increase increased raise raised raises;
cut cuts reduce reduced lowered lower lowers reduction reductions;
people persons person men women passengers residents personas personnes menschen personen;
marchers demonstrators protesters march marched rally protest manifestantes marcha marcharon manifestation
    manifestants demonstranten;
house houses home homes dwellings;
company firm operator;
drone aircraft plane;
leak leaked spill spilled vertidos vierte vierta vertió;
workers staff employees jobs trabajadores salariés beschäftigte mitarbeiter;
nurses midwives;
resign resigned resignation quit;
approve approved approval authorised authorized authorisation authorization;
refuse refused refusal reject rejected rejects;
begin began begun start started starts begins;
end ended ends over;
order ordered orders;
build built building;
test tests tested trial trials;
vaccine vaccines vaccination doses dose;
hospital hospitals clinic;
police officers officer policía polizei;
minister ministry;
government cabinet gobierno gouvernement regierung;
court judge judges ruling;
school schools pupils;
flood flooded flooding floods;
evacuated evacuees evacuation;
cause caused causes reason;
damage damaged;
visitors visitor fans supporters;
attended attendance turnout assistance asistencia;
license licence permit permits permiso licences;
ship ferry vessel boat;
train trains;
cost costs price;
find found discovered;
steal stolen theft thieves stole;
lock locked;
withdraw withdrew withdrawn recall recalled;
launch launched rocket;
outage blackout outages power;
"""
_NAMES = frozenset(w for table in CARDINALS.values() for w in table)
TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december today yesterday tomorrow week weeks month months year years day days hour hours
    minute minutes morning evening night afternoon noon midnight lunes martes miércoles jueves viernes sábado
    domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lundi mardi
    mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
    novembre décembre montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz juni juli
    oktober dezember uhr tag tage jahr jahre woche monat año años semana mes día días an ans jour jours semaine
    mois heures horas time times ago later earlier first last next early late spring summer autumn winter""".split()
)
_COMMON = frozenset(
    """say says said told tell tells added add according called call calls spoke speak asked ask asks reported report
    reports announced statement spokesman spokeswoman spokesperson agency newspaper reporters told one two three
    thing things something anything nothing nobody none no-one much many few little very well way place part
    whole side good bad new old own case matter fact number numbers percent per cent number people's mr mrs ms
    dr dijo afirmó según declaró aseguró explicó señaló indicó informó dit selon déclaré affirmé sagte erklärte
    laut make made makes take took taken takes give gave given get got go went gone come came put set see saw
    seen know known knew want wanted think thought keep kept let left leave still even never ever always again
    back away around also however whether how why what when where who which whose hay han sido ser estar nada
    nadie nunca alle alles nichts niemand immer rien personne jamais toujours tout tous toute todas todos todo
    every everything everyone whoever anyone anybody somebody someone without within nor neither either both
    only just about nearly almost around some roughly least more less worth value total reach reached stand
    stood stands está están steht hat liegt took held hold governor deputy mayor president premier chief
    director chairman chairwoman secretary leader professor regional national local senior former spokesperson
    head prime state alcalde alcaldesa consejero consejera portavoz presidente presidenta director directora
    jefe jefa maire préfet présidente directeur directrice porte-parole bürgermeister bürgermeisterin sprecher
    sprecherin chef chefin vorstand präsident präsidentin leiter leiterin""".split()
)


def _folded(word: str) -> str:
    return _POSSESSIVE.sub("", _ELISION.sub("", word.lower()))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A crude stem shared by the inflections of one word: one suffix off, at least four letters kept."""
    plain = _folded(word)
    if plain in _CLASS:
        return _CLASS[plain]
    for suffix in _SUFFIXES:
        if plain.endswith(suffix) and len(plain) - len(suffix) >= 4:
            short = plain[: -len(suffix)]
            return _CLASS.get(short, short)
    return plain


_CLASS = {word: f"={group.split()[0]}" for group in _GROUPS.split(";") for word in group.split()}


def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry meaning, in reading order: no function, number, time or reporting words."""
    stems: list[str] = [m.group().replace(".", "").lower() for m in _ACRONYM.finditer(text)]
    for m in WORD.finditer(text):
        word = _folded(m.group())
        if len(word) < 3 or word in FUNCTION_WORDS or word in _NAMES or word in _COMMON:
            continue
        if word in TIME_WORDS and word not in ("march", "mars"):
            continue
        if word == "march" and m.group()[0].isupper():
            continue
        stems.append(stem(word))
    return tuple(stems)


def plain_topic(text: str, shared: frozenset[str], most: int = 4) -> str:
    """The words of `text` whose stems are shared, in reading order: what two passages are about."""
    words: list[str] = []
    seen: set[str] = set()
    for m in WORD.finditer(text):
        s = stem(m.group())
        if s in shared and s not in seen:
            seen.add(s)
            words.append(m.group() if m.group().isupper() else _folded(m.group()))
    return ", ".join(words[:most])
