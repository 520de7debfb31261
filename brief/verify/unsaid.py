"""Does the text say that it was said? `Not once has Lind said`, `It is false that Lind said` and the like do not."""

from __future__ import annotations

import re

from brief.schema import Article, Statement
from brief.sentences import split_sentences
from brief.spans import sentence_number

_FRAME = re.compile(
    r"(?:\b(?:(?:not once|never|nowhere|rarely|seldom|hardly ever|at no (?:point|time)|in no [\w-]+)"
    r" (?:has|have|had|did|does|do|was|were|would|could)"
    r"|neither(?: [\w.’' -]{1,50}? nor)?|nor|not even|(?:and|but) not|not|no longer"
    r"|(?:nobody|no one|none|hardly any\w*|not a single \w+)(?: (?:at|of|in|from|among)(?: the)?)?"
    r"|it (?:is|was|’s|'s) (?:not true|false|untrue|not clear|unclear|wrong|doubtful)(?: that| whether| if)?"
    r"|there (?:is|was|are|were) no [\w-]+ that"
    r"|(?:rumou?rs?|claims?|allegations?|suggestions?|fake [\w-]+|hoax [\w-]+)(?: that| in which| has| have)?"
    r"|nothing that|whether)|^(?:has|have|had|did|does|is|was))\s*(?:the |a )?$",
    re.IGNORECASE,
)
"""Words right before a speaker that take back what follows."""

_NOT_SAID = re.compile(
    r"(?:\b(?:not|never|nor|no longer|nunca|jamás|jamais|nie|niemals|mai|short of|without|accused of|denie[sd]|denying)"
    r"|n['’]t)(?: (?!but\b|and\b)[^\W\d_]+){0,2}\s*$",
    re.IGNORECASE,
)
"""Words between a speaker and the verb of saying that take the verb back."""


_OWN = re.compile(
    r"\b(?:never|(?:did|does|do|has|had|have) not|denie[sd] having)\b|n['’]t (?:say|said)\b", re.IGNORECASE
)
"""A verb of saying that is taken back itself."""


def taken_back(article: Article, found: Statement) -> str | None:
    """Return the words by which the text takes back that something was said, or None where it says so.

    Looked at is the sentence of the speaker: what stands right before the speaker, where the content follows; and, for
    words in quotation marks and outside English, what stands between the speaker and the cue.
    """
    if found.source is None or not found.source.spans or not found.content.spans:
        return None
    text, source, content = article.text, found.source.spans, found.content.spans
    verb = f"{found.source.text} {found.cue.text if found.cue else ''}"
    own = _OWN.search(verb) if found.kind != "indirect" else None
    if own is not None:
        return own[0].strip()
    if content[0].start < source[0].start:
        return None
    sentence = split_sentences(text)[sentence_number(article, source[0].start) - 1]
    frame = _FRAME.search(text[sentence.start : source[0].start].lstrip("\"“‘' "))
    if frame is not None:
        return frame[0].strip()
    if found.kind == "indirect" and article.language in ("en", None):
        return None
    cue = found.cue.spans[0].start if found.cue is not None and found.cue.spans else content[0].start
    said_not = _NOT_SAID.search(text[source[-1].end : max(cue, source[-1].end)][-60:])
    return said_not[0].strip() if said_not is not None else None
