"""A settlement as JSON and back, to the fen: what the first reviewer approved, word for word."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from review.claim.claim import AccountSum, YearToDate
from review.policy.settlement import LayerShare, LineShare, PackUsed, Parameter, Settlement, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")


def frozen(settlement: Settlement) -> dict[str, Any]:
    """The settlement as JSON-ready values; amounts become texts."""
    plain: dict[str, Any] = _plain(asdict(settlement))
    return plain


def thawed(plain: Mapping[str, Any]) -> Settlement:
    """The settlement a snapshot holds."""
    parts = {
        "pack": PackUsed(**plain["pack"]),
        "catalogue": tuple(plain["catalogue"]),
        "warnings": tuple(plain["warnings"]),
        "before": _year(plain["before"]),
        "after": _year(plain["after"]),
        "lines": tuple(_built(LineShare, line) for line in plain["lines"]),
        "layers": tuple(_layer(one) for one in plain.get("layers", ())),
        "day": date.fromisoformat(plain["day"]) if plain.get("day") else None,
        "trace": tuple(_step(step) for step in plain["trace"]),
    }
    return _built(Settlement, {**plain, **parts})


def _year(plain: Mapping[str, Any]) -> YearToDate:
    """The year's sums; a snapshot made before there were further accounts, or typed marks, has none."""
    accounts = tuple(_built(AccountSum, one) for one in plain.get("accounts", ()))
    return _built(YearToDate, {**plain, "accounts": accounts, "typed": tuple(plain.get("typed", ()))})


def _layer(plain: Mapping[str, Any]) -> LayerShare:
    taken = tuple((name, Decimal(amount)) for name, amount in plain["taken"])
    return _built(LayerShare, {**plain, "taken": taken})


def _step(plain: Mapping[str, Any]) -> Step:
    parameter = plain["parameter"]
    return _built(Step, {**plain, "parameter": Parameter(**parameter) if parameter else None})


def _built(kind: type[T], plain: Mapping[str, Any]) -> T:
    amounts = {f.name for f in fields(kind) if f.type == "Decimal"}  # type: ignore[arg-type]  # kinds are dataclasses
    return kind(**{name: Decimal(value) if name in amounts else value for name, value in plain.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, (list, tuple)) else value
