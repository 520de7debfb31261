"""When an article was published, what that rests on, and never finer than the words."""

from __future__ import annotations

import re
from datetime import date

import pytest

from brief.clean import clean
from brief.clean.dates import Moment, relative_words, resolve
from brief.clean.published import address_date, dateline
from brief.dates import find_dates, published_in_words
from brief.schema import Article, Metadata
from tests.scrapes import BODY, HEADLINE, cleaned, document, only

SATURDAY = Moment(date(2026, 3, 14))


def _page(*header: str, body: str = BODY) -> str:
    return "\n".join(("Home", "News", "", HEADLINE, "", *header, "", body, "Subscribe to our newsletter", "Contact"))


def _published(article: Article) -> tuple[str | None, str, str | None]:
    return article.published, article.published_basis, article.published_words


@pytest.mark.parametrize(
    ("header", "published"),
    [
        ("The Tolvik Messenger | 4 March 2026", ("2026-03-04", "stated", None)),
        ("Published: 4 March 2026, 06:40 | Updated: 5 March 2026", ("2026-03-04", "stated", None)),
        ("Updated 5 March 2026 | Published 4 March 2026", ("2026-03-04", "stated", None)),
        ("Last updated: 5 March 2026", ("2026-03-05", "inferred", "Last updated 5 March 2026")),
        ("March 2026", ("2026-03", "stated", None)),
        ("3/4/2026", ("2026", "stated", None)),
        ("4 марта 2026", ("2026-03-04", "stated", None)),
        ("onsdag den 4. marts 2026", ("2026-03-04", "stated", None)),
        ("https://messenger.example/2026/03/04/pier", ("2026-03-04", "stated", None)),
        ("clock2 days ago", (None, "unknown", "2 days ago")),
        ("Tolvik Messenger | on Tuesday", (None, "unknown", "on Tuesday")),
        ("Retrieved 14 March 2026", (None, "unknown", None)),
        ("After the storm, 4 March 2026, Tolvik counts its boats", (None, "unknown", None)),
        ("What the divers saw below the pier on 4 March 2026", (None, "unknown", None)),
    ],
)
def test_a_header_tells_the_day_or_leaves_it_open(header: str, published: tuple[str | None, str, str | None]) -> None:
    """A stated date is taken as finely as it stands; relative words stay words; the day of saving is no publication."""
    assert _published(only(_page(header))) == published


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2 days ago", "2026-03-12"),
        ("hace 2 días", "2026-03-12"),
        ("il y a 2 jours", "2026-03-12"),
        ("för 3 dagar sedan", "2026-03-11"),
        ("2 дня назад", "2026-03-12"),
        ("3日前", "2026-03-11"),
        ("yesterday", "2026-03-13"),
        ("on Tuesday", "2026-03-10"),
        ("Dienstag", "2026-03-10"),
        ("4 March, 06:40", "2026-03-04"),
        ("December 30", "2025-12-30"),
        ("2 weeks ago", "2026-02"),
        ("1 week ago", "2026-03"),
        ("a month ago", "2026-02"),
        ("5 years ago", "2021"),
        ("vor 3 Stunden", "2026-03"),
    ],
)
def test_relative_words_are_counted_from_the_day_of_saving(words: str, day: str) -> None:
    """Days give a day, weeks a month; hours don't tell which side of midnight, so that only the month is sure."""
    said = relative_words(words)
    assert said is not None
    assert resolve(said, SATURDAY) == day


def test_hours_are_counted_from_a_stated_minute() -> None:
    """Where the page was saved at 02:10, three hours ago is the day before, and one hour ago the same day."""
    article = only(_page("Saved 14 March 2026, 02:10", "3 hours ago"))
    assert _published(article) == ("2026-03-13", "inferred", "3 hours ago")
    assert resolve("1 hour ago", Moment(date(2026, 3, 14), 130)) == "2026-03-14"


def test_the_first_lines_of_a_file_date_all_its_articles() -> None:
    """The day of saving stands once, at the top; words of each article's header are resolved against it."""
    text = f"Retrieved: 2026-03-14\n\n{_page('clock2 days ago')}"
    assert _published(only(text)) == ("2026-03-12", "inferred", "2 days ago")


def test_several_times_above_a_body_tell_nothing() -> None:
    """Where teasers stand above the body, each with a time of its own, none of them is taken."""
    text = _page("Saved 14 March 2026", "2 days ago", "Cannery raises wages", "5 days ago")
    assert _published(only(text)) == (None, "unknown", None)


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("TOLVIK, 4 March 2026 (NPA) — ", "2026-03-04"),
        ("Tolvik, March 4, 2026 -- ", "2026-03-04"),
        ("TOLVIK, March 4 (NPA) — ", None),
        ("On Tuesday, 4 March 2026 — a day of storms — ", None),
        ("However, on 4 March 2026 — a day of storms — ", None),
    ],
)
def test_a_dateline_is_read_and_a_sentence_is_not(opening: str, published: str | None) -> None:
    """Place, date and a dash open a report; the same date in a sentence is no day of publication."""
    assert only(f"{HEADLINE}\n\n{opening}{BODY}").published == published


