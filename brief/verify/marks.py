"""What the quotation marks of the article say: are these the speaker's own words?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from brief.quotations import Quotation, find_quotations, quoted_share
from brief.schema import Span, StatementKind

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_DIRECT = 0.9


def kind_by_marks(text: str, content: Sequence[Span], claimed: StatementKind) -> StatementKind:
    """Return the kind of a statement: as claimed, or less where the marks of the article do not bear it out.

    All of the words of a `direct` statement stand in quotation marks (nine tenths, for a mark that a scrape misplaced),
    and some of a `mixed` one's; what is not between marks is never printed as the speaker's words.
    """
    if claimed == "indirect":
        return claimed
    words = [Span(m.start(), m.end()) for s in content for m in _WORD.finditer(text, s.start, s.end)]
    share = quoted_share(words, quotations_of(text))
    if share == 0:
        return "indirect"
    return claimed if share >= _DIRECT else "mixed"


@lru_cache(maxsize=8)
def quotations_of(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text, read once for each of the last texts."""
    return find_quotations(text)
