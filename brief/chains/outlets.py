"""Which names are those of outlets: papers, agencies, broadcasters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from brief.schema import Span

_KNOWN = frozenset(
    """reuters bloomberg afp dpa efe ansa tass xinhua kyodo bbc cnn cnbc cbs nbc abc msnbc npr pbs ap upi politico axios
    propublica bellingcat telesur""".split()
)
_LAST = frozenset(
    """times post journal herald tribune gazette courier guardian telegraph echo chronicle observer news radio tv
    television press magazine weekly daily mail mirror independent standard sentinel dispatch examiner bulletin ledger
    inquirer register review""".split()
)
_FIRST = frozenset("radio tv televisión televisa daily".split())
_ARTICLES = frozenset(("le monde", "le figaro", "el país", "el mundo", "el universal", "der spiegel", "die zeit"))
_COMMON = (
    r"(?:the|a|an|one|another|local|national|state)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:newspaper|paper|magazine|broadcaster|network|news agency|news service|news site|news website|wire service|"
    r"tabloid|daily|weekly|outlet|publication|television station|radio station|television channel)\b"
)
_CAPITAL = r"[A-ZÀ-ÞŁŚŽ][\w&-]*(?:\.(?=[\w ]))?"
_NAME = re.compile(
    rf"(?P<common>{_COMMON})|(?:\b[Tt]he )?(?P<name>\b{_CAPITAL}(?: (?:(?:of|and|the|de|del) )?{_CAPITAL}){{0,5}})"
)
_TIMES = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day$")


def folded(name: str) -> str:
    """Return an outlet's name for comparing: lower case, without the article."""
    return " ".join(name.lower().removeprefix("the ").split())


def is_outlet(name: str, of_set: Iterable[str] = ()) -> bool:
    """Tell whether a name or description is an outlet's; `of_set` are the folded names of the articles' outlets."""
    if re.fullmatch(_COMMON, name.strip(), re.IGNORECASE):
        return True
    low = folded(name)
    words = low.split()
    if not words or low in of_set or low in _ARTICLES or words[0] in _KNOWN:
        return bool(words)
    return (len(words) > 1 or low == "times") and (words[-1] in _LAST or words[0] in _FIRST)


@lru_cache(maxsize=1024)
def _names(text: str) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in _NAME.finditer(text))


def find_outlets(text: str, of_set: Iterable[str] = ()) -> Iterator[Span]:
    """Return where a sentence names an outlet, in order; the article before the name included."""
    for span in _names(text):
        words = text[span.start : span.end].split(" ")
        while words and _TIMES.match(words[-1].lower()):
            words.pop()
        name = " ".join(words)
        if name and is_outlet(name, of_set):
            yield Span(span.start, span.start + len(name))
