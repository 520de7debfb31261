"""Requests for campaigns: invented, each different."""

from __future__ import annotations

from brief.llm.exchange import Message, Request

_SCHEMA = '{"additionalProperties":false,"properties":{"echo":{"type":"string"}},"required":["echo"],"type":"object"}'


def request(number: int, length: int = 400) -> Request:
    """Return a request of about `length` characters that no other number gives."""
    lines = (f"[{line}] Sentence {line} of page {number} is about the harbour." for line in range(1, 2 + length // 50))
    messages = (
        Message(role="system", content="Say back what you read."),
        Message(role="user", content="\n".join(lines)),
    )
    return Request(
        stage="summarise",
        about=f"{number:03}-page",
        model="fake",
        messages=messages,
        reply_schema=_SCHEMA,
        temperature=0.0,
    )
