"""Which pairs of passages were looked at, and why each was or was not reported, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from brief.compare.by_rules import ground_of, select
from brief.compare.passages import Passage
from brief.fence import shown
from brief.schema import Article, VerifiedSummary

MOST = 200
"""Pairs that are listed one by one."""

_WIDTH = 100


def explained(
    articles: Sequence[Article],
    summaries: Sequence[VerifiedSummary],
    numbers: Mapping[str, int],
    same: Sequence[Sequence[str]] = (),
    different: Sequence[Sequence[str]] = (),
) -> Iterator[str]:
    """Yield what the rules looked at: the counts, what shows by its form, then the pairs, the likeliest first.

    `numbers` gives the articles' source numbers; `same` and `different` are names that the analyst has ruled on.
    """
    ground = ground_of(articles, summaries, same, different)
    chosen, judged = select(ground)
    looked, kept = ground.looks.number, len(judged)
    yield f"{looked:,} pairs of sentences looked at; {looked - kept:,} ruled out at once; {kept:,} weighed."
    by_form = [f for f in chosen if f in ground.patterns or f.group]
    for f in by_form:
        yield f"\nreported {f.kind}{', apparent' if f.status == 'apparent' else ''}: shown by its form alone"
        yield from (_told(p, numbers) for p in (f.a, f.b))
    for one in judged[:MOST]:
        yield f"\n{'reported ' + one.finding.kind if one.finding else 'not reported'}: {one.reason}"
        yield from (_told(p, numbers) for p in (one.look.pair.a, one.look.pair.b))
    if kept > MOST:
        yield f"\nand {kept - MOST:,} less likely ones"


def _told(p: Passage, numbers: Mapping[str, int]) -> str:
    key = f"S{numbers[p.name]}.{p.sentence if p.where == 'text' else 'H'}"
    text = " ".join(p.text.split())
    return f"  {key:8}{shown(text if len(text) <= _WIDTH else text[: _WIDTH - 3] + '...')}"
