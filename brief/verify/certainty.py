"""Is a paraphrase more certain than its words? Each sort of doubt in the words must be kept in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from brief.lexicon.reporting import VERBS
from brief.verify.negation import NEGATION

_POSSIBLE = re.compile(
    r"\bmay\b|(?i:\b(?:might|could|possib\w+|perhaps|maybe|potential\w*|likely|unlikely|probab\w+|appears?|appeared|"
    r"seem(?:s|ed)?|suggest\w*|believ\w+|think\w*|thought|suspect\w*|apparently|"
    r"podr[íi]a\w*|pueden?|quizás?|tal vez|posible\w*|parece\w*|"
    r"peu(?:t|vent)|pourrai\w+|peut-être|semble\w*|könnten?|möglich\w*|vielleicht|wahrscheinlich|dürften?|scheint)\b)"
)
_EXPLORING = re.compile(
    r"\b(?:explor\w+|consider(?:s|ed|ing)?|study|studies|studied|studying|looking (?:at|into)|look(?:s|ed)? into|"
    r"examin\w+|weigh(?:s|ed|ing)?|mull\w*|in talks|"
    r"estudian?|consideran?|étudi\w+|envisag\w+|prüf\w+|erwäg\w+)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:reported(?:ly)?|alleg\w+|claim(?:s|ed)?|rumou?r\w*|purported\w*|supposed(?:ly)?|accus\w+|"
    r"presunt\w+|présumé\w*|angeblich\w*|mutmaßlich\w*)\b",
    re.IGNORECASE,
)
_INTENDED = re.compile(
    r"\b(?:plan(?:s|ned|ning)? to|propos(?:e[sd]?|ing) to|hop(?:e[sd]?|ing)|intend\w*|expect\w*|"
    r"aim(?:s|ed|ing)? (?:to|at)|wants? to|wanted to|seek(?:s|ing)?|sought|tr(?:y|ies|ied|ying) to|wish\w*|would like|"
    r"espera\w*|planea\w*|prévoi\w+|espèr\w+|compte\w*|hofft\w*|plan(?:t|en)|erwartet\w*)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if(?! you (?:look at|think about|ask me|will\b))|unless|provided|depend\w*|as long as|"
    r"in case|whether|wenn|falls|sofern|à condition|siempre que)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\b(?:will|would|shall|won['’]t)\b|['’](?:ll|d)\b|\bgoing to\b", re.IGNORECASE)
_STILL_TO_COME = re.compile(
    r"\b(?:will|would|shall|should|won['’]t|to be|set to|due|about to|going to|promis\w+|vow\w*|pledg\w+|"
    r"threat\w+|warn\w*|offer\w*|agree\w* to|plan\w*|ready to|forecast\w*|predict\w*|next|tomorrow|until|future|"
    r"must|needs?|demand\w*|urg\w+)\b|['’](?:ll|d)\b",
    re.IGNORECASE,
)
_DOUBTS = (
    (_POSSIBLE, (_POSSIBLE, _REPORTED)),
    (_EXPLORING, (_EXPLORING, _POSSIBLE)),
    (_REPORTED, (_REPORTED, _POSSIBLE)),
    (_INTENDED, (_INTENDED, _POSSIBLE, _EXPLORING)),
    (_CONDITION, (_CONDITION,)),
    (_FUTURE, (_STILL_TO_COME, _POSSIBLE, _INTENDED, NEGATION)),
)
"""A doubt that the evidence has, and the doubts of which a paraphrase must have one."""

_WILL = re.compile(r"\b(?:will|shall|won['’]t)\b|['’]ll\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|won['’]t|going to|gonna|set to|due to|about to|to be|promis\w+|vow\w*|pledg\w+|threat\w+|"
    r"warn\w*|forecast\w*|predict\w*|agree[sd]? to|decid\w+|tomorrow|next|upcoming)\b|['’](?:ll|d)\b",
    re.IGNORECASE,
)
"""Words for which a paraphrase may have a "will"."""

_OPEN = re.compile(r"\bmay\b|(?i:\b(?:might|could)\b)")
"""Words that a "will" may not take the place of, though another doubt is kept."""

_EITHER_WAY = re.compile(r"[,—–]\s*whether\b[^,.;:—–]{0,80}\bor\b[^,.;:—–]{0,80}(?=[,.;:—–])", re.IGNORECASE)
"""A "whether" that sets no condition, between marks: whether we like it or not."""

_ASIDE = re.compile(r"\b(?:so|because|since|which|who|whose|where)\b", re.IGNORECASE)
"""What may open a last clause that a paraphrase leaves out with its doubt."""

_ASIDES = 4
"""Such clauses, counted from the end, that are tried."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def more_certain(paraphrase: str, content: str, cue: str, told: Callable[[str, str], bool]) -> bool:
    """Tell whether a doubt of the words or of their cue is missing in a paraphrase, or it has one more "will".

    A cue that reports or accuses is no doubt where the paraphrase has a verb of saying: both leave it to the speaker.
    A doubt in a last clause ("so he could try again") may go with it, where `told` finds that the words before the
    clause hold all that the paraphrase has.
    """
    attributed = any(w.lower() in VERBS for w in _WORD.findall(paraphrase))
    words = _EITHER_WAY.sub("", content)
    for aside in list(_ASIDE.finditer(words))[-_ASIDES:]:
        if told(paraphrase, words[: aside.start()]):
            words = words[: aside.start()]
            break
    if len(_WILL.findall(paraphrase)) > len(_TO_COME.findall(f"{cue} {content}")):
        return True
    firmer = len(_WILL.findall(paraphrase)) > len(_WILL.findall(f"{cue} {content}"))
    if firmer and len(_OPEN.findall(paraphrase)) < len(_OPEN.findall(words)):
        return True
    for doubt, keepers in _DOUBTS:
        text = words if doubt is _REPORTED and attributed else f"{cue} {words}"
        if doubt.search(text) and not any(kept.search(paraphrase) for kept in keepers):
            return True
    return False
