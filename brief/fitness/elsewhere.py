"""Sentences that stand in another article of the set with other words in the same places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher
from typing import NamedTuple

from brief.fitness.collocations import familiarity, near
from brief.quotations import find_quotations
from brief.schema import Article
from brief.sentences import split_sentences

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_LONGEST = 80  # words of a sentence that are compared
_SHORTEST = 6
_RUN = 3  # words in a row that two sentences must share to be compared
_COMMON_RUN = 4  # only so many earlier sentences with the same run are looked at
_SAME = 0.5  # share of the words that two versions of one sentence have in common
_SWAPS = 6  # fewer swapped words, or
_SENTENCES = 3  # in fewer sentences, never tell a machine's copy
_IN_PLACE = 0.7  # least share of the differences that are single words for single words
_FROM_THESAURUS = 0.2  # least share of the swaps that are near-synonyms
_MANY = 15  # swaps from which half of the sentences may be the same
_QUOTED = 3  # swaps inside quotations from which most of the sentences may be the same
_MORE_USUAL = 3.0  # by how much, in log10, the words of the two against an article must be more usual than its own
_AGREED = 0.5  # share of the swaps that two articles against a third have in common


class Swap(NamedTuple):
    """Words of an article for which another one has other words in the same sentence."""

    start: int
    end: int
    usual: str
    quoted: bool
    thesaurus: bool


class _Line(NamedTuple):
    article: int
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]


def swapped_words(
    articles: Sequence[Article], english: Set[str], odd: Set[str]
) -> Mapping[str, tuple[str, tuple[Swap, ...]]]:
    """Return for each article that is a reworded copy of another one that one's id and the swapped words.

    `english` holds the ids of the articles in English, `odd` of those whose own English is odder than ordinary.
    Sentences that both tell must differ by single words in the same places, inside quotations too, where no editor
    changes one. A single article never makes an ordinary one a copy, since whoever reworded it may have put in it
    what words he liked. The copy is the odd one of the two, or one that two outlets contradict with the same
    words; never the one with the earlier date. When neither tells, or both do, none. Linear in the length of all texts
    together.
    """
    lines = [line for n, article in enumerate(articles) for line in _lines(n, article)]
    shared: dict[tuple[int, int], list[tuple[_Line, _Line]]] = defaultdict(list)
    for one, two in sorted(_candidates(lines)):
        shared[lines[one].article, lines[two].article].append((lines[one], lines[two]))
    against: dict[int, list[_Version]] = defaultdict(list)
    for (first, second), pairs in shared.items():
        a, b = articles[first], articles[second]
        in_english = {a.id, b.id} <= english
        rewording = _rewording((a.text, b.text), pairs)
        if not _is_machine_made(rewording, english=in_english):
            continue
        if not _earlier(a, b):
            against[first].append(_Version(b, rewording.one, -rewording.stranger if in_english else None))
        if not _earlier(b, a):
            against[second].append(_Version(a, rewording.two, rewording.stranger if in_english else None))
    telling: dict[str, list[_Version]] = {}
    for n, versions in against.items():
        ordinary = [version for version in versions if version.article.id not in odd]
        telling[articles[n].id] = ordinary if articles[n].id in odd else _agreeing(ordinary)
    found: dict[str, tuple[str, tuple[Swap, ...]]] = {}
    for name, versions in telling.items():
        if versions and (name in odd or not any(telling.get(version.article.id) for version in versions)):
            most = max(versions, key=lambda version: len(version.swaps))
            found[name] = most.article.id, most.swaps
    return found


class _Version(NamedTuple):
    """Another article that has other words in the same places of an article."""

    article: Article
    swaps: tuple[Swap, ...]  # in the article for which this is another one
    more_usual: float | None  # by how much this one's words are more usual, in log10; None outside English


def _agreeing(versions: Sequence[_Version]) -> list[_Version]:
    """Return the versions that have the same words in the same places, when two files and two outlets hold them."""
    versions = [version for version in versions if version.more_usual is None or version.more_usual >= _MORE_USUAL]
    files: dict[tuple[int, int, str], set[str]] = defaultdict(set)
    for version in versions:
        for swap in version.swaps:
            files[swap.start, swap.end, swap.usual.lower()].add(version.article.origin.file)
    agreeing = []
    for version in versions:
        agreed = sum(len(files[swap.start, swap.end, swap.usual.lower()]) > 1 for swap in version.swaps)
        if agreed >= max(_SWAPS, _AGREED * len(version.swaps)):
            agreeing.append(version)
    outlets = {(version.article.outlet or version.article.id).casefold() for version in agreeing}
    return agreeing if len(outlets) > 1 else []


def _earlier(one: Article, two: Article) -> bool:
    """Whether both are dated and the first was published before the second, as far as the dates are exact."""
    a, b = one.published or "", two.published or ""
    exact = min(len(a), len(b))
    return a[:exact] < b[:exact]


def _lines(number: int, article: Article) -> Iterator[_Line]:
    quotations = find_quotations(article.text)
    at = 0
    for sentence in split_sentences(article.text):
        matches = []
        for m in _WORD.finditer(article.text, sentence.start, sentence.end):
            matches.append(m)
            if len(matches) == _LONGEST:
                break
        if len(matches) < _SHORTEST:
            continue
        quoted = []
        for m in matches:
            while at < len(quotations) and quotations[at].end <= m.start():
                at += 1
            quoted.append(at < len(quotations) and quotations[at].start < m.start())
        yield _Line(number, tuple(m.group().lower() for m in matches), tuple(m.span() for m in matches), tuple(quoted))


def _candidates(lines: Sequence[_Line]) -> dict[tuple[int, int], int]:
    """Return the pairs of lines of two articles that share runs of words: for each line its best one per article."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    shared: Counter[tuple[int, int]] = Counter()
    for n, line in enumerate(lines):
        for run in {line.words[k : k + _RUN] for k in range(len(line.words) - _RUN + 1)}:
            held = places[run]
            for other in held:
                if lines[other].article != line.article:
                    shared[other, n] += 1
            if len(held) < _COMMON_RUN:
                held.append(n)
    best: dict[tuple[int, int], tuple[int, int]] = {}
    for (one, two), runs in shared.items():
        if runs > 1:
            key = (two, lines[one].article)
            best[key] = max(best.get(key, (0, 0)), (runs, -one))
    return {(-one, two): runs for (two, _), (runs, one) in best.items()}


