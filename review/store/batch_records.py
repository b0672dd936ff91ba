"""Batches in the store: which claims they gather, which of these were taken out, and the sums when signed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update

from review.claim.claim import ZERO
from review.claim.decisions import BatchState
from review.errors import NotFoundError
from review.store.schema import BatchClaimRow, BatchRow, ClaimRow, DecisionRow, SummaryRow

if TYPE_CHECKING:
    from datetime import date

    from review.store.unit import Unit

FUNDS = ("basic_fund", "serious_illness_fund", "medical_aid_fund", "supplement_fund")


def open_batch(unit: Unit) -> BatchRow | None:
    """The batch that gathers claims now, or None."""
    return unit.session.scalar(select(BatchRow).where(BatchRow.state == BatchState.OPEN))


def join_open(unit: Unit, claim: str, day: date) -> str:
    """Put a claim into the open batch, which is begun where there is none; the batch's number."""
    batch = open_batch(unit)
    number = batch.number if batch else begin(unit, day)
    unit.session.merge(BatchClaimRow(batch=number, claim=claim, excluded=False, reason=""))
    unit.session.flush()
    return number


def begin(unit: Unit, day: date) -> str:
    """Begin a batch; its number."""
    number = unit.day_number(day, "B")
    row = {"state": BatchState.OPEN, "total": ZERO, "payable": ZERO, "signed_by": "", "signed_at": None}
    unit.session.add(BatchRow(number=number, **row))
    unit.session.flush()
    return number


def batch(unit: Unit, number: str) -> BatchRow:
    """A batch. Raises NotFoundError."""
    found = unit.session.get(BatchRow, number)
    if found is None:
        raise NotFoundError(f"没有编号为 {number} 的批次。", advice="请核对批次号。")
    return found


def change(unit: Unit, number: str, **values: Any) -> None:
    """Change a batch's row."""
    unit.session.execute(update(BatchRow).where(BatchRow.number == number).values(**values))


def place(unit: Unit, number: str, claim: str, *, excluded: bool, reason: str) -> None:
    """Say whether a claim of a batch is taken out of it, and why."""
    unit.session.merge(BatchClaimRow(batch=number, claim=claim, excluded=excluded, reason=reason))
    unit.session.flush()


def leave(unit: Unit, number: str, claim: str) -> None:
    """Take a claim off an open batch's list."""
    row = unit.session.get(BatchClaimRow, (number, claim))
    if row is not None:
        unit.session.delete(row)
        unit.session.flush()


def claims(unit: Unit, *numbers: str) -> list[dict[str, Any]]:
    """The claims of these batches, by number, with what a signer looks at."""
    decided = select(func.count()).where(DecisionRow.claim == ClaimRow.number, DecisionRow.gone.is_(False))
    funds = [ClaimRow.settlement[name].as_string().label(name) for name in FUNDS]
    chosen = (
        select(
            ClaimRow.number,
            ClaimRow.version,
            ClaimRow.state,
            ClaimRow.insured_name,
            ClaimRow.insured_id_number,
            ClaimRow.account_holder,
            ClaimRow.account_number,
            ClaimRow.account_bank,
            ClaimRow.care_hospital,
            ClaimRow.entered_by,
            ClaimRow.first_reviewer,
            ClaimRow.second_reviewer,
            ClaimRow.payable,
            SummaryRow.total,
            SummaryRow.clues,
            BatchClaimRow.batch,
            BatchClaimRow.excluded,
            BatchClaimRow.reason,
            decided.scalar_subquery().label("decided"),
            *funds,
        )
        .select_from(BatchClaimRow)
        .join(ClaimRow, ClaimRow.number == BatchClaimRow.claim)
        .join(SummaryRow, SummaryRow.claim == ClaimRow.number)
        .where(BatchClaimRow.batch.in_(numbers))
        .order_by(ClaimRow.number)
    )
    return [dict(row) for row in unit.session.execute(chosen).mappings()]
