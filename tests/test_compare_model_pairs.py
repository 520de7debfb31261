"""What of a model's pairs and updates holds: each claimed difference is looked for in the words of both items."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from brief.compare.by_model import ModelComparison, compare
from brief.compare.pair_check import check_pair
from brief.items import Item, verified_items
from brief.schema import Article, Span, Words
from brief.spans import evidence
from brief.wire import WirePair
from tests.articles import article
from tests.quarry import (
    ARTICLES,
    DENIAL,
    NUMBER,
    Scripted,
    asking,
    compared,
    event,
    only,
    pair,
    reasons,
    run,
    summaries,
)


def told_twice(first: str, second: str, reply: dict[str, Any]) -> ModelComparison:
    """Compare two articles of one event each by a scripted model."""
    articles = (article(first, "one", published="2026-03-02"), article(second, "two", published="2026-03-04"))
    empty = summaries()[0].model_copy(update={"attributions": (), "actors": (), "figures": ()})
    made = [
        empty.model_copy(update={"article": of.id, "events": (event(of, "e1", text),)})
        for of, text in zip(articles, (first, second), strict=True)
    ]
    return compare(articles, made, Scripted(reply), asking("compare"))


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (pair("S1.a2", "S9.a9", "direct_denial"), "there is no item S9.a9"),
        (pair("S1.a2", "<b>“x”</b>", "direct_denial"), "there is no item ?b??x???b?"),
        (pair("S1.a2", "S1.a2", "direct_denial"), "both sides are one item"),
        (pair("S1.a1", "S2.a3", "number"), "two different numbers"),
        (pair("S1.a2", "S2.e1", "number"), "two different numbers"),
        (pair("S1.a1", "S1.a3", "direct_denial"), "neither side negates"),
        (pair("S1.H", "S2.a1", "headline_vs_body"), "a headline and an item of the same article"),
        (pair("S1.a1", "S1.a2", "headline_vs_body"), "a headline and an item of the same article"),
        (pair("S1.a2", "S2.a1", "reversal"), "one speaker"),
        (pair("S1.a2", "S1.a3", "policy_split"), "two speakers"),
        (pair("S1.e1", "S1.a3", "date_or_sequence"), "two different times"),
        (pair("S1.a2", "S2.a1", "place", differs="One road is in Oslo, one in Bergen."), "two different places"),
        (pair("S1.a2", "S2.a1", "identity_or_name", differs="The payer differs."), "two different names"),
    ],
)
def test_pairs_that_do_not_hold_are_rejected_with_the_reason(bad: dict[str, Any], why: str) -> None:
    """A pair that points nowhere, or whose items do not differ as claimed, is left out; the good one stays."""
    made = run(compared(bad, DENIAL))
    assert only(made).kind == "direct_denial"
    assert why in reasons(made)


def test_two_days_of_one_event_hold() -> None:
    """The days come from the texts, not from the model."""
    made = run(compared(pair("S1.e1", "S2.e1", "date_or_sequence", topic="quarry shut")))
    assert (only(made).a.value, only(made).b.value) == ("2026-03-02", "2026-03-03")


def test_a_headline_is_held_against_its_own_article() -> None:
    """The headline is the first side, whichever way round the model gave the two."""
    two = pair("S2.a3", "S2.H", "headline_vs_body", topic="quarry", differs="The headline waits, the body has a month.")
    assert only(run(compared(two))).a.evidence[0].field == "title"


def test_a_denial_has_the_denying_side_second() -> None:
    """A denial is turned round when the model gave the denier first."""
    assert only(run(compared(pair("S2.a1", "S1.a2", "direct_denial")))).b.speaker == "Runa Vik"


def test_one_pair_twice_is_one_contradiction() -> None:
    """The same two places, either way round and under two kinds, are one; the narrower kind wins."""
    made = run(compared(pair("S1.a2", "S2.a1", "framing"), DENIAL, pair("S2.a1", "S1.a2", "direct_denial")))
    assert only(made).kind == "direct_denial"


def test_two_facts_of_one_pair_of_sentences_are_two() -> None:
    """Two kinds of fact about the same two places stand side by side; a looser kind beside them does not."""
    made = run(compared(NUMBER, {**NUMBER, "kind": "cause"}, {**NUMBER, "kind": "framing"}))
    assert sorted(c.kind for c in made.comparison.contradictions) == ["cause", "number"]


def test_places_that_repeat_a_side_are_its_further_evidence() -> None:
    """`also` items stand behind the side's first words, when they differ from the other side as it does."""
    one = {**DENIAL, "also_b": ["S3.a1", "S2.a2", "S9.a1"]}
    made = run(compared(one))
    assert [e.article for e in only(made).b.evidence] == ["two", "three"]
    assert [r.item.partition("also ")[2] for r in made.rejected] == ["S2.a2", "S9.a1"]


def test_a_pair_is_kept_under_the_kind_that_its_words_bear() -> None:
    """A kind that the items don't bear gives way to one that they do, when both sides' words are named."""
    told = "Aker says that the road was paid, Vik that nobody gave anything."
    assert only(run(compared(pair("S1.a2", "S2.a1", "reversal", differs=told)))).kind == "policy_split"
    assert only(run(compared(pair("S1.a2", "S2.a1", "number", differs=told)))).kind == "direct_denial"


def test_a_denial_may_do_without_a_negation() -> None:
    """Two items that can't both be so are a denial when what differs is named in the words of both."""
    told = "One says that the quarry was shut, the other that it will open again."
    assert only(run(compared(pair("S1.e1", "S2.a3", "direct_denial", differs=told)))).kind == "direct_denial"


