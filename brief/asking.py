"""Asks a model for one typed reply: once, once more with the exact complaint, then item by item."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, get_args

from pydantic import Field, ValidationError

from brief.errors import EndpointError
from brief.llm.exchange import Message, Model, Outcome, Reply, Request, Usage
from brief.llm.json_text import json_object
from brief.prompting import Prompt
from brief.schema import Value
from brief.wire import Wire, reply_schema

MOST_COMPLAINTS = 12
"""Faults of a reply that the model is told of."""

LONGEST_REPLY = 40_000
"""Characters of its own reply that a model is shown again."""

MOST_ENTRIES = 1000
"""Entries of one list of a reply that are looked at; the rest is not read."""

_REFUSED = {
    "cut_off": "the reply was cut off at the length limit",
    "refused": "the model refused to answer",
    "filtered": "the provider filtered the reply",
}

_R = TypeVar("_R", bound=Wire)


class Exchange(Value):
    """One request that was answered, for the manifest."""

    key: str = Field(description="Key of the request: names its recording.")
    outcome: Outcome = Field(description="What came back.")
    reply: str = Field(description="SHA-256 of outcome and text of the reply.")
    usage: Usage = Field(description="Tokens.")


@dataclass(frozen=True, slots=True)
class Asking:
    """What shapes the requests of one stage."""

    model: str
    """Name of the model."""
    prompt: Prompt
    """The prompt of the stage."""
    again: Prompt
    """The prompt `again`."""
    temperature: float | None = 0.0
    """Sampling temperature; None leaves it to the endpoint."""
    question: str | None = None
    """What the reader asked."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[_R]):
    """A typed reply, or why there is none."""

    value: _R | None
    problem: str | None
    """Why there is no value, in words for the reader."""
    faults: tuple[tuple[str, str], ...]
    """Entries of the reply that are left out of the value, each with the reason."""
    exchanges: tuple[Exchange, ...]
    """The requests that were answered, in order."""


def total(exchanges: Sequence[Exchange]) -> Usage:
    """Return the tokens of some exchanges."""
    return sum((exchange.usage for exchange in exchanges), Usage())


def ask_for(reply: type[_R], model: Model, asking: Asking, *, about: str, values: dict[str, str]) -> Answer[_R]:
    """Ask for a reply of one type with the stage's prompt, its variables filled with `values`.

    A refusal, a reply that is cut off or filtered, an endpoint that can't be used and a reply without usable JSON are
    problems, not errors. MissingRecording passes through.
    """
    messages = [Message(role="user", content=asking.prompt.filled(**values))]
    if asking.prompt.system:
        messages.insert(0, Message(role="system", content=asking.prompt.system))
    request = Request(
        stage=asking.prompt.name,
        about=about,
        model=asking.model,
        messages=tuple(messages),
        reply_schema=reply_schema(reply),
        temperature=asking.temperature,
    )
    exchanges: list[Exchange] = []

    def once(asked: Request) -> Reply:
        got = model.ask(asked)
        exchanges.append(Exchange(key=asked.key, outcome=got.outcome, reply=got.digest, usage=got.usage))
        return got

    try:
        got = once(request)
    except EndpointError as error:
        return Answer(None, str(error), (), tuple(exchanges))
    if got.outcome != "complete":
        return Answer(None, _REFUSED[got.outcome], (), tuple(exchanges))
    value, complaint = _read(reply, got)
    if value is not None:
        return Answer(value, None, (), tuple(exchanges))
    try:
        second = once(_again(request, got, asking.again.filled(complaint=complaint)))
    except EndpointError:
        second = got
    if second.outcome == "complete":
        value, _ = _read(reply, second)
        if value is not None:
            return Answer(value, None, (), tuple(exchanges))
        got = second
    value, faults = _piecewise(reply, got.text)
    problem = "no reply of the model could be read" if value is None else None
    return Answer(value, problem, faults, tuple(exchanges))


def _again(request: Request, got: Reply, told: str) -> Request:
    return request.model_copy(
        update={
            "messages": (
                *request.messages,
                Message(role="assistant", content=got.text[:LONGEST_REPLY]),
                Message(role="user", content=told),
            )
        }
    )


def _read(reply: type[_R], got: Reply) -> tuple[_R | None, str]:
    try:
        return reply.model_validate_json(json_object(got.text)), ""
    except ValidationError as error:
        return None, "\n".join(f"- {where}: {what}" for where, what in _complaints(error))


def _complaints(error: ValidationError) -> list[tuple[str, str]]:
    told = [
        (".".join(str(part) for part in item["loc"]) or "the reply", item["msg"])
        for item in error.errors(include_url=False, include_input=False, include_context=False)
    ]
    more = len(told) - MOST_COMPLAINTS
    return [*told[:MOST_COMPLAINTS], *([("and", f"{more} more faults")] if more > 0 else [])]


def _piecewise(reply: type[_R], text: str) -> tuple[_R | None, tuple[tuple[str, str], ...]]:
    """Return what of a reply is usable, entry by entry, and what is not."""
    try:
        loose = json.loads(json_object(text))
    except (ValueError, RecursionError):
        return None, ()
    if not isinstance(loose, dict) or not set(loose) & set(reply.model_fields):
        return None, ()
    kept: dict[str, list[Wire]] = {}
    faults: list[tuple[str, str]] = []
    for name, field in reply.model_fields.items():
        (entry_type,) = get_args(field.annotation)
        entries = loose.get(name)
        kept[name] = []
        for number, entry in enumerate(entries[:MOST_ENTRIES] if isinstance(entries, list) else (), start=1):
            try:
                kept[name].append(entry_type.model_validate_json(json.dumps(entry)))
            except ValidationError as error:
                where, what = _complaints(error)[0]
                faults.append((f"{name}, entry {number}", f"{where}: {what}"))
    return reply.model_validate(kept), tuple(faults)
