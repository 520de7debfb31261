"""What the verifier leaves open and what it accepts: pronouns, nested reports, splices, asked ifs, names meant."""

from __future__ import annotations

from typing import Any

import pytest

from brief.schema import Actor, Span, Statement, Summary, VerifiedStatement, VerifiedSummary, Words
from brief.verify import verify
from brief.verify.paraphrase import overstatements
from tests.articles import article

TEXT = (
    "Karl Brandt met Mara Voss on Monday. Tom Reed was there too. The pier is sound, he said.\n"
    "And Rolf Stein spoke up, with the office of the former minister saying the pier was “a wreck”.\n"
    "A reporter asked if the pier would close. Mr. Reed asked Ms. Voss to sign the accord. "
    "She was not surprised, her aides said.\n"
    "“Some people look at the pier and say ‘what a mess’,” Mr. Brandt told a crowd.\n"
    "Mr. Brandt said it “has to be mended.”\n"
    "“Yes, I will pay,” Mr. Reed told the paper."
)
ARTICLE = article(TEXT)


def at(words: str) -> Words:
    """Return words with their first place."""
    start = TEXT.index(words)
    return Words(spans=(Span(start, start + len(words)),), text=words)


def actor(name: str, *aliases: str, kind: Any = "person") -> Actor:
    """Return an actor with the places of its names."""
    mentions = [Span(i, i + len(n)) for n in (name, *aliases) for i in range(len(TEXT)) if TEXT.startswith(n, i)]
    return Actor(id=name, name=name, aliases=aliases, role=None, kind=kind, mentions=tuple(mentions))


BRANDT = actor("Karl Brandt", "Mr. Brandt")
VOSS = actor("Mara Voss", "Ms. Voss")
REED = actor("Tom Reed", "Mr. Reed")
STEIN = actor("Rolf Stein")
OFFICE = actor("the office of the former minister", kind="body")
SAY = Words(spans=(Span(TEXT.index("say ‘"), TEXT.index("say ‘") + 3),), text="say")
ACTORS = (BRANDT, VOSS, REED, STEIN, OFFICE)


def claim(words: str, who: Actor, source: str, cue: str | None, paraphrase: str | None = None) -> Statement:
    """Return a statement as a summary has it."""
    return Statement(
        id="a1",
        kind="indirect",
        source=at(source),
        cue=at(cue) if cue else None,
        content=at(words),
        actor=who.id,
        stance="assert",
        paraphrase=paraphrase,
        sentences=(1,),
    )


def check(statement: Statement, ruled: Statement | None = None) -> VerifiedSummary:
    """Verify one statement beside what the rules make of the same words."""
    summary = Summary(
        article="a", summariser="model", statements=(statement,), actors=ACTORS, events=(), figures=(), questions=()
    )
    second = summary.model_copy(update={"summariser": "rules", "statements": (ruled,) if ruled else ()})
    return verify(ARTICLE, summary, second)


def judged(statement: Statement, ruled: Statement | None = None) -> VerifiedStatement:
    """Return the verdict on one statement."""
    made = check(statement, ruled)
    (only,) = (*made.attributions, *made.not_supported)
    return only


def test_a_pronoun_that_the_rules_read_otherwise_is_a_doubt() -> None:
    """Where the rules resolve “he” to another man the words are kept with that doubt; a woman can't be “he”."""
    he = Words(spans=(Span(TEXT.index("he said"), TEXT.index("he said") + 2),), text="he")
    ruled = claim("The pier is sound", BRANDT, "Karl Brandt", "said").model_copy(update={"source": he})
    doubted = judged(ruled.model_copy(update={"actor": REED.id}), ruled)
    assert doubted.verdict == "speaker_not_established"
    assert doubted.reasons == ("“he” may mean Karl Brandt here, and not Tom Reed",)
    assert judged(ruled.model_copy(update={"actor": VOSS.id}), ruled).verdict == "misattributed"


def test_a_body_of_a_person_is_not_refuted_by_the_person() -> None:
    """The office speaks, and the rules take the same words for the man: the grammar names the office."""
    words, source = "the pier was “a wreck”", "the office of the former minister"
    ruled = claim(words, STEIN, source, "saying")
    assert judged(claim(words, OFFICE, source, "saying")).verdict == "supported"
    assert judged(claim(words, OFFICE, source, "saying"), ruled).verdict == "supported"
    assert judged(claim(words, OFFICE, source, None), ruled).verdict == "speaker_not_established"


def test_after_asked_an_if_is_no_condition() -> None:
    """“asked if the pier would close” may be cut before the if; without a cue of asking it may not."""
    asked = claim("the pier would close", REED, "A reporter", "asked")
    assert judged(asked).verdict != "overstated"
    other = asked.model_copy(update={"cue": at("A reporter")})
    assert judged(other).verdict == "overstated"


def test_a_report_within_another_ones_words_stays_open() -> None:
    """What some people say inside Brandt's quotation is neither refuted nor established."""
    people = actor("Some people", kind="group")
    statement = claim("what a mess", people, "Some people", None).model_copy(update={"cue": SAY})
    summary = Summary(
        article="a",
        summariser="model",
        statements=(statement,),
        actors=(*ACTORS, people),
        events=(),
        figures=(),
        questions=(),
    )
    (kept,) = verify(ARTICLE, summary).attributions
    assert kept.verdict == "speaker_not_established"
    assert "in another's words" in kept.reasons[0]


