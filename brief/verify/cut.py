"""Are the words cut so that their sense turns? A "not" left out before them, an "if" left out after them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.quotations import Quotation
from brief.schema import Article, Span, Words
from brief.sentences import split_sentences
from brief.spans import sentence_number

_ASKING = re.compile(r"\b(?:ask|wonder|inquir|enquir|question)(?:e[sd]?|ing|s|ed)?\b", re.IGNORECASE)
_ASKED = frozenset(("if", "whether"))

BEFORE = 7
"""Words before a stretch that may carry its negation or condition."""

_NEGATIONS = (
    "not never no nobody none nothing neither nor without cannot hardly barely scarcely denied deny denies refuse "
    "refused ni nunca jamás sin ne pas jamais sans aucun nicht kein keine keinen keiner nie ohne"
)
_CONDITIONS = "if unless whether wenn falls sofern"
_TURNING = frozenset(f"{_NEGATIONS} {_CONDITIONS}".split())
_AFTER = frozenset("if unless provided nothing none nobody never wenn falls sofern nicht".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CLAUSE_END = re.compile(r"[;:.!?—–]|,\s+(?:and|but|so|because|which|who)\b")


def turning_words(
    article: Article, content: Words, cue: Words | None, source: Words | None, quotations: Sequence[Quotation]
) -> str | None:
    """Return the word left out beside the content that its sense hangs on, or None.

    Looked at are the rest of the clause before the first stretch and the words after the last one, inside the quotation
    that it was cut from; and what stands between the cue and the content. After a cue of asking "if" is no condition.
    """
    first, last = content.spans[0].start, content.spans[-1].end
    low, high = _bounds(article, quotations, first)[0], _bounds(article, quotations, last - 1)[1]
    named = [s.end for words in (cue, source) if words is not None for s in words.spans if s.end <= first]
    inside = _around(quotations, first) is not None and article.text[low:first].strip("\"'“‘„«»‹ ") != ""
    begin = low if inside else max([low, *named]) if named and cue is not None else first
    before = article.text[begin:first]
    ends = [m.end() for m in _CLAUSE_END.finditer(before)]
    words = [w.lower() for w in _WORD.findall(before[ends[-1] if ends else 0 :])][-BEFORE:]
    passed = _ASKED if cue is not None and _ASKING.search(cue.text) else frozenset[str]()
    turned = next(
        (w for w in reversed(words) if (w in _TURNING and w not in passed) or w.endswith(("n't", "n’t"))), None
    )
    if turned is None and _around(quotations, last - 1) is not None:
        after = _WORD.findall(article.text[last:high])[:1]
        turned = next((w for w in after if w.lower() in _AFTER), None)
    return turned


def _around(quotations: Sequence[Quotation], offset: int) -> Quotation | None:
    return next((q for q in quotations if q.start <= offset < q.end), None)


def _bounds(article: Article, quotations: Sequence[Quotation], offset: int) -> Span:
    """Return the part of the sentence at an offset that lies in the same quotation, where it lies in one."""
    sentence = split_sentences(article.text)[sentence_number(article, offset) - 1]
    around = _around(quotations, offset)
    if around is None:
        return Span(sentence.start, sentence.end)
    return Span(max(sentence.start, around.start), min(sentence.end, around.end))
