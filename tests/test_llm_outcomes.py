"""What comes back from an endpoint: outcomes, bodies, tokens, and no secret in any of it."""

from __future__ import annotations

import logging
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest

from brief.errors import EndpointError
from brief.llm.body import Broken, read_reply
from brief.llm.exchange import Usage
from brief.llm.openai import OpenAIModel
from tests.endpoint_requests import KEY, Time, model, request
from tests.fake_endpoint import Answer, FakeEndpoint, Fault, Kind, Plan


@pytest.mark.parametrize(
    ("kind", "outcome", "text"),
    [
        ("refusal", "refused", "I can't help with that."),
        ("content_filter", "filtered", ""),
        ("length", "cut_off", '{"echo": "x'),
    ],
)
def test_outcomes_are_typed(kind: Kind, outcome: str, text: str) -> None:
    """A refusal, a filter and a length limit are replies of their own kind, not errors, and are not sent again."""
    with FakeEndpoint([Fault(kind)]) as endpoint:
        reply = model(endpoint).ask(request())
    assert (reply.outcome, reply.text) == (outcome, text)


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ('{"error": {"code": "content_filter", "message": "The prompt was filtered"}}', "filtered"),
        ('{"error": {"code": "context_length_exceeded", "message": "Too many tokens"}}', "cut_off"),
        ('{"error": {"type": "exceed_context_size_error", "message": "too large"}}', "cut_off"),
        ('{"error": {"message": "This model\'s maximum context length is 4096 tokens."}}', "cut_off"),
    ],
)
def test_outcomes_that_come_as_a_refused_request(body: str, outcome: str) -> None:
    """A prompt that was filtered or is too long for the model is an outcome too: the caller can send less."""
    with FakeEndpoint([Fault("status", 400, body=body.encode())]) as endpoint:
        assert model(endpoint).ask(request()).outcome == outcome


@pytest.mark.parametrize(
    "usage",
    [
        None,
        {},
        [],
        "many",
        {"prompt_tokens": None, "completion_tokens": None, "prompt_tokens_details": None},
        {"prompt_tokens": "4", "completion_tokens": -1, "prompt_tokens_details": {"cached_tokens": None}},
        {"prompt_tokens": True, "completion_tokens": 1e300, "prompt_tokens_details": [1]},
    ],
)
def test_usage_may_be_anything(usage: object) -> None:
    """Servers leave tokens out or send nonsense: that counts as 0 and stops nothing."""
    with FakeEndpoint([Answer("{}", usage=usage)]) as endpoint:
        assert model(endpoint).ask(request()).usage == Usage()


def test_usage_adds_up() -> None:
    """Tokens of several exchanges are summed field by field."""
    total = sum((Usage(prompt=2, cached=1, completion=3) for _ in range(3)), Usage())
    assert total == Usage(prompt=6, cached=3, completion=9)


def test_contents_of_other_servers() -> None:
    """Content in parts is joined, missing content is empty, half a character becomes U+FFFD, a bare finish is whole."""
    parts = [{"type": "text", "text": '{"a"'}, {"type": "image"}, {"type": "text", "text": ": 1}"}]
    script = [Answer(parts), Answer(None), Answer("a\ud800b"), Answer("{}", finish_reason=None)]
    with FakeEndpoint(script) as endpoint:
        asked = model(endpoint)
        replies = [asked.ask(request(str(n))) for n in range(4)]
    assert [r.text for r in replies] == ['{"a": 1}', "", "a\ufffdb", "{}"]
    assert {r.outcome for r in replies} == {"complete"}


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"null", b"{}", b'{"choices": [[]]}', b'{"choices": "x"}', b"\xff\xfe", b"[" * 100_000, b"data: {}"],
)
def test_bodies_that_are_no_reply(body: bytes) -> None:
    """Whatever is no chat completion is one kind of error, also when it is nested a hundred thousand deep."""
    with pytest.raises(Broken):
        read_reply(body)


def test_no_temperature_is_sent_when_none_is_asked_for() -> None:
    """Without a temperature the endpoint's own stands."""
    with FakeEndpoint() as endpoint:
        model(endpoint).ask(request(temperature=None))
    assert "temperature" not in endpoint.log[0].body


