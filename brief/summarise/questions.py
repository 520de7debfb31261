"""Open questions of an article: what its own words say is unanswered, unclear, undated or unseen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.addressed import addressed_paragraphs
from brief.dates import find_dates
from brief.schema import Article, Evidence, OpenQuestion, QuestionKind, Sentence, Statement

_LONGEST = 4000  # a longer sentence is no prose
_NO_REPLY = re.compile(
    r"\b(?:(?:did|had|has|have|do|does|would|could)(?: not|n['’]t) (?:\w+ ){0,2}(?:respond|responded|reply|replied|"
    r"answer|answered|"
    r"return(?:ed)? (?:\w+ ){0,2}calls?|comment(?:ed)?)\b|declin\w+ (?:to (?:\w+ )?(?:comment|answer|discuss|"
    r"elaborate)|comment|an interview)|"
    r"refus\w+ to (?:comment|answer|discuss)|no (?:immediate |further )?(?:comment|reply|response|answer) (?:from|"
    r"was|had|to|came)|"
    r"(?:had|gave|offered) no (?:immediate |further )?(?:comment|reply|response|answer)|(?:was|"
    r"were) not (?:immediately )?"
    r"(?:available|reachable)(?: for comment)?|could not (?:immediately )?be reached|"
    r"made no comment|"
    r"not (?:immediately )?(?:respond|answer)\w* to (?:\w+ ){0,3}(?:requests?|questions?|calls?)|"
    r"did not want to comment|"
    r"went unanswered|unanswered (?:requests?|questions?|calls?))"
    r"|\bno (?:respondi(?:ó|eron)|contest(?:ó|aron)|quiso|quisieron|atendi(?:ó|eron)) (?:\w+ ){0,3}(?:a |hacer |"
    r"comentar|preguntas|hablar|responder)"
    r"|\bdeclinó (?:comentar|hacer)|\bsin respuesta\b"
    r"|\bn['’](?:a|ont) pas (?:\w+ )?(?:répondu|réagi|donné suite|souhaité)|\bse refus\w+ à (?:tout commentaire|"
    r"commenter)|\bpas de commentaire"
    r"|\b(?:wollte|wollten) (?:sich )?(?:\w+ ){0,3}nicht (?:äußern|kommentieren|sagen)|"
    r"\bäußerte[n]? sich (?:\w+ ){0,3}nicht"
    r"|\b(?:antwortete|reagierte)[n]? (?:\w+ ){0,3}nicht|\blehnte[n]? (?:\w+ ){0,4}(?:Stellungnahme|Kommentar) ab|"
    r"\bkeine Stellungnahme\b",
    re.IGNORECASE,
)
_UNCLEAR = re.compile(
    r"\b(?:(?:is|was|are|were|remains?|remained|stays?|left|it['’]s|still) (?:\w+ ){0,2}(?:unclear|unknown|"
    r"uncertain|undisclosed|unresolved|"
    r"unexplained|open to question|a mystery|in doubt|disputed)|not (?:immediately |yet |entirely |"
    r"at all )*clear (?:how|why|who|what|"
    r"when|where|whether|if|which)|(?:is|was|are|were|has|have) (?:not|n['’]t|never) (?:yet )?(?:been )?(?:known|"
    r"disclosed|established|"
    r"explained|determined|made public|confirmed|clarified|identified|settled)|"
    r"(?:would|will|could|can|did)(?: not|n['’]t|not) (?:yet )?(?:say|tell|explain|confirm|specify|disclose|"
    r"rule out|determine|identify|give (?:a|any) "
    r"(?:date|figure|number|reason|name))|declin\w+ to (?:say|speak|name|give|confirm|specify|identify|disclose)|"
    r"refus\w+ to (?:say|name|give|"
    r"confirm|specify|disclose)|(?:nobody|no one|none)\b[^.;]{0,60}\b(?:would say|will say|knows|could say|can say|"
    r"has explained|can explain)|"
    r"(?:no|not any) (?:official )?(?:explanation|details?|information|indication) (?:was|were|has|have|had|of|on|"
    r"about)|"
    r"gave no (?:details|reason|explanation|date|figure|number)|without (?:saying|explaining|naming|giving)\b|"
    r"has yet to (?:say|explain|"
    r"decide|publish|confirm|disclose)|(?:does|do|did) not (?:know|say|explain)\b|(?:is|are|was|"
    r"were) still (?:unclear|being investigated|"
    r"under investigation)|too early to (?:say|tell)|cannot (?:yet )?(?:say|confirm|tell|rule out)|(?:wants?|"
    r"want) to know)"
    r"|\b(?:no (?:está|queda|es|fue) (?:\w+ )?(?:claro|clara|posible saber)|se desconoce\w*|se ignora\w*|(?:no|"
    r"sin) (?:se sabe|precisar|aclarar|"
    r"detallar|explicar)|no (?:ha|han|quiso|quisieron|precisó|precisaron|aclaró|explicó|dijo|detalló|podemos decir|"
    r"puede decir|pueden decir)\b"
    r"(?: (?:aclarado|precisado|explicado|decir|hablar|confirmar|revelar|dado))?|sigue sin)"
    r"|\b(?:on ignore|on ne sait pas|reste\w* (?:inconnu|flou|à (?:établir|déterminer|éclaircir)|incertain)\w*|"
    r"n['’]a pas (?:précisé|été précisé|dit|indiqué|"
    r"expliqué|voulu dire)|sans préciser|n['’]est pas (?:clair|connu|établi)\w*|refus\w+ de (?:dire|préciser|"
    r"confirmer)|ne (?:peut|peuvent|veut|"
    r"veulent|pouvons) (?:pas )?(?:dire|préciser|confirmer))"
    r"|\b(?:(?:ist|war|bleibt|blieb|sei) (?:\w+ ){0,3}(?:unklar|ungeklärt|unbekannt|offen|ungewiss|nicht bekannt)|"
    r"unklar (?:ist|war|bleibt|blieb)|"
    r"(?:wollte|konnte|wollten|konnten) (?:\w+ ){0,5}nicht (?:sagen|bestätigen|erklären|nennen)|"
    r"steht (?:noch )?nicht fest|ließ (?:er|sie|\w+) offen)",
    re.IGNORECASE,
)
# every match of a pattern holds one of its stems: they are looked for first, and are quicker
_REPLY_STEMS = (
    *("respon", "repl", "answer", "return", "comment", "declin", "refus", "available", "reachable", "reached"),
    *("contest", "quis", "atendi", "respue", " pas ", "nicht", "stellungnahme", "kommentar"),
)
_UNCLEAR_STEMS = (
    *("unclear", "unknown", "uncertain", "undisclosed", "unresolved", "unexplained", "question", "mystery", "doubt"),
    *("disputed", "not ", "n't", "n’t", "never", "declin", "refus", "nobody", "no one", "none", "without", "yet to"),
    *("still ", "too early", "to know", "no ", "desconoce", "ignor", "sigue", "sin ", "ne ", "rest", " pas ", "sans "),
    *("unklar", "ungeklärt", "unbekannt", "offen", "ungewiss", "nicht"),
)
_DATE_STEMS = ("date", "scheduled", "fecha", "termin", "datum")
_OWING_STEMS = ("whether or not", "will", "shall", "only ")
_PAPER_STEMS = (
    *("report", "review", "finding", "result", "minutes", "document", "text", "audit", "stud", "contract", "memo"),
    *("letter", "statement", "plan", "log", "transcript", "informe", "rapport", "bericht", "gutachten", "protokoll"),
)
_PAPER = (
    r"(?:reports?|reviews?|findings|results?|minutes|documents?|texts?|audits?|stud(?:y|ies)|contracts?|memos?|letters?|"
    r"statements?|plans?|logs?|transcripts?|informe|documento|texto|rapport|document|texte|Bericht|Gutachten|Protokoll)"
)
_ANNOUNCED = re.compile(
    r"\b(?:will|would|is to|are to|plans? to|promised to|is expected to|wird|werden)\b[^.;]{0,50}\b"
    r"(?:publish|release|present|issue|unveil|disclose|submit|make public|veröffentlichen|vorlegen|vorstellen)\b"
    rf"[^.;]{{0,40}}\b{_PAPER}\b"
    r"|\b(?:publicará|presentará|publiera|présentera)\b"
    rf"[^.;]{{0,40}}\b{_PAPER}\b"
    rf"|\b{_PAPER}\b[^.;]{{0,40}}\b(?:has|have|had|is|was|were)(?: not|n['’]t|n['’]t yet| not yet| never) "
    r"(?:been )?(?:published|released|made public|made the \w+ public|seen|shown|disclosed)",
    re.IGNORECASE,
)
_NO_DATE = re.compile(
    r"\b(?:no date|a date has not|date (?:is|was|has) (?:not|yet)|without (?:giving|setting|naming) a date|(?:has|"
    r"have) not (?:yet )?(?:been )?scheduled|"
    r"at a later date|sin fecha|no (?:hay|tiene|se ha fijado|ha dado) (?:una )?fecha|aucune date|sans date|"
    r"kein(?:en)? (?:Termin|Datum)|date to be (?:set|announced))\b",
    re.IGNORECASE,
)
_OWING = re.compile(
    r"\b(?:as soon as|once|when|after)\b[^.;]{0,80}\b(?:shall|will) (?:say|know|tell|see)\b|\bonly (?:an?|"
    r"the) [\w ]{0,30}(?:can|will) (?:say|tell|show|settle)\b|"
    r"\bwhether or not\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?<![A-Z])[^.!?\n]{8,160}\?")
_SUBJECT = re.compile(r"(?:\b(?:[A-Z][\w.'’-]+|[tT]he|of|de|del|la|der|des|du|le|[a-z]{3,14})\s+){1,6}$")
_NAME = re.compile(r"(?:(?:The|the)\s+)?(?:[A-Z][\w.'’-]*[\w.](?:\s+(?:of|de|del|der|for|and)\s+|\s+)?)+")
_PRONOUNS = frozenset("i we you he she it they this that there who nobody".split())
_TEMPLATES: dict[QuestionKind, tuple[str, str]] = {
    "no_reply": ("What does {who} say about this?", "No reply is reported."),
    "unclear": (
        "What is not known here?",
        "The text says that it is not known or not said.",
    ),
    "undated": ("When is this to happen?", "It is announced without a date."),
    "announced": ("What does the announced document say?", "It is announced, and the text does not quote it."),
    "unresolved": ("Which of the two is right?", "The texts differ."),
}


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
    for sentence in sentences:
        if sentence.end - sentence.start > _LONGEST or sentence.paragraph in addressed:
            continue
        text = article.text[sentence.start : sentence.end]
        if text.strip() == (article.title or "").strip():
            continue
        kind = question_kind(text, article.published)
        if kind is None:
            continue
        who = answerer(text, kind)
        ask, why = _TEMPLATES[kind]
        found.append(
            OpenQuestion(
                id=f"q{len(found) + 1}",
                kind=kind,
                question=ask.format(who=_inside_a_sentence(who) if who else "the side that was asked"),
                why=why,
                who=who,
                evidence=(
                    Evidence(
                        article=article.id,
                        field="text",
                        sentence=sentence.number,
                        start=sentence.start,
                        end=sentence.end,
                        text=text,
                    ),
                ),
                answered_by=None,
            )
        )
    return tuple(found)


def _inside_a_sentence(name: str) -> str:
    return "the " + name[4:] if name.startswith("The ") else name


def question_kind(text: str, published: str | None) -> QuestionKind | None:
    """What a sentence leaves open, if it does."""
    low = text.lower()
    if _holds(low, _REPLY_STEMS) and _NO_REPLY.search(text):
        return "no_reply"
    if _holds(low, _DATE_STEMS) and _NO_DATE.search(text):
        return "undated"
    if (_holds(low, _UNCLEAR_STEMS) and _UNCLEAR.search(text)) or (_holds(low, _OWING_STEMS) and _OWING.search(text)):
        return "unclear"
    if _holds(low, _PAPER_STEMS) and _ANNOUNCED.search(text):
        return "announced" if find_dates(text, published) or '"' not in text else None
    return None


def _holds(low: str, stems: tuple[str, ...]) -> bool:
    """Whether a lower-case text holds one of the stems."""
    return any(stem in low for stem in stems)


def answerer(text: str, kind: QuestionKind) -> str | None:
    """Who could answer: the name that stands before the words of no reply."""
    if kind not in ("no_reply", "unclear"):
        return None
    cue = _NO_REPLY.search(text) or _UNCLEAR.search(text)
    if cue is None:
        return None
    before = text[max(0, cue.start() - 80) : cue.start()].rstrip()
    cut = max(before.rfind(mark) for mark in (". ", ",", ";", ":", '"', "”"))
    last = [m for m in _NAME.finditer(before) if m.end() >= len(before) - 1 and m.start() > cut - 1]
    name = last[-1].group().strip() if last else None
    return None if name is None or name.lower() in _PRONOUNS else name
