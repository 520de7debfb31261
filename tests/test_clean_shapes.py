"""Pages of other shapes than menu, article, footer: lists, letters with several articles, pages without line breaks."""

from __future__ import annotations

import pytest

from brief.clean import clean
from tests.scrapes import BODY, HEADLINE, SECOND, cleaned, cuts, document, only

PLACES = ("Tolvik", "Osmarra", "Skarn", "Velling", "Brandholm", "Ustre")
OFFER = (
    "Sie haben das Ende der Leseprobe erreicht, und der Rest ist für unsere Leser mit einem Vertrag.\n\n"
    "Alle Seiten, alle Karten, alle Rätsel\n\n"
    "Mit einem Abonnement lesen Sie die Zeitung schon am Abend und auf jedem Gerät.\n"
)
ROOFS = (
    "The roof of the chapel in Skarn has been sold to a collector of slate, who wants to put it on his barn in spring. "
    "The parish needs the money for a tower, its treasurer Odd Brekke told a meeting on Friday, and nobody laughed.\n\n"
    "Rain is expected from Tuesday. The collector has promised a sail to cover the pews until the tower stands, "
    "but he wants it back before the regatta, which he has won twice with it.\n"
)
MORE = (
    "By Monday the divers were back. They measured every crack and wrote the numbers on the stone in chalk, which the "
    "next wave took away. “Then we do it again,” Ingrid Vael said."
)
SENTENCE = "港务局{}表示,由于潜水员发现码头支柱出现裂缝,开往该岛的渡轮将于周五停航,学校和商店已经接到通知。"
PARAGRAPHS = tuple(map(SENTENCE.format, ("周一", "周二", "周三")))


@pytest.mark.parametrize(
    "story",
    [
        "{0} council weighs a new road\nThe road to {0} has been closed since spring, and drivers are tired of it.\n",
        "Storm hits the pier at {0}\nCoast Channel\n118K views · 2 days ago\n2:14\n",
        "{0} mayor opens a school that nobody asked for\n3 hours ago\n14\n",
    ],
    ids=["teasers", "videos", "headlines"],
)
def test_a_page_that_only_lists_stories_gives_no_article(story: str) -> None:
    """Headlines with a teaser each, with views and running times, or with times and counts, are a listing."""
    result = cleaned("Home\nNews\nSport\nLog in\n\n" + "\n".join(map(story.format, PLACES)) + "\nContact\nPrivacy\n")
    assert result.articles == ()
    assert {cut.label for cut in result.left_out} == {"listing"}


@pytest.mark.parametrize(
    "part",
    [
        "{0} in dates\n1990\nThe first boat comes to {0} in the spring of a year without herring\n",
        "What is left of {0}?\nA pier, a school and a cannery, and forty people who won't go.\n",
        "{0} by night\nThe pier of {0} is lit, and the boats lie still until five.\n",
    ],
    ids=["chronicle", "questions", "guide"],
)
def test_texts_in_small_parts_are_no_listing(part: str) -> None:
    """A chronicle, questions with short answers and a guide under subheadings are kept, with a menu above or bare."""
    text = "\n".join(map(part.format, PLACES))
    assert only(text).text == text
    assert only(f"Home\nNews\nLog in\nSubscribe\n\n{text}").text


def test_headlines_around_an_article_make_it_no_listing() -> None:
    """One paragraph after the other is an article, however many headlines with teasers stand below it."""
    stories = "".join(
        f"{place} council weighs a road\nThe road to {place} is closed until the spring.\n" for place in PLACES
    )
    page = f"Home\nNews\nSport\nLog in\nSubscribe\n\n{HEADLINE}\n\n{BODY}\nMore\n{stories}"
    assert BODY.strip() in only(page).text


def test_numbered_articles_of_a_letter_come_out_one_by_one() -> None:
    """Numbers on lines of their own, each with a headline and paragraphs of another story, begin articles."""
    heads = (HEADLINE, "Chapel in Skarn sells its roof to a collector")
    text = (
        f"Read this in your browser\nThe Lamp | 4 March 2024\n\n1.\n\n{heads[0]}\n\n{BODY}\n2.\n\n{heads[1]}\n\n{ROOFS}"
    )
    first, second = cleaned(text).articles
    assert (first.title, second.title) == heads
    assert (first.text.split(), second.text.split()) == (BODY.split(), ROOFS.split())
    assert first.published == "2024-03-04"


