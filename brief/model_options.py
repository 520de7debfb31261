"""From the options of `brief make` to a model to work with, recorded and noted for the manifest."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from pathlib import Path

from brief.errors import UsageError
from brief.llm.connect import connect, model_settings
from brief.llm.exchange import Model, Reply, Request
from brief.llm.manifest import Kept, Manifest
from brief.llm.recording import Origin, Recorded, Store
from brief.pipeline import Options
from brief.with_model import ModelRun


@dataclass(frozen=True)
class Connection:
    """A model to work with, and what is kept of the work."""

    run: ModelRun
    kept: Kept
    store: Store

    def manifest(self, options: Options) -> Manifest:
        """Return the manifest of the run, once it is done."""
        return Manifest(
            model=self.run.name,
            temperature=self.run.temperature,
            as_of=options.as_of,
            title=options.title,
            question=options.question,
            handling=options.handling,
            include=options.include,
            exclude=options.exclude,
            prompts=str(self.run.prompts) if self.run.prompts else None,
            price=f"{self.run.price[0]:g}/{self.run.price[1]:g}" if self.run.price else None,
            requests=self.kept.asked,
        )


class AtOnce:
    """A model asked so many requests at once at most, until each is recorded; further threads prepare the next ones."""

    def __init__(self, model: Model, requests: int) -> None:
        self._model = model
        self._free = threading.BoundedSemaphore(requests)

    def ask(self, request: Request) -> Reply:
        """Return the reply, once it is this request's turn."""
        with self._free:
            return self._model.ask(request)


def replayed(folder: Path, then: Manifest, prompts: Path | None) -> Connection:
    """Return a model that only repeats what was recorded; no socket is opened."""
    store = Store(folder)
    kept = Kept(Recorded(store, None), then)
    prompts = prompts or (Path(then.prompts) if then.prompts else None)
    return Connection(ModelRun(kept, then.model, then.temperature, prompts, _price(then.price)), kept, store)


def connected(
    model: str | None,
    base_url: str | None,
    timeout: float,
    temperature: float,
    folder: Path,
    prompts: Path | None,
    price: str | None,
    jobs: int,
) -> Connection | None:
    """Return the model that is named, asked `jobs` requests at once at most, or None when none is named.

    Raises UsageError for settings that can't work.
    """
    settings = model_settings(model, base_url, timeout=timeout, temperature=temperature)
    if settings is None:
        return None
    store = Store(folder)
    origin: Origin = "queue" if settings.model == "queue" else "live"
    kept = Kept(AtOnce(Recorded(store, connect(settings), origin), jobs))
    return Connection(ModelRun(kept, settings.model, settings.temperature, prompts, _price(price)), kept, store)


def _price(given: str | None) -> tuple[float, float] | None:
    if given is None:
        return None
    try:
        sent, received = (float(part) for part in given.split("/"))
        usable = all(math.isfinite(price) and price >= 0 for price in (sent, received))
    except ValueError:
        usable = False
    if not usable:
        raise UsageError(f"--price {given} is no pair of prices. Give what a million tokens cost, as 0.25/2.")
    return sent, received
