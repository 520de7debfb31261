"""Attributions in Spanish, French, German, Portuguese and Italian: quotation marks and reporting verbs."""

from __future__ import annotations

from brief.lexicon.languages import Language
from brief.lexicon.reporting import Verb
from brief.summarise.contents_abroad import (
    clause_before,
    content_after,
    object_after,
    quotation_before,
    region,
    reported_on,
    to_end,
)
from brief.summarise.found import Found
from brief.summarise.phrases import Phrase, is_dash
from brief.summarise.phrases_abroad import determines, opens_clause, source_after, source_before
from brief.summarise.reading import Reading

_FAR = 14  # tokens from a German auxiliary to its participle, from a source to where its quotation goes on
_GUARDED = frozenset(("pour", "per", "para", "so"))  # mean `according to` only at a clause's edge and before a name
_TOLD = 8  # tokens from a verb over the one spoken to
_PLACES = frozenset(("in", "bei", "beim", "im", "aus", "vom", "von"))


def find_attributions_abroad(reading: Reading, language: Language) -> list[Found]:
    """Return the attributions of a text in one of the languages, in reading order of their cues."""
    founds: list[Found] = []
    for s in range(len(reading.sentences)):
        low, high = reading.first[s], reading.first[s + 1]
        before = len(founds)
        last = founds[-1] if founds and _same_paragraph(reading, founds[-1], s) else None
        v = done = low  # `done`: where the last attribution of this sentence ended
        while v < high:
            found = None
            if reading.quote[v] < 0:
                found = _according(reading, language, v, done, high) or _verb(reading, language, v, done, high, last)
            if found is not None:
                founds.append(found)
                last = found
                v = max(v, found.cue.b - 1, *(p.b - 1 for p in found.pieces))
                done = min(v + 1, high)
            v += 1
        if len(founds) > before or low == high:
            continue
        begin = low + (is_dash(reading, low) and low + 1 < high)
        marked = _marked(reading, language, low, high)
        if marked is not None:
            founds.append(marked)
        elif last is not None and last.quoted and reading.quote[begin] >= 0:
            if last.pieces[-1].b <= begin:
                last.pieces.append(region(reading, begin))
        elif last is not None and reported_on(reading, language, low, high):
            last.pieces.append(Phrase(low, to_end(reading, language, low, high, whole=True).b))
    return founds


def _same_paragraph(reading: Reading, last: Found, s: int) -> bool:
    place = reading.sentences
    return place[reading.sentence[last.cue.a]].paragraph == place[s].paragraph


def _group_start(reading: Reading, language: Language, v: int, low: int) -> int:
    """Where the verb group that ends at v begins: its auxiliaries, clitics, negation and adverbs."""
    start = v
    while start > low and reading.quote[start - 1] < 0:
        word = reading.lows[start - 1]
        if not (word in language.auxiliaries or word in ("-t-", "-") or _adverb(word)):
            if word in language.pronouns and start - 2 >= low and reading.lows[start - 2] in ("-t-", "-"):
                start -= 1  # a-t-elle ajouté
                continue
            break
        start -= 1
    if "dass" in language.that and start == v:
        for k in range(v - 1, max(low, v - _FAR), -1):
            if reading.lows[k] in (",", ":") or reading.quote[k] >= 0:
                break
            if reading.lows[k] in ("hat", "haben", "hatte", "hatten"):
                return k
    return start


def _adverb(word: str) -> bool:
    return len(word) > 7 and word.endswith(("mente", "ment"))


def _enclitic(reading: Reading, language: Language, start: int, v: int, high: int) -> Phrase | None:
    """The pronoun of `a-t-elle ajouté` and `dit-il`."""
    for k in range(start + 1, min(v + 3, high)):
        if reading.lows[k] in language.pronouns and reading.lows[k - 1] in ("-t-", "-"):
            return Phrase(k, k + 1)
    return None


