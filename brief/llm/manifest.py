"""The manifest of a run: what became of each request, so that it can be replayed, fallbacks too."""

from __future__ import annotations

import threading
from pathlib import Path

from pydantic import Field, ValidationError

from brief.errors import EndpointError, MissingRecording, UsageError
from brief.llm.exchange import Model, Reply, Request
from brief.schema import Value

NAME = "run.manifest"
"""Beside the recordings, and no recording itself."""


class Asked(Value):
    """One request of a run."""

    key: str = Field(description="Key of the request: names its recording.")
    stage: str = Field(description="summarise, compare or conclude.")
    about: str = Field(description="What it was about, for people.")
    reply: str | None = Field(description="SHA-256 of outcome and text of the reply; null when there was none.")
    problem: str | None = Field(description="Why there was no reply; the rules stood in.")


class Manifest(Value):
    """What a run was made with, so that a replay needs no option again."""

    model: str = Field(description="Name of the model.")
    temperature: float | None = Field(description="Sampling temperature.")
    as_of: str = Field(description="Day the briefing is made for.")
    title: str | None = Field(description="Title, if one was given.")
    question: str | None = Field(description="Question, if one was given.")
    handling: str | None = Field(description="The user's own marking, if one was given.")
    include: tuple[str, ...] = Field(description="Articles taken in.")
    exclude: tuple[str, ...] = Field(description="Articles left out.")
    prompts: str | None = Field(default=None, description="Folder of the user's own prompts, if one was given.")
    price: str | None = Field(description="Price of a million tokens in and out, if one was given.")
    requests: tuple[Asked, ...] = Field(description="Every request, in the order of keys.")


class Kept:
    """A model whose requests are noted for the manifest; on replay, what failed then fails again in the same words."""

    def __init__(self, model: Model, replayed: Manifest | None = None) -> None:
        self._model = model
        self._then = {asked.key: asked for asked in replayed.requests} if replayed else {}
        self._lock = threading.Lock()
        self._asked: dict[str, Asked] = {}

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Every request so far, in the order of keys."""
        with self._lock:
            return tuple(self._asked[key] for key in sorted(self._asked))

    def ask(self, request: Request) -> Reply:
        """Return the reply. Raises EndpointError where there is none, MissingRecording where it has changed."""
        key = request.key
        then = self._then.get(key)
        if then is not None and then.problem is not None:
            self._note(request, None, then.problem)
            raise EndpointError(then.problem)
        try:
            reply = self._model.ask(request)
        except EndpointError as error:
            self._note(request, None, str(error))
            raise
        if then is not None and then.reply != reply.digest:
            raise MissingRecording(
                f"the recording of {request.stage} {request.about} ({key[:12]}) has changed since. Record again."
            )
        self._note(request, reply.digest, None)
        return reply

    def _note(self, request: Request, reply: str | None, problem: str | None) -> None:
        asked = Asked(key=request.key, stage=request.stage, about=request.about, reply=reply, problem=problem)
        with self._lock:
            self._asked[asked.key] = asked


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of the last run recorded in a folder.

    Raises MissingRecording when there is none, UsageError when it can't be read.
    """
    path = folder / NAME
    if not path.is_file():
        raise MissingRecording(f"{folder} holds no recorded run. Run once with --model to record one.")
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise UsageError(f"{path} can't be used: not a manifest of this version. Record again.") from error
