"""A claim takes what is known of its year; what a person typed stands and is shown beside."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from review.accumulators.combining import OWN_ONLY
from review.accumulators.taking import APART, AtOdds, at_odds, taken
from review.claim.claim import AccountSum, YearToDate

KNOWN = YearToDate(
    stays=2,
    basic_fund=Decimal("1000.00"),
    source="平台导入 2025-03-01（批次 3）",
    accounts=(AccountSum("outpatient.fund", Decimal("50.00")),),
)


def test_an_untouched_year_takes_all_that_is_known() -> None:
    assert taken(YearToDate(), KNOWN) == KNOWN
    assert taken(KNOWN, YearToDate()) == YearToDate()


def test_a_typed_figure_stands_and_the_source_says_so() -> None:
    held = YearToDate(basic_fund=Decimal("900.00"), typed=("basic_fund",))
    year = taken(held, KNOWN)
    assert (year.stays, year.basic_fund, year.typed) == (2, Decimal("900.00"), ("basic_fund",))
    assert year.source == "平台导入 2025-03-01（批次 3）；经办人录入：统筹已付（已知 1,000.00）"
    assert at_odds(year, KNOWN) == (AtOdds("basic_fund", Decimal("900.00"), Decimal("1000.00")),)


def test_a_typed_source_stands_in_front_of_what_is_known() -> None:
    held = YearToDate(source="电话核实", typed=("source",))
    year = taken(held, KNOWN)
    assert year.source == f"电话核实{APART}{KNOWN.source}"
    assert taken(year, KNOWN) == year
    assert taken(year, YearToDate()) == held


def test_beside_a_typed_source_own_claims_need_no_word_of_the_platform() -> None:
    held = YearToDate(source="省平台查询", typed=("source",))
    own = YearToDate(stays=1, source=f"本单位本年已核定 1 笔{OWN_ONLY}")
    assert taken(held, own).source == f"省平台查询{APART}本单位本年已核定 1 笔"


def test_figures_typed_without_source_have_none_while_nothing_is_known() -> None:
    held = YearToDate(stays=1, typed=("stays",))
    assert taken(held, YearToDate()) == held


def test_typed_accounts_stand_all_together() -> None:
    held = replace(KNOWN, accounts=(AccountSum("chronic.fund", Decimal(7)),), typed=("accounts",))
    assert [one.name for one in taken(held, KNOWN).accounts] == ["chronic.fund"]
    assert [one.name for one in at_odds(held, KNOWN)] == ["chronic.fund", "outpatient.fund"]


def test_taking_twice_is_taking_once() -> None:
    held = YearToDate(basic_fund=Decimal("900.00"), typed=("basic_fund",))
    assert taken(taken(held, KNOWN), KNOWN) == taken(held, KNOWN)
