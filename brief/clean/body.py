"""Which lines of a section are an article's body: the heaviest stretch, furniture weighing against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brief.clean.cues import speaks_of_account
from brief.clean.language import find_language
from brief.clean.lines import Line

_GAP = -12.0
_CUE = -24.0
_OFFER = -40.0
_SHORT = -6.0
_HEAVIEST = 150.0
_STANDFIRST = 1
_HEADER = 10
_HEADED = 100.0
_ODD = 8
_OPENING = 12


def body_run(lines: Sequence[Line], *, headed: bool = False) -> tuple[int, int]:
    """Return the stretch [first, last) of lines that is the body; empty when no line is as long as a sentence."""
    weights = [_weigh(line) for line in lines]
    opening = next((i for i, line in enumerate(lines[:_HEADER]) if line.prose), None)
    if headed and opening is not None:
        weights[opening] += _HEADED
    first, last = _heaviest(weights)
    if first == last:
        return _heaviest([line.size if line.size >= _ODD and not line.bullet else _SHORT for line in lines])
    foreign = _foreign_offer(lines, first, last)
    if foreign is not None:
        weights = [
            -abs(w) if line.prose and _language(line) == foreign else w for w, line in zip(weights, lines, strict=True)
        ]
        first, last = _heaviest(weights)
    first = _after_header(lines, first, last)
    unended = sum(line.prose and not line.ends for line in lines[first + _STANDFIRST : last])
    for _ in range(_STANDFIRST if unended * 5 <= last - first else 0):
        if last - first < 3 or lines[first].ends or not (lines[first + 1].prose or lines[first + 2].prose):
            break
        first += 1
    return first, last


def prose_size(lines: Sequence[Line]) -> float:
    """Return how many words of the lines stand in paragraphs."""
    return sum(line.size for line in lines if line.prose)


def _weigh(line: Line) -> float:
    if line.strong:
        return _OFFER if line.strong in ("subscription", "comments", "navigation") else _CUE
    if line.prose:
        return min(line.size, _HEAVIEST)
    if line.weak and not line.ends:
        return _CUE
    if line.ends and line.size >= 3 and not line.bullet:
        return line.size / 2
    if line.bullet or line.size < 3:
        return _GAP
    return _SHORT if line.lower >= 0.3 else _GAP


def _heaviest(weights: Sequence[float]) -> tuple[int, int]:
    best, span, total, start = 0.0, (0, 0), 0.0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, i
        total += weight
        if total > best:
            best, span = total, (start, i + 1)
    return span


def _language(line: Line) -> str | None:
    return find_language(line.text)


def _foreign_offer(lines: Sequence[Line], first: int, last: int) -> str | None:
    """Return the language of account and subscription prose in another language than the body's, if there is any."""
    offers: Counter[str] = Counter()
    own = None
    for line in lines:
        if line.size >= 5 and speaks_of_account(line.words):
            own = own or find_language(
                "\n".join(body.text for body in lines[first : min(last, first + _OPENING)] if body.prose)
            )
            spoken = _language(line)
            if spoken is not None and spoken != own:
                offers[spoken] += 1
    return next((spoken for spoken, count in offers.most_common(1) if count >= 2), None)


def _after_header(lines: Sequence[Line], first: int, last: int) -> int:
    """Move the start behind a byline or date that stands among the first lines of the run."""
    words, paragraphs = 0.0, 0
    start = first
    for i in range(first, min(last, first + 8)):
        if lines[i].meta and prose_size(lines[i + 1 : last]) >= 4 * words:
            start = i + 1
        words += lines[i].size
        paragraphs += lines[i].prose
        if words > 45 or paragraphs > 1:
            break
    return start
