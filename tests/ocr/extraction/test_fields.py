from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.extraction.fields import find_fields, value_text
from ocr.extraction.layout import lay_out
from ocr.extraction.values import field_cells
from ocr.extraction.wordings import RECEIPT, STATEMENT
from tests.papers import Cell, a_text, a_word, set_lines

if TYPE_CHECKING:
    from ocr.pages import Word


def read(words: list[Word]) -> dict[str, str]:
    return {key: value_text(found) for key, found in find_fields(lay_out(a_text(words)), RECEIPT).items()}


def lines(*set_out: list[Cell]) -> list[Word]:
    return set_lines(set_out)


def test_a_value_stands_in_the_box_of_its_label() -> None:
    assert read(lines([(60, "交款人：赵小满"), (600, "校验码:a1b2c3")])) == {"payer": "赵小满", "check_code": "a1b2c3"}


def test_several_labels_share_one_box() -> None:
    found = read(lines([(60, "现金支付：4210.55个人账户支付：0.00")]))
    assert found == {"cash_paid": "4210.55", "account_paid": "0.00"}


def test_a_value_stands_right_of_its_label() -> None:
    assert read(lines([(60, "收款单位（章）："), (300, "安远县中心医院")]))["institution"] == "安远县中心医院"


def test_values_printed_half_a_line_off_go_to_their_own_labels() -> None:
    words = [a_word("票据号码：", 60, 100), a_word("电子票据号码：", 60, 130), a_word("校验码：", 60, 160)]
    words += [a_word("00012345", 300, 92), a_word("00067890", 330, 124), a_word("b2c4", 300, 150)]
    found = read(words)
    assert (found["invoice_number"], found["check_code"]) == ("00012345", "b2c4")


def test_a_value_may_stand_below_a_label_without_colon() -> None:
    assert read(lines([(60, "票据号码")], [(60, "0012345678")]))["invoice_number"] == "0012345678"


def test_an_empty_label_does_not_take_the_next_labels_value() -> None:
    found = read(lines([(60, "住院号："), (300, "住院科别："), (500, "骨科")]))
    assert found["hospital_number"] == ""
    assert found["department"] == "骨科"


@pytest.mark.parametrize("label", ["桑据号码：", "票据号碍：", "票 据 号 码："])
def test_one_wrong_character_or_blanks_do_not_hide_a_label(label: str) -> None:
    assert read(lines([(60, f"{label}0012345678")]))["invoice_number"] == "0012345678"


def test_a_word_inside_a_value_is_no_label() -> None:
    found = read(lines([(60, "医保类型:自费 性别:女")]))
    assert found == {"insurance_type": "自费", "sex": "女"}


def test_the_more_telling_wording_wins() -> None:
    found = read(lines([(60, "姓名：钱多")], [(60, "交款人：赵小满")]))
    assert found["payer"] == "赵小满"


def test_a_stay_gives_admission_and_discharge() -> None:
    cells = field_cells(lay_out(a_text(lines([(60, "住院时间：2025年03月01日到2025年03月11日")]))), RECEIPT)
    assert (cells["admission_date"].value, cells["discharge_date"].value) == ("2025-03-01", "2025-03-11")


def test_a_money_label_without_value_asks() -> None:
    cell = field_cells(lay_out(a_text(lines([(60, "个人自付：")]))), RECEIPT)["self_pay"]
    assert cell.value == ""
    assert cell.review


def test_a_misread_figure_asks_and_shows_what_was_read() -> None:
    cell = field_cells(lay_out(a_text(lines([(60, "其他支付：0:00")]))), RECEIPT)["other_paid"]
    assert cell.value == "0.00"
    assert "0:00" in (cell.review or "")


def test_values_point_at_their_own_part_of_a_box_on_the_filed_page() -> None:
    cell = field_cells(lay_out(a_text(lines([(60, "姓名：赵小满")]))), STATEMENT)["patient"]
    assert cell.box
    assert cell.box[0] >= 60 + 2 * 24
    assert cell.box[0] + cell.box[2] <= 60 + 6 * 24 + 2


def test_ages_and_sexes_are_bare() -> None:
    cells = field_cells(lay_out(a_text(lines([(60, "性别：女性"), (400, "年龄：67岁")]))), STATEMENT)
    assert (cells["sex"].value, cells["age"].value) == ("女", "67")


def test_a_label_without_colon_and_with_one_wrong_character_is_a_label() -> None:
    page = a_text(set_lines([[(60, "收款草位（章）"), (260, "安远县中心医院")]]))
    assert field_cells(lay_out(page), RECEIPT)["institution"].value == "安远县中心医院"


def test_a_heading_of_the_fee_table_is_no_label_of_the_total() -> None:
    head: list[Cell] = [(60, "项目名称"), (400, "单价"), (600, "数量"), (800, "总金额")]
    row: list[Cell] = [(60, "心电监护"), (400, "3.00"), (600, "55"), (800, "165.00")]
    page = a_text(set_lines([head, row, row, [(60, "合计：330.00元")]]))
    assert field_cells(lay_out(page), STATEMENT)["total_amount"].value == "330.00"


def test_the_total_in_words_is_found_without_its_label() -> None:
    page = a_text(set_lines([[(60, "金额合计（文写）贰佰壹拾贰元零肆分")]]))
    assert field_cells(lay_out(page), RECEIPT)["total_in_words"].value == "贰佰壹拾贰元零肆分"


def test_two_spelled_amounts_without_labels_are_left_alone() -> None:
    page = a_text(set_lines([[(60, "贰佰壹拾贰元零肆分")], [(60, "叁佰元整")]]))
    assert "total_in_words" not in field_cells(lay_out(page), RECEIPT)
