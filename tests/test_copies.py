"""Which articles are copies of another one, and what differs."""

from __future__ import annotations

import time

import pytest

from brief.copies import find_copies, origins
from brief.copies.addresses import page
from brief.schema import Article, Copy
from tests.articles import article

LEDE = "The Lissa harbour board put off the sale of its last ferry on Tuesday after a meeting of six hours."
COST = "The ferry would have brought 12 million crowns, the board's clerk Mara Voss said."
DENIAL = "“We did not sign anything in Corvo,” said Karl Brandt, who leads the board."
CREW = "Some 40 crew members waited at the pier until the doors opened shortly before midnight."
UNION = "Their union wants the ferry to run through the winter and has called a vote for Friday."
BUYER = "A buyer from Marren had offered to keep half of the crew, according to two members of the board."
END = "The board meets again on 9 March, when the clerk is to lay open the offers."
STORY = (LEDE, COST, DENIAL, CREW, UNION, BUYER, END)
OWN = "At the baker's by the pier nobody had heard of a buyer before this week, and few expected one to stay."


def _story(name: str, *sentences: str, published: str | None = None, url: str | None = None) -> Article:
    return article("\n\n".join(sentences), name, published=published).model_copy(update={"url": url})


def _only(articles: list[Article]) -> Copy:
    (copy,) = find_copies(articles)
    by_name = {a.id: a for a in articles}
    for change in copy.differences:
        for span, words, name in (
            (change.span, change.words, copy.article),
            (change.kept_span, change.kept_words, copy.of),
        ):
            assert words == (by_name[name].text[span.start : span.end] if span else "")
    return copy


def test_same_words_in_another_layout_are_an_exact_copy() -> None:
    """White space, case and the kind of quotation mark don't count; an empty article is a copy of nothing."""
    again = "  ".join(STORY).upper().replace("“", '"').replace("”", '"')
    copy = _only([_story("one", *STORY), _story("empty"), article(again, "two"), _story("void")])
    assert (copy.article, copy.of, copy.kind, copy.shared, copy.differences) == ("two", "one", "exact", 1.0, ())


def test_syndicated_text_is_a_copy_with_its_differences() -> None:
    """A cut paragraph, an added one, another number, a dropped "not" and a changed quotation are each told, and small.

    What is reported for the kept article and for the copy stands in their texts at the offsets given.
    """
    printed = (LEDE, COST.replace("12", "21"), DENIAL.replace("did not sign", "did sign"), CREW, UNION, OWN, END)
    copy = _only([_story("agency", *STORY), _story("outlet", *printed, published="2026-03-04")])
    assert (copy.article, copy.of, copy.kind) == ("agency", "outlet", "near")
    assert [(d.change, d.words, d.kept_words) for d in copy.differences] == [
        ("altered", "12", "21"),
        ("altered", "did not sign", "did sign"),
        ("only_here", BUYER, ""),
        ("only_in_kept", "", OWN),
    ]
    assert copy.shared == pytest.approx(4 / 7)


def test_neighbours_are_one_difference() -> None:
    """Two sentences that the copy lacks in a row are one difference, and a moved paragraph is none."""
    copy = _only([_story("one", *STORY, OWN), _story("two", UNION, LEDE, COST, DENIAL, END, OWN)])
    assert [(d.change, d.kept_words) for d in copy.differences] == [
        ("only_in_kept", CREW),
        ("only_in_kept", BUYER),
    ]
    copy = _only([_story("one", *STORY, OWN), _story("two", LEDE, COST, DENIAL, END, OWN)])
    assert [(d.change, d.kept_words) for d in copy.differences] == [
        ("only_in_kept", "\n\n".join((CREW, UNION, BUYER))),
    ]


def test_headline_of_its_own_does_not_hide_a_copy() -> None:
    """A changed headline in the text is the only difference; one that only stands outside the other text is none."""

    def headed(name: str, title: str) -> Article:
        text = "\n\n".join((title, *STORY))
        return article(text, name, title=title).model_copy(update={"title_in_text": True})

    copy = _only([headed("one", "Board keeps its ferry"), headed("two", "Six hours at the pier")])
    assert copy.kind == "near"
    assert [(d.change, d.words, d.kept_words) for d in copy.differences] == [
        ("altered", "Six hours at the pier", "Board keeps its ferry")
    ]
    bare = article("\n\n".join(STORY), "bare", title="Board keeps its ferry")
    assert _only([headed("one", "Board keeps its ferry"), bare]).kind == "exact"


