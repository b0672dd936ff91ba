"""The tables. Rows of paper are never deleted: what leaves a claim is marked ``gone``."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, MetaData, String, Text, false, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from review.claim.claim import AccountSum, CareKind, Filing, HospitalLevel, Region
from review.claim.decisions import BatchState, FindingVerdict
from review.claim.paper import Anomaly, Column, Custody, DocumentKind, Flaw, LineVerdict, ReadState, Standing
from review.claim.people import Group, GroupStatus, Scheme
from review.claim.states import ClaimState, Role
from review.store.types import Day, Listed, Money, Recorded, Spelled, UtcTime, Word

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
"""Revisions of the schema this version knows, oldest first; the last is the one it needs."""

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all tables, with names for constraints so that migrations can find them on every database."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {str: Text, date: Day, datetime: UtcTime, Decimal: Money, int: BigInteger}  # noqa: RUF012 - read once by SQLAlchemy


def _claim_key(*, primary_key: bool = False) -> Mapped[str]:
    return mapped_column(String(20), ForeignKey("claims.number"), primary_key=primary_key, index=not primary_key)


class ClaimRow(Base):
    """One claim; the names follow the fields of the frozen claim, nested parts by prefix."""

    __tablename__ = "claims"

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    version: Mapped[int]
    state: Mapped[ClaimState] = mapped_column(Word(ClaimState))
    insured_name: Mapped[str] = mapped_column(index=True)
    insured_id_number: Mapped[str] = mapped_column(index=True)
    insured_scheme: Mapped[Scheme] = mapped_column(Word(Scheme))
    insured_retired: Mapped[bool]
    insured_groups: Mapped[tuple[Group, ...]] = mapped_column(Listed(Group))
    insured_phone: Mapped[str]
    insured_agent: Mapped[str] = mapped_column(server_default="")
    insured_statuses: Mapped[tuple[GroupStatus, ...]] = mapped_column(Spelled(GroupStatus), server_default="[]")
    insured_insured_years: Mapped[int] = mapped_column(server_default="0")
    insured_claim_free_years: Mapped[int] = mapped_column(server_default="0")
    account_holder: Mapped[str]
    account_number: Mapped[str] = mapped_column(index=True)
    account_bank: Mapped[str]
    care_kind: Mapped[CareKind] = mapped_column(Word(CareKind))
    care_hospital: Mapped[str]
    care_hospital_level: Mapped[HospitalLevel] = mapped_column(Word(HospitalLevel))
    care_designated: Mapped[bool]
    care_province: Mapped[str]
    care_region: Mapped[Region] = mapped_column(Word(Region))
    care_filing: Mapped[Filing] = mapped_column(Word(Filing))
    care_admitted: Mapped[date | None]
    care_discharged: Mapped[date | None]
    care_diagnoses: Mapped[tuple[str, ...]] = mapped_column(Listed(str))
    care_outcome: Mapped[str] = mapped_column(server_default="")
    care_filed_on: Mapped[date | None]
    care_disease: Mapped[str] = mapped_column(server_default="")
    care_package: Mapped[str] = mapped_column(server_default="")
    care_third_party: Mapped[Decimal] = mapped_column(server_default="0")
    year_stays: Mapped[int]
    year_deductible: Mapped[Decimal]
    year_basic_fund: Mapped[Decimal]
    year_serious_illness_base: Mapped[Decimal]
    year_serious_illness_fund: Mapped[Decimal]
    year_medical_aid_base: Mapped[Decimal]
    year_medical_aid_fund: Mapped[Decimal]
    year_source: Mapped[str]
    year_accounts: Mapped[tuple[AccountSum, ...]] = mapped_column(Spelled(AccountSum), server_default="[]")
    year_typed: Mapped[tuple[str, ...]] = mapped_column(Listed(str), server_default="[]")
    already_paid: Mapped[Decimal]
    entered_by: Mapped[str]
    first_reviewer: Mapped[str]
    second_reviewer: Mapped[str]
    signed_by: Mapped[str]
    paid_by: Mapped[str]
    batch: Mapped[str] = mapped_column(index=True)
    payable: Mapped[Decimal | None]
    created_at: Mapped[datetime | None]
    received_on: Mapped[date | None]
    due_on: Mapped[date | None]
    paused_on: Mapped[date | None]
    state_reason: Mapped[str]
    settlement: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)

    __table_args__ = (Index(None, "state", "due_on", "number"), Index(None, "due_on", "number"))


class PageRow(Base):
    """One page image of a claim, and how far recognition has come with it."""

    __tablename__ = "pages"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    claim: Mapped[str] = _claim_key()
    position: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    file_name: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    turn: Mapped[int]
    read_state: Mapped[ReadState] = mapped_column(Word(ReadState), index=True)
    failure: Mapped[str]
    flaws: Mapped[tuple[Flaw, ...]] = mapped_column(Recorded(Flaw))
    origin: Mapped[str] = mapped_column(String(10), server_default="scan")
    anomalies: Mapped[tuple[Anomaly, ...]] = mapped_column(Recorded(Anomaly), server_default="[]")
    likeness: Mapped[str] = mapped_column(server_default="")
    attempts: Mapped[int] = mapped_column(server_default=text("0"))
    taken_at: Mapped[datetime | None]
    gone: Mapped[bool] = mapped_column(server_default=false())


class PageTextRow(Base):
    """What recognition saw on a page: JSON of the ocr room, opaque here."""

    __tablename__ = "page_texts"

    page_id: Mapped[int] = mapped_column(ForeignKey("pages.id"), primary_key=True, autoincrement=False)
    content: Mapped[str]


class PageLayerRow(Base):
    """The words of an electronic original beside its picture: JSON of the ocr room, opaque here."""

    __tablename__ = "page_layers"

    page_id: Mapped[int] = mapped_column(ForeignKey("pages.id"), primary_key=True, autoincrement=False)
    content: Mapped[str]


class DocumentRow(Base):
    """One paper of a claim."""

    __tablename__ = "documents"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    claim: Mapped[str] = _claim_key()
    position: Mapped[int]
    kind: Mapped[DocumentKind] = mapped_column(Word(DocumentKind))
    page_ids: Mapped[tuple[int, ...]] = mapped_column(Listed(int))
    review: Mapped[tuple[str, ...]] = mapped_column(Listed(str))
    review_cleared: Mapped[bool]
    layout: Mapped[tuple[Column, ...]] = mapped_column(Recorded(Column), server_default="[]")
    custody: Mapped[Custody] = mapped_column(Word(Custody), server_default="unstated")
    sealed: Mapped[bool | None]
    gone: Mapped[bool] = mapped_column(server_default=false())


class LineRow(Base):
    """One row of a paper's table."""

    __tablename__ = "lines"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    claim: Mapped[str] = _claim_key()
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    position: Mapped[int]
    entry_id: Mapped[str]
    matched_by: Mapped[str]
    match_note: Mapped[str] = mapped_column(server_default="")
    choice_id: Mapped[int] = mapped_column(server_default=text("0"))
    verdict: Mapped[LineVerdict] = mapped_column(Word(LineVerdict))
    verdict_reason: Mapped[str]
    review: Mapped[str]
    removed: Mapped[bool]
    gone: Mapped[bool] = mapped_column(server_default=false())


