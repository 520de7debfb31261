"""An invented affair: the inputs that tell of it, and the record that was made from them."""

from __future__ import annotations

import hashlib
from functools import cache

from brief.schema import (
    Contradiction,
    Evidence,
    Line,
    OpenQuestion,
    Part,
    QuestionKind,
    RawDocument,
    RegisterRow,
    Segment,
    Side,
    SourceRow,
    Span,
    VerifiedStatement,
    VerifiedSummary,
    Words,
)
from brief.schema.article import Metadata
from brief.sentences import split_sentences

ARTICLES = {
    "bridge": (
        "harbour-courier-bridge.txt",
        "Menu | Subscribe | Log in\n\n",
        "Lock authority shuts the Corran bridge\n"
        "The Corran Lock Authority closed the swing bridge at Tessel on Monday after divers found a crack in its "
        "eastern pier. "
        'The authority called the closure "a short and planned inspection" in a notice on its site.\n'
        'Mayor Odile Brandt of Tessel rejected that on Tuesday. "Nobody planned anything with this town," she said. '
        '"We read about it like everybody else."\n'
        "The authority did not answer a request for comment. "
        "About 4,200 people cross the bridge each day, according to the town's transport office.\n"
        'Brandt said that a repair contract was "all but signed" and that work could begin in the spring.\n'
        "Lena Oduya, who runs the ferry, said she had been asked to double her crossings.\n",
        "\nRead next: ten gardens to see before the frost\n",
    ),
    "notice": (
        "estuary-wire.txt",
        "",
        "Tessel bridge to stay shut, says authority\n"
        "The swing bridge at Tessel will stay shut for six weeks, the Corran Lock Authority said on Wednesday. "
        'Its director, Henrik Vasse, told reporters that the town hall "had the full schedule in March" and that the '
        "crack was found during routine work.\n"
        "Vasse put daily crossings at 2,900. "
        "The regional government has promised to pay half of the repair, he said.\n"
        "It was not clear who would pay for the ferry.\n",
        "\nGet our app\n",
    ),
    "rewrite": (
        "daily-digest-0417.txt",
        "",
        "Bridge shut by crack, town furious\n"
        "A crack has shut a bridge and a town is furious, reports say. "
        "The mayor says that her town was not told and the authority says that it was.\n",
        "",
    ),
    "garden": (
        "gardens.txt",
        "",
        "Ten gardens to see before the frost\nThe first is the walled garden at Oss, open until the end of October.\n",
        "",
    ),
}
_USED = ("bridge", "notice", "rewrite")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def sources() -> tuple[RawDocument, ...]:
    """The inputs of the example as they were read."""
    none = Metadata()
    return tuple(
        RawDocument(
            file=file,
            sha256=_sha256(before + text + after),
            size=len((before + text + after).encode()),
            text_sha256=_sha256(before + text + after),
            text=before + text + after,
            format="txt",
            encoding="utf-8",
            extractor="plain text 1",
            stated=none,
            supplied=none,
        )
        for file, before, text, after in ARTICLES.values()
    )


def place(article: str, fragment: str) -> tuple[str, int, int]:
    """Key of the sentence that holds the fragment, and its bounds in the article."""
    text = ARTICLES[article][2]
    number = list(ARTICLES).index(article) + 1
    place = text.index(fragment)
    sentence = next(s for s in split_sentences(text) if s.start <= place < s.end)
    return f"S{number}.{sentence.number}", sentence.start, sentence.end


def text(words: str) -> Part:
    """Words of the program."""
    return Part(kind="text", text=words)


def bold(words: str) -> Part:
    """Words of the program in bold."""
    return Part(kind="bold", text=words)


def quote(words: str) -> Part:
    """Words of a source."""
    return Part(kind="quote", text=words)


def key(article: str, fragment: str) -> Part:
    """The key of the sentence that holds the fragment."""
    return Part(kind="key", text=place(article, fragment)[0])


def ref(words: str) -> Part:
    """A pointer to a part of the document."""
    return Part(kind="ref", text=words)


def line(*parts: Part, tag: str | None = None) -> Line:
    """A line of the document."""
    return Line(parts=parts, tag=tag)


def said(article: str, words: str) -> Line:
    """A quotation with its key."""
    return line(quote(words), key(article, words))


_REGISTER = [
    ("bridge", "divers found a crack", (), ("Bottom line", "Section 1")),
    ("bridge", "a short and planned inspection", ("a short and planned inspection",), ("Finding 1", "2.1")),
    ("bridge", "rejected that on Tuesday", (), ("Section 1",)),
    (
        "bridge",
        "Nobody planned anything",
        ("Nobody planned anything with this town",),
        ("Bottom line", "Finding 1", "2.1", "Section 3"),
    ),
    ("bridge", "We read about it", ("We read about it like everybody else.",), ("2.1",)),
    ("bridge", "did not answer", ("did not answer a request for comment",), ("Finding 1", "Section 4")),
    ("bridge", "About 4,200", ("About 4,200 people cross the bridge each day",), ("Finding 3", "2.2")),
    ("bridge", "all but signed", ("all but signed",), ("Finding 2", "Section 3")),
    ("bridge", "double her crossings", ("she had been asked to double her crossings",), ("Section 3",)),
    ("notice", "six weeks", ("will stay shut for six weeks",), ("Bottom line", "Finding 4", "Section 1")),
    ("notice", "full schedule", ("had the full schedule in March",), ("Finding 1", "2.1", "Section 3")),
    ("notice", "Vasse put", ("daily crossings at 2,900",), ("Finding 3", "2.2")),
    ("notice", "pay half", ("has promised to pay half of the repair",), ("Finding 2", "Section 3")),
    ("notice", "not clear who", ("It was not clear who would pay for the ferry.",), ("Section 4",)),
]


