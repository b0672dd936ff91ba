"""The columns under which the faults of a catalogue file are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.tables.columns import Column
from app.ui.tables.faults import placed_columns
from app.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from review.catalogue.importing.proposal import Fault

translate = QCoreApplication.translate


def fault_columns() -> tuple[Column[Fault], ...]:
    """How grave, where, what stands there, what is wrong and what to do."""
    column = Column["Fault"](id="column", title=translate("faults", "列"), text=lambda f: f.column, width=110)
    return placed_columns(_gravity, column)


def _gravity(fault: Fault) -> tuple[str, Tone]:
    if fault.stops:
        return translate("faults", "必须改正"), Tone.BAD
    return translate("faults", "提醒"), Tone.WARN