def test_two_quotations_of_neighbouring_paragraphs_are_two() -> None:
    """One stretch that runs from Brandt's quotation into Reed's is not Brandt's."""
    both = claim("it “has to be mended.”\n“Yes, I will pay,”", BRANDT, "Mr. Brandt", "told")
    assert judged(both).verdict == "misattributed"
    assert judged(claim("it “has to be mended.”", BRANDT, "Mr. Brandt", None)).verdict == "supported"


@pytest.mark.parametrize(
    ("words", "source", "cue", "paraphrase", "kept"),
    [
        ("to sign the accord", "Mr. Reed", "asked", "Tom Reed asks Mara Voss to sign the accord.", True),
        ("to sign the accord", "Mr. Reed", "asked", "Tom Reed asks Karl Brandt to sign the accord.", False),
        ("She was not surprised", "her aides", "said", "Her aides say Mara Voss was not surprised.", True),
        ("She was not surprised", "her aides", "said", "Her aides say Rolf Stein was not surprised.", False),
    ],
)
def test_names_that_the_words_mean(words: str, source: str, cue: str, paraphrase: str, kept: bool) -> None:
    """A paraphrase may name whom the cue is directed at and whom a pronoun of the words means, and nobody else."""
    begin = at(f"{source} {cue}").spans[0].end - len(cue)
    verb = Words(spans=(Span(begin, begin + len(cue)),), text=cue)
    summary = check(claim(words, REED, source, None, paraphrase).model_copy(update={"cue": verb}))
    assert (summary.attributions[0].paraphrase is not None) is kept


HOLDS = [
    ("denied", "the crew had sold fuel", "Brandt denies that the crew had sold fuel."),
    ("reported", "high levels of lead", "Brandt reports high levels of lead."),
    ("accused", "the crew of selling fuel", "Brandt says that the crew sold fuel."),
    ("said", "the crew, whether we like it or loathe it, sold fuel", "Brandt says that the crew sold fuel."),
    ("said", "they left the pier so they could try again", "Brandt says that they left the pier."),
    ("said", "that adds up to 185 crews", "Brandt says that it adds up to 185 crews, or the 185 crews."),
    ("called for", "doubling the fee", "Brandt wants the fee doubled."),
    (
        "said",
        "Nor does Mrs. Lind have any plans to sell",
        "Brandt says that Mrs. Lind does not have any plans to sell.",
    ),
    ("warned", "against selling fuel", "Brandt warns that one should not sell fuel."),
    ("said", "that won't happen, that can't happen", "Brandt says that it won't happen and can't happen."),
    ("called", "the man who was not “honest”", "Brandt calls him the man who was not honest."),
]
FAILS = [
    ("", "the crew allegedly sold fuel", "Brandt says that the crew sold fuel.", "more certain"),
    ("accused", "the crew of selling fuel", "The crew sold fuel.", "more certain"),
    ("said", "they will decide whether to go or stay", "Brandt says that they will go.", "more certain"),
    ("said", "they left so they could try again", "Brandt says that they left and tried again.", "more certain"),
    ("said", "the mayor should resign", "Brandt says that the mayor will resign.", "more certain"),
    ("urged", "the crew to leave", "Brandt says that the crew will leave.", "more certain"),
    ("denied", "the crew had sold fuel", "Brandt denies that the crew had not sold fuel.", "negated in one"),
    (
        "said",
        "it isn't safe, and we are not safe",
        "Brandt says that it is safe and we are not safe.",
        "negated in one",
    ),
    ("said", "Karl Lind saw Dora Voss", "Brandt says that Karl Voss saw Dora Voss.", "lacks: Karl Voss"),
]


@pytest.mark.parametrize(("cue", "words", "paraphrase"), HOLDS)
def test_paraphrases_with_their_cue_hold(cue: str, words: str, paraphrase: str) -> None:
    """The cue counts as it stands before its words; saying it in other words takes no paraphrase off."""
    assert overstatements(paraphrase, words, cue=cue, speaker="Karl Brandt", article=words) == ()


@pytest.mark.parametrize(("cue", "words", "paraphrase", "reason"), FAILS)
def test_paraphrases_beyond_their_cue(cue: str, words: str, paraphrase: str, reason: str) -> None:
    """What looks like those and says more is still found."""
    found = overstatements(paraphrase, words, cue=cue, speaker="Karl Brandt", article=words)
    assert any(reason in f for f in found), found


@pytest.mark.parametrize("marked", ["‘crews would linger’", "‹crews would linger›", "'crews would linger'", "“crews”"])
def test_no_kind_of_quotation_mark_passes_in_a_paraphrase(marked: str) -> None:
    """A paraphrase that quotes is refused, whatever marks it uses; an apostrophe is none."""
    words = "the crews would linger until the boat sails for the workers' harbour"
    assert "quotation marks in a paraphrase" in overstatements(f"Lind said: {marked}", words, speaker="Lind")
    assert "quotation marks in a paraphrase" not in overstatements("Lind's crews linger", words, speaker="Lind")