def test_numbered_parts_of_one_story_stay_one_article() -> None:
    """Parts that share their words are no articles of their own."""
    text = "".join(f"{n}\n\n{HEADLINE} as told by {place}\n\n{BODY}\n" for n, place in enumerate(PLACES[:2], 1))
    assert only(text).text.count(BODY[:60]) == 2


def test_a_page_pasted_as_one_line_is_cut_inside_the_line() -> None:
    """Menu, credit, a pointer that runs into a sentence, and the footer go; the sentences of the article stay."""
    before, after = BODY.split("\n\n", 1)
    before, after = " ".join(before.split()), " ".join(f"{after} {SECOND} {ROOFS}".split())
    menu = f"Messenger Home News Sport Log in Subscribe {HEADLINE} Share Ingrid Vael in Tolvik (Photo: Ola Brandt/AP) "
    pointer = "READ MORE: Mail boat turns eighty and nobody comes to the party "
    footer = " Popular Boat Finds Pier Cannery Wages Rise Contact Privacy Policy About Us All Rights Reserved"
    text = f"{menu}{before} {pointer}{after}{footer}"
    article = only(text)
    assert article.text == f"{before} {after}"
    assert [words for _, words in cuts(text, article)] == [menu.strip(), pointer.strip(), footer.strip()]


def test_an_article_pasted_as_one_line_stays_whole() -> None:
    """Without a page around it nothing is cut."""
    text = " ".join(f"{BODY} {SECOND} {ROOFS} The storm came on Sunday, and the pier stood.".split()) + f" {MORE}"
    assert len(text) > 1_500
    assert only(text).text == text


def test_an_offer_in_another_language_is_cut_from_a_web_page_too() -> None:
    """What an extractor leaves of a paywall below the body goes, also when nothing else was left of the page."""
    raw = document(f"{BODY}\n{OFFER}").model_copy(update={"format": "html"})
    article = clean(raw, "ferry").articles[0]
    assert article.text == BODY.strip()
    assert [cut.label for cut in article.left_out] == ["subscription"]


def test_short_lines_around_paragraphs_in_a_script_without_spaces_go() -> None:
    """The general shape tells: short lines without an end, a credit, and links in a row are no part of the body."""
    top = "北岸晚报\n首页 新闻 体育 财经 登录\n渡轮周五停航\n分享\n码头的渡轮。 记者 王小明 摄\n"
    links = "推荐\n老桥下周开放\n新船今年下水\n"
    bottom = "下载客户端\n新用户送一个月\n评论 (3)\n关于我们 广告\n"
    one, two, three = PARAGRAPHS
    article = only(f"{top}\n{one}\n\n{two}\n\n{links}\n{three}\n\n{bottom}")
    assert article.text.split() == [one, two, three]


def test_a_bare_article_in_a_script_without_spaces_stays_whole() -> None:
    """A headline and a subheading are no furniture."""
    one, two, three = PARAGRAPHS
    text = f"渡轮周五停航\n\n{one}\n\n居民怎么说\n\n{two}\n\n{three}\n"
    assert only(text).text == text


def test_a_short_article_inside_a_page_full_of_sentences_comes_out_alone() -> None:
    """Contests and podcasts with sentences of their own stay out, and what stands above the date is the title."""
    show = "The Long Lunch with Tilde"
    top = f"Ridge Radio\nListen live\nShows\n{show}\nNoon to three, every weekday\nRecently played\nContests\n"
    top += "Call in after ten and name the song. Good luck to everyone!\nNews\n"
    bottom = f"More from Ridge Radio\nOur app has every show of the last month, for free.\n{show}\nLatest podcasts\n"
    bottom += "Tilde talks to the man who tunes the bells. It's louder than you think.\nVelling 8°\nPublic file\nJobs\n"
    article = only(f"{top}\n{HEADLINE}\n\n4 March 2024, 09:12\n\n{BODY}\n{bottom}")
    assert (article.title, article.published) == (HEADLINE, "2024-03-04")
    assert article.text == BODY.strip()
