"""True attributions and ways to make them false: what the verifier is attacked with. A corruption gives None where the
item has nothing of its kind to corrupt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from brief.quotations import find_quotations
from brief.schema import Actor, Article, Span, Statement, Summary, Words
from brief.sentences import split_sentences
from brief.spans import slices
from brief.verify.same import has_a_name, same_actor


@dataclass(frozen=True)
class Item:
    """A statement about an article, true or corrupted, in the form in which a summariser gives it.

    `ruled` is the rules' own summary of the article; `by_rules` gives the item as theirs, without a second opinion;
    `outside` is text of the same file that is not the article's; `number` is the article's place in sorted order.
    """

    article: Article
    statement: Statement
    actor: Actor
    ruled: Summary
    number: int
    by_rules: bool = False
    outside: str = ""


Corruption = Callable[[Item, Sequence[Item], Random], Item | None]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOT = re.compile(r"\b(?:not|never|no)\b ?|n['’]t\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = re.compile(rf"\b(?:{'|'.join(_COUNTS)})\b", re.IGNORECASE)
_SURER = (
    (re.compile(r"\b(?:may|might|could|should)\b"), "will"),
    (re.compile(r"\bexplor(?:e|ing)\b"), "use"),
    (re.compile(r"\b(?:plans?|hopes?|wants?|intends?|tries|try) to\b"), "will"),
    (re.compile(r"\b(?:probably|perhaps|maybe|likely|possibly)\b"), "certainly"),
    (re.compile(r"\b(?:I|we) (?:think|believe|hope|guess)\b", re.IGNORECASE), "I know"),
)
_TURNS = re.compile(r"\b(?:not|never|no|if|unless|nobody|none|without)\b|n['’]t\b", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:if|unless|but only|provided)\b")


def claimed(item: Item, words: Words, **changes: object) -> Item:
    """Return the item with other words, as a model claims them."""
    return replace(item, statement=item.statement.model_copy(update={"content": words, **changes}))


def _told(item: Item, text: str) -> Item | None:
    """Return the item with words that its article does not have at all; None where the article has them."""
    if text in item.article.text or text == item.statement.content.text:
        return None
    return claimed(item, Words(spans=(), text=text))


def another_speaker(item: Item, _: Sequence[Item], pick: Random) -> Item | None:
    """Give the words to another actor of the article: by the mention nearest to them, by the true one, or by none."""
    if not has_a_name(item.actor):
        return None  # "the candidate" may be the one who is named elsewhere
    source = item.statement.source
    known = {w.lower() for w in _WORD.findall(f"{item.actor.name} {source.text if source else ''}") if w[0].isupper()}
    others = [
        a
        for a in item.ruled.actors
        if has_a_name(a)
        and a.mentions
        and not same_actor(a, item.actor)
        and not known & {w.lower() for n in (a.name, *a.aliases) for w in _WORD.findall(n)}
        and not any(m.start < s.end and s.start < m.end for m in a.mentions for s in (source.spans if source else ()))
    ]
    if not others:
        return None
    start = item.statement.content.spans[0].start
    other = pick.choice(sorted(others, key=lambda a: min(abs(m.start - start) for m in a.mentions))[:4])
    nearest = min(other.mentions, key=lambda m: abs(m.start - start))
    there = Words(spans=(nearest,), text=item.article.text[nearest.start : nearest.end])
    statement = item.statement.model_copy(
        update={
            "actor": other.id,
            "source": pick.choice((there, there, source, None)),
            "cue": pick.choice((item.statement.cue, None)),
        }
    )
    return replace(item, statement=statement, actor=other)


def negation_dropped(item: Item, _: Sequence[Item], pick: Random) -> Item | None:
    """Leave out a not, never, no or n't."""
    return _replaced(item, list(_NOT.finditer(item.statement.content.text)), lambda _: "", pick)


def number_changed(item: Item, _: Sequence[Item], pick: Random) -> Item | None:
    """Change a number by one, in digits or as a word."""
    text = item.statement.content.text
    found = [*_DIGITS.finditer(text), *_COUNT.finditer(text)]
    return _replaced(item, found, _next_number, pick)


def _next_number(word: str) -> str:
    if word.isdigit():
        return str(int(word) + 1)
    return _COUNTS[(_COUNTS.index(word.lower()) + 1) % len(_COUNTS)]


def made_certain(item: Item, _: Sequence[Item], pick: Random) -> Item | None:
    """Turn a may into a will, an exploring into a using."""
    found = [(match, sure) for doubt, sure in _SURER for match in doubt.finditer(item.statement.content.text)]
    if not found:
        return None
    match, sure = pick.choice(found)
    return _replaced(item, [match], lambda _: sure, pick)


def word_altered(item: Item, _: Sequence[Item], pick: Random) -> Item | None:
    """Put another word of the article in the place of one."""
    found = [m for m in _WORD.finditer(item.statement.content.text) if len(m.group()) > 3]
    words = sorted({w for w in _WORD.findall(item.article.text) if len(w) > 3})
    return _replaced(item, found, lambda _: pick.choice(words), pick)


