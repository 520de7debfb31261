"""Actors of one article: who each source is, whether named, described, a pronoun or a relative."""

from __future__ import annotations

from collections.abc import Sequence

from brief.lexicon.function_words import DETERMINERS, PERSONAL, PREPOSITIONS, RELATIVES
from brief.lexicon.languages import Language
from brief.lexicon.names import OFFICES
from brief.lexicon.reporting import DOCUMENT_HEADS, GROUP_HEADS, ISSUED, UNNAMED_HEADS
from brief.schema import Actor, ActorKind
from brief.summarise.actors_abroad import head_end_abroad, kind_abroad
from brief.summarise.cast import Cast, Member, fuller, worth_naming
from brief.summarise.found import Found
from brief.summarise.mentions import is_place
from brief.summarise.phrases import Phrase, is_dash, phrase_start
from brief.summarise.reading import Reading

_NEAR = 4  # sentences back in which a pronoun's person is looked for
_PRONOUNS = {
    **dict.fromkeys(("he", "él", "il", "er", "ele", "lui", "egli"), "he"),
    **dict.fromkeys(("she", "ella", "elle", "sie", "ela", "lei"), "she"),
}
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their"))


def find_actors(
    reading: Reading, founds: Sequence[Found], language: Language | None = None
) -> tuple[tuple[Actor, ...], list[str | None]]:
    """Return the actors of an article and, for each attribution, the id of the actor its source stands for.

    A source that can't be told is None; an unnamed source is an actor of its own at each mention, never merged.
    `language` is that of a text which is not English.
    """
    resolver = _Resolver(reading, language)
    speakers = [resolver.speaker(found) for found in founds]
    listed = [m for m in resolver.members() if worth_naming(m)]
    listed.sort(key=lambda m: m.mentions[0].a if m.mentions else 0)
    ids = {id(m): f"p{n}" for n, m in enumerate(listed, start=1)}
    actors = tuple(_actor(reading, m, ids[id(m)]) for m in listed)
    return actors, [None if m is None else ids[id(m)] for m in speakers]


def _actor(reading: Reading, member: Member, name_id: str) -> Actor:
    name = member.names[0]
    for other in member.names[1:]:
        name = fuller(name, other)
    spans = tuple(reading.span(p.a, p.b) for p in sorted(set(member.mentions)))
    return Actor(
        id=name_id,
        name=name,
        aliases=tuple(n for n in member.names if n != name),
        role=member.roles[0] if member.roles else None,
        kind=member.kind,
        mentions=spans,
    )


_OFFICE_OF_ONE = frozenset(
    """president premier minister chancellor governor mayor king queen pope chairman chairwoman ceo administrator
    commissioner secretary ambassador prosecutor director speaker""".split()
)
_EMPTY = {"", "the", "this", "that", "its", "his", "her", "their", "'s", "'", "former", "then", "new", "own", "acting"}
_KIN = {
    "agency": ("agency", "administration", "bureau", "service", "authority"),
    "ministry": ("ministry", "department"),
    "department": ("department", "ministry"),
}


def _role_words(member: Member) -> set[str]:
    return {w for r in member.roles for w in r.lower().replace("’", "'").replace("'s", "").split()}


def _role_head(role: str) -> str:
    """`administrator` of the fund's administrator, `director` of director for research at the institute."""
    words = role.lower().replace("’", "'").replace(",", " ,").split()
    end = next((k for k, w in enumerate(words) if k and w in ("of", "for", "at", "in", "and", ",", "who")), len(words))
    return words[end - 1] if words else ""


def _root(word: str) -> str:
    """The first letters of a word, so that a nation and its people compare equal: Mexic(o), Mexic(an)."""
    return word if len(word) < 5 else word[:5] if len(word) < 8 else word[:6]


