"""What differs between the renderings of one utterance: sentences are put side by side, then their words compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brief.schema import Wording, WordingKind
from brief.utterances.grouping import Shared, Weights
from brief.utterances.reading import Saying, Told
from brief.utterances.words import NEGATIVES, Word, changes, steps

GRAVEST: tuple[WordingKind, ...] = (
    "negation", "altered_number", "altered_word", "another_wording", "cut_short", "indirect",
)  # fmt: skip
"""The kinds of differences in the order in which they are listed."""

_OTHER_WORDING = 0.6
"""Share of the shorter rendering's words below which the whole wording is another one."""

_LEFT_OUT = 4
"""Words in the middle of a sentence that count as left out; fewer are altered words."""

_LINKING = frozenset("and but so well now look yes because".split())
_SWITCHED = frozenset(
    "refuse refused refuses reject rejected rejects deny denied denies fail failed fails lack lacks impossible unable "
    "hardly rarely scarcely false untrue wrong against stop stopped ruled avoid".split()
)
"""Words that can stand for a negation in another wording."""

_AUXILIARIES = frozenset("do does did any".split())

_MOST_SENTENCES = 30


class _Beside:
    """Sentences of one side with those of the other that say the same."""

    def __init__(self, a: list[Told], b: list[Told]) -> None:
        self.a, self.b = a, b

    def words(self) -> tuple[list[Word], list[Word]]:
        """Return the words of both sides, in the order of the texts."""
        return _in_order(self.a), _in_order(self.b)


def differences(members: Sequence[Saying]) -> tuple[Wording, ...]:
    """Return where the renderings of one utterance differ from its fullest quotation, gravest first."""
    sides: dict[str, list[Saying]] = {}
    for saying in members:
        sides.setdefault(saying.article.id, []).append(saying)
    if len(sides) == 1:
        told = [(saying.article.id, list(saying.told)) for saying in members]
    else:
        told = [(name, [t for saying in side for t in saying.told]) for name, side in sides.items()]
    fullest = max(range(len(told)), key=lambda n: (_quoted_length(told[n][1]), -n))
    if not _quoted_length(told[fullest][1]):
        return ()
    name, full = told[fullest]
    weights = Weights(t for _, side in told for t in side)
    found = [
        wording
        for n, (other, side) in enumerate(told)
        if n != fullest
        for wording in _between(name, full[:_MOST_SENTENCES], other, side[:_MOST_SENTENCES], weights)
    ]
    return tuple(sorted(found, key=lambda w: GRAVEST.index(w.kinds[0])))


def _quoted_length(side: Sequence[Told]) -> int:
    return sum(len(t.words) for t in side if t.quoted)


def _between(a: str, full: Sequence[Told], b: str, other: Sequence[Told], weights: Weights) -> list[Wording]:
    spoken = [t for t in full if t.quoted]
    quoted = [t for t in other if t.quoted]
    beside = _aligned(spoken, quoted, weights)
    found = []
    for pair in beside:
        left, right = pair.words()
        kinds = _kinds(left, right)
        if kinds:
            found.append(Wording(a=a, b=b, kinds=kinds, words=changes(left, right)))
    left_a, left_b = _left_over(beside, spoken, quoted)
    if beside and (left_a or left_b):
        words = (*changes(_in_order(left_a), ()), *changes((), _in_order(left_b)))
        found.append(Wording(a=a, b=b, kinds=("cut_short",), words=words))
    if not beside:
        for pair in _aligned(spoken, [t for t in other if not t.quoted], weights):
            found.append(Wording(a=a, b=b, kinds=("indirect",), words=changes(*pair.words())))
    return found


