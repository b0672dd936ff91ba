"""A later batch taken over: read, looked at, all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from review.rules.book import shipped_book
from review.services import rulebooks
from tests.app.ui.rules.tables import HEADINGS, MEN, NOBODY, WOMEN, a_table

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.rules.importing.dialog import RulesDialog
    from app.ui.rules.room import RulesRoom
    from review.services.office import Office
    from review.services.rulebooks import BatchView
    from tests.app.ui.rules.conftest import Settle


@pytest.fixture
def dialog(room: RulesRoom) -> RulesDialog:
    return room.begin_import()


def own_titles(office: Office) -> list[str]:
    return [view.batch.title for view in rulebooks.rule_batches(office) if not view.batch.shipped]


def press(dialog: RulesDialog) -> None:
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)


def test_a_table_goes_from_choice_to_batch_under_the_name_and_day_that_were_typed(
    room: RulesRoom, settle: Settle, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = room.begin_import()
    dialog.read(str(a_table(tmp_path / "规则.csv")))
    settle()
    assert dialog.pages.currentWidget() is dialog.preview
    assert "没有发现问题" in dialog.preview.verdict.text()
    dialog.preview.title.setText("样例省第二批")
    dialog.preview.day.setText("2025年3月1日")
    assert own_titles(office) == []
    with qtbot.waitSignal(dialog.taken, timeout=30_000):
        press(dialog)
    settle()
    view = rulebooks.rule_batches(office)[-1]
    assert (view.batch.title, str(view.batch.published)) == ("样例省第二批", "2025-03-01")
    assert room.shelves.current is not None
    assert room.shelves.current.id == view.batch.id


def test_rows_left_out_are_named_with_sheet_and_row_and_must_have_been_looked_at(
    dialog: RulesDialog, settle: Settle, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "药品规则"
    for row in (HEADINGS, WOMEN, NOBODY, MEN):
        sheet.append(row)
    book.save(tmp_path / "规则.xlsx")
    dialog.read(str(tmp_path / "规则.xlsx"))
    settle()
    page = dialog.preview
    fault = page.faults.current
    assert fault is not None
    assert (fault.sheet, fault.row) == ("药品规则", 3)
    assert page.tabs.currentIndex() == 1
    assert not dialog.next.isEnabled()
    page.seen.setChecked(True)
    assert dialog.next.isEnabled()


def test_a_table_without_rules_cannot_be_taken_over(
    dialog: RulesDialog, settle: Settle, office: Office, tmp_path: Path
) -> None:
    dialog.read(str(a_table(tmp_path / "规则.csv", NOBODY)))
    settle()
    assert "不能导入" in dialog.preview.verdict.text()
    assert not dialog.next.isEnabled()
    assert dialog.preview.seen.isHidden()
    assert own_titles(office) == []


def test_a_name_is_asked_for_and_a_day_must_be_one(dialog: RulesDialog, settle: Settle, tmp_path: Path) -> None:
    dialog.read(str(a_table(tmp_path / "规则.csv")))
    settle()
    page = dialog.preview
    for title, day, may in (("", "", False), ("规则", "去年", False), ("规则", "", True)):
        page.title.setText(title)
        page.day.setText(day)
        assert dialog.next.isEnabled() is may


def test_what_would_differ_from_the_rules_in_force_is_told(
    dialog: RulesDialog, settle: Settle, own: BatchView, tmp_path: Path
) -> None:
    dialog.read(str(a_table(tmp_path / "新规则.csv", (*WOMEN[:3], "男"), MEN)))
    settle()
    told = dialog.preview.differences.view.pages.row(0)
    assert told is not None
    assert "限女性使用" in told.said
    assert own.batch.id in told.said
    assert "1" in dialog.preview.tabs.tabText(2)


def test_the_same_file_is_refused_with_advice_and_nothing_changes(
    dialog: RulesDialog, settle: Settle, own: BatchView, office: Office, tmp_path: Path
) -> None:
    dialog.read(str(a_table(tmp_path / "又一次.csv")))
    settle()
    press(dialog)
    settle()
    assert dialog.pages.currentWidget() is dialog.preview
    assert "没有重复导入" in dialog.preview.trouble.text()
    assert own_titles(office) == [own.batch.title]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 rules", b"\x89PNG\r\n\x1a\n no table"])
def test_a_file_that_is_no_table_is_told_with_advice(
    dialog: RulesDialog, settle: Settle, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(content)
    dialog.read(str(path))
    settle()
    assert dialog.pages.currentWidget() is dialog.choose
    assert "请" in dialog.choose.trouble.text()


def test_cancelling_stops_the_reading(dialog: RulesDialog, settle: Settle, office: Office, tmp_path: Path) -> None:
    rows = [("限定性别", f"样品栓{n}", f"XJ01DHM082B0010101{n:05d}", "女") for n in range(20_000)]
    dialog.read(str(a_table(tmp_path / "大.csv", *rows)))
    assert dialog.pages.currentWidget() is dialog.wait
    QTest.mouseClick(dialog.wait.cancel, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.pages.currentWidget() is dialog.choose
    assert not dialog.choose.trouble.isVisible()
    assert own_titles(office) == []


def test_the_tables_of_the_look_keep_the_rules_of_qt(dialog: RulesDialog, settle: Settle, tmp_path: Path) -> None:
    page = dialog.preview
    for table in (page.rules, page.faults, page.differences):
        QAbstractItemModelTester(table.view.pages, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog.read(str(a_table(tmp_path / "规则.csv", WOMEN, NOBODY, MEN)))
    settle()
    assert page.rules.view.pages.rowCount() == 2
    page.search.setText("二甲双胍")
    settle()
    assert page.rules.view.pages.rowCount() == 1


def test_the_shipped_library_stays_as_it_is(
    dialog: RulesDialog, settle: Settle, office: Office, tmp_path: Path
) -> None:
    dialog.read(str(a_table(tmp_path / "规则.csv")))
    settle()
    dialog.reject()
    assert office.rules is shipped_book()
