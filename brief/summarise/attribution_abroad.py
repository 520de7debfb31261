"""Attributions in Spanish, French, German, Portuguese and Italian: quotation marks and reporting verbs."""

from __future__ import annotations

from brief.lexicon.languages import Language
from brief.lexicon.names import OFFICES, PARTICLES
from brief.lexicon.reporting import Verb
from brief.summarise.found import Found
from brief.summarise.phrases import Phrase, is_dash
from brief.summarise.reading import Reading

_LONGEST = 12  # tokens of a source


def find_attributions_abroad(reading: Reading, language: Language) -> list[Found]:
    """Return the attributions of a text in one of the languages, in reading order of their cues."""
    founds: list[Found] = []
    for s in range(len(reading.sentences)):
        low, high = reading.first[s], reading.first[s + 1]
        before = len(founds)
        v = low
        while v < high:
            found = None
            if reading.quote[v] < 0:
                found = _according(reading, language, v, low, high) or _verb(reading, language, v, low, high)
            if found is not None:
                founds.append(found)
                v = max(v, found.cue.b - 1, *(p.b - 1 for p in found.pieces))
            v += 1
        if len(founds) == before and founds and reading.quote[low] >= 0 and _goes_on(reading, founds[-1], s):
            founds[-1].pieces.append(_region(reading, low))
    return founds


def _goes_on(reading: Reading, last: Found, s: int) -> bool:
    """Whether a quotation that begins sentence s goes on with the last speaker of the same paragraph."""
    place = reading.sentences
    end = max(p.b for p in last.pieces) - 1
    return last.quoted and place[reading.sentence[end]].paragraph == place[s].paragraph


def _region(reading: Reading, i: int) -> Phrase:
    """All tokens of the quotation that token i stands in."""
    region = reading.quote[i]
    a, b = i, i + 1
    while a > 0 and reading.quote[a - 1] == region:
        a -= 1
    while b < len(reading.words) and reading.quote[b] == region:
        b += 1
    return Phrase(a, b)


def _verb(reading: Reading, language: Language, v: int, low: int, high: int) -> Found | None:
    word, _, inverted = reading.lows[v].partition("-")  # dit-elle
    stance = language.verbs.get(word if inverted in language.pronouns else reading.lows[v])
    if stance is None or reading.capital(v):
        return None
    verb = Verb(reading.lows[v], "say", stance, "past")
    start = v
    while start > low and reading.lows[start - 1] in (
        "ha",
        "han",
        "a",
        "ont",
        "hat",
        "haben",
        "hanno",
        "no",
        "nicht",
        "non",
        "não",
    ):
        start -= 1
    if (
        start > low
        and reading.lows[start - 1] in language.articles
        and reading.lows[start] not in ("ha", "a", "ont", "hat")
    ):
        return None
    cue = Phrase(start, v + 1)
    clitic = v if inverted else v - 1 if reading.lows[v - 1].startswith("a-t-") else None  # a-t-elle ajouté
    if clitic is not None:
        start = min(start, clitic)
    left = _quotation_before(reading, start, low)
    after = Phrase(clitic, clitic + 1) if clitic is not None else _source_after(reading, language, v + 1, high)
    before = _source_before(reading, language, start, low)
    if left is not None:
        source = after or before
        pieces = [left]
        tail = source.b if source is not None and source.a > v else v + 1
        if tail + 1 < high and reading.lows[tail] == "," and reading.quote[tail + 1] >= 0:
            pieces.append(_region(reading, tail + 1))
        return Found(source, cue, pieces, verb, quoted=True)
    content = _content_after(reading, language, v + 1, high)
    if content is not None and before is not None:
        return _finish(reading, before, cue, content, verb)
    if after is not None and stance not in ("accuse", "ask"):
        content = _content_after(reading, language, after.b, high)
        if content is not None:
            return _finish(reading, after, cue, content, verb)
        clause = _clause_before(reading, start, low)
        if clause is not None:
            return _finish(reading, after, cue, clause, verb)
    return None


def _finish(reading: Reading, source: Phrase, cue: Phrase, content: Phrase, verb: Verb | None) -> Found:
    quoted = any(reading.quote[k] >= 0 for k in range(content.a, content.b))
    return Found(source, cue, [content], verb, quoted=quoted)


def _quotation_before(reading: Reading, start: int, low: int) -> Phrase | None:
    k = start - 1
    while k >= low and reading.quote[k] < 0 and (reading.lows[k] in (",", "t") or is_dash(reading, k)):
        k -= 1
    return _region(reading, k) if k >= low and reading.quote[k] >= 0 else None


