"""Reads a model's reply: whole where it is valid, item by item where it is not."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from pydantic import ValidationError

from brief.llm.json_text import json_object
from brief.summarise.wire import SummariseReply, WireEvent, WireFigure, WireQuestion, WireStatement
from brief.wire import Wire

_KINDS: dict[str, type[Wire]] = {
    "statements": WireStatement,
    "events": WireEvent,
    "figures": WireFigure,
    "questions": WireQuestion,
}
_MARKS = frozenset('"“”„‟«»「」『』')
_MOST_COMPLAINTS = 20
_MOST_READ = 1000  # items of one kind in one reply that are looked at


class ReadReply(NamedTuple):
    """A reply as far as it could be read; `items` is None when it holds no JSON object of this shape at all."""

    items: SummariseReply | None
    complaints: tuple[str, ...]


def read_reply(text: str) -> ReadReply:
    """Read a reply. Complaints name each item that can't be used with the reason; none: all of it is valid."""
    try:
        found = json_object(text)
        raw = json.loads(found)
    except (ValueError, RecursionError):
        return ReadReply(None, ("the reply holds no JSON object",))
    try:
        return ReadReply(SummariseReply.model_validate(raw), ())
    except ValidationError:
        pass
    if not isinstance(raw, dict) or not any(isinstance(raw.get(kind), list) for kind in _KINDS):
        return ReadReply(None, ("the reply's JSON object has none of the lists that were asked for",))
    complaints: list[str] = []
    kept: dict[str, Any] = {kind: _items(raw, kind, complaints) for kind in _KINDS}
    seen = raw.get("instructions_seen")
    if not isinstance(seen, list) or not all(type(n) is int for n in seen):
        complaints.append("instructions_seen: not a list of sentence numbers")
        seen = []
    known = {*_KINDS, "instructions_seen"}
    complaints += [f"{_short(key)}: there is no such field" for key in raw if key not in known]
    items = SummariseReply.model_construct(instructions_seen=seen, **kept)
    return ReadReply(items, tuple(complaints) or ("the reply does not fit the schema",))


def in_words(complaints: Iterable[str]) -> str:
    """Return complaints as the lines that a model is shown."""
    listed = list(complaints)
    rows = [f"- {complaint}" for complaint in listed[:_MOST_COMPLAINTS]]
    if len(listed) > _MOST_COMPLAINTS:
        rows.append(f"- and {len(listed) - _MOST_COMPLAINTS} more of the same sort")
    return "\n".join(rows)


def _items(raw: dict[str, Any], kind: str, complaints: list[str]) -> list[Wire]:
    listed = raw.get(kind)
    if not isinstance(listed, list):
        complaints.append(f"{kind}: the list is missing")
        return []
    kept: list[Wire] = []
    for number, item in enumerate(listed[:_MOST_READ], start=1):
        try:
            kept.append(_KINDS[kind].model_validate(item))
        except ValidationError as error:
            complaints.append(f"{kind[:-1]} {number}: {_reasons(error)}")
    if len(listed) > _MOST_READ:
        complaints.append(f"{kind}: {len(listed) - _MOST_READ} beyond the first {_MOST_READ} were not read")
    return kept


def _reasons(error: ValidationError) -> str:
    told = []
    for detail in error.errors(include_url=False, include_context=False)[:3]:
        field = ".".join(str(part) for part in detail["loc"])
        got = detail["input"]
        value = f" (got {_short(got)})" if isinstance(got, str | int | float | bool) else ""
        told.append(f"{field}: {detail['msg']}{value}" if field else f"{detail['msg']}{value}")
    return "; ".join(told)


def _short(value: object) -> str:
    text = " ".join("".join(c for c in str(value) if c not in _MARKS).split())
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= 60 else f"{text[:57]}..."
