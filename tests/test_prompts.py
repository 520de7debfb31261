"""The prompts: text that anybody can edit, refused with the file and the next step where it can't be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brief.errors import UsageError
from brief.prompting import PROMPTS, all_prompts, load_prompt
from brief.summarise.wire import SummariseReply
from brief.wire import CompareReply, ConcludeReply, Wire, reply_schema

REPOSITORY = Path(__file__).parent.parent
GOOD = "---\nname: again\npurpose: Tells what is wrong.\nvariables: complaint\n---\n\n# User\n\nWrong: $complaint\n"


def write(folder: Path, text: str, name: str = "again") -> Path:
    """Write a prompt file and return its folder."""
    (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_every_prompt_comes_with_the_program() -> None:
    """All prompts load, say what they are for, and use exactly the variables that the program fills."""
    for prompt in all_prompts():
        assert set(prompt.variables) == PROMPTS[prompt.name]
        assert prompt.purpose.endswith(".")
        assert len(prompt.fingerprint) == 64
    assert [p.name for p in all_prompts()] == list(PROMPTS)


def test_the_repository_folder_is_what_is_loaded() -> None:
    """The files a reader finds in `prompts/` are the ones in use."""
    for name in PROMPTS:
        assert load_prompt(name, REPOSITORY / "prompts") == load_prompt(name)


def test_every_file_in_the_folder_is_a_prompt_and_explained() -> None:
    """No file lies in `prompts/` unused, and the page there names each with its variables."""
    page = (REPOSITORY / "prompts" / "README.md").read_text(encoding="utf-8")
    files = {p.stem for p in (REPOSITORY / "prompts").glob("*.md")} - {"README"}
    assert files == set(PROMPTS)
    for name, variables in PROMPTS.items():
        assert f"`{name}.md`" in page
        assert all(f"${v}" in page for v in variables)


def test_the_constant_part_comes_first_and_the_article_last() -> None:
    """The system part has no variables, and nothing of the user part stands after the article but its fence."""
    prompt = load_prompt("summarise")
    assert "$" not in prompt.system
    assert prompt.user.rstrip().endswith("$sentences\n$fence>>>")


def test_values_are_put_in_as_they_are() -> None:
    """Dollar signs, braces and variable names in an article stay what they are."""
    prompt = load_prompt("summarise")
    filled = prompt.filled(published="2031-05-02", part="all", fence="abc", sentences="[1] It cost $5bn, {x} $fence $$")
    assert "[1] It cost $5bn, {x} $fence $$" in filled
    with pytest.raises(ValueError, match="takes"):
        prompt.filled(published="x")


def test_a_changed_prompt_has_another_fingerprint(tmp_path: Path) -> None:
    """One changed character changes the fingerprint; line ends and a byte order mark do not."""
    first = load_prompt("again", write(tmp_path, GOOD))
    assert first.user == "Wrong: $complaint"
    assert load_prompt("again", write(tmp_path, "\ufeff" + GOOD.replace("\n", "\r\n"))).fingerprint == first.fingerprint
    assert load_prompt("again", write(tmp_path, GOOD + "!")).fingerprint != first.fingerprint


def test_a_folder_may_hold_only_what_was_changed(tmp_path: Path) -> None:
    """A prompt that the user's folder lacks is the program's own."""
    write(tmp_path, GOOD)
    assert load_prompt("compare", tmp_path) == load_prompt("compare")
    assert load_prompt("again", tmp_path) != load_prompt("again")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD.replace("$complaint", "$complaint and $article"), "unknown variable $article"),
        (GOOD.replace("$complaint", "nothing"), "$complaint is missing"),
        (GOOD.replace("variables: complaint", "variables: complaint, token"), "unknown variable $token"),
        (GOOD.replace("variables: complaint", "variables:"), "lack complaint"),
        (GOOD.replace("purpose: Tells what is wrong.\n", ""), "lacks purpose"),
        (GOOD.replace("name: again", "name: other"), "Write name: again"),
        (GOOD.replace("# User", "## User"), "needs the headings"),
        (GOOD.replace("# User", "# User\n\n# System"), "needs the headings"),
        (GOOD.replace("# User", "# System\n\nHello $complaint\n\n# User"), "Move it to User"),
        (GOOD + "It costs $5.", "lone $"),
        ("Hello", "has no header"),
        ("", "has no header"),
    ],
)
def test_a_prompt_that_cannot_be_used(tmp_path: Path, text: str, told: str) -> None:
    """The message names the file, the fact and what to do."""
    with pytest.raises(UsageError, match=r"again\.md") as caught:
        load_prompt("again", write(tmp_path, text))
    assert told in str(caught.value)
    assert str(caught.value).endswith(".")


def test_folders_and_files_that_are_not_there(tmp_path: Path) -> None:
    """A folder that is none, or holds no prompt, a name that is none and a file that is no text are usage errors."""
    with pytest.raises(UsageError, match="is no folder"):
        load_prompt("again", tmp_path / "nowhere")
    with pytest.raises(UsageError, match="holds no prompt"):
        all_prompts(tmp_path)
    with pytest.raises(UsageError, match="there is no prompt sumarise"):
        load_prompt("sumarise")
    (tmp_path / "again.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="UTF-8"):
        load_prompt("again", tmp_path)


@pytest.mark.parametrize("reply", [SummariseReply, CompareReply, ConcludeReply])
def test_the_schema_suits_strict_endpoints(reply: type[Wire]) -> None:
    """Every object is closed and requires all of its properties; no references, defaults, limits or titles."""
    schema = reply_schema(reply)
    assert schema == reply_schema(reply)
    seen = 0

    def walk(node: object) -> None:
        nonlocal seen
        if isinstance(node, list):
            for item in node:
                walk(item)
        if not isinstance(node, dict):
            return
        if "properties" in node:
            seen += 1
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])
            for part in node["properties"].values():
                walk(part)
        rest = {k: v for k, v in node.items() if k != "properties"}
        assert not set(rest) & {"$ref", "$defs", "default", "minLength", "maxLength", "minItems", "maxItems", "title"}
        assert not set(rest) & {"oneOf", "allOf", "pattern", "minimum", "maximum", "format"}
        walk(list(rest.values()))

    root = json.loads(schema)
    assert root["type"] == "object"
    walk(root)
    assert seen > 1


def test_words_are_written_before_judgements() -> None:
    """Fields are written in the order of the schema: where the words stand, then what is made of them."""
    fields = list(json.loads(reply_schema(SummariseReply))["properties"]["statements"]["items"]["properties"])
    assert fields.index("sentences") < fields.index("words") < fields.index("speaker") < fields.index("stance")
    assert fields[-1] == "paraphrase"


def test_the_example_in_the_prompt_is_a_valid_reply() -> None:
    """The example reply of the prompt `summarise` fits the schema that is asked for."""
    text = load_prompt("summarise").system
    example = text[text.index('{"instructions_seen"') : text.index("## When unsure")]
    reply = SummariseReply.model_validate_json(example)
    assert len(reply.statements) == 2
    assert reply.questions[0].kind == "unclear"


def test_the_prompts_explain_every_field_and_kind() -> None:
    """Each field of a reply and each value of a closed list stands in its prompt."""
    for name, reply in (("summarise", SummariseReply), ("compare", CompareReply), ("conclude", ConcludeReply)):
        text = load_prompt(name).system

        def explained(node: object, text: str = text) -> None:
            if isinstance(node, list):
                for item in node:
                    explained(item)
            if isinstance(node, dict):
                for field in node.get("properties", {}):
                    assert f"`{field}`" in text or f"## {field}" in text, field
                for value in node.get("enum", []):
                    assert value in text, value
                explained(list(node.values()))

        explained(json.loads(reply_schema(reply)))
