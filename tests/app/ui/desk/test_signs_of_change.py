"""Signs of change are drawn on the page, and lead to the finding that speaks of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.ui.desk.finding_targets import finding_at
from app.ui.desk.marks import changed_marks, marks
from app.ui.widgets.page_view_marks import Look
from review.checks.finding import Group
from review.claim.paper import Anomaly, Place
from tests.app.ui.desk.test_findings_panel import a_view
from tests.builders import a_claim, a_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.desk.room import DeskRoom

PASTED = Anomaly("pasted-digits", "“105,263.14”的首位比同行数字粗 38%", (900, 120, 160, 40), 0.97)


def test_each_sign_is_a_box_that_says_what_was_measured() -> None:
    [mark] = changed_marks(a_page(anomalies=(PASTED,)))
    assert (mark.look, mark.box, mark.tip) == (Look.CHANGED, PASTED.box, PASTED.said)
    assert mark.words


def test_a_page_without_signs_has_no_such_box() -> None:
    claim = a_claim(pages=(a_page(), replace(a_page(anomalies=(PASTED,)), id=2)))
    assert Look.CHANGED not in {mark.look for mark in marks(claim, 1)}
    assert Look.CHANGED in {mark.look for mark in marks(claim, 2)}


def test_a_finding_is_found_by_its_place_on_the_same_page_only() -> None:
    found = replace(a_view("pasted-digits").finding, place=Place(1, (950, 130, 60, 20)))
    nowhere = a_view("other").finding
    assert finding_at((nowhere, found), Place(1, PASTED.box)) is found
    assert finding_at((nowhere, found), Place(2, PASTED.box)) is None
    assert finding_at((nowhere, found), Place(1, (0, 0, 10, 10))) is None


def test_a_click_on_a_sign_takes_its_finding_in_hand(room: DeskRoom, settle: Callable[[], None]) -> None:
    sheet, page = room.claim.sheet, room.bench.paper.page_id
    assert sheet is not None
    pages = tuple(replace(p, anomalies=(PASTED,)) if p.id == page else p for p in sheet.claim.pages)
    sign = replace(
        a_view("pasted-digits", group=Group.FORGERY, subject=f"page:{page}").finding, place=Place(page, PASTED.box)
    )
    views = (*sheet.findings, replace(a_view("pasted-digits"), finding=sign))
    shown = replace(sheet, claim=replace(sheet.claim, pages=pages), findings=views)
    room.claim._lay(room.claim._held, shown)  # type: ignore[arg-type]  # a claim is held
    room.bench.paper._pick(changed_marks(next(p for p in pages if p.id == page))[0].target)
    settle()
    card = next(c for c in room.bench.figures.findings.cards if c.finding.code == "pasted-digits")
    assert card.hasFocus()
    assert room.bench.paper.tools._legend[Look.CHANGED].text().endswith("1")
