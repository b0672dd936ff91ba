"""Negotiated drugs are paid within the term of their agreement and up to their payment standard."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import Entry, EntryKind, PaymentClass
from review.checks.finding import CheckContext, Severity
from review.checks.lines.negotiated import Standard, negotiated, standards_of, term_of
from review.claim.paper import Standing
from tests.builders import a_care, a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding

    Context = Callable[..., CheckContext]

TERM = "2024年1月1日至2025年12月31日"
PRICED = "11.73元(5ml/支)；19.94元(10ml/支)"


def found(context: Context, *, agreement: str = TERM, on: date = date(2025, 3, 11), **cells: Any) -> list[Finding]:
    """What the check says of one line of a negotiated drug."""
    entry = Entry(
        id="list/T1",
        edition_id="list",
        kind=EntryKind.DRUG,
        official_no="1",
        name="样例注射液",
        payment_class=PaymentClass.B,
        payment_standard=PRICED,
        agreement=agreement,
    )
    line = a_line("样例注射液", entry_id=entry.id, **cells)
    claim = a_claim(a_statement(line), care=a_care(admitted=on, discharged=on))
    return list(negotiated(claim, context(entry=lambda _: entry)))


def test_the_term_of_an_agreement_is_read_as_printed() -> None:
    assert term_of(TERM) == (date(2024, 1, 1), date(2025, 12, 31))
    assert term_of("2025 年 1 月 1 日\n至 2026 年 12 月 31 日") == (date(2025, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("printed", ["", "长期", "2025年1月1日起", "2025年13月1日至2026年1月1日"])
def test_a_term_that_is_not_printed_whole_says_nothing(printed: str) -> None:
    assert term_of(printed) is None


@pytest.mark.parametrize("on", [date(2024, 1, 1), date(2025, 12, 31)])
def test_both_days_of_the_term_count(context: Context, on: date) -> None:
    assert not found(context, on=on)


@pytest.mark.parametrize("on", [date(2023, 12, 31), date(2026, 1, 1)])
def test_care_outside_the_term_wants_a_decision(context: Context, on: date) -> None:
    (finding,) = found(context, on=on)
    assert (finding.code, finding.severity) == ("agreement-term", Severity.DECISION)
    assert TERM in finding.message
    assert str(on) in finding.message


def test_the_day_of_the_line_goes_before_that_of_the_discharge(context: Context) -> None:
    assert not found(context, on=date(2026, 1, 2), date="2025-12-30")
    assert len(found(context, on=date(2025, 12, 30), date="2026-01-02")) == 1


def test_standards_are_read_with_strength_and_unit() -> None:
    small, large = standards_of(PRICED)
    assert (small, large.price) == (Standard(Decimal("11.73"), "5ML", "支"), Decimal("19.94"))


@pytest.mark.parametrize("printed", ["", "企业申请价格保密", "*", "1.39元(每丸重0.14g(相当于饮片0.16g))"])
def test_a_price_that_is_not_for_a_plain_unit_decides_nothing(printed: str) -> None:
    assert standards_of(printed) == ()


def test_a_price_above_the_standard_of_the_very_strength_wants_a_decision(context: Context) -> None:
    (finding,) = found(context, spec="5ml", unit="支", unit_price="12.73", quantity="3")
    assert (finding.code, finding.severity) == ("above-standard", Severity.DECISION)
    assert "超出部分共3.00元" in finding.message


@pytest.mark.parametrize(
    "cells",
    [
        {"spec": "5ml", "unit": "支", "unit_price": "11.73"},
        {"spec": "10ml", "unit": "支", "unit_price": "19.00"},
        {"spec": "5ml", "unit": "盒", "unit_price": "110.00"},
        {"spec": "20ml", "unit": "支", "unit_price": "99.00"},
        {"spec": "", "unit": "支", "unit_price": "99.00"},
        {"spec": "5ml", "unit": "支", "unit_price": "十元"},
    ],
)
def test_a_price_within_the_standard_or_not_comparable_is_silent(context: Context, cells: dict[str, Any]) -> None:
    assert not found(context, **cells)


def test_a_price_still_in_doubt_waits(context: Context) -> None:
    assert not found(context, spec="5ml", unit="支", unit_price="12.73", quantity="3", standing=Standing.DOUBTFUL)


def test_an_entry_that_was_not_negotiated_is_silent(context: Context) -> None:
    assert not list(negotiated(a_claim(), context()))