def _verb(reading: Reading, language: Language, v: int, low: int, high: int, last: Found | None) -> Found | None:
    lows = reading.lows
    stance = language.verbs.get(lows[v])
    start = _group_start(reading, language, v, low)
    left = quotation_before(reading, start, low)
    if stance is None:
        after = _unknown_cue(reading, language, v, high) if left is not None and start == v else None
        if left is None or after is None or left.b - left.a < 4:
            return None
        return _with_quotation(reading, left, after, Phrase(v, after.a), None, high)
    if reading.capital(v) and v > low:
        return None
    if v + 1 < high and lows[v + 1] in ("hat", "haben", "hatte", "hatten"):
        return None  # the end of a subordinate clause: was sie versprochen hatte
    if start > low and start == v and (lows[v - 1] in language.articles or lows[v - 1] in language.genitives):
        return None
    if lows[v] in ("wies", "weist", "wiesen") and "zurück" in lows[v + 1 : min(high, v + _FAR)]:
        stance = "deny"
    verb = Verb(lows[v], "say", stance, "past")
    cue = Phrase(start, v + 1)
    after = _enclitic(reading, language, start, v, high) or _source_of(reading, language, v, high)
    if left is not None:
        source = after or source_before(reading, language, start, low) or _earlier(last)
        source = source or _subject_of_sentence_before(reading, language, left.a)
        return _with_quotation(reading, left, source, cue, verb, high)
    joined = start > low and lows[start - 1] in language.joins
    before = _earlier(last) if joined else source_before(reading, language, start, low)
    if before is None and start == low and after is None:
        before = _earlier(last)
    content = content_after(reading, language, v + 1, high) if before is not None else None
    if before is not None and content is None and stance in ("accuse", "deny", "promise", "demand"):
        content = object_after(reading, language, v + 1, high)
    if before is not None and content is not None:
        return _finish(reading, before, cue, content, verb, high)
    if after is not None and stance != "accuse":
        clause = clause_before(reading, start, low, after.b, high)
        content = None if clause is not None else content_after(reading, language, after.b, high)
        if content is not None or clause is not None:
            return _finish(reading, after, cue, clause or content or cue, verb, high)
    last_word = v + 1 >= high or not reading.wordlike(v + 1)
    if before is not None and last_word and before.a > low + 1 and lows[before.a - 1] == ",":
        clause = clause_before(reading, before.a, low, v + 1, high)
        if clause is not None:
            return _finish(reading, before, cue, clause, verb, high)
    return None


def _earlier(last: Found | None) -> Phrase | None:
    return None if last is None else last.source


def _subject_of_sentence_before(reading: Reading, language: Language, i: int) -> Phrase | None:
    """`Ortuño llegó tarde. «Nadie me avisó», dijo.`: who is at the beginning of the paragraph's sentence before."""
    s = reading.sentence[i]
    if s == 0 or reading.sentences[s - 1].paragraph != reading.sentences[s].paragraph:
        return None
    low, high = reading.first[s - 1], reading.first[s]
    word = reading.lows[low]
    circumstance = word in language.stops and not determines(language, word)
    return None if circumstance else source_after(reading, language, low, high)


def _source_of(reading: Reading, language: Language, v: int, high: int) -> Phrase | None:
    """Who stands after the verb at v; after German `hieß es` the place where it was said."""
    p = v + 1
    if p < high and reading.lows[v] in ("hieß", "heißt") and reading.lows[p] == "es":
        named = p + 2 < high and reading.lows[p + 1] in _PLACES
        return source_after(reading, language, p + 2, high, bare=True) if named else None
    while p < high and reading.lows[p] in ("nicht", "no", "também", "anche", "auch", "también"):
        p += 1
    found = source_after(reading, language, p, high)
    if found is not None or p >= high or not reading.wordlike(p) or reading.lows[p] not in language.stops:
        return found
    for k in range(p + 2, min(high, p + _TOLD)):  # declaró a la radio local el presidente
        before = reading.lows[k - 1]
        if not reading.wordlike(k) or opens_clause(language, reading.lows[k]):
            return None
        if reading.lows[k] in language.articles and not (
            before in language.stops or before in language.articles or before in language.genitives
        ):
            return source_after(reading, language, k, high)
    return None


def _unknown_cue(reading: Reading, language: Language, v: int, high: int) -> Phrase | None:
    """After a quotation: who speaks by a verb that no list holds, `taglia corto la ministra`."""
    lows = reading.lows
    if not reading.wordlike(v) or reading.capital(v) or lows[v] in language.stops or determines(language, lows[v]):
        return None
    if lows[v] in language.joins or lows[v] in language.breaks or lows[v] in language.pronouns or lows[v][0].isdigit():
        return None
    for p in range(v + 1, min(v + 3, high)):
        if reading.capital(p) or lows[p] in language.articles:
            found = source_after(reading, language, p, high)
            return found if found is not None and lows[p - 1] not in language.genitives else None
        if not reading.wordlike(p) or lows[p] in language.stops or lows[p] in language.genitives:
            return None
    return None


