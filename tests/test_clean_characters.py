"""Cleaning in any language, with hidden characters, dates and hostile texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.clean import clean
from brief.clean.dates import is_relative_time, stated_date
from brief.clean.language import find_language
from tests.scrapes import BODY, HEADLINE, PAGE, SECOND, cleaned, cuts, document, only


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "港务局周一表示，由于潜水员发现码头支柱出现裂缝，开往该岛的渡轮将于周五停航。"),
        ("ja", "港湾局は月曜日、桟橋の柱に亀裂が見つかったため、金曜日からフェリーを止めると発表した。"),
        ("ko", "항만청은 월요일 부두 기둥에서 균열이 발견되어 금요일부터 여객선 운항을 중단한다고 밝혔다."),
        ("th", "การท่าเรือกล่าวเมื่อวันจันทร์ว่าเรือข้ามฟากจะหยุดให้บริการในวันศุกร์หลังพบรอยร้าวที่เสาของท่าเรือ"),
        ("ru", "Портовое управление сообщило в понедельник, что паром на остров остановят в пятницу из-за трещин."),
        ("uk", "Портове управління повідомило в понеділок, що пором на острів зупинять у п'ятницю через тріщини."),
        ("ar", "أعلنت سلطة الميناء يوم الاثنين أن العبارة إلى الجزيرة ستتوقف يوم الجمعة بعد اكتشاف تشققات في الأعمدة."),
        ("de", "Die Hafenbehörde teilte am Montag mit, dass die Fähre auf die Insel ab Freitag nicht mehr fährt."),
        ("fr", "Les autorités du port ont annoncé lundi que la liaison avec l'île serait fermée à partir de vendredi."),
        (
            "es",
            "La autoridad del puerto dijo el lunes que el barco a la isla no saldrá desde el viernes por las grietas.",
        ),
    ],
)
def test_pages_of_any_language_keep_their_body(language: str, sentence: str) -> None:
    """Also without spaces, cases or known words, the body survives the menu around it, and its language is named."""
    menu = "\n".join(["Menu", "Login", "RSS", "FAQ", "_", "_"])
    article = only(f"{menu}\n\n{sentence}{sentence}\n\n{sentence}\n\n{menu}\n")
    assert article.text.count(sentence) == 3
    assert "RSS" not in article.text
    assert article.language == language


def test_a_page_of_links_is_no_article() -> None:
    """A list of buttons and short headlines gives no article, and says so."""
    text = "Home\nSearch\nLogin\n\n* Boats\n* Piers\n* Storms\n\n"
    text += "Most popular\n* Cannery wages\n\nPrivacy policy\n© All rights reserved"
    result = cleaned(text)
    assert result.articles == ()
    assert {cut.label for cut in result.left_out} == {"listing"}


def test_no_text_no_article() -> None:
    """Nothing, white space and control characters alone give no article."""
    assert cleaned("").articles == ()
    assert cleaned(" \n\t\n").articles == ()
    assert [cut.label for cut in cleaned("\x00\n\u202e").left_out] == ["control_character", "control_character"]


def test_control_characters_are_cut_and_listed() -> None:
    """NUL, bidi overrides, zero-width and byte order marks go, each at its offset; the words close up."""
    text = BODY.replace("ferry", "fer\u200bry").replace("closed in", "closed \u202ein") + "\x00"
    article = only(text)
    assert article.text == BODY
    assert {label for label, _ in cuts(text, article)} == {"control_character"}
    assert len(article.left_out) == 3


def test_characters_that_carry_text_are_no_control_characters() -> None:
    """Soft hyphen, no-break space, joiners inside Persian words and emoji stay."""
    text = "The har\u00adbour has 400\u00a0boats, she said on Monday. می\u200cخواهم 👩\u200d🚀"
    assert only(text).text == text


def test_windows_line_breaks_are_kept() -> None:
    """Line breaks stay as the file has them."""
    text = PAGE.replace("\n", "\r\n")
    assert only(text).text == BODY.strip().replace("\n", "\r\n")


def test_the_title_that_a_page_states_is_taken() -> None:
    """For HTML the stated headline is the title; it goes out of the text only where furniture does."""
    article = only(BODY, title=HEADLINE)
    assert (article.title, article.title_in_text, article.text) == (HEADLINE, False, BODY)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("The Messenger | 11 March 2025", "2025-03-11"),
        ("March 11, 2025 9:02 AM", "2025-03-11"),
        ("11. März 2025", "2025-03-11"),
        ("domingo 15 de junio de 2025", "2025-06-15"),
        ("15 juin 2025", "2025-06-15"),
        ("2025-03-11T06:40", "2025-03-11"),
        ("2025年3月11日", "2025-03-11"),
        ("25/03/2025", "2025-03-25"),
        ("3/4/2025", "2025"),
        ("March 2025", "2025-03"),
        ("31 February 2025", None),
        ("2 days ago", None),
        ("Tuesday", None),
    ],
)
def test_dates_are_never_finer_than_stated(line: str, day: str | None) -> None:
    """A day, a month, a year, or nothing: ambiguous and relative words give no day."""
    found = stated_date(line)
    assert (found[0] if found else None) == day


def test_relative_times_are_recognised() -> None:
    """How long ago is furniture, in several languages; a sentence is not."""
    assert all(map(is_relative_time, ("2 days ago", "an hour ago", "clock3 days ago", "vor 2 Stunden", "hace 3 días")))
    assert not is_relative_time("He left two days ago, and nobody has seen him since then")


def test_language_needs_evidence() -> None:
    """A name alone has no language."""
    assert find_language("Ingrid Vael") is None
    assert find_language("") is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_accounted_for(text: str) -> None:
    """No text crashes cleaning, and every visible character is accounted for exactly once."""
    cleaned(text)


_PIECES = st.sampled_from(
    [
        *PAGE.split("\n"),
        SECOND,
        "\u202e",
        "\x00",
        "2 hours ago",
        "4 A boat. AP 4 A pier. AP The boat.",
        "* Boats",
        "_",
        "",
        " ",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=60), st.sampled_from(["\n", "\r\n", "\n\n", " "]))
def test_any_mix_of_page_parts_is_accounted_for(pieces: list[str], separator: str) -> None:
    """Parts of pages in any order are accounted for exactly once; the same text gives the same result."""
    text = separator.join(pieces)
    assert cleaned(text) == cleaned(text)


@pytest.mark.parametrize(
    "text",
    ["He said that it was so. " * 20_000, "Boats\nShare\n" * 10_000, '"' * 300_000, "* " * 100_000, "a\u200b" * 20_000],
)
def test_hostile_lengths_are_survived(text: str) -> None:
    """One endless line, thousands of short ones, nothing but quotation marks: cleaned in one pass."""
    result = clean(document(text), "ferry")
    assert sum(len(article.text) for article in result.articles) + sum(c.end - c.start for c in result.left_out) > 0
