"""A model behind any OpenAI-compatible endpoint.

What is sent again, and when, is in `patience`; what an endpoint can't do (schemas, JSON mode, a temperature) is found
out once and kept, in `capabilities`. No key, header or user name is in any error.
"""

from __future__ import annotations

import functools
import json
import ssl
import threading
import time
import weakref
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

import httpx2
import openai
import tenacity

from brief.errors import EndpointError
from brief.llm.body import Broken, read_reply
from brief.llm.capabilities import Capabilities, Way, outcome_of, plainer, words_of
from brief.llm.exchange import Reply, Request, Usage
from brief.llm.json_text import json_object
from brief.llm.patience import Patience, out_of_quota, retry_after, worth_again

TOTAL = 600.0
"""Seconds that one request may take with all its retries; twice the time-out where that is longer."""

HEAD_START = 0.1
"""Seconds that the first request goes ahead of the others: a refused reply format is then met by one, not by all."""

LARGEST_BODY = 32 * 2**20
"""Bytes of a reply that are read."""

_LONGEST_CONNECT = 10.0
_DOUBT = 2
"""Some servers answer 500 to a schema: after so many failures the next format is tried once."""

_TOLD = "Reply with one JSON object, and nothing else, that fits this JSON Schema:\n"


class OpenAIModel:
    """Asks an endpoint. Safe to call from several threads; its connections are closed when it is gone."""

    def __init__(
        self,
        *,
        base_url: str | None,
        api_key: str,
        timeout: float,
        total: float | None = None,
        head_start: float = HEAD_START,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`timeout` is in seconds for one call, its body included; `total` for a request with all its retries.

        User name and password in `base_url` are sent as basic authentication and kept out of the address.
        """
        address, auth = _without_user(base_url or "https://api.openai.com/v1")
        # a redirect would send an article to an address that nobody named
        transport = openai.DefaultHttpx2Client(follow_redirects=False, auth=auth, verify=_certificates())
        self._client = openai.OpenAI(base_url=address, api_key=api_key, max_retries=0, http_client=transport)
        weakref.finalize(self, transport.close)
        self._secrets = [s for s in (api_key, *(auth or ())) if len(s) > 3]
        self._timeout = timeout
        self._total = max(TOTAL, 2 * timeout) if total is None else total
        self._sleep, self._clock = sleep, clock
        self._known = Capabilities()
        self._head_start = head_start
        self._first = threading.Lock()
        self._met = threading.Event()
        self._heard = False
        self._answered: float | None = None
        self._over: str | None = None

    def ask(self, request: Request) -> Reply:
        """Return the reply. Raises EndpointError, without key or header, when none can be had.

        An endpoint that refuses the account, or that answered nobody while a request tried all its times, is not asked
        again by this model: later requests fail at once.
        """
        if self._over:
            raise EndpointError(self._over)
        ahead = not self._met.is_set() and self._first.acquire(blocking=False)
        if not ahead and not self._met.wait(self._head_start):
            self._met.set()
        began = self._clock()
        patience = Patience(total=self._total, clock=self._clock, heard=lambda: self._heard)
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception(patience.again),
            wait=patience.wait,
            stop=patience.stop,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return retrying(self._once, request, patience)
        except (openai.OpenAIError, httpx2.HTTPError, Broken) as error:
            told = self._failed(error, began)
        finally:
            self._met.set()
        raise EndpointError(told)  # outside the handler: the error that holds the headers is no part of this one

    def _once(self, request: Request, patience: Patience) -> Reply:
        """Send a request once, or once more for each thing that the endpoint turns out not to take."""
        way = self._known.way
        first: openai.APIStatusError | None = None
        while True:
            try:
                reply = self._call(request, way, patience)
            except openai.APIStatusError as error:
                self._heard = True
                refused = error.status_code in (400, 422)
                if refused and (outcome := outcome_of(error)):
                    return Reply(text="", outcome=outcome, usage=Usage())
                lesser, named = plainer(error, way)
                doubtful = error.status_code == 500 and patience.failures == _DOUBT
                if not (named and refused) and (self._known.proven or not (refused or doubtful)):
                    raise
                if lesser is None:
                    raise first or error from None
                if named and refused:
                    self._known.keep(lesser)
                first, way = first or error, lesser
                continue
            except Broken:
                self._heard = True
                raise
            self._heard, self._answered = True, self._clock()
            if reply.outcome == "complete":
                self._known.heed(way, json_object(reply.text).startswith("{"))
            self._met.set()
            return reply

    def _call(self, request: Request, way: Way, patience: Patience) -> Reply:
        seconds = max(0.1, min(self._timeout, patience.left))
        until = self._clock() + seconds
        parts: list[bytes] = []
        size = 0
        create = self._client.chat.completions.with_streaming_response.create
        phases = httpx2.Timeout(seconds, connect=min(seconds, _LONGEST_CONNECT))
        with create(model=request.model, timeout=phases, **_body(request, way)) as response:
            for part in response.iter_bytes():
                parts.append(part)
                size += len(part)
                if size > LARGEST_BODY:
                    raise Broken("a body larger than any reply")
                if self._clock() > until:
                    raise openai.APITimeoutError(response.http_request)
        return read_reply(b"".join(parts))

    def _failed(self, error: Exception, began: float) -> str:
        """Return what to tell about a request that failed, and keep it when no other request can do better."""
        told = _told(error, self._secrets)
        if isinstance(error, openai.APIStatusError):
            account = error.status_code in (401, 402, 403, 404) and self._answered is None
            if account or out_of_quota(error):
                self._over = told
        if worth_again(error) and (self._answered is None or self._answered < began):
            self._over = told
        return told


@functools.cache
def _certificates() -> ssl.SSLContext:
    """Return the certificates to trust: loading them takes longer than a request."""
    return httpx2.create_ssl_context()


def _body(request: Request, way: Way) -> dict[str, Any]:
    messages = [m.model_dump() for m in request.messages]
    if way.told:
        messages[0]["content"] += f"\n\n{_TOLD}{request.reply_schema}"
    body: dict[str, Any] = {"messages": messages}
    if way.form == "json_schema":
        shape = {"name": request.stage, "strict": True, "schema": json.loads(request.reply_schema)}
        body["response_format"] = {"type": "json_schema", "json_schema": shape}
    elif way.form == "json_object":
        body["response_format"] = {"type": "json_object"}
    if way.temperature and request.temperature is not None:
        body["temperature"] = request.temperature
    return body


def _without_user(base_url: str) -> tuple[str, tuple[str, str] | None]:
    parts = urlsplit(base_url)
    user, found, host = parts.netloc.rpartition("@")
    if not found:
        return base_url, None
    name, _, password = user.partition(":")
    return urlunsplit(parts._replace(netloc=host)), (unquote(name), unquote(password))


def _told(error: BaseException, secrets: list[str]) -> str:
    if isinstance(error, openai.APIStatusError):
        return _told_status(error, secrets)
    if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException):
        return "the endpoint did not answer in time. Raise --timeout, or try again later."
    if isinstance(error, Broken):
        return f"the endpoint sent {error}. Check --base-url (most end in /v1), or try again later."
    return "the endpoint can't be reached. Check --base-url and the network."


def _told_status(error: openai.APIStatusError, secrets: list[str]) -> str:
    status = error.status_code
    if out_of_quota(error):
        return "the endpoint says that the account's quota is used up. Raise it, or run without --model."
    if status in (401, 403):
        return f"the endpoint refused the key ({status}). Check OPENAI_API_KEY and --base-url."
    if status == 404:
        return "the endpoint does not know the model or the address (404). Check --model and --base-url."
    if status < 400:
        return f"the endpoint sends elsewhere ({status}). Give --base-url the address that it sends to."
    if status in (400, 422):
        said = " ".join("".join(c if c.isprintable() else " " for c in words_of(error)[:2000]).split())
        for secret in secrets:
            said = said.replace(secret, "[secret]")
        words = f": {said[:200]}" if said else ""
        return f"the endpoint refused the request ({status}){words}. Check --model and --base-url."
    seconds = retry_after(error.response.headers)
    asked = f" and asks to wait {seconds:.0f} s" if seconds and seconds != float("inf") else ""
    return f"the endpoint answered {status}{asked}. Run again later, or run without --model."
