"""What office programs write into a file about its title and author: kept when the text says it too."""

from __future__ import annotations

import re

from brief.read.stated import plain
from brief.schema import Metadata

_WORD = re.compile(r"[^\W_]+")
_HEAD = 3_000
_LEAST = 3
_SHARE = 0.7


def stated_by_file(title: str, author: str, text: str) -> Metadata:
    """Return title and author as far as they are no leftovers of a program (a file name, a template, a login).

    A title has three words or more, most of which stand in the first 3,000 characters; an author is named there.
    """
    head = set(_WORD.findall(text[:_HEAD].casefold()))
    words = _WORD.findall(title[:500].casefold())
    told = sum(word in head for word in words) >= _SHARE * len(words) and len(words) >= _LEAST
    name = plain(author[:200])
    by = name is not None and len(name.split()) > 1 and name.casefold() in " ".join(text[:_HEAD].split()).casefold()
    return Metadata(title=plain(title[:500]) if told else None, author=name if by else None)
