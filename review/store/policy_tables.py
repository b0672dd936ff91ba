"""The tables of part 5 beside the claims: an office's versions of packs, and adjustments of paid claims."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - SQLAlchemy reads the annotations
from decimal import Decimal  # noqa: TC003 - as above
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from review.claim.adjustment import AdjustmentKind, AdjustmentState
from review.packs.versions import VersionState
from review.store.schema import Base
from review.store.types import Listed, Word


class PolicyVersionRow(Base):
    """One version of a pack with all its parameters (``tree``); the names follow the frozen value. Never deleted.

    ``recalculation`` is the list of settled claims the approver confirmed.
    """

    __tablename__ = "policy_versions"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    revision: Mapped[int]
    pack: Mapped[str] = mapped_column(index=True)
    label: Mapped[str]
    title: Mapped[str]
    state: Mapped[VersionState] = mapped_column(Word(VersionState))
    base: Mapped[int]
    base_label: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64))
    authors: Mapped[tuple[str, ...]] = mapped_column(Listed(str))
    created_at: Mapped[datetime]
    in_force_from: Mapped[date | None]
    reason: Mapped[str]
    remark: Mapped[str]
    proposed_by: Mapped[str]
    proposed_at: Mapped[datetime | None]
    approved_by: Mapped[str]
    approved_at: Mapped[datetime | None]
    withdrawn_by: Mapped[str]
    withdrawn_at: Mapped[datetime | None]
    recalculated: Mapped[str]
    tree: Mapped[Any] = mapped_column(JSON)
    recalculation: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)


class AdjustmentRow(Base):
    """One adjustment of a paid claim; the names follow the frozen value. Never deleted.

    ``funds`` and ``year`` are signed yuan as text by name; ``settlement`` is what the claim settled to when it was
    drafted.
    """

    __tablename__ = "adjustments"

    number: Mapped[str] = mapped_column(String(20), primary_key=True)
    version: Mapped[int]
    claim: Mapped[str] = mapped_column(String(20), ForeignKey("claims.number"), index=True)
    kind: Mapped[AdjustmentKind] = mapped_column(Word(AdjustmentKind))
    state: Mapped[AdjustmentState] = mapped_column(Word(AdjustmentState))
    amount: Mapped[Decimal]
    funds: Mapped[Any] = mapped_column(JSON)
    year: Mapped[Any] = mapped_column(JSON)
    paid: Mapped[Decimal]
    anew: Mapped[Decimal]
    grounds: Mapped[tuple[str, ...]] = mapped_column(Listed(str))
    reason: Mapped[str]
    account_holder: Mapped[str]
    account_number: Mapped[str]
    account_bank: Mapped[str]
    order: Mapped[str] = mapped_column(index=True)
    reference: Mapped[str]
    settled_on: Mapped[date | None]
    remark: Mapped[str]
    authors: Mapped[tuple[str, ...]] = mapped_column(Listed(str))
    drafted_at: Mapped[datetime]
    audited_by: Mapped[str]
    audited_at: Mapped[datetime | None]
    sent_by: Mapped[str]
    sent_at: Mapped[datetime | None]
    settled_by: Mapped[str]
    settled_at: Mapped[datetime | None]
    settlement: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)

    __table_args__ = (Index(None, "state", "number"),)
