"""From the bytes that an endpoint sent to a reply. Pure; whatever the bytes are, it is a reply or `Broken`."""

from __future__ import annotations

import json
from typing import Any

from brief.llm.exchange import Outcome, Reply, Usage

_OUTCOMES: dict[str, Outcome] = {
    "length": "cut_off",
    "max_tokens": "cut_off",
    "model_length": "cut_off",
    "content_filter": "filtered",
    "safety": "filtered",
}


class Broken(Exception):
    """A body that is no reply: HTML, broken JSON, no choices."""


def read_reply(body: bytes) -> Reply:
    """Return the reply in the body of a chat completion. Raises Broken."""
    try:
        made = json.loads(body)
    except (ValueError, RecursionError):
        what = "a web page" if body.lstrip()[:1] == b"<" else "a body that is no JSON"
        raise Broken(what) from None
    choices = made.get("choices") if isinstance(made, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise Broken("a body that is no chat completion")
    refusal = _text(message.get("refusal"))
    reason = choice.get("finish_reason")
    outcome = _OUTCOMES.get(reason, "complete") if isinstance(reason, str) else "complete"
    return Reply(
        text=refusal or _text(message.get("content")),
        outcome="refused" if refusal else outcome,
        usage=_usage(made.get("usage")),
    )


def _text(value: Any) -> str:
    """Return a content as text: a string, or the text parts of a list."""
    if isinstance(value, list):
        value = "".join(part["text"] for part in value if isinstance(part, dict) and isinstance(part.get("text"), str))
    return value if isinstance(value, str) else ""


def _usage(value: Any) -> Usage:
    counted = value if isinstance(value, dict) else {}
    details = counted.get("prompt_tokens_details")
    return Usage(
        prompt=_count(counted.get("prompt_tokens")),
        cached=_count(details.get("cached_tokens")) if isinstance(details, dict) else 0,
        completion=_count(counted.get("completion_tokens")),
    )


def _count(value: Any) -> int:
    return value if type(value) is int and 0 <= value < 2**53 else 0
