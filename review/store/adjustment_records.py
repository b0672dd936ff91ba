"""Adjustments in the store, and what they changed: in the funds, and in the year of a person, to the fen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from review.claim.adjustment import PENDING, Adjustment
from review.claim.claim import ZERO
from review.claim.people import BankAccount
from review.errors import ConflictError, NotFoundError
from review.store.policy_tables import AdjustmentRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from review.claim.adjustment import AdjustmentState
    from review.store.unit import Unit

_SUMS = ("funds", "year")
_ACCOUNT = tuple(f.name for f in fields(BankAccount))
_PLAIN = tuple(f.name for f in fields(Adjustment) if f.name not in {*_SUMS, "account"})
_COLUMNS = tuple(getattr(AdjustmentRow, name) for name in (*_PLAIN, *_SUMS, *(f"account_{part}" for part in _ACCOUNT)))


def new_number(unit: Unit, day: date) -> str:
    """The number of an adjustment that is drafted on that day."""
    return unit.day_number(day, "A")


def add(unit: Unit, adjustment: Adjustment, settlement: Mapping[str, Any] | None) -> None:
    """Keep a new adjustment with the settlement it rests on."""
    unit.session.execute(insert(AdjustmentRow), [{**_row(adjustment), "settlement": settlement}])


def keep(unit: Unit, adjustment: Adjustment, settlement: Mapping[str, Any] | None = None) -> Adjustment:
    """Write an adjustment as it now stands, as its next version, with another settlement where one is given.

    Raises:
        ConflictError: somebody else changed it since it was read.
    """
    newer = replace(adjustment, version=adjustment.version + 1)
    more = {} if settlement is None else {"settlement": settlement}
    found = (AdjustmentRow.number == adjustment.number, AdjustmentRow.version == adjustment.version)
    result = unit.session.execute(update(AdjustmentRow).where(*found).values(**_row(newer), **more))
    if result.rowcount != 1:  # type: ignore[attr-defined]  # an update gives a cursor result
        message = f"调整单 {adjustment.number} 刚刚被别人改动，这次的改动没有写入。"
        raise ConflictError(message, code="stale", advice="请刷新后再试。")
    return newer


def adjustment(unit: Unit, number: str) -> Adjustment:
    """An adjustment. Raises NotFoundError."""
    row = unit.session.execute(select(*_COLUMNS).where(AdjustmentRow.number == number)).mappings().first()
    if row is None:
        raise NotFoundError(f"没有编号为 {number} 的调整单。", code="no-adjustment", advice="请核对调整单编号。")
    return _adjustment(row)


def settlement(unit: Unit, number: str) -> Any:
    """The settlement an adjustment rests on, as JSON."""
    return unit.session.scalar(select(AdjustmentRow.settlement).where(AdjustmentRow.number == number))


def of_claims(unit: Unit, numbers: Collection[str]) -> dict[str, tuple[Adjustment, ...]]:
    """The adjustments of claims that have any, deleted ones too, in the order of their drafting."""
    chosen = select(*_COLUMNS).where(AdjustmentRow.claim.in_(numbers))
    found: defaultdict[str, list[Adjustment]] = defaultdict(list)
    for one in _found(unit, chosen):
        found[one.claim].append(one)
    return {claim: tuple(adjustments) for claim, adjustments in found.items()}


def listed(unit: Unit, states: Collection[AdjustmentState] = ()) -> tuple[Adjustment, ...]:
    """All adjustments in these states, or in any, in the order of their drafting."""
    chosen = select(*_COLUMNS)
    return tuple(_found(unit, chosen.where(AdjustmentRow.state.in_(states)) if states else chosen))


def of_order(unit: Unit, order: str) -> tuple[Adjustment, ...]:
    """The adjustments sent with an order, in the order of their drafting."""
    return tuple(_found(unit, select(*_COLUMNS).where(AdjustmentRow.order == order)))


def pending(unit: Unit, claim: str) -> Adjustment | None:
    """The adjustment of a claim that is under way; there is one at most."""
    return next((one for one in of_claims(unit, (claim,)).get(claim, ()) if one.state in PENDING), None)


def year_changes(unit: Unit, numbers: Collection[str]) -> dict[str, dict[str, Decimal]]:
    """What sent adjustments changed in the year's sums, by claim and name of the sum (``stays`` too), with sign.

    What a claim adds to the year is what its fixed settlement added, plus this; of a claim that was claimed back as a
    whole exactly nothing is left.
    """
    return {claim: _sum(one.year for one in found if one.counts) for claim, found in of_claims(unit, numbers).items()}


def fund_changes(unit: Unit, numbers: Collection[str]) -> dict[str, dict[str, Decimal]]:
    """What sent adjustments changed in what each fund pays, by claim, with sign."""
    return {claim: _sum(one.funds for one in found if one.counts) for claim, found in of_claims(unit, numbers).items()}


def _found(unit: Unit, chosen: Any) -> Iterable[Adjustment]:
    ordered = chosen.order_by(AdjustmentRow.drafted_at, AdjustmentRow.number)
    return map(_adjustment, unit.session.execute(ordered).mappings())


def _sum(changes: Iterable[Mapping[str, Decimal]]) -> dict[str, Decimal]:
    total: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for change in changes:
        for name, amount in change.items():
            total[name] += amount
    return {name: amount for name, amount in total.items() if amount}


def _row(adjustment: Adjustment) -> dict[str, Any]:
    sums = {name: {key: str(amount) for key, amount in getattr(adjustment, name).items()} for name in _SUMS}
    account = {f"account_{part}": getattr(adjustment.account, part) for part in _ACCOUNT}
    return {**{name: getattr(adjustment, name) for name in _PLAIN}, **sums, **account}


def _adjustment(row: Any) -> Adjustment:
    sums: Any = {name: {key: Decimal(amount) for key, amount in row[name].items()} for name in _SUMS}
    account = BankAccount(**{part: row[f"account_{part}"] for part in _ACCOUNT})
    return Adjustment(**{name: row[name] for name in _PLAIN}, **sums, account=account)
