"""Adjustments: money paid on top (补支) or claimed back (追回) after a claim was paid."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from review.claim.people import BankAccount

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from decimal import Decimal


class AdjustmentKind(StrEnum):
    """Paid on top; claimed back; the whole claimed back, as if never paid; or only moved from fund to fund."""

    SUPPLEMENT = "supplement"
    RECOVERY = "recovery"
    REVERSAL = "reversal"
    TRANSFER = "transfer"


class AdjustmentState(StrEnum):
    """Drafted, audited by another person and locked, sent to finance, done (the money arrived), or deleted unsent."""

    DRAFT = "draft"
    AUDITED = "audited"
    SENT = "sent"
    DONE = "done"
    DELETED = "deleted"


WHOLE = frozenset({AdjustmentKind.REVERSAL, AdjustmentKind.TRANSFER})
"""Kinds whose amount nobody chooses: all that was paid, or nothing."""
UNSENT = frozenset({AdjustmentState.DRAFT, AdjustmentState.AUDITED})
"""States in which an adjustment can be deleted."""
PENDING = UNSENT | {AdjustmentState.SENT}
"""States of which a claim has one adjustment at most."""
EFFECTIVE = frozenset({AdjustmentState.SENT, AdjustmentState.DONE})
"""States in which an adjustment counts: in what was paid, and in the person's year."""
KIND_NAMES = {
    AdjustmentKind.SUPPLEMENT: "补支",
    AdjustmentKind.RECOVERY: "追回",
    AdjustmentKind.REVERSAL: "整笔追回",
    AdjustmentKind.TRANSFER: "基金间调整",
}
ADJUSTMENT_NAMES = {
    AdjustmentState.DRAFT: "待审核",
    AdjustmentState.AUDITED: "待办理",
    AdjustmentState.SENT: "已送出",
    AdjustmentState.DONE: "已办结",
    AdjustmentState.DELETED: "已删除",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """One adjustment of a paid claim.

    Attributes:
        number: yyyymmdd-An.
        version: raised with each change, so that nobody works on what somebody else has changed.
        amount: yuan; ``signed`` tells which way. Nothing where money only moves from fund to fund.
        funds, year: what it changes in each fund and in each sum of the person's year, yuan with sign.
        paid, anew: what the funds had paid until then, and what the claim settles to by the terms it rests on.
        grounds: why the sums differ (Chinese): the terms, editions and sums of the year it rests on.
        account: where a supplement goes; the claim's own where its holder is empty.
        order: number of the order it was sent with; empty before.
        reference, settled_on: voucher and day of the money's arrival.
        remark: why it was deleted or a transfer failed.
    """

    number: str
    version: int
    claim: str
    kind: AdjustmentKind
    state: AdjustmentState
    amount: Decimal
    funds: Mapping[str, Decimal]
    year: Mapping[str, Decimal]
    paid: Decimal
    anew: Decimal
    grounds: tuple[str, ...]
    reason: str
    account: BankAccount = BankAccount()
    order: str = ""
    reference: str = ""
    settled_on: date | None = None
    remark: str = ""
    authors: tuple[str, ...] = ()
    drafted_at: datetime | None = None
    audited_by: str = ""
    audited_at: datetime | None = None
    sent_by: str = ""
    sent_at: datetime | None = None
    settled_by: str = ""
    settled_at: datetime | None = None

    @property
    def signed(self) -> Decimal:
        """What the funds pay more (above zero) or less, yuan."""
        return self.amount if self.kind is AdjustmentKind.SUPPLEMENT else -self.amount

    @property
    def counts(self) -> bool:
        """Whether it changes what was paid and what the person's year stands at."""
        return self.state in EFFECTIVE
