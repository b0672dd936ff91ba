"""What the code of a fiscal e-receipt says of itself: province, class and year (positions 1-2, 3-4 and 7-8)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, day, place
from review.checks.receipts.marks import in_doubt, plain
from review.checks.receipts.terms import receipt_terms
from review.checks.receipts.verified import is_electronic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document

_CODE = re.compile(r"(?P<province>\d\d)(?P<medical>\d\d)\d\d(?P<year>\d\d)")
_CENTURY = 2000
_BASIS = "财政电子票据代码8位：1-2位监管机构行政区划、3-4位票据分类、5-6位种类、7-8位年度"


def code_parts(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Codes of e-receipts that are of no medical receipt, of another province, or of a year after the issue."""
    for document in claim.receipts:
        code = _CODE.fullmatch(plain(document.text("invoice_code")))
        if code and is_electronic(claim, document) and not in_doubt(document, "invoice_code"):
            yield from _kind(document, code)
            yield from _province(claim, document, code)
            yield from _year(document, code)


def _kind(document: Document, code: re.Match[str]) -> Iterator[Finding]:
    medical = receipt_terms().medical
    if code["medical"] != medical:
        message = f"第3、4位为{code['medical']}，医疗收费票据一般为{medical}"
        yield _finding(document, "invoice-code-kind", "票据代码不是医疗类", message, {})


def _province(claim: Claim, document: Document, code: re.Match[str]) -> Iterator[Finding]:
    """Only where the claim names a province and the code names another one; other numbers may be of bodies we miss."""
    known = receipt_terms().provinces
    expected = known.get(claim.care.province.strip()[:2], "")
    names = {number: name for name, number in known.items()}
    if expected and code["province"] in names and code["province"] != expected:
        message = (
            f"前两位{code['province']}属{names[code['province']]}，本单就医省份为{claim.care.province}（{expected}）"
        )
        values = {"province": claim.care.province}
        yield _finding(document, "invoice-code-province", "票据代码与就医省份不符", message, values)


def _year(document: Document, code: re.Match[str]) -> Iterator[Finding]:
    issued, year = day(document.text("issue_date")), _CENTURY + int(code["year"])
    if issued and not in_doubt(document, "issue_date") and year > issued.year:
        message = f"第7、8位年度为{year}年，开票日期为{issued}"
        values = {"issue_date": str(issued)}
        yield _finding(document, "invoice-code-year", "票据代码年度晚于开票", message, values)


def _finding(document: Document, code: str, title: str, message: str, values: dict[str, str]) -> Finding:
    printed = plain(document.text("invoice_code"))
    return Finding(
        code=code,
        severity=Severity.CLUE,
        subject=f"document:{document.id}",
        title=title,
        message=f"{call(document)}票据代码{printed}{message}。",
        advice="请对照原件核对票据代码；识别无误的，请上网查验真伪。",
        basis=_BASIS,
        values={"invoice_code": printed, **values},
        place=place((document.values.get("invoice_code"),)),
    )
