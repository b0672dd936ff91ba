"""Two persons approve; nothing open passes; what was approved is what is paid."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from resources import ROOT
from review.claim.states import ClaimState, Role
from review.errors import BlockedError, ConflictError, ForbiddenError, InputError
from review.services import archive, batches, desk, queue, review, settle
from review.services.snapshot import frozen, thawed
from tests.builders import a_discharge_record, a_line, a_receipt, a_statement
from tests.offices import (
    CLERK,
    PASSWORD,
    PERSON,
    SECOND,
    SUPERVISOR,
    a_user,
    approved_once,
    in_batch,
    in_review,
)

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.services.office import Office


def under_another_pack(office: Office) -> Office:
    """The same office with a pack whose shares have changed since."""
    folder = office.home / "pack"
    shutil.copytree(ROOT / "policies" / "ganzhou", folder)
    basic = folder / "basic.yaml"
    basic.write_text(
        basic.read_text(encoding="utf-8").replace('tertiary: "0.60"', 'tertiary: "0.50"'), encoding="utf-8"
    )
    return replace(office, pack_id=str(folder))


def test_an_approval_fixes_the_settlement(office: Office) -> None:
    claim = approved_once(office)
    assert (claim.state, claim.payable) == (ClaimState.SECOND_REVIEW, Decimal("4440.00"))
    assert settle.settlement_of(office, claim.number) == settle.settle_claim(office, claim.number)


def test_a_settlement_becomes_json_and_comes_back_the_same(office: Office) -> None:
    settlement = settle.settle_claim(office, in_review(office).number)
    assert thawed(frozen(settlement)) == settlement


def test_open_points_block_the_approval_and_are_all_listed(office: Office) -> None:
    line = a_line("青霉素", quantity="3", unit_price="10.00", amount="40.00")
    claim = in_review(office, a_receipt(total_amount="40.00"), a_statement(line), a_discharge_record())
    with pytest.raises(BlockedError) as refused:
        review.approve_first(office, CLERK, claim.number)
    points = settle.open_points(office, claim.number)
    assert set(refused.value.open_points) == {point.reason for point in points}
    assert any("青霉素" in point for point in refused.value.open_points)
    assert queue.load_claim(office, claim.number) == claim


def test_a_stale_version_is_not_approved(office: Office) -> None:
    claim = in_review(office)
    desk.correct(office, CLERK, claim.number, [desk.Edit("insured.phone", "1")])
    with pytest.raises(ConflictError):
        review.approve_first(office, CLERK, claim.number, version=claim.version)


def test_who_entered_or_reviewed_does_not_approve_second(office: Office) -> None:
    claim = approved_once(office)
    with pytest.raises(ForbiddenError, match="录入、初审"):
        review.approve_second(office, replace(PERSON, username=CLERK.username), claim.number)
    assert review.approve_second(office, SECOND, claim.number).state is ClaimState.BATCHED


def test_a_claim_sent_back_may_be_edited_again_and_its_sum_is_open(office: Office) -> None:
    claim = review.return_to_first(office, SECOND, approved_once(office).number, "日期不清")
    assert (claim.state, claim.payable, claim.state_reason) == (ClaimState.FIRST_REVIEW, None, "日期不清")
    edited = desk.correct(office, CLERK, claim.number, [desk.Edit("already_paid", "100")])
    assert settle.settle_claim(office, claim.number).already_paid == Decimal("100.00")
    assert review.approve_first(office, CLERK, edited.number).state is ClaimState.SECOND_REVIEW


@pytest.mark.parametrize("step", [review.reject, review.request_supplement, review.withdraw])
def test_ways_aside_need_a_reason(office: Office, step: object) -> None:
    claim = in_review(office)
    assert callable(step)
    with pytest.raises(InputError):
        step(office, CLERK, claim.number, " ")
    after: Claim = step(office, CLERK, claim.number, "材料不全")
    assert after.state in {ClaimState.REJECTED, ClaimState.SUPPLEMENT, ClaimState.WITHDRAWN}
    assert archive.history(office, claim.number)[-1].reason == "材料不全"


def test_a_claim_that_would_settle_otherwise_goes_back_instead_of_on(office: Office) -> None:
    claim = approved_once(office)
    changed = under_another_pack(office)
    with pytest.raises(ConflictError, match="已退回初审"):
        review.approve_second(changed, SECOND, claim.number)
    after = queue.load_claim(office, claim.number)
    assert (after.state, after.payable) == (ClaimState.FIRST_REVIEW, None)


def test_signing_sends_a_changed_claim_back_and_signs_nothing(office: Office) -> None:
    a_user(office, SUPERVISOR)
    claims = [in_batch(office), in_batch(office)]
    changed = under_another_pack(office)
    with pytest.raises(ConflictError, match="尚未签批"):
        batches.sign(changed, SUPERVISOR, claims[0].batch, PASSWORD)
    states = {queue.load_claim(office, claim.number).state for claim in claims}
    assert states == {ClaimState.FIRST_REVIEW}


def test_a_role_alone_is_not_enough_nor_is_a_person(office: Office) -> None:
    claim = approved_once(office)
    with pytest.raises(ForbiddenError, match="复核人"):
        review.approve_second(office, replace(SECOND, roles=frozenset({Role.CLERK})), claim.number)


def test_an_approval_of_an_earlier_version_that_stated_less_still_holds(office: Office) -> None:
    claim = approved_once(office)
    with office.store.write() as unit:
        folder = unit.folder(claim.number)
        plain = dict(folder.settlement or {})
        year = {name: value for name, value in plain["before"].items() if name not in {"accounts", "typed"}}
        lines = [{name: value for name, value in line.items() if name != "why"} for line in plain["lines"]]
        older = {name: value for name, value in plain.items() if name not in {"layers", "day"}}
        unit.save(unit.rows(claim.number), replace(folder, settlement={**older, "before": year, "lines": lines}))
    assert review.approve_second(office, SECOND, claim.number).state is ClaimState.BATCHED