@pytest.mark.parametrize(
    ("first", "second", "kind", "why"),
    [
        ("About 1,200 people work at the pit.", "It has 1,187 people on its list.", "number", "they agree"),
        ("The pit is 6 miles from the sea.", "The sea is about 9.7 km from the pit.", "number", "they agree"),
        ("The pit was shut in May.", "“If the pit is not shut, we walk out.”", "direct_denial", "a condition"),
        ("The pit was shut in May.", "In May the pit was shut.", "framing", "say the same"),
    ],
)
def test_pairs_that_only_look_different_are_refused(first: str, second: str, kind: str, why: str) -> None:
    """Rounding, another unit, a condition and the same words in another order are no contradiction."""
    made = told_twice(first, second, compared(pair("S1.e1", "S2.e1", kind, differs=f"{first[:-1]} or {second[1:-1]}")))
    assert not made.comparison.contradictions
    assert why in reasons(made)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("The bill passed by 71 votes to 68.", "It passed by 72 votes to 67.", "number"),
        ("Six miners died in the pit.", "Nobody died in the pit.", "number"),
        ("The shift began at half past one.", "The shift began at dawn.", "date_or_sequence"),
        ("The boatman was named as Hamid Orr.", "The boatman is one Yusef Hale.", "identity_or_name"),
        ("Lloyd lived in Mold.", "Der Wagen stand in Husum.", "place"),
    ],
)
def test_pairs_that_differ_in_other_forms_are_kept(first: str, second: str, kind: str) -> None:
    """Close counts, a count against none, hours in words, names that the model does not spell out, two languages."""
    made = told_twice(first, second, compared(pair("S1.e1", "S2.e1", kind, differs="The two differ on the matter.")))
    assert only(made).kind == kind


def test_a_later_value_is_an_update_and_no_contradiction() -> None:
    """An update holds two different numbers, the later one later; what is told as one is not told as a conflict too."""
    made = run(compared(NUMBER, DENIAL, updates=[("S1.a1", "S2.a2"), ("S2.a2", "S1.a1"), ("S1.a1", "S2.a3")]))
    (update,) = made.comparison.updates
    assert (update.id, update.earlier.value, update.later.value) == ("l1", "640", "410")
    assert update.differs == "The number was 640, and later 410."
    assert only(made).kind == "direct_denial"
    assert [r.reason for r in made.rejected] == [
        "S1.a1 is not known to be later",
        "the two items do not hold two different numbers of one sort",
        "it is told as an update",
    ]


def test_a_count_of_at_least_so_many_is_updated_by_a_higher_one() -> None:
    """`At least` and a higher number don't contradict each other, and are two values of an update."""
    first, second = "At least 14 miners had died in the pit.", "The number of dead rose to 17."
    both = compared(pair("S1.e1", "S2.e1", "number"), updates=[("S1.e1", "S2.e1")])
    made = told_twice(first, second, both)
    assert not made.comparison.contradictions
    assert [(u.earlier.value, u.later.value) for u in made.comparison.updates] == [("14", "17")]


def test_the_stretch_that_differs_stands_first() -> None:
    """Of a statement in two stretches that one is printed first which has what the other side lacks."""
    of = article("“The road is old,” said Vik. “Tar makes it slippery in May.”", "two", published="2026-03-04")
    other = article("The road is slippery, for it is old.", "one", published="2026-03-02")
    base = summaries()[1]
    at = [Span(of.text.index(t), of.text.index(t) + len(t)) for t in ("“The road is old,”", "“Tar makes it slippery")]
    two = base.attributions[0].model_copy(
        update={"content": Words(spans=tuple(at), text=" ".join(of.text[s.start : s.end] for s in at))}
    )
    made = (
        base.model_copy(
            update={
                "article": "one",
                "attributions": (),
                "actors": (),
                "events": (event(other, "e1", "The road is slippery"),),
            }
        ),
        base.model_copy(update={"attributions": (two,), "actors": (), "events": ()}),
    )
    reply = compared(
        pair("S1.e1", "S2.a1", "cause", differs="The road is slippery because of tar or because it is old.")
    )
    side = only(compare((other, of), made, Scripted(reply), asking("compare"))).b
    assert [e.text for e in side.evidence] == ["“Tar makes it slippery", "“The road is old,”"]


def test_a_denial_inside_the_words_that_it_denies_holds() -> None:
    """Where one item stands in the other, the longer one keeps its own words; without any, there is no pair."""
    claim = "The union says that the port owes it ten million crowns, "
    denial = "a claim that the port has rejected outright"
    of = article(f"{claim}{denial}.", "one", published="2026-03-02")
    long, short = (_item(of, name, words) for name, words in (("S1.a1", claim + denial), ("S1.a2", denial)))
    nested = WirePair.model_validate(
        pair("S1.a1", "S1.a2", "direct_denial", differs="The union says that the port owes it; the port rejected it.")
    )
    held = check_pair(nested, {"S1.a1": long, "S1.a2": short})
    assert not isinstance(held, str)
    assert (held.evidence_a[0].text, held.evidence_b[0].text) == (claim.rstrip(", "), denial)
    assert check_pair(nested, {"S1.a1": long, "S1.a2": _item(of, "S1.a2", claim + denial)}) == (
        "both sides are the same words"
    )


def _item(of: Article, name: str, words: str) -> Item:
    at = of.text.index(words)
    first = verified_items(ARTICLES, summaries(), ())[0]
    told = evidence(of, Span(at, at + len(words)))
    whole = evidence(of, Span(0, len(of.text)))
    return replace(first, id=name, article=of.id, kind="statement", evidence=(told,), sentence=whole)
