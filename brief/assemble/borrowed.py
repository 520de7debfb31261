"""Does a text in the program's or a model's words repeat a source's?"""

from __future__ import annotations

import re
import unicodedata

RUN = 5
"""So many words in a row are the source's own words."""

_WORD = re.compile(r"[^\W_]+")


def repeats(text: str, source: str) -> bool:
    """Tell whether a text has `RUN` words in a row of a source."""
    mine, theirs = (_WORD.findall(unicodedata.normalize("NFKC", t).lower()) for t in (text, source))
    runs = {tuple(theirs[i : i + RUN]) for i in range(len(theirs) - RUN + 1)}
    return any(tuple(mine[i : i + RUN]) in runs for i in range(len(mine) - RUN + 1))
