"""Who said what, by rules: what is found in sentences written for these tests."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from brief.schema import Statement
from brief.summarise.by_rules import summarise
from tests.articles import article
from tests.growing import grows_less


class Said(NamedTuple):
    """A statement in short."""

    source: str | None
    cue: str
    content: str
    kind: str
    stance: str


def statements(text: str) -> tuple[Statement, ...]:
    """The statements of a text."""
    return summarise(article(text)).statements


def said(text: str) -> list[Said]:
    """The statements of a text in short."""
    return [
        Said(s.source.text if s.source else None, s.cue.text if s.cue else "", s.content.text, s.kind, s.stance)
        for s in statements(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "content", "kind"),
    [
        ("“The pier is safe,” Mayor Ida Orme said.", "Mayor Ida Orme", "“The pier is safe,”", "direct"),
        ("“The pier is safe,” said Mayor Ida Orme.", "Mayor Ida Orme", "“The pier is safe,”", "direct"),
        ("Mayor Ida Orme said: “The pier is safe.”", "Mayor Ida Orme", "“The pier is safe.”", "direct"),
        ("Orme said on Monday that the pier was safe.", "Orme", "that the pier was safe", "indirect"),
        ("Orme said the pier was safe.", "Orme", "the pier was safe", "indirect"),
        ("The pier is safe, the mayor said.", "the mayor", "The pier is safe", "indirect"),
        ("The pier is safe, according to the mayor.", "the mayor", "The pier is safe", "indirect"),
        ("According to the mayor, the pier is safe.", "the mayor", "the pier is safe", "indirect"),
        ("The mayor said the pier was “safe as houses.”", "The mayor", "the pier was “safe as houses.”", "mixed"),
        ("Orme told reporters in a statement that it was over.", "Orme", "that it was over", "indirect"),
        ("The report said the pier had sunk.", "The report", "the pier had sunk", "indirect"),
        ("Three people close to the yard said it failed.", "Three people close to the yard", "it failed",
         "indirect"),
        ("The engineer, who built the pier, said it was safe.", "The engineer, who built the pier", "it was safe",
         "indirect"),
        ("A spokesman for the city of Brule said it was safe.", "A spokesman for the city of Brule", "it was safe",
         "indirect"),
        ("The letter written by a retired clerk said it sank.", "The letter written by a retired clerk", "it sank",
         "indirect"),
        ("The yard in Brule and the council said it was safe.", "The yard in Brule and the council", "it was safe",
         "indirect"),
        ("“It sank!” one city aide said.", "one city aide", "“It sank!”", "direct"),
        ("“Really?” Orme asked.", "Orme", "“Really?”", "direct"),
        ("The pier, she said, would be open by May.", "she", "The pier would be open by May", "indirect"),
    ],
)  # fmt: skip
def test_source_and_content(text: str, source: str, content: str, kind: str) -> None:
    """Source-cue-content in every order, with sources as names, nouns, groups, documents and pronouns."""
    (found,) = statements(text)
    assert (found.source.text if found.source else None) == source
    assert found.content.text == content
    assert found.kind == kind


@pytest.mark.parametrize(
    ("left", "right"), [("“", "”"), ('"', '"'), ("'", "'"), ("‘", "’"), ("''", "''"), ("«", "»"), ("„", "“")]
)
def test_every_style_of_quotation_marks(left: str, right: str) -> None:
    """A quotation is a quotation in any style, and goes on with its speaker in the next sentence."""
    text = f"{left}The pier isn't safe,{right} Orme said. {left}We don't use it.{right} The rain stopped."
    (found,) = statements(text)
    assert found.content.text == f"{left}The pier isn't safe,{right} {left}We don't use it.{right}"
    assert len(found.content.spans) == 2
    assert found.kind == "direct"
    assert found.sentences == (1, 2)


def test_single_marks_with_apostrophes_plurals_and_nesting() -> None:
    """Straight single marks are told from apostrophes, from plural possessives and from an inner quotation."""
    text = (
        "'The pilots' boats aren't ours,' Orme said. 'The H.P.A.'s notice calls them 'guests,' and that's wrong.' "
        "The owners' lawyers left."
    )
    (found,) = statements(text)
    assert found.content.text == (
        "'The pilots' boats aren't ours,' 'The H.P.A.'s notice calls them 'guests,' and that's wrong.'"
    )


def test_unbalanced_marks_end_with_their_paragraph() -> None:
    """A mark that is never closed swallows nothing of the next paragraph."""
    found = said('Orme said: "We are ready.\nThe rain stopped and the ferry left.\n"We go," Vale said.')
    assert [(f.source, f.content) for f in found] == [("Orme", '"We are ready.'), ("Vale", '"We go,"')]


def test_scare_quotes_and_titles_are_no_statements() -> None:
    """Words in quotation marks that nobody says are left alone."""
    assert said("The so-called “harbour miracle” ended in May. Critics loved “The Long Pier” and its cast.") == []


def test_a_quotation_opens_for_the_speaker_named_after_it() -> None:
    """Several quoted sentences before the cue are one statement."""
    (found,) = said("“It is late. The tide is out,” Orme said.")
    assert found.content == "“It is late. The tide is out,”"


def test_two_speakers_in_one_paragraph_stay_apart() -> None:
    """Each quotation goes to its own speaker."""
    found = said("“We go,” Orme said. “Now.” But Vale replied: “We stay.”")
    assert [(f.source, f.content) for f in found] == [("Orme", "“We go,” “Now.”"), ("Vale", "“We stay.”")]


def test_a_quotation_with_no_speaker_near_is_nobody_s() -> None:
    """A quotation that the writer's own sentences part from every speaker is given to none of them."""
    text = "“All is lost.” The ferry left at noon. It carried mail. Vale came late. “We stay,” Vale said."
    (found,) = said(text)
    assert (found.source, found.content) == ("Vale", "“We stay,”")


