"""The reading of a pile of pages: documents with fields and lines, each value with its place and its doubt.

The JSON form is ``reading/1`` (docs/contracts/reading.md); :mod:`ocr.contract` writes and reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ocr.pages import Box


class DocumentKind(StrEnum):
    """What a paper is. The values are those of the reading contract."""

    INPATIENT_RECEIPT = "inpatient_receipt"
    OUTPATIENT_RECEIPT = "outpatient_receipt"
    EXPENSE_STATEMENT = "expense_statement"
    DISCHARGE_RECORD = "discharge_record"
    DIAGNOSIS_CERTIFICATE = "diagnosis_certificate"
    ID_CARD = "id_card"
    BANK_CARD = "bank_card"
    INSURANCE_CARD = "insurance_card"
    REFERRAL_FORM = "referral_form"
    INJURY_STATEMENT = "injury_statement"
    PHARMACY_INVOICE = "pharmacy_invoice"
    PRESCRIPTION = "prescription"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value read from paper.

    Attributes:
        value: normalised (plain decimals, ISO dates, text as printed); a tuple for lists such as diagnoses.
        text: what was read.
        confidence: 0 to 1.
        page: index into the document's pages.
        box: place on the page as filed.
        review: None, or why a person must look (Chinese).
        proof: None, or the equation that holds for the value (Chinese), such as ``单价×数量=金额``.
        contradicted: an equation breaks on the value; ``review`` says which.
        others: what else the place may say (second looks, runner-up characters), likeliest first.
    """

    value: str | tuple[str, ...]
    text: str = ""
    confidence: float = 0.0
    page: int = 0
    box: Box | None = None
    review: str | None = None
    proof: str | None = None
    contradicted: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: cells by the contract's line keys, in the order of the page."""

    cells: Mapping[str, Cell]
    page: int = 0
    review: str | None = None


@dataclass(frozen=True, slots=True)
class PageOf:
    """One page of a document: its file, how it lay, and its size in pixels as filed."""

    file: str
    rotation: int = 0
    skew: float = 0.0
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table as it was understood: its printed heading, the line key it fills, its edges.

    ``left`` and ``right`` are shares of the table's width, 0 to 1.
    """

    heading: str
    key: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Group:
    """What a statement sums up for one fee category: its name, a plain decimal, and the page it begins on."""

    name: str
    value: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One paper, possibly of several pages, in page order.

    ``review`` holds reasons about the paper as a whole, ``layout`` the columns of its table from left to right,
    ``groups`` what it sums up by fee category.
    """

    kind: DocumentKind
    pages: tuple[PageOf, ...]
    fields: Mapping[str, Cell] = field(default_factory=dict)
    items: tuple[Line, ...] = ()
    review: tuple[str, ...] = ()
    layout: tuple[Column, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not be read: what it was, a stable code, what to do. The other pages went on."""

    file: str
    code: str
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from a pile of pages, the time it took in seconds, and the pages that failed."""

    documents: tuple[Document, ...]
    seconds: float = 0.0
    failures: tuple[Failure, ...] = ()
