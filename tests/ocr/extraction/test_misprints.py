"""Units, classes and shares that were read as what they look like: put right, and asking where a person may differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.extraction.misprints import as_printed, spec_as_printed
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
    ],
)
def test_units_that_can_only_have_been_printed_one_way_are_put_right(read: str, printed: str) -> None:
    assert spec_as_printed(read) == printed


@pytest.mark.parametrize("spec", ["0.9% 250ml", "400IU", "10U", "130cm", "5m", "1ml:100U", "100ng", "2,000IU", "1U"])
def test_other_specifications_stay_as_they_are(spec: str) -> None:
    assert spec_as_printed(spec) == spec


def only(line: Line) -> Line:
    (done,) = as_printed([line])
    return done


@pytest.mark.parametrize(("read", "printed"), [("8", "g"), ("9", "g"), ("60", "60")])
def test_a_unit_that_is_a_figure_asks(read: str, printed: str) -> None:
    cell = only(a_line(unit=read)).cells["unit"]
    assert (cell.value, cell.review) == (printed, f"单位读作“{read}”，请核对")


@pytest.mark.parametrize(("read", "printed"), [("田", "甲"), ("2", "乙"), ("N", "乙")])
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


def test_a_line_without_any_of_them_stays_the_same() -> None:
    line = a_line(name="床位费", unit="日", insurance_class="甲", amount="40.00")
    assert only(line) == line
