"""Open claims follow the editions when a clerk says so; what people chose stays, and so does what was settled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import OUTSIDE, PaymentClass
from review.claim.decisions import FindingVerdict
from review.claim.states import ClaimState
from review.errors import ConflictError, ForbiddenError
from review.services import archive, catalogue, desk, queue, review, settle
from review.services.desk import Answer, Edit
from review.store import choice_records
from review.store.unit import Deed
from tests.builders import DISCHARGED, a_line, a_statement
from tests.catalogues import a_head, a_proposal, an_entry
from tests.offices import (
    CLERK,
    SECOND,
    SUPERVISOR,
    approved_once,
    in_batch,
    in_review,
    line_named,
    paid,
)

if TYPE_CHECKING:
    from review.catalogue.entry import Edition
    from review.claim.claim import Claim
    from review.services.catalogue import Rematched
    from review.services.office import Office

SALINE, STRANGE = "氯化钠注射液", "样例自拟片"
CHARGE: dict[str, Any] = {"unit_price": "10.00", "quantity": "10", "amount": "100.00"}


def provincial(office: Office, *names: str, **changes: Any) -> Edition:
    """An edition of the whole country in which these drugs are class B, in place of the shipped list."""
    catalogue.withdraw(office, SUPERVISOR, "nrdl-2024", "改用本地整理的版本")
    entries = [an_entry(name, f"B{n}", payment_class=PaymentClass.B) for n, name in enumerate(names)]
    return catalogue.take_over(office, SUPERVISOR, a_proposal(*entries), a_head(region="全国", **changes))


def a_pile(office: Office, *names: str) -> Claim:
    """A claim in review whose statement has these lines, as reading matched them."""
    return in_review(office, a_statement(*(a_line(name, **CHARGE) for name in names or (SALINE, STRANGE))))


def entry_of(office: Office, claim: Claim, name: str) -> tuple[str, str]:
    line = line_named(queue.load_claim(office, claim.number), name)
    return line.entry_id, line.matched_by


def rematched(office: Office, claim: Claim) -> tuple[Rematched, ...]:
    return catalogue.rematch(office, CLERK, claim.number)


def test_what_was_automatic_is_matched_anew_and_told(office: Office) -> None:
    claim = a_pile(office)
    before, _ = entry_of(office, claim, SALINE)
    assert before.startswith("nrdl-2024/")
    edition = provincial(office, SALINE, STRANGE)
    differences = {found.name: found for found in rematched(office, claim)}
    assert (differences[SALINE].before, differences[SALINE].after) == (before, f"{edition.id}/B0")
    assert (differences[STRANGE].before, differences[STRANGE].after) == ("", f"{edition.id}/B1")
    assert "名称与目录一致" in differences[STRANGE].why
    assert entry_of(office, claim, SALINE) == (f"{edition.id}/B0", "automatic")


def test_each_difference_is_in_the_journal(office: Office) -> None:
    claim = a_pile(office)
    edition = provincial(office, SALINE)
    rematched(office, claim)
    row = archive.history(office, claim.number)[-1]
    line = line_named(claim, SALINE)
    assert (row.action, row.actor) == ("rematch", CLERK.username)
    assert row.before[f"line:{line.id}"]["entry_id"] == line.entry_id  # type: ignore[index]  # JSON of the journal
    assert row.after[f"line:{line.id}"]["entry_id"] == f"{edition.id}/B0"  # type: ignore[index]  # as above


def test_what_a_clerk_chose_stays(office: Office) -> None:
    claim = a_pile(office)
    for name, entry_id in ((SALINE, "nrdl-2024/X313"), (STRANGE, OUTSIDE)):
        desk.choose_entry(office, CLERK, claim.number, line_named(claim, name).id, entry_id)
    provincial(office, SALINE, STRANGE)
    assert rematched(office, claim) == ()
    assert entry_of(office, claim, SALINE) == ("nrdl-2024/X313", "clerk")
    assert entry_of(office, claim, STRANGE) == (OUTSIDE, "clerk")


def test_a_line_that_no_edition_holds_any_more_waits_for_the_clerk(office: Office) -> None:
    claim = a_pile(office)
    provincial(office, "别的药")
    (found,) = (found for found in rematched(office, claim) if found.name == SALINE)
    assert (found.after, found.why) == ("", "没有可以直接采用的条目，请人工选定")
    assert entry_of(office, claim, SALINE) == ("", "")
    assert any("还没有对应的目录条目" in point.reason for point in settle.open_points(office, claim.number))


def test_nothing_to_change_writes_nothing(office: Office) -> None:
    claim = a_pile(office)
    rows = len(archive.history(office))
    assert rematched(office, claim) == ()
    assert (len(archive.history(office)), queue.load_claim(office, claim.number)) == (rows, claim)


def test_matching_anew_can_be_taken_back(office: Office) -> None:
    claim = a_pile(office)
    provincial(office, SALINE)
    rematched(office, claim)
    after = desk.undo(office, CLERK, claim.number)
    assert line_named(after, SALINE).entry_id == line_named(claim, SALINE).entry_id


def test_a_revoked_choice_is_gone_from_the_line_after_matching_anew(office: Office) -> None:
    first = a_pile(office, STRANGE, SALINE)
    desk.choose_entry(office, CLERK, first.number, line_named(first, STRANGE).id, OUTSIDE)
    (view,) = catalogue.memory(office)
    with office.store.write() as unit:
        choice_records.approve(unit, [view.choice.id], Deed(office.clock(), CLERK.username))
    claim = a_pile(office)
    assert entry_of(office, claim, STRANGE) == (OUTSIDE, "memory")
    catalogue.revoke_choice(office, SUPERVISOR, view.choice.id, "选错了")
    rematched(office, claim)
    assert entry_of(office, claim, STRANGE) == ("", "")


def test_the_day_of_care_as_typed_decides_the_edition(office: Office) -> None:
    catalogue.end_edition(office, SUPERVISOR, "nrdl-2024", date(2025, 6, 30), "改版")
    entries = a_proposal(an_entry(SALINE, "B0", payment_class=PaymentClass.B))
    edition = catalogue.take_over(office, SUPERVISOR, entries, a_head(region="全国", effective_from=date(2025, 7, 1)))
    claim = a_pile(office)
    desk.correct(office, CLERK, claim.number, [Edit("care.discharged", "2025-07-02")])
    assert [found.after for found in rematched(office, claim)] == [f"{edition.id}/B0"]


def test_only_clerks_match_anew_and_only_open_claims(office: Office) -> None:
    claim, batched = a_pile(office), in_batch(office)
    with pytest.raises(ForbiddenError):
        catalogue.rematch(office, SECOND, claim.number)
    with pytest.raises(ConflictError) as refused:
        catalogue.rematch(office, CLERK, batched.number)
    assert refused.value.code == "not-editable"


def test_a_paid_claim_keeps_entry_edition_and_sums_whatever_happens_to_the_edition(office: Office) -> None:
    number = paid(office)
    before = queue.load_claim(office, number), settle.settlement_of(office, number)
    catalogue.withdraw(office, SUPERVISOR, "nrdl-2024", "改版")
    with pytest.raises(ConflictError):
        catalogue.rematch(office, CLERK, number)
    assert (queue.load_claim(office, number), settle.settlement_of(office, number)) == before
    entry = office.catalogue.entry(before[0].statements[0].lines[0].entry_id)
    assert entry is not None
    assert entry.edition_id in settle.settlement_of(office, number).catalogue


def test_open_claims_touched_by_a_withdrawn_edition_are_listed(office: Office) -> None:
    claim, waiting, number = a_pile(office, SALINE), approved_once(office), paid(office)
    assert catalogue.touched_by_edition(office, "nrdl-2024") == ()
    catalogue.withdraw(office, SUPERVISOR, "nrdl-2024", "改版")
    touched = {found.number: found for found in catalogue.touched_by_edition(office, "nrdl-2024")}
    assert number not in touched
    assert (touched[claim.number].lines, touched[claim.number].editable) == (1, True)
    assert (touched[waiting.number].editable, touched[waiting.number].state) == (False, ClaimState.SECOND_REVIEW)


def test_open_claims_touched_by_a_new_edition_are_listed_until_they_follow_it(office: Office) -> None:
    claim = a_pile(office, SALINE)
    edition = provincial(office, SALINE)
    (touched,) = catalogue.touched_by_edition(office, edition.id)
    assert (touched.number, touched.day, touched.lines) == (claim.number, DISCHARGED, 1)
    rematched(office, claim)
    assert catalogue.touched_by_edition(office, edition.id) == ()


def test_an_edition_of_another_time_touches_nothing(office: Office) -> None:
    a_pile(office)
    entries = a_proposal(an_entry(SALINE, "B0"))
    edition = catalogue.take_over(office, SUPERVISOR, entries, a_head(effective_from=date(2026, 1, 1)))
    assert catalogue.touched_by_edition(office, edition.id) == ()


def test_an_unknown_edition_touches_nothing(office: Office) -> None:
    a_pile(office)
    assert catalogue.touched_by_edition(office, "nowhere") == ()


def test_an_edition_that_came_between_the_reviews_sends_the_claim_back(office: Office) -> None:
    claim = approved_once(office)
    catalogue.withdraw(office, SUPERVISOR, "nrdl-2024", "改版")
    with pytest.raises(ConflictError, match="目录版本在初审后有变动") as refused:
        review.approve_second(office, SECOND, claim.number)
    assert refused.value.code == "editions-changed"
    assert queue.load_claim(office, claim.number).state is ClaimState.FIRST_REVIEW


def test_an_edition_that_a_first_review_decided_to_keep_goes_on(office: Office) -> None:
    claim = in_review(office)
    catalogue.withdraw(office, SUPERVISOR, "nrdl-2024", "改版")
    keep = Answer("edition-withdrawn", "claim", FindingVerdict.ALLOW, "局方同意按原版本办理")
    desk.decide(office, CLERK, claim.number, keep)
    review.approve_first(office, CLERK, claim.number)
    assert review.approve_second(office, SECOND, claim.number).state is ClaimState.BATCHED
