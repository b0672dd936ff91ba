"""The sign-off room, on a real office with an open batch of three and a signed one of two."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from app.ui.signoff.pile import load_glance
from app.ui.signoff.room import SignoffRoom
from app.ui.widgets.reason import ReasonDialog
from app.ui.widgets.thumbnail import Thumbnail
from review.claim.decisions import BatchState
from review.claim.states import ClaimState
from review.services import batches, queue
from tests.app.ui.seed import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.app.ui.conftest import Idle, Sit
    from tests.app.ui.seed import Seeded


@pytest.fixture
def room(sit: Sit, idle: Idle, qtbot: QtBot) -> SignoffRoom:
    return _entered(SignoffRoom(sit("chenguodong")), idle, qtbot)


def _entered(made: SignoffRoom, idle: Idle, qtbot: QtBot) -> SignoffRoom:
    qtbot.addWidget(made)
    made.show()
    made.enter()
    idle()
    return made


def _answer(room: SignoffRoom, why: str) -> None:
    dialog = room.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.words.setPlainText(why)
    dialog.go.click()


def test_the_open_batch_is_shown_riskiest_first(room: SignoffRoom) -> None:
    risks = [len(row.claim.risks) for row in room.table.shown]
    assert len(risks) == 3
    assert risks == sorted(risks, reverse=True)


def test_the_totals_are_those_of_the_claims_to_the_fen(room: SignoffRoom, seeded: Seeded) -> None:
    payable = sum((row.claim.payable for row in room.table.shown), Decimal(0))
    assert room.totals._sums["fund_total"].text() == f"¥ {payable:,.2f}"
    assert batches.open_batch(seeded.office).payable == payable


def test_the_checks_say_that_sums_match_and_persons_differ(room: SignoffRoom) -> None:
    said = " ".join(label.text() for label in room.totals.findChildren(QLabel))
    assert "逐分相符" in said
    assert "三人不同" in said


@pytest.mark.parametrize(("group", "count"), [("all", 3), ("risk", 3), ("large", 1), ("out", 0)])
def test_chips_pick_out_what_to_look_at(room: SignoffRoom, group: str, count: int) -> None:
    room.chips.choose(group)
    assert len(room.table.shown) == count


def test_space_takes_a_claim_out_with_a_reason_and_in_again(room: SignoffRoom, idle: Idle, qtbot: QtBot) -> None:
    number = room.table.shown[0].claim.number
    room.table.pick(number)
    room.toggle()
    _answer(room, "电子票未查验")
    qtbot.waitUntil(lambda: room._pile is not None and len(room._pile.view.included) == 2)
    room.table.pick(number)
    room.toggle()
    qtbot.waitUntil(lambda: room._pile is not None and len(room._pile.view.included) == 3)
    idle()


def test_no_claim_is_taken_out_without_a_reason(room: SignoffRoom) -> None:
    room.toggle()
    dialog = room.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.words.setPlainText("   ")
    assert not dialog.go.isEnabled()


def test_x_sends_a_claim_back_to_the_first_review(room: SignoffRoom, seeded: Seeded, qtbot: QtBot) -> None:
    number = room.table.shown[1].claim.number
    room.table.pick(number)
    room.send_back()
    _answer(room, "住院天数与清单不符")
    qtbot.waitUntil(lambda: len(room.table.shown) == 2)
    assert queue.load_claim(seeded.office, number).state is ClaimState.FIRST_REVIEW


def test_the_password_signs_the_batch_and_the_sheet_is_offered(room: SignoffRoom, idle: Idle, qtbot: QtBot) -> None:
    assert not room.signing.go.isEnabled()
    room.signing.password.setText(PASSWORD)
    QTest.keyClick(room.signing.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room._pile is not None and room._pile.view.state is BatchState.SIGNED)
    idle()
    assert room.signing.save.isVisibleTo(room)
    assert "陈国栋" in room.signing.note.text()


def test_a_wrong_password_signs_nothing_and_says_so(room: SignoffRoom, seeded: Seeded, qtbot: QtBot) -> None:
    room.signing.password.setText("not the password")
    room.signing.go.click()
    qtbot.waitUntil(lambda: "不正确" in room.signing.note.text())
    assert room.signing.password.text() == ""
    assert batches.open_batch(seeded.office).state is BatchState.OPEN


def test_the_sheet_of_a_signed_batch_is_saved_where_the_person_says(
    room: SignoffRoom, tmp_path: Path, qtbot: QtBot, idle: Idle
) -> None:
    room.which.setCurrentIndex(room.which.count() - 1)
    idle()
    room.save_sheet()
    dialog = room.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(room.remark, timeout=60_000) as said:
        dialog.fileSelected.emit(str(tmp_path / "签批单.pdf"))
    assert (tmp_path / "签批单.pdf").read_bytes().startswith(b"%PDF")
    assert str(tmp_path) in said.args[0]


def test_an_auditor_looks_but_cannot_sign_or_change(sit: Sit, idle: Idle, qtbot: QtBot) -> None:
    room = _entered(SignoffRoom(sit("hezhen")), idle, qtbot)
    assert not room.signing.password.isEnabled()
    with qtbot.waitSignal(room.remark) as said:
        room.toggle()
    assert "签批领导" in said.args[0]


def test_the_claim_in_focus_shows_its_changes_and_pages(room: SignoffRoom, seeded: Seeded, qtbot: QtBot) -> None:
    number = room.table.shown[2].claim.number
    room.table.pick(number)
    qtbot.waitUntil(lambda: number in room.glance._heading.text())
    qtbot.waitUntil(lambda: all(not t.pixmap().isNull() for t in room.glance.findChildren(Thumbnail)))
    assert len(load_glance(seeded.office, number).pages) == 3


def test_a_decision_is_told_with_person_and_reason(room: SignoffRoom, seeded: Seeded) -> None:
    changes = load_glance(seeded.office, room.table.shown[0].claim.number).changes
    assert any("允许" in change and "已对照原件核对" in change for change in changes)
    assert not any("limin" in change for change in changes)