def _clause_before(reading: Reading, start: int, low: int) -> Phrase | None:
    """`..., dijo la ministra`: the unquoted clause before the comma."""
    b = start - 1
    if b <= low + 1 or reading.lows[b] != ",":
        return None
    return Phrase(low, b)


def _source_after(reading: Reading, language: Language, p: int, high: int) -> Phrase | None:
    while p < high and (reading.lows[p] in ("-", "t") or reading.lows[p] == "nicht"):
        p += 1
    if p >= high or reading.quote[p] >= 0:
        return None
    if reading.lows[p].lstrip("-") in language.pronouns:
        return Phrase(p, p + 1)
    i = p
    while i < high and reading.lows[i] in language.articles:
        i += 1
    begin = i
    nouns_capital = "dass" in language.that
    while i < high and i - begin < _LONGEST and reading.wordlike(i) and reading.quote[i] < 0:
        word = reading.lows[i]
        if i > begin and not reading.capital(i) and (begin == p or (nouns_capital and reading.capital(i - 1))):
            joined = word in PARTICLES or word in language.articles
            if not (joined and i + 1 < high and reading.capital(i + 1)):
                break
        if word in language.that or word in language.verbs:
            break
        if word in language.stops and not (word in ("la", "el", "le") and i == begin):
            break
        i += 1
    if i == begin or not (begin > p or reading.capital(begin)):
        return None
    return Phrase(p, i)


def _source_before(reading: Reading, language: Language, start: int, low: int) -> Phrase | None:
    k = start - 1
    if k < low or reading.quote[k] >= 0:
        return None
    if reading.lows[k] in language.pronouns:
        return Phrase(k, k + 1)
    if reading.lows[k] == ",":  # an apposition: take what stands before it
        opening = next((x for x in range(k - 1, low, -1) if reading.lows[x] == ","), None)
        if opening is None or reading.quote[opening] >= 0:
            return None
        k = opening - 1
    end = k + 1
    while k >= low and reading.wordlike(k) and reading.quote[k] < 0 and end - k <= _LONGEST:
        if reading.lows[k] in language.that or reading.lows[k] in language.verbs:
            break
        k -= 1
    a = k + 1
    capital = next((x for x in range(a, end) if reading.capital(x)), None)
    articled = next((x for x in range(a, end) if reading.lows[x] in language.articles), None)
    starts = [x for x in (capital, articled) if x is not None]
    office = any(reading.lows[x] in OFFICES for x in range(a, end))
    if not starts and not office:
        return None
    return Phrase(min(starts) if starts else a, end)


def _content_after(reading: Reading, language: Language, p: int, high: int) -> Phrase | None:
    for k in range(p, min(high, p + 12)):
        word = reading.lows[k]
        if reading.quote[k] >= 0:
            return (
                Phrase(k, _region(reading, k).b)
                if k > p - 1 and (k == p or reading.lows[k - 1] in (":", ",", "que"))
                else None
            )
        if word in language.that or word == ":":
            return _to_end(reading, k + (word == ":"), high)
        if word == "," and k + 1 < high and reading.lows[k + 1] in language.that:
            continue
        if word == "," and k + 1 < high and (reading.quote[k + 1] >= 0 or (k == p and "dass" in language.that)):
            return _to_end(reading, k + 1, high)
        if word in (";", ".", ",", "?", "!"):
            return None
    return None


def _to_end(reading: Reading, p: int, high: int) -> Phrase | None:
    end = high
    if end > p and reading.quote[end - 1] >= 0:
        end = _region(reading, end - 1).b
    while end > p and reading.quote[end - 1] < 0 and not reading.wordlike(end - 1):
        end -= 1
    return Phrase(p, end) if end > p + 1 else None


def _according(reading: Reading, language: Language, v: int, low: int, high: int) -> Found | None:
    for words in language.according:
        if tuple(reading.lows[v : v + len(words)]) != words:
            continue
        p = v + len(words)
        if words[0] in ("pour", "per", "so") and not (v == low or reading.lows[v - 1] == ","):
            continue
        source = _source_after(reading, language, p, high)
        if source is None:
            continue
        if words[0] in ("pour", "per", "so") and not reading.capital(source.b - 1):
            continue
        cue = Phrase(v, p)
        if v - low > 3:
            b = v - 1 if reading.lows[v - 1] == "," else v
            return _finish(reading, source, cue, Phrase(low, b), None)
        comma = next((k for k in range(source.b, min(high, source.b + 12)) if reading.lows[k] == ","), None)
        begin = comma + 1 if comma is not None else source.b
        content = _to_end(reading, begin, high)
        return None if content is None else _finish(reading, source, cue, content, None)
    return None