class ValueRow(Base):
    """One value of a paper or of one of its rows; figures stay text, so no digit is ever lost."""

    __tablename__ = "values"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    claim: Mapped[str] = _claim_key()
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    line_id: Mapped[int | None] = mapped_column(ForeignKey("lines.id"))
    key: Mapped[str] = mapped_column(String(40))
    value: Mapped[str]
    text: Mapped[str]
    confidence: Mapped[float | None]
    page_id: Mapped[int | None] = mapped_column(ForeignKey("pages.id"))
    box: Mapped[tuple[int, ...] | None] = mapped_column(Listed(int))
    standing: Mapped[Standing] = mapped_column(Word(Standing))
    reason: Mapped[str]
    others: Mapped[tuple[str, ...]] = mapped_column(Listed(str), server_default="[]")
    gone: Mapped[bool] = mapped_column(server_default=false())


class DecisionRow(Base):
    """A person's answer to a finding, in force for the values it was given for."""

    __tablename__ = "decisions"

    claim: Mapped[str] = _claim_key(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    code: Mapped[str]
    subject: Mapped[str]
    verdict: Mapped[FindingVerdict] = mapped_column(Word(FindingVerdict))
    reason: Mapped[str]
    decided_by: Mapped[str]
    decided_at: Mapped[datetime]
    gone: Mapped[bool] = mapped_column(server_default=false())


class SummaryRow(Base):
    """What the queue shows of a claim, worked out anew with each change of the claim.

    ``illness`` is the principal diagnosis in one way of writing, by which like claims are found; empty where unknown.
    """

    __tablename__ = "summaries"

    claim: Mapped[str] = _claim_key(primary_key=True)
    total: Mapped[Decimal]
    payable: Mapped[Decimal | None]
    blocks: Mapped[int]
    decisions: Mapped[int]
    clues: Mapped[int]
    doubts: Mapped[int]
    pages: Mapped[int]
    pages_done: Mapped[int]
    illness: Mapped[str] = mapped_column(server_default="", index=True)


class JournalEntry(Base):
    """One row of the journal. Never updated, never deleted."""

    __tablename__ = "journal"

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str]
    before: Mapped[Any] = mapped_column(JSON)
    after: Mapped[Any] = mapped_column(JSON)
    reason: Mapped[str]
    previous: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))

    __table_args__ = (Index(None, "subject", "sequence"),)


