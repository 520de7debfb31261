"""Asking a model: what is sent, what is sent again, what comes back, and what never gets out."""

from __future__ import annotations

import json
import socket
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from brief.errors import EndpointError
from brief.llm.exchange import Usage
from brief.llm.openai import OpenAIModel
from brief.llm.patience import LONGEST_RETRY_AFTER, LONGEST_WAIT, MOST_BROKEN, MOST_TRIES, MOST_UNHEARD, retry_after
from tests.endpoint_requests import KEY, SCHEMA, Time, model, request
from tests.fake_endpoint import FakeEndpoint, Fault


def test_a_reply_with_its_tokens() -> None:
    """A request goes out with its schema, temperature and key, and the reply comes back verbatim with its tokens."""
    with FakeEndpoint(['{"echo": "hé\\n"}']) as endpoint:
        reply = model(endpoint).ask(request())
    assert (reply.text, reply.outcome) == ('{"echo": "hé\\n"}', "complete")
    assert reply.usage == Usage(prompt=40, cached=16, completion=10)
    (sent,) = endpoint.log
    assert sent.authorization == f"Bearer {KEY}"
    assert sent.body["temperature"] == 0.0
    assert sent.body["response_format"]["json_schema"] == {
        "name": "summarise",
        "strict": True,
        "schema": json.loads(SCHEMA),
    }
    assert [m["content"] for m in sent.body["messages"]] == ["Read.", "hello"]


@pytest.mark.parametrize(
    ("lacks", "formats", "temperature"),
    [
        (["json_schema"], ["json_schema", "json_object"], True),
        (["json_object", "json_schema"], ["json_schema", "json_object", None], True),
        (["temperature"], ["json_schema", "json_schema"], False),
        (["json_object", "json_schema", "temperature"], ["json_schema", "json_object", None, None], False),
    ],
)
def test_what_an_endpoint_lacks_is_found_once(lacks: list[str], formats: list[str | None], temperature: bool) -> None:
    """What is refused is given up, the schema then stands in the prompt, and later requests go right at once."""
    with FakeEndpoint(lacks=lacks) as endpoint:  # type: ignore[arg-type]
        asked = model(endpoint)
        assert asked.ask(request("one")).text == '{"echo": "one"}'
        found = len(endpoint.log)
        assert asked.ask(request("two")).text == '{"echo": "two"}'
    log = endpoint.log
    assert len(log) == found + 1
    assert [e.body.get("response_format", {}).get("type") for e in log[:found]] == formats
    last = log[-1].body
    assert ("temperature" in last) == temperature
    told = "json_schema" in lacks
    assert last["messages"][0]["content"].startswith("Read.")
    assert (SCHEMA in last["messages"][0]["content"]) == told
    assert last["messages"][1]["content"] == "two"


def test_thirty_two_threads_meet_one_refusal() -> None:
    """When many requests start at once, the first finds out what the endpoint lacks, and the others profit."""
    with FakeEndpoint(lacks=["json_schema", "temperature"], latency=0.02) as endpoint:
        asked = model(endpoint, head_start=5.0)
        with ThreadPoolExecutor(32) as executor:
            replies = list(executor.map(lambda n: asked.ask(request(str(n))).text, range(64)))
    assert replies == [f'{{"echo": "{n}"}}' for n in range(64)]
    kinds = Counter(e.kind for e in endpoint.log)
    assert kinds == {"reply": 64, "json_schema": 1, "temperature": 1}


def test_the_head_start_is_short() -> None:
    """A first request that takes long to be answered does not hold the others up."""
    with FakeEndpoint(latency=0.5) as endpoint:
        asked = model(endpoint, head_start=0.05)
        with ThreadPoolExecutor(8) as executor:
            list(executor.map(lambda n: asked.ask(request(str(n))), range(8)))
    began = sorted(e.began for e in endpoint.log)
    assert began[-1] - began[0] < 0.4


def test_a_refusal_without_a_name_gives_up_nothing_unless_it_helps() -> None:
    """A 400 that names nothing is tried in plainer formats; when those are refused too, nothing is held against it."""
    bad = Fault("status", 400, body=b'{"error": {"message": "Unknown model"}}')
    with FakeEndpoint([bad, bad, bad, "{}"]) as endpoint:
        asked = model(endpoint)
        with pytest.raises(EndpointError, match=r"refused the request \(400\): Unknown model\..*--model"):
            asked.ask(request("one"))
        asked.ask(request("two"))
    assert endpoint.log[-1].body["response_format"]["type"] == "json_schema"


