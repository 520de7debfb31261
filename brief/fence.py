"""Untrusted text on its way to a language model: a fence it can't close, hidden characters shown, orders noticed."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from brief.sentences import split_sentences

_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Letters and signs that show nothing, though Unicode calls them letters or symbols."""

_ESCAPE = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")
_JOINERS = frozenset("\u200c\u200d")
_LONGEST = 4000


def fence_token(text: str) -> str:
    """Return a mark that stands nowhere in the text, the same for the same text; its author can't guess it."""
    number = 0
    while True:
        token = hashlib.sha256(f"{number}:{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        if token not in text:
            return token
        number += 1


def shown(text: str) -> str:
    """Return the text with characters that show nothing or steer a display written as `⟨U+200B⟩`, on one line.

    Joiners between letters of scripts that need them, tabs and ordinary spaces stay; line breaks become spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(text, at, char) for at, char in enumerate(text))


def _shown(text: str, at: int, char: str) -> str:
    if char in "\n\r\t\u2028\u2029\x0b\x0c\x85":
        return " "
    category = unicodedata.category(char)
    if category not in ("Cc", "Cf", "Cs", "Co", "Cn") and char not in _BLANK:
        return char
    if char in _JOINERS and 0 < at < len(text) - 1 and min(text[at - 1], text[at + 1]) > "\u058f":
        return char
    return f"⟨U+{ord(char):04X}⟩"


def as_written(text: str) -> str:
    """Return copied words with the shown characters put back."""
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if int(m[1], 16) <= 0x10FFFF else m[0], text)


_MODEL = (
    r"(?:(?:large )?language models?|llms?|chat ?bots?|gpt|"
    r"ai(?: (?:models?|assistants?|agents?|systems?|tools?|summari[sz]ers?|readers?))?|"
    r"modelos? de lenguaje|inteligencia artificial|ia|modèles? de langage|sprachmodelle?|"
    r"ki(?:-(?:modelle?|assistent\w*|systeme?))?|modelli? linguistic[oi]|modelos? de linguagem)"
)
_FORGET = (
    r"\b(?:ignore|disregard|forget|override|bypass|do not follow|don['’]t follow)\b[^.!?]{0,40}"
    r"\b(?:previous|prior|above|earlier|preceding|foregoing|system|original|initial|your)\b[^.!?]{0,25}"
    r"\b(?:instructions?|prompts?|directions?|directives?|rules?|commands?|guidelines?|guardrails?|messages?)\b",
    r"\b(?:ignora|ignore[sn]?|olvida|olvide|desatiende|omite|haz caso omiso de)\b[^.!?]{0,40}"
    r"\b(?:instrucciones|indicaciones|órdenes)\b",
    r"\b(?:ignore[zr]?|oublie[zr]?|ne tiens pas compte|ne tenez pas compte)\b[^.!?]{0,40}"
    r"\b(?:instructions|consignes|directives)\b",
    r"\b(?:ignoriere?n?|vergiss|vergessen|missachte\w*|beachte\w* nicht)\b[^.!?]{0,40}"
    r"\b(?:anweisung\w*|instruktion\w*|vorgaben|befehle)\b",
    r"\b(?:ignora|dimentica|ignore|esqueça|desconsidere)\b[^.!?]{0,40}\b(?:istruzioni|instruções)\b",
    r"\b(?:игнорируй\w*|забудь\w*)[^.!?]{0,40}инструкци",
    r"忽略[^。]{0,12}(?:指令|指示|说明)|(?:指示|命令)[^。]{0,8}無視",
)
_ADDRESS = (
    r"\b(?:you are|you['’]re|act as|behave as|pretend to be)\b (?:now )?(?:an? |the )?" + _MODEL + r"\b",
    r"\b(?:you are|act as) (?:now )?an? (?:\w+ )?(?:assistant|summari[sz]er)\b(?!\s+\w)",
    r"\b(?:note|message|instructions?|attention|notice|warning|order|nota|hinweis|mensaje|aviso)\b:? "
    r"(?:to|for|para|an|für|a|à) (?:\w+ )?" + _MODEL + r"\b\s*(?:[:,.–—-]|reading|processing|that|who)",
    r"\b" + _MODEL + r"\b,? (?:that (?:is|are) )?"
    r"(?:reading|processing|summari[sz]ing|analy[sz]ing|parsing) (?:this|the following)\b",
    r"\bif you are (?:an? )?" + _MODEL + r"\b",
    r"\b(?:si eres|wenn du|si tu es|se sei|se você é) (?:una? |eine? |un |une |um |uma )?" + _MODEL + r"\b",
)
_REPLY = (
    r"\b(?:in|from|of) your (?:summary|response|output|json|reply|briefing)\b",
    r"\byour (?:summary|output|json|response) (?:must|should|shall|has to)\b",
    r"\b(?:reply|respond|answer|output|return)\b (?:(?:only|exactly|just) )?(?:with )?(?:(?:only|exactly|just) )?"
    r"(?:the (?:word|phrase|following|json)|valid json|json)\b",
    r"\b(?:summari[sz]e|describe|present|report) this (?:article|text|page|document) as\b",
)
_CHAT_MARKS = (
    r"<\|?/?(?:im_start|im_end|system|assistant|user|endoftext|instructions?)\|?>|\[/?inst\]|<</?sys>>",
    r"^\W{0,6}(?:system|assistant|developer)(?: (?:prompt|message|note))?\s*:",
    r"^\W{0,6}(?:new|updated|end of|begin(?:ning of)?) (?:system )?(?:instructions?|prompt|article|document)"
    r"\b\W*(?:$|:)",
)
_ORDERS = re.compile("|".join((*_FORGET, *_ADDRESS, *_REPLY, *_CHAT_MARKS)), re.IGNORECASE)


@lru_cache(maxsize=512)
def instruction_sentences(text: str) -> frozenset[int]:
    """Return the numbers of the sentences that speak to a language model or give it orders, by general rules.

    Hidden characters are taken out and compatibility forms folded before looking. At most the first 4,000 code points
    of a sentence are looked at.
    """
    return frozenset(
        sentence.number
        for sentence in split_sentences(text)
        if is_instruction(text[sentence.start : min(sentence.end, sentence.start + _LONGEST)])
    )


def is_instruction(sentence: str) -> bool:
    """Tell whether a sentence speaks to a language model or gives it orders."""
    if not sentence.isascii():
        sentence = "".join(c for c in sentence if unicodedata.category(c) != "Cf" and c not in _BLANK)
        sentence = unicodedata.normalize("NFKC", sentence)
    return _ORDERS.search(" ".join(sentence.split())) is not None
