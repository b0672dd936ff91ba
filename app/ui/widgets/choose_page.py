"""The first step: which file?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from app.ui.shell.preferences import LAST_FOLDER
from app.ui.widgets.badge import Note, Tone, restyle
from app.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from app.ui.shell.preferences import Preferences


@dataclass(frozen=True, slots=True)
class ChooseWords:
    """What is asked for: in the middle, what it may be, over the dialog, and its kinds as a filter."""

    drop: str
    told: str
    title: str
    kinds: str


class ChoosePage(QFrame):
    """Takes one file, chosen or dropped; ``chosen`` carries its path."""

    chosen = Signal(str)

    def __init__(self, preferences: Preferences, words: ChooseWords) -> None:
        super().__init__()
        self.setObjectName("dropArea")
        self.setAcceptDrops(True)
        self._preferences = preferences
        self.trouble = Note()
        self._words = words
        self.empty = Empty(words.drop, words.told, self.tr("选择文件…"))
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
        words, folder = self._words, self._preferences.get(LAST_FOLDER)
        dialog = QFileDialog(self, words.title, folder, words.kinds)
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
