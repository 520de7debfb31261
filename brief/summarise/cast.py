"""The named people and bodies of one article: names that are one actor, bare surnames given to the right bearer."""

from __future__ import annotations

from dataclasses import dataclass, field

from brief.lexicon.names import (
    HE_NAMES,
    SHE_NAMES,
    acronym,
    fold,
    gender_of,
    given_name,
    initials,
    same_body,
    same_given,
    same_person,
    surname,
)
from brief.schema import ActorKind
from brief.summarise.mentions import Mention, find_mentions
from brief.summarise.phrases import Phrase
from brief.summarise.reading import Reading

_BEARERS = 50  # bearers of one surname that are told apart


@dataclass(slots=True)
class Member:
    """An actor under construction."""

    name: str
    kind: ActorKind
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: str = ""
    mentions: list[Phrase] = field(default_factory=list)
    speaks: bool = False
    titled: bool = False
    place: bool = False

    def add(self, mention: Mention) -> None:
        """Take in a mention that is this actor."""
        if mention.name not in self.names:
            self.names.append(mention.name)
        role = mention.role
        if role and role not in self.roles:
            self.roles.append(role)
        full = f"{mention.title} {mention.name}" if mention.title else mention.name
        self.gender = self.gender or gender_of(full, role)
        self.titled = self.titled or mention.title is not None or role is not None
        self.mentions.append(mention.tokens)


class Cast:
    """Who is named in the article, and which actor each name stands for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.members: list[Member] = []
        self.at: dict[int, Member] = {}  # first token of a name -> its actor
        self.ends: dict[int, int] = {}
        mentions = find_mentions(reading)
        self._people([m for m in mentions if m.kind == "person"])
        self._bodies([m for m in mentions if m.kind == "body"])
        self._places()
        self.order = sorted(self.at)

    def _places(self) -> None:
        """A name that stands after `in` and never has a title is a place: when it speaks, a country or city does."""
        lows = self.reading.lows
        for member in self.members:
            if member.kind != "person" or member.titled or given_name(member.name) is not None:
                continue
            if any(m.a and lows[m.a - 1] in ("in", "near", "across", "outside", "throughout") for m in member.mentions):
                member.kind = "body"
                member.place = True

    def _people(self, mentions: list[Mention]) -> None:
        full = [m for m in mentions if given_name(m.name) is not None]
        by_surname: dict[str, list[Member]] = {}
        by_name: dict[tuple[str, str | None], Member] = {}
        for mention in full:
            bearers = by_surname.setdefault(surname(mention.name), [])
            exact = (surname(mention.name), given_name(mention.name))
            member = by_name.get(exact) or self._same(bearers, mention)
            if member is None:
                member = Member(mention.name, "person")
                bearers.append(member)
                self.members.append(member)
            by_name.setdefault(exact, member)
            self._take(member, mention)
        by_given: dict[str, list[Member]] = {}
        for member in self.members:
            by_given.setdefault(given_name(member.name) or "", []).append(member)
        introduced: dict[str, Member] = {}
        for mention in mentions:
            if given_name(mention.name) is not None:
                continue
            key = fold(mention.name)
            bearers = by_surname.get(key, [])
            if not bearers and len(by_given.get(key, [])) == 1 and mention.title is None:
                bearers = by_given[key]
            member = self._bearer(bearers, mention, introduced.get(key))
            if member is None and not bearers:
                member = Member(mention.name, "person")
                by_surname.setdefault(key, []).append(member)
                self.members.append(member)
            if member is not None:
                introduced[key] = member
                self._take(member, mention)

    def _take(self, member: Member, mention: Mention) -> None:
        member.add(mention)
        self.at[mention.tokens.a] = member
        self.ends[mention.tokens.a] = mention.tokens.b

    @staticmethod
    def _same(bearers: list[Member], mention: Mention) -> Member | None:
        """The one bearer of the surname whose given name is a form of this one."""
        if len(bearers) != 1 or not same_person(bearers[0].name, mention.name):
            return None
        return bearers[0] if _roles_agree(bearers[0].roles, mention.role) else None

    @staticmethod
    def _bearer(bearers: list[Member], mention: Mention, usual: Member | None) -> Member | None:
        """Which bearer of a surname a bare surname means; None when it is not clear."""
        gender = gender_of(f"{mention.title} {mention.name}") if mention.title else ""
        bearers = bearers[:_BEARERS]
        fitting = [m for m in bearers if not gender or not m.gender or m.gender == gender]
        if gender and any(m.gender == gender for m in fitting):
            fitting = [m for m in fitting if m.gender == gender]
        if len(fitting) == 1:
            return fitting[0]
        if usual is not None and usual in fitting:
            return usual
        before = [m for m in fitting if m.mentions and m.mentions[0].a < mention.tokens.a]
        return before[0] if len(before) == 1 else None

    def _bodies(self, mentions: list[Mention]) -> None:
        by_key: dict[str, Member] = {}
        for mention in mentions:
            key = fold(mention.name)
            short = acronym(mention.name)
            keys = [short] if short else [key, initials(mention.name)]
            member = by_key.get(keys[0])
            if member is None and len(keys) > 1 and keys[1] in by_key:
                candidate = by_key[keys[1]]
                member = candidate if any(same_body(n, mention.name) for n in candidate.names) else None
            if member is None:
                member = Member(mention.name, "body")
                self.members.append(member)
            for k in (*keys, *self._introduced(mention)):
                by_key.setdefault(k, member)
            self._take(member, mention)

    def _introduced(self, mention: Mention) -> tuple[str, ...]:
        """The acronym in brackets after a name: `National Park Office (NPO)`."""
        reading, end = self.reading, mention.tokens.b
        if end + 2 < len(reading.words) and reading.words[end] == "(" and reading.words[end + 2] == ")":
            short = acronym(reading.words[end + 1])
            return (short,) if short else ()
        return ()

    def named_in(self, a: int, b: int) -> list[Member]:
        """Actors named by the tokens a up to b, in order."""
        found: list[Member] = []
        for i in range(a, b):
            member = self.at.get(i)
            if member is not None and member not in found:
                found.append(member)
        return found

    def covering(self, i: int) -> Member | None:
        """The actor whose name covers token i."""
        for a in range(i, max(-1, i - 12), -1):
            member = self.at.get(a)
            if member is not None:
                return member if self.ends[a] > i else None
        return None


def _roles_agree(roles: list[str], role: str | None) -> bool:
    if not roles or role is None:
        return True
    words = {w for r in roles for w in r.lower().replace("’s", "").replace("'s", "").split()}
    return any(
        w in words for w in role.lower().replace("’s", "").replace("'s", "").split() if w not in ("the", "of", "a")
    )


def worth_naming(member: Member) -> bool:
    """Whether a name that nobody is quoted under is surely a person's or a body's, and so listed."""
    if member.speaks:
        return True
    if member.place:
        return False
    if member.kind == "body":
        return len(member.mentions) > 1 or acronym(member.name) is None
    given = given_name(member.name)
    known = given is not None and (given in HE_NAMES or given in SHE_NAMES)
    return known or member.titled


def fuller(a: str, b: str) -> str:
    """The fuller of two names of one actor: a spelled-out body, a full given name."""
    if bool(acronym(a)) != bool(acronym(b)):
        return b if acronym(a) else a
    if len(a.split()) != len(b.split()):
        return a if len(a.split()) > len(b.split()) else b
    return a if len(a) >= len(b) and same_given(a[:1].lower(), b[:1].lower()) else b if len(b) > len(a) else a
