"""Open questions: what the words of one article leave unanswered, and which of them a set asks."""

from __future__ import annotations

import pytest

from brief.compare.by_rules import ground_of
from brief.compare.disputes import of_dispute
from brief.compare.questions import set_questions
from brief.schema import Article, Contradiction, Evidence, OpenQuestion, Side
from brief.sentences import split_sentences
from brief.summarise.by_rules import summarise
from brief.summarise.questions import find_questions
from brief.verify import verify
from tests.articles import article

HARBOUR = """The sluice at Tarn was opened on Monday night, and the harbour lost four boats.

Harbour master Ines Vold said that the gate had been locked. Its key hangs in the office.

The company that runs the sluice did not respond to questions about the gate. It is not known who opened the sluice.

The market was busy all the same. Fish sold well.

A report on the sluice is due in the autumn; no date has been set for it."""


def _questions(text: str) -> tuple[OpenQuestion, ...]:
    return find_questions(article(text, published="2026-03-11"), split_sentences(text), ())


def _asked(*articles: Article, contradictions: tuple[Contradiction, ...] = ()) -> tuple[OpenQuestion, ...]:
    summaries = [verify(a, summarise(a)) for a in articles]
    return set_questions(articles, summaries, contradictions, ground_of(articles, summaries).passages)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Harbour Office did not respond to a request for comment.", "no_reply"),
        ("Her lawyer declined to comment.", "no_reply"),
        ("La empresa no respondió a las preguntas.", "no_reply"),
        ("Das Amt wollte sich nicht äußern.", "no_reply"),
        ("Le maire n’a pas répondu.", "no_reply"),
        ("It was unclear who had opened the sluice.", "unclear"),
        ("The mayor would not say who pays for the boats.", "unclear"),
        ("How the crate came aboard remains unknown.", "unclear"),
        ("Whether the boats can be raised, nobody at the yard could say.", "unclear"),
        ("The owner of the boats has not been named.", "unclear"),
        ("On ignore qui a ouvert la vanne.", "unclear"),
        ("Unklar ist, wer die Schleuse öffnete.", "unclear"),
        ("Se desconoce cuántos barcos faltan.", "unclear"),
        ("No date was given for the reopening; no date is known.", "undated"),
        ("The council has not said when it will meet.", "undated"),
        ("The commission will publish its report in June.", "announced"),
        ("The log of the sluice has not been made public.", "announced"),
        ("Der Bericht wird im Herbst erwartet.", "announced"),
        ("The court will rule in December.", "announced"),
    ],
)
def test_what_the_text_leaves_open_is_a_question(text: str, kind: str) -> None:
    """No reply, not known or not said, no date, a paper unseen, a decision to come: each raises one of its kind."""
    (found,) = _questions(text)
    assert found.kind == kind
    assert found.evidence[0].text == text
    assert found.evidence[0].field == "text"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the sluice on Monday.",
        "Nobody was hurt in the yard.",
        "She said the boats were paid for.",
        "It is clear who opened the sluice.",
        "The infection does not respond to antibiotics.",
        "Forty families depend on the harbour.",
        "He told reporters that he would buy the boats.",
    ],
)
def test_plain_news_raises_no_question(text: str) -> None:
    """A plain statement leaves nothing open, nor does a sickness that answers to no medicine."""
    assert _questions(text) == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Later the Harbour Office of Tarn did not respond to questions.", "Harbour Office of Tarn"),
        ("The mayor of Tarn could not be reached.", "mayor of Tarn"),
        ("In the evening, her lawyers declined to comment.", "her lawyers"),
        ("He did not reply.", None),
        ("Nobody at the yard would say who pays.", None),
    ],
)
def test_the_one_who_was_asked_can_answer(text: str, who: str | None) -> None:
    """The subject of the words of no reply could answer, and the question asks for it; a pronoun names nobody."""
    (found,) = _questions(text)
    if who is None:
        assert found.who is None
    else:
        assert found.who is not None
        assert found.who.endswith(who)
        assert who in found.question


def test_the_question_asks_for_what_is_missing() -> None:
    """A figure, a name, a reason or a yes that is withheld is asked for, in a fixed sentence."""
    asked = [
        _questions(f"The mayor would not say {what}.")[0].question
        for what in ("how many boats sank", "who opened the gate", "why it was open", "whether it was locked")
    ]
    assert asked == [
        "What figure can the mayor give?",
        "Whom can the mayor name?",
        "What reason can the mayor give?",
        "Can the mayor confirm it or not?",
    ]


