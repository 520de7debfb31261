"""The summariser by language model: windows, one request each, read, merged, and marked where the rules stand in."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from brief.asking import Exchange, total
from brief.errors import EndpointError
from brief.fence import fence_token, instruction_sentences, is_instruction
from brief.llm.exchange import Message, Model, Reply, Request, Usage
from brief.prompting import Prompt
from brief.schema import Article, Summary, Value
from brief.sentences import split_sentences
from brief.spans import locate
from brief.summarise import by_rules
from brief.summarise.claims import Claims
from brief.summarise.reply import in_words, read_reply
from brief.summarise.windows import Window, lines, part, windows
from brief.summarise.wire import SummariseReply
from brief.wire import reply_schema

WINDOW = 24_000
"""Code points of article text in one request."""

MOST_WINDOWS = 40
"""A longer article is summarised by rules: about a million code points."""

LONGEST_SHOWN = 20_000
"""Code points of an invalid reply that the model is shown again."""

_STATED = 3  # so many statements by rules make an empty list of the model's suspicious
_WHY = {"refused": "the model refused", "filtered": "the provider filtered the reply"}


@dataclass(frozen=True, slots=True)
class SummariseSettings:
    """What shapes the requests about an article."""

    model: str
    """Name of the model."""
    prompt: Prompt
    """The prompt `summarise`."""
    again: Prompt
    """The prompt `again`."""
    temperature: float | None = 0.0
    """Sampling temperature; None leaves it to the endpoint."""
    window: int = WINDOW
    """Code points of article text in one request."""


class ModelSummary(Value):
    """What became of one article. The summary has not been checked."""

    summary: Summary = Field(description="By the model, or by the rules where the model could not be used.")
    by_rules: Summary | None = Field(
        description="The rules' own summary, a second opinion for the check; null where it is the summary itself."
    )
    outcome: str = Field(description="`by model`, or `by rules: ` and the reason.")
    complaints: tuple[str, ...] = Field(
        description="What of the replies could not be used, and orders found in the text."
    )
    exchanges: tuple[Exchange, ...] = Field(
        description="The requests that were answered, in the order in which they were asked."
    )

    @property
    def usage(self) -> Usage:
        """Tokens of all exchanges."""
        return total(self.exchanges)


class _Unusable(Exception):
    """The model can't be used for this article; the message says why."""


def summarise(article: Article, model: Model, settings: SummariseSettings) -> ModelSummary:
    """Return what a model says about an article, or what the rules say where it can't be had.

    Each window is one request. An invalid reply is asked for once more with the complaint, then taken item by item; one
    that is cut off is asked for once in windows of half the size. A refusal, a filtered reply, an endpoint that can't
    be used and a reply without usable items lead to the rules. Raises MissingRecording on replay.
    """
    ruled = by_rules.summarise(article)
    talk = _Talk(article, model, settings, ruled)
    claims = Claims(article, ruled)
    orders = sorted(instruction_sentences(article.text))
    if orders:
        listed = ", ".join(map(str, orders[:20]))
        claims.complain(f"sentences that speak to a language model or give it orders: {listed}")
    if article.title and is_instruction(article.title):
        claims.complain("the headline speaks to a language model or gives it orders")
    reason = None
    try:
        for reply, _ in talk.replies():
            claims.take(reply)
    except _Unusable as problem:
        reason = str(problem)
    except EndpointError as error:
        reason = str(error)
    for complaint in talk.complaints:
        claims.complain(complaint)
    summary = ruled if reason is not None else claims.summary(settings.model)
    return ModelSummary(
        summary=summary,
        by_rules=ruled if reason is None else None,
        outcome="by model" if reason is None else f"by rules: {reason}",
        complaints=tuple(claims.complaints) if reason is None else (*claims.complaints, reason),
        exchanges=tuple(talk.exchanges),
    )


