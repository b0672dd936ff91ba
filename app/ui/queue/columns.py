"""The queue's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.tables import words
from app.ui.tables.columns import Column

if TYPE_CHECKING:
    from review.services.queue import QueueRow


def columns() -> tuple[Column[QueueRow], ...]:
    """What the queue shows of a claim, left to right."""
    say = QCoreApplication.translate
    return (
        Column(id="number", title=say("queue", "报销单号"), text=lambda row: row.number, width=132),
        Column(id="name", title=say("queue", "姓名"), text=lambda row: row.name or "—", width=84),
        Column(id="scheme", title=say("queue", "险种"), text=lambda row: label(row.scheme), tint=_mute, width=84),
        Column(id="hospital", title=say("queue", "医疗机构"), text=lambda row: row.hospital or "—", width=0),
        Column(id="place", title=say("queue", "就医地"), text=words.place, tint=_mute, width=116),
        Column(
            id="total",
            title=say("queue", "总费用"),
            text=lambda row: words.yuan(row.total),
            order=lambda row: row.total or 0,
            numeric=True,
            width=104,
        ),
        Column(
            id="payable",
            title=say("queue", "应付"),
            text=lambda row: words.yuan(row.payable),
            order=lambda row: row.payable or 0,
            numeric=True,
            width=104,
        ),
        Column(
            id="state",
            title=say("queue", "状态"),
            text=_progress,
            order=lambda row: row.state,
            chips=lambda row: words.state_chips(row.state),
            width=92,
        ),
        Column(
            id="doubts",
            title=say("queue", "疑点"),
            text=words.doubt_words,
            order=words.doubt_order,
            chips=words.doubt_chips,
            width=196,
        ),
        Column(id="people", title=say("queue", "经办"), text=_people, tint=_mute, width=136),
        Column(
            id="due",
            title=say("queue", "期限（工作日）"),
            text=lambda row: words.due_words(row.days_left),
            order=lambda row: words.due_order(row.days_left),
            chips=lambda row: words.due_chips(row.days_left),
            numeric=True,
            width=112,
            tip=lambda row: f"{row.due_on or '—'}",
        ),
    )


def _mute(_: QueueRow) -> str:
    return "mute"


def _progress(row: QueueRow) -> str:
    reading = row.pages_done < row.pages
    return f"{label(row.state)} {row.pages_done}/{row.pages}" if reading else label(row.state)


def _people(row: QueueRow) -> str:
    return " → ".join(person for person in (row.first_reviewer or row.entered_by, row.second_reviewer) if person)
