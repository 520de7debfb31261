"""The verifier under attack: corrupted attributions are turned down, true ones are not, grammar tells who speaks."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from benchmarks.corruptions import CORRUPTIONS, PARAPHRASES, Item
from benchmarks.gold_items import from_seeds, paraphrased
from benchmarks.verifier import outcome, wilson
from brief.schema import Actor, Span, Statement, Summary, VerifiedStatement, Words
from brief.verify import verify
from tests.articles import article

ITEMS = [replace(item, by_rules=bool(n % 2)) for n, item in enumerate(from_seeds().items)]
PARAPHRASED = paraphrased()

NAMES = {
    "Dora Lind": "person",
    "Karl Brandt": "person",
    "Mara Voss": "person",
    "Harbour Board": "body",
    "Rail Ministry": "body",
}
INTRODUCED = "Dora Lind, Karl Brandt and Mara Voss met the Harbour Board and the Rail Ministry.\n"


def judged(
    text: str, words: str, speaker: str, mention: str | None = None, cue: str | None = None
) -> VerifiedStatement:
    """Return the verdict on words that are given to one of the people, in an article that introduces them all."""
    whole = INTRODUCED + text

    def at(part: str) -> Words:
        start = whole.rindex(part) if part == mention else whole.index(part, len(INTRODUCED))
        return Words(spans=(Span(start, start + len(part)),), text=part)

    actors = tuple(
        Actor(
            id=name,
            name=name,
            aliases=(name.split()[-1],) if kind == "person" else (),
            role=None,
            kind="person" if kind == "person" else "body",
            mentions=tuple(
                Span(i, i + len(part))
                for part in ((name, name.split()[-1]) if kind == "person" else (name,))
                for i in range(len(whole))
                if whole.startswith(part, i)
            ),
        )
        for name, kind in NAMES.items()
    )
    statement = Statement(
        id="a1",
        kind="indirect",
        source=at(mention or speaker.split()[-1] if NAMES[speaker] == "person" else mention or speaker),
        cue=at(cue) if cue else None,
        content=at(words),
        actor=speaker,
        stance="assert",
        paraphrase=None,
        sentences=(2,),
    )
    summary = Summary(
        article="a", summariser="model", statements=(statement,), actors=actors, events=(), figures=(), questions=()
    )
    made = verify(article(whole), summary)
    (verified,) = (*made.attributions, *made.not_supported)
    return verified


SPOKEN = [
    ("“The pier is safe,” Lind said after a call with Brandt.", "The pier is safe", "Dora Lind", "Karl Brandt"),
    ("“The pier is safe,” said Lind, who had met Brandt.", "The pier is safe", "Dora Lind", "Karl Brandt"),
    ("Lind, who had met Brandt, said the pier was safe.", "the pier was safe", "Dora Lind", "Karl Brandt"),
    ("According to Lind, the pier Brandt built is safe.", "the pier Brandt built is safe", "Dora Lind", "Karl Brandt"),
    ("Lind attacked Brandt, saying that the pier was safe.", "the pier was safe", "Dora Lind", "Karl Brandt"),
    ("Lind met Brandt and said that the pier was safe.", "the pier was safe", "Dora Lind", "Karl Brandt"),
    ("The minister, Dora Lind, told Brandt that the pier was safe.", "the pier was safe", "Dora Lind", "Karl Brandt"),
    ("“The pier is safe,” said Brandt aide Mara Voss.", "The pier is safe", "Mara Voss", "Karl Brandt"),
    ("Brandt: “The pier is safe.” Lind listened.", "The pier is safe", "Karl Brandt", "Dora Lind"),
    ("Lind quoted the aide, Mara Voss, as saying the pier was safe.", "the pier was safe", "Mara Voss", "Dora Lind"),
    ("Lind was told by Brandt that the pier was safe.", "the pier was safe", "Karl Brandt", "Dora Lind"),
    (
        "The Rail Ministry was to mend the work of its last head, Karl Brandt, who had reined in agents and accused "
        "the Harbour Board of fraud.",
        "the Harbour Board of fraud",
        "Karl Brandt",
        "Rail Ministry",
    ),
]


@pytest.mark.parametrize(("text", "words", "right", "wrong"), SPOKEN)
def test_the_subject_of_the_cue_is_the_speaker(text: str, words: str, right: str, wrong: str) -> None:
    """Who the text names as the speaker is supported; another who is named in the same sentence is misattributed."""
    assert (judged(text, words, right).verdict, judged(text, words, right).reasons) == ("supported", ())
    made = judged(text, words, wrong)
    assert made.verdict == "misattributed"
    assert right in made.reasons[0]


def test_nobody_is_named_as_the_speaker() -> None:
    """A name in a sentence before the words, without a word of saying, is no speaker: kept, and marked so."""
    made = judged("Lind opened the pier. Brandt slept. The pier is safe.", "The pier is safe", "Dora Lind")
    assert made.verdict == "speaker_not_established"


def test_a_pronoun_is_the_one_who_was_named_last() -> None:
    """She is the woman who began the sentence before; the man beside her is not established as the speaker."""
    text = "Mara Voss praised Karl Brandt. “The pier is safe,” she said."
    assert judged(text, "The pier is safe", "Mara Voss", "she").verdict == "supported"
    assert judged(text, "The pier is safe", "Karl Brandt", "she").verdict != "supported"


@pytest.mark.parametrize(
    ("text", "words", "left_out"),
    [
        ("“We have not signed any accord,” Lind said.", "signed any accord", "not"),
        ("“If the rain stops we will sign,” Lind said.", "we will sign", "If"),
        ("“We will sign unless the rain stops,” Lind said.", "We will sign", "unless"),
    ],
)
def test_words_cut_so_that_their_sense_turns(text: str, words: str, left_out: str) -> None:
    """A quotation that leaves out the not before it, or the unless after it, is turned down with that reason."""
    made = judged(text, words, "Dora Lind")
    assert made.verdict == "overstated"
    assert f"“{left_out.lower()}”" in made.reasons[0].lower()
    assert judged(text, text[: text.index("Lind")].strip("“,” "), "Dora Lind").verdict == "supported"


def test_a_not_between_the_cue_and_the_words() -> None:
    """Reported speech that leaves out the not after its cue says the opposite; the cue's own denial is no omission."""
    text = "Lind told Brandt not to sign the accord."
    assert judged(text, "to sign the accord", "Dora Lind", cue="told").verdict == "overstated"
    assert judged(text, "not to sign the accord", "Dora Lind", cue="told").verdict == "supported"
    assert (
        judged("Lind denied that she had signed.", "that she had signed", "Dora Lind", cue="denied").verdict
        == "supported"
    )


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_no_corruption_of_a_labelled_item_is_supported(name: str) -> None:
    """Every labelled attribution of the repo, corrupted in every way that applies to it, is turned down or marked."""
    corrupt, _ = CORRUPTIONS[name]
    pick = Random(7)  # noqa: S311
    corrupted = [made for item in ITEMS for _ in range(3) if (made := corrupt(item, ITEMS, pick)) is not None]
    assert corrupted
    supported = [made for made in corrupted if outcome(made).verdict == "supported"]
    assert [(made.actor.name, made.statement.content.text) for made in supported] == []


