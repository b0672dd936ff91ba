"""Several claims of one person in a year, brought as far as a test needs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from review.claim.adjustment import AdjustmentKind
from review.services import adjusting, batches, desk, intake, payment, queue, reading, review, sending, users
from review.services.adjusting import Wish
from tests.builders import a_care, a_discharge_record, a_line, a_receipt, a_statement
from tests.offices import CASHIER, CLERK, PASSWORD, SECOND, SUPERVISOR, a_page_file, a_user, draft

if TYPE_CHECKING:
    from review.claim.claim import Claim, YearToDate
    from review.claim.paper import Document
    from review.services.office import Office


def another_of(office: Office, number: str, month: int = 1) -> Claim:
    """Another claim, on the clerk's desk, of the person of that one: eleven days in another month of 2025."""
    person = queue.load_claim(office, number).insured
    stay = {"admitted": date(2025, month, 4), "discharged": date(2025, month, 14)}
    number = intake.open_claim(office, CLERK, person, a_care(province="广东省", **stay)).number
    intake.add_pages(office, CLERK, number, [a_page_file(office.home / number, "票据.jpg", number.encode())])
    intake.receive(office, CLERK, number)
    while (job := reading.take_page(office)) is not None:
        reading.record_page(office, job.page_id, "{}")
    page_id = queue.load_claim(office, number).pages[0].id
    drafts = [draft(paper, page_id, place) for place, paper in enumerate(_papers(number, stay))]
    reading.record_reading(office, number, drafts)
    return desk.begin_review(office, CLERK, number)


def pay(office: Office, number: str) -> Claim:
    """Have a claim on the clerk's desk approved, signed and paid."""
    if not users.has_users(office):
        a_user(office, SUPERVISOR)
    review.approve_first(office, CLERK, number)
    batch = review.approve_second(office, SECOND, number).batch
    batches.sign(office, SUPERVISOR, batch, PASSWORD)
    payment.begin_payment(office, CASHIER, batch)
    return payment.confirm_payment(office, CASHIER, number)


def claim_back(office: Office, number: str) -> None:
    """Have the whole payment of a claim claimed back."""
    _sent(office, number, Wish(kind=AdjustmentKind.REVERSAL, reason="重复报销"))


def supplement(office: Office, number: str, amount: str) -> str:
    """Have so much paid on top; the number of the adjustment that was sent."""
    return _sent(office, number, Wish(kind=AdjustmentKind.SUPPLEMENT, amount=Decimal(amount), reason="比例调整补支"))


def _sent(office: Office, number: str, wish: Wish) -> str:
    drafted = adjusting.draft_adjustment(office, CLERK, number, wish)
    adjusting.audit_adjustment(office, SECOND, drafted.number)
    sending.send(office, CASHIER, [drafted.number])
    return drafted.number


def year_of(office: Office, number: str) -> YearToDate:
    """What a claim's year stands at."""
    return queue.load_claim(office, number).year_to_date


def _papers(number: str, stay: dict[str, date]) -> tuple[Document, ...]:
    line = a_line(unit_price="90.00", quantity="100", amount="9000.00", entry_id="nrdl-2024/X312")
    days = {"admission_date": str(stay["admitted"]), "discharge_date": str(stay["discharged"])}
    sums = {"total_amount": "9000.00", "total_in_words": "玖仟元整", "cash_paid": "9000.00"}
    receipt = a_receipt(invoice_number=f"000777{number[-4:]}", **sums, **days)
    return receipt, a_statement(line, total_amount="9000.00"), a_discharge_record()
