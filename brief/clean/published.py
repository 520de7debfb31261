"""When an article was published, and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from brief.clean.dates import Moment, clock_time, relative_words, resolve, stated_date
from brief.clean.lines import Line
from brief.date_words import HEADER_MONTHS, HEADER_WEEKDAYS
from brief.dates import calendar_day, parse_day
from brief.schema.article import DateBasis

_TOP = 30
_WORDS = 14
_LENGTH = 300
_BARS = re.compile(r"[|·•–—]|\s-+\s")
_PIECES = re.compile(r"[|·•–—]|\s-+\s|,\s|/\s")
_LETTERS = re.compile(r"[^\W\d_]+")
_LABEL = r"^\W*(?:(?:date|day|page|article|time)\s+)?(?:{})(?![^\W_])"
_PUBLISHED = re.compile(
    _LABEL.format(
        "first published|published|posted|publié|publicado|publicada|veröffentlicht|erschienen|pubblicato|gepubliceerd|"
        "publicerad|publisert|offentliggjort|опубликовано"
    ),
    re.IGNORECASE,
)
_UPDATED = re.compile(
    _LABEL.format(
        "last updated|updated|last modified|modified|aktualisiert|actualizado|actualizada|mis à jour|mise à jour|"
        "atualizado|aggiornato|bijgewerkt|uppdaterad|oppdatert|opdateret|обновлено|更新|업데이트"
    ),
    re.IGNORECASE,
)
_SAVED = re.compile(
    _LABEL.format(
        "retrieved|accessed|scraped|crawled|fetched|downloaded|saved|captured|archived|printed|abgerufen|"
        "heruntergeladen|gespeichert|consulté|téléchargé|enregistré|consultado|descargado|guardado|recuperado|acessado|"
        "acedido|baixado|consultato|scaricato|salvato|geraadpleegd|opgehaald|gedownload|hämtad|hämtat|hentet|получено|"
        "дата обращения"
    ),
    re.IGNORECASE,
)
_BESIDE = frozenset(HEADER_WEEKDAYS) | frozenset(
    "first last this article story was originally published posted updated modified date on at by in am pm gmt utc "
    "cet cest est edt et bst pst pdt mon tue tues wed thu thur thurs fri sat sun uhr um vom der den le à h el de a "
    "las du il alle ore om kl op publié publicado publicada veröffentlicht erschienen stand aktualisiert "
    "actualizado mis mise jour pubblicato aggiornato gepubliceerd bijgewerkt publicerad uppdaterad publisert "
    "oppdatert min mins minute minutes read z t clock von par por pour".split()
)
_ADDRESS = re.compile(r"(?:\w{1,12}:\s*)?(https?://\S+)", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"[/-]((?:19|20)\d\d)([/-]?)(\d\d?|[a-z]{3})(?:\2(\d\d?))?(?=[/_-]|\.\w|$)", re.IGNORECASE)
_DASH = re.compile(r"[—–]|\s--?\s|\.-\s")
_AGENCY = re.compile(r"\([^()]{2,40}\)")
_DATELINE = 110


class Published(NamedTuple):
    """A date of publication (ISO day, month or year), what it rests on, and the words when these tell no date."""

    date: str | None = None
    basis: DateBasis = "unknown"
    words: str | None = None


def publication(supplied: str | None, stated: str | None, header: Published, address: str | None) -> Published:
    """Return the date of publication: the user's, else the page's, the header's, or the one in the address.

    The first of them that states a date counts; one that only tells it finer, the day of a stated month, completes it.
    """
    if supplied:
        return Published(supplied, "supplied")
    date: str | None = None
    for other in (stated, header.date if header.basis == "stated" else None, address_date(address)):
        if other and (date is None or other.startswith(f"{date}-")):
            date = other
    return Published(date, "stated") if date else header


def address_date(address: str | None) -> str | None:
    """Return the day or month that a web address states in its path: /2026/03/14/; None for a year alone."""
    path = re.sub(r"^https?://[^/?#]*|[?#].*$", "", (address or "")[:2000], flags=re.IGNORECASE)
    for found in _IN_ADDRESS.finditer(path):
        year, between, month, day = found.groups()
        number = int(month) if month.isdigit() else HEADER_MONTHS.get(month.lower(), 0)
        if not calendar_day(int(year), number, 1) or (not between and (len(month), len(day or "")) != (2, 2)):
            continue
        if day is None:
            if between == "/":
                return f"{year}-{number:02d}"
        elif calendar_day(int(year), number, int(day)):
            return f"{year}-{number:02d}-{int(day):02d}"
    return None


def header_published(lines: Sequence[Line], reach: range, title: int | None, opening: Line | None) -> Published:
    """Return what the lines above a body, or the dateline that opens it, tell about the day of publication.

    A headline's date, a sentence's and the day on which the page was saved are none. Relative words are resolved
    against the day on which the page was saved, where one of these lines or of the file's first ones states it.
    """
    headline = None if title is None else lines[title].text
    above = [_start(lines[i]) for i in reach if lines[i].text != headline and _short(lines[i])]
    seen = _saved((*(_start(line) for line in lines[:_TOP] if _short(line)), *above))
    place = dateline(opening.text) if opening else ""
    dates = [found for text in above for found in _dates(text)]
    published = next((date for date, _, updated in dates if not updated), None)
    published = published or _stated(place) or _only_address(above)
    if published:
        return Published(published, "stated")
    revised = next(((date, words) for date, words, updated in dates if updated), None)
    if revised:
        return Published(revised[0], "inferred", revised[1])
    return _inferred((*above, place), seen)


def _short(line: Line) -> bool:
    return line.size <= _WORDS and not line.prose


def _start(line: Line) -> str:
    return line.text[:_LENGTH]


def dateline(paragraph: str) -> str:
    """Return what stands between place and dash where a report opens with both, agencies aside; empty without them.

    TOLVIK, 4 March 2026 (NPA) — and Tolvik, March 4 — are datelines; a sentence with a dash is none.
    """
    head = paragraph[:_DATELINE]
    dash = _DASH.search(head)
    if dash is None:
        return ""
    before = _AGENCY.sub(",", head[: dash.start()])
    place, comma, rest = before.partition(",")
    named = [word for word in _LETTERS.findall(place) if len(word) > 2]
    if not named or not comma or not all(word[0].isupper() and word.lower() not in _BESIDE for word in named):
        return ""
    told = (word for word in _LETTERS.findall(rest) if word != "de" and word not in HEADER_MONTHS)
    return rest.strip(" ,") if all(not word[0].islower() for word in told) and re.search(r"\d", rest) else ""


def _stated(words: str) -> str | None:
    found = stated_date(words)
    return found[0] if found and _stands_alone(words, *found[1]) else None


def _dates(text: str) -> list[tuple[str, str, bool]]:
    """Return the dates a header line states, with their words, and whether they tell of a revision; at most three."""
    if _SAVED.match(text):
        return []
    found: list[tuple[str, str, bool]] = []
    for _ in range(3):
        read = stated_date(text)
        if read is None:
            break
        date, (start, end) = read
        label = _PIECES.split(text[:start])[-1]
        updated = _UPDATED.match(label)
        if _stands_alone(text, start, end) and not _SAVED.match(label):
            words = " ".join((*_LETTERS.findall(updated[0]), text[start:end])) if updated else text[start:end]
            found.append((date, words, updated is not None))
        text = text[end:]
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether beside a date stand only words of time, a name or an outlet: then its line is no sentence."""
    clause = _other_words(_BARS.split(text[:start])[-1], _BARS.split(text[end:])[0])
    words = _other_words(_PIECES.split(text[:start])[-1], _PIECES.split(text[end:])[0])
    return (
        sum(word[0].islower() for word in clause) <= 2
        and len(words) <= 5
        and all(word[0].isupper() or (not word[0].islower() and len(word) <= 4) for word in words)
    )


