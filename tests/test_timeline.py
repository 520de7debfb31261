"""The timeline: events of several articles in one order, what each place rests on, and what is not known."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from brief.compare.by_rules import compare
from brief.intervals import interval, stretch, written
from brief.pipeline import Options, gather, make
from brief.render.lines import line_text
from brief.schema import Article, Briefing, TimelineEntry
from brief.summarise.by_rules import summarise
from brief.verify import verify
from tests.articles import article


def _timeline(*articles: Article) -> list[TimelineEntry]:
    return list(compare(articles, [verify(a, summarise(a)) for a in articles]).timeline)


def _told(entries: list[TimelineEntry]) -> list[str]:
    return [entry.evidence.text for entry in entries]


def _made(tmp_path_factory: pytest.TempPathFactory, *texts: str) -> Briefing:
    folder = tmp_path_factory.mktemp("articles")
    for number, text in enumerate(texts, start=1):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    with ThreadPoolExecutor(1) as executor:
        gathered = gather([str(folder)], executor, _silent)
        return make(gathered, Options(as_of="2026-03-20"), executor, _silent)


def _silent(*_: object) -> None:
    """Tell nobody how far the work is."""


def test_the_hour_orders_one_day_across_articles() -> None:
    """Within a day the hour of the clock decides, whichever article came out first."""
    entries = _timeline(
        article("The kiln was closed at 16:40 on Tuesday.", "a1", published="2026-03-11"),
        article("A stoker was injured at 6.15 a.m. on Tuesday.", "a2", published="2026-03-12"),
    )
    assert [entry.evidence.article for entry in entries] == ["a2", "a1"]


def test_sequence_words_put_an_event_before_or_after() -> None:
    """What the text tells with "before that" stands before what it told last, and the next day is one day on."""
    before, then, later = _timeline(
        article(
            "A kiln burst on Monday and killed a potter. Before that, a valve was found broken. "
            "The next day the yard was closed.",
            published="2026-03-11",
        )
    )
    assert before.evidence.text == "Before that, a valve was found broken."
    assert (before.date, before.placed) == (then.date, "sequence")
    assert (then.date, later.date) == ("2026-03-09", "2026-03-10")
    assert later.when is not None
    assert later.when.text == "The next day"


def test_plans_stand_after_happenings_of_their_day() -> None:
    """Of one day, what is told as still to come stands last."""
    entries = _timeline(
        article(
            "The yard will be opened on Friday. The kiln was lit on Friday, he said.", "a1", published="2026-03-12"
        ),
        article("The gate burst on Friday.", "a2", published="2026-03-14"),
    )
    assert [e.planned for e in entries if e.date == "2026-03-13"] == [False, True]


def test_one_event_told_twice_keeps_both_tellings() -> None:
    """A second article's telling of an event is no second event; it stands beside the first as evidence."""
    (entry,) = _timeline(
        article("The kiln at Orme burst on Tuesday.", "a1", published="2026-03-11"),
        article("The kiln at Orme burst on Tuesday, police said.", "a2", published="2026-03-12"),
    )
    assert entry.evidence.article == "a1"
    assert [other.article for other in entry.other] == ["a2"]


def test_weekdays_of_undated_articles_are_not_one_week() -> None:
    """Articles that state no date follow one by one, each with distances from its own news day and no date."""
    entries = _timeline(
        article("The kiln burst on Tuesday. The yard had been closed on Sunday. It will be opened on Friday.", "a1"),
        article("The mayor resigned on Monday.", "a2"),
    )
    assert [(e.evidence.article, e.days, e.placed) for e in entries] == [
        ("a1", -2, "week"),
        ("a1", 0, "week"),
        ("a1", 3, "week"),
        ("a2", 0, "week"),
    ]
    assert all(entry.date is None for entry in entries)


def test_yesterday_is_not_counted_together_with_weekdays() -> None:
    """Where a text names weekdays, nothing says which of them its "yesterday" counts from: it gets no day."""
    entries = _timeline(article("The kiln burst on Monday. The yard was closed yesterday."))
    assert [entry.days for entry in entries] == [0, None]


