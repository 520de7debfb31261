"""Actors: one person or body under all its names, in an article and across a set."""

from __future__ import annotations

import pytest

from brief.actors import merge_actors
from brief.schema import Actor, Summary
from brief.summarise.by_rules import summarise
from tests.articles import article


def read(text: str) -> Summary:
    """The summary of a text."""
    return summarise(article(text))


def speakers(text: str) -> list[str | None]:
    """The name of each statement's actor, None where it is not resolved."""
    summary = read(text)
    names = {a.id: a.name for a in summary.actors}
    return [names[s.actor] if s.actor else None for s in summary.statements]


def actor(name: str, kind: str = "person", role: str | None = None, aliases: tuple[str, ...] = ()) -> Actor:
    """An actor of one article."""
    return Actor.model_validate(
        {"id": "p1", "name": name, "aliases": aliases, "role": role, "kind": kind, "mentions": ()}
    )


def test_title_and_surname_are_the_full_name() -> None:
    """`Ms. Orme` and `Orme` are Ida Orme, with her office as role."""
    text = "Mayor Ida Orme said the pier was safe. Ms. Orme added that it was old. Orme said it would stay."
    assert speakers(text) == ["Ida Orme"] * 3
    (found,) = read(text).actors
    assert (found.role, found.kind, found.aliases) == ("Mayor", "person", ("Orme",))
    assert len(found.mentions) == 3


@pytest.mark.parametrize(("short", "full"), [("Terry", "Terrance"), ("Bill", "William"), ("Josie", "Josephine")])
def test_a_short_first_name_is_the_same_person(short: str, full: str) -> None:
    """Short forms join when the surname is equal, roles agree and nobody else bears it."""
    assert (
        speakers(f"Engineer {full} Vane said it was safe. Mr. Vane left. {short} Vane said it was old.")
        == [f"{full} Vane"] * 2
    )


def test_two_people_of_one_surname_stay_two() -> None:
    """Different first names are different people, and a bare surname that fits both is left open."""
    text = "Paul Orme said it was safe. Ida Orme said it was old. Orme said it would stay."
    assert speakers(text)[:2] == ["Paul Orme", "Ida Orme"]
    assert len({a.id for a in read(text).actors if a.kind == "person"}) == 2
    assert speakers("Paul Orme met Ida Orme. Mrs. Orme said it would stay.")[0] == "Ida Orme"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Harbour Works Agency opened a quay. The H.W.A. announcement said that it was safe.",
            "Harbour Works Agency",
        ),
        ("The Harbour Works Agency opened a quay. The agency's statement said that it was safe.", None),
        ("Ida Orme opened a quay. Ms. Orme's letter said that it was safe.", "Ida Orme"),
        ("Ida Orme opened a quay in Tarn. The Tarn report said that it was safe.", None),
        ("The Harbour Works Agency met the Salvage Union. The statement said that it was safe.", None),
    ],
)
def test_whoever_issues_a_document_speaks_in_it(text: str, who: str | None) -> None:
    """An announcement of a named body is that body's, a letter of a person that person's; a place issues nothing."""
    (told,) = speakers(text)
    assert told == who if who else told not in ("Ida Orme", "Salvage Union", "Tarn")


def test_an_acronym_is_its_body() -> None:
    """Dotted, undotted and spelled out: one body; `the agency` is the one agency of the article."""
    text = (
        "The Pier Safety Administration said it was safe. The P.S.A. said it was old. The PSA said it would stay. "
        "The agency said it was sure."
    )
    assert speakers(text) == ["Pier Safety Administration"] * 4


def test_pronouns_stand_for_the_last_fitting_speaker() -> None:
    """`she` and `he` are resolved by speaker, subject and gender; two that fit as well are left open."""
    assert speakers("Mayor Ida Orme said it was safe. She said it was old.") == ["Ida Orme"] * 2
    assert speakers("Ms. Orme met Mr. Vale. He said it was safe. She said it was old.") == ["Vale", "Orme"]
    assert speakers("Nobody came. He said it was safe.") == [None]


def test_relatives_stand_for_what_they_follow() -> None:
    """`who` is the person before it."""
    assert speakers("Ida Orme, who said the pier was safe, left.") == ["Ida Orme"]


def test_the_president_is_the_one_president_of_the_article() -> None:
    """An office stands for the one named person who holds it; with two holders it is left open."""
    assert speakers("President Ida Orme said it was safe. The president said it was old.") == ["Ida Orme"] * 2
    two = "President Ida Orme met President Paul Vale. The president said it was old."
    assert speakers(two) == [None]


def test_unnamed_sources_are_kept_as_described() -> None:
    """Each mention of unnamed people is an actor of its own: they are never added up."""
    text = "Two officials said it was safe. Later, two officials said it was old."
    unnamed = [a for a in read(text).actors if a.kind == "unnamed"]
    assert [a.name.lower() for a in unnamed] == ["two officials", "two officials"]
    assert len({s.actor for s in read(text).statements}) == 2


def test_places_days_and_nations_are_no_actors() -> None:
    """Only people and bodies are listed."""
    text = "It rained in Paris on Monday in March. Canadian towns were dry. Mayor Ida Orme left."
    assert [a.name for a in read(text).actors] == ["Ida Orme"]


def test_every_mention_is_a_slice_that_holds_a_name() -> None:
    """Mentions point at names in the text."""
    text = "Mayor Ida Orme spoke. Ms. Orme said the H.P.A. was wrong."
    for found in read(text).actors:
        for span in found.mentions:
            assert text[span.start : span.end] in (found.name, *found.aliases)


def test_actors_of_a_set() -> None:
    """Across articles: names, short forms and acronyms are joined, unnamed sources never."""
    merged = merge_actors(
        {
            "a": [
                actor("Terrance Vane", role="harbour master"),
                actor("Pier Safety Administration", "body"),
                actor("two officials", "unnamed"),
            ],
            "b": [actor("Terry Vane"), actor("P.S.A.", "body"), actor("two officials", "unnamed")],
            "c": [actor("Vane", role="harbour master")],
        }
    )
    assert [(a.id, a.name, len(a.members)) for a in merged] == [
        ("A1", "Terrance Vane", 3),
        ("A2", "Pier Safety Administration", 2),
        ("A3", "two officials", 1),
        ("A4", "two officials", 1),
    ]
    assert merged[0].members == ("a/p1", "b/p1", "c/p1")


def test_same_surnames_of_a_set_stay_apart() -> None:
    """Two first names are two people; a bare surname that fits both joins neither."""
    merged = merge_actors({"a": [actor("Paul Orme")], "b": [actor("Ida Orme")], "c": [actor("Orme")]})
    assert [a.members for a in merged] == [("a/p1",), ("b/p1",), ("c/p1",)]


def test_unnamed_sources_are_never_merged_nor_added_up() -> None:
    """Each description stays an actor of its own in its words, in one article and across two."""
    text = (
        "Three people familiar with the talks said it was dead. Two people familiar with the talks said it was alive. "
        "Two officials briefed on the plan, who spoke on condition of anonymity, said it would go on. "
        "One of the officials said it was late. Two people familiar with the talks said it was over."
    )
    descriptions = [
        "Three people familiar with the talks",
        "Two people familiar with the talks",
        "Two officials briefed on the plan, who spoke on condition of anonymity",
        "One of the officials",
        "Two people familiar with the talks",
    ]
    assert speakers(text) == descriptions
    summary = read(text)
    assert len({s.actor for s in summary.statements}) == 5
    assert {a.kind for a in summary.actors} == {"unnamed"}
