"""Whose claim it is, where care was given, where the money goes: typed while the pages are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.ui.desk.fact_rows import account_rows, care_rows, insured_rows
from app.ui.desk.form_card import FormCard
from app.ui.desk.form_rows import Kind, Row
from app.ui.desk.year_rows import year_rows
from review.claim.states import EDITABLE

if TYPE_CHECKING:
    from review.claim.claim import Claim

WIDTH = 372


class InsuredForm(QFrame):
    """``edited`` brings target and value."""

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setFixedWidth(WIDTH)
        self.form = FormCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.form)
        self.form.edited.connect(self.edited)

    def show_claim(self, claim: Claim) -> None:
        """Show a claim's people and care."""
        parts = (
            (self.tr("参保人"), insured_rows(claim)),
            (self.tr("收款账户"), account_rows(claim)),
            (self.tr("就诊（识别后自动补齐，可改）"), care_rows(claim)),
            (self.tr("年度累计"), year_rows(claim)),
        )
        rows = [row for words, part in parts for row in (Row(words, "", "", Kind.HEADING, hint=words), *part)]
        self.form.set_rows(rows, locked=claim.state not in EDITABLE)

    def refuse(self, target: str, message: str) -> None:
        """Say at the field why a value was not taken."""
        self.form.refuse(target, message)
