"""What a language model did in a run: facts of the recordings used, never of the run itself."""

from __future__ import annotations

from pydantic import Field

from brief.schema.base import Value


class StageRecord(Value):
    """The requests of one stage."""

    stage: str = Field(description="summarise, compare or conclude.")
    requests: int = Field(description="Requests that were answered.")
    prompt: int = Field(description="Tokens sent, as the endpoint counted them.")
    cached: int = Field(description="Tokens sent that the endpoint served from a cache.")
    completion: int = Field(description="Tokens received.")


class ModelRecord(Value):
    """A language model's part in a briefing."""

    model: str = Field(description="Name of the model.")
    temperature: float | None = Field(description="Sampling temperature; null where it was left to the endpoint.")
    prompts: tuple[str, ...] = Field(description="Name and SHA-256 of each prompt.")
    stages: tuple[StageRecord, ...] = Field(description="Requests and tokens by stage.")
    outcomes: tuple[str, ...] = Field(description="What the rules did instead of the model, and why: one line each.")
    complaints: tuple[str, ...] = Field(description="What of the replies could not be used, and orders found in texts.")
    by_rules: int = Field(description="Articles that were summarised by rules.")
    unreached: bool = Field(description="True when no request was answered at all.")
    cost: str | None = Field(description="Price of the tokens, where the user supplied one for a million tokens.")
