"""Imports of the year's sums: looked at first, taken over, what they changed, one person's years, withdrawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel

from app.ui.accumulators.importing.told_row import ToldRow
from app.ui.accumulators.room import AccumulatorsRoom
from app.ui.widgets.reason import ReasonDialog
from review.services import accumulating
from tests.builders import ID_NUMBER, a_citizen_number
from tests.offices import CASHIER, CLERK
from tests.review.accumulators.exports import a_book, a_row

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.accumulators.importing.dialog import StandingsDialog
    from app.ui.shell.session import Session
    from review.claim.claim import Claim
    from review.claim.people import Actor
    from tests.app.ui.accumulators.conftest import Settle


def words(room: AccumulatorsRoom) -> str:
    return "\n".join(label.text() for label in room.findChildren(QLabel) if label.isVisible())


def begin(room: AccumulatorsRoom, settle: Settle, path: Path, day: str = "2025-03-01") -> StandingsDialog:
    """Open the import with a file, and say its day."""
    room.enter()
    settle()
    dialog = room.begin_import(str(path))
    settle()
    if day:
        dialog.preview.told.day.setText(day)
        QTest.mouseClick(dialog.preview.told.read, Qt.MouseButton.LeftButton)
        settle()
    return dialog


def take_over(room: AccumulatorsRoom, settle: Settle, path: Path) -> None:
    """Take a file over."""
    dialog = begin(room, settle, path)
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    settle()


def test_an_office_without_imports_says_what_to_do(room: AccumulatorsRoom, settle: Settle) -> None:
    room.enter()
    settle()
    assert "还没有导入过平台累计" in words(room)
    assert not room.withdraw.isEnabled()
    assert room.add.isEnabled()


def test_a_file_without_a_day_asks_for_it_beside_the_field(
    room: AccumulatorsRoom, settle: Settle, tmp_path: Path
) -> None:
    dialog = begin(room, settle, a_book(tmp_path, a_row()), day="")
    assert not dialog.next.isEnabled()
    assert "必须改正或补充" in dialog.preview.verdict.text()
    dialog.preview.told.day.setText("三月")
    assert not dialog.preview.told.read.isEnabled()
    dialog.preview.told.day.setText("2025-03-01")
    assert dialog.preview.told.read.isEnabled()


def test_the_preview_tells_people_and_the_claims_it_changes(
    room: AccumulatorsRoom, settle: Settle, tmp_path: Path, claim: Claim
) -> None:
    dialog = begin(room, settle, a_book(tmp_path, a_row(), a_row(7)))
    assert "新增 2 人" in dialog.preview.verdict.text()
    assert [one.claim for one in dialog.preview.affected.shown] == [claim.number]
    assert dialog.next.isEnabled()
    assert accumulating.standing_batches(room.session.office) == ()


def test_what_is_said_after_the_reading_must_be_read_again(
    room: AccumulatorsRoom, settle: Settle, tmp_path: Path
) -> None:
    dialog = begin(room, settle, a_book(tmp_path, a_row()))
    assert dialog.next.isEnabled()
    dialog.preview.told.own.setChecked(False)
    assert not dialog.next.isEnabled()
    dialog.preview.told.read.click()
    settle()
    assert dialog.next.isEnabled()


def test_rows_left_out_must_be_looked_at(room: AccumulatorsRoom, settle: Settle, tmp_path: Path) -> None:
    dialog = begin(room, settle, a_book(tmp_path, a_row(), a_row(身份证号="3607****0022")))
    assert not dialog.next.isEnabled()
    assert "1 行" in dialog.preview.seen.text()
    dialog.preview.seen.setChecked(True)
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    settle()
    [batch] = accumulating.standing_batches(room.session.office)
    assert (batch.people, batch.left_out) == (1, 1)


def test_a_file_taken_over_lists_the_claims_it_changed_and_opens_them(
    room: AccumulatorsRoom, settle: Settle, tmp_path: Path, claim: Claim, qtbot: QtBot
) -> None:
    take_over(room, settle, a_book(tmp_path, a_row(统筹累计支付="99,000.00")))
    assert [one.claim for one in room.affected.shown] == [claim.number]
    assert "未核定 1 件已重新计算" in room.affected.heading.text()
    with qtbot.waitSignal(room.navigate) as gone:
        QTest.keyClick(room.affected.table, Qt.Key.Key_Return)
    assert gone.args == ["desk", claim.number]


def test_a_paid_claim_is_listed_with_what_was_paid_too_much(
    room: AccumulatorsRoom, settle: Settle, tmp_path: Path, settled: str
) -> None:
    office = room.session.office
    with office.store.read() as unit:
        number = unit.folder(settled).claim.insured.id_number
    row = a_row(身份证号=number, 统筹累计支付="99,000.00")
    dialog = begin(room, settle, a_book(tmp_path, row))
    dialog.preview.told.own.setChecked(False)
    dialog.preview.told.read.click()
    settle()
    dialog.next.click()
    settle()
    [one] = [one for one in room.affected.shown if one.claim == settled]
    assert one.difference < 0
    assert "多付" in room.affected.heading.text()


def test_the_same_file_twice_is_refused_in_the_preview(room: AccumulatorsRoom, settle: Settle, tmp_path: Path) -> None:
    path = a_book(tmp_path, a_row())
    take_over(room, settle, path)
    dialog = begin(room, settle, path)
    assert "没有重复导入" in dialog.preview.trouble.text()
    assert not dialog.next.isEnabled()


def test_a_file_that_is_no_table_is_told_where_it_is_chosen(
    room: AccumulatorsRoom, settle: Settle, tmp_path: Path
) -> None:
    path = tmp_path / "照片.xlsx"
    path.write_bytes(b"\x89PNG\r\n")
    room.enter()
    dialog = room.begin_import(str(path))
    settle()
    assert dialog.pages.currentWidget() is dialog.choose
    assert dialog.choose.trouble.text()


def test_a_person_is_found_by_the_whole_number_only(
    room: AccumulatorsRoom, settle: Settle, tmp_path: Path, claim: Claim
) -> None:
    take_over(room, settle, a_book(tmp_path, a_row()))
    room.person.search.setText(ID_NUMBER.lower())
    QTest.keyClick(room.person.search, Qt.Key.Key_Return)
    settle()
    [year] = room.person.shown
    assert (year.year, year.batch) == (2025, 1)
    assert "统筹" in room.person.table.model().index(0, 4).data()
    room.person.search.setText(a_citizen_number(99))
    room.person.ask()
    settle()
    assert room.person.shown == ()
    assert "没有这个人的累计" in words(room)
    assert claim.number


def test_a_batch_is_withdrawn_with_a_reason(room: AccumulatorsRoom, settle: Settle, tmp_path: Path) -> None:
    take_over(room, settle, a_book(tmp_path, a_row()))
    QTest.mouseClick(room.withdraw, Qt.MouseButton.LeftButton)
    [dialog] = room.findChildren(ReasonDialog)
    dialog.words.setPlainText("平台更正")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle()
    [batch] = accumulating.standing_batches(room.session.office)
    assert (batch.withdrawn, batch.reason) == (True, "平台更正")
    assert not room.withdraw.isEnabled()
    assert "平台更正" in room.told.text()


def test_the_tables_keep_the_rules_of_qt(room: AccumulatorsRoom, settle: Settle, tmp_path: Path, claim: Claim) -> None:
    models = (room.batches.rows, room.affected.table.rows, room.person.table.rows)
    testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in models]
    take_over(room, settle, a_book(tmp_path, a_row()))
    room.person.search.setText(ID_NUMBER)
    room.person.ask()
    settle()
    assert len(testers) == len([model for model in models if model.rowCount()])
    assert claim.number


@pytest.mark.parametrize("actor", [CLERK, CASHIER])
def test_who_may_import(session: Session, qtbot: QtBot, actor: Actor) -> None:
    room = AccumulatorsRoom(replace(session, actor=actor))
    qtbot.addWidget(room)
    assert room.add.isEnabled() is (actor is CLERK)
    assert room.add.toolTip()
    assert not room.withdraw.isEnabled()
    room.heavy.close()


def test_nothing_is_said_of_another_file(qtbot: QtBot) -> None:
    row = ToldRow()
    qtbot.addWidget(row)
    row.day.setText("2025-03-01")
    row.year.setText("20x5")
    assert row.told is None
    row.begin()
    assert row.told is not None
    assert (row.told.as_of, row.told.year, row.told.includes_own) == (None, None, True)
