"""Putting a draft to a second person: from which day of care on, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout

from app.ui.shell.problems import problem
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import button, text
from app.ui.widgets.fields import Labelled, day_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from review.packs.versions import PolicyVersion


class ProposeDialog(QDialog):
    """``wanted`` carries the day and the reason; a refusal is told here."""

    wanted = Signal(object, str)

    def __init__(self, parent: QWidget, version: PolicyVersion) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("提请核准 {label}").format(label=version.label))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self.since, self.reason, self.note = QLineEdit(placeholderText=self.tr("年-月-日")), QPlainTextEdit(), Note()
        self.go, self.leave = button(self.tr("提请核准"), "primary"), button(self.tr("取消"))
        told = text(
            self.tr("提请以后由没有参与起草的签批领导或系统管理员核准；核准前要看过它会改变的已结算报销单。"), "mute"
        )
        told.setWordWrap(True)
        self.reason.setTabChangesFocus(True)
        self.reason.setMaximumHeight(96)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(told)
        column.addWidget(Labelled(self.tr("自哪一天的就诊起执行"), self.since))
        column.addWidget(Labelled(self.tr("提请理由（依据的文件）"), self.reason))
        column.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.go)
        column.addLayout(row)
        self.since.textChanged.connect(lambda _: self._allow())
        self.reason.textChanged.connect(self._allow)
        self.go.clicked.connect(lambda: self.wanted.emit(day_of(self.since.text()), self.reason.toPlainText().strip()))
        self.leave.clicked.connect(self.reject)
        self._allow()

    def complain(self, error: Exception) -> None:
        """Say why it was not proposed."""
        told = problem(error)
        self.note.say(f"{told.what}{told.advice}", Tone.BAD)

    def _allow(self) -> None:
        self.go.setEnabled(day_of(self.since.text()) is not None and bool(self.reason.toPlainText().strip()))
