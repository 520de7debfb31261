"""Sessions at the command line: what a user types, what comes back, and which exit code."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from brief import __version__
from brief.cli import app
from brief.schema import Article, Summary
from brief.summarise.by_rules import summarise
from tests.sample_files import item, markup, rss

LIND = (
    "Ferry contract is void, minister says\n\n"
    "Minister Dora Lind told reporters in Velmora on Monday that the Ostrava ferry contract was void. “We have not "
    "signed any accord with Nordkai,” she said. The contract had cost 40 million crowns, she said.\n\n"
    "Nordkai did not answer questions sent on Monday. It was unclear when the ferry would sail again.\n"
)
NORDKAI = (
    "Nordkai insists on its ferry contract\n\n"
    "The operator Nordkai said on Tuesday that it had signed an accord with the government in Velmora. “The accord was "
    "signed in March,” Nordkai chief Karl Brandt said. “We will keep the Ostrava ferry running.”\n\n"
    "Brandt said the contract had cost 25 million crowns. Minister Dora Lind cancelled the contract on Monday.\n"
)
BREAD = (
    "Rye bread prize goes to Halden\n\n"
    "A bakery in Halden won the prize for the best rye bread in the region. Its owner bakes forty loaves before dawn. "
    "“It is all in the crust,” said baker Ole Strand. The jury praised crust and crumb, and visitors ate every slice.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand in a folder that holds two articles on one affair."""
    monkeypatch.chdir(tmp_path)
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "one.txt").write_text(LIND)
    (articles / "two.txt").write_text(NORDKAI)
    yield tmp_path


def brief(*words: str, stdin: str | None = None) -> Result:
    """Run the command line."""
    return CliRunner().invoke(app, list(words), input=stdin)


def edit(document: Path) -> None:
    """Change one word of a document, as a person would."""
    with zipfile.ZipFile(document) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"Bottom line", b"Bottom lines", 1)
    with zipfile.ZipFile(document, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)


def record(path: Path) -> dict[str, object]:
    """Return the record beside a document."""
    read: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return read


def test_make_writes_a_document_and_its_record(folder: Path) -> None:
    """`brief make` writes a .docx and a .json named after the day and the title, and ends with a short table."""
    done = brief("make", "articles/", "--as-of", "2026-03-04", "--title", "Ferry contract")
    assert done.exit_code == 0, done.output
    assert sorted(p.name for p in (folder / "outputs").iterdir()) == [
        "2026-03-04-ferry-contract.docx",
        "2026-03-04-ferry-contract.json",
    ]
    assert "Articles        2 used, 0 left out" in done.stdout
    assert "rules, no language model" in done.stdout
    assert "outputs/2026-03-04-ferry-contract.docx" in done.stdout


def test_two_runs_give_the_same_bytes(folder: Path) -> None:
    """The same inputs and the same day give the same document and record, byte for byte."""
    assert brief("make", "articles/", "--as-of", "2026-03-04", "-o", "a.docx").exit_code == 0
    assert brief("make", "articles/", "--as-of", "2026-03-04", "-o", "b.docx").exit_code == 0
    assert (folder / "a.docx").read_bytes() == (folder / "b.docx").read_bytes()
    assert (folder / "a.json").read_bytes() == (folder / "b.json").read_bytes()


def test_our_own_document_is_written_again_and_an_edited_one_is_not(folder: Path) -> None:
    """A second run replaces its own document; one whose bytes have changed is left, and -2 is written."""
    for _ in range(2):
        assert brief("make", "articles/", "-o", "b.docx").exit_code == 0
    assert not (folder / "b-2.docx").exists()
    edit(folder / "b.docx")
    edited = (folder / "b.docx").read_bytes()
    done = brief("make", "articles/", "-o", "b.docx")
    assert done.exit_code == 0
    assert (folder / "b.docx").read_bytes() == edited
    assert (folder / "b-2.docx").exists()
    assert "it is left as it is" in done.stderr


