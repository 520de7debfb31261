"""`brief clean`: from any scrape to the article, the whole article and nothing but the article."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.clean import clean
from brief.clean.captions import find_numbered_captions
from brief.clean.controls import without_controls
from brief.clean.dates import is_relative_time, stated_date
from brief.clean.language import find_language
from brief.schema import Article, Cleaned, Metadata, RawDocument

HEADLINE = "Ferry line to Osmarra closes after pier inspection"
BODY = (
    "The ferry line between Tolvik and Osmarra will close on Friday, the port authority said, after divers found "
    "cracks in two of the pier's six pillars.\n\n"
    "“We are not going to wait for the storm to tell us how deep they are,” harbour master Ingrid Vael said.\n\n"
    "About 400 people take the boat every day. Most of them work in the cannery on the island, which said that it "
    "would put up those who wanted to stay.\n\n"
    "The line last closed in 2011, for nine days.\n"
)
SECOND = (
    "The cannery on Osmarra has rented the old school and will put sixty beds into its classrooms, its manager told "
    "this newspaper on Monday. Workers who stay are paid for their evenings, she said, and may take the mail boat home "
    "on Sundays if the sea allows it. The union called the offer fair and asked for a doctor on the island. Nobody has "
    "been told when the pier will be ready, and the authority did not answer a question about the cost of the repair. "
    "A spare boat lies in Tolvik, but it is too long for the small quay on the north side of the island."
)
PAGE = (
    "Jump to the content\n_\n_\nHome\nNews\nSport\n\n"
    f"{HEADLINE}\n\nThe Tolvik Messenger | 4 March 2024\n\nBy Runa Castellan\n\nShare\nTweet\nEmail\n\n"
    f"Ingrid Vael on the pier in Tolvik on Sunday.Photo: Ola Brandt\n\n{BODY}\n"
    "Sign up for our evening newsletter and never miss a boat\n\nRelated\n"
    "Cannery raises wages\nThe mail boat turns eighty\n\nComments\nNobody has written yet\n\n"
    "© The Tolvik Messenger. All rights reserved."
)


def document(text: str, **stated: str) -> RawDocument:
    """Return a document as reading would make it."""
    return RawDocument(
        file="ferry.txt",
        sha256="0" * 64,
        size=len(text),
        text_sha256="0" * 64,
        text=text,
        format="txt",
        encoding="utf-8",
        extractor="test",
        stated=Metadata(**stated),
        supplied=Metadata(),
    )


def cleaned(text: str, **stated: str) -> Cleaned:
    """Clean a text and check that all of it is accounted for."""
    result = clean(document(text, **stated), "ferry")
    assert_accounted_for(text, result)
    return result


def only(text: str, **stated: str) -> Article:
    """Clean a text that holds one article."""
    (article,) = cleaned(text, **stated).articles
    return article


def cuts(text: str, article: Article | Cleaned) -> list[tuple[str, str]]:
    """Return (label, words) of what was left out."""
    return [(cut.label, text[cut.start : cut.end]) for cut in article.left_out]


def assert_accounted_for(text: str, result: Cleaned) -> None:
    """Every visible character stands exactly once in an article or among what was left out, at its offsets."""
    seen = [0] * len(text)
    for article in result.articles:
        bounds = article.origin.bounds
        position = 0
        for in_text, in_input, length in article.origin.segments:
            assert in_text == position
            assert article.text[in_text : in_text + length] == text[in_input : in_input + length]
            assert bounds.start <= in_input and in_input + length <= bounds.end
            seen[in_input : in_input + length] = [n + 1 for n in seen[in_input : in_input + length]]
            position += length
        assert position == len(article.text)
        assert article.text == without_controls(article.text)
        assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()
        assert all(bounds.start <= cut.start < cut.end <= bounds.end for cut in article.left_out)
    for left_out in (result.left_out, *(article.left_out for article in result.articles)):
        for cut in left_out:
            seen[cut.start : cut.end] = [n + 1 for n in seen[cut.start : cut.end]]
    assert all(n == 1 or (n == 0 and char.isspace()) for n, char in zip(seen, text, strict=True))


def test_a_text_that_is_nothing_but_an_article_comes_through_whole() -> None:
    """Headline, paragraphs and blank lines at both ends stay as they are."""
    text = f"\n{HEADLINE}\n\n{BODY}\n\n"
    article = only(text)
    assert article.text == text
    assert article.left_out == ()
    assert article.title == HEADLINE
    assert article.title_in_text


def test_a_page_gives_the_body_and_labels_all_the_rest() -> None:
    """Menu, buttons, credit, newsletter, related headlines, comments and notice are cut, each under its label."""
    article = only(PAGE)
    assert article.text == BODY.strip()
    labels = {words: label for label, words in cuts(PAGE, article)}
    assert labels[HEADLINE] == "headline"
    assert labels["The Tolvik Messenger | 4 March 2024"] == "dateline"
    assert labels["By Runa Castellan"] == "byline"
    assert labels["Ingrid Vael on the pier in Tolvik on Sunday.Photo: Ola Brandt"] == "caption"
    assert {"navigation", "share", "subscription", "related", "comments"} <= set(labels.values())
    assert not article.title_in_text


def test_metadata_is_read_from_the_lines_above_the_body() -> None:
    """Title, outlet, author, day and language are taken over, and the title's place is known."""
    article = only(PAGE)
    assert (article.title, article.outlet, article.author) == (HEADLINE, "The Tolvik Messenger", "Runa Castellan")
    assert (article.published, article.language) == ("2024-03-04", "en")
    assert article.origin.title is not None
    assert PAGE[slice(*article.origin.title)] == HEADLINE


