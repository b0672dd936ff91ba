from __future__ import annotations

import pytest

from ocr.extraction.draft import Draft
from ocr.extraction.serial_checks import check_serials
from ocr.extraction.value_kinds import INDEX
from tests.ocr.extraction.drafts import STATEMENT, a_line


def numbered(*numbers: str) -> Draft:
    lines = tuple(a_line(amount="1.00", **({INDEX: n} if n else {})) for n in numbers)
    return Draft(STATEMENT, {}, lines)


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "3", "4"),
        ("31", "32", "33")[:0],
        ("1", "2", "1", "2", "3"),
        ("1", "2", "8", "4", "5"),
        ("1", "", "3", "4"),
        ("1.", "2.", "3."),
        ("1", "3", "5", "7", "2", "4", "6"),
        ("", "", "", "7"),
        ("a", "b", "c", "d"),
    ],
)
def test_numbers_that_go_on_or_start_again_or_are_misread_say_nothing(numbers: tuple[str, ...]) -> None:
    draft = numbered(*numbers)
    assert [reason for reason in check_serials(draft).reasons if "跳到" in reason][1:] == []


def test_a_line_lost_in_the_middle_leaves_a_gap() -> None:
    assert check_serials(numbered("1", "2", "4", "5")).reasons == ("序号从2跳到4，中间的行没有读到",)


def test_a_line_lost_at_the_head_leaves_a_gap() -> None:
    assert check_serials(numbered("2", "3", "4")).reasons == ("序号从头跳到2，中间的行没有读到",)


def test_a_line_lost_before_the_last_leaves_a_gap() -> None:
    assert check_serials(numbered("1", "2", "3", "5")).reasons == ("序号从3跳到5，中间的行没有读到",)


def test_every_gap_is_told() -> None:
    assert len(check_serials(numbered("1", "2", "4", "5", "9", "10")).reasons) == 2


def test_a_gap_in_the_second_table_of_a_paper_is_told() -> None:
    assert check_serials(numbered("1", "2", "3", "1", "2", "4", "5")).reasons == ("序号从2跳到4，中间的行没有读到",)
