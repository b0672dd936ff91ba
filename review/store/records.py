"""Small records: settings, users, failed sign-ins, the summary of a claim, its archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from review.store.schema import (
    ArchiveRow,
    FailureRow,
    SettingRow,
    SummaryRow,
    UserRow,
)

if TYPE_CHECKING:
    from datetime import datetime

    from review.store.unit import Unit


def setting(unit: Unit, name: str, default: Any) -> Any:
    """A setting, or the default where none is kept."""
    row = unit.session.get(SettingRow, name)
    return default if row is None else row.value


def keep_setting(unit: Unit, name: str, value: Any) -> None:
    """Keep a setting."""
    _merge(unit, SettingRow(name=name, value=value))


def user(unit: Unit, username: str) -> UserRow | None:
    """A user's row, or None."""
    return unit.session.get(UserRow, username)


def users(unit: Unit) -> tuple[UserRow, ...]:
    """All users by name."""
    return tuple(unit.session.scalars(select(UserRow).order_by(UserRow.username)))


def keep_user(unit: Unit, **row: Any) -> None:
    """Write a user's row."""
    _merge(unit, UserRow(**row))


def failures(unit: Unit, name: str) -> tuple[int, datetime | None]:
    """How often a sign-in under this digest failed in a row, and until when further ones are refused."""
    row = unit.session.get(FailureRow, name)
    return (row.count, row.until) if row else (0, None)


def keep_failures(unit: Unit, name: str, count: int, until: datetime) -> None:
    """Keep the count of failed sign-ins."""
    _merge(unit, FailureRow(name=name, count=count, until=until))


def keep_summary(unit: Unit, **row: Any) -> None:
    """Write the queue's summary of a claim."""
    _merge(unit, SummaryRow(**row))


def keep_archive(unit: Unit, claim: str, sha256: str, at: datetime) -> None:
    """Keep which file is the archive of a claim."""
    _merge(unit, ArchiveRow(claim=claim, sha256=sha256, at=at))


def archive_of(unit: Unit, claim: str) -> str | None:
    """Hash of a claim's archive file, or None."""
    row = unit.session.get(ArchiveRow, claim)
    return row.sha256 if row else None


def _merge(unit: Unit, row: object) -> None:
    unit.session.merge(row)
    unit.session.flush()
