"""The import from file to edition, with files nobody has seen, faults, cancelling and overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.catalogue.importing.mapping_draft import CLASS
from review.services import catalogue
from tests.app.ui.catalogue.books import FAULTY, HEADINGS, NEXT_YEAR, ROWS, a_book

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.catalogue.importing.dialog import ImportDialog
    from app.ui.catalogue.room import CatalogueRoom
    from review.catalogue.entry import Edition
    from review.services.office import Office
    from tests.app.ui.catalogue.conftest import Settle

ODD = ("甲栏", "乙栏", "丙栏")
"""Headings that say nothing."""


@pytest.fixture
def dialog(room: CatalogueRoom) -> ImportDialog:
    return room.begin_import()


def own(office: Office) -> list[str]:
    return [view.edition.title for view in catalogue.editions(office) if view.own]


def describe(dialog: ImportDialog, begins: str = "2025-03-01") -> None:
    dialog.head.title.setText("样例市医用耗材目录")
    dialog.head.region.setText("样例市")
    dialog.head.begins.setText(begins)


def press(dialog: ImportDialog) -> None:
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)


def test_a_known_file_goes_from_choice_to_edition(
    dialog: ImportDialog, room: CatalogueRoom, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.read(str(a_book(tmp_path / "耗材.csv")))
    settle()
    assert dialog.pages.currentWidget() is dialog.preview
    press(dialog)
    describe(dialog)
    assert own(room.session.office) == []
    with qtbot.waitSignal(dialog.taken, timeout=30_000):
        press(dialog)
    settle()
    assert own(room.session.office) == ["样例市医用耗材目录"]
    assert room.browse.editions.current is not None
    assert room.browse.editions.current.edition.title == "样例市医用耗材目录"


def test_what_differs_from_now_is_shown_before_anything_changes(
    dialog: ImportDialog, editions: tuple[Edition, Edition], settle: Settle, tmp_path: Path
) -> None:
    rows = [row if row[0] != "1002" else (*row[:2], "丙", *row[3:]) for row in NEXT_YEAR]
    dialog.read(str(a_book(tmp_path / "样例市耗材2026年.csv", rows)))
    settle()
    page = dialog.preview
    assert editions[1].region == "样例市"
    page.tabs.setCurrentWidget(page.differences)
    settle()
    assert page.differences.table.view.pages.rowCount() >= 1 or "都是新的" in page.differences.table.note._why.text()


def test_a_fault_is_shown_with_its_place_and_forbids_to_go_on(
    dialog: ImportDialog, settle: Settle, tmp_path: Path
) -> None:
    dialog.read(str(a_book(tmp_path / "耗材.csv", FAULTY)))
    settle()
    page = dialog.preview
    fault = page.faults.shown[0]
    assert (fault.row, fault.column, fault.found) == (5, "甲乙丙类", "戊")
    assert not dialog.next.isEnabled()
    assert "不能接管" in page.verdict.text()
    assert page.tabs.currentIndex() == 1


def test_enter_on_a_fault_shows_the_entries_around_it(dialog: ImportDialog, settle: Settle, tmp_path: Path) -> None:
    dialog.read(str(a_book(tmp_path / "耗材.csv", FAULTY)))
    settle()
    QTest.keyClick(dialog.preview.faults, Qt.Key.Key_Return)
    settle()
    assert dialog.preview.tabs.currentIndex() == 0
    entry = dialog.preview.entries.current
    assert entry is not None
    assert entry.official_no in {"1003", "1009"}


def test_headings_nobody_knows_are_asked_about_and_remembered(
    dialog: ImportDialog, room: CatalogueRoom, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = [(row[0], row[1], row[5]) for row in ROWS]
    dialog.read(str(a_book(tmp_path / "无名.csv", rows, ODD)))
    settle()
    assert dialog.pages.currentWidget() is dialog.mapping
    assert not dialog.next.isEnabled()
    dialog.mapping.kind.setCurrentIndex(2)
    dialog.mapping.kind.activated.emit(2)
    _choose(dialog, "official_no", "甲栏")
    _choose(dialog, "name", "乙栏")
    _choose(dialog, CLASS, "fixed:乙")
    press(dialog)
    settle()
    assert dialog.pages.currentWidget() is dialog.preview
    press(dialog)
    describe(dialog)
    with qtbot.waitSignal(dialog.taken, timeout=30_000):
        press(dialog)
    again = room.begin_import(str(a_book(tmp_path / "明年.csv", rows[:2], ODD)))
    settle()
    assert again.pages.currentWidget() is again.preview


def _choose(dialog: ImportDialog, key: str, value: str) -> None:
    box = dialog.mapping.boxes[key]
    place = box.findData(value)
    assert place >= 0, [box.itemData(n) for n in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_cancelling_stops_the_reading_and_changes_nothing(
    dialog: ImportDialog, room: CatalogueRoom, settle: Settle, tmp_path: Path
) -> None:
    dialog.read(str(a_book(tmp_path / "大.csv", [(str(n), f"青禾导管{n}", *ROWS[0][2:]) for n in range(20_000)])))
    assert dialog.pages.currentWidget() is dialog.wait
    QTest.mouseClick(dialog.wait.cancel, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.pages.currentWidget() is dialog.choose
    assert not dialog.choose.trouble.isVisible()
    assert own(room.session.office) == []


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n not a table", b"%PDF-1.4 broken"])
def test_a_file_that_is_no_catalogue_is_told_with_advice(
    dialog: ImportDialog, settle: Settle, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(content)
    dialog.read(str(path))
    settle()
    assert dialog.pages.currentWidget() is dialog.choose
    assert dialog.choose.trouble.isVisible()
    assert "请" in dialog.choose.trouble.text()


def test_an_overlap_offers_to_end_the_older_edition(
    dialog: ImportDialog, editions: tuple[Edition, Edition], settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.read(str(a_book(tmp_path / "新.csv", NEXT_YEAR[:2])))
    settle()
    press(dialog)
    describe(dialog, "2025-06-01")
    press(dialog)
    settle()
    assert dialog.pages.currentWidget() is dialog.head
    assert dialog.head.end_older.isVisible()
    office = dialog._session.office
    assert len(own(office)) == 2
    dialog.head.end_older.setChecked(True)
    with qtbot.waitSignal(dialog.taken, timeout=30_000):
        press(dialog)
    older = next(v.edition for v in catalogue.editions(office) if v.edition.id == editions[1].id)
    assert str(older.effective_until) == "2025-05-31"


def test_the_columns_may_be_looked_at_even_where_they_are_known(
    dialog: ImportDialog, settle: Settle, tmp_path: Path
) -> None:
    dialog.read(str(a_book(tmp_path / "耗材.csv")))
    settle()
    dialog.columns.click()
    settle()
    assert dialog.pages.currentWidget() is dialog.mapping
    assert dialog.mapping.boxes["name"].currentData() == HEADINGS[1]
    assert dialog.next.isEnabled()
    dialog.back.click()
    assert dialog.pages.currentWidget() is dialog.choose
