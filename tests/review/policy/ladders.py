"""Settlements written down by hand: a resident far from home, with the steps a reader would ask for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from review.packs.stated import PackUsed, Parameter
from review.policy.settlement import LayerShare, LineShare, Settlement, Step


def yuan(amount: int | str) -> Decimal:
    return Decimal(amount).quantize(Decimal("0.01"))


def a_line(name: str, amount: int, payment_class: str = "A", why: str = "", **columns: int) -> LineShare:
    """A line whose eligible part is what the other columns leave."""
    split: dict[str, Any] = {key: yuan(columns.get(key, 0)) for key in ("self_paid", "over_limit", "advance_self_pay")}
    eligible = yuan(amount) - sum(split.values())
    return LineShare(name=name, amount=yuan(amount), payment_class=payment_class, why=why, eligible=eligible, **split)


LINES = (
    a_line("西药费", 18000),
    a_line("乙类药", 10000, "B", advance_self_pay=1000),
    a_line("护理垫", 500, "C", "目录外", self_paid=500),
    a_line("自费药", 1500, "C", "丙类：某药", self_paid=1500),
)


def a_step(key: str, result: int, value: str = "", name: str = "支付比例", **inputs: str) -> Step:
    """A step; with a value it rests on a parameter."""
    used = Parameter(name=name, value=value, since="2025-01-01", document="甲发〔2025〕1号", clause="第三条")
    return Step(step=key, formula="甲 × 乙", inputs=inputs, parameter=used if value else None, result=yuan(result))


def a_layer(name: str, title: str, payment: int) -> LayerShare:
    """What a supplement paid."""
    sums: dict[str, Any] = {"counted": yuan(9000), "threshold": yuan(0), "payment": yuan(payment)}
    return LayerShare(id=name, title=title, fund="supplement_fund", **sums)


STEPS = (
    a_step("total", 30000),
    a_step("advance_self_pay", 1000, "0.10"),
    a_step("advance_out_of_region", 5400, "0.20"),
    a_step("deductible", 600, "600", "起付线"),
    a_step("basic_fund", 12600, "0.60", 第一段="21000.00 × 0.60"),
    a_step("serious_illness_base", 9000),
    a_step("serious_illness_fund", 0, "0.60", 起付线="17000.00"),
    a_step("personal", 17400),
)

SUMS = {
    "total": 30000,
    "self_paid": 2000,
    "advance_self_pay": 1000,
    "eligible": 27000,
    "advance_out_of_region": 5400,
    "deductible": 600,
    "copay": 8400,
    "basic_fund": 12600,
    "fund_total": 12600,
    "personal": 17400,
}


def a_settlement(**changes: Any) -> Settlement:
    """30,000 yuan in another province, not filed: 12,600 from the basic fund, 17,400 the person's own."""
    kept: dict[str, Any] = {key: yuan(amount) for key, amount in SUMS.items()}
    kept |= {
        "pack": PackUsed(id="test", version="1", status="unconfirmed", title="样例"),
        "lines": LINES,
        "trace": STEPS,
    }
    sums = {key: yuan(value) if isinstance(value, int) else value for key, value in changes.items()}
    return Settlement(**kept | sums)
