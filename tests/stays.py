"""Several stays of one person in a year, brought as far as a test needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from review.services import batches, desk, intake, payment, reading, review, users
from tests.builders import a_care, values
from tests.offices import (
    CASHIER,
    CLERK,
    PASSWORD,
    SECOND,
    SUPERVISOR,
    a_page_file,
    a_person,
    a_user,
    draft,
    sound_papers,
)

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.claim.paper import Document
    from review.claim.people import Insured
    from review.services.office import Office

ILLNESSES = ("社区获得性肺炎", "急性阑尾炎", "腰椎间盘突出", "胆囊结石", "桡骨骨折", "白内障")


def stay_papers(number: str, first: date, last: date) -> tuple[Document, ...]:
    """Receipt, statement and discharge record of one stay of 10,000.00 yuan, without fault."""
    receipt, *others = sound_papers(number)
    days = {"admission_date": str(first), "discharge_date": str(last)}
    return replace(receipt, values={**receipt.values, **values(days)}), *others


def a_stay(office: Office, month: int = 1, insured: Insured | None = None) -> Claim:
    """A stay of six days in that month of 2025 on the clerk's desk: the usual person's, unless told otherwise."""
    first, last = date(2025, month, 3), date(2025, month, 9)
    care = a_care(province="广东省", admitted=first, discharged=last, diagnoses=(ILLNESSES[month % len(ILLNESSES)],))
    claim = intake.open_claim(office, CLERK, insured or a_person(0), care)
    file = a_page_file(office.home / claim.number, content=f"{claim.number}".encode())
    intake.receive(office, CLERK, intake.add_pages(office, CLERK, claim.number, [file]).claim.number)
    while (job := reading.take_page(office)) is not None:
        reading.record_page(office, job.page_id, "{}")
    page_id = file_page(office, claim.number)
    papers = stay_papers(f"0000{claim.number[-4:]}77", first, last)
    reading.record_reading(office, claim.number, [draft(paper, page_id, place) for place, paper in enumerate(papers)])
    return desk.begin_review(office, CLERK, claim.number)


def file_page(office: Office, number: str) -> int:
    """Id of a claim's first page."""
    with office.store.read() as unit:
        return unit.folder(number).claim.pages[0].id


def fixed_stay(office: Office, month: int = 1, insured: Insured | None = None) -> Claim:
    """The stay after its first approval."""
    return review.approve_first(office, CLERK, a_stay(office, month, insured).number)


def paid_stay(office: Office, month: int = 1, insured: Insured | None = None) -> str:
    """Number of the stay after its money arrived."""
    if not users.has_users(office):
        a_user(office, SUPERVISOR)
    number = fixed_stay(office, month, insured).number
    batch = review.approve_second(office, SECOND, number).batch
    batches.sign(office, SUPERVISOR, batch, PASSWORD)
    order = payment.begin_payment(office, CASHIER, batch)
    for row in order.rows:
        payment.confirm_payment(office, CASHIER, row.claim)
    return number
