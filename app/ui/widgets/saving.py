"""Where should it be saved, which file is meant? Asks without stopping the window, and remembers the folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from app.ui.shell.preferences import LAST_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.ui.shell.preferences import Preferences


def ask_where(
    parent: QWidget, preferences: Preferences, name: str, kind: str, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Open a save dialog proposing ``name``; ``kind`` is a filter such as "Excel (*.xlsx)"."""
    dialog = QFileDialog(parent, parent.windowTitle(), _folder(preferences), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: _take(Path(path), preferences, chosen))
    dialog.open()
    return dialog


def ask_which(parent: QWidget, preferences: Preferences, kind: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Open a dialog for one file that exists; ``kind`` is a filter as above."""
    dialog = QFileDialog(parent, parent.windowTitle(), _folder(preferences), kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: _take(Path(path), preferences, chosen))
    dialog.open()
    return dialog


def _folder(preferences: Preferences) -> str:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return preferences.get(LAST_FOLDER) or documents


def _take(path: Path, preferences: Preferences, chosen: Callable[[Path], None]) -> None:
    preferences.choose(LAST_FOLDER, str(path.parent))
    chosen(path)
