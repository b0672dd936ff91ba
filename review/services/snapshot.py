"""A settlement as JSON and back, to the fen: what the first reviewer approved, word for word.

What a snapshot of an earlier version did not hold yet takes its default.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from review.claim.claim import AccountSum, YearToDate
from review.packs.stated import PackUsed, Parameter
from review.policy.settlement import LayerShare, LineShare, Settlement, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")


def frozen(settlement: Settlement) -> dict[str, Any]:
    """The settlement as JSON-ready values; amounts become texts."""
    plain: dict[str, Any] = _plain(asdict(settlement))
    return plain


def thawed(plain: Mapping[str, Any]) -> Settlement:
    """The settlement a snapshot holds."""
    return _built(Settlement, plain)


def _built(kind: type[T], plain: Mapping[str, Any]) -> T:
    declared = {f.name: str(f.type) for f in fields(kind)}  # type: ignore[arg-type]  # kinds are dataclasses
    return kind(**{name: _READ.get(declared[name], _as_is)(value) for name, value in plain.items()})


def _as_is(value: Any) -> Any:
    return value


def _one(kind: type[T]) -> Callable[[Any], T | None]:
    return lambda plain: None if plain is None else _built(kind, plain)


def _all(kind: type[T]) -> Callable[[Any], tuple[T, ...]]:
    return lambda plain: tuple(_built(kind, one) for one in plain)


_READ: dict[str, Callable[[Any], Any]] = {
    "Decimal": Decimal,
    "date | None": lambda text: date.fromisoformat(text) if text else None,
    "tuple[str, ...]": tuple,
    "tuple[tuple[str, Decimal], ...]": lambda pairs: tuple((name, Decimal(amount)) for name, amount in pairs),
    "PackUsed": _one(PackUsed),
    "YearToDate": _one(YearToDate),
    "Parameter | None": _one(Parameter),
    "tuple[AccountSum, ...]": _all(AccountSum),
    "tuple[LineShare, ...]": _all(LineShare),
    "tuple[LayerShare, ...]": _all(LayerShare),
    "tuple[Parameter, ...]": _all(Parameter),
    "tuple[Step, ...]": _all(Step),
}
"""Readers by the declared type of a field; other values are JSON's own."""


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, (list, tuple)) else value
