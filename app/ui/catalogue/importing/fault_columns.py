"""The columns under which the faults of a file are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.tables.columns import Chip, Column, chip
from app.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from review.catalogue.importing.proposal import Fault

translate = QCoreApplication.translate


def fault_columns() -> tuple[Column[Fault], ...]:
    """How grave, where, what stands there, what is wrong and what to do."""
    return (
        Column(id="gravity", title=translate("faults", "轻重"), text=_gravity, chips=_chips, width=104),
        Column(id="sheet", title=translate("faults", "工作表/页"), text=lambda f: f.sheet, width=104, yields=1),
        Column(
            id="row",
            title=translate("faults", "行"),
            text=lambda f: str(f.row or ""),
            order=lambda f: (f.sheet, f.row),
            numeric=True,
            width=64,
        ),
        Column(id="column", title=translate("faults", "列"), text=lambda f: f.column, width=110),
        Column(id="found", title=translate("faults", "文件里写的"), text=lambda f: f.found, width=150),
        Column(id="said", title=translate("faults", "问题和办法"), text=lambda f: f.said, width=260, stretch=True),
    )


def _gravity(fault: Fault) -> str:
    return translate("faults", "必须改正") if fault.stops else translate("faults", "提醒")


def _chips(fault: Fault) -> tuple[Chip, ...]:
    tone = Tone.BAD if fault.stops else Tone.WARN
    return (chip(_gravity(fault), tone),)
