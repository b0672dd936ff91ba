"""After a payment: what may be paid on top or claimed back, by whom, and that every sum comes out to the fen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.claim.adjustment import AdjustmentKind, AdjustmentState
from review.claim.people import BankAccount, Group
from review.claim.states import ClaimState, Role
from review.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from review.services import adjusting, archive, queue, sending
from review.services.adjusting import Wish
from review.services.sending import Arrival
from review.store import adjustment_records
from tests.offices import CASHIER, CLERK, PERSON, SECOND, SUPERVISOR, a_person, approved_once, paid
from tests.policies import an_approved_version
from tests.stays import paid_stay

if TYPE_CHECKING:
    from review.claim.adjustment import Adjustment
    from review.services.office import Office

SUPPLEMENT, RECOVERY, REVERSAL, TRANSFER = AdjustmentKind


def more(amount: str = "370.00") -> Wish:
    return Wish(kind=SUPPLEMENT, amount=Decimal(amount), reason="比例调整补支")


def less(amount: str) -> Wish:
    return Wish(kind=RECOVERY, amount=Decimal(amount), reason="多付追回")


WHOLE = Wish(kind=REVERSAL, reason="重复报销")


def audited(office: Office, claim: str, wish: Wish) -> Adjustment:
    drafted = adjusting.draft_adjustment(office, CLERK, claim, wish)
    return adjusting.audit_adjustment(office, SECOND, drafted.number)


def sent(office: Office, claim: str, wish: Wish) -> Adjustment:
    number = audited(office, claim, wish).number
    sending.send(office, CASHIER, [number])
    return adjusting.adjustment(office, number)


def done(office: Office, claim: str, wish: Wish) -> Adjustment:
    arrival = Arrival(office.today, "回单 001")
    return sending.settle_adjustment(office, CASHIER, sent(office, claim, wish).number, arrival)


def year_changes(office: Office, claim: str) -> dict[str, Decimal]:
    with office.store.read() as unit:
        return adjustment_records.year_changes(unit, [claim]).get(claim, {})


def test_nothing_has_changed_nothing_is_to_be_adjusted(office: Office) -> None:
    allowed = adjusting.allowance(office, paid(office))
    assert (allowed.fixed, allowed.paid, allowed.anew) == (Decimal("4440.00"),) * 3
    assert (allowed.funds, allowed.grounds, allowed.pending) == ({}, (), None)
    assert (allowed.most(SUPPLEMENT), allowed.most(RECOVERY)) == (Decimal("0.00"), Decimal("4440.00"))


def test_under_better_terms_the_difference_may_be_paid_on_top_and_its_grounds_are_said(office: Office) -> None:
    number = paid(office)
    version = an_approved_version(office, "0.65")
    allowed = adjusting.allowance(office, number)
    assert (allowed.difference, allowed.most(SUPPLEMENT)) == (Decimal("370.00"), Decimal("370.00"))
    assert allowed.funds == {"basic_fund": Decimal("370.00")}
    (ground,) = allowed.grounds
    assert "2026.11" in ground
    assert version.label in ground


def test_a_supplement_goes_from_draft_to_arrival_in_four_hands(office: Office) -> None:
    number = paid(office)
    an_approved_version(office, "0.65")
    arrived = done(office, number, more())
    assert (arrived.state, arrived.signed, arrived.funds) == (
        AdjustmentState.DONE,
        Decimal("370.00"),
        {"basic_fund": Decimal("370.00")},
    )
    assert (arrived.authors, arrived.audited_by, arrived.sent_by) == (("li.jing",), "wang.fang", "sun.li")
    allowed = adjusting.allowance(office, number)
    assert (allowed.paid, allowed.difference) == (Decimal("4810.00"), Decimal("0.00"))
    assert queue.load_claim(office, number).payable == Decimal("4440.00")


def test_an_adjustment_counts_from_when_it_is_sent(office: Office) -> None:
    number = paid(office)
    an_approved_version(office, "0.65")
    waiting = audited(office, number, more())
    assert (adjusting.allowance(office, number).paid, year_changes(office, number)) == (Decimal("4440.00"), {})
    sending.send(office, CASHIER, [waiting.number])
    assert adjusting.allowance(office, number).paid == Decimal("4810.00")
    assert year_changes(office, number)["basic_fund"] == Decimal("370.00")


def test_not_more_is_paid_on_top_than_the_new_sum_allows(office: Office) -> None:
    number = paid(office)
    an_approved_version(office, "0.65")
    with pytest.raises(InputError, match="370"):
        adjusting.draft_adjustment(office, CLERK, number, more("370.01"))
    assert adjusting.adjustments(office, number) == ()


def test_not_more_is_claimed_back_than_was_paid(office: Office) -> None:
    number = paid(office)
    with pytest.raises(InputError, match="4,440"):
        adjusting.draft_adjustment(office, CLERK, number, less("4440.01"))
    assert adjusting.draft_adjustment(office, CLERK, number, less("4440.00")).amount == Decimal("4440.00")


@pytest.mark.parametrize("amount", ["0", "-5.00", "0.001", "NaN", "Infinity"])
def test_an_amount_is_fen_above_zero(office: Office, amount: str) -> None:
    with pytest.raises(InputError) as refused:
        adjusting.draft_adjustment(office, CLERK, paid(office), less(amount))
    assert refused.value.code == "bad-amount"


def test_a_reason_is_asked_for(office: Office) -> None:
    number = paid(office)
    with pytest.raises(InputError):
        adjusting.draft_adjustment(office, CLERK, number, replace(less("1.00"), reason=" "))
    drafted = adjusting.draft_adjustment(office, CLERK, number, less("1.00"))
    with pytest.raises(InputError):
        adjusting.delete_adjustment(office, CLERK, drafted.number, "")


def test_only_what_was_paid_is_adjusted(office: Office) -> None:
    claim = approved_once(office)
    with pytest.raises(ConflictError) as refused:
        adjusting.allowance(office, claim.number)
    assert refused.value.code == "not-paid"
    with pytest.raises(NotFoundError):
        adjusting.draft_adjustment(office, CLERK, "20250401-9999", less("1.00"))


def test_a_claim_has_one_adjustment_under_way(office: Office) -> None:
    number = paid(office)
    first = sent(office, number, less("100.00"))
    with pytest.raises(ConflictError, match=first.number):
        adjusting.draft_adjustment(office, CLERK, number, less("50.00"))
    sending.settle_adjustment(office, CASHIER, first.number, Arrival(office.today, "回单"))
    second = adjusting.draft_adjustment(office, CLERK, number, less("50.00"))
    assert (second.paid, adjusting.allowance(office, number).pending) == (Decimal("4340.00"), second)


def test_a_draft_is_changed_until_it_is_audited(office: Office) -> None:
    number = paid(office)
    drafted = adjusting.draft_adjustment(office, CLERK, number, less("100.00"))
    changed = adjusting.change_adjustment(office, CLERK, drafted.number, less("80.00"), version=drafted.version)
    assert (changed.amount, changed.funds) == (Decimal("80.00"), {"basic_fund": Decimal("-80.00")})
    with pytest.raises(ConflictError):
        adjusting.audit_adjustment(office, SECOND, drafted.number, version=drafted.version)
    adjusting.audit_adjustment(office, SECOND, drafted.number, version=changed.version)
    with pytest.raises(ConflictError, match="待办理"):
        adjusting.change_adjustment(office, CLERK, drafted.number, less("70.00"))


def test_nobody_audits_what_they_had_a_hand_in(office: Office) -> None:
    number = paid(office)
    drafted = adjusting.draft_adjustment(office, CLERK, number, less("100.00"))
    adjusting.change_adjustment(office, SECOND, drafted.number, less("80.00"))
    for author in (CLERK, SECOND):
        with pytest.raises(ForbiddenError) as refused:
            adjusting.audit_adjustment(office, replace(PERSON, username=author.username), drafted.number)
        assert refused.value.code == "four-eyes"
    assert adjusting.audit_adjustment(office, SUPERVISOR, drafted.number).audited_by == "zhao.gang"


def test_nobody_sends_or_settles_what_they_drafted_or_audited(office: Office) -> None:
    waiting = audited(office, paid(office), less("100.00"))
    for earlier in (CLERK, SECOND):
        with pytest.raises(ForbiddenError):
            sending.send(office, replace(PERSON, username=earlier.username), [waiting.number])
    assert sending.send(office, CASHIER, [waiting.number]).adjustments == (waiting.number,)
    arrival = Arrival(office.today, "回单")
    with pytest.raises(ForbiddenError):
        sending.settle_adjustment(office, replace(PERSON, username=CLERK.username), waiting.number, arrival)


@pytest.mark.parametrize(
    ("role", "step"),
    [
        (Role.CASHIER, lambda o, a, n: adjusting.draft_adjustment(o, a, n, less("1.00"))),
        (Role.SUPERVISOR, lambda o, a, n: adjusting.change_adjustment(o, a, n, less("1.00"))),
        (Role.CLERK, adjusting.audit_adjustment),
        (Role.CASHIER, lambda o, a, n: adjusting.delete_adjustment(o, a, n, "理由")),
        (Role.SUPERVISOR, lambda o, a, n: sending.send(o, a, [n])),
        (Role.CLERK, lambda o, a, n: sending.settle_adjustment(o, a, n, Arrival(o.today, "回单"))),
        (Role.CLERK, lambda o, a, n: sending.fail_adjustment(o, a, n, "理由")),
    ],
)
def test_each_step_has_its_roles(office: Office, role: Role, step: Any) -> None:
    number = paid(office)
    drafted = adjusting.draft_adjustment(office, CLERK, number, less("1.00"))
    with pytest.raises(ForbiddenError) as refused:
        step(office, replace(PERSON, roles=frozenset({role})), drafted.number)
    assert refused.value.code == "wrong-role"


def test_nobody_touches_an_adjustment_of_their_own_claim(office: Office) -> None:
    number = paid(office)
    own = replace(PERSON, id_number=queue.load_claim(office, number).insured.id_number)
    with pytest.raises(ForbiddenError):
        adjusting.draft_adjustment(office, own, number, less("1.00"))
    drafted = adjusting.draft_adjustment(office, CLERK, number, less("1.00")).number
    steps: tuple[Any, ...] = (
        lambda: adjusting.change_adjustment(office, own, drafted, less("2.00")),
        lambda: adjusting.delete_adjustment(office, own, drafted, "理由"),
        lambda: adjusting.audit_adjustment(office, own, drafted),
    )
    for step in steps:
        with pytest.raises(ForbiddenError) as refused:
            step()
        assert refused.value.code == "own-claim"
    adjusting.audit_adjustment(office, SECOND, drafted)
    with pytest.raises(ForbiddenError):
        sending.send(office, own, [drafted])


def test_what_would_come_out_otherwise_since_it_was_drafted_is_not_audited(office: Office) -> None:
    number = paid(office)
    an_approved_version(office, "0.65")
    drafted = adjusting.draft_adjustment(office, CLERK, number, more("300.00"))
    an_approved_version(office, "0.64")
    with pytest.raises(InputError, match="296"):
        adjusting.audit_adjustment(office, SECOND, drafted.number)
    an_approved_version(office, "0.70")
    with pytest.raises(ConflictError) as refused:
        adjusting.audit_adjustment(office, SECOND, drafted.number)
    assert refused.value.code == "moved"


def test_until_it_is_sent_an_adjustment_may_be_deleted_and_stays_listed(office: Office) -> None:
    number = paid(office)
    waiting = audited(office, number, less("100.00"))
    gone = adjusting.delete_adjustment(office, SUPERVISOR, waiting.number, "对象有误")
    assert (gone.state, gone.remark) == (AdjustmentState.DELETED, "对象有误")
    assert adjusting.adjustments(office, number) == (gone,)
    assert adjusting.adjustments(office, states=[AdjustmentState.DRAFT]) == ()
    away = sent(office, number, less("100.00"))
    with pytest.raises(ConflictError, match="已送出"):
        adjusting.delete_adjustment(office, CLERK, away.number, "对象有误")


def test_a_recovery_under_worse_terms_leads_to_what_is_due(office: Office) -> None:
    number = paid(office)
    an_approved_version(office, "0.50")
    back = sent(office, number, less("740.00"))
    assert (back.funds, back.year["basic_fund"]) == ({"basic_fund": Decimal("-740.00")}, Decimal("-740.00"))
    allowed = adjusting.allowance(office, number)
    assert (allowed.now, allowed.difference) == (allowed.due, Decimal("0.00"))


def test_a_recovery_in_parts_leads_to_the_same_end(office: Office) -> None:
    number = paid(office)
    an_approved_version(office, "0.50")
    for part in ("333.33", "0.01", "406.66"):
        done(office, number, less(part))
    allowed = adjusting.allowance(office, number)
    assert (allowed.now, allowed.paid) == (allowed.due, Decimal("3700.00"))


def test_of_a_payment_claimed_back_as_a_whole_exactly_nothing_is_left(office: Office) -> None:
    number = paid(office)
    before = adjusting.allowance(office, number).now
    back = sent(office, number, WHOLE)
    assert (back.amount, back.state) == (Decimal("4440.00"), AdjustmentState.SENT)
    assert queue.load_claim(office, number).state is ClaimState.RECOVERED
    assert {name: -amount for name, amount in back.year.items()} == before.year
    assert before.year["stays"] == 1
    with pytest.raises(ConflictError):
        adjusting.allowance(office, number)


def test_a_whole_recovery_after_a_supplement_takes_both_back(office: Office) -> None:
    number = paid(office)
    before = adjusting.allowance(office, number).now
    an_approved_version(office, "0.65")
    done(office, number, more())
    back = sent(office, number, WHOLE)
    assert back.amount == Decimal("4810.00")
    assert year_changes(office, number) == {name: -amount for name, amount in before.year.items()}


def test_where_only_the_funds_shares_change_money_moves_from_fund_to_fund(office: Office) -> None:
    number = paid_stay(office, 1, replace(a_person(0), groups=(Group.DESTITUTE,)))
    an_approved_version(office, "0.50")
    allowed = adjusting.allowance(office, number)
    assert (allowed.difference, allowed.most(SUPPLEMENT)) == (Decimal("0.00"), Decimal("0.00"))
    moved = done(office, number, Wish(kind=TRANSFER, reason="比例调整"))
    assert (moved.amount, moved.funds["basic_fund"]) == (Decimal("0.00"), Decimal("-740.00"))
    assert sum(moved.funds.values()) == 0
    after = adjusting.allowance(office, number)
    assert (after.now, after.funds) == (after.due, {})


def test_nothing_moves_between_funds_where_a_difference_is_left_or_none_is_at_all(office: Office) -> None:
    number = paid(office)
    wish = Wish(kind=TRANSFER, reason="比例调整")
    with pytest.raises(InputError) as refused:
        adjusting.draft_adjustment(office, CLERK, number, wish)
    assert refused.value.code == "no-shift"
    an_approved_version(office, "0.65")
    with pytest.raises(InputError, match="370"):
        adjusting.draft_adjustment(office, CLERK, number, wish)


def test_supplements_go_to_the_account_of_the_claim_or_the_one_that_was_audited(office: Office) -> None:
    first, second = paid(office), paid(office)
    an_approved_version(office, "0.65")
    other = BankAccount(holder="张小满", number="6230000000000000001", bank="工商银行")
    numbers = [audited(office, first, more()).number, audited(office, second, replace(more(), account=other)).number]
    order = sending.send(office, CASHIER, numbers)
    assert [row.account for row in order.rows] == [queue.load_claim(office, first).insured.account.number, other.number]
    assert (order.paying, order.total, order.batch) == (True, Decimal("740.00"), "20250401-T1")
    assert sending.adjustment_order(office, order.batch) == order


def test_an_order_goes_one_way_and_as_a_whole(office: Office) -> None:
    first, second = paid(office), paid(office)
    an_approved_version(office, "0.65")
    up, down = audited(office, first, more()), audited(office, second, less("10.00"))
    for numbers, code in (([up.number, down.number], "mixed"), ([], "nothing-to-send")):
        with pytest.raises(InputError) as refused:
            sending.send(office, CASHIER, numbers)
        assert refused.value.code == code
    drafted = adjusting.draft_adjustment(office, CLERK, paid(office), less("5.00"))
    with pytest.raises(ConflictError):
        sending.send(office, CASHIER, [down.number, drafted.number])
    assert adjusting.adjustment(office, down.number).state is AdjustmentState.AUDITED


def test_a_failed_transfer_no_longer_counts_and_is_sent_again(office: Office) -> None:
    number = paid(office)
    an_approved_version(office, "0.65")
    away = sent(office, number, more())
    failed = sending.fail_adjustment(office, CASHIER, away.number, "账号已销户")
    assert (failed.state, failed.remark, failed.order) == (AdjustmentState.AUDITED, "账号已销户", "")
    assert (adjusting.allowance(office, number).paid, year_changes(office, number)) == (Decimal("4440.00"), {})
    assert sending.send(office, CASHIER, [away.number]).batch == "20250401-T2"
    with pytest.raises(InputError):
        sending.adjustment_order(office, away.order)


def test_a_recovery_has_no_transfer_that_could_fail(office: Office) -> None:
    with pytest.raises(ConflictError):
        sending.fail_adjustment(office, CASHIER, sent(office, paid(office), less("10.00")).number, "没有到账")


def test_an_arrival_has_a_voucher_and_a_day_between_sending_and_today(office: Office) -> None:
    away = sent(office, paid(office), less("10.00")).number
    wrong = (Arrival(office.today, " "), Arrival(date(2025, 3, 31), "回单"), Arrival(date(2025, 4, 2), "回单"))
    for arrival in wrong:
        with pytest.raises(InputError):
            sending.settle_adjustment(office, CASHIER, away, arrival)
    arrived = sending.settle_adjustment(office, CASHIER, away, Arrival(office.today, "回单 77"))
    assert (arrived.reference, arrived.settled_on, arrived.settled_by) == ("回单 77", office.today, "sun.li")
    with pytest.raises(ConflictError):
        sending.settle_adjustment(office, CASHIER, away, Arrival(office.today, "回单 77"))


def test_the_journal_of_a_claim_tells_the_whole_way_of_its_adjustment(office: Office) -> None:
    number = paid(office)
    an_approved_version(office, "0.65")
    adjusted = done(office, number, more())
    rows = archive.history(office, number)[-4:]
    assert [(row.action, row.actor) for row in rows] == [
        ("draft_adjustment", "li.jing"),
        ("audit_adjustment", "wang.fang"),
        ("send_adjustment", "sun.li"),
        ("settle_adjustment", "sun.li"),
    ]
    last = rows[-1].after
    assert (last["adjustment"], last["amount"], last["reference"]) == (adjusted.number, "370.00", "回单 001")
    assert (last["funds"], rows[0].reason) == ({"basic_fund": "370.00"}, "比例调整补支")
    assert archive.verify_journal(office).ok


def test_the_settlement_an_adjustment_rests_on_stays_with_it(office: Office) -> None:
    number = paid(office)
    an_approved_version(office, "0.65")
    drafted = adjusting.draft_adjustment(office, CLERK, number, more())
    settlement = adjusting.rests_on(office, drafted.number)
    assert settlement == adjusting.allowance(office, number).settlement
    assert settlement is not None
    assert settlement.fund_total == Decimal("4810.00")
