"""Numbers of pharmacies' invoices: digital ones bear 20 digits, older ones 8 and a code (policy §3.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, day, first_place, place
from review.checks.receipts.marks import in_doubt, plain
from review.claim.paper import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document

_DIGITAL = re.compile(r"(?P<year>\d\d)\d{18}")
_OLD_NUMBER, _OLD_CODE = re.compile(r"\d{8}"), re.compile(r"\d{10}|\d{12}")
_CENTURY = 2000


def invoice_form(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Invoices without a number, with one of no known form, or of another year than the issue; doubts wait."""
    invoices = (d for d in claim.documents if d.kind is DocumentKind.PHARMACY_INVOICE)
    for invoice in (d for d in invoices if not in_doubt(d, "invoice_number")):
        number, code = (plain(invoice.text(key)) for key in ("invoice_number", "invoice_code"))
        digital = _DIGITAL.fullmatch(number)
        if not number:
            yield _missing(invoice)
        elif digital:
            yield from _year(invoice, digital)
        elif not (_OLD_NUMBER.fullmatch(number) and (not code or _OLD_CODE.fullmatch(code))):
            message = f"发票号码“{number}”、代码“{code or '（无）'}”，一般为20位号码，或8位号码加10位、12位代码"
            yield _finding(invoice, "invoice-form", "发票号码格式异常", message, Severity.DECISION)


def _year(invoice: Document, digital: re.Match[str]) -> Iterator[Finding]:
    issued, year = day(invoice.text("issue_date")), _CENTURY + int(digital["year"])
    if issued and not in_doubt(invoice, "issue_date") and issued.year != year:
        message = f"发票号码前两位为{year}年，开票日期为{issued}"
        yield _finding(invoice, "invoice-year", "发票号码年度与开票日期不符", message, Severity.CLUE)


def _missing(invoice: Document) -> Finding:
    return Finding(
        code="invoice-number-missing",
        severity=Severity.BLOCKS,
        subject=f"document:{invoice.id}",
        title="缺少发票号码",
        message=f"{call(invoice)}没有发票号码，无法查重和查验。",
        advice="请对照原件补填发票号码；原件没有号码的，请要求提供合规发票。",
        basis="发票号码用于查重",
        place=first_place(invoice),
    )


def _finding(invoice: Document, code: str, title: str, message: str, severity: Severity) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        subject=f"document:{invoice.id}",
        title=title,
        message=f"{call(invoice)}{message}。",
        advice="请对照原件核对发票号码；识别无误的，请在国家税务总局全国增值税发票查验平台查验。",
        basis="数电发票号码20位（前两位为年度）；增值税发票号码8位、代码10位或12位",
        values={key: invoice.text(key) for key in ("invoice_code", "invoice_number", "issue_date")},
        place=place((invoice.values.get("invoice_number"),)) or first_place(invoice),
    )
