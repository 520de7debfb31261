"""Names of months, weekdays, seasons and spans of time: for running text in four languages, for headers in more.

A header's words may be shorter and of more languages (`HEADER_...`), because a year or "ago" stands beside them.
"""

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
ORDINALS = {
    word: day
    for day, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
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
        "prevista|va a|van a|tendrá|habrá|tomarán|wird|werden|werde|soll|sollen|geplant|doit|doivent|devrait|devra|"
        "prévu|prévue|sera|seront|aura"
    ).split("|")
)
HEADER_MONTHS = MONTHS | _table(
    """januari/januar/janeiro/gennaio/janv/jän/ene/gen februari/fevereiro/febbraio/fevrier/fév/févr/fevr maart/março/\
marzo/marts/mrz/mär/mar abril/aprile/avr/abr mei/maio/maggio/maj/mag junho/giugno/giu julho/luglio/juil/lug \
augustus/augusti/agosto/aout/ago setembro/settembre oktober/outubro/ottobre/okt/out/ott novembro \
dezembro/dicembre/desember/decembre/dez/déc/dic/des
января февраля марта апреля мая июня июля августа сентября октября ноября декабря"""
)
HEADER_WEEKDAYS = WEEKDAYS | _table(
    """lunedì martedì mercoledì giovedì venerdì sabato domenica
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
segunda terça quarta quinta sexta sábado domingo
måndag tisdag onsdag torsdag fredag lördag söndag
mandag tirsdag onsdag torsdag fredag lørdag søndag
понедельник вторник среда четверг пятница суббота воскресенье""",
    first=0,
)
HEADER_DAYS = {
    word: -back
    for back, words in enumerate(
        (
            "today hoy heute aujourd'hui aujourd’hui oggi hoje vandaag idag сегодня 今日 今天 오늘",
            "yesterday ayer gestern hier ieri ontem gisteren igår вчера 昨日 昨天 어제",
        )
    )
    for word in words.split()
}
HEADER_UNITS = {
    word: unit
    for unit, words in {
        "minute": "second seconds minute minutes min mins sekunde sekunden minuten minuto minutos minuti minuut "
        "minutter минут минуты минуту 分 分钟 分鐘 분",
        "hour": "hour hours hr hrs h stunde stunden heure heures hora horas ora ore uur uren timme timmar timer час "
        "часа часов 時間 小时 小時 시간",
        "day": "day days d tag tagen jour jours día días dia dias giorno giorni dag dagen dagar dage dager день дня "
        "дней 日 天 일",
        "week": "week weeks woche wochen semaine semaines semana semanas settimana settimane weken vecka veckor uge "
        "uger недели неделю недель 週間 周 週 주",
        "month": "month months monat monaten mois mes meses mese mesi maand maanden månad månader måned måneder месяц "
        "месяца месяцев か月 ヶ月 个月 個月 개월",
        "year": "year years jahr jahren año años ano anos anno jaar år года лет 年 년",
    }.items()
    for word in words.split()
}
HEADER_NUMBERS = AGO | {
    "um": 1, "uma": 1, "uno": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "dois": 2, "duas": 2, "três": 3,
    "een": 1, "twee": 2, "drie": 3, "vijf": 5, "en": 1, "ett": 1, "två": 2, "to": 2, "fyra": 4, "fem": 5,
}  # fmt: skip
AGO_BEFORE = (("hace",), ("vor",), ("há",), ("il", "y", "a"), ("for",), ("för",))
AGO_AFTER = frozenset("ago fa geleden sedan siden назад atrás 前 전".split())