def test_a_promise_quoted_on_a_day_is_no_plan_for_that_day() -> None:
    """Words in the future tense that somebody said on Tuesday make nothing planned for Tuesday."""
    (entry,) = _timeline(article("'The yard will be opened again and nobody will be sent away,' she said on Tuesday."))
    assert not entry.planned


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """A briefing from three dated articles with a long time in which nothing is told, and one without a date."""
    return _made(
        tmp_path_factory,
        "Kiln bursts at Orme\nThe Orme Post | 11 March 2026\n\nThe kiln at Orme pottery burst on Tuesday and killed "
        "two potters. The pottery was founded in 1987. Inspectors visited the pottery on 9 March.\n\n"
        "The pottery will be inspected on Friday, the labour office said.\n",
        "Pottery at Orme closed\nThe Vale Wire | 12 March 2026\n\nThe kiln at Orme pottery burst on Tuesday. "
        "The labour office closed the pottery on Wednesday.\n",
        "Potters of Orme mourn\nThe Weekly\n\nThe kiln at Orme pottery killed two potters on Tuesday. "
        "The labour office had warned the pottery on Sunday.\n",
    )


def test_the_table_says_what_each_place_rests_on(dated: Briefing) -> None:
    """Every row has its basis: stated, counted from the article's date, or a weekday of a text without a date."""
    rows = [(row.number, line_text(row.when), row.sources, row.basis) for row in dated.pages.timeline]
    assert rows == [
        (1, "1987 “in 1987”", "S1", "Stated"),
        (None, "about 38 years", "—", "Gap"),
        (2, "9 March 2026 “on 9 March”", "S1", "Inferred from S1’s date"),
        (3, "10 March 2026 “Tuesday”", "S1, S2", "Inferred from S1’s date"),
        (4, "11 March 2026 “Wednesday”", "S2", "Inferred from S2’s date"),
        (5, "13 March 2026 “Friday”", "S1", "Inferred from S1’s date; planned"),
        (None, "Days of S3", "S3", "Unknown"),
        (6, "“Sunday”", "S3", "Weekday of S3’s own week"),
        (7, "“Tuesday”", "S3", "Weekday of S3’s own week"),
    ]


def test_the_figure_holds_the_facts_of_the_table(dated: Briefing) -> None:
    """Each row with a day is a mark; a text without a date has a panel of its own."""
    by_date, own = dated.pages.chronology
    assert [(c.label, c.year, c.gap) for c in by_date.columns] == [
        ("", "1987", None),
        ("9 Mar", "2026", "about 38 years"),
        ("10 Mar", "2026", None),
        ("11 Mar", "2026", None),
        ("13 Mar", "2026", None),
    ]
    assert [(m.number, m.sources, m.stated, m.planned) for m in by_date.marks] == [
        (1, (1,), True, False),
        (2, (1,), False, False),
        (3, (1, 2), False, False),
        (4, (2,), False, False),
        (5, (1,), False, True),
    ]
    assert (own.undated, [c.label for c in own.columns]) == (3, ["Sunday", "Tuesday"])


def test_two_events_make_no_figure(tmp_path_factory: pytest.TempPathFactory) -> None:
    """With fewer than three events that have a day there is a table and no figure."""
    briefing = _made(
        tmp_path_factory,
        "Kiln bursts at Orme\nThe Orme Post | 11 March 2026\n\nThe kiln at Orme pottery burst on Tuesday and killed "
        "two potters. Nobody knew why, and the pottery had no guard.\n",
    )
    assert len(briefing.pages.timeline) == 1
    assert briefing.pages.chronology == ()


@pytest.mark.parametrize(
    ("iso", "days", "words"),
    [
        ("2026-03-09", 1, "9 March 2026"),
        ("2026-02", 28, "February 2026"),
        ("2024", 366, "2024"),
        ("2026-02-23/2026-03-01", 7, "23 February to 1 March 2026"),
        ("2025-12/2026-02", 90, "December 2025 to February 2026"),
        ("2026-06/2026-08", 92, "June to August 2026"),
        ("0001", 365, "1"),
        ("9999-12-31", 1, "31 December 9999"),
    ],
)
def test_intervals_and_their_words(iso: str, days: int, words: str) -> None:
    """A day, month, year or stretch has a first and a last day, and is printed in words."""
    found = interval(iso)
    assert found is not None
    assert found[1] - found[0] + 1 == days
    assert written(iso) == words


def test_what_is_no_date_has_no_interval() -> None:
    """A day that no calendar has, a stretch that runs backwards and loose words are no interval."""
    assert [interval(text) for text in ("2026-02-30", "2026-03/2025-03", "soon", "2026-03-09/", "1/2/3")] == [None] * 5


@pytest.mark.parametrize(("days", "words"), [(12, "12 days"), (240, "about 8 months"), (3652058, "about 9999 years")])
def test_long_stretches_are_told_roughly(days: int, words: str) -> None:
    """A stretch is told in days, months or years by its length."""
    assert stretch(days) == words
