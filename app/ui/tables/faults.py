"""The columns under which the faults of a file are listed, whatever it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from app.ui.tables.columns import Column, chip

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.widgets.badge import Tone
    from review.accumulators.proposal import StandingFault
    from review.catalogue.importing.proposal import Fault
    from review.rules.proposal import RuleFault

translate = QCoreApplication.translate


F = TypeVar("F", "Fault", "RuleFault", "StandingFault")


def placed_columns(gravity: Callable[[F], tuple[str, Tone]], *beside: Column[F]) -> tuple[Column[F], ...]:
    """How grave a fault is, by ``gravity``; where; more ``beside`` the row; what stands there, what to do."""
    where: tuple[Column[F], ...] = (
        Column(
            id="gravity",
            title=translate("faults", "轻重"),
            text=lambda f: gravity(f)[0],
            chips=lambda f: (chip(*gravity(f)),),
            width=104,
        ),
        Column(id="sheet", title=translate("faults", "工作表/页"), text=lambda f: f.sheet, width=104, yields=1),
        row_column(),
    )
    what: tuple[Column[F], ...] = (
        Column(id="found", title=translate("faults", "文件里写的"), text=lambda f: f.found, width=150),
        Column(id="said", title=translate("faults", "问题和办法"), text=lambda f: f.said, width=260, stretch=True),
    )
    return where + beside + what


def row_column() -> Column[F]:
    """The row of the spreadsheet."""
    return Column(
        id="row",
        title=translate("faults", "行"),
        text=lambda f: str(f.row or ""),
        order=lambda f: (f.sheet, f.row),
        numeric=True,
        width=64,
    )
