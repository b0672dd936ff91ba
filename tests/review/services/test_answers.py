"""Answers to findings: with a reason, in the journal; what blocks, and a check that failed, cannot be let pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from review.checks.finding import Finding, Group, Severity
from review.checks.registry import CHECKS, run_checks
from review.claim.decisions import FindingVerdict
from review.claim.paper import LineVerdict
from review.errors import BlockedError, ConflictError, InputError, NotFoundError
from review.services import answers, archive, desk, review, settle
from review.services.answers import CommonAnswer
from review.services.assess import FindingView
from review.services.desk import Answer, Edit
from review.services.evidence import context_of
from tests.builders import a_discharge_record, a_line, a_receipt, a_statement
from tests.offices import CLERK, in_review, sound_papers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.checks.finding import CheckContext
    from review.claim.claim import Claim
    from review.services.office import Office

DOUBLE = {"invoice_code": "36060125", "invoice_number": "0012345678"}


def found(office: Office, claim: Claim, severity: Severity) -> FindingView:
    """The first finding of that severity."""
    return next(v for v in settle.findings(office, claim.number) if v.finding.severity is severity)


def let_pass(office: Office, claim: Claim, finding: Finding, reason: str = "已核对原件") -> Claim:
    answer = Answer(finding.code, finding.subject, FindingVerdict.ALLOW, reason)
    return desk.decide(office, CLERK, claim.number, answer)


def a_double_claim(office: Office) -> Claim:
    """A claim whose receipt another claim holds already."""
    papers = a_receipt(**DOUBLE), a_statement(), a_discharge_record()
    in_review(office, *papers)
    return in_review(office, *papers)


def a_claim_of(office: Office, severity: Severity) -> Claim:
    """A sound claim with at least one finding of a severity that can be answered."""
    if severity is Severity.CLUE:
        return a_double_claim(office)
    claim = in_review(office)
    return desk.correct(office, CLERK, claim.number, [Edit("insured.account.holder", "李四")])


@pytest.mark.parametrize("severity", [Severity.DECISION, Severity.CLUE])
def test_what_can_be_overridden_is_overridden_with_a_reason_in_the_journal(office: Office, severity: Severity) -> None:
    claim = a_claim_of(office, severity)
    finding = found(office, claim, severity).finding
    for reason in ("", "  "):
        with pytest.raises(InputError, match="理由"):
            let_pass(office, claim, finding, reason)
    let_pass(office, claim, finding, " 配偶代领，已核对户口本 ")
    (view,) = (v for v in settle.findings(office, claim.number) if v.finding == finding)
    assert view.decision is not None
    assert (view.decision.reason, view.decision.decided_by, view.open) == ("配偶代领，已核对户口本", "li.jing", False)
    told: Any = archive.history(office, claim.number)[-1]
    assert (told.action, told.actor) == ("decide", "li.jing")
    assert "配偶代领，已核对户口本" in str(told.after)


def a_claim_with_many(office: Office) -> tuple[Claim, frozenset[str]]:
    """A claim with three rows whose product is broken, and what these findings are known by."""
    rows = (a_line(name, quantity="2", unit_price="3.00", amount="7.00") for name in ("甲片", "乙片", "丙片"))
    claim = in_review(office, a_receipt(total_amount="21.00"), a_statement(*rows, total_amount="21.00"))
    views = settle.findings(office, claim.number)
    return claim, frozenset(v.finding.fingerprint for v in views if v.finding.code == "line-product")


def test_many_findings_of_one_kind_take_one_answer_and_each_keeps_it(office: Office) -> None:
    claim, wanted = a_claim_with_many(office)
    assert len(wanted) == 3
    with pytest.raises(InputError, match="理由"):
        answers.decide_all(office, CLERK, claim.number, CommonAnswer(wanted, FindingVerdict.ALLOW, " "))
    answers.decide_all(office, CLERK, claim.number, CommonAnswer(wanted, FindingVerdict.ALLOW, "原件如此"))
    views = [v for v in settle.findings(office, claim.number) if v.finding.fingerprint in wanted]
    assert [v.decision.reason for v in views if v.decision] == ["原件如此"] * 3
    told: Any = archive.history(office, claim.number)[-1]
    assert told.action == "decide"
    assert all(fingerprint in str(told.after) for fingerprint in wanted)
    desk.undo(office, CLERK, claim.number)
    assert [v.decision for v in settle.findings(office, claim.number) if v.finding.fingerprint in wanted] == [None] * 3


def test_many_rows_are_taken_out_at_once(office: Office) -> None:
    claim, wanted = a_claim_with_many(office)
    after = answers.decide_all(office, CLERK, claim.number, CommonAnswer(wanted, FindingVerdict.EXCLUDE, "无医嘱"))
    assert {(line.verdict, line.verdict_reason) for line in after.charge_lines} == {(LineVerdict.EXCLUDE, "无医嘱")}


def test_one_answer_for_many_holds_for_all_of_them_or_for_none(office: Office) -> None:
    claim, wanted = a_claim_with_many(office)
    for others, trouble in ((wanted | {"gone"}, NotFoundError), (frozenset[str](), NotFoundError)):
        with pytest.raises(trouble):
            answers.decide_all(office, CLERK, claim.number, CommonAnswer(others, FindingVerdict.ALLOW, "原件如此"))
    double = a_double_claim(office)
    every = frozenset(v.finding.fingerprint for v in settle.findings(office, double.number))
    with pytest.raises(ConflictError, match="不能放行"):
        answers.decide_all(office, CLERK, double.number, CommonAnswer(every, FindingVerdict.ALLOW, "原件如此"))
    assert all(view.decision is None for view in settle.findings(office, double.number))


def test_the_kind_of_a_paper_is_corrected_at_the_desk_and_taken_back(office: Office) -> None:
    claim = in_review(office)
    target = f"document:{claim.receipts[0].id}:kind"
    after = desk.correct(office, CLERK, claim.number, [Edit(target, "outpatient_receipt")])
    assert after.receipts[0].kind.value == "outpatient_receipt"
    assert "outpatient_receipt" in str(archive.history(office, claim.number)[-1].after)
    assert desk.undo(office, CLERK, claim.number).receipts[0].kind.value == "inpatient_receipt"


def test_what_blocks_cannot_be_let_pass(office: Office) -> None:
    claim = a_double_claim(office)
    finding = found(office, claim, Severity.BLOCKS).finding
    with pytest.raises(ConflictError, match="不能放行") as refused:
        let_pass(office, claim, finding)
    assert (refused.value.code, refused.value.advice) == ("must-be-mended", finding.advice)
    assert all(view.decision is None for view in settle.findings(office, claim.number))
    with pytest.raises(BlockedError):
        review.approve_first(office, CLERK, claim.number)


def test_an_answer_falls_away_when_the_figures_it_was_given_for_change(office: Office) -> None:
    claim = a_claim_of(office, Severity.DECISION)
    finding = found(office, claim, Severity.DECISION).finding
    let_pass(office, claim, finding)
    desk.correct(office, CLERK, claim.number, [Edit("insured.account.holder", "王五")])
    again = next(v for v in settle.findings(office, claim.number) if v.finding.code == finding.code)
    assert (again.decision, again.open) == (None, True)


def test_a_check_that_raises_is_named_blocks_and_stops_no_other(office: Office) -> None:
    def broken(claim: Claim, context: CheckContext) -> Iterator[Finding]:
        raise ZeroDivisionError(claim.number, context.today)

    claim = a_double_claim(office)
    with office.store.read() as unit:
        context = context_of(office, unit, claim)
    sound = run_checks(claim, context)
    first, *rest = run_checks(claim, context, ((Group.LINES, broken), *CHECKS))
    assert (first.code, first.severity, first.values["check"]) == ("check-failed", Severity.BLOCKS, "broken")
    assert "broken" in first.message
    assert FindingView(first, None).open
    assert tuple(rest) == sound


def test_papers_of_one_person_handed_in_once_are_let_through_without_a_word(office: Office) -> None:
    claim = in_review(office, *sound_papers("0077777777"))
    assert [v.finding.code for v in settle.findings(office, claim.number) if v.open] == []
    assert review.approve_first(office, CLERK, claim.number).payable is not None
