"""Asks until which day an edition holds, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.fields import Labelled, day_of
from app.ui.widgets.reason import ReasonDialog

if TYPE_CHECKING:
    from datetime import date

    from review.catalogue.entry import Edition

translate = QCoreApplication.translate


class EndDialog(ReasonDialog):
    """Goes on only with a reason and a last day that does not lie before the first."""

    def __init__(self, parent: QWidget, edition: Edition) -> None:
        words = translate("EndDialog", "“{title}”自 {first} 起有效，到哪一天为止？为什么终止？")
        question = words.format(title=edition.title, first=edition.effective_from)
        ready = (translate("EndDialog", "已有新版本"), translate("EndDialog", "发文机关停止执行"))
        super().__init__(parent, translate("EndDialog", "终止"), question, ready)
        self._first = edition.effective_from
        self.day = QLineEdit(str(edition.effective_until or ""), placeholderText=self.tr("年-月-日（含当天）"))
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, Labelled(self.tr("终止日期"), self.day))
        for changed in (self.day.textChanged, self.words.textChanged):
            changed.connect(self._allow)

    @property
    def last(self) -> date | None:
        """The day that was typed, if it can be the last one."""
        day = day_of(self.day.text())
        return day if day is not None and day >= self._first else None

    def _allow(self) -> None:
        self.go.setEnabled(bool(self.reason) and self.last is not None)
