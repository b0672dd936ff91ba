"""What checks are told of the rest of the office: papers seen before, other care, prices, accounts, and no more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from review.claim.paper import DocumentKind, LineVerdict
from review.claim.states import ClaimState
from review.claim.verification import Answer, Verification
from review.services import desk, evidence, intake, queue, reading, review, verifying
from review.services.evidence import quantile
from review.store import past_records
from tests.builders import (
    DISCHARGED,
    a_care,
    a_discharge_record,
    a_document,
    a_line,
    a_receipt,
    a_statement,
    an_insured,
)
from tests.offices import CLERK, MORNING, SECOND, a_draft, a_read_claim, approved_once, in_review, sound_papers

if TYPE_CHECKING:
    from review.checks.past import Past
    from review.claim.claim import Claim
    from review.claim.paper import Document
    from review.services.office import Office

SAME = an_insured()


def past(office: Office, number: str) -> Past:
    """What is known beside a claim as it is kept."""
    with office.store.read() as unit:
        return evidence.past_of(unit, unit.folder(number).claim, office.today)


def of_the_same_person(office: Office, *papers: Document) -> Claim:
    """A claim in review of the person of the first claim."""
    claim = in_review(office, *papers)
    return desk.correct(office, CLERK, claim.number, [desk.Edit("insured.id_number", SAME.id_number)])


def test_a_claim_alone_in_the_office_knows_nothing(office: Office) -> None:
    found = past(office, in_review(office).number)
    assert (found.cares, found.receipts, found.pages, found.charges, found.accounts) == ((), (), (), (), ())
    assert (dict(found.prices), found.verifications, found.spending) == ({}, (), None)
    assert found.received_at == MORNING


@pytest.mark.parametrize(
    "cells",
    [
        {"invoice_code": "36060199"},
        {"invoice_number": "12345678"},
        {"invoice_number": "0012345690"},
        {"invoice_code": "36060199", "invoice_number": "0099999999", "hospital_number": "ZY 0042"},
        {"invoice_code": "36060199", "invoice_number": "0099999999", "hospital_number": ""},
    ],
    ids=["same number", "number without zeros", "number close by", "same stay", "same day and total"],
)
def test_a_receipt_is_found_again_by_each_of_its_marks(office: Office, cells: dict[str, str]) -> None:
    issued = {"issue_date": "2025-03-11", "hospital_number": "ZY0042"}
    first = in_review(office, a_receipt(**issued), a_statement(), a_discharge_record())
    second = in_review(office, a_receipt(**(issued | cells)), a_statement(), a_discharge_record())
    (seen,) = past(office, second.number).receipts
    assert (seen.document_id, seen.claim, seen.same_person) == (second.receipts[0].id, first.number, False)
    assert (seen.invoice_number, seen.stay_number, seen.day) == ("0012345678", "ZY0042", date(2025, 3, 11))
    assert (seen.state, seen.total, seen.hospital) == (ClaimState.FIRST_REVIEW, Decimal("100.00"), "样例省人民医院")


def test_a_receipt_that_shares_nothing_is_not_found(office: Office) -> None:
    in_review(office, a_receipt(), a_statement(), a_discharge_record())
    other = a_receipt(invoice_number="0012345699", total_amount="90.00", total_in_words="玖拾元整", cash_paid="90.00")
    assert past(office, in_review(office, other, a_statement(), a_discharge_record()).number).receipts == ()


def test_receipts_without_numbers_or_totals_are_not_taken_for_each_other(office: Office) -> None:
    blank = {"invoice_code": "", "invoice_number": "", "total_amount": "", "total_in_words": ""}
    for _ in range(2):
        claim = in_review(office, a_receipt(**blank), a_statement(), a_discharge_record())
    assert past(office, claim.number).receipts == ()


def test_receipts_of_rejected_claims_are_known_those_of_withdrawn_ones_are_not(office: Office) -> None:
    papers = a_receipt(), a_statement(), a_discharge_record()
    rejected, withdrawn, claim = (in_review(office, *papers) for _ in range(3))
    review.reject(office, CLERK, rejected.number, "非本地参保")
    review.withdraw(office, CLERK, withdrawn.number, "本人撤回")
    assert [(seen.claim, seen.state) for seen in past(office, claim.number).receipts] == [
        (rejected.number, ClaimState.REJECTED)
    ]


def test_a_corrected_number_is_known_at_once_and_the_old_one_no_more(office: Office) -> None:
    papers = a_receipt(), a_statement(), a_discharge_record()
    first, second = in_review(office, *papers), in_review(office, *papers)
    receipt = first.receipts[0]
    edits = [
        desk.Edit(f"value:{receipt.values['invoice_number'].id}", "7700000001"),
        desk.Edit(f"value:{receipt.values['total_amount'].id}", "130.00"),
    ]
    desk.correct(office, CLERK, first.number, edits)
    assert past(office, second.number).receipts == ()
    desk.undo(office, CLERK, first.number)
    assert len(past(office, second.number).receipts) == 1


def test_an_invoice_of_a_pharmacy_is_known_by_its_number_and_seller(office: Office) -> None:
    cells = {"invoice_number": "24360000000012345678", "seller": "样例大药房", "total_amount": "88.00"}
    invoice = a_document(DocumentKind.PHARMACY_INVOICE, **cells)
    first, second = in_review(office, *sound_papers("1"), invoice), in_review(office, *sound_papers("999"), invoice)
    seen = [seen for seen in past(office, second.number).receipts if seen.invoice_number == cells["invoice_number"]]
    assert [(receipt.claim, receipt.hospital) for receipt in seen] == [(first.number, "样例大药房")]
    assert all(row.invoice_number != cells["invoice_number"] for row in verifying.to_verify(office))


def test_other_care_of_the_person_is_known_latest_first(office: Office) -> None:
    earlier, later = in_review(office), of_the_same_person(office)
    days = [desk.Edit("care.admitted", "2025-03-20"), desk.Edit("care.discharged", "2025-03-25")]
    desk.correct(office, CLERK, later.number, days)
    claim = of_the_same_person(office)
    found = past(office, claim.number).cares
    assert [(care.claim, care.discharged) for care in found] == [
        (later.number, date(2025, 3, 25)),
        (earlier.number, DISCHARGED),
    ]
    assert (found[1].total, found[1].diagnoses, found[1].hospital) == (
        Decimal("10000.00"),
        ("社区获得性肺炎",),
        "样例省人民医院",
    )


def test_care_of_long_ago_and_of_persons_without_number_is_not_known(office: Office) -> None:
    old, claim = in_review(office), of_the_same_person(office)
    days = [desk.Edit("care.admitted", "2021-03-01"), desk.Edit("care.discharged", "2021-03-11")]
    desk.correct(office, CLERK, old.number, days)
    assert past(office, claim.number).cares == ()
    nameless = [intake.open_claim(office, CLERK, an_insured(id_number=""), a_care()) for _ in range(2)]
    assert past(office, nameless[1].number).cares == ()


def test_dates_at_the_edge_of_the_calendar_are_borne(office: Office) -> None:
    claim = intake.open_claim(office, CLERK, SAME, a_care(admitted=date.min, discharged=date.min))
    assert past(office, claim.number).cares == ()


def test_lines_of_the_person_s_other_claims_are_known_by_their_entry(office: Office) -> None:
    first = in_review(office)
    claim = of_the_same_person(office)
    (charge,) = past(office, claim.number).charges
    assert (charge.claim, charge.entry_id, charge.name) == (first.number, "nrdl-2024/X312", "氯化钠注射液")
    assert (charge.day, charge.quantity) == (DISCHARGED, Decimal(100))


def test_a_line_of_another_entry_or_with_an_unreadable_quantity_is_left_out(office: Office) -> None:
    other = a_line("青霉素", quantity="1", unit_price="1.00", amount="1.00", entry_id="outside")
    unreadable = a_line(quantity="?", unit_price="1.00", amount="1.00", entry_id="nrdl-2024/X312")
    in_review(office, a_receipt(), a_statement(other, unreadable), a_discharge_record())
    claim = of_the_same_person(office)
    assert past(office, claim.number).charges == ()


def test_a_line_that_was_not_paid_is_no_charge(office: Office) -> None:
    first = in_review(office)
    claim = of_the_same_person(office)
    out = desk.Ruling(LineVerdict.EXCLUDE, "与病情无关")
    desk.judge_line(office, CLERK, first.number, first.charge_lines[0].id, out)
    assert past(office, claim.number).charges == ()
    desk.undo(office, CLERK, first.number)
    assert len(past(office, claim.number).charges) == 1
    review.reject(office, CLERK, first.number, "非本地参保")
    assert past(office, claim.number).charges == ()


def test_lines_of_a_receipt_are_charges_only_where_there_is_no_statement(office: Office) -> None:
    line = a_line(quantity="2", unit_price="50.00", amount="100.00", entry_id="nrdl-2024/X312", date="2025-03-04")
    in_review(office, a_receipt(line), a_discharge_record())
    claim = of_the_same_person(office, a_receipt(line, invoice_number="1"), a_statement(line), a_discharge_record())
    (charge,) = past(office, claim.number).charges
    assert (charge.day, charge.quantity) == (date(2025, 3, 4), Decimal(2))
    third = of_the_same_person(office)
    assert len(past(office, third.number).charges) == 2


def test_prices_are_those_of_lines_that_a_first_review_let_pass(office: Office) -> None:
    for _ in range(evidence.FEWEST):
        approved = approved_once(office)
    claim = in_review(office)
    (price,) = past(office, claim.number).prices.values()
    assert (price.count, price.low, price.median, price.high) == (5, Decimal(100), Decimal(100), Decimal(100))
    assert dict(past(office, approved.number).prices) == {}


def test_a_claim_sent_back_takes_its_prices_with_it(office: Office) -> None:
    approved = [approved_once(office) for _ in range(evidence.FEWEST)]
    claim = in_review(office)
    review.reject(office, CLERK, in_review(office).number, "非本地参保")
    assert len(past(office, claim.number).prices) == 1
    review.return_to_first(office, SECOND, approved[0].number, "请核对")
    assert dict(past(office, claim.number).prices) == {}


def test_spending_tells_what_the_same_illness_cost_elsewhere(office: Office) -> None:
    for _ in range(evidence.FEWEST):
        approved_once(office)
    spending = past(office, in_review(office).number).spending
    assert spending is not None
    assert (spending.diagnosis, spending.count, spending.median, spending.days) == (
        "社区获得性肺炎",
        5,
        Decimal("10000.00"),
        Decimal(11),
    )


def test_an_account_that_pays_others_too_is_known_with_their_claims(office: Office) -> None:
    first, second = in_review(office), in_review(office)
    shared = [desk.Edit("insured.account.number", first.insured.account.number)]
    desk.correct(office, CLERK, second.number, shared)
    (use,) = past(office, second.number).accounts
    assert (use.claim, use.insured_name, use.id_number) == (first.number, "张小满", first.insured.id_number)


def test_an_answer_of_the_site_is_known_to_the_checks(office: Office) -> None:
    claim = in_review(office)
    asked = Verification(
        document_id=claim.receipts[0].id,
        invoice_code="",
        invoice_number="",
        total="",
        answer=Answer.GENUINE,
        checked_on=office.today,
    )
    kept = verifying.record_answer(office, CLERK, claim.number, asked)
    assert past(office, claim.number).verifications == (kept,)


def seen_as(office: Office, claim: Claim, likeness: str) -> int:
    """The claim's page as recognition saw it; its id."""
    page_id = claim.pages[0].id
    reading.record_page(office, page_id, "{}", reading.PageSigns(likeness=likeness))
    return page_id


