"""`decisions.toml`: what the analyst overrules, kept beside the inputs and read by every command.

[articles]
on_topic = ["002-port"]            # article ids, as the document's table of sources prints them, or their numbers: "S2"
off_topic = ["004-city.3"]

[[same_actor]]
names = ["Josephine Lind", "Josie Lind"]

[[different_actor]]
names = ["Maria Vega", "Luis Vega"]

[[dismiss]]                        # a contradiction, by the keys of its two sides
between = ["S1.15", "S2.4"]
reason = "two translations of one sentence"

[[supply]]
article = "002-port"
published = "2026-03-02"
outlet = "Port Herald"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from brief.errors import UsageError
from brief.schema import Comparison, Contradiction

FILE_NAME = "decisions.toml"

Day = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Topic(_Table):
    """Articles that the analyst puts on or off the affair."""

    on_topic: tuple[str, ...] = ()
    off_topic: tuple[str, ...] = ()


class Names(_Table):
    """Names that are one actor, or are not."""

    names: Annotated[tuple[str, ...], Field(min_length=2)]


class Dismissal(_Table):
    """A contradiction that the analyst dismisses, by the keys of both sides."""

    between: tuple[str, str]
    reason: str


class Supply(_Table):
    """Fields of an article that the scrape lost."""

    article: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: Day | None = None
    url: str | None = None


class Decisions(_Table):
    """Everything in `decisions.toml`; empty when there is no such file."""

    articles: Topic = Topic()
    same_actor: tuple[Names, ...] = ()
    different_actor: tuple[Names, ...] = ()
    dismiss: tuple[Dismissal, ...] = ()
    supply: tuple[Supply, ...] = ()

    def by_id(self, ids: Sequence[str]) -> Decisions:
        """Return the same decisions with source numbers such as S4 as article ids; `ids` holds those in order."""
        numbered = {f"S{n}": name for n, name in enumerate(ids, start=1) if f"S{n}" not in ids}
        topic = Topic(
            on_topic=tuple(numbered.get(name, name) for name in self.articles.on_topic),
            off_topic=tuple(numbered.get(name, name) for name in self.articles.off_topic),
        )
        supply = tuple(s.model_copy(update={"article": numbered.get(s.article, s.article)}) for s in self.supply)
        return self.model_copy(update={"articles": topic, "supply": supply})

    def in_words(self) -> tuple[str, ...]:
        """Return one line for each decision, as the document shows it."""
        return (
            *(f"{name}: on topic, by the analyst" for name in self.articles.on_topic),
            *(f"{name}: off topic, by the analyst" for name in self.articles.off_topic),
            *(f"one actor: {', '.join(item.names)}" for item in self.same_actor),
            *(f"different actors: {', '.join(item.names)}" for item in self.different_actor),
            *(f"contradiction {' / '.join(item.between)} dismissed: {item.reason}" for item in self.dismiss),
            *(f"{item.article}: {_fields(item)} supplied" for item in self.supply),
        )


_TABLES: Mapping[str, type[_Table]] = {
    "articles": Topic,
    "same_actor": Names,
    "different_actor": Names,
    "dismiss": Dismissal,
    "supply": Supply,
}

_EXAMPLES = {
    "articles": '[articles] and on_topic = ["002-port"]',
    "same_actor": '[[same_actor]] and names = ["Josephine Lind", "Josie Lind"]',
    "different_actor": '[[different_actor]] and names = ["Maria Vega", "Luis Vega"]',
    "dismiss": '[[dismiss]] and between = ["S1.15", "S2.4"]',
    "supply": '[[supply]] and article = "002-port"',
}


def _fields(item: Supply) -> str:
    return ", ".join(name for name, value in item if value is not None and name != "article")


def read_decisions(folder: Path) -> Decisions:
    """Return the decisions of a folder of inputs.

    Raises UsageError, naming the file and the place, when the file can't be read as decisions.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return Decisions()
    try:
        return Decisions.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} can't be read: {error}. Correct it or move it away.") from error
    except ValidationError as error:
        raise UsageError(f"{path}: {_fault(error.errors()[0])}. Correct it or move it away.") from error


def _fault(error: ErrorDetails) -> str:
    """Return in plain words what is wrong with an entry, and where it stands."""
    place = error["loc"][:-1] if error["type"] in ("extra_forbidden", "missing") else error["loc"]
    told = ", ".join(f"entry {part + 1}" if isinstance(part, int) else str(part) for part in place)
    where = f"in {told}: " if told else ""
    last, given = error["loc"][-1], error["input"]
    match error["type"]:
        case "extra_forbidden":
            table = _TABLES.get(str(error["loc"][0])) if place else Decisions
            known = f"; what can stand there: {', '.join(table.model_fields)}" if table else ""
            return f"{where}{last} is not known{known}"
        case "missing":
            return f"{where}{last if isinstance(last, str) else 'one more'} is missing"
        case "string_pattern_mismatch":
            return f"{where}{given} is no day; write YYYY-MM-DD, YYYY-MM or YYYY"
        case "too_short":
            return f"{where}two names are the least"
        case "string_type":
            return f"{where}{given!r} is no text; put it in quotation marks"
        case "tuple_type":
            return f"{where}{given!r} is no list; write {_EXAMPLES.get(str(error['loc'][0]), '[ ... ]')}"
        case _:
            return f"{where}{given!r} does not belong there; write {_EXAMPLES.get(str(error['loc'][0]), 'a table')}"


def without_dismissed(
    comparison: Comparison, dismissals: Sequence[Dismissal], numbers: Mapping[str, int]
) -> Comparison:
    """Return the comparison without the contradictions that the analyst dismissed, and without their questions.

    `numbers` holds the source number of each article. A dismissal names one sentence of each side, either way round.
    Raises UsageError when a dismissal names no contradiction of this set.
    """
    gone: set[str] = set()
    for dismissal in dismissals:
        hits = [c.id for c in comparison.contradictions if _is_between(c, dismissal.between, numbers)]
        if not hits:
            raise UsageError(
                f"{FILE_NAME}: dismiss: there is no contradiction between {' and '.join(dismissal.between)}. "
                "Give the keys of its two sides as the document prints them, or take the entry out."
            )
        gone.update(hits)
    left = tuple(c for c in comparison.contradictions if c.id not in gone)
    cited = {e for c in comparison.contradictions if c.id in gone for e in (*c.a.evidence, *c.b.evidence)}
    still = {e for c in left for e in (*c.a.evidence, *c.b.evidence)}
    questions = tuple(
        q
        for q in comparison.questions
        if q.kind != "unresolved" or not cited.issuperset(q.evidence) or still & {*q.evidence}
    )
    return comparison.model_copy(update={"contradictions": left, "questions": questions})


def _is_between(item: Contradiction, keys: tuple[str, str], numbers: Mapping[str, int]) -> bool:
    sides = [{f"S{numbers[e.article]}.{e.sentence or 'H'}" for e in side.evidence} for side in (item.a, item.b)]
    return any(keys[0] in one and keys[1] in other for one, other in (sides, sides[::-1]))
