"""What a disagreement weighs, in facts that can be counted: origins on each side, and how far its speakers reach."""

from __future__ import annotations

from dataclasses import dataclass

from brief.assemble.affairs import Affairs, find_affairs
from brief.assemble.material import Material
from brief.assemble.renderings import told_by
from brief.assemble.sides import Speakers, Voice
from brief.assemble.statements import Voices
from brief.chains.origins import Origins, Place, places
from brief.schema import Contradiction, Side

MOST_LISTED = 8
"""Texts of one side that are listed by number."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What one side stands on."""

    voice: Voice
    origins: frozenset[str]
    """Independent origins: copies, chains and the texts that report one speaker count as one."""
    texts: tuple[int, ...]
    """Source numbers of the texts that carry it."""


@dataclass(frozen=True, slots=True)
class Weight:
    """The counted facts of a disagreement."""

    a: Standing
    b: Standing
    reach: int
    """In how many texts at least one of its speakers speaks."""
    texts: int
    """How many texts are in use."""

    @property
    def named(self) -> int:
        """How many of its sides have a speaker."""
        return sum(side.voice.speaks for side in (self.a, self.b))

    @property
    def origins(self) -> int:
        """Distinct origins of both sides."""
        return len(self.a.origins | self.b.origins)

    def in_words(self) -> str:
        """Return the counted facts as one or two plain sentences; no grade."""
        a, b = (_listed(side.texts) for side in (self.a, self.b))
        if self.a.origins == self.b.origins:
            one = "one and the same origin" if self.origins == 1 else f"the same {self.origins} origins"
            counted = f"{one} on both sides ({a if a == b else f'{a} against {b}'})"
        else:
            n, m = len(self.a.origins), len(self.b.origins)
            where = f"both in {a}" if a == b else f"{a} against {b}"
            counted = f"{n} independent {'origin' if n == 1 else 'origins'} against {m} ({where})"
        speak = ""
        if self.named:
            who = "its speaker speaks" if self._speakers == 1 else "its speakers speak"
            speak = f"; {who} in {self.reach} of {self.texts} texts" if self.texts > 1 else ""
        return f"{counted}{speak}."

    @property
    def _speakers(self) -> int:
        return len({side.voice.short for side in (self.a, self.b) if side.voice.speaks})


def _listed(numbers: tuple[int, ...]) -> str:
    some = ", ".join(f"S{n}" for n in numbers[:MOST_LISTED])
    return some if len(numbers) <= MOST_LISTED else f"{some} and {len(numbers) - MOST_LISTED} more"


class Weighing:
    """Counts for every disagreement of a set what it stands on."""

    def __init__(self, material: Material, voices: Voices) -> None:
        self._material = material
        self._voices = voices
        self._speakers = Speakers(material)
        comparison = material.comparison
        self._origins = Origins(material.articles, material.summaries, comparison.actors, comparison.chains)
        self._utterance = told_by(comparison.utterances)
        self._kept = {copy.article: copy.of for copy in material.copies}
        self._said = {(said.article, said.statement.id): said for said in voices.all}
        self.affairs: Affairs = find_affairs(material.used, comparison.actors)
        """The affairs of the texts in use."""

    def voice(self, side: Side) -> Voice:
        """Return who speaks on a side."""
        return self._speakers.voice(side)

    def weigh(self, item: Contradiction) -> Weight:
        """Return the counted facts of a disagreement."""
        a, b = self._standing(item.a), self._standing(item.b)
        actors = {side.voice.actor.id: side.voice.actor for side in (a, b) if side.voice.actor is not None}
        reached = {said.article for actor in actors.values() for said in self._voices.of(actor)}
        reached.update(e.article for side in (item.a, item.b) if side.speaker for e in side.evidence)
        used = [article.id for article in self._material.used]
        return Weight(a, b, len(reached & set(used)), len(used))

    def of_one_affair(self, item: Contradiction) -> bool:
        """Tell whether the first words of both sides stand in texts that have something to do with each other."""
        return self.affairs.together((item.a.evidence[0].article, item.b.evidence[0].article))

    def _standing(self, side: Side) -> Standing:
        voice = self._speakers.voice(side)
        origins: set[str] = set()
        articles: set[str] = set()
        for item in side.evidence:
            told = [
                place
                for place in ((item.article, statement.id) for statement in self._speakers.statements(item))
                if voice.speaks and self._is_of(voice, place)
            ][:1]
            articles.update(article for place in told for article in self._voices.carriers(self._said[place]))
            articles.add(item.article)
            if told:
                origins.update(self._origins.origins(self._utterance_places(told[0]), self._kept))
            else:
                origins.add(self._unstated(voice, item.article))
        numbers = {self._material.number(self._kept.get(article, article)) for article in articles}
        return Standing(voice, frozenset(origins), tuple(sorted(numbers)))

    def _is_of(self, voice: Voice, place: Place) -> bool:
        actor = self._said[place].actor
        return actor.id == voice.actor.id if actor is not None and voice.actor is not None else actor is voice.actor

    def _utterance_places(self, place: Place) -> tuple[Place, ...]:
        utterance = self._utterance.get(place)
        return (place,) if utterance is None else places(utterance)

    def _unstated(self, voice: Voice, article: str) -> str:
        own = self._kept.get(article, article)
        if not voice.speaks:
            return own
        unnamed = voice.short.islower() if voice.actor is None else voice.actor.kind == "unnamed"
        return f"{own}: {voice.short.lower()}" if unnamed else voice.actor.id if voice.actor else voice.short
