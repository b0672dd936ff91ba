"""Settled claims reckoned anew: what changes in one is carried to the person's later ones; nothing else is listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import PaymentClass
from review.claim.adjustment import AdjustmentKind
from review.claim.people import Group
from review.claim.states import ClaimState
from review.errors import ConflictError, NotFoundError, PolicyError
from review.packs.pack_edits import REMOVED
from review.services import adjusting, catalogue, edition_changes, policies, recalculating, reckoning, sending, settle
from review.services.adjusting import Wish
from review.services.sending import Arrival
from review.whatif.watch import StoppedError, Watch
from tests.catalogues import a_head, a_proposal, a_set, a_shelf, an_edition, an_entry
from tests.offices import CASHIER, CLERK, SECOND, SUPERVISOR, a_person, approved_once, in_review, paid
from tests.policies import FROM_THE_START, PAPER, a_proposed_version, an_approved_version
from tests.stays import a_stay, fixed_stay, paid_stay

if TYPE_CHECKING:
    from review.services.office import Office

IN_NEED = replace(a_person(0), groups=(Group.SUBSISTENCE,))
ZERO = Decimal(0)


def adjusted(office: Office, number: str) -> None:
    """The whole difference of a claim, all the way."""
    allowed = adjusting.allowance(office, number)
    kind = AdjustmentKind.SUPPLEMENT if allowed.difference > 0 else AdjustmentKind.RECOVERY
    wish = Wish(kind=kind, amount=abs(allowed.difference), reason="按重算结果")
    drafted = adjusting.draft_adjustment(office, CLERK, number, wish)
    adjusting.audit_adjustment(office, SECOND, drafted.number)
    sending.send(office, CASHIER, [drafted.number])
    sending.settle_adjustment(office, CASHIER, drafted.number, Arrival(office.today, "回单"))


def reversed_whole(office: Office, number: str) -> None:
    """The whole payment of a claim claimed back."""
    drafted = adjusting.draft_adjustment(office, CLERK, number, Wish(kind=AdjustmentKind.REVERSAL, reason="重复报销"))
    adjusting.audit_adjustment(office, SECOND, drafted.number)
    sending.send(office, CASHIER, [drafted.number])


def test_while_nothing_has_changed_nothing_is_listed(office: Office) -> None:
    numbers = [paid_stay(office, month, IN_NEED) for month in (1, 2, 3)]
    listed = recalculating.recalculation(office)
    assert (listed.rows, listed.looked_at, len(numbers)) == ((), 3, 3)


def test_what_changes_in_a_claim_is_carried_to_the_later_ones_of_the_year(office: Office) -> None:
    first, second, third = (paid_stay(office, month, IN_NEED) for month in (1, 2, 3))
    an_approved_version(office, "0.50")
    rows = {row.claim: row for row in recalculating.recalculation(office).rows}
    assert rows[first].funds == {"basic_fund": Decimal("-740.00"), "medical_aid_fund": Decimal("555.00")}
    assert rows[second].funds["serious_illness_fund"] == Decimal("65.00")
    assert rows[third].difference == Decimal("159.50")


def test_too_much_and_too_little_are_summed_over_what_was_paid(office: Office) -> None:
    for month in (1, 2, 3):
        paid_stay(office, month, IN_NEED)
    an_approved_version(office, "0.50")
    listed = recalculating.recalculation(office)
    assert (listed.too_much, listed.too_little) == (Decimal("353.75"), Decimal("159.50"))
    assert all(row.paid and row.state is ClaimState.PAID for row in listed.rows)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_in_whatever_order_claims_are_adjusted_nothing_is_left_to_adjust(
    office: Office, order: tuple[int, ...]
) -> None:
    numbers = [paid_stay(office, month, IN_NEED) for month in (1, 2, 3)]
    an_approved_version(office, "0.50")
    due = {number: adjusting.allowance(office, number).due for number in numbers}
    for place in order:
        adjusted(office, numbers[place])
    assert recalculating.recalculation(office).rows == ()
    assert {number: adjusting.allowance(office, number).now for number in numbers} == due


def test_a_claim_settled_after_an_adjustment_stands_on_it(office: Office) -> None:
    first = paid_stay(office, 1, IN_NEED)
    an_approved_version(office, "0.50")
    adjusted(office, first)
    later = settle.settle_claim(office, fixed_stay(office, 2, IN_NEED).number)
    now = adjusting.allowance(office, first).now.year
    sums = ("basic_fund", "serious_illness_base", "medical_aid_fund")
    assert [later.before.of(name) for name in sums] == [now[name] for name in sums]
    assert (later.before.stays, recalculating.recalculation(office).rows) == (1, ())


def test_an_adjustment_after_a_later_claim_was_settled_counts_once(office: Office) -> None:
    first, second = paid_stay(office, 1, IN_NEED), paid_stay(office, 2, IN_NEED)
    an_approved_version(office, "0.50")
    expected = adjusting.allowance(office, second).due
    adjusted(office, first)
    assert adjusting.allowance(office, second).due == expected


def test_of_a_claim_claimed_back_as_a_whole_later_claims_know_nothing(office: Office) -> None:
    first, second = paid_stay(office, 1, IN_NEED), paid_stay(office, 3, IN_NEED)
    reversed_whole(office, first)
    allowed = adjusting.allowance(office, second)
    assert allowed.settlement is not None
    year = allowed.settlement.before
    assert (year.stays, year.basic_fund, year.medical_aid_fund, year.serious_illness_base) == (0, ZERO, ZERO, ZERO)
    assert (year.deductible, allowed.difference) == (ZERO, ZERO)


def test_a_reversal_that_raises_what_later_claims_should_get_lists_them(office: Office) -> None:
    first, second, third = (paid_stay(office, month, IN_NEED) for month in (1, 2, 3))
    reversed_whole(office, first)
    rows = {row.claim: row for row in recalculating.recalculation(office).rows}
    assert first not in rows
    assert second not in rows
    assert rows[third].funds == {"serious_illness_fund": Decimal("-1417.00"), "medical_aid_fund": Decimal("1062.75")}


def test_open_claims_of_the_person_follow_what_is_sent(office: Office) -> None:
    first = paid_stay(office, 1, IN_NEED)
    waiting = a_stay(office, 2, IN_NEED).number
    assert settle.settle_claim(office, waiting).before.basic_fund == Decimal("4440.00")
    reversed_whole(office, first)
    assert settle.settle_claim(office, waiting).before.basic_fund == ZERO
    assert settle.settle_claim(office, waiting).before.stays == 0


def test_others_years_and_schemes_are_left_alone(office: Office) -> None:
    paid_stay(office, 1, IN_NEED)
    other = paid(office)
    an_approved_version(office, "0.50")
    rows = {row.claim: row for row in recalculating.recalculation(office).rows}
    assert rows[other].funds == {"basic_fund": Decimal("-740.00")}


def test_a_version_lists_only_what_it_changes_itself(office: Office) -> None:
    number = paid(office)
    an_approved_version(office, "0.65")
    idle = policies.begin_draft(office, CLERK, "只改标题")
    policies.edit(office, CLERK, idle.id, policies.PartEdit("title", "新标题"))
    policies.propose(office, CLERK, idle.id, FROM_THE_START, "更名")
    assert recalculating.recalculation(office, idle.id).rows == ()
    assert [row.claim for row in recalculating.recalculation(office).rows] == [number]


def test_a_version_that_could_not_settle_a_settled_claim_says_so(office: Office) -> None:
    claim = approved_once(office)
    draft = policies.begin_draft(office, CLERK, "只留职工")
    policies.edit(office, CLERK, draft.id, policies.PartEdit("basic.inpatient.resident", REMOVED))
    (row,) = recalculating.recalculation(office, draft.id, since=FROM_THE_START).rows
    assert (row.claim, row.after, row.difference) == (claim.number, None, ZERO)
    assert "没有收录" in row.problem


def test_a_faulty_version_has_no_list(office: Office) -> None:
    draft = policies.begin_draft(office, CLERK, "写错")
    policies.edit(office, CLERK, draft.id, policies.ValueEdit("general.rounding", FROM_THE_START, "半入", PAPER))
    with pytest.raises(PolicyError):
        recalculating.recalculation(office, draft.id, since=FROM_THE_START)
    with pytest.raises(NotFoundError):
        recalculating.recalculation(office, 99)


def test_a_list_has_a_digest_of_its_own_and_keeps_every_figure_as_text(office: Office) -> None:
    number = paid(office)
    listed = recalculating.recalculation(office, a_proposed_version(office, "0.65").id)
    again = recalculating.recalculation(office, a_proposed_version(office, "0.66").id)
    assert listed.digest != again.digest
    assert listed.plain()[0] == {
        "claim": number,
        "state": "paid",
        "person": "张小满",
        "scheme": "resident",
        "day": "2025-03-11",
        "before": "4440.00",
        "after": "4810.00",
        "funds": {"basic_fund": "370.00"},
        "problem": "",
    }


def test_a_list_made_before_another_claim_was_settled_is_told_to_be_old(office: Office) -> None:
    approved_once(office)
    listed = recalculating.recalculation(office)
    with office.store.read() as unit:
        recalculating.require_unmoved(unit, listed)
    approved_once(office)
    with office.store.read() as unit, pytest.raises(ConflictError) as refused:
        recalculating.require_unmoved(unit, listed)
    assert refused.value.code == "settled-meanwhile"


def test_care_before_a_versions_first_year_is_not_even_looked_at(office: Office) -> None:
    paid(office)
    proposed = a_proposed_version(office, "0.65", date(2025, 12, 31))
    assert recalculating.recalculation(office, proposed.id).looked_at == 1
    assert recalculating.recalculation(office, proposed.id, since=date(2026, 1, 1)).looked_at == 0


def test_how_far_it_has_come_can_be_watched_and_it_can_be_stopped(office: Office) -> None:
    paid(office)
    watch = Watch()
    recalculating.recalculation(office, watch=watch)
    assert (watch.done, watch.of) == (1, 1)
    watch.stop()
    with pytest.raises(StoppedError):
        recalculating.recalculation(office, watch=watch)


def test_only_claims_with_a_fixed_settlement_are_reckoned(office: Office) -> None:
    claim = in_review(office)
    assert recalculating.recalculation(office).looked_at == 0
    with office.store.read() as unit, pytest.raises(NotFoundError):
        reckoning.reckon_one(unit, claim.number, reckoning.terms_of(office))


def test_an_entry_of_a_withdrawn_edition_is_followed_to_its_counterpart() -> None:
    old, new = an_edition("old", withdrawn="列错"), an_edition("new")
    wrong, right = an_entry("氯化钠", "1", payment_class="B"), an_entry("氯化钠", "9", payment_class="A")
    editions = a_set(a_shelf(old, wrong), a_shelf(new, right))
    found = reckoning.standing_entry(editions, "old/1", date(2025, 3, 1))
    assert found is not None
    assert (found.id, found.payment_class) == ("new/9", "A")


def test_claims_paid_by_a_corrected_edition_are_listed_and_adjusted(office: Office) -> None:
    number = paid(office)
    wrong = office.catalogue.entry("nrdl-2024/X312")
    assert wrong is not None
    same = {name: getattr(wrong, name) for name in ("dosage_form", "spec", "maker", "brand", "code")}
    edition_changes.withdraw(office, SUPERVISOR, "nrdl-2024", "甲乙类列错")
    right = an_entry(wrong.name, "B0", payment_class=PaymentClass.B, **same)
    edition = catalogue.take_over(office, SUPERVISOR, a_proposal(right), a_head(region="全国"))
    (row,) = recalculating.recalculation(office, edition=edition.id).rows
    assert (row.claim, row.before, row.after) == (number, Decimal("4440.00"), Decimal("3960.00"))
    assert recalculating.recalculation(office, edition="another").rows == ()
    (ground,) = adjusting.allowance(office, number).grounds
    assert ("目录" in ground, edition.id in ground) == (True, True)
    adjusted(office, number)
    assert adjusting.allowance(office, number).paid == Decimal("3960.00")


def test_withdrawing_the_edition_of_paid_lines_alone_changes_nothing_without_a_counterpart(office: Office) -> None:
    number = paid(office)
    edition_changes.withdraw(office, SUPERVISOR, "nrdl-2024", "列错")
    assert adjusting.allowance(office, number).difference == ZERO
