"""The published frauds and their honest neighbours in a real office: many claims, one after the other (policy §2.7)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from review.checks.finding import Finding, Group, Severity
from review.claim.paper import Document, DocumentKind
from review.claim.verification import Answer
from review.errors import BlockedError
from review.services import desk, review, settle, verifying
from tests.builders import a_discharge_record, a_document, a_receipt, a_statement, an_answer, an_insured
from tests.offices import CLERK, an_office, approved_once, in_review, sound_papers

if TYPE_CHECKING:
    from pathlib import Path

    from review.claim.claim import Claim
    from review.services.office import Office

ROOMS = {Group.RECEIPTS, Group.STAY, Group.PAGES}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return an_office(tmp_path / "office")


def found(office: Office, claim: Claim) -> list[Finding]:
    """What the three rooms say of a claim as it is kept, clues left out."""
    findings = (view.finding for view in settle.findings(office, claim.number))
    return [f for f in findings if f.group in ROOMS and f.severity is not Severity.CLUE]


def codes(office: Office, claim: Claim) -> set[str]:
    return {finding.code for finding in found(office, claim)}


def corrected(office: Office, claim: Claim, **edits: str) -> Claim:
    """The claim with fields of its head typed; ``__`` stands for the point."""
    typed = [desk.Edit(key.replace("__", "."), value) for key, value in edits.items()]
    return desk.correct(office, CLERK, claim.number, typed)


def a_stay(office: Office, number: str, first: date, last: date, **record: str) -> Claim:
    """A sound stay of the usual person on other days."""
    days = {"admission_date": str(first), "discharge_date": str(last)}
    papers = a_receipt(invoice_number=number, **days), a_statement(), a_discharge_record(**days, **record)
    claim = in_review(office, *papers)
    return corrected(
        office,
        claim,
        insured__id_number=an_insured().id_number,
        care__admitted=str(first),
        care__discharged=str(last),
    )


# -- receipts printed again


def test_of_many_prints_of_one_electronic_receipt_all_but_the_first_block(office: Office) -> None:
    prints = [in_review(office, *sound_papers("0012345678")) for _ in range(5)]
    for claim in prints[1:]:
        blocking = [f for f in found(office, claim) if f.severity is Severity.BLOCKS]
        assert {f.code for f in blocking} == {"duplicate-receipt"}
        with pytest.raises(BlockedError):
            review.approve_first(office, CLERK, claim.number)


def test_a_print_with_another_number_is_known_by_stay_and_sum(office: Office) -> None:
    for number in ("0012345678", "0099999999"):
        receipt = a_receipt(invoice_number=number, hospital_number="ZY0042", institution="样例省人民医院")
        claim = in_review(office, receipt, a_statement(), a_discharge_record())
    assert "receipt-again" in codes(office, claim)


def test_claims_of_many_honest_people_are_silent(office: Office) -> None:
    for serial in range(6):
        claim = in_review(office, *sound_papers(f"{serial * 977 + 4001:010}"))
        assert codes(office, claim) == set()


# -- the treasury's site


def asked(office: Office, claim: Claim, answer: Answer, **changes: Any) -> None:
    verifying.record_answer(office, CLERK, claim.number, an_answer(claim.receipts[0], answer, **changes))


def test_a_receipt_the_site_does_not_know_cannot_be_approved(office: Office) -> None:
    claim = in_review(office)
    asked(office, claim, Answer.UNKNOWN)
    assert codes(office, claim) == {"receipt-unknown"}
    with pytest.raises(BlockedError):
        review.approve_first(office, CLERK, claim.number)


def test_a_corrected_number_is_asked_for_again(office: Office) -> None:
    claim = in_review(office)
    asked(office, claim, Answer.UNKNOWN)
    number = claim.receipts[0].values["invoice_number"].id
    desk.correct(office, CLERK, claim.number, [desk.Edit(f"value:{number}", "0000777777")])
    assert codes(office, claim) == set()


def test_a_genuine_receipt_goes_its_way(office: Office) -> None:
    claim = in_review(office)
    asked(office, claim, Answer.GENUINE)
    assert codes(office, claim) == set()


# -- other care of the person


def test_two_hospitals_at_once_want_a_decision(office: Office) -> None:
    a_stay(office, "0000000100", date(2025, 3, 1), date(2025, 3, 11))
    claim = a_stay(office, "0000000900", date(2025, 3, 5), date(2025, 3, 20))
    claim = corrected(office, claim, care__hospital="邻县中医院")
    assert [(f.code, f.severity) for f in found(office, claim)] == [("stay-overlap", Severity.DECISION)]


def test_moving_to_another_hospital_is_no_overlap(office: Office) -> None:
    a_stay(office, "0000000100", date(2025, 2, 1), date(2025, 2, 11))
    claim = a_stay(office, "0000000900", date(2025, 2, 11), date(2025, 2, 20))
    assert codes(office, claim) == set()


def test_a_visit_on_a_day_in_bed_is_found_whichever_claim_came_first(office: Office) -> None:
    stay = a_stay(office, "0000000100", date(2025, 3, 1), date(2025, 3, 11))
    visit = in_review(office, _visit("2025-03-05"), a_document(DocumentKind.PRESCRIPTION, patient="张小满"))
    edits = {"insured__id_number": an_insured().id_number, "care__kind": "outpatient"}
    visit = corrected(office, visit, **edits, care__admitted="2025-03-05", care__discharged="2025-03-05")
    assert codes(office, visit) == codes(office, stay) == {"visit-during-stay"}


def _visit(day: str) -> Document:
    cells = {"invoice_code": "36060125", "visit_date": day, "issue_date": day, "payer": "张小满"}
    return a_document(DocumentKind.OUTPATIENT_RECEIPT, invoice_number="0000000500", total_amount="88.00", **cells)


def test_care_after_death_is_told_and_a_corrected_outcome_frees_it(office: Office) -> None:
    died = a_stay(office, "0000000100", date(2025, 1, 1), date(2025, 1, 11), outcome="死亡")
    claim = a_stay(office, "0000000900", date(2025, 3, 1), date(2025, 3, 11))
    assert codes(office, claim) == {"care-after-death"}
    corrected(office, died, care__outcome="好转")
    assert codes(office, claim) == set()


def test_another_persons_claims_say_nothing(office: Office) -> None:
    approved_once(office)
    in_review(office, *sound_papers("0055555555"))
    claim = in_review(office, *sound_papers("0066666666"))
    assert codes(office, claim) == set()
