"""Column types: money to the fen as whole numbers, times in UTC, days, words of an enumeration, lists and records.

Each type can also revive a value from the plain form the journal keeps.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, runtime_checkable

from sqlalchemy import JSON, BigInteger, Date, DateTime, String
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Dialect

E = TypeVar("E", bound=StrEnum)


@runtime_checkable
class Revivable(Protocol):
    """A column type that can take its value back from the journal."""

    def revive(self, plain: Any) -> Any:
        """The value from the plain form the journal keeps."""


class Money(TypeDecorator[Decimal]):
    """Yuan as Decimal, kept as whole fen. A fraction of a fen is refused, never rounded."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Yuan to fen."""
        if value is None:
            return None
        fen = value.scaleb(2)
        if fen != fen.to_integral_value():
            raise ValueError(f"{value} is not a whole number of fen")
        return int(fen)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002 - as above
        """Fen to yuan with two places."""
        return None if value is None else Decimal(value).scaleb(-2).quantize(Decimal("0.01"))

    @staticmethod
    def revive(plain: str) -> Decimal:
        """Yuan from the journal's text."""
        return Decimal(plain)


class UtcTime(TypeDecorator[datetime]):
    """An instant; always aware and in UTC on the Python side."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - as above
        """To UTC; a naive time is refused."""
        if value is not None and value.tzinfo is None:
            raise ValueError("times must carry a zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - as above
        """Aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

    @staticmethod
    def revive(plain: str) -> datetime:
        """The instant from the journal's text."""
        return datetime.fromisoformat(plain)


class Day(TypeDecorator[date]):
    """A calendar day."""

    impl = Date
    cache_ok = True

    @staticmethod
    def revive(plain: str) -> date:
        """The day from the journal's text."""
        return date.fromisoformat(plain)


class Word(TypeDecorator[E], Generic[E]):
    """One word of an enumeration, kept as text."""

    impl = String(40)
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - as above
        """The word."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:  # noqa: ARG002 - as above
        """The member."""
        return None if value is None else self.kind(value)

    def revive(self, plain: str) -> E:
        """The member from the journal's text."""
        return self.kind(plain)


class Recorded(TypeDecorator[tuple[Any, ...]]):
    """A short tuple of flat frozen records, kept as a JSON list of objects; lists within them become tuples."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: type[Any]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Sequence[Any] | None, dialect: Dialect) -> list[Any] | None:  # noqa: ARG002 - as above
        """A list that JSON can hold."""
        return None if value is None else [asdict(record) for record in value]

    def process_result_value(self, value: list[Any] | None, dialect: Dialect) -> tuple[Any, ...] | None:  # noqa: ARG002 - as above
        """A tuple of records."""
        return None if value is None else self.revive(value)

    def revive(self, plain: list[Any]) -> tuple[Any, ...]:
        """The records from the journal's list."""
        return tuple(self.kind(**{name: _tupled(value) for name, value in record.items()}) for record in plain)


def _tupled(value: Any) -> Any:
    return tuple(_tupled(part) for part in value) if isinstance(value, list) else value


class Listed(TypeDecorator[tuple[Any, ...]]):
    """A short tuple of texts, numbers or words of an enumeration, kept as a JSON list."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: type[Any]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Sequence[Any] | None, dialect: Dialect) -> list[Any] | None:  # noqa: ARG002 - as above
        """A list that JSON can hold."""
        return None if value is None else [str(v) if issubclass(self.kind, str) else v for v in value]

    def process_result_value(self, value: list[Any] | None, dialect: Dialect) -> tuple[Any, ...] | None:  # noqa: ARG002 - as above
        """A tuple of the kind."""
        return None if value is None else self.revive(value)

    def revive(self, plain: list[Any]) -> tuple[Any, ...]:
        """The tuple from the journal's list."""
        return tuple(self.kind(v) for v in plain)


class Spelled(TypeDecorator[tuple[Any, ...]]):
    """A short tuple of values that have a spelling of their own, kept as a JSON list of texts."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: type[Any]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Sequence[Any] | None, dialect: Dialect) -> list[str] | None:  # noqa: ARG002 - as above
        """A list of texts."""
        return None if value is None else [part.spelled() for part in value]

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> tuple[Any, ...] | None:  # noqa: ARG002 - as above
        """A tuple of the kind."""
        return None if value is None else self.revive(value)

    def revive(self, plain: list[str]) -> tuple[Any, ...]:
        """The tuple from the journal's list."""
        return tuple(self.kind.spelt(text) for text in plain)
