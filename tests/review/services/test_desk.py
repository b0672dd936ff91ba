"""The clerk's desk: each edit is kept at once, can be undone and redone, and asks nobody twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from threading import Barrier, Thread
from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import OUTSIDE
from review.claim.decisions import FindingVerdict
from review.claim.paper import LineVerdict, Standing
from review.claim.states import ClaimState
from review.errors import ConflictError, ForbiddenError, InputError, NotFoundError, PolicyError
from review.services import archive, desk, queue, review, settle
from review.services.desk import Answer, Edit, Ruling
from tests.builders import ID_NUMBER, a_discharge_record, a_line, a_receipt, a_statement
from tests.offices import (
    CLERK,
    MORNING,
    SECOND,
    Clock,
    a_draft,
    a_read_claim,
    an_office,
    approved_once,
    in_review,
    line_named,
)

if TYPE_CHECKING:
    from review.checks.finding import Finding
    from review.claim.claim import Claim
    from review.services.office import Office

OTHER = replace(CLERK, username="chen.mei", id_number="")


def a_payer_edit(claim: Claim, name: str) -> Edit:
    return Edit(f"value:{claim.receipts[0].values['payer'].id}", name)


def a_questionable_claim(office: Office) -> Claim:
    """A claim whose statement has a row that does not multiply out."""
    line = a_line("青霉素", quantity="3", unit_price="10.00", amount="40.00", entry_id="nrdl-2024/X312")
    return in_review(office, a_receipt(total_amount="40.00"), a_statement(line), a_discharge_record())


def test_an_edit_is_kept_at_once_and_survives_a_restart(office: Office) -> None:
    claim = in_review(office)
    after = desk.correct(office, CLERK, claim.number, [a_payer_edit(claim, "张大满")])
    office.store.close()
    reopened = an_office(office.home)
    assert queue.load_claim(reopened, claim.number) == after
    assert after.receipts[0].text("payer") == "张大满"
    assert after.version == claim.version + 1


def test_edits_are_taken_all_or_none(office: Office) -> None:
    claim = in_review(office)
    with pytest.raises(InputError):
        desk.correct(office, CLERK, claim.number, [a_payer_edit(claim, "张大满"), Edit("already_paid", "x")])
    assert queue.load_claim(office, claim.number) == claim


def test_an_edit_that_changes_nothing_leaves_no_trace(office: Office) -> None:
    claim = desk.correct(office, CLERK, in_review(office).number, [Edit("insured.phone", "123")])
    rows = len(archive.history(office))
    assert desk.correct(office, CLERK, claim.number, [Edit("insured.phone", "123")]) == claim
    assert len(archive.history(office)) == rows


def test_a_stale_version_changes_nothing(office: Office) -> None:
    claim = in_review(office)
    desk.correct(office, CLERK, claim.number, [a_payer_edit(claim, "张大满")], version=claim.version)
    with pytest.raises(ConflictError, match="没有写入") as refused:
        desk.correct(office, CLERK, claim.number, [a_payer_edit(claim, "张中满")], version=claim.version)
    assert refused.value.code == "stale"
    assert queue.load_claim(office, claim.number).receipts[0].text("payer") == "张大满"


def test_of_two_clerks_at_one_version_exactly_one_wins(office: Office) -> None:
    claim = in_review(office)
    start = Barrier(2)
    outcomes: list[str] = []

    def type_name(name: str) -> None:
        start.wait()
        try:
            desk.correct(office, CLERK, claim.number, [a_payer_edit(claim, name)], version=claim.version)
            outcomes.append(name)
        except ConflictError:
            outcomes.append("")

    threads = [Thread(target=type_name, args=(name,)) for name in ("甲", "乙")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    after = queue.load_claim(office, claim.number)
    assert min(outcomes) == ""
    assert after.receipts[0].text("payer") == max(outcomes)
    assert after.version == claim.version + 1


def test_undo_and_redo_walk_the_edits_and_are_journal_rows_themselves(office: Office) -> None:
    claim = in_review(office)
    names = ["张大满", "张中满"]
    for name in names:
        desk.correct(office, CLERK, claim.number, [a_payer_edit(claim, name)])
    walked = [
        step(office, CLERK, claim.number).receipts[0].text("payer")
        for step in (desk.undo, desk.undo, desk.redo, desk.redo)
    ]
    assert walked == ["张大满", "张小满", "张大满", "张中满"]
    actions = [row.action for row in archive.history(office, claim.number)]
    assert actions[-6:] == ["correct", "correct", "undo", "undo", "redo", "redo"]
    assert archive.verify_journal(office).ok


def test_undo_restores_standing_and_reason_exactly(office: Office) -> None:
    claim = a_questionable_claim(office)
    line = line_named(claim, "青霉素")
    desk.correct(office, CLERK, claim.number, [Edit(f"line:{line.id}:quantity", "4")])
    assert line_named(desk.undo(office, CLERK, claim.number), "青霉素") == line


def test_a_new_edit_forgets_what_was_undone(office: Office) -> None:
    claim = in_review(office)
    desk.correct(office, CLERK, claim.number, [a_payer_edit(claim, "张大满")])
    desk.undo(office, CLERK, claim.number)
    desk.correct(office, CLERK, claim.number, [Edit("insured.phone", "1")])
    with pytest.raises(ConflictError, match="没有可以重做"):
        desk.redo(office, CLERK, claim.number)


def test_undo_reaches_only_ones_own_edits_since_the_last_move(office: Office) -> None:
    claim = in_review(office)
    with pytest.raises(ConflictError, match="没有可以撤销"):
        desk.undo(office, CLERK, claim.number)
    desk.correct(office, OTHER, claim.number, [a_payer_edit(claim, "张大满")])
    with pytest.raises(ConflictError):
        desk.undo(office, CLERK, claim.number)


def test_undo_does_not_run_over_what_somebody_else_typed_since(office: Office) -> None:
    claim = in_review(office)
    desk.correct(office, CLERK, claim.number, [a_payer_edit(claim, "张大满")])
    desk.correct(office, OTHER, claim.number, [a_payer_edit(claim, "张中满")])
    with pytest.raises(ConflictError, match="又有改动"):
        desk.undo(office, CLERK, claim.number)
    assert queue.load_claim(office, claim.number).receipts[0].text("payer") == "张中满"


def test_added_pages_and_rows_can_be_undone_and_come_back(office: Office) -> None:
    draft = a_draft(office, "1", "2")
    assert desk.undo(office, CLERK, draft.number).pages == ()
    assert desk.redo(office, CLERK, draft.number).pages == draft.pages
    claim = in_review(office)
    added = desk.add_line(
        office, CLERK, claim.number, claim.statements[0].id, {"name": "棉签", "amount": "1.5", "spec": ""}
    )
    assert line_named(added, "棉签").text("amount") == "1.50"
    assert len(desk.undo(office, CLERK, claim.number).charge_lines) == len(claim.charge_lines)
    assert desk.redo(office, CLERK, claim.number).charge_lines == added.charge_lines


def test_a_row_without_content_is_refused(office: Office) -> None:
    claim = in_review(office)
    with pytest.raises(InputError):
        desk.add_line(office, CLERK, claim.number, claim.statements[0].id, {"name": ""})


def test_a_row_is_struck_out_and_restored(office: Office) -> None:
    claim = in_review(office)
    (line,) = claim.charge_lines
    assert desk.remove_line(office, CLERK, claim.number, line.id).charge_lines == ()
    assert desk.restore_line(office, CLERK, claim.number, line.id).charge_lines == (line,)


def test_a_clerk_chooses_an_entry_or_none_at_all(office: Office) -> None:
    claim = in_review(office)
    (line,) = claim.charge_lines
    offered = desk.candidates(office, claim.number, line.id)
    chosen = desk.choose_entry(office, CLERK, claim.number, line.id, offered[0].entry.id)
    assert chosen.charge_lines[0].matched_by == "clerk"
    assert desk.choose_entry(office, CLERK, claim.number, line.id, OUTSIDE).charge_lines[0].entry_id == OUTSIDE
    with pytest.raises(NotFoundError):
        desk.choose_entry(office, CLERK, claim.number, line.id, "nrdl-2024/none")
    with pytest.raises(NotFoundError):
        desk.candidates(office, claim.number, 999)


def test_confirming_what_asks_settles_it(office: Office) -> None:
    line = a_line(quantity="1", unit_price="5.00", amount="5.00", standing=Standing.DOUBTFUL, entry_id=OUTSIDE)
    claim = in_review(office, a_receipt(total_amount="5.00"), a_statement(line), a_discharge_record())
    targets = [point.target for point in settle.open_points(office, claim.number) if point.target.startswith("value:")]
    assert targets
    desk.confirm(office, CLERK, claim.number, targets)
    assert not set(targets) & {point.target for point in settle.open_points(office, claim.number)}


def a_claim_without_level(office: Office) -> tuple[Claim, Finding]:
    """A claim whose hospital level is open, and the finding that asks for a decision."""
    claim = in_review(office)
    claim = desk.correct(office, CLERK, claim.number, [Edit("care.hospital_level", "none")])
    views = settle.findings(office, claim.number)
    return claim, next(view.finding for view in views if view.finding.code == "hospital-level")


def view_of(office: Office, claim: Claim, asked: Finding) -> settle.FindingView:
    views = settle.findings(office, claim.number)
    return next(view for view in views if view.finding.fingerprint == asked.fingerprint)


def test_an_answer_is_kept_with_person_and_time_and_can_be_undone(office: Office) -> None:
    claim, asked = a_claim_without_level(office)
    desk.decide(office, CLERK, claim.number, Answer(asked.code, asked.subject, FindingVerdict.ALLOW, " 已电话核实 "))
    view = view_of(office, claim, asked)
    assert view.decision is not None
    assert (view.decision.reason, view.decision.decided_by) == ("已电话核实", "li.jing")
    assert (view.decision.decided_at, view.open) == (MORNING, False)
    desk.undo(office, CLERK, claim.number)
    assert view_of(office, claim, asked).open


def test_an_answer_holds_only_while_the_values_stay_the_same(office: Office) -> None:
    claim, asked = a_claim_without_level(office)
    desk.decide(office, CLERK, claim.number, Answer(asked.code, asked.subject, FindingVerdict.ALLOW, "已核实"))
    desk.correct(office, CLERK, claim.number, [Edit("care.hospital", "另一家医院")])
    views = settle.findings(office, claim.number)
    assert next(view for view in views if view.finding.code == asked.code).open


def test_taking_a_row_out_needs_a_reason_and_counts_it_as_self_paid(office: Office) -> None:
    claim = a_questionable_claim(office)
    line = line_named(claim, "青霉素")
    desk.confirm(office, CLERK, claim.number, [f"line:{line.id}:{key}" for key in ("quantity", "unit_price", "amount")])
    answer = Answer("line-product", f"line:{line.id}", FindingVerdict.EXCLUDE, "原件金额有误")
    with pytest.raises(InputError):
        desk.decide(office, CLERK, claim.number, replace(answer, reason=" "))
    after = line_named(desk.decide(office, CLERK, claim.number, answer), "青霉素")
    assert (after.verdict, after.verdict_reason) == (LineVerdict.EXCLUDE, "原件金额有误")
    assert settle.settle_claim(office, claim.number).self_paid == Decimal("40.00")


def test_a_row_stays_out_while_any_answer_takes_it_out(office: Office) -> None:
    cells = {"quantity": "3", "unit_price": "10.00", "amount": "40.00", "entry_id": "nrdl-2024/X1138"}
    line = a_line("水合氯醛灌肠剂", standing=Standing.CONFIRMED, **cells)  # for children; the patient is forty
    claim = in_review(office, a_receipt(total_amount="40.00"), a_statement(line), a_discharge_record())
    subject = f"line:{line_named(claim, '水合氯醛灌肠剂').id}"
    assert {"line-product", "rule-age"} <= {
        view.finding.code for view in settle.findings(office, claim.number) if view.finding.subject == subject
    }
    walk = (("rule-age", "exclude", "exclude"), ("line-product", "allow", "exclude"), ("rule-age", "allow", "pay"))
    for code, verdict, expected in walk:
        answer = Answer(code, subject, FindingVerdict(verdict), "已核对原件")
        after = desk.decide(office, CLERK, claim.number, answer)
        assert line_named(after, "水合氯醛灌肠剂").verdict == LineVerdict(expected)


def test_paying_a_row_again_opens_the_findings_that_took_it_out(office: Office) -> None:
    claim = a_questionable_claim(office)
    line = line_named(claim, "青霉素")
    desk.confirm(office, CLERK, claim.number, [f"line:{line.id}:{key}" for key in ("quantity", "unit_price", "amount")])
    desk.decide(
        office, CLERK, claim.number, Answer("line-product", f"line:{line.id}", FindingVerdict.EXCLUDE, "原件金额有误")
    )
    with pytest.raises(InputError):
        desk.judge_line(office, CLERK, claim.number, line.id, Ruling(LineVerdict.PAY, " "))
    desk.judge_line(office, CLERK, claim.number, line.id, Ruling(LineVerdict.PAY, "补交了更正证明"))
    views = settle.findings(office, claim.number)
    assert next(view for view in views if view.finding.code == "line-product").open


def test_a_row_can_be_taken_out_without_a_finding_and_that_undone(office: Office) -> None:
    claim = in_review(office)
    (line,) = claim.charge_lines
    out = desk.judge_line(office, CLERK, claim.number, line.id, Ruling(LineVerdict.EXCLUDE, "与病情无关"))
    assert (out.charge_lines[0].verdict, out.charge_lines[0].verdict_reason) == (LineVerdict.EXCLUDE, "与病情无关")
    assert desk.undo(office, CLERK, claim.number).charge_lines == (line,)


def test_only_rows_can_be_taken_out_and_only_findings_answered(office: Office) -> None:
    claim, asked = a_claim_without_level(office)
    with pytest.raises(InputError, match="只有明细"):
        desk.decide(office, CLERK, claim.number, Answer(asked.code, asked.subject, FindingVerdict.EXCLUDE, "理由"))
    with pytest.raises(NotFoundError):
        desk.decide(office, CLERK, claim.number, Answer("nothing", "claim", FindingVerdict.ALLOW, "理由"))


def test_the_next_claim_is_the_one_due_first_and_never_ones_own(office: Office, clock: Clock) -> None:
    first = a_read_claim(office)
    clock.pass_by(days=3)
    second = a_read_claim(office)
    taken = desk.claim_next(office, CLERK)
    assert taken is not None
    assert (taken.number, taken.first_reviewer, taken.state) == (first.number, "li.jing", ClaimState.FIRST_REVIEW)
    assert desk.claim_next(office, replace(OTHER, id_number=second.insured.id_number)) is None
    assert queue.load_claim(office, second.number).state is ClaimState.READ


def test_no_two_clerks_get_the_same_claim(office: Office) -> None:
    for _ in range(6):
        a_read_claim(office)
    taken: list[str] = []

    def take_all() -> None:
        while (claim := desk.claim_next(office, CLERK)) is not None:
            taken.append(claim.number)

    threads = [Thread(target=take_all) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == len(set(taken)) == 6


def test_after_the_first_review_nothing_can_be_edited(office: Office) -> None:
    claim = approved_once(office)
    with pytest.raises(ConflictError, match="不能再修改") as refused:
        desk.correct(office, CLERK, claim.number, [Edit("already_paid", "1")])
    assert "退回初审" in refused.value.advice


def test_nobody_edits_their_own_claim_nor_makes_a_claim_their_own(office: Office) -> None:
    claim = in_review(office)
    with pytest.raises(ForbiddenError, match="本人"):
        desk.correct(office, replace(CLERK, id_number=ID_NUMBER), claim.number, [Edit("already_paid", "1")])
    with pytest.raises(ForbiddenError, match="本人"):
        desk.correct(office, CLERK, claim.number, [Edit("insured.id_number", CLERK.id_number)])
    assert queue.load_claim(office, claim.number) == claim


def test_only_clerks_edit(office: Office) -> None:
    with pytest.raises(ForbiddenError, match="经办人"):
        desk.correct(office, SECOND, in_review(office).number, [Edit("already_paid", "1")])


def test_an_edit_is_kept_even_where_the_claim_cannot_be_settled_or_checked(office: Office) -> None:
    claim = in_review(office)
    astray = replace(office, pack_id="no-such-pack")
    after = desk.correct(astray, CLERK, claim.number, [a_payer_edit(claim, "张大满")])
    assert queue.load_claim(office, claim.number) == after
    (row,) = queue.queue(office)
    assert (row.payable, row.blocks) == (None, 1)
    with pytest.raises(PolicyError):
        review.approve_first(astray, CLERK, claim.number)
