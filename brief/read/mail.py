"""A saved message (a newsletter): its text, what its header states, and the files that are attached to it."""

from __future__ import annotations

import email
import email.header
import email.utils
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from email.errors import MessageError
from email.message import Message
from email.policy import Compat32
from functools import partial

from brief.errors import InputProblem
from brief.read.encoding import NotText, decode
from brief.read.stated import iso_date, plain, whole
from brief.read.web import page_text
from brief.schema import Metadata

PARTS = 500
HEADERS = 10_000
_LONGEST_HEADER = 4_000
_LONGEST_SHOWN = 500
_LONGEST_SENDER = 200
_HANDED_ON = re.compile(r"(?:(?:re|fw|fwd|aw|wg|tr|rv)\s{0,3}:\s{0,3}){1,9}", re.I)
_SOFT_BREAK = re.compile(r"(?<!--) \r?\n(?=[^\s>])")


@dataclass(frozen=True)
class Mail:
    """A message; `attached` are the names of the files in it, each with how to get its bytes."""

    text: str
    encoding: str
    extractor: str | None
    stated: Metadata
    attached: tuple[tuple[str, Callable[[], bytes]], ...]


def mail_text(data: bytes) -> Mail:
    """Read a message: the text of its HTML part, or its plain part where that says more.

    Title is the subject, outlet the sender, day of publication the message's; a message that was handed on (Fwd:)
    states only its subject. Pictures within the text are passed over. Raises InputProblem when it is no message, or
    when its parts are nested too deep or are more than 500.
    """
    try:
        message = _taken_apart(data.lstrip())
        parts = _parts(message)
    except (RecursionError, LookupError, ValueError, TypeError, MessageError) as error:
        raise InputProblem("a message that can't be taken apart: save its text") from error
    header = {name.lower(): str(value) for name, value in reversed(list(message.raw_items()))}
    if not header.keys() & {"from", "subject", "date", "content-type"}:
        raise InputProblem("not a message, though its name says so: save it as text or as a page")
    shown = [part for part in parts if not _attached_name(part)]
    written = _text(shown, "text/plain")
    page = _text(shown, "text/html")
    text, encoding, extractor, language = *(written or ("", "us-ascii")), None, None
    if page is not None:
        found = page_text(page[0])
        if 2 * len(found.text) >= len(text):
            text, encoding, extractor, language = found.text, page[1], found.extractor, found.stated.language
    subject = _decoded(header.get("subject", ""))
    own = _HANDED_ON.match(subject) is None
    stated = Metadata(
        title=plain(_HANDED_ON.sub("", subject, count=1)),
        outlet=_sender(header.get("from", "")) if own else None,
        published=iso_date(header.get("date", "")) if own else None,
        language=language,
    )
    attached = tuple((name, partial(_bytes, part)) for part in parts if (name := _attached_name(part)))
    return Mail(whole(text), encoding, extractor, stated, attached)


def _taken_apart(data: bytes) -> Message:
    """Parse a message, each header cut to 4,000 letters, so that no header takes long to understand.

    The older policy is used, since the newer one (`email.policy.default`) fails on broken headers in many ways.
    """
    parts = headers = 0

    def part() -> Message:
        nonlocal parts
        parts += 1
        if parts > 2 * PARTS:
            raise InputProblem(f"a message of more than {PARTS} parts: save its text")
        return Message()

    class Short(Compat32):
        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            nonlocal headers
            headers += 1
            if headers > HEADERS:
                raise InputProblem(f"a message of more than {HEADERS:,} headers: save its text")
            name, value = super().header_source_parse(sourcelines)
            return name, value[:_LONGEST_HEADER]

    return email.message_from_bytes(data, part, policy=Short())


def _parts(message: Message) -> list[Message]:
    """Return the parts that are no containers, in order; an attached message counts as one."""
    found: list[Message] = []
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += [p for p in reversed(inner) if isinstance(p, Message)]
        else:
            found.append(part)
        if len(found) + len(waiting) > PARTS:
            raise InputProblem(f"a message of more than {PARTS} parts: save its text")
    return found


def _attached_name(part: Message) -> str:
    """Return the name of an attached file; empty for what belongs to the message itself."""
    try:
        if part.get_content_type() == "message/rfc822":
            return "attached message"
        name = part.get_filename() or ""
        if part.get_content_disposition() != "attachment" and part.get_content_maintype() in ("image", "multipart"):
            return ""
        if part.get_content_disposition() == "attachment":
            return _decoded(name) or "attachment"
    except (LookupError, ValueError, TypeError, AttributeError):
        return ""
    return _decoded(name)


def _text(parts: list[Message], kind: str) -> tuple[str, str] | None:
    for part in parts:
        if part.get_content_type() == kind:
            content = _bytes(part)
            charset = str(part.get_content_charset() or "")
            try:
                text, encoding = content.decode(charset), charset
            except (LookupError, ValueError):
                try:
                    text, encoding = decode(content, html=kind == "text/html")
                except NotText:
                    continue
            if str(part.get_param("format", "")).lower() == "flowed":
                text = _SOFT_BREAK.sub(" ", text)
            if text.strip():
                return text, encoding
    return None


def _bytes(part: Message) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        raise InputProblem("damaged in the message: save the file itself") from error
    if not isinstance(content, bytes):
        raise InputProblem("a message in the message: save it as a file of its own")
    return content


def _decoded(value: str) -> str:
    """Return a header's value in plain characters, on one line."""
    raw = value[:_LONGEST_SHOWN].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with suppress(LookupError, ValueError, MessageError):
        raw = str(email.header.make_header(email.header.decode_header(raw)))
    return " ".join(whole(raw).split())


def _sender(value: str) -> str | None:
    """Return the name of the sender, or else the domain that the message came from."""
    name, address = email.utils.parseaddr(_decoded(value)[:_LONGEST_SENDER])
    return plain(name) or plain(address.rpartition("@")[2])
