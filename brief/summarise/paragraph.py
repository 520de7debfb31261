"""Attributions within one paragraph: reporting verbs, the clauses around them, and who is their subject."""

from __future__ import annotations

from brief.lexicon.function_words import DETERMINERS, OBJECT_PRONOUNS, PREPOSITIONS, RELATIVES, is_adverb
from brief.lexicon.reporting import OPENER_NEEDED, SPEECH_PLACES, VERBS, WEAK_VERBS, Verb
from brief.summarise.clauses import (
    asks_for_anonymity,
    clause_closes,
    clause_end,
    clause_over,
    closing_comma,
    goes_on,
    is_clause,
    next_quotation,
    opener,
    past_aside,
    skip_circumstances,
    spoken_for,
)
from brief.summarise.found import Found
from brief.summarise.joining import join_quotations
from brief.summarise.markers import according_to, colon, quoted_as
from brief.summarise.phrases import (
    Group,
    Phrase,
    group_before,
    is_dash,
    phrase_after,
    subject_before,
    verb_like,
)
from brief.summarise.reading import Reading
from brief.summarise.sources import (
    after_dateline,
    by_follows,
    can_speak,
    clause_low,
    cue_of,
    finished,
    is_agent,
    is_headline,
    is_plural,
    is_singular,
    main_subject,
    open_relative,
    takes_object,
)

_NEAR = 60  # tokens from the speaker to where the content goes on
_CIRCUMSTANCE = frozenset(("when", "as", "while", "after", "before", "speaking", "standing", "adding", "referring"))


def _weak(verb: Verb) -> bool:
    return verb.frame in ("attitude", "object") or verb.base in WEAK_VERBS


