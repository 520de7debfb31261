"""What each line of a section is: a line of the article, or something to leave out."""

from __future__ import annotations

from collections.abc import Sequence

from brief.clean.cues import speaks_of_account
from brief.clean.header import is_timeline
from brief.clean.inside import label_inside
from brief.clean.lines import Line
from brief.clean.sections import Section
from brief.schema import Label

REASONS: dict[Label, str] = {
    "navigation": "a menu, button or notice of the page",
    "advert": "an advertisement",
    "subscription": "an offer of a subscription or newsletter",
    "share": "buttons to share or follow",
    "comments": "comments of readers, or the way to them",
    "related": "pointers to other articles",
    "listing": "a list of headlines or videos, no article",
    "caption": "a caption or credit of a picture",
    "byline": "the line that names the author",
    "dateline": "the line that names outlet or time",
    "headline": "the headline; it is kept as the title",
    "repeated": "a line that stands more than once",
    "control_character": "characters that can't be seen and steer a display",
    "unplaced": "stands apart from the article, kind not recognised",
}
_ENOUGH = 4.0
_HEAD = 4
_UNMARKED = 0.15
_UNSPACED = 0.5
_PARAGRAPHS = 3
_MENU = 2.0
_OFFERS = frozenset(("subscription", "advert", "navigation"))


def label_lines(lines: Sequence[Line], section: Section, title: int | None, bundle: bool) -> list[Label | None]:
    """Label the lines of a section: None for a line of the article, else what it is.

    A text without furniture keeps every line but offers and the header's lines with outlet, author or time. In a file
    with several articles (`bundle`) there is always furniture.
    """
    labels = _labels(lines, section, title)
    offer = section.last if section.offer is None else section.offer
    labels[offer - section.first :] = ["subscription"] * (section.last - offer)
    if bundle or _furnished(lines, section, labels):
        return labels
    heads = () if is_timeline(lines[slice(*section.body)]) else ("dateline", "byline")
    return [
        label if line.strong in _OFFERS or section.first + i >= offer or (label in heads and i < _HEAD) else None
        for i, (line, label) in enumerate(zip(lines[section.first : section.last], labels, strict=True))
    ]


def _labels(lines: Sequence[Line], section: Section, title: int | None) -> list[Label | None]:
    start, stop = section.body
    labels: list[Label | None] = []
    block: Label = "navigation"
    inside = label_inside(lines[start:stop])
    for i in range(section.first, section.last):
        line = lines[i]
        cue = line.strong or (None if line.prose else line.weak)
        if cue is None and i >= stop and line.size >= 4 and speaks_of_account(line.words):
            cue = "subscription"
        if i == title or (title is not None and line.text == lines[title].text):
            labels.append("headline")
        elif start <= i < stop:
            labels.append(inside[i - start])
        elif line.caption:
            labels.append("caption")
        elif line.meta:
            labels.append("byline" if line.byline else "dateline")
        elif i < start:
            labels.append("headline" if title is not None and title < i and line.size >= 6 else cue or "navigation")
        else:
            if cue:
                block = cue
            elif i == stop:
                block = "unplaced"
            labels.append(cue or ("repeated" if line.repeated else block))
    return labels


def _furnished(lines: Sequence[Line], section: Section, labels: Sequence[Label | None]) -> bool:
    """Tell whether a section holds enough of a page's furniture that it is no bare article.

    The cue words know little of scripts without spaces: around paragraphs in one, short lines without an end tell more.
    """
    cues = unmarked = 0.0
    start, stop = section.body
    unspaced = sum(line.prose and line.unspaced for line in lines[start:stop]) >= _PARAGRAPHS
    for i, label in enumerate(labels, start=section.first):
        if label is not None:
            cue = _cue(lines[i], label, start <= i < stop)
            cues += cue
            if not (cue or lines[i].ends or lines[i].meta):
                unmarked += _UNSPACED if unspaced else _UNMARKED
    return (cues >= 1 or unspaced) and cues + unmarked >= _ENOUGH


def _cue(line: Line, label: Label, inside: bool) -> float:
    """Return how much a labelled line speaks for a page: by its words, by repetition, as a menu run into one line."""
    if line.strong or label == "caption":
        return 1.5
    if not line.words:
        return 0.0 if inside else 0.5
    said = label in (line.weak, "subscription") or (line.repeated and not line.prose)
    return _MENU if line.menu else 1.0 if said else 0.0
