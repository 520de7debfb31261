"""One store of replies: the cache of a live run, its resume after a kill, and the replay without a network.

One pretty-printed JSON file for each exchange, named by the request's key. Nothing of the endpoint, of headers or of
keys is in it. Files appear whole, and the first to record a reply wins, so that two runs may share a store.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import threading
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from brief.errors import MissingRecording, UsageError
from brief.llm.exchange import Model, Reply, Request
from brief.schema import Value

Origin = Literal["live", "queue", "written"]

_MOST_COMPARED = 5_000
"""Recordings that a miss is compared with at most."""

_CHARACTERS_COMPARED = 40_000
_SHOWN = 40


class Recording(Value):
    """One exchange as it was recorded."""

    origin: Origin = Field(description="live: an endpoint; queue: a model answered it alone; written: by hand.")
    request: Request = Field(description="What was asked.")
    reply: Reply = Field(description="What came back.")


class Store:
    """A folder of recordings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, request: Request) -> Recording | None:
        """Return the recording of a request, or None. Raises UsageError for a file that is no recording of it."""
        path = self._path(request.key)
        if not path.exists():
            return None
        recording = read(path)
        if recording.request.key != request.key:
            raise UsageError(f"{path} holds another request than its name says. Move it away, or record again.")
        return recording

    def put(self, recording: Recording) -> Recording:
        """Write a recording whole, and return the one that stands: another run's when that was there first.

        Raises UsageError when the folder can't be written in.
        """
        path = self._path(recording.request.key)
        text = json.dumps(recording.model_dump(mode="json"), indent=2, ensure_ascii=False) + "\n"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".writing-")
            try:
                with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).chmod(0o644)
                first = _appear(Path(name), path)
            finally:
                with contextlib.suppress(FileNotFoundError):
                    Path(name).unlink()
        except OSError as error:
            raise UsageError(
                f"{self.folder} can't be written in: {error.strerror}. Choose --recordings DIR."
            ) from error
        return recording if first else self.get(recording.request) or recording

    def all(self) -> Iterator[Recording]:
        """Return every recording, in the order of their keys. Raises UsageError for a file that is none."""
        return (read(path) for path in self.paths())

    def paths(self) -> list[Path]:
        """Return the files of the store, in the order of their keys."""
        return sorted(self.folder.glob("*.json")) if self.folder.is_dir() else []

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"


class Recorded:
    """A model whose replies are recorded, and whose recorded replies are never asked for again."""

    def __init__(self, store: Store, live: Model | None, origin: Origin = "live") -> None:
        """Without a live model only recordings answer: replay."""
        self._store = store
        self._live = live
        self._origin = origin
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._used: set[str] = set()

    @property
    def used(self) -> frozenset[str]:
        """Keys of the requests that have been answered, from a recording or live."""
        with self._guard:
            return frozenset(self._used)

    def ask(self, request: Request) -> Reply:
        """Return the recorded reply, or ask and record; the same request from two threads is asked once.

        Raises MissingRecording on replay, naming the nearest recording and the first difference.
        """
        key = request.key
        with self._guard:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            known = self._store.get(request)
            if known is None:
                if self._live is None:
                    raise MissingRecording(self._miss(request))
                reply = self._live.ask(request)
                known = self._store.put(Recording(origin=self._origin, request=request, reply=reply))
        with self._guard:
            self._used.add(key)
        return known.reply

    def _miss(self, request: Request) -> str:
        what = f"no recording for {request.stage} {request.about}"
        nearest = nearest_recording(self._store, request)
        if nearest is None:
            return f"{what}: {self._store.folder} holds none. Run once with --model to record."
        return (
            f"{what}: the nearest is {nearest.request.key[:12]} ({nearest.request.stage} {nearest.request.about}); "
            f"{first_difference(nearest.request, request)}. Run once with --model to record."
        )


def nearest_recording(store: Store, asked: Request) -> Recording | None:
    """Return the recording whose request is most like one, or None. Files that are no recordings are passed over.

    Compared are stage, what it is about, model and schema, then the share of lines in common; at most 5,000 recordings.
    """
    lines = _lines(asked)
    best: tuple[float, Recording] | None = None
    for path in islice(store.paths(), _MOST_COMPARED):
        try:
            recording = read(path)
        except UsageError:
            continue
        old = recording.request
        same = sum(getattr(old, n) == getattr(asked, n) for n in ("stage", "about", "model", "reply_schema"))
        theirs = _lines(old)
        likeness = same + 2 * len(lines & theirs) / max(1, len(lines | theirs))
        if best is None or likeness > best[0]:
            best = likeness, recording
    return best[1] if best else None


def first_difference(recorded: Request, asked: Request) -> str:
    """Return in words where two requests first differ."""
    for name in ("model", "temperature", "reply_schema"):
        old, new = getattr(recorded, name), getattr(asked, name)
        if old != new:
            shown = "" if name == "reply_schema" else f": {old!r} then, {new!r} now"
            return f"the {name.replace('_', ' ')} differs{shown}"
    for number, (then, now) in enumerate(zip(recorded.messages, asked.messages, strict=False), start=1):
        if then.role != now.role:
            return f"message {number} is from {then.role} then, {now.role} now"
        if then.content != now.content:
            at = _first_unlike(then.content, now.content)
            was, is_now = (_excerpt(m.content, at) for m in (then, now))
            return f"message {number} differs at character {at}: {was} then, {is_now} now"
    return f"{len(recorded.messages)} messages then, {len(asked.messages)} now"


def _first_unlike(a: str, b: str) -> int:
    pairs = enumerate(zip(a, b, strict=False))
    return next((at for at, (x, y) in pairs if x != y), min(len(a), len(b)))


def _excerpt(text: str, at: int) -> str:
    return repr(text[at : at + _SHOWN]) if at < len(text) else "its end"


def _lines(request: Request) -> set[str]:
    """Return lines of a request, those of its last message first."""
    words = "\n".join(message.content for message in reversed(request.messages))
    return set(words[:_CHARACTERS_COMPARED].splitlines())


def _appear(made: Path, path: Path) -> bool:
    """Give a finished file its name, unless the name is taken: True when it was free."""
    try:
        os.link(made, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links: whole all the same, but the last one wins
        made.replace(path)
    return True


def read(path: Path) -> Recording:
    """Return the recording in a file. Raises UsageError, naming the file, when there is none in it."""
    try:
        return Recording.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a recording of this version"
        raise UsageError(f"{path} can't be used: {reason}. Move it away, or choose --recordings DIR.") from None
