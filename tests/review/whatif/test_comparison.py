"""The values a replay gives: what rooms, commands and workbooks read from them."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.plain import plain
from review.whatif.comparison import Axis, Change, Fund, Paid, Row
from review.whatif.replay import compared, tally_of
from tests.review.whatif.visits import a_pack, a_person, a_visit

if TYPE_CHECKING:
    from pathlib import Path

    from review.whatif.comparison import Comparison


def a_paid(basic: str = "0", personal: str = "0") -> Paid:
    return Paid(basic_fund=Decimal(basic), personal=Decimal(personal))


def a_row(total: str, a: str, b: str) -> Row:
    return Row(key="", claims=1, people=1, total=Decimal(total), a=a_paid(a), b=a_paid(b), gained=0, lost=0)


def a_comparison(folder: Path) -> Comparison:
    packs = a_pack(folder, ratio="0.5"), a_pack(folder, "b", ratio="0.75")
    return compared("两单", tally_of([a_person(a_visit("1"), a_visit("2", "200.00"))], packs), packs)


def test_all_funds_together_leave_the_person_out() -> None:
    paid = Paid(
        basic_fund=Decimal(1),
        serious_illness_fund=Decimal(20),
        medical_aid_fund=Decimal(300),
        supplement_fund=Decimal(4000),
        personal=Decimal(50000),
    )
    assert paid.funds == 4321
    assert paid.of(Fund.MEDICAL_AID) == 300


def test_the_share_of_the_cost_has_four_places_and_is_none_without_cost() -> None:
    row = a_row("300.00", "100.00", "200.00")
    assert (row.share(row.a), row.share(row.b)) == (Decimal("0.3333"), Decimal("0.6667"))
    assert row.difference == 100
    assert a_row("0.00", "0", "0").share(a_paid()) is None
    assert a_row("-5.00", "0", "0").share(a_paid()) is None


def test_a_change_is_what_the_funds_pay_more() -> None:
    change = Change(
        person="某人",
        claims=("1",),
        scheme="resident",
        group="none",
        total=Decimal(100),
        a=a_paid("70"),
        b=a_paid("50.5"),
    )
    assert change.difference == Decimal("-19.5")


def test_rows_are_found_by_axis_and_funds_come_with_both_sides(tmp_path: Path) -> None:
    found = a_comparison(tmp_path)
    (row,) = found.by(Axis.LEVEL)
    assert (row.key, row.claims) == ("tertiary", 2)
    assert next(iter(found.funds())) == (Fund.BASIC, Decimal("600.00"), Decimal("900.00"))
    assert replace(found, tables=()).by(Axis.LEVEL) == ()


def test_a_comparison_can_be_written_as_json(tmp_path: Path) -> None:
    tree = json.loads(json.dumps(plain(a_comparison(tmp_path)), ensure_ascii=False))
    assert tree["title"] == "两单"
    assert tree["whole"]["b"]["basic_fund"] == "900.00"
    assert {table["axis"]: len(table["rows"]) for table in tree["tables"]} == dict.fromkeys(Axis, 1)
    assert tree["winners"]["largest"][0]["claims"] == ["1", "2"]


def test_a_comparison_cannot_be_changed(tmp_path: Path) -> None:
    found = a_comparison(tmp_path)
    with pytest.raises(FrozenInstanceError):
        found.title = "别的"  # type: ignore[misc]
