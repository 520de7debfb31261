"""Who stands before and after a reporting verb in Spanish, French, German, Portuguese and Italian."""

from __future__ import annotations

from brief.lexicon.languages import Language
from brief.lexicon.names import PARTICLES
from brief.summarise.phrases import Phrase, is_dash
from brief.summarise.reading import Reading

_LONGEST = 14  # tokens of a source after its verb
_WINDOW = 60  # tokens before a verb in which its subject is looked for; bounds the work on hostile text
_ELIDED = ("l'", "un'", "dell'", "all'", "nell'", "dall'", "quell'", "d'")
_RELATIVES = frozenset(("que", "qui", "che", "quien", "quienes", "cui", "dont", "où", "cuyo", "cuya"))
_GERMAN_RELATIVES = frozenset(("der", "die", "das", "deren", "dessen", "den", "dem"))


def determines(language: Language, word: str) -> bool:
    """Whether a lower-case word can begin a noun phrase without being a name."""
    return word in language.articles or word in language.quantifiers or word.startswith(_ELIDED) or word[0].isdigit()


def opens_clause(language: Language, word: str) -> bool:
    """Whether a word begins reported speech: that, que, dass, che, qu'il."""
    return word in language.that or word.startswith(("qu'", "ch'"))


def source_after(reading: Reading, language: Language, p: int, high: int, *, bare: bool = False) -> Phrase | None:
    """The noun phrase, name or pronoun that begins at token p.

    `bare` takes a lower-case noun without an article too.
    """
    lows = reading.lows
    while p < high and not reading.wordlike(p) and lows[p] in ("-", "-t-"):
        p += 1
    if p >= high or reading.quote[p] >= 0 or not reading.wordlike(p):
        return None
    if lows[p] in language.pronouns:
        return Phrase(p, p + 1)
    known = determines(language, lows[p]) or reading.capital(p)
    if not known and (not bare or lows[p] in language.stops or lows[p] in language.auxiliaries):
        return None
    i = p
    while i < high and lows[i] in language.articles:
        i += 1
    begin = i
    plain = 0  # lower-case words since the last genitive
    while i < high and i - begin < _LONGEST and reading.wordlike(i) and reading.quote[i] < 0:
        word = lows[i]
        if opens_clause(language, word) or (word in language.verbs and i > begin and not reading.capital(i)):
            break
        genitive = word in language.genitives or word.startswith(("d'", "dell'")) or word in PARTICLES
        if i > begin and genitive:
            if word in language.joins or (word in ("y", "e") and not reading.capital(i - 1)):
                break
            plain = 0 if i + 1 < high and reading.wordlike(i + 1) else 9
        elif i > begin and lows[i - 1] in language.genitives and word in language.articles:
            pass
        elif i > begin and (word in language.stops or word in language.articles or word.endswith(("mente", "ment"))):
            break
        elif not reading.capital(i):
            after_name = i > begin and reading.capital(i - 1) and lows[i - 1] not in language.genitives
            if after_name:
                break
            plain += 1
            if plain > 3:
                break
        i += 1
    while i > begin and (lows[i - 1] in language.genitives or lows[i - 1] in language.articles):
        i -= 1
    if i == begin and not (begin > p and lows[p] in language.quantifiers):
        return None
    return Phrase(p, _with_name(reading, max(i, begin), high))


def _with_name(reading: Reading, end: int, high: int) -> int:
    """Step over `, Ramón Tejera` before a comma or the end: a name beside the phrase."""
    if end + 1 >= high or reading.lows[end] != "," or not reading.capital(end + 1):
        return end
    k = end + 1
    while k < high and reading.quote[k] < 0 and (reading.capital(k) or reading.lows[k] in PARTICLES) and k - end < 6:
        k += 1
    over = k >= high or (not reading.wordlike(k) and reading.lows[k] in (",", ".", ";"))
    return k if over and k - end > 2 else end


def source_before(reading: Reading, language: Language, start: int, low: int) -> Phrase | None:
    """The subject of the verb group that begins at token `start`, over appositions and relative clauses."""
    lows = reading.lows
    low = max(low, start - _WINDOW)
    k = start - 1
    if k < low or reading.quote[k] >= 0:
        return None
    if lows[k] in language.pronouns:
        return Phrase(k, k + 1)
    a = k
    while a > low and reading.quote[a - 1] < 0 and lows[a - 1] not in (";", ":") and not is_dash(reading, a - 1):
        a -= 1
    commas = [x for x in range(a, k + 1) if lows[x] == ","]
    bounds = [a, *(x + 1 for x in commas)]
    ends = [*commas, k + 1]
    pieces = [Phrase(x, y) for x, y in zip(bounds, ends, strict=True)]
    if lows[k] != ",":
        piece = pieces[-1]
        return None if _relative(reading, language, piece) else _noun_phrase(reading, language, piece)
    pieces = [p for p in pieces if p.b > p.a]
    for number in range(len(pieces) - 2, -1, -1):
        piece = pieces[number]
        if _relative(reading, language, piece):
            continue
        phrase = _noun_phrase(reading, language, piece)
        if phrase is not None and phrase.b == piece.b:
            following = pieces[number + 1]
            begins = reading.capital(following.a) or determines(language, lows[following.a])
            named = begins and not (_relative(reading, language, following) or _verbal(reading, language, following))
            return Phrase(phrase.a, following.b if named else phrase.b)
    return None


def _relative(reading: Reading, language: Language, piece: Phrase) -> bool:
    """Whether a piece between commas is a relative clause (in German after a comma only)."""
    word = reading.lows[piece.a]
    german = "dass" in language.that
    after_comma = piece.a > 0 and reading.lows[piece.a - 1] == ","
    if word in (_GERMAN_RELATIVES if german else _RELATIVES):
        return after_comma and (not german or not reading.capital(piece.b - 1))
    return False


def _verbal(reading: Reading, language: Language, piece: Phrase) -> bool:
    return any(reading.lows[k] in language.verbs and not reading.capital(k) for k in range(piece.a, piece.b))


def _noun_phrase(reading: Reading, language: Language, piece: Phrase) -> Phrase | None:
    """The noun phrase that ends a piece; what stands before it (a place, a time) is left out."""
    lows = reading.lows
    a = piece.a
    for k in range(piece.b - 1, piece.a - 1, -1):
        if opens_clause(language, lows[k]) and not (k > piece.a and reading.wordlike(k - 1)):
            return None
        if lows[k] in language.verbs and not reading.capital(k) and lows[k - 1] not in language.articles:
            a = k + 1
            break
        if not reading.wordlike(k) and lows[k] not in ("(", ")", "'", "-"):
            a = k + 1
            break
    if a < piece.b and (lows[a] in language.joins or lows[a] in language.breaks or lows[a] == "wie"):
        a += 1
    relative = next((k for k in range(a + 1, piece.b) if lows[k] in _RELATIVES), None)
    end = relative if relative is not None else piece.b
    circumstance = a < end and lows[a] in language.stops and not determines(language, lows[a])
    skip = a + 2 if circumstance else a
    for k in range(skip, end):
        word = lows[k]
        before = lows[k - 1] if k > a else ""
        inside = before in language.genitives or (before in language.stops and not determines(language, before))
        if word in language.stops and not determines(language, word):
            continue
        if (determines(language, word) or reading.capital(k)) and not (circumstance and (inside or k == a)):
            if circumstance and (before in language.articles or (reading.capital(k) and reading.capital(k - 1))):
                continue
            return Phrase(k, end)
    return None
