"""The columns under which learned layouts are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import field_label
from app.ui.tables.columns import Chip, Column, chip
from app.ui.widgets.badge import Tone

if TYPE_CHECKING:
    from review.services.learning import KnownLayout

translate = QCoreApplication.translate


def layout_columns() -> tuple[Column[KnownLayout], ...]:
    """Institution, columns, claim it was learned from, day, who, whether it is used."""
    return (
        Column(id="institution", title=translate("layouts", "医疗机构"), text=lambda row: row.institution, width=200),
        Column(
            id="columns",
            title=translate("layouts", "清单栏目"),
            text=_columns,
            tip=lambda row: row.headings,
            width=240,
            stretch=True,
        ),
        Column(id="claim", title=translate("layouts", "得自"), text=lambda row: row.claim, width=130, yields=2),
        Column(id="at", title=translate("layouts", "日期"), text=lambda row: f"{row.at:%Y-%m-%d}", width=100, yields=1),
        Column(id="by", title=translate("layouts", "初审人"), text=lambda row: row.by, width=100, yields=3),
        Column(id="state", title=translate("layouts", "状态"), text=_state, chips=_chips, width=96),
    )


def _columns(row: KnownLayout) -> str:
    return " ".join(_named(column.heading, field_label(column.key)) for column in row.columns)


def _named(heading: str, meaning: str) -> str:
    return heading if heading == meaning else f"{heading or '—'}({meaning})"


def _state(row: KnownLayout) -> str:
    return translate("layouts", "已停用") if row.revoked else translate("layouts", "在用")


def _chips(row: KnownLayout) -> tuple[Chip, ...]:
    tone = Tone.PLAIN if row.revoked else Tone.OK
    return (chip(_state(row), tone),)
