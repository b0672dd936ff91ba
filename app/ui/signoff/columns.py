"""The columns of a batch, and the chips above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.tables import words
from app.ui.tables.columns import Chip, Column, chip
from app.ui.widgets.badge import Tone
from review.services.batch_checks import LARGE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.ui.signoff.pile import SignRow


def _serious(row: SignRow) -> bool:
    """Whether there is more to see than clues, which the services count as one reason."""
    return len(row.claim.risks) > bool(row.queued.clues)


GROUPS: Mapping[str, Callable[[SignRow], bool]] = {
    "all": lambda _: True,
    "risk": _serious,
    "large": lambda row: row.claim.total >= LARGE,
    "out": lambda row: row.claim.excluded,
}


def columns() -> tuple[Column[SignRow], ...]:
    """What a supervisor sees of each claim, left to right."""
    return (*_case(), *_sums(), *_work())


def _case() -> tuple[Column[SignRow], ...]:
    """Whether it is signed now, whose claim it is, where care was given."""
    translate = QCoreApplication.translate
    return (
        Column(id="in", title="", text=lambda row: "☐" if row.claim.excluded else "☑", width=40, tip=_out),
        Column(id="number", title=translate("signoff", "报销单号"), text=lambda row: row.claim.number, width=132),
        Column(id="name", title=translate("signoff", "姓名"), text=lambda row: row.claim.name, width=76),
        Column(
            id="scheme",
            title=translate("signoff", "险种"),
            text=lambda row: label(row.queued.scheme),
            tint=_mute,
            width=84,
            yields=4,
        ),
        Column(
            id="place",
            title=translate("signoff", "就医地"),
            text=lambda row: words.place(row.queued),
            tint=_mute,
            width=112,
            yields=5,
        ),
    )


def _sums() -> tuple[Column[SignRow], ...]:
    """What it cost, what is paid, and the ratio of both."""
    translate = QCoreApplication.translate
    return (
        Column(
            id="total",
            title=translate("signoff", "总费用"),
            text=lambda row: words.yuan(row.claim.total),
            order=lambda row: row.claim.total,
            numeric=True,
            width=100,
        ),
        Column(
            id="payable",
            title=translate("signoff", "应付"),
            text=lambda row: words.yuan(row.claim.payable),
            order=lambda row: row.claim.payable,
            numeric=True,
            width=100,
        ),
        Column(
            id="ratio", title=translate("signoff", "比例"), text=_ratio, order=_share, numeric=True, width=68, yields=3
        ),
    )


def _work() -> tuple[Column[SignRow], ...]:
    """Why to look closer, who reviewed it, when it is due."""
    translate = QCoreApplication.translate
    return (
        Column(
            id="risk",
            title=translate("signoff", "风险"),
            text=lambda row: "；".join(row.claim.risks),
            order=lambda row: len(row.claim.risks),
            chips=_risks,
            width=230,
            stretch=True,
            tip=lambda row: "\n".join(row.claim.risks),
        ),
        Column(
            id="people",
            title=translate("signoff", "经办"),
            text=lambda row: f"{row.first} → {row.second}",
            tint=_mute,
            width=128,
            yields=2,
        ),
        Column(
            id="due",
            title=translate("signoff", "期限"),
            text=lambda row: words.due_words(row.queued.days_left),
            order=lambda row: words.due_order(row.queued.days_left),
            chips=lambda row: words.due_chips(row.queued.days_left),
            numeric=True,
            width=96,
        ),
    )


def _mute(_: SignRow) -> str:
    return "mute"


def _out(row: SignRow) -> str:
    return row.claim.reason if row.claim.excluded else ""


def _share(row: SignRow) -> float:
    return float(row.claim.payable / row.claim.total) if row.claim.total else 0.0


def _ratio(row: SignRow) -> str:
    return f"{_share(row):.1%}"


def _risks(row: SignRow) -> tuple[Chip, ...]:
    """The most telling reason in words, the others as a number; a claim without any says so."""
    first, *others = row.claim.risks or ("",)
    if not first:
        return (chip(QCoreApplication.translate("signoff", "无"), Tone.OK),)
    tone = Tone.WARN if _serious(row) else Tone.PLAIN
    more = (Chip(f"+{len(others)}", tone),) if others else ()
    return (chip(first, tone), *more)