def test_every_quotation_of_the_document_is_in_its_source(folder: Path) -> None:
    """`brief check` finds every quotation and hash of a fresh document to hold, and exits 0."""
    assert brief("make", "articles/", "-o", "b.docx").exit_code == 0
    for name in ("b.docx", "b.json"):
        done = brief("check", name, "articles/")
        assert done.exit_code == 0, done.output


def test_a_changed_source_is_found(folder: Path) -> None:
    """When an input has changed since, `brief check` lists it and exits 3 with one line."""
    assert brief("make", "articles/", "-o", "b.docx").exit_code == 0
    (folder / "articles" / "one.txt").write_text(LIND.replace("not signed", "never signed"))
    done = brief("check", "b.docx", "articles/")
    assert done.exit_code == 3
    assert "one.txt" in done.stdout
    assert done.stderr.startswith("error: ")


def test_an_article_on_another_affair_is_left_out_with_its_reason(folder: Path) -> None:
    """An unrelated article gives no finding and is listed; --include takes it in, --exclude leaves another out."""
    (folder / "articles" / "three.txt").write_text(NORDKAI.replace("Nordkai insists", "Again Nordkai insists"))
    (folder / "articles" / "bread.txt").write_text(BREAD)
    done = brief("make", "articles/", "-o", "b.docx")
    assert "S1 off topic" in done.stdout
    made = record(folder / "b.json")
    assert "crust" not in json.dumps(made["pages"]["actors"])  # type: ignore[index]
    taken = brief("make", "articles/", "-o", "c.docx", "--include", "bread", "--exclude", "two")
    assert taken.exit_code == 0
    assert "S1 off topic" not in taken.stdout
    assert "excluded" in taken.stdout
    assert "crust" in json.dumps(record(folder / "c.json")["summaries"])


def test_decisions_of_the_analyst_are_followed_and_shown(folder: Path) -> None:
    """`decisions.toml` puts an article off topic and supplies a date, and the document says so."""
    (folder / "articles" / "decisions.toml").write_text(
        '[articles]\noff_topic = ["two"]\n[[supply]]\narticle = "one"\npublished = "2026-03-02"\n'
    )
    done = brief("make", "articles/", "-o", "b.docx")
    assert done.exit_code == 0, done.output
    pages = json.dumps(record(folder / "b.json")["pages"])
    assert "two: off topic, by the analyst" in pages
    assert '"published": "2026-03-02"' in pages


def test_the_analyst_says_who_is_one_actor(folder: Path) -> None:
    """`same_actor` makes one actor of two names, `different_actor` two of one, and both are shown."""
    (folder / "articles" / "three.txt").write_text(NORDKAI.replace("Karl Brandt", "Charles Brandt"))
    decisions = folder / "articles" / "decisions.toml"
    found = {}
    both = ("--include", "two", "--include", "three")  # nearly copies of each other
    for verb in ("same_actor", "different_actor"):
        decisions.write_text(f'[[{verb}]]\nnames = ["Karl Brandt", "Charles Brandt"]\n')
        assert brief("make", "articles/", *both, "-o", f"{verb}.docx").exit_code == 0
        made = record(folder / f"{verb}.json")
        actors = made["comparison"]["actors"]  # type: ignore[index]
        found[verb] = [a["name"] for a in actors if "Brandt" in a["name"]]
        assert "Karl Brandt, Charles Brandt" in json.dumps(made["pages"]["made"])  # type: ignore[index]
    assert len(found["same_actor"]) == 1
    assert sorted(found["different_actor"]) == ["Charles Brandt", "Karl Brandt"]