def test_the_question_quotes_nothing() -> None:
    """Question and reason are fixed sentences: no quotation mark and no clause of the article."""
    (found,) = _questions('It was unclear whether "the green door" had been locked.')
    assert "green" not in found.question + found.why
    assert '"' not in found.question + found.why


def test_a_set_asks_few_questions_each_once() -> None:
    """Two articles that leave the same open ask it once, with the words of both; a set of two asks four at most."""
    asked = _asked(article(HARBOUR, "a", title="Sluice opened"), article(HARBOUR, "b", title="Boats lost at sluice"))
    assert 2 <= len(asked) <= 4
    assert all({e.article for e in q.evidence} == {"a", "b"} for q in asked)
    assert len({q.question for q in asked}) == len(asked)
    assert [q.id for q in asked] == [f"q{n}" for n in range(1, len(asked) + 1)]


def test_the_weightiest_contradictions_are_asked_with_both_names() -> None:
    """Of many open contradictions the weightiest few raise a question, which names both sides, or their outlets."""
    a, b = article(HARBOUR, "a", title="Sluice opened"), article(HARBOUR, "b", title="Boats lost at sluice")

    def side(of: Article, number: int, speaker: str | None) -> Side:
        s = split_sentences(of.text)[number]
        words = of.text[s.start : s.end]
        place = Evidence(article=of.id, field="text", sentence=s.number, start=s.start, end=s.end, text=words)
        return Side(speaker=speaker, actor=None, stance="assert", value=None, evidence=(place,))

    def contradiction(n: int, status: str) -> Contradiction:
        return Contradiction.model_validate(
            {
                "id": f"c{n}",
                "kind": "direct_denial",
                "status": status,
                "resolved_by": "b" if status == "resolved_by" else None,
                "topic": "gate",
                "a": side(a, 1, "Ines Vold"),
                "b": side(b, 1, "Tom Aar"),
                "differs": "One side affirms it; the other denies it.",
                "note": None,
                "would_settle": "A record would settle it.",
            }
        )

    asked = _asked(a, b, contradictions=tuple(contradiction(n, "open") for n in range(1, 8)))
    raised = [q.question for q in asked if q.kind == "unresolved"]
    assert 1 <= len(raised) <= 3
    assert raised[0] == "Which of the two holds: the account of Ines Vold, or that of Tom Aar?"
    assert not any(q.kind == "unresolved" for q in _asked(a, b, contradictions=(contradiction(1, "apparent"),)))


def test_a_side_without_a_speaker_is_the_outlets_article() -> None:
    """The outlet is not made the speaker of what its article reports: the question names its article."""
    words = Evidence(article="a", field="text", sentence=1, start=0, end=5, text="Words")
    silent, vold = (
        Side(speaker=name, actor=None, stance="assert", value=None, evidence=(words,)) for name in (None, "Ines Vold")
    )
    dispute = Contradiction(
        id="c1",
        kind="direct_denial",
        status="open",
        resolved_by=None,
        topic="gate",
        a=silent,
        b=vold,
        differs="One side affirms it; the other denies it.",
        note=None,
        would_settle="A record would settle it.",
    )
    ask = of_dispute(dispute, {"a": "The Tarn Post"}).question
    assert ask == "Which of the two holds: the account of the Tarn Post article, or that of Ines Vold?"


def test_a_later_article_answers() -> None:
    """What a later article settles in the same words is the answer; an earlier or a silent one answers nothing."""
    unknown = "It is not known who opened the sluice gate at Tarn on the night before the market."
    first = article(f"{unknown}\n\nThe boats are back.", "a", title="Sluice opened", published="2026-03-11")
    told = "A guard opened the sluice gate at Tarn on the night before the market, police found."
    later = article(f"{told}\n\nThe boats are back.", "b", title="Guard opened sluice", published="2026-03-14")
    answers = {q.answered_by.article for q in _asked(first, later) if q.answered_by is not None}
    assert answers == {"b"}
    same_day = later.model_copy(update={"published": "2026-03-11"})
    assert not any(q.answered_by for q in _asked(first, same_day))
