"""The columns under which the faults of a file of rules are listed, and what differs from the rules in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.tables.columns import Column
from app.ui.tables.faults import placed_columns, row_column
from app.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from review.rules.proposal import RuleFault

translate = QCoreApplication.translate


def fault_columns() -> tuple[Column[RuleFault], ...]:
    """How grave, where, what stands there, what is wrong and what to do."""
    return placed_columns(_gravity)


def difference_columns() -> tuple[Column[RuleFault], ...]:
    """Where a file allows something else than the rules in force."""
    return (
        row_column(),
        Column(id="name", title=translate("faults", "名称"), text=lambda f: f.found, width=200),
        Column(id="said", title=translate("faults", "有什么不同"), text=lambda f: f.said, width=360, stretch=True),
    )


def _gravity(fault: RuleFault) -> tuple[str, Tone]:
    if fault.stops:
        return translate("faults", "必须改正"), Tone.BAD
    if fault.left_out:
        return translate("faults", "没有读入"), Tone.WARN
    return translate("faults", "提醒"), Tone.PLAIN
