"""Bottom line and findings of a model, with the rules' own where a sentence of the model did not hold."""

from __future__ import annotations

from collections.abc import Sequence

from brief.assemble.borrowed import repeats
from brief.assemble.findings import MOST, bottom_line, finding_lines
from brief.assemble.material import Material
from brief.assemble.register import Register
from brief.assemble.statements import Said, Voices, shortened
from brief.schema import Contradiction, Evidence, Line, Part, Span
from brief.schema.conclusion import Concluded, Conclusion
from brief.sections import BOTTOM_LINE, annex, finding

TAG = "paraphrase, rule-checked"
"""Grey tag of every sentence in a model's words."""

MOST_QUOTED = 25
"""A finding in a model's words quotes at most this many words beside them."""

LEAST_FINDINGS = 3
"""Below this number the rules' findings are added."""


def first_page(
    picked: Sequence[Said],
    voices: Voices,
    numbered: Sequence[tuple[str, Contradiction]],
    register: Register,
    material: Material,
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the bottom line and the findings: the model's where there are any, the rules' for those that are lost.

    Under the bottom line stands what was lost, or why the model was not used.
    """
    made = _in_own_words(material.conclusion, material)
    if made is None or not (made.bottom_line or made.findings):
        bottom, taken = bottom_line(picked, numbered, register, material)
        rest = [said for said in picked if said not in taken][:MOST]
        note = () if made is None else (_line(f"Bottom line and findings are {made.outcome.rstrip('.')}."),)
        return (*bottom, *note), finding_lines(rest, voices, register, material)
    bottom = tuple(_sentence(item, register) for item in made.bottom_line)
    if not bottom:
        bottom, _ = bottom_line(picked, numbered, register, material)
    elif made.lost_sentences:
        open_ones = [(number, c) for number, c in numbered if c.status == "open"]
        stand_in = () if open_ones else picked[:1]
        bottom = (*bottom, *bottom_line(stand_in, open_ones[:1], register, material)[0])
    note = (_lost(made),) if made.lost_sentences or made.lost_findings else ()
    return (*bottom, *note), _findings(made, picked, voices, register, material)


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
    missing = max(made.lost_findings, LEAST_FINDINGS - len(lines))
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
    text = f"Of {made.concluder}, {' and '.join(counts)} did not hold against the evidence; the rules' stand in. "
    return Line(parts=(Part(kind="text", text=text), Part(kind="ref", text=annex("B"))))


def _line(text: str) -> Line:
    return Line(parts=(Part(kind="text", text=text),))
