"""What users install: the built wheel, not the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_the_program_and_its_prompts(wheel: Path) -> None:
    """Every module and every prompt is in the wheel; tests, seeds and outputs are not."""
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {str(p.relative_to(ROOT)) for p in (ROOT / "brief").rglob("*.py")}
    assert modules <= names
    assert {f"brief/prompts/{p.name}" for p in (ROOT / "prompts").iterdir()} <= names
    assert not [n for n in names if n.startswith(("tests/", "seeds/", "outputs/"))]


def test_the_wheel_makes_a_briefing(wheel: Path, tmp_path: Path) -> None:
    """Installed from the wheel, `brief make` writes a document away from the repository."""
    target = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(target)
    (tmp_path / "page.txt").write_text(
        "Minister Dora Lind said on Monday that the ferry contract was void. "
        "“We have not signed any accord,” she said. Nordkai did not respond to a request for comment.\n"
    )
    script = "import sys; sys.path.insert(0, sys.argv.pop(1)); from brief.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", script, str(target), "make", "page.txt", "-o", "out.docx"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.docx").stat().st_size > 5_000
    where = subprocess.run(
        [
            sys.executable,
            "-P",
            "-c",
            f"import sys; sys.path.insert(0, {str(target)!r}); import brief; print(brief.__file__)",
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert str(target) in where.stdout
