"""Bottom line and findings of a model, with the rules' own where a sentence of the model did not hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brief.assemble.borrowed import repeats
from brief.assemble.disagreements import Weighed
from brief.assemble.findings import LEAST, MOST, Chosen, affairs_line, bottom_line, finding_lines
from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.assemble.statements import Said, Voices, shortened
from brief.assemble.weighing import Weighing
from brief.schema import Evidence, Line, Part, Span
from brief.schema.conclusion import Concluded, Conclusion
from brief.sections import BOTTOM_LINE, annex, finding

TAG = "paraphrase, rule-checked"
"""Grey tag of every sentence in a model's words."""

MOST_QUOTED = 25
"""A finding in a model's words quotes at most this many words beside them."""


@dataclass(frozen=True, slots=True)
class FirstPage:
    """Bottom line and findings."""

    bottom_line: tuple[Line, ...]
    findings: tuple[Line, ...]
    told: frozenset[str]
    """Numbers of the disagreements that the bottom line sets out in the words of both sides."""


def first_page(
    picked: Chosen,
    voices: Voices,
    ordered: Sequence[Weighed],
    weighing: Weighing,
    register: Register,
    material: Material,
) -> FirstPage:
    """Return the bottom line and the findings: the model's where there are any, the rules' for those that are lost.

    Above the bottom line stands that the texts have no common subject, where they have none; under it what was lost,
    or why the model was not used.
    """
    apart = affairs_line(material, weighing)
    made = _in_own_words(material.conclusion, material)
    if made is None or not (made.bottom_line or made.findings):
        ruled = bottom_line(picked.every, ordered, register, material, weighing)
        fresh = [said for said in picked.fresh if said not in ruled.said][:MOST]
        again = [said for said in picked.repeated if said not in ruled.said and not _is_in(said, ordered, ruled.told)]
        again = again[: max(0, LEAST - len(fresh))]
        rest = (*fresh, *again)
        note = () if made is None else (_line(f"Bottom line and findings are {made.outcome.rstrip('.')}."),)
        findings = finding_lines(rest, voices, register, material)
        return FirstPage((*apart, *ruled.lines, *note), findings, ruled.told)
    bottom = tuple(_sentence(item, register) for item in made.bottom_line)
    told: frozenset[str] = frozenset()
    if not bottom or made.lost_sentences:
        cited = frozenset((e.article, e.sentence) for s in (*made.bottom_line, *made.findings) for e in s.evidence)
        leading = tuple(w for w in ordered if w.leads and not _is_told(w, cited))[:1]
        unsaid = tuple(s for s in picked.every if not any((s.article, n) in cited for n in s.statement.sentences))
        stand_in = unsaid if not bottom else () if leading else unsaid[:1]
        ruled = bottom_line(stand_in, leading, register, material, weighing)
        bottom, told = (*bottom, *ruled.lines), ruled.told
    note = (_lost(made),) if made.lost_sentences or made.lost_findings else ()
    return FirstPage((*apart, *bottom, *note), _findings(made, picked.every, voices, register, material), told)


def _is_told(weighed: Weighed, cited: frozenset[tuple[str, int]]) -> bool:
    """Tell whether sentences of both sides of a disagreement are among some that are cited."""
    sides = (weighed.item.a, weighed.item.b)
    return all(any((e.article, e.sentence) in cited for e in side.evidence) for side in sides)


def _is_in(said: Said, ordered: Sequence[Weighed], told: frozenset[str]) -> bool:
    """Tell whether a statement stands on a side of one of the disagreements that have been told."""
    sides = (side for w in ordered if w.number in told for side in (w.item.a, w.item.b))
    return any(e.article == said.article and e.sentence in said.statement.sentences for s in sides for e in s.evidence)


def _in_own_words(made: Conclusion | None, material: Material) -> Conclusion | None:
    """Return a conclusion without the sentences that repeat an article that is not fit to quote."""
    unfit = [material.article[name].text for name in sorted(material.unfit)]
    if made is None or not unfit:
        return made
    bottom, findings = (
        tuple(item for item in items if not any(repeats(item.text, text) for text in unfit))
        for items in (made.bottom_line, made.findings)
    )
    return made.model_copy(
        update={
            "bottom_line": bottom,
            "findings": findings,
            "lost_sentences": made.lost_sentences + len(made.bottom_line) - len(bottom),
            "lost_findings": made.lost_findings + len(made.findings) - len(findings),
        }
    )


def _findings(
    made: Conclusion, picked: Sequence[Said], voices: Voices, register: Register, material: Material
) -> tuple[Line, ...]:
    lines = tuple(_finding(n, item, register, material) for n, item in enumerate(made.findings, start=1))
    missing = max(made.lost_findings, LEAST - len(lines))
    cited = {(e.article, e.sentence) for item in made.findings for e in item.evidence}
    fresh = [s for s in picked if not any((s.article, n) in cited for n in s.statement.sentences)]
    return (*lines, *finding_lines(fresh[:missing], voices, register, material, len(lines) + 1))


def _sentence(item: Concluded, register: Register) -> Line:
    return Line(parts=(Part(kind="text", text=f"{item.text} "), *_keys(item.evidence, register, BOTTOM_LINE)), tag=TAG)


def _finding(number: int, item: Concluded, register: Register, material: Material) -> Line:
    place = finding(number)
    quoted: tuple[Part, ...] = ()
    fit = all(e.article not in material.unfit for e in item.quoted)
    if item.quoted and fit and sum(len(e.text.split()) for e in item.quoted) <= MOST_QUOTED:
        article = next(a for a in material.articles if a.id == item.quoted[0].article)
        spans = shortened(article.text, [Span(e.start, e.end) for e in item.quoted])
        quoted = register.stretches(article.id, spans, place)
    keys = tuple(part for part in _keys(item.evidence, register, place) if part not in quoted)
    return Line(parts=(Part(kind="text", text=f"{item.text} "), *quoted, *keys), tag=TAG)


def _keys(evidence: Sequence[Evidence], register: Register, place: str) -> tuple[Part, ...]:
    return tuple(dict.fromkeys(part for item in evidence for part in register.cite(item, place)))


def _lost(made: Conclusion) -> Line:
    counts = [
        f"{number} {noun if number == 1 else nouns}"
        for number, noun, nouns in (
            (made.lost_sentences, "sentence of the bottom line", "sentences of the bottom line"),
            (made.lost_findings, "finding", "findings"),
        )
        if number
    ]
    what = " and ".join(counts)
    text = f"Of the model's words, {what} did not hold against the evidence; the rules' stand in. "
    return Line(parts=(Part(kind="text", text=text), Part(kind="ref", text=annex("B"))))


def _line(text: str) -> Line:
    return Line(parts=(Part(kind="text", text=text),))
