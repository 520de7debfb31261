"""The naive reader that the rules are measured against: quotation marks and the nearest name."""

from __future__ import annotations

import re

from brief.quotations import find_quotations
from tests.attribution_abroad.labels import Said, positions

_NAME = re.compile(r"[A-ZÀ-ÖØ-Ý][\w'’-]+(?: [A-ZÀ-ÖØ-Ý][\w'’-]+)*")


def naive(text: str) -> list[Said]:
    """Give each quotation of more than two words to the nearest words with capitals outside quotation marks."""
    quotations = find_quotations(text)
    names = [
        m for m in _NAME.finditer(text) if not any(q.start <= m.start() < q.end for q in quotations) and len(m[0]) > 3
    ]
    found = []
    for quotation in quotations:
        content = positions(text, [(quotation.start, quotation.end)])
        if len(content) < 3 or not names:
            continue
        name = min(names, key=lambda m: min(abs(m.start() - quotation.end), abs(quotation.start - m.end())))
        found.append(Said(positions(text, [name.span()]), frozenset(), content, "direct"))
    return found
