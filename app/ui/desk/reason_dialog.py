"""Asks why, before a claim is sent back or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.desk.reason_edit import ReasonEdit
from app.ui.widgets.cards import button, text

if TYPE_CHECKING:
    from app.ui.desk.steps import Step

translate = QCoreApplication.translate


def _usual(name: str) -> tuple[str, ...]:
    """What offices usually write for a step."""
    words = {
        "reject": (
            translate("reasons", "不属于医保支付范围"),
            translate("reasons", "票据已报销"),
            translate("reasons", "超过申请时限"),
        ),
        "return_to_first": (translate("reasons", "金额与票据不符，请重新核对"), translate("reasons", "目录对应有误")),
    }
    return words.get(name, ())


class ReasonDialog(QDialog):
    """``given`` brings the reason."""

    given = Signal(str)

    def __init__(self, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(step.words)
        self.setMinimumWidth(440)
        self.edit = ReasonEdit(_usual(step.name), self.tr("请写明理由，将留痕并告知经办人"))
        self._confirm = button(step.words, "primary")
        cancel = button(self.tr("取消"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(text(self.tr("{0}的理由").format(step.words), "heading"))
        column.addWidget(self.edit)
        column.addLayout(row)
        self.edit.currentTextChanged.connect(lambda words: self._confirm.setEnabled(bool(words.strip())))
        self._confirm.setEnabled(False)
        self._confirm.clicked.connect(lambda: self._give(self.edit.currentText().strip()))
        cancel.clicked.connect(self.reject)
        self.edit.given.connect(self._give)
        self.edit.dropped.connect(self.reject)

    def _give(self, reason: str) -> None:
        self.accept()
        self.given.emit(reason)
