"""The watch list: three colours by shape and word, filtered, one in full with its claims, answered by a supervisor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from app.ui.shell.session import Session
from app.ui.tables.model import CHIPS_ROLE
from app.ui.watch.room import WatchRoom
from app.ui.widgets.badge import Tone
from app.ui.widgets.reason import ReasonDialog
from review.services import archive, watching
from review.watch.watched import Colour, WatchedKind
from tests.app.ui.watch.conftest import YELLOW, shared
from tests.offices import ADMINISTRATOR, SUPERVISOR, a_user

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme
    from review.services.office import Office

    Idle = Callable[[], None]


def enter(room: WatchRoom, idle: Idle) -> None:
    room.enter()
    idle()


def keys(room: WatchRoom) -> list[str]:
    return [watched.key for watched in room.table.shown]


def card(room: WatchRoom) -> str:
    page = room.card.widget()
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def answer(room: WatchRoom, note: str) -> None:
    QTest.mouseClick(room.answer, Qt.MouseButton.LeftButton)
    [dialog] = room.findChildren(ReasonDialog)
    dialog.words.setPlainText(note)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)


def test_an_office_with_nothing_to_watch_says_what_is_watched(room: WatchRoom, idle: Idle) -> None:
    enter(room, idle)
    assert room.empty.isVisible()
    assert "没有需要关注的对象" in room.empty._why.text()
    assert "收款账户" in room.empty._cure.text()
    assert not room.answer.isEnabled()
    assert not room.export.isEnabled()


def test_red_stands_before_yellow_before_green_told_by_shape_word_and_colour(
    room: WatchRoom, idle: Idle, accounts: tuple[str, str, str]
) -> None:
    enter(room, idle)
    assert keys(room) == list(accounts)
    chips = [room.table.proxy.index(row, 0).data(CHIPS_ROLE)[0] for row in range(3)]
    assert [(chip.text, chip.tone) for chip in chips] == [
        ("■ 红", Tone.BAD),
        ("▲ 黄", Tone.WARN),
        ("✓ 绿", Tone.OK),
    ]


@pytest.mark.usefixtures("accounts")
def test_the_tables_keep_the_rules_of_qt(room: WatchRoom, idle: Idle) -> None:
    for model in (room.table.rows, room.table.proxy, room.claims.table.rows):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    enter(room, idle)
    room.filters.colours.choose(Colour.GREEN)
    room.table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    idle()
    assert room.table.proxy.rowCount() == 1


@pytest.mark.usefixtures("accounts")
def test_a_line_tells_reason_basis_figures_and_claims(room: WatchRoom, idle: Idle) -> None:
    enter(room, idle)
    watched = room.table.current
    assert watched is not None
    told = card(room)
    for words in (*watched.reasons, "依据", "成年人数", "不是结论"):
        assert words in told
    assert [row.number for row in room.claims.shown] == list(watched.claims)
    assert "涉及 5 件报销单" in room.claims.heading.text()


@pytest.mark.usefixtures("accounts")
def test_a_claim_opens_at_the_desk(room: WatchRoom, idle: Idle, qtbot: QtBot) -> None:
    enter(room, idle)
    QTest.keyClick(room.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(room.navigate) as went:
        QTest.keyClick(room.claims.table, Qt.Key.Key_Return)
    assert went.args == ["desk", room.claims.shown[0].number]


def test_an_answer_makes_a_line_green_and_tells_who_and_when(
    room: WatchRoom, idle: Idle, accounts: tuple[str, str, str], qtbot: QtBot
) -> None:
    a_user(room.session.office, ADMINISTRATOR)
    a_user(room.session.office, SUPERVISOR)
    enter(room, idle)
    with qtbot.waitSignal(room.remark):
        answer(room, "已约谈并纠正")
    enter(room, idle)
    first = next(one for one in room.table.shown if one.key == accounts[0])
    assert (first.colour, first.answer) == (Colour.GREEN, "赵刚 2025-04-01：已约谈并纠正")
    assert archive.history(room.session.office, "watch")[-1].reason == "已约谈并纠正"


@pytest.mark.usefixtures("accounts")
def test_a_line_is_open_again_when_its_figures_change(room: WatchRoom, idle: Idle, office: Office) -> None:
    watching.answer_watched(office, SUPERVISOR, WatchedKind.ACCOUNT, YELLOW, "已核实")
    enter(room, idle)
    shared(office, YELLOW, 1)
    room.refresh()
    idle()
    line = next(one for one in room.table.shown if one.key == YELLOW)
    assert (line.colour, line.answer) == (Colour.YELLOW, "")


@pytest.mark.usefixtures("accounts")
def test_filters_by_colour_and_kind_count_and_an_empty_one_leads_back(
    room: WatchRoom, idle: Idle, qtbot: QtBot
) -> None:
    enter(room, idle)
    assert room.filters.colours._buttons[Colour.RED].text() == "■ 红 1"
    room.filters.colours.choose(Colour.YELLOW)
    assert keys(room) == [YELLOW]
    room.filters.kinds.choose(WatchedKind.CLERK)
    assert keys(room) == []
    assert room.empty.isVisible()
    assert not room.answer.isEnabled()
    room.empty.acted.emit()
    idle()
    qtbot.waitUntil(lambda: len(keys(room)) == 3)


@pytest.mark.usefixtures("accounts")
def test_an_administrator_looks_and_is_told_who_answers(
    office: Office, jobs: Jobs, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    made = WatchRoom(Session(office, ADMINISTRATOR, jobs, theme, preferences))
    qtbot.addWidget(made)
    made.enter()
    qtbot.waitUntil(lambda: jobs.pending == 0)
    assert made.table.proxy.rowCount() == 3
    assert not made.answer.isEnabled()
    assert "签批领导" in made.answer.toolTip()


@pytest.mark.usefixtures("accounts")
def test_the_list_is_written_to_a_workbook(room: WatchRoom, idle: Idle, tmp_path: Path) -> None:
    enter(room, idle)
    room.export.click()
    [dialog] = room.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "名单.xlsx"))
    idle()
    told = [cell.value for row in load_workbook(tmp_path / "名单.xlsx").worksheets[0] for cell in row]
    assert {"红", "黄", "绿"} <= set(told)
    dialog.reject()


@pytest.mark.usefixtures("accounts")
def test_f2_asks_for_the_answer(room: WatchRoom, idle: Idle, qtbot: QtBot) -> None:
    enter(room, idle)
    with qtbot.waitActive(room):
        room.activateWindow()
    QTest.keyClick(room, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: bool(room.findChildren(ReasonDialog)))
    [dialog] = room.findChildren(ReasonDialog)
    assert not dialog.go.isEnabled()
    dialog.reject()
