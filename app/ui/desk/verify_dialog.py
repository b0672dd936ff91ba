"""What the treasury's site said of a receipt, written down: what to ask for stands ready to be copied."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QGuiApplication, QIntValidator
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from app.ui.desk.ask_dialog import AskDialog
from app.ui.labels import field_label, label
from app.ui.widgets.cards import button, text
from review.claim.verification import Answer, Verification

if TYPE_CHECKING:
    from review.services.verifying import ToVerify

SITE = "https://pjcy.mof.gov.cn"
"""The treasury's site for electronic receipts; a person asks it, this software never does (policy §3.3)."""
PER_ROW = 3


class VerifyDialog(AskDialog):
    """``given`` brings the answer; Alt with 1 to 5 chooses it."""

    given = Signal(object)

    def __init__(self, receipt: ToVerify, today: date, parent: QWidget) -> None:
        super().__init__(self.tr("登记查验结果"), parent)
        self._receipt = receipt
        self.answers = {answer: button(f"&{n} {label(answer)}", "chip") for n, answer in enumerate(Answer, 1)}
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setMaximumDate(self.day.date())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.times, self.note = QLineEdit(), QLineEdit()
        self.times.setValidator(QIntValidator(0, 9999, self))
        self.times.setPlaceholderText(self.tr("查验页面所示次数，可不填"))
        self.note.setPlaceholderText(self.tr("不符时写明哪里不符"))
        self._build()
        self.accepted.connect(self._give)

    @property
    def asked_for(self) -> dict[str, str]:
        """What the site wants to know, by the key of the field."""
        receipt = self._receipt
        return {
            "invoice_code": receipt.invoice_code,
            "invoice_number": receipt.invoice_number,
            "check_code": receipt.check_code,
            "issue_date": f"{receipt.issued_on:%Y%m%d}" if receipt.issued_on else "",
            "total_amount": "" if receipt.total is None else str(receipt.total),
        }

    def _build(self) -> None:
        form = QFormLayout()
        for key, value in self.asked_for.items():
            form.addRow(field_label(key, of_line=False), self._copied(value))
        choices, group = QGridLayout(), QButtonGroup(self)
        for place, chip in enumerate(self.answers.values()):
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            group.addButton(chip)
            choices.addWidget(chip, place // PER_ROW, place % PER_ROW)
        group.buttonClicked.connect(lambda _chip: self.allow(on=True))
        form.addRow(self.tr("结果"), choices)
        form.addRow(self.tr("查验日期"), self.day)
        form.addRow(self.tr("查验次数"), self.times)
        form.addRow(self.tr("说明"), self.note)
        self.body.addWidget(text(self.tr("在 {0} 查询后登记：").format(SITE), "mute"))
        self.body.addLayout(form)
        self.allow(on=False)
        self.answers[Answer.GENUINE].setFocus()

    def _copied(self, value: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text(value or self.tr("未读到"), "" if value else "warn"), 1)
        copy = button(self.tr("复制"), "small")
        copy.setEnabled(bool(value))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(value))
        row.addWidget(copy)
        return line

    def _give(self) -> None:
        chosen = next(answer for answer, chip in self.answers.items() if chip.isChecked())
        day = self.day.date()
        times = self.times.text().strip()
        self.given.emit(
            Verification(
                document_id=self._receipt.document_id,
                invoice_code=self._receipt.invoice_code,
                invoice_number=self._receipt.invoice_number,
                total="",
                answer=chosen,
                checked_on=date(day.year(), day.month(), day.day()),
                times=int(times) if times else None,
                note=self.note.text(),
            )
        )
