"""The tables checks rest on: what is known of receipts, pages and prices, answers obtained, the office's own rules.

Those of receipts, likeness, prices and rule hits say again what claims hold, in a form that is found at once; they are
written in the same unit as the claim and may be made anew from it at any time.
"""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - SQLAlchemy reads the annotations
from decimal import Decimal  # noqa: TC003 - as above
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from review.claim.verification import Answer
from review.rules.rule import RuleKind, Subject
from review.store.schema import Base
from review.store.types import Word
from review.watch.watched import WatchedKind


class ReceiptRow(Base):
    """The head of a receipt or pharmacy's invoice that is in force: one row a paper, gone with it.

    ``code_key``, ``number_key`` and ``stay_key`` are its numbers in one way of writing, ``serial`` the number as a
    whole one; ``institution`` is the claim's hospital where none is printed; ``day`` that of issue, else of discharge
    or visit; ``electronic`` says whether the treasury's site knows it.
    """

    __tablename__ = "seen_receipts"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), primary_key=True, autoincrement=False)
    claim: Mapped[str] = mapped_column(String(20), ForeignKey("claims.number"), index=True)
    invoice_code: Mapped[str]
    invoice_number: Mapped[str]
    code_key: Mapped[str]
    number_key: Mapped[str] = mapped_column(index=True)
    stay_key: Mapped[str] = mapped_column(index=True)
    serial: Mapped[int | None]
    check_code: Mapped[str]
    payer: Mapped[str]
    institution: Mapped[str]
    stay_number: Mapped[str]
    day: Mapped[date | None]
    issued_on: Mapped[date | None]
    total: Mapped[Decimal | None]
    electronic: Mapped[bool]

    __table_args__ = (Index(None, "code_key", "serial"), Index(None, "total", "day"))


class LikenessRow(Base):
    """The likeness of a page as four bands of 16 bits: pages that differ little share a band, or nearly."""

    __tablename__ = "page_likeness"

    page_id: Mapped[int] = mapped_column(ForeignKey("pages.id"), primary_key=True, autoincrement=False)
    likeness: Mapped[str] = mapped_column(String(16))
    band0: Mapped[int] = mapped_column(index=True)
    band1: Mapped[int] = mapped_column(index=True)
    band2: Mapped[int] = mapped_column(index=True)
    band3: Mapped[int] = mapped_column(index=True)


class PriceRow(Base):
    """How many lines of reviewed claims had an article at a unit price; the price stays text, so no digit is lost."""

    __tablename__ = "price_counts"

    article: Mapped[str] = mapped_column(primary_key=True)
    price: Mapped[str] = mapped_column(String(30), primary_key=True)
    count: Mapped[int]


class RuleHitRow(Base):
    """A line a rule of the library speaks of as the claim stands, and what a person took out of it, yuan."""

    __tablename__ = "rule_hits"

    claim: Mapped[str] = mapped_column(String(20), ForeignKey("claims.number"), primary_key=True)
    subject: Mapped[str] = mapped_column(String(60), primary_key=True)
    rule: Mapped[str] = mapped_column(String(80), primary_key=True)
    excluded: Mapped[Decimal]


class VerificationRow(Base):
    """What the treasury's site answered about a receipt; the names follow the frozen value. Never changed."""

    __tablename__ = "verifications"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    claim: Mapped[str] = mapped_column(String(20), ForeignKey("claims.number"), index=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    invoice_code: Mapped[str]
    invoice_number: Mapped[str]
    total: Mapped[str]
    answer: Mapped[Answer] = mapped_column(Word(Answer))
    checked_on: Mapped[date]
    times: Mapped[int | None]
    note: Mapped[str]
    page_id: Mapped[int | None] = mapped_column(ForeignKey("pages.id"))
    by: Mapped[str]
    at: Mapped[datetime]


class WatchAnswerRow(Base):
    """What a supervisor found of a subject of the watch list, for the figures it stood at. Never changed."""

    __tablename__ = "watch_answers"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[WatchedKind] = mapped_column(Word(WatchedKind))
    key: Mapped[str]
    figures: Mapped[Any] = mapped_column(JSON)
    note: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]


class RuleBatchRow(Base):
    """A rule table the office took over; the names follow the frozen batch. ``sha256`` is that of its file."""

    __tablename__ = "rule_batches"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    title: Mapped[str]
    kind: Mapped[RuleKind] = mapped_column(Word(RuleKind))
    subject: Mapped[Subject] = mapped_column(Word(Subject))
    published: Mapped[date | None]
    source: Mapped[str]
    rows: Mapped[int]
    loaded: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    at: Mapped[datetime]
    by: Mapped[str]


class RuleRow(Base):
    """One rule of an own batch in the order of its table, as JSON."""

    __tablename__ = "rules"

    batch: Mapped[str] = mapped_column(String(60), ForeignKey("rule_batches.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[Any] = mapped_column(JSON)


class RuleWithdrawalRow(Base):
    """A batch, shipped or own, that is out of use, and why."""

    __tablename__ = "rule_withdrawals"

    batch: Mapped[str] = mapped_column(String(60), primary_key=True)
    reason: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str]
