"""The blocks of a sheet with unusual claims: outpatients, the retired, refunds, several receipts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.claim.claim import AccountSum, CareKind, Filing, YearToDate
from review.claim.people import Group, GroupStatus, Scheme
from review.policy.waterfall import Span
from review.reports.ladder import Bar
from review.reports.palette import INK
from review.reports.settlement import settlement_sheet
from tests.builders import a_care, a_claim, a_line, a_receipt, a_statement, an_insured
from tests.review.policy.ladders import a_layer
from tests.review.reports.papers import a_settlement, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from review.claim.claim import Claim


def sheet(claim: Claim, folder: Path, **changes: Any) -> str:
    return text_of(settlement_sheet(claim, a_settlement(claim, **changes), [], folder / "a.pdf"))


def test_a_visit_of_one_day_shows_one_date(tmp_path: Path) -> None:
    visit = date(2025, 5, 6)
    text = sheet(a_claim(care=a_care(kind=CareKind.OUTPATIENT, admitted=visit, discharged=visit)), tmp_path)
    assert "就诊日期2025-05-06" in text
    assert "普通门诊" in text


def test_dates_that_are_missing_are_dashes(tmp_path: Path) -> None:
    assert "住院日期—" in sheet(a_claim(care=a_care(admitted=None, discharged=None)), tmp_path)


def test_the_retired_groups_and_hospitals_without_contract_are_named(tmp_path: Path) -> None:
    person = an_insured(scheme=Scheme.EMPLOYEE, retired=True, groups=(Group.SUBSISTENCE, Group.ORPHAN))
    text = sheet(a_claim(insured=person, care=a_care(designated=False, filing=Filing.EMERGENCY)), tmp_path)
    for words in ("城镇职工（退休）", "低保对象、孤儿", "（非定点）", "急诊抢救视同备案"):
        assert words in text


def test_groups_with_days_and_the_terms_of_care_are_named(tmp_path: Path) -> None:
    since = date(2025, 1, 1)
    statuses = (GroupStatus(Group.SUBSISTENCE, since), GroupStatus(Group.ORPHAN, since, date(2025, 6, 30)))
    care = a_care(kind=CareKind.INJURY, disease="高血压", package="床日定额", third_party=Decimal("0.30"))
    text = sheet(a_claim(insured=an_insured(statuses=statuses), care=care), tmp_path)
    for words in ("低保对象（2025-01-01起）", "孤儿（2025-01-01至2025-06-30）", "病种高血压", "床日定额", "30%"):
        assert words in text


def test_every_receipt_is_listed_with_its_sum(tmp_path: Path) -> None:
    other = a_receipt(invoice_number="0099999999", total_amount="1234.5")
    text = sheet(a_claim(a_receipt(), other, a_statement()), tmp_path)
    assert "36060125-0012345678，100.00元" in text
    assert "36060125-0099999999，1,234.50元" in text


def test_a_receipt_without_a_readable_sum_keeps_its_number(tmp_path: Path) -> None:
    assert "36060125-0012345678" in sheet(a_claim(a_receipt(total_amount="看不清"), a_statement()), tmp_path)


def test_refunds_are_printed_with_their_sign(tmp_path: Path) -> None:
    lines = (
        a_line("葡萄糖注射液", quantity="2", unit_price="10.00", amount="20.00"),
        a_line("葡萄糖注射液", quantity="-1", unit_price="10.00", amount="-10.00"),
    )
    text = sheet(a_claim(a_receipt(), a_statement(*lines)), tmp_path)
    assert "-10.00" in text
    assert "费用明细（2行，元）" in text


def test_prices_keep_their_own_decimals(tmp_path: Path) -> None:
    line = a_line("某药", quantity="10", unit_price="1234.5678", amount="12345.68")
    assert "1,234.5678" in sheet(a_claim(a_statement(line)), tmp_path)


def test_rungs_of_nothing_are_left_out_but_sums_never(tmp_path: Path) -> None:
    text = sheet(a_claim(), tmp_path, copay=Decimal(0), fund_total=Decimal(0))
    assert "比例自付" not in text
    assert "个人负担" in text
    assert "总费用" in text


def test_the_source_of_the_years_figures_is_named(tmp_path: Path) -> None:
    assert "累计数来源：医保平台查询2025-04-01" in sheet(a_claim(), tmp_path)
    assert "累计数来源：未注明" in sheet(a_claim(year_to_date=YearToDate()), tmp_path)


def test_a_self_paid_line_says_why(tmp_path: Path) -> None:
    claim = a_claim()
    line = replace(a_settlement(claim).lines[0], self_paid=Decimal("100.00"), eligible=Decimal(0), why="目录外")
    assert "（目录外）" in sheet(claim, tmp_path, lines=(line,))


def test_the_share_paid_first_stands_beside_the_class(tmp_path: Path) -> None:
    claim = a_claim()
    line = replace(
        a_settlement(claim).lines[0],
        payment_class="B",
        advance_self_pay=Decimal("15.00"),
        advance_ratio=Decimal("0.15"),
        eligible=Decimal("85.00"),
    )
    assert "乙15%" in sheet(claim, tmp_path, lines=(line,))


def test_the_day_whose_policy_was_used_stands_at_the_foot(tmp_path: Path) -> None:
    assert "按2025-03-12的政策" in sheet(a_claim(), tmp_path, day=date(2025, 3, 12))


@pytest.mark.parametrize(("span", "drawn"), [((0.2, 0.5), (0.2, 0.5)), ((-3, 7), (0.0, 1.0)), ((0, 0), (0.0, 0.0))])
def test_a_bar_never_leaves_its_track(span: tuple[float, float], drawn: tuple[float, float]) -> None:
    bar = Bar(Span(*span), INK)
    assert (bar.start, bar.end) == drawn


def test_accounts_of_a_pack_stand_beside_the_contracts_sums(tmp_path: Path) -> None:
    accounts = (AccountSum("chronic_outpatient.fund", Decimal(120)), AccountSum("two_diseases.fund", Decimal(7)))
    text = sheet(a_claim(), tmp_path, after=YearToDate(stays=2, accounts=accounts))
    assert "门诊慢特病已付" in text
    assert "本次之后2120.007.00" in text


def test_a_refund_of_more_than_was_charged_still_makes_a_sheet(tmp_path: Path) -> None:
    sums = {"total": "-100", "eligible": "-100", "personal": "-100"}
    nothing = dict.fromkeys(("basic_fund", "copay", "fund_total"), Decimal(0))
    text = sheet(a_claim(), tmp_path, **nothing, **{key: Decimal(value) for key, value in sums.items()})
    assert "-100.00100.0%" in text
    assert "负壹佰元整" in text


def test_many_layers_with_long_titles_are_all_drawn(tmp_path: Path) -> None:
    layers = tuple(a_layer(f"layer{n}", f"第{n}道补充医疗保险和临时兜底政策支付", n) for n in range(1, 13))
    text = sheet(a_claim(), tmp_path, layers=layers)
    assert all(f"第{n}道补充" in text for n in range(1, 13))