class _Rewording(NamedTuple):
    """What two articles have in common and where they differ, seen from either of them."""

    same: int
    altered: int
    differences: int
    one: tuple[Swap, ...]
    two: tuple[Swap, ...]
    stranger: float  # by how much the words of the second are less usual, in log10


def _rewording(texts: tuple[str, str], pairs: Sequence[tuple[_Line, _Line]]) -> _Rewording:
    same = altered = differences = 0
    stranger = 0.0
    one: list[Swap] = []
    two: list[Swap] = []
    for a, b in pairs:
        if a.words == b.words:
            same += 1
            continue
        matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
        if matcher.ratio() < _SAME:
            continue
        before = len(one)
        for tag, a1, a2, b1, b2 in matcher.get_opcodes():
            if tag == "equal":
                continue
            differences += 1
            if not (0 < a2 - a1 <= 3 and 0 < b2 - b1 <= 3 and abs((a2 - a1) - (b2 - b1)) <= 1):
                continue
            if any(w[0].isdigit() for w in (*a.words[a1:a2], *b.words[b1:b2])):
                continue
            stranger += familiarity(a.words[max(0, a1 - 1) : a2 + 1]) - familiarity(b.words[max(0, b1 - 1) : b2 + 1])
            quoted = a.quoted[a1] and b.quoted[b1]
            alike = any(near(x, y) for x in a.words[a1:a2] for y in b.words[b1:b2])
            here, there = (a.spans[a1][0], a.spans[a2 - 1][1]), (b.spans[b1][0], b.spans[b2 - 1][1])
            words, others = texts[0][slice(*here)], texts[1][slice(*there)]
            one.append(Swap(*here, others, quoted, alike))
            two.append(Swap(*there, words, quoted, alike))
        altered += len(one) > before
    return _Rewording(same, altered, differences, tuple(one), tuple(two), stranger)


def _is_machine_made(found: _Rewording, *, english: bool) -> bool:
    swaps = len(found.one)
    if swaps < _SWAPS or found.altered < _SENTENCES or swaps < _IN_PLACE * found.differences:
        return False
    mostly = found.altered > found.same
    quoted = sum(swap.quoted for swap in found.one)
    if not english:
        return mostly and quoted >= _QUOTED
    alike = sum(swap.thesaurus for swap in found.one)
    quoted_alike = sum(swap.thesaurus and swap.quoted for swap in found.one)
    throughout = quoted > 0 and swaps >= _MANY
    return alike >= _FROM_THESAURUS * swaps and ((mostly and quoted > 0) or throughout or quoted_alike >= _QUOTED)
