"""What people type, checked and normalised for the field it is meant for. Refused with an InputError, never guessed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from review.claim.claim import AccountSum, CareKind, Filing, HospitalLevel, Region
from review.claim.paper import Custody, DocumentKind
from review.claim.people import Group, GroupStatus, Scheme
from review.errors import InputError
from review.money import fen, parse_money

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal
    from enum import StrEnum

LONGEST = 2000
_AMOUNTS = frozenset(
    "total_amount pooled_fund_paid other_paid account_paid cash_paid self_pay self_expense amount tax".split()  # noqa: SIM905 - reads as the contract
)
_FIGURES = frozenset({"quantity", "unit_price"})
_DAYS = frozenset(
    "issue_date admission_date discharge_date visit_date date birth_date valid_from injury_date filing_date".split()  # noqa: SIM905 - as above
)


def cell(key: str, text: str) -> str:
    """The normalised form of what was typed for a key of the reading contract; an empty text empties the cell.

    Raises:
        InputError: it is no amount, number or date where one is wanted, or is too long.
    """
    text = words(text)
    if not text:
        return ""
    if key in _AMOUNTS:
        return f"{money(text)}"
    if key in _FIGURES:
        return f"{_figure(text)}"
    return _day(text).isoformat() if key in _DAYS else text


def field(annotation: str, text: str) -> Any:
    """The value of a typed field of the claim, by the field's declared type.

    Raises:
        InputError: the text does not fit the type.
    """
    return FIELDS[annotation](words(text))


def words(text: str) -> str:
    """Text without outer blanks or control characters. Raises InputError where it is too long."""
    clean = "\n".join("".join(c for c in part if c.isprintable()).strip() for part in text.split("\n")).strip()
    if len(clean) > LONGEST:
        raise InputError(f"内容过长(最多 {LONGEST} 字),没有保存。", code="too-long")
    return clean


def money(text: str) -> Decimal:
    """An amount to the fen; more digits are refused. Raises InputError."""
    amount = _figure(text)
    if amount != fen(amount):
        raise InputError(f"金额“{text}”应精确到分,没有保存。", code="bad-amount", advice="请填写如 1234.50 的金额。")
    return fen(amount)


def _figure(text: str) -> Decimal:
    figure = parse_money(text)
    if figure is None:
        raise InputError(f"“{text}”不是数字,没有保存。", code="bad-amount", advice="请填写如 1234.50 的数字。")
    return figure


def _day(text: str) -> date:
    plain = text.replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-").replace(".", "-")
    try:
        year, month, day = (int(part) for part in plain.split("-"))
        return date(year, month, day)
    except ValueError as error:
        raise InputError(
            f"“{text}”不是日期,没有保存。", code="bad-date", advice="请填写如 2025-03-01 的日期。"
        ) from error


def _flag(text: str) -> bool:
    flags = {"true": True, "false": False}
    if text not in flags:
        raise InputError(f"“{text}”不是“是”或“否”,没有保存。", code="bad-flag")
    return flags[text]


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise InputError(f"“{text}”不是次数,没有保存。", code="bad-count")
    return int(text)


def _word(kind: type[StrEnum]) -> Callable[[str], StrEnum]:
    def parse(text: str) -> StrEnum:
        if text not in set(kind):
            raise InputError(f"“{text}”不在可选范围内,没有保存。", code="bad-word")
        return kind(text)

    return parse


def _spelt(kind: type[GroupStatus | AccountSum], example: str) -> Callable[[str], tuple[Any, ...]]:
    def parse(text: str) -> tuple[Any, ...]:
        try:
            return tuple(kind.spelt(part) for part in _parts(text))
        except ValueError as error:
            raise InputError(
                f"“{error}”读不懂,没有保存。", code="bad-line", advice=f"每行一项,例如:{example}"
            ) from error

    return parse


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("\n") if part)


FIELDS: dict[str, Callable[[str], Any]] = {
    "str": lambda text: text,
    "bool": _flag,
    "bool | None": lambda text: _flag(text) if text else None,
    "int": _count,
    "Decimal": money,
    "date | None": lambda text: _day(text) if text else None,
    "tuple[str, ...]": _parts,
    "tuple[Group, ...]": lambda text: tuple(_word(Group)(part) for part in _parts(text)),
    "tuple[GroupStatus, ...]": _spelt(GroupStatus, "subsistence 2025-03-01 2025-09-30"),
    "tuple[AccountSum, ...]": _spelt(AccountSum, "outpatient.fund=120.00"),
    "Scheme": _word(Scheme),
    "CareKind": _word(CareKind),
    "HospitalLevel": _word(HospitalLevel),
    "Region": _word(Region),
    "Filing": _word(Filing),
    "Custody": _word(Custody),
    "DocumentKind": _word(DocumentKind),
}
"""Parsers by the declared type of a field."""
