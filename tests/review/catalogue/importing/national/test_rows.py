"""Rows as they are meant: keys, signs spelled out, names of a group's sentences."""

from __future__ import annotations

import pytest

from review.catalogue.importing.national.drafts import Category, Draft, Gathered, Prose
from review.catalogue.importing.national.grid import Cell
from review.catalogue.importing.national.headings import Section
from review.catalogue.importing.national.lines import Line
from review.catalogue.importing.national.rows import ALONE, Row, keyed, rows_of

HERBS = Section("基金予以支付的中药饮片", "P", "A")
BARRED = Section("不得纳入基金支付范围的中药饮片", "N", "C")
WIDTH = 600.0


def cell(text: str) -> Cell:
    return Cell(0, 300, (Line(text, 5, 5 + 10 * len(text), 10, 10),))


def of(**texts: str) -> Row:
    draft = Draft(HERBS, 4, Category(), {role: cell(text) for role, text in texts.items()})
    [row] = rows_of(Gathered(drafts=[draft]))
    return row


def listed(*lines: tuple[str, float, float], remarks: tuple[str, ...] = ()) -> list[Row]:
    written = [Line(text, left, right, 10.0 * n, 10.0) for n, (text, left, right) in enumerate(lines)]
    kept = {BARRED.name: list(remarks)}
    return list(rows_of(Gathered(drafts=[Prose(BARRED, 9, WIDTH, written)], remarks=kept)))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("□", f"{ALONE}。"),
        ("□; 限临床危重患者抢救", f"{ALONE}；限临床危重患者抢救。"),
        ("□；限临床危重患者抢救。", f"{ALONE}；限临床危重患者抢救。"),
        ("限□样例", "限□样例"),
        ("", ""),
    ],
)
def test_the_box_of_herbs_is_spelled_out(printed: str, meant: str) -> None:
    assert of(number="1", name="样草", remark=printed).remark == meant


@pytest.mark.parametrize(
    ("number", "digits", "repeated"),
    [("12", 12, False), ("★(12)", 12, True), ("★（12）", 12, True), ("", 0, False)],
)
def test_numbers_say_their_digits_and_stars(number: str, digits: int, *, repeated: bool) -> None:
    row = Row(section=HERBS, page=1, names=("样草",), number=number)
    assert (row.digits, row.repeated) == (digits, repeated)


def test_rows_of_one_number_have_keys_of_their_own() -> None:
    rows = [Row(section=HERBS, page=1, names=("样",), number=number) for number in ("1", "2", "★(1)", "★(1)", "")]
    assert [key for key, _ in keyed(rows)] == ["P1", "P2", "P1.2", "P1.3", "P1.4"]


def test_rows_without_numbers_are_counted() -> None:
    rows = [Row(section=BARRED, page=1, names=("样",)) for _ in range(3)]
    assert [key for key, _ in keyed(rows)] == ["N1", "N2", "N3"]


def test_names_of_a_sentence_are_parted_outside_brackets() -> None:
    found = listed(("阿样、穿样甲(醋样甲、炮样甲)、样瑁（甲、乙）。", 70, 500))
    assert [row.names for row in found] == [("阿样",), ("穿样甲(醋样甲、炮样甲)",), ("样瑁（甲、乙）",)]


def test_a_name_wrapped_to_the_next_line_is_one() -> None:
    found = listed(("阿样、铁皮样", 70, 550), ("斛、样香", 50, 130))
    assert [row.names[0] for row in found] == ["阿样", "铁皮样斛", "样香"]


def test_a_sign_at_the_beginning_of_a_line_parts_names_too() -> None:
    found = listed(("阿样、样参", 70, 550), ("、样龙", 50, 100))
    assert [row.names[0] for row in found] == ["阿样", "样参", "样龙"]


def test_a_new_paragraph_is_a_new_name() -> None:
    found = listed(("阿样、样参、", 70, 550), ("样龙、样马", 50, 300), ("各种样脏器(样金除外)和胎、鞭", 70, 340))
    assert [row.names[0] for row in found] == ["阿样", "样参", "样龙", "样马", "各种样脏器(样金除外)和胎、鞭"]


def test_a_remark_holds_for_all_names_above_it() -> None:
    found = listed(("阿样、样参", 70, 300), remarks=("注:包括药材及炮制后的饮片。",))
    assert {row.remark for row in found} == {"包括药材及炮制后的饮片。"}
    assert {row.page for row in found} == {9}
