"""The paper of a claim: pages, documents, lines, and values that never lose their place or their doubt."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Box = tuple[int, int, int, int]
"""x, y, width, height in pixels of the page as filed."""


class DocumentKind(StrEnum):
    """What a paper is; the same words as the reading contract (docs/contracts/reading.md)."""

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


RECEIPT_KINDS = frozenset({DocumentKind.INPATIENT_RECEIPT, DocumentKind.OUTPATIENT_RECEIPT})


class Standing(StrEnum):
    """How far a value can be trusted, from best to worst as the desk shows it.

    proven: an equation holds for it. confirmed: a person looked and agreed. typed: a person entered or corrected it.
    read: nothing speaks against it. doubtful: a person must look. contradicted: an equation breaks on it.
    """

    PROVEN = "proven"
    CONFIRMED = "confirmed"
    TYPED = "typed"
    READ = "read"
    DOUBTFUL = "doubtful"
    CONTRADICTED = "contradicted"

    @property
    def asks(self) -> bool:
        """Whether a person still has to look at the value."""
        return self in {Standing.DOUBTFUL, Standing.CONTRADICTED}


class ReadState(StrEnum):
    """How far a page has come on its way through recognition."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where on which page a value stands. ``page_id`` is Page.id."""

    page_id: int
    box: Box


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a page should be captured again: a stable code such as ``blurred``, one Chinese sentence, where (filed)."""

    code: str
    said: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A sign that the picture of a page was changed after it was printed: never a proof, always shown.

    Attributes:
        code: stable identifier of what was measured, such as ``pasted-digits``.
        said: one Chinese sentence with the measured figures.
        box: where on the page as filed.
        score: 0 to 1, how seldom honest pages show as much (calibrated by tests/bench).
    """

    code: str
    said: str
    box: Box
    score: float


class Custody(StrEnum):
    """What a paper is, as the clerk who held it says; ``unstated`` until somebody does."""

    UNSTATED = "unstated"
    ORIGINAL = "original"
    COPY = "copy"
    ELECTRONIC = "electronic"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its printed heading, the line key it fills, its edges as shares of the table's width."""

    heading: str
    key: str
    left: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page image of a claim, in the clerk's order.

    ``sha256`` names the bytes in the page store; ``turn`` is the clerk's own rotation in degrees clockwise, applied on
    top of what is filed; ``failure`` says (Chinese) why reading failed, and what to do. ``origin`` says whether the
    words were recognised (``scan``) or came with an electronic original (``pdf``, ``ofd``, ``xml``). ``anomalies`` are
    signs that the picture was changed; ``likeness`` is its perceptual hash in hexadecimal digits (ocr.forensics), empty
    where none was taken.
    """

    id: int
    position: int
    sha256: str
    file_name: str
    width: int
    height: int
    turn: int = 0
    read_state: ReadState = ReadState.WAITING
    failure: str = ""
    flaws: tuple[Flaw, ...] = ()
    origin: str = "scan"
    anomalies: tuple[Anomaly, ...] = ()
    likeness: str = ""

    @property
    def quality(self) -> tuple[str, ...]:
        """The flaws as sentences."""
        return tuple(flaw.said for flaw in self.flaws)

    @property
    def electronic(self) -> bool:
        """Whether the page came from an electronic original."""
        return self.origin != "scan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a document or line.

    Attributes:
        id: stable within the store; 0 for a draft not stored yet.
        key: key of the reading contract, such as ``total_amount`` or ``unit_price``.
        value: normalised value in force; lists are joined by a line feed.
        text: what was read, kept for ever.
        confidence: 0 to 1; None where a person typed the value.
        place: where it stands; None where it was typed without paper.
        standing: how far it can be trusted now.
        reason: why a person must look, or the equation that proves it (Chinese); may be empty.
        others: what else the place may say (second looks, runner-up characters), likeliest first.
    """

    id: int = 0
    key: str
    value: str
    text: str = ""
    confidence: float | None = None
    place: Place | None = None
    standing: Standing = Standing.READ
    reason: str = ""
    others: tuple[str, ...] = ()


class LineVerdict(StrEnum):
    """Whether a line is paid by its class or taken out (counted as self-paid)."""

    PAY = "pay"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a receipt's or statement's table, with what the catalogue and the clerk say of it.

    Attributes:
        entry_id: id of the catalogue entry in force for the line, or empty while none is sure.
        matched_by: ``automatic``, ``lookalike`` (by a character that looks alike), ``memory`` (as people chose for the
            same words before), ``clerk`` or empty.
        match_note: why the entry stands (Chinese), or empty.
        choice_id: the remembered choice that ``memory`` rests on, or 0.
        verdict, verdict_reason: set by a person; PAY by default.
        review: why a person must look at the row as a whole (Chinese), or empty.
        removed: struck out by a person (never deleted).
    """

    id: int = 0
    position: int
    values: Mapping[str, Value]
    entry_id: str = ""
    matched_by: str = ""
    match_note: str = ""
    choice_id: int = 0
    verdict: LineVerdict = LineVerdict.PAY
    verdict_reason: str = ""
    review: str = ""
    removed: bool = False

    def text(self, key: str) -> str:
        """The value in force of a cell, or an empty string."""
        cell = self.values.get(key)
        return cell.value if cell else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One paper of the claim: kind, pages in order, fields, rows, and reasons about the paper as a whole.

    ``layout`` holds the columns of its table from left to right, as reading understood them. ``custody`` and ``sealed``
    are what the clerk saw on the table: original or copy, and whether it bears the seal it needs (None: not said).
    """

    id: int = 0
    position: int
    kind: DocumentKind
    page_ids: tuple[int, ...]
    values: Mapping[str, Value] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    review: tuple[str, ...] = ()
    review_cleared: bool = False
    layout: tuple[Column, ...] = ()
    custody: Custody = Custody.UNSTATED
    sealed: bool | None = None

    def text(self, key: str) -> str:
        """The value in force of a field, or an empty string."""
        cell = self.values.get(key)
        return cell.value if cell else ""