def test_a_speaker_with_office_and_firm_between_name_and_verb() -> None:
    """The name is found over an apposition and a relative clause, also when a word of them could be a verb."""
    (found,) = said("“It shifted,” Ida Orme, claims director at Brule Mutual, which insures the hull, said on Monday.")
    assert found.source == "Ida Orme, claims director at Brule Mutual, which insures the hull"


def test_words_inside_another_statement_are_not_a_statement_of_their_own() -> None:
    """What somebody is reported to say that others say stays one statement."""
    (found,) = said("Orme said that the builders claimed the pier was safe.")
    assert found.source == "Orme"


def test_one_quoted_by_a_document_is_the_source() -> None:
    """`The release quoted X as saying`: X speaks."""
    (found,) = said("The release quoted the harbour master, Ida Orme, as saying the pier was “quite safe.”")
    assert found.source is not None
    assert "Ida Orme" in found.source
    assert found.content == "the pier was “quite safe.”"


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The town recovered after six years under Karl Vale, who had run the yard and accused it of fraud.", "who",
         "accused"),
        ("The port was sold to Karl Vale, who cut the staff, closed the yard and denounced the union.", "who",
         "denounced"),
        ("The town bought it from the trust, which had owned the pier and claimed it was safe.", "which", "claimed"),
        ("Ida Orme followed Karl Vale, who left in May after denying that the pier had sunk.", "who", "denying"),
        ("The man who built the pier and accused the council of fraud has died.", "who", "accused"),
        ("The mayor, who ran the yard, resigned and accused the council of fraud.", "The mayor, who ran the yard",
         "accused"),
        ("The mayor met the man who built the pier and accused the council of fraud.", "The mayor", "accused"),
        ("The man who built the pier resigned and accused the council of fraud.", "The man who built the pier",
         "accused"),
    ],
)  # fmt: skip
def test_a_verb_joined_inside_a_relative_clause_has_its_subject(text: str, source: str, cue: str) -> None:
    """`X, who did this and accused Y`: who accuses is X, unless the clause is over before the verb."""
    (found,) = said(text)
    assert (found.source, found.cue) == (source, cue)


def test_who_in_a_relative_clause_is_the_person_named_before_it() -> None:
    """The actor behind `who` is the antecedent, not the subject of the sentence."""
    text = "The ministry recovered after years under Karl Vale, who had run the yard and accused it of fraud."
    summary = summarise(article(text))
    (statement,) = summary.statements
    assert [a.name for a in summary.actors if a.id == statement.actor] == ["Karl Vale"]


