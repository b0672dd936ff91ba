"""What stands out on a page's picture asks for a decision where money stands, and is a clue elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Severity
from review.checks.forgery.page_changed import page_changed
from review.claim.paper import Anomaly, Box, Place
from tests.builders import a_claim, a_page, a_receipt, a_value

if TYPE_CHECKING:
    from review.claim.claim import Claim

Context = Callable[..., CheckContext]
SAID = "“105263.14”中的“10”与同一数字的其余各位印得不同：字高18.0像素（其余15.1）。"


def changed(*boxes: Box, code: str = "odd-digits") -> Claim:
    """A claim whose page shows signs; its receipt's total stands at (100, 200)."""
    receipt = a_receipt()
    total = a_value("total_amount", "105263.14", place=Place(1, (100, 200, 120, 24)))
    remark = a_value("department", "外科", place=Place(1, (500, 600, 80, 24)))
    papers = replace(receipt, values={**receipt.values, "total_amount": total, "department": remark})
    return a_claim(papers, pages=(a_page(anomalies=tuple(Anomaly(code, SAID, box, 0.8) for box in boxes)),))


def test_a_page_without_signs_is_silent(context: Context) -> None:
    assert not list(page_changed(changed(), context()))


def test_a_sign_on_the_total_asks_for_a_decision_and_points_at_it(context: Context) -> None:
    claim = changed((98, 198, 60, 26))
    (finding,) = page_changed(claim, context())
    assert finding.severity is Severity.DECISION
    assert finding.subject == f"value:{claim.documents[0].values['total_amount'].id}"
    assert finding.place == Place(1, (98, 198, 60, 26))
    assert SAID in finding.message


def test_a_sign_beside_all_that_matters_is_a_clue(context: Context) -> None:
    elsewhere, remark = page_changed(changed((10, 900, 60, 26), (500, 600, 80, 24)), context())
    assert (elsewhere.severity, remark.severity) == (Severity.CLUE, Severity.CLUE)
    assert elsewhere.subject == "page:1"


def test_a_sign_nobody_knows_the_name_of_is_told_too(context: Context) -> None:
    (finding,) = page_changed(changed((100, 200, 120, 24), code="made-later"), context())
    assert finding.title == "疑似改动：影像局部与周围不同"


def test_a_box_without_size_belongs_to_no_value(context: Context) -> None:
    (finding,) = page_changed(changed((100, 200, 0, 0)), context())
    assert finding.severity is Severity.CLUE


def test_a_claim_without_pages_or_papers_is_silent(context: Context) -> None:
    assert not list(page_changed(replace(a_claim(), pages=(), documents=()), context()))


def test_the_same_sign_keeps_its_decision(context: Context) -> None:
    claim = changed((98, 198, 60, 26))
    first, again = (next(iter(page_changed(claim, context()))) for _ in range(2))
    assert first.fingerprint == again.fingerprint
