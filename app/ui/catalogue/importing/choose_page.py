"""The first step: which file?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from app.ui.shell.preferences import LAST_FOLDER
from app.ui.widgets.badge import Note, Tone, restyle
from app.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from app.ui.shell.preferences import Preferences


class ChoosePage(QFrame):
    """Takes one file, chosen or dropped; ``chosen`` carries its path."""

    chosen = Signal(str)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("dropArea")
        self.setAcceptDrops(True)
        self._preferences = preferences
        self.trouble = Note()
        self.empty = Empty(
            self.tr("把目录文件拖到这里"),
            self.tr(
                "国家药品目录的 PDF，药品代码、诊疗服务、医用耗材的 Excel（.xlsx、.xls）或 CSV。"
                "只读取，不改动文件；最后一步确认之前什么都不会改变。"
            ),
            self.tr("选择文件…"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self.trouble)
        column.addWidget(self.empty, 1)
        self.empty.acted.connect(self.ask)

    def complain(self, words: str) -> None:
        """Say why the last file could not be taken."""
        self.trouble.say(words, Tone.BAD)

    def ask(self) -> QFileDialog:
        """Ask for a file without stopping the window."""
        kinds = self.tr("目录文件 (*.pdf *.xlsx *.xlsm *.xls *.csv *.txt);;所有文件 (*)")
        dialog = QFileDialog(self, self.tr("选择目录文件"), self._preferences.get(LAST_FOLDER), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()
        return dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file at a time."""
        if len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()
            self._glow(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self._glow(on=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        self._glow(on=False)
        [url] = event.mimeData().urls()
        self.chosen.emit(url.toLocalFile())

    def _glow(self, *, on: bool) -> None:
        self.setProperty("over", on)
        restyle(self)
