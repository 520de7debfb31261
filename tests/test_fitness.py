"""Which articles' words can stand in quotation marks: spun copies are told from their author's prose."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.fitness import attacked_sets, commoner
from benchmarks.spinning import ORIGINALS, SUBSTITUTIONS
from brief.fitness import fitness
from brief.schema import Article, Fitness
from tests.articles import article

ORDINARY = Path(__file__).parent / "ordinary"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(ORIGINALS.glob("*.txt"))}

SPUN = """The Environmental Safety Agency shut a chemical works near the river on Monday after a poisonous leak.

"We took this choice because civic health comes first," said Dana Orvell, the bureau's regional administrator.

The plant, which makes cleansing products, was inspected at 7 within the morning; 12 p.ct of its valves were faulty.

Mayor Ellis Toone told a press meeting that crisis services were prepared. He said the personal sector could not police
itself, and asked the federal regime for help. The Climate Service expects rain, the Ruby Cross opened a shelter in the
town hall, and the inventory market dropped."""

OPENED = """La ministra de Transportes, Elena Robredo, anunció el lunes la apertura de una nueva línea.

«Queremos que los vecinos puedan llegar al hospital en menos de veinte minutos», dijo Robredo a los periodistas.

El alcalde explicó que la obra había costado tres millones de euros y que el trabajo terminará antes del verano.

«No vamos a permitir que el pueblo quede otra vez sin servicio durante el invierno», añadió el alcalde.

Los comerciantes de la plaza pidieron al ayuntamiento una rebaja de los impuestos mientras duren las obras."""

OPENED_SPUN = """La ministra de Transportes, Elena Robredo, notificó el lunes el estreno de una flamante línea.

«Queremos que los residentes puedan arribar al sanatorio en menos de veinte minutos», mencionó Robredo a los reporteros.

El alcalde expuso que la faena había importado tres millones de euros y que el trabajo concluirá antes del estío.

«No vamos a tolerar que el poblado quede otra vez sin prestación durante el invierno», agregó el alcalde.

Los mercaderes de la plaza solicitaron al ayuntamiento una reducción de los tributos mientras duren las obras."""


def verdict(*articles: Article) -> Fitness:
    """Judge a set and return the verdict on its last article."""
    return fitness(articles)[articles[-1].id]


def test_spun_copy_shows_itself() -> None:
    """A text full of thesaurus words is unfit alone, and the phrases that show it are slices with the usual words."""
    found = verdict(article(SPUN))
    assert found.verdict == "unfit"
    assert {phrase.basis for phrase in found.phrases} == {"collocation", "name", "unit"}
    assert all(SPUN[slice(*phrase.span)] == phrase.words for phrase in found.phrases)
    usual = {phrase.words: phrase.usual for phrase in found.phrases}
    assert usual["Ruby Cross"] == "Red Cross"
    assert usual["inventory market"] == "stock market"
    assert [phrase.span for phrase in found.phrases] == sorted(phrase.span for phrase in found.phrases)


@pytest.mark.parametrize("substitution", SUBSTITUTIONS)
def test_copy_beside_its_original(substitution: str) -> None:
    """Where two papers have the original, 12 of the 14 copies are unfit; every original stays fit, beside one too."""
    marked = 0
    for name, text in TEXTS.items():
        copy, one, two = (
            article(words, key)
            for key, words in (("copy", SUBSTITUTIONS[substitution](text)), ("one", text), ("two", text))
        )
        assert fitness([copy, one])["one"].verdict == fitness([one, copy])["one"].verdict == "fit", name
        found = fitness([one, copy, two])
        assert {found["one"].verdict, found["two"].verdict} == {"fit"}, name
        marked += found["copy"].verdict == "unfit"
    assert marked >= 12


def test_attack_leaves_originals_fit() -> None:
    """A copy with commoner words never makes the original unfit: in either order, undated, dated later or earlier."""
    for name, text in TEXTS.items():
        assert commoner(text) != text
        for articles in attacked_sets(text):
            assert fitness(articles)["original"].verdict == "fit", name


def test_one_source_is_one_voice() -> None:
    """Two copies against an article count once when one outlet or one file has both, or when they came later."""
    text = TEXTS["02-moss-valley-floods"]
    original, attack = article(text, "original", published="2026-03-02"), article(commoner(text), "attack")
    again = attack.model_copy(update={"id": "again", "origin": attack.origin.model_copy(update={"file": "again.txt"})})

    def beside(changes: dict[str, object], changes_again: dict[str, object]) -> str:
        copies = attack.model_copy(update=changes), again.model_copy(update=changes_again)
        return fitness([original, *copies])["original"].verdict

    assert beside({}, {}) == "unfit"
    assert beside({}, {"origin": attack.origin}) == "fit"
    assert beside({"outlet": "Daily"}, {"outlet": "Daily"}) == "fit"
    assert beside({"published": "2026-03-05"}, {}) == "fit"


def test_phrases_from_the_original() -> None:
    """What the original has in the place of an odd article's words is given, in quotations too, unless it is later."""
    text = (ORIGINALS / "10-parlo-data-breach.txt").read_text(encoding="utf-8")
    spun = SUBSTITUTIONS["nearest"](text)
    copy = article(spun, "copy", published="2026-03-05")
    found = verdict(article(text, "original", published="2026-03-02"), copy)
    swaps = [phrase for phrase in found.phrases if phrase.basis == "other_article"]
    assert {phrase.other for phrase in swaps} == {"original"}
    assert all(spun[slice(*phrase.span)] == phrase.words and phrase.usual in text for phrase in swaps)
    late = verdict(article(text, "original", published="2026-03-07"), copy)
    assert "other_article" not in {phrase.basis for phrase in late.phrases}