def _with_quotation(
    reading: Reading, left: Phrase, source: Phrase | None, cue: Phrase, verb: Verb | None, high: int
) -> Found:
    """`«A», dijo X, dueña de un bar, «B».`"""
    pieces = [left]
    tail = max(source.b if source is not None else 0, cue.b)
    for k in range(tail, min(high, tail + _FAR)):
        if reading.quote[k] >= 0:
            if reading.lows[k - 1] in (",", ":") or is_dash(reading, k - 1):
                pieces.append(region(reading, k))
            break
        if not reading.wordlike(k) and reading.lows[k] not in (",", ":") and not is_dash(reading, k):
            break
    return Found(source, cue, pieces, verb, quoted=True)


def _finish(reading: Reading, source: Phrase, cue: Phrase, content: Phrase, verb: Verb | None, high: int) -> Found:
    quoted = any(reading.quote[k] >= 0 for k in range(content.a, content.b))
    found = Found(source, cue, [content], verb, quoted=quoted)
    tail = max(source.b, cue.b)
    if content.b <= cue.a and tail + 1 < high and reading.lows[tail] == "," and source.a >= cue.b - 1:
        rest = to_end(reading, None, tail + 1, high)
        if rest.b > rest.a + 2 and cue.a - content.a < 4:  # Il faudrait, estime-t-il, deux hivers
            found.pieces.append(rest)
    return found


def _according(reading: Reading, language: Language, v: int, low: int, high: int) -> Found | None:
    lows = reading.lows
    if lows[v] == "zufolge" and v > low + 1 and "dass" in language.that:  # einem Bericht zufolge
        source = source_before(reading, language, v, max(low, v - _TOLD))
        rest = to_end(reading, None, v + 1, high)
        if source is not None and source.a == low and rest.b > rest.a + 1:
            return _finish(reading, source, Phrase(v, v + 1), rest, None, high)
    for words in language.according:
        if lows[v] != words[0] or tuple(lows[v : v + len(words)]) != words:
            continue
        p = v + len(words)
        opening = v == low or lows[v - 1] == ","
        if words[0] in _GUARDED and not opening:
            continue
        if words == ("wie",) and not (v > low and opening and high - p < _FAR and lows[high - 2] in language.verbs):
            continue
        verbal = p < high and lows[p] in language.verbs  # según calculan los técnicos
        if words[-1] in ("der", "des"):
            p -= 1
        source = source_after(reading, language, p + verbal, high, bare=True)
        if source is None:
            continue
        if (
            words[0] in _GUARDED
            and words[0] != "so"
            and not (lows[source.b] == "," if v == low and source.b < high else reading.capital(source.b - 1))
        ):
            continue
        if words[0] == "so" and not (v > low and (source.b >= high - 1 or lows[source.b] == ",")):
            continue
        cue = Phrase(v, max(p, v + 1))
        if v - low > 3:
            left = quotation_before(reading, v, low)
            if left is not None and left.a > low + 1:
                left = None  # the quotation is only the end of what is said
            content = left if left is not None else Phrase(low, v - 1 if lows[v - 1] == "," else v)
            if source.b < high and lows[source.b] != "," and reading.wordlike(source.b) and left is None:
                rest = to_end(reading, None, source.b, high)
                found = _finish(reading, source, cue, content, None, high)
                if "dass" in language.that and rest.b > rest.a:
                    found.pieces.append(rest)
                return found
            return _finish(reading, source, cue, content, None, high)
        comma = next((k for k in range(source.b, min(high, source.b + 12)) if lows[k] == ","), None)
        begin = comma + 1 if comma is not None and "dass" not in language.that else source.b
        content = to_end(reading, None, begin, high)
        if content.b > content.a + 1:
            return Found(source, cue, [content], None, quoted=any(q >= 0 for q in reading.quote[content.a : content.b]))
    return None


def _marked(reading: Reading, language: Language, low: int, high: int) -> Found | None:
    """`The mayor justified it so: "..."`: a colon and a quotation after a clause without a reporting verb."""
    for k in range(low + 2, high - 1):
        if reading.quote[k] >= 0:
            return None
        if reading.lows[k] == ":" and reading.quote[k + 1] >= 0:
            source = source_after(reading, language, low, k)
            if source is None or source.b >= k + 1 or reading.lows[low] in language.stops - language.articles:
                return None
            return Found(source, Phrase(k, k + 1), [region(reading, k + 1)], None, quoted=True)
    return None
