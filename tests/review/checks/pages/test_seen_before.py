"""Checks of pages that were captured before: in another claim, or twice in this one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.pages.repeated_pages import repeated_pages
from review.checks.pages.seen_pages import seen_pages
from review.checks.past import Past, SimilarPage
from review.claim.paper import DocumentKind, Line, Place
from review.claim.states import ClaimState
from tests.builders import a_claim, a_document, a_line, a_page, a_receipt, a_similar_page, a_statement

if TYPE_CHECKING:
    from review.claim.claim import Claim

Context = Callable[..., CheckContext]
LARGE = a_receipt(total_amount="9800.00")


def seen(context: Context, *pages: SimilarPage) -> CheckContext:
    return context(past=Past(pages=pages))


# -- in another claim


def test_a_receipt_whose_picture_another_claim_holds_wants_a_decision(context: Context) -> None:
    (finding,) = seen_pages(a_claim(LARGE), seen(context, a_similar_page(bits=7)))
    assert (finding.code, finding.severity, finding.subject) == ("page-alike", Severity.DECISION, "page:1")
    assert "20250110-0003（已拨付）" in finding.message
    assert "相差7位" in finding.message
    assert finding.place == Place(1, (0, 0, 1654, 2339))


def test_a_page_that_many_claims_hold_is_one_finding(context: Context) -> None:
    pages = [a_similar_page(claim=f"20250110-{n:04}", bits=n % 5 + 1) for n in range(50)]
    (finding,) = seen_pages(a_claim(LARGE), seen(context, *pages))
    assert "等50单中的影像画面几乎相同（64位指纹相差1位）" in finding.message


def test_receipts_of_one_small_fee_look_alike_and_are_a_clue(context: Context) -> None:
    small = a_claim(a_receipt(total_amount="12.00"))
    assert [f.severity for f in seen_pages(small, seen(context, a_similar_page()))] == [Severity.CLUE]
    same_file = a_similar_page(bits=0, same_bytes=True)
    assert [f.severity for f in seen_pages(small, seen(context, same_file))] == [Severity.DECISION]


def test_the_very_file_is_told_as_such(context: Context) -> None:
    (finding,) = seen_pages(a_claim(LARGE), seen(context, a_similar_page(bits=0, same_bytes=True)))
    assert (finding.code, finding.severity) == ("page-elsewhere", Severity.DECISION)


def test_a_file_of_a_kind_nobody_knows_wants_a_decision(context: Context) -> None:
    claim = a_claim(a_receipt(), pages=(a_page(), a_page(id=2, position=1)))
    twin = a_similar_page(page_id=2, bits=0, same_bytes=True)
    assert [f.severity for f in seen_pages(claim, seen(context, twin))] == [Severity.DECISION]


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (DocumentKind.DISCHARGE_RECORD, ClaimState.PAID),
        (DocumentKind.INPATIENT_RECEIPT, ClaimState.REJECTED),
    ],
)
def test_other_papers_and_claims_that_hold_no_money_are_clues(
    context: Context, kind: DocumentKind, state: ClaimState
) -> None:
    found = seen_pages(a_claim(a_document(kind)), seen(context, a_similar_page(state=state)))
    assert [f.severity for f in found] == [Severity.CLUE]


@pytest.mark.parametrize("kind", [DocumentKind.ID_CARD, DocumentKind.BANK_CARD, DocumentKind.REFERRAL_FORM])
def test_papers_that_come_with_every_claim_are_silent(context: Context, kind: DocumentKind) -> None:
    twin = a_similar_page(bits=0, same_bytes=True)
    assert not list(seen_pages(a_claim(a_document(kind)), seen(context, twin)))


@pytest.mark.parametrize("changes", [{"bits": 8}, {"bits": 15}, {"page_id": 99}, {"claim": "20250401-0001"}])
def test_pages_that_differ_enough_or_lie_here_are_silent(context: Context, changes: dict[str, Any]) -> None:
    assert not list(seen_pages(a_claim(LARGE), seen(context, a_similar_page(**changes))))


# -- twice in this one


def rows(page_id: int, *, date: str = "2025-03-0{}", count: int = 5, amount: str = "12.50") -> list[Line]:
    lines = [a_line(f"药品{n}", date=date.format(n + 1), quantity="1", amount=amount) for n in range(count)]
    return [_on(line, page_id) for line in lines]


def _on(line: Line, page_id: int) -> Line:
    return replace(
        line, values={key: replace(cell, place=Place(page_id, (1, 1, 9, 9))) for key, cell in line.values.items()}
    )


def of_two_pages(*lines: Line) -> Claim:
    pages = (a_page(sha256="1" * 64), a_page(id=2, position=1, sha256="2" * 64))
    return a_claim(a_receipt(), replace(a_statement(*lines), page_ids=(1, 2)), pages=pages)


def alike(claim: Claim) -> SimilarPage:
    return a_similar_page(page_id=2, other_page_id=1, claim=claim.number)


@pytest.mark.parametrize(("date", "severity"), [("2025-03-0{}", Severity.DECISION), ("", Severity.CLUE)])
def test_pictures_alike_with_the_same_rows_are_one_page(context: Context, date: str, severity: Severity) -> None:
    claim = of_two_pages(*rows(1, date=date), *rows(2, date=date))
    (finding,) = repeated_pages(claim, seen(context, alike(claim)))
    assert (finding.code, finding.severity, finding.subject) == ("page-twice", severity, "page:2")
    assert "第2页（票据.jpg）与第1页画面几乎相同，5行明细逐行相同" in finding.message


@pytest.mark.parametrize(
    "others",
    [
        rows(2, amount="12.60"),
        rows(2, date="2025-03-1{}"),
        rows(2, count=4),
        [],
    ],
)
def test_pictures_alike_with_other_rows_are_silent(context: Context, others: list[Line]) -> None:
    claim = of_two_pages(*rows(1), *others)
    assert not list(repeated_pages(claim, seen(context, alike(claim))))


def test_daily_lists_that_repeat_on_other_pictures_are_silent(context: Context) -> None:
    assert not list(repeated_pages(of_two_pages(*rows(1, date=""), *rows(2, date="")), context()))


def test_one_file_captured_twice_wants_a_decision_where_it_is_paid(context: Context) -> None:
    pages = (a_page(), a_page(id=2, position=1))
    charged, card = (
        replace(a_document(kind), page_ids=(1, 2)) for kind in (DocumentKind.EXPENSE_STATEMENT, DocumentKind.ID_CARD)
    )
    (finding,) = repeated_pages(a_claim(charged, pages=pages), context())
    assert "是同一文件" in finding.message
    assert not list(repeated_pages(a_claim(card, pages=pages), context()))
