"""The error dialog, and the hooks that bring every uncaught failure to it."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.shell.problems import Problem, problem
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import button, text

if TYPE_CHECKING:
    from types import TracebackType

log = logging.getLogger(__name__)


class TroubleDialog(QDialog):
    """What failed, what is safe, what to do next; the detail can be unfolded and copied."""

    def __init__(self, shown: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("没有完成"))
        self.setMinimumWidth(520)
        self._problem = shown
        self._detail = QPlainTextEdit(shown.detail, readOnly=True)
        self._detail.setVisible(False)
        self._detail.setMinimumHeight(200)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(Note(shown.what, Tone.BAD))
        layout.addWidget(Note(shown.safe, Tone.OK))
        layout.addWidget(self._wrapped(shown.advice))
        layout.addWidget(self._detail)
        layout.addLayout(self._buttons())

    def copy(self) -> None:
        """Put everything on the clipboard."""
        shown = self._problem
        QGuiApplication.clipboard().setText(f"{shown.what}\n{shown.safe}\n{shown.advice}\n\n{shown.detail}")

    def _wrapped(self, words: str) -> QWidget:
        label = text(words)
        label.setWordWrap(True)
        label.setVisible(bool(words))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _buttons(self) -> QHBoxLayout:
        fold, copy, close = (
            button(self.tr("详情"), "quiet"),
            button(self.tr("复制详情")),
            button(self.tr("知道了"), "primary"),
        )
        fold.setCheckable(True)
        fold.toggled.connect(self._detail.setVisible)
        copy.clicked.connect(self.copy)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        close.setFocus()
        row = QHBoxLayout()
        row.addWidget(fold)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        return row


class Alarm(QObject):
    """Takes failures from anywhere, also from other threads, and shows them one at a time on the UI thread."""

    raised = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: TroubleDialog | None = None
        self.raised.connect(self.show)

    def show(self, error: BaseException) -> None:
        """Open the dialog; while one is open further failures are only logged."""
        if self._dialog is not None:
            log.warning("another failure while one is shown: %s", error)
            return
        self._dialog = TroubleDialog(problem(error), self._window)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def install(self) -> None:
        """Catch what nobody else catches, on this thread and on others."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self._hook(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("uncaught", exc_info=(kind, error, trace))
        self.raised.emit(error)

    def _forget(self) -> None:
        self._dialog = None
