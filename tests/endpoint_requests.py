"""Requests, models and a clock that does not wait: for the tests of the adapter."""

from __future__ import annotations

from brief.llm.exchange import Message, Request
from brief.llm.openai import OpenAIModel
from tests.fake_endpoint import FakeEndpoint

KEY = "sk-canary-7f3b51c2"
SCHEMA = '{"properties":{"echo":{"type":"string"}},"type":"object"}'


class Time:
    """A clock that only waiting moves."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.waits.append(seconds)
        self.now += seconds

    def clock(self) -> float:
        """Return the time."""
        return self.now


def request(words: str = "hello", temperature: float | None = 0.0) -> Request:
    """Return a request about some words."""
    messages = (Message(role="system", content="Read."), Message(role="user", content=words))
    return Request(
        stage="summarise",
        about="002-port",
        model="some-model",
        messages=messages,
        reply_schema=SCHEMA,
        temperature=temperature,
    )


def model(endpoint: FakeEndpoint, time: Time | None = None, **settings: float) -> OpenAIModel:
    """Return a model behind the endpoint that waits for nothing."""
    time = time or Time()
    address = endpoint.base_url
    return OpenAIModel(
        base_url=address, api_key=KEY, sleep=time.sleep, clock=time.clock, **{"timeout": 5.0, **settings}
    )
