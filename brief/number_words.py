"""Number words, scales, units and currencies that brief.numbers reads."""

from __future__ import annotations

from decimal import Decimal

from brief.schema import Qualifier


def _numbered(words: str, first: int = 0) -> dict[str, Decimal]:
    return {w: Decimal(first + i) for i, w in enumerate(words.split())}


def _english() -> dict[str, Decimal]:
    ones = _numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen"
    )
    tens = {
        w: Decimal(10 * (i + 2)) for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
    }
    joined = {f"{t}-{o}": tens[t] + v for t in tens for o, v in ones.items() if 0 < v < 10}
    return ones | tens | joined


def _spanish() -> dict[str, Decimal]:
    ones = _numbered(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
        "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis "
        "veintisiete veintiocho veintinueve treinta",
        2,
    )
    tens = {
        w: Decimal(10 * (i + 4)) for i, w in enumerate("cuarenta cincuenta sesenta setenta ochenta noventa".split())
    }
    hundreds = {
        w: Decimal(100 * (i + 2))
        for i, w in enumerate(
            "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()
        )
    }
    return ones | tens | hundreds


def _french() -> dict[str, Decimal]:
    ones = _numbered(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
        "dix-neuf vingt",
        2,
    )
    tens = {
        "trente": Decimal(30),
        "quarante": Decimal(40),
        "cinquante": Decimal(50),
        "soixante": Decimal(60),
        "soixante-dix": Decimal(70),
        "quatre-vingts": Decimal(80),
        "quatre-vingt": Decimal(80),
        "quatre-vingt-dix": Decimal(90),
    }
    joined = {
        f"{t}-{o}": tv + ov
        for t, tv in {**tens, "vingt": Decimal(20)}.items()
        for o, ov in ones.items()
        if ov < 10 or (t in ("soixante", "quatre-vingt") and 10 <= ov < 20)
    }
    return ones | tens | joined


