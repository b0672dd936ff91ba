"""The tables of the year's sums: what platforms were said to hold, and what claims settled here added."""

from __future__ import annotations

from datetime import date, datetime  # noqa: TC003 - SQLAlchemy reads the annotations
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, false
from sqlalchemy.orm import Mapped, mapped_column

from review.claim.people import Scheme
from review.store.schema import Base
from review.store.types import Word


class StandingBatchRow(Base):
    """An export of a platform the office took over, whether it is still in use, and what it changed. Never deleted.

    ``outcome`` lists the open claims that were reckoned anew with it, as JSON.
    """

    __tablename__ = "standing_batches"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    file: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    as_of: Mapped[date]
    includes_own: Mapped[bool]
    rows: Mapped[int]
    left_out: Mapped[int]
    people: Mapped[int]
    at: Mapped[datetime]
    by: Mapped[str]
    withdrawn: Mapped[bool] = mapped_column(server_default=false())
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[str] = mapped_column(server_default="")
    reason: Mapped[str] = mapped_column(server_default="")
    outcome: Mapped[Any] = mapped_column(JSON)


class StandingRow(Base):
    """One person's year as a batch states it; ``figures`` is a JSON list of name and amount as text."""

    __tablename__ = "standings"

    id_number: Mapped[str] = mapped_column(String(18), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    scheme: Mapped[Scheme] = mapped_column(Word(Scheme), primary_key=True)
    batch: Mapped[int] = mapped_column(
        ForeignKey("standing_batches.number"), primary_key=True, autoincrement=False, index=True
    )
    name: Mapped[str]
    figures: Mapped[Any] = mapped_column(JSON)


class ContributionRow(Base):
    """What a claim with a fixed settlement added to its person's year; gone where the settlement no longer stands.

    ``place`` is its place in the order of fixing (the journal's sequence), ``day`` that of the signature, if any.
    """

    __tablename__ = "contributions"

    claim: Mapped[str] = mapped_column(String(20), ForeignKey("claims.number"), primary_key=True)
    id_number: Mapped[str]
    year: Mapped[int]
    scheme: Mapped[Scheme] = mapped_column(Word(Scheme))
    place: Mapped[int]
    day: Mapped[date | None]
    figures: Mapped[Any] = mapped_column(JSON)

    __table_args__ = (Index(None, "id_number", "year", "scheme"),)
