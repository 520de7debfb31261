"""A small, fixed sample of the long trial `inputs`: damaged and invented files of every format."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.damaged_files import damaged, samples, tried
from tests.invented_files import files

SOUND = samples()


@pytest.mark.parametrize("suffix", SOUND)
def test_a_damaged_file_is_read_or_refused_in_one_line(tmp_path: Path, suffix: str) -> None:
    """The sound file has its articles; six damaged ones end in articles or a reason, every offset right."""
    whole = tried(suffix, SOUND[suffix], tmp_path)
    assert not whole.refused and whole.articles
    pick = random.Random(f"sample {suffix}")  # noqa: S311  # damage, not secrets
    for _ in range(6):
        tried(suffix, damaged(pick, SOUND[suffix], tuple(SOUND.values())), tmp_path)


@settings(
    max_examples=40,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(files())
def test_a_file_of_any_words_is_accounted_for(tmp_path: Path, file: tuple[str, bytes]) -> None:
    """Whatever the words are, each visible character stands in an article or in what was left out."""
    tried(*file, tmp_path)
