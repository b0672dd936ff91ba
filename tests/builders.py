"""Builders of claims, papers and lines of made-up people; every argument has a plain default."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING, Any

from stdnum.cn import ric

from review.checks.past import PastCare, SeenReceipt, SimilarPage
from review.claim.claim import Care, CareKind, Claim, HospitalLevel, YearToDate
from review.claim.paper import Document, DocumentKind, Line, Page, Place, ReadState, Standing, Value
from review.claim.people import BankAccount, Insured
from review.claim.states import ClaimState
from review.claim.verification import Answer, Verification

if TYPE_CHECKING:
    from collections.abc import Mapping

ID_NUMBER = "360799198501010011"
"""A citizen number that holds, of a district that is none: a man born on 1985-01-01."""

ADMITTED, DISCHARGED = date(2025, 3, 1), date(2025, 3, 11)

_ids = count(1)


def a_value(key: str, value: str, **changes: Any) -> Value:
    """A value as read, with a place on page 1."""
    kept: dict[str, Any] = {"text": value, "confidence": 0.99, "place": Place(1, (10, 10, 100, 20)), **changes}
    return Value(id=next(_ids), key=key, value=value, **kept)


def values(cells: Mapping[str, str], standing: Standing = Standing.READ) -> dict[str, Value]:
    """Cells as values of one standing."""
    return {key: a_value(key, value, standing=standing) for key, value in cells.items()}


def a_line(name: str = "氯化钠注射液", *, standing: Standing = Standing.READ, **cells: Any) -> Line:
    """A line; keywords are cells, or fields of the line (entry_id, verdict, review, removed, position)."""
    fields = {key: cells.pop(key) for key in tuple(cells) if key in Line.__dataclass_fields__}
    fields.setdefault("position", 0)
    return Line(id=next(_ids), values=values({"name": name, **cells}, standing), **fields)


def a_document(kind: DocumentKind, *lines: Line, **cells: Any) -> Document:
    """A paper with lines; keywords are fields of its values."""
    return Document(id=next(_ids), position=0, kind=kind, page_ids=(1,), values=values(cells), lines=lines)


def a_receipt(*lines: Line, **cells: Any) -> Document:
    """An inpatient receipt of 100.00 yuan paid in cash, sound in itself."""
    sound: dict[str, Any] = {
        "invoice_code": "36060125",
        "invoice_number": "0012345678",
        "check_code": "a1b2c3",
        "payer": "张小满",
        "total_amount": "100.00",
        "total_in_words": "壹佰元整",
        "pooled_fund_paid": "0.00",
        "other_paid": "0.00",
        "account_paid": "0.00",
        "cash_paid": "100.00",
        "insurance_type": "自费",
        "admission_date": str(ADMITTED),
        "discharge_date": str(DISCHARGED),
    }
    return a_document(DocumentKind.INPATIENT_RECEIPT, *lines, **(sound | cells))


def a_statement(*lines: Line, **cells: Any) -> Document:
    """A cost statement; without lines it has one of 100.00 yuan."""
    kept = lines or (a_line(unit_price="10.00", quantity="10", amount="100.00", entry_id="nrdl-2024/X312"),)
    return a_document(
        DocumentKind.EXPENSE_STATEMENT, *kept, **({"patient": "张小满", "total_amount": "100.00"} | cells)
    )


def a_discharge_record(**cells: Any) -> Document:
    """A discharge record of the same stay."""
    return a_document(DocumentKind.DISCHARGE_RECORD, **({"patient": "张小满", "sex": "男", "age": "40"} | cells))


def a_citizen_number(serial: int = 0, born: date = date(1985, 1, 1)) -> str:
    """The citizen number of a man of the district that is none; another serial is another man."""
    head = f"360799{born:%Y%m%d}{(2 * serial + 1) % 1000:03d}"
    return head + str(ric.calc_check_digit(f"{head}0"))


def an_insured(**changes: Any) -> Insured:
    """张小满, a resident with an account of his own."""
    account = BankAccount(holder="张小满", number="6222020000000000000", bank="农商银行")
    usual: dict[str, Any] = {"name": "张小满", "id_number": ID_NUMBER, "account": account}
    return Insured(**(usual | changes))


def a_care(**changes: Any) -> Care:
    """Eleven days in a tertiary hospital of another province."""
    usual: dict[str, Any] = {
        "hospital": "样例省人民医院",
        "hospital_level": HospitalLevel.TERTIARY,
        "admitted": ADMITTED,
        "discharged": DISCHARGED,
        "diagnoses": ("社区获得性肺炎",),
    }
    return Care(**(usual | changes))


def a_page(**changes: Any) -> Page:
    """A page that was read well."""
    usual: dict[str, Any] = {
        "id": 1,
        "position": 0,
        "sha256": "0" * 64,
        "file_name": "票据.jpg",
        "width": 1654,
        "height": 2339,
        "read_state": ReadState.DONE,
    }
    return Page(**(usual | changes))


def a_claim(*documents: Document, **changes: Any) -> Claim:
    """A claim in its first review; without papers it holds a receipt, a statement and a discharge record."""
    usual: dict[str, Any] = {
        "number": "20250401-0001",
        "version": 1,
        "state": ClaimState.FIRST_REVIEW,
        "insured": an_insured(),
        "care": a_care(),
        "year_to_date": YearToDate(source="医保平台查询 2025-04-01"),
        "pages": (a_page(),),
        "documents": documents or (a_receipt(), a_statement(), a_discharge_record()),
    }
    return Claim(**(usual | changes))


def a_seen_receipt(document: Document, **changes: Any) -> SeenReceipt:
    """A receipt of another, paid claim of the same person that bears the number of a receipt of this one."""
    usual: dict[str, Any] = {
        "document_id": document.id,
        "claim": "20250110-0003",
        "state": ClaimState.PAID,
        "same_person": True,
        "invoice_code": document.text("invoice_code"),
        "invoice_number": document.text("invoice_number"),
    }
    return SeenReceipt(**(usual | changes))


def a_past_care(**changes: Any) -> PastCare:
    """An earlier stay of ten days in another hospital, paid."""
    usual: dict[str, Any] = {
        "claim": "20250110-0003",
        "state": ClaimState.PAID,
        "kind": CareKind.INPATIENT,
        "hospital": "邻县中医院",
        "admitted": date(2025, 1, 1),
        "discharged": date(2025, 1, 11),
        "diagnoses": ("股骨颈骨折",),
        "total": Decimal("5000.00"),
    }
    return PastCare(**(usual | changes))


def a_similar_page(**changes: Any) -> SimilarPage:
    """A page of another, paid claim that looks like page 1."""
    usual: dict[str, Any] = {
        "page_id": 1,
        "other_page_id": 901,
        "claim": "20250110-0003",
        "state": ClaimState.PAID,
        "bits": 2,
    }
    return SimilarPage(**(usual | changes))


def an_answer(document: Document, answer: Answer = Answer.GENUINE, **changes: Any) -> Verification:
    """What the treasury's site said of a receipt as it reads now."""
    usual: dict[str, Any] = {
        "document_id": document.id,
        "invoice_code": document.text("invoice_code"),
        "invoice_number": document.text("invoice_number"),
        "total": document.text("total_amount"),
        "answer": answer,
        "checked_on": date(2025, 3, 20),
        "times": 1,
    }
    return Verification(**(usual | changes))
