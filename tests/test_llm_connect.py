"""From options and environment to a model: only a named one, and only where it can work."""

from __future__ import annotations

import subprocess
import sys

import pytest

from brief.errors import UsageError
from brief.llm.connect import ModelSettings, connect, model_settings
from brief.llm.exchange import Message, Request
from tests.fake_endpoint import FakeEndpoint

KEY = "sk-canary-7f3b51c2"


def test_a_key_alone_changes_nothing() -> None:
    """Without a name no model is used, whatever key and address are in the environment."""
    environment = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": "http://localhost:1/v1"}
    assert model_settings(environment=environment) is None
    assert model_settings("", environment={**environment, "BRIEF_MODEL": " "}) is None


def test_a_model_is_named_by_an_option_or_the_environment() -> None:
    """--model goes before BRIEF_MODEL, --base-url before OPENAI_BASE_URL."""
    environment = {"BRIEF_MODEL": "one", "OPENAI_BASE_URL": "http://localhost:1/v1", "OPENAI_API_KEY": KEY}
    settings = model_settings(environment=environment)
    assert settings == ModelSettings("one", "http://localhost:1/v1", KEY, 120.0, 0.0)
    settings = model_settings("two", "https://example.org/v1", timeout=5, temperature=None, environment=environment)
    assert settings == ModelSettings("two", "https://example.org/v1", KEY, 5, None)


def test_a_named_model_needs_a_key_or_an_endpoint() -> None:
    """A name alone is a usage error that names what to set."""
    with pytest.raises(UsageError, match=r"OPENAI_API_KEY.*--base-url.*without --model"):
        model_settings("some-model", environment={})


def test_an_endpoint_of_ones_own_needs_no_key() -> None:
    """With an address and no key a dummy is sent, because the client insists on one."""
    with FakeEndpoint() as endpoint:
        settings = model_settings("local", endpoint.base_url, environment={"OPENAI_API_KEY": " "})
        assert settings is not None
        message = Message(role="user", content="hello")
        request = Request(
            stage="s", about="a", model=settings.model, messages=(message,), reply_schema="{}", temperature=None
        )
        assert connect(settings).ask(request).text == '{"echo": "hello"}'
    assert endpoint.log[0].authorization == "Bearer none"


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://host/v1", "localhost:8080/v1", "http://", "http://host:99999/", "http://[bad/",
     "http://ho st/v1", "http://host/\x00", "unix:/run/socket", "javascript:alert(1)"],
)  # fmt: skip
def test_only_http_addresses(address: str) -> None:
    """Anything but http or https with a host is a usage error."""
    with pytest.raises(UsageError, match="no http or https address"):
        model_settings("m", address, environment={"OPENAI_API_KEY": KEY})


def test_a_wrong_address_is_not_repeated() -> None:
    """The address may hold a password: the error does not show it."""
    with pytest.raises(UsageError) as caught:
        model_settings("m", "ftp://user-name-1:pass-word-1@host/v1", environment={"OPENAI_API_KEY": KEY})
    assert not [secret for secret in ("user-name-1", "pass-word-1", KEY) if secret in repr(caught.value)]


@pytest.mark.parametrize("key", [f"{KEY}\nHost: x", f"{KEY} x", f"{KEY}é", f"{KEY}\x00"])
def test_a_key_that_can_be_no_header(key: str) -> None:
    """A key with a line break, a space or a letter outside ASCII is refused without showing it."""
    with pytest.raises(UsageError, match="OPENAI_API_KEY") as caught:
        model_settings("m", environment={"OPENAI_API_KEY": key})
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf")])
def test_time_outs_are_seconds_above_zero(timeout: float) -> None:
    """A time-out that is no time is a usage error."""
    with pytest.raises(UsageError, match="--timeout"):
        model_settings("m", "http://localhost:1", timeout=timeout, environment={})


@pytest.mark.parametrize("temperature", [-0.1, 2.1, float("nan")])
def test_temperatures_have_bounds(temperature: float) -> None:
    """A temperature outside 0 to 2 is a usage error."""
    with pytest.raises(UsageError, match="--temperature"):
        model_settings("m", "http://localhost:1", temperature=temperature, environment={})


def test_settings_show_no_secret() -> None:
    """Key and address are not in the repr: the address may hold a password."""
    settings = model_settings("m", "http://user:pass@host/v1", environment={"OPENAI_API_KEY": KEY})
    shown = repr(settings)
    assert KEY not in shown
    assert "pass" not in shown


def test_replay_loads_no_client() -> None:
    """Deciding on a model and replaying recordings imports neither openai nor tenacity."""
    script = (
        "import sys\nimport brief.llm.connect, brief.llm.recording, brief.llm.listing, brief.llm.json_text\n"
        "print(sorted({'openai', 'tenacity', 'httpx2'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
