"""No test reaches a network or a model: only this machine's own addresses answer, and no key is in the environment."""

from __future__ import annotations

import os
import socket
from typing import Any

import pytest

_OWN = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets reach the loopback addresses only, and forget settings that name a model, a key or a proxy."""
    for name in list(os.environ):
        if name == "BRIEF_MODEL" or name.startswith("OPENAI_") or name.upper().endswith("_PROXY"):
            monkeypatch.delenv(name)
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded(self: socket.socket, address: Any) -> None:
        _own(self, address)
        connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        _own(self, address)
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *others: Any, **more: Any) -> Any:
        if host not in _OWN:
            raise AssertionError(f"a test tried to look up {host}")
        return look_up(host, *others, **more)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


def _own(used: socket.socket, address: Any) -> None:
    if used.family != socket.AF_UNIX and address[0] not in _OWN:
        raise AssertionError(f"a test tried to reach {address}")
