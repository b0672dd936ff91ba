"""What a clerk chose is remembered when a first review approved it, taken at the next claim, listed and revocable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import OUTSIDE, Printed
from review.catalogue.memory import ChoiceState
from review.checks.finding import Severity
from review.claim.decisions import FindingVerdict
from review.errors import ConflictError, InputError, NotFoundError
from review.services import archive, catalogue, desk, queue, review, settle
from review.services.desk import Answer, Edit
from review.services.matching import hospital_of, match_line
from tests.builders import DISCHARGED, a_discharge_record, a_line, a_receipt, a_statement
from tests.offices import ADMINISTRATOR, CLERK, SECOND, SUPERVISOR, a_user, in_review, line_named

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.claim.paper import Line
    from review.services.catalogue import ChoiceView
    from review.services.office import Office

STRANGE = "院内自拟合剂"
"""Words that no edition holds."""
ENTRY = "nrdl-2024/X312"
_numbers = iter(range(1000, 9999))


def papers(name: str = STRANGE, hospital: str = "样例省人民医院", **cells: Any) -> tuple[Any, ...]:
    """A sound pile whose statement has one line of that name."""
    cells = {"unit_price": "100.00", "quantity": "100", "amount": "10000.00", **cells}
    sums = {"total_amount": "10000.00", "total_in_words": "壹万元整", "cash_paid": "10000.00"}
    receipt = a_receipt(invoice_number=f"000000{next(_numbers)}", institution=hospital, **sums)
    statement = a_statement(a_line(name, **cells), total_amount="10000.00", institution=hospital)
    return receipt, statement, a_discharge_record()


def chosen(office: Office, entry_id: str = ENTRY, **changes: str) -> Claim:
    """A claim in review whose strange line the clerk gave an entry."""
    claim = in_review(office, *papers(**changes))
    return desk.choose_entry(office, CLERK, claim.number, line_named(claim, changes.get("name", STRANGE)).id, entry_id)


def approved(office: Office, claim: Claim) -> Claim:
    """The claim after its first review, every finding that asks allowed."""
    for view in settle.findings(office, claim.number):
        if view.open and view.finding.severity is Severity.DECISION:
            answer = Answer(view.finding.code, view.finding.subject, FindingVerdict.ALLOW, "已核对")
            desk.decide(office, CLERK, claim.number, answer)
    return review.approve_first(office, CLERK, claim.number)


def remembered(office: Office, entry_id: str = ENTRY, **changes: str) -> Claim:
    """An approved claim in which the clerk chose the entry."""
    return approved(office, chosen(office, entry_id, **changes))


def next_line(office: Office, **changes: str) -> Line:
    """The strange line of a further claim as reading leaves it."""
    return line_named(in_review(office, *papers(**changes)), changes.get("name", STRANGE))


def states(office: Office) -> list[ChoiceState]:
    """The states of all choices, oldest first."""
    return [view.choice.state for view in catalogue.memory(office)][::-1]


def only(office: Office) -> ChoiceView:
    (view,) = catalogue.memory(office)
    return view


def test_an_approved_choice_is_taken_at_the_next_claim_of_the_hospital(office: Office) -> None:
    remembered(office)
    line = next_line(office)
    assert (line.entry_id, line.matched_by) == (ENTRY, "memory")
    assert line.match_note == "记忆：李静 2025-04-01 在本院选定"
    assert line.choice_id == only(office).choice.id


def test_it_is_told_on_the_line_of_the_next_claim(office: Office) -> None:
    remembered(office)
    claim = in_review(office, *papers())
    (finding,) = (v.finding for v in settle.findings(office, claim.number) if v.finding.code == "entry-remembered")
    assert finding.severity is Severity.CLUE
    assert "李静 2025-04-01 在本院选定" in finding.message


def test_a_choice_is_not_taken_before_its_claim_is_approved(office: Office) -> None:
    claim = chosen(office)
    line = next_line(office)
    assert (line.entry_id, states(office)) == ("", [ChoiceState.PENDING])
    match = match_line(office, Printed(STRANGE), DISCHARGED, hospital_of(claim, claim.statements[0]))
    assert "尚未通过初审" in match.candidates[0].reasons[0]


def test_outside_is_remembered_too(office: Office) -> None:
    remembered(office, OUTSIDE)
    line = next_line(office)
    assert (line.entry_id, line.matched_by) == (OUTSIDE, "memory")


def test_another_hospital_sees_it_among_the_candidates(office: Office) -> None:
    remembered(office)
    claim = in_review(office, *papers(hospital="另一医院"))
    line = line_named(claim, STRANGE)
    assert line.entry_id == ""
    first = desk.candidates(office, claim.number, line.id)[0]
    assert (first.entry.id, first.reasons[0]) == (ENTRY, "记忆：李静 2025-04-01 在样例省人民医院选定")


def test_when_two_hospitals_agree_a_third_takes_it(office: Office) -> None:
    remembered(office)
    remembered(office, hospital="另一医院")
    assert next_line(office, hospital="第三医院").entry_id == ENTRY


@pytest.mark.parametrize("cells", [{"spec": "10ml"}, {"unit": "盒"}, {"name": "院内自拟合剂二号"}])
def test_other_words_are_not_the_same_words(office: Office, cells: dict[str, str]) -> None:
    remembered(office)
    assert next_line(office, **cells).entry_id == ""


def test_a_choice_that_the_clerk_took_back_is_dropped(office: Office) -> None:
    claim = chosen(office)
    desk.undo(office, CLERK, claim.number)
    assert states(office) == [ChoiceState.DROPPED]
    desk.redo(office, CLERK, claim.number)
    assert states(office) == [ChoiceState.DROPPED, ChoiceState.PENDING]


def test_of_two_choices_for_a_line_the_last_one_counts(office: Office) -> None:
    claim = chosen(office, OUTSIDE)
    line = line_named(claim, STRANGE)
    desk.choose_entry(office, CLERK, claim.number, line.id, ENTRY)
    approved(office, claim)
    assert states(office) == [ChoiceState.DROPPED, ChoiceState.APPROVED]
    assert [view.choice.version for view in catalogue.memory(office)] == [2, 1]
    assert next_line(office).entry_id == ENTRY


def test_the_words_that_count_are_those_of_the_approval(office: Office) -> None:
    claim = chosen(office)
    line = line_named(claim, STRANGE)
    desk.correct(office, CLERK, claim.number, [Edit(f"line:{line.id}:name", "院内自拟合剂（改）")])
    approved(office, claim)
    assert states(office) == [ChoiceState.DROPPED, ChoiceState.APPROVED]
    assert next_line(office).entry_id == ""
    assert next_line(office, name="院内自拟合剂（改）").entry_id == ENTRY


def test_a_claim_that_went_back_and_chose_otherwise_forgets_the_first_choice(office: Office) -> None:
    claim = remembered(office)
    review.return_to_first(office, SECOND, claim.number, "核对")
    desk.choose_entry(office, CLERK, claim.number, line_named(claim, STRANGE).id, OUTSIDE)
    approved(office, claim)
    assert states(office) == [ChoiceState.DROPPED, ChoiceState.APPROVED]
    assert next_line(office).entry_id == OUTSIDE


def test_approving_twice_learns_once(office: Office) -> None:
    claim = remembered(office)
    review.return_to_first(office, SECOND, claim.number, "核对")
    review.approve_first(office, CLERK, claim.number)
    assert states(office) == [ChoiceState.APPROVED]
    assert [row.action for row in archive.history(office, claim.number)].count("learn_choice") == 1


def test_what_the_catalogue_matched_is_not_remembered(office: Office) -> None:
    approved(office, in_review(office))
    assert catalogue.memory(office) == ()


def test_the_memory_lists_who_when_where_and_how_often_it_was_used(office: Office) -> None:
    a_user(office, CLERK)
    claim = remembered(office)
    next_line(office)
    view = only(office)
    assert (view.by_name, view.uses, view.choice.hospital) == ("李静", 1, "样例省人民医院")
    assert (view.choice.claim, view.choice.approved_by) == (claim.number, "li.jing")
    assert view.entry == office.catalogue.entry(ENTRY)
    assert catalogue.memory(office, "没有的药") == ()


def test_a_revoked_choice_is_taken_no_more_and_still_listed(office: Office) -> None:
    remembered(office)
    catalogue.revoke_choice(office, SUPERVISOR, only(office).choice.id, "选错了")
    assert next_line(office).entry_id == ""
    choice = only(office).choice
    assert (choice.state, choice.reason, choice.ended_by) == (ChoiceState.REVOKED, "选错了", "zhao.gang")
    row = archive.history(office, "catalogue")[-1]
    assert (row.action, row.actor, row.reason) == ("revoke_choice", "zhao.gang", "选错了")
    assert catalogue.memory(office, ended=False) == ()


def test_revoking_wants_a_reason_and_a_choice_in_use(office: Office) -> None:
    remembered(office)
    number = only(office).choice.id
    with pytest.raises(InputError):
        catalogue.revoke_choice(office, ADMINISTRATOR, number, " ")
    with pytest.raises(NotFoundError):
        catalogue.revoke_choice(office, ADMINISTRATOR, 99, "理由")
    catalogue.revoke_choice(office, ADMINISTRATOR, number, "理由")
    with pytest.raises(ConflictError):
        catalogue.revoke_choice(office, ADMINISTRATOR, number, "理由")


def test_a_revoked_choice_is_not_learned_again_from_the_same_claim_unasked(office: Office) -> None:
    claim = remembered(office)
    catalogue.revoke_choice(office, SUPERVISOR, only(office).choice.id, "选错了")
    assert queue.load_claim(office, claim.number).statements[0].lines[0].entry_id == ENTRY
    assert next_line(office).entry_id == ""


def test_claims_with_lines_on_a_choice_are_listed(office: Office) -> None:
    remembered(office)
    claim = in_review(office, *papers())
    (touched,) = catalogue.touched_by_choice(office, only(office).choice.id)
    assert (touched.number, touched.lines, touched.editable, touched.day) == (claim.number, 1, True, DISCHARGED)
    assert catalogue.touched_by_choice(office, 99) == ()
