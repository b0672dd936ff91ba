"""The middle of the capture room: what can be done with pages, the tiles, and what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from app.ui.capture.grid_view import GridView
from app.ui.capture.refused_list import RefusedList
from app.ui.capture.scan_button import ScanButton
from app.ui.widgets.badge import restyle
from app.ui.widgets.cards import text
from app.ui.widgets.empty import Empty
from review.services.intake import PILE

if TYPE_CHECKING:
    from app.ui.capture.draft_sheet import DraftSheet
    from app.ui.shell.session import Session


ANYTIME = frozenset({"pick", "paste", "undo"})
"""What can be done with no page in hand."""


class PagesArea(QWidget):
    """``acted`` names the button pressed: pick, paste, replace, left, right, before, after, remove, undo, retry."""

    acted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._theme = session.theme
        self.grid = GridView(session.theme.colour)
        self.refused = RefusedList()
        self.scan = ScanButton()
        self.progress = text(role="mute")
        self.empty = Empty(
            self.tr("把票据、清单、出院记录拖到这里"),
            self.tr("支持照片、扫描图片、PDF、OFD 和电子票据 XML；也可以粘贴（Ctrl+V）、选择文件（Ctrl+O）或扫描。"),
            self.tr("选择文件"),
        )
        self._buttons: dict[str, QToolButton] = {}
        self._drawn: dict[QToolButton, str] = {}
        self._open = True
        self._stack = QStackedLayout()
        self._stack.addWidget(self._drop_area())
        self._stack.addWidget(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._tools())
        column.addLayout(self._stack, 1)
        column.addWidget(self.refused)
        self.empty.acted.connect(lambda: self.acted.emit("pick"))
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.grid.pages.modelReset.connect(self._enable)
        self._theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self._enable()

    def _drop_area(self) -> QFrame:
        area = QFrame()
        area.setObjectName("dropArea")
        column = QVBoxLayout(area)
        column.addWidget(self.empty)
        return area

    def welcome(self, *, on: bool) -> None:
        """Show that files may be let go here."""
        for area in self.findChildren(QFrame, "dropArea"):
            area.setProperty("over", on)
            restyle(area)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        for name, icon, words in (
            ("pick", "file-plus", self.tr("选择文件")),
            ("paste", "clipboard-paste", self.tr("粘贴")),
        ):
            self._add(row, name, icon, words, words=True)
        row.addWidget(self.scan)
        row.addSpacing(12)
        for name, icon, words in (
            ("left", "rotate-ccw", self.tr("向左转 Shift+R")),
            ("right", "rotate-cw", self.tr("向右转 R")),
            ("before", "arrow-left", self.tr("前移 Ctrl+←")),
            ("after", "arrow-right", self.tr("后移 Ctrl+→")),
            ("replace", "replace", self.tr("换一张影像")),
            ("retry", "refresh-cw", self.tr("重新识别失败的页")),
            ("remove", "trash-2", self.tr("移除 Delete")),
            ("undo", "undo-2", self.tr("撤销 Ctrl+Z")),
        ):
            self._add(row, name, icon, words)
        row.addStretch(1)
        row.addWidget(self.progress)
        return row

    def _add(self, row: QHBoxLayout, name: str, icon: str, tip: str, *, words: bool = False) -> None:
        button = QToolButton()
        self._drawn[button] = icon
        button.setIconSize(QSize(18, 18))
        button.setText(tip)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        if words:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(lambda: self.acted.emit(name))
        self._buttons[name] = button
        row.addWidget(button)

    def _draw_icons(self) -> None:
        for button, icon in {**self._drawn, self.scan.button: "scan-line"}.items():
            button.setIcon(self._theme.icon(icon, "text"))

    def show_sheet(self, sheet: DraftSheet | None) -> None:
        """Show the pages of a claim."""
        chosen = self.grid.tile
        self.grid.pages.set_sheet(sheet)
        if chosen is not None:
            self.grid.choose(chosen.page.id)
        pages = len(sheet.claim.pages) if sheet else 0
        self._stack.setCurrentIndex(1 if pages else 0)
        done = pages - sheet.unread if sheet else 0
        self.progress.setText(self.tr("已识别 {0}/{1} 页").format(done, pages) if pages else "")
        self._open = sheet is None or sheet.claim.state in PILE
        self._enable()

    def _enable(self) -> None:
        tile = self.grid.tile
        for name, button in self._buttons.items():
            button.setEnabled(self._open and (tile is not None or name in ANYTIME))
        self._buttons["retry"].setEnabled(self._open and tile is not None and bool(tile.page.failure))
