"""The JSON object in a reply that says more than JSON."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.llm.json_text import json_object

OBJECT = '{"items": [{"words": "a } in { words", "n": 1}], "note": "\\"}"}'


@pytest.mark.parametrize(
    "reply",
    [
        OBJECT,
        f"  \n{OBJECT}\n",
        f"\ufeff{OBJECT}",
        f'<think>Perhaps {{"items": []}}? Or {{x}}.</think>\n{OBJECT}',
        f'thoughts without a start {{"a": 1}}</think>{OBJECT}',
        f"<thinking>hm</thinking>```json\n{OBJECT}\n```",
        f"```json\n{OBJECT}\n```",
        f"```\n{OBJECT}\n```\nThat is all {{really}}.",
        f'Given {{topic}} and {{"a": 1}}, here it is:\n```json\n{OBJECT}\n```',
        f"Here is the set {{}} of {{things}}: {OBJECT} Anything else?",
        f"[{OBJECT}]",
    ],
)
def test_the_object_is_found(reply: str) -> None:
    """The whole text, what follows the thoughts, the inside of a fence, or the first object in the words."""
    assert json_object(reply) == OBJECT


@pytest.mark.parametrize(
    "inside",
    ["a ```json fence``` in words", "the tag </think> in words", "<think> and { and }"],
)
def test_words_of_the_reply_do_not_mislead(inside: str) -> None:
    """Fences, tags and braces inside the object's own strings change nothing."""
    text = json.dumps({"words": inside})
    assert json_object(text) == text
    assert json_object(f"```json\n{text}\n```") == text


@pytest.mark.parametrize(
    "reply", ["", "I can't.", '{"items": [', "[1, 2]", "{}", "```json\n```", '<think>{"a": 1}', "{'a': 1}"]
)
def test_without_an_object_the_text_comes_back(reply: str) -> None:
    """Prose, a cut reply, a list, a thought without an end: returned as it is, for the validation to complain about."""
    assert json_object(f" {reply} ") == reply


@pytest.mark.parametrize(
    "reply",
    ["{" * 500_000, '{"a":' * 200_000, '{"' * 300_000, "```" * 300_000, "</think>" * 200_000, '{"a": "' + "x{" * 10**6],
)
def test_hostile_replies_cost_little(reply: str) -> None:
    """A million braces, quotation marks or fences are given up in a moment."""
    began = time.process_time()
    assert json_object(reply) == reply
    assert time.process_time() - began < 2


@given(st.text(alphabet='{}[]":,`<>/think \\a1\n', max_size=200))
def test_any_text_gives_text(reply: str) -> None:
    """Never an exception; what comes back is a stretch of what was sent."""
    assert json_object(reply) in reply