def _aligned(a: Sequence[Told], b: Sequence[Told], weights: Weights) -> list[_Beside]:
    """Put the sentences of two sides together: the likest first, then what stands between two that are together."""
    scored = []
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            shared = Shared(x, y, weights)
            if shared.stems or set(x.keys) & set(y.keys):
                verbatim = shared.verbatim()
                if verbatim >= 0.5 or (len(shared.stems) >= 2 and shared.contained >= 0.35):
                    scored.append((max(verbatim, shared.contained), -abs(i - j), -i, -j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(scored, reverse=True):
        if -i not in partner and -j not in taken:
            partner[-i] = -j
            taken.add(-j)
    _fill_gaps(a, b, partner, taken)
    found = {i: _Beside([a[i]], [b[j]]) for i, j in sorted(partner.items())}
    by_b = {j: found[i] for i, j in partner.items()}
    for i, x in enumerate(a):
        if i not in partner:
            for n in (i - 1, i + 1):
                if n in partner and _is_part(x, found[n].b):
                    found[n].a.append(x)
                    break
    for j, y in enumerate(b):
        if j not in taken:
            for n in (j - 1, j + 1):
                if n in by_b and _is_part(y, by_b[n].a):
                    by_b[n].b.append(y)
                    break
    return list(found.values())


def _fill_gaps(a: Sequence[Told], b: Sequence[Told], partner: dict[int, int], taken: set[int]) -> None:
    """Pair a single sentence with a single one between, or after, sentences that are together on both sides."""
    for i in range(1, len(a)):
        before = partner.get(i - 1)
        if before is None or i in partner or before + 1 >= len(b) or before + 1 in taken:
            continue
        j = before + 1
        closed = partner.get(i + 1) == j + 1 if i + 1 < len(a) else j + 1 == len(b)
        x, y = a[i].keys, b[j].keys
        if closed and a[i].saying == a[i - 1].saying and len({*x} & {*y}) >= 2 and 0.5 <= len(x) / len(y) <= 2:
            partner[i] = j
            taken.add(j)


def _is_part(one: Told, others: Sequence[Told]) -> bool:
    """Tell whether a sentence is part of a longer one on the other side: speech that was cut into other sentences."""
    known = Counter(key for other in others for key in other.keys)
    own = Counter(one.keys)
    return len(one.words) >= 3 and (own & known).total() >= 0.7 * own.total()


def _left_over(beside: Sequence[_Beside], a: Sequence[Told], b: Sequence[Told]) -> tuple[list[Told], list[Told]]:
    """Return the sentences of each side's matched statements that have nothing beside them."""
    used = {id(t) for pair in beside for t in (*pair.a, *pair.b)}
    sayings = {t.saying for pair in beside for t in (*pair.a, *pair.b)}
    left = ([t for t in side if id(t) not in used and t.saying in sayings] for side in (a, b))
    in_a, in_b = left
    return in_a, in_b


def _in_order(told: Sequence[Told]) -> list[Word]:
    return [word for t in sorted(told, key=lambda t: t.words[0].start) for word in t.words]


def _kinds(a: Sequence[Word], b: Sequence[Word]) -> tuple[WordingKind, ...]:
    """Return what differs between two quoted renderings of the same words, gravest first; nothing for spelling."""
    found: set[WordingKind] = set()
    walk = steps(a, b)
    equal = sum(step.a[1] - step.a[0] for step in walk if step.equal)
    other_wording = equal < _OTHER_WORDING * min(len(a), len(b))
    extra = _extra(a, b), _extra(b, a)
    within: list[tuple[list[str], list[str]]] = []
    for n, step in enumerate(walk):
        if step.equal:
            continue
        left, right = [w.key for w in a[slice(*step.a)]], [w.key for w in b[slice(*step.b)]]
        if _is_cut(left, right, extra, at_edge=n in (0, len(walk) - 1)):
            if not {*left, *right} <= _LINKING and (not other_wording or _is_longer(a, b)):
                found.add("cut_short")
        else:
            within.append((left, right))
    if other_wording:
        found.add("another_wording")
    elif within:
        found.add("altered_word")
    numbers = tuple(Counter(k for pair in within for k in pair[side] if k[0] == "#") for side in (0, 1))
    if numbers[0] != numbers[1] and (all(numbers) or not other_wording):
        found.add("altered_number")
    if _negated(within, a, b):
        found.add("negation")
    if "altered_word" in found and all(map(_told_already, within)):
        found.discard("altered_word")
    return tuple(kind for kind in GRAVEST if kind in found)


def _is_longer(a: Sequence[Word], b: Sequence[Word]) -> bool:
    return max(len(a), len(b)) >= 2 * min(len(a), len(b))


def _extra(a: Sequence[Word], b: Sequence[Word]) -> Counter[str]:
    """Return the words of `a` that `b` has nowhere."""
    return Counter(w.key for w in a) - Counter(w.key for w in b)


def _is_cut(left: list[str], right: list[str], extra: tuple[Counter[str], Counter[str]], *, at_edge: bool) -> bool:
    """Tell whether words stand on one side only and were left out on the other, not moved or altered."""
    if left and right:
        return False
    keys, more = (left, extra[0]) if left else (right, extra[1])
    return (at_edge or len(keys) >= _LEFT_OUT) and 2 * (Counter(keys) & more).total() >= len(keys)


def _negated(within: Sequence[tuple[list[str], list[str]]], a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Tell whether one side denies what the other doesn't, within the words that both have."""
    left, right = ([key for pair in within for key in pair[side]] for side in (0, 1))
    in_left, in_right = (sum(key in NEGATIVES for key in keys) for keys in (left, right))
    if bool(in_left) == bool(in_right):
        return False
    bare = a if in_right else b
    return _count(a) != _count(b) and not _SWITCHED & {w.key for w in bare}


def _count(words: Sequence[Word]) -> int:
    return sum(w.key in NEGATIVES for w in words)


def _told_already(pair: tuple[list[str], list[str]]) -> bool:
    """Tell whether two runs of words differ in a number or a negation alone."""
    left, right = ([k for k in side if k[0] != "#" and k not in NEGATIVES and k not in _AUXILIARIES] for side in pair)
    return left == right