def test_headline_colon() -> None:
    """A speaker before a colon in the first line speaks."""
    found = said("Orme: No deal on the pier\n\nIt rained all day.")
    assert [(f.source, f.cue, f.content) for f in found] == [("Orme", ":", "No deal on the pier")]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Orme said the pier was safe.", "assert"),
        ("Orme denied that the pier was closed.", "deny"),
        ("“There is no contract with the yard,” Orme said.", "deny"),
        ("“Let me be clear,” Orme said. “There is no contract with the yard.”", "deny"),
        ("“The town has signed no contract,” Orme said.", "deny"),
        ("“I don't think it matters,” Orme said.", "assert"),
        ("Orme accused the yard of greed.", "accuse"),
        ("Orme promised to rebuild the pier.", "promise"),
        ("Orme urged the council to act.", "demand"),
        ("Orme admitted that the pier had sunk.", "concede"),
        ("Orme declined to comment on the pier.", "decline"),
        ("The yard did not respond to a request for comment.", "decline"),
        ("Orme warned that the pier could sink.", "warn"),
        ("Orme asked whether the pier was safe.", "ask"),
        ("Orme did not deny that the pier was closed.", "assert"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    """The reporting verb and its negation say what the speaker does."""
    (found,) = said(text)
    assert found.stance == stance


@pytest.mark.parametrize(
    ("language", "text", "source", "content", "stance"),
    [
        ("es", "«No hay contrato», dijo la alcaldesa Ida Orme.", "la alcaldesa Ida Orme", "«No hay contrato»", "deny"),
        ("es", "El alcalde afirmó que el muelle es seguro.", "El alcalde", "que el muelle es seguro", "assert"),
        ("fr", "« Le quai est sûr », a déclaré Ida Orme mardi.", "Ida Orme", "« Le quai est sûr »", "assert"),
        ("fr", "Selon la mairie, le quai est fermé.", "la mairie", "le quai est fermé", "assert"),
        ("de", "„Der Kai ist sicher“, sagte der Minister Karl Orme.", "der Minister Karl Orme",
         "„Der Kai ist sicher“", "assert"),
        ("de", "Orme erklärte, der Kai sei sicher.", "Orme", "der Kai sei sicher", "assert"),
        ("pt", "“O cais é seguro”, disse o ministro Paulo Orme.", "o ministro Paulo Orme", "“O cais é seguro”",
         "assert"),
        ("it", "«Il molo è sicuro», ha detto Ida Orme.", "Ida Orme", "«Il molo è sicuro»", "assert"),
        ("it", "Orme ha affermato che il molo è sicuro.", "Orme", "che il molo è sicuro", "assert"),
    ],
)  # fmt: skip
def test_other_languages(language: str, text: str, source: str, content: str, stance: str) -> None:
    """Quotation marks and reporting verbs of Spanish, French, German, Portuguese and Italian."""
    (found,) = summarise(article(text).model_copy(update={"language": language})).statements
    assert (found.source.text if found.source else None) == source
    assert found.content.text == content
    assert found.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "'" * 10,
        "“",
        "他说：「今天天气很好。」然后离开了。",
        "said said said",
        "According to",
        ", he said",
        "\x00 said \x00",
    ],
)
def test_odd_texts_do_not_break(text: str) -> None:
    """Empty, foreign and broken texts give a summary; every span is a slice of the text."""
    summary = summarise(article(text))
    for statement in summary.statements:
        for words in (statement.source, statement.cue, statement.content):
            if words is not None:
                assert words.text == " ".join(text[a:b] for a, b in words.spans)


def test_a_whole_book_takes_linear_time() -> None:
    """Ordinary prose of 50,000 words: four times the text, about four times the time."""
    page = (
        "Mayor Ida Orme said on Monday that the pier was safe. “We go,” Karl Vale replied. “Now.” The port, which had "
        "lost 4,000 tons of coal in 2019, declined to comment. It is unclear who will pay.\n\n"
    )
    small, large = (article(page * (words // len(page.split()))) for words in (12_500, 50_000))
    assert grows_less(summarise, small, large, 8)


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "'a ",
        "he said ",
        '"Yes it is," he said, ',
        "according to ",
        "the man, who said, ",
        "word ",
        "Ann Orme ",
        "the man and ",
    ],
)
def test_hostile_texts_take_linear_time(unit: str) -> None:
    """One line of a hundred thousand marks, cues or names: four times the text, about four times the time."""
    small, large = (article(unit * (size // len(unit))) for size in (50_000, 200_000))
    assert grows_less(summarise, small, large, 10)


def test_a_denied_content_keeps_its_not() -> None:
    """`Promised not to open` keeps the not; `asked not to be named` is no statement, it describes the source."""
    kept = statements("The mayor promised not to open the gate before Friday.")
    assert [a.content.text for a in kept] == ["not to open the gate before Friday"]
    unnamed = statements("Two officials who asked not to be named told the paper that the ferry had been offered.")
    assert [(a.source.text, a.content.text) for a in unnamed if a.source] == [
        ("Two officials who asked not to be named", "that the ferry had been offered")
    ]
