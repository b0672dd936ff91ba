"""Where a supplement goes if not to the claim's own account."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from review.claim.people import BankAccount


class AccountFields(QWidget):
    """A box to tick, and below it holder, number and bank of the other account."""

    def __init__(self) -> None:
        super().__init__()
        self.other = QCheckBox(self.tr("付到其他账户（原账户已变更）"))
        self.holder, self.number, self.bank = QLineEdit(), QLineEdit(), QLineEdit()
        self._fields = QWidget()
        form = QFormLayout(self._fields)
        form.setContentsMargins(0, 0, 0, 0)
        named = ((self.tr("户名"), self.holder), (self.tr("账号"), self.number), (self.tr("开户银行"), self.bank))
        for words, field in named:
            form.addRow(words, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.other)
        column.addWidget(self._fields)
        self._fields.hide()
        self.other.toggled.connect(self._fields.setVisible)

    @property
    def account(self) -> BankAccount:
        """The other account; empty where the claim's own is meant."""
        if not self.other.isChecked():
            return BankAccount()
        holder, number, bank = (field.text().strip() for field in (self.holder, self.number, self.bank))
        return BankAccount(holder=holder, number=number.replace(" ", ""), bank=bank)

    def show_account(self, account: BankAccount) -> None:
        """Fill in an account that was chosen before."""
        self.other.setChecked(bool(account.holder))
        for field, words in ((self.holder, account.holder), (self.number, account.number), (self.bank, account.bank)):
            field.setText(words)