def _german() -> dict[str, Decimal]:
    ones = _numbered(
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
        "achtzehn neunzehn",
        2,
    )
    tens = {
        w: Decimal(10 * (i + 2))
        for i, w in enumerate("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split())
    }
    units = {"ein": Decimal(1), **{w: v for w, v in ones.items() if v < 10}}
    joined = {f"{u}und{t}": tv + uv for t, tv in tens.items() for u, uv in units.items()}
    hundreds = {f"{u}hundert": uv * 100 for u, uv in units.items()}
    thousands = {f"{u}tausend": uv * 1000 for u, uv in {**units, **ones, **tens}.items()}
    return ones | tens | joined | hundreds | thousands


CARDINALS: dict[str, dict[str, Decimal]] = {
    "en": _english(),
    "es": _spanish(),
    "fr": _french(),
    "de": _german(),
}
_K, _M, _B = Decimal(1000), Decimal(10) ** 6, Decimal(10) ** 9
SCALES: dict[str, dict[str, Decimal]] = {
    "en": {
        "hundred": Decimal(100),
        "thousand": _K,
        "million": _M,
        "millions": _M,
        "billion": _B,
        "billions": _B,
        "trillion": Decimal(10) ** 12,
        "dozen": Decimal(12),
    },
    "es": {"cien": Decimal(100), "ciento": Decimal(100), "mil": _K, "millón": _M, "millones": _M},
    "fr": {
        "cent": Decimal(100),
        "cents": Decimal(100),
        "mille": _K,
        "million": _M,
        "millions": _M,
        "milliard": _B,
        "milliards": _B,
    },
    "de": {"hundert": Decimal(100), "tausend": _K, "million": _M, "millionen": _M, "milliarde": _B, "milliarden": _B},
}
FRACTIONS: dict[str, dict[str, Decimal]] = {"en": {"half": Decimal("0.5")}, "es": {}, "fr": {}, "de": {}}

_QUALIFIERS: tuple[tuple[Qualifier, str], ...] = (
    (
        "at_least",
        "at least|more than|over|no fewer than|no less than|upwards of|above|más de|al menos|por lo menos|"
        "plus de|au moins|mehr als|mindestens|über",
    ),
    (
        "at_most",
        "at most|fewer than|less than|under|up to|no more than|below|menos de|hasta|como máximo|moins de|"
        "au plus|jusqu'à|weniger als|höchstens|bis zu|unter",
    ),
    (
        "about",
        "about|around|some|roughly|nearly|almost|approximately|an estimated|estimated|close to|unos|unas|"
        "cerca de|alrededor de|casi|environ|près de|quelque|presque|etwa|rund|ungefähr|knapp|fast|circa|gut|"
        "about a",
    ),
)
QUALIFIERS: tuple[tuple[str, Qualifier], ...] = tuple(
    (f"{words} ", qualifier) for qualifier, listed in _QUALIFIERS for words in listed.split("|")
)

CURRENCIES: dict[str, str] = {
    word: code
    for code, words in {
        "USD": "dollar dollars dólares usd",
        "EUR": "euro euros eur",
        "GBP": "pound sterling gbp",
        "JPY": "yen",
        "CHF": "franc francs franken francos",
        "pesos": "peso pesos",
        "crowns": "crown crowns kronen coronas couronnes krona kroner",
        "florins": "florin florins florines gulden",
        "talers": "taler talers thaler thalers",
        "marks": "marks",
        "rubles": "ruble rubles roubles rublos",
        "rupees": "rupee rupees",
        "dinars": "dinar dinars dinares",
        "lira": "lira liras",
    }.items()
    for word in words.split()
}

MEASURES: dict[str, tuple[str, Decimal]] = {
    word: (unit, Decimal(factor))
    for unit, factor, words in (
        (
            "m",
            "1000",
            "kilometre|kilometres|kilometer|kilometers|km|kilómetro|kilómetros|kilomètre|kilomètres|kilometern",
        ),
        ("m", "1609.344", "mile|miles|millas|meilen"),
        ("m", "1852", "nautical miles|nautical mile|seemeilen"),
        ("m", "1", "metre|metres|meter|meters|metros|mètres|metern"),
        ("m", "0.3048", "feet|foot|ft"),
        ("m", "0.01", "centimetres|centimeters|cm|zentimeter"),
        ("kg", "1", "kilogram|kilograms|kilo|kilos|kg|kilogramm|kilogrammes|kilogramos"),
        ("kg", "0.45359237", "pounds|lb|lbs|libras"),
        ("kg", "1000", "tonne|tonnes|toneladas|tonnen|tons"),
        ("m2", "10000", "hectare|hectares|hectáreas|hektar"),
        ("m2", "4046.856", "acre|acres"),
        ("m2", "1000000", "square kilometres|square kilometers"),
        ("l", "1", "litre|litres|liter|liters|litros"),
        ("l", "3.785412", "gallon|gallons"),
        ("hours", "1", "hour|hours|horas|heures|stunden"),
        ("hours", "24", "day|days|días|jours|tage|tagen"),
        ("hours", "168", "week|weeks|semanas|semaines|wochen"),
        ("hours", "0.0166667", "minute|minutes|minutos|minuten"),
        ("months", "1", "month|months|meses|mois|monate|monaten"),
        ("months", "12", "year|years|años|ans|jahre|jahren"),
        ("degrees", "1", "degrees|degrees celsius|grados|degrés|grad"),
        ("degrees F", "1", "degrees fahrenheit"),
        ("MW", "1", "megawatt|megawatts|mw"),
    )
    for word in words.split("|")
}

FUNCTION_WORDS = frozenset(
    """a an the and or but nor of in on at by for from to with without into onto over under after before during until
    since about against between through as than that this these those which who whom whose what when where while
    if because so not no is are was were be been being has have had do does did will would shall should can
    could may might must it its they them their he him his she her we us our i my you your there here also only
    just more less most some any all both each every other another had said says told according still already
    yet now then out up down off per said el la los las lo un una unos unas y o pero de del al en con sin por
    para según sobre entre hasta desde que quien cuyo cuando donde si no es son fue fueron ser sido ha han había
    está están se su sus más menos muy ya también como este esta esto le les des du au aux et ou mais dans sur
    sous avec sans pour par selon entre depuis jusque qui dont où quand ne pas est sont était étaient être été a
    ont avait il elle ils elles on nous vous leur leurs plus moins ce cet cette ces son sa ses der die das den
    dem des ein eine einen einem einer eines und oder aber von vom zu zum zur im am an auf aus bei mit nach vor
    über unter für gegen ohne durch bis seit als wie dass daß wenn weil ob nicht kein keine ist sind war waren
    sein gewesen hat haben hatte wird werden wurde wurden es er sie wir ihr ihre sich auch nur noch schon mehr
    weniger""".split()
)
