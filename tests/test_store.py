"""Writing results: whole or not at all, and never over a person's work."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.errors import UsageError
from brief.store import check_writable, file_name, free_path, slug, write


def test_write_replaces_whole_files(tmp_path: Path) -> None:
    """A file is replaced in one step, and no temporary file stays behind."""
    path = tmp_path / "brief.json"
    write(path, b"old")
    write(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["brief.json"]


def test_a_document_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    """Where a file exists that we did not write, the next free number is taken; our own is written over."""
    wanted = tmp_path / "brief.docx"
    assert free_path(wanted, lambda _: False) == wanted
    wanted.write_bytes(b"edited by a person")
    assert free_path(wanted, lambda data: data == b"ours") == tmp_path / "brief-2.docx"
    (tmp_path / "brief-2.docx").write_bytes(b"ours")
    assert free_path(wanted, lambda data: data == b"ours") == tmp_path / "brief-2.docx"


def test_a_folder_in_the_way_is_left_alone(tmp_path: Path) -> None:
    """A folder that has the wanted name is not ours either."""
    (tmp_path / "brief.docx").mkdir()
    assert free_path(tmp_path / "brief.docx", lambda _: True) == tmp_path / "brief-2.docx"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """An output folder below a file is a usage error that names it and the next step."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match=r"file/out can't be written in: .*-o"):
        check_writable(tmp_path / "file" / "out")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Harbour talks: who said what?", "harbour-talks-who-said-what"),
        ("Córdoba / Málaga", "cordoba-malaga"),
        ("../../etc/passwd", "etc-passwd"),
        ("协议", "briefing"),
        ("x" * 300, "x" * 60),
    ],
)
def test_slug(title: str, name: str) -> None:
    """A title becomes a short plain file name that can't leave its folder."""
    assert slug(title) == name


def test_file_name_of_an_article() -> None:
    """An article's id keeps its letters and loses what a file system can't hold."""
    assert file_name("002-port.2") == "002-port.2"
    assert file_name("../a/b:c\x00") == "_a_b_c_"
