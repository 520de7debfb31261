"""Names of months, weekdays, seasons and relative days that brief.dates reads, in four languages."""

from __future__ import annotations


def _table(rows: str, first: int = 1) -> dict[str, int]:
    return {
        word: first + i
        for row in rows.strip().splitlines()
        for i, words in enumerate(row.split())
        for word in words.split("/")
    }


MONTHS = _table(
    """january/jan february/feb march april/apr may june/jun july/jul august/aug september/sept/sep october/oct \
november/nov december/dec
enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
januar/jänner februar märz april mai juni juli august september oktober november dezember"""
)
WEEKDAYS = _table(
    """monday tuesday wednesday thursday friday saturday sunday
lunes martes miércoles jueves viernes sábado domingo
lundi mardi mercredi jeudi vendredi samedi dimanche
montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag
montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend
montagmorgen dienstagmorgen mittwochmorgen donnerstagmorgen freitagmorgen samstagmorgen sonntagmorgen
montagnacht dienstagnacht mittwochnacht donnerstagnacht freitagnacht samstagnacht sonntagnacht
mondays tuesdays wednesdays thursdays fridays saturdays sundays""",
    first=0,
)
SEASONS = {
    "spring": 3, "summer": 6, "autumn": 9, "winter": 12, "primavera": 3, "verano": 6, "otoño": 9, "invierno": 12,
    "printemps": 3, "été": 6, "automne": 9, "hiver": 12, "frühjahr": 3, "frühling": 3, "sommer": 6, "herbst": 9,
}  # fmt: skip
RELATIVE: dict[str, tuple[str, int]] = {
    words: (unit, step)
    for unit, step, listed in (
        ("day", 0, "today|tonight|this morning|this afternoon|this evening|earlier in the day|hoy|esta mañana|"
                   "esta noche|aujourd'hui|aujourd’hui|ce matin|ce soir|heute"),
        ("day", -1, "yesterday|last night|overnight|ayer|anoche|hier|gestern"),
        ("day", 1, "tomorrow|mañana|demain|morgen"),
        ("week", -1, "last week|la semana pasada|la semaine dernière|letzte woche|vergangene woche|letzter woche|"
                     "vergangener woche|der vergangenen woche|der letzten woche"),
        ("week", 0, "earlier this week|later this week|this week|esta semana|cette semaine|diese woche|dieser woche"),
        ("week", 1, "next week|la próxima semana|la semaine prochaine|nächste woche|kommende woche|nächster woche"),
        ("month", -1, "last month|el mes pasado|le mois dernier|letzten monat|vergangenen monat"),
        ("month", 0, "this month|este mes|ce mois-ci|diesen monat"),
        ("month", 1, "next month|el próximo mes|le mois prochain|nächsten monat|kommenden monat"),
        ("year", -1, "last year|el año pasado|l'an dernier|l’an dernier|l'année dernière|letztes jahr|voriges jahr|"
                     "vergangenes jahr|im vorjahr|vergangenen jahr|letzten jahr"),
        ("year", 0, "this year|este año|cette année|dieses jahr|in diesem jahr"),
        ("year", 1, "next year|el próximo año|l'an prochain|l’an prochain|nächstes jahr|nächsten jahr|kommenden jahr"),
    )
    for words in listed.split("|")
}  # fmt: skip
UNITS = {
    word: unit
    for unit, words in {
        "day": "day days día días jour jours tag tage tagen",
        "week": "week weeks semana semanas semaine semaines woche wochen",
        "month": "month months mes meses mois monat monate monaten",
        "year": "year years año años an ans année années jahr jahre jahren",
    }.items()
    for word in words.split()
}
AGO = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "une": 1, "deux": 2,
    "trois": 3, "quatre": 4, "cinq": 5, "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
}  # fmt: skip
FUTURE = tuple(
    (
        "will|shall|won't|due|is to|are to|plans to|plan to|expected to|expects|scheduled|set to|about to|going to|"
        "intends to|hopes to|to be shown|would|is planned|are planned|anunciará|será|serán|se celebrará|prevé|previsto|"
        "prevista|va a|van a|tendrá|habrá|tomarán|wird|werden|soll|sollen|geplant|doit|doivent|devrait|devra|prévu|"
        "prévue|sera|seront|aura"
    ).split("|")
)
