"""How well and how fast copies are found: `python -m benchmarks.copies [--sizes 100,200,500,1000,2000] [--seed 1]`.

Articles are generated from templates, a third of them copies of another one, changed in a known way; among the others
are decoys that share the affair, a statement or a boilerplate paragraph with one. Printed are pairs compared, CPU
seconds, the exponent fitted through the sizes (1 is linear), and for the largest size what was found of each kind.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from benchmarks.attribution import as_article
from benchmarks.growth import FIRST, NAMES, PLACES, THINGS, exponent
from brief.copies import find_copies, grouped
from brief.schema import Article

Paragraphs = list[list[str]]

VERBS = "reviewed postponed defended questioned approved rejected published inspected financed reopened".split()
BODIES = "council ministry committee inspectorate court union agency board commission syndicate".split()
QUALITIES = "costly narrow late unusual sound doubtful lengthy modest urgent public".split()
REASONS = (
    "after weeks of talks",
    "although the files were incomplete",
    "because two members were absent",
    "while residents waited outside",
    "before the summer recess",
    "despite a letter from the mayor",
    "as the deadline came closer",
    "once the figures had been read aloud",
)
BOILERPLATE = [
    "This service reports from the coast every weekday and is paid for by its readers.",
    "Letters to the desk are answered within three working days.",
    "The desk corrects errors on the page where they were made.",
]
SPINS = {
    "said": "stated",
    "council": "assembly",
    "harbour": "docking place",
    "costly": "high-priced",
    "late": "tardy",
    "reviewed": "looked over",
    "approved": "green-lighted",
    "ships": "vessels",
    "workers": "laborers",
    "waited": "tarried",
    "public": "open",
    "the": "this",
    "because": "as",
    "members": "fellows",
    "letter": "missive",
    "million": "mil",
    "pages": "leaves",
    "after": "following",
    "talks": "chats",
    "cost": "price",
}


class Planted(NamedTuple):
    """An article with the kind of its making, and the number of the one it was made from."""

    article: Article
    kind: str
    base: int


def sentence(pick: random.Random, names: Sequence[str], place: str) -> str:
    """Return one invented sentence about an affair."""
    who, thing, body = pick.choice(names), pick.choice(THINGS), pick.choice(BODIES)
    count, verb, quality = pick.randint(2, 9000), pick.choice(VERBS), pick.choice(QUALITIES)
    reason = pick.choice(REASONS)
    return pick.choice(
        (
            f"The {body} in {place} {verb} the {thing} {reason}, and {count} pages were added to the file.",
            f"{who} said that the {quality} {thing} would cost {count} million crowns, {reason}.",
            f"“We have seen the {quality} {thing} and {count} letters about it,” {who} said {reason}.",
            f"According to the {body}, {count} ships waited outside the harbour of {place} {reason}.",
            f"{who} did not sign the {thing} {reason}, the {body} found, and called it {quality}.",
            f"Some {count} workers left the {quality} pier in {place} {reason}, {who} told the {body}.",
        )
    )


def affair(pick: random.Random) -> tuple[Sequence[str], str]:
    """Return the names and the place of an affair."""
    return [f"{pick.choice(FIRST)} {pick.choice(NAMES)}" for _ in range(5)], pick.choice(PLACES)


def original(pick: random.Random, names: Sequence[str], place: str) -> Paragraphs:
    """Return an article in paragraphs, the headline first."""
    headline = f"{place} and the {pick.choice(QUALITIES)} {pick.choice(THINGS)}: {pick.choice(VERBS)} again"
    body = [[sentence(pick, names, place) for _ in range(pick.randint(2, 4))] for _ in range(pick.randint(6, 10))]
    return [[headline], *body]


def _headline(pick: random.Random, base: Paragraphs) -> Paragraphs:
    return [[f"What {pick.choice(NAMES)} knew of the {pick.choice(THINGS)}"], *base[1:]]


def _cut(pick: random.Random, base: Paragraphs) -> Paragraphs:
    at = pick.randrange(2, len(base))
    return [p for n, p in enumerate(base) if n != at]


def _added(pick: random.Random, base: Paragraphs) -> Paragraphs:
    new = [sentence(pick, *affair(pick)) for _ in range(2)]
    at = pick.randrange(2, len(base))
    return [*base[:at], new, *base[at:]]


def _edit(pick: random.Random, words: str) -> str:
    parts = words.split(" ")
    at = pick.randrange(1, len(parts) - 1)
    return " ".join(pick.choice(([*parts[:at], *parts[at + 1 :]], [*parts[:at], "also", *parts[at:]])))


def _edited(pick: random.Random, base: Paragraphs) -> Paragraphs:
    return [base[0], *([_edit(pick, s) if pick.random() < 0.1 else s for s in p] for p in base[1:])]


def _words_edited(pick: random.Random, base: Paragraphs) -> Paragraphs:
    return [base[0], *([_edit(pick, s) if pick.random() < 0.5 else s for s in p] for p in base[1:])]


def _number(pick: random.Random, base: Paragraphs) -> Paragraphs:
    places = [(a, b) for a, p in enumerate(base) for b, s in enumerate(p) if re.search(r"\d", s)]
    a, b = pick.choice(places)
    changed = re.sub(r"\d+", lambda n: str(int(n.group()) + 7), base[a][b], count=1)
    return [[changed if (n, m) == (a, b) else s for m, s in enumerate(p)] for n, p in enumerate(base)]


def _excerpt(pick: random.Random, base: Paragraphs) -> Paragraphs:
    at = pick.randrange(1, len(base) - 1)
    return [[f"In brief: the {pick.choice(THINGS)}"], *base[at : at + 2]]


def _exact(pick: random.Random, base: Paragraphs) -> Paragraphs:
    return [[s.upper() if pick.random() < 0.1 else s for s in p] for p in base]


def _syndicated(pick: random.Random, base: Paragraphs) -> Paragraphs:
    return _edited(pick, _cut(pick, _headline(pick, base)))


COPIES: Mapping[str, Callable[[random.Random, Paragraphs], Paragraphs]] = {
    "exact but for case": _exact,
    "headline changed": _headline,
    "paragraph cut": _cut,
    "paragraph added": _added,
    "10 % of sentences edited": _edited,
    "50 % of sentences edited": _words_edited,
    "number altered": _number,
    "excerpt": _excerpt,
    "headline, cut and edits": _syndicated,
    "lines broken at 72": _headline,
}
DECOYS = ("same affair, other words", "shared quotation", "short item on a statement", "boilerplate", "machine-spun")


def decoy(kind: str, pick: random.Random, base: Paragraphs, names: Sequence[str], place: str) -> Paragraphs:
    """Return an article that has something in common with another one and is no copy of it."""
    own = original(pick, names, place)
    statement = [f"“{s.replace('“', '').replace('”', '')}”" for s in base[1]]
    if kind == "shared quotation":
        return [*own[:4], statement, *own[4:]]
    if kind == "short item on a statement":
        return [own[0], [f"The office of {pick.choice(names)} put out a statement in {place} on Monday:"], statement]
    if kind == "boilerplate":
        return [*own[:4], BOILERPLATE]
    if kind == "machine-spun":
        return [[" ".join(SPINS.get(w, w) for w in s.split(" ")) for s in p] for p in base]
    return own


def article(number: int, paragraphs: Paragraphs, *, width: int | None = None) -> Article:
    """Return paragraphs as an article whose text begins with its title."""
    blocks = [" ".join(p) for p in paragraphs]
    if width:
        blocks = [blocks[0], *(_broken(block, width) for block in blocks[1:])]
    text = "\n\n".join(blocks)
    return as_article(f"a{number:05}", text).model_copy(update={"title": blocks[0]})


def _broken(block: str, width: int) -> str:
    lines = [""]
    for word in block.split(" "):
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def plant(size: int, seed: int) -> list[Planted]:
    """Return a set of articles: in turn an original, a copy of an original and a decoy of one, shuffled."""
    pick = random.Random(seed)  # noqa: S311  # invented texts, not secrets
    made: list[Planted] = []
    bases: list[tuple[int, Paragraphs, Sequence[str], str]] = []
    fresh: list[tuple[int, Paragraphs, Sequence[str], str]] = []
    kinds = list(COPIES)
    for number in range(size):
        turn = number % 3
        if turn == 0 or not bases:
            names, place = affair(pick)
            base = original(pick, names, place)
            if pick.random() < 0.3:
                base = [*base, BOILERPLATE]
            bases.append((number, base, names, place))
            fresh.append(bases[-1])
            made.append(Planted(article(number, base), "original", number))
            continue
        origin, base, names, place = pick.choice(bases)
        if turn == 1:
            kind = kinds[number // 3 % len(kinds)]
            text = COPIES[kind](pick, base)
            width = 72 if kind == "lines broken at 72" else None
            made.append(Planted(article(number, text, width=width), kind, origin))
        else:
            kind = DECOYS[number // 3 % len(DECOYS)]
            # two decoys of one article would be copies of each other
            origin, base, names, place = fresh.pop(pick.randrange(len(fresh)))
            made.append(Planted(article(number, decoy(kind, pick, base, names, place)), kind, number))
    pick.shuffle(made)
    return made


class Measured(NamedTuple):
    """CPU seconds, pairs compared, and the groups that were found by article id."""

    seconds: float
    pairs: int
    found: Mapping[str, str]


def measure(planted: Sequence[Planted]) -> Measured:
    """Find the copies of a set, counting pairs."""
    articles = [p.article for p in planted]
    began = time.process_time()
    copies = find_copies(articles)
    seconds = time.process_time() - began
    return Measured(seconds, grouped(articles).compared, {c.article: c.of for c in copies})


def main() -> None:
    """Measure and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,200,500,1000,2000")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sizes = [int(s) for s in given.sizes.split(",")]
    measure(plant(50, given.seed))
    rows = []
    for size in sizes:
        planted = plant(size, given.seed)
        rows.append((size, measure(planted)))
    print(f"{'articles':>8} {'CPU s':>8} {'ms/article':>10} {'pairs':>9} {'pairs/article':>13}")
    for size, got in rows:
        per = f"{1000 * got.seconds / size:>10.2f} {got.pairs:>9,} {got.pairs / size:>13.2f}"
        print(f"{size:>8} {got.seconds:>8.2f} {per}")
    print(
        f"exponent: time {exponent(sizes, [r.seconds for _, r in rows]):.2f}, "
        f"pairs {exponent(sizes, [float(r.pairs) for _, r in rows]):.2f}"
    )
    score(planted, rows[-1][1].found)