class Paragraph:
    """The sentences `first` up to `last` (exclusive, from 0) of one paragraph."""

    def __init__(self, reading: Reading, first: int, last: int, before: Found | None) -> None:
        self.reading = reading
        self.first = first
        self.last = last
        self.low = reading.first[first]
        self.high = reading.first[last]
        self.before = before
        self.found: list[Found] = []
        self.claimed: set[int] = set()

    def attributions(self) -> list[Found]:
        """Return the attributions of the paragraph in order."""
        for s in range(self.first, self.last):
            self._sentence(s)
        join_quotations(
            reading=self.reading,
            low=self.low,
            high=self.high,
            found=self.found,
            claimed=self.claimed,
            before=self.before,
        )
        return self.found

    def _sentence(self, s: int) -> None:
        reading = self.reading
        low, high = reading.first[s], reading.first[s + 1]
        if s == self.first:
            low = after_dateline(reading, low, high)
        done = low  # where the last attribution of this sentence ended
        current: Found | None = None
        v = low
        while v < high:
            if reading.quote[v] >= 0 or (current is not None and any(p.a <= v < p.b for p in current.pieces)):
                v += 1  # words of a quotation or of what somebody else is said to say
                continue
            word = reading.lows[v]
            new: Found | None = None
            if word == ":" and current is None:
                new = colon(self, v, low, high)
            elif word == "according" and v + 1 < high and reading.lows[v + 1] == "to":
                new = according_to(self, v, low, high, done)
            elif word in VERBS:
                new = self._verb(v, low, high, done, current)
            if new is not None:
                self.found.append(new)
                current = new
                done = max(done, new.cue.b, *(p.b for p in new.pieces if p.b <= new.cue.a or p.a < v))
            v += 1

    def _verb(self, v: int, low: int, high: int, done: int, current: Found | None) -> Found | None:
        reading, lows = self.reading, self.reading.lows
        verb = VERBS[lows[v]]
        if verb.base in ("quote", "cite") and any(
            lows[k] == "as" and lows[k + 1].endswith("ing") for k in range(v + 1, min(v + 16, high - 1))
        ):
            return None
        if asks_for_anonymity(reading, v, high):
            return None
        before = lows[v - 1] if v > low else ""
        if v > low and reading.capital(v) and not is_headline(reading, low, high):
            return None
        if before == "as" and verb.form == "ing":
            return quoted_as(self, v, low, high)
        if verb.form != "ing" and (
            before in DETERMINERS or before == "'s" or (before in PREPOSITIONS and before != "to")
        ):
            return None
        group = group_before(reading, v, max(low, done) if done <= v else low)
        if group.passive:
            return None
        if verb.form == "ing" and not group.be and group.catenative is None:
            return self._participle(v, low, high, current, verb, group)
        if before == "to" and group.catenative is None:
            quoted = any(reading.quote[k] >= 0 for k in range(v + 1, min(v + 3, high)))
            return self._participle(v, low, high, current, verb, group) if quoted and verb.frame == "say" else None
        if verb.form in ("third", "base") and verb.frame != "say" and not takes_object(reading, v + 1, high):
            return None
        inverted = self._inverted(v, low, high, done, verb, group)
        if inverted is not None:
            return inverted
        source = self._subject(group, low, current, verb)
        if source is None or (source.a > low and lows[source.a - 1] == "if"):
            return None
        if verb.form in ("past", "participle") and not group.auxiliary and by_follows(reading, v + 1, high):
            return None
        if _weak(verb) and not is_agent(reading, source):
            return None
        if verb.form in ("third", "base") and v + 1 < high and reading.quote[v + 1] < 0 and verb_like(reading, v + 1):
            return None
        bare = not group.auxiliary and group.catenative is None
        if bare and verb.form == "base" and not is_plural(reading, source):
            return None
        if bare and verb.form == "third" and not is_singular(reading, source, low):
            return None
        if verb.frame in ("say", "tell", "attitude"):
            preceding = self._preceding(v, source, group, verb, low, high, done)
            if preceding is not None:
                return preceding
        return self.following(v, cue_of(reading, group, v), source, verb, group, high)

    def _participle(self, v: int, low: int, high: int, current: Found | None, verb: Verb, group: Group) -> Found | None:
        """`..., saying that`, `by calling it`: the speaker is the subject of the clause before."""
        reading = self.reading
        k = group.start - 1
        before = reading.lows[k] if k >= low else ","
        if verb.frame == "attitude" or before in DETERMINERS or before == "'s":
            return None
        joined = before in ("and", "or", "while") or before in PREPOSITIONS or not (k >= low and reading.wordlike(k))
        if joined or before in SPEECH_PLACES:
            source = (open_relative(reading, low, k) if joined else None) or self._speaker_so_far(current, low)
            source = source or main_subject(reading, low, k if joined else k - 1)
            if source is None and not joined:
                source = subject_before(reading, group.start, clause_low(reading, group.start, low))
        elif verb.frame == "say":
            source = subject_before(reading, group.start, clause_low(reading, group.start, low))
            if source is not None and not is_agent(reading, source):
                return None
        else:
            return None
        if source is None or (_weak(verb) and not is_agent(reading, source)):
            return None
        return self.following(v, Phrase(v, v + 1), source, verb, group, high)

    def _speaker_so_far(self, current: Found | None, low: int) -> Phrase | None:
        """The last source of this sentence that is no relative; a relative's clause is over."""
        if current is None:
            return None
        for found in reversed(self.found):
            if found.cue.a < low:
                return None
            if found.source is not None and self.reading.lows[found.source.a] not in RELATIVES:
                return found.source
        return None

    def _subject(self, group: Group, low: int, current: Found | None, verb: Verb) -> Phrase | None:
        reading = self.reading
        k = group.start - 1
        if k < low:
            return None
        word = reading.lows[k]
        if verb.form == "base" and word in ("and", "or") and not group.auxiliary:
            return None
        if word in ("and", "but", "then") or (word == "," and group.start - 2 >= low and reading.lows[k - 1] == "and"):
            if current is not None and current.source is not None and reading.lows[current.source.a] in RELATIVES:
                return current.source
            relative = open_relative(reading, low, k)
            if relative is not None:
                return relative
            return self._speaker_so_far(current, low) or main_subject(reading, low, k)
        return subject_before(reading, group.start, clause_low(reading, group.start, low))

    def _inverted(self, v: int, low: int, high: int, done: int, verb: Verb, group: Group) -> Found | None:
        """`..., said the minister`."""
        reading = self.reading
        if verb.frame not in ("say", "tell") or verb.form not in ("past", "third", "participle") or group.start < v - 1:
            return None
        start = group.start
        if start <= low:
            return None
        k = start - 1
        after_quote = reading.quote[k] >= 0 or (reading.lows[k] == "," and k - 1 >= low and reading.quote[k - 1] >= 0)
        if not after_quote and reading.lows[k] != "," and not is_dash(reading, k):
            return None
        end = phrase_after(reading, v + 1, high)
        if end == v + 1 or reading.lows[v + 1] in OBJECT_PRONOUNS:
            return None
        if not after_quote and not clause_closes(reading, end, high):
            return None
        if not after_quote and verb.frame != "say":
            return None
        source = Phrase(v + 1, end)
        if not can_speak(reading, source):
            return None
        left = self.left_piece(start, low, done)
        if left is None:
            return None
        found = Found(source, Phrase(start, v + 1), [left], verb, group.negated, quoted=reading.quote[left.b - 1] >= 0)
        self._continue(found, end, high)
        return found

    def claim(self, a: int, b: int) -> bool:
        """Mark the quotations within the tokens as given to a speaker; tell whether there is one."""
        regions = {region for region in self.reading.quote[a:b] if region >= 0}
        self.claimed |= regions
        return bool(regions)

    def left_piece(self, end: int, low: int, done: int) -> Phrase | None:
        """The content that stands before token `end`, back to the last attribution of the sentence."""
        reading = self.reading
        b = end
        while b > low and reading.quote[b - 1] < 0 and not reading.wordlike(b - 1):
            b -= 1
        a = max(low, done)
        if b <= a:
            return None
        region = reading.quote[b - 1]
        if region >= 0:
            r = b - 1
            while r > self.low and reading.quote[r - 1] == region:
                r -= 1
            lead = [k for k in range(a, r) if reading.wordlike(k)] if r > a else []
            if len(lead) <= 1 or reading.lows[lead[-1]] in ("but", "and", "still", "yet"):
                a = r
            self.claimed.add(region)
            self.claim(a, r)
        else:
            while a < b and not reading.wordlike(a):
                a += 1
            if sum(reading.wordlike(k) for k in range(a, b)) < 2:
                return None
        return Phrase(a, b)

    def _preceding(
        self, v: int, source: Phrase, group: Group, verb: Verb, low: int, high: int, done: int
    ) -> Found | None:
        """`..., the minister said`: content first, nothing but circumstances after the verb."""
        reading = self.reading
        k = source.a - 1
        if k >= self.low and k == low - 1 and self._exclaimed(k):
            return self._after_exclamation(v, source, group, verb, k, high)
        if k < low or done > source.a:
            return None
        quoted = reading.quote[k] >= 0 or (reading.lows[k] == "," and k > low and reading.quote[k - 1] >= 0)
        if not quoted and reading.lows[k] not in (",", "?", "!") and not is_dash(reading, k):
            return None
        p = skip_circumstances(reading, v + 1, high, verb)
        if not clause_over(reading, p, high) and not (
            p < high
            and (
                reading.lows[p] in _CIRCUMSTANCE
                or (quoted and reading.quote[p] < 0 and reading.lows[p] not in ("that", ":"))
            )
        ):
            return None
        if quoted and reading.quote[k] >= 0 and finished(reading, k) and reading.capital(source.a):
            return None
        left = self.left_piece(source.a, low, done)
        if left is None:
            return None
        whole = quoted or is_clause(reading, left)
        if not whole and not (p < high and reading.lows[p] == ","):
            return None
        found = Found(source, cue_of(reading, group, v), [left], verb, group.negated, group.catenative, quoted)
        self._continue(found, p, high, always=not whole)
        if not whole and len(found.pieces) == 1:
            return None
        return found

    def _exclaimed(self, k: int) -> bool:
        """Whether token k closes a quotation that ends with ? or ! and has no speaker yet."""
        reading = self.reading
        return reading.quote[k] >= 0 and reading.quote[k] not in self.claimed and reading.words[k - 1] in ("!", "?")

    def _after_exclamation(self, v: int, source: Phrase, group: Group, verb: Verb, k: int, high: int) -> Found | None:
        """`"Why?" The mayor asked.`: the quotation's mark ended its sentence before the speaker is named."""
        reading = self.reading
        p = skip_circumstances(reading, v + 1, high, verb)
        if not clause_over(reading, p, high):
            return None
        a = k
        while a > self.low and reading.quote[a - 1] == reading.quote[k]:
            a -= 1
        self.claim(a, k + 1)
        found = Found(
            source, cue_of(reading, group, v), [Phrase(a, k + 1)], verb, group.negated, group.catenative, quoted=True
        )
        self._continue(found, p, high)
        return found

    def _continue(self, found: Found, p: int, high: int, *, always: bool = False) -> None:
        """Add what follows the speaker in the same sentence: `, "and that is all."` or `, and it will stay.`"""
        reading = self.reading
        if found.quoted:
            p = next_quotation(reading, p, high)
        limit = min(high, p + _NEAR)
        while p < limit and reading.quote[p] < 0 and reading.lows[p] not in (",", ":") and not is_dash(reading, p):
            if reading.lows[p] in VERBS and reading.lows[p - 1] in RELATIVES:
                return
            p += 1
        if p + 1 >= high or p == limit:
            return
        nxt = p + 1 if reading.quote[p] < 0 else p
        if reading.quote[nxt] >= 0:
            region = reading.quote[nxt]
            end = nxt
            while end < self.high and reading.quote[end] == region:
                end += 1
            found.pieces.append(Phrase(nxt, end))
            found.quoted = True
            self.claimed.add(region)
        elif not found.quoted and reading.lows[p] == "," and (always or goes_on(reading, nxt)):
            end = clause_end(reading, nxt, high, self.high)
            if end > nxt + 2:
                found.pieces.append(Phrase(nxt, end))
                found.quoted = self.claim(nxt, end) or found.quoted

    def following(self, v: int, cue: Phrase, source: Phrase, verb: Verb, group: Group, high: int) -> Found | None:
        """The attribution whose content follows the verb at v, or None when nothing that can be said does."""
        reading, lows = self.reading, self.reading.lows
        found = Found(source, cue, [], verb, group.negated, group.catenative)
        p = v + 1
        if verb.frame in ("say", "tell"):
            begin = opener(reading, p, high, verb)
            if begin is None and verb.base in OPENER_NEEDED and not group.negated:
                return None
            if begin is not None or not group.negated:
                p = begin or skip_circumstances(reading, p, high, verb)
        else:
            while p < high and is_adverb(lows[p]):
                p += 1
            if p < high and lows[p] in ("for", "on", "about", "against", "at", "with", "of", "in", "to"):
                p += lows[p] != "to"
        if p < high and lows[p] in (",", ":") and reading.quote[p] < 0:
            if lows[p] == ":" and p + 1 >= high:
                found.pending = True
                self.found.append(found)
                return None
            aside = None if verb.frame not in ("say", "tell") else past_aside(reading, p, high)
            if p + 1 < high and (reading.quote[p + 1] >= 0 or lows[p] == ":"):
                p += 1
            elif aside is not None:
                p = aside
            elif lows[source.a - 1 if source.a else 0] == "as":
                p += 1
            else:
                return None
        if p < high and reading.quote[p] >= 0 and spoken_for(reading, p, high):
            return None
        if p >= high or (reading.quote[p] < 0 and not reading.wordlike(p) and lows[p] not in "$#@"):
            return None
        end = clause_end(reading, p, high, self.high, closing_comma(reading, source, cue))
        if end <= p or (end < p + 2 and reading.quote[p] < 0):
            return None
        found.quoted = self.claim(p, end)
        found.pieces.append(Phrase(p, end))
        return found
