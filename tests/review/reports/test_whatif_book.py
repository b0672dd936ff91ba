"""A comparison as a workbook: sums that agree, charts on the sheets, text that stays text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from review.packs.stated import PackUsed
from review.reports.whatif_book import comparison_xlsx
from review.whatif.comparison import Axis
from review.whatif.replay import compared, tally_of
from review.whatif.sample import Sample
from review.whatif.sample_terms import sample_terms
from review.whatif.words import AXES
from tests.review.whatif.visits import a_pack, a_person, a_visit

if TYPE_CHECKING:
    from pathlib import Path

    from review.whatif.comparison import Comparison


@pytest.fixture
def comparison(tmp_path: Path) -> Comparison:
    """A small year under two packs, with a claim that neither settles."""
    packs = a_pack(tmp_path, ratio="0.6"), a_pack(tmp_path, "b", ratio="0.7", deductible="800")
    odd = a_person(a_visit("X-1", care={"kind": "maternity"}), label="某人")
    people = (*Sample(sample_terms("xinfeng-2024"), 120, 2).people(), odd)
    return compared("试算 120 人次", tally_of(people, packs), packs)


def written(comparison: Comparison, folder: Path) -> Any:
    return load_workbook(comparison_xlsx(comparison, folder / "对比.xlsx"))


def column(sheet: Any, head: str) -> list[Any]:
    heads = [cell.value for cell in sheet[1]]
    return [row[heads.index(head)].value for row in sheet.iter_rows(min_row=2)]


def test_there_is_a_sheet_for_each_way_of_looking_with_two_charts(comparison: Comparison, tmp_path: Path) -> None:
    book = written(comparison, tmp_path)
    for axis in Axis:
        assert len(book[f"按{AXES[axis]}"]._charts) == 2
    assert len(book["总览"]._charts) == len(book["差额分布"]._charts) == 1


def test_the_sums_below_are_those_of_the_whole(comparison: Comparison, tmp_path: Path) -> None:
    book = written(comparison, tmp_path)
    for axis in Axis:
        amounts = column(book[f"按{AXES[axis]}"], "基金支付 B")
        assert Decimal(str(amounts[-1])) == comparison.whole.b.funds
        assert sum(Decimal(str(amount)) for amount in amounts[:-1]) == comparison.whole.b.funds


def test_the_overview_names_packs_and_counts_people(comparison: Comparison, tmp_path: Path) -> None:
    sheet = written(comparison, tmp_path)["总览"]
    rows = {row[0].value: [cell.value for cell in row[1:]] for row in sheet.iter_rows(min_row=2)}
    assert rows["政策包"][:2] == ["测试政策包 1", "测试政策包 1"]
    assert rows["基金多付的人数、金额"][0] == comparison.winners.people
    assert rows["未能比较的人次"][0] == 1
    assert rows["人次"][0] == 120


def test_winners_losers_and_refusals_are_listed(comparison: Comparison, tmp_path: Path) -> None:
    book = written(comparison, tmp_path)
    assert column(book["基金多付最多的人"], "人员") == [change.person for change in comparison.winners.largest]
    assert all(amount < 0 for amount in column(book["基金少付最多的人"], "差额 B−A"))
    assert column(book["未能比较"], "其中一单") == ["X-1"]


def test_nothing_refused_leaves_no_sheet_and_nobody_replayed_is_no_fault(tmp_path: Path) -> None:
    packs = a_pack(tmp_path), a_pack(tmp_path, "b")
    book = written(compared("没有报销单", tally_of((), packs), packs), tmp_path)
    assert "未能比较" not in book.sheetnames
    assert column(book["按险种"], "人次") == [0]


def test_a_title_that_looks_like_a_formula_stays_text(comparison: Comparison, tmp_path: Path) -> None:
    hostile = PackUsed(id="x", version="1", status="confirmed", title='=HYPERLINK("http://example.invalid")')
    sheet = written(replace(comparison, b=hostile), tmp_path)["总览"]
    found = [cell for row in sheet.iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
    assert [cell.data_type for cell in found] == ["s"]
