"""The columns of a batch that is paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.tables import words
from app.ui.tables.columns import Column

if TYPE_CHECKING:
    from app.ui.payment.load import PayRow


def columns() -> tuple[Column[PayRow], ...]:
    """What a cashier sees of each claim, left to right."""
    translate = QCoreApplication.translate
    return (
        Column(id="number", title=translate("payment", "报销单号"), text=lambda row: row.number, width=132),
        Column(id="name", title=translate("payment", "姓名"), text=lambda row: row.name, width=88),
        Column(id="holder", title=translate("payment", "收款人"), text=lambda row: row.account.holder or "—", width=88),
        Column(
            id="account", title=translate("payment", "账号"), text=lambda row: _spaced(row.account.number), width=208
        ),
        Column(id="bank", title=translate("payment", "开户行"), text=lambda row: row.account.bank or "—", width=144),
        Column(
            id="amount",
            title=translate("payment", "金额"),
            text=lambda row: words.yuan(row.amount),
            order=lambda row: row.amount,
            numeric=True,
            width=112,
        ),
        Column(
            id="state",
            title=translate("payment", "状态"),
            text=lambda row: label(row.state),
            chips=lambda row: words.state_chips(row.state),
            width=104,
        ),
        Column(id="reason", title=translate("payment", "说明"), text=lambda row: row.reason, width=120, stretch=True),
    )


def _spaced(number: str) -> str:
    """Groups of four, as people read account numbers aloud."""
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4)) or "—"
