"""What the reports are made from: plain frozen values, and protocols that the services' views fit as they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from review.claim.claim import ZERO

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from decimal import Decimal
    from pathlib import Path

    from review.checks.finding import Finding
    from review.checks.materials.lacking import Lacking
    from review.claim.claim import Claim
    from review.claim.decisions import FindingDecision
    from review.claim.journal import JournalRow
    from review.claim.paper import Box
    from review.claim.verification import Verification
    from review.policy.settlement import Settlement


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Who prints: the office's name, the moment (none: not printed), and full names by username."""

    office: str = "医疗保险经办机构"
    printed_at: datetime | None = None
    people: Mapping[str, str] = field(default_factory=dict)

    def person(self, username: str) -> str:
        """The full name behind a username; the username itself where it is unknown."""
        return self.people.get(username, username)


class Judged(Protocol):
    """A finding with the answer it got, or None. The services' FindingView is one."""

    @property
    def finding(self) -> Finding:
        """What was found."""

    @property
    def decision(self) -> FindingDecision | None:
        """What a person decided about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignoffRow:
    """One claim of a batch, yuan; ``risks`` are short Chinese sentences, ``fingerprint`` seals its settlement."""

    claim: str
    name: str
    id_masked: str
    hospital: str
    care: str
    total: Decimal
    payable: Decimal
    basic_fund: Decimal = ZERO
    serious_illness_fund: Decimal = ZERO
    medical_aid_fund: Decimal = ZERO
    supplement_fund: Decimal = ZERO
    risks: tuple[str, ...] = ()
    first_reviewer: str = ""
    second_reviewer: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignoffPaper:
    """A batch as it is put before the supervisor. ``excluded`` holds (claim number, reason)."""

    number: str
    rows: tuple[SignoffRow, ...]
    excluded: tuple[tuple[str, str], ...] = ()
    checks: tuple[str, ...] = ()
    signed_by: str = ""
    signed_at: datetime | None = None
    pack: str = ""
    unconfirmed: bool = False

    def sum(self, key: str) -> Decimal:
        """The sum of one column over the rows, yuan."""
        return sum((getattr(row, key) for row in self.rows), start=ZERO)


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A word on a page and where it stands, pixels of the page as filed."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """One page for the archive: its file (JPEG or PNG), what it is, and its words in the filed frame.

    ``title`` is a DocumentKind or words of one's own; empty for a page that belongs to no paper.
    ``turn`` is the clockwise turn in degrees (0, 90, 180, 270) that makes the filed page upright.
    """

    path: Path
    title: str
    sha256: str
    width: int
    height: int
    turn: int = 0
    words: tuple[PrintedWord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveCase:
    """Everything that goes into the archive PDF of one claim."""

    claim: Claim
    settlement: Settlement
    findings: Sequence[Judged] = ()
    pages: tuple[PageImage, ...] = ()
    journal: tuple[JournalRow, ...] = ()
    imprint: Imprint = Imprint()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePaper:
    """A notice of what is still to be handed in.

    ``items`` and ``notes`` are asked for by ``due_on``, ``working_days`` after the notice; ``held`` are the papers the
    office has, each (name, pages, what it is); ``by`` is a username, empty with ``at`` for a draft.
    """

    claim: Claim
    items: tuple[Lacking, ...]
    notes: tuple[str, ...] = ()
    held: tuple[tuple[str, int, str], ...] = ()
    due_on: date
    working_days: int
    by: str = ""
    at: datetime | None = None


class ReceiptToVerify(Protocol):
    """A receipt to be looked up at the treasury's site. The services' ToVerify is one."""

    @property
    def claim(self) -> str:
        """Claim number."""

    @property
    def document_id(self) -> int:
        """The receipt's id."""

    @property
    def payer(self) -> str:
        """Who paid, as printed."""

    @property
    def institution(self) -> str:
        """Who received the money, as printed."""

    @property
    def invoice_code(self) -> str:
        """Code of the receipt."""

    @property
    def invoice_number(self) -> str:
        """Number of the receipt."""

    @property
    def check_code(self) -> str:
        """Its six-character check code."""

    @property
    def issued_on(self) -> date | None:
        """Day of issue, where it was read."""

    @property
    def total(self) -> Decimal | None:
        """Total, yuan, where it was read."""

    @property
    def answer(self) -> Verification | None:
        """The latest answer, or None."""


class PayLine(Protocol):
    """One payment: which claim, to whose account, at which bank, how much (yuan)."""

    @property
    def claim(self) -> str:
        """Claim number."""

    @property
    def holder(self) -> str:
        """Name of the account's holder."""

    @property
    def account(self) -> str:
        """Account number, text."""

    @property
    def bank(self) -> str:
        """Name of the bank."""

    @property
    def amount(self) -> Decimal:
        """Amount, yuan."""


class PayOrder(Protocol):
    """All payments of a batch and their sum, yuan. The services' PaymentOrder is one."""

    @property
    def batch(self) -> str:
        """Batch number."""

    @property
    def rows(self) -> Sequence[PayLine]:
        """The payments."""

    @property
    def total(self) -> Decimal:
        """Their sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLine:
    """One claim of the queue, for the Excel list; words in Chinese, amounts in yuan."""

    number: str
    state: str
    name: str
    id_masked: str
    scheme: str
    hospital: str
    received_on: date | None
    due_on: date | None
    total: Decimal
    payable: Decimal | None
    open_points: int
    entered_by: str = ""
    first_reviewer: str = ""
    second_reviewer: str = ""
