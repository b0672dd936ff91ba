"""The columns under which the faults of a file of rules are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.tables.columns import Chip, Column, chip
from app.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from review.rules.proposal import RuleFault

translate = QCoreApplication.translate


def fault_columns() -> tuple[Column[RuleFault], ...]:
    """How grave, where, what stands there, what is wrong and what to do."""
    return (
        Column(id="gravity", title=translate("faults", "轻重"), text=_gravity, chips=_chips, width=104),
        Column(id="sheet", title=translate("faults", "工作表"), text=lambda f: f.sheet, width=120, yields=1),
        Column(
            id="row",
            title=translate("faults", "行"),
            text=lambda f: str(f.row or ""),
            order=lambda f: (f.sheet, f.row),
            numeric=True,
            width=64,
        ),
        Column(id="found", title=translate("faults", "文件里写的"), text=lambda f: f.found, width=220),
        Column(id="said", title=translate("faults", "问题和办法"), text=lambda f: f.said, width=300, stretch=True),
    )


def difference_columns() -> tuple[Column[RuleFault], ...]:
    """Where a file allows something else than the rules in force."""
    return (
        Column(
            id="row",
            title=translate("faults", "行"),
            text=lambda f: str(f.row or ""),
            order=lambda f: f.row,
            numeric=True,
            width=64,
        ),
        Column(id="found", title=translate("faults", "名称"), text=lambda f: f.found, width=200),
        Column(id="said", title=translate("faults", "有什么不同"), text=lambda f: f.said, width=360, stretch=True),
    )


def _gravity(fault: RuleFault) -> str:
    if fault.stops:
        return translate("faults", "必须改正")
    return translate("faults", "没有读入") if fault.left_out else translate("faults", "提醒")


def _chips(fault: RuleFault) -> tuple[Chip, ...]:
    tone = Tone.BAD if fault.stops else Tone.WARN if fault.left_out else Tone.PLAIN
    return (chip(_gravity(fault), tone),)
