"""The tables of the office's own catalogues and of what clerks chose. No row of them is ever deleted."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - SQLAlchemy reads the annotations
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from review.catalogue.entry import EditionStatus, EntryKind, PaymentClass
from review.catalogue.memory import ChoiceState
from review.store.schema import Base
from review.store.types import Listed, Word


class EditionRow(Base):
    """An edition that was taken over, as it was then; what happened to it later is told by its changes.

    ``digest`` is the SHA-256 of the entries as they are kept, ``sha256`` that of the file they came from.
    """

    __tablename__ = "catalogue_editions"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    title: Mapped[str]
    kind: Mapped[EntryKind] = mapped_column(Word(EntryKind))
    region: Mapped[str]
    effective_from: Mapped[date]
    effective_until: Mapped[date | None]
    status: Mapped[EditionStatus] = mapped_column(Word(EditionStatus))
    source: Mapped[str]
    form: Mapped[str] = mapped_column(String(40))
    file: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    digest: Mapped[str] = mapped_column(String(64))
    count: Mapped[int]
    at: Mapped[datetime]
    by: Mapped[str]


class EntryRow(Base):
    """One entry of an edition, in the order of its file; the price limit stays text, so no digit is lost.

    ``initials`` are the first letters of the name's pinyin, for the search of people.
    """

    __tablename__ = "catalogue_entries"

    edition: Mapped[str] = mapped_column(String(40), ForeignKey("catalogue_editions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str]
    official_no: Mapped[str]
    name: Mapped[str]
    dosage_form: Mapped[str]
    section: Mapped[str]
    category: Mapped[str]
    remark: Mapped[str]
    payment_standard: Mapped[str]
    payment_class: Mapped[PaymentClass] = mapped_column(Word(PaymentClass))
    price_limit: Mapped[str]
    unit: Mapped[str]
    code: Mapped[str]
    spec: Mapped[str]
    brand: Mapped[str]
    maker: Mapped[str]
    agreement: Mapped[str]
    includes: Mapped[str]
    listed_name: Mapped[str]
    listed_form: Mapped[str]
    initials: Mapped[str]

    __table_args__ = (Index(None, "edition", "key", unique=True),)


class EditionChangeRow(Base):
    """What was decided later of an edition, shipped or own: its last day, or why it is withdrawn. The latest holds."""

    __tablename__ = "edition_changes"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    edition: Mapped[str] = mapped_column(String(40))
    effective_until: Mapped[date | None]
    withdrawn: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str]


class MappingRow(Base):
    """Which columns of a workbook hold what, by the signature of its headings."""

    __tablename__ = "catalogue_mappings"

    signature: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[Any] = mapped_column(JSON)
    at: Mapped[datetime]
    by: Mapped[str]


class ChoiceRow(Base):
    """A clerk's choice of an entry for printed words; the names follow the frozen choice."""

    __tablename__ = "choices"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hospital: Mapped[str]
    signature: Mapped[str]
    name: Mapped[str]
    spec: Mapped[str]
    unit: Mapped[str]
    code: Mapped[str]
    entry_id: Mapped[str]
    person: Mapped[str]
    reason: Mapped[str]
    terms: Mapped[tuple[str, ...]] = mapped_column(Listed(str))
    state: Mapped[ChoiceState] = mapped_column(Word(ChoiceState))
    version: Mapped[int]
    claim: Mapped[str] = mapped_column(String(20), ForeignKey("claims.number"), index=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("lines.id"))
    day: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[str]
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[str]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str]

    __table_args__ = (Index(None, "signature", "hospital"),)
