"""A small OpenAI-compatible endpoint for tests: scripted replies, faults by a seeded plan, latency, a log.

    with FakeEndpoint(["{}"]) as endpoint:
        OpenAIModel(base_url=endpoint.base_url, api_key="k", timeout=5)

Standard library only, on a loopback port. `python -m tests.fake_endpoint --latency 1` serves until its input is closed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import socket
import struct
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Literal

Kind = Literal[
    "rate_limit", "quota", "error", "status", "reset", "cut", "broken_json", "html", "no_choices",
    "refusal", "content_filter", "length", "trickle", "raw",
]  # fmt: skip
Body = dict[str, Any]

USAGE = {
    "prompt_tokens": 40,
    "completion_tokens": 10,
    "total_tokens": 50,
    "prompt_tokens_details": {"cached_tokens": 16},
}


@dataclass(frozen=True)
class Fault:
    """An answer that is not a plain reply. `headers` are sent with it; `body` replaces the bytes of its body."""

    kind: Kind
    status: int = 500
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True)
class Answer:
    """A plain reply with everything that can be set in it."""

    content: Any
    finish_reason: str | None = "stop"
    refusal: str | None = None
    usage: Any = field(default_factory=lambda: USAGE)


Scripted = str | Answer | Fault
Script = Callable[[Body], Scripted] | Iterable[Scripted]


@dataclass(frozen=True)
class Plan:
    """Faults by chance: shares of requests by kind, drawn from seed, body and how often that body was seen.

    Threads in any order therefore meet the same faults. `retry_after` holds the values that a 429 may name.
    """

    shares: Mapping[Kind, float]
    seed: int = 0
    retry_after: tuple[str, ...] = ("0", "0.05", "0.1")

    def draw(self, body: bytes, seen: int) -> Fault | None:
        """Return the fault for the `seen`-th time that a body comes, or None."""
        digest = hashlib.sha256(f"{self.seed} {seen} ".encode() + body).digest()
        pick = random.Random(digest)  # noqa: S311  # a plan, not a secret
        at = pick.random()
        for kind, share in self.shares.items():
            at -= share
            if at < 0:
                told = {"Retry-After": pick.choice(self.retry_after)} if kind == "rate_limit" else {}
                return Fault(kind, headers=told)
        return None


@dataclass(frozen=True)
class Logged:
    """One request as the endpoint saw it; times in seconds of `time.monotonic`."""

    body: Body
    kind: str
    began: float
    ended: float
    authorization: str
    headers: Mapping[str, str]
    """Headers of the answer that the fault asked for."""

    @property
    def words(self) -> str:
        """The content of the last message."""
        return str(self.body["messages"][-1]["content"])


def echo(body: Body) -> str:
    """Reply with the last message in a JSON object."""
    return json.dumps({"echo": body["messages"][-1]["content"]}, ensure_ascii=False)


class FakeEndpoint:
    """The endpoint, as a context manager that gives itself."""

    def __init__(
        self,
        script: Script = echo,
        *,
        plan: Plan | None = None,
        lacks: Iterable[Literal["json_schema", "json_object", "temperature"]] = (),
        latency: float = 0.0,
    ) -> None:
        """`script` makes the reply to a request's body, or holds replies that are used up one by one.

        What it `lacks` is refused before the latency, as a server does that checks a request before it computes.
        """
        self._script = script if callable(script) else None
        self._queue = deque(() if callable(script) else script)
        self._plan = plan
        self._lacks = frozenset(lacks)
        self._latency = latency
        self._lock = threading.Lock()
        self._seen: Counter[bytes] = Counter()
        self._log: list[Logged] = []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.endpoint = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.005}, daemon=True)

    @property
    def base_url(self) -> str:
        """The address to give to a client."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def log(self) -> list[Logged]:
        """The requests so far, in the order in which their answers were begun."""
        with self._lock:
            return list(self._log)

    def __enter__(self) -> FakeEndpoint:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def decide(self, raw: bytes, authorization: str) -> Scripted:
        """Return what a request gets, after the latency, and log it."""
        began = time.monotonic()
        body: Body = json.loads(raw)
        lacking = self._lacking(body)
        if lacking:
            scripted: Scripted = _refuse(lacking)
        else:
            with self._lock:
                seen = self._seen[raw]
                self._seen[raw] += 1
            fault = self._plan.draw(raw, seen) if self._plan else None
            scripted = fault or self._reply(body)
            time.sleep(self._latency)
        kind = scripted.kind if isinstance(scripted, Fault) else "reply"
        headers = scripted.headers if isinstance(scripted, Fault) else {}
        with self._lock:
            self._log.append(Logged(body, lacking or kind, began, time.monotonic(), authorization, headers))
        return scripted

    def _lacking(self, body: Body) -> str:
        form = body.get("response_format", {}).get("type", "text")
        if form in self._lacks:
            return str(form)
        return "temperature" if "temperature" in self._lacks and "temperature" in body else ""

    def _reply(self, body: Body) -> Scripted:
        if self._script is not None:
            return self._script(body)
        with self._lock:
            return self._queue.popleft() if self._queue else _error(400, "the script has no more replies")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256
    endpoint: FakeEndpoint

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no error of the endpoint."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        """Answer a chat completion."""
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        scripted = self.server.endpoint.decide(raw, self.headers.get("Authorization", ""))
        if isinstance(scripted, Fault):
            self._fault(scripted)
        else:
            self._send(200, _completion(scripted if isinstance(scripted, Answer) else Answer(scripted)))

    def log_message(self, format: str, *args: Any) -> None:
        """Print nothing."""

    def _fault(self, fault: Fault) -> None:
        plain = _completion(Answer('{"echo": "' + "x" * 400 + '"}'))
        match fault.kind:
            case "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
                self.close_connection = True
            case "cut":
                self._send(200, plain[: len(plain) // 2], promised=len(plain))
                self.close_connection = True
            case "trickle":
                self._trickle(plain)
            case "rate_limit":
                said = fault.body or _error_body("Rate limit reached", code="rate_limit_exceeded")
                self._send(429, said, headers=fault.headers)
            case "error" | "status" | "quota":
                quota = fault.kind == "quota"
                said = fault.body or _error_body("no more", code="insufficient_quota" if quota else None)
                self._send(429 if quota else fault.status, said, headers=fault.headers)
            case "html":
                self._send(200, b"<html><body>Welcome</body></html>", content_type="text/html")
            case "broken_json":
                self._send(200, plain[:-40])
            case "no_choices":
                self._send(200, b'{"id": "x", "object": "chat.completion", "choices": []}')
            case "refusal":
                self._send(200, _completion(Answer(None, refusal="I can't help with that.")))
            case "content_filter":
                self._send(200, _completion(Answer("", finish_reason="content_filter")))
            case "length":
                self._send(200, _completion(Answer('{"echo": "x', finish_reason="length")))
            case "raw":
                self._send(fault.status, fault.body or b"", headers=fault.headers)

    def _send(
        self,
        status: int,
        body: bytes,
        *,
        promised: int | None = None,
        headers: Mapping[str, str] | None = None,
        content_type: str = "application/json",
    ) -> None:
        lines = {"Content-Type": content_type, "Content-Length": str(promised or len(body)), **(headers or {})}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        self.wfile.write(f"HTTP/1.1 {status} Told\r\n{head}\r\n".encode() + body)

    def _trickle(self, body: bytes) -> None:
        """Send a blank now and then, as endpoints do that queue a request, and the reply never."""
        self.wfile.write(
            f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {10**6}\r\n\r\n".encode()
        )
        self.close_connection = True
        for _ in range(200):
            time.sleep(0.02)
            self.wfile.write(b" ")
        self.wfile.write(body)


def _completion(answer: Answer) -> bytes:
    message = {"role": "assistant", "content": answer.content, "refusal": answer.refusal}
    choice = {"index": 0, "finish_reason": answer.finish_reason, "message": message}
    made = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "fake", "choices": [choice]}
    return json.dumps({**made, "usage": answer.usage}).encode()


def _error_body(message: str, *, code: str | None = None, param: str | None = None) -> bytes:
    error = {"message": message, "type": "invalid_request_error", "param": param, "code": code}
    return json.dumps({"error": error}).encode()


def _error(status: int, message: str) -> Fault:
    return Fault("status", status, body=_error_body(message))


def _refuse(what: str) -> Fault:
    param = "temperature" if what == "temperature" else "response_format"
    said = f"Invalid value: '{what}' is not supported by this model."
    return Fault("status", 400, body=_error_body(said, param=param))


def main() -> None:
    """Serve echoes in a process of their own: print the address, then wait until standard input is closed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--latency", type=float, default=0.0, metavar="S")
    with FakeEndpoint(latency=parser.parse_args().latency) as endpoint:
        print(endpoint.base_url, flush=True)
        sys.stdin.read()
        log = endpoint.log
        span = max(e.ended for e in log) - min(e.began for e in log) if log else 0.0
        print(json.dumps({"requests": len(log), "span": span}), flush=True)


if __name__ == "__main__":
    main()
