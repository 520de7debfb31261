"""A model of a few rules: it answers the prompts of `brief make` from the request alone, the same each time."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.fake_endpoint import Body

Statement = dict[str, Any]
SHOWN = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
"""A sentence of an article in the request: its number and its words."""

_NAME = r"[A-Z][a-z]+ [A-Z][a-z]+"
_QUOTED = re.compile(rf"“([^”]+?)[,.]?” (?P<who>{_NAME}) (?P<cue>said)")
_REPORTED = re.compile(rf"^(?P<who>{_NAME}) (?P<cue>said) that ([^“”]+?)\.?$")
_DENIED = re.compile(rf"^(?P<who>{_NAME}) (?P<cue>denied) (that [^“”]+?)\.?$")
_OUTSIDE = re.compile(rf"^(?P<cue>According to) (?P<who>{_NAME}), ([^“”]+?)\.?$")
_PRINTED = re.compile(r"^(S\d+\.\w+) \| [^|]+ \| ([^|]+) \| ([^|]+) \| (.*)$", re.MULTILINE)
_NEGATED = re.compile(r"\b(?:not|never|denied|denies)\b")


def answer(body: Body) -> str:
    """Return the reply to a request of any of the three stages."""
    stage = stage_of(body)
    asked = str(body["messages"][1]["content"])
    made = {"summarise": summarise, "compare": compare, "conclude": conclude}[stage](asked)
    return json.dumps(made, ensure_ascii=False)


def stage_of(body: Body) -> str:
    """Return the stage that a request comes from."""
    return str(body["response_format"]["json_schema"]["name"])


def statement(words: str, sentence: int, speaker: str | None, **other: Any) -> Statement:
    """Return one statement as a model sends it."""
    return {
        "sentences": [sentence],
        "words": [words],
        "speaker_words": speaker,
        "cue": None,
        "speaker": speaker,
        "speaker_kind": "person",
        "stance": "assert",
        "paraphrase": None,
        **other,
    }


def summarise(asked: str) -> dict[str, Any]:
    """Return the statements of an article whose sentences name speaker and cue beside the words."""
    found = []
    for number, words in SHOWN.findall(asked):
        for pattern in (_QUOTED, _REPORTED, _DENIED, _OUTSIDE):
            hit = pattern.search(words) if number != "0" else None
            if hit is not None:
                stance = "deny" if _NEGATED.search(words) else "assert"
                content = next(g for g in hit.groups() if g not in (hit["who"], hit["cue"]))
                found.append(statement(content, int(number), hit["who"], cue=hit["cue"], stance=stance))
                break
    return {"instructions_seen": [], "statements": found, "events": [], "figures": [], "questions": []}


def compare(asked: str) -> dict[str, Any]:
    """Return one pair of each request: a denial and what another source asserts with the most words in common."""
    items = _items(asked)
    best: tuple[int, str, str, str] | None = None
    for b, _, _, denied in (i for i in items if i[2] == "deny"):
        for a, _, _, said in (i for i in items if i[2] == "assert" and i[0].split(".")[0] != b.split(".")[0]):
            common = [w for w in dict.fromkeys(re.findall(r"[a-z]{5,}", denied)) if w in said]
            if best is None or len(common) > best[0]:
                best = (len(common), a, b, " ".join(common[:4]))
    if best is None or not best[0]:
        return {"pairs": [], "updates": [], "questions": []}
    _, a, b, topic = best
    pair: dict[str, Any] = {
        "a": a,
        "b": b,
        "also_a": [],
        "also_b": [],
        "differs": f"One side denies the {topic}.",
        "topic": topic,
        "kind": "direct_denial",
        "status": "open",
        "resolved_by": None,
        "would_settle": f"The {topic}.",
    }
    return {"pairs": [pair], "updates": [], "questions": []}


def conclude(asked: str) -> dict[str, Any]:
    """Return a sentence for each of the first things that a speaker asserts."""
    told = [
        {"ids": [name], "sentence": f"{who} says: {words[:150].rstrip('., ')}."}
        for name, who, stance, words in _items(asked)
        if who != "-" and stance == "assert" and len(words) > 20
    ]
    return {"findings": told[2:6], "bottom_line": told[:2]}


def _items(asked: str) -> list[tuple[str, str, str, str]]:
    return [(m[1], m[2].strip(), m[3].strip(), m[4]) for m in _PRINTED.finditer(asked)]
