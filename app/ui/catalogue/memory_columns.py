"""The columns under which remembered choices are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.catalogue.entry_columns import form_words
from app.ui.tables.columns import Chip, Column, chip
from app.ui.widgets.badge import Tone
from review.catalogue.entry import OUTSIDE, PaymentClass
from review.catalogue.memory import ChoiceState

if TYPE_CHECKING:
    from review.services.catalogue import ChoiceView

translate = QCoreApplication.translate
_STATES: dict[ChoiceState, tuple[object, Tone]] = {
    ChoiceState.PENDING: (QT_TRANSLATE_NOOP("memory", "待初审"), Tone.BRAND),
    ChoiceState.APPROVED: (QT_TRANSLATE_NOOP("memory", "在用"), Tone.OK),
    ChoiceState.DROPPED: (QT_TRANSLATE_NOOP("memory", "已改选"), Tone.PLAIN),
    ChoiceState.REVOKED: (QT_TRANSLATE_NOOP("memory", "已停用"), Tone.BAD),
}


def memory_columns() -> tuple[Column[ChoiceView], ...]:
    """Words printed, hospital, entry, who and when, how often used, state."""
    return (
        Column(id="printed", title=translate("memory", "票面印"), text=_printed, width=170, stretch=True),
        Column(
            id="hospital",
            title=translate("memory", "医疗机构"),
            text=lambda r: r.choice.hospital or "—",
            width=150,
            yields=2,
        ),
        Column(id="class", title=translate("memory", "类"), text=_class, width=44),
        Column(id="entry", title=translate("memory", "选定的条目"), text=_entry, width=210),
        Column(id="by", title=translate("memory", "选定人"), text=lambda r: r.by_name, width=80),
        Column(id="at", title=translate("memory", "日期"), text=lambda r: f"{r.choice.day}", width=100),
        Column(id="claim", title=translate("memory", "得自"), text=lambda r: r.choice.claim, width=128, yields=3),
        Column(
            id="uses",
            title=translate("memory", "用过"),
            text=_uses,
            order=lambda r: r.uses,
            numeric=True,
            width=64,
            yields=1,
        ),
        Column(id="state", title=translate("memory", "状态"), text=_state, chips=_chips, tip=_why, width=92),
    )


def _printed(row: ChoiceView) -> str:
    words = row.choice.printed
    return " ".join(filter(None, (words.name, words.spec, words.unit)))


def _entry(row: ChoiceView) -> str:
    if row.choice.entry_id == OUTSIDE:
        return translate("memory", "目录外")
    if row.entry is None:
        return translate("memory", "条目已不在任何版本中")
    return " ".join(filter(None, (row.entry.name, form_words(row.entry))))


def _class(row: ChoiceView) -> str:
    if row.choice.entry_id == OUTSIDE:
        return PaymentClass.C.label
    return row.entry.payment_class.label if row.entry else ""


def _uses(row: ChoiceView) -> str:
    return translate("memory", "{n} 行").format(n=row.uses)


def _state(row: ChoiceView) -> str:
    return translate("memory", str(_STATES[row.choice.state][0]))


def _chips(row: ChoiceView) -> tuple[Chip, ...]:
    tone = _STATES[row.choice.state][1]
    return (chip(_state(row), tone),)


def _why(row: ChoiceView) -> str:
    """State, and who ended it when and why."""
    choice = row.choice
    ended = f"{choice.ended_at:%Y-%m-%d}" if choice.ended_at else ""
    return " ".join(filter(None, (_state(row), row.ended_by_name, ended, choice.reason)))
