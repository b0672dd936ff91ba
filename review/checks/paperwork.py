"""What checks share: amounts out of cells, how papers and lines are called, where they stand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from review.checks.finding import Severity
from review.claim.claim import CareKind
from review.claim.paper import DocumentKind, LineVerdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line, Place, Value

KIND_NAMES = {
    DocumentKind.INPATIENT_RECEIPT: "住院收费票据",
    DocumentKind.OUTPATIENT_RECEIPT: "门诊收费票据",
    DocumentKind.EXPENSE_STATEMENT: "费用清单",
    DocumentKind.DISCHARGE_RECORD: "出院记录",
    DocumentKind.DIAGNOSIS_CERTIFICATE: "诊断证明",
    DocumentKind.ID_CARD: "身份证",
    DocumentKind.BANK_CARD: "银行卡",
    DocumentKind.INSURANCE_CARD: "社会保障卡",
    DocumentKind.REFERRAL_FORM: "转诊备案表",
    DocumentKind.INJURY_STATEMENT: "外伤情况说明",
    DocumentKind.PHARMACY_INVOICE: "药店发票",
    DocumentKind.PRESCRIPTION: "处方",
    DocumentKind.OTHER: "其他材料",
}
CENT = Decimal("0.01")
STAYS = frozenset({CareKind.INPATIENT, CareKind.MATERNITY, CareKind.INJURY})
"""Kinds of care given in bed, with a first and a last day."""


_LARGEST = Decimal(10) ** 12


def decimal(text: str) -> Decimal | None:
    """The plain decimal a cell holds; None where it holds none, or one that no paper of ours can bear."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < _LARGEST else None


def day(text: str) -> date | None:
    """The ISO date a cell holds, or None where it holds none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def kept(document: Document) -> tuple[Line, ...]:
    """The lines of a paper that nobody struck out."""
    return tuple(line for line in document.lines if not line.removed)


def paid_lines(claim: Claim) -> tuple[Line, ...]:
    """The lines that count for the payment: neither struck out nor taken out by a person."""
    return tuple(line for line in claim.charge_lines if line.verdict is LineVerdict.PAY)


def charge_papers(claim: Claim) -> tuple[Document, ...]:
    """The papers whose lines are paid: statements, each bill once, or receipts where there is no statement."""
    return claim.charge_papers


def call(document: Document) -> str:
    """How a paper is called in messages: its kind, with the number where it bears one."""
    number = document.text("invoice_number")
    return f"{KIND_NAMES[document.kind]}{f'（{number}）' if number else f'（第{document.position + 1}份）'}"


def call_line(line: Line) -> str:
    """How a line is called in messages: its place in the table and its name."""
    return f"第{line.position + 1}行“{line.text('name') or '（无名称）'}”"


def place(values: Iterable[Value | None]) -> Place | None:
    """The first known place among some values."""
    return next((value.place for value in values if value and value.place), None)


def line_place(line: Line) -> Place | None:
    """Where a line stands: its name, else any of its cells."""
    return place((line.values.get("name"), *line.values.values()))


def first_place(document: Document) -> Place | None:
    """Where to begin looking at a paper: its first field or line that has a place."""
    return place((*document.values.values(), *(cell for line in kept(document) for cell in line.values.values())))


def open_or_decided(values: Iterable[Value | None]) -> Severity:
    """How hard a broken equation presses: it blocks until a person has looked at each figure, then wants a decision."""
    asks = any(value.standing.asks for value in values if value)
    return Severity.BLOCKS if asks else Severity.DECISION


def all_values(document: Document) -> Iterator[Value]:
    """Every value of a paper: fields, then lines that nobody struck out."""
    yield from document.values.values()
    for line in kept(document):
        yield from line.values.values()
