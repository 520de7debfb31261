"""`brief clean --explain`: a file as it is, with what was kept, what was cut, and why."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from brief.cli import app
from brief.explain import Page, explained
from tests.scrapes import BODY, HEADLINE, PAGE, SECOND, cleaned, document

_STYLE = re.compile(r"\x1b\[[\d;]*m")
_NOTE = re.compile(r"\[(?:[a-z ]+: [^\]]+)\] ")


def _brief(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def _shown(text: str, page: Page) -> list[str]:
    found = cleaned(text)
    return list(explained(document(text), found, found.articles, page))


def _words(lines: list[str], mark: str) -> list[str]:
    return " ".join(_NOTE.sub("", line[2:]) for line in lines if line.startswith(mark)).replace(" / ", " ").split()


def test_a_piped_page_is_marked_line_by_line(tmp_path: Path) -> None:
    """Without a terminal each line begins with its mark and is never wrapped: two spaces kept, - cut, # headline."""
    (tmp_path / "ferry.txt").write_text(PAGE)
    done = _brief("clean", "--explain", str(tmp_path / "ferry.txt"))
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert "\x1b" not in done.stdout
    assert {line[:2] for line in lines if line} == {"  ", "- ", "# ", "= "}
    assert "# [headline: kept as the title] " + HEADLINE in lines
    assert "- [byline: the line that names the author] By Runa Castellan" in lines
    assert "  " + BODY.split("\n")[0] in lines


def test_the_facts_of_each_article_stand_above_it(tmp_path: Path) -> None:
    """A rule with the id, then title, date with its basis, and outlet; below the text the words kept and cut."""
    (tmp_path / "ferry.txt").write_text(PAGE)
    shown = _brief("clean", "--explain", str(tmp_path / "ferry.txt")).stdout
    assert "= ferry.txt: 1 article\n" in shown
    assert "= article ferry ──" in shown
    assert f"= title     {HEADLINE}\n= published 2024-03-04 (stated)\n= outlet    The Tolvik Messenger\n" in shown
    assert re.search(rf"= kept {len(BODY.split())} words, cut \d+ words: .*\bheadline 8\b", shown)


def test_every_word_of_a_file_is_shown_once_where_it_belongs() -> None:
    """What is shown as kept is the article's text, and with what is cut it is the whole file, in its order."""
    listing = "".join(f"Boats seen from the air Footage of a boat. 0{n}:12 - Source: NTV " for n in range(1, 6))
    text = (
        f"{HEADLINE}\n{BODY.strip()}\n\nComments\nNobody has written yet\nRelated stories\n\n\n"
        f"Northern Television\n2 hours ago\n- Northern Television\nBoats of the north from the air\n{listing}\n\n\n"
        f"Osmarra Times\n3 hours ago\n- Osmarra Times\nCannery puts sixty beds into the old school\n{SECOND}"
    )
    lines = _shown(text, Page(None, colour=False))
    first, second = cleaned(text).articles
    assert _words(lines, "  ") == [*first.text.split(), *second.text.split()]
    file_lines = [f"  {_NOTE.sub('', line[2:])}" for line in lines if line[:2] in ("  ", "- ", "# ")]
    assert _words(file_lines, "  ") == text.split()
    rules = [line.rstrip(" ─") for line in lines if "──" in line]
    assert rules == ["= article ferry", "= in no article", "= article ferry.2"]
    assert "= published date unknown (3 hours ago in the header)" in lines


@pytest.mark.parametrize(
    "text", [PAGE, "港务局周一表示，由于潜水员发现码头支柱出现裂缝，渡轮将于周五停航。" * 8, "x" * 500]
)
def test_lines_are_wrapped_to_the_terminal(text: str) -> None:
    """No row is wider than the terminal, in any script; colours are closed on each row and leave the words alone."""
    wide = _shown(text, Page(40, colour=True))
    for row in (_STYLE.sub("", line) for line in wide):
        assert sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in row) <= 40
    assert all(line.endswith("\x1b[0m") for line in wide if line.startswith("\x1b"))
    kept = "".join(line[2:] for line in wide if line.startswith("  "))
    (article,) = cleaned(text).articles
    assert "".join(kept.split()) == "".join(article.text.split())


@pytest.mark.parametrize("name", ["", "1"])
def test_a_terminal_has_colour_unless_it_is_refused(tmp_path: Path, name: str) -> None:
    """In a terminal what is cut is dim red; with NO_COLOR set the same lines come without it."""
    (tmp_path / "ferry.txt").write_text(PAGE)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "brief", "clean", "--explain", "ferry.txt"]
    environment = {**os.environ, "NO_COLOR": name, "TERM": "xterm", "COLUMNS": "60"}
    done = subprocess.run(
        command, stdout=theirs, stderr=subprocess.DEVNULL, cwd=tmp_path, env=environment, check=False, timeout=60
    )
    os.close(theirs)
    shown = os.read(ours, 20_000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert "By Runa Castellan" in shown
    assert ("\x1b[2;31m- [byline" in shown) == (not name)
    assert ("\x1b" in shown) == (not name)


def test_a_text_can_not_steer_the_terminal(tmp_path: Path) -> None:
    """Escape sequences, bidi overrides and bells of a file or its name are shown as escapes, never sent."""
    text = PAGE.replace("ferry line", "ferry \x1b[2Jline\u202e\x07").replace(HEADLINE, f"\x1b]0;x\x07{HEADLINE}")
    (tmp_path / "fer\x1b[31mry.txt").write_text(text)
    shown = _brief("clean", "--explain", str(tmp_path)).stdout
    assert "ferry \\x1b[2Jline\\u202e\\x07" in shown
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert "= cut 3 characters that can't be seen from the words kept" in shown


def test_several_files_and_one_without_an_article(tmp_path: Path) -> None:
    """Each file is shown under its name; one that holds no article is shown as cut, and named at the end."""
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.txt").write_text("Home\nSearch\nLogin\n\n* Boats\n* Piers\n\nPrivacy policy\n")
    done = _brief("clean", "--explain", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert done.exit_code == 0
    assert "= b.txt: 0 articles" in done.stdout
    assert "- [listing: a list of headlines or videos, no article] Home / Search / Login" in done.stdout
    assert "b.txt: no article was found in it" in done.stderr


def test_explaining_writes_no_files(tmp_path: Path) -> None:
    """--explain is for reading; with -o it is a usage error that says what to leave out."""
    (tmp_path / "ferry.txt").write_text(PAGE)
    done = _brief("clean", "--explain", str(tmp_path / "ferry.txt"), "-o", str(tmp_path / "out"))
    assert done.exit_code == 2
    assert "Leave out -o" in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_words_around_the_article_of_a_web_page_are_counted(tmp_path: Path) -> None:
    """What was never read of a page is said too: how many words, and which program left them out."""
    page = tmp_path / "page.html"
    paragraphs = "".join(f"<p>The ferry to Ostwick will sail on day {n}, the harbour board said.</p>" for n in range(9))
    menu = "".join(f"<li><a href='/{n}'>Harbour news {n}</a></li>" for n in range(30))
    page.write_text(f"<html><body><nav><ul>{menu}</ul></nav><article>{paragraphs}</article></body></html>")
    shown = _brief("clean", "--explain", str(page)).stdout
    assert "= 90 words of the web page around the article were not read" in shown
