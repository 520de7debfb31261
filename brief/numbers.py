"""Written numbers: digits, words, scales, ranges, units and currencies, in English, Spanish, French and German.

Clock times and years are found too, but as kinds of their own: they count nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from brief.number_words import CARDINALS, CURRENCIES, FRACTIONS, MEASURES, QUALIFIERS, SCALES
from brief.schema import Qualifier

QuantityKind = Literal["count", "percent", "currency", "measure", "clock", "year"]

_DIGITS = r"\d{1,3}(?:[.,  ']\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_TOKEN = re.compile(rf"(?P<number>{_DIGITS})|(?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*)|(?P<sign>[€$£¥%])")
_CLOCK = re.compile(
    r"(?<![\d:.,])(?P<h>[01]?\d|2[0-4])(?:[:.](?P<m>[0-5]\d)|\s?[hH]\s?(?P<m2>[0-5]\d)?)?(?![\d:])"
    r"(?P<half>\s?(?:a\.m\.|p\.m\.|am\b|pm\b)|\s(?:Uhr|uhr|heures?|horas?|o['’]clock)\b)?"
)
_HALF_PAST = re.compile(r"\bhalf past (\w+)\b", re.IGNORECASE)
_CURRENCY_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_FUNCTION_WORDS = {
    "en": frozenset("the of and to in that was is for with said on from they which".split()),
    "es": frozenset("el los las que y del por con para una dijo se su según más".split()),
    "fr": frozenset("le les des et du que une dans pour est qui sur au avec selon".split()),
    "de": frozenset("der die das und ist nicht den von zu mit sich dem ein eine auf".split()),
}


class Quantity(NamedTuple):
    """A number as written: where it stands, what it is worth and in what unit.

    `low` and `high` are equal but for a range; for a clock time both are minutes after midnight. `end` includes the
    unit; `start` includes the qualifier. `low` and `high` are in base units for a measure of length or weight.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    kind: QuantityKind
    unit: str | None
    qualifier: Qualifier


def language_of(stated: str | None, text: str) -> str:
    """The language to read numbers and dates in: the stated one if known here, else the one whose small words occur."""
    if stated is not None and stated[:2] in _FUNCTION_WORDS:
        return stated[:2]
    words = re.findall(r"[^\W\d_]+", text[:4000].lower())
    counts = {lang: sum(w in small for w in words) for lang, small in _FUNCTION_WORDS.items()}
    return max(counts, key=lambda lang: counts[lang])