def test_a_dateline_without_a_year_is_counted_from_the_day_of_saving() -> None:
    """A day without its year is the last such day before the page was saved."""
    text = f"Saved 14 March 2026\n\n{HEADLINE}\n\nTOLVIK, March 4 (NPA) — {BODY}"
    assert dateline("TOLVIK, March 4 (NPA) — The") == "March 4"
    assert _published(only(text)) == ("2026-03-04", "inferred", "March 4")


def test_a_day_in_a_body_is_no_day_of_publication() -> None:
    """Weekdays and dates in sentences leave the publication open, also on a page with a known day of saving."""
    text = _page("Saved 14 March 2026", body=f"The boat left on Tuesday, 10 March 2026, the crew said.\n\n{BODY}")
    assert _published(only(text)) == (None, "unknown", None)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://messenger.example/2026/03/14/pier-closes", "2026-03-14"),
        ("https://messenger.example/news/2026-03-14-pier", "2026-03-14"),
        ("https://messenger.example/2026/mar/14/pier", "2026-03-14"),
        ("https://messenger.example/a/20260314/pier.html", "2026-03-14"),
        ("https://messenger.example/2026/03/pier-closes", "2026-03"),
        ("https://messenger.example/2026/pier-closes", None),
        ("https://messenger.example/2026/14/99/pier", None),
        ("https://messenger.example/pier?from=/2026/03/14/", None),
        ("https://messenger.example/piers/2019-2026/all", None),
        (None, None),
    ],
)
def test_an_address_states_a_day_or_a_month(address: str | None, day: str | None) -> None:
    """The path of an address states a day or a month, never a year, and its query states nothing."""
    assert address_date(address) == day


def test_what_counts_first() -> None:
    """Supplied wins, then the page's own data, the header, the address; a finer one only completes a coarser."""
    address = "https://messenger.example/2026/04/03/pier"
    assert _published(only(_page("3/4/2026"), url=address)) == ("2026-04-03", "stated", None)
    assert _published(only(_page("4 March 2026"), url=address)) == ("2026-03-04", "stated", None)
    assert _published(only(_page("4 March 2026"), published="2026-03-05")) == ("2026-03-05", "stated", None)
    raw = document(_page("4 March 2026")).model_copy(update={"supplied": Metadata(published="2026-03")})
    assert _published(clean(raw, "ferry").articles[0]) == ("2026-03", "supplied", None)


def test_what_a_date_rests_on_is_told_in_words() -> None:
    """Stated dates stand alone; supplied and inferred ones, and words that give no date, say so."""
    assert published_in_words("2026-03-12", "stated", None) == "2026-03-12"
    assert published_in_words("2026-03-12", "supplied", None) == "2026-03-12 (supplied)"
    assert (
        published_in_words("2026-03-12", "inferred", "2 days ago") == "2026-03-12 (inferred: 2 days ago in the header)"
    )
    assert published_in_words(None, "unknown", "2 days ago") == "date unknown (2 days ago in the header)"
    assert published_in_words(None, "unknown", None) == "date not stated"


def test_words_of_a_header_hold_nothing_but_a_time() -> None:
    """Symbols between the words of a time are not taken over, so that what is printed is a time and no more."""
    article = only(_page("2 <<days>> ago"))
    assert re.fullmatch(r"2 days ago", article.published_words or "")


@pytest.mark.parametrize("text", ["on ſunday", "3 aprİl 2026", "laſt weeK", "two weeKs ago", "in ſummer"])
def test_unusual_letters_are_read_or_passed_by(text: str) -> None:
    """A long s, a dotted capital I or a Kelvin sign inside a date word stop nothing."""
    assert len(find_dates(f"The kiln burst {text}.", "2026-03-11")) == 1


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2026-02-31"])
def test_a_day_out_of_reach_is_no_day_to_count_from(published: str) -> None:
    """A publication day at the ends of the calendar, or outside it, leaves relative words unresolved."""
    assert [d.date for d in find_dates("It came yesterday and goes tomorrow.", published)] == [None, None]


@pytest.mark.parametrize(
    "header", ["1 " * 200_000, "Saved" + " " * 300_000 + "2026", "/2026" * 50_000, "— , " * 50_000]
)
def test_endless_headers_are_survived(header: str) -> None:
    """A header line of any length costs time in proportion to it, and tells no date."""
    assert all(article.published is None for article in cleaned(_page(header)).articles)
