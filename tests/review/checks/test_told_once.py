"""What the list and the rule library both say of a line is told once, by the library; alone, each speaks for itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.checks.finding import Severity
from review.checks.past import Past
from review.checks.registry import run_checks
from review.claim.claim import HospitalLevel
from review.rules.book import RuleBook
from tests.review.checks.honest import context_of
from tests.review.checks.test_frauds import charged, claim_of, honest_lines

if TYPE_CHECKING:
    from review.checks.finding import Finding


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
