"""What a person sees in the terminal: progress while it works, a short table at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from brief.schema import Briefing

_QUIET_BELOW = 20
"""Without a terminal, progress of fewer items than this is not worth a line in a log."""


class ProgressLine:
    """One line on stderr that tells the stage and how far it is; in a log, one line for each long stage."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._shown = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` items have passed the stage."""
        if self._terminal:
            sys.stderr.write(f"\r\x1b[K{stage} {done}/{total}")
            sys.stderr.flush()
            self._shown = True
        elif total >= _QUIET_BELOW and done in (total // 2, total):
            sys.stderr.write(f"{stage} {done}/{total}\n")

    def clear(self) -> None:
        """Take the line away before other words are printed."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False


def table(rows: Iterable[Sequence[str]]) -> str:
    """Return rows of two cells as lines, the second column aligned."""
    pairs = [(row[0], row[1]) for row in rows]
    width = max((len(first) for first, _ in pairs), default=0)
    return "\n".join(f"{first:<{width}}  {second}".rstrip() for first, second in pairs)


def _contradictions(briefing: Briefing) -> str:
    """The number of contradictions, and how many only sound like one."""
    apparent = sum(c.status == "apparent" for c in briefing.comparison.contradictions)
    real = briefing.counts.contradictions - apparent
    return f"{real}, and {apparent} that only sound{'s' if apparent == 1 else ''} like one" if apparent else str(real)


def made_table(briefing: Briefing, files: Sequence[str]) -> str:
    """Return what was made: articles, statements, contradictions, questions, files, by what."""
    counts = briefing.counts
    left_out = [row for row in briefing.pages.sources if row.status != "used"]
    reasons = ", ".join(f"S{row.number} {row.status.replace('_', ' ')}" for row in left_out[:6])
    unread = [item for item in briefing.provenance.inputs if item.problem is not None]
    rows = [
        (
            "Articles",
            f"{counts.articles_used} used, {counts.articles_left_out} left out" + (reasons and f": {reasons}"),
        ),
        ("Statements", f"{counts.statements_kept} kept, {counts.statements_not_supported} listed as not supported"),
        ("Contradictions", _contradictions(briefing)),
        ("Open questions", str(counts.questions)),
        ("Quotations", f"{counts.quotations} printed, each found in its source"),
        ("Summarised by", _by(briefing)),
    ]
    rows.extend(("Not used", f"{item.file}: {item.problem}") for item in unread)
    rows.extend(("Written", name) for name in files)
    return table(rows)


def _by(briefing: Briefing) -> str:
    model = briefing.provenance.model
    if model is None:
        return "rules, no language model"
    requests = sum(stage.requests for stage in model.stages)
    tokens = sum(stage.prompt + stage.completion for stage in model.stages)
    told = f"{model.model}: {requests} requests, {tokens:,} tokens"
    return told + (f"; {model.by_rules} of {briefing.counts.articles_used} articles by rules" if model.by_rules else "")
