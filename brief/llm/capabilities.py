"""What an endpoint can do: found out once, kept, and shared by all threads."""

from __future__ import annotations

import threading
from typing import Literal, NamedTuple

import openai

from brief.llm.exchange import Outcome

Form = Literal["json_schema", "json_object", "text"]
_FORMS: tuple[Form, ...] = ("json_schema", "json_object", "text")
_CONTEXT = ("context length", "context window", "context size", "maximum context", "prompt is too long")


class Way(NamedTuple):
    """How a request is put."""

    form: Form = "json_schema"
    told: bool = False
    """The schema stands in the prompt as well."""
    temperature: bool = True

    def without_form(self) -> Way | None:
        """Return the way with the next plainer reply format, or None after the last."""
        at = _FORMS.index(self.form) + 1
        return Way(_FORMS[at], True, self.temperature) if at < len(_FORMS) else None


class Capabilities:
    """The way that an endpoint accepts."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._way = Way()
        self._proven = False

    @property
    def way(self) -> Way:
        """The best way that has not been refused."""
        return self._way

    @property
    def proven(self) -> bool:
        """Whether JSON has ever come back: then the reply format is not what a later refusal is about."""
        return self._proven

    def keep(self, way: Way) -> None:
        """Keep what had to be given up on a way that is known to be right."""
        with self._lock:
            form = max(self._way.form, way.form, key=_FORMS.index)
            self._way = Way(form, self._way.told or way.told, self._way.temperature and way.temperature)

    def heed(self, way: Way, is_json: bool) -> None:
        """Learn from a whole reply: an endpoint that takes a schema and does not heed it is told in the prompt too."""
        self.keep(way)
        if is_json:
            self._proven = True
        elif not self._proven:
            self.keep(way._replace(told=True))


def words_of(error: openai.APIStatusError) -> str:
    """Return the endpoint's own words about a refusal; empty when it gave none."""
    said = error.body.get("message") if isinstance(error.body, dict) else None
    return said if isinstance(said, str) else str(error.body or "")


def plainer(error: openai.APIStatusError, way: Way) -> tuple[Way | None, bool]:
    """Return the way to try after a refusal, and whether the refusal itself names what it is about.

    A name counts in the error's `param` or near the start of its message: some endpoints echo the request after that.
    """
    named = f"{error.param or ''} {words_of(error)[:200]}".lower()
    if way.temperature and "temperature" in named:
        return way._replace(temperature=False), True
    about_form = any(
        word in named for word in ("response_format", "json_schema", "json_object", "json mode", "grammar")
    )
    return way.without_form(), about_form


def outcome_of(error: openai.APIStatusError) -> Outcome | None:
    """Return the outcome that a refused request stands for: filtered, cut_off when it is too long, or None."""
    told = f"{error.code or ''} {error.type or ''}".lower()
    if "content_filter" in told:
        return "filtered"
    if "context" in told or any(words in words_of(error)[:200].lower() for words in _CONTEXT):
        return "cut_off"
    return None