def test_labelled_items_hold() -> None:
    """Of the labelled attributions none is misattributed or not found, and at most one in ten not established."""
    verdicts = [outcome(item).verdict for item in ITEMS]
    assert set(verdicts) <= {"supported", "speaker_not_established"}
    assert verdicts.count("speaker_not_established") <= len(ITEMS) / 10


@pytest.mark.parametrize("name", PARAPHRASES)
def test_no_corrupted_paraphrase_is_kept(name: str) -> None:
    """A paraphrase with another number or name, a negation more or less, more certainty or more reach goes."""
    pick = Random(7)  # noqa: S311
    tried = 0
    for item in PARAPHRASED:
        text = PARAPHRASES[name](item.statement.paraphrase or "", pick)
        if text is not None:
            tried += 1
            changed = replace(item, statement=item.statement.model_copy(update={"paraphrase": text}))
            assert outcome(changed).verdict != "supported", text
    assert tried >= 20


def test_the_models_own_paraphrases_hold() -> None:
    """The paraphrases of the recorded run stay: what is refused of them is refused wrongly."""
    refused = [item for item in PARAPHRASED if outcome(item).verdict in ("overstated", "misattributed", "not_found")]
    assert [item.statement.paraphrase for item in refused] == []


@pytest.mark.parametrize(("hits", "of", "low", "high"), [(0, 500, 0.0, 0.0076), (5, 500, 0.0043, 0.0232), (0, 0, 0, 1)])
def test_wilson_intervals(hits: int, of: int, low: float, high: float) -> None:
    """The interval of a rate holds also where nothing was counted."""
    assert wilson(hits, of) == pytest.approx((low, high), abs=1e-4)


def test_the_attack_needs_items() -> None:
    """The labelled set gives enough to attack, and both forms of claim: the rules' and a model's."""
    assert len(ITEMS) >= 30
    assert {type(item) for item in ITEMS} == {Item}
    assert {item.by_rules for item in ITEMS} == {True, False}
