"""Checks on lines, pages and values: matching, open doubts, days, refunds, editions, and the run as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from review.catalogue.entry import OUTSIDE
from review.checks import CHECKS, run_checks
from review.checks.entries.editions import editions
from review.checks.entries.unmatched import unmatched
from review.checks.finding import CheckContext, Finding, Group, Severity
from review.checks.lines.bed_days import bed_days
from review.checks.lines.refunds import refunds
from review.checks.pages.open_doubts import open_doubts
from review.checks.pages.page_state import page_state
from review.claim.claim import Filing
from review.claim.paper import Flaw, LineVerdict, Place, ReadState, Standing
from tests.builders import a_care, a_claim, a_discharge_record, a_line, a_page, a_receipt, a_statement, a_value

if TYPE_CHECKING:
    from review.claim.claim import Claim

Context = Callable[..., CheckContext]


def test_a_sound_claim_gives_no_finding_at_all(context: Context) -> None:
    claim = a_claim(care=a_care(filing=Filing.LONG_TERM))
    assert run_checks(claim, context()) == ()


def test_a_check_that_raises_blocks_and_the_others_still_run(context: Context) -> None:
    def broken(claim: Claim, _: CheckContext) -> Iterator[Finding]:
        raise ZeroDivisionError(claim.number)

    found = run_checks(a_claim(a_receipt()), context(), ((Group.LINES, broken), *CHECKS))
    assert found[0].code == "check-failed"
    assert "broken" in found[0].message
    assert "missing-statement" in {f.code for f in found}


def test_blocking_findings_come_first(context: Context) -> None:
    claim = a_claim(a_receipt(check_code="??", invoice_number=""))
    order = [f.severity for f in run_checks(claim, context())]
    assert order == sorted(order, key=[Severity.BLOCKS, Severity.DECISION, Severity.CLUE].index)


def test_findings_keep_their_fingerprint_while_the_claim_stays(context: Context) -> None:
    claim = a_claim(a_receipt(cash_paid="1.00"))
    first, again = run_checks(claim, context()), run_checks(claim, context())
    assert [f.fingerprint for f in first] == [f.fingerprint for f in again]


def test_every_finding_says_what_to_do_and_on_which_ground(context: Context) -> None:
    claim = a_claim(a_receipt(cash_paid="1.00", payer="李四", invoice_code="1"), a_statement(a_line(amount="7")))
    for finding in run_checks(claim, context()):
        assert finding.advice.endswith("。")
        assert finding.message.endswith("。")
        assert finding.basis


def test_lines_with_an_entry_or_outside_the_list_are_silent(context: Context) -> None:
    lines = (a_line(entry_id="nrdl-2024/X312"), a_line(entry_id=OUTSIDE), a_line(verdict=LineVerdict.EXCLUDE))
    assert not list(unmatched(a_claim(a_statement(*lines)), context()))


def test_lines_without_entry_are_counted_and_named_once_a_paper(context: Context) -> None:
    lines = [a_line(name, amount="5.00") for name in ("手套", "绷带", "纱布", "胶布")]
    (finding,) = unmatched(a_claim(a_statement(*lines)), context())
    assert finding.severity is Severity.BLOCKS
    assert "有4行没有匹配到目录条目，共20.00元：手套、绷带、纱布等" in finding.message


def test_an_entry_that_no_edition_holds_blocks(context: Context) -> None:
    claim = a_claim(a_statement(a_line(entry_id="nrdl-2019/X1")))
    assert [f.code for f in unmatched(claim, context())] == ["entry-unknown"]


def test_values_nobody_doubts_are_silent(context: Context) -> None:
    assert not list(open_doubts(a_claim(), context()))


def test_open_doubts_are_counted_a_paper_and_shown_worst_first(context: Context) -> None:
    doubtful = a_line(amount="1.00", standing=Standing.DOUBTFUL)
    wrong = a_line(amount="2.00", standing=Standing.CONTRADICTED, review="金额与单价不符")
    (finding,) = open_doubts(a_claim(a_statement(doubtful, wrong)), context())
    assert "2处数值与算式矛盾，2处识别存疑，1行整行待核：金额与单价不符" in finding.message
    assert finding.severity is Severity.BLOCKS
    assert finding.place == Place(1, (10, 10, 100, 20))


def test_struck_out_lines_leave_no_doubt(context: Context) -> None:
    struck = a_line(amount="1.00", standing=Standing.DOUBTFUL, removed=True)
    assert not list(open_doubts(a_claim(a_statement(struck)), context()))


def test_a_failed_page_blocks_and_a_poor_one_is_a_clue(context: Context) -> None:
    failed = a_page(id=2, position=1, read_state=ReadState.FAILED, failure="文件不完整")
    poor = a_page(flaws=(Flaw("blurred", "图像模糊"),))
    found = list(page_state(a_claim(pages=(poor, failed)), context()))
    assert [(f.code, f.severity) for f in found] == [
        ("page-quality", Severity.CLUE),
        ("page-failed", Severity.BLOCKS),
    ]
    assert "第2页（票据.jpg）未能识别：文件不完整" in found[1].message


def test_a_failed_page_that_a_person_looked_at_is_a_clue(context: Context) -> None:
    looked_at = a_page(read_state=ReadState.FAILED, failure="")
    assert [f.severity for f in page_state(a_claim(pages=(looked_at,)), context())] == [Severity.CLUE]


def test_waiting_pages_block_and_unused_pages_are_told(context: Context) -> None:
    pages = (a_page(), a_page(id=2, position=2), a_page(id=3, position=3, read_state=ReadState.WAITING))
    assert [f.code for f in page_state(a_claim(pages=pages), context())] == ["page-waiting", "page-unused"]


def test_as_many_bed_days_as_days_are_silent(context: Context) -> None:
    bed = a_line("普通病房床位费", unit="日", quantity="11")
    assert not list(bed_days(a_claim(a_statement(bed)), context()))


def test_more_bed_days_than_days_are_a_clue(context: Context) -> None:
    beds = [a_line("床位费(双人间)", unit="日", quantity="9"), a_line("监护病房床位费", unit="日", quantity="4")]
    (finding,) = bed_days(a_claim(a_statement(*beds)), context())
    assert "床位费共计13，住院11天" in finding.message


def test_a_refund_with_its_charge_is_silent_and_alone_a_clue(context: Context) -> None:
    charge, refund = a_line("手套", amount="32.00"), a_line("手套", amount="-32.00")
    assert not list(refunds(a_claim(a_statement(charge, refund)), context()))
    (finding,) = refunds(a_claim(a_statement(refund)), context())
    assert "-32.00元" in finding.message


def test_an_edition_in_force_is_silent(context: Context) -> None:
    assert not list(editions(a_claim(), context()))


def test_care_outside_an_edition_wants_a_decision_that_names_it(context: Context) -> None:
    care = a_care(admitted=date(2024, 12, 1), discharged=date(2024, 12, 9))
    (finding,) = editions(a_claim(care=care), context())
    assert (finding.code, finding.severity) == ("edition-dates", Severity.DECISION)
    assert "2024-12-09不在" in finding.message


def test_demo_editions_and_assumed_classes_are_told_once(context: Context) -> None:
    services = [a_line("静脉输液", entry_id="services-demo/120400006") for _ in range(3)]
    herb = a_line("黄芪", entry_id="nrdl-2024/P667")
    found = [f.code for f in editions(a_claim(a_statement(*services, herb)), context())]
    assert found == ["edition-demo", "class-assumed"]


def test_warnings_of_the_policy_pack_are_passed_on(context: Context) -> None:
    warning = "政策包尚未经局方确认。"
    assert [f.message for f in editions(a_claim(), context(pack_warnings=(warning,)))] == [warning]


def test_a_document_under_review_asks_until_it_is_cleared(context: Context) -> None:
    record = a_discharge_record()
    asking = type(record)(
        id=record.id,
        position=1,
        kind=record.kind,
        page_ids=(1,),
        values={"patient": a_value("patient", "张小满")},
        review=("页脚被裁切",),
    )
    (finding,) = open_doubts(a_claim(asking), context())
    assert "整份材料待核：页脚被裁切" in finding.message


def test_a_finding_stays_the_same_after_its_line_was_taken_out(context: Context) -> None:
    limited = a_line("水合氯醛灌肠剂", entry_id="nrdl-2024/X1138", date="2025-02-01")
    excluded = replace(limited, verdict=LineVerdict.EXCLUDE)
    before, after = (run_checks(a_claim(a_statement(line)), context()) for line in (limited, excluded))
    subject = f"line:{limited.id}"
    assert {f.fingerprint for f in before if f.subject == subject} == {
        f.fingerprint for f in after if f.subject == subject
    }
    assert {"drug-limit", "line-date"} <= {f.code for f in after if f.subject == subject}
