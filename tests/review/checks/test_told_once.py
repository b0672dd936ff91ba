"""One figure, one question: what two checks say of it is told once, by the more exact one; alone, each speaks."""

from __future__ import annotations

from dataclasses import replace

from review.checks.finding import Finding, Severity
from review.checks.once import once
from review.checks.past import Past
from review.checks.registry import run_checks
from review.claim.claim import HospitalLevel
from review.rules.book import RuleBook
from tests.review.checks.honest import context_of
from tests.review.checks.test_frauds import changed, charged, claim_of, honest_lines


def said(level: HospitalLevel, book: RuleBook | None = None) -> dict[str, Finding]:
    """What is said of one injection in a hospital of a level, by code."""
    line = charged("参附注射液", "40.00", spec="10ml", unit="支")
    claim = claim_of([*honest_lines(), line], hospital_level=level)
    own = next(line for line in claim.charge_lines if line.text("name") == "参附注射液")
    context = context_of(claim, past=Past())
    found = run_checks(claim, context if book is None else replace(context, rules=book))
    return {finding.code: finding for finding in found if finding.subject == f"line:{own.id}"}


def test_one_limit_of_one_line_is_one_finding() -> None:
    found = said(HospitalLevel.PRIMARY)
    assert "rule-level" in found
    assert "drug-limit" not in found


def test_without_a_library_the_list_asks_itself() -> None:
    found = said(HospitalLevel.PRIMARY, RuleBook())
    assert found["drug-limit"].severity is Severity.DECISION
    assert "rule-level" not in found


def test_where_the_level_is_kept_neither_speaks_of_it() -> None:
    found = said(HospitalLevel.TERTIARY)
    assert "rule-level" not in found
    assert all("级" not in finding.values.get("reasons", "") for finding in found.values())


def of_fee(**cells: str) -> set[str]:
    """Codes of what is said of the published operation and its papers, some of its cells changed."""
    claim = claim_of(changed("乳腺肿物切除术", **cells))
    return {finding.code for finding in run_checks(claim, context_of(claim, past=Past()))}


def test_an_amount_with_a_digit_too_many_is_told_by_that_digit_alone() -> None:
    codes = of_fee(amount="5452.00")
    assert "figure-grown" in codes
    assert not codes & {"line-product", "row-grown", "price-grown"}


def test_a_product_that_no_digit_explains_speaks_for_itself() -> None:
    assert "line-product" in of_fee(amount="600.00")


def test_a_broken_sum_is_left_to_the_row_that_explains_it() -> None:
    lines = [charged("全身麻醉", "5620.00"), charged("静脉输液", "80.00")]
    paper = replace(claim_of(lines).statements[0])
    total = replace(paper.values["total_amount"], value="700.00")
    claim = claim_of(lines)
    papers = tuple(
        replace(d, values={**d.values, "total_amount": total}) if d.kind is paper.kind else d for d in claim.documents
    )
    codes = {f.code for f in run_checks(replace(claim, documents=papers), context_of(claim, past=Past()))}
    assert "row-grown" in codes
    assert "statement-sum" not in codes


def test_what_blocks_is_told_whatever_else_is_said() -> None:
    claim = claim_of(changed("乳腺肿物切除术", amount="5452.00"))
    line = claim.charge_lines[5]
    grown = a_finding("figure-grown", f"value:{line.values['amount'].id}", Severity.DECISION)
    blocking = a_finding("line-product", f"line:{line.id}", Severity.BLOCKS)
    deciding = a_finding("line-product", f"line:{line.id}", Severity.DECISION)
    assert list(once(claim, [grown, blocking, deciding])) == [grown, blocking]
    clue = a_finding("figure-grown", grown.subject, Severity.CLUE)
    assert list(once(claim, [clue, deciding])) == [clue, deciding]


def a_finding(code: str, subject: str, severity: Severity) -> Finding:
    return Finding(code=code, subject=subject, severity=severity, title="", message="", advice="", basis="")
