"""Text that speaks to a program instead of to a reader: an injected instruction is no news and nobody's statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.schema import Sentence

_LONGEST = 4000
_PROGRAM = (
    r"(?:language models?|large language models?|AI (?:assistants?|models?|systems?|tools?|summari\w+|readers?|"
    r"agents?)|artificial intelligence|chatbots?|LLMs?|GPT|"
    r"automated (?:readers?|systems?|tools?|summari\w+)|summari[sz](?:ers?|ation (?:systems?|tools?|models?)|"
    r"ing (?:systems?|tools?|models?|software))|system prompt|"
    r"assistants? reading|machine readers?|text[- ]processing|sprachmodelle?n?|KI-(?:System|Modell|Assistent|"
    r"Programm)\w*|modelos? de lenguaje|asistentes? de IA|modèles? de langage|assistants? IA|"
    r"reading (?:tools?|software|systems?|program\w*)|analysis (?:tools?|software|systems?))"
)
_ADDRESS = re.compile(
    rf"\b{_PROGRAM}\b"
    r"|\b(?:ignore|disregard|forget|ignora|ignorez|ignoriere|ignorieren)\b[^.\n]{0,50}\b(?:previous|prior|above|"
    r"earlier|all|other|instructions?|contradictions?|articles?|sources?|"
    r"instrucciones|consignes|anweisungen|anterior\w*|précédent\w*|vorherig\w*)\b"
    r"|^\W{0,4}(?:system|assistant|user|note to (?:\w+ ){0,3}(?:editor|system|model|reader)\w*|instructions?|"
    r"anweisung|instrucción|consigne)\s*:"
    r"|\b(?:your|the) (?:summary|briefing|output|answer|response|report)\b[^.\n]{0,40}\b(?:must|should|shall|has to)\b"
    r"|\b(?:do not|don['’]t|never) (?:report|mention|list|flag|include|compare|"
    r"treat)\b[^.\n]{0,60}\b(?:contradiction|conflict|discrepan|difference|disagree|dispute|denial)\w*"
    r"|\b(?:report|mark|treat|state|list|output|write)\b[^.\n]{0,40}\b(?:no contradictions?|as resolved|as settled|"
    r"as verified|as confirmed|as duplicates?)\b",
    re.IGNORECASE | re.MULTILINE,
)


def addresses_a_program(text: str) -> bool:
    """True when a stretch of text gives orders to a program that reads it."""
    return _ADDRESS.search(text[:_LONGEST]) is not None


def addressed_paragraphs(text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Numbers of the paragraphs in which a sentence speaks to a program."""
    return frozenset(s.paragraph for s in sentences if addresses_a_program(text[s.start : s.end]))
