"""Electronic receipts at the desk: what to ask the treasury's site for, and its answer written down."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from app.ui.desk.exports import VERIFICATIONS
from app.ui.desk.verify_dialog import VerifyDialog
from review.claim.paper import Custody
from review.claim.verification import Answer
from review.services import archive, desk, verifying
from tests.app.ui.desk.papers import TOTAL
from tests.offices import CLERK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.desk.room import DeskRoom
    from app.ui.desk.verify_panel import VerifyPanel
    from review.claim.claim import Claim
    from review.services.office import Office

    Wait = Callable[[], None]


@pytest.fixture
def panel(room: DeskRoom, office: Office, claim: Claim, settle: Wait) -> VerifyPanel:
    """The tab of receipts to look up, with one electronic receipt."""
    receipt = claim.receipts[0]
    edit = desk.Edit(f"document:{receipt.id}:custody", Custody.ELECTRONIC.value)
    desk.correct(office, CLERK, claim.number, [edit])
    room.claim.reload()
    settle()
    room.bench.figures.papers.setCurrentWidget(room.bench.figures.verify)
    return room.bench.figures.verify


def picked(room: DeskRoom, path: Path) -> None:
    """Say in the dialog that was opened last which file is meant."""
    room.findChildren(QFileDialog)[-1].fileSelected.emit(str(path))


def dialog_of(room: DeskRoom, panel: VerifyPanel) -> VerifyDialog:
    """The dialog that the first receipt's button opens."""
    button = next(iter(panel.asks.values()))
    assert isinstance(button, QPushButton)
    button.click()
    [dialog] = room.findChildren(VerifyDialog)
    return dialog


def test_a_receipt_on_paper_is_not_looked_up(room: DeskRoom) -> None:
    panel = room.bench.figures.verify
    assert panel.asks == {}
    assert any("不必查验" in label.text() for label in panel.findChildren(QLabel))


def test_an_electronic_receipt_waits_for_an_answer(panel: VerifyPanel) -> None:
    [state] = panel.states.values()
    assert "未查验" in state.text()


def test_what_the_site_asks_for_can_be_copied(room: DeskRoom, panel: VerifyPanel) -> None:
    dialog = dialog_of(room, panel)
    assert dialog.asked_for["invoice_number"] == "0012345678"
    assert dialog.asked_for["issue_date"] == "20250312"
    assert dialog.asked_for["total_amount"] == TOTAL
    copies = [b for b in dialog.findChildren(QPushButton) if b.text() == "复制"]
    copies[1].click()
    assert QGuiApplication.clipboard().text() == "0012345678"
    assert [copy.isEnabled() for copy in copies] == [True, True, False, True, True]


def test_an_answer_is_kept_with_who_and_when_and_told_in_the_journal(
    room: DeskRoom, panel: VerifyPanel, settle: Wait, office: Office, claim: Claim
) -> None:
    dialog = dialog_of(room, panel)
    assert not dialog.go.isEnabled()
    dialog.answers[Answer.GENUINE].click()
    dialog.times.setText("2")
    dialog.go.click()
    settle()
    [kept] = verifying.answers(office, claim.number)
    assert (kept.answer, kept.times, kept.by) == (Answer.GENUINE, 2, CLERK.username)
    assert "record_answer" in [row.action for row in archive.history(office, claim.number)]
    [state] = panel.states.values()
    assert "相符" in state.text()
    assert CLERK.username in state.toolTip()


def test_an_answer_that_differs_wants_a_word_and_nothing_is_kept_without(
    room: DeskRoom, panel: VerifyPanel, settle: Wait, office: Office, claim: Claim
) -> None:
    dialog = dialog_of(room, panel)
    dialog.answers[Answer.DIFFERS].click()
    dialog.go.click()
    settle()
    assert verifying.answers(office, claim.number) == ()
    assert "没有保存" in room.bench.warning


def test_after_an_answer_the_next_change_is_taken(
    room: DeskRoom, panel: VerifyPanel, settle: Wait, claim: Claim
) -> None:
    dialog = dialog_of(room, panel)
    dialog.answers[Answer.UNAVAILABLE].click()
    dialog.go.click()
    room.claim.edit("insured.phone", "13900000002")
    settle()
    assert room.bench.warning == ""
    assert room.claim.sheet is not None
    assert room.claim.sheet.claim.insured.phone == "13900000002"
    assert room.claim.sheet.claim.number == claim.number


@pytest.mark.parametrize("place", [1, 3])
def test_a_list_leaves_the_desk_is_filled_in_and_comes_back(
    room: DeskRoom, panel: VerifyPanel, settle: Wait, tmp_path: Path, place: int
) -> None:
    actions = [action for action in panel.lists.menu().actions() if not action.isSeparator()]
    out = tmp_path / "查验清单.csv"
    actions[place].trigger()
    picked(room, out)
    settle()
    rows = list(csv.DictReader(StringIO(out.read_text("utf-8-sig"))))
    assert [row["报销单号"] for row in rows] == [room.claim.number]
    rows[0] |= {"查验结果": "相符", "查验次数": "1"}
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    told: list[str] = []
    room.remark.connect(told.append)
    actions[-1].trigger()
    picked(room, out)
    settle()
    assert told == ["已登记 1 条查验结果。"]
    assert [kept.answer for kept in verifying.answers(room.session.office, room.claim.number)] == [Answer.GENUINE]
    [state] = panel.states.values()
    assert "相符" in state.text()


def test_the_list_leaves_the_desk_on_paper(room: DeskRoom, panel: VerifyPanel, settle: Wait, tmp_path: Path) -> None:
    panel.list_wanted.emit(VERIFICATIONS)
    picked(room, tmp_path / "查验清单.pdf")
    settle()
    assert (tmp_path / "查验清单.pdf").read_bytes().startswith(b"%PDF-")
