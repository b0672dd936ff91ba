"""Looking electronic receipts up at the treasury's site (policy §3.3): what is to be asked, and what was answered.

The site is asked by a person; this software only lists and remembers. An answer is never changed: a later one stands
beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.claim.moves import check_edit
from review.claim.states import ClaimState
from review.claim.verification import Answer, Verification
from review.errors import InputError, NotFoundError
from review.services.office import opened
from review.services.summary import summarise
from review.store import verification_records as records

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from review.claim.claim import Claim
    from review.claim.paper import Document, DocumentKind
    from review.claim.people import Actor
    from review.services.office import Office

OPEN = frozenset({ClaimState.RECEIVED, ClaimState.READ, ClaimState.FIRST_REVIEW, ClaimState.SECOND_REVIEW})
"""States in which a receipt waits to be looked up."""
ACTION = "record_answer"
"""The journal's word for an answer that was written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToVerify:
    """A receipt to be looked up, with what the site asks for as the receipt reads now; texts empty where unread.

    ``total`` is in yuan. ``answer`` is the latest answer, or None where nobody asked.
    """

    claim: str
    document_id: int
    kind: DocumentKind
    payer: str
    institution: str
    invoice_code: str
    invoice_number: str
    check_code: str
    issued_on: date | None
    total: Decimal | None
    answer: Verification | None = None

    @property
    def open(self) -> bool:
        """Whether no answer was had yet that says something."""
        return self.answer is None or self.answer.answer is Answer.UNAVAILABLE


def to_verify(office: Office, number: str = "") -> tuple[ToVerify, ...]:
    """The electronic receipts of a claim, answered or not; without a number, those still open in any claim at work."""
    with office.store.read() as unit:
        found = records.electronic(unit, number, OPEN)
        known = records.of_claims(unit, {row["claim"] for row in found})
    latest = {answer.document_id: answer for answer in reversed(known)}
    rows = (ToVerify(**row, answer=latest.get(row["document_id"])) for row in found)
    return tuple(row for row in rows if number or row.open)


def answers(office: Office, number: str) -> tuple[Verification, ...]:
    """Everything that was answered about receipts of a claim, latest first."""
    with office.store.read() as unit:
        return records.of_claims(unit, (number,))


def record_answer(office: Office, actor: Actor, number: str, verification: Verification) -> Verification:
    """Write down what the site answered about a receipt, told in the journal; the claim's findings follow it.

    What was asked for, by whom and when are filled in here: code, number and total as the receipt reads now.

    Raises:
        ForbiddenError, ConflictError: the actor may not change the claim, or not any more.
        NotFoundError: the claim, or the receipt in it, does not exist.
        InputError: a day to come, a count below zero, a page of another claim, or no note where figures differ.
    """
    with office.store.write() as unit:
        work = opened(office, unit, actor, number)
        check_edit(work.claim, actor)
        kept = _filled(office, actor, _receipt(work.claim, verification.document_id), verification)
        _require_sound(office, work.claim, kept)
        records.add(unit, number, kept)
        summarise(office, unit, work.folder)
        told = {"answer": kept.answer.value, "checked_on": str(kept.checked_on), "times": kept.times}
        asked = {"invoice_code": kept.invoice_code, "invoice_number": kept.invoice_number, "total": kept.total}
        after = {f"document:{kept.document_id}": {**asked, **told}}
        unit.tell(office.clock(), actor.username, ACTION, number, after=after, reason=kept.note)
    return kept


def _receipt(claim: Claim, document_id: int) -> Document:
    found = next((receipt for receipt in claim.receipts if receipt.id == document_id), None)
    if found is None:
        raise NotFoundError("报销单中没有这张票据，没有保存。", code="no-receipt", advice="请刷新后再试。")
    return found


def _filled(office: Office, actor: Actor, receipt: Document, verification: Verification) -> Verification:
    return replace(
        verification,
        invoice_code=receipt.text("invoice_code"),
        invoice_number=receipt.text("invoice_number"),
        total=receipt.text("total_amount"),
        note=verification.note.strip(),
        by=actor.username,
        at=office.clock(),
    )


def _require_sound(office: Office, claim: Claim, kept: Verification) -> None:
    """Raises InputError where the answer cannot be what a person saw."""
    if kept.checked_on > office.today:
        raise InputError("查验日期晚于今天，没有保存。", code="bad-day", advice="请填写实际查验的日期。")
    if kept.times is not None and kept.times < 0:
        raise InputError("查验次数不能为负数，没有保存。", code="bad-times", advice="请按查验页面所示填写。")
    if kept.answer is Answer.DIFFERS and not kept.note:
        raise InputError("查验结果不符时须写明哪里不符，没有保存。", code="note-missing", advice="请填写说明。")
    if kept.page_id is not None and all(page.id != kept.page_id for page in claim.pages):
        raise InputError("截图不在本报销单的影像中，没有保存。", code="no-page", advice="请先收入截图。")
