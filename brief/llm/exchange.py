"""What goes over the seam: a request, a reply, and the protocol between them."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any, Literal, Protocol

from pydantic import AfterValidator, Field

from brief.schema import Value

Outcome = Literal["complete", "cut_off", "refused", "filtered"]


def _whole(text: str) -> str:
    """Return text with U+FFFD for each half of a surrogate pair: those can be neither sent nor stored."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


Characters = Annotated[str, AfterValidator(_whole)]
"""Text that can be sent and stored."""


class Message(Value):
    """One message of a request."""

    role: Literal["system", "user", "assistant"] = Field(description="Who speaks.")
    content: Characters = Field(description="The words.")


class Request(Value):
    """Everything that shapes a reply, and nothing else: not the endpoint, not retries, not keys."""

    stage: str = Field(pattern=r"^[A-Za-z0-9_-]{1,64}$", description="Which prompt it comes from: summarise, compare.")
    about: Characters = Field(description="What it is about, for people: an article's id, a topic.")
    model: Characters = Field(description="Name of the model.")
    messages: tuple[Message, ...] = Field(min_length=1, description="Constant parts first.")
    reply_schema: str = Field(description="JSON Schema of the reply, as canonical JSON.")
    temperature: float | None = Field(description="Sampling temperature; null leaves it to the endpoint.")

    @property
    def key(self) -> str:
        """SHA-256 of the canonical JSON of model, messages, schema and sampling: the name of its recording."""
        return hashlib.sha256(canonical(self.identity()).encode()).hexdigest()

    def identity(self) -> dict[str, Any]:
        """Return the parts that the key is made of."""
        return self.model_dump(mode="json", exclude={"stage", "about"})


class Usage(Value):
    """Tokens of one exchange, as the endpoint counts them; 0 where it does not say."""

    prompt: int = Field(default=0, ge=0, description="Tokens of the request.")
    cached: int = Field(default=0, ge=0, description="Tokens of the request that were served from a cache.")
    completion: int = Field(default=0, ge=0, description="Tokens of the reply.")

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            prompt=self.prompt + other.prompt,
            cached=self.cached + other.cached,
            completion=self.completion + other.completion,
        )


class Reply(Value):
    """What came back."""

    text: Characters = Field(description="The reply's characters, verbatim.")
    outcome: Outcome = Field(
        description="complete; cut_off at the length limit, or too long a request; refused; filtered by the provider."
    )
    usage: Usage = Field(description="Tokens.")

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON of outcome and text: what a manifest pins."""
        return hashlib.sha256(canonical({"outcome": self.outcome, "text": self.text}).encode()).hexdigest()


class Model(Protocol):
    """Whoever answers requests. Safe to call from several threads.

    Raises EndpointError when no reply can be had, MissingRecording when only recordings may answer and none does.
    """

    def ask(self, request: Request) -> Reply:
        """Return the reply to one request."""


def canonical(value: Any) -> str:
    """Return a value as canonical JSON: sorted keys, no spaces, characters as they are."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