def test_a_refusal_after_json_has_come_back_is_not_about_the_format() -> None:
    """Once an endpoint has answered with JSON, an unnamed 400 fails that request and costs no second one."""
    with FakeEndpoint(["{}", Fault("status", 400, body=b'"bad"'), "{}"]) as endpoint:
        asked = model(endpoint)
        asked.ask(request("one"))
        with pytest.raises(EndpointError):
            asked.ask(request("two"))
        asked.ask(request("three"))
    assert len(endpoint.log) == 3


def test_a_server_that_fails_on_schemas() -> None:
    """A server that answers 500 to each schema is tried in the next format after a while, and then kept there."""

    def script(body: dict[str, object]) -> str | Fault:
        form = body.get("response_format")
        return Fault("error") if isinstance(form, dict) and form["type"] == "json_schema" else "{}"

    with FakeEndpoint(script) as endpoint:
        asked = model(endpoint)
        asked.ask(request("one"))
        asked.ask(request("two"))
    assert [e.kind for e in endpoint.log] == ["error"] * 3 + ["reply"] * 2


def test_an_endpoint_that_ignores_the_schema_is_told_in_the_prompt() -> None:
    """Where a schema was accepted and prose came back, later requests carry the schema in the prompt as well."""
    with FakeEndpoint(["Gladly! Here it is.", "{}"]) as endpoint:
        asked = model(endpoint)
        assert asked.ask(request("one")).text == "Gladly! Here it is."
        asked.ask(request("two"))
    last = endpoint.log[-1].body
    assert last["response_format"]["type"] == "json_schema"
    assert SCHEMA in last["messages"][0]["content"]


AGAIN: list[Fault] = [
    *(Fault(kind) for kind in ("rate_limit", "error", "reset", "cut", "broken_json", "html", "no_choices")),
    *(Fault("status", status) for status in (408, 409, 498, 502, 503, 529)),
    Fault("raw", 200, {"Content-Encoding": "gzip"}, b"no gzip"),
    Fault("raw", 200, body=b'{"error": {"message": "busy", "code": 429}}'),
    Fault("raw", 200, body=b'{"choices": [{"message": null}]}'),
]


@pytest.mark.parametrize("fault", AGAIN, ids=lambda f: f"{f.kind}-{f.status}")
def test_what_passes_is_sent_again(fault: Fault) -> None:
    """A failed connection, a rate limit, a server's fault and a broken body: wait within bounds, and send again."""
    time = Time()
    with FakeEndpoint([fault, fault, "{}"]) as endpoint:
        assert model(endpoint, time).ask(request()).text == "{}"
    assert len(endpoint.log) == 3
    assert len(time.waits) == 2
    assert 0 <= time.waits[0] <= 2
    assert 0 <= time.waits[1] <= 4


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (Fault("quota"), "quota is used up"),
        (Fault("status", 401), r"refused the key \(401\)"),
        (Fault("status", 403), r"refused the key \(403\)"),
        (Fault("status", 404), "Check --model and --base-url"),
        (Fault("status", 307, {"Location": "http://127.0.0.1:9/"}), r"sends elsewhere \(307\)"),
        (Fault("status", 501), "answered 501"),
        (Fault("rate_limit", headers={"Retry-After": "3600"}), "asks to wait 3600 s"),
        (Fault("rate_limit", headers={"Retry-After": "inf"}), "answered 429"),
    ],
)
def test_what_does_not_pass_is_not_sent_again(fault: Fault, told: str) -> None:
    """No money, no key, no such model, a redirect, too long a wait: one request, and a message with the next step."""
    time = Time()
    with FakeEndpoint([fault, "{}"]) as endpoint, pytest.raises(EndpointError, match=told) as caught:
        model(endpoint, time).ask(request())
    assert time.waits == []
    assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "0.25"}, 0.25),
        ({"retry-after-ms": "1500", "Retry-After": "9"}, 1.5),
        ({"retry-after-ms": "soon", "Retry-After": "9"}, 9),
        ({"Retry-After": str(LONGEST_RETRY_AFTER)}, LONGEST_RETRY_AFTER),
        ({"Retry-After": "Tue, 03 Mar 2026 10:00:30 GMT", "Date": "Tue, 03 Mar 2026 10:00:00 GMT"}, 30),
    ],
)
def test_retry_after_is_the_floor_of_the_wait(headers: dict[str, str], seconds: float) -> None:
    """Seconds, milliseconds and a date (counted from the endpoint's own clock) are waited for, with a little jitter."""
    time = Time()
    with FakeEndpoint([Fault("rate_limit", headers=headers), "{}"]) as endpoint:
        model(endpoint, time, total=600.0).ask(request())
    (wait,) = time.waits
    assert seconds <= wait <= seconds * 1.25 + 1