def test_supplied_wins_over_stated_and_stated_over_found() -> None:
    """What the user supplied comes first and is named; then what the file states; then what the text shows."""
    raw = document(PAGE, author="R. Castellan", outlet="Messenger online")
    article = clean(raw.model_copy(update={"supplied": Metadata(outlet="Messenger")}), "ferry").articles[0]
    assert (article.outlet, article.author, article.published) == ("Messenger", "R. Castellan", "2024-03-04")
    assert article.supplied == ("outlet",)


def test_a_header_alone_is_no_furniture() -> None:
    """Below a headline, the line with outlet and date is cut and read; the headline stays in the text."""
    text = f"{HEADLINE}\nThe Tolvik Messenger | Monday 4 March 2024, 06:40\n\n{BODY}"
    article = only(text)
    assert cuts(text, article) == [("dateline", "The Tolvik Messenger | Monday 4 March 2024, 06:40")]
    assert article.text.startswith(HEADLINE)
    assert (article.outlet, article.published, article.title_in_text) == ("The Tolvik Messenger", "2024-03-04", True)


def test_a_repeated_headline_is_one_title() -> None:
    """An aggregator's page that prints the headline three times gives it once, as the title."""
    text = (
        f"site-logo\n#\n\nStories about #Ferries\n\n{HEADLINE}\n{HEADLINE}\n\nTolvik Messenger\n\nclock2 days ago\n\n"
        f"  • World\n  • Tolvik Messenger\n\n{HEADLINE}\n\n{BODY}\nGET THE NEWS APP\n\n"
        "Every boat in one pocket, free on phones and tablets, from the store that you prefer.\nbadge-badge"
    )
    article = only(text)
    assert article.text == BODY.strip()
    assert (article.title, article.outlet, article.published) == (HEADLINE, "Tolvik Messenger", None)
    assert cuts(text, article)[-1][0] == "advert"


def test_bundled_articles_have_ids_bounds_and_headers_of_their_own() -> None:
    """A file with a second article behind the first gives both; a list of videos between them is no article."""
    listing = "".join(
        f"Boats of the north seen from the air Footage of a boat on its way to the island. 0{n}:12 - Source: NTV "
        for n in range(1, 6)
    )
    text = (
        f"{HEADLINE}\n{BODY.strip()}\n\nComments\nNobody has written yet\nRelated stories\n\n\n"
        f"Northern Television\n2 hours ago\n- Northern Television\nBoats of the north seen from the air\n"
        f"{listing}\n\n\n"
        f"Osmarra Times\n3 hours ago\n- Osmarra Times\nCannery puts sixty beds into the old school\n{SECOND}"
    )
    result = cleaned(text)
    main, bundled = result.articles
    assert (main.id, main.bundled, main.text) == ("ferry", False, BODY.strip())
    assert (bundled.id, bundled.bundled, bundled.text) == ("ferry.2", True, SECOND)
    assert (bundled.title, bundled.outlet) == ("Cannery puts sixty beds into the old school", "Osmarra Times")
    assert text[bundled.origin.bounds.start :].startswith("Osmarra Times\n3 hours ago")
    assert [cut.label for cut in result.left_out] == ["listing"]


def test_times_of_day_in_an_article_make_it_no_listing() -> None:
    """A minute-by-minute account is an article."""
    text = f"{HEADLINE}\n\n" + "".join(
        f"The boat left the pier at 0{n}:10 and the crew said that all was well. 0{n}:40 it was seen again.\n"
        for n in range(1, 6)
    )
    assert only(text).text == text


def test_numbered_captions_are_cut_out_of_their_paragraph() -> None:
    """Captions that all open with the number of pictures go, with their credits; the sentences around them stay."""
    before, after = SECOND[: SECOND.index("The union")], SECOND[SECOND.index("The union") :]
    first = "3 The old school on Osmarra has 14 classrooms. RUNA CASTELLAN/Polar Images "
    second = "3 Beds arrive by barge. Tolvik Transit 3 The mail boat. PI "
    text = f"{HEADLINE}\n\n{before}{first}{after} {second}Sixty beds are ready, the manager said."
    article = only(text)
    assert article.text == f"{HEADLINE}\n\n{before}{after} Sixty beds are ready, the manager said."
    assert [label for label, _ in cuts(text, article)] == ["caption", "caption"]


