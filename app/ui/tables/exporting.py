"""A table as it is shown, written to Excel where the person says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.ui.widgets.saving import ask_where
from review.reports.listing import listing_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.ui.jobs import Jobs
    from app.ui.shell.preferences import Preferences
    from app.ui.tables.columns import Column, R


def write_rows(name: str, columns: Sequence[Column[R]], rows: Sequence[R], out: Path) -> Path:
    """What the cells say, one row a row."""
    return listing_xlsx(name, [c.title for c in columns], ([c.text(row) for c in columns] for row in rows), out)


def ask_and_write(
    parent: QWidget, preferences: Preferences, jobs: Jobs, name: str, write: Callable[[Path], Any]
) -> None:
    """Ask where the workbook should go, and write it off the UI thread."""
    ask_where(
        parent,
        preferences,
        f"{name}.xlsx",
        "Excel (*.xlsx)",
        lambda out: jobs.run(parent, lambda: write(out), lambda _: None),
    )