class CounterRow(Base):
    """Numbers that must not repeat or leave gaps: ids, claim and batch numbers by day, the journal's sequence."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[int]


class UserRow(Base):
    """A user; ``secret`` is the argon2 digest of the password."""

    __tablename__ = "users"

    username: Mapped[str] = mapped_column(String(60), primary_key=True)
    full_name: Mapped[str]
    secret: Mapped[str]
    roles: Mapped[tuple[Role, ...]] = mapped_column(Listed(Role))
    id_number: Mapped[str]
    disabled: Mapped[bool]
    created_at: Mapped[datetime]


class FailureRow(Base):
    """Failed sign-ins by digest of the name that was tried, whether or not such a user exists."""

    __tablename__ = "sign_in_failures"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    count: Mapped[int]
    until: Mapped[datetime]


class SettingRow(Base):
    """One setting of the office."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class BatchRow(Base):
    """One batch; the sums are fixed when it is signed."""

    __tablename__ = "batches"

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    state: Mapped[BatchState] = mapped_column(Word(BatchState), index=True)
    total: Mapped[Decimal]
    payable: Mapped[Decimal]
    signed_by: Mapped[str]
    signed_at: Mapped[datetime | None]


class BatchClaimRow(Base):
    """A claim's place in a batch, and why it was taken out."""

    __tablename__ = "batch_claims"

    batch: Mapped[str] = mapped_column(ForeignKey("batches.number"), primary_key=True)
    claim: Mapped[str] = _claim_key(primary_key=True)
    excluded: Mapped[bool]
    reason: Mapped[str]


class CorrectionRow(Base):
    """What a clerk typed in place of what was read, kept for later training while the office agrees to it."""

    __tablename__ = "corrections"

    value_id: Mapped[int] = mapped_column(ForeignKey("values.id"), primary_key=True, autoincrement=False)
    claim: Mapped[str] = _claim_key()
    page_id: Mapped[int] = mapped_column(ForeignKey("pages.id"))
    box: Mapped[tuple[int, ...]] = mapped_column(Listed(int))
    key: Mapped[str] = mapped_column(String(40))
    of_line: Mapped[bool]
    read: Mapped[str]
    was: Mapped[str]
    corrected: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str]


class KnownLayoutRow(Base):
    """The columns of an institution's statements as a first review confirmed them, or as they were revoked."""

    __tablename__ = "known_layouts"

    institution: Mapped[str] = mapped_column(primary_key=True)
    headings: Mapped[str] = mapped_column(primary_key=True)
    columns: Mapped[tuple[Column, ...]] = mapped_column(Recorded(Column))
    claim: Mapped[str] = _claim_key()
    at: Mapped[datetime]
    by: Mapped[str]
    revoked: Mapped[bool] = mapped_column(server_default=false())


class ArchiveRow(Base):
    """The archive PDF of a claim, by its hash in the page store."""

    __tablename__ = "archives"

    claim: Mapped[str] = _claim_key(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
