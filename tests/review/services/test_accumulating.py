"""Exports of the platform: looked at first, taken over whole, followed by open claims, withdrawn without a trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.accumulators.proposal import StandingFault, StandingProposal, Told
from review.accumulators.standing import Standing, Whose
from review.claim.claim import YearToDate
from review.claim.people import Scheme
from review.claim.states import ClaimState
from review.errors import ConflictError, ForbiddenError, InputError, NotFoundError
from review.services import accumulating, adjusting, archive, desk, queue, review
from tests.builders import ID_NUMBER
from tests.offices import CASHIER, CLERK, SUPERVISOR, Clock, approved_once, in_review
from tests.review.accumulators.exports import MARCH, a_book, a_row
from tests.review.services.years import another_of, pay, year_of

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office


def a_standing(id_number: str = ID_NUMBER, *, year: int = 2025, name: str = "张小满", **figures: str) -> Standing:
    """What a platform says of a resident: by default one stay and 600 yuan of deductible."""
    said = figures or {"stays": "1", "deductible": "600.00"}
    whose = Whose(id_number=id_number, year=year, scheme=Scheme.RESIDENT)
    return Standing(whose=whose, name=name, figures=tuple((key, Decimal(value)) for key, value in said.items()))


def a_proposal(*standings: Standing, sha256: str = "a" * 64, **changes: Any) -> StandingProposal:
    """A file as read, as of the first of March."""
    kept = standings or (a_standing(),)
    usual: dict[str, Any] = {"file": "累计.xlsx", "as_of": MARCH, "rows": len(kept), "standings": kept}
    return StandingProposal(sha256=sha256, **(usual | changes))


def test_a_file_is_read_shown_and_taken_over(office: Office, tmp_path: Path) -> None:
    claim = in_review(office)
    proposal = accumulating.propose_standings(office, a_book(tmp_path, a_row()), Told(as_of=MARCH))
    preview = accumulating.preview_standings(office, CLERK, proposal)
    assert (preview.comparison.new, preview.comparison.misnamed) == (1, ())
    assert year_of(office, claim.number) == YearToDate()
    taken = accumulating.take_over_standings(office, CLERK, proposal)
    assert taken.affected == preview.affected
    assert (taken.batch.number, taken.batch.people, taken.batch.by) == (1, 1, "li.jing")
    year = year_of(office, claim.number)
    assert (year.stays, year.basic_fund) == (1, Decimal("12345.60"))
    assert year.source.startswith("平台导入 2025-03-01（批次 1）")


def test_a_preview_leaves_nothing_behind(office: Office) -> None:
    in_review(office)
    before = len(archive.history(office))
    accumulating.preview_standings(office, CLERK, a_proposal())
    assert (accumulating.standing_batches(office), len(archive.history(office))) == ((), before)


def test_an_open_claim_reckoned_anew_is_listed_with_what_changed(office: Office) -> None:
    claim = in_review(office)
    taken = accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(basic_fund="99000.00")))
    (affected,) = taken.affected
    assert (affected.claim, affected.state) == (claim.number, ClaimState.FIRST_REVIEW)
    assert (affected.before, affected.after) == (Decimal("4440.00"), Decimal("1000.00"))
    assert affected.difference == Decimal("-3440.00")
    assert accumulating.affected_by(office, taken.batch.number) == taken.affected
    rows = [row.action for row in archive.history(office, claim.number)]
    assert rows[-1] == "take_standing"


def test_a_paid_claim_is_listed_with_what_was_paid_too_much_and_stays_as_it_is(office: Office) -> None:
    number = pay(office, in_review(office).number).number
    standing = a_standing(basic_fund="97000.00")
    taken = accumulating.take_over_standings(office, CLERK, a_proposal(standing))
    (affected,) = taken.affected
    assert (affected.state, affected.before, affected.after) == (
        ClaimState.PAID,
        Decimal("4440.00"),
        Decimal("3000.00"),
    )
    assert queue.load_claim(office, number).payable == Decimal("4440.00")
    assert adjusting.allowance(office, number).difference == affected.difference == Decimal("-1440.00")


def test_an_approval_that_is_not_signed_keeps_what_it_used_and_is_listed(office: Office) -> None:
    number = approved_once(office).number
    (affected,) = accumulating.take_over_standings(
        office, CLERK, a_proposal(a_standing(basic_fund="97000.00"))
    ).affected
    assert (affected.claim, affected.state) == (number, ClaimState.SECOND_REVIEW)
    assert year_of(office, number) == YearToDate()


def test_the_newest_day_holds_whatever_comes_later(office: Office) -> None:
    claim = in_review(office)
    accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(stays="2")))
    older = a_proposal(a_standing(stays="1"), sha256="b" * 64, as_of=date(2025, 2, 1))
    accumulating.take_over_standings(office, CLERK, older)
    assert year_of(office, claim.number).stays == 2
    newer = a_proposal(a_standing(stays="4"), sha256="c" * 64, as_of=date(2025, 3, 20))
    preview = accumulating.preview_standings(office, CLERK, newer)
    assert (preview.comparison.changed, preview.comparison.falling) == (1, 0)
    accumulating.take_over_standings(office, CLERK, newer)
    assert year_of(office, claim.number).stays == 4


def test_own_claims_come_on_top_and_those_in_the_import_once_only(office: Office) -> None:
    first = in_review(office)
    second = another_of(office, first.number)
    pay(office, first.number)
    accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(stays="3", basic_fund="100.00")))
    year = year_of(office, second.number)
    assert (year.stays, year.basic_fund) == (4, Decimal("4540.00"))
    assert year.source.startswith("平台导入 2025-03-01（批次 1）＋本单位此后已核定 1 笔")


def test_sums_that_fall_and_other_names_are_shown_before(office: Office) -> None:
    in_review(office)
    accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(stays="2")))
    odd = a_proposal(a_standing(stays="1", name="李四"), sha256="b" * 64, as_of=date(2025, 3, 20))
    found = accumulating.preview_standings(office, CLERK, odd).comparison
    (fallen,) = found.fallen
    assert (fallen.figure, fallen.was, fallen.now) == ("stays", Decimal(2), Decimal(1))
    assert found.misnamed == (("360799********0011", "李四", "张小满"),)


def test_an_export_without_own_claims_is_noticed(office: Office, clock: Clock) -> None:
    first = in_review(office)
    second = another_of(office, first.number)
    pay(office, first.number)
    clock.pass_by(days=5)
    proposal = a_proposal(a_standing(basic_fund="100.00"), as_of=date(2025, 4, 5))
    found = accumulating.preview_standings(office, CLERK, proposal)
    assert found.comparison.without_own == (("360799********0011", "张小满", "basic_fund"),)
    other = replace(proposal, includes_own=False)
    assert accumulating.preview_standings(office, CLERK, other).comparison.without_own == ()
    accumulating.take_over_standings(office, CLERK, other)
    assert year_of(office, second.number).basic_fund == Decimal("4540.00")


def test_two_files_that_each_hold_a_part_are_one_standing(office: Office) -> None:
    claim = in_review(office)
    accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(stays="2", basic_fund="9000")))
    part = a_proposal(
        replace(a_standing(), figures=(("outpatient.fund", Decimal(70)),)), sha256="b" * 64, as_of=date(2025, 3, 20)
    )
    accumulating.take_over_standings(office, CLERK, part)
    year = year_of(office, claim.number)
    assert (year.stays, year.basic_fund, year.of("outpatient.fund")) == (2, Decimal(9000), Decimal(70))


def test_a_withdrawn_batch_leaves_the_year_as_it_was_before(office: Office) -> None:
    claim = in_review(office)
    before = queue.load_claim(office, claim.number).year_to_date
    batch = accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(basic_fund="99000"))).batch
    undone = accumulating.withdraw_standings(office, SUPERVISOR, batch.number, "导错年度")
    assert (undone.batch.withdrawn, undone.batch.reason, undone.batch.withdrawn_by) == (True, "导错年度", "zhao.gang")
    assert [one.difference for one in undone.affected] == [Decimal("3440.00")]
    assert year_of(office, claim.number) == before
    again = accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(stays="1")))
    assert again.batch.number == 2


def test_a_file_with_rows_left_out_needs_a_word(office: Office) -> None:
    fault = StandingFault(row=3, said="身份证号校验不符", left_out=True)
    proposal = a_proposal(faults=(fault,), left_out=1)
    with pytest.raises(InputError, match="1 行没有采用") as refused:
        accumulating.take_over_standings(office, CLERK, proposal)
    assert refused.value.code == "left-out"
    assert accumulating.take_over_standings(office, CLERK, proposal, partly=True).batch.left_out == 1


@pytest.mark.parametrize(
    ("proposal", "code"),
    [
        (a_proposal(as_of=None), "faults"),
        (a_proposal(as_of=date(2025, 4, 2)), "day-ahead"),
        (a_proposal(faults=(StandingFault(said="没有“年度”列", stops=True),)), "faults"),
        (replace(a_proposal(), standings=()), "faults"),
    ],
)
def test_what_cannot_be_relied_on_is_not_taken_over(office: Office, proposal: StandingProposal, code: str) -> None:
    with pytest.raises(InputError) as refused:
        accumulating.take_over_standings(office, CLERK, proposal)
    assert refused.value.code == code
    assert accumulating.standing_batches(office) == ()


def test_the_same_file_is_taken_over_once(office: Office) -> None:
    accumulating.take_over_standings(office, CLERK, a_proposal())
    with pytest.raises(ConflictError, match="批次 1"):
        accumulating.take_over_standings(office, CLERK, a_proposal())


def test_roles_reasons_and_numbers_are_asked_for(office: Office) -> None:
    with pytest.raises(ForbiddenError):
        accumulating.take_over_standings(office, CASHIER, a_proposal())
    number = accumulating.take_over_standings(office, CLERK, a_proposal()).batch.number
    with pytest.raises(ForbiddenError):
        accumulating.withdraw_standings(office, CLERK, number, "导错")
    with pytest.raises(InputError):
        accumulating.withdraw_standings(office, SUPERVISOR, number, " ")
    with pytest.raises(NotFoundError):
        accumulating.affected_by(office, 99)
    accumulating.withdraw_standings(office, SUPERVISOR, number, "导错")
    with pytest.raises(ConflictError):
        accumulating.withdraw_standings(office, SUPERVISOR, number, "再停")


def test_imports_and_withdrawals_are_in_the_journal(office: Office) -> None:
    number = accumulating.take_over_standings(office, CLERK, a_proposal()).batch.number
    accumulating.withdraw_standings(office, SUPERVISOR, number, "导错年度")
    taken, out = archive.history(office, accumulating.SUBJECT)
    assert (taken.action, taken.after["counts"], taken.after["as_of"]) == (
        "import_standings",
        {"2025 resident": 1},
        "2025-03-01",
    )
    assert (out.action, out.reason) == ("withdraw_standings", "导错年度")


def test_a_typed_figure_outlives_an_import(office: Office) -> None:
    claim = in_review(office)
    desk.correct(office, CLERK, claim.number, [desk.Edit("year_to_date.basic_fund", "5000")])
    accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(basic_fund="7000", stays="1")))
    year = year_of(office, claim.number)
    assert (year.stays, year.basic_fund) == (1, Decimal("5000.00"))
    assert year.source.endswith("；经办人录入：统筹已付（已知 7,000.00）")


def test_all_standings_of_a_person_can_be_seen(office: Office) -> None:
    accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(stays="2")))
    ((whose, name, imported),) = accumulating.standings_of(office, f" {ID_NUMBER.lower()} ")
    assert (whose.year, name, imported.batch) == (2025, "张小满", 1)


def test_a_paid_claim_can_be_approved_on_what_is_known_after_it_comes_back(office: Office) -> None:
    first = in_review(office)
    accumulating.take_over_standings(office, CLERK, a_proposal(a_standing(basic_fund="99000.00")))
    approved = review.approve_first(office, CLERK, first.number)
    assert approved.payable == Decimal("1000.00")
    assert queue.load_claim(office, first.number).year_to_date.source.startswith("平台导入")
