"""Prompts: plain Markdown that anybody can edit, loaded, checked and filled.

A prompt file has a header between two lines of three dashes (name, purpose, variables), a part `# System` that never
changes from call to call, and a part `# User` in which `$name` is replaced by a value. What is put in is never looked
at again, so that an article may hold `$5bn` or `$article`.
"""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files
from pathlib import Path
from string import Template

from pydantic import Field

from brief.errors import UsageError
from brief.schema import Value

PROMPTS: dict[str, frozenset[str]] = {
    "summarise": frozenset({"published", "part", "fence", "sentences"}),
    "compare": frozenset({"sources", "items"}),
    "conclude": frozenset({"question", "items", "contradictions"}),
    "again": frozenset({"complaint"}),
}
"""The prompts that the program uses, and the variables that it fills in each."""

_HEADER = re.compile(r"\A---\n(?P<header>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_PART = re.compile(r"^# (System|User)[ \t]*$", re.MULTILINE)


class Prompt(Value):
    """One prompt, ready to be filled."""

    name: str = Field(description="summarise, compare, conclude or again.")
    purpose: str = Field(description="What it is for, in one line.")
    variables: tuple[str, ...] = Field(description="Names that are replaced in the user part, in order.")
    system: str = Field(description="The constant part; empty when the file has none.")
    user: str = Field(description="The part with the variables.")
    fingerprint: str = Field(description="SHA-256 of the file's text, line ends as `\\n`.")

    def filled(self, **values: str) -> str:
        """Return the user part with every variable replaced. Values are put in as they are and never read again."""
        if set(values) != set(self.variables):
            raise ValueError(f"prompt {self.name} takes {', '.join(self.variables)}")
        return Template(self.user).substitute(values)


def load_prompt(name: str, folder: Path | None = None) -> Prompt:
    """Return a prompt from a folder, or the one that comes with the program.

    A folder need not hold every prompt: what it lacks is taken from the program's own. Raises UsageError, naming the
    file and the next step, for a file that can't be used.
    """
    if name not in PROMPTS:
        raise UsageError(f"there is no prompt {name}. The prompts are: {', '.join(PROMPTS)}.")
    if folder is not None and not folder.is_dir():
        raise UsageError(f"{folder} is no folder. Give --prompts a folder with prompt files such as {name}.md.")
    path = folder / f"{name}.md" if folder is not None else None
    if path is None or not path.is_file():
        return _parsed(name, f"the program's {name}.md", _packaged(name))
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} can't be read as UTF-8 text. Save it again as UTF-8.") from error
    return _parsed(name, str(path), text)


def all_prompts(folder: Path | None = None) -> tuple[Prompt, ...]:
    """Return every prompt of the program. Raises UsageError as `load_prompt` does, or for a folder without any."""
    if folder is not None and folder.is_dir() and not any((folder / f"{name}.md").is_file() for name in PROMPTS):
        raise UsageError(f"{folder} holds no prompt. Its files are named: {', '.join(f'{n}.md' for n in PROMPTS)}.")
    return tuple(load_prompt(name, folder) for name in PROMPTS)


def _packaged(name: str) -> str:
    inside = files("brief") / "prompts" / f"{name}.md"
    if inside.is_file():
        return inside.read_text(encoding="utf-8")
    beside = Path(__file__).resolve().parent.parent / "prompts" / f"{name}.md"
    if beside.is_file():
        return beside.read_text(encoding="utf-8")
    raise UsageError(f"the prompt {name}.md is missing from this installation. Install the program again.")


def _parsed(name: str, where: str, text: str) -> Prompt:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    match = _HEADER.match(text)
    if match is None:
        raise UsageError(f"{where} has no header. Begin it with a line ---, then name, purpose, variables, and ---.")
    header = _header(match["header"])
    missing = [key for key in ("name", "purpose", "variables") if key not in header]
    if missing:
        raise UsageError(f"{where}: the header lacks {', '.join(missing)}. Add the line `{missing[0]}: ...`.")
    if header["name"] != name:
        raise UsageError(f"{where}: the header says name: {header['name']}. Write name: {name}.")
    system, user = _parts(where, match["body"])
    if Template(system).get_identifiers() or "$" in system.replace("$$", ""):
        raise UsageError(f"{where}: the part System has a variable or a lone $. Move it to User, or write $$ for $.")
    if not Template(user).is_valid():
        raise UsageError(f"{where}: the part User has a lone $. Write $$ for a dollar sign.")
    used = tuple(Template(user).get_identifiers())
    stated = header["variables"].replace(",", " ").split()
    _variables(name, where, used, stated)
    return Prompt(
        name=name,
        purpose=header["purpose"],
        variables=used,
        system=Template(system).substitute(),
        user=user,
        fingerprint=hashlib.sha256(text.encode()).hexdigest(),
    )


def _header(text: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in text.splitlines() if ":" in line)
    return {key.strip().lower(): value.strip() for key, _, value in pairs}


def _parts(where: str, body: str) -> tuple[str, str]:
    pieces = _PART.split(body)
    names = pieces[1::2]
    if names not in (["System", "User"], ["User"]):
        raise UsageError(f"{where} needs the headings `# System` and `# User`, once each and in this order.")
    parts = dict(zip(names, (piece.strip() for piece in pieces[2::2]), strict=True))
    return parts.get("System", ""), parts["User"]


def _variables(name: str, where: str, used: tuple[str, ...], stated: list[str]) -> None:
    known = PROMPTS[name]
    choice = f"The variables of {name} are: {', '.join(sorted(known))}."
    for variable in (*used, *stated):
        if variable not in known:
            raise UsageError(f"{where}: unknown variable ${variable}. {choice}")
    for variable in sorted(known):
        if variable not in used:
            raise UsageError(f"{where}: ${variable} is missing from the part User. Put it back. {choice}")
        if variable not in stated:
            raise UsageError(f"{where}: the header's variables lack {variable}. {choice}")
