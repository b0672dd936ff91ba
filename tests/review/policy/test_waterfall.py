"""The waterfall leads from the total to the person: every bar begins where the one before it ended."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from review.policy.settlement import Settlement
from review.policy.waterfall import Fall, Side, percent, rate_of, waterfall
from tests.review.policy.ladders import a_layer, a_settlement, a_step, yuan


def falls(settlement: Settlement) -> dict[str, Fall]:
    return {fall.key: fall for fall in waterfall(settlement).falls}


def test_each_step_is_taken_off_what_the_one_before_left() -> None:
    shown = falls(a_settlement())
    assert (shown["self_paid"].start, shown["self_paid"].end) == (yuan(28000), yuan(30000))
    assert shown["advance_self_pay"].end == shown["self_paid"].start
    assert shown["advance_out_of_region"].end == shown["eligible"].end == yuan(27000)
    assert shown["copay"].start == shown["basic_fund"].end == yuan(12600)


def test_funds_stand_on_one_another_and_the_person_on_all_of_them() -> None:
    shown = falls(a_settlement(serious_illness_fund=2000, medical_aid_fund=1000, fund_total=15600, personal=14400))
    assert shown["serious_illness_fund"].start == shown["basic_fund"].end
    assert shown["medical_aid_fund"].start == shown["serious_illness_fund"].end
    assert (shown["personal"].start, shown["personal"].end) == (yuan(15600), yuan(30000))


def test_every_layer_of_a_pack_has_a_bar_of_its_own() -> None:
    layers = (a_layer("one", "2579 补充", 300), a_layer("two", "351 兜底", 200))
    shown = falls(a_settlement(layers=layers, supplement_fund=500, fund_total=13100, personal=16900))
    assert shown["one_fund"].title == "2579 补充支付"
    assert (shown["two_fund"].start, shown["two_fund"].end) == (yuan(12900), yuan(13100))
    assert "medical_aid_fund" not in shown


def test_a_fall_shows_its_arithmetic() -> None:
    step = a_step("basic_fund", 12600, "0.60", 一="1000.00 × 0.60", 二="2000.00 × 0.7", 三="1 × 0.8", 四="1 × 0.9")
    assert falls(a_settlement())["basic_fund"].how == "21,000.00 × 60%"
    assert falls(a_settlement())["advance_out_of_region"].how == "20%"
    assert falls(a_settlement())["copay"].how == ""
    assert falls(a_settlement(trace=(step,)))["basic_fund"].how.endswith("1.00 × 80%…")


def test_steps_of_nothing_are_left_out_but_what_a_reader_looks_for_stays() -> None:
    shown = falls(a_settlement())
    assert "over_limit" not in shown
    assert "supplement_fund" not in shown
    assert shown["medical_aid_fund"].amount == 0


def test_what_others_paid_lies_between_the_eligible_cost_and_the_rest() -> None:
    shown = falls(a_settlement(already_paid=4000, copay=4400, personal=13400))
    assert shown["already_paid"].side is Side.ELSEWHERE
    assert (shown["already_paid"].start, shown["already_paid"].end) == (yuan(23000), yuan(27000))
    assert shown["advance_out_of_region"].end == yuan(23000)


def test_what_others_paid_may_come_off_at_the_end_where_a_pack_says_so() -> None:
    shown = falls(a_settlement(already_paid=4000, personal=13400))
    assert (shown["already_paid"].start, shown["already_paid"].end) == (yuan(26000), yuan(30000))
    assert shown["personal"].end == yuan(26000)
    assert shown["advance_out_of_region"].end == yuan(27000)


def test_a_settlement_of_today_without_layers_shows_none() -> None:
    assert "medical_aid_fund" not in falls(a_settlement(day=date(2025, 3, 12)))


def test_a_negative_total_lies_left_of_zero_and_a_claim_of_nothing_has_no_width() -> None:
    refund = waterfall(a_settlement(total=-500, eligible=-500, personal=-500, fund_total=0, basic_fund=0))
    assert refund.low < 0 <= refund.high
    assert all(fall.start <= fall.end for fall in refund.falls)
    nothing = waterfall(Settlement(pack=a_settlement().pack))
    assert {nothing.span(fall) for fall in nothing.falls} == {(0.0, 0.0)}


def test_spans_are_parts_of_the_whole_width() -> None:
    fall = waterfall(a_settlement())
    spans = [fall.span(one) for one in fall.falls]
    assert spans[0] == (0.0, 1.0)
    assert all(0 <= span.start <= span.end <= 1 for span in spans)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0.60", "60%"),
        ("0 起 0.60、30000 起 0.65", "60–65%"),
        ("20%", "20%"),
        ("600", ""),
        ("28753.00", ""),
        ("起付线、比例自付", ""),
        ("0", ""),
        ("1", "100%"),
        ("0.025", "2.5%"),
    ],
)
def test_a_rate_is_shown_only_where_the_parameter_is_one(value: str, shown: str) -> None:
    assert rate_of(a_step("basic_fund", 1, value)) == shown


def test_a_step_without_parameter_has_no_rate() -> None:
    assert rate_of(a_step("copay", 1)) == ""
    assert percent(Decimal("0.855")) == "85.5%"
