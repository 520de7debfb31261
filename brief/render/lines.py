"""A line of the briefing as the characters that stand in the document."""

from __future__ import annotations

import re

from brief.render.ooxml import printable
from brief.schema import Line, Part

SHORT_TAG = 24
_RUNS_OF_SPACE = re.compile(r"\s+")
_JOINS_BEFORE = tuple(" .,;:!?)]}’'”»…%-/")
_JOINS_AFTER = tuple(" ([{“‘«-/")


def part_text(part: Part) -> str:
    """The characters of one part, with its quotation marks, brackets or arrow.

    White space is drawn together in the program's words and left alone in a quotation.
    """
    if part.kind == "quote":
        return f"“{printable(part.text)}”"
    words = _RUNS_OF_SPACE.sub(" ", printable(part.text))
    if part.kind == "key":
        return f"[{words}]"
    if part.kind == "ref":
        return f"→\u00a0{words}"
    return words


def pieces(line: Line) -> list[tuple[Part, str]]:
    """The parts with their characters, and one space between two parts that would otherwise run together.

    The space goes to the part that is not a quotation, key or pointer; a part that begins with a comma or the like gets
    none. Space at both ends of the line is dropped.
    """
    done: list[tuple[Part, str]] = []
    before = " "
    for part in line.parts:
        text = part_text(part)
        if not text:
            continue
        if before.endswith(_JOINS_AFTER) and part.kind in ("text", "bold"):
            text = text.lstrip() if before.endswith(" ") else text
        if text and not before.endswith(_JOINS_AFTER) and not text.startswith(_JOINS_BEFORE):
            done.append((Part(kind="text", text=" "), " "))
        if text:
            done.append((part, text))
            before = text
    while done and done[-1][0].kind in ("text", "bold") and not done[-1][1].strip():
        done.pop()
    if done and done[-1][0].kind in ("text", "bold"):
        done[-1] = (done[-1][0], done[-1][1].rstrip())
    return done


def line_text(line: Line) -> str:
    """The whole line as it stands in the document, its tag included."""
    text = "".join(text for _, text in pieces(line))
    return f"{text} {tag_text(line.tag)}" if line.tag else text


def tag_text(tag: str) -> str:
    """The grey words after a line; a short tag is kept on one line by no-break spaces."""
    text = words(tag)
    return text.replace(" ", "\u00a0") if len(text) <= SHORT_TAG else text


def words(text: str) -> str:
    """Words of the program or the user as one line: printable, white space drawn together."""
    return _RUNS_OF_SPACE.sub(" ", printable(text)).strip()