def score(planted: Sequence[Planted], found: Mapping[str, str]) -> None:
    """Print what was found of each kind, and precision and recall. A copy is found when its group is the right one."""
    base = {p.article.id: p.base for p in planted}
    stands: dict[int, Counter[str]] = {}
    for p in planted:
        stands.setdefault(p.base, Counter())[found.get(p.article.id, p.article.id)] += 1
    kinds = Counter(p.kind for p in planted)
    called: Counter[str] = Counter()
    right = reported = 0
    for p in planted:
        name = p.article.id
        group = found.get(name)
        if p.kind in COPIES:
            called[p.kind] += found.get(name, name) == stands[p.base].most_common(1)[0][0]
        elif p.kind != "original":
            called[p.kind] += group is not None or any(of == name and base[c] != p.base for c, of in found.items())
        if group is not None:
            reported += 1
            right += base[group] == p.base
    print(f"\n{'planted copies':<28} {'found':>9}")
    for kind in COPIES:
        print(f"{kind:<28} {called[kind]:>4}/{kinds[kind]}")
    print(f"\n{'decoys':<28} {'taken':>9}")
    for kind in DECOYS:
        print(f"{kind:<28} {called[kind]:>4}/{kinds[kind]}")
    hits, all_copies = sum(called[k] for k in COPIES), sum(kinds[k] for k in COPIES)
    print(f"\nprecision {right}/{reported}, recall {hits}/{all_copies}")


if __name__ == "__main__":
    main()