def test_fullest_then_earliest_is_kept_and_chains_end_there() -> None:
    """An excerpt of a copy is a copy of the kept article, not of the copy; a cut one is never kept for its date."""
    articles = [
        _story("excerpt", CREW, UNION, published="2026-03-01"),
        _story("cut", *STORY[:-1], published="2026-03-01"),
        _story("late", *STORY, published="2026-03-05"),
        _story("month", *STORY, published="2026-03"),
        _story("early", *STORY, published="2026-03-03"),
        _story("other", OWN),
    ]
    found = find_copies(articles)
    assert [(c.article, c.of, c.kind) for c in found] == [
        ("excerpt", "early", "near"),
        ("cut", "early", "near"),
        ("late", "early", "exact"),
        ("month", "early", "exact"),
    ]
    assert set(origins(articles, found).items()) == {
        *((name, "early") for name in ("excerpt", "cut", "late", "month", "early")),
        ("other", "other"),
    }


def test_lines_broken_by_their_width_are_the_same_sentences() -> None:
    """A copy from a mail, its lines broken at a width, has only the differences that a reader would see."""
    words, lines = " ".join(STORY[:-1]).split(" "), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 60:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    copy = _only([_story("one", *STORY), article("\n".join(lines), "mail")])
    assert [(d.change, d.kept_words) for d in copy.differences] == [("only_in_kept", END)]


@pytest.mark.parametrize(
    "sentences",
    [
        (OWN, "The office of Karl Brandt put out a statement:", DENIAL, "“The ferry stays with us until March.”"),
        (CREW, UNION, OWN, OWN.replace("baker's", "inn"), OWN.replace("heard of", "met")),
        (LEDE.replace("put off", "delayed"), COST.replace("said", "told us"), "Nobody signed anything, it was said."),
        (
            "The Lissa port panel delayed the trade of its final boat on Tuesday following a gathering of six hours.",
            "The boat would have carried 12 million crowns, the panel's scribe Mara Voss stated.",
            "“We did not mark anything in Corvo,” uttered Karl Brandt, who heads the panel.",
            "Some 40 team fellows stayed at the dock until the gates unlocked just ahead of midnight.",
            END,
        ),
        ("He declined to comment.",),
    ],
    ids=["same statement", "two agency paragraphs", "own words", "machine-spun", "a sentence that anybody writes"],
)
def test_no_copy(sentences: tuple[str, ...]) -> None:
    """Sharing a statement or two paragraphs, telling the affair in other words, or a rewrite by machine is no copy."""
    whole = (*STORY, "“The ferry stays with us until March.”", "He declined to comment.")
    assert find_copies([_story("one", *whole), _story("two", *sentences)]) == ()


def test_another_state_of_a_page_is_reported_however_much_changed() -> None:
    """A page scraped twice is a re-scrape with its differences; what else stood at the address is another article."""
    address = "https://www.lissa.example/ferry/?utm_source=mail#top"
    later = _story("later", LEDE, COST.replace("12", "9"), OWN, url="http://lissa.example/ferry")
    copy = _only([_story("first", *STORY, url=address), later])
    assert (copy.article, copy.of, copy.kind) == ("later", "first", "rescrape")
    assert [(d.change, d.words) for d in copy.differences] == [
        ("altered", "9"),
        ("only_here", OWN),
        ("only_in_kept", ""),
    ]
    assert find_copies([_story("first", *STORY, url=address), _story("front", OWN, url=address)]) == ()


def test_addresses_of_one_page() -> None:
    """What names the page stays, what only tells how the reader came there goes; a front page is no article."""
    assert page("http://www.Lissa.example:80/a/?id=3&utm_source=x&fbclid=9#c") == page("https://lissa.example/a?id=3")
    assert page("https://lissa.example/a?id=3") != page("https://lissa.example/a?id=4")
    assert page("https://lissa.example/?utm_source=x") is None
    assert page("https://[lissa/a") is None


def test_hostile_sets_cost_no_more_than_their_length() -> None:
    """Many equal articles, a sentence repeated without end and a text without a stop take seconds, not hours."""
    began = time.process_time()
    many = [_story(str(n), *STORY, f"Edition {n} of the evening paper.") for n in range(300)]
    assert len(find_copies(many)) == 299
    repeated = [article(" ".join([LEDE] * n), str(n)) for n in (5_000, 4_900)]
    assert len(find_copies(repeated)) == 1
    endless = [article(f"{LEDE}\n{'ferry and ' * n}", str(n)) for n in (30_000, 29_000)]
    find_copies([*endless, _story("none")])
    assert time.process_time() - began < 15