class _Talk:
    """The requests about one article."""

    def __init__(self, article: Article, model: Model, settings: SummariseSettings, ruled: Summary) -> None:
        self._article = article
        self._model = model
        self._settings = settings
        self._spoken = sorted(n for s in ruled.statements for n in s.sentences[:1])
        self._schema = reply_schema(SummariseReply)
        self._token = fence_token(f"{article.title or ''}\n{article.text}")
        self._total = len(split_sentences(article.text))
        self.exchanges: list[Exchange] = []
        self.complaints: list[str] = []
        """What of the replies could not be used, also where the rules take over."""

    def replies(self) -> list[tuple[SummariseReply, tuple[str, ...]]]:
        """Ask about every window and return what could be read, with the complaints."""
        cut = windows(self._article, self._settings.window)
        if not cut:
            raise _Unusable("the article has no sentence")
        if len(cut) > MOST_WINDOWS:
            raise _Unusable(f"the article is too long for a model: {len(self._article.text)} characters")
        found: list[tuple[SummariseReply, tuple[str, ...]]] = []
        for window in cut:
            read = self._window(window, self._settings.window)
            found += [read] if read is not None else self._halves(window)
        self.complaints += [complaint for _, complaints in found for complaint in complaints]
        if len(self._spoken) >= _STATED and not any(reply.statements for reply, _ in found):
            raise _Unusable("the model's reply has no statement that can be used")
        return found

    def _halves(self, window: Window) -> list[tuple[SummariseReply, tuple[str, ...]]]:
        first, last = window.sentences[0], window.sentences[-1]
        size = min(self._settings.window, last.end - first.start) // 2
        inside = [
            smaller
            for smaller in (self._within(w, window) for w in windows(self._article, size))
            if smaller is not None
        ]
        if len(inside) < 2:
            raise _Unusable("the reply was cut off at the length limit")
        found = []
        for smaller in inside:
            read = self._window(smaller, size)
            if read is None:
                raise _Unusable("the reply was cut off at the length limit, also for a window of half the size")
            found.append(read)
        return found

    def _within(self, smaller: Window, window: Window) -> Window | None:
        first, last = window.sentences[0].number, window.sentences[-1].number
        kept = tuple(s for s in smaller.sentences if first <= s.number <= last)
        return Window(kept, False) if kept else None

    def _window(self, window: Window, size: int) -> tuple[SummariseReply, tuple[str, ...]] | None:
        """Return what could be read about a window; None when the reply was cut off."""
        request = self._request(window, size)
        first = self._ask(request)
        if first.outcome == "cut_off":
            return None
        if first.outcome in _WHY:
            raise _Unusable(_WHY[first.outcome])
        read = read_reply(first.text)
        complaints = read.complaints or self._doubts(read.items, window)
        if not complaints and read.items is not None:
            return read.items, ()
        again = request.model_copy(
            update={
                "messages": (
                    *request.messages,
                    Message(role="assistant", content=first.text[:LONGEST_SHOWN]),
                    Message(role="user", content=self._settings.again.filled(complaint=in_words(complaints))),
                )
            }
        )
        second = self._ask(again)
        other = read_reply(second.text) if second.outcome == "complete" else None
        if other is not None and other.items is not None and _count(other.items) >= _count(read.items):
            return other.items, other.complaints
        if read.items is None:
            raise _Unusable(f"the model gave no usable reply: {read.complaints[0]}")
        return read.items, read.complaints

    def _ask(self, request: Request) -> Reply:
        reply = self._model.ask(request)
        self.exchanges.append(Exchange(key=request.key, outcome=reply.outcome, reply=reply.digest, usage=reply.usage))
        return reply

    def _request(self, window: Window, size: int) -> Request:
        user = self._settings.prompt.filled(
            published=self._article.published or "unknown",
            part=part(window, self._total),
            fence=self._token,
            sentences=lines(self._article, window, size),
        )
        messages = [Message(role="user", content=user)]
        if self._settings.prompt.system:
            messages.insert(0, Message(role="system", content=self._settings.prompt.system))
        return Request(
            stage="summarise",
            about=self._article.id,
            model=self._settings.model,
            messages=tuple(messages),
            reply_schema=self._schema,
            temperature=self._settings.temperature,
        )

    def _doubts(self, items: SummariseReply | None, window: Window) -> tuple[str, ...]:
        """Return why a valid reply can't be about this window: no statement, or mostly words that are not there."""
        if items is None:
            return ()
        if not items.statements:
            first, last = window.sentences[0].number, window.sentences[-1].number
            stated = sum(first <= n <= last for n in self._spoken) >= _STATED
            return ("statements: the list is empty, though the article says who said what",) if stated else ()
        stretch = (window.sentences[0].start, window.sentences[-1].end)
        text = self._article.text[stretch[0] : stretch[1]]
        lost = [
            f"statement {n}: these words are not in the article: {' '.join(statement.words)[:100]}"
            for n, statement in enumerate(items.statements, start=1)
            if not statement.words or any(locate(piece, text) is None for piece in statement.words)
        ]
        return tuple(lost) if len(lost) * 2 > len(items.statements) else ()


def _count(items: SummariseReply | None) -> int:
    return (
        -1 if items is None else len(items.statements) + len(items.events) + len(items.figures) + len(items.questions)
    )
