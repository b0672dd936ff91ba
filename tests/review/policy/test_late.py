"""Papers that come in late: in time to the last day, then refused or paid less; and what cannot be told is said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from review.errors import PolicyError
from review.packs.pack_model import Pack
from review.packs.terms import Late
from review.policy.late import deadline
from tests.review.policy.worlds import settled, steps, tree_of, warned, world

CALENDAR = {"calendar": "03-31", "effect": "refused"}
POINTS = {"days": 90, "effect": "points", "points": "0.10"}


@pytest.mark.parametrize(
    ("stated", "last"),
    [
        (CALENDAR, date(2026, 3, 31)),
        (POINTS, date(2025, 6, 10)),
        (CALENDAR | {"days": 30}, date(2026, 3, 31)),
        ({"calendar": "01-31", "days": 400, "effect": "refused"}, date(2026, 4, 16)),
    ],
)
def test_the_last_day_in_time(stated: dict[str, Any], last: date) -> None:
    assert deadline(Late.model_validate(stated), date(2025, 3, 12)) == last


def test_late_papers_are_refused_with_the_day_and_a_cure() -> None:
    pack = world(general={"late": CALENDAR})
    assert settled(pack, 100, care={"received": "2026-03-31"}).basic_fund == 60
    with pytest.raises(PolicyError, match="2026-04-01 受理，已过申报截止日 2026-03-31") as raised:
        settled(pack, 100, care={"received": "2026-04-01"})
    assert (raised.value.code, bool(raised.value.advice)) == ("late", True)


def test_late_papers_are_paid_less_where_the_pack_says_so() -> None:
    pack = world(general={"late": POINTS})
    assert settled(pack, 100, care={"received": "2025-06-10"}).basic_fund == 60
    done = settled(pack, 100, care={"received": "2025-06-11"})
    assert done.basic_fund == 50
    assert warned(done, "逾期申报，支付比例降低 10%")
    assert [one.value for one in steps(done)["basic_fund"].more] == ["-0.10"]


def test_a_rule_for_some_only_leaves_the_others_alone() -> None:
    pack = world(general={"late": [{"when": {"schemes": ["employee"]}, "value": CALENDAR}]})
    assert settled(pack, 100, care={"received": "2027-01-01"}).basic_fund == 60


def test_what_cannot_be_told_without_days_is_said() -> None:
    assert warned(settled(world(general={"late": CALENDAR}), 100), "无法核对是否逾期申报")


def test_the_year_of_receipt_decides_where_the_pack_says_so() -> None:
    pack = world(general={"year_by": "received"})
    assert settled(pack, 100, care={"received": "2026-01-05"}).day == date(2026, 1, 5)
    unknown = settled(pack, 100)
    assert unknown.day == date(2025, 3, 12)
    assert warned(unknown, "没有受理日期，暂按 2025-03-12 计算")


@pytest.mark.parametrize(("by", "paid", "counted"), [("admitted", 100, "入院日"), ("discharged", 60, "出院日")])
def test_a_status_counts_on_its_day(by: str, paid: int, counted: str) -> None:
    ratio = [{"when": {"groups": ["subsistence"]}, "value": "1"}, {"value": "0.60"}]
    pack = world(general={"status_day": by}, basic={"ratio": ratio})
    left = {"group": "subsistence", "from": "2024-01-01", "until": "2025-03-05"}
    done = settled(pack, 100, insured={"groups": [left]})
    assert done.basic_fund == paid
    assert warned(done, f"住院期间困难身份有变，按{counted}的身份计算")


def test_care_before_entry_into_a_group_is_settled_as_before() -> None:
    ratio = [{"when": {"groups": ["destitute"]}, "value": "1"}, {"value": "0.60"}]
    later = {"group": "destitute", "from": "2025-03-13"}
    done = settled(world(basic={"ratio": ratio}), 100, insured={"groups": [later]})
    assert (done.basic_fund, warned(done, "困难身份")) == (60, False)


@pytest.mark.parametrize(
    ("stated", "fault"),
    [
        ({"effect": "refused"}, "逾期要写 calendar"),
        ({"calendar": "02-30", "effect": "refused"}, "calendar 不是每年都有的日子"),
        ({"calendar": "02-29", "effect": "refused"}, "calendar 不是每年都有的日子"),
        ({"days": 30, "effect": "points"}, "要写 points"),
        ({"days": 30, "effect": "refused", "points": "0.1"}, "不要写"),
    ],
)
def test_a_faulty_rule_is_refused(stated: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        Pack.model_validate(tree_of(general={"late": stated}))


def test_a_pack_for_others_settles_nothing_itself() -> None:
    with pytest.raises(PolicyError, match="不能单独用于结算") as raised:
        settled(Pack.model_validate(tree_of() | {"partial": True}), 100)
    assert raised.value.code == "partial-pack"
