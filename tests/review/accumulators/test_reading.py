"""Exports are read whatever their columns are called; what cannot be relied on is left out with its place."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.accumulators.standing import Standing, Whose
from review.claim.people import Scheme
from tests.builders import a_citizen_number
from tests.review.accumulators.exports import HEADINGS, MARCH, a_book, a_row, faults, read, said
from tests.workbooks import csv_file

if TYPE_CHECKING:
    from pathlib import Path

    from review.accumulators.proposal import StandingProposal


def whose(serial: int = 0, year: int = 2025, scheme: Scheme = Scheme.RESIDENT) -> Whose:
    return Whose(id_number=a_citizen_number(serial), year=year, scheme=scheme)


def figures(proposal: StandingProposal, serial: int = 0) -> dict[str, Decimal]:
    return next(dict(one.figures) for one in proposal.standings if one.whose.id_number == a_citizen_number(serial))


def test_an_export_is_read_by_the_words_of_its_columns(tmp_path: Path) -> None:
    proposal = read(a_book(tmp_path, a_row()))
    assert proposal.standings == (
        Standing(
            whose=whose(),
            name="张小满",
            figures=(
                ("stays", Decimal(1)),
                ("serious_illness_fund", Decimal("0.00")),
                ("deductible", Decimal("600.00")),
                ("basic_fund", Decimal("12345.60")),
            ),
        ),
    )
    assert (proposal.faults, proposal.rows, proposal.stopped) == ((), 1, False)
    assert ("统筹累计支付", "统筹已付") in proposal.columns


def test_a_blank_figure_is_not_given_and_a_zero_is(tmp_path: Path) -> None:
    found = figures(read(a_book(tmp_path, a_row(大病累计="0", 救助累计="—"))))
    assert found["serious_illness_fund"] == 0
    assert "medical_aid_fund" not in found


def test_a_csv_file_in_gbk_reads_as_the_workbook_does(tmp_path: Path) -> None:
    book = read(a_book(tmp_path, a_row(), a_row(1, 险种类型="职工")))
    rows = [HEADINGS, a_row(统筹累计支付='"12,345.60"'), a_row(1, 险种类型="职工", 统筹累计支付="12345.6")]
    assert read(csv_file(tmp_path / "累计.csv", rows, "gb18030")).standings == book.standings


def test_residents_and_employees_in_one_file_are_kept_apart(tmp_path: Path) -> None:
    rows = (a_row(), a_row(险种类型="310", 起付线累计="800"), a_row(1, 险种类型="职工基本医疗保险"))
    proposal = read(a_book(tmp_path, *rows))
    assert proposal.counts == {(2025, Scheme.RESIDENT): 1, (2025, Scheme.EMPLOYEE): 2}


@pytest.mark.parametrize(
    ("heading", "cell", "amount"),
    [
        ("统筹累计支付(万元)", "1.23456", "12345.60"),
        ("统筹累计支付（元）", "12，345.60", "12345.60"),
        ("统筹累计支付", "1.5万元", "15000.00"),
        ("统筹累计支付", "¥ 12,345.6 元", "12345.60"),
        ("统筹累计支付", 12345.600000000001, "12345.60"),
        ("统筹累计支付(万元)", "12345.60元", "12345.60"),
        ("统筹基金累计支付金额", 0, "0.00"),
    ],
)
def test_amounts_are_read_in_the_unit_they_state(tmp_path: Path, heading: str, cell: Any, amount: str) -> None:
    head = [heading if one == "统筹累计支付" else one for one in HEADINGS]
    assert figures(read(a_book(tmp_path, a_row(统筹累计支付=cell), head=head)))["basic_fund"] == Decimal(amount)


def test_a_unit_above_the_table_holds_for_amounts_and_not_for_stays(tmp_path: Path) -> None:
    row = a_row(起付线累计="0.06", 统筹累计支付="1.2", 住院次数="2次")
    found = figures(read(a_book(tmp_path, row, above=("2025年度累计情况", "单位：万元"))))
    assert (found["deductible"], found["basic_fund"], found["stays"]) == (Decimal(600), Decimal(12000), Decimal(2))


def test_headings_of_two_rows_are_read_together(tmp_path: Path) -> None:
    upper = ["姓名", "身份证号", "险种", "年度", "住院", "统筹基金", "", "大病保险", "医疗救助"]
    lower = ["", "", "", "", "累计次数", "起付线累计", "累计支付", "累计支付", "累计支付"]
    found = figures(read(a_book(tmp_path, lower, a_row(), head=upper)))
    assert (found["deductible"], found["basic_fund"], found["stays"]) == (Decimal(600), Decimal("12345.60"), Decimal(1))


def test_a_file_of_one_figure_a_row_is_joined_by_person(tmp_path: Path) -> None:
    head = ("证件号码", "险种类型", "年度", "累计类别", "累计值")
    rows = [
        (a_citizen_number(), "390", "2025", item, value)
        for item, value in (("住院次数", "2"), ("统筹累计支付", "9.50"))
    ]
    proposal = read(a_book(tmp_path, *rows, (a_citizen_number(), "390", "2025", "不认得的项目", "1"), head=head))
    assert figures(proposal) == {"stays": Decimal(2), "basic_fund": Decimal("9.50")}
    assert faults(proposal) == [(4, "累计类别")]


def test_further_sums_go_by_the_names_packs_use(tmp_path: Path) -> None:
    head = ("身份证号码", "门诊统筹累计支付", "慢特病累计支付", "门诊统筹剩余额度", "双通道累计支付")
    row = (a_citizen_number(), "120", "300.5", "9999", "7")
    proposal = read(a_book(tmp_path, row, head=head), year=2025, scheme=Scheme.EMPLOYEE)
    assert figures(proposal) == {
        "outpatient.fund": Decimal(120),
        "chronic.fund": Decimal("300.50"),
        "special_drug.fund": Decimal(7),
    }
    assert proposal.unread == ("门诊统筹剩余额度",)


def test_year_and_scheme_are_asked_for_where_no_column_says_them(tmp_path: Path) -> None:
    path = a_book(tmp_path, (a_citizen_number(), "120"), head=("身份证号", "统筹累计"))
    asked = read(path)
    assert asked.stopped
    assert "请指定这份数据是哪一年度的" in said(asked)
    assert "居民还是职工" in said(asked)
    assert read(path, year=2025, scheme=Scheme.RESIDENT).standings[0].whose == whose()


def test_two_columns_for_one_sum_stop_until_a_person_chooses(tmp_path: Path) -> None:
    head = [*HEADINGS[:-1], "统筹基金已付"]
    path = a_book(tmp_path, a_row(救助累计="5"), head=head)
    assert "有几列都像“统筹已付”：统筹累计支付、统筹基金已付" in said(read(path))
    assert figures(read(path, columns=(("统筹基金已付", "basic_fund"),)))["basic_fund"] == Decimal(5)


def test_a_column_nobody_knows_is_read_as_a_person_says(tmp_path: Path) -> None:
    head = [*HEADINGS[:-1], "TC_AMT"]
    path = a_book(tmp_path, a_row(救助累计="5"), head=head)
    assert figures(read(path, columns=(("TC_AMT", "two_diseases.fund"),)))["two_diseases.fund"] == Decimal(5)
    assert "没有唯一的一列叫“TC_AMX”" in said(read(path, columns=(("TC_AMX", "basic_fund"),)))
    assert "没有“nonsense”这一项" in said(read(path, columns=(("TC_AMT", "nonsense"),)))


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("数据截至2025年3月1日", date(2025, 3, 1)),
        ("截止日期：2025-03-01", date(2025, 3, 1)),
        ("导出时间 20250302", date(2025, 3, 2)),
        ("截至日期：2025-02-30", None),
        ("全县参保人员累计", None),
    ],
)
def test_the_day_is_taken_from_the_titles(tmp_path: Path, title: str, day: date | None) -> None:
    proposal = read(a_book(tmp_path, a_row(), above=(title,)), as_of=None)
    assert proposal.as_of == day
    assert proposal.stopped == (day is None)


def test_the_day_of_a_column_holds_and_what_a_person_says_wins(tmp_path: Path) -> None:
    head = [*HEADINGS[:-1], "截止日期"]
    path = a_book(tmp_path, a_row(救助累计=datetime(2025, 3, 5)), a_row(1, 救助累计="2025/3/5"), head=head)  # noqa: DTZ001 - a workbook's days have no zone
    assert read(path, as_of=None).as_of == date(2025, 3, 5)
    assert read(path).as_of == MARCH
    mixed = read(a_book(tmp_path, a_row(救助累计="2025-03-05"), a_row(1, 救助累计="2025-03-06"), head=head), as_of=None)
    assert "各行的截止日期不同" in said(mixed)


def test_sums_of_all_and_notes_below_are_no_people(tmp_path: Path) -> None:
    sums = ["合计", "", "", "", 5, "600", "100000", 0, 0]
    proposal = read(a_book(tmp_path, a_row(), sums, ["注：数据来自省平台"], [""] * 9))
    assert (len(proposal.standings), proposal.rows, proposal.faults) == (1, 1, ())


def test_a_file_without_people_says_so(tmp_path: Path) -> None:
    assert "没有读出任何人的累计" in said(read(a_book(tmp_path)))
    other = read(a_book(tmp_path, ("甲", 1), head=("药品", "价格")))
    assert other.stopped
    assert "没有认得的表头" in said(other)