@pytest.mark.parametrize(("other", "bits"), [("0123456789abcdef", 0), ("0123456789abcdee", 1), ("8123476789ebcffd", 6)])
def test_a_page_that_looks_alike_is_found_with_the_bits_that_differ(office: Office, other: str, bits: int) -> None:
    first, second = a_draft(office), a_draft(office)
    there, here = seen_as(office, first, "0123456789abcdef"), seen_as(office, second, other)
    (page,) = past(office, second.number).pages
    assert (page.page_id, page.other_page_id, page.claim, page.bits) == (here, there, first.number, bits)
    assert not page.same_bytes


def test_each_likeness_within_the_bound_is_found_wherever_its_bits_lie(office: Office) -> None:
    first, second = a_draft(office), a_draft(office)
    seen_as(office, first, "0" * 16)
    for spread in ("0011011100110000", "0101000100010111", "7000000000000007", "0000800080010049"):
        seen_as(office, second, spread)
        (page,) = past(office, second.number).pages
        assert page.bits == int(spread, 16).bit_count() <= 7


def test_pages_of_another_look_or_without_one_or_taken_out_are_not_found(office: Office) -> None:
    first, second = a_draft(office), a_draft(office)
    seen_as(office, first, "0123456789abcdef")
    for likeness in ("fedcba9876543210", "", "no likeness here"):
        seen_as(office, second, likeness)
        assert past(office, second.number).pages == ()
    seen_as(office, second, "0123456789abcdef")
    intake.remove_page(office, CLERK, first.number, first.pages[0].id)
    assert past(office, second.number).pages == ()


