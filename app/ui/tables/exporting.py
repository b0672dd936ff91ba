"""A table as it is shown, written to Excel where the person says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from app.ui.tables.columns import R
from app.ui.widgets.saving import ask_where
from review.reports.listing import listing_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences
    from app.ui.tables.columns import Column


@dataclass(frozen=True)
class Listing(Generic[R]):
    """What is to be written: its name, the columns, and the rows, which are asked for off the UI thread."""

    name: str
    columns: Sequence[Column[R]]
    rows: Callable[[], Sequence[R]]

    def write(self, out: Path) -> Path:
        """Write what the cells say, one row a row."""
        cells = ([column.text(row) for column in self.columns] for row in self.rows())
        return listing_xlsx(self.name, [column.title for column in self.columns], cells, out)


def ask_and_write(parent: QWidget, preferences: Preferences, jobs: Jobs, listing: Listing[R]) -> None:
    """Ask where the workbook should go, and write it off the UI thread."""
    ask_where(
        parent,
        preferences,
        f"{listing.name}.xlsx",
        "Excel (*.xlsx)",
        lambda out: jobs.run(parent, lambda: listing.write(out), lambda _: None),
    )
