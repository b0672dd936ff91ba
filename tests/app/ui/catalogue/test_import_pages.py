"""Smaller parts of the import: choosing and dropping a file, waiting, and lists in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.ui.catalogue.importing.fault_columns import fault_columns
from app.ui.tables.listed import Listed
from app.ui.widgets.choose_page import ChoosePage, ChooseWords
from app.ui.widgets.wait_page import WaitPage
from review.catalogue.importing.proposal import Fault

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.catalogue.room import CatalogueRoom
    from app.ui.shell.preferences import Preferences

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(preferences: Preferences, qtbot: QtBot) -> ChoosePage:
    made = ChoosePage(preferences, ChooseWords("把文件拖到这里", "一份表格", "选择文件", "表格 (*.csv)"))
    qtbot.addWidget(made)
    made.show()
    return made


def carried(*paths: Path) -> QMimeData:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return files


def enters(widget: QWidget, files: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, files, LEFT, PLAIN)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(widget: QWidget, files: QMimeData) -> None:
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, files, LEFT, PLAIN))


def test_one_file_may_be_dropped_and_several_may_not(page: ChoosePage, tmp_path: Path, qtbot: QtBot) -> None:
    one, two = tmp_path / "一.csv", tmp_path / "二.csv"
    assert enters(page, carried(one))
    assert not enters(page, carried(one, two))
    with qtbot.waitSignal(page.chosen) as chosen:
        drop(page, carried(one))
    assert chosen.args == [str(one)]
    assert page.property("over") is False


def test_the_button_asks_for_a_file(page: ChoosePage, tmp_path: Path, qtbot: QtBot) -> None:
    page.empty.acted.emit()
    [dialog] = page.findChildren(QFileDialog)
    with qtbot.waitSignal(page.chosen) as chosen:
        dialog.fileSelected.emit(str(tmp_path / "目录.pdf"))
    assert chosen.args == [str(tmp_path / "目录.pdf")]
    dialog.reject()


def test_a_complaint_goes_when_there_is_none(page: ChoosePage) -> None:
    page.complain("文件打不开")
    assert page.trouble.isVisible()
    page.complain("")
    assert not page.trouble.isVisible()


def test_a_file_dropped_on_the_room_begins_the_import(room: CatalogueRoom, tmp_path: Path) -> None:
    path = tmp_path / "空.csv"
    path.touch()
    assert enters(room, carried(path))
    assert not enters(room, carried(path, path))
    dialog = room.begin_import(str(path))
    assert dialog.pages.currentWidget() is dialog.wait
    dialog.reject()


def test_waiting_tells_how_long_and_can_be_left_only_where_it_may(qtbot: QtBot) -> None:
    page = WaitPage()
    qtbot.addWidget(page)
    page.show()
    page.begin("正在接管 3 条…", leave=False)
    assert not page.cancel.isVisible()
    page.begin("正在读取 a.csv…", leave=True)
    assert "已用 0 秒" in page._since.text()
    with qtbot.waitSignal(page.cancelled):
        page.cancel.click()
    assert not page.cancel.isEnabled()
    page.end()


def test_a_list_in_memory_is_gone_through_once_and_cut_into_pages() -> None:
    asked: list[int] = []

    def even(number: int) -> bool:
        asked.append(number)
        return number % 2 == 0

    listed = Listed(range(10), even)
    assert listed.fetch(0, 3).rows == (0, 2, 4)
    assert listed.fetch(3, 3).rows == (6, 8)
    assert (listed.fetch(9, 3).rows, listed.fetch(0, 1).total) == ((), 5)
    assert len(asked) == 10


def test_faults_of_the_whole_file_show_no_row_and_sort_before_the_others() -> None:
    row = next(column for column in fault_columns() if column.id == "row")
    whole, fourth = Fault(said="表格是空的。"), Fault(row=4, said="甲乙丙类认不出来。", stops=False)
    assert (row.text(whole), row.text(fourth)) == ("", "4")
    assert row.sort_key(whole) < row.sort_key(fourth)
    gravity = next(column for column in fault_columns() if column.id == "gravity")
    assert (gravity.text(whole), gravity.text(fourth)) == ("必须改正", "提醒")
