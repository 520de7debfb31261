"""Which articles of a set belong to the affair. Decided for each article, wherever in a file it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median

from brief.schema import Article

COMMON = 0.4
"""Share of the articles of one affair in which a word must stand to be one of the affair's words."""

NEAR = 0.45
"""An article belongs when it carries at least this share of what the median article of the affair carries."""

ALIKE = 0.12
"""Below this share of the affair's words in the median article the set has no common affair, and all belong."""

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_EVERYDAY = frozenset(
    "that this with from have been were will would could should their there which about after before also into "
    "over than they them when what where while more most some such only other said says say told according people year "
    "years week month time first last monday tuesday wednesday thursday friday saturday sunday january february march "
    "april june july august september october november december news report reports statement official officials "
    "government president minister country national state states public under through because against during between "
    "being made make including since still both these those very just even much many part take taken "
    "para como pero más por los las una con del que dans pour avec sont mais nous vous leur elle être aux des les "
    "und der die das nicht eine einer auch nach sich wird bei".split()
)


def belonging(articles: Sequence[Article], question: str | None = None) -> Mapping[str, tuple[bool, str]]:
    """Return for each article id whether it belongs to the affair, and why in words.

    The affair's words are those that stand in many of the set's main articles (not the bundled ones), names
    counting double; with a question, in the articles that hold most of the question's words. An article belongs
    when it carries enough of them. A set without common words has no affair: everything belongs.
    """
    words = {article.id: _words(article) for article in articles}
    chosen = _chosen(articles, words, question)
    core = _core(chosen, words)
    weight = {word: (2.0 if name else 1.0) * share for word, (share, name) in core.items()}
    total = sum(weight.values())
    if not total:
        return {article.id: (True, "no common affair was found in the set") for article in articles}
    carried = {key: sum(weight[w] for w in have if w in weight) / total for key, have in words.items()}
    usual = median(carried[a.id] for a in chosen)
    bar = usual * NEAR
    if usual < ALIKE and not question:
        return {article.id: (True, "no common affair was found in the set") for article in articles}
    return {key: _reason(share >= bar, share) for key, share in carried.items()}


def _reason(belongs: bool, share: float) -> tuple[bool, str]:
    if belongs:
        return True, f"carries {share:.0%} of the words that the texts of the affair share"
    return False, f"carries too few of the words that the texts of the affair share: {share:.0%}"


def _words(article: Article) -> Mapping[str, bool]:
    """Return the content words of an article, lower case, each with whether it is mostly a name."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for word in _WORD.findall(f"{article.title or ''}\n{article.text}"):
        key = _stem(word)
        if len(key) > 2 and key not in _EVERYDAY:
            (upper if word[0].isupper() else lower)[key] += 1
    return {key: upper[key] > lower[key] for key in {*upper, *lower} if len(key) > 3 or upper[key] > lower[key]}


def _stem(word: str) -> str:
    word = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _chosen(
    articles: Sequence[Article], words: Mapping[str, Mapping[str, bool]], question: str | None
) -> Sequence[Article]:
    mains = [a for a in articles if not a.bundled] or list(articles)
    if not question:
        return mains
    asked = {word for word in map(_stem, _WORD.findall(question)) if len(word) > 2} - _EVERYDAY
    hits = {a.id: len(asked & words[a.id].keys()) for a in articles}
    most = max(hits.values(), default=0)
    return [a for a in articles if hits[a.id] * 2 > most] or mains


def _core(chosen: Sequence[Article], words: Mapping[str, Mapping[str, bool]]) -> Mapping[str, tuple[float, bool]]:
    spread: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for article in chosen:
        spread.update(words[article.id].keys())
        names.update(word for word, name in words[article.id].items() if name)
    least = max(2, COMMON * len(chosen)) if len(chosen) > 1 else 1
    return {w: (n / len(chosen), names[w] * 2 > n) for w, n in spread.items() if n >= least}
