"""Signs of change are drawn on the page, and lead to the finding that speaks of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.ui.desk.finding_targets import finding_at
from app.ui.desk.marks import changed_marks, marks
from app.ui.widgets.page_view_marks import Look, Mark
from review.checks.finding import Group
from review.claim.paper import Anomaly, Place
from tests.app.ui.desk.test_findings_panel import a_view
from tests.builders import a_claim, a_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

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


def test_the_magnifier_opens_at_the_place_of_a_finding_and_tells_what_was_found(room: DeskRoom) -> None:
    page = room.bench.paper.page_id
    finding = replace(a_view("pasted-digits").finding, place=Place(page, PASTED.box), message=PASTED.said)
    room._look_at_finding(finding)
    room.bench.paper.toggle_lens()
    lens = room.bench.paper.view.lens
    assert lens.isVisible()
    assert (lens._caption.text(), lens._reason.text()) == (finding.title, PASTED.said)
    room.bench.paper.toggle_lens()
    assert not lens.isVisible()


def test_the_words_of_a_sign_at_the_edge_stay_on_the_page_view(room: DeskRoom) -> None:
    view = room.bench.paper.view
    edge = Mark("changed:1:0", (1200, 40, 40, 40), Look.CHANGED, words="疑似改动")
    view.set_marks((edge,))
    picture = view.grab().toImage()
    red = room.session.theme.colour("bad")
    columns = {
        x for x in range(picture.width()) for y in range(0, picture.height(), 3) if picture.pixelColor(x, y) == red
    }
    assert columns
    assert max(columns) < view.viewport().width()
    assert len(columns) > 40


def test_the_legend_leaves_out_the_calmest_words_where_there_is_no_room(room: DeskRoom, qtbot: QtBot) -> None:
    view, tools = room.bench.paper.view, room.bench.paper.tools
    looks = (Look.PROVEN, Look.DOUBTFUL, Look.CONTRADICTED, Look.CHANGED)
    view.set_marks(tuple(Mark(f"value:{n}", (10, 40 * n, 30, 20), look) for n, look in enumerate(looks)))
    tools.count()
    qtbot.waitUntil(lambda: tools.width() <= view.viewport().width())
    assert not tools._legend[Look.CHANGED].isHidden()
