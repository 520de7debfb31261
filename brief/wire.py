"""The replies that a language model is asked for: closed types whose JSON Schema strict endpoints accept.

No defaults, no dictionaries, no limits in the schema; limits are checked after the call. Fields stand in the order in
which they are to be written: first the words and where they stand, then what is made of them.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from brief.schema import ContradictionKind, QuestionKind, Status

LONGEST_WORDS = 4000
"""Code points of one verbatim stretch."""

LONGEST_LINE = 600
"""Code points of a paraphrase, a question or any other line of the model's own."""


class Wire(BaseModel):
    """A part of a reply: frozen, closed, nothing converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _at_most(longest: int) -> AfterValidator:
    def check(text: str) -> str:
        if len(text) > longest:
            raise ValueError(f"longer than {longest} characters")
        if not text.strip():
            raise ValueError("empty: use null, or leave the item out")
        if any("\ud800" <= char <= "\udfff" for char in text):
            raise ValueError("half a character")
        return text

    return AfterValidator(check)


Verbatim = Annotated[str, _at_most(LONGEST_WORDS)]
"""Words copied from what was shown."""

Line = Annotated[str, _at_most(LONGEST_LINE)]
"""Words of the model's own."""


class WirePair(Wire):
    """Two items that do not hold together, or seem not to."""

    a: str = Field(description="Id of the affirming or earlier item.")
    b: str = Field(description="Id of the denying or later item.")
    also_a: list[str] = Field(description="Ids of further items that say the same as a; usually empty.")
    also_b: list[str] = Field(description="Ids of further items that say the same as b; usually empty.")
    differs: Line = Field(description="What exactly differs, in one plain sentence without quotation marks.")
    topic: Line = Field(description="What it is about: two to six words that both sides use, lower case.")
    kind: ContradictionKind = Field(description="The kind that fits best.")
    status: Status = Field(description="open, resolved_by or apparent.")
    resolved_by: str | None = Field(description="Id of the later item that settles it, for resolved_by; else null.")
    would_settle: Line = Field(description="What document, person or fact would settle it.")


class WireUpdate(Wire):
    """Two values of one thing at two times: no contradiction."""

    earlier: str = Field(description="Id of the item with the earlier value.")
    later: str = Field(description="Id of the item with the later value.")


class WireGap(Wire):
    """Something that the items leave open."""

    ids: list[str] = Field(description="Ids of the items that raise it.")
    question: Line = Field(description="The question, one sentence that ends with a question mark.")
    kind: QuestionKind = Field(description="What raises it.")
    why: Line = Field(description="Why it matters or is open, in a few plain words.")
    who: Line | None = Field(description="Who could answer it, copied from the items; or null.")
    answered_by: str | None = Field(description="Id of the item that answers it, or null.")


class CompareReply(Wire):
    """The reply to the prompt `compare`."""

    pairs: list[WirePair] = Field(description="Contradictions, the weightiest first; empty when there are none.")
    updates: list[WireUpdate] = Field(description="Later values that replace earlier ones; empty when there are none.")
    questions: list[WireGap] = Field(description="Open questions; empty when there are none.")


class WireSentence(Wire):
    """One sentence with what it rests on."""

    ids: list[str] = Field(description="Ids of the items and contradictions that the sentence rests on.")
    sentence: Line = Field(description="One plain sentence.")


class ConcludeReply(Wire):
    """The reply to the prompt `conclude`."""

    findings: list[WireSentence] = Field(description="Three to six findings, the weightiest first.")
    bottom_line: list[WireSentence] = Field(description="Two to four sentences: what the whole comes to.")


@cache
def reply_schema(reply: type[Wire]) -> str:
    """Return the JSON Schema of a reply as JSON: references inlined, every property required, nothing optional.

    The properties keep the order of declaration, which is the order in which an endpoint writes them.
    """
    schema = reply.model_json_schema()
    return json.dumps(_plain(schema, schema.get("$defs", {})), separators=(",", ":"), ensure_ascii=False)


def _plain(node: Any, definitions: dict[str, Any]) -> Any:
    if isinstance(node, list):
        return [_plain(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        target = definitions[node["$ref"].rsplit("/", 1)[-1]]
        return _plain({**target, **{k: v for k, v in node.items() if k != "$ref"}}, definitions)
    plain = {}
    for key, value in node.items():
        if key == "$defs" or (key == "title" and isinstance(value, str)):
            continue
        if key == "properties":
            plain[key] = {name: _plain(part, definitions) for name, part in value.items()}
        else:
            plain[key] = _plain(value, definitions)
    return plain
