"""The queue's filters as data: which states each chip lets through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.widgets.chips import Choice
from review.claim.states import ClaimState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from review.services.queue import QueueRow

_CLOSED = frozenset(
    {ClaimState.PAID, ClaimState.ARCHIVED, ClaimState.REJECTED, ClaimState.WITHDRAWN, ClaimState.RECOVERED}
)
_SOON = 3


@dataclass(frozen=True, slots=True)
class Group:
    """One chip of the queue."""

    id: str
    word: object
    accepts: Callable[[QueueRow, str], bool]

    @property
    def choice(self) -> Choice:
        """The chip, in the language in force."""
        return Choice(self.id, QCoreApplication.translate("queue", str(self.word)))


def _of(*states: ClaimState) -> Callable[[QueueRow, str], bool]:
    return lambda row, _: row.state in states


def _open(row: QueueRow, _: str) -> bool:
    return row.state not in _CLOSED


def _mine(row: QueueRow, user: str) -> bool:
    return _open(row, user) and user in {row.entered_by, row.first_reviewer, row.second_reviewer}


def _soon(row: QueueRow, user: str) -> bool:
    return _open(row, user) and row.days_left is not None and row.days_left <= _SOON


GROUPS: tuple[Group, ...] = (
    Group("open", QT_TRANSLATE_NOOP("queue", "在办"), _open),
    Group("mine", QT_TRANSLATE_NOOP("queue", "我的"), _mine),
    Group("soon", QT_TRANSLATE_NOOP("queue", "临期"), _soon),
    Group("reading", QT_TRANSLATE_NOOP("queue", "受理"), _of(ClaimState.DRAFT, ClaimState.RECEIVED)),
    Group("first", QT_TRANSLATE_NOOP("queue", "初审"), _of(ClaimState.READ, ClaimState.FIRST_REVIEW)),
    Group("second", QT_TRANSLATE_NOOP("queue", "复核"), _of(ClaimState.SECOND_REVIEW)),
    Group("aside", QT_TRANSLATE_NOOP("queue", "补正"), _of(ClaimState.SUPPLEMENT)),
    Group("signoff", QT_TRANSLATE_NOOP("queue", "签批"), _of(ClaimState.BATCHED)),
    Group(
        "payment",
        QT_TRANSLATE_NOOP("queue", "拨付"),
        _of(ClaimState.SIGNED, ClaimState.PAYING, ClaimState.PAYMENT_FAILED),
    ),
    Group("closed", QT_TRANSLATE_NOOP("queue", "已结"), _of(*_CLOSED)),
)


def counts(rows: Iterable[QueueRow], user: str) -> dict[str, int]:
    """How many rows each chip lets through."""
    listed = tuple(rows)
    return {group.id: sum(group.accepts(row, user) for row in listed) for group in GROUPS}


def accepts(group: str, search: str, user: str) -> Callable[[QueueRow], bool]:
    """A test for rows of one chip in which every searched word occurs."""
    chosen = next(known for known in GROUPS if known.id == group)
    words = search.split()
    return lambda row: chosen.accepts(row, user) and all(word in _searched(row) for word in words)


def _searched(row: QueueRow) -> str:
    return f"{row.number} {row.name} {row.id_masked} {row.hospital} {row.province}"
