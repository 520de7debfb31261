"""The house keeps its order: dependencies point one way, and heavy packages stay where they belong."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import brief

PACKAGE = Path(brief.__file__).parent
STAGES = ("read", "clean", "copies", "fitness", "summarise", "verify", "compare", "conclude", "assemble", "render")
HOME = {
    "docx": ("render",),
    "matplotlib": ("render",),
    "openai": ("llm",),
    "tenacity": ("llm",),
    "typer": ("cli",),
    "trafilatura": ("read",),
    "pypdf": ("read",),
}
FILES = sorted(PACKAGE.rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _stage(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_stages_never_import_each_other(path: Path) -> None:
    """A stage knows the types and the common ground, never another stage, the pipeline or the command line."""
    stage = _stage(path)
    if stage not in STAGES:
        return
    others = {f"brief.{name}" for name in (*STAGES, "pipeline", "cli") if name != stage}
    assert not {".".join(name.split(".")[:2]) for name in _imports(path)} & others


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_heavy_packages_stay_at_home(path: Path) -> None:
    """Word, the model's client, retries, the command line and the page extractor are each used in one place."""
    for name in _imports(path):
        home = HOME.get(name.split(".")[0])
        assert home is None or _stage(path) in home, f"{name} is imported outside {home}"


def test_only_verify_makes_a_verified_summary() -> None:
    """No other module constructs `VerifiedSummary` or `VerifiedStatement`: nothing unverified passes for verified."""
    makers = {
        _stage(path)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("VerifiedSummary", "VerifiedStatement")
    }
    assert makers == {"verify"}


def test_no_file_does_too_much() -> None:
    """No module is longer than 400 lines."""
    long = {str(p): n for p in FILES if (n := len(p.read_text(encoding="utf-8").splitlines())) > 400}
    assert not long


def test_help_loads_nothing_heavy() -> None:
    """`brief --help` does not import the packages that take long to load."""
    script = (
        "import sys\nfrom typer.testing import CliRunner\nfrom brief.cli import app\n"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0\n"
        "heavy = {'openai', 'docx', 'lxml', 'trafilatura', 'matplotlib', 'numpy', 'tenacity', 'pydantic'}\n"
        "heavy &= set(sys.modules)\n"
        "print(sorted(heavy))"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
