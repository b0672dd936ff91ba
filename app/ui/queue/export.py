"""Rows of the queue as the lines of an Excel list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.labels import label
from review.reports.inputs import QueueLine

if TYPE_CHECKING:
    from review.services.queue import QueueRow


def line(row: QueueRow) -> QueueLine:
    """One claim, in the words of the language in force."""
    return QueueLine(
        number=row.number,
        state=label(row.state),
        name=row.name,
        id_masked=row.id_masked,
        scheme=label(row.scheme),
        hospital=row.hospital,
        received_on=row.received_on,
        due_on=row.due_on,
        total=row.total,
        payable=row.payable,
        open_points=row.blocks + row.decisions + row.doubts,
        entered_by=row.entered_by,
        first_reviewer=row.first_reviewer,
        second_reviewer=row.second_reviewer,
    )
