"""Lists of items: which lines are on one, what holds for them, and what is paid apart from the ladder."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.review.policy.worlds import a_line, settled, steps, warned, world

Tree = dict[str, Any]


def listed(terms: Tree, when: Tree | None = None, **match: Any) -> Tree:
    return {"title": "专项名单", "match": match, "terms": terms} | ({"when": when} if when else {})


@pytest.mark.parametrize(
    ("match", "line", "on"),
    [
        ({"codes": ["XL02B"]}, {"code": "XL02BBA326"}, True),
        ({"codes": ["XL02B"]}, {"code": "XL02"}, False),
        ({"names": ["利妥昔"]}, {"name": "注射用利妥昔单抗"}, True),
        ({"names": ["氯"]}, {"name": "0.9%氯化钠"}, True),
        ({"names": ["利妥昔单抗注射液（大）"]}, {"name": "利妥昔"}, False),
        ({"tags": ["special"]}, {"tags": ["x", "special"]}, True),
        ({"tags": ["special"]}, {}, False),
        ({"classes": ["B"]}, {"class": "B", "advance_ratio": "0"}, True),
        ({"classes": ["B"], "names": ["项"]}, {}, False),
        ({"codes": ["A1"], "names": ["项目"]}, {"code": "B2"}, True),
    ],
)
def test_a_line_is_on_a_list_by_code_name_or_tag(match: Tree, line: Tree, *, on: bool) -> None:
    pack = world(items={"one": listed({"ratio": "0.50"}, **match)}, basic={"ratio": "0"})
    assert settled(pack, a_line(100) | line).basic_fund == (50 if on else 0)


def test_the_first_list_that_is_meant_for_the_case_holds() -> None:
    items = {
        "workers": listed({"advance": "0.90"}, {"schemes": ["employee"]}, names=["项目"]),
        "first": listed({"advance": "0.30"}, names=["项"]),
        "second": listed({"advance": "0.50"}, names=["项目"]),
    }
    (share,) = settled(world(items=items), a_line(100, "B")).lines
    assert (share.advance_self_pay, share.advance_ratio, share.why) == (30, Decimal("0.30"), "专项名单")


def test_what_the_case_says_of_a_line_goes_before_its_list() -> None:
    pack = world(items={"one": listed({"advance": "0.30", "limit": "5"}, names=["项目"])})
    done = settled(pack, a_line(100, "B", advance_ratio="0.20", quantity="10", price_limit="4"))
    assert (done.over_limit, done.advance_self_pay) == (60, 8)


def test_the_lower_limit_of_a_unit_holds() -> None:
    pack = world(items={"one": listed({"limit": "3.5"}, names=["项目"])})
    assert settled(pack, a_line(100, quantity="10", price_limit="4")).over_limit == 65
    assert settled(pack, a_line(100, quantity="10", price_limit="3")).over_limit == 70
    assert warned(settled(pack, 100), "“项目”有限价而无数量")


def test_a_list_brings_a_line_of_class_c_back_unless_a_person_took_it_out() -> None:
    pack = world(items={"one": listed({"class": "A"}, names=["藏药"])})
    line = {"name": "藏药七味", "amount": "100", "class": "C", "why": "目录外"}
    assert settled(pack, line).eligible == 100
    out = settled(pack, line | {"excluded": True, "why": "超限定支付范围"})
    assert (out.eligible, out.lines[0].why) == (0, "超限定支付范围")


def test_a_list_may_put_a_line_outside() -> None:
    (share,) = settled(world(items={"one": listed({"class": "C"}, names=["项目"])}), 100).lines
    assert (share.self_paid, share.payment_class, share.why) == (100, "C", "丙类或目录外；专项名单")


def test_class_b_has_shares_by_level_or_scheme() -> None:
    table = [{"when": {"schemes": ["employee"]}, "value": "0.05"}, {"value": "0.15"}]
    pack = world(general={"class_b_advance": table})
    assert settled(pack, a_line(100, "B")).advance_self_pay == 15
    assert settled(pack, a_line(100, "B"), insured={"scheme": "employee"}).advance_self_pay == 5


def test_what_is_paid_apart_bears_no_deductible_and_no_share_away_from_home() -> None:
    items = {"special": listed({"ratio": "0.70", "advance": "0.10"}, tags=["special"])}
    pack = world(items=items, basic={"deductible": "600"}, away="0.20")
    done = settled(pack, a_line(1000, "B", tags=["special"]), 2000)
    assert (done.advance_out_of_region, done.deductible) == (400, 600)
    assert (done.basic_fund, done.copay) == (630 + 600, 270 + 400)
    step = steps(done)["apart_special"]
    assert (step.inputs["单列费用"], step.result) == ("900.00 × 0.70", 630)
    assert steps(done)["basic_fund"].inputs["单列支付"] == "630.00"
    assert done.after.basic_fund == 1230


@pytest.mark.parametrize(("used", "apart", "over"), [("0", 700, 0), ("500", 500, 286), ("1000", 0, 1000)])
def test_what_is_paid_apart_is_within_the_years_ceiling(used: str, apart: int, over: int) -> None:
    items = {"special": listed({"ratio": "0.70"}, tags=["special"])}
    pack = world(items=items, basic={"ceiling": "1000"})
    done = settled(pack, a_line(1000, tags=["special"]), year={"basic_fund": used})
    assert (done.basic_fund, round(done.over_ceiling)) == (apart, over)
    assert done.basic_fund + done.copay + done.over_ceiling == 1000


def test_the_trace_names_the_list_its_lines_and_its_grounds() -> None:
    items = {"special": listed({"limit": "9", "advance": "0.05"}, names=["支架"])}
    done = settled(world(items=items), a_line(10, "B", name="支架甲", quantity="1"), 5)
    step = steps(done)["item_special"]
    assert (step.title, dict(step.inputs), step.result) == ("专项名单", {"1. 支架甲": "10"}, 10)
    assert step.parameter
    assert (step.parameter.value, step.parameter.document) == ("限价 9，先行自付 0.05", "测发〔2020〕1号")


def test_a_refund_of_a_line_paid_apart_is_set_off_there() -> None:
    items = {"special": listed({"ratio": "0.70"}, tags=["special"])}
    pack = world(items=items)
    lines = (a_line(1000, tags=["special"]), a_line(-400, tags=["special"]))
    assert settled(pack, *lines).basic_fund == 420
    assert settled(pack, a_line(-400, tags=["special"]), 1000).basic_fund == 360
