"""Campaign: 2,000 corrupted attributions and paraphrases of the repo's labelled set, none of which may be supported."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

from benchmarks.gold_items import from_seeds, paraphrased
from benchmarks.verifier import ALL, Row, attack, attack_paraphrases, outcome, wilson
from tests.soak.campaign import Finding

_WRONGLY_REFUSED = 0.02
_NOT_ESTABLISHED = 0.10


def campaign(seed: int) -> list[Finding]:
    """Corrupt, verify, and count what was supported; then count the true items that were not."""
    pick = Random(seed)  # noqa: S311
    items = [replace(item, by_rules=bool(n % 2)) for n, item in enumerate(from_seeds().items)]
    kept = paraphrased()
    rows = attack(items, pick, show=False)
    rows += attack_paraphrases(kept, pick, ALL - sum(sum(r.both.values()) for r in rows), show=False)
    verdicts = Counter(outcome(item).verdict for item in (*items, *kept))
    of = verdicts.total()
    wrong = verdicts["misattributed"] + verdicts["not_found"]
    open_ = verdicts["speaker_not_established"]
    return [
        *(_attacked(row) for row in rows),
        Finding(
            "true items called misattributed or not found",
            f"{wrong} of {of}",
            "at most 2 %",
            wrong <= _WRONGLY_REFUSED * of,
        ),
        Finding(
            "true items whose speaker is not established",
            f"{open_} of {of}",
            "at most 10 %",
            open_ <= _NOT_ESTABLISHED * of,
        ),
    ]


def _attacked(row: Row) -> Finding:
    of, supported = sum(row.both.values()), row.both["supported"]
    high = wilson(supported, of)[1]
    measured = f"{supported} of {of} supported (95 %: at most {100 * high:.1f} %)"
    return Finding(row.name, measured, "none", supported == 0 and of > 0)
