"""Quotations without a cue of their own: given to the speaker of their paragraph, or left alone."""

from __future__ import annotations

from brief.summarise.found import Found
from brief.summarise.phrases import Phrase
from brief.summarise.reading import Reading

_FEWEST = 4  # words; a shorter quotation in a paragraph of its own may be a title
_FAR = 3  # sentences of the writer's own after which a quotation is nobody's
_LOOK_BACK = 12  # attributions of the paragraph that can go on


def join_quotations(
    reading: Reading, low: int, high: int, found: list[Found], claimed: set[int], before: Found | None
) -> None:
    """Give each unclaimed quotation of the tokens `low` up to `high` to its speaker.

    It goes on with the last quoted attribution before it in the paragraph (`"A," X said. "B."`), else opens the next
    one, else carries on the attribution `before` the paragraph. Titles and scare quotes inside a sentence stay out.
    """
    own = len(found)
    later = 0
    i = low
    while i < high:
        region = reading.quote[i]
        if region < 0:
            i += 1
            continue
        end = i
        while end < high and reading.quote[end] == region:
            end += 1
        piece = Phrase(i, end)
        if region not in claimed and _stands_alone(reading, piece):
            while later < own and found[later].cue.a < piece.a:
                later += 1
            _adopt(reading, piece, found, later, own, before)
        i = end


def _stands_alone(reading: Reading, piece: Phrase) -> bool:
    """Whether the quotation is its sentence or sentences, and not a title or a scare quote in one."""
    begins = piece.a == reading.first[reading.sentence[piece.a]]
    ends = piece.b >= reading.first[reading.sentence[piece.b - 1] + 1] - 1
    return begins and (ends or piece.b - piece.a > 8)


def _adopt(reading: Reading, piece: Phrase, found: list[Found], later: int, own: int, before: Found | None) -> None:
    owner = _owner(reading, found, later, reading.sentence[piece.a])
    if owner is not None:
        owner.pieces.append(piece)
        owner.quoted = True
        return
    following = next((f for f in found[later : min(own, later + _LOOK_BACK)] if f.quoted), None)
    first = min((p.a for p in following.pieces[:4]), default=0) if following is not None else 0
    if following is not None and first >= piece.b:
        if reading.sentence[first] - reading.sentence[piece.b - 1] <= 1:  # nothing of the writer's between
            following.pieces.insert(0, piece)
    elif before is not None and before.pending and not before.pieces:
        before.pieces.append(piece)
        before.quoted = True
    elif before is not None and before.quoted and sum(map(reading.wordlike, range(piece.a, piece.b))) >= _FEWEST:
        if len(found) > own:
            found[-1].pieces.append(piece)
        else:
            found.append(Found(before.source, before.cue, [piece], before.verb, before.negated, quoted=True))


def _owner(reading: Reading, found: list[Found], later: int, place: int) -> Found | None:
    """The attribution that a following quotation goes on with: the last quoted one, else the last of speech."""
    earlier = [f for f in found[max(0, later - _LOOK_BACK) : later] if f.pieces]
    if not earlier:
        return None
    nearest = reading.sentence[earlier[-1].cue.a]
    if place - reading.sentence[max(p.b for p in earlier[-1].pieces[-4:]) - 1] > _FAR and place - nearest > _FAR:
        return None
    here = [f for f in earlier if reading.sentence[f.cue.a] == nearest]
    quoted = [f for f in here if reading.quote[f.pieces[0].a] >= 0] or [f for f in here if f.quoted]
    if quoted:
        return quoted[-1]
    spoken = [f for f in here if f.verb is None or f.verb.frame in ("say", "tell")]
    if spoken:
        return spoken[0]
    return next((f for f in reversed(earlier) if f.quoted), here[0])
