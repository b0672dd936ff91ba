"""The columns under which the claims a rule caught are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.tables.columns import Column
from app.ui.tables.words import yuan

if TYPE_CHECKING:
    from review.services.rulebooks import CaughtClaim

translate = QCoreApplication.translate


def caught_columns() -> tuple[Column[CaughtClaim], ...]:
    """Number, person, lines, what was taken out."""
    return (
        Column(id="number", title=translate("rules", "单号"), text=lambda c: c.number, width=116),
        Column(id="name", title=translate("rules", "参保人"), text=lambda c: c.name, width=72, stretch=True),
        Column(
            id="lines",
            title=translate("rules", "行"),
            text=lambda c: f"{c.lines:,}",
            order=lambda c: c.lines,
            numeric=True,
            width=36,
            yields=1,
        ),
        Column(
            id="excluded",
            title=translate("rules", "剔除"),
            text=lambda c: yuan(c.excluded),
            order=lambda c: c.excluded,
            numeric=True,
            width=64,
            yields=2,
        ),
    )