def test_a_number_that_opens_a_sentence_is_no_caption() -> None:
    """Numbers in prose stay, also when one of them stands twice."""
    text = "The vote was close. 14 Deputies were absent. The rest stayed. The bill has 14 Articles, he said. 9 Failed."
    assert find_numbered_captions("The vote was close. 14 Deputies were absent. The rest stayed.") == ()
    assert only(text).text == text


def test_subscription_prose_in_another_language_is_cut() -> None:
    """A block of account and paywall prose below the body goes as subscription, in whatever language."""
    offer = (
        "Mit einem Abonnement lesen Sie alle Seiten der Zeitung schon am Abend und ohne Werbung.\n\n"
        "Das Abo kostet im ersten Monat nichts und ist danach zu jedem Monatsende kündbar.\n\n"
        "Für ein Konto genügen Ihr Name und ein Passwort, das Sie sich gut merken können.\n"
    )
    text = f"Jump to the content\n_\n_\n_\n\n{HEADLINE}\n\n{BODY}\n{offer}"
    article = only(text)
    assert article.text == BODY.strip()
    assert cuts(text, article)[-1] == ("subscription", offer.strip())
    assert article.language == "en"


def test_a_quotation_in_another_language_stays() -> None:
    """Foreign words inside the body are the article's own."""
    text = BODY + "\n„Wir haben das Geld nicht, und wir werden es nicht haben“, sagte der Minister in der Hauptstadt.\n"
    assert only(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Osmarra is closed.",
        "Osmarra is closed",
        "no boats today lol",
        "- milk\n- bread\n- two tickets to Osmarra\n",
        "MODERATOR: Thank you.\n\nVAEL: Thank you for having me.\n\n(APPLAUSE)\n\nMODERATOR: Why?\n\nVAEL: Cracks.\n",
        "Roses are red\nThe pier is blue\nThe boat has gone\nAnd so have you\n",
        "9:40 p.m.:\n\nThe last boat has left the pier, the port authority says.\n\n10 p.m.:\n\nThe pier is closed.\n",
        "1. Close the pier.\n2. Find another boat.\n3. Tell the cannery.\n",
    ],
)
def test_short_and_odd_texts_come_through_whole(text: str) -> None:
    """One line, a post, a list, a transcript, a poem, a live blog: kept when in doubt."""
    assert only(text).text == text


def test_subheadings_that_sound_like_buttons_stay() -> None:
    """Home, top, next and search are words of menus and of subheadings; one kind of evidence is not enough."""
    parts = ("Close to home", "Top concerns", "What comes next", "The search for answers")
    text = f"{HEADLINE}\n\n" + "".join(f"{part}\n\n{BODY}\n" for part in parts)
    assert only(text).text == text


def test_dates_between_the_paragraphs_make_a_timeline() -> None:
    """They stay in the text, and none of them is the date of publication."""
    text = f"The pier affair in dates\n\n3 March 2021\n{BODY}\n9 June 2022\n{BODY}\n4 March 2024\n{BODY}"
    article = only(text)
    assert (article.text, article.published) == (text, None)


def test_whole_articles_in_one_file_are_told_apart_by_their_headers() -> None:
    """Headline and outlet with date above a body begin an article, with or without furniture between."""
    header = "Cannery puts sixty beds into the old school\nOsmarra Times | 5 March 2024"
    text = f"{HEADLINE}\nThe Tolvik Messenger | 4 March 2024\n\n{BODY}\n\n{header}\n\n{SECOND}"
    first, second = cleaned(text).articles
    assert (first.title, first.outlet, first.published) == (HEADLINE, "The Tolvik Messenger", "2024-03-04")
    assert (second.title, second.outlet, second.published) == (
        "Cannery puts sixty beds into the old school",
        "Osmarra Times",
        "2024-03-05",
    )
    assert (first.text, second.text) == (BODY.strip(), SECOND)


def test_pointers_inside_a_body_are_cut() -> None:
    """Read more lines, credits, offers, cookie notices and repeated paragraphs go; subheadings stay."""
    first, second, third, fourth = BODY.strip().split("\n\n")
    inside = {
        "Read more: The mail boat turns eighty": "related",
        "Image 2 of 14": "caption",
        "Get every story: subscribe to our newsletter today": "subscription",
        "This site uses cookies. Some cookies are needed, other cookies count visits.": "navigation",
    }
    one, two, three, four = inside
    between = "What the divers saw"
    body = "\n\n".join([first, one, second, two, between, third, third, three, SECOND, four, SECOND.upper(), fourth])
    text = f"Menu\nSearch\nLogin\nShare\n\n{HEADLINE}\n\n{body}\n\nComments\nReply\n"
    article = only(text)
    assert article.text.split() == "\n".join([first, second, between, third, SECOND, SECOND.upper(), fourth]).split()
    found = {words: label for label, words in cuts(text, article)}
    assert inside.items() <= found.items()
    assert found[third] == "repeated"


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
