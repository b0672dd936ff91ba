"""Prices above an entry's limit are told; where units differ a person compares."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import Entry, EntryKind, PaymentClass
from review.checks.finding import CheckContext, Severity
from review.checks.lines.price_limits import price_limits
from tests.builders import a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding

    Context = Callable[..., CheckContext]

LINE: dict[str, Any] = {"unit": "根", "unit_price": "650.00", "quantity": "2", "amount": "1300.00"}


def found(context: Context, entry: dict[str, Any] | None = None, **cells: Any) -> list[Finding]:
    """What the check says of one line whose entry has a limit of 620 yuan for one."""
    usual: dict[str, Any] = {
        "id": "list/1",
        "edition_id": "list",
        "kind": EntryKind.SUPPLY,
        "official_no": "1",
        "name": "指引导丝",
        "payment_class": PaymentClass.B,
        "price_limit": Decimal("620.00"),
        "unit": "根",
    }
    listed = Entry(**(usual | (entry or {})))
    line = a_line("指引导丝", entry_id=listed.id, **(LINE | cells))
    return list(price_limits(a_claim(a_statement(line)), context(entry=lambda _: listed)))


def test_a_price_above_the_limit_is_told_with_what_the_person_bears(context: Context) -> None:
    (finding,) = found(context)
    assert (finding.code, finding.severity) == ("above-limit", Severity.CLUE)
    assert finding.basis.startswith("目录限价：")
    assert "限价620.00元，超出部分60.00元由个人负担" in finding.message


@pytest.mark.parametrize("price", ["620.00", "600.00", "0", "面议", ""])
def test_a_price_within_the_limit_or_unread_is_silent(context: Context, price: str) -> None:
    assert not found(context, unit_price=price, quantity="" if price in {"面议", ""} else "2")


def test_a_limit_for_another_unit_wants_a_person(context: Context) -> None:
    (finding,) = found(context, unit="盒")
    assert (finding.code, finding.severity) == ("limit-unit", Severity.DECISION)
    assert "650.00元/盒" in finding.message
    assert "620.00元/根" in finding.message


def test_a_cheap_line_in_another_unit_is_silent(context: Context) -> None:
    assert not found(context, unit="盒", unit_price="80.00", amount="160.00")


def test_a_line_or_entry_without_unit_is_compared(context: Context) -> None:
    assert [f.code for f in (*found(context, unit=""), *found(context, {"unit": ""}))] == ["above-limit"] * 2


@pytest.mark.parametrize("changes", [{"price_limit": None}, {"price_limit": Decimal(0)}, {"payment_class": "C"}])
def test_entries_without_limit_or_payment_are_silent(context: Context, changes: dict[str, Any]) -> None:
    kept = {key: PaymentClass(value) if key == "payment_class" else value for key, value in changes.items()}
    assert not found(context, kept)


def test_lines_without_entry_are_silent(context: Context) -> None:
    assert not list(price_limits(a_claim(a_statement(a_line(**LINE))), context(entry=lambda _: None)))
