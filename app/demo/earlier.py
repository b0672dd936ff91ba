"""What the demo's database already holds: an earlier claim with the receipt that comes in again, not paid then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.claim.paper import DocumentKind
from review.claim.states import ClaimState, Role
from review.services import desk, intake, queue, reading, review
from review.services.queue import QueueFilter

if TYPE_CHECKING:
    from app.demo.sample import Sample
    from review.claim.people import Actor
    from review.services.office import Office

WHY = "住院费用清单未盖章且缺第 2 页，补正通知期满未补，不予支付"


def plant(office: Office, people: dict[Role, Actor], sample: Sample) -> None:
    """Make sure the earlier claim is there and was turned down; safe to call again."""
    clerk = people[Role.CLERK]
    held = sorted(row.number for row in queue.queue(office, QueueFilter(text=sample.insured.name)))
    number = held[0] if held else intake.open_claim(office, clerk, sample.insured, sample.care).number
    claim = queue.load_claim(office, number)
    if claim.state is ClaimState.DRAFT and not claim.documents:
        printed = dict(sample.planted["known_receipt"])
        intake.add_document(office, clerk, number, DocumentKind.INPATIENT_RECEIPT, printed)
    if queue.load_claim(office, number).state is ClaimState.DRAFT:
        intake.receive(office, clerk, number)
    if queue.load_claim(office, number).state is ClaimState.RECEIVED:
        reading.record_reading(office, number, ())
    if queue.load_claim(office, number).state is ClaimState.READ:
        desk.begin_review(office, clerk, number)
    if queue.load_claim(office, number).state is ClaimState.FIRST_REVIEW:
        review.reject(office, clerk, number, WHY)
