"""`brief clean`: from any scrape to the article, the whole article and nothing but the article."""

from __future__ import annotations

import pytest

from brief.clean import clean
from brief.clean.captions import find_numbered_captions
from brief.schema import Metadata
from tests.scrapes import BODY, HEADLINE, PAGE, SECOND, cleaned, cuts, document, only


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
