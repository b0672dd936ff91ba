"""The columns of the watch list, and of the claims a line of it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.tables.columns import Column
from app.ui.tables.words import state_chips, yuan
from app.ui.watch.watched_words import colour_chip
from review.watch.watched import Colour

if TYPE_CHECKING:
    from review.services.queue import QueueRow
    from review.watch.watched import Watched

translate = QCoreApplication.translate
_URGENT = tuple(Colour)


def watched_columns() -> tuple[Column[Watched], ...]:
    """Colour, kind, who, why, how many claims, what was answered."""
    return (
        Column(
            id="colour",
            title=translate("watch", "等级"),
            text=lambda w: label(w.colour),
            order=lambda w: _URGENT.index(w.colour),
            chips=lambda w: (colour_chip(w),),
            width=64,
        ),
        Column(id="kind", title=translate("watch", "对象"), text=lambda w: label(w.kind), width=84, yields=2),
        Column(id="name", title=translate("watch", "名称"), text=lambda w: w.name, width=150),
        Column(id="why", title=translate("watch", "原因"), text=why_words, width=220, stretch=True),
        Column(
            id="claims",
            title=translate("watch", "报销单"),
            text=lambda w: f"{len(w.claims):,}",
            order=lambda w: len(w.claims),
            numeric=True,
            width=64,
            yields=3,
        ),
        Column(
            id="answer",
            title=translate("watch", "核查情况"),
            text=lambda w: w.answer or "—",
            tint=lambda _: "mute",
            width=130,
            stretch=True,
            yields=1,
        ),
    )


def why_words(watched: Watched) -> str:
    """All reasons in one line."""
    return "".join(watched.reasons)


def claim_columns() -> tuple[Column[QueueRow], ...]:
    """Number, person, hospital, sum, state."""
    return (
        Column(id="number", title=translate("watch", "单号"), text=lambda c: c.number, width=116),
        Column(id="name", title=translate("watch", "参保人"), text=lambda c: c.name, width=60, stretch=True),
        Column(id="hospital", title=translate("watch", "医疗机构"), text=lambda c: c.hospital, width=130, yields=2),
        Column(
            id="total",
            title=translate("watch", "总费用"),
            text=lambda c: yuan(c.total),
            order=lambda c: c.total,
            numeric=True,
            width=80,
        ),
        Column(
            id="state",
            title=translate("watch", "状态"),
            text=lambda c: label(c.state),
            chips=lambda c: state_chips(c.state),
            width=72,
            yields=1,
        ),
    )