def _other_words(before: str, after: str) -> list[str]:
    return [word for word in _LETTERS.findall(f"{before} {after}") if word.lower() not in _BESIDE]


def _saved(texts: Iterable[str]) -> Moment | None:
    for text in texts:
        if _SAVED.match(text):
            read = stated_date(text)
            day = parse_day(read[0]) if read else None
            if read and day:
                return Moment(day, clock_time(text[read[1][1] :]))
    return None


def _only_address(texts: Sequence[str]) -> str | None:
    addresses = [found[1] for text in texts if (found := _ADDRESS.fullmatch(text))]
    return address_date(addresses[0]) if len(addresses) == 1 else None


def _inferred(texts: Iterable[str], seen: Moment | None) -> Published:
    told: dict[bool, list[str]] = {True: [], False: []}
    for text in texts:
        for piece in _PIECES.split(text) if not _SAVED.match(text) else ():
            label = _PUBLISHED.match(piece) or _UPDATED.match(piece)
            words = relative_words(piece[label.end() :] if label else piece)
            if words and not _UPDATED.match(piece):
                told[label is not None].append(words)
    distinct = tuple(dict.fromkeys(told[True] or told[False]))
    if len(distinct) != 1:
        return Published()
    date = resolve(distinct[0], seen) if seen else None
    return Published(date, "inferred" if date else "unknown", distinct[0])
