"""How rows of claims are put in words: due dates, places, sums, doubts. Shared by all rooms with tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.tables.columns import Chip, chip
from app.ui.widgets.badge import Tone, shaped
from review.claim.states import ClaimState
from review.money import thousands

if TYPE_CHECKING:
    from decimal import Decimal

    from review.services.queue import QueueRow

_SOON = 3
_FAR = 9999
_UNREAD = frozenset({ClaimState.DRAFT, ClaimState.RECEIVED})
_TONES = {
    ClaimState.RECEIVED: Tone.INFO,
    ClaimState.READ: Tone.BRAND,
    ClaimState.FIRST_REVIEW: Tone.BRAND,
    ClaimState.SECOND_REVIEW: Tone.BRAND,
    ClaimState.BATCHED: Tone.BRAND,
    ClaimState.PAID: Tone.OK,
    ClaimState.ARCHIVED: Tone.OK,
    ClaimState.SUPPLEMENT: Tone.WARN,
    ClaimState.REJECTED: Tone.BAD,
    ClaimState.PAYMENT_FAILED: Tone.BAD,
}


def due_words(days: int | None) -> str:
    """How many working days are left, in words."""
    if days is None:
        return "—"
    if days == 0:
        return QCoreApplication.translate("tables", "今天到期")
    if days < 0:
        return QCoreApplication.translate("tables", "超期 {days} 天").format(days=-days)
    return QCoreApplication.translate("tables", "剩 {days} 天").format(days=days)


def due_chips(days: int | None) -> tuple[Chip, ...]:
    """Working days left: overdue, soon or calm, told by shape, word and colour."""
    if days is None:
        return (Chip("—", Tone.PLAIN),)
    tone = Tone.BAD if days < 0 else Tone.WARN if days <= _SOON else Tone.PLAIN
    words = due_words(days)
    return (Chip(words if tone is Tone.PLAIN else shaped(words, tone), tone),)


def due_order(days: int | None) -> int:
    """Sorts claims without a due date last."""
    return _FAR if days is None else days


def state_chips(state: ClaimState) -> tuple[Chip, ...]:
    """The state as a pill."""
    return (Chip(label(state), _TONES.get(state, Tone.PLAIN)),)


def yuan(amount: Decimal | None) -> str:
    """A sum with thousands separators, or a dash where none is known."""
    return "—" if amount is None else thousands(amount)


def total(row: QueueRow) -> str:
    """The sum of the receipts; a dash while nothing is read."""
    return yuan(None if row.state in _UNREAD else row.total)


def place(row: QueueRow) -> str:
    """Where care was given: province and hospital level."""
    return " · ".join(part for part in (row.province, label(row.hospital_level)) if part)


def doubt_chips(row: QueueRow) -> tuple[Chip, ...]:
    """What still asks for a person: blocking, to be decided, doubtful values, clues; pages read while it is read."""
    translate = QCoreApplication.translate
    if row.state in _UNREAD:
        return (
            Chip(translate("tables", "已识别 {done}/{all} 页").format(done=row.pages_done, all=row.pages), Tone.PLAIN),
        )
    counted = (
        (row.blocks, translate("tables", "必改 {n}"), Tone.BAD),
        (row.decisions, translate("tables", "待定 {n}"), Tone.WARN),
        (row.doubts, translate("tables", "存疑 {n}"), Tone.WARN),
        (row.clues, translate("tables", "线索 {n}"), Tone.PLAIN),
    )
    chips = tuple(chip(words.format(n=n), tone) for n, words, tone in counted if n)
    return chips or (chip(translate("tables", "无"), Tone.OK),)


def doubt_words(row: QueueRow) -> str:
    """The same as text, for copies and exports."""
    return " ".join(chip.text for chip in doubt_chips(row))


def doubt_order(row: QueueRow) -> tuple[int, int, int, int]:
    """Worst first when sorted downwards."""
    return row.blocks, row.decisions, row.doubts, row.clues