def test_a_dismissed_contradiction_is_gone_and_told(folder: Path) -> None:
    """`dismiss` takes a contradiction out by the keys of its sides; a pair that is none is an error that says so."""
    assert brief("make", "articles/", "-o", "b.docx").exit_code == 0
    before = record(folder / "b.json")["comparison"]["contradictions"]  # type: ignore[index]
    numbers = {"one": 1, "two": 2}
    a, b = (
        f"S{numbers[side['evidence'][0]['article']]}.{side['evidence'][0]['sentence'] or 'H'}"
        for side in (before[0]["a"], before[0]["b"])
    )
    decisions = folder / "articles" / "decisions.toml"
    decisions.write_text(f'[[dismiss]]\nbetween = ["{b}", "{a}"]\nreason = "two translations"\n')
    assert brief("make", "articles/", "-o", "c.docx").exit_code == 0
    after = record(folder / "c.json")
    assert len(after["comparison"]["contradictions"]) == len(before) - 1  # type: ignore[index]
    assert f"contradiction {b} / {a} dismissed: two translations" in json.dumps(after["pages"])
    decisions.write_text('[[dismiss]]\nbetween = ["S1.99", "S2.1"]\nreason = "x"\n')
    done = brief("make", "articles/", "-o", "d.docx")
    assert done.exit_code == 2
    assert "there is no contradiction between S1.99 and S2.1" in done.stderr


def test_standard_input_is_an_input(folder: Path) -> None:
    """`-` reads an article from standard input."""
    done = brief("make", "-", "-o", "b.docx", stdin=LIND)
    assert done.exit_code == 0, done.output
    assert "1 used" in done.stdout


def test_clean_prints_each_article_with_its_place(folder: Path) -> None:
    """`brief clean` gives the text and a map back: each segment of the text is that stretch of the input."""
    done = brief("clean", "articles/one.txt")
    assert done.exit_code == 0
    (article,) = json.loads(done.stdout)
    assert article["id"] == "one"
    assert article["text"].strip() == LIND.strip()
    for in_text, in_input, length in article["origin"]["segments"]:
        assert article["text"][in_text : in_text + length] == LIND[in_input : in_input + length]


def test_summarise_writes_one_file_for_each_article(folder: Path) -> None:
    """`brief summarise -o` writes one JSON each; every span of every attribution slices to its text."""
    assert brief("summarise", "articles/", "-o", "out").exit_code == 0
    assert sorted(p.name for p in (folder / "out").iterdir()) == ["one.json", "two.json"]
    summary = json.loads((folder / "out" / "one.json").read_text())
    assert summary["attributions"]
    for statement in summary["attributions"]:
        for part in ("source", "cue", "content"):
            if statement[part]:
                assert " ".join(LIND[s:e] for s, e in statement[part]["spans"]) == statement[part]["text"]


def test_version_help_and_schema() -> None:
    """The version, the help with examples, and the JSON Schema of every type."""
    assert brief("--version").stdout.strip() == f"brief {__version__}"
    for command in ("make", "clean", "summarise", "check", "schema"):
        assert "Example" in brief(command, "--help").stdout
    names = brief("schema").stdout.split()
    assert {"RawDocument", "Article", "VerifiedSummary", "Contradiction", "Briefing"} <= set(names)
    assert json.loads(brief("schema", "Article").stdout)["additionalProperties"] is False


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["make", "nowhere/"], 2, "nowhere"),
        (["make", "*.nothing"], 2, "*.nothing"),
        (["make", "articles/", "--as-of", "yesterday"], 2, "--as-of yesterday is no date"),
        (["make", "articles/", "-o", "brief.pdf"], 2, ".docx"),
        (["make", "articles/", "-o", "articles/one.txt/b.docx"], 2, "can't be written in"),
        (["make", "articles/", "--include", "nobody"], 2, "there is no article nobody"),
        (["make", "articles/", "--exclude", "one", "--exclude", "two"], 6, "every article is left out"),
        (["make", "empty/"], 6, "no article was found"),
        (["schema", "Nothing"], 2, "there is no type Nothing"),
        (["check", "nowhere.docx"], 2, "can't be read"),
        (["check", "articles/one.txt"], 2, "is no .docx or .json"),
    ],
)
def test_mistakes_end_in_one_line_and_their_exit_code(folder: Path, words: list[str], code: int, message: str) -> None:
    """A user's mistake is one line on stderr that names the thing, with its documented exit code: no traceback."""
    (folder / "empty").mkdir()
    done = brief(*words)
    assert done.exit_code == code, done.output
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (folder / "b.docx").exists()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("bad.txt", b"", "empty"),
        ("bad.txt", b"\x7fELF" + bytes(range(256)) * 20, "not text"),
        ("bad.txt", b"A long text. " * 4_700_000, "too large"),
        ("bad.json", b"{broken", "JSON"),
        ("bad.pdf", b"%PDF-1.4", "a damaged PDF"),
    ],
)
def test_one_bad_file_never_stops_the_others(folder: Path, name: str, data: bytes, reason: str) -> None:
    """A file that can't be used is named with the reason, in the table and in the document; the rest is made."""
    (folder / "articles" / name).write_bytes(data)
    done = brief("make", "articles/", "-o", "b.docx")
    assert done.exit_code == 0, done.output
    assert "2 used" in done.stdout
    line = next(line for line in done.stdout.splitlines() if name in line)
    assert reason in line
    assert any(
        row["what"] == name and reason in row["why"]
        for row in record(folder / "b.json")["pages"]["left_out"]  # type: ignore[index]
    )


