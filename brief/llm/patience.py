"""When a request is sent again, and how long it waits before that.

Sent again after a connection that failed, a time-out, 408, 409, 429, 498, 5xx and a broken body. Waits are random up to
a bound that doubles (full jitter, after Brooker, "Exponential Backoff and Jitter", 2015); a Retry-After is a floor.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime

import httpx2
import openai
import tenacity

from brief.llm.body import Broken

LONGEST_RETRY_AFTER = 120.0
"""Seconds: a longer Retry-After is not waited for."""

LONGEST_WAIT = 30.0
"""Seconds: the most that is waited where the endpoint does not say."""

MOST_TRIES = 40
"""Times that one request is sent at most."""

MOST_BROKEN = 6
"""Broken bodies that one request takes: an address that always sends web pages is no endpoint."""

MOST_UNHEARD = 5
"""Times that a connection is tried to an endpoint that has never answered at all."""

_AGAIN = frozenset({408, 409, 429, 498})
_NEVER = frozenset({501, 505})
_QUOTA = frozenset({"insufficient_quota", "billing_hard_limit_reached"})


class Patience:
    """The policy for one request. Its methods are what tenacity asks."""

    def __init__(self, *, total: float, clock: Callable[[], float], heard: Callable[[], bool]) -> None:
        """`total` is in seconds, waits included; `heard` tells whether the endpoint has ever answered anything."""
        self._clock = clock
        self._heard = heard
        self._until = clock() + total
        self._broken = 0
        self.failures = 0
        """Failures so far."""

    @property
    def left(self) -> float:
        """Seconds that are left of the total."""
        return self._until - self._clock()

    def again(self, error: BaseException) -> bool:
        """Tell whether an error is worth sending the request again, and count it."""
        self.failures += 1
        self._broken += isinstance(error, Broken)
        return worth_again(error)

    def wait(self, state: tenacity.RetryCallState) -> float:
        """Return the seconds to wait before the request is sent again."""
        error = _error(state)
        told = retry_after(error.response.headers) if isinstance(error, openai.APIStatusError) else None
        if told is not None:
            return told + random.uniform(0, 1 + told / 4)  # noqa: S311  # jitter
        return random.uniform(0, min(LONGEST_WAIT, 2.0**state.attempt_number))  # noqa: S311  # jitter

    def stop(self, state: tenacity.RetryCallState) -> bool:
        """Tell whether the request is given up: also when the next wait would overrun the total."""
        error = _error(state)
        unreachable = isinstance(error, openai.APIConnectionError) and not isinstance(error, openai.APITimeoutError)
        return (
            state.upcoming_sleep >= self.left
            or state.attempt_number >= MOST_TRIES
            or self._broken >= MOST_BROKEN
            or (unreachable and state.attempt_number >= MOST_UNHEARD and not self._heard())
        )


def worth_again(error: BaseException) -> bool:
    """Tell whether the same request may well be answered when it is sent again."""
    if isinstance(error, Broken | openai.APIConnectionError | httpx2.TransportError | httpx2.DecodingError):
        return True
    if not isinstance(error, openai.APIStatusError) or out_of_quota(error):
        return False
    if error.status_code not in _AGAIN and (error.status_code < 500 or error.status_code in _NEVER):
        return False
    return (retry_after(error.response.headers) or 0.0) <= LONGEST_RETRY_AFTER


def out_of_quota(error: openai.APIStatusError) -> bool:
    """Tell whether a 429 is about money, not speed."""
    return error.code in _QUOTA or error.type in _QUOTA


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that an answer's headers ask to wait: `retry-after-ms`, seconds, or an HTTP date."""
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers[name]) * scale
        except (KeyError, ValueError):
            continue
        if not math.isnan(seconds):
            return max(0.0, seconds)
    until = _moment(headers.get("retry-after"))
    if until is None:
        return None
    return max(0.0, until - (_moment(headers.get("date")) or time.time()))


def _moment(value: str | None) -> float | None:
    try:
        return parsedate_to_datetime(value).timestamp() if value else None
    except (ValueError, OverflowError):
        return None


def _error(state: tenacity.RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None
