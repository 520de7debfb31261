"""The check of a summary against its article. Every corruption of a true statement is turned down with its reason."""

from __future__ import annotations

from typing import Any

import pytest

from brief.schema import (
    Actor,
    Event,
    Evidence,
    Figure,
    OpenQuestion,
    Span,
    Statement,
    Summary,
    VerifiedStatement,
    VerifiedSummary,
    Words,
)
from brief.verify import verify
from tests.articles import article

TEXT = (
    "Dora Lind, the harbour minister, met reporters on Monday. “We have not signed any accord,” she said. "
    "Four officers may travel to Ostrava next week, according to Karl Brandt.\n"
    "The weather was fine and many people walked by the sea that day.\n"
    "Mr. Brandt said the port would close."
)
ARTICLE = article(TEXT)


def at(words: str, nth: int = 0) -> Span:
    """Return where words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def words(text: str, nth: int = 0) -> Words:
    """Return words with their place in the text."""
    return Words(spans=(at(text, nth),), text=text)


LIND = Actor(
    id="lind",
    name="Dora Lind",
    aliases=(),
    role="harbour minister",
    kind="person",
    mentions=(at("Dora Lind"),),
)
BRANDT = Actor(
    id="brandt",
    name="Karl Brandt",
    aliases=("Mr. Brandt",),
    role=None,
    kind="person",
    mentions=(at("Karl Brandt"), at("Mr. Brandt")),
)
TRUE = Statement(
    id="a1",
    kind="direct",
    source=words("she"),
    cue=words("said"),
    content=words("“We have not signed any accord,”"),
    actor="lind",
    stance="deny",
    paraphrase=None,
    sentences=(2,),
)
TRAVEL = Statement(
    id="a2",
    kind="indirect",
    source=words("Karl Brandt"),
    cue=words("according to"),
    content=words("Four officers may travel to Ostrava next week"),
    actor="brandt",
    stance="assert",
    paraphrase="Brandt says that four officers may go to Ostrava.",
    sentences=(3,),
)


def check(*statements: Statement, **items: Any) -> VerifiedSummary:
    """Return the verified summary of some statements."""
    made = Summary(
        article="a",
        summariser="test",
        statements=statements,
        actors=items.pop("actors", (LIND, BRANDT)),
        events=items.pop("events", ()),
        figures=items.pop("figures", ()),
        questions=items.pop("questions", ()),
    )
    return verify(ARTICLE, made)


def only(summary: VerifiedSummary) -> VerifiedStatement:
    """Return the one statement of a summary, kept or not."""
    (statement,) = (*summary.attributions, *summary.not_supported)
    return statement


def test_true_statements_are_supported() -> None:
    """A quotation given to its speaker, and a paraphrase that adds nothing, hold and carry no reason."""
    summary = check(TRUE, TRAVEL)
    assert [s.verdict for s in summary.attributions] == ["supported", "supported"]
    assert all(not s.reasons for s in summary.attributions)
    assert not summary.not_supported
    assert not summary.rejected


@pytest.mark.parametrize(
    "claim",
    [
        "We have signed an accord",
        "We have never signed any accord",
        "We have not signed any accords",
        "we have not signed",
    ],
)
def test_words_that_the_article_does_not_have(claim: str) -> None:
    """A swapped, dropped or added word is not_found: there is no near match."""
    bad = TRUE.model_copy(update={"content": Words(spans=(), text=claim)})
    summary = check(bad)
    assert not summary.attributions
    assert only(summary).verdict == "not_found"
    assert only(summary).reasons == ("the words are not in the article",)


def test_words_claimed_at_another_place() -> None:
    """Offsets that slice to other words are not_found, also when the words stand elsewhere."""
    bad = TRUE.model_copy(update={"content": Words(spans=(Span(0, 9),), text="“We have not signed any accord,”")})
    assert only(check(bad)).verdict == "not_found"


def test_two_quotations_spliced_into_one() -> None:
    """Two true stretches joined as if they were one are not_found."""
    spliced = Words(spans=(), text="We have not signed any accord according to Karl Brandt")
    assert only(check(TRUE.model_copy(update={"content": spliced}))).verdict == "not_found"


@pytest.mark.parametrize("span", [Span(-3, 5), Span(5, 5), Span(10, 4), Span(0, 99_999)])
def test_offsets_outside_the_text(span: Span) -> None:
    """Offsets that are no stretch of the text are not_found, never an error."""
    bad = TRUE.model_copy(update={"content": Words(spans=(span,), text="x")})
    assert only(check(bad)).verdict == "not_found"


def test_words_without_offsets_are_located_and_copied_from_the_article() -> None:
    """A model's words are found through the folding, and what is kept is the article's own characters."""
    claimed = TRUE.model_copy(update={"content": Words(spans=(), text="We have not signed any accord")})
    content = only(check(claimed)).content
    assert content.text == "We have not signed any accord"
    assert content.spans == (at("We have not signed any accord"),)


def test_right_words_wrong_person() -> None:
    """Words that the text gives to somebody else are misattributed, with both names in the reason."""
    bad = TRAVEL.model_copy(update={"actor": "lind", "paraphrase": None})
    statement = only(check(bad))
    assert statement.verdict == "misattributed"
    assert "Karl Brandt" in statement.reasons[0]
    assert "Dora Lind" in statement.reasons[0]


def test_speaker_named_far_away() -> None:
    """A speaker named two paragraphs off is not established; the words are kept and say so."""
    far = TRUE.model_copy(update={"source": words("Mr. Brandt"), "actor": "brandt", "cue": None})
    statement = only(check(far))
    assert statement.verdict == "speaker_not_established"
    assert check(far).attributions == (statement,)


def test_pronoun_before_its_actor() -> None:
    """A pronoun stands for an actor only when that actor is named before it."""
    early = TRUE.model_copy(update={"actor": "brandt"})
    assert only(check(early)).verdict == "speaker_not_established"


def test_speaker_who_is_not_in_the_article() -> None:
    """An actor whose names the article does not have is dropped, and its statement is not established."""
    ghost = LIND.model_copy(update={"id": "ghost", "name": "Mara Voss", "mentions": ()})
    summary = check(TRUE.model_copy(update={"actor": "ghost"}), actors=(LIND, BRANDT, ghost))
    assert only(summary).verdict == "speaker_not_established"
    assert [r.item for r in summary.rejected] == ["actor ghost"]


@pytest.mark.parametrize(
    ("paraphrase", "reason"),
    [
        ("Brandt says that five officers may go to Ostrava.", "a number that the words lack: 5"),
        ("Brandt says that four officers may go to Prague.", "a name that the words lack: Prague"),
        ("Brandt says that four officers may not go to Ostrava.", "a negation in one and not in the other"),
        ("Brandt says that four officers will go to Ostrava.", "more certain than the words"),
    ],
)
def test_paraphrase_that_says_more_than_its_words(paraphrase: str, reason: str) -> None:
    """A changed number, name, negation or certainty: the paraphrase goes, listed as overstated; the words stay."""
    summary = check(TRAVEL.model_copy(update={"paraphrase": paraphrase}))
    (lost,) = summary.rejected
    assert (lost.item, lost.verdict) == ("paraphrase of a2", "overstated")
    assert reason in lost.reason
    assert only(summary).paraphrase is None
    assert only(summary).content == TRAVEL.content


def test_paraphrase_whose_words_are_lost_keeps_its_sentences() -> None:
    """Words not found in a sentence that exists: the item is kept as indirect speech with that sentence."""
    lost = TRAVEL.model_copy(update={"kind": "direct", "content": Words(spans=(), text="four of them may go")})
    statement = only(check(lost))
    assert statement.kind == "indirect"
    assert statement.content.text.startswith("Four officers may travel")
    nowhere = lost.model_copy(update={"sentences": (99,)})
    assert only(check(nowhere)).verdict == "not_found"


def _question(**change: Any) -> OpenQuestion:
    span = at("The weather was fine")
    item = Evidence(article="a", field="text", sentence=4, start=span.start, end=span.end, text="The weather was fine")
    return OpenQuestion(
        id="q1",
        kind="unclear",
        question="Is it?",
        why="it is not said",
        who=None,
        evidence=(item.model_copy(update=change),),
        answered_by=None,
    )


def _event(change: Words) -> Event:
    return Event(id="e1", what=change, when=None, date=None, basis="unknown", planned=False, sentence=1)


def _figure(change: Words) -> Figure:
    return Figure(
        id="f1", number=change, value="4", unit=None, counts="officers", qualifier="exact", statement=None, sentence=3
    )


@pytest.mark.parametrize(
    ("kind", "item"),
    [
        ("events", _event(Words(spans=(Span(0, 4),), text="Nora"))),
        ("figures", _figure(Words(spans=(Span(0, 4),), text="Five"))),
        ("questions", _question(text="The weather was foul")),
        ("questions", _question(article="b")),
    ],
)
def test_items_that_are_not_in_the_article(kind: str, item: Any) -> None:
    """An event, figure or question whose words are not there is listed as rejected, never dropped silently."""
    summary = check(**{kind: (item,)})
    assert not getattr(summary, kind)
    assert [r.item for r in summary.rejected] == [f"{kind[:-1]} {item.id}"]


@pytest.mark.parametrize(
    ("kind", "item"),
    [("events", _event(words("met reporters"))), ("figures", _figure(words("Four"))), ("questions", _question())],
)
def test_items_that_hold(kind: str, item: Any) -> None:
    """An event, figure or question whose words stand where it says is kept as it is."""
    assert getattr(check(**{kind: (item,)}), kind) == (item,)


def test_summary_of_another_article() -> None:
    """A summary can only be checked against its own article."""
    empty = Summary(article="b", summariser="t", statements=(), actors=(), events=(), figures=(), questions=())
    with pytest.raises(ValueError, match="summary of b"):
        verify(ARTICLE, empty)


def test_everything_is_accounted_for() -> None:
    """What goes in comes out, kept or not supported: nothing is lost and nothing is added."""
    bad = TRUE.model_copy(update={"id": "a9", "content": Words(spans=(), text="never said")})
    summary = check(TRUE, bad, TRAVEL)
    assert {s.id for s in summary.attributions} == {"a1", "a2"}
    assert [s.id for s in summary.not_supported] == ["a9"]