@lru_cache(maxsize=4096)
def find_quantities(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """Every written number of a text, in reading order; offsets in code points. Linear in the length of the text."""
    clocks = _clocks(text, language)
    tokens = _free(text, clocks)
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        step = _read(text, tokens, i, language)
        if step is None:
            i += 1
            continue
        quantity, i = step
        found.append(quantity)
    return tuple(sorted([*_joined(text, found), *clocks]))


def _free(text: str, clocks: list[Quantity]) -> list[re.Match[str]]:
    """Tokens outside the clock times."""
    free: list[re.Match[str]] = []
    ordered = sorted(clocks)
    k = 0
    for token in _TOKEN.finditer(text):
        while k < len(ordered) and ordered[k].end <= token.start():
            k += 1
        if k == len(ordered) or token.start() < ordered[k].start:
            free.append(token)
    return free


def _read(text: str, tokens: list[re.Match[str]], i: int, language: str) -> tuple[Quantity, int] | None:
    start_token = i
    currency = None
    if tokens[i].group("sign") in _CURRENCY_SIGNS:
        currency = _CURRENCY_SIGNS[tokens[i].group()]
        i += 1
        if i == len(tokens) or tokens[i].start() - tokens[i - 1].end() > 1:
            return None
    read = _value(text, tokens, i, language)
    if read is None:
        return None
    value, after, plain = read
    first = tokens[start_token]
    end = tokens[after - 1].end()
    kind: QuantityKind = "count"
    unit: str | None = None
    if currency:
        kind, unit = "currency", currency
    elif (
        after < len(tokens) and tokens[after].start() - end <= 2 and text[end : tokens[after].start()].strip(" -") == ""
    ):
        word = tokens[after].group().lower().removeprefix("d'").removeprefix("d’")
        two = word
        if after + 1 < len(tokens):
            two = f"{word} {tokens[after + 1].group().lower()}"
        if word in ("%", "percent", "prozent") or two in ("per cent", "por ciento", "pour cent"):
            kind, unit = "percent", "percent"
            after += 1 if word != "per" and word != "por" and word != "pour" else 2
        elif word in _CURRENCY_SIGNS or word in CURRENCIES:
            kind, unit = "currency", _CURRENCY_SIGNS.get(word) or CURRENCIES[word]
            after += 1
        elif two in MEASURES or word in MEASURES:
            name = two if two in MEASURES else word
            unit, factor = MEASURES[name]
            kind, value = "measure", value * factor
            after += 2 if name == two and two != word else 1
        end = tokens[after - 1].end()
    if kind == "count" and plain and Decimal(1500) <= value <= Decimal(2100):
        kind = "year"
    start, qualifier = _qualifier(text, first.start())
    return Quantity(start, end, value, value, kind, unit, qualifier), after


def _value(text: str, tokens: list[re.Match[str]], i: int, language: str) -> tuple[Decimal, int, bool] | None:
    """Value, index after it, and whether it is four plain digits (as a year is)."""
    token = tokens[i]
    if token.group("number"):
        if i and token.start() == tokens[i - 1].end() and tokens[i - 1].group("word"):
            return None
        value = _decimal(token.group(), language)
        value, after, scaled = _scaled(text, tokens, i + 1, value, language)
        return value, after, len(token.group()) == 4 and token.group().isdigit() and not scaled
    words = CARDINALS[language]
    total, after = Decimal(0), i
    current: Decimal | None = None
    scales = SCALES[language]
    while after < len(tokens):
        if after > i and text[tokens[after - 1].end() : tokens[after].start()].strip(" -"):
            break
        word = tokens[after].group().lower()
        if word in words and (
            current is None
            or (current >= 20 and current % 10 == 0 and words[word] < 10)
            or (current >= 100 and current % 100 == 0 and words[word] < 100)
        ):
            current = (current or Decimal(0)) + words[word]
        elif (
            word in scales
            and (
                current is not None
                or word in ("dozen", "hundred", "thousand", "cien", "mil", "cent", "mille", "hundert", "tausend")
            )
            and word[-1] != "s"
        ):
            scale = scales[word]
            if scale >= 1000:
                total, current = total + (current or Decimal(1)) * scale, None
            else:
                current = (current or Decimal(1)) * scale
        elif word in scales and current is not None:
            total, current = total + current * scales[word], None
        elif not (after > i and word in ("and", "y", "et", "und") and _goes_on(tokens, after, words)):
            break
        after += 1
    if after == i:
        return _fraction(tokens, i, language)
    if after == i + 1 and tokens[i].group().lower() in (
        "one",
        "a",
        "dozen",
        "hundred",
        "thousand",
        "mil",
        "cent",
        "mille",
    ):
        previous = tokens[i - 1].group().lower() if i else ""
        if previous not in ("a", "some", "half", "about", "only") and tokens[i].group().lower() not in ("mil", "cien"):
            return None
    return total + (current or Decimal(0)), after, False


def _goes_on(tokens: list[re.Match[str]], after: int, words: dict[str, Decimal]) -> bool:
    return (
        after + 1 < len(tokens)
        and tokens[after + 1].group().lower() in words
        and tokens[after - 1].group().lower() in ("hundred", "thousand", "treinta", "cuarenta", "cincuenta", "sesenta")
    )


def _fraction(tokens: list[re.Match[str]], i: int, language: str) -> tuple[Decimal, int, bool] | None:
    word = tokens[i].group().lower()
    if word in FRACTIONS[language]:
        return FRACTIONS[language][word], i + 1, False
    return None


def _scaled(text: str, tokens: list[re.Match[str]], i: int, value: Decimal, language: str) -> tuple[Decimal, int, bool]:
    scaled = False
    while i < len(tokens) and tokens[i].start() - tokens[i - 1].end() <= 1:
        word = tokens[i].group().lower()
        if word in ("m", "bn", "k", "tn") and tokens[i].start() == tokens[i - 1].end():
            value *= {"m": Decimal(10) ** 6, "bn": Decimal(10) ** 9, "k": Decimal(1000), "tn": Decimal(10) ** 12}[word]
        elif word in SCALES[language] and word not in ("dozen", "dozens"):
            value *= SCALES[language][word]
        else:
            break
        i, scaled = i + 1, True
    if scaled and i < len(tokens) and tokens[i].group().lower() == "de" and language in ("es", "fr"):
        i += 1
    return value, i, scaled


def _decimal(written: str, language: str) -> Decimal:
    grouped = re.fullmatch(r"\d{1,3}(?:([., \u202f\u00a0'])\d{3})+(?:[.,]\d{1,2})?", written)
    if grouped:
        mark = grouped.group(1)
        rest = written.replace(mark, "")
        comma = "," if language == "en" else "."
        single = written.count(mark) == 1 and mark in ",."
        if not (single and mark != comma and rest.isdigit() and mark == ("." if language == "en" else ",")):
            return Decimal(rest.replace(",", "."))
    return Decimal(written.replace(",", ".") if language != "en" or written.count(",") else written)


def _qualifier(text: str, start: int) -> tuple[int, Qualifier]:
    before = text[max(0, start - 24) : start]
    low = before.lower()
    for words, qualifier in QUALIFIERS:
        if low.endswith(words) and (len(low) == len(words) or not low[-len(words) - 1].isalnum()):
            return start - len(words), qualifier
    return start, "exact"


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Two numbers joined by a dash or by between-and as one range; others as they are."""
    out: list[Quantity] = []
    for q in found:
        last = out[-1] if out else None
        if (
            last is not None
            and last.kind in ("count", q.kind)
            and q.start >= last.end
            and q.kind not in ("year", "clock")
        ):
            gap = text[last.end : q.start]
            ahead = text[max(0, last.start - 8) : last.start].lower()
            between = gap.strip() in ("and", "y", "et") and ahead.endswith(("between ", "entre "))
            if (between or gap.strip() in ("-", "–", "to", "bis", "à")) and last.low < q.high:
                out[-1] = Quantity(last.start, q.end, last.low, q.high, q.kind, q.unit, "about")
                continue
        out.append(q)
    return out


def _clocks(text: str, language: str) -> list[Quantity]:
    found: list[Quantity] = []
    for m in _CLOCK.finditer(text):
        half = (m.group("half") or "").strip().lower()
        minutes = m.group("m") or m.group("m2")
        separator = text[m.end("h") : m.end("h") + 1]
        spoken_h = separator in ("h", "H") and language == "fr"
        if not (half or separator == ":" or spoken_h) or (separator == "." and not half):
            continue
        if minutes is None and separator in ("h", "H") and not spoken_h and not half:
            continue
        hour = int(m.group("h")) % 24
        if half.startswith("p") and hour < 12:
            hour += 12
        value = Decimal(hour * 60 + int(minutes or 0))
        end = m.end() if half else m.end("m") if m.group("m") else m.end("m2") if m.group("m2") else m.end("h") + 1
        found.append(Quantity(m.start(), end, value, value, "clock", None, "exact"))
    for m in _HALF_PAST.finditer(text):
        spoken = CARDINALS["en"].get(m.group(1).lower())
        if spoken is not None and spoken <= 12:
            after = text[m.end() : m.end() + 24].lower()
            hour = int(spoken) + (12 if ("evening" in after or "afternoon" in after) and spoken < 12 else 0)
            value = Decimal(hour * 60 + 30)
            found.append(Quantity(m.start(), m.end(), value, value, "clock", None, "exact"))
    return found
