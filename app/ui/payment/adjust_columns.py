"""The columns of supplements and recoveries, and of claims that were paid otherwise than they should have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.tables.columns import Chip, Column
from app.ui.tables.words import yuan
from app.ui.widgets.badge import Tone
from review.claim.adjustment import AdjustmentKind, AdjustmentState

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from app.ui.payment.adjust_load import AdjustRow
    from review.services.recalculating import Recalculated

STATES = {
    AdjustmentState.DRAFT: Tone.WARN,
    AdjustmentState.AUDITED: Tone.BRAND,
    AdjustmentState.SENT: Tone.INFO,
    AdjustmentState.DONE: Tone.OK,
    AdjustmentState.DELETED: Tone.PLAIN,
}
KINDS = {
    AdjustmentKind.SUPPLEMENT: Tone.BRAND,
    AdjustmentKind.RECOVERY: Tone.WARN,
    AdjustmentKind.REVERSAL: Tone.BAD,
    AdjustmentKind.TRANSFER: Tone.INFO,
}


def signed(amount: Decimal) -> str:
    """An amount with its sign in words' typography: ``+370.00``, ``−20.00``."""
    return f"+{yuan(amount)}" if amount > 0 else yuan(amount + 0).replace("-", "−")


def columns(name: Callable[[str], str]) -> tuple[Column[AdjustRow], ...]:
    """What is seen of each adjustment; ``name`` gives the full name behind a username."""
    translate = QCoreApplication.translate
    return (
        Column(id="number", title=translate("adjusting", "编号"), text=lambda row: row.number, width=124),
        Column(id="claim", title=translate("adjusting", "报销单号"), text=lambda row: row.found.claim, width=132),
        Column(id="person", title=translate("adjusting", "姓名"), text=lambda row: row.person, width=84),
        Column(
            id="kind",
            title=translate("adjusting", "类别"),
            text=lambda row: label(row.found.kind),
            chips=lambda row: (Chip(label(row.found.kind), KINDS[row.found.kind]),),
            width=92,
        ),
        Column(
            id="amount",
            title=translate("adjusting", "金额"),
            text=lambda row: signed(row.found.signed),
            order=lambda row: row.found.signed,
            numeric=True,
            width=112,
        ),
        Column(
            id="state",
            title=translate("adjusting", "状态"),
            text=lambda row: label(row.found.state),
            chips=lambda row: (Chip(label(row.found.state), STATES[row.found.state]),),
            width=92,
        ),
        Column(
            id="authors",
            title=translate("adjusting", "起草"),
            text=lambda row: "、".join(name(author) for author in row.found.authors),
            width=88,
            yields=1,
        ),
        Column(
            id="reason",
            title=translate("adjusting", "理由"),
            text=lambda row: row.found.reason,
            width=120,
            stretch=True,
        ),
    )


def difference_columns() -> tuple[Column[Recalculated], ...]:
    """What is seen of a claim that would be paid otherwise today."""
    translate = QCoreApplication.translate
    return (
        Column(id="claim", title=translate("adjusting", "报销单号"), text=lambda row: row.claim, width=132),
        Column(id="person", title=translate("adjusting", "姓名"), text=lambda row: row.person, width=84),
        Column(id="day", title=translate("adjusting", "就医日"), text=lambda row: str(row.day or "—"), width=104),
        Column(
            id="before",
            title=translate("adjusting", "已付"),
            text=lambda row: yuan(row.before),
            order=lambda row: row.before,
            numeric=True,
            width=112,
        ),
        Column(
            id="after",
            title=translate("adjusting", "现应付"),
            text=lambda row: yuan(row.after),
            order=lambda row: row.after or 0,
            numeric=True,
            width=112,
        ),
        Column(
            id="difference",
            title=translate("adjusting", "差额"),
            text=lambda row: signed(row.difference) if row.after is not None else "—",
            order=lambda row: row.difference,
            tint=lambda row: "brand" if row.difference > 0 else "warn",
            numeric=True,
            width=112,
        ),
        Column(
            id="problem", title=translate("adjusting", "说明"), text=lambda row: row.problem, width=120, stretch=True
        ),
    )
