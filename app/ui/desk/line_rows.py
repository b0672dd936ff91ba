"""Rows of the lines table from the sheet: each line with its catalogue word and its open doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.desk.finding_card import TONES
from app.ui.desk.lines_model import LineRow, catalogue_word, line_doubts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.ui.desk.sheet import Sheet
    from app.ui.widgets.badge import Tone
    from review.claim.paper import Document, Line


def papers_with_lines(sheet: Sheet, document: Document | None) -> tuple[Document, ...]:
    """The papers whose lines the table shows: the one in hand where it has lines, else those that are paid from."""
    if document is not None and document.lines:
        return (document,)
    return sheet.claim.charge_papers


def line_rows(sheet: Sheet, lines: Sequence[Line], counts: Mapping[int, int]) -> tuple[LineRow, ...]:
    """The table's rows; ``counts`` gives how many candidates wait for a line, where that is known already."""
    waiting = {d.spot.line.id: counts.get(d.spot.line.id, 0) for d in sheet.doubts if d.match and d.spot.line}
    findings = _titles(sheet)
    return tuple(
        LineRow(
            line, catalogue_word(line, sheet.entries.get(line.id), waiting.get(line.id)), line_doubts(line, findings)
        )
        for line in lines
    )


def _titles(sheet: Sheet) -> dict[str, list[tuple[str, Tone]]]:
    """Titles of undecided findings by subject."""
    titles: dict[str, list[tuple[str, Tone]]] = {}
    for view in sheet.findings:
        if view.decision is None:
            finding = view.finding
            titles.setdefault(finding.subject, []).append((finding.title, TONES[finding.severity]))
    return titles
