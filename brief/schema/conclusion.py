"""What a language model concludes from verified items; the sentences that did not hold are not in it."""

from __future__ import annotations

from pydantic import Field

from brief.schema.base import Evidence, Value
from brief.schema.summary import Rejected


class Concluded(Value):
    """One sentence of a model, with what it rests on."""

    text: str = Field(description="The sentence, a paraphrase: it holds no quotation marks.")
    items: tuple[str, ...] = Field(description="Ids of the items and contradictions it rests on: S1.a3, c2.")
    evidence: tuple[Evidence, ...] = Field(description="Where the document's keys lead: one place for each item.")
    quoted: tuple[Evidence, ...] = Field(description="Words of the first quotation among the items; may be empty.")


class Conclusion(Value):
    """Bottom line and findings by a model, each sentence checked against its evidence."""

    concluder: str = Field(description="The model's name.")
    outcome: str = Field(description="`by model`, or `by rules: ` and the reason.")
    bottom_line: tuple[Concluded, ...] = Field(description="At most four sentences and 100 words.")
    findings: tuple[Concluded, ...] = Field(description="At most six.")
    lost_sentences: int = Field(description="Sentences of the bottom line that did not hold.")
    lost_findings: int = Field(description="Findings that did not hold.")
    dropped: tuple[Rejected, ...] = Field(description="What did not hold, with the reason.")
