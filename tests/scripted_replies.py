"""An article, replies about it, and a model that gives them: for the tests of the summariser by model."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from brief.llm.exchange import Reply, Request, Usage
from brief.prompting import load_prompt
from brief.schema import Article, VerifiedStatement, VerifiedSummary
from brief.summarise.by_model import ModelSummary, SummariseSettings, summarise
from brief.verify import verify
from tests.articles import article

TEXT = (
    "The ferry line to Ostwick has been closed since Monday, harbour master Ilse Brandvold said.\n"
    "“We have not sold a single berth,” Ms. Brandvold said. “The quay belongs to the town.”\n"
    "Tomas Reyk, the mayor of Ostwick, may travel to the capital on Friday, according to his office.\n"
    "“At least 40 crews are waiting,” Mr. Reyk told reporters. He did not say who had ordered the closure.\n"
    "The harbour office declined to comment."
)
ARTICLE = article(TEXT, published="2031-05-07")
Answer = str | Reply | Exception | Callable[[Request], str]


class Scripted:
    """A model that gives the replies it was told to give, one after the other, and keeps the requests."""

    def __init__(self, *answers: Answer) -> None:
        self._answers = list(answers)
        self.requests: list[Request] = []

    def ask(self, request: Request) -> Reply:
        """Return the next reply, or raise the next exception."""
        self.requests.append(request)
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Reply):
            return answer
        text = answer if isinstance(answer, str) else answer(request)
        return Reply(text=text, outcome="complete", usage=Usage(prompt=100, cached=10, completion=5))

    def done(self) -> bool:
        """Tell whether every reply was used."""
        return not self._answers


def said(words: str | list[str], sentences: list[int], speaker: str | None, **other: Any) -> dict[str, Any]:
    """Return a statement as a model sends it."""
    return {
        "sentences": sentences,
        "words": [words] if isinstance(words, str) else words,
        "speaker_words": other.pop("speaker_words", speaker),
        "cue": other.pop("cue", None),
        "speaker": speaker,
        "speaker_kind": "person",
        "stance": "assert",
        "paraphrase": None,
        **other,
    }


BERTH = said(
    ["We have not sold a single berth", "The quay belongs to the town"],
    [2, 3],
    "Ilse Brandvold",
    speaker_words="Ms. Brandvold",
    cue="said",
    stance="deny",
    paraphrase="Ilse Brandvold says that not a single berth has been sold and that the quay belongs to the town.",
)
CREWS = said("At least 40 crews are waiting", [5], "Tomas Reyk", speaker_words="Mr. Reyk", cue="told")
TRAVEL = said(
    "Tomas Reyk, the mayor of Ostwick, may travel to the capital on Friday",
    [4],
    "his office",
    cue="according to",
    speaker_kind="body",
)


def reply(*statements: dict[str, Any], **lists: Any) -> str:
    """Return a reply as JSON."""
    whole = {"instructions_seen": [], "statements": list(statements), "events": [], "figures": [], "questions": []}
    return json.dumps({**whole, **lists}, ensure_ascii=False)


GOOD = reply(BERTH, CREWS, TRAVEL)


def settings(window: int = 24_000) -> SummariseSettings:
    """Return settings with the program's prompts."""
    return SummariseSettings(
        model="scripted", prompt=load_prompt("summarise"), again=load_prompt("again"), window=window
    )


def run(
    *answers: Answer, of: Article = ARTICLE, window: int = 24_000
) -> tuple[ModelSummary, VerifiedSummary, Scripted]:
    """Summarise with scripted replies and verify the result; every scripted reply must be used."""
    model = Scripted(*answers)
    made = summarise(of, model, settings(window))
    assert model.done()
    return made, verify(of, made.summary, made.by_rules), model


def kept(summary: VerifiedSummary) -> list[str]:
    """Return the words of the statements that are printed."""
    return [s.content.text for s in summary.attributions]


def turned_down(summary: VerifiedSummary) -> VerifiedStatement:
    """Return the one statement that is not printed."""
    (statement,) = summary.not_supported
    return statement


def lost_paraphrase(summary: VerifiedSummary) -> str:
    """Return why the one paraphrase that did not hold was taken off its statement, which stays."""
    (lost,) = summary.rejected
    assert lost.verdict == "overstated"
    (statement,) = (s for s in summary.attributions if lost.item == f"paraphrase of {s.id}")
    assert statement.paraphrase is None
    return lost.reason


def name_of(summary: VerifiedSummary, statement: VerifiedStatement) -> str | None:
    """Return the name of a statement's speaker."""
    return next((a.name for a in summary.actors if a.id == statement.actor), None)
