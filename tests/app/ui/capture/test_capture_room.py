"""The capture room as a clerk uses it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.ui.capture.grid_model import GridModel
from app.ui.capture.scan_button import ScanButton
from app.ui.desk.form_editors import TextEditor
from ocr.capture.sources import Scanner
from ocr.pages import PageText, Word, to_json
from review.claim.paper import ReadState
from review.claim.states import ClaimState
from review.services import queue, reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.ui.capture.room import CaptureRoom
    from review.claim.claim import Claim
    from review.services.office import Office

    Wait = Callable[[], None]


def names(room: CaptureRoom) -> list[str]:
    return [tile.page.file_name for tile in room.pages.grid.pages.tiles]


def stored(room: CaptureRoom, office: Office) -> Claim:
    return queue.load_claim(office, room.draft.number)


def drop(room: CaptureRoom, paths: list[str]) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(path) for path in paths])
    event = QDropEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    room.dropEvent(event)


def with_pages(room: CaptureRoom, files: list[str], settle: Wait) -> None:
    drop(room, files)
    settle()
    settle()


def test_dropped_files_begin_a_claim_and_become_its_pages(
    room: CaptureRoom, files: list[str], settle: Wait, office: Office
) -> None:
    with_pages(room, files, settle)
    assert names(room) == ["第1页.jpg", "第2页.jpg", "第3页.jpg"]
    assert stored(room, office).state is ClaimState.DRAFT
    assert room.drafts.numbers == (room.draft.number,)


def test_a_dropped_folder_gives_its_pages_by_name(room: CaptureRoom, files: list[str], settle: Wait) -> None:
    folder = str(Path(files[0]).parent)
    with_pages(room, [folder], settle)
    assert names(room) == ["第1页.jpg", "第2页.jpg", "第3页.jpg"]


def test_bad_files_are_refused_by_name_and_the_others_go_on(
    room: CaptureRoom, files: list[str], settle: Wait, tmp_path: Path
) -> None:
    empty, twice = tmp_path / "空.jpg", tmp_path / "同一页.jpg"
    empty.write_bytes(b"")
    twice.write_bytes(Path(files[0]).read_bytes())
    with_pages(room, [str(empty), *files, str(twice)], settle)
    assert len(names(room)) == 3
    assert not room.pages.refused.isHidden()
    assert "2 个文件没有收入" in room.pages.refused.text
    assert "空.jpg" in room.pages.refused.text
    assert "没有重复收入" in room.pages.refused.text


def test_a_pasted_picture_becomes_a_page(room: CaptureRoom, settle: Wait) -> None:
    picture = QImage(200, 280, QImage.Format.Format_RGB32)
    picture.fill(QColor("ivory"))
    QGuiApplication.clipboard().setImage(picture)
    room._act("paste")
    settle()
    settle()
    assert len(names(room)) == 1


def test_pages_are_ordered_by_keys_and_by_dragging(room: CaptureRoom, files: list[str], settle: Wait) -> None:
    with_pages(room, files, settle)
    grid = room.pages.grid
    grid.choose(grid.pages.tiles[0].page.id)
    QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert names(room) == ["第2页.jpg", "第1页.jpg", "第3页.jpg"]
    assert grid.tile is not None
    assert grid.tile.page.file_name == "第1页.jpg"
    dragged = grid.pages.mimeData([grid.pages.index(2)])
    grid.pages.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    settle()
    assert names(room) == ["第3页.jpg", "第2页.jpg", "第1页.jpg"]


def test_a_removed_page_comes_back_by_undo(room: CaptureRoom, files: list[str], settle: Wait) -> None:
    with_pages(room, files, settle)
    grid = room.pages.grid
    grid.choose(grid.pages.tiles[1].page.id)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    settle()
    assert names(room) == ["第1页.jpg", "第3页.jpg"]
    room._act("undo")
    settle()
    assert names(room) == ["第1页.jpg", "第2页.jpg", "第3页.jpg"]


def test_a_page_is_turned_by_key_and_shown_turned(room: CaptureRoom, files: list[str], settle: Wait) -> None:
    with_pages(room, files, settle)
    grid = room.pages.grid
    grid.choose(grid.pages.tiles[0].page.id)
    QTest.keyClick(grid, Qt.Key.Key_R)
    settle()
    assert grid.pages.tiles[0].turn == 90
    picture = grid.pages.index(0).data(Qt.ItemDataRole.DecorationRole)
    assert picture.width() > picture.height()
    QTest.keyClick(grid, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert grid.pages.tiles[0].turn == 0


def test_a_page_is_replaced_in_its_place(room: CaptureRoom, files: list[str], settle: Wait, tmp_path: Path) -> None:
    with_pages(room, files[:2], settle)
    room.draft.replace(room.pages.grid.pages.tiles[0].page.id, files[2])
    settle()
    settle()
    assert names(room) == ["第3页.jpg", "第2页.jpg"]
    assert (tmp_path / "第1页.jpg").exists()


def test_progress_says_what_was_read_how_fast_and_why_not(
    room: CaptureRoom, files: list[str], settle: Wait, office: Office
) -> None:
    with_pages(room, files, settle)
    first, second = reading.take_page(office), reading.take_page(office)
    assert first is not None
    assert second is not None
    words = (Word("合计", 0.99, (1, 1, 20, 10)),)
    reading.record_page(office, first.page_id, to_json(PageText("a", 300, 420, words=words, seconds=1.25)))
    reading.fail_page(office, second.page_id, "图片太模糊，没有读出文字。", "请重新拍摄。")
    reading.take_page(office)
    room.draft.reload()
    settle()
    model = room.pages.grid.pages
    assert [model.progress(tile) for tile in model.tiles] == ["1 处文字 · 1.2 秒", "识别失败", "识别中"]
    assert "请重新拍摄" in model.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert room.pages.progress.text() == "已识别 2/3 页"


def test_a_failed_page_can_be_read_again(room: CaptureRoom, files: list[str], settle: Wait, office: Office) -> None:
    with_pages(room, files[:1], settle)
    job = reading.take_page(office)
    assert job is not None
    reading.fail_page(office, job.page_id, "识别中断。", "可以重试。")
    room.draft.reload()
    settle()
    room.pages.grid.choose(job.page_id)
    room._act("retry")
    settle()
    assert stored(room, office).pages[0].read_state is ReadState.WAITING


def test_the_insured_person_is_typed_and_the_number_checked(room: CaptureRoom, settle: Wait, office: Office) -> None:
    room.draft.begin()
    settle()
    editor = room.form.form.editor("insured.id_number")
    assert isinstance(editor, TextEditor)
    editor.setFocus()
    editor.insert("360799198501010012")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert stored(room, office).insured.id_number == "360799198501010012"
    row = next(shown for shown in room.form.form._rows if shown.row.target == "insured.id_number")
    assert row.note.text() == "■ 校验不符"


def test_an_empty_claim_is_not_received_and_a_full_one_is(
    room: CaptureRoom, files: list[str], settle: Wait, office: Office
) -> None:
    room.draft.begin()
    settle()
    assert not room.foot.step.isEnabled()
    with_pages(room, files, settle)
    room.foot.press()
    settle()
    assert stored(room, office).state is ClaimState.RECEIVED
    assert not room.foot.step.isEnabled()
    assert "还有 3 页在识别" in room.foot.warning.text()


def test_a_draft_is_gone_on_with_later(room: CaptureRoom, files: list[str], settle: Wait) -> None:
    with_pages(room, files, settle)
    first = room.draft.number
    room.draft.begin()
    settle()
    assert names(room) == []
    room.drafts.chosen.emit(first)
    settle()
    assert len(names(room)) == 3


def test_tiles_keep_qts_rules(qapp: QApplication) -> None:
    model = GridModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_sheet(None)
    assert model.rowCount() == 0
    assert tester.model() is model
    assert qapp is not None


def test_without_a_scanner_the_button_is_away_and_says_why(qtbot: QtBot) -> None:
    button = ScanButton()
    qtbot.addWidget(button)
    button.offer(())
    assert button.button.isHidden()
    assert button.reason.text() == "未找到扫描仪"
    assert "sane-utils" in button.reason.toolTip()


def test_each_scanner_offers_its_glass_and_its_feeder(qtbot: QtBot) -> None:
    button = ScanButton()
    qtbot.addWidget(button)
    button.offer((Scanner("test:0", "样机"),))
    wanted: list[tuple[str, bool]] = []
    button.wanted.connect(lambda scanner, feeder: wanted.append((scanner.device, feeder)))
    for action in button.button.menu().actions():
        action.trigger()
    assert wanted == [("test:0", False), ("test:0", True)]
