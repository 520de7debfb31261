"""How `brief make` grows with the number of articles: `python -m benchmarks.growth [--sizes 50,100,200,500]`.

Articles are generated from templates: one affair, a few dozen speakers, numbers and dates that differ. Printed are CPU
seconds, seconds an article, pairs compared, and the exponent fitted through the sizes (1 is linear).
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tempfile
import time
from pathlib import Path

from brief.cli import app

NAMES = "Lind Brandt Voss Okoro Tanaka Reyes Halloran Petrov Mbeki Larsen Costa Novak Ferro Quist Adler Sato".split()
FIRST = "Dora Karl Mara Ike Yuki Rosa Liam Vera Sipho Nils Ana Jana Ugo Stig Eva Ren".split()
PLACES = "Velmora Ostrava Halden Corvo Lissa Marren Tolby Asker Brenna Dorset".split()
THINGS = "contract ferry dredger pier tariff permit audit survey tender subsidy".split()


def article(number: int, seed: int = 7) -> str:
    """Return one invented article of about 300 words."""
    pick = random.Random(seed * 100_003 + number)  # noqa: S311  # invented texts, not secrets
    lines = [f"Dispute over the harbour in {pick.choice(PLACES)} enters day {number}", ""]
    for _ in range(12):
        who = f"{pick.choice(FIRST)} {pick.choice(NAMES)}"
        thing, place = pick.choice(THINGS), pick.choice(PLACES)
        count = pick.randint(2, 900)
        lines.append(
            pick.choice(
                (
                    f"“The {thing} in {place} was never signed,” {who} said on Monday. “We have seen {count} pages.”",
                    f"{who} said that the harbour {thing} would cost {count} million crowns by March.",
                    f"According to {who}, {count} ships waited outside {place} on Tuesday.",
                    f"{who} denied that the {thing} had been agreed in {place}.",
                    f"The harbour board in {place} did not respond to a request for comment on the {thing}.",
                    f"The {thing} was announced in {place} on 3 March 2026, and {count} workers left the pier.",
                )
            )
        )
    return "\n".join(lines) + "\n"


def measure(size: int, folder: Path) -> tuple[float, int]:
    """Return the CPU seconds of one run on `size` articles, and the number of pairs compared."""
    articles = folder / str(size)
    articles.mkdir()
    for number in range(size):
        (articles / f"{number:05}.txt").write_text(article(number), encoding="utf-8")
    target = folder / f"{size}.docx"
    began = time.process_time()
    app(["make", str(articles), "--as-of", "2026-03-04", "-o", str(target)], standalone_mode=False)
    seconds = time.process_time() - began
    record = json.loads(target.with_suffix(".json").read_text(encoding="utf-8"))
    return seconds, record["comparison"]["pairs"]


def exponent(sizes: list[int], values: list[float]) -> float:
    """Return the slope of log(value) against log(size), by least squares."""
    xs, ys = [math.log(s) for s in sizes], [math.log(max(v, 1e-9)) for v in values]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sum((x - mx) ** 2 for x in xs)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="50,100,200,500")
    sizes = [int(s) for s in parser.parse_args().sizes.split(",")]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        measure(5, Path(folder))
        for size in sizes:
            rows.append((size, *measure(size, Path(folder))))
    print(f"{'articles':>8} {'CPU s':>8} {'ms/article':>10} {'pairs':>9} {'pairs/article':>13}")
    for size, seconds, pairs in rows:
        print(f"{size:>8} {seconds:>8.2f} {1000 * seconds / size:>10.1f} {pairs:>9,} {pairs / size:>13.1f}")
    print(
        f"exponent: time {exponent(sizes, [r[1] for r in rows]):.2f}, pairs {exponent(sizes, [r[2] for r in rows]):.2f}"
    )


if __name__ == "__main__":
    main()
