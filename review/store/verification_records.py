"""Answers of the treasury's site in the store, and the receipts that can be asked for."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from review.claim.verification import Verification
from review.store.check_tables import ReceiptRow, VerificationRow
from review.store.schema import ClaimRow, DocumentRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from review.claim.states import ClaimState
    from review.store.unit import Unit

_NAMES = tuple(f.name for f in fields(Verification))
_HEAD: tuple[Any, ...] = (
    ReceiptRow.document_id,
    ReceiptRow.claim,
    DocumentRow.kind,
    ReceiptRow.payer,
    ReceiptRow.institution,
    ReceiptRow.invoice_code,
    ReceiptRow.invoice_number,
    ReceiptRow.check_code,
    ReceiptRow.issued_on,
    ReceiptRow.total,
)


def add(unit: Unit, claim: str, verification: Verification) -> None:
    """Keep an answer for ever."""
    row = {name: getattr(verification, name) for name in _NAMES}
    unit.session.execute(insert(VerificationRow), [{**row, "id": next(unit.count_off("verification")), "claim": claim}])


def of_claims(unit: Unit, claims: Collection[str]) -> tuple[Verification, ...]:
    """All answers about receipts of these claims, latest first."""
    chosen = select(VerificationRow).where(VerificationRow.claim.in_(list(claims)))
    found = unit.session.scalars(chosen.order_by(VerificationRow.id.desc()))
    return tuple(Verification(**{name: getattr(row, name) for name in _NAMES}) for row in found)


def electronic(unit: Unit, claim: str, states: Collection[ClaimState]) -> Sequence[Mapping[str, Any]]:
    """Heads of receipts that the site knows: of one claim, or of all claims in these states, in order of claims."""
    chosen = (
        select(*_HEAD)
        .join(DocumentRow, DocumentRow.id == ReceiptRow.document_id)
        .where(ReceiptRow.electronic)
        .order_by(ReceiptRow.claim, DocumentRow.position)
    )
    open_ = select(ClaimRow.number).where(ClaimRow.state.in_(list(states)))
    wanted = ReceiptRow.claim == claim if claim else ReceiptRow.claim.in_(open_)
    return [dict(row) for row in unit.session.execute(chosen.where(wanted)).mappings()]