class _Resolver:
    def __init__(self, reading: Reading, language: Language | None) -> None:
        self.reading = reading
        self.language = language
        self.cast = Cast(reading)
        self.by_role: dict[str, list[Member]] = {}
        self.by_word: dict[str, list[Member]] = {}
        for member in self.cast.members:
            if member.kind == "person":
                for word in {_role_head(role) for role in member.roles}:
                    self.by_role.setdefault(word, []).append(member)
            elif not member.place:
                for word in {w for n in member.names for w in n.lower().split()}:
                    self.by_word.setdefault(word, []).append(member)
        self.described: list[Member] = []
        self.by_text: dict[str, Member] = {}
        self.by_phrase: dict[Phrase, Member | None] = {}
        self.last: list[tuple[int, Member]] = []  # speakers so far, with the token of their mention
        self.people: list[list[tuple[int, Member]]] = [[] for _ in reading.sentences]
        self.bodies: list[list[tuple[int, Member]]] = [[] for _ in reading.sentences]
        for i in self.cast.order:
            if reading.quote[i] < 0:
                member = self.cast.at[i]
                (self.people if member.kind == "person" else self.bodies)[reading.sentence[i]].append((i, member))

    def members(self) -> list[Member]:
        return [*self.cast.members, *self.described]

    def speaker(self, found: Found) -> Member | None:
        if found.source is None:
            return None
        if found.source not in self.by_phrase:
            self.by_phrase[found.source] = self._resolve(found.source)
        member = self.by_phrase[found.source]
        if member is not None:
            member.speaks = True
            self.last.append((found.source.a, member))
        return member

    def _resolve(self, phrase: Phrase) -> Member | None:
        word = self.reading.lows[phrase.a]
        if phrase.b - phrase.a == 1:
            pronoun = _PRONOUNS.get(word.rpartition("-")[2])
            if pronoun is not None:
                return self._person(phrase.a, pronoun)
            if word == "it":
                return self._thing(phrase.a)
            if word in ("they", "these", "those"):
                return self._several(phrase.a)
            if word in RELATIVES:
                return self._antecedent(phrase.a)
            if word in PERSONAL or word in DETERMINERS:
                return None
        return self._phrase(phrase) if self.language is None else self._phrase_abroad(phrase, self.language)

    def _phrase_abroad(self, phrase: Phrase, language: Language) -> Member | None:
        """The person or body named in the head or beside it, else what the phrase describes."""
        end = head_end_abroad(self.reading, language, phrase)
        kind = kind_abroad(self.reading, language, phrase)
        named = self.cast.named_in(phrase.a, end) if kind != "unnamed" else []
        if not named and end < phrase.b and self.reading.lows[end] == ",":
            named = self.cast.named_in(end + 1, phrase.b)
        for k in range(end, phrase.b - 1) if not named and kind == "person" else ():
            if self.reading.lows[k] == ",":
                named = self.cast.named_in(k + 1, phrase.b)
                break
        return named[-1] if named else self._describe(phrase.a, phrase.b, kind)

    def _head_end(self, phrase: Phrase) -> int:
        """One past the head: before the first comma, preposition, relative or bracket."""
        reading = self.reading
        k = phrase.a
        while k < phrase.b:
            word = reading.lows[k]
            inner = k + 1 < phrase.b and word in ("of", "for") and self.cast.covering(k) is not None
            if (
                k > phrase.a
                and not inner
                and (word in (",", "(") or word in PREPOSITIONS or word in RELATIVES or is_dash(reading, k))
            ):
                break
            k += 1
        return k

    def _phrase(self, phrase: Phrase) -> Member | None:
        reading = self.reading
        end = self._head_end(phrase)
        named = self.cast.covering(end - 1)
        inner = self.cast.named_in(phrase.a, end)
        joined = any(reading.lows[k] in ("and", "or") and self.cast.covering(k) is None for k in range(phrase.a, end))
        if named is not None and not joined:
            return named
        if joined and len(inner) > 1:
            return self._describe(phrase.a, end, "group")
        issuer = self._issuer(phrase.a, end)
        if issuer is not None:
            return issuer
        while end - 1 > phrase.a and reading.lows[end - 1] in (
            "close",
            "familiar",
            "involved",
            "aware",
            "near",
            "briefed",
        ):
            end -= 1
        head = reading.lows[end - 1]
        if end < phrase.b and reading.lows[end] == ",":
            apposed = self.cast.at.get(end + 1)
            if apposed is None and reading.capital(min(end + 1, len(reading.words) - 1)):
                apposed = next(iter(self.cast.named_in(end + 1, min(phrase.b, end + 4))), None)
            if apposed is not None and (apposed.kind == "body" or head in OFFICES):
                return apposed
        definite = reading.lows[phrase.a] in _DEFINITE or any(reading.lows[k] == "'s" for k in range(phrase.a, end))
        if definite or reading.capital(phrase.a):
            fitting = self._office(phrase.a, end, head)
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return self._described(phrase, end, head)

    def _issuer(self, a: int, end: int) -> Member | None:
        """Who speaks in a document: the body of `the Port Authority announcement`, the person of `Lee's letter`."""
        if self.reading.lows[end - 1] not in ISSUED:
            return None
        owned = next((k for k in range(end - 2, a, -1) if self.reading.lows[k] == "'s"), None)
        named = self.cast.named_in(a, end - 1 if owned is None else owned)
        if owned is not None and not named:
            named = self._office(a, owned, self.reading.lows[owned - 1])
        elif owned is not None:
            named = named[-1:]
        if len(named) != 1 or named[0].place or (owned is None and named[0].kind != "body"):
            return None
        return named[0]

    def _office(self, a: int, end: int, head: str) -> list[Member]:
        """`the president`: the people of this article who hold that office; `the agency`: the bodies of that sort.

        What stands before the head (`Mexican`, `France's`) must fit the role or what follows the name.
        """
        reading = self.reading
        wanted = {_root(reading.lows[k]) for k in range(a, end - 1)} - _EMPTY
        people = self.by_role.get(head, [])
        if wanted:
            people = [m for m in people if wanted <= self._about(m)]
        if people:
            return people
        if reading.lows[a] not in ("the", "this", "that") or wanted:
            return []
        kin = _KIN.get(head, (head,))
        return list({id(m): m for k in kin for m in self.by_word.get(k, ())}.values())

    def _about(self, member: Member) -> set[str]:
        """Roots of the words of a person's roles and of a place or body right after or before the name."""
        reading = self.reading
        words = {_root(w) for w in _role_words(member)}
        for mention in member.mentions[:20]:
            if mention.b + 1 < len(reading.words) and reading.lows[mention.b] == "of":
                words.add(_root(reading.lows[mention.b + 1]))
            for k in range(max(0, mention.a - 5), mention.a):
                if reading.sentence[k] == reading.sentence[mention.a] and reading.capital(k):
                    words.add(_root(reading.lows[k]))
        return words

    def _described(self, phrase: Phrase, end: int, head: str) -> Member:
        reading = self.reading
        first = reading.lows[phrase.a]
        kind: ActorKind = "group"
        if head in DOCUMENT_HEADS or is_place([w for w in reading.lows[phrase.a : end] if w not in DETERMINERS]):
            kind = "body"
        elif head in GROUP_HEADS and head not in ("two", "three"):
            kind = "group"
        elif head in _OFFICE_OF_ONE and first not in ("a", "an") and (first in _DEFINITE or reading.capital(phrase.a)):
            kind = "person"
        elif head in UNNAMED_HEADS or head in OFFICES or first in ("a", "an"):
            kind = "unnamed"
        elif not head.endswith("s"):
            kind = "body"
        stop = phrase.b
        while stop > end and not reading.wordlike(stop - 1):
            stop -= 1
        if kind != "unnamed":
            comma = next((k for k in range(end, stop) if reading.lows[k] == ","), stop)
            stop = comma
        return self._describe(phrase.a, max(stop, phrase.a + 1), kind)

    def _describe(self, a: int, b: int, kind: ActorKind) -> Member:
        reading = self.reading
        text = reading.text[reading.starts[a] : reading.ends[b - 1]]
        key = text.lower()
        if kind != "unnamed" and key in self.by_text:
            member = self.by_text[key]
            member.mentions.append(Phrase(a, b))
            return member
        member = Member(text, kind, names=[text], mentions=[Phrase(a, b)])
        self.described.append(member)
        if kind != "unnamed":
            self.by_text[key] = member
        return member

    # --- pronouns and relatives ----------------------------------------------------------------------------------

    def _person(self, i: int, pronoun: str) -> Member | None:
        """The last fitting speaker or subject; None when two fit as well."""
        s = self.reading.sentence[i]
        here = [m for at, m in self.people[s] if at < i and m.gender in ("", pronoun)]
        if here:
            return here[0] if len({id(m) for m in here}) == 1 or here[0].gender == pronoun else None
        speaker = next(
            (m for at, m in reversed(self.last[-6:]) if m.gender in ("", pronoun) and m.kind in ("person", "unnamed")),
            None,
        )
        if speaker is not None:
            at = next(at for at, m in reversed(self.last) if m is speaker)
            if self.reading.sentence[at] < s - 2 * _NEAR:
                speaker = None
        subject, distance = self._subject(s, pronoun)
        if speaker is None or subject is None or speaker is subject:
            return speaker or subject
        if speaker.gender == pronoun != subject.gender:
            return speaker
        if subject.gender == pronoun != speaker.gender:
            return subject
        first = self.reading.first[distance]
        if distance == s - 1 and any(self.cast.at.get(k) is subject for k in range(first, first + 4)):
            return subject  # who the sentence before is about
        spoke = next(at for at, m in reversed(self.last) if m is speaker)
        if self.reading.sentence[spoke] >= distance:
            return speaker
        return None

    def _subject(self, s: int, pronoun: str) -> tuple[Member | None, int]:
        for back in range(s - 1, max(-1, s - 1 - _NEAR), -1):
            fitting = [m for _, m in self.people[back] if m.gender in ("", pronoun)]
            if fitting:
                return fitting[0], back
        return None, -1

    def _thing(self, i: int) -> Member | None:
        s = self.reading.sentence[i]
        here = [m for at, m in self.bodies[s] if at < i]
        if here:
            return here[0] if len({id(m) for m in here}) == 1 else None
        if self.last:
            at, member = self.last[-1]
            if member.kind == "body" and self.reading.sentence[at] >= s - 2:
                return member
        return None

    def _several(self, i: int) -> Member | None:
        s = self.reading.sentence[i]
        if self.last:
            at, member = self.last[-1]
            if member.kind in ("group", "unnamed") and self.reading.sentence[at] >= s - 2:
                return member
        return None

    def _antecedent(self, i: int) -> Member | None:
        reading = self.reading
        end = i
        low = reading.first[reading.sentence[i]]
        while end > low and not reading.wordlike(end - 1):
            end -= 1
        start = phrase_start(reading, end, low) if end > low else None
        if start is None:
            return None
        phrase = Phrase(start, end)
        if phrase.b - phrase.a == 1 and reading.lows[phrase.a] in PERSONAL:
            return self._resolve(phrase)
        return self._phrase(phrase)
