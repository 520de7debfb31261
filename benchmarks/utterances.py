"""How well renderings of one utterance are found and told apart: `python -m benchmarks.utterances`.

Every labelled pair goes through the rules as a set of two articles. Printed are precision and recall of the grouping
and of the kinds of differences, for the pairs that were read while the rules were written and for the others, beside a
naive baseline (one actor, half of the words in common), then the growth of the time with the number of articles.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.attribution import as_article
from benchmarks.growth import exponent
from benchmarks.quality import Score
from benchmarks.utterance_pairs import ONE, SEEDS, TWO, Labelled
from brief.actors import merge_actors
from brief.pipeline import gather, summaries
from brief.schema import Actor, Article, Utterance, VerifiedSummary
from brief.summarise.by_rules import summarise
from brief.utterances import find_utterances
from brief.verify import verify

_WORD = re.compile(r"\w+")


class Scores(NamedTuple):
    """Of the grouping, of the naive grouping, and of the kinds of differences."""

    grouping: Score
    naive: Score
    kinds: Score


def data_hash() -> str:
    """Return the SHA-256 of the labelled pairs."""
    labelled = [[(pair.kinds is None, sorted(pair.kinds or ()), *pair[1:]) for pair in pairs] for pairs in (ONE, TWO)]
    return hashlib.sha256(repr(labelled).encode()).hexdigest()


def article(name: str, text: str, published: str | None) -> Article:
    """Return an article whose text is its whole input."""
    return as_article(name, text).model_copy(update={"published": published, "title_in_text": False})


def read(articles: Sequence[Article]) -> tuple[list[VerifiedSummary], tuple[Actor, ...]]:
    """Return the summaries by rules and the actors of the set."""
    found = [verify(a, summarise(a)) for a in articles]
    return found, merge_actors({s.article: s.actors for s in found})


def found_in(pair: Labelled) -> tuple[Utterance, ...]:
    """Return the utterances of a labelled pair that both its articles tell."""
    articles = [article("a", pair.a, pair.day_a), article("b", pair.b, pair.day_b)]
    found = find_utterances(articles, *read(articles))
    return tuple(u for u in found if {r.article for r in u.renderings} == {"a", "b"})


def is_alike(pair: Labelled) -> bool:
    """The naive baseline: two statements of one actor share half of their words."""
    articles = [article("a", pair.a, pair.day_a), article("b", pair.b, pair.day_b)]
    told_in, actors = read(articles)
    of_set = {member: actor.id for actor in actors for member in actor.members}
    told = [
        [(of_set.get(f"{s.article}/{t.actor}"), {*_WORD.findall(t.content.text.lower())}) for t in s.attributions]
        for s in told_in
    ]
    return any(
        actor is not None and actor == other and 2 * len(x & y) >= len(x | y)
        for actor, x in told[0]
        for other, y in told[1]
    )


def scores(one: Sequence[Labelled], two: Sequence[Labelled]) -> Scores:
    """Return the scores on some pairs that are one utterance and some that are two."""
    found = [found_in(pair) for pair in one]
    right, wrong = sum(map(bool, found)), sum(bool(found_in(pair)) for pair in two)
    alike, unlike = sum(map(is_alike, one)), sum(map(is_alike, two))
    kinds = [
        (pair.kinds or frozenset(), frozenset(k for u in utterances for d in u.differences for k in d.kinds))
        for pair, utterances in zip(one, found, strict=True)
    ]
    return Scores(
        Score(right, right + wrong, len(one)),
        Score(alike, alike + unlike, len(one)),
        Score(sum(len(a & b) for a, b in kinds), sum(len(b) for _, b in kinds), sum(len(a) for a, _ in kinds)),
    )


def seed_scores() -> tuple[Score, Score]:
    """Return the scores of ours and of the naive grouping on the pairs of statements in `seeds/`."""
    with ThreadPoolExecutor(2) as executor:
        gathered = gather([str(Path(__file__).parent.parent / "seeds")], executor, lambda *_: None)
        found = summaries(gathered.articles, executor, lambda *_: None)
    actors = merge_actors({s.article: s.actors for s in found})
    of_set = {member: actor.id for actor in actors for member in actor.members}
    told = {(s.article, t.id): t for s in found for t in s.attributions}
    labelled = {
        frozenset(pair)
        for group in SEEDS
        for pair in combinations(
            [next(k for k, t in told.items() if k[0] == name and words in t.content.text) for name, words in group], 2
        )
    }
    ours = {
        frozenset(pair)
        for u in find_utterances(gathered.articles, found, actors)
        for pair in combinations([(r.article, r.statement) for r in u.renderings], 2)
    }
    speakers = {key: of_set.get(f"{key[0]}/{t.actor}") for key, t in told.items()}
    words = {key: {*_WORD.findall(t.content.text.lower())} for key, t in told.items()}
    naive = {
        frozenset((x, y))
        for x, y in combinations(told, 2)
        if speakers[x] is not None
        and speakers[x] == speakers[y]
        and 2 * len(words[x] & words[y]) >= len(words[x] | words[y])
    }
    return (
        Score(len(labelled & ours), len(ours), len(labelled)),
        Score(len(labelled & naive), len(naive), len(labelled)),
    )


def growing(count: int, seed: int) -> list[Article]:
    """Return articles in which a few speakers say much on one affair, a third of it in the words of another article."""
    pick = random.Random(seed)  # noqa: S311 - a made set, no secret
    speakers = ("Ilse Brandvold", "Tobias Wren", "Mara Okonjo")
    nouns = "depot harbour bridge treaty pension contract engine reservoir hospital budget railway tunnel".split()
    verbs = "close sell defend rebuild inspect finance postpone question repair publish".split()
    ends = "winter election summer hearing audit storm strike harvest".split()
    known: list[str] = []
    made = []
    for n in range(count):
        lines = []
        for _ in range(10):
            line = known[pick.randrange(len(known))] if known and pick.random() < 0.33 else ""
            if not line:
                a, b = pick.sample(nouns, 2)
                line = (
                    f"“We will {pick.choice(verbs)} the {a} number {pick.randint(2, 9000)} and {pick.choice(verbs)} "
                    f"the {b} before the {pick.choice(ends)},” {pick.choice(speakers)} said."
                )
            elif pick.random() < 0.5:
                line = line.replace("We will", "We must")
            known.append(line)
            lines.append(line)
        made.append(article(f"s{n}", "\n\n".join(lines), "2031-03-04"))
    return made


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print the scores and the growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,200,500,1000")
    parser.add_argument("--wrong", action="store_true", help="list the even-numbered pairs that come out wrong")
    options = parser.parse_args()
    print(f"{len(ONE)} pairs of one utterance, {len(TWO)} of two; data {data_hash()[:12]}")
    halves = (("read", ONE[::2], TWO[::2]), ("not read", ONE[1::2], TWO[1::2]))
    for name, one, two in halves:
        for what, score in zip(("grouping", "naive grouping", "kinds"), scores(one, two), strict=True):
            print(f"{name:9} {what:15} precision {score.precision:.3f}  recall {score.recall:.3f}")
    for what, score in zip(("grouping", "naive grouping"), seed_scores(), strict=True):
        print(f"{'seeds/':9} {what:15} precision {score.precision:.3f}  recall {score.recall:.3f}")
    if options.wrong:
        for pair in (*ONE[::2], *TWO[::2]):
            utterances = found_in(pair)
            kinds = {k for u in utterances for d in u.differences for k in d.kinds}
            if bool(utterances) != (pair.kinds is not None) or (pair.kinds is not None and kinds != pair.kinds):
                print(f"  expected {sorted(pair.kinds) if pair.kinds is not None else None}, {len(utterances)} found")
                print(f"  with {sorted(kinds)}\n    {pair.a}\n    {pair.b}")
    sizes = [int(size) for size in options.sizes.split(",")]
    costs = []
    for size in sizes:
        articles = growing(size, 1)
        told_in, actors = read(articles)
        costs.append(seconds(partial(find_utterances, articles, told_in, actors)))
        print(f"{size:5} articles {costs[-1]:.2f} s CPU, {1000 * costs[-1] / size:.1f} ms an article")
    print(f"exponent {exponent(sizes, costs):.2f}")


if __name__ == "__main__":
    main()
