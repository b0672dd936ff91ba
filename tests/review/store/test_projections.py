"""The look-ups of checks say what the claims hold, in the same unit: no more, no less, after any change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, text

from review.claim.states import ClaimState
from review.services import desk, intake, review
from review.store import projections
from review.store.check_tables import LikenessRow, PriceRow, ReceiptRow, RuleHitRow
from tests.builders import a_claim, a_line, a_receipt, a_statement
from tests.offices import CLERK, SECOND, Clock, a_draft, an_office, approved_once, in_review

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office


HEADS = ReceiptRow.__tablename__


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return an_office(tmp_path / "office", Clock())


def kept(office: Office, kind: type[Any]) -> list[Any]:
    with office.store.read() as unit:
        return list(unit.session.scalars(select(kind)))


def counts(office: Office) -> dict[str, int]:
    return {row.price: row.count for row in kept(office, PriceRow)}


def test_heads_follow_the_papers_and_leave_with_them(office: Office) -> None:
    claim = in_review(office, a_receipt(), a_receipt(invoice_number="0012345999"), a_statement())
    assert {row.invoice_number for row in kept(office, ReceiptRow)} == {"0012345678", "0012345999"}
    assert {row.document_id for row in kept(office, ReceiptRow)} == {paper.id for paper in claim.receipts}
    draft = a_draft(office)
    intake.add_document(office, CLERK, draft.number, claim.receipts[0].kind, {"invoice_number": "7"})
    assert len(kept(office, ReceiptRow)) == 3
    desk.undo(office, CLERK, draft.number)
    assert len(kept(office, ReceiptRow)) == 2


def test_an_edit_of_something_else_writes_no_head_anew(office: Office) -> None:
    claim = in_review(office)
    with office.store.write() as unit:
        unit.session.execute(text(f"CREATE TRIGGER still BEFORE DELETE ON {HEADS} BEGIN SELECT RAISE(FAIL, 'x'); END"))
    after = desk.correct(office, CLERK, claim.number, [desk.Edit("insured.phone", "123")])
    assert after.insured.phone == "123"


def test_prices_are_counted_when_a_first_review_lets_them_pass_and_only_once(office: Office) -> None:
    in_review(office)
    assert counts(office) == {}
    claim = approved_once(office)
    assert counts(office) == {"100": 1}
    review.approve_second(office, SECOND, claim.number)
    assert counts(office) == {"100": 1}


def test_prices_are_counted_out_when_the_claim_goes_back(office: Office) -> None:
    claim = approved_once(office)
    review.return_to_first(office, SECOND, claim.number, "请核对")
    assert counts(office) == {"100": 0}
    review.approve_first(office, CLERK, claim.number)
    assert counts(office) == {"100": 1}


def test_the_same_article_on_several_lines_counts_for_each_of_them(office: Office) -> None:
    lines = [a_line("药", unit_price="2.50", quantity="1", amount="2.50", position=n) for n in range(2)]
    claim = a_claim(a_statement(*lines), number="x", state=ClaimState.SECOND_REVIEW)
    with office.store.write() as unit:
        projections.keep(unit, ClaimState.FIRST_REVIEW, claim)
    assert counts(office) == {"2.5": 2}


def test_what_is_no_likeness_is_not_kept(office: Office) -> None:
    page = a_draft(office).pages[0]
    with office.store.write() as unit:
        for likeness in ("", "short", "zzzzzzzzzzzzzzzz"):
            projections.keep_likeness(unit, page.id, likeness)
    assert kept(office, LikenessRow) == []
    with office.store.write() as unit:
        for likeness in ("0" * 16, "f" * 16):
            projections.keep_likeness(unit, page.id, likeness)
    (row,) = kept(office, LikenessRow)
    assert (row.likeness, row.band3) == ("f" * 16, 0xFFFF)


def test_the_same_rule_twice_about_one_line_is_one_hit(office: Office) -> None:
    claim = a_draft(office)
    hit = {"subject": "line:1", "rule": "1-drug-sex/2", "excluded": claim.already_paid}
    with office.store.write() as unit:
        projections.keep_hits(unit, claim.number, [hit, hit, {**hit, "rule": "1-drug-age/9"}])
    assert {row.rule for row in kept(office, RuleHitRow)} == {"1-drug-sex/2", "1-drug-age/9"}
    with office.store.write() as unit:
        projections.keep_hits(unit, claim.number, [])
    assert kept(office, RuleHitRow) == []