def _replaced(item: Item, found: list[re.Match[str]], by: Callable[[str], str], pick: Random) -> Item | None:
    if not found:
        return None
    match = pick.choice(found)
    text = item.statement.content.text
    return _told(item, f"{text[: match.start()]}{by(match.group())}{text[match.end() :]}")


def spliced(item: Item, items: Sequence[Item], pick: Random) -> Item | None:
    """Join the words with those of another speaker of the article: as one run of text, or as two placed stretches."""
    others = [
        o
        for o in items
        if o.article.id == item.article.id
        and has_a_name(o.actor)
        and not same_actor(o.actor, item.actor)
        and o.statement.content.spans[0].start >= item.statement.content.spans[-1].end
    ]
    if not others:
        return None
    other = pick.choice(others)
    spans = (*item.statement.content.spans, *other.statement.content.spans)
    text = slices(item.article.text, spans)
    return claimed(item, Words(spans=spans if pick.random() < 0.5 else (), text=text))


def of_another_article(item: Item, items: Sequence[Item], pick: Random) -> Item | None:
    """Take the words from another article."""
    other = pick.choice(items)
    return _told(item, other.statement.content.text) if other.article.id != item.article.id else None


def of_the_boilerplate(item: Item, _: Sequence[Item], pick: Random) -> Item | None:
    """Take words from the part of the file that is not the article."""
    lines = [line for line in item.outside.split("\n") if len(_WORD.findall(line)) > 4]
    return _told(item, pick.choice(lines)) if lines else None


def cut_short(item: Item, _: Sequence[Item], pick: Random) -> Item | None:
    """Cut the words so that their sense turns: begin after a not or an if, or end before an if."""
    text = item.article.text
    quotations = find_quotations(text)
    found = []
    for sentence in split_sentences(text):
        for span in item.statement.content.spans:
            low, high = max(span.start, sentence.start), min(span.end, sentence.end)
            if low >= high or not any(q.start <= low + 1 and high - 1 <= q.end for q in quotations):
                continue
            found += [Span(m.end() + 1, high) for m in _TURNS.finditer(text, low, high)]
            found += [Span(low, m.start() - 1) for m in _ENDS.finditer(text, low, high)]
    kept = [s for s in found if s.start < s.end and len(_WORD.findall(text[s.start : s.end])) > 2]
    if not kept:
        return None
    words = pick.choice(kept)
    return claimed(item, Words(spans=(words,), text=text[words.start : words.end]))


CORRUPTIONS: Mapping[str, tuple[Corruption, int]] = {
    "another speaker of the article": (another_speaker, 500),
    "negation dropped": (negation_dropped, 200),
    "number changed": (number_changed, 200),
    "one word altered": (word_altered, 200),
    "made certain": (made_certain, 150),
    "two quotations spliced": (spliced, 150),
    "words of another article": (of_another_article, 150),
    "words of the boilerplate": (of_the_boilerplate, 100),
    "cut so that the sense turns": (cut_short, 150),
}
"""Name, corruption, and how many of the 2,000 items: the rest are corrupted paraphrases."""

_KINDS_OF_NEGATION = re.compile(r" (?:not|never|no) ")
_SAYS = re.compile(r"\b(?:says?|that)\b ")


def paraphrase_number(text: str, _: Random) -> str | None:
    """Change a number of a paraphrase."""
    match = _DIGITS.search(text) or _COUNT.search(text)
    return f"{text[: match.start()]}{_next_number(match.group())}{text[match.end() :]}" if match else None


def paraphrase_name(text: str, pick: Random) -> str | None:
    """Put a foreign name in the place of one that is not the first word."""
    names = list(re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", text))
    if not names:
        return None
    match = pick.choice(names)
    return f"{text[: match.start()]}Zagorin{text[match.end() :]}"


def paraphrase_negation(text: str, _: Random) -> str | None:
    """Leave out the first negation of a paraphrase, or put one in."""
    match = _KINDS_OF_NEGATION.search(text)
    if match:
        return f"{text[: match.start()]} {text[match.end() :]}"
    made = re.sub(r"\b(was|is|are|were|had|has|have|would|will|could|can)\b(?! not)", r"\1 not", text, count=1)
    return made if made != text else None


def paraphrase_certainty(text: str, _: Random) -> str | None:
    """Take the doubt out of a paraphrase, or make a saying a confirming."""
    for doubt, sure in _SURER:
        if doubt.search(text):
            return doubt.sub(sure, text, count=1)
    return re.sub(r"\bsays?\b", "confirms", text, count=1) if re.search(r"\bsays?\b", text) else None


def paraphrase_reach(text: str, _: Random) -> str | None:
    """Let a paraphrase reach to all."""
    made = re.sub(r"\bthat (?!all\b)", "that all ", text, count=1)
    return made if made != text else None


PARAPHRASES: Mapping[str, Callable[[str, Random], str | None]] = {
    "number": paraphrase_number,
    "name": paraphrase_name,
    "negation": paraphrase_negation,
    "certainty": paraphrase_certainty,
    "reach": paraphrase_reach,
}