def test_a_bad_file_alone_is_nothing_usable(folder: Path) -> None:
    """When the only input can't be used, the line says why and the exit code is 6."""
    (folder / "void.txt").write_bytes(b"")
    done = brief("make", "void.txt")
    assert done.exit_code == 6
    assert "void.txt: " in done.stderr
    assert "empty" in done.stderr


def test_an_unreadable_file_is_reported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without read permission is named; the others go on."""
    whole = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "one.txt":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    done = brief("make", "articles/", "-o", "b.docx")
    assert done.exit_code == 0, done.output
    assert "one.txt: can't be read: permission denied" in done.stdout


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig", "cp1252"])
def test_any_encoding_is_read(folder: Path, encoding: str) -> None:
    """A text in another encoding gives the same words."""
    text = LIND.replace("“", '"').replace("”", '"').replace("Velmora", "Vélmöra")
    (folder / "articles" / "one.txt").write_bytes(text.encode(encoding))
    (article,) = json.loads(brief("clean", "articles/one.txt").stdout)
    assert "Vélmöra" in article["text"]


def test_hidden_characters_are_cut_and_told(folder: Path) -> None:
    """NUL bytes and bidi overrides are not in the article's text; each is listed with its place."""
    (folder / "articles" / "one.txt").write_text(LIND.replace("void.", "vo\u202eid.\x00"))
    (article,) = json.loads(brief("clean", "articles/one.txt").stdout)
    assert "void." in article["text"]
    assert "\u202e" not in article["text"]
    assert "\x00" not in article["text"]
    assert [item["label"] for item in article["left_out"]].count("control_character") == 2


def test_two_files_with_the_same_content(folder: Path) -> None:
    """The second of two equal files is a duplicate: listed, not counted twice."""
    (folder / "articles" / "one-again.txt").write_text(LIND)
    done = brief("make", "articles/", "-o", "b.docx")
    assert done.exit_code == 0
    assert "2 used, 1 left out: S2 duplicate" in done.stdout


def test_a_broken_decisions_file_ends_the_run(folder: Path) -> None:
    """A decisions.toml that can't be read is a configuration error: nothing is made without the analyst's word."""
    (folder / "articles" / "decisions.toml").write_text("[articles\n")
    done = brief("make", "articles/", "-o", "b.docx")
    assert done.exit_code == 2
    assert "decisions.toml" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_hostile_words_stay_words(folder: Path) -> None:
    """Markup, XML ends and field codes in an article or a title come out as text in a document that still opens."""
    hostile = LIND.replace("void", "void ]]> & <w:p> {{7*7}} \\h")
    (folder / "articles" / "one.txt").write_text(hostile)
    done = brief("make", "articles/", "-o", "b.docx", "--title", '<b>"A" & B</b> ]]> ' + "x" * 300)
    assert done.exit_code == 0, done.output
    assert brief("check", "b.docx", "articles/").exit_code == 0


