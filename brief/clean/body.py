"""Which lines of a section are an article's body: the heaviest stretch, furniture weighing against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brief.clean.cues import speaks_of_account
from brief.clean.language import find_language
from brief.clean.line_scores import line_scores
from brief.clean.lines import Line
from brief.clean.runs import heaviest_run

_GAP = -12.0
_CUE = -24.0
_OFFER = -40.0
_SHORT = -6.0
_HEAVIEST = 150.0
_PLAIN = 0.5
_SURE = 4.0
_TOWARDS = 0.2
_LONG = 60.0
_STANDFIRST = 1
_HEADER = 10
_HEADED = 100.0
_ODD = 8
_OPENING = 12
_OFFER_LINES = 12
_POINTER = 8


def body_run(lines: Sequence[Line], *, headed: bool = False) -> tuple[int, int]:
    """Return the stretch [first, last) of lines that is the body; empty when no line is as long as a sentence."""
    weights = [_weigh(line, score) for line, score in zip(lines, line_scores(lines), strict=True)]
    opening = next((i for i, line in enumerate(lines[:_HEADER]) if line.prose), None)
    if headed and opening is not None:
        weights[opening] += _HEADED
    first, last = heaviest_run(weights)
    if first == last:
        return heaviest_run([line.size if line.size >= _ODD and not line.bullet else _SHORT for line in lines])
    foreign = _foreign_offer(lines, first, last)
    if foreign is not None:
        weights = [
            -abs(w) if line.prose and _language(line) == foreign else w for w, line in zip(weights, lines, strict=True)
        ]
        first, last = heaviest_run(weights)
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


def _weigh(line: Line, score: float) -> float:
    """Return a line's weight for or against, by its score and by what it plainly is.

    The scores were fitted on words between spaces and say nothing of a script without them. A pointer in a page pasted
    as one line stands between two paragraphs as often as below the last.
    """
    if line.unspaced:
        return _plain(line)
    if line.piece and line.strong == "related" and line.size >= _POINTER:
        return _SHORT
    return max(-_SURE, min(_SURE, score + _TOWARDS)) * min(line.size + 2, _LONG) + _PLAIN * _plain(line)


def _plain(line: Line) -> float:
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


def _language(line: Line) -> str | None:
    return find_language(line.text)


def _foreign_offer(lines: Sequence[Line], first: int, last: int) -> str | None:
    """Return the language of account and subscription prose in another language than the body's, if there is any."""
    offers: Counter[str] = Counter()
    own = None
    for line in lines:
        if line.size >= 5 and speaks_of_account(line.words):
            own = own or _own_language(lines, first, last)
            spoken = _language(line)
            if spoken is not None and spoken != own:
                offers[spoken] += 1
    return next((spoken for spoken, count in offers.most_common(1) if count >= 2), None)


def offer_start(lines: Sequence[Line], first: int, last: int) -> int:
    """Return where an offer in another language than the body's begins at its end; `last` without one."""
    tail = range(max(first + 1, last - _OFFER_LINES), last)
    if not any(speaks_of_account(lines[i].words) for i in tail):
        return last
    own = _own_language(lines, first, last)
    spoken: Counter[str] = Counter()
    start = last
    for i in reversed(tail):
        language = _language(lines[i])
        if language == own:
            break
        if language is not None:
            spoken[language] += 1
            start = i
    offered = any(speaks_of_account(line.words) for line in lines[start:last])
    most = max(spoken.values(), default=0)
    return start if own and offered and most >= 2 and 3 * most >= 2 * spoken.total() else last


def _own_language(lines: Sequence[Line], first: int, last: int) -> str | None:
    opening = lines[first : min(last, first + _OPENING)]
    return find_language("\n".join(line.text for line in opening if line.prose))


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
