"""What makes a signer look closer, and what is wrong with a batch as a whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from review.services.batch_checks import LARGE, batch_checks, risks


def a_row(**changes: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "number": "20250401-0001",
        "insured_name": "张小满",
        "insured_id_number": "360799198501010011",
        "account_holder": "张小满",
        "account_number": "6222",
        "entered_by": "li",
        "first_reviewer": "li",
        "second_reviewer": "wang",
        "total": Decimal("100.00"),
        "payable": Decimal("60.00"),
        "decided": 0,
        "clues": 0,
        "basic_fund": "50.00",
        "serious_illness_fund": "10.00",
        "medical_aid_fund": "0.00",
        "supplement_fund": "0.00",
    }
    return row | changes


def faults(*rows: dict[str, Any]) -> dict[str, str]:
    return {check.title: check.message for check in batch_checks(rows) if not check.ok}


def test_a_plain_claim_has_no_risks_and_a_sound_batch_no_faults() -> None:
    assert risks(a_row()) == ()
    assert faults(a_row()) == faults() == {}


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"total": LARGE}, "20000 元以上"),
        ({"decided": 2}, "2 条疑点"),
        ({"clues": 1}, "1 条线索"),
        ({"account_holder": "李四"}, "不是本人"),
    ],
)
def test_each_risk_is_named(changes: dict[str, Any], word: str) -> None:
    (risk,) = risks(a_row(**changes))
    assert word in risk


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"second_reviewer": "li"}, "每单两人审核"),
        ({"second_reviewer": ""}, "每单两人审核"),
        ({"payable": Decimal("60.01")}, "应付金额等于各基金之和"),
        ({"account_number": ""}, "收款账户齐全"),
    ],
)
def test_each_fault_of_a_claim_is_named_with_its_number(changes: dict[str, Any], title: str) -> None:
    assert faults(a_row(**changes)) == {title: "20250401-0001"}


def test_one_account_for_two_people_and_one_person_twice_are_named() -> None:
    other = {"number": "20250401-0002", "insured_id_number": "360799199002020022"}
    assert faults(a_row(), a_row(**other)) == {"同一账户只收一人的款": "20250401-0001、20250401-0002"}
    assert "同一人只有一单" in faults(a_row(), a_row(number="20250401-0002"))
