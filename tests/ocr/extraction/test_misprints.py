"""Units, classes and shares that were read as what they look like: put right, and asking where a person may differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.extraction.misprints import as_printed, name_as_printed, spec_as_printed
from tests.ocr.extraction.drafts import a_line

if TYPE_CHECKING:
    from ocr.reading import Line


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("3ml:3001U", "3ml:300IU"),
        ("10m1:0.1g", "10ml:0.1g"),
        ("20m:0.2g", "20ml:0.2g"),
        ("70rg*4片", "70mg*4片"),
        ("22.5ag*42丸", "22.5mg*42丸"),
        ("50με/250μg", "50μg/250μg"),
        ("5ml:0,1g", "5ml:0.1g"),
        ("20nl:100mg", "20ml:100mg"),
        ("1ml:2ng", "1ml:2mg"),
        ("0.2ng×10粒", "0.2mg×10粒"),
        ('0.2g"6粒', "0.2g*6粒"),
        ("100ml:35g(1)", "100ml:35g(I)"),
    ],
)
def test_units_that_can_only_have_been_printed_one_way_are_put_right(read: str, printed: str) -> None:
    assert spec_as_printed(read) == printed


@pytest.mark.parametrize("spec", ["0.9% 250ml", "400IU", "10U", "130cm", "5m", "1ml:100U", "100ng", "2,000IU", "1U"])
def test_other_specifications_stay_as_they_are(spec: str) -> None:
    assert spec_as_printed(spec) == spec


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("缬沙坦氨氯地平片(1)", "缬沙坦氨氯地平片(Ⅰ)"),
        ("碳酸钙D3片(11)", "碳酸钙D3片(Ⅱ)"),
        ("r-谷氨酰转移酶测定", "γ-谷氨酰转移酶测定"),
        ("重组人干扰素a1b注射液", "重组人干扰素α1b注射液"),
        ("血清肌钙蛋白1测定", "血清肌钙蛋白Ⅰ测定"),
        ("糖化血红蛋白测定(BbAlc)", "糖化血红蛋白测定(HbA1c)"),
        ("指脉氧监测(Spo)", "指脉氧监测(SpO₂)"),
        ("2024-10-15:钾测定", "钾测定"),
        ("低分子量肝素钙注射液lml:5000IU", "低分子量肝素钙注射液1ml:5000IU"),
    ],
)
def test_signs_of_names_that_recognition_takes_for_others_are_put_right(read: str, printed: str) -> None:
    assert name_as_printed(read) == printed


@pytest.mark.parametrize(
    "name", ["冠状动脉造影(1)", "维生素B1片", "血气分析(11项)", "R波检测", "γ干扰素", "葡萄糖片(4)"]
)
def test_other_names_stay_as_they_are(name: str) -> None:
    assert name_as_printed(name) == name


def only(line: Line) -> Line:
    (done,) = as_printed([line])
    return done


@pytest.mark.parametrize(("read", "printed"), [("8", "g"), ("9", "g"), ("60", "60"), ("盆", "盒"), ("曰", "日")])
def test_a_unit_that_is_none_asks(read: str, printed: str) -> None:
    cell = only(a_line(unit=read)).cells["unit"]
    assert (cell.value, cell.review) == (printed, f"单位读作“{read}”，请核对")


@pytest.mark.parametrize(("read", "printed"), [("田", "甲"), ("2", "乙"), ("N", "乙"), ("[2]", "[乙]")])
def test_a_class_that_is_none_is_taken_for_what_it_looks_like_and_asks(read: str, printed: str) -> None:
    cell = only(a_line(insurance_class=read)).cells["insurance_class"]
    assert (cell.value, cell.review) == (printed, f"医保类别读作“{read}”，请核对")


def test_shares_that_lost_their_sign_among_percentages_get_it_back_and_ask() -> None:
    lines = as_printed([a_line(self_pay_ratio=share) for share in ("10%", "101", "1001", "05", "0%")])
    assert [line.cells["self_pay_ratio"].value for line in lines] == ["10%", "10%", "100%", "0%", "0%"]
    assert [bool(line.cells["self_pay_ratio"].review) for line in lines] == [False, True, True, True, False]


def test_shares_that_are_printed_without_a_sign_stay() -> None:
    lines = [a_line(self_pay_ratio=share) for share in ("0.1", "10", "100", "0")]
    assert as_printed(lines) == tuple(lines)


@pytest.mark.parametrize(("read", "meant"), [("。", "0"), ("一", "1"), ("0.1", "0.1")])
def test_a_share_read_as_the_sign_it_looks_like_is_a_figure_again_and_asks(read: str, meant: str) -> None:
    cell = only(a_line(self_pay_ratio=read)).cells["self_pay_ratio"]
    assert (cell.value, bool(cell.review)) == (meant, read != meant)


def test_a_line_without_any_of_them_stays_the_same() -> None:
    line = a_line(name="床位费", unit="日", insurance_class="甲", amount="40.00")
    assert only(line) == line
