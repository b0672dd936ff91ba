"""Small widgets: badges, notes, chips, reasons, fields, empty places, saving, thumbnails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.ui.shell.calm import calm
from app.ui.shell.preferences import LAST_FOLDER
from app.ui.shell.problems import problem
from app.ui.widgets.badge import Badge, Note, Tone, shaped
from app.ui.widgets.chips import ChipRow, Choice
from app.ui.widgets.empty import Empty
from app.ui.widgets.fields import Labelled
from app.ui.widgets.reason import ReasonDialog, ask_reason
from app.ui.widgets.saving import ask_where
from app.ui.widgets.thumbnail import Thumbnail, small_picture
from ocr.errors import PageRefusedError
from review.errors import BlockedError

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A page whose top half is red, twice as tall as wide."""
    image = QImage(100, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for y in range(100):
        for x in range(100):
            image.setPixelColor(x, y, QColor("red"))
    image.save(str(tmp_path / "page.png"))
    return tmp_path / "page.png"


@pytest.mark.parametrize(("tone", "shape"), [(Tone.OK, "✓"), (Tone.WARN, "▲"), (Tone.BAD, "■"), (Tone.PLAIN, "○")])
def test_a_tone_is_told_by_its_shape_too(tone: Tone, shape: str) -> None:
    assert shaped("存疑", tone) == f"{shape} 存疑"


def test_a_badge_without_a_word_takes_no_room(parent: QWidget) -> None:
    badge = Badge("有效", Tone.OK)
    badge.setParent(parent)
    badge.say("", Tone.OK)
    assert not badge.isVisibleTo(parent)


def test_a_note_shows_no_markup_from_outside(qtbot: QtBot) -> None:
    note = Note("<b>坏人</b>", Tone.BAD)
    qtbot.addWidget(note)
    assert note.textFormat() == Qt.TextFormat.PlainText
    assert "<b>" in note.text()


def test_one_chip_is_chosen_at_a_time_and_told(qtbot: QtBot) -> None:
    row = ChipRow((Choice("all", "全部"), Choice("mine", "我的")))
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.chosen) as told:
        row.choose("mine")
    assert told.args == ["mine"]
    assert row.current == "mine"


def test_chips_show_counts_and_nought_where_there_is_none(qtbot: QtBot) -> None:
    row = ChipRow((Choice("all", "全部"), Choice("mine", "我的")))
    qtbot.addWidget(row)
    row.count({"all": 12})
    assert [chip.text() for chip in row._buttons.values()] == ["全部 12", "我的 0"]


def test_a_ready_answer_fills_the_reason(parent: QWidget) -> None:
    given: list[str] = []
    dialog = ReasonDialog(parent, "退回", "为什么？", ("账户已销户",))
    ask_reason(dialog, given.append)
    dialog.findChildren(type(dialog.go))[0].click()
    dialog.go.click()
    assert given == ["账户已销户"]


def test_cancelling_gives_no_reason(parent: QWidget) -> None:
    given: list[str] = []
    dialog = ReasonDialog(parent, "退回", "为什么？")
    ask_reason(dialog, given.append)
    dialog.words.setPlainText("写了一半")
    dialog.reject()
    assert given == []


def test_a_labelled_field_is_named_for_those_who_do_not_see(qtbot: QtBot) -> None:
    field = QLineEdit()
    labelled = Labelled("姓名", field)
    qtbot.addWidget(labelled)
    assert field.accessibleName() == "姓名"
    assert labelled.label.buddy() is field


def test_an_empty_place_offers_its_way_out(qtbot: QtBot) -> None:
    empty = Empty("没有报销单", "去受理。", "去受理")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.acted):
        empty._button.click()


def test_the_save_dialog_proposes_a_name_and_keeps_the_folder(
    parent: QWidget, preferences: Preferences, tmp_path: Path
) -> None:
    chosen: list[Path] = []
    dialog = ask_where(parent, preferences, "队列.xlsx", "Excel (*.xlsx)", chosen.append)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert dialog.selectedFiles()[0].endswith("队列.xlsx")
    dialog.fileSelected.emit(str(tmp_path / "我的.xlsx"))
    assert chosen == [tmp_path / "我的.xlsx"]
    assert preferences.get(LAST_FOLDER) == str(tmp_path)


@pytest.mark.parametrize(
    ("turn", "size", "red"), [(0, (50, 100), (25, 10)), (90, (100, 50), (90, 25)), (180, (50, 100), (25, 90))]
)
def test_a_small_picture_fits_its_box_and_stands_upright(
    picture: Path, turn: int, size: tuple[int, int], red: tuple[int, int]
) -> None:
    small = small_picture(picture, QSize(100, 100), turn)
    assert (small.width(), small.height()) == size
    assert small.pixelColor(QPoint(*red)).name() == "#ff0000"


def test_a_file_that_is_no_picture_gives_a_null_one(tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"no picture")
    assert small_picture(tmp_path / "bad.png", QSize(50, 50)).isNull()


def test_a_thumbnail_is_drawn_aside_and_tells_clicks(jobs: Jobs, picture: Path, qtbot: QtBot) -> None:
    thumb = Thumbnail(jobs, picture, 0, QSize(50, 60))
    qtbot.addWidget(thumb)
    qtbot.waitUntil(lambda: not thumb.pixmap().isNull())
    with qtbot.waitSignal(thumb.pressed):
        QTest.mouseClick(thumb, Qt.MouseButton.LeftButton)


def test_many_changes_cause_one_refresh(parent: QWidget, qtbot: QtBot) -> None:
    refreshed: list[int] = []
    timer = calm(parent, lambda: refreshed.append(1))
    for _ in range(50):
        timer.start()
    qtbot.waitUntil(lambda: refreshed == [1])
    assert not timer.isActive()


def test_a_known_failure_keeps_its_own_words() -> None:
    told = problem(BlockedError("还有 2 处未处理。", advice="请逐项更正。"))
    assert (told.what, told.advice) == ("还有 2 处未处理。", "请逐项更正。")
    assert "blocked" in told.detail


def test_a_refused_page_is_a_known_failure() -> None:
    assert problem(PageRefusedError("图片不完整。", advice="请重新扫描。")).what == "图片不完整。"


def test_an_unforeseen_failure_gets_general_words_and_its_trace() -> None:
    try:
        _ = 1 // 0
    except ZeroDivisionError as error:
        told = problem(error)
    assert "没有预料到" in told.what
    assert "ZeroDivisionError" in told.detail
    assert "test_widgets" in told.detail