def register() -> tuple[RegisterRow, ...]:
    """The cited sentences, each with its place in the stored text of its input."""
    rows = []
    for article, fragment, quoted, used_in in _REGISTER:
        file, before, body, _ = ARTICLES[article]
        name, start, end = place(article, fragment)
        sentence = body[start:end]
        stored = before + body
        offset = len(before) + start
        rows.append(
            RegisterRow(
                key=name,
                article=article,
                sentence=sentence,
                quoted=tuple(Span(sentence.index(words), sentence.index(words) + len(words)) for words in quoted),
                file=file,
                line=stored.count("\n", 0, offset) + 1,
                offset=offset,
                segments=((offset, offset + len(sentence)),),
                used_in=used_in,
            )
        )
    return tuple(rows)


def evidence(article: str, words: str) -> Evidence:
    """Words of an article as evidence."""
    name, _, _ = place(article, words)
    start = ARTICLES[article][2].index(words)
    return Evidence(
        article=article,
        field="text",
        sentence=int(name.split(".")[1]),
        start=start,
        end=start + len(words),
        text=words,
    )


def _words(article: str, words: str) -> Words:
    start = ARTICLES[article][2].index(words)
    return Words(spans=(Span(start, start + len(words)),), text=words)


def statement(number: int, article: str, source: str, cue: str, content: str) -> VerifiedStatement:
    """A supported attribution, its parts found in the article."""
    return VerifiedStatement(
        id=f"a{number}",
        kind="mixed",
        source=_words(article, source),
        cue=_words(article, cue),
        content=_words(article, content),
        actor=None,
        stance="assert",
        paraphrase=None,
        sentences=(int(place(article, content)[0].split(".")[1]),),
        verdict="supported",
        reasons=(),
    )


def summary(article: str, *statements: VerifiedStatement) -> VerifiedSummary:
    """The verified summary of an article with these statements."""
    return VerifiedSummary(
        article=article,
        summariser="rules",
        attributions=statements,
        not_supported=(),
        actors=(),
        events=(),
        figures=(),
        questions=(),
        rejected=(),
    )


def contradictions() -> tuple[Contradiction, ...]:
    """A denial and two numbers."""

    def side(speaker: str, evidence: Evidence, *, denies: bool = False) -> Side:
        stance = "deny" if denies else "assert"
        return Side.model_validate(
            {"speaker": speaker, "actor": None, "stance": stance, "value": None, "evidence": (evidence,)}
        )

    return (
        Contradiction(
            id="c1",
            kind="direct_denial",
            status="open",
            resolved_by=None,
            topic="planning of the closure",
            a=side("Corran Lock Authority", evidence("bridge", "a short and planned inspection")),
            b=side("Odile Brandt", evidence("bridge", "Nobody planned anything with this town"), denies=True),
            differs="One side says it, the other denies it.",
            note="The denied word is the denier’s own.",
            would_settle="The schedule, with the date on which it was sent.",
        ),
        Contradiction(
            id="c2",
            kind="number",
            status="open",
            resolved_by=None,
            topic="daily crossings",
            a=side("Transport office", evidence("bridge", "About 4,200 people cross the bridge each day")),
            b=side("Henrik Vasse", evidence("notice", "daily crossings at 2,900")),
            differs="Two numbers for one thing.",
            note=None,
            would_settle="A count, with its day and method.",
        ),
    )


def question(name: str, kind: QuestionKind, raised_by: Evidence) -> OpenQuestion:
    """A question and the words that raise it."""
    return OpenQuestion(
        id=name,
        kind=kind,
        question="What is left open here?",
        why="The text says so.",
        who=None,
        evidence=(raised_by,),
        answered_by=None,
    )


def source_rows() -> tuple[SourceRow, ...]:
    """The articles as the table of sources shows them."""
    rows = []
    facts = {
        "bridge": ("Harbour Courier", "J. Amsel", "https://courier.example/bridge?id=1&view=full", 6),
        "notice": ("Estuary Wire", None, None, 4),
        "rewrite": (None, None, "https://digest.example/0417", 0),
        "garden": ("Harbour Courier", None, "javascript:alert(1)", 0),
    }
    for number, (article, (file, before, body, _)) in enumerate(ARTICLES.items(), start=1):
        outlet, author, url, quotations = facts[article]
        rows.append(
            SourceRow(
                number=number,
                article=article,
                file=file,
                title=body.split("\n")[0],
                outlet=outlet,
                author=author,
                published=None,
                supplied=("outlet",) if article == "notice" else (),
                language="en",
                bundled_with=None,
                status="used" if article in _USED else "off_topic",
                reason="On the affair." if article in _USED else "Shares no actor with the other texts.",
                sentences=len(split_sentences(body)),
                quotations=quotations,
                sha256=_sha256(body),
                url=url,
                segments=(Segment(0, len(before), len(body)),),
            )
        )
    return tuple(rows)
