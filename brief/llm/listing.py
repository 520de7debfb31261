"""What a person is shown of a store: one row for each recording, and one recording whole."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from brief.errors import UsageError
from brief.llm.recording import Recording, Store, read

_KEY = 12


class Row(NamedTuple):
    """A recording in a list."""

    key: str
    stage: str
    about: str
    model: str
    origin: str
    outcome: str
    tokens: str


def rows(store: Store) -> list[Row]:
    """Return a row for each file of a store, by stage, then by what it is about; one that is damaged says so."""
    return sorted((_listed(path) for path in store.paths()), key=lambda r: (r.stage, r.about, r.key))


def show(store: Store, start_of_key: str) -> str:
    """Return one recording in full, control characters visible.

    Raises UsageError when none or several keys start so, or the file is damaged.
    """
    found = [p for p in store.paths() if start_of_key and p.stem.startswith(start_of_key.lower())]
    if len(found) != 1:
        which = "no recording's key starts" if not found else f"{len(found)} recordings' keys start"
        raise UsageError(f"{which} with {start_of_key!r} in {store.folder}. See brief recordings list.")
    recording = read(found[0])
    request, reply = recording.request, recording.reply
    warm = request.temperature
    parts = [
        f"key      {request.key}",
        *(f"{name:<8} {value}" for name, value in zip(Row._fields[1:], _row(recording)[1:], strict=True)),
        f"sampling {'temperature left to the endpoint' if warm is None else f'temperature {warm}'}",
    ]
    for number, message in enumerate(request.messages, start=1):
        parts += ["", f"--- message {number}, {message.role}", visible(message.content)]
    parts += ["", "--- schema of the reply", visible(request.reply_schema)]
    parts += ["", f"--- reply, {reply.outcome}", visible(reply.text)]
    return "\n".join(parts)


def visible(text: str) -> str:
    """Return text for a terminal: what can't be printed is shown as its escape; line breaks and tabs stay."""
    return "".join(c if c.isprintable() or c in "\n\t" else repr(c)[1:-1] for c in text)


def _listed(path: Path) -> Row:
    try:
        return _row(read(path))
    except UsageError:
        return Row(path.stem[:_KEY], "", "", "", "", "damaged", "")


def _row(recording: Recording) -> Row:
    request, usage = recording.request, recording.reply.usage
    tokens = f"{usage.prompt:,} ({usage.cached:,} cached) + {usage.completion:,}"
    return Row(
        key=request.key[:_KEY],
        stage=request.stage,
        about=" ".join(visible(request.about).split()),
        model=" ".join(visible(request.model).split()),
        origin=recording.origin,
        outcome=recording.reply.outcome,
        tokens=tokens,
    )
