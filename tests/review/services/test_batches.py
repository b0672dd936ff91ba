"""A batch is signed as a whole, by somebody who had no part in it, with the password; then it is paid."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from review.claim.decisions import BatchState, FindingVerdict
from review.claim.states import ClaimState
from review.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from review.services import archive, batches, desk, payment, queue, review, settle
from tests.offices import (
    CASHIER,
    CLERK,
    PASSWORD,
    PERSON,
    SECOND,
    SUPERVISOR,
    a_page_file,
    a_user,
    approved_once,
    in_batch,
    in_review,
    paid,
    signed,
)

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office


@pytest.fixture(autouse=True)
def _signer(office: Office) -> None:
    a_user(office, SUPERVISOR)


def test_an_office_without_approved_claims_has_an_empty_batch(office: Office) -> None:
    view = batches.open_batch(office)
    assert (view.number, view.claims, view.payable) == ("", (), Decimal("0.00"))
    assert batches.batches(office) == ()


def test_approved_claims_gather_in_one_batch_with_sums_per_fund(office: Office) -> None:
    numbers = [in_batch(office).number for _ in range(2)]
    view = batches.open_batch(office)
    assert (view.number, {claim.number for claim in view.claims}) == ("20250401-B1", set(numbers))
    assert (view.total, view.payable) == (Decimal("20000.00"), Decimal("8880.00"))
    assert view.funds["basic_fund"] == view.payable


def test_the_checks_of_a_batch_find_one_person_twice(office: Office) -> None:
    first = in_batch(office)
    again = in_review(office)
    desk.correct(office, CLERK, again.number, [desk.Edit("insured.id_number", first.insured.id_number)])
    for view in (v for v in settle.findings(office, again.number) if v.open):
        answer = desk.Answer(view.finding.code, view.finding.subject, FindingVerdict.ALLOW, "确为两次住院")
        desk.decide(office, CLERK, again.number, answer)
    review.approve_second(office, SECOND, review.approve_first(office, CLERK, again.number).number)
    checks = {check.title: check.ok for check in batches.open_batch(office).checks}
    assert not checks["同一人只有一单"]
    assert checks["每单两人审核"]
    assert checks["应付金额等于各基金之和"]


def test_the_riskiest_claim_comes_first(office: Office) -> None:
    plain = in_batch(office)
    odd = in_review(office)
    desk.correct(office, CLERK, odd.number, [desk.Edit("insured.account.holder", "李四")])
    for view in (v for v in settle.findings(office, odd.number) if v.open):
        answer = desk.Answer(view.finding.code, view.finding.subject, FindingVerdict.ALLOW, "亲属代领")
        desk.decide(office, CLERK, odd.number, answer)
    review.approve_first(office, CLERK, odd.number)
    review.approve_second(office, SECOND, odd.number)
    first, second = batches.open_batch(office).claims
    assert (first.number, second.number) == (odd.number, plain.number)
    assert "收款人不是本人" in first.risks


def test_signing_signs_all_claims_and_fixes_the_sums(office: Office) -> None:
    view = signed(office, 2)
    assert (view.state, view.signed_by, view.payable) == (BatchState.SIGNED, "zhao.gang", Decimal("8880.00"))
    claims = [queue.load_claim(office, claim.number) for claim in view.claims]
    assert {(claim.state, claim.signed_by) for claim in claims} == {(ClaimState.SIGNED, "zhao.gang")}
    assert [row.action for row in archive.history(office, view.number)] == ["sign_batch"]


def test_a_wrong_password_signs_nothing(office: Office) -> None:
    claim = in_batch(office)
    with pytest.raises(ForbiddenError, match="密码不正确"):
        batches.sign(office, SUPERVISOR, claim.batch, "wrong password")
    assert queue.load_claim(office, claim.number).state is ClaimState.BATCHED


@pytest.mark.parametrize("part", [CLERK, SECOND])
def test_who_reviewed_a_claim_signs_no_batch_with_it(office: Office, part: object) -> None:
    claim = in_batch(office)
    actor = a_user(office, replace(SUPERVISOR, username=getattr(part, "username", "")))
    with pytest.raises(ForbiddenError, match="您已参与"):
        batches.sign(office, actor, claim.batch, PASSWORD)
    assert batches.open_batch(office).state is BatchState.OPEN
    assert queue.load_claim(office, claim.number).state is ClaimState.BATCHED


def test_a_claim_taken_out_waits_for_the_next_batch(office: Office) -> None:
    out, rest = in_batch(office), in_batch(office)
    with pytest.raises(InputError):
        batches.exclude(office, SUPERVISOR, out.number, " ")
    batches.exclude(office, SUPERVISOR, out.number, "待核实")
    view = batches.sign(office, SUPERVISOR, rest.batch, PASSWORD)
    assert view.payable == Decimal("4440.00")
    following = batches.open_batch(office)
    assert (following.number, [claim.number for claim in following.claims]) == ("20250401-B2", [out.number])
    assert queue.load_claim(office, out.number).batch == "20250401-B2"


def test_a_claim_taken_out_can_be_put_in_again(office: Office) -> None:
    claim = in_batch(office)
    batches.exclude(office, SUPERVISOR, claim.number, "待核实")
    assert batches.open_batch(office).included == ()
    batches.include(office, SUPERVISOR, claim.number)
    assert len(batches.open_batch(office).included) == 1
    with pytest.raises(ForbiddenError):
        batches.exclude(office, CLERK, claim.number, "待核实")


def test_a_batch_with_nothing_left_is_not_signed(office: Office) -> None:
    claim = in_batch(office)
    batches.exclude(office, SUPERVISOR, claim.number, "待核实")
    with pytest.raises(ConflictError, match="没有可签批"):
        batches.sign(office, SUPERVISOR, claim.batch, PASSWORD)
    with pytest.raises(NotFoundError):
        batches.sign(office, SUPERVISOR, "20250401-B9", PASSWORD)


def test_a_claim_sent_back_leaves_the_batch(office: Office) -> None:
    claim = in_batch(office)
    after = batches.return_from_batch(office, SUPERVISOR, claim.number, "金额有疑")
    assert (after.state, after.second_reviewer, after.batch) == (ClaimState.FIRST_REVIEW, "", "")
    assert batches.open_batch(office).claims == ()


def test_a_signed_batch_is_paid_claim_by_claim(office: Office) -> None:
    view = signed(office, 2)
    order = payment.begin_payment(office, CASHIER, view.number)
    assert order.total == Decimal("8880.00")
    assert (order.rows[0].holder, order.rows[0].amount) == ("张小满", Decimal("4440.00"))
    assert payment.payment_order(office, view.number) == order
    states = []
    for row in order.rows:
        payment.confirm_payment(office, CASHIER, row.claim)
        states.append(batches.batch(office, view.number).state)
    assert states == [BatchState.PAYING, BatchState.PAID]


def test_a_failed_transfer_is_begun_again_or_sent_back(office: Office) -> None:
    view = signed(office)
    number = view.claims[0].number
    payment.begin_payment(office, CASHIER, view.number)
    payment.fail_payment(office, CASHIER, number, "账号不符")
    again = payment.begin_payment(office, CASHIER, view.number)
    assert [row.claim for row in again.rows] == [number]
    payment.fail_payment(office, CASHIER, number, "账号不符")
    after = payment.return_from_payment(office, CASHIER, number, "更换账户")
    assert (after.state, after.signed_by, after.payable) == (ClaimState.FIRST_REVIEW, "", None)
    with pytest.raises(ConflictError, match="没有等待拨付"):
        payment.begin_payment(office, CASHIER, view.number)


def test_who_had_a_part_in_a_claim_does_not_pay_it(office: Office) -> None:
    view = signed(office)
    for name in (CLERK.username, SECOND.username, SUPERVISOR.username):
        with pytest.raises(ForbiddenError, match="您已参与"):
            payment.begin_payment(office, replace(PERSON, username=name), view.number)


def test_without_an_account_no_transfer_of_the_batch_begins(office: Office) -> None:
    view = signed(office, 2)
    number = view.claims[0].number
    with office.store.write() as unit:
        folder = unit.folder(number)
        insured = replace(folder.claim.insured, account=replace(folder.claim.insured.account, number=""))
        unit.save(unit.rows(number), replace(folder, claim=replace(folder.claim, insured=insured)))
    with pytest.raises(InputError, match=number):
        payment.begin_payment(office, CASHIER, view.number)
    assert {queue.load_claim(office, c.number).state for c in view.claims} == {ClaimState.SIGNED}


def test_a_claim_with_nothing_to_pay_counts_as_paid(office: Office) -> None:
    claim = in_review(office)
    desk.correct(office, CLERK, claim.number, [desk.Edit("year_to_date.basic_fund", "100000")])
    review.approve_first(office, CLERK, claim.number)
    number = review.approve_second(office, SECOND, claim.number).batch
    batches.sign(office, SUPERVISOR, number, PASSWORD)
    assert payment.begin_payment(office, CASHIER, number).rows == ()
    assert queue.load_claim(office, claim.number).state is ClaimState.PAID
    assert batches.batch(office, number).state is BatchState.PAID


def test_a_paid_claim_is_archived_with_its_file(office: Office, tmp_path: Path) -> None:
    number = paid(office)
    pdf = a_page_file(tmp_path, "archive.pdf", b"%PDF-1.7 archive").path
    assert archive.archive(office, CLERK, number, pdf).state is ClaimState.ARCHIVED
    assert archive.archived_pdf(office, number).read_bytes() == b"%PDF-1.7 archive"
    with pytest.raises(NotFoundError):
        archive.archived_pdf(office, approved_once(office).number)


def test_the_whole_way_leaves_a_journal_that_holds(office: Office) -> None:
    number = paid(office)
    actions = [row.action for row in archive.history(office, number)]
    assert actions[-6:] == [
        "begin_review",
        "approve_first",
        "approve_second",
        "sign",
        "begin_payment",
        "confirm_payment",
    ]
    assert archive.verify_journal(office).ok