def test_two_like_pages_of_one_claim_are_told_of_each_other(office: Office) -> None:
    claim = a_draft(office, "一.jpg", "二.jpg")
    for page in claim.pages:
        reading.record_page(office, page.id, "{}", reading.PageSigns(likeness="0123456789abcdef"))
    assert {(page.page_id, page.other_page_id, page.claim) for page in past(office, claim.number).pages} == {
        (claim.pages[0].id, claim.pages[1].id, claim.number),
        (claim.pages[1].id, claim.pages[0].id, claim.number),
    }


def test_a_claim_of_six_hundred_pages_is_looked_up_in_pieces(office: Office) -> None:
    claim = a_draft(office)
    there = seen_as(office, claim, "0123456789abcdef")
    alike = {1_000_000 + n: f"{n << 50 | 0x3456789ABCDEF:016x}" for n in range(600)}
    with office.store.read() as unit:
        found = past_records.like_pages(unit, alike)
    near = {page for page, text in alike.items() if (int(text, 16) ^ 0x0123456789ABCDEF).bit_count() <= 7}
    assert {(row["page_id"], row["other"]) for row in found} == {(page, there) for page in near}
    assert len(near) > 100


def test_a_claim_without_papers_and_one_of_a_thousand_lines_are_borne(office: Office) -> None:
    lines = [a_line(f"药{n}", unit_price="1.00", quantity="1", amount="1.00", entry_id=f"x/{n}") for n in range(1000)]
    claim = a_read_claim(office, a_receipt(), a_statement(*lines))
    assert dict(past(office, claim.number).prices) == {}
    empty = intake.open_claim(office, CLERK)
    assert past(office, empty.number).receipts == ()
    assert queue.load_claim(office, claim.number).number == claim.number


def test_the_quantile_of_weighed_figures_is_the_figure_reached() -> None:
    points = [(Decimal(1), 90), (Decimal(2), 9), (Decimal(50), 1)]
    assert [quantile(points, Decimal(share)) for share in ("0.05", "0.5", "0.95", "1")] == [1, 1, 2, 50]
