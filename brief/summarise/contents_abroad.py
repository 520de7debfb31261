"""What is said in Spanish, French, German, Portuguese and Italian: where the content begins and ends."""

from __future__ import annotations

from brief.lexicon.languages import Language
from brief.summarise.phrases import Phrase, is_dash
from brief.summarise.phrases_abroad import opens_clause
from brief.summarise.reading import Reading

_NEAR = 14  # tokens from a verb to what opens its content
_REPORTED = frozenset("sei seien habe werde müsse solle könne wolle dürfe gebe bleibe gehe komme hätten".split())


def region(reading: Reading, i: int) -> Phrase:
    """All tokens of the quotation that token i stands in."""
    number = reading.quote[i]
    a, b = i, i + 1
    while a > 0 and reading.quote[a - 1] == number:
        a -= 1
    while b < len(reading.words) and reading.quote[b] == number:
        b += 1
    return Phrase(a, b)


def quotation_before(reading: Reading, start: int, low: int) -> Phrase | None:
    """The quotation that ends right before token `start`, in the sentence or, at its beginning, before it."""
    k = start - 1
    while k >= low and reading.quote[k] < 0 and (reading.lows[k] in (",", "-t-") or is_dash(reading, k)):
        k -= 1
    if k < 0 or reading.quote[k] < 0 or (k < low and reading.capital(start)):
        return None
    return region(reading, k)


def clause_before(reading: Reading, start: int, low: int, end: int, high: int) -> Phrase | None:
    """`..., dijo la ministra`: the unquoted clause before the comma, when little stands behind the speaker."""
    b = start - 1
    if b <= low or reading.lows[b] != ",":
        return None
    follows = end < high and reading.lows[end] in (":", "?")
    return None if follows else Phrase(low, b)


def content_after(reading: Reading, language: Language, p: int, high: int) -> Phrase | None:
    """What is said after a verb or its speaker: a that-clause, a quotation, German speech after a comma."""
    german = "dass" in language.that
    lows = reading.lows
    for k in range(p, min(high, p + _NEAR)):
        word = lows[k]
        if reading.quote[k] >= 0:
            return Phrase(k, region(reading, k).b) if word != "'" else None
        infinitive = word == "di" and k + 1 < high and lows[k + 1].endswith(("re", "rsi"))  # ricorda di avere
        if infinitive or opens_clause(language, word):
            return _unless_empty(to_end(reading, language, k, high))
        if word == ":":
            return _unless_empty(to_end(reading, language, k + 1, high))
        if word == "," and k + 1 < high:
            if opens_clause(language, lows[k + 1]):
                continue
            if reading.quote[k + 1] >= 0 or (german and k - p < 8):
                return _unless_empty(to_end(reading, language, k + 1, high))
        if word == ",":
            return _after_aside(reading, language, k + 1, high)
        if word in (";", ".", "?", "!"):
            return None
    return None


def _after_aside(reading: Reading, language: Language, p: int, high: int) -> Phrase | None:
    """`aseguró, en una entrevista, que no`: the clause behind a circumstance between commas."""
    for k in range(p, min(high - 1, p + _NEAR)):
        if reading.quote[k] >= 0 or reading.lows[k] in language.verbs:
            return None
        if reading.lows[k] == ",":
            opened = opens_clause(language, reading.lows[k + 1])
            return _unless_empty(to_end(reading, language, k + 1, high)) if opened else None
    return None


def _unless_empty(phrase: Phrase) -> Phrase | None:
    return phrase if phrase.b > phrase.a + 1 else None


def object_after(reading: Reading, language: Language, p: int, high: int) -> Phrase | None:
    """What is denied, promised or held against somebody: the rest of the clause after the verb."""
    return _unless_empty(to_end(reading, language, p, high)) if p < high and reading.wordlike(p) else None


def to_end(reading: Reading, language: Language | None, p: int, high: int, *, whole: bool = False) -> Phrase:
    """From token p to the end of the sentence, or to where the writer's own clause or another cue begins."""
    lows = reading.lows
    end = high
    if not whole and language is not None:
        for k in range(p + 2, high - 1):
            if reading.quote[k] >= 0 or reading.quote[k + 1] >= 0:
                continue
            after = lows[k + 1]
            if lows[k] == ";" or (lows[k] == "," and after in language.breaks):
                end = k
                break
            if (lows[k] in language.joins or lows[k] == ",") and _cue_next(reading, language, k + 1, high):
                end = k
                break
    if end > p and reading.quote[end - 1] >= 0:
        end = region(reading, end - 1).b
    while end > p and reading.quote[end - 1] < 0 and not reading.wordlike(end - 1):
        end -= 1
    return Phrase(p, max(end, p))


def _cue_next(reading: Reading, language: Language, k: int, high: int) -> bool:
    """Whether a reporting verb with content of its own stands at k, auxiliaries apart."""
    while k < high and reading.lows[k] in language.auxiliaries:
        k += 1
    if k + 1 >= high or reading.lows[k] not in language.verbs or reading.capital(k):
        return False
    return any(
        reading.quote[x] >= 0 or opens_clause(language, reading.lows[x]) or reading.lows[x] in ("di", "de")
        for x in range(k + 1, min(k + 4, high))
    )


def reported_on(reading: Reading, language: Language, low: int, high: int) -> bool:
    """Whether a German sentence goes on with what was said: its first verb stands in the subjunctive of report."""
    if "dass" not in language.that:
        return False
    for k in range(low, min(high, low + _NEAR)):
        if reading.quote[k] >= 0 or reading.lows[k] in ("ich", ","):
            return False
        if reading.lows[k] in _REPORTED:
            return True
    return False
