"""The four columns of a line, and how fen are carried where only the sum is rounded."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from review.packs.pack_model import Pack
from review.policy.case import Case
from review.policy.settle import settle
from tests.packs.shelf import small_tree


def columns(line: dict[str, Any], **care: Any) -> list[str]:
    """Self-paid, over the limit, advance self-payment, eligible of one line."""
    place = {"kind": "inpatient", "hospital_level": "primary", "region": "other_province"}
    case = Case.model_validate({"insured": {"scheme": "resident"}, "care": place | care, "lines": [line]})
    (share,) = settle(case, Pack.model_validate(small_tree({}))).lines
    return [str(x) for x in (share.self_paid, share.over_limit, share.advance_self_pay, share.eligible)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"amount": "100", "class": "A"}, ["0.00", "0.00", "0.00", "100.00"]),
        ({"amount": "100", "class": "B"}, ["0.00", "0.00", "10.00", "90.00"]),
        ({"amount": "100", "class": "B", "advance_ratio": "0.30"}, ["0.00", "0.00", "30.00", "70.00"]),
        ({"amount": "100", "class": "A", "advance_ratio": "0.05"}, ["0.00", "0.00", "5.00", "95.00"]),
        ({"amount": "100.00", "class": "C"}, ["100.00", "0.00", "0.00", "0.00"]),
        ({"amount": "100.00", "class": "C", "quantity": "1", "price_limit": "5"}, ["100.00", "0.00", "0.00", "0.00"]),
        ({"amount": "100", "class": "B", "quantity": "4", "price_limit": "20"}, ["0.00", "20.00", "8.00", "72.00"]),
        ({"amount": "100", "class": "B", "quantity": "4", "price_limit": "25"}, ["0.00", "0.00", "10.00", "90.00"]),
        ({"amount": "10", "class": "A", "quantity": "3", "price_limit": "3.333333"}, ["0.00", "0.00", "0.00", "10.00"]),
        ({"amount": "-100", "class": "B", "quantity": "4", "price_limit": "20"}, ["0.00", "-20.00", "-8.00", "-72.00"]),
        (
            {"amount": "-100", "class": "B", "quantity": "-4", "price_limit": "20"},
            ["0.00", "-20.00", "-8.00", "-72.00"],
        ),
        ({"amount": "0.05", "class": "B"}, ["0.00", "0.00", "0.01", "0.04"]),
        ({"amount": "0.04", "class": "B"}, ["0.00", "0.00", "0.00", "0.04"]),
    ],
)
def test_a_line_falls_into_its_columns(line: dict[str, Any], expected: list[str]) -> None:
    assert columns({"name": "项目"} | line) == expected


@pytest.mark.parametrize(
    ("care", "eligible"),
    [
        ({"designated": True}, "100.00"),
        ({"designated": False}, "0.00"),
        ({"designated": False, "filing": "emergency"}, "100.00"),
        ({"designated": False, "filing": "referral"}, "0.00"),
    ],
)
def test_hospitals_without_contract_are_paid_in_emergencies_only(care: dict[str, Any], eligible: str) -> None:
    assert columns({"name": "项目", "amount": "100.00", "class": "A"}, **care)[3] == eligible


def test_a_sum_rounded_once_carries_its_fen_from_line_to_line() -> None:
    place = {"kind": "inpatient", "hospital_level": "primary", "region": "same_city"}
    lines = [{"name": "项目", "amount": "0.04", "class": "B"}] * 5
    case = Case.model_validate({"insured": {"scheme": "resident"}, "care": place, "lines": lines})
    once = {"rounding": {"mode": "half_up", "where": "on_sum"}}
    done = settle(case, Pack.model_validate(small_tree(once)))
    assert [str(share.advance_self_pay) for share in done.lines] == ["0.00", "0.01", "0.00", "0.01", "0.00"]
    assert done.advance_self_pay == Decimal("0.02")


def test_the_reason_goes_with_the_line() -> None:
    place = {"kind": "inpatient", "hospital_level": "primary", "region": "same_city"}
    lines = [
        {"name": "甲", "amount": "1", "class": "C"},
        {"name": "乙", "amount": "1", "class": "C", "why": "超限定支付范围", "line_id": 7},
    ]
    case = Case.model_validate({"insured": {"scheme": "resident"}, "care": place, "lines": lines})
    shares = settle(case, Pack.model_validate(small_tree({}))).lines
    assert [(share.why, share.line_id) for share in shares] == [("丙类或目录外", 0), ("超限定支付范围", 7)]
