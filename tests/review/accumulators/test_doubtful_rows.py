"""Rows on which nothing can rest: named with place and cure, and left out; the others stand."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review.accumulators.gathering import KEPT
from review.accumulators.proposal import StandingProposal
from review.errors import InputError
from tests.builders import a_citizen_number
from tests.review.accumulators.exports import HEADINGS, a_book, a_row, faults, read, said
from tests.workbooks import csv_file, raw_book, row_xml, sheet_xml

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("cell", "cure"),
    [
        (3.60799198501010e17, "存成了数字"),
        ("3.60799E+17", "科学记数法"),
        ("360799********0011", "被部分隐去"),
        ("360799850101001", "15位旧身份证号"),
        ("36079919850101001", "这里有17位"),
        ("360799198501010012", "校验不符"),
        ("360799198502300011", "校验不符"),
        ("", "没有身份证号"),
        (True, "逻辑值"),
    ],
)
def test_numbers_that_name_nobody_are_left_out_with_the_cure(tmp_path: Path, cell: Any, cure: str) -> None:
    proposal = read(a_book(tmp_path, a_row(1), a_row(身份证号=cell)))
    assert len(proposal.standings) == 1
    assert (faults(proposal), proposal.left_out) == ([(3, "身份证号")], 1)
    assert cure in said(proposal)


@pytest.mark.parametrize(
    "written", [" 360799 19850101 0011", "'360799198501010011", "３６０７９９１９８５０１０１００１１"]
)
def test_numbers_are_known_however_they_are_written(tmp_path: Path, written: str) -> None:
    assert read(a_book(tmp_path, a_row(身份证号=written))).standings[0].whose.id_number == a_citizen_number()


@pytest.mark.parametrize(
    ("heading", "cell", "cure"),
    [
        ("统筹累计支付", "-5", "负数"),
        ("统筹累计支付", "12.345", "不足一分"),
        ("统筹累计支付", "约一万", "不是金额"),
        ("统筹累计支付", "1e5", "不是金额"),
        ("统筹累计支付", "9999999999", "大得不可能"),
        ("起付线累计", "600/800", "不是金额"),
        ("住院次数", "1.5", "不是次数"),
        ("住院次数", "很多", "不是次数"),
        ("住院次数", 5000, "不是次数"),
        ("年度", "去年", "哪一年"),
        ("年度", "1899", "哪一年"),
        ("险种类型", "离休", "不是居民、职工"),
        ("险种类型", "", "没有险种"),
        ("统筹累计支付", "１２３４5.6\ufffd", "损坏的字符"),
    ],
)
def test_a_cell_that_cannot_be_read_leaves_its_row_out(tmp_path: Path, heading: str, cell: Any, cure: str) -> None:
    proposal = read(a_book(tmp_path, a_row(**{heading: cell}), a_row(1)))
    assert faults(proposal) == [(2, heading)]
    assert cure in said(proposal)
    assert [one.whose.id_number for one in proposal.standings] == [a_citizen_number(1)]


def test_the_same_row_twice_is_one_person(tmp_path: Path) -> None:
    proposal = read(a_book(tmp_path, a_row(), a_row(), a_row(姓名="张*满", 救助累计="3")))
    assert len(proposal.standings) == 1
    assert dict(proposal.standings[0].figures)["medical_aid_fund"] == 3
    assert proposal.faults == ()


def test_two_rows_that_contradict_are_both_left_out(tmp_path: Path) -> None:
    proposal = read(a_book(tmp_path, a_row(), a_row(1), a_row(统筹累计支付="99")))
    assert [one.whose.id_number for one in proposal.standings] == [a_citizen_number(1)]
    assert faults(proposal) == [(2, ""), (4, "")]
    assert "“统筹已付”各不相同（第2、4行）" in said(proposal)


def test_two_people_under_one_number_are_both_left_out(tmp_path: Path) -> None:
    proposal = read(a_book(tmp_path, a_row(), a_row(姓名="李四", 险种类型="职工"), a_row(1)))
    assert [one.whose.id_number for one in proposal.standings] == [a_citizen_number(1)]
    assert "登记了不同的姓名" in said(proposal)


def test_faults_never_show_a_whole_number_of_a_person(tmp_path: Path) -> None:
    wrong = a_row(身份证号="360799198501010012")
    proposal = read(a_book(tmp_path, a_row(), a_row(姓名="李四"), wrong, a_row(1)))
    assert a_citizen_number() not in repr(proposal.faults)
    assert {fault.found for fault in proposal.faults} == {"360799********0011", "360799********0012"}


def test_a_year_after_the_day_of_the_figures_stops(tmp_path: Path) -> None:
    proposal = read(a_book(tmp_path, a_row(年度="2026"), a_row(1)))
    assert proposal.stopped
    assert "年度 2026 晚于数据截止日期 2025-03-01" in said(proposal)


def test_formulas_without_result_and_errors_are_no_figures(tmp_path: Path) -> None:
    head = row_xml(1, HEADINGS)
    cells = "".join(
        f'<c r="{letter}2" t="inlineStr"><is><t>{cell}</t></is></c>'
        for letter, cell in zip("ABCDEF", a_row(住院次数="1"), strict=False)
    )
    for wrong in ('<c r="G2"><f>A1+1</f></c>', '<c r="G2" t="e"><f>A1+1</f><v>#N/A</v></c>'):
        path = raw_book(tmp_path / "累计.xlsx", sheet_xml(f'{head}<row r="2">{cells}{wrong}</row>'))
        proposal = read(path)
        assert (faults(proposal)[-1], "公式" in said(proposal)) == ((2, "统筹累计支付"), True)


def test_a_figure_stored_as_a_date_is_not_guessed(tmp_path: Path) -> None:
    proposal = read(a_book(tmp_path, a_row(统筹累计支付=datetime(2025, 1, 1))))  # noqa: DTZ001 - as workbooks keep days
    assert "存成了日期" in said(proposal)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 x", b"\x89PNG\r\n", b"<html><table></table></html>"])
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "累计.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError) as refused:
        read(path)
    assert refused.value.advice


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="打不开"):
        read(tmp_path / "没有.xlsx")


def test_a_bomb_is_refused_before_any_row(tmp_path: Path) -> None:
    path = raw_book(tmp_path / "累计.xlsx", sheet_xml(row_xml(1, HEADINGS)), {"xl/media/big.xml": b" " * 30_000_000})
    with pytest.raises(InputError, match="大得不正常"):
        read(path)


def test_faults_beyond_the_first_are_counted(tmp_path: Path) -> None:
    proposal = read(a_book(tmp_path, a_row(), *[a_row(1, 住院次数="?")] * (KEPT + 5)))
    assert (len(proposal.faults), proposal.unkept, proposal.left_out) == (KEPT, 5, KEPT + 5)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.lists(st.one_of(st.text(max_size=20), st.integers(), st.floats(allow_nan=False)), max_size=9), max_size=4
    )
)
def test_any_cells_give_a_proposal_and_never_another_exception(tmp_path: Path, rows: list[list[Any]]) -> None:
    printable = [
        ["".join(c for c in cell if c.isprintable()) if isinstance(cell, str) else cell for cell in row] for row in rows
    ]
    proposal = read(a_book(tmp_path, *[[str(cell) for cell in row] for row in printable]))
    assert isinstance(proposal, StandingProposal)
    assert proposal.left_out <= proposal.rows


def test_an_amount_whose_comma_parts_the_columns_is_never_read_from_the_wrong_ones(tmp_path: Path) -> None:
    proposal = read(csv_file(tmp_path / "累计.csv", [HEADINGS, a_row(), a_row(1, 统筹累计支付="99.00")]))
    assert [one.whose.id_number for one in proposal.standings] == [a_citizen_number(1)]
    assert "格数比表头多" in said(proposal)