def test_faults_by_chance_lose_nothing() -> None:
    """Sixty requests from sixteen threads over an endpoint where a third of the answers fail: all are answered."""
    plan = Plan({"rate_limit": 0.2, "error": 0.1, "reset": 0.05, "broken_json": 0.05, "cut": 0.05}, seed=3)
    with FakeEndpoint(plan=plan) as endpoint:
        asked = OpenAIModel(base_url=endpoint.base_url, api_key=KEY, timeout=5, sleep=lambda _: None)
        with ThreadPoolExecutor(16) as executor:
            replies = list(executor.map(lambda n: asked.ask(request(str(n))).text, range(60)))
    assert replies == [f'{{"echo": "{n}"}}' for n in range(60)]
    assert len(endpoint.log) > 70


SECRETS = [
    Fault("status", 401, body=f'{{"error": {{"message": "Incorrect API key provided: {KEY}"}}}}'.encode()),
    Fault("status", 400, body=f'{{"error": {{"message": "Header Bearer {KEY} \\u001b[31mis bad"}}}}'.encode()),
    Fault("status", 422, body=f'"{KEY} pass-word-1"'.encode()),
    Fault("status", 400, body=f"<p>{KEY}</p>".encode()),
    Fault("status", 400, body=f'[{{"error": {{"message": "{KEY}"}}}}]'.encode()),
    Fault("status", 503, body=KEY.encode()),
    Fault("reset"),
    Fault("html"),
]


@pytest.mark.parametrize("fault", SECRETS, ids=lambda f: f"{f.kind}-{f.status}")
def test_no_secret_in_an_error_or_a_log(fault: Fault, caplog: pytest.LogCaptureFixture) -> None:
    """Key, user name and password are in no message, traceback, cause or log line, even if the endpoint says them."""
    caplog.set_level(logging.DEBUG)
    time = Time()
    with FakeEndpoint(lambda _: fault) as endpoint:
        address = endpoint.base_url.replace("http://", "http://user-name-1:pass-word-1@")
        asked = OpenAIModel(base_url=address, api_key=KEY, timeout=5, total=20, sleep=time.sleep, clock=time.clock)
        with pytest.raises(EndpointError) as caught:
            asked.ask(request())
    error = caught.value
    assert error.__cause__ is None
    assert error.__context__ is None
    shown = "".join([str(error), repr(error), repr(asked), *traceback.format_exception(error), caplog.text])
    assert not [secret for secret in (KEY, "user-name-1", "pass-word-1", "\x1b") if secret in shown]


def test_a_user_name_in_the_address_is_sent_as_such() -> None:
    """User name and password in the address become basic authentication."""
    with FakeEndpoint() as endpoint:
        address = endpoint.base_url.replace("http://", "http://user:p%40ss@")
        OpenAIModel(base_url=address, api_key=KEY, timeout=5).ask(request())
    assert endpoint.log[0].authorization == "Basic dXNlcjpwQHNz"


def test_the_environment_does_not_move_the_endpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    """The address that was decided is the one that is asked, whatever the client would read from the environment."""
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "another")
    with FakeEndpoint() as endpoint:
        model(endpoint).ask(request())
    assert endpoint.log[0].authorization == f"Bearer {KEY}"
    asked = OpenAIModel(base_url=None, api_key=KEY, timeout=5)
    assert str(asked._client.base_url) == "https://api.openai.com/v1/"


def test_threads_that_wait_are_not_left_behind() -> None:
    """When the first request fails for good, the requests that let it go ahead are sent and end too."""
    with FakeEndpoint(lambda _: Fault("status", 404), latency=0.05) as endpoint:
        asked = model(endpoint, head_start=30.0)
        ended: list[str] = []

        def ask(number: int) -> None:
            try:
                asked.ask(request(str(number)))
            except EndpointError as error:
                ended.append(str(error))

        threads = [threading.Thread(target=ask, args=(n,)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(5)
    assert len(ended) == 4
