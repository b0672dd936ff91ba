"""A real office at whose counter forged piles are handed in: stored, read, sorted, matched, checked as at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, cast

from app.worker import Events, read_waiting
from ocr.imaging.decode import opened
from review.claim.people import BankAccount
from review.services import intake, queue, review, settle
from review.services.intake import PageFile
from tests.builders import a_care, a_discharge_record, a_line, a_receipt, a_statement, an_insured
from tests.forge.figures import in_words
from tests.offices import CLERK, Clock, an_office, in_review

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal
    from pathlib import Path

    from ocr.recognition.pool import EnginePool
    from review.checks.finding import Finding
    from review.claim.claim import Claim
    from review.claim.people import Insured
    from review.services.office import Office
    from tests.bench.printed_pool import PrintedPool
    from tests.forge.case import Person, Stay
    from tests.forge.fraud import Page


@dataclass(frozen=True)
class HandedIn:
    """A claim after reading, what the checks say of it, and the ids of its pages in their order."""

    claim: Claim
    findings: tuple[Finding, ...]
    page_ids: tuple[int, ...]


class Counter:
    """The counter of an office that begins empty."""

    def __init__(self, home: Path, pool: EnginePool | PrintedPool, today: Clock | None = None) -> None:
        self.office: Office = an_office(home, today)
        self._pool, self._home, self._names = pool, home, count(1)

    def hand_in(self, pages: Sequence[Page], person: Person, stay: Stay) -> HandedIn:
        """One claim with its pages, read and checked."""
        care = a_care(
            hospital=stay.hospital, admitted=stay.admitted, discharged=stay.discharged, diagnoses=stay.diagnoses
        )
        claim = intake.open_claim(self.office, CLERK, insured_of(person), care)
        number = claim.number
        intake.add_pages(self.office, CLERK, number, [self._file(page) for page in pages])
        intake.receive(self.office, CLERK, number)
        read_waiting(self.office, cast("EnginePool", self._pool), Events())
        claim = queue.load_claim(self.office, number)
        found = tuple(view.finding for view in settle.findings(self.office, number))
        return HandedIn(claim, found, tuple(page.id for page in sorted(claim.pages, key=lambda page: page.position)))

    def reviewed(self, name: str, prices: Sequence[Decimal]) -> None:
        """So many other claims that were reviewed, each with one service at a price."""
        for at, price in enumerate(prices):
            line = a_line(name, unit="次", unit_price=f"{price}", quantity="1", amount=f"{price}")
            sums = {"total_amount": f"{price}", "total_in_words": in_words(price), "cash_paid": f"{price}"}
            receipt = a_receipt(invoice_number=f"77{at:08}", hospital_number=f"ZY{at:06}", **sums)
            statement = a_statement(line, total_amount=f"{price}")
            claim = in_review(self.office, receipt, statement, a_discharge_record())
            review.approve_first(self.office, CLERK, claim.number)

    def _file(self, page: Page) -> PageFile:
        path = self._home / f"{next(self._names)}.jpg"
        path.write_bytes(page.content)
        width, height = opened(path).filed_size
        return PageFile(path.name, path, width, height)


def insured_of(person: Person) -> Insured:
    """Somebody paid to an account of their own."""
    account = BankAccount(holder=person.name, number=f"6222{person.id_number[3:18].replace('X', '0')}", bank="农商银行")
    return an_insured(name=person.name, id_number=person.id_number, account=account)
