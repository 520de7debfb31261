"""Does a paraphrase say more than its evidence? Numbers, names, negation and certainty, by rules."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d[\d,.]*")
_NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-ZÀ-Þ][\w’'-]+")
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|denie[sd]|deny)\b|n[’']t\b", re.I
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|would|should|possibl[ey]|perhaps|probabl[ey]|likely|appears?|seems?|reportedly|alleged(?:ly)?|"
    r"explor(?:e[sd]?|ing)|consider(?:s|ed|ing)?|suggest(?:s|ed|ing)?|expect(?:s|ed)?|plans?|planned|hopes?|hoped|"
    r"if|unless|considering|proposed?)\b",
    re.I,
)


def overstatements(paraphrase: str, evidence: str) -> tuple[str, ...]:
    """Return what a paraphrase has that its evidence lacks, one reason each; empty when it holds.

    Compared are numbers (digits and words to twenty), capitalised names inside the sentence, negation (present in
    one and absent in the other), and certainty (a hedge of the evidence that the paraphrase drops).
    """
    reasons: list[str] = []
    extra = _numbers(paraphrase) - _numbers(evidence)
    if extra:
        reasons.append(f"a number that the words lack: {', '.join(sorted(extra))}")
    known = evidence.lower()
    names = sorted({n for n in _NAME.findall(paraphrase) if n.lower().rstrip("'’s") not in known})
    if names:
        reasons.append(f"a name that the words lack: {', '.join(names)}")
    if bool(_NEGATION.search(paraphrase)) != bool(_NEGATION.search(evidence)):
        reasons.append("a negation in one and not in the other")
    if _HEDGE.search(evidence) and not _HEDGE.search(paraphrase):
        reasons.append("more certain than the words")
    return tuple(reasons)


def _numbers(text: str) -> set[str]:
    digits = {n.rstrip(".,").replace(",", "") for n in _NUMBER.findall(text)}
    words = {_NUMBER_WORDS[w] for w in re.findall(r"[a-z]+", text.lower()) if w in _NUMBER_WORDS and w != "one"}
    return digits | words
