"""Who said what in Spanish, French, German, Portuguese and Italian, on forty labelled articles of our own.

    python -m benchmarks.attribution_abroad

Precision and F1 of direct speech and of all attributions, speaker included, for the even-numbered articles (read for
errors), the odd ones (only scored) and all, beside quotation marks with the nearest name. Texts and labels are in
tests/attribution_abroad; texts and rules have one author, so expect less on other people's articles.
"""

from __future__ import annotations

from brief.summarise.by_rules import summarise
from tests.articles import article
from tests.attribution_abroad.labels import LANGUAGES, data_hash, labelled, predicted, score
from tests.attribution_abroad.naive import naive


def main() -> None:
    """Print one row for each language and half."""
    print(f"Labelled set: tests/attribution_abroad, sha256 {data_hash()[:16]}\n")
    print("| language | half | labelled | direct P / F1 | all P / F1 | naive: direct F1 / all F1 |")
    print("|---|---|---|---|---|---|")
    for language in LANGUAGES:
        articles = [one for one in labelled() if one.language == language]
        for half in ("even", "odd", "all"):
            chosen = [a for a in articles if half == "all" or (int(a.name[-2:]) % 2 == 1) == (half == "odd")]
            ours = []
            for one in chosen:
                summary = summarise(article(one.text).model_copy(update={"language": language}))
                ours.append((one.gold, predicted(one.text, summary.statements)))
            base = [(one.gold, naive(one.text)) for one in chosen]
            direct, every = score(ours, "direct"), score(ours)
            print(
                f"| {language} | {half} | {every.gold} | {direct.precision:.2f} / {direct.f1:.2f} | "
                f"{every.precision:.2f} / {every.f1:.2f} | {score(base, 'direct').f1:.2f} / {score(base).f1:.2f} |"
            )


if __name__ == "__main__":
    main()