@pytest.mark.parametrize(("seconds", "waited"), [(LONGEST_RETRY_AFTER, 1), (LONGEST_RETRY_AFTER + 1, 0)])
def test_retry_after_has_a_bound(seconds: float, waited: int) -> None:
    """A Retry-After above the bound is not waited for, though the total time would allow it."""
    time = Time()
    busy = Fault("rate_limit", headers={"Retry-After": str(seconds)})
    with FakeEndpoint([busy, Fault("status", 404)]) as endpoint, pytest.raises(EndpointError):
        model(endpoint, time, total=10_000.0).ask(request())
    assert len(time.waits) == waited


def test_waits_have_a_bound() -> None:
    """Where the endpoint does not say, waits grow to 30 seconds and no further, and the number of tries has an end."""
    time = Time()
    with FakeEndpoint(lambda _: Fault("error")) as endpoint, pytest.raises(EndpointError):
        model(endpoint, time, total=10_000.0).ask(request())
    assert len(time.waits) == MOST_TRIES - 1
    assert max(time.waits) <= LONGEST_WAIT
    assert max(time.waits[10:]) > LONGEST_WAIT / 2


def test_retry_after_that_is_nonsense() -> None:
    """Words, not-a-number and a date in the past ask for no wait; without a Date header our own clock counts."""
    assert retry_after({"retry-after": "soon"}) is None
    assert retry_after({"retry-after": "nan"}) is None
    assert retry_after({"retry-after": "-5"}) == 0
    assert retry_after({"retry-after": "Tue, 03 Mar 1998 10:00:30 GMT"}) == 0
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    assert 50 <= (retry_after({"retry-after": soon}) or 0) <= 60


def test_the_total_cuts_a_wait_that_would_overrun_it() -> None:
    """A Retry-After within its own bound that ends after the request's total time is not begun."""
    time = Time()
    faults = [Fault("rate_limit", headers={"Retry-After": "100"})] * 5
    with FakeEndpoint(faults) as endpoint, pytest.raises(EndpointError, match="answered 429"):
        model(endpoint, time, total=250.0).ask(request())
    assert 1 <= len(time.waits) <= 2
    assert sum(time.waits) < 250


def test_an_endpoint_that_only_fails_is_given_up_within_the_total() -> None:
    """Nothing but 500: tried until the total time is over, and not by each later request again."""
    time = Time()
    with FakeEndpoint(lambda _: Fault("error")) as endpoint:
        asked = model(endpoint, time, total=60.0)
        with pytest.raises(EndpointError, match="answered 500"):
            asked.ask(request("one"))
        tried = len(endpoint.log)
        with pytest.raises(EndpointError, match="answered 500"):
            asked.ask(request("two"))
    assert sum(time.waits) < 60
    assert all(wait <= min(30, 2.0 ** (n + 1)) for n, wait in enumerate(time.waits))
    assert len(endpoint.log) == tried


def test_a_web_page_is_no_endpoint() -> None:
    """An address that always sends a web page is given up after a few times, with a word about the address."""
    told = r"a web page\. Check --base-url \(most end in /v1\)"
    with FakeEndpoint(lambda _: Fault("html")) as endpoint, pytest.raises(EndpointError, match=told):
        model(endpoint).ask(request())
    assert len(endpoint.log) == MOST_BROKEN


def test_nobody_there() -> None:
    """An address where nothing listens is given up after a few tries, not after ten minutes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    time = Time()
    asked = OpenAIModel(
        base_url=f"http://127.0.0.1:{port}/v1", api_key=KEY, timeout=5, sleep=time.sleep, clock=time.clock
    )
    with pytest.raises(EndpointError, match="can't be reached"):
        asked.ask(request())
    assert len(time.waits) == MOST_UNHEARD - 1


def test_a_time_out_holds_for_the_whole_call() -> None:
    """An endpoint that keeps sending blanks and never a reply is cut off at the time-out, and asked again."""
    waits: list[float] = []
    with FakeEndpoint([Fault("trickle"), "{}"]) as endpoint:
        asked = OpenAIModel(base_url=endpoint.base_url, api_key=KEY, timeout=0.2, sleep=waits.append)
        began = time.monotonic()
        assert asked.ask(request()).text == "{}"
    assert len(waits) == 1
    assert time.monotonic() - began < 2


def test_a_slow_endpoint() -> None:
    """An endpoint that is slower than the time-out each time is told so, with the option that helps."""
    with FakeEndpoint(latency=0.3) as endpoint, pytest.raises(EndpointError, match="Raise --timeout"):
        OpenAIModel(base_url=endpoint.base_url, api_key=KEY, timeout=0.1, total=0.25).ask(request())
