"""The JSON object in a reply that says more than JSON: thoughts, a fence, a sentence before or after."""

from __future__ import annotations

import json

MOST_TRIES = 64
"""Opening braces that are tried before the search is given up: keeps it linear in the length of the reply."""

_THOUGHTS_END = ("</think>", "</thinking>", "</reasoning>")
_THOUGHTS_START = ("<think>", "<thinking>", "<reasoning>")
_decode = json.JSONDecoder().raw_decode


def json_object(text: str) -> str:
    """Return the characters of the JSON object that a reply consists of or contains.

    Looked for, in this order: the whole text; what follows the model's thoughts; the inside of a fence; the first
    balanced `{...}` that is JSON and not empty. A thought that never ends is no reply. Where there is no object the
    text comes back as it is, without white space around it: a complaint about it is then about what was sent.
    """
    whole = text.strip().removeprefix("\ufeff").lstrip()
    if _object_at(whole, 0) == len(whole):
        return whole
    thoughtful = whole.startswith(_THOUGHTS_START)
    for said in (_after_thoughts(whole), "" if thoughtful else whole):
        for start in (max(0, said.find("```")), 0):
            found = _first_object(said, start)
            if found:
                return found
    return whole


def _after_thoughts(text: str) -> str:
    ends = [at + len(tag) for tag in _THOUGHTS_END if (at := text.rfind(tag)) >= 0]
    if ends:
        return text[max(ends) :]
    return "" if text.startswith(_THOUGHTS_START) else text


def _first_object(text: str, start: int) -> str:
    at = start - 1
    for _ in range(MOST_TRIES):
        at = text.find("{", at + 1)
        if at < 0:
            break
        end = _object_at(text, at)
        if end > at + 2:
            return text[at:end]
    return ""


def _object_at(text: str, at: int) -> int:
    """Return the end of the JSON object that starts at `at`, or -1."""
    if not text.startswith("{", at):
        return -1
    try:
        return _decode(text, at)[1]
    except (ValueError, RecursionError):
        return -1
