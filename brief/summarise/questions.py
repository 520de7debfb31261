"""Open questions of an article: what its own words say is unanswered, unclear, undated, unseen or still to come."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from brief.addressed import addressed_paragraphs
from brief.names import unquoted
from brief.number_words import FUNCTION_WORDS
from brief.open_words import CUES, cues_of
from brief.schema import Article, Evidence, OpenQuestion, QuestionKind, Sentence, Statement

_LONGEST = 4000  # a longer sentence is no prose
_BEFORE = 80  # characters before a cue in which its subject is looked for
_PAPER = re.compile(
    r"\b(?:reports?|reviews?|findings|results?|minutes|documents?|texts?|audits?|stud(?:y|ies)|contracts?|memos?|"
    r"letters?|logs?|logbooks?|transcripts?|lists?|files?|recordings?|tapes?|footage|photographs|pictures|autops\w+|"
    r"informes?|documentos?|textos?|actas?|dict[aá]men|rapports?|documents?|textes?|expertises?|\w*bericht\w*|"
    r"\w*gutachten|protokoll\w*)\b",
    re.IGNORECASE,
)
_ASKED: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "figure": r"how (?:many|much|long|far|large|high|big)|figures?|numbers?|amount|price|costs?|cu[aá]nt\w+|"
        r"importe|combien|montant|coût|wie ?viele?|wie hoch|anzahl|höhe",
        "date": r"when|what day|which day|cuándo|qué día|quand|wann",
        "person": r"who|whom|whose|by whom|names?|named|identity|identified|quién(?:es)?|qui|wer|wen|wem",
        "reason": r"why|reasons?|causes?|motives?|por qué|causa|pourquoi|cause|warum|weshalb|ursache|grund",
        "place": r"where|dónde|où|wo",
        "whether": r"whether|if|si|ob",
        "manner": r"how|cómo|comment|wie",
    }.items()
}
_OF_ONE: Mapping[str, str] = {
    "figure": "What figure can {who} give?",
    "date": "What date can {who} give?",
    "person": "Whom can {who} name?",
    "reason": "What reason can {who} give?",
    "place": "What place can {who} name?",
    "whether": "Can {who} confirm it or not?",
    "manner": "How can {who} explain it?",
    "": "What can {who} say about this?",
}
_OF_NOBODY: Mapping[str, str] = {
    "figure": "What is the figure?",
    "date": "When did it or will it happen?",
    "person": "Who was it?",
    "reason": "What is the reason?",
    "place": "Where was it?",
    "whether": "Is it so or not?",
    "manner": "How did it come about?",
    "": "What is still unknown about this?",
}
_WHY: Mapping[str, str] = {
    "figure": "No figure is given.",
    "date": "No date is given.",
    "person": "No name is given.",
    "reason": "No reason is given.",
    "place": "No place is given.",
}
_NAME = re.compile(r"(?:(?:The|the)\s+)?(?:[A-Z][\w.'’-]*[\w.](?:\s+(?:of|de|del|der|for|and)\s+|\s+)?)+")
_DETERMINERS = frozenset("the his her its their a an el la los las le les der die das".split())
_NO_SUBJECT = FUNCTION_WORDS - _DETERMINERS - frozenset("of de del du des von for at in".split()) | frozenset(
    "nobody none neither nor why how whether asked still that which who has had is was are were said says told".split()
)
_LONGEST_SUBJECT = 7  # words
_CLAUSE_END = re.compile(r"[.,;:]\s|[\"“”„«»]|\s[–—-]\s")
_SUBJECTS = ("no reply", "not told", "not known")


def find_questions(
    article: Article,
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    addressed: frozenset[int] | None = None,
) -> tuple[OpenQuestion, ...]:
    """What the article itself leaves open: one question for each sentence that says so, which is its evidence.

    `statements` belong to the interface of the stage; the cues stand in the sentences themselves.
    `addressed` numbers the paragraphs that speak to a program and ask nothing; they are found when not given.
    """
    found: list[OpenQuestion] = []
    if addressed is None:
        addressed = addressed_paragraphs(article.text, sentences)
    title = (article.title or "").strip()
    for sentence in sentences:
        if sentence.end - sentence.start > _LONGEST or sentence.paragraph in addressed:
            continue
        text = article.text[sentence.start : sentence.end]
        cues = cues_of(text) if text.strip() != title else frozenset()
        if not cues:
            continue
        kind, who = question_kind(text, cues), answerer(text, cues)
        question, why = _wording(text, kind, who)
        place = Evidence(
            article=article.id,
            field="text",
            sentence=sentence.number,
            start=sentence.start,
            end=sentence.end,
            text=text,
        )
        number = len(found) + 1
        found.append(
            OpenQuestion(id=f"q{number}", kind=kind, question=question, why=why, who=who, evidence=(place,),
                         answered_by=None)
        )  # fmt: skip
    return tuple(found)


def question_kind(text: str, cues: frozenset[str]) -> QuestionKind:
    """What a sentence with these cues leaves open."""
    if "no reply" in cues:
        return "no_reply"
    if "not shown" in cues and _PAPER.search(text):
        return "announced"
    if "no date" in cues:
        return "undated"
    return "unclear" if cues & {"not told", "not known", "not shown"} else "announced"


def answerer(text: str, cues: frozenset[str]) -> str | None:
    """Who could answer: the name that stands before the words of no reply, or of not telling."""
    for cue in _SUBJECTS:
        place = CUES[cue].search(text) if cue in cues else None
        if place is None:
            continue
        name = _subject(text[max(0, place.start() - _BEFORE) : place.start()].rstrip())
        if name is not None:
            return name
    return None


def _inside_a_sentence(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in _DETERMINERS and rest else name


def _subject(before: str) -> str | None:
    """The subject that ends `before`: the words of its last clause, or the name at its end."""
    clause = _CLAUSE_END.split(before)[-1].strip()
    last = [m.group().strip() for m in _NAME.finditer(clause) if m.end() >= len(clause)]
    for name in (clause, *last[-1:]):
        words = name.split()
        if not words or len(words) > _LONGEST_SUBJECT or frozenset(name.lower().split()) & _NO_SUBJECT:
            continue
        if words[0][0].isupper() or (words[0] in _DETERMINERS and len(words) > 1):
            return unquoted(name) if len(words) > 1 or words[0].lower() not in _DETERMINERS else None
    return None


def _wording(text: str, kind: QuestionKind, who: str | None) -> tuple[str, str]:
    """The question and why it is open, in fixed sentences with the name of who could answer."""
    name = _inside_a_sentence(who) if who else None
    if kind == "no_reply":
        return f"What would {name or 'the side that was asked'} say about this?", "No reply is reported."
    if kind == "undated":
        return "When is it to happen?", "It is announced without a date."
    if kind == "announced":
        if _PAPER.search(text):
            return "What does the announced paper say?", "It is announced, and the text does not quote it."
        return "What is the outcome?", "It was still to come when the text was written."
    asked = next((name for name, words in _ASKED.items() if words.search(text)), "")
    why = _WHY.get(asked, "The text says that it is not known or not said.")
    return (_OF_ONE[asked].format(who=name) if name else _OF_NOBODY[asked]), why
