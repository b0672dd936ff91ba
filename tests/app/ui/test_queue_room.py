"""The queue room, on a real office."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.ui.queue.groups import GROUPS
from app.ui.queue.room import QueueRoom
from review.claim.states import ClaimState
from review.services import desk, queue
from tests.app.ui.seed import opened

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.app.ui.conftest import Idle, Sit
    from tests.app.ui.seed import Seeded


@pytest.fixture
def room(sit: Sit, idle: Idle, qtbot: QtBot) -> QueueRoom:
    return _entered(QueueRoom(sit("limin")), idle, qtbot)


def _entered(made: QueueRoom, idle: Idle, qtbot: QtBot) -> QueueRoom:
    qtbot.addWidget(made)
    made.show()
    made.enter()
    idle()
    return made


def test_all_open_claims_are_listed_most_urgent_first(room: QueueRoom) -> None:
    days = [row.days_left for row in room.table.shown if row.days_left is not None]
    assert len(room.table.shown) == 11
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("group", "count"), [("first", 3), ("second", 1), ("signoff", 3), ("payment", 2), ("closed", 0)]
)
def test_a_chip_lets_its_states_through_and_shows_how_many(room: QueueRoom, group: str, count: int) -> None:
    room.chips.choose(group)
    assert len(room.table.shown) == count
    assert any(button.text().endswith(f" {count}") for button in room.chips._buttons.values() if button.isChecked())


def test_every_state_has_a_chip_that_shows_it(seeded: Seeded) -> None:
    row = queue.queue(seeded.office)[0]
    for state in ClaimState:
        changed = type(row)(**{**{name: getattr(row, name) for name in row.__dataclass_fields__}, "state": state})
        assert any(group.accepts(changed, "") for group in GROUPS), state


def test_every_searched_word_must_occur(room: QueueRoom) -> None:
    room.search.setText("东莞 胡平霞")
    assert [row.name for row in room.table.shown] == ["胡平霞"]


def test_searching_for_nobody_says_so_and_offers_the_way_back(room: QueueRoom) -> None:
    room.search.setText("查无此人")
    assert room._empty.isVisibleTo(room)
    QTest.mouseClick(room._empty._button, Qt.MouseButton.LeftButton)
    assert room.search.text() == ""
    assert len(room.table.shown) == 11


def test_ctrl_f_goes_to_the_search_box(room: QueueRoom, qtbot: QtBot) -> None:
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    QTest.keyClick(room.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert room.search.hasFocus()


def test_f2_takes_the_most_urgent_claim_and_opens_it(room: QueueRoom, seeded: Seeded, qtbot: QtBot) -> None:
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    with qtbot.waitSignal(room.navigate) as gone:
        QTest.keyClick(room.table, Qt.Key.Key_F2)
    where, number = gone.args
    assert where == "desk"
    assert queue.load_claim(seeded.office, number).first_reviewer == "limin"


def test_when_nothing_waits_the_status_line_says_so(room: QueueRoom, seeded: Seeded, qtbot: QtBot) -> None:
    while desk.claim_next(seeded.office, seeded.people["wangqiang"]):
        pass
    with qtbot.waitSignal(room.remark) as said:
        room.take_next()
    assert "没有" in said.args[0]


def test_a_draft_opens_in_intake_and_others_on_the_desk(room: QueueRoom) -> None:
    gone: list[tuple[str, str]] = []
    room.navigate.connect(lambda where, number: gone.append((where, number)))
    for state in (ClaimState.DRAFT, ClaimState.BATCHED):
        room.open_claim(next(row.number for row in room.table.shown if row.state is state))
    assert [where for where, _ in gone] == ["capture", "desk"]


def test_enter_opens_the_claim_in_focus(room: QueueRoom, qtbot: QtBot) -> None:
    number = room.table.shown[3].number
    room.table.pick(number)
    with qtbot.waitSignal(room.navigate) as gone:
        QTest.keyClick(room.table, Qt.Key.Key_Return)
    assert gone.args[1] == number


def test_a_change_refreshes_the_list_and_keeps_the_place(room: QueueRoom, seeded: Seeded, qtbot: QtBot) -> None:
    number = next(row.number for row in room.table.shown if row.state is ClaimState.READ)
    room.table.pick(number)
    desk.begin_review(seeded.office, seeded.people["limin"], number)
    room.session.jobs.announce(number)
    qtbot.waitUntil(lambda: room.table.current is not None and room.table.current.state is ClaimState.FIRST_REVIEW)
    assert room.table.current is not None
    assert room.table.current.number == number


def test_only_a_clerk_may_take_the_next(sit: Sit, idle: Idle, qtbot: QtBot) -> None:
    room = _entered(QueueRoom(sit("fanghua")), idle, qtbot)
    assert not room._next.isEnabled()
    assert "经办" in room._next.toolTip()


def test_the_shown_rows_are_exported_to_a_workbook(room: QueueRoom, tmp_path: Path, qtbot: QtBot) -> None:
    room.chips.choose("signoff")
    room.export()
    dialog = room.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(room.remark) as said:
        dialog.fileSelected.emit(str(tmp_path / "队列.xlsx"))
    cells = [
        cell for row in load_workbook(tmp_path / "队列.xlsx").worksheets[0].iter_rows(values_only=True) for cell in row
    ]
    assert str(tmp_path) in said.args[0]
    assert {row.number for row in room.table.shown} <= set(cells)


def test_an_empty_office_says_where_to_begin(sit: Sit, idle: Idle, qtbot: QtBot, tmp_path: Path) -> None:
    session = sit("limin")
    session.office = opened(tmp_path / "new").office
    room = _entered(QueueRoom(session), idle, qtbot)
    with qtbot.waitSignal(room.navigate) as gone:
        QTest.mouseClick(room._empty._button, Qt.MouseButton.LeftButton)
    assert gone.args[0] == "capture"
