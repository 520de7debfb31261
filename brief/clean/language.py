"""Which language a text is in: function words for languages that share a script, the script for others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_FUNCTION_WORDS = {
    "en": "the of and to in a is that for it on with was as by at from his her they be have this which are not an but "
    "has had were their been would who said will after about when more than its we you he she",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er "
    "hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis",
    "fr": "le la les de des du et en un une est que qui dans pour pas sur au par plus ce il se ne avec son sont sa aux "
    "cette ont mais ou comme a été ses nous elle leur vous ces était fait à l d",
    "es": "el la los las de del y en un una es que por con para se no su al lo como más pero sus le ha este esta entre "
    "ya son fue también hasta desde sobre ser si está cuando muy sin hay han",
    "pt": "o a os as de do da dos das e em um uma é que por com para se não no na ao mais como mas foi ele seu sua ou "
    "nos já também pelo pela até isso são à está quando muito há",
    "it": "il lo la i gli le di del della dei delle e in un una è che per con non si da al alla più come sono ma anche "
    "nel nella dal ha questo questa hanno suo sua ai tra ed anni",
    "nl": "de het een en van in is dat op te zijn voor met die niet aan er om ook als door maar bij hij naar dan nog "
    "wordt heeft uit wat werd tot ze worden over hebben meer of deze geen",
    "sv": "och att det i en som på är av för den med till inte har de ett om han men var jag från vi så kan när år "
    "under också efter eller nu sig där vid mot ska skulle",
    "da": "og at det i en som på er af for den med til ikke har de et om han men var jeg fra vi så kan når år efter "
    "eller nu sig der ved mod skal også blev",
    "no": "og at det i en som på er av for den med til ikke har de et om han men var jeg fra vi så kan når år etter "
    "eller nå seg der ved mot skal også ble",
    "fi": "ja on ei se että oli hän mutta ovat joka kun myös niin kuin tai sekä vain ole mukaan jo nyt sen olla jos",
    "pl": "i w na z do nie się to że jest o jak ale po za od przez dla są tym tego był co ze oraz może już ich przed",
    "cs": "a v na se je že s z do o k to i za by ve pro po jako ale jsou od která který jeho byl při také které",
    "hu": "a az és hogy nem is egy meg ez csak már volt de vagy mint azt el ki még lesz szerint majd",
    "ro": "și de în la a cu pe nu o un care să din este că mai pentru au fost se prin sunt dar după lui ce",
    "tr": "ve bir bu da de için ile çok olarak daha ne gibi olan var en kadar sonra ama olduğu o ki ise",
    "id": "yang dan di ini itu dengan untuk dari tidak dalam akan pada juga ke ada oleh telah saat adalah karena",
    "vi": "và của là có cho không được trong với các người những một để đã này khi đến từ ở",
}
_BY_WORD: dict[str, tuple[str, ...]] = {}
for _code, _words in _FUNCTION_WORDS.items():
    for _word in _words.split():
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), _code)
FUNCTION_WORDS = frozenset(_BY_WORD)

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_NARROWER = {
    "ru": (("uk", re.compile("[іїєґІЇЄҐ]")), ("sr", re.compile("[јљњћђЈЉЊЋЂ]"))),
    "ar": (("fa", re.compile("[پچژگ]")),),
}
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 6_000


def find_language(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None where its words do not show it."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return None
    for code, script in () if sample.isascii() else _SCRIPTS:
        count = len(script.findall(sample))
        if count > (0.1 if code == "ja" else 0.4) * letters:
            for narrower, marks in _NARROWER.get(code, ()):
                if len(marks.findall(sample)) > 0.01 * letters:
                    return narrower
            return code
    return language_of_words(_WORD.findall(sample.lower()))


def language_of_words(words: Iterable[str]) -> str | None:
    """Return the language whose function words fill at least an eighth of the (lower-case) words, else None."""
    tally = Counter(words)
    total = tally.total()
    counts: Counter[str] = Counter()
    for word in FUNCTION_WORDS.intersection(tally):
        for code in _BY_WORD[word]:
            counts[code] += tally[word]
    if not counts:
        return None
    (best, hits), *rest = counts.most_common(2)
    if hits < max(2, total / 8) or (rest and rest[0][1] == hits):
        return None
    return best
