"""How likely a briefing should ask what a sentence leaves open: a logistic regression over named features.

The weights are fitted by benchmarks/fit_questions.py on labelled affairs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from operator import mul
from typing import NamedTuple

from brief.compare.passages import Passage
from brief.compare.weights import Weights
from brief.open_words import CUES, cues_of

_SHORT = 14
_LEAD = 4
_NEGATION = re.compile(
    r"\b(?:not|no|nobody|none|never|nor|neither|without|nothing|no one|nicht|keine?[nrms]?|nichts|niemand|pas|aucune?|"
    r"sans|jamais|nadie|sin|tampoco)\b|n['’]t\b",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    r"\b(?:yet|still|so far|until|till|for now|noch|bisher|bislang|vorerst|encore|toujours|aún|todavía|hasta)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:sa(?:y|id|ying)|tell|told|explain\w*|confirm\w*|answer\w*|repl\w+|comment\w*|disclos\w+|reveal\w*|"
    r"nam(?:e|ed|ing)|giv\w+|gave|describ\w+|address\w*|discuss\w*|publish\w*|public|shown?|sagen|nennen|dire|dit|decir|"
    r"dicho)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:report|review|findings|result|document|audit|study|log|list|file|contract|letter|recording|footage|recorder|"
    r"verdict|ruling|inquiry|investigation|opinion|informe|rapport|bericht|gutachten)s?\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:who|whom|whose|which|how many|how much|why|where|when|whether)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:he|she|it|they|er|sie|es|il|elle|él|ella)\b", re.IGNORECASE)

NAMES = (
    *CUES,
    *("cues", "negation", "short and negated", "so far", "speaks", "paper", "asks", "pronoun", "number", "date"),
    *("lead", "position", "last paragraph", "about"),
)


class QuestionModel(NamedTuple):
    """What each feature of a sentence adds to its log-odds."""

    intercept: float
    weights: dict[str, float]


@cache
def question_model() -> QuestionModel:
    """Return the fitted model that comes with the program."""
    found = json.loads((files("brief.compare") / "question_weights.json").read_text(encoding="utf-8"))
    return QuestionModel(found["intercept"], found["weights"])


class Ranker:
    """Knows the passages of a set, and how near each is to the heart of its article."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._weights = Weights(passages)
        self._ends = {p.article: (p.sentence, p.paragraph) for p in passages}

    def chance(self, p: Passage) -> float:
        """Return the chance, 0 to 1, that a reader of the set would ask what this passage leaves open."""
        intercept, weights = question_model()
        return 1 / (1 + exp(-intercept - sum(map(mul, weights.values(), self.features(p)))))

    def features(self, p: Passage) -> tuple[float, ...]:
        """Return the features of a passage in the order of `NAMES`."""
        cues = cues_of(p.text)
        negated = _NEGATION.search(p.text) is not None
        last, paragraph = self._ends[p.article]
        return (
            *(float(name in cues) for name in CUES),
            float(len(cues)),
            float(negated),
            float(negated and p.text.count(" ") < _SHORT),
            float(_SO_FAR.search(p.text) is not None),
            float(_SPEAKS.search(p.text) is not None),
            float(_PAPER.search(p.text) is not None),
            float(_ASKS.search(p.text) is not None),
            float(_PRONOUN.search(p.text) is not None),
            float(bool(p.quantities)),
            float(bool(p.dates)),
            float(p.sentence <= _LEAD),
            p.sentence / max(last, 1),
            float(p.paragraph == paragraph),
            self._weights.total(p.stems & p.lead) / (self._weights.total(p.stems) or 1.0),
        )
