"""How papers of each kind are read: one row a kind, in one ordered tuple."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from ocr.extraction.cards import read_bank_card, read_insurance_card
from ocr.extraction.day_checks import check_days
from ocr.extraction.discharge import read_certificate_fields, read_discharge_fields
from ocr.extraction.forms import read_injury_fields, read_referral_fields
from ocr.extraction.fund_checks import check_funds
from ocr.extraction.id_card import read_id_card
from ocr.extraction.invoice import read_invoice_fields, read_invoice_table
from ocr.extraction.invoice_checks import check_invoice
from ocr.extraction.issue_checks import check_issue
from ocr.extraction.line_checks import check_lines
from ocr.extraction.number_checks import check_card, check_citizen, check_insured, check_validity
from ocr.extraction.prescription import read_prescription_fields, read_prescription_table
from ocr.extraction.receipt import read_receipt_fields, read_receipt_table
from ocr.extraction.statement import read_statement_fields, read_statement_table
from ocr.extraction.sum_checks import check_sums
from ocr.extraction.table import Table
from ocr.reading import DocumentKind as Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ocr.extraction.draft import Draft
    from ocr.extraction.layout import Sheet
    from ocr.extraction.layouts import KnownLayout
    from ocr.reading import Cell


class FieldsOf(Protocol):
    """Finds the fields of a page; ``at`` is the index of the page in its document."""

    def __call__(self, sheet: Sheet, /, *, at: int = 0) -> dict[str, Cell]:
        """The cells by their keys."""


class TableOf(Protocol):
    """Reads the lines of a page; ``layouts`` are confirmed ones."""

    def __call__(self, sheet: Sheet, /, *, at: int = 0, layouts: Sequence[KnownLayout] = ()) -> Table:
        """The table."""


def _no_table(_sheet: Sheet, /, *, at: int = 0, layouts: Sequence[KnownLayout] = ()) -> Table:
    del at, layouts
    return Table(found=True)


def _no_fields(_sheet: Sheet, /, *, at: int = 0) -> dict[str, Cell]:
    del at
    return {}


@dataclass(frozen=True, slots=True)
class Reader:
    """How papers of one kind are read.

    Attributes:
        kind: the kind.
        keys: its fields in the order they are handed on.
        fields, table: how a page gives its fields and lines.
        checks: the equations and proofs that hold for it, in their order.
        must: fields without which the paper asks.
        stands, whole: how many fields, and which, a part of a scan must give to count as a paper of its own.
    """

    kind: Kind
    keys: tuple[str, ...] = ()
    fields: FieldsOf = _no_fields
    table: TableOf = _no_table
    checks: tuple[Callable[[Draft], Draft], ...] = ()
    must: tuple[str, ...] = ()
    stands: int = 3
    whole: tuple[str, ...] = ()


_STAY = ("hospital_number", "department", "admission_date", "discharge_date", "institution")
_TOTAL = ("total_amount", "total_in_words")
_INVOICE = ("invoice_code", "invoice_number", "check_code")
_RECEIPT_KEYS = (
    *_INVOICE, "payer", "sex", "issue_date", *_TOTAL, *_STAY, "outpatient_number", "visit_date", "institution_type",
    "insurance_type", "pooled_fund_paid", "other_paid", "account_paid", "cash_paid", "self_pay", "self_expense",
)  # fmt: skip
_RECORD_KEYS = ("patient", "sex", "age", *_STAY, "diagnoses")

_RECEIPT = Reader(
    Kind.INPATIENT_RECEIPT,
    _RECEIPT_KEYS,
    read_receipt_fields,
    read_receipt_table,
    (check_lines, check_sums, check_funds, check_days),
    stands=5,
)

READERS = (
    _RECEIPT,
    replace(_RECEIPT, kind=Kind.OUTPATIENT_RECEIPT),
    Reader(
        Kind.EXPENSE_STATEMENT,
        ("patient", "sex", "age", *_STAY, *_TOTAL),
        read_statement_fields,
        read_statement_table,
        (check_lines, check_sums, check_days),
    ),
    Reader(
        Kind.DISCHARGE_RECORD,
        (*_RECORD_KEYS, "outcome"),
        read_discharge_fields,
        checks=(check_days,),
        must=("patient", "diagnoses"),
    ),
    Reader(
        Kind.DIAGNOSIS_CERTIFICATE,
        (*_RECORD_KEYS, "issue_date"),
        read_certificate_fields,
        checks=(check_days, check_issue),
        must=("patient", "diagnoses"),
    ),
    Reader(
        Kind.ID_CARD,
        (
            "name",
            "sex",
            "ethnicity",
            "birth_date",
            "address",
            "id_number",
            "issuing_authority",
            "valid_from",
            "valid_to",
        ),
        read_id_card,
        checks=(check_citizen, check_validity),
        stands=2,
    ),
    Reader(
        Kind.BANK_CARD,
        ("bank", "card_number", "holder"),
        read_bank_card,
        checks=(check_card,),
        must=("card_number",),
        stands=2,
        whole=("card_number",),
    ),
    Reader(
        Kind.INSURANCE_CARD,
        ("name", "id_number", "card_number", "issue_date", "bank_account"),
        read_insurance_card,
        checks=(check_citizen, check_insured),
        must=("id_number",),
        stands=2,
    ),
    Reader(
        Kind.REFERRAL_FORM,
        ("patient", "id_number", "from_institution", "to_institution", "diagnoses", "issue_date", "filing_date"),
        read_referral_fields,
        checks=(check_citizen,),
        must=("patient",),
    ),
    Reader(
        Kind.INJURY_STATEMENT,
        ("patient", "id_number", "injury_date", "place", "cause", "third_party"),
        read_injury_fields,
        checks=(check_citizen,),
        must=("patient", "injury_date", "third_party"),
    ),
    Reader(
        Kind.PHARMACY_INVOICE,
        (*_INVOICE, "issue_date", "buyer", "seller", *_TOTAL),
        read_invoice_fields,
        read_invoice_table,
        (check_lines, check_invoice),
        must=("invoice_number", "total_amount"),
        stands=4,
        whole=("total_amount",),
    ),
    Reader(
        Kind.PRESCRIPTION,
        ("patient", "sex", "age", "department", "institution", "diagnoses", "issue_date", "doctor"),
        read_prescription_fields,
        read_prescription_table,
        must=("patient",),
    ),
    Reader(Kind.OTHER),
)
_BY_KIND = {reader.kind: reader for reader in READERS}


def reader_of(kind: Kind) -> Reader:
    """The reader of a kind."""
    return _BY_KIND[kind]
