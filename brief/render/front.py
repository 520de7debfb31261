"""Page 1, which stands alone: status, bottom line, findings, disagreements, gaps, sources."""

from __future__ import annotations

from brief import sections
from brief.render import styles
from brief.render.layout import Layout
from brief.render.lines import words
from brief.render.ooxml import paragraph, text_run
from brief.schema import Briefing


def front_page(layout: Layout, briefing: Briefing, disagreements: int) -> None:
    """Lay out page 1 with so many disagreements; a part without lines is left out with its heading."""
    pages = briefing.pages
    layout.add(paragraph(styles.TITLE, text_run(words(briefing.title))))
    layout.add(paragraph(styles.SUBTITLE, text_run(words(pages.subtitle))))
    layout.add(layout.line(pages.status, styles.STATUS))
    layout.heading(sections.BOTTOM_LINE, "bottom_line")
    layout.add(*(layout.line(line, styles.BOTTOM_LINE) for line in pages.bottom_line))
    if pages.findings:
        layout.heading("Key findings", "findings")
    for position, finding in enumerate(pages.findings, start=1):
        runs = layout.marked(f"finding_{position}", *layout.runs(finding))
        layout.add(paragraph(styles.FINDING, *runs))
    if pages.disagreements:
        layout.heading("Where the sources disagree")
    for disagreement in pages.disagreements[:disagreements]:
        pointer = layout.pointer(disagreement.number, f"→\u00a0{disagreement.number}", styles.KEY)
        already = any(part.kind == "ref" for part in disagreement.brief.parts)
        runs = layout.runs(disagreement.brief)
        layout.add(paragraph(styles.BULLET, *runs, *([] if already else [text_run(" "), pointer])))
    more = len(pages.disagreements) - disagreements
    if more > 0:
        target = sections.section(sections.DISAGREEMENTS)
        pointer = layout.pointer(target, f"→\u00a0{target}", styles.KEY)
        layout.add(paragraph(styles.BULLET, text_run(f"{more} more in the section on disagreements. "), pointer))
    if pages.gaps:
        layout.heading("What these texts do not tell us")
    layout.add(*(layout.line(gap, styles.BULLET) for gap in pages.gaps))
    if pages.sources_line:
        layout.heading("Sources")
        layout.add(paragraph(styles.SMALL, *layout.joined(pages.sources_line, " · ")))