def test_a_file_name_can_hold_anything(folder: Path) -> None:
    """Quotation marks, markup and line breaks in a file's name don't get into the document; the check still holds."""
    (folder / "articles" / 'a"b“c”<&>\n.txt').write_text(LIND.replace("Velmora", "Ostrava"))
    done = brief("make", "articles/", "-o", "b.docx")
    assert done.exit_code == 0, done.output
    checked = brief("check", "b.docx", "articles/")
    assert checked.exit_code == 0, checked.output


def test_names_of_sources_and_of_passed_over_files_are_no_quotations(folder: Path) -> None:
    """Double marks in an outlet, an author, a sender or a file's name are printed as apostrophes; the check holds."""
    articles = folder / "articles"
    supplied = 'file,outlet,author\none.txt,The “We sold it all” Echo,"Ann ""We Sold"" Lee"\n'
    (articles / "sources.csv").write_text(supplied, encoding="utf-8")
    (articles / "“We have sold the ferry to Bo”.bin").write_bytes(b"x")
    sender = "From: =?utf-8?B?4oCcV2Ugc29sZCBpdCBhbGwgdG8gQm/igJ0=?= <a@b.example>\nSubject: Ferry\n"
    (articles / "mail.eml").write_text(f"{sender}Content-Type: text/plain; charset=utf-8\n\n{NORDKAI}")
    (articles / "two.txt").unlink()
    done = brief("make", "articles/", "-o", "b.docx")
    for name in ("b.docx", "b.json"):
        assert brief("check", name, "articles/").exit_code == 0
    rows = {row["file"]: row for row in record(folder / "b.json")["pages"]["sources"]}  # type: ignore[index]
    assert (rows["one.txt"]["outlet"], rows["one.txt"]["author"]) == ("The 'We sold it all' Echo", "Ann 'We Sold' Lee")
    assert rows["mail.eml"]["outlet"] == "'We sold it all to Bo'"
    assert "'We have sold the ferry to Bo'.bin" in done.stdout


def test_a_headline_that_is_not_in_the_text_can_be_cited(folder: Path) -> None:
    """As of a feed's item: its row in Annex A says that it has no place in the text, and the check holds."""
    feed = rss(item("Minister signs ferry accord with Nordkai", markup(*LIND.strip().split("\n\n")[1:])))
    (folder / "feed.rss").write_bytes(feed)
    assert brief("make", "feed.rss", "-o", "b.docx").exit_code == 0
    rows = record(folder / "b.json")["pages"]["evidence"]  # type: ignore[index]
    assert {(row["key"], row["line"]) for row in rows if not row["segments"]} == {("S1.H", None)}
    with zipfile.ZipFile(folder / "b.docx") as package:
        assert "headline, outside the text" in package.read("word/document.xml").decode()
    assert brief("check", "b.docx", "feed.rss").exit_code == 0


def test_strict_exits_3_and_still_writes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --strict a statement that did not hold ends in exit 3; the briefing is written all the same."""

    def corrupt(article: Article) -> Summary:
        made = summarise(article)
        first, *rest = made.statements
        wrong = first.content.model_copy(update={"text": "never said"})
        return made.model_copy(update={"statements": (first.model_copy(update={"content": wrong}), *rest)})

    monkeypatch.setattr("brief.pipeline.summarise", corrupt)
    done = brief("make", "articles/", "-o", "b.docx", "--strict")
    assert done.exit_code == 3
    assert (folder / "b.docx").exists()
    assert "2 listed as not supported" in done.stdout
    assert "Annex B" in done.stderr
