"""The queue's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.tables import words
from app.ui.tables.columns import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.services.queue import QueueRow


def columns(people: Mapping[str, str]) -> tuple[Column[QueueRow], ...]:
    """What the queue shows of a claim, left to right; ``people`` gives full names by username."""
    return (*_case(), *_sums(), *_work(people))


def _case() -> tuple[Column[QueueRow], ...]:
    """Whose claim it is, and where care was given."""
    translate = QCoreApplication.translate
    return (
        Column(id="number", title=translate("queue", "报销单号"), text=lambda row: row.number, width=132),
        Column(id="name", title=translate("queue", "姓名"), text=lambda row: row.name or "—", width=84),
        Column(
            id="scheme",
            title=translate("queue", "险种"),
            text=lambda row: label(row.scheme),
            tint=_mute,
            width=84,
            yields=4,
        ),
        Column(
            id="hospital",
            title=translate("queue", "医疗机构"),
            text=lambda row: row.hospital or "—",
            width=150,
            stretch=True,
        ),
        Column(id="place", title=translate("queue", "就医地"), text=words.place, tint=_mute, width=116, yields=2),
    )


def _sums() -> tuple[Column[QueueRow], ...]:
    """What it cost, and what the funds would pay."""
    translate = QCoreApplication.translate
    return (
        Column(
            id="total",
            title=translate("queue", "总费用"),
            text=words.total,
            order=lambda row: row.total or 0,
            numeric=True,
            width=104,
        ),
        Column(
            id="payable",
            title=translate("queue", "应付"),
            text=lambda row: words.yuan(row.payable),
            order=lambda row: row.payable or 0,
            numeric=True,
            width=104,
        ),
    )


def _work(people: Mapping[str, str]) -> tuple[Column[QueueRow], ...]:
    """How far it is, what it asks for, who has it, when it is due."""
    translate = QCoreApplication.translate
    return (
        Column(
            id="state",
            title=translate("queue", "状态"),
            text=lambda row: label(row.state),
            order=lambda row: row.state,
            chips=lambda row: words.state_chips(row.state),
            width=92,
        ),
        Column(
            id="doubts",
            title=translate("queue", "疑点"),
            text=words.doubt_words,
            order=words.doubt_order,
            chips=words.doubt_chips,
            width=184,
        ),
        Column(
            id="people",
            title=translate("queue", "经办"),
            text=lambda row: _people(row, people),
            tint=_mute,
            width=136,
            yields=3,
        ),
        Column(
            id="due",
            title=translate("queue", "期限"),
            text=lambda row: words.due_words(row.days_left),
            order=lambda row: words.due_order(row.days_left),
            chips=lambda row: words.due_chips(row.days_left),
            numeric=True,
            width=104,
            tip=lambda row: translate("queue", "工作日；{day} 到期").format(day=row.due_on or "—"),
        ),
    )


def _mute(_: QueueRow) -> str:
    return "mute"


def _people(row: QueueRow, people: Mapping[str, str]) -> str:
    parts = (row.first_reviewer or row.entered_by, row.second_reviewer)
    return " → ".join(people.get(part, part) for part in parts if part)
