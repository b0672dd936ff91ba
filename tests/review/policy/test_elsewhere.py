"""What others paid or owe: taken off first or last, and who bears what in the end, to the fen."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.review.policy.worlds import a_line, settled, steps, warned, world

LAYERS = {"aid": {"fund": "medical_aid", "terms": {"threshold": "0", "ratio": "0.50", "ceiling": "unlimited"}}}
LAST = {"paid_elsewhere": "person_first"}


def test_what_another_insurer_paid_leaves_the_eligible_cost_first() -> None:
    pack = world(basic={"deductible": "600"}, layers=LAYERS, general={"paid_elsewhere": "eligible_first"})
    done = settled(pack, 3000, already_paid="1000")
    assert (done.basic_fund, done.medical_aid_fund, done.personal) == (840, 580, 580)
    step = steps(done)["already_paid"]
    assert (step.inputs["待付费用"], step.parameter is not None) == ("2000.00", True)


def test_or_it_comes_off_what_the_person_bears_in_the_end() -> None:
    pack = world(basic={"deductible": "600"}, layers=LAYERS, general=LAST)
    done = settled(pack, 3000, already_paid="500")
    assert (done.basic_fund, done.medical_aid_fund, done.personal) == (1440, 780, 280)
    assert [step.step for step in done.trace][-3:] == ["already_paid", "fund_total", "personal"]
    assert warned(done, "先抵个人负担")


@pytest.mark.parametrize(
    ("paid", "basic", "aid"), [("780", 1440, 780), ("1000", 1440, 560), ("2000", 1000, 0), ("9000", 0, 0)]
)
def test_funds_pay_less_only_where_the_whole_cost_would_be_exceeded(paid: str, basic: int, aid: int) -> None:
    pack = world(basic={"deductible": "600"}, layers=LAYERS, general=LAST)
    done = settled(pack, 3000, already_paid=paid)
    assert (done.basic_fund, done.medical_aid_fund) == (basic, aid)
    assert done.fund_total + done.personal + done.already_paid == 3000
    assert done.after.basic_fund == basic
    assert done.after.of("aid.fund") == aid == sum(amount for _, amount in done.layers[0].taken)
    told = {step.step: step.result for step in done.trace}
    assert (told["basic_fund"], told["aid_fund"]) == (basic, aid)


def test_the_share_others_owe_is_not_eligible() -> None:
    pack = world(general={"third_party": "excluded"})
    done = settled(pack, a_line(100), a_line(200, "B"), a_line(50, "C"), care={"third_party": "0.30"})
    assert (done.third_party, done.self_paid, done.eligible) == (84, 134, 196)
    assert [share.eligible for share in done.lines] == [70, 126, 0]
    assert [share.why for share in done.lines] == ["第三人应负担 30%", "第三人应负担 30%", "丙类或目录外"]
    assert warned(done, "第三人应负担 30%，计 84.00 元，基金不予支付。")
    assert steps(done)["third_party"].parameter


def test_without_word_of_the_pack_the_law_holds_and_is_named() -> None:
    done = settled(world(), 100, care={"third_party": "1"})
    assert (done.fund_total, done.personal, done.third_party) == (0, 100, 100)
    assert warned(done, "社会保险法第三十条")
    assert steps(done)["third_party"].parameter.clause == "第三十条"


def test_what_the_fund_advances_for_others_is_to_be_recovered() -> None:
    done = settled(world(general={"third_party": "advanced"}), 1000, care={"third_party": "0.30"})
    assert (done.basic_fund, done.third_party) == (600, 0)
    assert warned(done, "基金先行支付，其中 180.00 元应向第三人追偿")


def test_no_layer_counts_what_third_parties_owe() -> None:
    every = {"everything": {"base": ["self_paid"], "terms": {"threshold": "0", "ratio": "1", "ceiling": "unlimited"}}}
    done = settled(world(layers=every), 100, a_line(50, "C"), care={"third_party": "0.30"})
    assert (done.supplement_fund, done.third_party) == (50, 30)
    assert dict(done.burdens)["third_party"] == 30


def test_an_injury_without_word_of_third_parties_is_pointed_out() -> None:
    done = settled(world(kinds={"injury": {"like": "inpatient"}}), 100, care={"kind": "injury"})
    assert warned(done, "没有写明第三人责任比例")


@pytest.mark.parametrize("general", [{}, LAST], ids=["eligible first", "person first"])
@pytest.mark.parametrize("paid", ["0", "700", "1850", "2900"])
def test_burdens_funds_and_what_others_paid_are_the_whole(general: Any, paid: str) -> None:
    pack = world(general=general, layers=LAYERS, basic={"deductible": "300", "ceiling": "500"}, away="0.10")
    lines = (a_line(2000, "B"), a_line(700, "C"), a_line(200, quantity="1", price_limit="150"))
    done = settled(pack, *lines, care={"third_party": "0.20"}, already_paid=paid)
    assert sum(amount for _, amount in done.burdens) == done.personal
    assert done.personal + done.fund_total + Decimal(paid) == 2900
    assert all(amount >= 0 for _, amount in done.burdens)


@pytest.mark.parametrize(
    ("lines", "burdens"),
    [
        ((a_line(2000), a_line(-1500, "C")), {"copay": 200}),
        ((a_line(-300), a_line(1000, "C")), {"self_paid": 700}),
        ((a_line(1000), a_line(-200, "C"), a_line(100, "B", advance_ratio="1")), {"copay": 360}),
        ((a_line(5), a_line(-9)), {}),
    ],
)
def test_refunds_are_set_off_against_what_the_person_bears_first(lines: Any, burdens: dict[str, int]) -> None:
    done = settled(world(), *lines)
    assert {name: amount for name, amount in done.burdens if amount} == burdens
    assert done.fund_total + done.personal == done.total
