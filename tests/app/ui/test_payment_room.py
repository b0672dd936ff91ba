"""The payment room, on a real office with a signed batch of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog

from app.ui.payment.room import PaymentRoom
from app.ui.widgets.reason import ReasonDialog
from review.claim.states import ClaimState
from review.services import queue

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.payment.paying import PayPanel
    from tests.app.ui.conftest import Idle, Sit
    from tests.app.ui.seed import Seeded


@pytest.fixture
def room(sit: Sit, idle: Idle, qtbot: QtBot) -> PayPanel:
    """The tab a cashier begins with."""
    return _entered(PaymentRoom(sit("fanghua")), idle, qtbot)


def _entered(made: PaymentRoom, idle: Idle, qtbot: QtBot) -> PayPanel:
    qtbot.addWidget(made)
    made.show()
    made.tabs.setCurrentWidget(made.paying)
    made.enter()
    idle()
    return made.paying


def _make_file(room: PayPanel, out: Path, qtbot: QtBot) -> None:
    room.make.click()
    dialog = room.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(room.remark, timeout=30_000):
        dialog.fileSelected.emit(str(out))
    qtbot.waitUntil(lambda: all(row.state is ClaimState.PAYING for row in room.table.shown))


def test_the_signed_batch_waits_with_its_accounts(room: PayPanel) -> None:
    assert [row.state for row in room.table.shown] == [ClaimState.SIGNED] * 2
    assert all(row.account.number.startswith("6222") for row in room.table.shown)
    assert not room.arrived.isEnabled()


@pytest.mark.parametrize("name", ["拨付.csv", "拨付.xlsx"])
def test_the_file_for_the_bank_is_written_and_payment_begins(
    room: PayPanel, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    _make_file(room, tmp_path / name, qtbot)
    assert (tmp_path / name).stat().st_size > 0


def test_account_numbers_stay_text_in_the_workbook(room: PayPanel, tmp_path: Path, qtbot: QtBot) -> None:
    _make_file(room, tmp_path / "拨付.xlsx", qtbot)
    cells = [
        cell for row in load_workbook(tmp_path / "拨付.xlsx").worksheets[0].iter_rows(values_only=True) for cell in row
    ]
    assert {row.account.number for row in room.table.shown} <= set(cells)


def test_what_arrived_is_confirmed_and_what_failed_gets_its_reason(
    room: PayPanel, tmp_path: Path, seeded: Seeded, qtbot: QtBot
) -> None:
    _make_file(room, tmp_path / "拨付.csv", qtbot)
    first, second = (row.number for row in room.table.shown)
    room.table.pick(first)
    room.arrived.click()
    qtbot.waitUntil(lambda: room.table.shown[0].state is ClaimState.PAID)
    room.table.pick(second)
    room.failed.click()
    dialog = room.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.words.setPlainText("账户已销户")
    dialog.go.click()
    qtbot.waitUntil(lambda: room.table.shown[1].state is ClaimState.PAYMENT_FAILED)
    assert queue.load_claim(seeded.office, second).state_reason == "账户已销户"
    assert room.make.text() == "生成拨付文件"


def test_nothing_is_confirmed_before_the_file_was_made(room: PayPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.remark) as said:
        room.confirm()
    assert "先生成拨付文件" in said.args[0]


def test_an_auditor_looks_but_cannot_pay(sit: Sit, idle: Idle, qtbot: QtBot) -> None:
    room = _entered(PaymentRoom(sit("hezhen")), idle, qtbot)
    assert not room.make.isEnabled()
    assert "出纳" in room.make.toolTip()
