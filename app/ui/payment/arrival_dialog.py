"""That the money of a supplement or recovery arrived: on which day, by which voucher."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QFormLayout, QLineEdit, QWidget

from app.ui.desk.ask_dialog import AskDialog
from app.ui.labels import label
from app.ui.tables.words import yuan
from app.ui.widgets.cards import text
from review.services.sending import Arrival

if TYPE_CHECKING:
    from review.claim.adjustment import Adjustment


class ArrivalDialog(AskDialog):
    """``given`` brings day and voucher."""

    given = Signal(object)

    def __init__(self, found: Adjustment, today: date, parent: QWidget) -> None:
        super().__init__(self.tr("登记到账"), parent)
        self.day, self.reference = QDateEdit(QDate(today.year, today.month, today.day)), QLineEdit()
        self.day.setMaximumDate(self.day.date())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.reference.setPlaceholderText(self.tr("凭证号或转账流水号"))
        self.reference.textChanged.connect(lambda words: self.allow(on=bool(words.strip())))
        told = self.tr("{kind} {number}，{amount} 元").format(
            kind=label(found.kind), number=found.number, amount=yuan(found.amount)
        )
        form = QFormLayout()
        form.addRow(self.tr("到账日期"), self.day)
        form.addRow(self.tr("凭证"), self.reference)
        self.body.addWidget(text(told, "heading"))
        self.body.addLayout(form)
        self.allow(on=False)
        self.accepted.connect(self._give)
        self.reference.setFocus()

    def _give(self) -> None:
        day = self.day.date()
        self.given.emit(Arrival(date(day.year(), day.month(), day.day()), self.reference.text().strip()))
