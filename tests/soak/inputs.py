"""Input files of every format, damaged at random: articles or a problem in one line, and every offset right."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings

from tests.damaged_files import Hung, Outcome, damaged, samples, tried
from tests.invented_files import files
from tests.soak.campaign import Finding

EACH, INVENTED, LIMIT = 200, 500, 5.0


def campaign(number: int) -> list[Finding]:
    """Damage 200 files of each format, invent 500 more, and count what comes of them."""
    sound = samples()
    others = tuple(sound.values())
    findings = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix, data in sound.items():
            pick = random.Random(f"{number}{suffix}")  # noqa: S311  # damage, not secrets
            row = _Row(folder)
            for _ in range(EACH):
                row.take(suffix, damaged(pick, data, others))
            findings.append(row.finding(f"damaged {suffix}"))
        row = _Row(folder)

        @seed(number)
        @settings(max_examples=INVENTED, database=None, deadline=None, suppress_health_check=list(HealthCheck))
        @given(files())
        def invented(file: tuple[str, bytes]) -> None:
            row.take(*file)

        invented()
        findings.append(row.finding("invented, all formats"))
    return findings


class _Row:
    """The outcomes of the files of one kind."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._outcomes: list[Outcome] = []
        self._faults: Counter[str] = Counter()

    def take(self, suffix: str, data: bytes) -> None:
        """Try one file."""
        try:
            self._outcomes.append(tried(suffix, data, self._folder, LIMIT))
        except Hung:
            self._faults["hung"] += 1
        except Exception as error:  # noqa: BLE001  # what the campaign looks for
            self._faults[type(error).__name__] += 1

    def finding(self, what: str) -> Finding:
        """Return the row of the table."""
        tries, faults = self._outcomes, self._faults.total()
        told = "".join(f" ({count} {name})" for name, count in self._faults.most_common())
        return Finding(
            what,
            f"{len(tries) + faults} inputs: {sum(t.refused for t in tries)} refused, "
            f"{sum(t.articles for t in tries)} articles, {faults} faults{told}, "
            f"slowest {max((t.seconds for t in tries), default=0):.2f} s",
            f"no crash, each offset right, <= {LIMIT:.0f} s",
            not faults,
        )