def test_edited_copy_is_fit() -> None:
    """An editor who changes words of the report but none of a quotation leaves it fit."""
    text = TEXTS["02-moss-valley-floods"]
    changes = {"largest": "biggest", "began": "started", "homes": "houses", "warned": "cautioned", "help": "assist"}
    changes |= {"rescued": "saved", "whole": "entire", "residents": "people", "opened": "started", "near": "close to"}
    changes |= {"the": "that", "said": "stated", "hours": "hrs", "expected": "likely", "reported": "announced"}
    parts = text.split('"')
    edited = '"'.join(
        part if n % 2 else " ".join(changes.get(word, word) for word in part.split(" ")) for n, part in enumerate(parts)
    )
    assert sum(a != b for a, b in zip(text.split(), edited.split(), strict=False)) > 15
    found = fitness([article(text, "agency"), article(edited, "paper")])
    assert {found["agency"].verdict, found["paper"].verdict} == {"fit"}


def test_two_translations_are_fit() -> None:
    """Two translations of one statement differ in their build, not in single words: both are fit."""
    one = article(
        '"We will not accept that the company shuts the plant without talking to us," said union leader Ana Prell.\n'
        "She said four hundred families depended on the wages, and that nobody had warned the town hall.\n"
        '"If they want a conflict they will have one, but we would rather sit down at a table," she added.',
        "one",
    )
    two = article(
        'Union leader Ana Prell said: "That the firm should shut the works without speaking with us is unacceptable."\n'
        "According to her, 400 households live from these salaries, and the municipality had received no notice.\n"
        '"We prefer to negotiate, but whoever seeks a fight with us will get it," Prell went on.',
        "two",
    )
    assert {found.verdict for found in fitness([one, two]).values()} == {"fit"}


def test_other_languages_are_compared_only() -> None:
    """A reworded Spanish copy is unfit where two papers have the original, and undecided beside one, dated or not."""
    original = article(OPENED, "original", published="2026-03-02")
    copy = article(OPENED_SPUN, "copy", published="2026-03-05")
    beside = fitness([copy, original])
    assert (beside["original"].verdict, beside["copy"].verdict) == ("fit", "fit")
    agreed = fitness([copy, original, article(OPENED, "reprint")])
    assert [agreed[name].verdict for name in ("original", "reprint", "copy")] == ["fit", "fit", "unfit"]
    two_each = fitness([copy, original, article(OPENED, "reprint"), article(OPENED_SPUN, "another")])
    assert two_each["original"].verdict == two_each["reprint"].verdict == "fit"


def test_nothing_to_quote() -> None:
    """An ordinary article without a quotation is no spun one: it holds nothing to quote."""
    assert verdict(article("The council met on Monday. It put off the vote on the new bridge.")) == Fitness(
        article="a", verdict="nothing_to_quote", phrases=()
    )
    assert verdict(article(SPUN.replace('"', ""))).verdict == "unfit"


def test_ordinary_prose_is_left_alone() -> None:
    """Of the hundred ordinary texts, plain and non-native English and other languages, at most two are marked."""
    articles = [article(path.read_text(encoding="utf-8"), path.stem) for path in sorted(ORDINARY.glob("*.txt"))]
    assert len(articles) >= 100
    assert sum(found.verdict == "unfit" for found in fitness(articles).values()) <= 2


def test_hostile_texts_end() -> None:
    """Long, broken and repeated texts get a verdict; one phrase said a thousand times is one phrase."""
    texts = ["White Dwelling " * 30_000, '"' * 20_000, "the law of the " * 25_000, "1 a." * 20_000, "", "\n" * 9_000]
    found = fitness([article(text, str(n)) for n, text in enumerate(texts)])
    assert {one.verdict for one in found.values()} <= {"fit", "nothing_to_quote"}


def test_tables_are_read_when_needed() -> None:
    """Importing the package reads no table."""
    script = (
        "import brief.fitness\nfrom brief.fitness.collocations import _tables\nassert not _tables.cache_info().currsize"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
