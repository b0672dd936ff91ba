"""Forms of the numbers on receipts: those of fiscal e-receipts are fixed, those on paper differ by province.

E-receipts: code of 8 digits, number of 10, check code of 6 characters (policy §3.2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call, first_place, place
from review.checks.receipts.marks import in_doubt, plain
from review.checks.receipts.verified import is_electronic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document


@dataclass(frozen=True, slots=True)
class _Form:
    """How a number looks as a rule, and how hard it presses where it looks different."""

    key: str
    name: str
    pattern: str
    usual: str
    severity: Severity


_ELECTRONIC = (
    _Form("invoice_code", "票据代码", r"[0-9]{8}", "8位数字", Severity.CLUE),
    _Form("invoice_number", "票据号码", r"[0-9]{10}", "10位数字", Severity.DECISION),
    _Form("check_code", "校验码", r"[0-9a-z]{6}", "6位小写字母或数字", Severity.CLUE),
)
_PRINTED = (
    _Form("invoice_code", "票据代码", r"[0-9A-Za-z]{4,20}", "4至20位", Severity.CLUE),
    _Form("invoice_number", "票据号码", r"[0-9A-Za-z]{6,20}", "6至20位", Severity.CLUE),
)
"""What any province may print; assumed."""


def receipt_number(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Receipts without a number, and numbers of an unusual form; numbers in doubt wait."""
    for document in claim.receipts:
        if not document.text("invoice_number").strip():
            yield _missing(document)
        electronic = is_electronic(claim, document)
        for form in _ELECTRONIC if electronic else _PRINTED:
            text = plain(document.text(form.key))
            if text and not in_doubt(document, form.key) and not re.fullmatch(form.pattern, text):
                yield _unusual(document, form, text, "财政电子票据" if electronic else "纸质票据")


def _missing(document: Document) -> Finding:
    return Finding(
        code="receipt-number-missing",
        severity=Severity.BLOCKS,
        subject=f"document:{document.id}",
        title="缺少票据号码",
        message=f"{call(document)}没有票据号码，无法查重和查验。",
        advice="请对照原件补填票据号码；原件没有号码的，请要求提供合规票据。",
        basis="票据代码+号码用于查重",
        place=first_place(document),
    )


def _unusual(document: Document, form: _Form, text: str, kind: str) -> Finding:
    return Finding(
        code=f"{form.key.replace('_', '-')}-form",
        severity=form.severity,
        subject=f"document:{document.id}",
        title=f"{form.name}格式异常",
        message=f"{call(document)}{form.name}“{text}”，{kind}一般为{form.usual}。",
        advice=f"请对照原件核对{form.name}；识别无误的，请查验真伪。",
        basis=f"{kind}{form.name}为{form.usual}",
        values={form.key: text},
        place=place((document.values.get(form.key),)),
    )
