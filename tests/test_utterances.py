"""One utterance, several renderings: what is one, what is not, and what differs, to the word."""

from __future__ import annotations

import pytest

from benchmarks import utterances as bench
from benchmarks.utterance_pairs import ONE, TWO
from brief.schema import Article, Utterance, Wording
from brief.spans import holds
from brief.utterances import find_utterances
from tests.articles import article

LABELLED_PAIRS = "6884a4a5821d"


def _found(*texts: str, days: tuple[str, ...] = ()) -> tuple[tuple[Utterance, ...], dict[str, Article]]:
    articles = [
        article(text, f"s{n}", published=days[n - 1] if days else "2031-03-04") for n, text in enumerate(texts, start=1)
    ]
    return find_utterances(articles, *bench.read(articles)), {a.id: a for a in articles}


def _differing(wording: Wording, articles: dict[str, Article]) -> list[tuple[str, str, str]]:
    """Return the steps of a word diff that are not equal, as words."""
    a, b = articles[wording.a].text, articles[wording.b].text
    return [
        (step.op, a[slice(*step.a)] if step.a else "", b[slice(*step.b)] if step.b else "")
        for step in wording.words
        if step.op != "equal"
    ]


def test_contractions_dots_and_numerals_are_no_difference() -> None:
    """Two articles that spell one sentence each their way give one utterance and nothing to report."""
    (one,), articles = _found(
        '"We haven\'t seen 25 percent of the D.E.A. files," Mayor Ilse Brandvold said.',
        "Mayor Ilse Brandvold said: “We have not seen twenty-five per cent of the DEA files.”",
    )
    assert [(r.article, r.quoted) for r in one.renderings] == [("s1", True), ("s2", True)]
    assert one.differences == ()
    assert all(holds(articles[e.article], e) for r in one.renderings for e in r.evidence)


def test_another_translation_with_the_sentences_cut_otherwise() -> None:
    """Two translations of one answer meet sentence by sentence; what only one of them has is cut short in the other."""
    (one,), articles = _found(
        "'Once and for all,' President Rosa Imanov said. 'There is no lease for the L.M.C. The L.M.C. prints the "
        "leaflet, nobody here can say with which right. We haven't sold any meadow — no parish has — to the L.M.C.'",
        "'There is no lease for the LMC. The LMC hands out this leaflet, with which right nobody here can say. We have "
        "not sold any meadow, no parish (has), to the LMC,' President Rosa Imanov said.",
    )
    told = {wording.kinds: _differing(wording, articles) for wording in one.differences}
    assert set(told) == {("another_wording",), ("cut_short",)}
    assert told["cut_short",] == [("only_a", "Once and for all", "")]
    assert ("replaced", "prints the", "hands out this") in told["another_wording",]


def test_negation_and_number_come_first_and_to_the_word() -> None:
    """Where one article has not, or another number, the word diff names just these words, and lists them first."""
    (one,), articles = _found(
        '"We did not sign the lease of the depot. It will cost the city 4.5 million crowns a year. The council was '
        'asked about it," Mayor Ilse Brandvold said.',
        '"We did sign the lease of the depot. It will cost the city 45 million crowns a year. The council was '
        'told about it," Mayor Ilse Brandvold said.',
    )
    assert [(w.kinds, _differing(w, articles)) for w in one.differences] == [
        (("negation",), [("only_a", "not", "")]),
        (("altered_number",), [("replaced", "4.5 million", "45 million")]),
        (("altered_word",), [("replaced", "asked", "told")]),
    ]


def test_a_word_diff_never_reaches_over_the_articles_own_words() -> None:
    """Every step of a diff slices to words inside the quotation, also where `she said` interrupts it."""
    (one,), articles = _found(
        '"The dam will hold through the spring," engineer Mara Wren said, "but the spillway must be rebuilt now."',
        '"The dam will hold through the spring but the spillway must be repaired now," engineer Mara Wren said.',
    )
    (wording,) = one.differences
    assert _differing(wording, articles) == [("replaced", "rebuilt", "repaired")]
    for side, name in (("a", wording.a), ("b", wording.b)):
        spans = [span for step in wording.words if (span := getattr(step, side)) is not None]
        assert spans == sorted(spans)
        assert not any("said" in articles[name].text[slice(*span)] for span in spans)


def test_the_same_words_on_another_occasion_are_another_utterance() -> None:
    """A stock answer on Monday and on Thursday, or to two outlets, or a year later, is not one utterance."""
    text = '"We do not talk about the investigation of the ferry," Dina Voss {}.'
    assert len(_found(text.format("said on Monday"), text.format("said on Monday"))[0]) == 1
    assert not _found(text.format("said on Monday"), text.format("said on Thursday"))[0]
    assert not _found(text.format("told Radio Brenn"), text.format("told the Sund Courier"))[0]
    assert not _found(text.format("said"), text.format("said"), days=("2031-03-04", "2032-03-04"))[0]


def test_words_of_two_people_are_never_one_utterance() -> None:
    """The same sentence from two speakers stays two."""
    said = '"We will not sell the northern depot to the harbour company," {} said.'
    assert not _found(said.format("Mayor Ilse Brandvold"), said.format("Senator Clara Voigtmann"))[0]


def test_what_one_quotes_another_tells_in_its_own_words() -> None:
    """A paraphrase beside a quotation is indirect: nobody altered the speaker's words."""
    (one,), _ = _found(
        '"Our ambassador will return to Kestrin once the prisoners are freed," minister Olga Raumann said.',
        "Minister Olga Raumann said the ambassador would return to Kestrin once the prisoners had been freed.",
    )
    assert [w.kinds for w in one.differences] == [("indirect",)]
    assert [r.quoted for r in one.renderings] == [True, False]


def test_a_thousand_articles_with_one_sentence_are_one_utterance() -> None:
    """However many articles carry a sentence, it is one utterance, and the work does not grow with the square."""
    said = '"We will not sell the northern depot{}," Mayor Ilse Brandvold said.'
    texts = [said.format(f" to bidder number {n}" if n % 100 == 0 else "") for n in range(1, 1001)]
    (one,), _ = _found(*texts)
    assert len(one.renderings) == 1000
    assert {w.kinds for w in one.differences} <= {("cut_short",), ("altered_number",)}


@pytest.mark.parametrize(("half", "recall", "kinds"), [(0, 0.95, 0.95), (1, 0.8, 0.7)], ids=["read", "not read"])
def test_the_labelled_pairs(half: int, recall: float, kinds: float) -> None:
    """On the labelled pairs grouping is precise and finds most, where half of the words in common is neither."""
    assert bench.data_hash()[:12] == LABELLED_PAIRS
    ours = bench.scores(ONE[half::2], TWO[half::2])
    assert ours.grouping.precision >= 0.95
    assert ours.grouping.recall >= recall
    assert ours.kinds.precision >= kinds
    assert ours.kinds.recall >= kinds
    assert ours.naive.precision < 0.8
    assert ours.naive.recall < 0.75
