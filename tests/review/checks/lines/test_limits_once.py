"""What only a person can judge is asked once for an article, however many days it was given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.drug_limits import drug_limits
from review.claim.paper import LineVerdict
from tests.builders import a_claim, a_line, a_receipt, a_statement
from tests.review.checks.honest import catalogue

Make = Callable[..., CheckContext]


def albumin() -> str:
    """An entry whose limit only a person can judge."""
    shelf = catalogue().shelf("nrdl-2024")
    assert shelf is not None
    return next(entry.id for entry in shelf.entries if entry.name == "人血白蛋白")


def over_days(context: Make, count: int, **first: Any) -> list[Finding]:
    """What is said of the drug on so many days; keywords are fields of the first line."""
    cells = {"unit": "瓶", "quantity": "1", "unit_price": "378.00", "amount": "378.00", "entry_id": albumin()}
    lines = [
        a_line("人血白蛋白", date=f"2025-03-{day:02}", **(cells | (first if day == 1 else {})))
        for day in range(1, count + 1)
    ]
    return list(drug_limits(a_claim(a_receipt(), a_statement(*lines)), context()))


def test_a_drug_of_ten_days_wants_one_decision(context: Make) -> None:
    found = over_days(context, 10)
    assert [finding.severity for finding in found] == [Severity.DECISION, *[Severity.CLUE] * 9]
    assert len({finding.fingerprint for finding in found}) == len(found)


def test_once_a_line_is_taken_out_every_line_wants_a_decision(context: Make) -> None:
    found = over_days(context, 10, verdict=LineVerdict.EXCLUDE)
    assert {finding.severity for finding in found} == {Severity.DECISION}


def test_a_struck_line_leaves_the_question_to_the_next(context: Make) -> None:
    found = over_days(context, 3, removed=True)
    assert [finding.severity for finding in found] == [Severity.DECISION, Severity.CLUE]
