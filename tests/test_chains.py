"""Chains of attribution: through whom a statement came, and which origins count as independent."""

from __future__ import annotations

import pytest

from benchmarks.utterances import read
from brief.chains import find_chains
from brief.chains.origins import Origins, places
from brief.schema import Article
from brief.utterances import find_utterances
from tests.articles import article

Hands = list[tuple[str, str]]


def _hands(text: str) -> list[Hands]:
    """Return the chains of a text, each link as its kind and words, which must be the text's."""
    one = article(text)
    found = find_chains([one], *read([one]))
    links = [link for chain in found for link in chain.links]
    assert all(text[span.start : span.end] == link.words.text for link in links for span in link.words.spans)
    return [[(link.kind, link.words.text) for link in chain.links] for chain in found]


@pytest.mark.parametrize(
    ("text", "hands"),
    [
        (
            "The depot will close in June, two officials told the Harbour Times.",
            [("outlet", "the Harbour Times"), ("unnamed", "two officials")],
        ),
        (
            "The Harbour Times, citing three people familiar with the talks, reported that the minister would resign.",
            [("outlet", "The Harbour Times"), ("unnamed", "three people familiar with the talks")],
        ),
        (
            "The newspaper, quoting a person familiar with the plan, said the depot would close.",
            [("outlet", "The newspaper"), ("unnamed", "a person familiar with the plan")],
        ),
        (
            "The depot will close in June, according to a report in the Harbour Times that cited two engineers.",
            [("outlet", "a report in the Harbour Times"), ("unnamed", "two engineers")],
        ),
        (
            "Reuters reported that officials said the city would sue.",
            [("outlet", "Reuters"), ("unnamed", "officials")],
        ),
        (
            "Bloomberg reported on Monday that the bank would cut 400 jobs, according to people close to the board.",
            [("outlet", "Bloomberg"), ("unnamed", "people close to the board")],
        ),
        (
            "The memo, obtained by Reuters, said the bridge was unsafe.",
            [("outlet", "Reuters"), ("document", "The memo")],
        ),
        (
            "A senior official, speaking to Radio Brenn on condition of anonymity, said the talks had failed.",
            [("outlet", "Radio Brenn"), ("unnamed", "A senior official")],
        ),
        (
            '"The city will sue," Mayor Ilse Brandvold told Reuters.',
            [("outlet", "Reuters"), ("speaker", "Mayor Ilse Brandvold")],
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_through_whom_a_statement_came(text: str, hands: Hands) -> None:
    """From the reporting end to the origin; an outlet that was told something is the channel, not the speaker."""
    assert _hands(text) == [hands]


@pytest.mark.parametrize(
    "text",
    [
        "Three people familiar with the talks said the minister would resign.",
        "The president told reporters that the talks had failed.",
        "Mayor Ilse Brandvold, citing the cost of the works, said the tunnel would stay closed.",
        "The ministry said in a statement that the ferry was sound.",
        "The Harbour Times reported that the tunnel had been flooded.",
        "Mayor Ilse Brandvold told Captain Jon Vestergaard that the quay was full.",
    ],
)
def test_one_hand_is_no_chain(text: str) -> None:
    """A speaker in the article's own words has no chain; a listener who is no outlet is no hand, nor is a reason."""
    assert _hands(text) == []


def _origins(
    texts: dict[str, str], kept: dict[str, str] | None = None, outlets: dict[str, str] | None = None
) -> tuple[str, ...]:
    articles = [
        article(text, name, published="2031-03-04").model_copy(update={"outlet": (outlets or {}).get(name)})
        for name, text in texts.items()
    ]
    summaries, actors = read(articles)
    known = Origins(articles, summaries, actors, find_chains(articles, summaries, actors))
    told = [(s.article, t.id) for s in summaries for t in s.attributions]
    names = {actor.id: actor.name for actor in actors}
    return tuple(names.get(key, key) for key in known.origins(told, kept))


def test_a_named_speaker_is_one_origin_in_any_number_of_outlets() -> None:
    """What the mayor told Reuters and what she said at city hall come from the mayor."""
    assert _origins(
        {
            "s1": '"The city will sue the company," Mayor Ilse Brandvold told Reuters.',
            "s2": "Mayor Ilse Brandvold said the city would sue the company.",
            "s3": "The city would sue, the Sund Courier reported, quoting Mayor Ilse Brandvold.",
        }
    ) == ("Ilse Brandvold",)


def test_unnamed_sources_stay_apart_and_as_described() -> None:
    """Two officials of two articles are two descriptions, three people familiar are one; a copy adds nothing."""
    texts = {
        "s1": "Two officials said the depot would close in June.",
        "s2": "Two officials said the depot would close in June.",
        "s3": "Three people familiar with the talks said the depot would close in June.",
    }
    assert _origins(texts) == (
        "s1: two officials",
        "s2: two officials",
        "s3: three people familiar with the talks",
    )
    assert _origins(texts, {"s2": "s1"})[:2] == ("s1: two officials", "s3: three people familiar with the talks")


def test_two_reports_of_one_outlets_source_are_one_origin() -> None:
    """What two articles have from Reuters' officials is one voice, also beside the Reuters article itself."""
    texts = {
        "s1": "Two officials told Reuters that the depot would close in June.",
        "s2": "Reuters reported that the depot would close in June, citing two officials.",
        "s3": "Two officials said the depot would close in June.",
    }
    assert _origins({k: texts[k] for k in ("s1", "s2")}) == ("reuters: two officials",)
    assert _origins(texts, outlets={"s3": "Reuters"}) == ("s3: two officials",)


def test_the_origin_is_the_last_hand() -> None:
    """Behind what Reuters was told stands the unnamed source as described; a statement of one hand has no such link."""
    articles = [
        article("Three people familiar with the talks told Reuters that the depot would close.", "s1"),
        article("Mayor Ilse Brandvold said the depot would stay.", "s2"),
    ]
    summaries, actors = read(articles)
    known = Origins(articles, summaries, actors, find_chains(articles, summaries, actors))
    origin = known.origin_of(("s1", "a1"))
    assert origin is not None
    assert (origin.kind, origin.words.text) == ("unnamed", "Three people familiar with the talks")
    assert known.origin_of(("s2", "a1")) is None


def test_an_utterances_renderings_lead_to_its_speaker() -> None:
    """The places of an utterance are those of its statements: two texts, one origin."""
    articles: list[Article] = [
        article('"The city will sue the harbour company," Mayor Ilse Brandvold said.', name) for name in ("s1", "s2")
    ]
    summaries, actors = read(articles)
    (one,) = find_utterances(articles, summaries, actors)
    known = Origins(articles, summaries, actors, ())
    assert places(one) == (("s1", "a1"), ("s2", "a1"))
    assert known.origins(places(one)) == (one.actor,)
