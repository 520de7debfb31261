"""From options and environment to a model. Only a named model is ever used; a key alone changes nothing."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from brief.errors import UsageError

if TYPE_CHECKING:
    from brief.llm.openai import OpenAIModel

TIMEOUT = 120.0
"""Seconds for one call, where no option says otherwise."""

NO_KEY = "none"
"""Sent to an endpoint of one's own when there is no key: the client insists on one, such servers ignore it."""


@dataclass(frozen=True)
class ModelSettings:
    """Which model, and how it is reached. Key and address are in no repr."""

    model: str
    base_url: str | None = field(repr=False)
    """None is OpenAI's own."""
    api_key: str = field(repr=False)
    timeout: float = TIMEOUT
    """Seconds for one call."""
    temperature: float | None = 0.0
    """None leaves it to the endpoint."""


def model_settings(
    model: str | None = None,
    base_url: str | None = None,
    *,
    timeout: float = TIMEOUT,
    temperature: float | None = 0.0,
    environment: Mapping[str, str] | None = None,
) -> ModelSettings | None:
    """Return the settings for the model that an option or BRIEF_MODEL names; None when neither does.

    Options go before OPENAI_BASE_URL and BRIEF_MODEL; the key comes from OPENAI_API_KEY alone, so that it stands in no
    list of commands. Raises UsageError, with the next step, for settings that can't work.
    """
    given = os.environ if environment is None else environment
    model = (model or given.get("BRIEF_MODEL") or "").strip()
    if not model:
        return None
    base_url = (base_url or given.get("OPENAI_BASE_URL") or "").strip() or None
    key = (given.get("OPENAI_API_KEY") or "").strip()
    if base_url is not None:
        _check_address(base_url)
    elif not key:
        raise UsageError(
            f"the model {model!r} has neither key nor endpoint. Set OPENAI_API_KEY, or give --base-url URL, or run "
            "without --model: by rules."
        )
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise UsageError("OPENAI_API_KEY holds characters that no key has. Set it again.")
    if not (math.isfinite(timeout) and timeout > 0):
        raise UsageError("--timeout is no number of seconds above 0. Give one such as 120.")
    if temperature is not None and not 0 <= temperature <= 2:
        raise UsageError("--temperature is not between 0 and 2. Give one such as 0.")
    return ModelSettings(model, base_url, key or NO_KEY, timeout, temperature)


def connect(settings: ModelSettings) -> OpenAIModel:
    """Return the model behind the endpoint. Nothing is sent before it is asked."""
    from brief.llm.openai import OpenAIModel  # takes long to import: not for help, rules or replay

    return OpenAIModel(base_url=settings.base_url, api_key=settings.api_key, timeout=settings.timeout)


def _check_address(base_url: str) -> None:
    """Raise UsageError, which does not repeat the address, when it is not http or https with a host."""
    try:
        parts = urlsplit(base_url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if not usable or not base_url.isprintable() or " " in base_url:
        raise UsageError("--base-url is no http or https address. Give one such as http://localhost:8080/v1.")
